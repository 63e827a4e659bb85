"""The maker sets every kind of block in every layout, and says what it cannot set."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
import yaml

ROOT = Path(__file__).parents[2]
SPECIMEN = ROOT / "tests" / "data" / "making" / "specimen.yaml"
PDF_LAYOUTS = ("report", "two_columns", "brochure", "landscape", "letter", "plain")
LOOKS = ("forest", "navy", "slate", "brick", "plum", "sea", "ochre", "ink", "clerk")
WORDS = (
    "The opening chapter",
    "The opening paragraph calls a note.",
    "It has bold words, slanted words and CO2.",
    "A smaller heading",
    "The second part",
    "Count two",
    "A box beside the text",
    "The words of the side box stand apart.",
    "until the box ends and the words have the whole line.",
    "Jackets | India | Ambur | yes",
    "India | Ranipet | no",
    "A group of shoes",
    "Shoes | Vietnam | in part",
    "A closing row of the table.",
    "The words of the other box.",
    "“A pulled quotation.”",
    "38% of the sites",
    "Row 80 of the long table",
    "The second note is called here.",
    "The first note, in italics.",
    "Yours faithfully",
)


@pytest.fixture(scope="module", autouse=True)
def _corpora():
    sys.path.insert(0, str(ROOT / "corpora"))
    yield
    sys.path.remove(str(ROOT / "corpora"))


@pytest.fixture
def made(tmp_path):
    """Return the specimen, with some of its front matter changed, as a document."""

    def make_with(name="specimen.pdf", **front):
        from making.document import make

        source = yaml.safe_load(SPECIMEN.read_text(encoding="utf-8")) | front
        rows = [[str(number), f"Row {number} of the long table"] for number in range(1, 81)]
        for block in source["blocks"]:
            if block.get("table") == "long":
                block["rows"] = rows
        path = tmp_path / "specimen.yaml"
        path.write_text(yaml.safe_dump(source, allow_unicode=True), encoding="utf-8")
        breaks = tmp_path / "breaks.txt"
        breaks.write_text("para-graph\nspeci-men\nhyphen-ated-word\n", encoding="utf-8")
        make(path, tmp_path / name, [breaks], "tests")
        return tmp_path / name

    return make_with


def assert_all_words_stand_in(document):
    from checking.quotes import pages_with
    from checking.reading import pages_of

    pages = pages_of(document)
    missing = [words for words in WORDS if not pages_with(words, pages)]
    assert not missing
    return pages


@pytest.mark.parametrize("layout", PDF_LAYOUTS)
def test_every_pdf_layout_sets_every_kind_of_block(made, layout):
    pages = assert_all_words_stand_in(made(layout=layout))
    assert all("all names and figures are invented" in page for page in pages)


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_sets_every_kind_of_block(made, look):
    assert_all_words_stand_in(made(layout="report", look=look))


@pytest.mark.parametrize("cover", ["band", "side", "frame", "full", "none"])
def test_every_cover_holds_title_and_facts(made, cover):
    from checking.reading import pages_of

    first = pages_of(made(cover=cover))[0]
    assert "A specimen of all blocks" in first
    assert "The Reader" in first


@pytest.mark.parametrize("layout", ["report", "plain"])
def test_word_holds_every_kind_of_block(made, layout):
    document = made("specimen.docx", layout=layout, look="navy")
    assert_all_words_stand_in(document)
    with zipfile.ZipFile(document) as archive:
        body = archive.read("word/document.xml").decode()
    for part in ("w:footnoteReference", "w:gridSpan", "w:vMerge", "wps:txbx", "mc:Fallback"):
        assert part in body, part
    assert 'w:orient="landscape"' in body


def test_a_turned_chapter_has_turned_pages_and_the_others_have_not(made):
    with pypdfium2.PdfDocument(made()) as pdf:
        shapes = ["turned" if page.get_width() > page.get_height() else "upright" for page in pdf]
        texts = [page.get_textpage().get_text_range() for page in pdf]
    assert {shape for shape, text in zip(shapes, texts, strict=True) if "Row 1 " in text} == {
        "turned"
    }
    assert shapes[0] == shapes[-1] == "upright"


def test_a_long_table_repeats_its_head_on_each_page(made):
    from checking.reading import pages_of

    with_rows = [page for page in pages_of(made()) if "of the long table" in page]
    assert len(with_rows) > 1
    assert all("Words of the row" in page for page in with_rows)


def test_a_note_stands_on_the_page_that_calls_it(made):
    from checking.reading import pages_of

    for page in pages_of(made()):
        assert ("calls a note" in page) == ("The first note" in page)


@pytest.mark.parametrize("name", ["specimen.pdf", "specimen.docx"])
@pytest.mark.parametrize("look", ["brick", "ochre"])
def test_making_twice_gives_the_same_bytes(made, name, look):
    first = made(name, look=look).read_bytes()
    assert made(name, look=look).read_bytes() == first


def test_the_contents_page_names_the_page_of_each_chapter(made):
    from checking.reading import pages_of

    pages = pages_of(made(contents=True))
    (line,) = [line for line in pages[1].splitlines() if "A turned chapter" in line]
    number = int(line.split()[-1])
    assert "A turned chapter" in pages[number - 1]


def test_a_word_breaks_only_where_the_list_says_and_keeps_the_space_after_it(made):
    from checking.reading import pages_of

    long = {"text": "A *marked* paragraph *again* and one hyphenatedword after another. " * 20}
    text = " ".join(pages_of(made(blocks=[long], layout="two_columns")))
    assert set(re.findall(r"(\w+)[\ufffe\x02\xad]", text)) <= {"para", "hyphen", "hyphenated"}
    assert re.search(r"hyphen(ated)?[\ufffe\x02\xad]", text)
    assert not re.search("paragraphagain", text)


def test_a_sign_that_no_font_has_is_named(made):
    from making.blocks import Misprint

    with pytest.raises(Misprint, match="ğ"):
        made(subtitle="Doğan")
    assert made(subtitle="Doğan", look="brick").exists()


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ({"paragraph": "x"}, "no known kind"),
        ({"text": "x", "colour": "red"}, "colour"),
        ({"bullets": [True]}, "quotes around True"),
        ({"table": "t", "head": ["A", "B"], "rows": [["1", "2", "3"]]}, "3 cells in a table of 2"),
        ({"table": "t", "rows": [["1", "2"]], "style": "fancy"}, "fancy"),
        ({"text": "Called.[^nowhere]"}, "nowhere"),
    ],
)
def test_what_cannot_be_set_is_refused(made, block, message):
    with pytest.raises((ValueError, KeyError), match=message):
        made(blocks=[block])
