"""Compare the program's assessment with what a reader found in the same documents.

Usage: python bench/agreement.py [FOLDER ...]
Each folder holds the files of a submission and expected.json (see corpora/demo). Prints the
quadratic weighted kappa of measure levels, how many are within one level, F1 of topics, how many of
the reader's quotes are among the first five, and F1 of risks and actions. One submission shows a
direction, no more.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz

from assessor import locations
from assessor.matching.quotes import squeeze
from assessor.pipeline import assess

SAME = 70
"""Of 100: likeness of labels from which two risks or actions are the same."""
SAME_QUOTE = 90
"""Of 100: likeness from which two quotes are the same."""


def weighted_kappa(one, other, levels=5):
    """Return the quadratic weighted kappa of two lists of levels."""
    table = np.zeros((levels, levels))
    for a, b in zip(one, other, strict=True):
        table[a, b] += 1
    weights = np.subtract.outer(np.arange(levels), np.arange(levels)) ** 2
    chance = np.outer(table.sum(1), table.sum(0)) / table.sum()
    return 1 - (weights * table).sum() / (weights * chance).sum()


def f1(hits, found, wanted):
    """Return the F1 of so many hits among found and wanted."""
    return 2 * hits / (found + wanted) if found + wanted else 1.0


def same(found, wanted):
    """Return how many of the wanted labels are found, each once."""
    left, hits = list(found), 0
    for label in wanted:
        best = max(left, key=lambda f: fuzz.token_set_ratio(f, label), default=None)
        if best is not None and fuzz.token_set_ratio(best, label) >= SAME:
            left.remove(best)
            hits += 1
    return hits


def compare(folder, verbose):
    """Return the pairs of measure levels and the counts of one submission."""
    gold = json.loads((folder / "expected.json").read_text("utf-8"))
    made = assess([folder / name for name in gold["files"]], category=gold["category"]).assessment
    topics = {t.code: t for theme in made.themes for t in theme.topics}
    measures = {m.code: m for m in made.measures}
    pairs = [(gold["measures"][c]["level"], m.level) for c, m in measures.items()]
    hits = quotes = 0
    for code, wanted in (gold["measures"] | gold["topics"]).items():
        mine = (measures | topics)[code]
        first = [squeeze(e.quote) for e in mine.evidence[:5]]
        for quote in wanted["quotes"]:
            quotes += 1
            text = squeeze(quote["quote"])
            met = any(
                text in f or f in text or fuzz.partial_ratio(text, f) > SAME_QUOTE for f in first
            )
            hits += met
            if verbose and not met:
                print(f"  {code} level {wanted['level']} missed: {quote['quote'][:110]}")
        if verbose and wanted["level"] != mine.level:
            top = mine.evidence[0].quote[:90] if mine.evidence else ""
            print(f"  {code} gold {wanted['level']} {wanted['plausible']} ours {mine.level}: {top}")
    present = {c for c, t in gold["topics"].items() if t["level"]}
    said = {c for c, t in topics.items() if t.level}
    trapped = 0
    for trap in gold["traps"]:
        fallen = [
            e.quote
            for e in (measures | topics)[trap["would_wrongly_raise"]].evidence
            if squeeze(e.quote) in squeeze(trap["quote"])
            or squeeze(trap["quote"]) in squeeze(e.quote)
        ]
        trapped += bool(fallen)
        if verbose and fallen:
            print("  trap", trap["would_wrongly_raise"], fallen[0][:100])
    return pairs, {
        "quotes": (hits, quotes),
        "traps": (trapped, len(gold["traps"])),
        "topics": (len(present & said), len(said), len(present)),
        "risks": (
            same([r.label for r in made.risks], [r["label"] for r in gold["risks"]]),
            len(made.risks),
            len(gold["risks"]),
        ),
        "actions": (
            same([a.label for a in made.actions], [a["label"] for a in gold["actions"]]),
            len(made.actions),
            len(gold["actions"]),
        ),
    }


def main():
    """Print the figures over all folders."""
    verbose = "-v" in sys.argv
    folders = [Path(a) for a in sys.argv[1:] if a != "-v"] or [locations.demo()]
    pairs, counts = [], []
    for folder in folders:
        levels, counted = compare(folder, verbose)
        pairs += levels
        counts.append(counted)
    total = {k: tuple(map(sum, zip(*(c[k] for c in counts), strict=True))) for k in counts[0]}
    off = [abs(a - b) for a, b in pairs]
    print(
        json.dumps(
            {
                "measures_kappa": round(weighted_kappa(*zip(*pairs, strict=True)), 3),
                "measures_exact": round(sum(o == 0 for o in off) / len(off), 3),
                "measures_within_one": round(sum(o <= 1 for o in off) / len(off), 3),
                "quotes_among_first_five": round(total["quotes"][0] / total["quotes"][1], 3),
                "traps_fallen_into": round(total["traps"][0] / total["traps"][1], 3),
                "topics_f1": round(f1(*total["topics"]), 3),
                "risks_f1": round(f1(*total["risks"]), 3),
                "actions_f1": round(f1(*total["actions"]), 3),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
