"""Say how far two readers of the gold documents agreed before they settled.

Usage: python bench/second_reading.py [--tune]
Each file in corpora/gold/second_reading and corpora/gold/locked/second_reading holds the levels
that a second reader set without having seen any answer, and under "first" those of the first
reader as first written. Prints by document and over all: quadratic weighted kappa of the measure
levels, the share that is the same, the share at most one apart, and F1 of topics present. One
document has fourteen levels, often of one kind: read its kappa as a direction. With --tune the
locked documents stay shut.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sklearn.metrics import cohen_kappa_score

GOLD = Path(__file__).parents[1] / "corpora" / "gold"


def read(path):
    """Return the pairs of measure levels of a second reading, and its two sets of topics."""
    second = json.loads(path.read_text("utf-8"))
    first = second["first"]
    pairs = [(level, second["measures"][code]) for code, level in first["measures"].items()]
    topics = [{code for code, level in r["topics"].items() if level} for r in (first, second)]
    return pairs, topics


def line(name, pairs, hits, found, wanted):
    """Return the figures as one line."""
    exact = sum(one == other for one, other in pairs) / len(pairs)
    near = sum(abs(one - other) <= 1 for one, other in pairs) / len(pairs)
    kappa = cohen_kappa_score(*zip(*pairs, strict=True), labels=range(5), weights="quadratic")
    topics = 2 * hits / (found + wanted)
    return f"{name:18}{kappa:8.2f}{exact:8.2f}{near:12.2f}{topics:10.2f}"


def main():
    """Print the agreement of all second readings, by document and together."""
    folders = [GOLD / "second_reading"]
    if "--tune" not in sys.argv[1:]:
        folders.append(GOLD / "locked" / "second_reading")
    every, hits, found, wanted = [], 0, 0, 0
    print(f"{'document':18}{'kappa':>8}{'exact':>8}{'within one':>12}{'topics F1':>10}")
    paths = [path for folder in folders for path in folder.glob("*.json")]
    for path in sorted(paths, key=lambda path: path.name):
        pairs, (first, second) = read(path)
        every += pairs
        both = len(first & second)
        hits, found, wanted = hits + both, found + len(second), wanted + len(first)
        print(line(path.stem, pairs, both, len(second), len(first)))
    print(line(f"all {len(paths)}", every, hits, found, wanted))


if __name__ == "__main__":
    main()
