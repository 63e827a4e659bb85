"""A Word file with everything that Word has, and the blocks that must be read from it."""

from __future__ import annotations

from born.prose import HEADINGS, SENTENCES, printed
from word_files import NAMESPACES, cell, notes_part, paragraph, row, run, table, word_file

TEXT = [printed(sentence) for sentence in SENTENCES]
REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
END_REFERENCE = '<w:r><w:endnoteReference w:id="3"/></w:r>'


def _box(text):
    inside = (
        f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{paragraph(text)}"
        "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _part(kind, text):
    return f"<w:{kind} {NAMESPACES}>{paragraph(text)}</w:{kind}>"


MATRIX = table(
    row("Risico", cell("Aanpak", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
    row(cell("Kinderarbeid", '<w:vMerge w:val="restart"/>'), "Audit", "2026"),
    row(cell("", "<w:vMerge/>"), "Gesprek", "2027"),
)

BODY = [
    paragraph(HEADINGS[0], style="Kop1"),
    paragraph(TEXT[0], REFERENCE),
    paragraph(HEADINGS[1], style="Kop2"),
    paragraph(TEXT[1], number=1),
    paragraph(TEXT[2], number=1, level=1),
    paragraph(TEXT[3], number=1),
    paragraph("Tabel 1. Risico's en aanpak", style="Bijschrift"),
    MATRIX,
    paragraph(TEXT[4], _box(TEXT[5]), END_REFERENCE),
    paragraph(
        f'<w:ins w:id="9" w:author="x">{run(TEXT[6])}</w:ins>'
        f'<w:del w:id="8" w:author="x"><w:r><w:delText>{TEXT[7]}</w:delText></w:r></w:del>'
    ),
    f"<w:sdt><w:sdtContent>{paragraph(TEXT[8])}</w:sdtContent></w:sdt>",
]

TRUTH = [
    ("header", "Ketenverslag 2025"),
    ("heading", HEADINGS[0]),
    ("paragraph", TEXT[0]),
    ("footnote", "Loonkompas, 2025."),
    ("heading", HEADINGS[1]),
    ("list_item", f"1. {TEXT[1]}"),
    ("list_item", f"1.a) {TEXT[2]}"),
    ("list_item", f"2. {TEXT[3]}"),
    ("caption", "Tabel 1. Risico's en aanpak"),
    ("table", "Risico | Aanpak\nKinderarbeid | Audit | 2026\nGesprek | 2027"),
    ("paragraph", TEXT[4]),
    ("paragraph", TEXT[5]),
    ("footnote", "Jaarverslag, bladzijde 12."),
    ("paragraph", TEXT[6]),
    ("paragraph", TEXT[8]),
    ("footer", "Vertrouwelijk"),
]


def word_with_everything() -> bytes:
    """Return the file."""
    return word_file(
        *BODY,
        '<w:sectPr><w:headerReference w:type="default" r:id="h"/>'
        '<w:footerReference w:type="default" r:id="f"/></w:sectPr>',
        relations=[
            ("h", "header", "header1.xml"),
            ("f", "footer", "footer1.xml"),
            ("fn", "footnotes", "footnotes.xml"),
            ("en", "endnotes", "endnotes.xml"),
        ],
        parts={
            "header1.xml": _part("hdr", "Ketenverslag 2025"),
            "footer1.xml": _part("ftr", "Vertrouwelijk"),
            "footnotes.xml": notes_part("footnotes", (2, "Loonkompas, 2025.")),
            "endnotes.xml": notes_part("endnotes", (3, "Jaarverslag, bladzijde 12.")),
        },
    )
