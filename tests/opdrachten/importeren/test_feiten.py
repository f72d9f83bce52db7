"""What a text says of itself is read where it says so, and nowhere else."""

from datetime import date

import pytest
from tests.invoer_voorbeelden import ingelezen

from convenantwerk.invoer.gebouwd import Als
from convenantwerk.opdrachten.importeren.feiten import lees_feiten, lijkt

VERBAND = "Zorg- en Veiligheidshuis Voorbeeldland"


def _tekst(*alineas: str) -> dict[str, str]:
    return {"deel-1/01-a.md": "# 1 Slot\n\n" + "\n\n".join(alineas) + "\n"}


@pytest.mark.parametrize(
    ("titel", "zin", "naam"),
    [
        (f"Convenant {VERBAND}", "", VERBAND),
        ("", f"Partners werken samen in het {VERBAND} aan zorg.", VERBAND),
        ("", "Veiligheidshuizen werken samen.", ""),
        ("Convenant Netwerk Aanpak Voorbeeldstad", "", "Netwerk Aanpak Voorbeeldstad"),
        (f"Addendum {VERBAND} Onderwerp: zorg", "", VERBAND),
    ],
)
def test_the_name(titel: str, zin: str, naam: str) -> None:
    """It stands in the title, else it is what the text says most."""
    assert lees_feiten(ingelezen(_tekst(zin or "Niets."), titel)[1]).naam == naam


@pytest.mark.parametrize(
    ("zin", "citeertitel"),
    [
        (
            "Dit convenant kan worden aangehaald als “Convenant X” en ligt ter inzage.",
            "Convenant X",
        ),
        ("Deze regeling wordt aangehaald als: Regeling Sociaal Domein.", "Regeling Sociaal Domein"),
        ("Dit convenant haalt niets aan.", ""),
    ],
)
def test_how_it_is_cited(zin: str, citeertitel: str) -> None:
    """As the text says it is."""
    assert lees_feiten(ingelezen(_tekst(zin), "")[1]).citeertitel == citeertitel


@pytest.mark.parametrize(
    ("zinnen", "editie", "ingang", "besluit"),
    [
        (["Opgemaakt te Leiden De dato Maart 2017"], "maart 2017", None, ""),
        (["In maart 2017 is veel gebeurd."], "", None, ""),
        (
            ["Vastgesteld bij besluit op 18 juni 2018 te Voorbeeldstad."],
            "juni 2018",
            None,
            "Vastgesteld bij besluit op 18 juni 2018 te Voorbeeldstad",
        ),
        (["Dit addendum geldt met ingang van 1 mei 2026."], "", date(2026, 5, 1), ""),
        (["Met ingang van 1 mei 2026.", "Met ingang van 1 juni 2026."], "", None, ""),
        (["Met ingang van 31 februari 2026."], "", None, ""),
    ],
)
def test_days(zinnen: list[str], editie: str, ingang: date | None, besluit: str) -> None:
    """A month that is just mentioned is none, and of two days neither is chosen."""
    feiten = lees_feiten(ingelezen(_tekst(*zinnen), "")[1])
    assert (feiten.editie, feiten.ingangsdatum, feiten.besluit) == (editie, ingang, besluit)


@pytest.mark.parametrize(
    ("titel", "als", "wat"),
    [
        ("Addendum bij het convenant", "vanzelf", "addendum"),
        ("Wijziging van het privacyprotocol", "vanzelf", "addendum"),
        ("Bijlage: Persoonsgericht Overleg (PGO)", "vanzelf", "overleg"),
        ("Casusoverleg Jeugd", "vanzelf", "overleg"),
        ("Convenant Zorgoverleg Voorbeeldstad", "vanzelf", ""),
        ("Samenwerkingsovereenkomst over het overleg", "vanzelf", ""),
        ("Addendum bij het convenant", "addendum", ""),
    ],
)
def test_what_it_looks_like(titel: str, als: Als, wat: str) -> None:
    """By how it begins; what it was said to be is not asked again."""
    assert lijkt(ingelezen({"deel-1/01.md": "# 1 Doel\n\nTekst.\n"}, titel)[1], als) == wat


def test_a_whole_convenant_is_no_part_of_one() -> None:
    """What has two delen is no overleg."""
    text = "# Alles\n\n## Deel 1 Samen\n\nTekst.\n\n## Deel 2 Privacy\n\nTekst.\n"
    gebouwd = ingelezen({"a.md": text}, "")[1]
    assert (lijkt(gebouwd, "overleg"), lijkt(gebouwd, "vanzelf")) == ("heel convenant", "")
