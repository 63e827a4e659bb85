"""A folder in which nothing may be written: clear words, nothing changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from builders import key, prepared, review

from assessor.dossiers.store import Store
from assessor.errors import DossierError
from assessor.texts import sentences

NOBODY = 65534


@contextmanager
def without_rights():
    """Be someone whom the rights of files hold for."""
    if not hasattr(os, "geteuid"):
        pytest.skip("rights are other things here")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder():
    """A folder that anyone may read and nobody may write, with one judgement in it."""
    made = Path(tempfile.mkdtemp())
    with closing(Store(f"sqlite:///{made / 'dossiers.db'}")) as store:
        store.keep(key(), prepared())
        store.record(1, review())
    assert sentences("nl")
    made.chmod(0o555)
    for file in made.rglob("*"):
        file.chmod(0o444)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def test_opening_says_so_and_changes_nothing(folder):
    before = {file: file.read_bytes() for file in folder.iterdir()}
    with without_rights(), pytest.raises(DossierError, match="Nothing can be saved"):
        Store(f"sqlite:///{folder / 'dossiers.db'}").record(1, review())
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


def test_a_new_database_there_says_so(folder):
    with without_rights(), pytest.raises(DossierError, match="Nothing can be saved"):
        Store(f"sqlite:///{folder / 'new' / 'dossiers.db'}")


def test_files_that_cannot_be_copied_say_so(tmp_path):
    made = Path(tempfile.mkdtemp())
    report = tmp_path / "a.pdf"
    report.write_bytes(b"%PDF")
    from assessor.dossiers.fingerprint import key_for

    (made / "originals").write_text("in the way")
    with (
        closing(Store(f"sqlite:///{made / 'dossiers.db'}")) as store,
        pytest.raises(DossierError, match="Nothing can be saved"),
    ):
        store.keep(key_for([report], None), prepared())
    with closing(Store(f"sqlite:///{made / 'dossiers.db'}")) as store:
        assert store.shelf() == ()
    shutil.rmtree(made)
