"""A partner is found by each of its names, and never taken for another."""

from pathlib import Path

import pytest
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.dossier import Instellingen, Registers
from convenantwerk.dossier.partnerkeuze import bedoelde_partner, bekende_partner, zoek_partner
from convenantwerk.dossier.registers import Partner

LANG = "Stichting Samenwerkingsverbandsorganisatieontwikkelaars Oost"
PARTNERS = (
    Partner("gemeente-gouda", "Gemeente Gouda", "ketenpartner", kort="Gouda stad"),
    Partner("mozaiek", "Mozaïek Wonen", "flexibele schil", ook_bekend_als=("St. Mozaïek",)),
    Partner("politie", "Nationale Politie", "ketenpartner", ook_bekend_als=("Politie Eenheid A",)),
    Partner("politie-b", "Politie Eenheid B", "ketenpartner"),
    Partner("dubbel-1", "Jeugdzorg", "ketenpartner"),
    Partner("dubbel-2", "Stichting Jeugd", "ketenpartner", kort="JEUGDZORG"),
    Partner("lang", LANG, "incidenteel"),
)
REGISTERS = Registers(
    naam="proef",
    instellingen=Instellingen(
        titel="x", samenwerkingsverband="x", citeertitel="x", editie="x", delen=()
    ),
    partners=PARTNERS,
)


@pytest.mark.parametrize(
    ("asked", "sleutel"),
    [
        *(("gemeente-gouda", "gemeente-gouda"), ("Gemeente Gouda", "gemeente-gouda")),
        *(("GEMEENTE  GOUDA", "gemeente-gouda"), ("gemeente gouda", "gemeente-gouda")),
        *(("Gouda stad", "gemeente-gouda"), ("Gemeente-Gouda", "gemeente-gouda")),
        *(
            ("Mozaiek Wonen", "mozaiek"),
            ("mozai\u0308ek wonen", "mozaiek"),
            ("St Mozaiek", "mozaiek"),
        ),
        *(("politie", "politie"), ("Politie", "politie"), ("politie eenheid a", "politie")),
        *(("dubbel-2", "dubbel-2"), (LANG, "lang"), (LANG.upper(), "lang")),
    ],
)
def test_each_name_finds_its_partner(asked: str, sleutel: str) -> None:
    """In capitals or not, with accents and points or without; its sleutel goes first."""
    assert zoek_partner(Path("x"), REGISTERS, asked).sleutel == sleutel


@pytest.mark.parametrize(
    ("asked", "tip"),
    [
        ("Gouda", "bedoelt u 'gemeente-gouda' (Gemeente Gouda)?"),
        ("Wonen", "bedoelt u 'mozaiek' (Mozaïek Wonen)?"),
        (
            "Eenheid",
            "bedoelt u 'politie' (Nationale Politie) of 'politie-b' (Politie Eenheid B)?",
        ),
        ("gemente gouda", "bedoelt u 'gemeente-gouda' (Gemeente Gouda)?"),
        ("Nationale Polite", "bedoelt u 'politie' (Nationale Politie)?"),
        ("Waterschap", ""),
        ("", ""),
        ("...", ""),
        ("x" * 10_000, ""),
    ],
)
def test_who_is_not_found_may_be_meant(asked: str, tip: str) -> None:
    """A part of a name is not enough, but the tip says whose it is."""
    assert bekende_partner(Path("x"), REGISTERS, asked) is None
    assert bedoelde_partner(REGISTERS, asked) == tip


def test_a_name_of_two_partners_is_nobodys() -> None:
    """CV922, with the sleutels to choose from."""
    with pytest.raises(ConvenantwerkError) as raised:
        zoek_partner(Path("x"), REGISTERS, "jeugdzorg")
    (found,) = raised.value.diagnostics
    assert found.code == "CV922"
    assert "'dubbel-1' (Jeugdzorg) en 'dubbel-2' (Stichting Jeugd)" in found.melding
    assert found.tip == "noem de sleutel: dubbel-1 of dubbel-2"


NIEUW = ("--tekenaar", "A. Voorbeeld", "--functie", "bestuurder", "--ja")


@pytest.mark.parametrize("naam", ["Gouda", "gouda", "GOUDA", "Mozaiek", "Holland Rijnland"])
@pytest.mark.parametrize("stap", [(), ("verzoek", *NIEUW)])
def test_no_accession_begins_for_who_is_a_partner(naam: str, stap: tuple[str, ...]) -> None:
    """CV921, as wrong usage, with the command for that partner."""
    done = convenant("toetreding", naam, *stap, cwd=HOLLANDS_MIDDEN)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"CV921: '{naam}' lijkt een partner die er al is: '" in done.stderr
    assert "tip: is het deze: 'convenant toetreding " in done.stderr


@pytest.mark.parametrize("naam", ["gemeente gouda", "GEMEENTE-GOUDA", "Mozaiek Wonen"])
def test_a_partner_by_another_name_is_told_that_it_takes_part(naam: str) -> None:
    """As by its sleutel."""
    done = convenant("toetreding", naam, "verzoek", *NIEUW, cwd=HOLLANDS_MIDDEN)
    assert done.returncode == 1
    assert "deze partner neemt al deel" in done.stderr


def test_the_tip_for_a_newcomer_can_be_pasted() -> None:
    """Whatever stands in the name."""
    for naam, woord in (
        ("Nieuwe Organisatie", '"Nieuwe Organisatie"'),
        ('De "Nieuwe" $Club', "'De \"Nieuwe\" $Club'"),
        ("Waterschap", "Waterschap"),
    ):
        done = convenant("toetreding", naam, cwd=HOLLANDS_MIDDEN)
        assert f"convenant toetreding {woord} verzoek'" in done.stderr
