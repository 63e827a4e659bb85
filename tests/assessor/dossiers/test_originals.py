"""The supplier's own files: kept once, whole, and found when the first copy is gone."""

from __future__ import annotations

import errno
import hashlib
from contextlib import closing
from pathlib import Path

import pytest
from builders import prepared

from assessor.dossiers import originals
from assessor.dossiers.fingerprint import key_for
from assessor.dossiers.originals import Originals
from assessor.dossiers.store import Store
from assessor.errors import DossierError

CONTENT = b"%PDF-1.7 report"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def kept(tmp_path):
    return Originals(tmp_path / "originals")


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "verslag.pdf"
    file.write_bytes(CONTENT)
    return file


def parts(kept):
    return [path for path in kept.folder.rglob("*") if path.is_file()]


def test_the_same_file_is_kept_once(kept, report, tmp_path):
    other = tmp_path / "kopie.pdf"
    other.write_bytes(CONTENT)
    assert kept.keep(report, SHA256)
    assert kept.keep(other, SHA256)
    assert parts(kept) == [kept.place(SHA256)]
    assert kept.place(SHA256).read_bytes() == CONTENT


def test_a_file_that_changed_meanwhile_is_not_kept(kept, report):
    report.write_bytes(b"something else")
    assert not kept.keep(report, SHA256)
    assert not kept.take(SHA256, lambda goal: goal.write(b"something else"))
    assert parts(kept) == []


def test_a_file_that_is_gone_is_not_kept(kept, tmp_path):
    assert not kept.keep(tmp_path / "weg.pdf", SHA256)


def test_a_full_disk_says_so_and_leaves_nothing_half(kept, report, monkeypatch):
    def full(_, goal, __):
        goal.write(b"%PDF")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(originals.shutil, "copyfileobj", full)
    with pytest.raises(DossierError, match="disk is full"):
        kept.keep(report, SHA256)
    assert parts(kept) == []


def test_the_file_itself_is_named_as_long_as_it_is_the_same(tmp_path, report):
    with closing(Store(f"sqlite:///{tmp_path / 'd' / 'dossiers.db'}")) as store:
        saved = store.keep(key_for([report], None), prepared())
        assert Path(store.files(saved.submission)[0].path) == report
        report.write_bytes(b"changed")
        (mark,) = store.files(saved.submission)
    assert mark.name == "verslag.pdf"
    assert Path(mark.path).read_bytes() == CONTENT
