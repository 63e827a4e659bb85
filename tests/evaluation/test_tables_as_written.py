"""Tables of the gold submissions, whose every cell is known from their source, with a floor."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVERY = 3
"""Of so many submissions one is read here; `python bench/tables.py` reads all."""


def scorer():
    spec = importlib.util.spec_from_file_location("bench_tables", ROOT / "bench/tables.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_rows_of_tables_are_read_as_they_were_written():
    tables = scorer()
    measured = [tables.measure(folder) for folder in tables.submissions()[::EVERY]]
    total = sum(len(rows) for rows, _ in measured)
    differing = [row for _, wrong in measured for row in wrong]
    assert total > 400
    assert len(differing) <= 0.04 * total, differing
