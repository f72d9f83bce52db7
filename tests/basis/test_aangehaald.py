"""Of which words a finding speaks: those that stand at its place, or around it."""

import pytest

from convenantwerk.basis.aangehaald import aangehaald, ergens
from convenantwerk.basis.diagnostics import Diagnostic, Position


@pytest.mark.parametrize(
    ("tekst", "at", "melding", "onderwerp", "woorden"),
    [
        ("Dat is momenteel zo.", 7, "'momenteel' veroudert", "", "momenteel"),
        ("Dat is momenteel zo.", 7, "dit veroudert", "momenteel", "momenteel"),
        ("momenteel of momenteel", 13, "'momenteel' veroudert", "", "momenteel"),
        ("# Briefing", 0, "de tekst van 'Briefing' ontbreekt", "", "Briefing"),
        ("Zie artikel 5,", 4, "verwijzing naar 'artikel 5, tweede lid'", "", "artikel 5,"),
        ("Aan [Naam x] en", 4, "open veld", "", "[Naam x]"),
        ("tot een plan van aanpak", 22, "'plan van aanpak' heeft geen punt", "", "plan van aanpak"),
        (
            "nemen het volgende in acht;",
            21,
            "'het volgende in acht;' sluit niet",
            "",
            "het volgende in acht;",
        ),
        ("Dat is momenteel zo.", 0, "'momenteel' veroudert", "", ""),
        ("Dat is zo.", 4, "'momenteel' veroudert", "", ""),
        ("", 0, "'momenteel' veroudert", "", ""),
        ("enkele zaken", 0, "'en' ontbreekt", "", ""),
        ("Het werkprocessen", 16, "'en' ontbreekt", "", ""),
    ],
)
def test_the_words_of_a_finding(
    tekst: str, at: int, melding: str, onderwerp: str, woorden: str
) -> None:
    """Words further on are others that read the same."""
    found = Diagnostic(Position("x.md"), "CV121", "hint", melding, "", onderwerp)
    begin, einde = aangehaald(found, tekst, at)
    assert tekst[begin:einde] == woorden
    assert woorden or begin == at


@pytest.mark.parametrize(
    ("tekst", "melding", "woorden"),
    [
        ("Dat is momenteel zo.", "'momenteel' veroudert", "momenteel"),
        ("De werkprocessen en meer", "'en' ontbreekt", ""),
        ("De werkprocessen", "'werk' staat er twee keer", ""),
        ("Dat is zo.", "'momenteel' veroudert", ""),
    ],
)
def test_words_that_stand_elsewhere(tekst: str, melding: str, woorden: str) -> None:
    """Only whole ones, of some length."""
    begin, einde = ergens(Diagnostic(Position("x.md"), "CV121", "hint", melding, ""), tekst)
    assert tekst[begin:einde] == woorden
