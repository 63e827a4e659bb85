"""The demo is what it says it is: invented, rebuilt to the byte, and in line with its answers."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import docx
import pypdfium2
import pytest
import yaml

DEMO = Path(__file__).parents[2] / "corpora" / "demo"
ANALYSIS = "kesterloo-risicoanalyse.pdf"
PLAN = "kesterloo-verbeterplan.docx"
MARK = "Fictief voorbeeld – alle namen en cijfers zijn verzonnen"
LINE_END_HYPHENS = "\xad\ufffe\x02"


def folded(text):
    """Return the text without white space and hyphens, which line ends change."""
    return re.sub(rf"[\s\-{LINE_END_HYPHENS}]", "", text)


def text_of_word(file):
    document = docx.Document(file)
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    rows = [row for table in document.tables for row in table.rows]
    return "\n".join(paragraphs + [cell.text for row in rows for cell in row.cells])


def quotes_in(node):
    """Yield everything that claims to stand somewhere in a file."""
    if isinstance(node, dict):
        if {"file", "page", "quote"} <= node.keys():
            yield node["file"], node["page"], node["quote"]
        elif {"file", "page", "label"} <= node.keys():
            yield node["file"], node["page"], node["label"]
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from quotes_in(child)


@pytest.fixture(scope="module")
def pdf():
    with pypdfium2.PdfDocument(DEMO / ANALYSIS) as document:
        yield document


@pytest.fixture(scope="module")
def pages(pdf):
    return [page.get_textpage().get_text_range() for page in pdf]


@pytest.fixture(scope="module")
def plan():
    return docx.Document(DEMO / PLAN)


@pytest.fixture(scope="module")
def expected():
    return json.loads((DEMO / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def source_tables():
    def read(name, table):
        source = yaml.safe_load((DEMO / "sources" / f"{name}.yaml").read_text(encoding="utf-8"))
        return next(block["rows"] for block in source["blocks"] if block.get("table") == table)

    return read


def test_building_again_gives_the_same_bytes(tmp_path):
    subprocess.run([sys.executable, DEMO / "build.py", "--into", tmp_path], check=True)
    for name in (ANALYSIS, PLAN):
        assert (tmp_path / name).read_bytes() == (DEMO / name).read_bytes()


def test_every_page_says_that_it_is_invented(pages, plan):
    assert 7 <= len(pages) <= 9
    assert all(MARK in page for page in pages)
    assert len(plan.sections) == 3
    for section in plan.sections:
        assert MARK in [paragraph.text for paragraph in section.footer.paragraphs]


def test_both_files_say_of_themselves_that_they_are_invented(pdf, plan):
    assert pdf.get_metadata_dict()["Subject"] == MARK
    assert MARK in pdf.get_metadata_dict()["Title"]
    assert plan.core_properties.subject == MARK
    assert MARK in plan.core_properties.title


def test_the_signs_that_fonts_may_lack_are_there(pages):
    text = "".join(pages)
    for sign in "€éëïöüçó–’·":
        assert sign in text


def test_long_words_are_broken_at_line_ends(pages):
    broken = re.findall(rf"[a-zë][-{LINE_END_HYPHENS}]\r?\n?[a-z]", "".join(pages))
    assert len(broken) >= 20


def test_no_word_breaks_where_its_letters_change():
    words = (DEMO / "sources" / "woordafbreking.txt").read_text(encoding="utf-8").splitlines()
    words = [word for word in words if not word.startswith("#")]
    assert len(words) == len(set(words))
    for word in words:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", word), word


def test_the_word_file_has_what_a_word_file_can_hold(plan):
    styles = {paragraph.style.name for paragraph in plan.paragraphs}
    assert {"Heading 1", "Heading 2", "Caption", "List Number"} <= styles
    assert "w:footnoteReference" in plan.element.xml
    assert "w:vMerge" in plan.element.xml
    assert "w:gridSpan" in plan.element.xml
    assert 'w:instr="PAGE"' in plan.sections[0].header._element.xml


def test_every_expected_quote_stands_on_its_page(expected, pages):
    analysis = [folded(page) for page in pages]
    word = folded(text_of_word(DEMO / PLAN))
    quotes = list(quotes_in(expected))
    assert len(quotes) > 100
    for file, page, quote in quotes:
        if file == ANALYSIS:
            assert folded(quote) in analysis[page - 1], (page, quote)
        else:
            assert (file, page) == (PLAN, None)
            assert folded(quote) in word, quote


def test_every_expected_level_is_among_the_plausible_ones(expected):
    for code, answer in {**expected["measures"], **expected["topics"]}.items():
        assert answer["level"] in answer["plausible"], code
        assert set(answer["plausible"]) <= set(range(5)), code
        assert bool(answer["quotes"]) == (answer["level"] > 0), code


def test_a_theme_has_the_level_of_its_best_topic_or_one_lower(expected):
    for theme, level in expected["themes"].items():
        topics = expected["topics"].items()
        best = max(topic["level"] for code, topic in topics if code.startswith(f"{theme}."))
        assert level in {best, best - 1}, theme


def test_the_expected_risks_and_actions_are_those_of_the_tables(expected, source_tables):
    risks = [(risk["id"], risk["label"]) for risk in expected["risks"]]
    assert risks == [(row[0], row[1]) for row in source_tables("risicoanalyse", "risks")]
    actions = [(action["id"], action["label"]) for action in expected["actions"]]
    assert actions == [(row[0], row[2]) for row in source_tables("verbeterplan", "actions")]


def test_the_answers_cover_the_whole_taxonomy(expected, shared):
    taxonomy = json.loads((shared / "contract" / "taxonomy.json").read_text(encoding="utf-8"))
    topics = [f"{theme}.{code}" for theme, codes in taxonomy["themes"].items() for code in codes]
    assert list(expected["measures"]) == list(taxonomy["measures"])
    assert list(expected["topics"]) == topics
    assert {finding["kind"] for finding in expected["findings"]} >= {
        "denial",
        "orphan_risk",
        "orphan_action",
        "contradiction",
        "stale",
        "boilerplate",
    }
