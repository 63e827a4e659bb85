"""Measure how many characters of scanned Dutch pages are recognised rightly.

Usage: python bench/scans.py [PAGES]
Makes the pages (8 unless told) of tests/data/born/scans.py: 200 dots per inch, from two degrees
askew to the one side to two degrees to the other, grey and noisy. Prints per page how many of its
characters are wrong (edit distance to the source) and the accuracy over all. Needs tesseract with
nld and eng.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "data")]

from born.scans import clean, scanned  # noqa: E402  # the test files stand beside the project

from assessor import reading  # noqa: E402
from assessor.reading.limits import default_limits  # noqa: E402

PATIENCE = 600


def main() -> None:
    """Print a line per page and one for all."""
    data, texts = clean(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.pdf"
        path.write_bytes(scanned(data))
        blocks = reading.read(path, replace(default_limits(), ocr_seconds=PATIENCE)).blocks
    mistakes = 0
    for number, truth in enumerate(texts, 1):
        read = "\n".join(block.text for block in blocks if block.page == number)
        wrong = Levenshtein.distance(truth, read)
        mistakes += wrong
        print(f"page {number}: {wrong} of {len(truth)}")
    print(f"accuracy {1 - mistakes / sum(map(len, texts)):.4f}")


if __name__ == "__main__":
    main()
