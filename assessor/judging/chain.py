"""Tells risks to people and nature in the chain from those of the firm: supply, quality, money."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from assessor.judging.contents import is_dated, is_done, is_harm, is_of_people
from assessor.judging.wording import (
    is_all,
    is_company_wide,
    is_own_business,
    is_own_risk,
    lexicon,
    pattern,
    value,
)
from assessor.matching.specifics import countries_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.judging.case import Case
    from assessor.judging.rows import TableRow
    from assessor.judging.topics import Topics

    Groups = dict[tuple[tuple[int, int, int], str], list[TableRow]]

_BESIDE_A_RISK = {
    "country",
    "tier",
    "priority",
    "severity",
    "likelihood",
    "product",
    "supplier",
    "action",
    "affected",
    "told",
    "under",
}
"""A column of risks is a risk table when one of these stands beside it."""
_OF_A_CHAIN = {"country", "tier", "product", "supplier"}
"""What a list of the firm's own material topics does not hold."""
_MOSTLY = 0.4
"""Share of a table's risks that meet a topic for all of them to be of people or nature."""
_SURELY = 0.6
"""The same, where the words above the table announce risks of the firm itself."""
_FEWEST = 3
"""A table with fewer rows shows no share."""


def of_the_chain(rows: Sequence[TableRow], case: Case, on_topic: Topics) -> list[TableRow]:
    """Return the rows that tell a risk to people or nature; of a mixed table only those rows."""
    groups: Groups = {}
    for r in rows:
        if _is_risk(r):
            groups.setdefault((r.table, _series(r)), []).append(r)
    kept: list[TableRow] = []
    groups = _with_cards_together(groups)
    guessed = [g for g in groups.values() if "guessed" in g[0].row.cells]
    for group in (g for g in groups.values() if "guessed" not in g[0].row.cells):
        about = [r for r in group if is_about(r, case, on_topic)]
        share = len(about) / len(group)
        if is_own_business(group[0].caption) and share < _SURELY:
            continue
        is_bare = any("under" in r.row.cells and "told" not in r.row.cells for r in group)
        if is_bare and (share < _SURELY or len(group) < _FEWEST - 1):
            continue
        few = len(group) < _FEWEST and not is_own_business(group[0].caption) and about
        is_whole = share >= _MOSTLY or few or (about and _is_by_country(group))
        kept += group if is_whole else _named(about, case, on_topic)
    kept = _without_own(kept, case, on_topic)
    certain = [g for g in groups.values() if g not in guessed]
    kept = kept or [r for group in certain if _is_by_country(group) for r in group]
    kept = kept or [r for g in guessed if _reads_as_risks(g, case, on_topic) for r in g]
    order = {id(r): n for n, r in enumerate(rows)}
    return sorted(kept, key=lambda r: order[id(r)])


def _with_cards_together(groups: Groups) -> Groups:
    """Return the groups, those of one row that tell the same in as many tables taken as one."""
    together: Groups = {}
    for key, group in groups.items():
        (first, *others) = group
        is_card = not others and not first.is_listed and not is_own_business(first.caption)
        told = ((-1, -1, -1), " ".join(sorted(first.row.cells))) if is_card else key
        together.setdefault(told, []).extend(group)
    return together


def _reads_as_risks(group: Sequence[TableRow], case: Case, on_topic: Topics) -> bool:
    """Return whether items without a heading that says so are a list of risks.

    They name topics, each with a place or a score, and hardly a date by which something is done.
    """
    told = [r.row.text("told") for r in group]
    about = [r for r in group if is_about(r, case, on_topic)]
    placed = [t for t in told if countries_in(t) or lexicon("scored").find(t)]
    dated = [t for t in told if pattern("until").search(t)]
    done = [t for t in told if is_dated(t) or is_done(t) or "?" in t]
    harmful = [t for t in told if is_harm(t) and t not in done]
    least = _SURELY * len(group)
    is_placed = len(about) >= least and len(placed) >= least
    is_long = len(group) >= _FEWEST and (is_placed or len(harmful) * 2 >= len(group))
    is_plan = bool(lexicon("spoken", "plan").find(group[0].caption))
    return is_long and not is_plan and len(dated) * 2 < len(group)


def _without_own(rows: Sequence[TableRow], case: Case, on_topic: Topics) -> list[TableRow]:
    """Return the rows without risks of the firm's own trade; none of a table mostly of those."""
    own = [r for r in rows if is_own_risk(r.row.text("risk")) and not _named([r], case, on_topic)]
    tables = Counter(r.table for r in rows)
    mostly = {t for t, n in Counter(r.table for r in own).items() if n * 2 > tables[t]}
    return [r for r in rows if r not in own and r.table not in mostly]


def _is_by_country(group: Sequence[TableRow]) -> bool:
    """Return whether a list of risks names countries, so that it is of a chain whatever it says."""
    placed = [r for r in group if countries_in(r.row.text("country"))]
    return len(placed) >= _SURELY * len(group) and not is_own_business(group[0].caption)


def _named(rows: Sequence[TableRow], case: Case, on_topic: Topics) -> list[TableRow]:
    """Return the rows of a list of the firm's risks that name a topic in so many words."""
    return [
        r for r in rows if on_topic.names_one(r.row.text("risk"), case.passages[r.passage].language)
    ]


def is_about(table_row: TableRow, case: Case, on_topic: Topics) -> bool:
    """Return whether the words that name a risk meet a topic of the checklist."""
    row = table_row.row
    told = (row.text("risk") or row.text("action"), row.text("described"), row.text("subject"))
    said = " . ".join(filter(None, told))
    language = case.passages[table_row.passage].language
    main = case.documents[case.passages[table_row.passage].document].languages
    if on_topic.of(said, language) or (main and on_topic.of(said, main[0])):
        return True
    is_harmful = row.cells.keys() & _OF_A_CHAIN and is_harm(said)
    is_of_whom = is_of_people(row.text("affected"))
    if row.text("risk") and (is_harmful or is_of_whom) and not is_own_risk(said):
        return True
    return table_row.is_listed and on_topic.of(row.text("told"), language) is not None


def _series(table_row: TableRow) -> str:
    """Return the letters of a row's code: rows HR-01 and PR-01 are of different lists."""
    met = re.match(r"[A-Z]{2,4}", table_row.row.text("number"))
    return met.group() if met else ""


def _is_risk(table_row: TableRow) -> bool:
    """Return whether a row of a column of risks tells a risk of the chain."""
    cells = table_row.row.cells.keys()
    if not cells & _BESIDE_A_RISK or value(table_row.row.text("risk"), "unsettled"):
        return False
    denied = [c for c in table_row.row.cells.values() if is_all("not_applicable", c.text)]
    if len(denied) >= _FEWEST:
        return False
    return bool(cells & _OF_A_CHAIN) or not is_company_wide(table_row.caption)
