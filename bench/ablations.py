"""Measure what each part of the judging adds: the locked gold documents without it.

Usage: python bench/ablations.py
Prints a line per part that is left out; nothing is fitted anew, so a part that others have learned
to lean on costs more than it would have if it had never been there.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
import gate

from assessor import judging
from assessor.judging import coverage
from assessor.matching import lessons

SHOWN = ("kappa", "within_one", "topics_f1", "quotes_among_first_five", "traps_avoided")
FULL = 4


def without_weights(engine, **weights):
    """Return the engine with some weights of matching at nothing."""
    engine.matcher._weights = replace(engine.matcher._weights, **weights)  # noqa: SLF001
    return engine


@contextmanager
def replaced(place, name, other):
    """Put something else in a module for a while."""
    kept = getattr(place, name)
    setattr(place, name, other)
    yield
    setattr(place, name, kept)


def by_relevance(weighed, *_, **__):
    """Return passages by how surely they are about the question, as if that told."""
    return {
        code: sorted(
            (replace(w, telling=w.candidate.relevance) for w in several),
            key=lambda w: -w.telling,
        )
        for code, several in weighed.items()
    }


class Best:
    """The level of the most telling passage that is shown, in place of what was learned."""

    sureness = 0.5
    own = whole = grade = 0.0
    is_close = False

    def __init__(self, several):
        shown = [w.level for w in several if w.telling >= float(coverage.rubric()["shown_from"])]
        self.level = int(np.max(shown[:1], initial=0))


def level_of_the_best(told, codes, **_):
    """Return per question the level of its most telling passage."""
    return {code: Best(told.get(code, ())) for code in codes}


def tell(name, engine):
    """Print the figures of an engine in one line."""
    figures = gate.measure(engine)
    print(f"{name:42}" + "  ".join(f"{figures[k]:.2f}" for k in SHOWN), flush=True)


def main():
    """Print the figures with everything, and without each part."""
    print(f"{'without':42}" + "  ".join(SHOWN))
    tell("nothing", gate.engine_of())
    tell("embeddings", gate.engine_of(with_meaning=False))
    tell("terms", without_weights(gate.engine_of(), core=0, support=0, heading=0, other_sense=0))
    tell("headings and neighbours", without_weights(gate.engine_of(), context=0))
    with replaced(lessons, "read_corpus", lambda *_: ()):
        tell("training passages", gate.engine_of())
    with replaced(judging, "tell", by_relevance):
        tell("what assessors quote (telling)", gate.engine_of())
    with replaced(judging, "stand", level_of_the_best):
        tell("what assessors give (standing)", gate.engine_of())
    with replaced(coverage, "_ceiling", lambda *_: FULL):
        tell("the rubric's ceilings", gate.engine_of())
    with replaced(
        coverage, "pieces", lambda shown, _along, _case, most: [w.evidence for w in shown[:most]]
    ):
        tell("sentences quoted with those beside them", gate.engine_of())


if __name__ == "__main__":
    main()
