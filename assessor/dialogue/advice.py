"""What the program warns of in an agenda: too many topics, too long, too little time for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.dialogue.agenda import Agenda
    from assessor.model import Words


def warnings(agenda: Agenda) -> Iterator[Words]:
    """Yield a sentence for everything that makes this talk harder than it needs to be."""
    rule = rules("assessor.dialogue", "agenda")
    if len(agenda.topics) > rule["most_topics"]:
        yield say("dialogue.too_many", count=len(agenda.topics), most=rule["most_topics"])
    if agenda.minutes > rule["longest"]:
        yield say("dialogue.too_long", minutes=agenda.minutes, most=rule["longest"])
    if agenda.minutes < rule["shortest"]:
        yield say("dialogue.too_short", minutes=agenda.minutes, least=rule["shortest"])
    if agenda.topics and agenda.minutes_for_a_topic < rule["least_minutes_for_a_topic"]:
        yield say("dialogue.too_hasty", minutes=agenda.minutes_for_a_topic)
    if not agenda.strengths:
        yield say("dialogue.no_strength")
