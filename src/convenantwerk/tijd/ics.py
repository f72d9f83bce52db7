"""Calendars: uiterste data as an iCalendar file (RFC 5545) that any agenda can take in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from convenantwerk.tekst.adressen import slug
from convenantwerk.tijd.termijnen.tabel import soort_van

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.basis.periode import Periode
    from convenantwerk.tijd.uiterste_data import UitersteDatum

_PRODID = "-//convenantwerk//uiterste data//NL"
_BEGIN = date(2000, 1, 1)  # the day from which SEQUENCE counts


def to_ics(
    naam: str,
    uiterste_data: Iterable[UitersteDatum],
    op: date,
    *,
    dossier: str,
    herinneringen: tuple[Periode, ...],
) -> bytes:
    """Return a calendar in which each day is an event of that whole day.

    The UID of an event is made of the name of the date, not of the day, and SEQUENCE grows with
    `op`; so a calendar that is taken in again updates what is there and doubles nothing.

    Args:
        naam: what the calendar is called.
        uiterste_data: those without a day are left out; those that are vervallen are cancelled.
        op: the day for which they were worked out; the file carries no other moment.
        dossier: tells the events of one dossier from those of another.
        herinneringen: how long before a day there is an alarm.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _regel(naam))
    calendar.add("x-wr-calname", _regel(naam))
    dated = [(datum.datum, datum) for datum in uiterste_data if datum.datum is not None]
    for dag, datum in sorted(dated, key=lambda pair: (pair[0], pair[1].sleutel)):
        calendar.add_component(_event(dag, datum, op, dossier, herinneringen))
    data: bytes = calendar.to_ical(sorted=False)
    return data


def _regel(text: str) -> str:
    """Return text on one line: a name may hold a line break, a property may not."""
    return " ".join(text.split())


def _event(
    dag: date, datum: UitersteDatum, op: date, dossier: str, herinneringen: tuple[Periode, ...]
) -> Event:
    event = Event()
    event.add("uid", f"{datum.sleutel}@{slug(dossier)}.convenantwerk")
    event.add("dtstamp", datetime.combine(op, time(), UTC))
    event.add("sequence", max(0, (op - _BEGIN).days))
    event.add("dtstart", dag)
    event.add("dtend", dag + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if datum.vervallen else "CONFIRMED")
    before = "Vervallen: " if datum.vervallen else "Te laat: " if datum.te_laat else ""
    event.add("summary", _regel(before + datum.titel))
    event.add("description", "\n".join(datum.uitleg))
    event.add("categories", [datum.soort])
    if not datum.vervallen and soort_van(datum).alarm:
        for periode in herinneringen:
            event.add_component(_alarm(dag - periode.voor(dag), _regel(datum.titel)))
    return event


def _alarm(voor: timedelta, titel: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -voor)
    alarm.add("description", titel)
    return alarm
