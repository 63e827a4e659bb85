"""An export is written whole or not at all, and never over something that counts."""

import os

import pytest

from assessor.errors import NotWritten
from assessor.export.saving import save


def refused(*words, **more):
    with pytest.raises(NotWritten) as error:
        save(*words, **more)
    return error.value.told_in("en")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_its_folder_made(tmp_path):
    place = tmp_path / "map" / "notitie.docx"
    assert save({"": b"inhoud"}, place) == (place,)
    assert place.read_bytes() == b"inhoud"
    assert names(place.parent) == ["notitie.docx"]


def test_what_stands_there_stays_unless_asked(tmp_path):
    place = tmp_path / "notitie.docx"
    place.write_bytes(b"aantekeningen")
    assert "exists already" in refused({"": b"nieuw"}, place)
    assert place.read_bytes() == b"aantekeningen"
    save({"": b"nieuw"}, place, overwrite=True)
    assert place.read_bytes() == b"nieuw"


def test_the_suppliers_own_file_is_never_written_over(tmp_path):
    original = tmp_path / "a.pdf"
    original.write_bytes(b"van de leverancier")
    link = tmp_path / "b.pdf"
    link.symlink_to(original)
    for place in (original, link):
        told = refused({"": b"x"}, place, overwrite=True, originals=[original])
        assert "own file" in told
    assert original.read_bytes() == b"van de leverancier"


def test_several_files_go_into_a_folder_by_their_bare_names(tmp_path):
    files = {"../../buiten.pdf": b"a", "binnen.pdf": b"b"}
    places = save(files, tmp_path / "map")
    assert [place.name for place in places] == ["buiten.pdf", "binnen.pdf"]
    assert {place.parent for place in places} == {tmp_path / "map"}


def test_several_files_do_not_go_into_a_file(tmp_path):
    place = tmp_path / "a.pdf"
    place.write_bytes(b"")
    assert "not a folder" in refused({"a": b"", "b": b""}, place)


def test_a_folder_is_not_a_file(tmp_path):
    assert "is a folder" in refused({"": b""}, tmp_path)


def test_one_taken_place_keeps_all_of_several_from_being_written(tmp_path):
    (tmp_path / "b.pdf").write_bytes(b"oud")
    refused({"a.pdf": b"1", "b.pdf": b"2"}, tmp_path)
    assert names(tmp_path) == ["b.pdf"]


def test_a_failure_leaves_nothing_behind_and_says_why(tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "No space left" in refused({"": b"x" * 10}, tmp_path / "a.html")
    assert names(tmp_path) == []


def test_a_place_under_a_file_is_told(tmp_path):
    (tmp_path / "bestand").write_bytes(b"")
    assert "cannot be written" in refused({"": b""}, tmp_path / "bestand" / "a.html")
