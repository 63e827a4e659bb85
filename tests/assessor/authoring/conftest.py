"""A copy of the small checklist to spoil, and passages to measure terms on."""

import shutil

import pytest

from assessor.authoring import check as checking
from assessor.authoring import pool


@pytest.fixture
def folder(data, tmp_path):
    return shutil.copytree(data / "checklists" / "small", tmp_path / "small")


@pytest.fixture
def corpora(monkeypatch):
    """Put a few hundred passages in the place of the shipped corpora, which take long to read."""
    said = [
        pool.Said(f"Zwierlo {n} brumt bij Kwetsa.", language)
        for n in range(300)
        for language in ("nl", "en")
    ]
    monkeypatch.setattr(checking, "corpora", lambda: tuple(said))
    monkeypatch.setattr(pool, "corpora", lambda: tuple(said))
    return said


@pytest.fixture
def change(folder):
    def replace(name, old, new):
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    return replace
