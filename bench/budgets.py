"""Measure the budgets of docs/performance.md as ratios, all in one run on one machine.

Usage: python bench/budgets.py [FILE.pdf]
Without a file the demo's risk analysis is repeated to 40 pages. Of a longer file the first 40 pages
are taken. Each figure is the median of several runs; what is compared runs in turn, so that a
machine that slows down slows both.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
PAGES, RUNS = 40, 5

PDFPLUMBER = (
    "import sys, pdfplumber\n"
    "with pdfplumber.open(sys.argv[1]) as pdf:\n"
    "    for page in pdf.pages:\n"
    "        page.extract_text(); page.find_tables(); page.close()\n"
)
BARE = (
    "import sys, pypdfium2\n"
    "pdf = pypdfium2.PdfDocument(sys.argv[1])\n"
    "for page in pdf:\n"
    "    page.get_textpage().get_text_range()\n"
)
READ = (
    "import sys, pathlib\n"
    "from assessor.reading.limits import default_limits\n"
    "from assessor.reading.pdf import read_pdf\n"
    "read_pdf(pathlib.Path(sys.argv[1]).read_bytes(), default_limits())\n"
)
WARM = (
    "import sys, pathlib, time\n"
    "from assessor.pipeline import assess\n"
    "path, other = map(pathlib.Path, sys.argv[1:]); assess([other])\n"
    "took = []\n"
    "for _ in range(4):\n"
    "    start = time.perf_counter(); assess([path]); took.append(time.perf_counter() - start)\n"
    "print(took[0], sorted(took[1:])[1])\n"
)


def forty_pages(source: Path, folder: Path) -> Path:
    """Return a PDF of 40 pages: the file's first, repeated where there are fewer."""
    pages = pypdfium2.PdfDocument(source)
    made = pypdfium2.PdfDocument.new()
    while len(made) < PAGES:
        made.import_pages(pages, list(range(min(len(pages), PAGES - len(made)))))
    target = folder / "report.pdf"
    made.save(target)
    return target


def timed(*command: str) -> tuple[float, float, str]:
    """Return wall seconds, CPU seconds (children included) and what a command printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, done.stdout


def in_turn(commands: dict[str, tuple[str, ...]], runs: int = RUNS) -> dict[str, dict[str, float]]:
    """Return the median wall and CPU seconds per command, run in turn."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            taken[name].append(timed(*command)[:2])
    return {
        name: {
            "wall": statistics.median(w for w, _ in rows[1:]),
            "cpu": statistics.median(c for _, c in rows[1:]),
        }
        for name, rows in taken.items()
    }


def peak_memory(*command: str) -> float:
    """Return the highest sum of resident memory of a command and its children, in MiB."""
    import psutil

    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    seen, peak = psutil.Process(process.pid), 0
    while process.poll() is None:
        try:
            family = [seen, *seen.children(recursive=True)]
            peak = max(peak, sum(p.memory_info().rss for p in family))
        except psutil.Error:
            pass
        time.sleep(0.02)
    return peak / 2**20


def main() -> None:
    """Print the ratios as one JSON object."""
    python = sys.executable
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else next((ROOT / "corpora/demo").glob("*.pdf"))
    with tempfile.TemporaryDirectory() as folder:
        report = str(forty_pages(source, Path(folder)))
        os.environ["ASSESSOR_CACHE"] = str(Path(folder) / "cache")
        assess = (python, "-m", "assessor", "assess", report, "--format", "json")
        plumber = (python, "-c", PDFPLUMBER, report)
        start = time.perf_counter()
        timed(*assess)
        first_ever = time.perf_counter() - start
        reading = in_turn(
            {
                "pdfplumber": plumber,
                "read": (python, "-c", READ, report),
                "bare": (python, "-c", BARE, report),
                "python": (python, "-c", "import pypdfium2"),
            }
        )
        imports = reading.pop("python")["cpu"]
        cold = in_turn({"pdfplumber": plumber, "assess": assess}, 3)
        other = str(next((ROOT / "corpora/demo").glob("*.docx")))
        new, warm = map(float, timed(python, "-c", WARM, report, other)[2].split())
        starts = in_turn(
            {"help": (python, "-m", "assessor", "--help"), "bare": (python, "-c", "pass")}
        )
        own = {name: times["cpu"] - imports for name, times in reading.items()}
        figures = {
            "source": source.name,
            "pdfplumber_over_read": round(own["pdfplumber"] / own["read"], 1),
            "read_over_bare_pypdfium2": round(own["read"] / own["bare"], 2),
            "cold_assess_over_pdfplumber": round(
                cold["assess"]["wall"] / cold["pdfplumber"]["wall"], 2
            ),
            "warm_assess_over_pdfplumber": round(warm / cold["pdfplumber"]["wall"], 2),
            "warm_assess_of_a_new_file_over_pdfplumber": round(new / cold["pdfplumber"]["wall"], 2),
            "help_over_bare_python_seconds": round(
                starts["help"]["wall"] - starts["bare"]["wall"], 3
            ),
            "first_ever_assess_seconds": round(first_ever, 1),
            "cold_assess_seconds": round(cold["assess"]["wall"], 2),
            "pdfplumber_seconds": round(cold["pdfplumber"]["wall"], 2),
            "peak_memory_mib": round(peak_memory(*assess)),
        }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
