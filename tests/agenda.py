"""A reference calendar: what an agenda that follows RFC 5546 makes of the files it is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from icalendar import Calendar

if TYPE_CHECKING:
    from datetime import datetime


class Afspraak(NamedTuple):
    """An event as a person sees it."""

    uid: str
    dag: date
    titel: str
    tekst: str


@dataclass
class Agenda:
    """Keeps of each UID what has the highest SEQUENCE, and of those the last DTSTAMP (2.1.5)."""

    gehouden: dict[str, tuple[tuple[int, datetime], str, Afspraak]] = field(default_factory=dict)

    def lees_in(self, data: bytes) -> None:
        """Take a file in."""
        calendar = Calendar.from_ical(data)
        assert calendar["METHOD"] == "PUBLISH"
        seen = set()
        for event in calendar.walk("VEVENT"):
            assert "ORGANIZER" in event  # 3.2.1: there must be one,
            assert "ATTENDEE" not in event  # and none of these
            uid = str(event["UID"])
            assert uid not in seen
            seen.add(uid)
            rang = (int(event.decoded("SEQUENCE")), event.decoded("DTSTAMP"))
            if uid not in self.gehouden or rang > self.gehouden[uid][0]:
                afspraak = Afspraak(
                    uid, event.decoded("DTSTART"), str(event["SUMMARY"]), str(event["DESCRIPTION"])
                )
                self.gehouden[uid] = (rang, str(event["STATUS"]), afspraak)

    @property
    def afspraken(self) -> set[Afspraak]:
        """What a person sees: all that was not cancelled."""
        return {a for _, status, a in self.gehouden.values() if status == "CONFIRMED"}

    def vanaf(self, dag: date, tot: date = date.max) -> list[tuple[date, str, str]]:
        """What a person sees from a day through another: the days and words, in order."""
        return sorted((a.dag, a.titel, a.tekst) for a in self.afspraken if dag <= a.dag <= tot)

    @property
    def te_laat(self) -> list[tuple[date, str, str]]:
        """What a person sees to be overdue, in order."""
        return [row for row in self.vanaf(date.min) if row[1].startswith("Te laat: ")]


def ingelezen(*files: bytes) -> Agenda:
    """Return an agenda that took these in, one after the other."""
    agenda = Agenda()
    for data in files:
        agenda.lees_in(data)
    return agenda
