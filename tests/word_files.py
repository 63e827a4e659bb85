"""Word files made of bare XML, so that a test can say exactly what is odd about one."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
STYLES = """
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="Kop 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigen">
 <w:name w:val="Eigen kop"/><w:basedOn w:val="Kop2"/>
</w:style>
<w:style w:type="paragraph" w:styleId="Bijschrift"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Rond">
 <w:name w:val="Rond"/><w:basedOn w:val="Rond"/>
</w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1">
  <w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>
 </w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3">
 <w:abstractNumId w:val="0"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
</w:num>
"""


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, style=None, number=None, level=0):
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    content = "".join(r if r.startswith("<") else run(r) for r in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(content, properties=""):
    content = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells, properties=""):
    cells = (c if c.startswith("<w:tc") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def word_file(*body, relations=(), parts=None, main="word/document.xml", prolog=""):
    """Return the bytes of a Word file; `relations` are (id, kind, target), `parts` XML by name."""
    document = f"<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"
    usual = [("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml")]
    folder, _, name = main.rpartition("/")
    files = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _relations([("d", "officeDocument", main)]),
        main: prolog + document,
        f"{folder}/_rels/{name}.rels": _relations([*usual, *relations]),
        f"{folder}/styles.xml": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>",
        f"{folder}/numbering.xml": f"<w:numbering {NAMESPACES}>{NUMBERING}</w:numbering>",
        **{f"{folder}/{part}": content for part, content in (parts or {}).items()},
    }
    return zipped(files)


def notes_part(kind, *notes):
    """Return a footnotes or endnotes part; `notes` are (id, text)."""
    one = kind.removesuffix("s")
    inner = "".join(f'<w:{one} w:id="{i}">{paragraph(text)}</w:{one}>' for i, text in notes)
    return f"<w:{kind} {NAMESPACES}>{inner}</w:{kind}>"


def zipped(files):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _relations(relations):
    inner = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{RELS}">{inner}</Relationships>'
