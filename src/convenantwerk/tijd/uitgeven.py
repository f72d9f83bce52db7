"""Giving out calendars: what is new, moved or gone since the last time, for agendas that follow.

An agenda that follows RFC 5546 keeps of each UID what has the highest SEQUENCE. So a number rises
whenever anything of an item is otherwise than it was last given out, whatever day it is asked for;
then the last that was given out always wins, also in an agenda that missed some, or took them in
in another order.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import JAREN
from convenantwerk.basis.periode import Periode
from convenantwerk.dossier.agendaboek import Agendaboek, Agendapunt
from convenantwerk.tijd.termijnen.tabel import DATUMSOORTEN
from convenantwerk.tijd.uiterste_data import UitersteDatum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LAATSTE = date(JAREN.stop - 1, 12, 31)  # the last day that a record can hold
# Nobody looks in an agenda for what is overdue by its day; so its end is told for a year.
_NAZORG = Periode(jaren=1)
_WEG = "Dit staat niet meer in het dossier, of is gedaan."
_SOORTEN = {soort.naam for soort in DATUMSOORTEN}
_GENUMMERD = {soort.naam for soort in DATUMSOORTEN if soort.genummerd}


class Venster(NamedTuple):
    """The days that a calendar is about: from `op`, the day it is made for, through `tot`."""

    op: date
    tot: date


class Uitgave(NamedTuple):
    """An item as it is given out: what it is, what is on record of it, and what agendas show."""

    datum: UitersteDatum
    punt: Agendapunt
    inhoud: bytes


def volgt_tot(boek: Agendaboek, tot: date) -> date:
    """Return through which day to look: what was given out before is kept up to date."""
    return max([tot, *(punt.tot for punt in boek.punten if punt.stand != "afgezegd")])


def geef_uit(
    boek: Agendaboek,
    uiterste_data: Iterable[UitersteDatum],
    venster: Venster,
    maak: Callable[[UitersteDatum], bytes],
) -> tuple[Agendaboek, tuple[Uitgave, ...]]:
    """Return what is on record from now on, and the items of the calendars, in order of their day.

    They are those that fall due within the days that are asked for, and what was given out before
    and may still stand in an agenda: as it is now, or cancelled.

    Args:
        boek: what was given out before.
        uiterste_data: what falls due from the day it is made for through `volgt_tot`.
        venster: the days.
        maak: makes what an agenda shows of an item, apart from when that was given out.
    """
    bekend = {punt.sleutel: punt for punt in boek.punten}
    uitgaven = {}
    for datum in _herkend(boek, _met_dag(uiterste_data), venster.op):
        was, dag = bekend.get(datum.sleutel), datum.datum or date.max
        in_agenda = was is not None and was.stand != "afgezegd"
        if datum.te_laat or venster.op <= dag <= venster.tot or in_agenda:
            uitgaven[datum.sleutel] = _uitgave(was, datum, dag, venster.op, maak)
    for punt in boek.punten:
        if punt.sleutel not in uitgaven and _kan_erin_staan(punt, venster.op):
            weg = _vervallen(punt)
            uitgaven[punt.sleutel] = _uitgave(punt, weg, punt.datum, venster.op, maak)
    after = bekend | {sleutel: uitgave.punt for sleutel, uitgave in uitgaven.items()}
    ordered = sorted(
        uitgaven.values(), key=lambda uitgave: (uitgave.punt.datum, uitgave.punt.sleutel)
    )
    return replace(boek, punten=tuple(after.values())), tuple(ordered)


def _met_dag(uiterste_data: Iterable[UitersteDatum]) -> list[UitersteDatum]:
    """Return what has a day and counts, each under a name of its own."""
    gezien: Counter[str] = Counter()
    found = []
    for datum in uiterste_data:
        if datum.datum is None or datum.vervallen or datum.datum > _LAATSTE:
            continue
        gezien[datum.sleutel] += 1
        keer = gezien[datum.sleutel]
        found.append(datum if keer == 1 else replace(datum, sleutel=f"{datum.sleutel}-{keer}"))
    return found


def _herkend(
    boek: Agendaboek, uiterste_data: Iterable[UitersteDatum], op: date
) -> Iterator[UitersteDatum]:
    """Yield dates by the names under which agendas know them.

    Where only order tells which is which, one more would give the others another name. So what
    stands in an agenda on a day is what there is on that day; of what is left, that with the same
    words has moved, and then whatever is left, in order of date.
    """
    data = list(uiterste_data)
    komend = (p for p in boek.punten if p.stand == "gepland" and p.datum >= op)
    los = {p.sleutel: p for p in komend if p.soort in _GENUMMERD}
    namen: dict[str, str] = {}
    for gelijk in _GELIJK:
        open_: defaultdict[tuple[str, object], deque[str]] = defaultdict(deque)
        for punt in los.values():
            open_[punt.soort, gelijk(punt)].append(punt.sleutel)
        for datum in data:
            bekend = open_.get((datum.soort, gelijk(datum)))
            if bekend and datum.sleutel not in namen:
                namen[datum.sleutel] = bekend.popleft()
                del los[namen[datum.sleutel]]
    gegeven = set(namen.values())
    bezet = gegeven | {punt.sleutel for punt in boek.punten}
    for datum in data:
        naam = namen.get(datum.sleutel, datum.sleutel)
        if datum.sleutel not in namen and naam in gegeven:
            naam = next(n for k in count(2) if (n := f"{datum.sleutel}-{k}") not in bezet)
        bezet.add(naam)
        yield replace(datum, sleutel=naam)


_GELIJK: tuple[Callable[[UitersteDatum | Agendapunt], object], ...] = (
    lambda punt: (punt.datum, punt.titel),
    lambda punt: punt.datum,
    lambda punt: punt.titel,
    lambda _: None,
)


def _kan_erin_staan(punt: Agendapunt, op: date) -> bool:
    """Tell whether an agenda may hold that an item is still to come, or to be done."""
    return punt.soort in _SOORTEN and (punt.tot >= op or punt.stand == "te laat")


def _vervallen(punt: Agendapunt) -> UitersteDatum:
    return UitersteDatum(
        punt.sleutel,
        punt.soort,
        punt.datum,
        punt.titel,
        (_WEG,),
        punt.partner,
        vervallen=True,
        ook=punt.ook,
    )


def _uitgave(
    was: Agendapunt | None,
    datum: UitersteDatum,
    dag: date,
    op: date,
    maak: Callable[[UitersteDatum], bytes],
) -> Uitgave:
    """Return an item with its record: what it was when nothing changed, else one number higher."""
    inhoud = maak(datum)
    kort = sha256(inhoud).hexdigest()[:16]
    # Who once had it in a calendar hears how it goes on.
    ook = tuple(dict.fromkeys((*(was.ook if was else ()), *datum.ook)))
    datum = replace(datum, ook=ook)
    if was is not None and was.inhoud == kort:
        return Uitgave(datum, replace(was, ook=ook), inhoud)
    tot = max(was.tot, dag) if was else dag
    if datum.vervallen and was and was.stand == "te laat":
        tot = min(max(tot, _NAZORG.na(op)), _LAATSTE)
    punt = Agendapunt(
        datum.sleutel,
        datum.soort,
        " ".join(datum.titel.split()),
        dag,
        was.volgnummer + 1 if was else 0,
        op,
        tot,
        kort,
        "afgezegd" if datum.vervallen else "te laat" if datum.te_laat else "gepland",
        datum.partner,
        ook,
    )
    return Uitgave(datum, punt, inhoud)
