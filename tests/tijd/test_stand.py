"""How things stand: what the year of test_jaar does not tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.dossier.regels import Regels
from convenantwerk.dossier.tekenregels import Meldregel, Tekendeel, Tekenregel
from convenantwerk.tijd.stand import stand

if TYPE_CHECKING:
    from pathlib import Path

REGISTER = """\
gebeurtenissen:
  - {datum: 2019-12-01, soort: ondertekening, partner: politie, ondertekenaar: politie, \
delen: [deel-1]}
  - {datum: 2020-01-01, soort: vaststelling, versie: x}
  - {datum: 2026-06-01, soort: mandaat-einde, ondertekenaar: politie}
"""


def test_a_mandate_holds_through_the_day_before_its_end(klein: Path) -> None:
    """The event names the first day without; the list names the last day with."""
    (klein / "convenant/registers/gebeurtenissen.yaml").write_text(REGISTER, encoding="utf-8")
    registers, found = Dossierlezer(klein).registers
    assert registers is not None
    assert found == ()
    for dag, geldig in ((date(2026, 6, 1), False), (date(2026, 5, 31), True)):
        mandaat = next(
            m for m in stand(registers, dag).mandaten if m.ondertekenaar.sleutel == "politie"
        )
        assert mandaat.geldig == geldig
        assert mandaat.tot == (date(2026, 5, 31) if not geldig else None)


def test_who_the_convenant_names_may_sign_before_it_is_adopted(klein: Path) -> None:
    """The signature counts from the first day of the participation."""
    (klein / "convenant/registers/gebeurtenissen.yaml").write_text(REGISTER, encoding="utf-8")
    registers, _ = Dossierlezer(klein).registers
    assert registers is not None
    politie = {
        dag: next(d for d in stand(registers, dag).deelnames if d.partner.sleutel == "politie")
        for dag in (date(2019, 12, 31), date(2020, 1, 1))
    }
    before, after = politie.values()
    assert (before.status, before.tekende("deel-1")) == ("nog niet", True)
    assert (after.status, after.sinds) == ("deelnemer", date(2020, 1, 1))


DELEN = ("deel-1", "deel-2")
TEKENEN = Tekenregel(
    delen=(
        Tekendeel(deel="deel-2", door=("flexibele schil", "ketenpartner")),
        Tekendeel(deel="protocol", door=("ketenpartner",)),
    )
)


def test_without_a_rule_every_partner_signs_all() -> None:
    """Nothing is claimed of who may leave out a deel; who comes now and then signs nothing."""
    assert Regels().tekent("ketenpartner", DELEN) == DELEN
    assert Regels().tekent("flexibele schil", DELEN) == DELEN
    assert Regels().tekent("incidenteel", DELEN) == ()


def test_a_rule_says_who_signs_what() -> None:
    """In its own order, and only what there is to sign."""
    rules = Regels(tekenen=TEKENEN)
    assert rules.tekent("ketenpartner", DELEN) == ("deel-2",)
    assert rules.tekent("ketenpartner", (*DELEN, "protocol")) == ("deel-2", "protocol")
    assert rules.tekent("incidenteel", DELEN) == ()


def test_nobody_is_told_to_do_a_melding_without_a_rule(klein: Path) -> None:
    """A dossier that knows no meldingen hears nothing of them; one that does counts who may."""
    (klein / "convenant/registers/gebeurtenissen.yaml").write_text(REGISTER, encoding="utf-8")
    registers, _ = Dossierlezer(klein).registers
    assert registers is not None
    dag = date(2026, 1, 1)
    assert stand(registers, dag).melders is None
    rules = replace(registers.instellingen.regels, melding=Meldregel(deel="deel-1"))
    instellingen = replace(registers.instellingen, regels=rules)
    assert stand(replace(registers, instellingen=instellingen), dag).melders == 1


def test_the_delen_that_are_signed_are_those_of_the_rule_or_all(klein: Path) -> None:
    """What comes before the delen is signed by nobody; what was signed is shown all the same."""
    (klein / "convenant/registers/gebeurtenissen.yaml").write_text(REGISTER, encoding="utf-8")
    registers, _ = Dossierlezer(klein).registers
    assert registers is not None
    dag = date(2026, 1, 1)
    assert stand(registers, dag).delen == ("deel-1", "deel-2")
    zonder = replace(registers.instellingen, regels=Regels())
    assert stand(replace(registers, instellingen=zonder), dag).delen == ("deel-1",)
    rules = replace(registers.instellingen.regels, tekenen=TEKENEN)
    instellingen = replace(registers.instellingen, regels=rules)
    other = replace(registers, instellingen=instellingen)
    assert stand(other, dag).delen == ("deel-2", "protocol", "deel-1")
