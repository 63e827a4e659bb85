"""Finds risks and actions in lists and under headings: "R1 …", "Issue 2: …", "Owner: X. Due: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.judging.fields import is_action_form, labelled, run_together, sentences
from assessor.judging.place import Place
from assessor.judging.rows import Row
from assessor.judging.wording import is_ordinary_work, is_own_business, lexicon, pattern
from assessor.matching.phrases import words
from assessor.model import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.model import Block, Document

_CODE = re.compile(
    r"^\W*(?P<code>(?:[A-Z]{1,3}[-. ]?)?\d{1,2}(?:\.\d{1,2})?|[A-Z](?=[.):]))[.):]*\s+"
    r"(?P<rest>\S.*)$",
    re.DOTALL,
)
_DATED = re.compile(r"^(?P<date>[^:–]{4,30})(?::| –)\s+(?P<rest>\S.*)$", re.DOTALL)
_BAR = re.compile(r"\[[#·.\-_=█░▓■□● ]{3,}\]\s*")
"""A bar of signs that shows how far something is."""
_ON_A_LINE = {"line": Cell(0, 0, "")}
"""Marks an action of a time line."""
_LEAD = re.compile(r"^(?P<lead>[^.:;–!?]{3,110})(?:[.:;!?]|\s–)(?:\s|$)")
_BULLET = "•–-◦▪*·\uf0b7 "
_LONGEST_LEAD, _LONGEST_NAME = 14, 4
"""Words of a lead, and of one of a paragraph without a colon or dash; longer ones are sentences."""
_FEWEST = 2
"""Items that make a list of risks or actions."""
_FEWEST_FIELDS = 2
_OF_AN_ACTION = {"owner", "deadline", "status", "kpi"}
_OF_A_RISK = {"severity", "likelihood", "tier", "country", "priority", "affected"}
_LONGEST_ACTION, _LONGEST_RISK = 60, 30
"""Words; a longer item is told and not listed."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row out of a list, with its first block, the block of its list, and the headings above."""

    row: Row
    block: int
    group: int
    above: str


def listed(document: Document) -> list[Item]:
    """Return the risks and actions that stand in lists, under headings and in labelled text.

    Whether a risk is of people and nature in the chain is not asked here: see chain.
    """
    place = Place()
    found: list[Item] = []
    for b, block in enumerate(document.blocks):
        if block.kind == "heading":
            depth = block.level or 1
            kept = [h for h in place.headings if (h.level or 1) < depth]
            parent = place.starts[len(kept) - 1] if kept else -1
            starts = [*place.starts[: len(kept)], b]
            place = Place([*kept, block], b, starts=starts, parent=parent)
        elif block.kind not in {"list_item", "table"}:
            place.first, place.before = b, block.text
        row = _row(document.blocks, b, place)
        if row is not None:
            group = place.parent if block.kind == "heading" else place.first
            if row.cells.keys() & {"guessed", "line"}:
                group = place.starts[-1] if place.starts else -1
            found.append(Item(row, b, group, place.above))
    headed = [i for i in found if document.blocks[i.block].kind == "heading"]
    if sum("told" in i.row.cells for i in headed) >= _FEWEST:
        found = [i for i in found if i not in headed or "told" in i.row.cells]
    return found


def _row(blocks: Sequence[Block], b: int, place: Place) -> Row | None:
    block = blocks[b]
    if block.kind not in {"heading", "paragraph", "list_item"}:
        return None
    card = _written_out(blocks, b)
    if card or block.kind == "heading":
        return card or _headed(blocks, b, place)
    whole = _whole(blocks, b).strip(_BULLET)
    if (row := _on_a_line(block, whole, place)) is not None:
        return row
    code, text = _without_code(whole)
    lead, told = labelled(text)
    if not words(lead) and is_action_form(told):
        return Row({role: _cell(block, said) for role, said in told.items()}, 0)
    if len(told.keys() & (_OF_AN_ACTION | _OF_A_RISK)) >= _FEWEST_FIELDS and words(lead):
        return _labelled(block, code, lead, told)
    return None if is_own_business(place.above) else _item(block, code, text, place)


def _on_a_line(block: Block, text: str, place: Place) -> Row | None:
    """Return an action of a time line: "Q4 2027: school fees paid. Lead: J. Smit"."""
    dated = _DATED.match(text)
    date = pattern("date").search(dated["date"]) if dated else None
    if dated is None or date is None or is_own_business(place.above):
        return None
    row = _action(block, _BAR.sub("Status: ", dated["rest"]), place.owner)
    return row and Row(
        row.cells | {"deadline": _cell(block, dated["date"].strip())} | _ON_A_LINE, 0
    )


def _item(block: Block, code: str | None, text: str, place: Place) -> Row | None:
    """Return an item by what is above it: a risk, an action, or perhaps a risk."""
    is_item = block.kind == "list_item"
    if not is_item and not _is_numbered(block.text, code):
        return _guessed(block, text)
    if (number := place.number) and code and code.startswith(f"{number}."):
        row = _action(block, text, place.owner)
        return row and Row(row.cells | {"reference": _cell(block, number)}, 0)
    if place.tells_of("about") and not place.owner and not place.is_of_actions:
        return _risk(block, code, text)
    if is_item and (place.owner or (place.tells_of("plan") and not place.names_talks)):
        return _action(block, text, place.owner)
    return _guessed(block, text)


