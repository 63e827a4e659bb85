"""What was made once is read again; what is damaged is made anew."""

import numpy as np
import pytest

from assessor.matching.arrays import mapped, remembered

TABLE = np.arange(12, dtype=np.uint8).reshape(4, 3)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSESSOR_CACHE", str(tmp_path))
    return tmp_path


def never():
    pytest.fail("made although it was kept")


def test_a_table_is_made_once_and_then_read_from_the_cache(cache):
    assert np.array_equal(mapped("table", lambda: TABLE), TABLE)
    assert np.array_equal(mapped("table", never), TABLE)
    assert [path.name for path in cache.iterdir()] == ["table.npy"]


@pytest.mark.parametrize("left", [b"", b"\x93NUMPY\x01\x00v\x00{'descr'", b"not an array at all"])
def test_a_damaged_table_is_made_anew(cache, left):
    (cache / "table.npy").write_bytes(left)
    assert np.array_equal(mapped("table", lambda: TABLE), TABLE)
    assert np.array_equal(mapped("table", never), TABLE)


def test_a_table_that_was_cut_short_is_made_anew(cache):
    mapped("table", lambda: TABLE)
    whole = (cache / "table.npy").read_bytes()
    (cache / "table.npy").write_bytes(whole[:-5])
    assert np.array_equal(mapped("table", lambda: TABLE), TABLE)


def test_arrays_are_made_once_and_then_read_from_the_cache(cache):
    assert np.array_equal(remembered("heads", lambda: {"weights": TABLE})["weights"], TABLE)
    assert np.array_equal(remembered("heads", never)["weights"], TABLE)
    assert [path.name for path in cache.iterdir()] == ["heads.npz"]


def test_where_nothing_can_be_kept_it_is_made_every_time(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("ASSESSOR_CACHE", str(tmp_path / "file" / "cache"))
    assert np.array_equal(mapped("table", lambda: TABLE), TABLE)
    assert np.array_equal(mapped("table", lambda: TABLE + 1), TABLE + 1)
