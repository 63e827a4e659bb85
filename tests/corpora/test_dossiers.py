"""The training dossiers are what they say: rebuilt to the byte, in shape, true to their pages."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
DOSSIERS = ROOT / "corpora" / "demo" / "dossiers"
YEARS = ("2025", "2026")
SUPPLIERS = ("aardemaal", "ostrelane", "wieringhof")
SUBMISSIONS = [DOSSIERS / supplier / year for supplier in SUPPLIERS for year in YEARS]
PROMISE = "Twee telers in Murcia bezoeken met Mano Vecina"


@pytest.fixture(scope="module")
def build():
    sys.path.insert(0, str(ROOT / "corpora"))
    spec = importlib.util.spec_from_file_location("build_dossiers", DOSSIERS / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(ROOT / "corpora"))


def answers(supplier, year):
    return json.loads((DOSSIERS / supplier / year / "expected.json").read_text(encoding="utf-8"))


def kinds(supplier, year):
    return {finding["kind"] for finding in answers(supplier, year)["findings"]}


def levels(supplier, year):
    return {code: answer["level"] for code, answer in answers(supplier, year)["measures"].items()}


def by_name(folder):
    return f"{folder.parent.name}-{folder.name}"


def test_there_are_three_suppliers_over_two_years(build):
    assert build.submissions([]) == SUBMISSIONS


@pytest.mark.parametrize("folder", SUBMISSIONS, ids=by_name)
def test_a_year_holds_sources_files_and_answers(folder):
    sources = sorted(folder.glob("*.yaml"))
    fronts = [yaml.safe_load(source.read_text(encoding="utf-8")) for source in sources]
    expected = answers(folder.parent.name, folder.name)
    assert expected["files"] == [front["file"] for front in fronts]
    assert {path.name for path in folder.iterdir()} == {
        "expected.json",
        *expected["files"],
        *(source.name for source in sources),
    }


@pytest.mark.parametrize("folder", SUBMISSIONS, ids=by_name)
def test_the_answers_have_the_agreed_shape(folder):
    text = (ROOT / "corpora" / "gold" / "expected.schema.json").read_text(encoding="utf-8")
    validator = jsonschema.Draft202012Validator(json.loads(text))
    validator.validate(answers(folder.parent.name, folder.name))


@pytest.mark.parametrize("folder", SUBMISSIONS, ids=by_name)
def test_the_answers_hold_together_and_each_quote_stands_on_its_page(build, folder):
    assert build.check(folder, fill=False) == []


@pytest.mark.parametrize("folder", SUBMISSIONS, ids=by_name)
def test_building_again_gives_the_same_bytes(build, folder, tmp_path):
    for built in build.build(folder, tmp_path):
        assert built.read_bytes() == (folder / built.name).read_bytes()


@pytest.mark.parametrize("folder", SUBMISSIONS, ids=by_name)
def test_every_page_says_that_it_is_invented(build, folder):
    import docx

    for source in folder.glob("*.yaml"):
        front = yaml.safe_load(source.read_text(encoding="utf-8"))
        document = folder / front["file"]
        if document.suffix == ".docx":
            sections = docx.Document(document).sections
            places = ["".join(p.text for p in section.footer.paragraphs) for section in sections]
        else:
            places = build.pages_of(document)
        assert all(front["mark"] in place for place in places)
        assert re.match(r"Fict", front["mark"])


def test_a_level_may_not_rest_on_the_year_before(build, tmp_path):
    copied = tmp_path / "aardemaal"
    for year in YEARS:
        (copied / year).mkdir(parents=True)
        for file in (DOSSIERS / "aardemaal" / year).iterdir():
            (copied / year / file.name).write_bytes(file.read_bytes())
    expected = answers("aardemaal", "2026")
    earlier = answers("aardemaal", "2025")["measures"]["6.1"]
    expected["measures"]["6.1"] = earlier
    (copied / "2026" / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    assert "unknown file aardemaal-ketenverslag-2025.docx" in build.check(copied / "2026")


def test_the_reseller_improves_on_every_measure():
    before, after = levels("wieringhof", "2025"), levels("wieringhof", "2026")
    assert max(before.values()) == 1
    assert all(after[code] > before[code] for code in before)


def test_the_caterer_drops_a_promise_and_falls_back():
    before, after = levels("aardemaal", "2025"), levels("aardemaal", "2026")
    assert all(after[code] <= before[code] for code in before)
    assert {"dropped_promise", "stale", "boilerplate"} <= kinds("aardemaal", "2026")
    assert not {"dropped_promise", "stale"} & kinds("aardemaal", "2025")


def test_the_promise_stands_in_the_first_year_and_not_in_the_second(build):
    from checking.quotes import pages_with

    first, second = (
        build.pages_of(next((DOSSIERS / "aardemaal" / year).glob(f"*{ending}")))
        for year, ending in zip(YEARS, (".docx", ".pdf"), strict=True)
    )
    assert pages_with(PROMISE, first)
    assert not pages_with(PROMISE, second)


def test_the_honest_chapter_contradicts_the_gloss():
    assert "contradiction" in kinds("ostrelane", "2026")
    assert max(levels("ostrelane", "2025").values()) == 2
    assert max(levels("ostrelane", "2026").values()) >= 3
