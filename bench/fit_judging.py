"""Fit what readers quote, how telling passages are and where a submission stands.

Usage: python bench/fit_judging.py [--write | --write-standing | --without-readers] [--keep FOLDER]
Learns what readers quote and how telling passages are from the demo, corpora/gold/tune and the
whole documents of corpora/training; where a submission stands from the gold. Needs torch
(reading_on.py). Prints what it gives on documents left out, ten that stand together at a time, as
an assessment would show it; with --write the result goes to readers.npz, telling.json and
standing.yaml in assessor/judging, with --write-standing to the last alone. --keep holds what was
seen of the documents, for another try, and how telling their passages are, for fit_prose.py;
--without-readers says what it would be without readers.npz.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import yaml
from agreement import f1, weighted_kappa
from assessed import folds_of, is_gold, keep_telling, seen_by
from learners import fit_standing, fit_telling, standing_rows
from reading_on import fit_readers, rows_of

from assessor import checklist as checklists
from assessor import locations
from assessor.judging import readers, telling
from assessor.judging.coverage import Circumstances, judge, quoted_along
from assessor.judging.standing import Standing, grade_of
from assessor.judging.trees import unpacked
from assessor.matching.corpus import read_corpus

ROOT = Path(__file__).resolve().parent.parent
JUDGING = ROOT / "assessor/judging"
MADE = (
    "Version 2026.3. Made by bench/fit_judging.py from the demo, corpora/gold/tune and the"
    " submissions of corpora/training; not for editing by hand."
)
FIRST = 5
BORDERS = (0.5, 1.5, 2.5, 3.5)


def odds_left_out(examples, codes):
    """Return per example what readers would quote, by readers that never met the example."""
    odds = [None] * len(examples)
    for fold in folds_of(examples):
        readers = fit_readers([e for i, e in enumerate(examples) if i not in fold], codes)
        for i in fold:
            found = readers.odds(rows_of(examples[i], codes))
            odds[i] = dict(zip(codes, found.T, strict=True))
    return odds


def all_signs(examples, odds, codes):
    """Return per example and code all signs by which telling is learned."""
    read = [
        readers.compared(of, {c: e.weighed[c] for c in codes})
        for e, of in zip(examples, odds, strict=True)
    ]
    return [
        {c: telling.merged(e.signs[c], r.get(c)) for c in codes}
        for e, r in zip(examples, read, strict=True)
    ]


def trees_of(examples, signs, codes, left_out=()):
    """Return the trees that all examples but those left out teach."""
    taught = [
        (e, s) for i, (e, s) in enumerate(zip(examples, signs, strict=True)) if i not in left_out
    ]
    return fit_telling(
        [row for _, s in taught for c in codes for row in s[c]],
        [q for e, _ in taught for c in codes for q in e.quoted[c]],
        [w for e, _ in taught for c in codes for w in e.weights[c]],
    )


def told_of(examples, signs, codes):
    """Return per example its passages by code, most telling first by trees that never met it."""
    told = [None] * len(examples)
    for fold in folds_of(examples):
        trees = unpacked(trees_of(examples, signs, codes, fold))
        for i in fold:
            weighed = {c: examples[i].weighed[c] for c in codes}
            told[i] = telling.ordered(trees, weighed, signs[i])
    return told


def standing_of(examples, rows, codes, left_out=()):
    """Return the standing that the gold but what is left out teaches."""
    known = [i for i, e in enumerate(examples) if is_gold(e) and i not in left_out]
    return fit_standing(
        [(c, *rows[i][c]) for i in known for c in codes],
        [examples[i].levels[c] for i in known for c in codes],
        codes,
    )


def grades_of(examples, rows, codes):
    """Return (example, code) → grade, of the gold, each from what never met it."""
    grades = {}
    for fold in folds_of(examples):
        learned = standing_of(examples, rows, codes, fold)
        for i in fold:
            if is_gold(examples[i]):
                for c in codes:
                    own, whole = rows[i][c]
                    grades[i, c] = grade_of(learned, c, own | whole)
    return grades


def first_border(grades, examples):
    """Return the grade from which most questions are rightly called present."""
    said = np.array(list(grades.values()))
    there = np.array([examples[i].levels[c] > 0 for i, c in grades])
    tries = np.arange(0.2, 1.5, 0.05)
    return max(tries, key=lambda t: f1(((said > t) & there).sum(), (said > t).sum(), there.sum()))


def tell_left_out(kind, questions, examples, told, around, grades, borders):  # noqa: PLR0913, PLR0917
    """Print how well the gold is judged, as an assessment would show it."""
    levels, theirs, quotes, traps = [], [], [], []
    learned = {"borders": borders, "spread": 1.0, "usual": {}}
    for i, e in enumerate(examples):
        if not is_gold(e):
            continue
        shown = {}
        for q in questions:
            standing = Standing(grades[i, q.code], learned)
            judged = judge(q, told[i][q.code], standing, around[i], e.case)
            levels.append(judged.level)
            theirs.append(e.levels[q.code])
            shown[q.code] = [_passages(piece, e.case.passages) for piece in judged.evidence]
        asked = [(c, places) for c, places in e.asked if c in shown]
        quotes += [any(set(places) & piece for piece in shown[c][:FIRST]) for c, places in asked]
        trapped = [(c, places) for c, places in e.traps if c in shown]
        traps += [any(set(places) & piece for piece in shown[c]) for c, places in trapped]
    levels, theirs = np.array(levels), np.array(theirs)
    off = abs(levels - theirs)
    both = ((levels > 0) & (theirs > 0)).sum()
    print(
        f"{kind}: quotes among first five {np.mean(quotes):.3f}, traps {np.mean(traps):.3f},",
        f"kappa {weighted_kappa(theirs, levels):.3f}, within one {np.mean(off <= 1):.3f},",
        f"exact {np.mean(off == 0):.3f}, bias {np.mean(levels - theirs):+.2f},",
        f"presence F1 {f1(both, (levels > 0).sum(), (theirs > 0).sum()):.3f}",
        flush=True,
    )


def _passages(piece, passages):
    """Return the indices of the passages that a piece of evidence quotes."""
    near = range(max(0, piece.passage - 3), min(len(passages), piece.passage + 4))
    home = passages[piece.passage]
    return {
        i
        for i in near
        if i == piece.passage
        or (
            (home.document, home.block) == (passages[i].document, passages[i].block)
            and passages[i].text in piece.quote
        )
    }


def learn(kind, questions, examples, told, around):
    """Print how well the questions are judged on documents left out; return their standing."""
    codes = [q.code for q in questions]
    rows = [standing_rows(t, codes) for t in told]
    grades = grades_of(examples, rows, codes)
    first = BORDERS[0] if kind == "measures" else round(float(first_border(grades, examples)), 2)
    borders = [first, *BORDERS[1:]]
    tell_left_out(kind, questions, examples, told, around, grades, borders)
    off = [grade - examples[i].levels[c] for (i, c), grade in grades.items()]
    learned = standing_of(examples, rows, codes)
    return learned | {"borders": borders, "spread": round(float(np.std(off)), 2)}


def write_telling(trees, network):
    """Keep what was learned of passages where the judging reads it."""
    about = "The chance that an assessor would quote a passage, as decision trees over its signs"
    _keep("telling.json", {"about": f"{about} (signs.py, readers.py). {MADE}"} | trees, "]],")
    kept = {name: layer.astype(np.float16) for name, layer in network.weights.items()}
    np.savez_compressed(JUDGING / "readers.npz", codes=np.array(network.codes), **kept)


def write_standing(standing):
    """Keep what was learned of whole submissions where the judging reads it."""
    head = (
        f"# How much each sign adds to the grade, 0 to 4, at which a submission stands.\n# {MADE}\n"
    )
    text = yaml.safe_dump(_rounded(standing), sort_keys=False, allow_unicode=True)
    (JUDGING / "standing.yaml").write_text(head + text, "utf-8")


def _keep(name, kept, line_end):
    text = json.dumps(kept, separators=(",", ":")).replace(line_end, f"{line_end}\n")
    (JUDGING / name).write_text(text + "\n", "utf-8")


def _rounded(value):
    if isinstance(value, dict):
        return {k: _rounded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_rounded(v) for v in value]
    return round(value, 4)


def main():
    """Print the figures; with --write, keep what was learned."""
    checklist = checklists.load(locations.default_checklist())
    passages = read_corpus(locations.training())
    folder = Path(sys.argv[sys.argv.index("--keep") + 1]) if "--keep" in sys.argv else None
    kinds = {"measures": checklist.measures, "topics": checklist.topics}
    codes = {kind: [q.code for q in questions] for kind, questions in kinds.items()}
    every = [code for of in codes.values() for code in of]
    has_readers = "--without-readers" not in sys.argv
    trees, standing = {}, {}
    for with_meaning in (True, False):
        examples = seen_by(checklist, passages, with_meaning, folder)
        mode = "full" if with_meaning else "words_only"
        print(mode, len(examples), "documents", flush=True)
        reads = with_meaning and has_readers
        odds = odds_left_out(examples, every) if reads else [{}] * len(examples)
        seen = {kind: all_signs(examples, odds, of) for kind, of in codes.items()}
        told = {kind: told_of(examples, seen[kind], of) for kind, of in codes.items()}
        if folder and reads:
            several = [m | t for m, t in zip(*told.values(), strict=True)]
            keep_telling(folder, {e.name: t for e, t in zip(examples, several, strict=True)})
        around = [
            Circumstances((), along=quoted_along(m | t))
            for m, t in zip(*told.values(), strict=True)
        ]
        standing[mode] = {
            kind: learn(kind, of, examples, told[kind], around) for kind, of in kinds.items()
        }
        known = "read" if with_meaning else mode
        trees[known] = {kind: trees_of(examples, seen[kind], of) for kind, of in codes.items()}
        if with_meaning:
            own = [e.signs for e in examples]
            trees[mode] = {kind: trees_of(examples, own, of) for kind, of in codes.items()}
            network = fit_readers(examples, every)
    if "--write" in sys.argv and has_readers:
        write_telling(trees, network)
    if {"--write", "--write-standing"} & set(sys.argv) and has_readers:
        write_standing(standing)


if __name__ == "__main__":
    main()
