import shutil

import pytest

from assessor import locations
from assessor.checklist import load, load_categories
from assessor.errors import ChecklistError
from assessor.texts import say


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(locations.categories(), tmp_path / "categories")


@pytest.fixture(scope="module")
def shipped():
    return load_categories(locations.categories())


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def problems(folder):
    with pytest.raises(ChecklistError) as caught:
        load_categories(folder)
    return caught.value.problems


def test_all_nine_categories_are_there_with_two_to_four_key_risks(shipped):
    assert [p.code for p in shipped.profiles] == [
        "workwear", "catering", "waste", "energy", "workplace",
        "laboratory", "ict", "datacenters", "connectivity",
    ]  # fmt: skip
    assert all(2 <= len(p.key_risks) <= 4 for p in shipped.profiles)


def test_every_risk_and_country_of_a_profile_is_about_a_topic_of_the_checklist(shipped):
    topics = {q.code for q in load(locations.default_checklist()).topics}
    for profile in shipped.profiles:
        assert {r.topic for r in profile.risks} <= topics, profile.code
        assert {t for c in profile.countries for t in c.topics} <= topics, profile.code


def test_every_question_about_a_key_risk_is_open_and_in_both_languages(shipped):
    for risk in (risk for profile in shipped.profiles for risk in profile.key_risks):
        for ask in (risk.ask.nl, risk.ask.en):
            assert ask.endswith("?")
            first = ask.split()[0].lower()
            assert first not in {"heeft", "is", "zijn", "kunt", "doet", "do", "does", "are"}


def test_every_initiative_says_what_it_does_not_prove(shipped):
    assert all(len(p.initiatives) >= 4 for p in shipped.profiles)
    assert all(n.not_proof.nl != n.shows.nl for p in shipped.profiles for n in p.initiatives)


def test_the_list_of_goods_is_whole_and_knows_its_year(shipped):
    goods = {good.good: good for good in shipped.goods.goods}
    assert shipped.goods.year == 2022
    assert len(goods) == 169
    listings = sum(
        len({*g.child_labour, *g.forced_labour, *(g.made_with.countries if g.made_with else ())})
        for g in goods.values()
    )
    assert listings == 467
    assert list(goods["Cotton"].known_of("PK")) == ["labour.forced_labour"]
    assert list(goods["Solar Modules"].known_of("CN")) == ["labour.forced_labour"]
    assert list(goods["Coffee"].known_of("NL")) == []


def test_the_names_of_the_categories_are_those_that_exports_show(shipped):
    for profile in shipped.profiles:
        assert say(f"export.category.{profile.code}") == profile.name.words


def test_mistakes_in_several_files_are_told_at_once_with_their_lines(folder):
    line = change(folder / "catering.yaml", "weight: key", "weight: sleutel")
    other = change(folder / "goods.yaml", "sector: Agriculture", "sector: Landbouw")
    told = problems(folder)
    assert any(p.startswith(f"catering.yaml:{line}: risks.0.weight") for p in told)
    assert any(p.startswith(f"goods.yaml:{other}: goods.0.sector") for p in told)


def test_what_does_not_fit_together_is_told(folder):
    change(folder / "energy.yaml", "goods: [Polysilicon]", "goods: [Kryptonite]")
    change(folder / "waste.yaml", "sources: [basel, who_ewaste]", "sources: [hearsay]")
    change(folder / "goods.yaml", "of: Polysilicon", "of: Unobtainium")
    told = " ".join(problems(folder))
    assert "'Kryptonite' is not in goods.yaml" in told
    assert "'hearsay' is not in sources.yaml" in told
    assert "'Unobtainium' is not in goods.yaml" in told


def test_a_key_risk_must_ask_and_stand_once(folder):
    path = folder / "workplace.yaml"
    text = path.read_text("utf-8")
    start, end = text.index("    ask:"), text.index("    sources: [deforestation_regulation]")
    path.write_text(text[:start] + text[end:], "utf-8")
    change(path, "topic: labour.child_labour", "topic: land.land_rights")
    told = " ".join(problems(folder))
    assert "environment.deforestation is a key risk and so needs a question" in told
    assert "land.land_rights stands here twice" in told


def test_a_source_that_nothing_names_is_told(folder):
    path = folder / "sources.yaml"
    more = "- {id: lost, title: {nl: Zoek, en: Lost}, publisher: niemand, year: 2020}\n"
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    assert any("'lost' stands here twice or is named nowhere" in p for p in problems(folder))


def test_a_missing_list_of_goods_is_told(folder):
    (folder / "goods.yaml").unlink()
    assert any(p.startswith("goods.yaml: ") for p in problems(folder))
