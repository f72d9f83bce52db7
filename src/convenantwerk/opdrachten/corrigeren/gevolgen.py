"""What a change of the registers does to how things stand, in sentences; and papers of before."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from convenantwerk.basis.als_yaml import als_waarden
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.gebeurtenissen import Partnergebeurtenis, van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending
from convenantwerk.stukken.lijsten import partnerregister, tekenlijst
from convenantwerk.tekenen.tekeneditie import tekeneditie
from convenantwerk.tekenen.tekenstand import regel_inwerking, tekenstand
from convenantwerk.tijd.stand import per_partner, stand
from convenantwerk.tijd.termijnen.tabel import soort_van, standaard_tot, termijnen
from convenantwerk.tijd.toetreding import toetredingsstand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.stukken.lijsten import Lijst
    from convenantwerk.tijd.tekenplaatsen import Tekenplaats
    from convenantwerk.tijd.uiterste_data import UitersteDatum


def verschillen(voor: Registers, na: Registers, op: date) -> Iterator[str]:
    """Yield what becomes another by a change of the registers, each in a sentence.

    Args:
        voor: the registers as they are.
        na: the registers as they would be.
        op: the day for which it is told.
    """
    yield from standverschillen(voor, na, op)
    yield from _data(voor, na, op)


def standverschillen(voor: Registers, na: Registers, op: date) -> Iterator[str]:
    """Yield those of how things stand on a day; what falls due is no part of that."""
    een, ander = stand(voor, op), stand(na, op)
    if een.versie != ander.versie:
        yield was_wordt("Laatst vastgestelde versie", een.versie, ander.versie)
    if een.verlengd_voor != ander.verlengd_voor:
        jaren = (str(jaar or "") for jaar in (een.verlengd_voor, ander.verlengd_voor))
        yield was_wordt("Verlenging vastgelegd voor", *jaren)
    for lijst, nieuw in (
        (partnerregister(een), partnerregister(ander)),
        (tekenlijst(een), tekenlijst(ander)),
    ):
        yield from _rijen(lijst, nieuw)
    for partner in _geraakt(voor, na):
        stap, volgende = (toetredingsstand(r, partner, op) for r in (voor, na))
        if (stap.verzoek or volgende.verzoek) and stap.volgende != volgende.volgende:
            klaar = "geen"
            yield was_wordt(
                f"{partner.naam}, volgende stap van de toetreding",
                stap.volgende or klaar if stap.verzoek else "",
                volgende.volgende or klaar if volgende.verzoek else "",
            )


def _geraakt(voor: Registers, na: Registers) -> Iterator[Partner]:
    """Yield the partners of whom other things are recorded."""
    een, ander = per_partner(voor.gebeurtenissen), per_partner(na.gebeurtenissen)
    return (p for p in na.partners if een.get(p.sleutel) != ander.get(p.sleutel))


def was_wordt(wat: str, was: str, wordt: str) -> str:
    """Return that something becomes another, in a sentence."""
    return f"{wat}: was “{was or 'niets'}”, wordt “{wordt or 'niets'}”"


def rijverschil(was: object, wordt: object) -> Iterator[str]:
    """Yield which facts of a row of a register become others, each in a sentence."""
    een, ander = als_waarden(was), als_waarden(wordt)
    for naam in dict.fromkeys((*een, *ander)):
        if een.get(naam) != ander.get(naam):
            yield was_wordt(naam, *(_toon(values.get(naam, "")) for values in (een, ander)))


def _toon(waarde: object) -> str:
    return ", ".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde)


def _rijen(een: Lijst, ander: Lijst) -> Iterator[str]:
    """Yield the cells that differ, by the name of the partner and of the column."""
    voor = {rij[0]: rij for rij in een.rijen}
    na = {rij[0]: rij for rij in ander.rijen}
    for naam in dict.fromkeys((*voor, *na)):
        if naam not in na:
            yield f"{naam}: staat niet meer in de {een.titel.lower()}"
        elif naam not in voor:
            yield f"{naam}: komt in de {een.titel.lower()}"
        else:
            cells = zip(een.kop, voor[naam], na[naam], strict=True)
            for kop, was, wordt in cells:
                if was != wordt:
                    yield was_wordt(f"{naam}, {kop.lower()}", was, wordt)


def _data(voor: Registers, na: Registers, op: date) -> Iterator[str]:
    """Yield the dates that go, come or move."""
    for was, wordt in datumverschillen(voor, na, op, standaard_tot(op)):
        if was is not None and wordt is not None:
            if was.datum != wordt.datum:
                yield was_wordt(wordt.titel, _dag(was).rstrip(": "), _dag(wordt).rstrip(": "))
        elif was is not None:
            yield f"Vervalt: {_dag(was)}{was.titel}"
        elif wordt is not None:
            yield f"Nieuw: {_dag(wordt)}{wordt.titel}"


def datumverschillen(
    voor: Registers, na: Registers, op: date, tot: date
) -> Iterator[tuple[UitersteDatum | None, UitersteDatum | None]]:
    """Yield what falls due otherwise by a change of the registers: as it was, and as it is.

    Args:
        voor: the registers as they are.
        na: the registers as they would be.
        op: the day from which one looks.
        tot: the last day.
    """
    een, ander = (_komend(termijnen(r, op, tot)) for r in (voor, na))
    blijft = {*map(_toont, een)} & {*map(_toont, ander)}
    voorheen, voortaan = (_op_sleutel(data, blijft) for data in (een, ander))
    for sleutel in dict.fromkeys((*voorheen, *voortaan)):
        was, wordt = voorheen.get(sleutel), voortaan.get(sleutel)
        if was is None or wordt is None or _toont(was) != _toont(wordt):
            yield was, wordt


def _toont(datum: UitersteDatum) -> tuple[date | None, str]:
    return datum.datum, datum.titel


def tekenverschillen(geopend: Geopend, na: Registers) -> Iterator[str]:
    """Yield what becomes another in the signing of the version last adopted, each in a sentence.

    Args:
        geopend: the dossier as it is.
        na: its registers as they would be.
    """
    try:
        editie = tekeneditie(geopend)
    except ConvenantwerkError:  # nothing was adopted, or it cannot be read: nothing can be signed
        return
    een, ander = (
        tekenstand(registers, editie.versie, editie.te_tekenen, geopend.op)
        for registers in (geopend.registers, na)
    )
    was, nu = (
        {(p.partner.sleutel, p.deel, p.ondertekenaar): p for p in stand.plaatsen}
        for stand in (een, ander)
    )
    for key in was:
        if key in nu and _hoever(was[key]) != _hoever(nu[key]):
            (titel,) = editie.genoemd([key[1]])
            wat = f"{was[key].partner.naam}, ondertekening van {titel}"
            yield was_wordt(wat, _hoever(was[key]), _hoever(nu[key]))
    if een.in_werking != ander.in_werking:
        yield was_wordt(f"Versie {een.versie}", regel_inwerking(een), regel_inwerking(ander))


def _hoever(plaats: Tekenplaats) -> str:
    laatst = plaats.herinnering if plaats.status in ("aangeboden", "te laat") else None
    return f"{plaats.status}; herinnerd op {voluit(laatst.datum)}" if laatst else plaats.status


def _komend(data: Iterable[UitersteDatum]) -> list[UitersteDatum]:
    return [datum for datum in data if not datum.vervallen]


def _op_sleutel(
    data: Iterable[UitersteDatum], blijft: set[tuple[date | None, str]]
) -> dict[str, UitersteDatum]:
    """Return dates by name.

    Where only order makes a name, one more would give others another; so of those the ones that
    stay as they are do not count.
    """
    nummers = count(1)
    return {
        f"{datum.soort} {next(nummers)}" if soort_van(datum).genummerd else datum.sleutel: datum
        for datum in data
        if not (soort_van(datum).genummerd and _toont(datum) in blijft)
    }


def _dag(datum: UitersteDatum) -> str:
    return f"{voluit(datum.datum)}: " if datum.datum else ""


def berichten_na(registers: Registers, gebeurtenis: Gebeurtenis) -> list[Verzending]:
    """Return what was sent to a partner of what was offered to it, which nobody takes back."""
    if not isinstance(gebeurtenis, Partnergebeurtenis):
        return []
    own = van_soort(van_partner(registers.gebeurtenissen, gebeurtenis.partner), Verzending)
    versie = getattr(gebeurtenis, "versie", "")
    return [g for g in own if versie and g.versie == versie and g.datum >= gebeurtenis.datum]
