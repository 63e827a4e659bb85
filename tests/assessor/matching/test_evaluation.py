import pytest

from assessor.checklist import load
from assessor.matching.evaluation import LabelledFileError, Line, evaluate, examples_of, read_lines
from assessor.matching.masks import masked

GOOD = "We repaid recruitment fees to workers at factory {n}"
BAD = "The canteen on floor {n} serves lunch until two"


def lines(count, *, doc="d", good=GOOD, bad=BAD):
    made = []
    for n in range(count):
        is_good = n % 2
        text = (good if is_good else bad).format(n=n)
        made.append(Line(text, {"remedy": is_good}, f"{doc}{n % 5}"))
    return made


def test_a_label_that_words_tell_is_found_in_lines_never_seen():
    scores = evaluate(lines(60), lines(20, doc="t"))
    assert scores["remedy"].f1 > 0.95
    assert scores["remedy"].positives == 10


def test_labels_without_sense_are_not_found_better_than_chance():
    shuffled = [Line(x.text, {"remedy": i // 2 % 2}, x.doc) for i, x in enumerate(lines(60))]
    scores = evaluate(shuffled, lines(20, doc="t"))
    assert scores["remedy"].f1 < 0.8


def test_examples_of_a_checklist_teach_what_training_lines_do_not():
    other = lines(60, good="Wages were raised in mill {n}")
    examples = [Line(GOOD.format(n=n), {"remedy": 1}) for n in range(30)]
    test = lines(20, doc="t", bad="Wages stayed the same in hall {n}")
    bare, taught = evaluate(other, test), evaluate(other, test, examples)
    assert taught["remedy"].recall >= bare["remedy"].recall


def test_only_questions_that_bear_a_label_give_examples(data):
    small = load(data / "checklists" / "small")
    assert examples_of([small], {"elsewhere"}) == []
    given = examples_of([small], {"6.2"})
    assert any(line.labels == {"6.2": 1} for line in given)
    assert any(line.labels == {"6.2": 0} for line in given)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("The Modern Slavery Act 2015", "the zlaw"),
        ("forced labour in 2023", "zabuse in zyear"),
        ("12.5% of £3,000", "zpercent of zmoney"),
    ],
)
def test_names_and_figures_that_mean_the_same_become_one_word(text, seen):
    assert masked(text).split() == seen.split()


def test_a_line_without_labels_is_named_with_its_number(tmp_path):
    path = tmp_path / "lines.jsonl"
    path.write_text('{"text": "b", "labels": {}, "doc": "x", "order": 2}\n{"text": "a"}\n')
    with pytest.raises(LabelledFileError, match="2"):
        read_lines(path)