def _guessed(block: Block, text: str) -> Row | None:
    """Return an item that is led by a few words, which may be a risk where nothing says so."""
    lead = _lead_of(text)
    is_name = text[len(lead) :].lstrip()[:1] in "–:" or len(words(lead)) <= _LONGEST_NAME
    is_led = _LEAD.match(text) is not None and lead != text.rstrip(".")
    is_item = block.kind == "list_item" and (is_led or len(words(text)) <= _LONGEST_RISK)
    if not is_item and not (is_led and is_name):
        return None
    label = lead if is_led else text
    named = _cell(block, label)
    return Row({"risk": named, "told": _cell(block, text), "guessed": named}, 0)


def _written_out(blocks: Sequence[Block], b: int) -> Row | None:
    """Return what a name and the lines under it tell that each begin with a named field."""
    told: dict[str, Cell] = {}
    for under in blocks[b + 1 :]:
        lead, fields = labelled(under.text.strip(_BULLET))
        if under.kind not in {"paragraph", "list_item"} or words(lead) or not fields:
            break
        told |= {role: _cell(under, said) for role, said in fields.items() if role not in told}
    text = blocks[b].text.strip(_BULLET)
    if len(told.keys() & (_OF_AN_ACTION | _OF_A_RISK)) < _FEWEST_FIELDS or labelled(text)[1]:
        return None
    is_action = len(told.keys() & _OF_AN_ACTION) >= _FEWEST_FIELDS
    role = "action" if is_action and "action" not in told else "risk"
    if role not in told:
        numbered = pattern("numbered_risk").match(text)
        code, name = (numbered["number"], numbered["label"]) if numbered else _without_code(text)
        told[role] = _cell(blocks[b], _lead_of(name))
        if code:
            told["number"] = _cell(blocks[b], code)
    return Row(told, 0)


def _whole(blocks: Sequence[Block], b: int) -> str:
    """Return an item with the small letters that were read as the next paragraph."""
    text = blocks[b].text
    after = blocks[b + 1] if b + 1 < len(blocks) else None
    is_cut = blocks[b].kind == "list_item" and text.rstrip()[-1:] not in ".:;!?)"
    if is_cut and after and after.kind == "paragraph" and after.text[:1].islower():
        return f"{text} {after.text}"
    return text


def _without_code(text: str) -> tuple[str | None, str]:
    met = _CODE.match(text)
    return (met["code"].replace(" ", ""), met["rest"]) if met else (None, text)


def _is_numbered(text: str, code: str | None) -> bool:
    """Return whether a paragraph begins as an item: "R1 …", "2. …"; a bare number is a note's."""
    return code is not None and (not code.isdigit() or text.strip(_BULLET)[len(code)] in ".):")


def _cell(block: Block, text: str) -> Cell:
    return Cell(0, 0, text, page=block.page)


def _lead_of(text: str) -> str:
    """Return the few words that lead an item, else its first sentence."""
    met = _LEAD.match(text)
    if met and len(words(met["lead"])) <= _LONGEST_LEAD:
        return met["lead"].strip()
    return _first_of(text) or text


def _first_of(text: str) -> str:
    """Return the first sentence of a text, without its full stop."""
    return next((said.rstrip(".") for said in sentences(text)), "")


def _labelled(
    block: Block,
    code: str | None,
    lead: str,
    told: dict[str, str],
) -> Row | None:
    is_action = len(told.keys() & _OF_AN_ACTION) >= _FEWEST_FIELDS
    role = "action" if is_action and "action" not in told else "risk"
    cells = {r: _cell(block, said) for r, said in told.items()}
    cells[role] = _cell(block, _lead_of(lead))
    if role == "action" and (met := pattern("named_risk").search(lead)):
        cells["reference"] = _cell(block, met["number"])
    if code and role == "risk":
        cells["number"] = _cell(block, code)
    return Row(cells, 0)


def _risk(block: Block, code: str | None, text: str) -> Row | None:
    lead = _lead_of(text)
    is_short_item = block.kind == "list_item" and len(words(text)) <= _LONGEST_RISK
    if lead == text.rstrip(".") and not code and not is_short_item:
        return None
    cells = {"risk": _cell(block, lead), "told": _cell(block, text)}
    if code:
        cells["number"] = _cell(block, code)
    return Row(cells, 0)


def _action(block: Block, text: str, owner: str | None) -> Row | None:
    if text.endswith("?") or len(words(text)) > _LONGEST_ACTION or is_ordinary_work(text):
        return None
    told = run_together(text)
    if "deadline" not in told and (met := pattern("date").search(text)):
        told["deadline"] = met.group()
    if owner:
        told.setdefault("owner", owner)
    return Row({role: _cell(block, said) for role, said in told.items()}, 0)


def _headed(blocks: Sequence[Block], b: int, place: Place) -> Row | None:
    """Return the risk that a heading names, with what its first paragraphs tell."""
    block = blocks[b]
    under = " ".join(n.text for n in blocks[b + 1 : b + 3] if n.kind in {"paragraph", "list_item"})
    met = pattern("numbered_risk").match(block.text)
    code, text = (met["number"], met["label"]) if met else _without_code(block.text)
    if bare := pattern("named_risk").fullmatch(block.text.strip(" .:")):
        met, code, text = bare, bare["number"], _first_of(under)
    parent = place.headings[-2] if len(place.headings) > 1 else None
    is_below = parent is not None and bool(lexicon("spoken", "about").find(parent.text))
    if not text or (not met and not (is_below and len(words(text)) <= _LONGEST_LEAD)):
        return None
    told = labelled(under)[1]
    cells = {r: _cell(block, said) for r, said in told.items() if r in _OF_A_RISK}
    cells |= {"risk": _cell(block, text.strip()), "under": _cell(block, under)}
    if met:
        cells["told"] = cells["under"]
    if code:
        cells["number"] = _cell(block, code)
    return Row(cells, 0)
