"""Accession as a fold over gebeurtenissen, and the first dates of a newcomer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.regels import regels

from convenantwerk.controles.feiten import als_besluit
from convenantwerk.dossier.bureau import Ondertekenregels
from convenantwerk.dossier.dossier import Instellingen, Registers
from convenantwerk.dossier.gebeurtenissen import VERKLARING, Gebeurtenis
from convenantwerk.dossier.gebeurtenissen.soorten import SOORTEN
from convenantwerk.dossier.regels import Regels, Toetredingsregel
from convenantwerk.dossier.registers import Besluit, Ondertekenaar, Partner
from convenantwerk.dossier.toetreding import Instemming
from convenantwerk.tekenen.toetreding import eerste_data, ontbreekt, volgend_nummer
from convenantwerk.tijd.opzegtermijn import einddatum, laatste_dag, vertrekdagen
from convenantwerk.tijd.toetreding import (
    STAPPEN,
    bevoegde,
    toetredingsstand,
    toetredingsstanden,
    voorzitter_op,
)

ZORG = Partner("zorg", "Zorg", "ketenpartner")
DAG = timedelta(days=1)
BEGIN = date(2026, 3, 2)


def gebeurtenis(dagen: int, soort: str, **meer: Any) -> Gebeurtenis:
    """Something that happened to the newcomer, so many days after the request."""
    velden: Any = {"datum": BEGIN + dagen * DAG, "partner": "zorg", **meer}
    return SOORTEN[soort](**{naam: value for naam, value in velden.items() if value is not None})


STUK: Any = {"sha256": "a", "versie": "v", "delen": ("deel-1",)}
VERHAAL = (
    gebeurtenis(0, "verzoek-toetreding", ingangsdatum=date(2026, 6, 1)),
    gebeurtenis(10, "instemming", besluit="sg"),
    gebeurtenis(11, "aanbieding", ondertekenaar="zorg", stuk=VERKLARING, **STUK),
    gebeurtenis(20, "ondertekening", ondertekenaar="zorg", delen=("deel-1",), versie="v"),
    gebeurtenis(25, "tegentekening", ondertekenaar="stad", versie="v"),
    gebeurtenis(30, "toetreding", besluit="sg", nummer=3),
)


def registers(*gebeurtenissen: Gebeurtenis, **tekenaar: Any) -> Registers:
    """Registers with a newcomer, a voorzitter, and what happened."""
    return Registers(
        "d",
        Instellingen(
            *("T", "S", "C", "E", ("deel-1",)),
            ondertekening=Ondertekenregels(voorzitters=("oud", "stad")),
            regels=Regels(toetreding=Toetredingsregel(instemming="stuurgroep")),
        ),
        partners=(ZORG, Partner("stad", "Gemeente Stad", "ketenpartner")),
        ondertekenaars=(
            Ondertekenaar("zorg", "zorg", "Zorg", "bestuurder", "", "V. Voorbeeld", **tekenaar),
            Ondertekenaar("oud", "stad", "Stad", "burgemeester", "", "O. Oud", tot=BEGIN),
            Ondertekenaar("stad", "stad", "Stad", "burgemeester", "", "B. Burgemeester"),
        ),
        gebeurtenissen=gebeurtenissen,
    )


@pytest.mark.parametrize("aantal", range(7))
def test_each_gebeurtenis_brings_its_stage(aantal: int) -> None:
    """The two signatures together are one stage; after the last nothing comes."""
    stand = toetredingsstand(registers(*VERHAAL[:aantal]), ZORG, date(2026, 12, 31))
    volgende = (*STAPPEN[:3], "ondertekend", "ondertekend", "aangehecht", None)[aantal]
    assert stand.volgende == volgende
    done = [stap for stap in STAPPEN if stand.gedaan(stap)]
    assert done == list(STAPPEN[: STAPPEN.index(volgende)] if volgende else STAPPEN)


@pytest.mark.parametrize("dagen", [0, 15, 20, 26, 400])
def test_all_accessions_are_each_of_them(dagen: int) -> None:
    """Asked of all partners at once, on any day, each stands where it stands by itself."""
    ended = gebeurtenis(18, "mandaat-einde", partner=None, ondertekenaar="stad")
    known = registers(*VERHAAL, ended, tot=BEGIN + 300 * DAG)
    op = BEGIN + dagen * DAG
    assert [*toetredingsstanden(known, op)] == [
        toetredingsstand(known, partner, op) for partner in known.partners
    ]


def test_what_comes_later_does_not_count_yet() -> None:
    """Seen from a day in between."""
    stand = toetredingsstand(registers(*VERHAAL), ZORG, BEGIN + 15 * DAG)
    assert stand.volgende == "ondertekend"


def test_a_new_declaration_makes_the_signatures_under_the_old_one_void() -> None:
    """What was signed before was another paper."""
    again = gebeurtenis(27, "aanbieding", ondertekenaar="zorg", stuk=VERKLARING, **STUK)
    stand = toetredingsstand(registers(*VERHAAL[:5], again), ZORG, date(2026, 12, 31))
    assert (stand.volgende, stand.kan_opnieuw) == ("ondertekend", True)


def test_who_comes_back_begins_anew() -> None:
    """A second request: the stages of the first time are over."""
    again = gebeurtenis(900, "verzoek-toetreding")
    stand = toetredingsstand(registers(*VERHAAL, again), ZORG, date(2030, 1, 1))
    assert stand.volgende == "instemming"


def test_a_signature_without_authority_is_none() -> None:
    """The mandate had ended the day before."""
    ended = registers(*VERHAAL, tot=BEGIN + 19 * DAG)
    assert toetredingsstand(ended, ZORG, date(2026, 12, 31)).getekend is None


def test_a_declaration_in_the_name_of_who_may_not_sign_any_more_is_made_anew() -> None:
    """As a sheet is; what was signed in time stays, and so does that it was offered."""
    known = registers(*VERHAAL[:3], tot=BEGIN + 15 * DAG)
    before, after = (toetredingsstand(known, ZORG, BEGIN + n * DAG) for n in (15, 16))
    assert (before.volgende, after.volgende) == ("ondertekend", "verklaring")
    assert after.aanbieding == before.aanbieding
    signed = registers(*VERHAAL[:4], tot=BEGIN + 20 * DAG)
    assert toetredingsstand(signed, ZORG, BEGIN + 30 * DAG).volgende == "ondertekend"


def test_a_declaration_that_was_refused_says_so() -> None:
    """Until it is offered anew, or signed after all."""
    nee = gebeurtenis(15, "weigering", versie="v")
    known = registers(*VERHAAL[:3], nee)
    stand = toetredingsstand(known, ZORG, BEGIN + 16 * DAG)
    assert stand.weigering == nee
    assert "geweigerd op 17 maart 2026" in ontbreekt(stand, known, "v", BEGIN + 16 * DAG)[0]
    again = gebeurtenis(15, "aanbieding", ondertekenaar="zorg", stuk=VERKLARING, **STUK)
    for later in (again, VERHAAL[3]):
        known = registers(*VERHAAL[:3], nee, later)
        assert toetredingsstand(known, ZORG, date(2026, 12, 31)).weigering is None


def test_a_declaration_needs_all_that_it_states() -> None:
    """Each missing fact is named; with all of them nothing is."""
    stand = toetredingsstand(registers(*VERHAAL[:2]), ZORG, BEGIN + 11 * DAG)
    missing = ontbreekt(stand, registers(*VERHAAL[:2]), "", BEGIN + 11 * DAG)
    assert len(missing) == 7
    assert "een vastgestelde versie om bij toe te treden" in missing


def test_the_voorzitter_is_the_first_who_may_sign_that_day() -> None:
    """On the last day of the old one, and the day after."""
    known = registers()
    for dag, naam in ((BEGIN, "O. Oud"), (BEGIN + DAG, "B. Burgemeester")):
        found = voorzitter_op(known, dag)
        assert found is not None
        assert found.naam == naam
    assert bevoegde(known, "niemand", BEGIN) is None


def test_numbers_go_on_from_the_highest() -> None:
    """Also when a number in between is free."""
    assert volgend_nummer(registers()) == 1
    assert volgend_nummer(registers(*VERHAAL)) == 4


def test_one_besluit_for_all_about_whom_it_is() -> None:
    """By its day and reference; another of the same day gets another sleutel."""
    known = registers()
    first, new = als_besluit(Instemming(BEGIN, "SG-1"), known)
    assert (first.sleutel, new) == ("stuurgroep-2026-03-02", True)
    kept = replace(known, besluiten=(Besluit(first.sleutel, BEGIN, "x", kenmerk="SG-1"),))
    assert als_besluit(Instemming(BEGIN, "SG-1"), kept)[1] is False
    assert als_besluit(Instemming(BEGIN, "SG-2"), kept)[0].sleutel == "stuurgroep-2026-03-02-2"


@given(
    st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    st.sampled_from(["kalenderjaar", "einde-termijn"]),
    st.sampled_from(["veilig", "ruim"]),
)
def test_the_first_way_out_can_still_be_taken(begin: date, per: Any, grensgeval: Any) -> None:
    """A notice on its last safe day works by then; one year earlier it was too late already."""
    rules = regels(per=per, grensgeval=grensgeval)
    verlenging, vertrek, opzegdag = eerste_data(begin, rules)
    assert verlenging is not None
    assert vertrek is not None
    assert opzegdag is not None
    assert begin < verlenging
    assert opzegdag.datum >= begin
    einde = einddatum(opzegdag.datum, rules)
    assert einde is not None
    assert einde.datum <= vertrek
    for eerder in vertrekdagen(begin, vertrek - timedelta(days=1), rules):
        laatste = laatste_dag(eerder, rules)
        assert laatste is not None
        assert laatste.datum < begin


def test_without_rules_nothing_follows_for_who_joins() -> None:
    """No default speaks."""
    assert eerste_data(BEGIN, Regels()) == (None, None, None)
