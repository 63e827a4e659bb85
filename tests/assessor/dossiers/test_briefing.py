"""What the screens need of the checklist, and its way through bytes."""

from __future__ import annotations

import pytest
from builders import prepared

from assessor import checklist, locations
from assessor.dossiers.briefing import brief
from assessor.dossiers.prepared import packed, unpacked
from assessor.errors import DossierError


@pytest.fixture(scope="module")
def shipped():
    return checklist.load(locations.checklists() / "isv")


def test_every_measure_and_topic_is_in_the_briefing_in_order(shipped):
    briefing = brief(shipped)
    assert list(briefing.subjects) == [question.code for question in shipped.questions]
    grouped = [code for group in briefing.groups for code in group.subjects]
    assert grouped == list(briefing.subjects)


def test_a_subject_carries_four_levels_and_both_languages(shipped):
    subject = brief(shipped).subjects["2.2"]
    assert len(subject.levels) == 4
    assert subject.name.nl
    assert subject.name.en
    assert subject.name.nl != subject.name.en


def test_what_is_packed_comes_out_the_same():
    assert unpacked(packed(prepared())) == prepared()


@pytest.mark.parametrize("payload", [b"", b"{}", b"[1]", b'{"assessment": null}'])
def test_other_bytes_are_refused_in_words(payload):
    with pytest.raises(DossierError, match="cannot be read"):
        unpacked(payload)
