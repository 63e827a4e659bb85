"""Measure reading against pdfplumber and bare pypdfium2, side by side in one run.

Usage: python bench/reading.py [FOLDER]
The folder is ../shared/data/documents unless one is named. Prints CPU seconds and ratios per file
and in all. Born-digital files only: those in which bare pypdfium2 finds text on most pages.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pdfplumber
import pypdfium2

from assessor.reading.limits import default_limits
from assessor.reading.pdf import read_pdf

ROUNDS = 3
LEAST_CHARACTERS = 200


def bare(path: Path) -> int:
    """Return the characters per page that pypdfium2 alone finds."""
    document = pypdfium2.PdfDocument(path)
    characters = 0
    for index in range(len(document)):
        page = document[index]
        text_page = page.get_textpage()
        characters += len(text_page.get_text_range())
        text_page.close()
        page.close()
    pages = len(document)
    document.close()
    return characters // max(pages, 1)


def ours(path: Path) -> None:
    """Read the file as the program does."""
    read_pdf(path.read_bytes(), default_limits())


def plumber(path: Path) -> None:
    """Read the text and find the tables with pdfplumber."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.find_tables()
            page.close()


def seconds(work, path: Path, rounds: int) -> float:
    """Return the least CPU seconds of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work(path)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print a line per file and one for all."""
    root = Path(__file__).resolve().parents[2] / "shared" / "data" / "documents"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else root
    total = [0.0, 0.0, 0.0]
    print(f"{'file':44} {'bare':>7} {'ours':>7} {'plumber':>8} {'x bare':>7} {'faster':>7}")
    for path in sorted(folder.rglob("*.pdf")):
        if bare(path) < LEAST_CHARACTERS:
            continue
        row = (
            seconds(bare, path, ROUNDS),
            seconds(ours, path, ROUNDS),
            seconds(plumber, path, 1),
        )
        total = [sum(pair) for pair in zip(total, row, strict=True)]
        _print(path.name, *row)
    _print("all", *total)


def _print(name: str, of_bare: float, of_ours: float, of_plumber: float) -> None:
    print(
        f"{name[:44]:44} {of_bare:7.3f} {of_ours:7.3f} {of_plumber:8.2f} "
        f"{of_ours / of_bare:7.2f} {of_plumber / of_ours:7.1f}"
    )


if __name__ == "__main__":
    main()
