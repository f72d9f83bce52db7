"""How things stand: what the year of test_jaar does not tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.dossier.lezen import Dossierlezer
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
