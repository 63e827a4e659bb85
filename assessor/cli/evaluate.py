"""`assessor evaluate`: how well the matching heads find labels in passages that they never saw."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessor.cli.frame import Command

if TYPE_CHECKING:
    from assessor.matching.evaluation import LabelScore


@click.command(cls=Command, help="evaluate.help")
@click.option(
    "--train",
    required=True,
    type=click.Path(path_type=Path),
    metavar="evaluate.file",
    help="evaluate.train",
)
@click.option(
    "--test",
    required=True,
    type=click.Path(path_type=Path),
    metavar="evaluate.file",
    help="evaluate.test",
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="evaluate.format"
)
def evaluate(train: Path, test: Path, form: str) -> int:
    """Fit on one file, score on the other, print F1 per label and their mean."""
    from assessor import locations
    from assessor.checklist import load_all
    from assessor.matching.evaluation import evaluate as measure
    from assessor.matching.evaluation import examples_of, read_lines

    taught, asked = read_lines(train), read_lines(test)
    labels = {name for line in taught for name in line.labels}
    scores = measure(taught, asked, examples_of(load_all(locations.checklists()), labels))
    mean = round(sum(s.f1 for s in scores.values()) / len(scores), 4) if scores else 0.0
    click.echo(_as_json(scores, mean) if form == "json" else _as_text(scores, mean))
    return 0


def _as_json(scores: dict[str, LabelScore], mean: float) -> str:
    import msgspec

    result: dict[str, Any] = {"labels": scores, "mean_f1": mean}
    return msgspec.json.format(msgspec.json.encode(result), indent=2).decode()


def _as_text(scores: dict[str, LabelScore], mean: float) -> str:
    lines = [f"{'':<34}    F1  prec.  recall  n"]
    lines += [
        f"{name[:34]:<34} {s.f1:5.3f}  {s.precision:5.3f}   {s.recall:5.3f}  {s.positives}"
        for name, s in scores.items()
    ]
    return "\n".join([*lines, f"{'mean':<34} {mean:5.3f}"])
