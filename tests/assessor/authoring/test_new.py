import pytest

from assessor.authoring.check import check
from assessor.authoring.new import begin
from assessor.checklist import load
from assessor.errors import ChecklistError


@pytest.fixture
def begun(tmp_path):
    return begin("proef-1", tmp_path)


@pytest.mark.usefixtures("corpora")
def test_a_new_checklist_is_clean(begun):
    assert check(begun).mistakes == ()


def test_it_bears_its_name_and_explains_itself(begun):
    assert load(begun).manifest.id == "proef-1"
    for path in begun.rglob("*.yaml"):
        text = path.read_text("utf-8")
        assert text.startswith("# ")
        assert "NEW-CHECKLIST" not in text


def test_it_teaches_every_level_in_both_languages(begun):
    (question,) = load(begun).measures
    for language in ("nl", "en"):
        assert {e.level for e in question.examples if e.language == language} == {1, 2, 3, 4}


def test_what_is_there_is_never_written_over(begun):
    with pytest.raises(ChecklistError, match="is there already"):
        begin("proef-1", begun.parent)


@pytest.mark.parametrize("name", ["Proef", "../weg", "1a", "", "a b"])
def test_a_name_that_cannot_be_one_is_told(tmp_path, name):
    with pytest.raises(ChecklistError, match="cannot be the name"):
        begin(name, tmp_path)


def test_without_anything_that_does_not_count_it_cannot_learn(begun):
    (begun / "decoys.yaml").unlink()
    path = begun / "measures" / "A1.yaml"
    text = path.read_text("utf-8")
    start, end = text.index("counter_examples:"), text.index("dialogue:")
    path.write_text(text[:start] + text[end:], "utf-8")
    with pytest.raises(ChecklistError) as caught:
        load(begun)
    assert any("nothing can be learned" in p for p in caught.value.problems)
