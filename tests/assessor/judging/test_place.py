"""What stands above a list says whether it holds risks, actions, or those with whom one spoke."""

import pytest

from assessor.judging.place import Place
from assessor.model import Block


def under(heading, before=""):
    return Place([Block("heading", heading, level=1, language="nl")], before=before)


def test_only_a_paragraph_that_ends_with_a_colon_introduces_a_list():
    assert under("Vervolg", "Dit doen wij:").introduction == "Dit doen wij:"
    assert under("Vervolg", "Dit deden wij.").introduction == ""


@pytest.mark.parametrize(
    ("before", "names_talks"),
    [
        ("Voor deze analyse spraken wij met twee vakbonden.", True),
        ("We interviewed these people:", True),
        ("Na deze gesprekken nemen wij de volgende maatregelen; wij spraken ze af:", False),
        ("", False),
    ],
)
def test_a_list_after_a_text_on_talks_names_those_with_whom_one_spoke(before, names_talks):
    assert under("Gesprekken en vervolg", before).names_talks is names_talks


def test_the_nearest_heading_gives_the_number_of_a_risk():
    assert under("Risico R2: afvalwater").number == "R2"
    assert under("Inleiding").number is None
