"""Eight Dutch pages as a scanner gives them: 200 dots per inch, askew up to two degrees, noisy."""

from __future__ import annotations

from io import BytesIO
from random import Random

import numpy as np
import pypdfium2
from born.prose import HEADINGS, paragraph, printed
from born.typeset import HEAD, Font, drawn, wrapped
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = 200
STEEPEST = 2.0
NOISE = 14
WIDTH, HEIGHT = A4
LEFT, TOP = 70, HEIGHT - 80
TYPES = [Font(size=11), Font("Times-Roman", 11.5), Font(size=10), Font("Times-Roman", 12)]


def clean(pages: int, seed: int = 7) -> tuple[bytes, list[str]]:
    """Return a PDF with pages of prose, and the text of each."""
    random = Random(seed)  # noqa: S311  the same pages each time
    buffer, texts = BytesIO(), []
    canvas = Canvas(buffer, pagesize=A4)
    for number in range(pages):
        font = TYPES[number % len(TYPES)]
        said, y = [HEADINGS[number % len(HEADINGS)]], TOP
        y = drawn(canvas, LEFT, y, said, 999, HEAD) - 8
        while y > 200:
            text = paragraph(random)
            lines = wrapped(text.replace("|", ""), WIDTH - 2 * LEFT, font)
            y = drawn(canvas, LEFT, y, lines, WIDTH - 2 * LEFT, font) - 8
            said.append(printed(text))
        texts.append("\n".join(said))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue(), texts


def scanned(data: bytes, seed: int = 7) -> bytes:
    """Return a PDF with the same pages as pictures: askew, grey and with noise."""
    noise = np.random.default_rng(seed)
    pages = pypdfium2.PdfDocument(data)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number, page in enumerate(pages):
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
        askew = STEEPEST * (2 * number / max(len(pages) - 1, 1) - 1)
        picture = picture.rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
        grains = np.asarray(picture, dtype=np.float32) * 0.86 + 22
        grains += noise.normal(0, NOISE, grains.shape)
        grey = Image.fromarray(grains.clip(0, 255).astype(np.uint8))
        canvas.drawImage(ImageReader(grey), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
