"""Files that are built to do harm: each kind that has brought a PDF or Word reader down.

The kinds follow the published ways to exhaust parsers: what unpacks to a flood, what refers to
itself, what claims to be vast, what is deep, and what is merely far too much.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from pdf_files import (
    bare_pdf,
    deep_dictionaries,
    flate_bomb,
    form_laughs,
    looping_pages,
    many_pages,
    one_page,
    pdf,
    previous_loop,
    stream,
    vast_page,
)
from word_files import NAMESPACES, cell, paragraph, row, table, word_file, zipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

SENTENCE = "De leverancier onderzoekt elk jaar de risico's op kinderarbeid in de keten."


def _packed(data, rounds=1):
    for _ in range(rounds):
        data = zlib.compress(data, 9)
    return data


def twice_flated():
    """Return a PDF whose page is packed twice: kilobytes that become a gibibyte."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b"\0" * 2**20) for _ in range(1024)) + packer.flush()
    return one_page(stream(_packed(once), b"/Filter [/FlateDecode /FlateDecode]"))


def wide_predictor():
    more = b"/Filter /FlateDecode /DecodeParms <</Predictor 15 /Columns 2000000000 /Colors 32>>"
    return one_page(stream(_packed(b"\2" * 4096), more))


def unicode_ranges():
    """Return a PDF whose font maps millions of codes in ranges of ranges."""
    ranges = b"".join(b"<%04X> <FFFF> <0041>\n" % (code % 65536) for code in range(100_000))
    cmap = b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n%d beginbfrange\n%b endbfrange"
    font = (
        b"<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R "
        b"/DescendantFonts [<</Type /Font /Subtype /CIDFontType2 /BaseFont /X "
        b"/CIDSystemInfo <</Registry (A) /Ordering (I) /Supplement 0>> "
        b"/FontDescriptor <</Type /FontDescriptor /FontName /X /Flags 4>> >>]>>"
    )
    return one_page(
        stream(b"BT /F 12 Tf 72 700 Td <00410042> Tj ET"),
        [font, stream(cmap % (100_000, ranges))],
        b"/Font <</F 5 0 R>>",
    )


def wide_font():
    """Return a PDF whose font claims two thousand million widths."""
    font = (
        b"<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts "
        b"[<</Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [0 2000000000 500] "
        b"/CIDSystemInfo <</Registry (A) /Ordering (I) /Supplement 0>> >>]>>"
    )
    return one_page(stream(b"BT /F 12 Tf 72 700 Td <0041> Tj ET"), [font], b"/Font <</F 5 0 R>>")


def deep_pages(depth):
    """Return a PDF whose page tree is a chain."""
    chain = [
        b"<</Type /Pages /Kids [%d 0 R] /Count 1>>" % (number + 1) for number in range(2, 2 + depth)
    ]
    page = b"<</Type /Page /Parent %d 0 R /MediaBox [0 0 595 842]>>" % (1 + depth)
    return bare_pdf(b"<</Type /Catalog /Pages 2 0 R>>", *chain, page)


def deep_arrays(depth):
    return one_page(stream(b"[" * depth + b"]" * depth + b" TJ"))


def deep_states(depth):
    return one_page(stream(b"q " * depth + b"BT (x) Tj ET"))


