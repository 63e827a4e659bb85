"""A mistake of form in a person's own template is told in their language, with its place."""

import docx
import pytest
from reports import plain

from assessor.errors import TemplateWrong
from assessor.export.word import to_word


def told(document, tmp_path, language="en"):
    path = tmp_path / "eigen.docx"
    document.save(path)
    with pytest.raises(TemplateWrong) as error:
        to_word("note", plain(), "nl", path)
    return [problem.told_in(language) for problem in error.value.problems]


def of(*paragraphs):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return document


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("Beste {_{ supplier }_}", "here stands {_{, where {{ seems to be meant"),
        ("Beste { { supplier }}", "here stands { {, where {{ seems to be meant"),
        ("Beste {{ supplier } en hallo", "does not end in the same paragraph"),
        ("Beste {{ supplier } op {{ made_on }}", "does not end in the same paragraph"),
        ("Beste supplier }}", "begins nowhere in this paragraph"),
        ("Beste {{ supplier | }}", "cannot be understood (expected token 'name'"),
        ("Beste {{ supplier|shout }}", "No filter named 'shout'"),
        ("Beste {% for t on topics %}{% endfor %}", "expected token 'in', got 'on'"),
        ("Beste {% if topics %}u", "after {% if topics %} the endif is missing"),
        ("Beste {% endif %}u", "before {% endif %} there is no if"),
        ("Beste {% else %}u", "before {% else %} there is no if"),
    ],
)
def test_a_mistake_is_told_with_the_words_around_it(tmp_path, paragraph, said):
    problem = told(of("Gespreksnotitie", paragraph), tmp_path)[0]
    assert problem.startswith("In the text, at “Beste ")
    assert said in problem


def test_a_loop_that_ends_as_a_condition_is_told_at_both_ends(tmp_path):
    problems = told(of("{%p for t in topics %}", "{{ t.name }}", "{%p endif %}"), tmp_path, "nl")
    assert problems == [
        "In de tekst, bij “{%p endif %}”: voor {%p endif %} staat geen if waar dit bij hoort.",
        "In de tekst, bij “{%p for t in topics %}”: na {%p for t in topics %} ontbreekt endfor.",
    ]


def test_mistakes_in_tables_and_in_heads_and_feet_of_pages_are_told_at_once(tmp_path):
    document = of("{{ supplier }}")
    document.add_table(1, 1).cell(0, 0).text = "{{ contract }"
    document.sections[0].header.paragraphs[0].text = "{{ supplier }"
    document.sections[0].footer.paragraphs[0].text = "made_on }}"
    starts = [problem.partition(",")[0] for problem in told(document, tmp_path)]
    assert starts == ["In a table", "In the head of the page", "In the foot of the page"]


def test_a_code_that_word_spread_over_runs_is_no_mistake(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph("Voor {")
    paragraph.add_run("{ supp")
    paragraph.add_run("lier }").bold = True
    paragraph.add_run("}")
    path = tmp_path / "eigen.docx"
    document.save(path)
    assert to_word("note", plain(), "nl", path)
