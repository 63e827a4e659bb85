"""`assessor dossier add`: a contract with its facts, files that came in on it, or both."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessor.cli.assess import CATEGORIES
from assessor.cli.choosing import chosen
from assessor.cli.failures import NOTHING_READ
from assessor.cli.frame import Command
from assessor.cli.speaking import told
from assessor.export.harmless import in_one_line
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click import Context, Parameter

    from assessor.dossiers.register import Contract, Deadline
    from assessor.dossiers.store import Store

_TYPES = ("risk_analysis", "action_plan", "annual_report")
_HIGHEST = 4


class Day(click.ParamType[date]):
    """A day as 2026-03-01."""

    name = "date"

    def convert(self, value: object, param: Parameter | None, ctx: Context | None) -> date:
        """Return the day.

        Raises:
            click.BadParameter: when it is none.
        """
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(told("dossier.no_day"), param, ctx)


class Due(click.ParamType["Deadline"]):
    """A kind of document and a day, as annual_report=2026-03-01."""

    name = "deadline"

    def convert(self, value: object, param: Parameter | None, ctx: Context | None) -> Deadline:
        """Return the deadline.

        Raises:
            click.BadParameter: when it is none.
        """
        from assessor.dossiers.register import Deadline

        if isinstance(value, Deadline):
            return value
        kind, _, day = str(value).partition("=")
        if kind not in _TYPES:
            self.fail(told("dossier.no_due").format(types=", ".join(_TYPES)), param, ctx)
        return Deadline(kind, Day().convert(day, param, ctx))


class Threshold(click.ParamType[tuple[str, int]]):
    """A measure, theme or topic and a level, as 2.2=3."""

    name = "threshold"

    def convert(
        self, value: object, param: Parameter | None, ctx: Context | None
    ) -> tuple[str, int]:
        """Return code and level.

        Raises:
            click.BadParameter: when it is no such pair, or there is no such code.
        """
        if isinstance(value, tuple):
            return value
        code, _, level = str(value).partition("=")
        if level not in map(str, range(_HIGHEST + 1)) or code not in _codes():
            self.fail(told("dossier.no_threshold").format(highest=_HIGHEST), param, ctx)
        return code, int(level)


def _codes() -> set[str]:
    from assessor import checklist, locations

    shipped = checklist.load(locations.default_checklist())
    themes = {theme.code for theme in shipped.manifest.themes}
    return {question.code for question in shipped.questions} | themes


_DAY = Day()


@click.command("add", cls=Command, help="dossier.command.add")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="dossier.files")
@click.option("--dossier", metavar="dossier.which", help="dossier.option.dossier")
@click.option("--supplier", metavar="dossier.name", help="dossier.option.supplier")
@click.option("--contract", "number", metavar="dossier.name", help="dossier.option.contract")
@click.option("--name", metavar="dossier.name", help="dossier.option.name")
@click.option("--category", type=click.Choice(CATEGORIES), help="dossier.option.category")
@click.option("--regime", metavar="dossier.name", help="dossier.option.regime")
@click.option(
    "--signed", "signed_on", type=_DAY, metavar="dossier.day", help="dossier.option.signed"
)
@click.option("--start", "starts_on", type=_DAY, metavar="dossier.day", help="dossier.option.start")
@click.option("--end", "ends_on", type=_DAY, metavar="dossier.day", help="dossier.option.end")
@click.option(
    "--threshold",
    "thresholds",
    multiple=True,
    type=Threshold(),
    metavar="dossier.level",
    help="dossier.option.threshold",
)
@click.option(
    "--deadline",
    "deadlines",
    multiple=True,
    type=Due(),
    metavar="dossier.due",
    help="dossier.option.deadline",
)
@click.option("--received", type=_DAY, metavar="dossier.day", help="dossier.option.received")
def add(files: tuple[Path, ...], dossier: str | None, received: date | None, **facts: Any) -> int:
    """Add a dossier, facts of its contract, or files that came in on it."""
    from assessor.dossiers.store import Store
    from assessor.pipeline import Nothing

    if not files and not any(facts.values()):
        raise click.UsageError(told("dossier.nothing_to_add"))
    with closing(Store()) as store:
        known = chosen(store, dossier) if dossier else None
        contract = _with(known, facts)
        _refuse_double(store, contract)
        try:
            _keep(store, contract, files, received)
        except Nothing as nothing:
            for _, why in nothing.refused:
                click.echo(told(why), err=True)
            return NOTHING_READ
    return 0


def _with(known: Contract | None, facts: dict[str, Any]) -> Contract:
    """Return the contract with what was told; agreed levels and deadlines come beside others."""
    from assessor.dossiers.register import Contract

    before = known or Contract()
    terms = {
        "thresholds": dict(before.thresholds) | dict(facts.pop("thresholds")),
        "deadlines": before.deadlines + facts.pop("deadlines"),
    }
    return replace(before, **terms, **{name: value for name, value in facts.items() if value})


def _refuse_double(store: Store, contract: Contract) -> None:
    same = (contract.supplier.casefold(), contract.number)
    for kept in store.register.all():
        is_same = (kept.supplier.casefold(), kept.number) == same and all(same)
        if is_same and kept.id != contract.id:
            raise click.UsageError(told(say("dossier.double", number=kept.id)))


def _keep(store: Store, contract: Contract, files: tuple[Path, ...], received: date | None) -> None:
    """Assess first, so that nothing is kept of what cannot be read."""
    from assessor.cli.gathering import assess_now
    from assessor.dossiers.fingerprint import key_for
    from assessor.dossiers.likeness import prints_of_others
    from assessor.judging.case import Arrival

    signed = contract.signed_on or contract.starts_on
    key = key_for(files, contract.category, signed)
    arrival = Arrival(received, prints_of_others(store.database, contract.supplier))
    prepared = assess_now(files, key, arrival) if files else None
    dossier = _registered(store, contract)
    if prepared is not None:
        saved = store.keep(key, prepared, dossier, received)
        dossier = saved.dossier
        changed = store.changed(saved.submission)
        if changed is not None:
            from assessor.cli.dossier_lines import as_change

            _echo(as_change(changed))
    name = in_one_line(store.register.get(dossier or 0).name)
    click.echo(told(say("dossier.kept", number=dossier, name=name)))


def _registered(store: Store, contract: Contract) -> int | None:
    """Return the number of the dossier; None where only files are known."""
    if contract.id:
        store.register.change(contract.id, contract)
        return contract.id
    is_told = contract.name or contract.supplier or contract.number
    return store.register.add(contract) if is_told else None


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
