"""`assessor explain`: why a sentence would or would not count."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessor.cli.frame import Command
from assessor.cli.speaking import language, told
from assessor.texts import say

if TYPE_CHECKING:
    from assessor.judging.explanation import Explanation
    from assessor.model import Words

_LIKELIEST = 3


@click.command(cls=Command, help="explain.help")
@click.argument("sentence", metavar="explain.sentence")
@click.option("--measure", metavar="CODE", help="explain.measure")
@click.option("--topic", metavar="CODE", help="explain.topic")
@click.option(
    "--checklist",
    type=click.Path(path_type=Path),
    metavar="checklist.folder",
    help="checklist.option_folder",
)
def explain(sentence: str, measure: str | None, topic: str | None, checklist: Path | None) -> int:
    """Print what each part says of a sentence."""
    from assessor.pipeline import engine

    ready = engine(checklist)
    code = measure or topic
    known = {question.code for question in ready.checklist.questions}
    if code is not None and code not in known:
        raise click.UsageError(told("explain.unknown").format(code=code))
    explanations = ready.explain(sentence)
    chosen = [e for e in explanations if e.code == code] if code else explanations[:_LIKELIEST]
    click.echo("\n\n".join(_told(explanation) for explanation in chosen))
    return 0


def _told(explanation: Explanation) -> str:
    lines = [f"{explanation.code} {told(explanation.name)}: {told(_verdict(explanation))}"]
    percent = round(100 * explanation.relevance)
    parts = [say("explain.relevance", percent=percent), *explanation.parts]
    for part in parts:
        lines += textwrap.wrap(
            part.told_in(language()), 80, initial_indent="  - ", subsequent_indent="    "
        )
    return "\n".join(lines)


def _verdict(explanation: Explanation) -> Words:
    if not explanation.counts:
        return say("explain.counts_not")
    word = say(f"judging.level_{explanation.level}")
    return say("explain.counts", level=explanation.level, word=word)
