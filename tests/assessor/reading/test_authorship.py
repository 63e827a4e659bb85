"""Who made a file is a suggestion: found where it stands, and nobody where the file is odd."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pdf_files import pdf, without_pages

from assessor.reading.authorship import authors_of

DEMO = Path(__file__).parents[3] / "corpora" / "demo"


@pytest.mark.parametrize("name", ["kesterloo-risicoanalyse.pdf", "kesterloo-verbeterplan.docx"])
def test_the_author_is_found(name):
    assert "Kesterloo Bedrijfskleding B.V." in authors_of(DEMO / name)


def test_the_company_comes_before_the_person(tmp_path):
    made = tmp_path / "plan.docx"
    with (
        zipfile.ZipFile(DEMO / "kesterloo-verbeterplan.docx") as source,
        zipfile.ZipFile(made, "w") as target,
    ):
        for part in source.namelist():
            company = "<Properties><Company>Weverij  BV</Company></Properties>"
            target.writestr(part, company if part == "docProps/app.xml" else source.read(part))
    assert authors_of(made)[0] == "Weverij BV"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04 broken", without_pages()])
def test_an_odd_file_names_nobody(tmp_path, content):
    path = tmp_path / "odd.pdf"
    path.write_bytes(content)
    assert authors_of(path) == ()


def test_a_file_without_author_or_that_is_gone_names_nobody(tmp_path):
    path = tmp_path / "a.pdf"
    assert authors_of(path) == ()
    path.write_bytes(pdf(["Tekst."]))
    assert all(name for name in authors_of(path))
