"""`assessor checklist check`, `new` and `try`: what an author of checklists needs."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessor.cli.frame import Command
from assessor.cli.speaking import language, told
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.authoring.check import Checked
    from assessor.authoring.trial import Change, Hit, Tried

_WIDTH = 80
_REMARKS = 10
"""Remarks that are shown by default: enough to see what kind they are."""


@click.command(cls=Command, help="checklist.help_check")
@click.argument("path", required=False, type=click.Path(path_type=Path), metavar="checklist.folder")
@click.option("--all", "in_full", is_flag=True, help="checklist.option_all")
def check(path: Path | None, in_full: bool) -> int:
    """Check one checklist or all that are shipped: mistakes with file and line, then remarks."""
    from assessor import locations
    from assessor.authoring.check import check as run
    from assessor.authoring.check import shipped

    folders = (locations.checklist(path),) if path else shipped()
    several = [run(folder) for folder in folders]
    for checked in several:
        if not checked.mistakes:
            click.echo("\n".join(_checked(checked, in_full)))
    _stop_on_mistakes([checked for checked in several if checked.mistakes])
    return 0


@click.command(cls=Command, help="checklist.help_new")
@click.argument("name", metavar="checklist.name")
@click.option(
    "--in",
    "parent",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="checklist.folder",
    help="checklist.option_in",
)
def new(name: str, parent: Path) -> int:
    """Make the folder of a new checklist and say what to do with it."""
    from assessor.authoring.new import begin

    click.echo(told(say("checklist.begun", folder=begin(name, parent))))
    return 0


@click.command("try", cls=Command, help="checklist.help_try")
@click.argument("path", type=click.Path(path_type=Path), metavar="checklist.which")
@click.argument("file", type=click.Path(path_type=Path), metavar="assess.path")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="checklist.which",
    help="checklist.option_against",
)
@click.option("--code", metavar="CODE", help="checklist.option_code")
def try_(path: Path, file: Path, against: Path | None, code: str | None) -> int:
    """Print what a checklist finds in a file, or what differs from another checklist."""
    from assessor import locations
    from assessor.authoring.trial import changes, try_out
    from assessor.pipeline import engine, read_all

    submission = read_all([file])
    found = try_out(engine(locations.checklist(path)), submission)
    before = try_out(engine(locations.checklist(against)), submission) if against else {}
    if code is not None and code not in {**found, **before}:
        raise click.UsageError(told("explain.unknown").format(code=code))
    if against is None:
        lines = [line for t in found.values() if code in {None, t.code} for line in _tried(t)]
    else:
        differing = [c for c in changes(before, found) if code in {None, c.code}]
        lines = [line for change in differing for line in _change(change)]
    click.echo("\n".join(lines) if lines else told("checklist.no_change"))
    return 0


def _stop_on_mistakes(wrong: Sequence[Checked]) -> None:
    """Raise the mistakes of all checklists at once, if there are any."""
    if not wrong:
        return
    from assessor.errors import ChecklistError

    problems = tuple(
        f"{checked.folder / mistake.file}:{mistake.line}: {told(mistake.what)}"
        for checked in wrong
        for mistake in checked.mistakes
    )
    folders = ", ".join(str(checked.folder) for checked in wrong)
    raise ChecklistError(
        say("checklist.mistakes", folder=folders, count=len(problems)),
        say("checklist.mistakes_remedy"),
        problems,
    )


def _checked(checked: Checked, in_full: bool) -> Iterator[str]:
    yield told(checked.holds)
    details = [remark for remark in checked.remarks if remark.is_detail]
    others = [remark for remark in checked.remarks if not remark.is_detail]
    shown = checked.remarks if in_full else others[:_REMARKS]
    for remark in shown:
        yield f"  {remark.told_in(language())}"
    if in_full:
        return
    if left := len(others) - len(shown):
        yield "  " + told(say("checklist.more_remarks", count=left))
    if details:
        yield "  " + told(say("checklist.idle_terms", count=len(details)))


def _tried(tried: Tried) -> Iterator[str]:
    yield f"{tried.code} {told(tried.name)}: {_level(tried.level)}"
    for hit in tried.best:
        yield from _hit("+" if hit.counts else "?", hit)
    yield ""


def _change(change: Change) -> Iterator[str]:
    before, after = _level(change.before), _level(change.after)
    same = change.before == change.after
    yield f"{change.code} {told(change.name)}: {after if same else f'{before} -> {after}'}"
    for hit in change.gained:
        yield from _hit("+", hit)
    for hit in change.lost:
        yield from _hit("-", hit)
    for old, hit in change.moved:
        yield from _hit(f"{old.level}>", hit)
    yield ""


def _level(level: int | None) -> str:
    if level is None:
        return told("checklist.no_question")
    return f"{level} {told(f'judging.level_{level}')}"


def _hit(sign: str, hit: Hit) -> Sequence[str]:
    parts = [f"{round(100 * hit.relevance)}%", told(say("checklist.at_level", level=hit.level))]
    if hit.page is not None:
        parts.append(told(say("export.page", page=hit.page)))
    if hit.terms:
        parts.append(", ".join(hit.terms))
    head = f"  {sign} {'; '.join(parts)}"
    quote = textwrap.wrap(f"“{hit.quote}”", _WIDTH, initial_indent="    ", subsequent_indent="    ")
    return [*textwrap.wrap(head, _WIDTH, subsequent_indent="    "), *quote]
