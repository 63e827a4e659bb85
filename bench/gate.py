"""Measure the locked gold documents, and keep floors that the program may not fall below.

Usage: python bench/gate.py [--words-only] [--update [--reason TEXT]]
Prints kappa of measure levels, quotes, topics, traps, risks, actions and the calibration of the
confidence, over all and per language, with a control on shuffled levels. --update writes
tests/evaluation/floors.json; a floor is lowered only with a written reason, which is kept. Where
the labelled statements of AIMS stand beside the project (CC-BY 4.0, not part of it), --update
keeps floors for `assessor evaluate` on them as well.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from functools import cache
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
import agreement

from assessor import checklist, locations
from assessor.matching import evaluation
from assessor.pipeline import Assessed, Engine, read_all

ROOT = Path(__file__).resolve().parent.parent
LOCKED = ROOT / "corpora/gold/locked"
FLOORS = ROOT / "tests/evaluation/floors.json"
STATEMENTS = Path(os.environ.get("ASSESSOR_SHARED", ROOT.parent / "shared")) / "data/labelled"
BINS = 10
SLACK = 0.01
"""What a figure may move between machines without a warning."""


def folders():
    """Return the locked submissions."""
    return sorted(path.parent for path in LOCKED.glob("*/expected.json"))


def corpus_hash():
    """Return a hash of what is measured on: documents and answers."""
    digest = hashlib.sha256()
    for folder in folders():
        for name in sorted(["expected.json", *_gold(folder)["files"]]):
            digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]


def _gold(folder):
    return json.loads((folder / "expected.json").read_text("utf-8"))


def engine_of(*, with_meaning=True):
    """Return the engine of the shipped checklist."""
    return Engine(checklist.load(locations.default_checklist()), with_meaning=with_meaning)


@cache
def _read(folder):
    return read_all([folder / name for name in _gold(folder)["files"]])


def measure(engine):
    """Return all figures of the locked submissions."""
    levels, counts, sure, languages = [], [], [], []
    for folder in folders():
        gold, submission = _gold(folder), _read(folder)
        made = engine.assess(submission, category=gold["category"])
        seen = Assessed(made, submission.documents)
        agreement.assess = lambda *_, seen=seen, **__: seen
        pairs, counted = agreement.compare(folder, verbose=False)
        levels += [(m.code, *pair) for m, pair in zip(made.measures, pairs, strict=True)]
        sure += [m.confidence for m in made.measures]
        languages += [gold["language"]] * len(pairs)
        counts.append(counted)
    return _figures(levels, counts, sure, languages)


def _figures(levels, counts, sure, languages):
    total = {k: tuple(map(sum, zip(*(c[k] for c in counts), strict=True))) for k in counts[0]}
    wanted, ours = ([row[i] for row in levels] for i in (1, 2))
    off = np.abs(np.array(wanted) - np.array(ours))
    fields = [v for k, v in total.items() if k.startswith("action.")]
    right, asked = map(sum, zip(*fields, strict=True))
    rng = np.random.default_rng(0)
    shuffled = [agreement.weighted_kappa(rng.permutation(wanted), ours) for _ in range(200)]
    return {
        "kappa": agreement.weighted_kappa(wanted, ours),
        "within_one": float(np.mean(off <= 1)),
        "exact": float(np.mean(off == 0)),
        "quotes_among_first_five": total["quotes"][0] / total["quotes"][1],
        "topics_f1": agreement.f1(*total["topics"]),
        "traps_avoided": 1 - total["traps"][0] / total["traps"][1],
        "risks_f1": agreement.f1(*total["risks"]),
        "actions_f1": agreement.f1(*total["actions"]),
        "action_fields": right / asked if asked else 1.0,
        "calibration": 1 - _calibration_error(np.array(sure), off <= 1),
        "per_language": {
            language: agreement.weighted_kappa(
                [w for w, at in zip(wanted, languages, strict=True) if at == language],
                [o for o, at in zip(ours, languages, strict=True) if at == language],
            )
            for language in dict.fromkeys(languages)
        },
        "within_one_per_measure": {
            code: float(np.mean([abs(w - o) <= 1 for c, w, o in levels if c == code]))
            for code in dict.fromkeys(row[0] for row in levels)
        },
        "control_shuffled": float(np.mean(shuffled)),
    }


def measure_statements():
    """Return the mean F1 of `assessor evaluate` from each country's statements to the other's."""
    lines = {of: evaluation.read_lines(STATEMENTS / f"aims_{of}.jsonl") for of in ("uk", "ca")}
    labels = {name for line in lines["uk"] for name in line.labels}
    taught = evaluation.examples_of([checklist.load(locations.checklist(Path("msa-au")))], labels)
    return {
        f"{one}_to_{other}": float(
            np.mean([s.f1 for s in evaluation.evaluate(lines[one], lines[other], taught).values()])
        )
        for one, other in (("uk", "ca"), ("ca", "uk"))
    }


def _calibration_error(sure, right):
    """Return the expected calibration error over equal bins of confidence."""
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return float(
        sum(
            abs(sure[bins == b].mean() - right[bins == b].mean()) * np.mean(bins == b)
            for b in set(bins.tolist())
        )
    )


def fallen(figures, floors):
    """Return what fell below its floor, as sentences."""
    below = []
    for name, floor in floors.items():
        if isinstance(floor, dict):
            below += fallen(figures[name], floor)
        elif figures[name] < floor - SLACK:
            below.append(f"{name} is {figures[name]:.3f}, its floor {floor:.3f}")
    return below


def _rounded(value):
    if isinstance(value, dict):
        return {k: _rounded(v) for k, v in value.items()}
    return round(float(value), 3)


def update(figures, reason, statements=None):
    """Write the floors; raise SystemExit where one would be lowered without a reason."""
    kept = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"lowered": []}
    floors = {k: v for k, v in _rounded(figures).items() if k != "control_shuffled"}
    below = fallen(floors, kept.get("floors", {}))
    below += fallen(statements, kept.get("statements", {})) if statements else []
    if below and not reason:
        raise SystemExit("Lowered without --reason: " + "; ".join(below))
    if below:
        kept["lowered"].append({"what": below, "reason": reason})
    kept |= {"corpus": corpus_hash(), "floors": floors}
    kept |= {"statements": _rounded(statements)} if statements else {}
    FLOORS.write_text(json.dumps(kept, indent=2) + "\n", "utf-8")


def main():
    """Print the figures; with --update, keep them as floors."""
    figures = measure(engine_of(with_meaning="--words-only" not in sys.argv))
    print(json.dumps(_rounded(figures), indent=2))
    if "--update" in sys.argv:
        given = "--reason" in sys.argv
        reason = sys.argv[sys.argv.index("--reason") + 1] if given else ""
        update(figures, reason, measure_statements() if STATEMENTS.is_dir() else None)


if __name__ == "__main__":
    main()
