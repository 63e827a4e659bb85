"""Word files: what stands in them comes out, in order, and nothing hostile gets through."""

from __future__ import annotations

import pytest
from word_files import NAMESPACES, R, W, cell, notes_part, paragraph, row, run, table, word_file

from assessor.errors import DamagedDocument, LimitExceeded, NoPages, UnsupportedFormat
from assessor.reading.docx import read_docx
from assessor.reading.limits import default_limits

LIMITS = default_limits()


def read(data):
    return read_docx(data, LIMITS)


def kinds_and_texts(data):
    return [(block.kind, block.text) for block in read(data).blocks]


def texts(data):
    return [block.text for block in read(data).blocks]


def notes(data):
    return [note.en for note in read(data).notes]


def text_box(content):
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"<w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_headings_have_the_level_of_their_style_also_in_dutch():
    data = word_file(
        paragraph("Risico's", style="Kop1"),
        paragraph("Kinderarbeid", style="Kop2"),
        paragraph("Katoen", style="Eigen"),
        paragraph("Tekst."),
    )
    assert [(b.kind, b.level) for b in read(data).blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 2),
        ("paragraph", None),
    ]


def test_a_heading_without_style_is_known_by_its_looks():
    data = word_file(
        paragraph("Hoofdstuk", style="Kop1"),
        paragraph(run("Onze keten", "<w:b/>")),
        paragraph(run("2.1.3 Katoen", "<w:b/>")),
        paragraph(run("Dit is een vette zin.", "<w:b/>")),
    )
    assert [(b.kind, b.level) for b in read(data).blocks[1:]] == [
        ("heading", 2),
        ("heading", 3),
        ("paragraph", None),
    ]


def test_a_style_that_descends_from_itself_is_plain_text():
    assert kinds_and_texts(word_file(paragraph("Tekst", style="Rond"))) == [("paragraph", "Tekst")]


def test_numbered_lists_carry_the_numbers_that_word_prints():
    data = word_file(
        paragraph("een", number=1),
        paragraph("onder een", number=1, level=1),
        paragraph("ook onder een", number=1, level=1),
        paragraph("twee", number=1),
        paragraph("onder twee", number=1, level=1),
        paragraph("opnieuw", number=3),
        paragraph("stip", number=2),
    )
    assert texts(data) == [
        "1. een",
        "1.a) onder een",
        "1.b) ook onder een",
        "2. twee",
        "2.a) onder twee",
        "1. opnieuw",
        "stip",
    ]
    assert [b.level for b in read(data).blocks] == [1, 2, 2, 1, 2, 1, 1]


def test_contents_and_captions_are_marked():
    data = word_file(
        paragraph("1 Inleiding 3", style="Inhopg1"),
        paragraph("De keten", style="Bijschrift"),
        paragraph("Tabel 2: Leveranciers per land"),
    )
    assert [b.kind for b in read(data).blocks] == ["contents", "caption", "caption"]


def test_a_table_keeps_merged_cells_and_heads():
    data = word_file(
        table(
            row("Risico", "Maatregel", "Termijn"),
            row(cell("Kinderarbeid", '<w:vMerge w:val="restart"/>'), "Audit", "2026"),
            row(
                cell("", "<w:vMerge/>"),
                cell("Training van leveranciers", '<w:gridSpan w:val="2"/>'),
            ),
        )
    )
    (block,) = read(data).blocks
    assert block.text.split("\n") == [
        "Risico | Maatregel | Termijn",
        "Kinderarbeid | Audit | 2026",
        "Training van leveranciers",
    ]
    spans = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in block.cells}
    assert spans["Kinderarbeid"] == (1, 0, 2, 1)
    assert spans["Training van leveranciers"] == (2, 1, 1, 2)
    assert [c.text for c in block.cells if c.is_header] == ["Risico", "Maatregel", "Termijn"]


