import pytest

from assessor.checklist import load
from assessor.matching.heads import heads_for
from assessor.matching.hearing import hearing_for
from assessor.matching.lessons import UNKNOWN, lessons
from assessor.matching.matcher import Matcher
from assessor.matching.terms import QuestionTerms
from assessor.model import Passage


def passage(text, **more):
    return Passage(0, 0, 0, len(text), text, "paragraph", more.pop("language", "nl"), 1, **more)


@pytest.fixture(scope="module")
def small(data):
    return load(data / "checklists" / "small")


@pytest.fixture(scope="module", params=[True, False], ids=["with meaning", "words only"])
def matcher(small, request):
    taught = lessons(small)
    heads = heads_for(taught, with_meaning=request.param)
    hearing = hearing_for(taught, with_meaning=request.param)
    return Matcher(heads, QuestionTerms(small), taught, hearing)


def likeliest(matcher, text, **more):
    return matcher.look_at(passage(text, **more))[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Wij wegen de ernst en de waarschijnlijkheid van elk risico voor werknemers.", "2.4"),
        ("Het meldpunt ontving 14 meldingen van werknemers uit de keten.", "6.2"),
        ("In twee fabrieken vonden wij kinderarbeid.", "labour.child_labour"),
    ],
)
def test_a_passage_is_most_likely_about_its_own_subject(matcher, text, code):
    assert likeliest(matcher, text).code == code


def test_what_is_about_nothing_is_never_relevant(matcher):
    found = matcher.match([passage("Het bedrijf werd in 1987 opgericht in Leeuwarden.")])
    assert all(c.relevance < 0.08 for c in found)


def test_a_term_in_another_sense_counts_against(matcher):
    other = matcher.look_at(passage("De klachten van klanten over het klachtenmechanisme."))
    met = next(c.met for c in other if c.code == "6.2")
    assert met.core == ("klachtenmechanisme",)
    other = matcher.look_at(passage("Alle klachten van klanten zijn afgehandeld in mei."))
    assert next(c.met.is_other_sense for c in other if c.code == "6.2")


def test_a_heading_above_makes_a_passage_likelier(matcher):
    bare = matcher.look_at(passage("Bij drie bedrijven was dit aan de orde."))
    under = matcher.look_at(
        passage("Bij drie bedrijven was dit aan de orde.", headings=("Kinderarbeid",))
    )
    code = "labour.child_labour"
    assert _relevance(under, code) > _relevance(bare, code)


def _relevance(candidates, code):
    return next(c.relevance for c in candidates if c.code == code)


def test_other_languages_are_not_judged(matcher):
    assert matcher.match([passage("Wir lehnen Kinderarbeit ab.", language="de")]) == []


def test_the_same_passages_give_the_same_candidates(matcher):
    texts = [passage("Wij vonden kinderarbeid in Dhaka."), passage("De ernst telt.")]
    assert matcher.match(texts) == matcher.match(texts)


def test_a_measures_example_says_nothing_sure_about_topics(small):
    taught = lessons(small)
    first = next(i for i, item in enumerate(taught.items) if "2.4" in item.codes and item.level)
    row = dict(zip(taught.codes, taught.labels[first].tolist(), strict=True))
    assert row == {"2.4": 1, "6.2": 0, "labour.child_labour": UNKNOWN}


def test_a_decoy_counts_for_nothing(small):
    taught = lessons(small)
    decoys = [row for row, item in zip(taught.labels, taught.items, strict=True) if not item.codes]
    assert decoys
    assert not any(row.any() for row in decoys)


def test_a_passage_that_only_its_neighbours_lift_is_still_looked_at_in_full(matcher):
    named = "In twee fabrieken vonden wij kinderarbeid; de minimumleeftijd werd niet nagekeken."
    plain = "Zo ging dat daar al jaren."
    passages = [passage(text) for text in (named, plain, named, plain, named)]
    found = matcher.match(passages)
    assert {c.passage for c in found} >= {0, 2, 4}
    with_meaning = {c.meaning_odds is not None for c in found}
    assert {c.vector is not None for c in found} == with_meaning
