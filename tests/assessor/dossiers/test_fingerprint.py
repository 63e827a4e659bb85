"""Which files and which checklist mean the same assessment."""

from __future__ import annotations

from assessor.dossiers.fingerprint import key_for


def test_names_and_order_of_files_do_not_matter(tmp_path):
    one, two, three = (tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf"))
    one.write_bytes(b"one")
    two.write_bytes(b"two")
    three.write_bytes(b"one")
    assert key_for([one, two], None).submission == key_for([two, three], None).submission


def test_other_content_is_another_submission(tmp_path):
    one = tmp_path / "a.pdf"
    one.write_bytes(b"one")
    before = key_for([one], None).submission
    one.write_bytes(b"two")
    assert key_for([one], None).submission != before


def test_a_file_that_is_not_there_is_left_out(tmp_path):
    assert key_for([tmp_path / "gone.pdf"], None).files == ()


def test_every_file_of_the_checklist_counts(tmp_path, monkeypatch):
    monkeypatch.setattr("assessor.locations.checklists", lambda: tmp_path)
    (tmp_path / "isv" / "measures").mkdir(parents=True)
    before = key_for([], None).checklist
    (tmp_path / "isv" / "measures" / "1.1.yaml").write_text("code: '1.1'")
    assert key_for([], None).checklist != before
