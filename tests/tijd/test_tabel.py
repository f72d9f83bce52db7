"""The table of kinds of uiterste datum: a rule yields its own kind, shown as its row says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.regels import regels

from convenantwerk.basis.periode import Periode
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.dossier.regels import Looptijd
from convenantwerk.tijd.termijnen.tabel import (
    DATUMSOORTEN,
    Datumsoort,
    soort_van,
    termijnen,
    vooruitblik,
)
from convenantwerk.tijd.uiterste_data import UitersteDatum, Vooruitblik

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
EVENTS = """gebeurtenissen:
  - {datum: 2020-01-01, soort: vaststelling, versie: x}
  - {datum: 2021-05-01, soort: opzegging, partner: politie, vorm: aangetekend}
  - {datum: 2021-06-01, soort: mandaat-einde, ondertekenaar: gemeente-voorbeeldstad}
  - {datum: 2026-11-01, soort: verzoek-toetreding, partner: verzonnen}
  - {datum: 2026-11-01, soort: verzoek-toetreding, partner: nieuw}
  - {datum: 2026-11-02, soort: instemming, partner: verzonnen, besluit: b}
  - {datum: 2026-11-02, soort: instemming, partner: nieuw, besluit: b}
  - {datum: 2026-11-03, soort: aanbieding, partner: gemeente-voorbeeldstad, ondertekenaar: opvolger,
     stuk: ondertekeningsblad, versie: x, delen: [deel-1], sha256: a, uiterlijk: 2026-12-01}
  - {datum: 2026-11-03, soort: aanbieding, partner: verzonnen, ondertekenaar: verzonnen,
     stuk: toetredingsverklaring, versie: x, delen: [deel-1], sha256: b, uiterlijk: 2026-12-01}
  - {datum: 2026-11-03, soort: aanbieding, partner: nieuw, ondertekenaar: nieuw,
     stuk: toetredingsverklaring, versie: x, delen: [deel-1], sha256: c, uiterlijk: 2026-12-01}
  - {datum: 2026-11-09, soort: ondertekening, partner: nieuw, ondertekenaar: nieuw, versie: x,
     delen: [deel-1]}
  - {datum: 2026-12-15, soort: vergadering}
"""
PARTNER = "  - {sleutel: nieuw, naam: Stichting Nieuw, soort: ketenpartner}\n"
TEKENT = (
    "  - {sleutel: %s, partner: %s, organisatie: %s, functie: F, titel: Mw., naam: N, "
    "tot: 2029-01-01}\n"
)


@pytest.fixture
def blik(klein: Path) -> Vooruitblik:
    """Return a dossier in which a date of every kind falls due, as looked at on a day."""
    folder = klein / "convenant/registers"
    (folder / "gebeurtenissen.yaml").write_text(EVENTS, encoding="utf-8")
    for naam, rows in (
        ("partners", PARTNER),
        (
            "ondertekenaars",
            TEKENT % ("opvolger", "gemeente-voorbeeldstad", "Gemeente Voorbeeldstad")
            + TEKENT % ("verzonnen", "verzonnen", "Stichting Verzonnen")
            + TEKENT % ("nieuw", "nieuw", "Stichting Nieuw"),
        ),
    ):
        path = folder / f"{naam}.yaml"
        path.write_text(path.read_text("utf-8") + rows, encoding="utf-8")
    registers, found = Dossierlezer(klein).registers
    assert registers is not None
    assert found == ()
    return vooruitblik(registers, OP, date(2028, 1, 1))


def met_een_einde(blik: Vooruitblik) -> Vooruitblik:
    """Return the same dossier, of a convenant that ends."""
    tot = Looptijd(soort="bepaalde tijd", tot=date(2027, 12, 31), artikel="artikel 9.1")
    registers = blik.registers
    instellingen = registers.instellingen
    rules = replace(instellingen.regels, looptijd=tot)
    return replace(
        blik, registers=replace(registers, instellingen=replace(instellingen, regels=rules))
    )


@pytest.mark.parametrize("soort", DATUMSOORTEN, ids=lambda soort: soort.naam)
def test_a_rule_yields_dates_of_its_own_kind_only(soort: Datumsoort, blik: Vooruitblik) -> None:
    """By that name the row is found again: in a calendar, in the picture, for a partner."""
    data = [*soort.regel(blik), *soort.regel(met_een_einde(blik))]
    assert data
    assert {soort_van(datum) for datum in data} == {soort}


@pytest.mark.parametrize("soort", DATUMSOORTEN, ids=lambda soort: soort.naam)
def test_what_concerns_one_partner_names_it(soort: Datumsoort, blik: Vooruitblik) -> None:
    """And stands in no calendar of another; what concerns all stands in that of each."""
    for datum in soort.regel(blik):
        assert bool(datum.partner) == (soort.voor == "betrokken partner")
        assert soort.is_voor(datum, datum.partner or "politie") == (soort.voor != "bureau")
        assert soort.is_voor(datum, "ander") == (soort.voor == "elke partner")


def test_a_short_name_is_that_of_the_row_or_of_the_date() -> None:
    """A paper is called by its own name; where a row has none, the title stands."""
    dag = date(2027, 1, 1)
    stuk = UitersteDatum("s", "stuk", dag, "Jaarplan 2027 vast te stellen door de Stuurgroep", ())
    opzegdag = UitersteDatum("o", "opzegdag", dag, "Laatste veilige dag voor opzegging", ())
    mandaat = UitersteDatum("m", "mandaat", dag, "Bevoegdheid eindigt", ())
    assert [soort_van(d).korte_naam(d) for d in (stuk, opzegdag, mandaat)] == [
        "jaarplan 2027",
        "laatste opzegdag",
        "Bevoegdheid eindigt",
    ]


def test_each_date_of_a_term_shorter_than_a_year_has_its_own_name(blik: Vooruitblik) -> None:
    """Four times a year one can leave; an agenda must tell the four apart."""
    kwartaal = regels(
        looptijd=Looptijd(
            soort="stilzwijgend verlengd", verlenging=Periode(maanden=3), vanaf=date(2020, 1, 1)
        ),
        per="looptijd",
        opzegtermijn=Periode(maanden=1),
        beslismoment=Periode(maanden=1),
    )
    instellingen = replace(blik.registers.instellingen, regels=kwartaal)
    registers = replace(blik.registers, instellingen=instellingen)
    namen = [d.sleutel for d in termijnen(registers, OP, date(2028, 1, 1))]
    assert len(namen) == len(set(namen))
    assert {"opzegdag-2027-01-01", "opzegdag-2027-04-01"} <= set(namen)
