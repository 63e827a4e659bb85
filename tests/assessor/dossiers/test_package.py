"""A dossier goes to another office and back; one that was tampered with is refused, all of it."""

from __future__ import annotations

import hashlib
import io
import json
import stat
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import FROZEN, key, prepared, review

from assessor.dossiers.changes import Change, standing_edits
from assessor.dossiers.fingerprint import key_for
from assessor.dossiers.merging import merge
from assessor.dossiers.packing import pack
from assessor.dossiers.register import Contract, Deadline
from assessor.dossiers.removing import remove
from assessor.dossiers.review import History
from assessor.dossiers.store import Store
from assessor.dossiers.unpacking import opened
from assessor.errors import DossierError, NewerDossier, PackageRefused

CONTRACT = Contract(
    supplier="Weverij Zonnebloem",
    number="2024-17",
    category="workwear",
    starts_on=date(2024, 3, 1),
    thresholds={"2.2": 3},
    deadlines=(Deadline("annual_report", date(2026, 3, 1)),),
)
REPORT = b"%PDF-1.7 the supplier's own report"


@pytest.fixture
def office(tmp_path):
    """Return a function that opens the store of an office by its name."""
    opened_ones = []

    def open_it(name="here"):
        store = Store(f"sqlite:///{tmp_path / name / 'dossiers.db'}", patience=0.05)
        opened_ones.append(store)
        return store

    yield open_it
    for store in opened_ones:
        store.close()


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "jaarverslag.pdf"
    file.write_bytes(REPORT)
    return key_for([file], "workwear")


def filled(store, report):
    dossier = store.register.add(CONTRACT)
    saved = store.keep(report, prepared(), dossier, date(2026, 2, 1))
    first = store.record(saved.submission, review("agree", "f1"))
    store.record(saved.submission, review("disagree", "f2", level=3, why="zie bijlage"))
    store.record(saved.submission, review("undo", "f1", target=first.id))
    store.record_change(saved.submission, Change(FROZEN, "jansen", edit='{"type":"Drop"}'))
    return saved


def sent(store, dossier, tmp_path, name="dossier.zip"):
    place = tmp_path / name
    with place.open("wb") as file:
        pack(store.database, dossier, file)
    return place


def taken(store, place):
    with opened(place) as coming:
        return merge(store.database, coming)


def test_all_of_it_arrives(office, report, tmp_path):
    here, there = office("here"), office("there")
    saved = filled(here, report)
    merged = taken(there, sent(here, saved.dossier, tmp_path))
    assert merged.is_new
    assert replace(there.register.get(merged.dossier), id=0) == replace(
        here.register.get(saved.dossier), id=0
    )
    (line,) = there.shelf()
    came = there.open(line.submission)
    assert came.prepared == saved.prepared
    assert line.received_on == date(2026, 2, 1)
    history = History(came.reviews)
    assert history.standing("f1").opinion is None
    assert history.standing("f2").level == 3
    assert history.redoable.kind == "agree"
    assert standing_edits(came.changes) == ('{"type":"Drop"}',)
    assert there.find(report).submission == came.submission
    (mark,) = there.files(line.submission)
    assert hashlib.sha256(REPORT).hexdigest() == mark.sha256
    assert there.database.originals.place(mark.sha256).read_bytes() == REPORT


def test_taking_in_twice_adds_nothing(office, report, tmp_path):
    here, there = office("here"), office("there")
    place = sent(here, filled(here, report).dossier, tmp_path)
    taken(there, place)
    again = taken(there, place)
    assert not again.is_new
    counts = (again.submissions, again.assessments, again.reviews, again.changes, again.originals)
    assert counts == (0, 0, 0, 0, 0)
    assert len(there.shelf()) == 1


def test_judgements_of_both_offices_stand_in_the_order_of_time(office, report, tmp_path):
    here, there = office("here"), office("there")
    dossier = filled(here, report).dossier
    taken(there, sent(here, dossier, tmp_path))
    submission = there.shelf()[0].submission
    hour = timedelta(hours=1)
    there.record(submission, review("doubt", "f3", at=FROZEN + hour))
    there.record(submission, review("agree", "f4", at=FROZEN + 3 * hour))
    here.record(1, review("agree", "f3", at=FROZEN + 2 * hour))
    back = taken(here, sent(there, 1, tmp_path, "back.zip"))
    assert back.reviews == 2
    history = History(here.open(1).reviews)
    assert history.standing("f3").opinion == "agree"
    assert history.standing("f4").opinion == "agree"
    assert [r.kind for r in here.open(1).reviews][-3:] == ["doubt", "agree", "agree"]


def test_the_same_contract_made_in_two_offices_becomes_one(office, report, tmp_path):
    here, there = office("here"), office("there")
    filled(here, report)
    there.register.add(Contract(supplier="weverij zonnebloem", number="2024-17", category="ict"))
    merged = taken(there, sent(here, 1, tmp_path))
    assert (merged.dossier, merged.is_new) == (1, False)
    assert [(d.fact, d.ours, d.theirs) for d in merged.differences] == [
        ("category", "ict", "workwear")
    ]
    contract = there.register.get(1)
    assert (contract.category, contract.starts_on) == ("ict", date(2024, 3, 1))
    assert contract.thresholds == {"2.2": 3}


