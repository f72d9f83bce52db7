"""Other values in a row of a register: read back, and nothing else was touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.voorbeelden import HOLLANDS_MIDDEN, KLEIN

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.bijschrijven import bijgewerkt, schrijf_bij
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.dossier.registers import Bijschrijving, Partner, Registerrijen
from convenantwerk.dossier.registertabel import ONDERTEKENAARS, PARTNERS, Register
from convenantwerk.dossier.samen import vingerafdruk
from convenantwerk.dossier.wijzigen import gelezen, gewijzigd

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("dossier", [KLEIN, HOLLANDS_MIDDEN], ids=["klein", "hollands-midden"])
@pytest.mark.parametrize("register", [PARTNERS, ONDERTEKENAARS], ids=lambda r: r.naam)
def test_every_row_of_a_dossier_can_change(dossier: Path, register: Register) -> None:
    """Every one of them, in its own lines; the others and the comments stay byte for byte."""
    text = (dossier / register.pad).read_text("utf-8")
    for rij in gelezen(text, register, "x"):
        other = (
            replace(rij, naam=f"{rij.naam}: # 'nieuw'", adres=("Kade 1",), email="a@b.example")
            if isinstance(rij, Partner)
            else replace(rij, naam=f"{rij.naam}: # 'nieuw'", tot=date(2029, 12, 31))
        )
        after = gewijzigd(text, register, [other], "x")
        found = {r.sleutel: r for r in gelezen(after, register, "x")}
        assert found[rij.sleutel] == other
        gone = set(text.splitlines()) - set(after.splitlines())
        assert len(gone) <= 3
        # And back again: what was not there goes, and what there was is what there was.
        assert gelezen(gewijzigd(after, register, [rij], "x"), register, "x") == gelezen(
            text, register, "x"
        )


def test_new_rows_and_others_are_written_together(klein: Path) -> None:
    """What was worked out is what is read afterwards."""
    registers, _ = Dossierlezer(klein).registers
    assert registers is not None
    other = replace(registers.partners[1], email="politie@politie.example")
    new = Partner("nieuw", "Stichting Nieuw", "incidenteel")
    nieuw = Bijschrijving(partners=(new,), gewijzigd=Registerrijen(partners=(other,)))
    schrijf_bij(klein, nieuw, vingerafdruk(klein))
    after, found = Dossierlezer(klein).registers
    assert (after, found) == (bijgewerkt(registers, nieuw), ())


@pytest.mark.parametrize(
    ("text", "naam"),
    [
        (
            "partners:\n  - sleutel: een\n    naam: Een\n    soort: incidenteel\n"
            "    kort: e  # zo noemen wij haar\n",
            "een",
        ),
        (
            "partners:\n  - sleutel: een\n    naam: Een\n    soort: incidenteel\n"
            "    kort: e\n    kort: f\n",
            "'kort'",
        ),
    ],
)
def test_what_has_no_place_is_refused(text: str, naam: str) -> None:
    """With the row, or with what is wrong in the file (CV913)."""
    with pytest.raises(ConvenantwerkError) as caught:
        gewijzigd(text, PARTNERS, [Partner("een", "Een", "incidenteel")], "x.yaml")
    assert caught.value.code == "CV913"
    assert naam in caught.value.velden["reden"]
