"""Symbols and colours for levels, judgements and stances: never one without the word beside it.

Without Textual; colours are names of theme variables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.model import Words
from tui.saying import say

if TYPE_CHECKING:
    from assessor.dossiers.review import Opinion
    from assessor.model import FindingKind, Stance

HIGHEST = 4
STAKEHOLDERS = "SE"
NOTHING = Words("", "")
"""Says nothing, to clear a line."""
_OPINION_SYMBOLS = {"agree": "✓", "disagree": "≠", "doubt": "?", "not_applicable": "–", None: "·"}
_OPINION_COLOURS = {
    "agree": "$text-success",
    "disagree": "$text-error",
    "doubt": "$text-warning",
    "not_applicable": "$muted",
    None: "$muted",
}
_SURE = 0.75
_FAIR = 0.5
"""Chances from which a level is called fairly sure and moderately sure; below even it is not."""


def is_measure(code: str) -> bool:
    """Return whether a code is one that people know by its number: 2.4, SE."""
    return code[:1].isdigit() or code == STAKEHOLDERS


def squares(level: int) -> str:
    """Return the level as four squares, filled from the left."""
    return "■" * level + "□" * (HIGHEST - level)


def level_name(level: int) -> Words:
    """Return the word of the contract for a level."""
    return say(f"screen.level.{level}")


def level_told(level: int, language: str) -> str:
    """Return symbol, number and word of a level."""
    return f"{squares(level)} {level} {level_name(level).told_in(language)}"


def opinion_symbol(opinion: Opinion | None) -> str:
    """Return one character for a judgement."""
    return _OPINION_SYMBOLS[opinion]


def opinion_colour(opinion: Opinion | None) -> str:
    """Return the colour of a judgement."""
    return _OPINION_COLOURS[opinion]


def opinion_name(opinion: Opinion | None) -> Words:
    """Return the word for a judgement."""
    return say(f"screen.opinion.{opinion or 'open'}")


def kind_name(kind: FindingKind) -> Words:
    """Return the words for a kind of finding."""
    return say(f"screen.kind.{kind}")


def stance_name(stance: Stance) -> Words:
    """Return the word for how firm a passage is."""
    return say(f"screen.stance.{stance}")


def certainty(confidence: float) -> Words:
    """Return a word for how sure the machine is; never a bare percentage."""
    if confidence >= _SURE:
        return say("screen.certainty.high")
    return say("screen.certainty.fair" if confidence >= _FAIR else "screen.certainty.low")
