"""What differs between an imported text and the one made by hand is seen, and who tells of it."""

from collections.abc import Iterable

from tests.invoer.bouwen.gezien import ingelezen

from boomvergelijking import Lijn, delen_van, lijnen, verschilplekken
from convenantwerk.invoer.bouwen import bouw

HAND = ["# 1 Algemeen", "Partijen werken samen.", "a. hulp;", "b. zorg.", "# 2 Slot", "Tot zover."]


def _plekken(regels: list[str]) -> list[tuple[list[str], list[str], bool]]:
    hand = delen_van(bouw(ingelezen(HAND)))
    ander = ingelezen(regels)
    return [
        (_teksten(plek.hand), _teksten(plek.gemaakt), bool(plek.gemeld))
        for plek in verschilplekken(hand, ander, bouw(ander))
    ]


def _teksten(lijst: Iterable[Lijn]) -> list[str]:
    return [lijn.tekst for lijn in lijst]


def test_equal_texts_have_no_differences() -> None:
    """Marks, depth and headings are lines that are compared."""
    assert _plekken(HAND) == []
    assert [lijn.tekst for lijn in lijnen(delen_van(bouw(ingelezen(HAND))))] == [
        "# [hoofdstuk] 1 Algemeen",
        "Partijen werken samen.",
        "  a. hulp;",
        "  b. zorg.",
        "# [hoofdstuk] 2 Slot",
        "Tot zover.",
    ]


def test_a_difference_that_nobody_reports_is_seen() -> None:
    """A word, a mark, emphasis."""
    anders = [*HAND[:1], "Partijen werken *samen*.", *HAND[2:]]
    assert _plekken(anders) == [(["Partijen werken samen."], ["Partijen werken *samen*."], False)]


def test_a_difference_that_is_unsure_is_reported() -> None:
    """A heading that was only seen by its look."""
    anders = [*HAND[:4], "**Slot**", *HAND[5:]]
    assert _plekken(anders) == [(["# [hoofdstuk] 2 Slot"], ["## [paragraaf] Slot"], True)]
