"""Texts as a PDF gives them: lines of pages, titles over two lines, a contents list in pieces."""

from dataclasses import replace

from tests.invoer.bouwen.gezien import ingelezen
from tests.invoer.rekening import woorden_van

from convenantwerk.invoer.bewijs import verschil
from convenantwerk.invoer.bouwen import bouw
from convenantwerk.invoer.brok import Alineabrok, Ingelezen, Plek
from convenantwerk.invoer.gebouwd import Gebouwd
from convenantwerk.tekst.schrijven import schrijf_tekst


def _bladzijde(regels: list[str], inhoud: tuple[int, ...] = ()) -> Ingelezen:
    """Return lines of one page; those of these numbers are marked as a contents list."""
    gelezen = ingelezen(regels)
    brokken = [
        replace(brok, plek=Plek("bladzijde", 1, nummer), inhoudsopgave=nummer in inhoud)
        for nummer, brok in enumerate(gelezen.brokken, start=1)
        if isinstance(brok, Alineabrok)
    ]
    return replace(gelezen, brokken=tuple(brokken), woorden=tuple(woorden_van(brokken)))


def _gebouwd(gelezen: Ingelezen) -> Gebouwd:
    gebouwd = bouw(gelezen)
    assert verschil(gelezen, gebouwd) == ({}, {})
    return gebouwd


def test_a_title_goes_on_where_it_began() -> None:
    """The second line looks the same, and stands to the right of the number."""
    regels = [
        "{20 pt} **1 Addendum bij het samenwerkingsconvenant**",
        "  {20 pt} **Veiligheidshuis Voorbeeld**",
        "Partijen werken samen.",
        "{20 pt} **2 Slot**",
        "Tot zover.",
    ]
    first, _ = _gebouwd(_bladzijde(regels)).bestanden.values()
    assert schrijf_tekst(first) == (
        "# 1 Addendum bij het samenwerkingsconvenant Veiligheidshuis Voorbeeld\n\n"
        "Partijen werken samen.\n"
    )


def test_a_line_within_a_contents_list_is_of_it() -> None:
    """A title there goes over two lines, of which the first has no page number."""
    regels = [
        "Inhoud",
        "Voorwoord 2",
        "Deel 1 Samenwerkingsconvenant van het Veiligheidshuis",
        "Voorbeeld 3",
        "1 Algemeen 4",
        "Voorwoord",
        "Voor u ligt het convenant.",
        "Deel 1 Samenwerkingsconvenant van het Veiligheidshuis Voorbeeld",
        "1 Algemeen",
        "Partijen werken samen.",
    ]
    gebouwd = _gebouwd(_bladzijde(regels, inhoud=(1, 2, 4, 5)))
    assert list(gebouwd.bestanden) == [
        "voorwerk/01-voorwoord.md",
        "deel-1/00-deel.md",
        "deel-1/01-algemeen.md",
    ]
    assert [weg.plek.regel for weg in gebouwd.weggelaten] == [1, 2, 3, 4, 5]


def test_a_name_and_a_function_are_one_alinea() -> None:
    """Two short lines under each other, and the report says so; three sentences are three."""
    regels = ["# Voorwoord", "Voor u ligt het convenant.", "Mw. A. Voorbeeld", "Ketenmanager"]
    gebouwd = _gebouwd(_bladzijde(regels))
    (bestand,) = gebouwd.bestanden.values()
    assert schrijf_tekst(bestand).endswith("\n\nMw. A. Voorbeeld\\\nKetenmanager\n")
    assert any("onder elkaar" in een.waarom for een in gebouwd.onzeker)


def test_two_delen_of_one_number_are_two_folders() -> None:
    """Nothing is written over, and the report names the second."""
    regels = [
        "# Deel 1 Samen",
        "## 1 Algemeen",
        "Tekst.",
        "# Deel 1 Nog eens",
        "## 1 Weer",
        "Meer.",
    ]
    gebouwd = _gebouwd(ingelezen(regels))
    assert gebouwd.delen == ("deel-1", "deel-1-2")
    assert [een.tekst for een in gebouwd.onzeker] == ["Deel 1 Nog eens"]
