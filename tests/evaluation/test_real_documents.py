"""Every real document beside the project becomes a sound assessment whose quotes can be checked.

The judge of a quote is not our reader: PDF pages are read anew with bare pdfium, Word files are
unzipped. Pages that were read by OCR have no text of their own to compare with.
"""

import json
import os
import re
import zipfile
from pathlib import Path

import jsonschema
import pypdfium2
import pytest

from assessor import reading
from assessor.contract import to_contract
from assessor.matching.quotes import squeeze
from assessor.model import Submission
from assessor.pipeline import engine

SHARED = Path(os.environ.get("ASSESSOR_SHARED", Path(__file__).parents[3] / "shared"))
FILES = sorted(p for p in (SHARED / "data" / "documents").glob("*/*") if p.suffix != ".csv")
WITHOUT_TEXT = {"scan_manifest_sdap_vpw_1948.pdf", "edan_uk_modern_slavery_statement_v2.pdf"}

pytestmark = pytest.mark.skipif(not FILES, reason="no shared folder beside the project")


@pytest.fixture(scope="module", params=FILES, ids=lambda p: p.name)
def assessed(request):
    document = reading.read(request.param)
    return request.param, document, engine().assess(Submission((document,)))


def judged(assessment):
    themes = [t.judgement for t in assessment.themes]
    topics = [t for theme in assessment.themes for t in theme.topics]
    return (*assessment.measures, *themes, *topics, *assessment.risks, *assessment.actions)


def evidence(assessment):
    return [e for j in (*judged(assessment), *assessment.findings) for e in j.evidence]


def pages_of(path):
    """Return the squeezed text per page by bare pdfium, or of the whole Word file under None."""
    if path.suffix == ".pdf":
        pdf = pypdfium2.PdfDocument(path)
        return {n: squeeze(page.get_textpage().get_text_range()) for n, page in enumerate(pdf, 1)}
    with zipfile.ZipFile(path) as package:
        parts = [
            package.read(n).decode()
            for n in package.namelist()
            if n.startswith("word/") and n.endswith(".xml")
        ]
    return {None: squeeze(" ".join(re.sub(r"<[^>]+>", "", part) for part in parts))}


def test_the_assessment_keeps_to_the_contract(assessed):
    path, _, assessment = assessed
    schema = json.loads((SHARED / "contract" / "assessment.schema.json").read_text("utf-8"))
    for language in ("nl", "en"):
        printed = json.loads(json.dumps(to_contract(assessment, language)))
        jsonschema.validate(printed, schema)
    assert printed["documents"][0]["file"] == path.name


def test_every_quote_stands_verbatim_in_its_page(assessed):
    path, document, assessment = assessed
    recognised = {p.number for p in document.pages if p.status == "ocr"}
    pages = pages_of(path)
    for e in evidence(assessment):
        if e.page not in recognised:
            text = pages[e.page] if document.format == "pdf" else pages[None]
            assert squeeze(_unescaped(e.quote)) in _unescaped(text), (e.page, e.quote)


def _unescaped(text):
    for entity, sign in (("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"')):
        text = text.replace(entity, sign)
    return text


def test_a_page_without_text_is_never_passed_over(assessed):
    path, document, assessment = assessed
    if path.name in WITHOUT_TEXT:
        statuses = {p.status for p in document.pages}
        assert statuses <= {"unread", "ocr"}
        assert assessment.documents[0].unread_pages or "ocr" in statuses
        assert any("bladzijde" in limit.nl.casefold() for limit in assessment.limits)
