"""Make files that are built to do harm, and see each read or refused clearly within its bounds.

Usage: python bench/hostile.py [NAME...]
Runs `assessor read` and `assessor assess` on every file (or on those whose name holds NAME), each
in 60 seconds and 2 GiB of resident memory of all its processes together. Prints a line per run and
exits with 1 when one of them fails. The files are made in a temporary folder and are up to 100 MB.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bombs import BOMBS  # noqa: E402  # beside the other files that tests make

ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}
DEMO = ROOT / "corpora" / "demo" / "kesterloo-risicoanalyse.pdf"
SECONDS, MIB = 60, 2048
REFUSED = 3


class Run(NamedTuple):
    """How one command ended."""

    verdict: str
    seconds: float
    mib: int
    said: str


def run(command: str, path: Path) -> Run:
    """Run a command on a file and watch its time and memory."""
    peak, done = [0], threading.Event()
    started = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "assessor", command, str(path), "--format", "json"],
            stdout=out,
            stderr=err,
            env=ENVIRONMENT,
        )
        watcher = threading.Thread(target=watch, args=(process.pid, peak, done))
        watcher.start()
        try:
            code: int | str = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            code = "hung"
        done.set()
        watcher.join()
        out.seek(0)
        err.seek(0)
        said = err.read().decode("utf-8", "replace").strip()
        verdict = judged(code, out.read(), said)
    mib = peak[0] >> 20
    took = time.monotonic() - started
    return Run(f"FAILED: {mib} MiB" if mib > MIB else verdict, took, mib, said)


def watch(pid: int, peak: list[int], done: threading.Event) -> None:
    """Keep the highest resident memory of a process with its children, in bytes."""
    while not done.wait(0.05):
        try:
            parent = psutil.Process(pid)
            family = [parent, *parent.children(recursive=True)]
            peak[0] = max(peak[0], sum(p.memory_info().rss for p in family))
        except psutil.Error:
            pass


def judged(code: int | str, out: bytes, said: str) -> str:
    """Return "read", "refused" or what is wrong."""
    if code == 0:
        try:
            json.loads(out)
        except ValueError:
            return "FAILED: no JSON"
        return "read"
    if code == REFUSED and said and "Traceback" not in said:
        return "refused"
    return f"FAILED: exit {code}"


def told(name: str, command: str, done: Run) -> str:
    """Return a run as one line."""
    said = "" if done.verdict == "read" else done.said[-90:].replace("\n", " ")
    return f"{name:24} {command:7} {done.verdict:10} {done.seconds:5.1f} s {done.mib:5} MiB  {said}"


def main() -> None:
    """Print a line per run."""
    wanted, failed = sys.argv[1:], 0
    assessed = [sys.executable, "-P", "-m", "assessor", "assess", str(DEMO), "--format", "json"]
    subprocess.run(assessed, check=True, capture_output=True, env=ENVIRONMENT)  # fits what is kept
    with tempfile.TemporaryDirectory() as folder:
        for name, make in BOMBS.items():
            if wanted and not any(part in name for part in wanted):
                continue
            path = Path(folder) / name
            path.write_bytes(make(Random(1)))  # noqa: S311  the same garbage each time
            for command in ("read", "assess"):
                done = run(command, path)
                failed += done.verdict.startswith("FAILED")
                print(told(name, command, done), flush=True)
            path.unlink()
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
