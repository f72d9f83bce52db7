"""Calendars: uiterste data as an iCalendar file (RFC 5545) that any agenda can take in.

It is published as RFC 5546 has it (3.2.1): with an ORGANIZER, without ATTENDEEs, and what is
cancelled among the rest by its STATUS, so that one file holds all.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vCalAddress

from convenantwerk.basis.mailadres import is_adres
from convenantwerk.basis.waarde import waarde
from convenantwerk.tijd.termijnen.tabel import soort_van

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from convenantwerk.basis.periode import Periode
    from convenantwerk.tijd.uiterste_data import UitersteDatum
    from convenantwerk.tijd.uitgeven import Uitgave

_PRODID = "-//convenantwerk//uiterste data//NL"
_BEGIN, _EINDE = b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n"
_NEGEN_UUR = timedelta(hours=9)


@waarde
class Opmaak:
    """What the events of one dossier have in common.

    Args:
        naam: tells the events of this dossier from those of others.
        verband: the samenwerkingsverband, from which they come.
        email: where it can be reached, "" when the dossier does not say.
        herinneringen: how long before a day there is an alarm, at nine in the morning.
    """

    naam: str
    verband: str
    email: str
    herinneringen: tuple[Periode, ...]

    def inhoud(self, datum: UitersteDatum) -> bytes:
        """Return the event of a day, without what tells when it was given out.

        Raises:
            ValueError: it has no day.
        """
        dag = datum.datum
        if dag is None:
            raise ValueError(datum.sleutel)
        event = Event()
        event.add("uid", f"{datum.sleutel}@{self.naam}.convenantwerk")
        event.add("organizer", self._organisator())
        event.add("dtstart", dag)
        event.add("dtend", dag + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("status", "CANCELLED" if datum.vervallen else "CONFIRMED")
        before = "Vervallen: " if datum.vervallen else "Te laat: " if datum.te_laat else ""
        event.add("summary", _regel(before + datum.titel))
        event.add("description", "\n".join(datum.uitleg))
        event.add("categories", [datum.soort])
        if soort_van(datum).alarm and not (datum.vervallen or datum.te_laat):
            for periode in self.herinneringen:
                event.add_component(_alarm(dag, periode.voor(dag), _regel(datum.titel)))
        data: bytes = event.to_ical(sorted=False)
        return data

    def _organisator(self) -> vCalAddress:
        """Return who gives it out: by mail address, or by a name that is nobody else's."""
        wie = (
            f"mailto:{self.email}" if is_adres(self.email) else uuid5(NAMESPACE_URL, self.naam).urn
        )
        address = vCalAddress(wie)
        address.params["CN"] = _regel(self.verband)
        return address


def to_ics(naam: str, uitgaven: Iterable[Uitgave]) -> bytes:
    """Return a calendar of that name; each event tells since when it is as it is."""
    calendar = Calendar()
    calendar.add("prodid", _PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _regel(naam))
    calendar.add("x-wr-calname", _regel(naam))
    empty: bytes = calendar.to_ical(sorted=False)
    events = map(_gedateerd, uitgaven)
    return b"".join((empty.removesuffix(_EINDE), *events, _EINDE))


def _gedateerd(uitgave: Uitgave) -> bytes:
    """Return an event with what tells when it was given out, which comes first in it."""
    moment = datetime.combine(uitgave.punt.uitgegeven, time(), UTC)
    since = Event()
    since.add("dtstamp", moment)
    since.add("last-modified", moment)
    since.add("sequence", uitgave.punt.volgnummer)
    lines: bytes = since.to_ical(sorted=False)
    return lines.removesuffix(b"END:VEVENT\r\n") + uitgave.inhoud.removeprefix(_BEGIN)


def _regel(text: str) -> str:
    """Return text on one line: a name may hold a line break, a property may not."""
    return " ".join(text.split())


def _alarm(dag: date, eerder: date, titel: str) -> Alarm:
    """Return an alarm on an earlier day; a day begins at midnight, wherever the agenda is."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _NEGEN_UUR - (dag - eerder))
    alarm.add("description", titel)
    return alarm
