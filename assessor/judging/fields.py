"""Parts text that tells an action or risk with its fields: "Owner: X. Due: May. Target: none"."""

from __future__ import annotations

import re

from assessor.judging.asides import aim_in, asides
from assessor.judging.columns import by_itself, heads_in
from assessor.judging.wording import lexicon, pattern, value
from assessor.matching.phrases import words

_LABEL = re.compile(
    r"(?:^|(?<=[.;,(!?|•\n–]))\s*(?P<label>[^\W\d_][^.;:|()\n]{1,40}?)\s*[:=]\s+(?=\S)"
)
_INNER = re.compile(r"(?P<label>[A-Z][\w’']+(?: [a-zé]+){0,3}):\s+(?=\S)")
_MOSTLY = 0.5
"""Share of a label that must be the name of a field; the rest may be "of this action"."""
_LONGEST_NAME = 5
"""Words of a label before a colon."""
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2}[.;])\s+(?=[A-ZÀ-Ý€\d])|(?<=[)%\d][.;])\s+(?=[A-ZÀ-Ý€])")
_BRACKETS = re.compile(r"\((?P<inner>[^()]{3,80})\)")
_LONGEST_OWNER, _A_NAME = 6, 2
"""Words that may name who does it, before a comma and by themselves."""
_READS_AS = {"issue": "risk", "deliverable": "kpi"}


def labelled(text: str) -> tuple[str, dict[str, str]]:
    """Return what stands before the first named field, and role → what is said of it."""
    names: dict[int, tuple[int, str]] = {}
    for met in (*_LABEL.finditer(text), *_INNER.finditer(text)):
        name = met["label"].strip()
        hits = heads_in(name) if len(words(name)) <= _LONGEST_NAME else []
        hits = [h for h in hits if h.end == len(name) or h.end - h.start >= _MOSTLY * len(name)]
        if hits:
            head = hits[0].label
            names.setdefault(met.start("label"), (met.end(), _READS_AS.get(head, by_itself(head))))
    found = [(start, end, role) for start, (end, role) in sorted(names.items())]
    told: dict[str, str] = {}
    ends = [*(start for start, _, _ in found[1:]), len(text)][: len(found)]
    for (_, start, role), end in zip(found, ends, strict=True):
        told.setdefault(role, text[start:end].strip().rstrip(".;,| (").strip())
    lead = text[: found[0][0]] if found else text
    return lead.strip(" (|•\n"), told


def is_action_form(told: dict[str, str]) -> bool:
    """Return whether a line of named fields begins with that of an action and tells more of it."""
    first = next(iter(told), None)
    return first == "action" and bool(told.keys() & {"owner", "deadline", "kpi", "status"})


def sentences(text: str) -> list[str]:
    """Return the sentences of a cell; initials do not end one."""
    return [s for s in (part.strip() for part in _SENTENCE.split(text)) if s]


def run_together(text: str) -> dict[str, str]:
    """Return what a cell that holds a whole action says: the action, who, when, target, status."""
    text, beside = asides(text)
    lead, told = labelled(text)
    first, *rest = sentences(lead) or [lead]
    found = {"action": first.rstrip(".;"), **beside, **told}
    if "owner" in found:
        found["owner"], *after = sentences(found["owner"]) or [""]
        found["owner"] = found["owner"].rstrip(".")
        rest += [part for said in after for part in said.split("; ")]
    for said in rest:
        if (aim := aim_in(said)) and "kpi" not in found:
            found["kpi"] = aim
        else:
            _add_who_and_when(found, said)
    led, dash, last = first.rpartition(" – ")
    if dash and _add_who_and_when(found, last):
        found["action"] = led.strip()
    for met in _BRACKETS.finditer(found.get("status", "")):
        _add_who_and_when(found, met["inner"])
    for met in _BRACKETS.finditer(first):
        if _add_who_and_when(found, met["inner"]):
            found["action"] = first.replace(met.group(), "").strip(" .")
    return found


def old_and_new(text: str) -> list[dict[str, str]]:
    """Return what a cell says of its action; of two where it tells the old and the new apart."""
    starts = [*pattern("old_or_new").finditer(text)]
    if not starts or starts[0].start():
        return [run_together(text)]
    ends = [*(met.start() for met in starts[1:]), len(text)]
    found = []
    for met, end in zip(starts, ends, strict=True):
        told = run_together(text[met.end() : end].strip())
        found.append({"status": met["old"] or met["new"], **told})
    return found


def _add_who_and_when(found: dict[str, str], said: str) -> bool:
    """Note the person and the date of "J. Smit, from May 2026"; tell whether there is either."""
    said = said.strip(" .")
    date = pattern("date").search(said)
    before = said[: date.start()].strip(" ,;:–-") if date else said
    status = value(said, "stopped", "done", "ongoing", "planned")
    name = _name_in(before)
    if name and "owner" not in found:
        found["owner"] = name
    if date and "deadline" not in found:
        found["deadline"] = (
            said[len(name) :].strip(" ,;:–-")
            if name and said.startswith(name)
            else said[date.start() :]
        )
    if status and "status" not in found:
        found["status"] = said
    is_dated = date is not None and found.get("deadline", "") in said
    is_figure = not name and not is_dated and not status and any(c.isdigit() for c in said)
    if is_figure and "kpi" not in found:
        found["kpi"] = said
    return bool(name or date)


def _name_in(before: str) -> str:
    """Return who is named before a date: a person, a department, a few words up to a comma."""
    parts = [p.strip() for p in re.split(r"[,;–]", before) if p.strip()]
    first = parts[0] if parts else ""
    if not first or len(words(first)) > _LONGEST_OWNER or _is_when(first):
        return ""
    if pattern("person").match(first) or lexicon("department").find(first):
        return first
    if not first[0].isupper():
        return ""
    return first if len(parts) > 1 or before.endswith(",") or len(words(first)) <= _A_NAME else ""


def _is_when(said: str) -> bool:
    status = value(said, "stopped", "done", "ongoing", "planned", "nothing", "unsettled")
    return status is not None or pattern("date").match(said) is not None
