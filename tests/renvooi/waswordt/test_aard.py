"""What kind of change words make: the heaviest of all that changed."""

import pytest
from tests.renvooi.waswordt.tabellen import editie

from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.renvooi.waswordt.aard import Aard, aard

KOP = "# 1 Proef\n\n## Artikel 1 Duur\n\n"


def aard_van(oud: str, nieuw: str) -> Aard | None:
    """The kind of change between two leden."""
    (deel,) = vergelijk(editie(KOP + oud), editie(KOP + nieuw)).delen
    return aard(deel)


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("De termijn is zes dagen.", "De termijn is zes dagen.", None),
        ("De termijn is zes dagen.", "De termijn is **zes** dagen.", "opmaak"),
        ("De termijn is *zes* dagen.", "De termijn is **zes** dagen.", "opmaak"),
        ("1. De termijn is zes dagen.", "2. De termijn is zes dagen.", "vernummering"),
        ("a. De termijn is zes dagen.", "a) De termijn is zes dagen.", "opmaak"),
        ("De termijn is zes dagen.", "de termijn is zes dagen", "redactioneel"),
        ("De ‘termijn’ is zes dagen.", "De “termijn” is zes dagen.", "redactioneel"),
        ("De termijn - zes dagen.", "De termijn – zes dagen.", "redactioneel"),
        ("De aktie is gestart.", "De actie is gestart.", "redactioneel"),
        ("Bijv. een overleg.", "Bijvoorbeeld een overleg.", "redactioneel"),
        ("Het e-mail adres.", "Het e-mailadres.", "redactioneel"),
        ("De termijn is zes dagen.", "De termijn is zeven dagen.", "inhoudelijk"),
        ("De termijn is 6 dagen.", "De termijn is 16 dagen.", "inhoudelijk"),
        ("De bijdrage is 1.500 euro.", "De bijdrage is 15.00 euro.", "inhoudelijk"),
        ("De bijdrage is 1 500 euro.", "De bijdrage is 1500 euro.", "inhoudelijk"),
        ("De gemeente en de politie.", "De gemeente of de politie.", "inhoudelijk"),
        ("De gemeente en/of de politie.", "De gemeente en of de politie.", "inhoudelijk"),
        ("Dit geldt niet.", "Dit geldt.", "inhoudelijk"),
        ("De kosten zijn 5%.", "De kosten zijn 5.", "inhoudelijk"),
        ("De [naam partij] betaalt.", "De naam partij betaalt.", "inhoudelijk"),
        ("Elk lid telt één stem.", "Elk lid telt een stem.", "inhoudelijk"),
        ("Het is **van** belang.", "Het was van belang.", "inhoudelijk"),
    ],
)
def test_the_kind_of_a_change(oud: str, nieuw: str, verwacht: Aard | None) -> None:
    """What no rule knows is a change in substance."""
    assert aard_van(oud, nieuw) == verwacht


def test_a_part_that_came_or_went_is_a_change_in_substance() -> None:
    """However short it is."""
    assert aard_van("Een.", "Een.\n\nTwee.") == "inhoudelijk"
    assert aard_van("Een.\n\nTwee.", "Een.") == "inhoudelijk"
