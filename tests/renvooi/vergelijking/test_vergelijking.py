"""The laws of comparing: both editions can be read from a renvooi, and it names what happened."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from tests.bomen import edities
from tests.wetten import voorbeelden

from convenantwerk.renvooi.renvooi import Renvooi
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.renvooi.vergelijking.woorden import tekens, woorden
from convenantwerk.tekst.adressen import Plaats, plaatsen_in
from convenantwerk.tekst.boom import (
    Alinea,
    Convenant,
    Element,
    Inline,
    Onderdeel,
    Tabel,
    kopinhoud,
)
from convenantwerk.tekst.verschil import Lot, Verschil, Woord, Woordgroep, verschillen

NIEUW: tuple[Lot, ...] = ("gelijk", "gewijzigd", "ingevoegd", "aangekomen")
OUD: tuple[Lot, ...] = ("gelijk", "gewijzigd", "vervallen", "vertrokken")
Regel = tuple[str, str, str]


def gelezen(delen: Iterable[Verschil], lots: tuple[Lot, ...], weg: str) -> list[Regel]:
    """One edition as it can be read from a renvooi: address, mark and text of every part."""
    found: list[Regel] = []
    for verschil in delen:
        if verschil.lot not in lots:
            continue
        plek = verschil.oud if weg == "ingevoegd" else verschil.nieuw
        if verschil.aanduiding != ("erbij" if weg == "ingevoegd" else "weg"):
            marks = _tekst(verschil.merk, weg), _tekst(verschil.tekst, weg)
            found.append((plek.adres if plek else "?", *marks))
        inner = ("vertrokken",) if verschil.lot == "vertrokken" else lots
        found += gelezen(verschil.kinderen, inner, weg)
    return found


def _tekst(stukken: Iterable[Woordgroep], weg: str) -> str:
    """Words with their appearance; how they were cut does not count."""
    found = ""
    last = ""
    for woord in (w for stuk in stukken if stuk.wijziging != weg for w in stuk.woorden):
        style = f"<{woord.vet:d}{woord.cursief:d}{woord.veld:d}>"
        found += ("" if style == last else style) + woord.tekst
        last = style
        if woord.noot:
            found += f"^{woord.noot.merk}({_tekst(woord.noot.stukken, weg)})"
    return found


def geschreven(convenant: Convenant) -> list[Regel]:
    """The same of the edition itself."""
    return [regel for deel in convenant.delen for regel in _part(Plaats(deel.anker, deel))]


def _part(place: Plaats) -> list[Regel]:
    part, adres = place.part, place.adres
    match part:
        case Element():
            own = [(adres, _plat(part.aanduiding), _inhoud(kopinhoud(part)[1]))]
            return own + [regel for kind in plaatsen_in(part, adres) for regel in _part(kind)]
        case Onderdeel():
            own = [(adres, _plat(part.merk), "")]
            return own + [regel for kind in plaatsen_in(part, adres) for regel in _part(kind)]
        case Alinea():
            return [(adres, "", _inhoud(part.inhoud))]
        case Tabel():
            found: list[Regel] = [(adres, "", "")]
            for number, rij in enumerate((part.kop, *part.rijen)):
                naam = f"{adres}--rij-{number}"
                found += [(naam, "", ""), *((naam, "", _inhoud(cel)) for cel in rij)]
            return found
        case _:
            return [(adres, "", "")]


def _plat(merk: str) -> str:
    return _tekst([Woordgroep("", tekens(merk, Woord("")))], "niets")


def _inhoud(inhoud: tuple[Inline, ...]) -> str:
    return _tekst([Woordgroep("", woorden(inhoud))], "niets")


@pytest.mark.traag
@voorbeelden(200)
@given(edities())
def test_both_editions_can_be_read_from_a_renvooi(paar: tuple[Convenant, Convenant]) -> None:
    """Nothing is lost or added: the old side is the old text, the new side the new one."""
    oud, nieuw = paar
    renvooi = vergelijk(oud, nieuw)
    assert gelezen(renvooi.delen, NIEUW, "vervallen") == geschreven(nieuw)
    assert gelezen(renvooi.delen, OUD, "ingevoegd") == geschreven(oud)


@voorbeelden(100)
@given(edities())
def test_a_text_does_not_differ_from_itself(paar: tuple[Convenant, Convenant]) -> None:
    """compare(x, x) is empty."""
    for convenant in paar:
        assert lots(vergelijk(convenant, convenant)) <= {"gelijk"}


def lots(renvooi: Renvooi) -> set[str]:
    """All that became of parts."""
    return {verschil.lot for verschil in verschillen(renvooi.delen)}
