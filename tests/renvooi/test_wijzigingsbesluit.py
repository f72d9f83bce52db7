"""What a wijzigingsbesluit says around its sentences; it claims no rule that the dossier lacks."""

from dataclasses import replace
from datetime import date

import pytest
from tests.voorbeelden import HOLLANDS_MIDDEN

from convenantwerk.addenda.wijzigingstaal import Zin
from convenantwerk.dossier.dossier import Instellingen
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.dossier.regels import Wijzigingsregel
from convenantwerk.papier.document import SignatureBlock
from convenantwerk.renvooi.kant import Kant
from convenantwerk.renvooi.wijzigingsbesluit import (
    aanhef,
    besluit_titel,
    maak_wijzigingsbesluit,
    over_nummers,
)
from convenantwerk.tekst.boom import Convenant


@pytest.fixture(scope="module")
def instellingen() -> Instellingen:
    """Those of Hollands Midden."""
    dossier, _ = Dossierlezer(HOLLANDS_MIDDEN).dossier
    assert dossier is not None
    return dossier.instellingen


def test_the_title_names_the_convenant(instellingen: Instellingen) -> None:
    """Not the two versions; a title that holds the name of the house has it once."""
    naam = "Samenwerkings- en Privacyconvenant Veiligheidshuis Hollands Midden"
    assert besluit_titel(instellingen) == f"Besluit tot wijziging van het {naam}"
    assert besluit_titel(replace(instellingen, titel=naam)).count("Hollands Midden") == 1
    regeling = replace(instellingen, titel="Regeling gegevensdeling")
    assert besluit_titel(regeling).startswith("Besluit tot wijziging van de Regeling gegevensd")


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        (
            Wijzigingsregel(door="de Stuurgroep", artikel="artikel 7, onder i"),
            [
                "De Stuurgroep van het Veiligheidshuis Hollands Midden,",
                "Gelet op artikel 7, onder i, van het convenant;",
                "Besluit:",
            ],
        ),
        (
            Wijzigingsregel(door="alle partijen", artikel="artikel 9"),
            ["Alle partijen,", "Gelet op artikel 9 van het convenant;", "Besluiten:"],
        ),
        (Wijzigingsregel(door="de burgemeesters"), ["De burgemeesters,", "Besluiten:"]),
        (Wijzigingsregel(door="het bestuur"), ["Het bestuur,", "Besluit:"]),
        (None, ["[wie over een wijziging beslist],", "Besluit:"]),
    ],
)
def test_who_decides_and_on_what_ground(
    instellingen: Instellingen, regel: Wijzigingsregel | None, verwacht: list[str]
) -> None:
    """As `regels.wijziging` says; without it there is no ground, and who decides is left open."""
    regels = replace(instellingen.regels, wijziging=regel)
    assert list(aanhef(replace(instellingen, regels=regels))) == verwacht


def test_who_decides_stays_open_above_and_below(instellingen: Instellingen) -> None:
    """Where one signs it is an invulveld as well, that nobody adopts unseen."""
    dossier, _ = Dossierlezer(HOLLANDS_MIDDEN).dossier
    assert dossier is not None
    leeg = Convenant((), "proef")
    open_ = replace(instellingen, regels=replace(instellingen.regels, wijziging=None))
    besluit = maak_wijzigingsbesluit(
        (),
        leeg,
        Kant("nieuw", dossier, leeg),
        date(2027, 1, 1),
        instellingen=open_,
        citeertitel="",
        ingangsdatum=None,
    )
    (slot,) = (block for block in besluit.blocks if isinstance(block, SignatureBlock))
    assert slot.lines == ("Namens [wie over een wijziging beslist]",)


def test_which_numbers_are_meant() -> None:
    """Only where titled parts get other numbers, and something else is said too."""
    een, nummers = Zin("Artikel 1 vervalt."), Zin("Vernummerd.", hernummert=True)
    assert over_nummers([een]) == over_nummers([nummers]) == ""
    assert "voor onderdeel B de oude, daarna de nieuwe" in over_nummers([een, nummers, een])
    assert "voor de onderdelen A en C" in over_nummers([nummers, een, nummers])
