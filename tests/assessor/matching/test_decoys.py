import pytest

from assessor.matching.decoys import decoy
from assessor.model import Passage


def passage(text, kind="paragraph"):
    return Passage(0, 0, 0, len(text), text, kind, "nl", 1)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Hoe voorkomt u kinderarbeid in uw keten?", "paragraph", "question"),
        ("Beschrijf hoe uw bedrijf risico's prioriteert.", "paragraph", "question"),
        ("Bedrijven dienen de ernst van risico's te wegen.", "paragraph", "guidance"),
        ("Kinderarbeid ............ 12", "paragraph", "contents"),
        ("Ernst en waarschijnlijkheid", "heading", "heading"),
        ("Geen kinderarbeid.", "paragraph", "short"),
        ("Wij bezochten in 2025 veertien fabrieken.", "paragraph", None),
    ],
)
def test_what_states_nothing_is_told_from_a_statement(text, kind, expected):
    assert decoy(passage(text, kind)) == expected
