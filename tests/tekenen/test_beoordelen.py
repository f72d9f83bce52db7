"""What a signed paper is worth: every reason to refuse one, and what it gives when it is good."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from convenantwerk.dossier.bijschrijven import bijgewerkt
from convenantwerk.dossier.bureau import Ondertekenregels
from convenantwerk.dossier.dossier import Instellingen, Registers
from convenantwerk.dossier.gebeurtenissen import BLAD, VERKLARING
from convenantwerk.dossier.gebeurtenissen.correctie import Correctie, aanduiding
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Mandaateinde
from convenantwerk.dossier.registers import Bijschrijving, Ondertekenaar, Partner
from convenantwerk.dossier.versie import Versiegegevens
from convenantwerk.papier.identiteit import Identiteit
from convenantwerk.tekenen.beoordelen import beoordeel
from convenantwerk.tekenen.ondertekening import GetekendePdf, Tekenbewijs

OP = date(2026, 12, 1)
AANGEBODEN = date(2026, 11, 24)
VERSIE = Versiegegevens("2027", "besluit", date(2026, 11, 1), "1 november 2026", (), "f" * 64)


def tekenaar(sleutel: str, naam: str, **meer: Any) -> Ondertekenaar:
    """Someone who signs for the partner of the same name."""
    return Ondertekenaar(sleutel, sleutel, "Organisatie", "bestuurder", "Mw.", naam, **meer)


def aanbieding(stuk: Any = BLAD, **meer: Any) -> Aanbieding:
    """What was offered to the partner 'zorg'."""
    return Aanbieding(
        datum=AANGEBODEN,
        partner="zorg",
        ondertekenaar="zorg",
        delen=("deel-1",),
        versie="2027",
        stuk=stuk,
        sha256="aangeboden",
        **meer,
    )


REGISTERS = Registers(
    "d",
    Instellingen(
        *("T", "Huis", "C", "E", ("deel-1",)),
        ondertekening=Ondertekenregels(voorzitters=("stad",)),
    ),
    partners=(Partner("zorg", "Zorg", "ketenpartner"), Partner("stad", "Stad", "ketenpartner")),
    ondertekenaars=(tekenaar("zorg", "V. Voorbeeld"), tekenaar("stad", "B. Burgemeester")),
    gebeurtenissen=(aanbieding(),),
)
BEWIJS = Tekenbewijs(
    "ondertekening-zorg", "V. Voorbeeld", datetime(2026, 11, 30, 12, tzinfo=UTC), tijdstempel=False
)
PDF = GetekendePdf(
    ("aangeboden", "getekend"),
    Identiteit("Huis", BLAD, "2027", "f" * 64, "zorg"),
    ("ondertekening-zorg",),
    (BEWIJS,),
)


def oordeel(pdf: GetekendePdf = PDF, registers: Registers = REGISTERS) -> Any:
    """What a paper is worth today."""
    return beoordeel(pdf, "getekend", registers, VERSIE, OP)


def met(**velden: Any) -> GetekendePdf:
    """A paper of which the signature is otherwise."""
    return replace(PDF, bewijzen=(replace(BEWIJS, **velden),))


def test_a_good_paper_gives_the_signature_on_its_day() -> None:
    """For whom, by whom, under which delen of which version, and where the original is."""
    (g,) = oordeel().gebeurtenissen
    assert (g.soort, g.datum, g.partner) == ("ondertekening", date(2026, 11, 30), "zorg")
    assert (g.delen, g.versie, g.sha256, g.wijze) == (("deel-1",), "2027", "getekend", "digitaal")
    assert g.kenmerk == "moment volgens de ondertekenaar zelf"
    stamped = oordeel(met(tijdstempel=True)).gebeurtenissen[0]
    assert stamped.kenmerk == ""


def test_a_paper_of_which_the_offer_was_annulled_is_refused() -> None:
    """With the day and the reason; offered anew it is good again."""
    weg = Correctie(
        datum=date(2026, 11, 25), annuleert=aanduiding(aanbieding()), reden="verkeerde tekst"
    )
    after = bijgewerkt(REGISTERS, Bijschrijving(gebeurtenissen=(weg,)))
    found = oordeel(registers=after)
    assert found.gebeurtenissen == ()
    assert "geannuleerd op 25 november 2026 (verkeerde tekst)" in found.reden
    again = bijgewerkt(after, Bijschrijving(gebeurtenissen=(aanbieding(),)))
    assert oordeel(registers=again).gebeurtenissen != ()


@pytest.mark.parametrize(
    ("pdf", "words"),
    [
        (GetekendePdf((), None, (), (), "het is geen PDF"), "het is geen PDF"),
        (replace(PDF, herkomst=("ander",), identiteit=None), "geen stuk van dit dossier"),
        (replace(PDF, herkomst=("ander",)), "de inhoud is niet die van een stuk"),
        (
            replace(PDF, herkomst=("x",), identiteit=Identiteit("Ander huis", BLAD, "2027", "f")),
            "hoort bij Ander huis",
        ),
        (
            replace(PDF, herkomst=("x",), identiteit=Identiteit("Huis", BLAD, "2026", "e")),
            "hoort bij versie 2026",
        ),
        (replace(PDF, bezwaar="de inhoud is veranderd"), "de inhoud is veranderd"),
        (replace(PDF, bewijzen=()), "geen digitale handtekening"),
        (met(bezwaar="het certificaat was ingetrokken"), "het certificaat was ingetrokken"),
        (met(naam="I. Indringer"), "getekend door 'I. Indringer'"),
        (met(naam=""), "getekend door ''"),
        (met(veld="ondertekening-niemand"), "hoort niet in dit stuk"),
        (met(veld="ondertekening-stad", naam="B. Burgemeester"), "hoort niet in dit stuk"),
        (met(moment=datetime(2026, 12, 2, 12, tzinfo=UTC)), "die dag moet nog komen"),
        (met(moment=datetime(2026, 11, 23, 12, tzinfo=UTC)), "voordat het stuk er was"),
    ],
)
def test_what_is_wrong_is_refused_with_the_reason(pdf: GetekendePdf, words: str) -> None:
    """And gives nothing to record."""
    found = oordeel(pdf)
    assert words in found.reden
    assert found.gebeurtenissen == ()


def test_the_day_is_that_of_the_netherlands() -> None:
    """Half past eleven at night by universal time is the next day here."""
    (g,) = oordeel(met(moment=datetime(2026, 11, 29, 23, 30, tzinfo=UTC))).gebeurtenissen
    assert g.datum == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("dagen", "goed"),
    [
        ({"tot": date(2026, 11, 30)}, True),
        ({"tot": date(2026, 11, 29)}, False),
        ({"van": date(2026, 11, 30)}, True),
        ({"van": date(2026, 12, 1)}, False),
    ],
)
def test_authority_counts_on_the_day_of_signing(dagen: dict[str, date], *, goed: bool) -> None:
    """From its first day through its last."""
    own = (tekenaar("zorg", "V. Voorbeeld", **dagen),)
    found = oordeel(registers=replace(REGISTERS, ondertekenaars=own))
    assert (found.reden == "") is goed
    if not goed:
        assert "niet bevoegd" in found.reden


def test_a_mandate_that_was_ended_counts_no_more() -> None:
    """By a gebeurtenis, from its day on."""
    einde = Mandaateinde(datum=date(2026, 11, 30), ondertekenaar="zorg")
    found = oordeel(registers=replace(REGISTERS, gebeurtenissen=(aanbieding(), einde)))
    assert "niet bevoegd" in found.reden


def test_a_second_time_is_refused() -> None:
    """What is recorded is not recorded again, whatever file it comes in."""
    known = oordeel().gebeurtenissen
    again = replace(REGISTERS, gebeurtenissen=(aanbieding(), *known))
    assert "al verwerkt" in oordeel(registers=again).reden


def test_an_older_version_is_refused() -> None:
    """A sheet of last year, though it was offered then."""
    old = replace(REGISTERS, gebeurtenissen=(replace(aanbieding(), versie="2026"),))
    assert "hoort bij versie 2026" in oordeel(registers=old).reden


def test_a_declaration_takes_the_voorzitter_too_in_either_order() -> None:
    """Both at once, or the one after the other: each is recorded once."""
    registers = replace(REGISTERS, gebeurtenissen=(aanbieding(VERKLARING),))
    voorzitter = replace(BEWIJS, veld="ondertekening-stad", naam="B. Burgemeester")
    both = replace(PDF, bewijzen=(voorzitter, BEWIJS))
    assert [g.soort for g in oordeel(both, registers).gebeurtenissen] == [
        "tegentekening",
        "ondertekening",
    ]
    first = oordeel(replace(PDF, bewijzen=(voorzitter,)), registers).gebeurtenissen
    then = replace(registers, gebeurtenissen=(*registers.gebeurtenissen, *first))
    assert [g.soort for g in oordeel(both, then).gebeurtenissen] == ["ondertekening"]


def test_of_declarations_only_the_last_can_be_signed() -> None:
    """Another came in its place, with what may be another day; a sheet says but one thing."""
    for stuk, reden in ((VERKLARING, "vervangen door een die later is aangeboden"), (BLAD, "")):
        later = replace(aanbieding(stuk), datum=date(2026, 11, 27), sha256="ander")
        known = replace(REGISTERS, gebeurtenissen=(aanbieding(stuk), later))
        assert reden in oordeel(registers=known).reden
        assert bool(oordeel(registers=known).reden) == bool(reden)


def test_one_bad_signature_spoils_the_paper() -> None:
    """Nothing of it is recorded, the good one neither."""
    registers = replace(REGISTERS, gebeurtenissen=(aanbieding(VERKLARING),))
    bad = replace(BEWIJS, veld="ondertekening-stad", naam="I. Indringer")
    assert oordeel(replace(PDF, bewijzen=(BEWIJS, bad)), registers).gebeurtenissen == ()


def test_a_name_in_a_certificate_may_be_written_otherwise() -> None:
    """When the register says how."""
    own = (tekenaar("zorg", "V. Voorbeeld", certificaat="Voorbeeld, Vera (Zorg)"),)
    registers = replace(REGISTERS, ondertekenaars=own)
    assert oordeel(met(naam="Voorbeeld, Vera (Zorg)"), registers).reden == ""
    assert oordeel(met(naam="V. Voorbeeld"), registers).reden != ""
