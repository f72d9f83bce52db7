"""The controles of the rules: what is missing, cannot be carried out, or names no article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.programma import convenant
from tests.regels import ONBEPAALD, STIL, regels

from convenantwerk.basis.periode import Periode
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.regels import CONTROLES
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.dossier.regels import Inwerkingregel, Looptijd, Opzegregel, Regels
from convenantwerk.dossier.tekenregels import Meldregel, Tekendeel, Tekenregel

if TYPE_CHECKING:
    from pathlib import Path

INSTELLINGEN = "convenant/convenant.yaml"
VERLEDEN = Looptijd(soort="bepaalde tijd", vanaf=date(2027, 1, 1), tot=date(2026, 1, 1))


def gevonden(klein: Path, rules: Regels) -> list[tuple[str, str]]:
    """Return what is found in a dossier with these rules."""
    registers, _ = Dossierlezer(klein).registers
    assert registers is not None
    instellingen = replace(registers.instellingen, regels=rules)
    onderzoek = Onderzoek(registers=replace(registers, instellingen=instellingen))
    found = (d for controle in CONTROLES for d in controle.functie(onderzoek))
    return [(d.code, d.melding) for d in found]


def test_rules_that_are_missing_are_named_at_once(klein: Path) -> None:
    """One finding, at the place of the rules or of the file."""
    path = klein / INSTELLINGEN
    path.write_text(path.read_text("utf-8").partition("regels:\n")[0], encoding="utf-8")
    (line,) = (d for d in convenant("controleer", cwd=klein).stdout.splitlines() if "CV230" in d)
    assert f"{INSTELLINGEN}:" in line
    assert "looptijd, opzegging, toetreding, inwerking, wijziging, geheimhouding" in line


def test_a_rule_of_which_the_convenant_says_nothing_is_not_missing(klein: Path) -> None:
    """The dossier says so itself, and keeps being asked for the others."""
    rules = replace(regels(), zwijgt_over=("vergaderingen", "geheimhouding"))
    (melding,) = (m for code, m in gevonden(klein, rules) if code == "CV230")
    assert "toetreding, inwerking, wijziging" in melding
    assert "vergaderingen" not in melding
    assert "geheimhouding" not in melding


def test_a_rule_that_is_stated_is_not_silent(klein: Path) -> None:
    """One of the two is a slip, and nobody can tell which."""
    rules = replace(regels(), zwijgt_over=("looptijd",))
    assert [m for code, m in gevonden(klein, rules) if code == "CV231"] == [
        "de regel 'looptijd' is niet uit te voeren: zij staat ook onder 'zwijgt_over'"
    ]


def test_a_deel_that_is_signed_is_there_and_one_for_meldingen_is_signed(klein: Path) -> None:
    """A slip in the name of a deel would mean that nobody is asked to sign it."""
    rules = replace(
        regels(),
        tekenen=Tekenregel(delen=(Tekendeel(deel="deel-9", door=("ketenpartner",)),)),
        melding=Meldregel(deel="deel-1"),
    )
    assert [m for code, m in gevonden(klein, rules) if code == "CV231"] == [
        "de regel 'tekenen' is niet uit te voeren: 'deel-9' is geen deel; "
        "kies uit: deel-1, deel-2, landelijk-privacyprotocol",
        "de regel 'melding' is niet uit te voeren: "
        "volgens de regel 'tekenen' tekent niemand 'deel-1'",
    ]
    rules = replace(regels(), melding=Meldregel(deel="deel-8"))
    (melding,) = (m for code, m in gevonden(klein, rules) if code == "CV231")
    assert "'deel-8' is geen deel" in melding


def test_what_is_missing_within_the_rule_of_notice_is_named(klein: Path) -> None:
    """Notice without its period, moment, form or to whom is no whole rule."""
    rules = replace(regels(), opzegging=Opzegregel(artikel="artikel 3"))
    (melding,) = (m for code, m in gevonden(klein, rules) if code == "CV230")
    assert "opzegging.opzegtermijn, opzegging.per, opzegging.vorm, opzegging.aan" in melding


@pytest.mark.parametrize(
    ("rules", "reden"),
    [
        (regels(looptijd=Looptijd(soort="bepaalde tijd")), "hoort 'tot'"),
        (regels(looptijd=VERLEDEN), "'tot' ligt voor 'vanaf'"),
        (regels(looptijd=replace(STIL, tot=date(2027, 1, 1))), "niet bij 'stilzwijgend verlengd'"),
        (regels(looptijd=replace(STIL, verlenging=None)), "noem bij 'verlenging'"),
        (regels(looptijd=replace(STIL, verlenging=Periode(weken=6))), "hele maanden of jaren"),
        (regels(looptijd=replace(STIL, verlenging=Periode(jaren=2))), "noem bij 'vanaf'"),
        (regels(looptijd=replace(STIL, verjaardag=None)), "noem bij 'verjaardag'"),
        (regels(per="verjaardag", looptijd=ONBEPAALD), "'per: verjaardag'"),
        (regels(per="looptijd", looptijd=ONBEPAALD), "'per: looptijd'"),
        (regels(inwerking=Inwerkingregel(bij="aantal")), "hoeveel partners"),
        (regels(inwerking=Inwerkingregel(bij="allen", aantal=3)), "'bij: aantal'"),
    ],
)
def test_a_rule_that_cannot_be_carried_out_is_a_fout(
    klein: Path, rules: Regels, reden: str
) -> None:
    """CV231 says what is missing or too much."""
    (melding,) = (m for code, m in gevonden(klein, rules) if code == "CV231")
    assert reden in melding


def test_a_rule_without_its_article_is_told(klein: Path) -> None:
    """CV232, for each; a letter then names none."""
    rules = regels(looptijd=replace(STIL, artikel=""), inwerking=Inwerkingregel(bij="allen"))
    assert [m for code, m in gevonden(klein, rules) if code == "CV232"] == [
        "de regel 'looptijd' noemt geen artikel",
        "de regel 'inwerking' noemt geen artikel",
    ]


def test_the_dossiers_of_the_tests_state_their_rules(klein: Path) -> None:
    """Whole, and each with its article."""
    registers, _ = Dossierlezer(klein).registers
    assert registers is not None
    assert gevonden(klein, registers.instellingen.regels) == []
