"""What stands high or low in a file is kept where a source can say so, and else its characters."""

import pytest

from convenantwerk.invoer.bouwen.lopend import opgeschoond
from convenantwerk.tekst.boom import Nadruk, Tekst


@pytest.mark.parametrize("teken", ["2", "e", "n+1", "3°"])
def test_what_stands_high_stays_high(teken: str) -> None:
    """A number, a letter, a sum."""
    inhoud = (Tekst("m"), Nadruk("hoog", (Tekst(teken),)), Tekst(" per jaar"))
    assert opgeschoond(inhoud) == inhoud


@pytest.mark.parametrize("teken", ["*", "[1]", "x_y", "a|b", "<br>", "\\", "1 2"])
def test_a_sign_of_the_source_format_does_not_stand_high(teken: str) -> None:
    """The star of a note, a number in brackets: between carets they would be read as carets."""
    inhoud = (Tekst("tarief"), Nadruk("hoog", (Tekst(teken),)))
    assert not any(isinstance(part, Nadruk) for part in opgeschoond(inhoud))
