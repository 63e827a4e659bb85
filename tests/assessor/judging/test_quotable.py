from judged_files import word_file

from assessor.judging.case import Case
from assessor.judging.quotable import quotable
from assessor.model import Evidence, Risk, Submission
from assessor.reading.passages import passages_of

SAID = "Kinderarbeid in ateliers in Bangladesh."


def quoted(quote, *, passage=0, said=SAID):
    document = word_file(said)
    case = Case(Submission((document,)), passages_of(document), ())
    found = Evidence(0, None, None, (), quote, "nl", "done", 2, (), passage)
    risk = Risk("R1", "Kinderarbeid", None, (), None, None, evidence=(found,))
    (kept,) = quotable([risk], case)
    return [e.quote for e in kept.evidence]


def test_a_quote_that_stands_in_the_document_is_kept():
    assert quoted("Kinderarbeid in ateliers") == ["Kinderarbeid in ateliers"]


def test_a_quote_that_does_not_is_replaced_by_its_passage():
    assert quoted("Kinderarbeid Bangladesh") == [SAID]


def test_without_a_passage_nothing_is_quoted():
    assert quoted("Kinderarbeid Bangladesh", passage=-1) == []


def test_the_mark_of_a_list_is_no_part_of_a_quote():
    assert quoted(f"1. {SAID}", said=f"1. {SAID}") == [SAID]
