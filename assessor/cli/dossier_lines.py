"""Dossiers as lines for a person and as JSON for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from babel.dates import format_date, format_datetime

from assessor.cli.speaking import language, told
from assessor.export.harmless import in_one_line
from assessor.export.wording import LOCALES
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from assessor.dossiers.changed_view import ChangedView
    from assessor.dossiers.presence import Presence
    from assessor.dossiers.register import Contract
    from assessor.dossiers.shelving import MadeAt, Shelved
    from assessor.dossiers.store import Store


class Shown(NamedTuple):
    """A submission with what is told of it."""

    line: Shelved
    made: tuple[MadeAt, ...]
    changed: ChangedView | None
    others: tuple[Presence, ...]


def gathered(store: Store, contract: Contract) -> list[Shown]:
    """Return the submissions of a contract, the last that came in first."""
    lines = [line for line in store.shelf() if line.dossier == contract.id]
    return [
        Shown(
            line,
            store.assessments(line.submission),
            store.changed(line.submission),
            store.presences.others(line.submission),
        )
        for line in sorted(lines, key=lambda line: str(line.received_on), reverse=True)
    ]


def as_list(contracts: Iterable[Contract], shelf: Iterable[Shelved]) -> Iterator[str]:
    """Yield one line per dossier, and under it one per submission."""
    lines = list(shelf)
    for contract in contracts:
        extra = [part for part in (contract.supplier, contract.number) if part not in contract.name]
        yield f"{contract.id:>4}  {in_one_line(' · '.join([contract.name, *filter(None, extra)]))}"
        for line in lines:
            if line.dossier == contract.id:
                judged = _say("dossier.judged", judged=line.judged, total=line.findings)
                yield f"      {_day(line.received_on)}  {_files(line)}  ({judged})"


def as_page(contract: Contract, shown: Iterable[Shown]) -> Iterator[str]:
    """Yield all that is known of a dossier."""
    yield _say("dossier.title", number=contract.id, name=in_one_line(contract.name))
    for name, value in _facts(contract):
        if value:
            yield f"  {told(f'dossier.fact.{name}')}: {in_one_line(value)}"
    for submission in shown:
        yield from _submission(submission)


def _facts(contract: Contract) -> Iterator[tuple[str, str]]:
    yield "supplier", contract.supplier
    yield "number", contract.number
    yield "category", contract.category or ""
    yield "signed_on", _day(contract.signed_on)
    yield "starts_on", _day(contract.starts_on)
    yield "ends_on", _day(contract.ends_on)
    yield "regime", contract.regime or ""
    yield "thresholds", ", ".join(f"{code}: {n}" for code, n in contract.thresholds.items())
    due = (
        f"{told(f'dossier.type.{d.document_type}')} {_day(d.due_on)}" for d in contract.deadlines
    )
    yield "deadlines", ", ".join(due)


def _submission(shown: Shown) -> Iterator[str]:
    line = shown.line
    yield ""
    yield f"  {_say('dossier.received', day=_day(line.received_on), files=_files(line))}"
    yield f"    {_say('dossier.judged', judged=line.judged, total=line.findings)}"
    for made in shown.made:
        values = {
            "day": _day(made.made_at),
            "checklist": made.checklist_version,
            "program": made.program_version,
        }
        yield f"    {_say('dossier.made', **values)}"
    for other in shown.others:
        yield f"    {_other(other)}"
    if shown.changed is not None:
        yield from (f"    {line}" for line in as_change(shown.changed))


def as_change(changed: ChangedView) -> Iterator[str]:
    """Yield what the machine sees otherwise than before."""
    versions = {"before": changed.checklist_before, "after": changed.checklist_after}
    if not changed.levels and not changed.findings:
        yield _say("dossier.unchanged", **versions)
        return
    yield _say("dossier.changed", **versions)
    for level in changed.levels:
        yield f"  {level.code}: {level.before} → {level.after}"
    for change in changed.findings:
        what = told(f"dossier.change.{change.what}")
        title = in_one_line(change.finding.title.told_in(language()))
        opinion = change.standing.opinion
        yours = f" ({told(f'export.opinion.{opinion}')})" if opinion else ""
        yield f"  {what}: {title}{yours}"
    if changed.judged:
        yield _say("dossier.look_again", count=len(changed.judged))


def as_json(what: object) -> str:
    """Return plain data as indented JSON; ends in a newline."""
    plain = msgspec.to_builtins(what, enc_hook=str)
    return msgspec.json.format(msgspec.json.encode(plain), indent=2).decode() + "\n"


def data_of(contract: Contract, shown: Iterable[Shown]) -> dict[str, Any]:
    """Return a dossier as plain data."""
    submissions = [
        {"submission": one.line, "assessments": one.made, "open_at": one.others} for one in shown
    ]
    return {"dossier": contract, "submissions": submissions}


def _other(other: Presence) -> str:
    since = format_datetime(other.since.astimezone(), "short", locale=LOCALES[language()])
    who, machine = in_one_line(other.who), in_one_line(other.machine)
    return _say("dossier.open_elsewhere", who=who, machine=machine, since=since)


def _files(line: Shelved) -> str:
    return in_one_line(", ".join(line.files))


def _day(day: date | datetime | None) -> str:
    return format_date(day, "medium", locale=LOCALES[language()]) if day else ""


def _say(key: str, **values: object) -> str:
    return told(say(key, **values))
