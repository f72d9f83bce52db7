"""What is asked of the registers takes steps in proportion to them: no partner looks at all others.

Steps are calls of functions, which are the same on every machine; seconds are not.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.regels import regels

from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.dossier import Instellingen, Registers
from convenantwerk.dossier.gebeurtenissen import BLAD, VERKLARING
from convenantwerk.dossier.gebeurtenissen.soorten import SOORTEN
from convenantwerk.dossier.registers import Besluit, Ondertekenaar, Partner
from convenantwerk.tijd.stand import stand
from convenantwerk.tijd.tekenplaatsen import tekenplaatsen
from convenantwerk.tijd.termijnen.tabel import termijnen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis

OP = date(2026, 11, 24)
BEGIN = date(2026, 1, 5)
VERSIE: Any = {"versie": "v", "delen": ("deel-1",)}
VRAGEN: dict[str, Callable[[Registers], object]] = {
    "stand": lambda r: stand(r, OP),
    "termijnen": lambda r: termijnen(r, OP, date(2028, 1, 1)),
    "tekenplaatsen": lambda r: tekenplaatsen(r, "v", BEGIN, ("deel-1",), OP),
    "controles": lambda r: bevindingen(Onderzoek(op=OP, registers=r), "registers"),
}


def _van_partner(n: int) -> Iterator[Gebeurtenis]:
    """Yield what happens to a partner: of six, one of each kind of story."""
    naam = f"partner-{n}"
    tekent: Any = {"partner": naam, "ondertekenaar": naam, **VERSIE}
    soorten: tuple[tuple[int, str, dict[str, Any]], ...] = (
        (1, "verzoek-toetreding", {"partner": naam}),
        (2, "instemming", {"partner": naam, "besluit": "b"}),
        (3, "aanbieding", {**tekent, "stuk": VERKLARING, "sha256": "a"}),
        (4, "ondertekening", tekent),
        (5, "toetreding", {"partner": naam, "besluit": "b"}),
        (6, "aanbieding", {**tekent, "stuk": BLAD, "sha256": "b"}),
        (7, "opzegging", {"partner": naam, "vorm": "aangetekend"}),
        (8, "mandaat-einde", {"ondertekenaar": naam}),
    )
    for dag, soort, velden in soorten[n % 2 * 5 :] if n % 3 else soorten[:4]:
        yield SOORTEN[soort](datum=BEGIN + timedelta(days=dag), **velden)


def _registers(aantal: int) -> Registers:
    """Return registers with so many partners, each with one or two who sign for it."""
    namen = [f"partner-{n}" for n in range(aantal)]
    tekenaars = [(naam, naam) for naam in namen] + [(naam, f"{naam}-2") for naam in namen[::4]]
    eerste = SOORTEN["vaststelling"](datum=BEGIN, versie="v", besluit="b")  # type: ignore[call-arg]
    alles = [g for n in range(aantal) for g in _van_partner(n)]
    return Registers(
        "d",
        Instellingen(*("T", "S", "C", "E", ("deel-1",)), regels=regels()),
        partners=tuple(Partner(naam, naam, "ketenpartner") for naam in namen),
        ondertekenaars=tuple(
            Ondertekenaar(sleutel, naam, naam, "bestuurder", "", "V. Voorbeeld")
            for naam, sleutel in tekenaars
        ),
        besluiten=(Besluit("b", BEGIN, "Besluit"),),
        gebeurtenissen=(eerste, *sorted(alles, key=lambda g: g.datum)),
    )


def _stappen(vraag: Callable[[Registers], object], aantal: int) -> int:
    """Return how many calls, and turns of generators, an answer about so many partners takes."""
    registers = _registers(aantal)
    vraag(registers)  # what is worked out once in a process is worked out by now
    steps = 0

    def tel(_: object, event: str, __: object) -> None:
        nonlocal steps
        steps += event == "call"

    before = sys.getprofile()
    sys.setprofile(tel)
    try:
        vraag(registers)
    finally:
        sys.setprofile(before)
    return steps


@pytest.mark.parametrize("naam", VRAGEN)
def test_twice_as_many_partners_take_twice_the_steps(naam: str) -> None:
    """From 30 to 60 partners takes as many steps more as from 60 to 90."""
    few, more, most = (_stappen(VRAGEN[naam], aantal) for aantal in (30, 60, 90))
    assert few < more
    assert most - more <= 1.02 * (more - few)