def many_glyphs(count):
    return one_page(stream(b"BT /F 1 Tf 1 1 Td (%b) Tj ET" % (b"x " * (count // 2))))


def many_words(count):
    drawn = b"".join(
        b"BT /F 5 Tf %d %d Td (woord%d) Tj ET\n" % (n % 590, n % 840, n) for n in range(count)
    )
    font = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
    return one_page(stream(_packed(drawn), b"/Filter /FlateDecode"), [font], b"/Font <</F 5 0 R>>")


def many_rectangles(count):
    drawn = b"".join(b"%d %d 5 5 re S\n" % (n * 7 % 590, n * 11 % 840) for n in range(count))
    return one_page(stream(_packed(drawn), b"/Filter /FlateDecode"))


def random_bytes(random, mib):
    return b"%PDF-1.7\n" + random.randbytes(mib * 2**20)


def huge_picture():
    """Return a PDF with a picture that claims a hundred thousand pixels each way."""
    more = (
        b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceRGB /Filter /FlateDecode"
    )
    picture = stream(_packed(b"\0" * 2**20), more)
    return one_page(stream(b"595 0 0 842 0 0 cm /P Do"), [picture], b"/XObject <</P 5 0 R>>")


def long_pdf(pages):
    return pdf(*([f"{number}.{line} {SENTENCE}" for line in range(40)] for number in range(pages)))


def _streamed(name, piece, times):
    """Return a zip with the usual parts in which one part repeats a piece."""
    usual = zipfile.ZipFile(BytesIO(word_file(paragraph("x"))))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for part in usual.namelist():
            if part != name:
                archive.writestr(part, usual.read(part))
        with archive.open(name, "w", force_zip64=True) as part:
            part.write(f"<w:document {NAMESPACES}><w:body>".encode())
            for _ in range(times):
                part.write(piece)
            part.write(b"</w:body></w:document>")
    return buffer.getvalue()


def flooding_document(mib):
    return _streamed("word/document.xml", paragraph("x" * 1000).encode() * 1000, mib)


def flooding_media(mib):
    return _streamed("word/media/image1.png", b"\0" * 2**20, mib)


def many_parts(count):
    return zipped({f"word/media/{number}.xml": "" for number in range(count)})


def many_paragraphs(count):
    return word_file(paragraph(SENTENCE) * count)


def wide_spans(rows):
    one = row(cell("x", '<w:gridSpan w:val="100000000"/>'))
    return word_file(table(*[one] * rows))


def merged_rows(count):
    first = row(cell("kop", '<w:vMerge w:val="restart"/>'))
    return word_file(table(first, *[row(cell("x", "<w:vMerge/>"))] * count))


def nested_tables(depth):
    content = paragraph(SENTENCE)
    for _ in range(depth):
        content = table(row(cell(content + paragraph("x"))))
    return word_file(content)


def deep_xml(depth):
    return word_file("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth)


def laughing_entities():
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefghijk", "bcdefghijkl", strict=True)
    )
    return word_file(paragraph("&l;"), prolog=f"<!DOCTYPE w:document [{entities}]>")


def outside_entity():
    prolog = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return word_file(paragraph("&x;"), prolog=prolog)


BOMBS: dict[str, Callable[[Random], bytes]] = {
    "flate.pdf": lambda _: flate_bomb(1024),
    "flate_twice.pdf": lambda _: twice_flated(),
    "predictor.pdf": lambda _: wide_predictor(),
    "form_laughs.pdf": lambda _: form_laughs(),
    "unicode_ranges.pdf": lambda _: unicode_ranges(),
    "wide_font.pdf": lambda _: wide_font(),
    "looping_pages.pdf": lambda _: looping_pages(),
    "deep_pages.pdf": lambda _: deep_pages(20_000),
    "many_pages.pdf": lambda _: many_pages(200_000),
    "previous_loop.pdf": lambda _: previous_loop(),
    "deep_dictionaries.pdf": lambda _: deep_dictionaries(5_000_000),
    "deep_arrays.pdf": lambda _: deep_arrays(1_000_000),
    "deep_states.pdf": lambda _: deep_states(2_000_000),
    "glyphs.pdf": lambda _: many_glyphs(1_000_000),
    "words.pdf": lambda _: many_words(150_000),
    "rectangles.pdf": lambda _: many_rectangles(50_000),
    "garbage.pdf": lambda random: random_bytes(random, 100),
    "dictionaries_100_mb.pdf": lambda _: deep_dictionaries(100 * 2**20 // 5),
    "vast_page.pdf": lambda _: vast_page(10_000_000),
    "huge_picture.pdf": lambda _: huge_picture(),
    "long_500.pdf": lambda _: long_pdf(500),
    "long_2000.pdf": lambda _: long_pdf(2000),
    "flood.docx": lambda _: flooding_document(1200),
    "flood_media.docx": lambda _: flooding_media(4096),
    "parts.docx": lambda _: many_parts(60_000),
    "paragraphs.docx": lambda _: many_paragraphs(300_000),
    "paragraphs_19000.docx": lambda _: many_paragraphs(19_000),
    "spans.docx": lambda _: wide_spans(2000),
    "merged.docx": lambda _: merged_rows(2000),
    "merged_19000.docx": lambda _: merged_rows(19_000),
    "nested_tables.docx": lambda _: nested_tables(3000),
    "deep.docx": lambda _: deep_xml(100_000),
    "laughs.docx": lambda _: laughing_entities(),
    "outside.docx": lambda _: outside_entity(),
}
