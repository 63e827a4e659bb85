"""`assessor checklist`: look a checklist over before it judges anyone."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessor.cli.authoring import check, new, try_
from assessor.cli.frame import Command, Group
from assessor.cli.speaking import language, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.checklist import Bilingual, Checklist, Question

_WIDTH = 80


@click.group(cls=Group, help="checklist.help")
def checklist() -> None:
    """Hold the commands about checklists."""


for command in (check, new, try_):
    checklist.add_command(command)


@checklist.command(cls=Command, help="checklist.help_show")
@click.argument("code", required=False, metavar="CODE")
@click.option(
    "--checklist",
    "path",
    type=click.Path(path_type=Path),
    metavar="checklist.folder",
    help="checklist.option_folder",
)
def show(code: str | None, path: Path | None) -> int:
    """Print the questions of a checklist, one of them in full, or the profile of a category."""
    loaded = _load(path)
    if code is None:
        click.echo("\n".join(_overview(loaded)))
        return 0
    if lines := _profile(code, loaded):
        click.echo("\n".join(lines))
        return 0
    if code not in {question.code for question in loaded.questions}:
        raise click.UsageError(told("explain.unknown").format(code=code))
    click.echo("\n".join(_in_full(loaded.question(code))))
    return 0


@checklist.command(cls=Command, help="checklist.help_schema")
def schema() -> int:
    """Print the JSON Schema of a question file, for editors."""
    import json

    from assessor.checklist import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return 0


def _load(path: Path | None) -> Checklist:
    from assessor import locations
    from assessor.checklist import load

    return load(locations.checklist(path))


def _profile(code: str, loaded: Checklist) -> list[str]:
    """Return the profile of a category as lines; none where the code is of no category."""
    from assessor import locations
    from assessor.checklist import load_categories
    from assessor.cli.profile import in_full

    categories = load_categories(locations.categories())
    profile = categories.profile(code)
    names = {question.code: _said(question.name) for question in loaded.topics}
    return list(in_full(profile, categories, names)) if profile else []


def _overview(loaded: Checklist) -> list[str]:
    manifest = loaded.manifest
    lines = [
        f"{_said(manifest.name)} ({manifest.id} {manifest.version}, {manifest.licence})",
        *_wrapped(_said(manifest.source), 2),
        *_wrapped(_said(manifest.note), 2),
    ]
    for step in manifest.steps:
        lines += ["", _said(step.name), *_named(loaded, step.measures)]
    for theme in manifest.themes:
        lines += [
            "",
            _said(theme.name),
            *_named(loaded, [f"{theme.code}.{t}" for t in theme.topics]),
        ]
    return lines


def _named(loaded: Checklist, codes: Sequence[str]) -> list[str]:
    names = [f"{code}  {_said(loaded.question(code).name)}" for code in codes]
    return [line for name in names for line in _wrapped(name, 2, hanging=4)]


def _in_full(question: Question) -> list[str]:
    lines = [f"{question.code} {_said(question.name)}", *_wrapped(_said(question.question), 2)]
    lines += _wrapped(_said(question.why), 2)
    lines += _wrapped("; ".join(question.references), 2)
    lines += _titled("checklist.part_levels")
    for level, text in enumerate(question.levels.in_order, 1):
        lines += _wrapped(f"{level}  {_said(text)}", 2, hanging=3)
    lines += _titled("checklist.part_aspects")
    for aspect in question.aspects:
        lines += _wrapped(f"{aspect.level}  {_said(aspect.name)}", 2, hanging=3)
    lines += _titled("checklist.part_terms")
    lines += _wrapped(", ".join(question.terms.core.in_language(language())), 2)
    lines += _titled("checklist.part_dialogue")
    for text in (question.dialogue.open, question.dialogue.verify, question.dialogue.acceptable):
        lines += _wrapped(f"- {_said(text)}", 2, hanging=2)
    return lines


def _titled(key: str) -> list[str]:
    return ["", told(key)]


def _said(text: Bilingual) -> str:
    return text.words.told_in(language())


def _wrapped(text: str, indent: int, hanging: int = 0) -> list[str]:
    first, rest = " " * indent, " " * (indent + hanging)
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest)
