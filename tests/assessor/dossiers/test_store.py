"""What is kept is found again; what cannot be kept says why."""

from __future__ import annotations

import sqlite3
from datetime import UTC

import pytest
from builders import finding, key, prepared, review

from assessor.dossiers.store import Store
from assessor.errors import DossierError, DossierLocked, NewerDossier


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "dossiers.db"


@pytest.fixture
def store(file):
    store = Store(f"sqlite:///{file}", patience=0.05)
    yield store
    store.close()


def test_a_new_database_holds_nothing(store):
    assert store.find(key()) is None
    assert store.shelf() == ()


def test_an_assessment_is_found_again_by_the_same_key(store):
    store.keep(key(), prepared())
    saved = store.find(key())
    assert saved is not None
    assert saved.name == "risicoanalyse"
    assert saved.prepared == prepared()


@pytest.mark.parametrize(
    "other",
    [
        key(sha256="cd" * 32),
        key(category="workwear"),
        key(checklist="c2"),
        key(program="0.2.0"),
    ],
)
def test_another_key_finds_nothing(store, other):
    store.keep(key(), prepared())
    assert store.find(other) is None


def test_a_second_assessment_of_the_same_files_keeps_the_judgements(store):
    first = store.keep(key(), prepared())
    store.record(first.submission, review())
    second = store.keep(key(checklist="c2"), prepared([finding()]))
    assert second.submission == first.submission
    assert [event.kind for event in second.reviews] == ["agree"]
    assert len(second.prepared.assessment.findings) == 1


def test_a_judgement_comes_back_as_it_was_given(store):
    saved = store.keep(key(), prepared())
    given = store.record(saved.submission, review("disagree", level=3, why="zie bijlage [/b]"))
    assert given.id > 0
    reopened = store.find(key())
    assert reopened.reviews == (given,)
    assert reopened.reviews[0].at.tzinfo is UTC


def test_the_place_is_remembered_per_person(store):
    saved = store.keep(key(), prepared())
    store.remember_place(saved.submission, "jansen", "f1")
    store.remember_place(saved.submission, "jansen", "f3")
    store.remember_place(saved.submission, "devries", "f2")
    assert store.place(saved.submission, "jansen") == "f3"
    assert store.place(saved.submission, "devries") == "f2"
    assert store.place(saved.submission, "bakker") is None


def test_the_shelf_tells_how_far_each_dossier_is(store):
    saved = store.keep(key(), prepared())
    store.record(saved.submission, review())
    (line,) = store.shelf()
    assert (line.name, line.files) == ("risicoanalyse", ("risicoanalyse.pdf",))
    assert (line.judged, line.findings) == (1, 4)


def test_the_database_forgets_nothing_on_a_power_cut(store):
    with store.database._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_a_database_of_a_newer_version_is_left_alone(store, file):
    store.close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE schema_versions SET version = 99")
    connection.close()
    with pytest.raises(NewerDossier, match="newer version"):
        Store(f"sqlite:///{file}")


def test_a_database_that_another_program_holds_says_so(store, file):
    saved = store.keep(key(), prepared())
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DossierLocked, match="Another program"):
        store.record(saved.submission, review())
    other.execute("ROLLBACK")
    other.close()
    assert store.find(key()).reviews == ()


def test_a_folder_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(DossierError, match="Nothing can be saved"):
        Store(f"sqlite:///{tmp_path / 'data' / 'dossiers.db'}")


def test_a_read_only_database_says_so(store):
    saved = store.keep(key(), prepared())
    with store.database._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=1")
    with pytest.raises(DossierError, match="Nothing can be saved"):
        store.record(saved.submission, review())


def test_a_file_that_is_no_database_says_so(file):
    file.parent.mkdir()
    file.write_bytes(b"%PDF-1.7 this is something else entirely" * 30)
    with pytest.raises(DossierError, match="damaged"):
        Store(f"sqlite:///{file}")


def test_an_assessment_that_cannot_be_read_any_more_says_so(store, file):
    store.keep(key(), prepared())
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE assessments SET payload = '{}'")
    connection.close()
    with pytest.raises(DossierError, match="cannot be read"):
        store.find(key())