def test_a_table_of_names_and_values_has_no_heads():
    data = word_file(table(row("Leverancier", "Acme B.V."), row("Jaar", "2025")))
    assert not any(c.is_header for c in read(data).blocks[0].cells)


def test_a_table_in_a_table_comes_after_it():
    inner = table(row("binnen", "in"))
    data = word_file(table(row("buiten", cell(paragraph("naast") + inner))))
    assert kinds_and_texts(data) == [("table", "buiten | naast"), ("table", "binnen | in")]


def test_a_frame_of_one_cell_is_read_as_running_text():
    data = word_file(table(row(cell(paragraph("Kop", style="Kop1") + paragraph("Tekst.")))))
    assert kinds_and_texts(data) == [("heading", "Kop"), ("paragraph", "Tekst.")]


def test_footnotes_follow_the_paragraph_that_mentions_them():
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word_file(
        paragraph("Met noot.", mark),
        paragraph("Daarna."),
        relations=[("f", "footnotes", "footnotes.xml")],
        parts={"footnotes.xml": notes_part("footnotes", ("1", "ongebruikt"), ("2", "De noot."))},
    )
    assert kinds_and_texts(data) == [
        ("paragraph", "Met noot."),
        ("footnote", "De noot."),
        ("paragraph", "Daarna."),
    ]


def test_a_text_box_is_read_once():
    data = word_file(
        paragraph("Ervoor.", text_box(paragraph("In de kantlijn."))), paragraph("Erna.")
    )
    assert texts(data) == ["Ervoor.", "In de kantlijn.", "Erna."]


def test_headers_and_footers_stand_apart_and_once():
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="h1"/>'
        '<w:footerReference w:type="default" r:id="f1"/></w:sectPr>'
    )
    header = f"<w:hdr {NAMESPACES}>{paragraph('Acme B.V.')}</w:hdr>"
    data = word_file(
        paragraph("Tekst."),
        section,
        relations=[
            ("h1", "header", "h1.xml"),
            ("h2", "header", "h2.xml"),
            ("f1", "footer", "f.xml"),
        ],
        parts={
            "h1.xml": header,
            "h2.xml": header,
            "f.xml": f"<w:ftr {NAMESPACES}>{paragraph('Vertrouwelijk')}</w:ftr>",
        },
    )
    assert kinds_and_texts(data) == [
        ("header", "Acme B.V."),
        ("paragraph", "Tekst."),
        ("footer", "Vertrouwelijk"),
    ]


def test_tracked_changes_are_read_as_accepted_and_told():
    data = word_file(
        paragraph(
            "Wij betalen ",
            f"<w:del>{run('geen ').replace('w:t', 'w:delText')}</w:del>",
            f"<w:ins>{run('een ')}</w:ins>",
            "leefbaar loon.",
        ),
        f"<w:del>{paragraph('weg')}</w:del>",
    )
    assert texts(data) == ["Wij betalen een leefbaar loon."]
    assert any("tracked changes" in note for note in notes(data))


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("Wij doen") + "</w:p>"
    assert texts(word_file(first, paragraph("onderzoek."))) == ["Wij doen onderzoek."]


def test_hidden_text_is_left_out_and_told():
    data = word_file(paragraph("Zichtbaar.", run(" Verborgen.", "<w:vanish/>")))
    assert texts(data) == ["Zichtbaar."]
    assert any("hidden" in note for note in notes(data))


def test_comments_are_told():
    data = word_file(
        paragraph("Tekst."),
        relations=[("c", "comments", "comments.xml")],
        parts={"comments.xml": f"<w:comments {NAMESPACES}><w:comment/><w:comment/></w:comments>"},
    )
    assert any("2 comment" in note for note in notes(data))


def test_content_controls_and_links_are_read():
    data = word_file(
        f"<w:sdt><w:sdtContent>{paragraph('In een veld.')}</w:sdtContent></w:sdt>",
        paragraph("Zie ", f"<w:hyperlink>{run('de site')}</w:hyperlink>", "."),
    )
    assert texts(data) == ["In een veld.", "Zie de site."]


