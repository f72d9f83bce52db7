"""Calendars: nothing is lost, and a rebuilt one updates instead of doubling."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from convenantwerk.basis.periode import Periode
from convenantwerk.tijd.ics import to_ics
from convenantwerk.tijd.uiterste_data import UitersteDatum

OP = date(2026, 11, 24)
HERINNERINGEN = (Periode(weken=4), Periode(weken=1))
ONE = UitersteDatum(
    "opzegdag-2028",
    "opzegdag",
    date(2027, 6, 30),
    'Laatste dag; voor Stichting "A&B", *Zorg*',
    ("Zonder opzegging loopt het door (7.k), en verder; dus let op.", "Een é en een 😀." * 9),
)
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of vobject


def written(*data: UitersteDatum, op: date = OP) -> bytes:
    """Return a calendar file."""
    return to_ics(
        "Kantoor, agenda", data, op, dossier="Veiligheidshuis Voorbeeld",
        herinneringen=HERINNERINGEN,
    )  # fmt: skip


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
        timedelta(days=-28),
        timedelta(days=-7),
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
    expected = sorted(
        (" ".join(d.titel.split()), "\n".join(d.uitleg), d.datum) for d in data if d.datum
    )
    first = [
        (str(e["summary"]), str(e["description"]), e.decoded("dtstart"))
        for e in Calendar.from_ical(made).walk("VEVENT")
    ]
    second = [(e.summary.value, e.description.value, e.dtstart.value) for e in by_vobject(made)]
    assert sorted(first) == sorted(second) == expected


def test_a_moved_date_updates_its_event() -> None:
    """The same UID with a higher SEQUENCE; so an agenda moves it and keeps no second one."""
    moved = UitersteDatum(ONE.sleutel, ONE.soort, date(2027, 7, 1), ONE.titel, ONE.uitleg)
    (before,), (after,) = by_vobject(written(ONE)), by_vobject(written(moved, op=date(2026, 12, 1)))
    assert before.uid.value == after.uid.value
    assert int(after.sequence.value) > int(before.sequence.value)


def test_what_lapsed_is_cancelled_and_what_is_late_says_so() -> None:
    """A withdrawn notice takes its dates out of the agenda."""
    gone = UitersteDatum("a", "regeling", OP, "Regeling", ("x",), vervallen=True)
    late = UitersteDatum("b", "regeling", OP, "Regeling", ("x",), te_laat=True)
    first, second = by_vobject(written(gone, late))
    assert (first.status.value, first.summary.value) == ("CANCELLED", "Vervallen: Regeling")
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
