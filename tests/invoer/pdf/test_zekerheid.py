"""Which words of a scan a person must look at."""

import pytest

from convenantwerk.invoer.pdf.leesfouten import hersteld
from convenantwerk.invoer.pdf.zekerheid import Woordlezing, Zekerheid

BEKEND = [Woordlezing(woord, 96, "") for woord in ["Er", "Er", "partij", "partij", "1.4", "—", "—"]]


@pytest.mark.parametrize(
    ("tekst", "zeker", "anders", "reden"),
    [
        ("partij", 81, "", ""),
        ("partij", 70, "", "onzeker gelezen (70 van 100)"),
        ("partij,", 97, "partij.", "ook gelezen als 'partij.'"),
        ("zaak", 89, "", "onzeker gelezen (89 van 100)"),  # short, and never seen
        ("samenwerkingsverband", 85, "", ""),  # a long word is seldom another
        ("1.4", 92, "", "onzeker gelezen (92 van 100)"),
        ("14", 95, "", "in dit nummer kan een punt ontbreken"),
        ("partij?", 97, "", "het laatste teken kan een cijfer van een voetnoot zijn"),
        ("Eris", 93, "", "dit kunnen twee woorden zijn"),
        ("van", 95, "", ""),  # no word with "van" behind it
        ("partijen", 95, "", ""),
        ("—", 20, "niets", ""),
        ("}", 96, "", "een los teken, of een vlek"),
    ],
)
def test_what_is_against_a_word(tekst: str, zeker: float, anders: str, reden: str) -> None:
    """By the words of the file, the other reading, and what is often read wrong."""
    lezing = Woordlezing(tekst, zeker, anders)
    assert Zekerheid([*BEKEND, lezing]).bezwaar(lezing, eerste=True) == reden


@pytest.mark.parametrize(
    ("gelezen", "goed"),
    [
        ("de [naam Partij), en (de ander).", "de [naam Partij], en (de ander)."),
        ("Samenwerkings-en Privacyconvenant", "Samenwerkings- en Privacyconvenant"),
        ("Artikel12 lid3.", "Artikel 12 lid 3."),
        ("a) en 1) en [ook (dit)]", "a) en 1) en [ook (dit)]"),
        ("e-en Deelnemer Artikelen", "e-en Deelnemer Artikelen"),
    ],
)
def test_what_is_read_wrong_in_known_ways_is_mended(gelezen: str, goed: str) -> None:
    """A bracket closes what was opened; words that were glued are parted."""
    assert " ".join(hersteld(gelezen.split())) == goed