def test_the_same_files_judged_in_two_offices_become_one_submission(office, report, tmp_path):
    here, there = office("here"), office("there")
    filled(here, report)
    theirs = filled(there, report)
    there.record(theirs.submission, review("doubt", "f4"))
    merged = taken(here, sent(there, theirs.dossier, tmp_path))
    assert (merged.submissions, merged.assessments, merged.reviews) == (0, 0, 4)
    assert History(here.open(1).reviews).standing("f4").opinion == "doubt"


def test_a_file_of_which_there_is_no_copy_is_told(office, tmp_path):
    store = office()
    saved = store.keep(key(), prepared())
    with (tmp_path / "a.zip").open("wb") as file:
        assert pack(store.database, saved.dossier, file) == ("risicoanalyse.pdf",)


def test_no_folder_of_this_computer_goes_along(office, report, tmp_path):
    here = office()
    place = sent(here, filled(here, report).dossier, tmp_path)
    with zipfile.ZipFile(place) as archive:
        assert str(tmp_path).encode() not in archive.read("dossier.json")


# --- what was tampered with ------------------------------------------------------------------


@pytest.fixture
def good(office, report, tmp_path):
    """The members of a good zip by name."""
    here = office()
    with zipfile.ZipFile(sent(here, filled(here, report).dossier, tmp_path)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def listed(members):
    """Return the members with a list of contents that fits them: who tampers may be thorough."""
    manifest = json.loads(members["manifest.json"])
    manifest["members"] = [
        {"name": name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for name, data in members.items()
        if name != "manifest.json"
    ]
    return members | {"manifest.json": json.dumps(manifest).encode()}


def told(members, **changes):
    dossier = json.loads(members["dossier.json"])
    dossier.update(changes)
    return listed(members | {"dossier.json": json.dumps(dossier).encode()})


def submitted(members, **changes):
    (submission,) = json.loads(members["dossier.json"])["submissions"]
    return told(members, submissions=[submission | changes])


def reviewed(members, **changes):
    (submission,) = json.loads(members["dossier.json"])["submissions"]
    reviews = [event | changes for event in submission["reviews"]]
    return submitted(members, reviews=reviews)


def original(members):
    return next(name for name in members if name.startswith("originals/"))


def assessed(members):
    return next(name for name in members if name.startswith("assessments/"))


TAMPERED = {
    "another original": lambda m: m | {original(m): b"something else"},
    "another original, listed": lambda m: listed(m | {original(m): b"something else"}),
    "another assessment": lambda m: m | {assessed(m): b"{}"},
    "another story": lambda m: m | {"dossier.json": m["dossier.json"].replace(b"jansen", b"piet")},
    "a member less": lambda m: {name: data for name, data in m.items() if name != original(m)},
    "an assessment less": lambda m: listed({n: d for n, d in m.items() if n != assessed(m)}),
    "a member more": lambda m: m | {f"originals/{'0' * 64}": b""},
    "no list of contents": lambda m: {n: d for n, d in m.items() if n != "manifest.json"},
    "no dossier": lambda m: listed({n: d for n, d in m.items() if n != "dossier.json"}),
    "no JSON": lambda m: listed(m | {"dossier.json": b"\xff{"}),
    "deep JSON": lambda m: listed(m | {"dossier.json": b"[" * 100_000}),
    "up": lambda m: listed(m | {"../../evil.txt": b"x"}),
    "absolute": lambda m: listed(m | {"/etc/evil": b"x"}),
    "windows": lambda m: listed(m | {"..\\evil.txt": b"x"}),
    "a path for a hash": lambda m: listed(m | {"originals/../../evil": b"x"}),
    "a folder": lambda m: listed(m | {"originals/": b""}),
    "a path for a file": lambda m: submitted(m, files=[{"name": "../x", "sha256": "0" * 64}]),
    "a hash that is none": lambda m: submitted(m, files=[{"name": "x", "sha256": "../../x"}]),
    "no files": lambda m: submitted(m, files=[]),
    "another schema": lambda m: told(m, schema="something"),
    "a level of nine": lambda m: reviewed(m, level=9),
    "an unknown judgement": lambda m: reviewed(m, kind="approve"),
    "an endless name": lambda m: reviewed(m, who="x" * 300),
    "one name for all events": lambda m: reviewed(m, uid="0" * 32),
    "a target that is not there": lambda m: reviewed(m, target="0" * 32),
    "a moment beyond time": lambda m: reviewed(m, moment=2**70),
    "a thread that is no text": lambda m: submitted(m, assessments=[{"threads": {"a": 1}}]),
}


def written(members, tmp_path, **more):
    place = tmp_path / "tampered.zip"
    with zipfile.ZipFile(place, "w", **more) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return place


def refused(store, place):
    """Return why a zip is refused, after a look that nothing of it is here."""
    before = sorted(store.database.folder.rglob("*"))
    lines = store.register.all(), store.shelf()
    with pytest.raises(PackageRefused) as told:
        taken(store, place)
    assert (store.register.all(), store.shelf()) == lines
    assert sorted(store.database.folder.rglob("*")) == before
    assert told.value.remedy.nl.startswith("Er is niets overgenomen.")
    return told.value.what.en


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_what_was_tampered_with_is_refused_whole(office, good, tmp_path, tamper):
    refused(office("there"), written(tamper(good), tmp_path))
    assert not list(tmp_path.rglob("evil*"))


def test_the_untouched_zip_is_taken(office, good, tmp_path):
    assert taken(office("there"), written(listed(good), tmp_path)).reviews == 3


def test_a_bomb_is_refused_before_it_swells(office, good, tmp_path):
    zeros = bytes(64 << 20)
    name = f"originals/{hashlib.sha256(zeros).hexdigest()}"
    bomb = written(listed(good | {name: zeros}), tmp_path, compression=zipfile.ZIP_DEFLATED)
    assert bomb.stat().st_size < 1 << 20
    assert "unreasonably big" in refused(office("there"), bomb)


def test_a_size_that_lies_is_refused(office, good, tmp_path):
    place = written(listed(good | {f"originals/{'1' * 64}": bytes(5 << 20)}), tmp_path)
    whole = place.read_bytes()
    small = (10).to_bytes(4, "little")
    place.write_bytes(whole.replace((5 << 20).to_bytes(4, "little"), small))
    assert refused(office("there"), place)


def test_a_link_is_refused(office, good, tmp_path):
    place = tmp_path / "link.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for name, data in listed(good | {f"originals/{'2' * 64}": b"/etc/passwd"}).items():
            info = zipfile.ZipInfo(name)
            kind = stat.S_IFLNK if name.endswith("2" * 64) else stat.S_IFREG
            info.external_attr = (kind | 0o644) << 16
            archive.writestr(info, data)
    assert "does not belong there" in refused(office("there"), place)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_twice_is_refused(office, good, tmp_path):
    place = written(good, tmp_path)
    with zipfile.ZipFile(place, "a") as archive:
        archive.writestr("dossier.json", b"{}")
    assert "twice" in refused(office("there"), place)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", bytes(1000)])
def test_what_is_no_zip_is_refused(office, tmp_path, data):
    place = tmp_path / "a.zip"
    place.write_bytes(data)
    assert "is not a zip" in refused(office(), place)


def test_half_a_zip_is_refused(office, good, tmp_path):
    place = written(good, tmp_path)
    place.write_bytes(place.read_bytes()[:-200])
    assert refused(office("there"), place)


def test_a_zip_that_is_not_there_is_told(office, tmp_path):
    assert "No such file" in refused(office(), tmp_path / "gone.zip")


def test_a_zip_of_a_newer_program_is_told(office, good, tmp_path):
    manifest = json.loads(good["manifest.json"]) | {"version": 99}
    place = written(good | {"manifest.json": json.dumps(manifest).encode()}, tmp_path)
    with pytest.raises(NewerDossier, match="newer version"):
        taken(office("there"), place)


def test_what_is_here_is_never_changed_by_what_comes(office, report, good, tmp_path):
    """A zip with the names of our own rows and another story adds, and changes nothing."""
    here = office()
    before = here.open(1).reviews
    forged = reviewed(told(good, number="0000", category="ict"), why="vervalst", who="iemand")
    merged = taken(here, written(forged, tmp_path))
    assert here.open(1).reviews == before
    assert here.register.get(1).number == "2024-17"
    assert {d.fact for d in merged.differences} == {"number", "category"}


def test_a_disk_that_fills_up_leaves_nothing_half(office, report, tmp_path):
    here, there = office("here"), office("there")
    place = sent(here, filled(here, report).dossier, tmp_path)
    with there.database._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DossierError, match="disk is full"):
        taken(there, place)
    assert there.register.all() == ()


# --- letting go ------------------------------------------------------------------------------


def test_what_is_removed_is_gone_and_the_others_stay(office, report):
    store = office()
    saved = filled(store, report)
    other = store.keep(report, prepared(), store.register.add(Contract(name="Ander")))
    remove(store.database, saved.dossier)
    assert [line.submission for line in store.shelf()] == [other.submission]
    assert store.database.originals.holds(report.files[0].sha256)
    remove(store.database, other.dossier)
    assert store.register.all() == ()
    assert not store.database.originals.holds(report.files[0].sha256)
    with pytest.raises(DossierError, match="not there"):
        remove(store.database, saved.dossier)


def test_what_was_removed_comes_back_with_its_copy(office, report, tmp_path):
    store = office()
    saved = filled(store, report)
    place = sent(store, saved.dossier, tmp_path)
    remove(store.database, saved.dossier)
    taken(store, place)
    assert len(store.open(store.shelf()[0].submission).reviews) == 3


def test_packing_needs_a_dossier_that_is_there(office):
    with pytest.raises(DossierError, match="not there"):
        pack(office().database, 7, io.BytesIO())
