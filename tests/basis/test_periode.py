"""Periods and days of the year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.basis.periode import Jaardag, Periode, jaardag, periode


@given(st.builds(Periode, *(st.integers(0, 99) for _ in range(4))))
def test_a_period_is_written_as_it_is_read(one: Periode) -> None:
    """Reading what was written gives the same period."""
    assert periode(str(one)) == one


@pytest.mark.parametrize("text", ["", "P", "6M", "P6", "PT6H", "P-1M", "P6M1Y", "p6m", "P1.5Y"])
def test_what_is_no_period_is_refused(text: str) -> None:
    """Only whole years, months, weeks and days, in that order."""
    with pytest.raises(ValueError, match=r".*"):
        periode(text)


def test_a_month_that_is_too_short_gives_its_last_day() -> None:
    """31 August and six months is the last of February."""
    half = periode("P6M")
    assert half.na(date(2026, 8, 31)) == date(2027, 2, 28)
    assert half.na(date(2027, 8, 31)) == date(2028, 2, 29)
    assert half.voor(date(2026, 8, 31)) == date(2026, 2, 28)
    assert periode("P1Y").na(date(2024, 2, 29)) == date(2025, 2, 28)


def test_periods_in_words() -> None:
    """As a letter says it."""
    assert periode("P6M").voluit == "6 maanden"
    assert periode("P1Y").voluit == "1 jaar"
    assert periode("P1Y1M").voluit == "1 jaar en 1 maand"


def test_a_day_of_the_year() -> None:
    """29 February is 28 February in other years; a day that never comes is refused."""
    assert jaardag("01-01") == Jaardag(1, 1)
    assert jaardag("02-29").in_jaar(2027) == date(2027, 2, 28)
    assert jaardag("02-29").in_jaar(2028) == date(2028, 2, 29)
    assert str(jaardag("06-30")) == "06-30"
    for text in ("02-30", "13-01", "1-1", "0101"):
        with pytest.raises(ValueError, match=r".*"):
            jaardag(text)
