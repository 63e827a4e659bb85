"""Compare the program's assessment with what a reader found in the same documents.

Usage: python bench/agreement.py [FOLDER ...]
Each folder holds the files of a submission and expected.json (see corpora/demo). Prints the
quadratic weighted kappa of measure levels, how many are within one level, F1 of topics, how many of
the reader's quotes are among the first five, F1 of risks and actions, and of those that both have,
the share of fields that are right. A line per submission says where it goes well or ill. One
submission shows a direction, no more.
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

STATUSES = {"stopped": "unknown"}
"""Reader's status that an assessment does not have, with the one that it gives in its place."""


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


def paired(found, wanted):
    """Return (ours, the reader's) for every wanted risk or action that is found, each once."""
    left, pairs = list(found), []
    for want in wanted:
        best = max(left, key=lambda f: alike(f.label, want["label"]), default=None)
        if best is not None and alike(best.label, want["label"]) >= SAME:
            left.remove(best)
            pairs.append((best, want))
    return pairs


def alike(one, other):
    """Return how alike two labels are, 0 to 100."""
    return fuzz.token_set_ratio(one, other)


def fits(ours, theirs):
    """Return whether two values of a field say the same; nothing is only the same as nothing."""
    if ours is None or theirs is None:
        return ours is theirs
    return alike(ours.casefold(), theirs.casefold()) >= SAME


def action_fields(pairs, risk_pairs):
    """Return (right, asked) per field of the actions that both have."""
    named = {ours.id: theirs["id"] for ours, theirs in risk_pairs}
    right = {
        field: [fits(getattr(ours, field), theirs[field]) for ours, theirs in pairs]
        for field in ("owner", "deadline", "kpi")
    }
    right["status"] = [
        ours.status == STATUSES.get(theirs["status"], theirs["status"]) for ours, theirs in pairs
    ]
    right["risk"] = [
        (named.get(ours.risk, "another") if ours.risk else None) in answered(theirs)
        for ours, theirs in pairs
    ]
    return {f"action.{f}": (sum(r), len(r)) for f, r in right.items()}


def answered(action):
    """Return the risks that a reader says an action answers; an assessment names one of them."""
    return action["risk"] if isinstance(action["risk"], list) else [action["risk"]]


def risk_fields(pairs):
    """Return (right, asked) per field of the risks that both have.

    A topic that the reader named beside the first is right too.
    """
    right = {
        "topic": [r.topic in {g["topic"], *g["also_topics"]} for r, g in pairs],
        "countries": [set(r.countries) == set(g["countries"]) for r, g in pairs],
        "tier": [r.tier == g["tier"] for r, g in pairs],
        "prioritised": [r.prioritised == g["prioritised"] for r, g in pairs],
    }
    return {f"risk.{f}": (sum(r), len(r)) for f, r in right.items()}


def tell_apart(kind, found, wanted, pairs):
    """Print which risks or actions only one of the two has."""
    ours, theirs = {id(f) for f, _ in pairs}, {g["id"] for _, g in pairs}
    for want in wanted:
        if want["id"] not in theirs:
            print(f"  {kind} missed: {want['label'][:110]}")
    for one in found:
        if id(one) not in ours:
            print(f"  {kind} of ours alone: {one.label[:110]}")


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
    risks, actions = paired(made.risks, gold["risks"]), paired(made.actions, gold["actions"])
    if verbose:
        tell_apart("risk", made.risks, gold["risks"], risks)
        tell_apart("action", made.actions, gold["actions"], actions)
    return pairs, {
        "quotes": (hits, quotes),
        "traps": (trapped, len(gold["traps"])),
        "topics": (len(present & said), len(said), len(present)),
        "risks": (len(risks), len(made.risks), len(gold["risks"])),
        "actions": (len(actions), len(made.actions), len(gold["actions"])),
        **risk_fields(risks),
        **action_fields(actions, risks),
    }


def share(right, asked):
    """Return the share that is right; None where nothing was asked."""
    return round(right / asked, 3) if asked else None


def line(folder, levels, counted):
    """Return one submission in one line."""
    fields = [v for k, v in counted.items() if k.startswith("action.")]
    right, asked = map(sum, zip(*fields, strict=True))
    told = {
        "levels": round(weighted_kappa(*zip(*levels, strict=True)), 2),
        "topics": round(f1(*counted["topics"]), 2),
        "risks": counted["risks"],
        "actions": counted["actions"],
        "fields": share(right, asked),
    }
    return f"{folder.name:24}" + "  ".join(f"{k} {v}" for k, v in told.items())


def main():
    """Print the figures over all folders."""
    verbose = "-v" in sys.argv
    folders = [Path(a) for a in sys.argv[1:] if a != "-v"] or [locations.demo()]
    pairs, counts = [], []
    for folder in folders:
        levels, counted = compare(folder, verbose)
        print(line(folder, levels, counted))
        pairs += levels
        counts.append(counted)
    total = {k: tuple(map(sum, zip(*(c[k] for c in counts), strict=True))) for k in counts[0]}
    off = [abs(a - b) for a, b in pairs]
    fields = {k: v for k, v in total.items() if "." in k}
    on_actions = [v for k, v in fields.items() if k.startswith("action.")]
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
                "fields_right": share(*map(sum, zip(*on_actions, strict=True))),
                "right_per_field": {k: share(*v) for k, v in fields.items()},
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
