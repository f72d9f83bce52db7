"""Calendars: nothing is lost, and a rebuilt one updates instead of doubling."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from convenantwerk.basis.periode import Periode
from convenantwerk.basis.periode import periode as lees_periode
from convenantwerk.dossier.agendaboek import Agendaboek
from convenantwerk.tijd.ics import Opmaak, to_ics
from convenantwerk.tijd.uiterste_data import UitersteDatum
from convenantwerk.tijd.uitgeven import Venster, geef_uit

OP = date(2026, 11, 24)
OPMAAK = Opmaak(
    "veiligheidshuis-voorbeeld",
    'Veiligheidshuis "Voorbeeld"; \n en meer',
    "bureau@veiligheidshuis.example",
    (Periode(weken=4), Periode(weken=1)),
)
ONE = UitersteDatum(
    "opzegdag-2028",
    "opzegdag",
    date(2027, 6, 30),
    'Laatste dag; voor Stichting "A&B", *Zorg*',
    ("Zonder opzegging loopt het door (7.k), en verder; dus let op.", "Een é en een 😀." * 9),
)
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of vobject


def written(
    *data: UitersteDatum, op: date = OP, boek: Agendaboek | None = None, opmaak: Opmaak = OPMAAK
) -> bytes:
    """Return a calendar file in which all of it is, for the first time or after another."""
    venster = Venster(op, date(2999, 1, 1))
    laat = (replace(d, te_laat=True) if d.datum and d.datum < op else d for d in data)
    _, uitgaven = geef_uit(boek or Agendaboek(), laat, venster, opmaak.inhoud)
    return to_ics("Kantoor, agenda", uitgaven)


def by_vobject(data: bytes) -> list[Any]:
    """Return the events as an independent reader sees them."""
    return list(vobject.readOne(data.decode()).contents.get("vevent", []))


def test_a_second_reader_loses_nothing() -> None:
    """UID, day, words and alarms, by a library that shares no code with the writer."""
    (event,) = by_vobject(written(ONE))
    assert event.uid.value == "opzegdag-2028@veiligheidshuis-voorbeeld.convenantwerk"
    assert event.dtstart.value == date(2027, 6, 30)
    assert event.dtend.value == date(2027, 7, 1)
    assert event.summary.value == ONE.titel
    assert event.description.value == "\n".join(ONE.uitleg)
    assert [alarm.trigger.value for alarm in event.contents["valarm"]] == [
        timedelta(days=-28, hours=9),
        timedelta(days=-7, hours=9),
    ]


@example([(date(2000, 1, 1), ":  :")])
@given(
    st.lists(
        st.tuples(
            st.dates(date(1900, 1, 1), date(2200, 1, 1)),
            st.text("ab é;,:\\\"'😀=&*", min_size=1, max_size=120).map(str.strip).filter(bool),
        ),
        max_size=6,
    )
)
def test_every_date_comes_back(days: list[tuple[date, str]]) -> None:
    """Whatever the words, both readers see the same days with the same words.

    A summary is one line, so runs of spaces in it become one.
    """
    data = [
        UitersteDatum(f"d-{n}", "regeling", dag, tekst, (tekst, "tweede"))
        for n, (dag, tekst) in enumerate(days)
    ]
    made = written(*data)
    expected = sorted((_kop(d), "\n".join(d.uitleg), d.datum) for d in data if d.datum)
    first = [
        (str(e["summary"]), str(e["description"]), e.decoded("dtstart"))
        for e in Calendar.from_ical(made).walk("VEVENT")
    ]
    second = [(e.summary.value, e.description.value, e.dtstart.value) for e in by_vobject(made)]
    assert sorted(first) == sorted(second) == expected


def _kop(datum: UitersteDatum) -> str:
    laat = "Te laat: " if datum.datum and datum.datum < OP else ""
    return " ".join((laat + datum.titel).split())


def test_an_alarm_goes_at_nine_in_the_morning() -> None:
    """Some weeks before, by the clock of whoever looks; none for what is past or cancelled."""
    for periode, trigger in (("P4W", "-P27DT15H"), ("P1D", "-PT15H"), ("P0D", "PT9H")):
        weeks = replace(OPMAAK, herinneringen=(lees_periode(periode),))
        assert f"TRIGGER:{trigger}\r\n".encode() in written(ONE, opmaak=weeks)
    assert b"VALARM" not in written(ONE, op=date(2027, 7, 1))


def test_a_moved_date_updates_its_event() -> None:
    """The same UID with a higher SEQUENCE; so an agenda moves it and keeps no second one."""
    boek, _ = geef_uit(Agendaboek(), [ONE], Venster(OP, date(2028, 1, 1)), OPMAAK.inhoud)
    moved = replace(ONE, datum=date(2027, 7, 1))
    (before,), (after,) = by_vobject(written(ONE)), by_vobject(written(moved, boek=boek))
    assert before.uid.value == after.uid.value
    assert (before.sequence.value, after.sequence.value) == ("0", "1")


@pytest.mark.parametrize(
    ("email", "wie"),
    [
        ("bureau@veiligheidshuis.example", "mailto:bureau@veiligheidshuis.example"),
        ("", "urn:uuid:"),
        ("geen adres", "urn:uuid:"),
        ("a@b.example\r\nATTENDEE:x", "urn:uuid:"),
    ],
)
def test_it_says_from_whom_it_comes(email: str, wie: str) -> None:
    """By an address, or by a name of its own; in the name only what a parameter may hold."""
    (event,) = by_vobject(written(ONE, opmaak=replace(OPMAAK, email=email)))
    assert event.organizer.value.startswith(wie)
    assert event.organizer.params["CN"] == ["Veiligheidshuis ^'Voorbeeld^'; en meer"]  # RFC 6868
    assert "attendee" not in event.contents


def test_since_when_it_is_as_it_is() -> None:
    """DTSTAMP and LAST-MODIFIED are the day on which it was given out like this."""
    boek, _ = geef_uit(Agendaboek(), [ONE], Venster(OP, date(2028, 1, 1)), OPMAAK.inhoud)
    (event,) = by_vobject(written(ONE, op=date(2026, 12, 1), boek=boek))
    assert event.dtstamp.value == event.last_modified.value == datetime(2026, 11, 24, tzinfo=UTC)


def test_what_lapsed_is_cancelled_and_what_is_late_says_so() -> None:
    """What is gone from the dossier is taken out of the agenda."""
    gone = replace(ONE, sleutel="a")
    boek, _ = geef_uit(Agendaboek(), [gone], Venster(OP, date(2028, 1, 1)), OPMAAK.inhoud)
    late = UitersteDatum("b", "regeling", date(2026, 11, 1), "Regeling", ("x",))
    second, first = by_vobject(written(late, replace(gone, vervallen=True), boek=boek))
    assert (first.status.value, first.summary.value) == ("CANCELLED", f"Vervallen: {gone.titel}")
    assert "valarm" not in first.contents
    assert (second.status.value, second.summary.value) == ("CONFIRMED", "Te laat: Regeling")


def test_the_file_is_as_the_standard_asks() -> None:
    """CRLF, lines of at most 75 octets, no duty without a day, the same bytes each time."""
    endless = UitersteDatum("g", "geheimhouding", None, "Geheim", ("x",))
    data = written(ONE, endless)
    assert data == written(ONE, endless)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert len(by_vobject(data)) == 1
    assert b"METHOD:PUBLISH" in data
