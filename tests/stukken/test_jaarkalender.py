"""The year calendar: every day is drawn and told, and no label covers another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.stukken.tijdlijn import plaats, tijdlijn, x_van
from convenantwerk.tijd.termijnen.tabel import DATUMSOORTEN
from convenantwerk.tijd.uiterste_data import UitersteDatum

DATA = st.lists(
    st.builds(
        UitersteDatum,
        sleutel=st.uuids().map(str),
        soort=st.sampled_from([soort.naam for soort in DATUMSOORTEN if not soort.meer]),
        datum=st.dates(date(2027, 1, 1), date(2027, 12, 31)),
        titel=st.sampled_from(['Stichting "A&B" <Zorg>', "Kort", "Een veel langere titel " * 2]),
        uitleg=st.just(("omdat",)),
        te_laat=st.booleans(),
    ),
    max_size=25,
)


@given(DATA)
def test_no_label_covers_another(data: list[UitersteDatum]) -> None:
    """Labels on one line of a band never share room, and none is left out."""
    merken = plaats(data, 2027)
    assert len(merken) == len(data)
    for one, other in combinations(merken, 2):
        if one.regel == other.regel:
            assert one.rechts < other.links or other.rechts < one.links


@given(DATA)
def test_the_picture_is_well_formed_and_tells_what_is_late(data: list[UitersteDatum]) -> None:
    """Whatever the names; lateness stands in words too."""
    texts = [t.text or "" for t in ET.fromstring(tijdlijn(2027, date(2027, 6, 1), data)).iter()]  # noqa: S314  # our own
    labels = [text for text in texts if "(te laat)" in text]
    assert len(labels) == sum(d.te_laat for d in data)
    assert "1 juni 2027" in texts


def test_the_bar_begins_where_the_convenant_does() -> None:
    """No convenant runs in a year before it was adopted."""
    first = date(2017, 3, 31)
    for jaar, loopt in ((2016, False), (2017, True), (2018, True)):
        assert ("het convenant loopt" in tijdlijn(jaar, first, [], first)) == loopt


def test_a_year_goes_from_left_to_right() -> None:
    """Its first day stands left, its last right, and leap years have room for one day more."""
    for jaar in (2027, 2028):
        days = [x_van(date(jaar, 1, 1)), x_van(date(jaar, 7, 1)), x_van(date(jaar, 12, 31))]
        assert days == sorted(days)
        assert 110 < days[0] < 113
        assert 1101 < days[2] < 1104


def test_what_many_must_sign_before_one_day_is_one_mark() -> None:
    """Thirty labels for one day would fill the page; one sheet alone is named."""
    blad = UitersteDatum("blad-1", "blad", date(2027, 2, 1), "Blad van Cardea terug", ())
    others = [replace(blad, sleutel=f"blad-{n}") for n in range(2, 31)]
    elders = replace(blad, sleutel="blad-31", datum=date(2027, 3, 1))
    assert [m.tekst for m in plaats([blad, *others, elders], 2027)] == [
        "1 feb 30 ondertekeningsbladen terug",
        "1 mrt Blad van Cardea terug",
    ]
