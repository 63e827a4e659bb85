import pytest

from assessor import locations
from assessor.checklist import load
from assessor.matching.corpus import CorpusError, read_corpus
from assessor.matching.lessons import lessons

LINE = (
    '{"text": "Er komt een lijn.", "language": "nl", "measures": ["6.2"], "topics": [], "level": 1,'
    ' "stance": "planned", "form": "sentence", "category": "ict", "imitates": "reseller",'
    ' "negative": null}'
)
NOTHING = (
    LINE.replace('["6.2"]', "[]")
    .replace('"level": 1', '"level": 0')
    .replace('"stance": "planned"', '"stance": null')
    .replace('"negative": null', '"negative": "customer"')
)


def written(folder, *lines, name="jansen.jsonl"):
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    return read_corpus(folder)


def test_a_passage_knows_its_author(tmp_path):
    (passage,) = written(tmp_path, LINE)
    assert (passage.author, passage.measures, passage.level) == ("jansen", ("6.2",), 1)


def test_a_line_that_is_not_right_is_named_with_its_place(tmp_path):
    with pytest.raises(CorpusError, match=r"jansen\.jsonl.* 2"):
        written(tmp_path, LINE, LINE.replace('"level": 1', '"level": "veel"'))


def test_a_folder_that_is_not_there_teaches_nothing(tmp_path):
    assert read_corpus(tmp_path / "nowhere") == ()


def test_a_passage_of_the_corpus_says_of_every_question_whether_it_is_about_it(tmp_path, data):
    small = load(data / "checklists" / "small")
    taught = lessons(small, written(tmp_path, LINE, NOTHING))
    about, nothing = taught.labels[-2:]
    assert dict(zip(taught.codes, about.tolist(), strict=True)) == {
        "2.4": 0, "6.2": 1, "labour.child_labour": 0,
    }  # fmt: skip
    assert not nothing.any()


def test_passages_about_other_questions_than_the_checklists_are_left_out(tmp_path, data):
    small = load(data / "checklists" / "small")
    other = LINE.replace("6.2", "5.1")
    bare = lessons(small, ())
    assert lessons(small, written(tmp_path, other, NOTHING)).items == bare.items


def test_every_passage_that_is_shipped_can_be_read():
    assert len(read_corpus(locations.training())) > 0
