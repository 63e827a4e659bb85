"""Say how far two readers of the gold documents agreed before they settled.

Usage: python bench/second_reading.py [--tune]
Each file in corpora/gold/second_reading and corpora/gold/locked/second_reading holds the levels
that a second reader set without having seen any answer, and under "first" those of the first
reader as first written. Prints by document and over all: quadratic weighted kappa of the measure
levels, the share that is the same, the share at most one apart, F1 of topics present and, where the
second reader quoted, the share of the first reader's quotes among the second's first five per
question. One document has fourteen levels, often of one kind: read its kappa as a direction. With
--tune the locked documents stay shut.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from assessed import holds
from sklearn.metrics import cohen_kappa_score

from assessor.matching.quotes import squeeze

GOLD = Path(__file__).parents[1] / "corpora" / "gold"
FIRST = 5


def read(path):
    """Return the pairs of measure levels of a second reading, and its two sets of topics."""
    second = json.loads(path.read_text("utf-8"))
    first = second["first"]
    pairs = [(level, second["measures"][code]) for code, level in first["measures"].items()]
    topics = [{code for code, level in r["topics"].items() if level} for r in (first, second)]
    return pairs, topics


def quoted(path):
    """Return per quote of the first reader whether the second quoted it; none where none did."""
    second = json.loads(path.read_text("utf-8")).get("quotes", {})
    if not second:
        return []
    answers = GOLD / "tune" / path.stem / "expected.json"
    first = json.loads(answers.read_text("utf-8"))
    return [
        any(holds(squeeze(mine), squeeze(quote["quote"])) for mine in second.get(code, [])[:FIRST])
        for code, found in (first["measures"] | first["topics"]).items()
        for quote in found["quotes"]
    ]


def line(name, pairs, topics, quotes):
    """Return the figures as one line.

    Args:
        name: what they are of.
        pairs: levels of both readers.
        topics: how many both found, the second, and the first.
        quotes: per quote of the first whether the second has it.
    """
    hits, found, wanted = topics
    exact = sum(one == other for one, other in pairs) / len(pairs)
    near = sum(abs(one - other) <= 1 for one, other in pairs) / len(pairs)
    kappa = cohen_kappa_score(*zip(*pairs, strict=True), labels=range(5), weights="quadratic")
    alike = 2 * hits / (found + wanted)
    same = f"{sum(quotes) / len(quotes):8.2f}" if quotes else ""
    return f"{name:18}{kappa:8.2f}{exact:8.2f}{near:12.2f}{alike:10.2f}{same}"


def main():
    """Print the agreement of all second readings, by document and together."""
    folders = [GOLD / "second_reading"]
    if "--tune" not in sys.argv[1:]:
        folders.append(GOLD / "locked" / "second_reading")
    every, counts, quotes = [], (0, 0, 0), []
    print(
        f"{'document':18}{'kappa':>8}{'exact':>8}{'within one':>12}{'topics F1':>10}{'quotes':>8}"
    )
    paths = [path for folder in folders for path in folder.glob("*.json")]
    for path in sorted(paths, key=lambda path: path.name):
        pairs, (first, second) = read(path)
        here = len(first & second), len(second), len(first)
        print(line(path.stem, pairs, here, quoted(path)))
        every += pairs
        counts = tuple(map(sum, zip(counts, here, strict=True)))
        quotes += quoted(path)
    print(line(f"all {len(paths)}", every, counts, quotes))


if __name__ == "__main__":
    main()
