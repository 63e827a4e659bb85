"""Text that others wrote: word for word from guidance, or from what another supplier handed in.

By prints: runs of five words, hashed, of which one in some is kept. They tell whether the same
words stood there, and from them no text can be read back.
"""

from __future__ import annotations

import base64
import struct
import zlib
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from assessor.judging.noticing.quoting import finding, quoted
from assessor.matching.phrases import words
from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from assessor.checklist import Checklist
    from assessor.judging.case import Case
    from assessor.model import Cause, Document, Finding, Words

_STATED = {"paragraph", "list_item", "table"}


@cache
def said() -> dict[str, Any]:
    """Return the bounds and the guidance's prints of copies.yaml."""
    return cast("dict[str, Any]", rules("assessor.judging.noticing", "copies"))


def prints(text: str) -> list[int]:
    """Return the kept hashes of a text's runs of words, in order of place."""
    forms = [w.form for w in words(text)]
    run, every = said()["run"], said()["every"]
    hashes = (
        zlib.crc32(" ".join(forms[at : at + run]).encode()) for at in range(len(forms) - run + 1)
    )
    return [h for h in hashes if h % every == 0]


def prints_of(documents: Iterable[Document]) -> frozenset[int]:
    """Return the prints of all that documents say, but for what stands on every page."""
    left_out = {"header", "footer", "contents"}
    return frozenset(
        p for d in documents for b in d.blocks if b.kind not in left_out for p in prints(b.text)
    )


def on_guidance(case: Case, checklist: Checklist) -> Iterator[Finding]:
    """Yield a finding when sentences stand word for word in guidance or in the checklist."""
    known = _of_guidance() | _of_checklist(_texts(checklist))
    why = say("noticing.reason_guidance")
    yield from _copied(case, known, "copied_guidance", why)


def on_others(case: Case, others: Mapping[str, AbstractSet[int]]) -> Iterator[Finding]:
    """Yield a finding when much of the text stands in what another supplier handed in.

    Args:
        case: the submission.
        others: by the name of the other supplier, the prints of what it handed in.
    """
    if not others:
        return
    own = prints_of(case.documents) - _of_guidance()
    for name, theirs in others.items():
        shared = own & theirs
        if len(shared) < said()["fewest_shared"]:
            continue
        if len(shared) < said()["share_of_submission"] * min(len(own), len(theirs)):
            continue
        why = say("noticing.reason_submission", name=name)
        share = round(100 * len(shared) / len(own))
        yield from _copied(case, shared, "copied_submission", why, name=name, share=share)


def _copied(
    case: Case, known: AbstractSet[int], cause: Cause, why: Words, **values: object
) -> Iterator[Finding]:
    """Yield one finding on the passages of which most prints are known, the longest first."""
    met: list[tuple[int, int]] = []
    for index, passage in enumerate(case.passages):
        if passage.kind not in _STATED:
            continue
        found = prints(passage.text)
        if len(found) >= said()["fewest"] and sum(p in known for p in found) >= (
            said()["share_of_passage"] * len(found)
        ):
            met.append((-len(found), index))
    if len(met) < said()["passages"]:
        return
    evidence = [e for _, index in sorted(met) if (e := quoted(case, index, why))][: said()["shown"]]
    if evidence:
        subject = case.documents[evidence[0].document].file
        yield finding("boilerplate", subject, cause, evidence, count=len(met), **values)


@cache
def _of_guidance() -> frozenset[int]:
    """Return the prints of guidance, as packed by bench/fingerprint_guidance.py."""
    packed = base64.b85decode("".join(said()["guidance"].split()))
    return frozenset(struct.unpack(f"<{len(packed) // 4}I", packed))


@lru_cache(maxsize=4)
def _of_checklist(texts: tuple[str, ...]) -> frozenset[int]:
    return frozenset(p for text in texts for p in prints(text))


def _texts(checklist: Checklist) -> tuple[str, ...]:
    """Return what the checklist explains and asks; its examples imitate suppliers and stay out."""
    told = []
    for question in checklist.questions:
        told += [
            *question.why.words,
            *question.dialogue.open.words,
            *question.dialogue.verify.words,
        ]
        told += [text for aspect in question.aspects for text in aspect.name.words]
    return tuple(told)
