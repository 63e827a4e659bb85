import shutil

import pytest

from assessor import locations
from assessor.authoring.check import check, shipped

measured = pytest.mark.usefixtures("corpora")


def told(remarks):
    return [remark.told_in("en") for remark in remarks]


@measured
def test_a_sound_checklist_has_no_mistakes(folder):
    checked = check(folder)
    assert told(checked.mistakes) == []
    assert "small 2026.1" in checked.holds.nl


@measured
def test_a_term_that_stands_nowhere_is_a_detail_with_its_line(folder, change):
    line = change("measures/2.4.yaml", "    - ernst\n", "    - zeldzaamwoord\n    - ernst\n")
    (found,) = [r for r in told(check(folder).remarks) if "'zeldzaamwoord'" in r]
    assert found.startswith(f"measures/2.4.yaml:{line}: ")
    assert "stands in no known passage" in found


@measured
def test_a_term_that_stands_everywhere_is_a_mistake(folder, change):
    change("measures/2.4.yaml", "    - ernst\n", "    - brumt bij\n    - ernst\n")
    (found,) = told(check(folder).mistakes)
    assert "'brumt bij' (2.4, core, nl)" in found
    assert "says nothing" in found


@measured
def test_nearly_the_same_example_twice_is_a_mistake_with_both_places(folder):
    path = folder / "decoys.yaml"
    text = "Onze kantine heeft een nieuwe koffiemachine van een bekend merk gekregen"
    for end in ("vandaag", "gisteren"):
        one = f"- {{text: {text} {end}., language: nl, kind: unrelated}}\n"
        path.write_text(path.read_text("utf-8") + one, "utf-8")
    (found,) = told(check(folder).mistakes)
    assert "is too much like" in found
    assert found.count("decoys.yaml:") == 2


@measured
def test_core_terms_must_stand_in_the_questions_own_examples(folder, change):
    three = "    - '*prioriter*'\n    - ernst\n    - waarschijnlijkheid\n"
    change("measures/2.4.yaml", three, "    - elders\n")
    assert any("no core term of 2.4" in m and "(nl)" in m for m in told(check(folder).mistakes))


@measured
def test_a_language_without_examples_is_a_mistake_and_a_missing_level_a_remark(folder):
    path = folder / "measures" / "2.4.yaml"
    text = path.read_text("utf-8")
    start, end = text.index("examples:"), text.index("dialogue:")
    part = text[start:end].replace("language: en", "language: nl")
    path.write_text(text[:start] + part + text[end:], "utf-8")
    assert any("2.4 has no examples" in m and ": en" in m for m in told(check(folder).mistakes))


@measured
def test_a_profile_about_an_unknown_topic_is_a_mistake(tmp_path):
    folder = shutil.copytree(locations.categories(), tmp_path / "categories")
    path = folder / "ict.yaml"
    text = path.read_text("utf-8").replace("topic: labour.child_labour", "topic: labour.nothing")
    path.write_text(text, "utf-8")
    (found,) = told(check(folder).mistakes)
    line = text[: text.index("labour.nothing")].count("\n") + 1
    assert found == f"ict.yaml:{line}: the topic labour.nothing is not in the checklist"


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.name)
def test_everything_that_is_shipped_is_clean(path):
    assert told(check(path).mistakes) == []
