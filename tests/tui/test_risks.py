"""Risks and actions on screen."""

from __future__ import annotations

from piloting import settle, text_of
from submissions import whole


async def test_what_stands_alone_is_marked_and_explained(walking):
    async with walking(whole()) as (app, pilot):
        await pilot.press("6")
        await settle(pilot, "risks")
        text = text_of(app)
        assert "1 risico zonder actie · 1 actie zonder risico" in text
        assert "! geen actie aangetroffen" in text
        assert "! geen risico aangetroffen" in text
        await pilot.press("down")
        assert "is in deze documenten geen actie aangetroffen" in text_of(app)


async def test_enter_goes_to_the_quote_and_escape_back(walking):
    async with walking(whole()) as (app, pilot):
        await pilot.press("6")
        await settle(pilot, "risks")
        await pilot.press("enter")
        await settle(pilot, "document")
        await pilot.pause()
        assert "▶ De lonen in de spinnerij" in text_of(app)
        await pilot.press("escape")
        await settle(pilot, "risks")
        await pilot.press("end", "enter")
        assert "geen citaat om naartoe te gaan" in text_of(app)


async def test_a_document_without_risks_says_so(walking):
    async with walking(whole(risks=(), actions=())) as (app, pilot):
        await pilot.press("6")
        await settle(pilot, "risks")
        assert "Risico's (0): in deze documenten niet aangetroffen" in text_of(app)
        await pilot.press("enter", "d")
        assert "geen citaat" in text_of(app)
