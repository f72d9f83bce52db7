"""What a file is imported as decides in which files its text comes."""

import pytest
from tests.invoer.bouwen.gezien import ingelezen

from convenantwerk.invoer.bewijs import verschil
from convenantwerk.invoer.bouwen import bouw
from convenantwerk.invoer.bouwen.eigen import gegevens_van
from convenantwerk.invoer.gebouwd import Als, Gebouwd
from convenantwerk.tekst import redactie
from convenantwerk.tekst.schrijven import schrijf_tekst

ADDENDUM = [
    "**9 Stuurgroepbesluit**",
    "De Stuurgroep besluit het convenant aan te vullen.",
    "**10 Addendum bij het convenant**",
    "**Artikel 5 Stuurgroep**",
    "5.3 De Stuurgroep komt vier keer per jaar bijeen.",
    "Vastgesteld door de Stuurgroep op 1 maart 2026.",
    "**Aanpassingen in het protocol**",
    "Het protocol heet voortaan reglement.",
]


def _gebouwd(regels: list[str], als: Als) -> Gebouwd:
    gelezen = ingelezen(regels)
    gebouwd = bouw(gelezen, als)
    assert verschil(gelezen, gebouwd) == ({}, {})
    return gebouwd


def test_an_addendum_is_a_file_for_each_titled_part() -> None:
    """Named for what it is, with its own number, in no folder; closing lines are its slot."""
    gebouwd = _gebouwd(ADDENDUM, "addendum")
    assert gebouwd.delen == ()
    assert list(gebouwd.bestanden) == [
        "09-stuurgroepbesluit.md",
        "10-addendum-bij-het-convenant.md",
        "aanpassingen-in-het-protocol.md",
    ]
    text = schrijf_tekst(gebouwd.bestanden["10-addendum-bij-het-convenant.md"])
    assert text.endswith("\n---\n\nVastgesteld door de Stuurgroep op 1 maart 2026.\n")
    assert not any("addenda" in een.waarom for een in gebouwd.onzeker)


def test_within_a_convenant_a_besluit_is_in_doubt() -> None:
    """It stays where it stands, and the report says where such a part belongs."""
    gebouwd = _gebouwd(ADDENDUM, "vanzelf")
    assert [een.tekst for een in gebouwd.onzeker if "addenda" in een.waarom] == [
        "9 Stuurgroepbesluit",
        "10 Addendum bij het convenant",
    ]


def test_two_parts_of_one_name_are_two_files() -> None:
    """No file is written over another."""
    regels = ["# Toelichting", "De eerste.", "# Toelichting", "De tweede."]
    assert list(_gebouwd(regels, "addendum").bestanden) == ["toelichting.md", "toelichting-2.md"]


def test_an_overleg_is_one_file() -> None:
    """Its first heading is its name, the others stand under it, and its front matter says so."""
    regels = ["**Casusoverleg**", "**Doel**", "Een plan.", "**Deelnemers**", "Alle partners."]
    gebouwd = _gebouwd(regels, "overleg")
    assert list(gebouwd.bestanden) == ["deel-3/01-casusoverleg.md"]
    assert schrijf_tekst(gebouwd.bestanden["deel-3/01-casusoverleg.md"]) == (
        "---\nsoort: overleg\n---\n# Casusoverleg\n\n## Doel\n\nEen plan.\n\n"
        "## Deelnemers\n\nAlle partners.\n"
    )


def test_all_of_a_deel_comes_in_its_folder() -> None:
    """Also what stands before its first chapter; a heading of a deel is its heading."""
    regels = ["# Deel 2 Privacy", "## Voorwoord", "Vooraf.", "## 1 Begrippen", "Hier staan zij."]
    gebouwd = _gebouwd(regels, "deel-2")
    assert gebouwd.delen == ("deel-2",)
    assert list(gebouwd.bestanden) == [
        "deel-2/00-deel.md",
        "deel-2/01-voorwoord.md",
        "deel-2/02-begrippen.md",
    ]


def test_another_deel_in_a_deel_is_in_doubt() -> None:
    """Its words are kept, and the report names it."""
    regels = ["# Deel 1 Samen", "## 1 Algemeen", "Tekst.", "# Deel 2 Privacy", "## 1 Nog", "Tekst."]
    gebouwd = _gebouwd(regels, "deel-1")
    assert "hier begint een ander deel" in [een.waarom for een in gebouwd.onzeker]
    assert all(pad.startswith("deel-1/") for pad in gebouwd.bestanden)


@pytest.mark.parametrize("als", ["vanzelf", "deel-1", "addendum", "overleg"])
def test_a_file_without_words_makes_no_files(als: Als) -> None:
    """Nothing but ends of pages is nothing."""
    assert not _gebouwd(["---", "---"], als).bestanden


def test_a_remark_of_our_own_paper_is_no_text() -> None:
    """It gives back what the overleg is, and that its text is missing; the report tells it."""
    zinnen = (redactie.WIJZE["georganiseerd"], redactie.PROTOCOL["landelijk"])
    opmerking = " ".join((*zinnen, redactie.ontbreekt("overleg")))
    gebouwd = _gebouwd(["# Deel 3 Overleggen", "## Focusoverleg", opmerking], "vanzelf")
    assert schrijf_tekst(gebouwd.bestanden["deel-3/01-focusoverleg.md"]) == (
        "---\nsoort: overleg\nstatus: ontbreekt\nwijze: georganiseerd\nprotocol: landelijk\n---\n"
        "# Focusoverleg\n"
    )
    assert [weg.waarom for weg in gebouwd.weggelaten] == ["redactie"]
    assert gegevens_van("De tekst van dit deel is er.") is None


def test_the_sheet_of_open_points_is_no_text() -> None:
    """A concept that was built begins with it; after it comes the title."""
    regels = [
        f"{{20 pt}} {redactie.OPEN_PUNTEN}",
        f"{redactie.CONCEPT} Er staat één punt open.",
        f"**{redactie.ZONDER_DOEL} (1)**",
        "{•} Artikel 1: artikel 2",
        "{24 pt} Convenant Voorbeeld",
        "Concept van 1 maart 2026",
        "---",
        "# 1 Algemeen",
        "Partijen werken samen.",
    ]
    gebouwd = _gebouwd(regels, "vanzelf")
    assert gebouwd.titel == "Convenant Voorbeeld"
    assert list(gebouwd.bestanden) == ["deel-1/01-algemeen.md"]
    redenen = [weg.waarom for weg in gebouwd.weggelaten]
    assert redenen == ["titelblad", "redactie", "redactie", "redactie", "redactie"]


def test_a_picture_comes_beside_its_text() -> None:
    """Under a name of its own; without a description it gets one, and the report says so."""
    gebouwd = _gebouwd(["# 1 Algemeen", "![Schema](a.png)", "Tekst.", "![](b.png)"], "vanzelf")
    assert gebouwd.beelden == {"deel-1/beeld-1.png": b"beeld", "deel-1/beeld-2.png": b"beeld"}
    assert [een.waarom for een in gebouwd.onzeker] == [
        "beeld zonder beschrijving; schrijf wat er te zien is"
    ]
