"""The worker's conversation: one line in, lines out, nothing else on standard output."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import msgspec
import pytest
from builders import assessment, briefing, document

from assessor import pipeline, warm
from assessor.dossiers import briefing as briefings
from assessor.errors import ChecklistError
from assessor.model import Words

REQUEST = warm.Request(("a.pdf",))


@pytest.fixture
def assessing(monkeypatch):
    """Return a function that puts something in the place of the pipeline."""

    def put(assess):
        monkeypatch.setattr(pipeline, "assess", assess)
        monkeypatch.setattr(pipeline, "engine", lambda _: SimpleNamespace(checklist=None))
        monkeypatch.setattr(briefings, "brief", lambda _: briefing())

    return put


def raising(error):
    def assess(*_, **__):
        raise error

    return assess


def test_the_result_holds_all_that_the_screens_show(assessing):
    assessing(lambda *_, **__: pipeline.Assessed(assessment(), (document(),)))
    answer = warm.answer(REQUEST, lambda *_: None)
    assert answer.prepared.assessment == assessment()
    assert answer.prepared.documents == (document(),)
    assert msgspec.json.decode(msgspec.json.encode(answer), type=warm.Answer) == answer


def test_refused_files_are_told_line_by_line(assessing):
    refused = [("a.pdf", Words("a.pdf: leeg", "a.pdf: empty")), ("b", Words("b: weg", "b: gone"))]
    assessing(raising(pipeline.Nothing(refused)))
    answer = warm.answer(REQUEST, lambda *_: None)
    assert answer.what == Words("a.pdf: leeg\nb: weg", "a.pdf: empty\nb: gone")


def test_our_errors_keep_their_words_and_code(assessing):
    assessing(raising(ChecklistError(Words("fout", "wrong"), Words("herstel", "mend"))))
    answer = warm.answer(REQUEST, lambda *_: None)
    assert answer == warm.Failed(Words("fout", "wrong"), Words("herstel", "mend"), "A300")


def test_a_mistake_of_ours_is_an_answer_too(assessing):
    assessing(raising(ZeroDivisionError("oops")))
    answer = warm.answer(REQUEST, lambda *_: None)
    assert answer.code == "A900"
    assert "ZeroDivisionError: oops" in answer.what.en


def test_what_libraries_print_does_not_disturb_the_conversation():
    script = (
        "from assessor import warm\n"
        "def answer(request, hears):\n"
        "    print('a library speaks')\n"
        "    hears('reading', 0, 1)\n"
        "    return warm.Failed(('w', 'w'), ('r', 'r'), 'A1')\n"
        "warm.answer = answer\n"
        "warm.main()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        input=msgspec.json.encode(REQUEST) + b"\n",
        capture_output=True,
        check=True,
    )
    lines = [msgspec.json.decode(line, type=warm.Answer) for line in run.stdout.splitlines()]
    assert [type(line) for line in lines] == [warm.Progress, warm.Failed]
    assert b"a library speaks" in run.stderr
