"""A word that is broken at the end of a line becomes what it was, or a person must look."""

import pytest

from convenantwerk.invoer.afbreking import afgebroken, is_afgebroken, woordtelling

ELDERS = woordtelling(["De ex-gedetineerde en de herziening van Zuid-Holland.", "Een co-"])


@pytest.mark.parametrize(
    ("voor", "na", "midden", "zeker"),
    [
        ("infor-", "matie over", "", True),  # nothing is against it
        ("de ex-", "gedetineerde.", "-", True),  # it stands so elsewhere
        ("her-", "ziening", "", True),
        ("de ex-", "partner", "-", True),  # by rule
        ("Zuid-", "Limburg", "-", True),
        ("AVG-", "verzoek", "-", True),
        ("e-", "mail", "-", True),
        ("top60-", "overleg", "-", True),
        ("samenwerkings-", "en privacyconvenant", "- ", True),  # a hyphen for the rest of a word
        ("wets-", "of beleidswijziging", "- ", True),
        ("secretaris-", "generaal", "-", False),  # or a secretaris who is broken
        ("ge-", "informeerd", "", False),  # geïnformeerd, which loses its sign at the break
        ("zee-", "egel", "", False),
        ("www.veiligheids-", "huis.nl", "-", False),
        ("VEILIGHEIDS-", "HUIS", "", False),
    ],
)
def test_whether_a_hyphen_is_of_the_word(voor: str, na: str, midden: str, zeker: bool) -> None:  # noqa: FBT001
    """The file itself is asked first, then the rules of spelling."""
    assert is_afgebroken(voor)
    assert afgebroken(voor, na, ELDERS) == (midden, zeker)


@pytest.mark.parametrize("regel", ["", "een zin", "een streepje -", "-", "1 -", "tekst –"])
def test_a_loose_dash_breaks_no_word(regel: str) -> None:
    """Only a hyphen that is stuck to a word."""
    assert not is_afgebroken(regel)


def test_a_word_without_end_takes_no_time() -> None:
    """A line may be one word of as many letters as a page may have."""
    assert is_afgebroken("a-" * 200_000)
    assert woordtelling(["half-", "half-", "heel"]) == {"heel": 1}
