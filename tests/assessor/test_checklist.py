import shutil
from datetime import date

import pytest

from assessor import locations
from assessor.checklist import json_schema, load
from assessor.errors import ChecklistError


@pytest.fixture
def folder(data, tmp_path):
    return shutil.copytree(data / "checklists" / "small", tmp_path / "small")


def problems(folder):
    with pytest.raises(ChecklistError) as caught:
        load(folder)
    return caught.value.problems


def test_a_sound_folder_becomes_a_checklist_in_the_manifests_order(folder):
    loaded = load(folder)
    assert [q.code for q in loaded.questions] == ["2.4", "6.2", "labour.child_labour"]
    assert len(loaded.decoys) == 6


def test_every_mistake_is_told_at_once_with_file_and_line(folder):
    one, other = folder / "measures" / "2.4.yaml", folder / "measures" / "6.2.yaml"
    one.write_text(one.read_text("utf-8").replace("stance: vague", "stance: vaag", 1), "utf-8")
    other.write_text(other.read_text("utf-8").replace("why:", "waarom:", 1), "utf-8")
    told = problems(folder)
    line = one.read_text("utf-8").splitlines().index("  stance: vaag") + 1
    assert any(p.startswith(f"measures/2.4.yaml:{line}: examples.0.stance") for p in told)
    assert any(p.startswith("measures/6.2.yaml:") and "waarom" in p for p in told)


def test_yaml_that_is_broken_is_told_with_its_line(folder):
    (folder / "decoys.yaml").write_text("- text: [\n", "utf-8")
    assert any(p.startswith("decoys.yaml:2") for p in problems(folder))


def test_a_question_without_a_place_and_a_place_without_a_question_are_told(folder):
    path = folder / "checklist.yaml"
    path.write_text(path.read_text("utf-8").replace('["2.4"]', '["2.3"]'), "utf-8")
    told = " ".join(problems(folder))
    assert "2.3 is named here but no file has this code" in told
    assert "2.4 is not named in checklist.yaml" in told


def test_the_same_code_twice_is_told(folder):
    shutil.copy(folder / "measures" / "2.4.yaml", folder / "measures" / "copy.yaml")
    assert any("2.4 stands in measures/2.4.yaml too" in p for p in problems(folder))


def test_a_folder_without_a_checklist_is_told(tmp_path):
    with pytest.raises(ChecklistError, match="no checklist"):
        load(tmp_path)


def test_editors_get_a_schema_of_a_question():
    assert {"code", "terms", "examples", "dialogue"} <= set(json_schema()["properties"])


def test_the_shipped_checklist_is_sound_and_whole():
    loaded = load(locations.checklists() / "isv")
    assert len(loaded.measures) == 14
    assert len(loaded.topics) == 34
    for question in loaded.questions:
        for language in ("nl", "en"):
            levels = {e.level for e in question.examples if e.language == language}
            assert levels == {1, 2, 3, 4}, (question.code, language)


def test_the_shipped_checklist_says_that_it_is_not_the_official_guide():
    note = load(locations.checklists() / "isv").manifest.note
    assert "niet de officiële" in note.nl
    assert "not the official" in note.en


def test_no_example_stands_twice():
    loaded = load(locations.checklists() / "isv")
    texts = [e.text for q in loaded.questions for e in (*q.examples, *q.counter_examples)]
    texts += [d.text for d in loaded.decoys]
    assert len(texts) == len(set(texts))


def test_the_shipped_checklist_asks_less_of_contracts_before_2019():
    loaded = load(locations.default_checklist())
    asked = {
        day: set(loaded.regime_on(day).not_contractual)
        for day in (date(2016, 1, 1), date(2018, 12, 31), date(2019, 1, 1), date(2026, 1, 1))
    }
    assert [sorted(themes) for themes in asked.values()] == [
        ["environment", "land"],
        ["environment", "land"],
        [],
        [],
    ]


def test_regimes_must_follow_each_other_and_name_themes(folder):
    note = "{nl: Oud., en: Old.}"
    (folder / "regimes.yaml").write_text(
        f"- {{id: a, until: 2019-01-01, note: {note}, source: x, not_contractual: [weather]}}\n"
        f"- {{id: b, until: 2018-01-01, note: {note}, source: x}}\n",
        "utf-8",
    )
    told = " ".join(problems(folder))
    assert "must go up" in told
    assert "only the last regime" in told
    assert "regimes.yaml:1: the theme 'weather'" in told
