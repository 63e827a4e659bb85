"""A PostgreSQL of our own, where its programs are installed: no network, gone after the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

USER = "dossiers"


def programs():
    """Return the folder with initdb and pg_ctl, or None."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("initdb")
    every = [*([Path(found).resolve().parent] if found else []), *places]
    return next((place for place in every if (place / "pg_ctl").exists()), None)


@contextmanager
def running(bin_folder):
    """Yield the folder of the socket of a running server."""
    home = Path(tempfile.mkdtemp(prefix="pg"))
    # The server refuses to be run by root.
    someone = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    if someone:
        shutil.chown(home, **someone)

    def run(program, *line):
        command = [str(bin_folder / program), "-D", str(home / "data"), *line]
        subprocess.run(command, check=True, capture_output=True, cwd=home, timeout=60, **someone)

    try:
        run("initdb", "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        log = str(home / "log")
        run(
            "pg_ctl", "-w", "-l", log, "-o", f"-k {home} -c listen_addresses= -c fsync=off", "start"
        )
        yield home
    finally:
        run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(home)
