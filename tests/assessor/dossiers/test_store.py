"""What is kept is found again; what cannot be kept says why."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, timedelta

import pytest
from builders import FROZEN, finding, key, prepared, review

from assessor.dossiers.register import Contract
from assessor.dossiers.review import History
from assessor.dossiers.store import Store, is_there
from assessor.errors import DossierError, DossierLocked, NewerDossier, SettingsError


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "dossiers.db"


@pytest.fixture
def store(url):
    """A store of either kind."""
    with closing(Store(url, patience=0.05)) as store:
        yield store


@pytest.fixture
def in_file(file):
    """A store in a file."""
    with closing(Store(f"sqlite:///{file}", patience=0.05)) as store:
        yield store


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


def test_the_database_forgets_nothing_on_a_power_cut(in_file):
    with in_file.database._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_a_database_of_a_newer_version_is_left_alone(in_file, file):
    in_file.close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE schema_versions SET version = 99")
    connection.close()
    with pytest.raises(NewerDossier, match="newer version"):
        Store(f"sqlite:///{file}")


def test_a_database_that_another_program_holds_says_so(in_file, file):
    saved = in_file.keep(key(), prepared())
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DossierLocked, match="Another program"):
        in_file.record(saved.submission, review())
    other.execute("ROLLBACK")
    other.close()
    assert in_file.find(key()).reviews == ()


def test_a_folder_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(DossierError, match="Nothing can be saved"):
        Store(f"sqlite:///{tmp_path / 'data' / 'dossiers.db'}")


def test_a_read_only_database_says_so(in_file):
    saved = in_file.keep(key(), prepared())
    with in_file.database._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=1")
    with pytest.raises(DossierError, match="Nothing can be saved"):
        in_file.record(saved.submission, review())


def test_a_file_that_is_no_database_says_so(file):
    file.parent.mkdir()
    file.write_bytes(b"%PDF-1.7 this is something else entirely" * 30)
    with pytest.raises(DossierError, match="damaged"):
        Store(f"sqlite:///{file}")


def test_an_assessment_that_cannot_be_read_any_more_says_so(in_file, file):
    in_file.keep(key(), prepared())
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE assessments SET payload = '{}'")
    connection.close()
    with pytest.raises(DossierError, match="cannot be read"):
        in_file.find(key())


def test_two_contracts_can_have_the_same_files(store):
    first = store.keep(key(), prepared())
    dossier = store.register.add(Contract(supplier="Zonnebloem", number="2"))
    second = store.keep(key(), prepared(), dossier)
    assert (second.dossier, second.supplier, second.contract) == (dossier, "Zonnebloem", "2")
    assert second.submission != first.submission
    assert store.keep(key(checklist="c2"), prepared()).submission == second.submission


def test_files_need_a_dossier_that_is_there(store):
    with pytest.raises(DossierError, match="Dossier 9 is not there"):
        store.keep(key(), prepared(), 9)
    assert store.shelf() == ()


def test_what_does_not_apply_needs_a_reason(store):
    saved = store.keep(key(), prepared())
    with pytest.raises(DossierError, match="needs a reason"):
        store.record(saved.submission, review("not_applicable", why=" "))
    store.record(saved.submission, review("not_applicable", why="Geen productie."))
    standing = History(store.open(saved.submission).reviews).standing("f1")
    assert (standing.opinion, standing.note) == ("not_applicable", "Geen productie.")


@pytest.mark.parametrize("level", [-1, 5])
def test_there_are_five_levels(store, level):
    saved = store.keep(key(), prepared())
    with pytest.raises(DossierError, match="from 0 to 4"):
        store.record(saved.submission, review("disagree", level=level))


def test_the_order_of_events_holds_when_the_clock_is_set_back(store):
    saved = store.keep(key(), prepared())
    store.record(saved.submission, review("agree"))
    store.record(saved.submission, review("doubt", at=FROZEN - timedelta(days=1)))
    assert [r.kind for r in store.open(saved.submission).reviews] == ["agree", "doubt"]


def test_reading_does_not_wait_for_who_is_writing(in_file, file):
    saved = in_file.keep(key(), prepared())
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert in_file.open(saved.submission).prepared == prepared()
        assert len(in_file.shelf()) == 1
        assert in_file.place(saved.submission, "jansen") is None


def test_a_full_disk_says_so_and_keeps_what_was_there(in_file):
    saved = in_file.keep(key(), prepared())
    first = in_file.record(saved.submission, review())
    with in_file.database._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DossierError, match="disk is full"):
        in_file.record(saved.submission, review("note", why="x" * 100_000))
    assert in_file.open(saved.submission).reviews == (first,)


def test_two_programs_judge_at_once_and_nothing_is_lost(url):
    def judge(who):
        with closing(Store(url, patience=20.0)) as store:
            for number in range(15):
                store.record(1, review("note", why=f"{who} {number}"))

    with closing(Store(url)) as store:
        store.keep(key(), prepared())
    people = [threading.Thread(target=judge, args=(who,)) for who in ("jansen", "bakker")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    with closing(Store(url)) as store:
        notes = [event.why for event in store.open(1).reviews]
    assert len(notes) == 30
    for who in ("jansen", "bakker"):
        assert [n for n in notes if who in n] == [f"{who} {number}" for number in range(15)]


def test_a_postgresql_that_another_program_holds_says_so(postgresql, monkeypatch, tmp_path):
    monkeypatch.setenv("ASSESSOR_DATA", str(tmp_path))
    with closing(Store(postgresql, patience=0.05)) as store, closing(Store(postgresql)) as other:
        store.keep(key(), prepared())
        with other.database.writing(), pytest.raises(DossierLocked, match="Another program"):
            store.record(1, review())
        assert store.open(1).reviews == ()


def test_a_database_that_is_out_of_reach_says_so_without_the_password():
    with pytest.raises(DossierError, match="cannot be reached") as told:
        Store("postgresql://piet:geheim@localhost:1/dossiers")
    assert "geheim" not in told.value.told_in("nl")


@pytest.mark.parametrize("url", ["mysql://localhost/x", "nonsense", "sqlite+nothing"])
def test_an_address_that_is_none_says_so(url):
    with pytest.raises(SettingsError, match="not an address"):
        Store(url)


def test_the_settings_name_the_database(tmp_path, monkeypatch):
    file = tmp_path / "elders" / "d.db"
    monkeypatch.setenv("ASSESSOR_DATABASE", f"sqlite:///{file}")
    assert not is_there()
    Store().close()
    assert is_there()
    assert file.exists()
