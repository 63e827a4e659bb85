"""Measure how many rows of the tables in the gold submissions are read as they were written.

Usage: python bench/tables.py [NUMBER ...]
Takes the PDFs of corpora/gold/tune, or of those numbers, whose source says every cell. A row is
right when the same cells stand beside each other in one row that is read, wherever its table is;
case, signs and marks of notes do not count. Prints the rows that differ, by submission.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import yaml

from assessor.reading import read

GOLD = Path(__file__).resolve().parent.parent / "corpora/gold/tune"
FEWEST = 2
"""Filled cells of a row that is one."""


def written(part):
    """Yield the rows of every table in a source, as tuples of folded cells."""
    if isinstance(part, dict):
        for row in part.get("rows") or ():
            if isinstance(row, list):
                yield folded(cell.get("text") if isinstance(cell, dict) else cell for cell in row)
        for inner in part.values():
            yield from written(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from written(inner)


def found(document):
    """Return the rows of all tables that were read, in the same form."""
    rows = {}
    for number, block in enumerate(document.blocks):
        for cell in sorted(block.cells, key=lambda c: c.column):
            rows.setdefault((number, cell.row), []).append(cell.text)
    return {folded(row) for row in rows.values()}


def folded(cells):
    """Return the cells that hold something, as bare small letters."""
    bare = (re.sub(r"\[\^\w+\]|\W", "", str(cell or "")).casefold() for cell in cells)
    return tuple(cell for cell in bare if cell)


def measure(folder):
    """Return the rows of a submission's tables, and those that are not read as such."""
    (path,) = folder.glob("*.pdf")
    source = yaml.safe_load((folder / "source.yaml").read_text("utf-8"))
    rows = [row for row in written(source) if len(row) >= FEWEST]
    as_read = found(read(path)) if rows else set()
    return rows, [row for row in rows if row not in as_read]


def submissions(numbers=()):
    """Return the folders that hold a PDF with its source, in order of number."""
    folders = sorted(GOLD.iterdir(), key=lambda f: int(f.name.partition("-")[0]))
    wanted = [f for f in folders if not numbers or f.name.partition("-")[0] in numbers]
    return [f for f in wanted if (f / "source.yaml").exists() and [*f.glob("*.pdf")]]


def main():
    """Print what differs, and the share of rows that are right."""
    total = differing = 0
    for folder in submissions(set(sys.argv[1:])):
        rows, wrong = measure(folder)
        total, differing = total + len(rows), differing + len(wrong)
        for row in wrong:
            print(f"{folder.name:24}{' | '.join(row)[:100]}")
    print(f"{total - differing} of {total} rows as written: {1 - differing / total:.3f}")


if __name__ == "__main__":
    main()
