"""Dates as they are written: 2018-06-18 in sources, 18 juni 2018 in documents."""

from __future__ import annotations

import re
from datetime import date

# With room on either side, so that no period leads out of the calendar.
JAREN = range(1000, 3000)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def iso_date(text: str) -> date:
    """Return the date written as 2018-06-18.

    Raises:
        ValueError: it is written otherwise (20180618, 2018-W25-1), there is no such day, or its
            year is not one of JAREN.
    """
    if not _ISO.fullmatch(text):
        raise ValueError(text)
    dag = date.fromisoformat(text)
    if dag.year not in JAREN:
        raise ValueError(text)
    return dag


def voluit(datum: date) -> str:
    """Return "18 juni 2018"."""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def weekdag(datum: date) -> str:
    """Return "maandag 18 juni 2018"."""
    return f"{WEEKDAGEN[datum.weekday()]} {voluit(datum)}"
