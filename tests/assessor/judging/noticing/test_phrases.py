"""Sentences that any supplier could print, other customers' names, and copied text."""

import pytest

from assessor.judging.noticing.copies import on_guidance, on_others, prints, prints_of
from assessor.judging.noticing.phrases import on_empty_phrases, on_other_customers

EMPTY = "Duurzaamheid zit in ons DNA en wij hechten grote waarde aan een eerlijke keten."


def test_empty_sentences_become_one_finding_with_their_count(case, checklist):
    made = case(EMPTY, "Wij streven naar een toekomstbestendige keten met al onze partners.")
    (found,) = on_empty_phrases(made, checklist)
    assert (found.kind, found.cause) == ("boilerplate", "empty_phrases")
    assert found.title.nl.startswith("2 zinnen")
    assert "DNA" in found.evidence[0].reasons[0].nl


@pytest.mark.parametrize(
    "told",
    [
        "Wij spraken op 3 maart 2025 in Dhaka met twaalf naaisters over hun loon.",
        "Wij streven naar een toekomstbestendige keten: in Dhaka betalen wij 12 procent meer.",
        "De kleur groen staat centraal in de folder.",
    ],
)
def test_a_sentence_that_tells_a_fact_is_not_empty(case, checklist, told):
    assert not list(on_empty_phrases(case(told), checklist))


def test_the_name_of_another_customer_is_told(case):
    told = "Wij zien uit naar een voortzetting van onze samenwerking met de gemeente Brakelveen."
    (found,) = on_other_customers(case("Voor de Dienst Kantoren.", told))
    assert found.cause == "other_customer"
    assert "gemeente Brakelveen" in found.title.nl


@pytest.mark.parametrize(
    "texts",
    [
        ("Voor de gemeente Brakelveen.", "De samenwerking met de gemeente Brakelveen is goed."),
        ("Wij hebben ook een samenwerking met de gemeente Brakelveen.",),
        ("De gemeente Brakelveen gaf een vergunning voor het magazijn.",),
    ],
)
def test_the_customer_itself_a_reference_or_a_permit_is_not(case, texts):
    assert not list(on_other_customers(case(*texts)))


def test_text_of_the_checklist_handed_in_as_own_text_is_told(case, checklist):
    own = "Onze inkoper reed in mei naar de ververij en sprak daar met de ploeg van de nacht."
    whys = [q.why.words.nl for q in checklist.measures][:4]
    (found,) = on_guidance(case(*whys, own), checklist)
    assert found.cause == "copied_guidance"
    assert own not in [e.quote for e in found.evidence]
    assert not list(on_guidance(case(own), checklist))


STORY = [
    f"In hal {n} van de weverij werken {n + 20} mensen die stof nummer {n} maken voor de jassen, "
    f"en inkoper {name} sprak er op een maandag met de ploeg over loon, uren en de hitte."
    for n, name in enumerate(["Anna", "Bert", "Cees", "Dina", "Eva", "Fons", "Guus", "Hedy"] * 3)
]


def test_what_another_supplier_handed_in_nearly_the_same_is_told_with_its_name(case):
    others = {"Weverij Zonnebloem": prints_of(case(*STORY).documents)}
    (found,) = on_others(case(*STORY[:20], "Dit schreven wij zelf.", others=others), others)
    assert found.cause == "copied_submission"
    assert "Weverij Zonnebloem" in found.title.nl
    assert not list(on_others(case("Een heel ander verhaal over brood en koffie."), others))


def test_prints_do_not_change_from_one_run_to_the_next():
    assert prints(
        "Wij kopen in bij veertien fabrieken in vijf landen en bezoeken ze alle."
    ) == prints("wij kopen in bij VEERTIEN fabrieken, in vijf landen; en bezoeken ze alle")
