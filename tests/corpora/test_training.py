"""The training corpus keeps what its card promises."""

import statistics
from collections import Counter

import pytest

from assessor import checklist, locations
from assessor.matching.corpus import read_corpus
from assessor.matching.phrases import words

LIKENESS = 0.7


@pytest.fixture(scope="module")
def corpus():
    return read_corpus(locations.training())


@pytest.fixture(scope="module")
def isv():
    return checklist.load(locations.default_checklist())


def test_every_code_is_one_of_the_checklists(corpus, isv):
    measures = {q.code for q in isv.measures}
    topics = {q.code.rpartition(".")[2] for q in isv.topics}
    for passage in corpus:
        assert set(passage.measures) <= measures, passage.text
        assert set(passage.topics) <= topics, passage.text


def test_a_passage_is_about_something_or_says_why_not(corpus):
    for passage in corpus:
        assert bool(passage.negative) != bool(passage.measures or passage.topics), passage.text
        assert passage.level == 0 or passage.stance in {"done", "planned", "vague", "denied"}


def test_what_is_planned_passes_level_two_only_in_plans(corpus):
    for passage in corpus:
        if passage.stance == "planned" and passage.level > 2:
            assert {"3.1", "3.2"} & set(passage.measures), passage.text


def test_there_is_enough_of_everything(corpus, isv):
    found = [p for p in corpus if p.level]
    for question in isv.measures:
        assert sum(question.code in p.measures for p in found) >= 120, question.code
    for question in isv.topics:
        code = question.code.rpartition(".")[2]
        assert sum(code in p.topics for p in found) >= 50, code
    negatives = Counter("easy" if p.negative == "easy" else "hard" for p in corpus if p.negative)
    assert negatives.total() >= 3000
    assert negatives["hard"] >= negatives.total() / 2


def test_half_is_dutch_and_half_english(corpus):
    dutch = sum(p.language == "nl" for p in corpus) / len(corpus)
    assert 0.45 <= dutch <= 0.55


def test_length_does_not_predict_the_level(corpus):
    for part in (corpus, [p for p in corpus if p.level]):
        lengths = [len(words(p.text)) for p in part]
        assert abs(statistics.correlation(lengths, [p.level for p in part])) <= 0.3


def test_no_two_passages_share_most_of_their_words(corpus):
    bags = [frozenset(w.form for w in words(p.text)) for p in corpus]
    places = {}
    for i, bag in enumerate(bags):
        shared = Counter(j for word in bag for j in places.get(word, ()))
        for j, count in shared.most_common(5):
            assert count / len(bag | bags[j]) <= LIKENESS, (corpus[i].text, corpus[j].text)
        for word in bag:
            places.setdefault(word, []).append(i)
