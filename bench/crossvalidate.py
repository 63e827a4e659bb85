"""Cross-validate what a checklist teaches: finding the question, its level and its stance.

Usage: python bench/crossvalidate.py [CHECKLIST_FOLDER]
Five folds over the checklist's own examples, counter-examples and decoys. Prints how often the
right measure (or topic) comes first, the weights of the stack, and how well levels and stances are
told. Examples and real documents differ: these figures compare variants, they promise nothing.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from assessor import checklist, locations
from assessor.judging.levels import graded_examples, rubric
from assessor.matching import hearing as hearings
from assessor.matching.heads import fit, unpacked
from assessor.matching.lessons import UNKNOWN, lessons
from assessor.matching.similarity import learn_ridge
from assessor.matching.specifics import facts
from assessor.matching.stance import stance
from assessor.matching.terms import QuestionTerms, TermsMet

FOLDS = 5


def fold_of(text):
    """Return the fold of a text, the same in every run."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % FOLDS


def held_out_scores(taught, folds):
    """Return word and meaning log-odds of every lesson, from heads that never saw it."""
    word = np.zeros(taught.labels.shape, dtype=np.float32)
    meaning = np.zeros_like(word)
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        heads = unpacked(taught.codes, fit(taught.part(inside.tolist()), with_meaning=True))
        for i, score in zip(
            outside, heads.score([taught.items[i].text for i in outside]), strict=True
        ):
            word[i], meaning[i] = score.word, score.meaning
    return word, meaning


def signs(taught, terms, word, meaning):
    """Return one row of signs per known (lesson, question) pair, with its label and place."""
    rows, labels, places = [], [], []
    for i, item in enumerate(taught.items):
        met = terms.met_in(item.text, item.language)
        for j, code in enumerate(taught.codes):
            if taught.labels[i, j] == UNKNOWN:
                continue
            m = met.get(code, TermsMet())
            rows.append(
                [
                    word[i, j],
                    meaning[i, j],
                    min(len(m.core), 2) ** 0.5,
                    min(len(m.support), 2) ** 0.5,
                    float(m.is_other_sense),
                ]
            )
            labels.append(taught.labels[i, j])
            places.append((i, j))
    return np.array(rows), np.array(labels), places


def first_right(taught, odds, places, measures):
    """Return how often the right question comes first among measures and among topics."""
    best = {}
    for (i, j), value in zip(places, odds, strict=True):
        if value > best.get(i, (-99, -1))[0]:
            best[i] = (value, j)
    right = {"measures": [], "topics": []}
    for i, item in enumerate(taught.items):
        if len(item.codes) == 1 and item.level and i in best:
            kind = "measures" if item.codes[0] in measures else "topics"
            right[kind].append(taught.codes[best[i][1]] in item.codes)
    return {kind: round(float(np.mean(r)), 3) for kind, r in right.items() if r}


def main():
    """Print how well each variant does."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else locations.default_checklist()
    loaded = checklist.load(folder)
    taught, terms = lessons(loaded), QuestionTerms(loaded)
    folds = np.array([fold_of(item.author or item.text) for item in taught.items])
    word, meaning = held_out_scores(taught, folds)
    rows, labels, places = signs(taught, terms, word, meaning)
    measures = {q.code for q in loaded.measures}
    print("lessons", len(taught.items))
    for name, use in (
        ("terms", [2, 3, 4]),
        ("word", [0]),
        ("meaning", [1]),
        ("word + meaning", [0, 1]),
        ("words only", [0, 2, 3, 4]),
        ("full", [0, 1, 2, 3, 4]),
    ):
        model = LogisticRegression(C=100).fit(rows[:, use], labels)
        odds = model.decision_function(rows[:, use])
        auc = _auc(labels, odds)
        first = first_right(taught, odds, places, measures)
        weights = [round(float(c), 2) for c in model.coef_[0]]
        print(
            f"{name:<16} auc {auc:.3f}  first {json.dumps(first)}"
            f"  weights {weights} start {model.intercept_[0]:.2f}"
        )
    _grades("words only", loaded, taught, terms, with_meaning=False)
    _grades("full", loaded, taught, terms, with_meaning=True)
    _stances(taught)


def _auc(labels, odds):
    order = np.argsort(odds)
    ranks = np.empty(len(odds))
    ranks[order] = np.arange(1, len(odds) + 1)
    positives = labels == 1
    n, m = positives.sum(), (~positives).sum()
    return (ranks[positives].sum() - n * (n + 1) / 2) / (n * m)


def _grades(name, loaded, taught, terms, with_meaning):
    rows, levels = graded_examples(loaded, taught, terms, with_meaning=with_meaning)
    texts = [item.text for item in taught.items for _ in item.codes]
    folds = np.array([fold_of(text) for text in texts])
    grades = np.zeros(len(levels))
    for fold in range(FOLDS):
        weights, start = learn_ridge(rows[folds != fold], levels[folds != fold], 16.0)
        grades[folds == fold] = rows[folds == fold] @ weights + start
    said = np.searchsorted(rubric()["borders"], grades)
    off = np.abs(said - levels)
    lengths = np.array([len(text.split()) for text in texts])
    print(
        f"grade {name:<11} exact {np.mean(off == 0):.3f} within one {np.mean(off <= 1):.3f} "
        f"correlation {np.corrcoef(grades, levels)[0, 1]:.3f} "
        f"(length and level {np.corrcoef(lengths, levels)[0, 1]:.3f})"
    )


def _stances(taught):
    """Print how often the stance is heard, by words alone and with meaning on held-out folds."""
    known = [i for i, item in enumerate(taught.items) if item.stance]
    items = [taught.items[i] for i in known]
    seen = [facts(item.text, item.language) for item in items]
    by_words = [stance(i.text, i.language, f).stance for i, f in zip(items, seen, strict=True)]
    folds = np.array([fold_of(item.text) for item in items])
    heard = list(by_words)
    for fold in range(FOLDS):
        inside = [known[i] for i in np.flatnonzero(folds != fold)]
        hearing = hearings.unpacked(hearings.fit(taught.part(inside)))
        for i in np.flatnonzero(folds == fold):
            item = items[i]
            heard[i] = hearing.hear(
                item.text, item.language, seen[i], taught.vectors[known[i]]
            ).stance
    for name, said in (("words only", by_words), ("full", heard)):
        right = np.mean([a.stance == b for a, b in zip(items, said, strict=True)])
        pairs = [(a.stance, b) for a, b in zip(items, said, strict=True) if a.stance != b]
        print(
            f"stance {name:<11} {right:.3f}",
            json.dumps({f"{a}>{b}": n for (a, b), n in sorted(Counter(pairs).items())}),
        )


if __name__ == "__main__":
    main()
