"""The page can be read by everyone: order of headings, contrast, heads of tables, languages."""

import re
from dataclasses import replace
from importlib import resources
from itertools import pairwise

import pytest
from builders import FROZEN, assessment, briefing, finding
from lxml import html
from reports import plain

from assessor import reading
from assessor.dossiers.prepared import Prepared
from assessor.export.html import to_html
from assessor.export.report import report_of
from assessor.locations import demo
from assessor.model import DocumentFacts, Evidence, Words

LEAST_CONTRAST = 4.5


@pytest.fixture(scope="module", params=["nl", "en"])
def page(request):
    return html.fromstring(to_html(plain(), request.param))


@pytest.fixture(scope="module")
def pictured():
    """A report on the demo's real PDF, with a quote on its fifth page."""
    path = demo() / "kesterloo-risicoanalyse.pdf"
    return html.fromstring(to_html(on_demo(path), "nl"))


def on_demo(path):
    read = reading.read(path)
    block = next(b for b in read.blocks if b.page == 5 and b.kind == "paragraph")
    boxes = tuple(line.box for line in block.lines)
    quote = Evidence(0, 5, None, boxes, block.text, "nl", "done", 2, (Words("Omdat.", "As."),))
    facts = DocumentFacts(read.file, read.sha256, "pdf", len(read.pages), ("nl",), (), ())
    judged = assessment((finding("f1", evidence=(quote,)),), documents=(facts,))
    report = report_of(Prepared(judged, (read,), briefing()), FROZEN)
    return replace(report, originals={read.sha256: path})


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def styles():
    file = resources.files("assessor.export.templates").joinpath("report.css")
    text = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        yield selector.strip(), dict(re.findall(r"(?<![-\w])([\w-]+)\s*:\s*([^;]+)", body))


def test_contrast_is_measured_as_the_guideline_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_colour_stands_on_a_background_with_enough_contrast():
    pairs = 0
    for selector, style in styles():
        ink, ground = style.get("color"), style.get("background-color")
        if selector == ".tile a" or ink == "inherit":
            continue
        assert (ink is None) == (ground is None), selector
        if ink:
            pairs += 1
            assert contrast(ink, ground) >= LEAST_CONTRAST, selector
    assert pairs > 20


def test_headings_go_down_one_step_at_a_time(page):
    levels = [int(h.tag[1]) for h in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_no_heading_is_empty(page):
    assert all(h.text_content().strip() for h in page.iter("h1", "h2", "h3", "h4"))


def test_every_head_of_a_table_says_what_it_heads(page):
    heads = list(page.iter("th"))
    assert heads
    assert {head.get("scope") for head in heads} == {"col", "row"}
    assert all(table.find("caption") is not None for table in page.iter("table"))


def test_the_page_and_every_quote_name_their_language(page):
    assert page.get("lang") in {"nl", "en"}
    quotes = page.xpath("//blockquote/p")
    assert quotes
    assert all(quote.get("lang") for quote in quotes)


def test_ids_are_single_and_links_lead_somewhere(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href")} <= set(ids)
    assert set(page.xpath("//@aria-labelledby")) <= set(ids)


def test_the_page_needs_nothing_from_elsewhere(page):
    addresses = page.xpath("//@src | //link/@href")
    assert all(address.startswith("data:") for address in addresses)
    assert "url(" not in "".join(page.xpath("//style/text()"))
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


def test_levels_are_said_in_words(page):
    badges = page.xpath("//*[contains(@class, 'badge')]")
    assert badges
    assert all(re.search(r"\w{4}", badge.text_content()) for badge in badges)
    assert all(dots.get("aria-hidden") for dots in page.xpath("//*[@class='dots']"))


def test_a_person_stands_beside_the_program(page):
    said = page.text_content()
    assert "jansen" in said
    assert "Navragen bij de fabriek." in said


def test_every_export_says_with_what_it_was_made(page):
    about = page.xpath("//section[@aria-labelledby='about']")[0].text_content()
    for part in ("isv-assessor 0.1.0", "2026.1", "ab" * 32, "jansen", "bos", "2026"):
        assert part in about


def test_a_quote_is_marked_on_the_picture_of_its_page(pictured):
    (picture,) = pictured.iter("img")
    assert picture.get("src").startswith("data:image/webp;base64,")
    assert "5" in picture.get("alt")
    assert float(picture.get("width")) == pytest.approx(595, abs=2)
    marks = pictured.xpath("//*[name()='rect']")
    assert len(marks) >= 2
    for mark in marks:
        assert 0 < float(mark.get("x")) < 595
        assert 0 < float(mark.get("y")) < 842


def test_without_the_original_the_page_says_that_there_is_no_picture():
    report = on_demo(demo() / "kesterloo-risicoanalyse.pdf")
    page = html.fromstring(to_html(replace(report, originals={}), "nl"))
    assert list(page.iter("img")) == []
    assert "geen beeld" in page.text_content()
