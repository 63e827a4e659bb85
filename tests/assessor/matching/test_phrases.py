import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.matching.phrases import Lexicon, fold, words


def found(term, text):
    return [text[h.start : h.end] for h in Lexicon([("x", term)]).find(text)]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("kinderarbeid", "Tegen kinderarbeid.", ["kinderarbeid"]),
        ("kinderarbeid", "Het kinderarbeidsbeleid.", []),
        ("kinderarbeid*", "Het kinderarbeidsbeleid.", ["kinderarbeidsbeleid"]),
        ("*beleid", "Het kinderarbeidsbeleid.", ["kinderarbeidsbeleid"]),
        ("*arbeids*", "Het kinderarbeidsbeleid.", ["kinderarbeidsbeleid"]),
        ("leefbaar loon", "Een leefbaar\nloon voor ieder.", ["leefbaar\nloon"]),
        ("third-party", "a third party audit", ["third party"]),
        ("third party", "a third-party audit", ["third-party"]),
        ("risico's", "De risico\u2019s zijn groot", ["risico\u2019s"]),
        ("b.v.", "Noordwerk B.V. levert", ["B.V"]),
        ("scale, scope", "by scale and scope; scale, scope", ["scale, scope"]),
        ("beeindigd", "De relatie is beëindigd.", ["beëindigd"]),
    ],
)
def test_a_term_meets_the_words_that_its_stars_allow(term, text, expected):
    assert found(term, text) == expected


def test_a_gap_leaves_room_for_four_words_and_no_more():
    assert found("geen .. gevonden", "geen enkel geval van dwang gevonden")
    assert not found("geen .. gevonden", "geen enkel geval van wat dan ook gevonden")


def test_a_phrase_is_not_met_by_its_words_apart():
    assert not found("leefbaar loon", "loon dat leefbaar is")


def test_one_word_may_be_met_by_several_terms():
    lexicon = Lexicon([("labour", "*arbeid*"), ("child", "kinder*")])
    assert {h.label for h in lexicon.find("kinderarbeid")} == {"labour", "child"}


def test_accents_and_case_do_not_matter():
    assert fold("ÉÉN") == fold("een")


@given(st.text(max_size=200))
def test_every_word_stands_where_it_says(text):
    for word in words(text):
        assert fold(text[word.start : word.end]) == word.form


@given(st.text(max_size=60), st.text(alphabet="abc *.-", max_size=20))
def test_any_term_can_be_looked_up_in_any_text(text, term):
    for hit in Lexicon([(0, term)]).find(text):
        assert 0 <= hit.start < hit.end <= len(text)


def test_words_that_differ_only_in_accents_are_one_word():
    lexicon = Lexicon([("deadline", "vóór eind"), ("denial", "komt .. niet voor")])
    assert {h.label for h in lexicon.find("Dat komt niet voor, en stopt voor eind mei.")} == {
        "deadline",
        "denial",
    }
