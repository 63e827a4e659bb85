"""Small PDF files with one oddity each: scans, locks, bombs."""

from __future__ import annotations

import zlib
from functools import cache
from io import BytesIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def pdf(*pages, encrypt=None):
    """Return a PDF with a page per argument; a page is a list of lines."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=encrypt)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 770 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned(*pictures):
    """Return a PDF whose pages are pictures (PIL images) and nothing else."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for picture in pictures:
        size = landscape(A4) if picture.width > picture.height else A4
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(picture), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def bare_pdf(*objects, root=1):
    """Return a PDF of the given objects (bytes), numbered from 1."""
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"trailer <</Size %d /Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, root, start)


def stream(content, more=b""):
    return b"<</Length %d %b>>\nstream\n%b\nendstream" % (len(content), more, content)


def one_page(content_object, more=b"", resources=b""):
    """Return a PDF with one page whose content is object 4; `more` objects follow it."""
    return bare_pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<%b>>>>"
        % resources,
        content_object,
        *more,
    )


def without_pages():
    return bare_pdf(b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [] /Count 0>>")


@cache
def flate_bomb(mib):
    """Return a PDF whose page unpacks to `mib` MiB of blanks."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(mib)) + packer.flush()
    return one_page(stream(packed, b"/Filter /FlateDecode"))


def form_laughs(depth=12, width=10):
    """Return a PDF of forms that draw forms: `width` to the power `depth` at the end."""
    forms = [
        stream(
            b"/X Do " * width,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
            b"/Resources <</XObject <</X %d 0 R>>>>" % (number + 1),
        )
        for number in range(5, 5 + depth)
    ]
    last = stream(b"BT (x) Tj ET", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return one_page(stream(b"/X Do"), [*forms, last], b"/XObject <</X 5 0 R>>")


def looping_pages():
    """Return a PDF whose page tree is its own grandchild."""
    return bare_pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 9>>",
        b"<</Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R>>",
    )


def deep_dictionaries(count):
    """Return a PDF with `count` dictionaries that open and never close."""
    return b"%PDF-1.7\n1 0 obj\n" + b"<</A " * count


def vast_page(points):
    return pdf(["tekst"]).replace(b"595.2756 841.8898", b"%d %d" % (points, points))


def previous_loop():
    """Return a PDF whose cross-reference table is its own predecessor."""
    good = pdf(["tekst"])
    start = int(good.rsplit(b"startxref", 1)[1].split()[0])
    return good.replace(b"trailer\n<<", b"trailer\n<< /Prev %d " % start)


def many_pages(count):
    """Return a PDF with the same page `count` times."""
    kids = b" ".join(b"3 0 R" for _ in range(count))
    return bare_pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%b] /Count %d>>" % (kids, count),
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>",
    )
