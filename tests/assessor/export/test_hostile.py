"""Whatever a supplier or a colleague writes, every export stays whole and shows it as text."""

import io
import json
import re
import unicodedata
import zipfile

import pytest
from lxml import etree, html
from reports import FORMULA, LONG, hostile

from assessor.export.forms import FORMS

ONE_FILE = [form for form in FORMS if form.name != "pdf"]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module", params=["nl", "en"])
def written(request):
    report = hostile()
    return {form.name: form.write(report, request.param, None)[""] for form in ONE_FILE}


def parts(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def texts(written):
    """Return all that a person can read of every form."""
    yield written["markdown"].decode()
    yield html.fromstring(written["html"]).text_content()
    for name in ("note", "letter", "xlsx"):
        yield from ("".join(tree.itertext()) for tree in parts(written[name]).values())


def test_no_form_holds_a_mark_that_steers(written):
    for text in texts(written):
        steering = {c for c in text if unicodedata.category(c) in {"Cc", "Cf"}} - set("\n\r\t")
        assert steering == set()


def test_every_form_is_valid_of_its_kind(written):
    assert all(parts(written[name]) for name in ("note", "letter", "xlsx"))
    assert json.loads(written["json"])["assessment"]["findings"]
    for form in ONE_FILE:
        assert b"\xed\xa0\x80" not in written[form.name]


def test_a_word_of_ten_thousand_characters_comes_through_whole(written):
    for name in ("note", "letter"):
        assert LONG in "".join(parts(written[name])["word/document.xml"].itertext())
    assert LONG in html.fromstring(written["html"]).text_content()
    assert LONG in written["markdown"].decode()


def test_braces_of_a_document_are_shown_and_never_run(written):
    for name in ("note", "letter"):
        said = "".join(parts(written[name])["word/document.xml"].itertext())
        assert "{{ 7*7 }}" in said
        assert "{% raise %}" in said
    assert "{{ 7*7 }}" in html.fromstring(written["html"]).text_content()


def test_the_page_gets_no_element_from_a_document(written):
    page = html.fromstring(written["html"])
    assert page.xpath("//script | //*[@onload] | //iframe | //object | //form") == []
    assert "<script>alert(1)</script>" in page.text_content()


def test_the_spreadsheet_holds_no_formula_and_no_link(written):
    for name, tree in parts(written["xlsx"]).items():
        assert list(tree.iter(f"{SHEET}f", f"{SHEET}hyperlink")) == [], name


def test_what_begins_like_a_formula_stays_text_when_a_cell_is_edited(written):
    trees = parts(written["xlsx"])
    strings = ["".join(si.itertext()) for si in trees["xl/sharedStrings.xml"]]
    styles = trees["xl/styles.xml"].find(f"{SHEET}cellXfs")
    kept = {n for n, style in enumerate(styles) if style.get("quotePrefix") == "1"}
    cells = [
        (strings[int(cell.find(f"{SHEET}v").text)], int(cell.get("s")))
        for name, tree in trees.items()
        if name.startswith("xl/worksheets/sheet")
        for cell in tree.iter(f"{SHEET}c")
        if cell.get("t") == "s"
    ]
    dangerous = [(text, style) for text, style in cells if text[:1] in "=+-@"]
    assert FORMULA in {text for text, _ in dangerous}
    assert {style for _, style in dangerous} <= kept


def test_no_field_or_link_enters_word(written):
    for name in ("note", "letter"):
        tree = parts(written[name])["word/document.xml"]
        assert list(tree.iter(f"{WORD}hyperlink", f"{WORD}fldSimple", f"{WORD}instrText")) == []


def test_markdown_of_a_document_is_shown_as_it_is(written):
    made = written["markdown"].decode()
    assert r"\<script\>" in made
    assert re.search(r"(?<!\\)<script", made) is None
    assert r"\`a\` \*b\*" in made
