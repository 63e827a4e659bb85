"""Whatever a supplier or colleague writes, no screen reads it as a command or falls over it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import block, document, evidence, finding, prepared
from piloting import dialog, settle, text_of, typed
from submissions import ACTIONS, RISKS

from assessor.model import DocumentFacts, Words

HOSTILE = {
    "closing tag": "zie bijlage [/b] en artikel [1]",
    "action": "[@click=app.quit]klik[/]",
    "open tag": "[bold red",
    "escape codes": "\x1b[2J\x1b[31mrood\x1b[0m \x1b]0;titel\x07",
    "direction": "links \u202eschter\u202c \u2066naast\u2069",
    "controls": "nul\x00 bel\x07 terug\x08",
    "long word": "x" * 10_000,
    "many lines": "regel\n" * 50,
    "wide": "漢字かな" * 40 + " 👩‍👩‍👧 é",
    "braces": "{name} {0} %s $HOME",
}


def hostile(text):
    """Return a submission in which everything that can hold text holds this."""
    words = Words(text, text)
    item = replace(evidence(text, 1), heading=text, reasons=(words,))
    every = finding(
        title=words, explanation=words, evidence=(item,) * 4, subject="labour.living_wage"
    )
    odd = finding("f2", "orphan_risk", text, title=words, explanation=words, evidence=())
    saved = prepared(
        (replace(every, questions=(words,)), odd),
        (document(block(text, "heading", 1), block(text, page=1), file="a.pdf"),),
        limits=(words,),
    )
    facts = DocumentFacts(f"{text}.pdf", "ab" * 32, "pdf", 3, ("nl",), (), ())
    risk = replace(RISKS[0], label=text, countries=(text,), evidence=(item,))
    action = replace(
        ACTIONS[0], label=text, owner=text, deadline=text, kpi=text, risk="?", evidence=(item,)
    )
    strong = finding("f3", "strength", "3.2", 4, title=words, evidence=(item,))
    findings = (*saved.assessment.findings, strong)
    return replace_assessment(
        saved, documents=(facts,), risks=(risk,), actions=(action,), findings=findings
    )


def replace_assessment(saved, **more):
    import msgspec

    return msgspec.structs.replace(saved, assessment=replace(saved.assessment, **more))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_every_screen_stands_up_to_hostile_text(walking, text):
    async with walking(hostile(text)) as (app, pilot):
        await pilot.press("end")
        for number, place in (("3", "findings"), ("4", "finding"), ("5", "document")):
            await pilot.press(number)
            await settle(pilot, place)
            assert "\x1b" not in text_of(app)
            assert "\u202e" not in text_of(app)
        await pilot.press("n", "6")
        await settle(pilot, "risks")
        await pilot.press("end", "7")
        await settle(pilot, "dialogue")
        for keys in (("down", "enter", "enter"), ("b", "down", "escape"), ("home", "end", "m")):
            await pilot.press(*keys)
            assert "\x1b" not in text_of(app)
        await pilot.press("escape", "e", "escape", "8")
        await settle(pilot, "settings")
        await pilot.press("f4", "escape", "2")
        await settle(pilot, "overview")
        await pilot.press("m", "1")
        await settle(pilot, "dossiers")
        assert app.is_running


@pytest.mark.parametrize("text", ["[/b]", "[@click=app.quit]x[/]", "{0}"])
async def test_hostile_words_typed_by_the_reader_are_only_words(walking, text):
    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("n", *text, "enter")
        await settle(pilot, "finding")
        assert f"notitie: {text}" in text_of(app)
        await pilot.press("3")
        await settle(pilot, "findings")
        await pilot.press("slash")
        await typed(pilot, text)
        assert "geen bevindingen" in text_of(app)
        await pilot.press("escape", "7")
        await settle(pilot, "dialogue")
        await pilot.press("b", "enter")
        await typed(pilot, text)
        await pilot.press("enter")
        await settle(pilot, "dialogue")
        await pilot.press("v")
        await typed(pilot, text)
        await pilot.press("enter")
        await settle(pilot, "dialogue")
        assert text in text_of(app)
        await pilot.press("a")
        await dialog(pilot, "Form")
        await typed(pilot, text)
        await pilot.press("tab")
        await typed(pilot, text)
        await pilot.press("enter")
        await settle(pilot, "dialogue")
        assert f"{text} · {text}" in text_of(app)
        await pilot.press("f1")
        await typed(pilot, text)
        await pilot.press("enter")
        assert app.is_running
