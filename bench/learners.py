"""What bench/fit_judging.py learns with: trees of telling, sums of standing."""

from __future__ import annotations

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import Ridge

from assessor.judging import standing
from assessor.judging.trees import LEAF

TREES = {
    "max_iter": 150,
    "learning_rate": 0.05,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 30,
    "l2_regularization": 5,
    "random_state": 0,
}
STANDING_STRENGTH, OFFSET_SCALE = 300.0, 0.25
MOST_STRETCH = 1.6


def fit_telling(rows, quoted, weights):
    """Return the trees of how telling a passage is, as they are kept.

    Args:
        rows: signs by name, per passage and question.
        quoted: whether a reader quoted it there.
        weights: how much each teaches.
    """
    names = list(rows[0])
    table = np.array([[row[n] for n in names] for row in rows])
    model = HistGradientBoostingClassifier(**TREES)
    model.fit(table, np.array(quoted), sample_weight=np.array(weights, float))
    start = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001  # no public way out
    grown = [tree.nodes.tolist() for (tree,) in model._predictors]  # noqa: SLF001
    fields = {n: i for i, n in enumerate(model._predictors[0][0].nodes.dtype.names)}  # noqa: SLF001
    return {"signs": names, "start": start, "trees": [_as_kept(tree, fields) for tree in grown]}


def _as_kept(nodes, fields):
    """Return a tree as lists of sign, border, low, high and answer."""

    def node(n):
        at = {name: n[place] for name, place in fields.items()}
        if at["is_leaf"]:
            return [LEAF, 0, 0, 0, round(at["value"], 5)]
        return [at["feature_idx"], round(at["num_threshold"], 5), at["left"], at["right"], 0]

    return [node(n) for n in nodes]


def standing_rows(told, codes):
    """Return the signs of standing by code: its own, and those of the whole document."""
    own = {c: standing.signs(told[c]) for c in codes}
    whole = standing.overall(list(own.values()), [w for c in codes for w in told[c]])
    return {c: (own[c], whole) for c in codes}


def fit_standing(rows, levels, codes):
    """Return the weights of standing: one per sign and one offset per question.

    Args:
        rows: code, own signs and signs of the whole, per document and question.
        levels: that readers gave.
        codes: all of them.
    """
    names = [*rows[0][1], *rows[0][2]]
    table = np.array(
        [
            [*own.values(), *whole.values(), *(float(c == k) for k in codes)]
            for c, own, whole in rows
        ]
    )
    mean, scale = table.mean(0), table.std(0) + 1e-6
    scale[len(names) :] = OFFSET_SCALE
    model = Ridge(STANDING_STRENGTH).fit((table - mean) / scale, levels)
    weights = model.coef_ / scale
    start = float(model.intercept_ - weights @ mean)
    said = table @ weights + start
    stretch = min(float(np.std(levels) / max(np.std(said), 0.2)), MOST_STRETCH)
    middle = float(np.mean(levels))
    learned = {
        "start": middle + (start - middle) * stretch,
        "weights": {n: float(w) * stretch for n, w in zip(names, weights, strict=False)},
        "questions": {
            c: float(w) * stretch for c, w in zip(codes, weights[len(names) :], strict=True)
        },
    }
    return learned | {
        "usual": {
            "own": float(np.mean([standing.points(learned, own) for _, own, _ in rows])),
            "whole": float(np.mean([standing.points(learned, whole) for *_, whole in rows])),
        }
    }