def test_strict_ooxml_is_read():
    strict = word_file(paragraph("Streng."))
    import zipfile
    from io import BytesIO

    from word_files import zipped

    with zipfile.ZipFile(BytesIO(strict)) as archive:
        files = {
            name: archive.read(name)
            .replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            .replace(R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
            for name in archive.namelist()
        }
    assert texts(zipped(files)) == ["Streng."]


def test_a_main_part_elsewhere_is_found():
    assert texts(word_file(paragraph("Elders."), main="word/document2.xml")) == ["Elders."]


def test_dangling_relationships_are_tolerated():
    dangling = [("x", "footnotes", "nowhere.xml"), ("h", "header", "gone.xml")]
    section = '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>'
    assert texts(word_file(paragraph("Toch."), section, relations=dangling)) == ["Toch."]


def test_a_damaged_part_costs_that_part_only():
    data = word_file(
        paragraph("Toch."),
        relations=[("f", "footnotes", "footnotes.xml")],
        parts={"footnotes.xml": "<w:footnotes"},
    )
    assert texts(data) == ["Toch."]
    assert any("footnotes.xml" in note for note in notes(data))


def test_a_claimed_span_of_a_hundred_million_is_clamped():
    data = word_file(table(row(cell("breed", '<w:gridSpan w:val="100000000"/>'), "smal")))
    assert max(c.column_span for c in read(data).blocks[0].cells) == LIMITS.span


def test_two_thousand_merged_rows_are_read():
    merged = [row(cell("", "<w:vMerge/>"), f"rij {n}") for n in range(2000)]
    data = word_file(table(row(cell("alles", '<w:vMerge w:val="restart"/>'), "rij"), *merged))
    assert len(read(data).blocks[0].text.split("\n")) == 2001


def test_a_document_without_text_is_never_fine():
    with pytest.raises(NoPages):
        read(word_file(paragraph("")))


def test_a_document_of_pictures_says_so():
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
    with pytest.raises(NoPages) as error:
        read(word_file(paragraph(picture)))
    assert "pictures" in error.value.what.en


def test_a_doctype_is_refused():
    bomb = '<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(DamagedDocument):
        read(word_file(paragraph("&b;"), prolog=bomb))


def test_too_many_paragraphs_are_refused():
    with pytest.raises(LimitExceeded):
        read(word_file("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * (LIMITS.blocks + 1)))


def test_tables_nested_too_deeply_are_refused():
    nested = paragraph("diep")
    for _ in range(LIMITS.nesting + 2):
        nested = table(row("naast", cell(nested)))
    with pytest.raises(LimitExceeded):
        read(word_file(nested))


def test_xml_nested_beyond_reason_is_refused():
    with pytest.raises(LimitExceeded):
        read(word_file("<w:ins>" * 3000 + paragraph("diep") + "</w:ins>" * 3000))


def test_a_zip_that_unpacks_to_a_flood_is_refused():
    flood = " " * (LIMITS.document_xml_mib * 2**20 + 1)
    with pytest.raises(LimitExceeded):
        read(word_file(paragraph("klein"), flood))


def test_a_spreadsheet_is_named_as_such():
    from word_files import CONTENT_TYPES, zipped

    with pytest.raises(UnsupportedFormat) as error:
        read(zipped({"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": "<x/>"}))
    assert ".xlsx" in error.value.what.en


def test_an_opendocument_text_is_named_as_such():
    from word_files import zipped

    with pytest.raises(UnsupportedFormat) as error:
        read(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}))
    assert ".odt" in error.value.what.en


def test_half_a_zip_is_damaged():
    data = word_file(paragraph("Tekst."))
    with pytest.raises(DamagedDocument):
        read(data[: len(data) // 2])
