"""The controles of frozen versions; what breaks a seal is in tests/versies/test_kiezen.py."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from convenantwerk.basis.diagnostics import Diagnostic
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vaststelling
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.dossier.versie import Versie, Versiegegevens

OP = date(2026, 11, 24)


def found(klein: Path, *names: str) -> list[Diagnostic]:
    """What is said of a vaststelling of version 2018-06-81, when versions of these names exist."""
    registers, _ = Dossierlezer(klein).registers
    assert registers is not None
    event = Vaststelling(datum=OP, versie="2018-06-81")
    versies = tuple(
        Versie(Versiegegevens(naam, "Besluit", OP, naam, (), ""), naam, gaaf=True) for naam in names
    )
    onderzoek = Onderzoek(
        op=OP, registers=replace(registers, gebeurtenissen=(event,)), versies=versies
    )
    return bevindingen(onderzoek, "versienamen")


def test_a_version_that_was_signed_is_there(klein: Path) -> None:
    """CV212 with the nearest; a dossier that froze nothing yet may name what it likes."""
    only, *without = found(klein, "2017", "2018-06-18")
    assert [f.code for f in without] == ["CV219", "CV219"]
    assert (only.code, only.tip) == ("CV212", "bedoelt u '2018-06-18'?")
    assert found(klein) == []
    assert found(klein, "2018-06-81") == []
