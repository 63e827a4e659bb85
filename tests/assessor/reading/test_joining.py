import pytest

from assessor.reading.joining import Vocabulary, joined_lines, plain, plain_page

SOFT = "\ufffe"
DUTCH = Vocabulary(["het is een CO2-uitstoot en het kredietbeleid van water en schap"])
ENGLISH = Vocabulary(["a corporate target at the level of the group"])


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["het milieu" + SOFT, "beleid telt"], "het milieubeleid telt"),
        (["de CO2" + SOFT, "uitstoot daalt"], "de CO2-uitstoot daalt"),
        (["arbeids" + SOFT, "en milieurisico's"], "arbeids- en milieurisico's"),
        (["de AI" + SOFT, "verordening"], "de AI-verordening"),
        (["INTER" + SOFT, "NATIONAAL"], "INTERNATIONAAL"),
        (["Noord" + SOFT, "Holland"], "Noord-Holland"),
        (["water" + SOFT, "schap"], "waterschap"),
        (["2025-", "2026"], "2025-2026"),
        (["een gewone", "regel"], "een gewone regel"),
    ],
)
def test_hyphens_at_line_ends_are_weighed(lines, text):
    assert joined_lines(lines, DUTCH) == text


def test_english_keeps_the_hyphen_between_two_known_words():
    assert joined_lines(["corporate" + SOFT, "level"], ENGLISH) == "corporate-level"


def test_ligatures_are_opened():
    assert plain("eﬃciënt ﬁnancieren") == "efficiënt financieren"


def test_page_text_shows_broken_words_with_a_hyphen_and_a_line_feed():
    assert plain_page(f"milieu{SOFT}beleid\r\nvolgt") == "milieu-\nbeleid\nvolgt"
