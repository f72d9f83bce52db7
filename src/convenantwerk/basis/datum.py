"""Dates as they are written: 2018-06-18 in sources, 18 juni 2018 in documents.

People type them in yet other ways; `getypte_datum` reads those of which the meaning is sure.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# With room on either side, so that no period leads out of the calendar.
JAREN = range(1000, 3000)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
# As people shorten them: the first three letters and more, "mrt" and "sept" included.
_KORT: Mapping[str, int] = {
    **{maand[:3]: nummer for nummer, maand in enumerate(MAANDEN, 1)},
    **{maand: nummer for nummer, maand in enumerate(MAANDEN, 1)},
    "mrt": 3,
    "sept": 9,
}
_CIJFERS = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{1,9})")
_WOORDEN = re.compile(r"(?:([a-z]+) )?([0-9]{1,2}) ([a-z]+)\.? ([0-9]{1,9})")
_JAAR = 4  # digits
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


def getypte_datum(text: str) -> date:
    """Return the date that a person typed.

    That is 2026-07-01, 1-7-2026, 1/7/2026, 1.7.2026, 1 juli 2026 or 1 jul 2026, with the weekday
    before it if one likes: what `voluit` and `weekdag` give is read back.

    Raises:
        ValueError: it is none, or could mean more than one; with a sentence on what was understood.
    """
    typed = _getypt(text)
    if _ISO.fullmatch(typed):
        jaar, maand, dag = typed.split("-")
        return _bestaande(dag, int(maand), jaar)
    if match := _CIJFERS.fullmatch(typed):
        return _bestaande(match[1], int(match[3]), match[4])
    match = _WOORDEN.fullmatch(typed)
    if not match:
        raise ValueError("schrijf bijvoorbeeld 1-7-2026, 1 juli 2026 of 2026-07-01")
    naam, dag, maand, jaar = match.groups()
    if maand not in _KORT:
        raise ValueError(f"'{maand}' is geen maand; schrijf bijvoorbeeld 1 juli 2026")
    found = _bestaande(dag, _KORT[maand], jaar)
    if naam and naam != WEEKDAGEN[found.weekday()]:
        raise ValueError(f"{voluit(found)} is een {WEEKDAGEN[found.weekday()]}, geen {naam}")
    return found


def _bestaande(dag: str, maand: int, jaar: str) -> date:
    """Return the date of these numbers.

    Raises:
        ValueError: there is no such day; with a sentence that says so.
    """
    if len(jaar) != _JAAR:
        raise ValueError(f"schrijf het jaar met vier cijfers, niet '{jaar}'")
    if not 1 <= maand <= len(MAANDEN):
        raise ValueError(f"maand {maand} bestaat niet: eerst komt de dag, dan de maand")
    if int(jaar) not in JAREN:
        raise ValueError(f"het jaar {jaar} ligt te ver weg")
    days = monthrange(int(jaar), maand)[1]
    if not 1 <= int(dag) <= days:
        heeft = f"{MAANDEN[maand - 1]} {jaar} heeft {days} dagen"
        raise ValueError(f"{heeft}, er is geen dag {int(dag)}")
    return date(int(jaar), maand, int(dag))


def lijkt_datum(text: str) -> bool:
    """Tell whether a text has the form of a date, be there such a day or not."""
    typed = _getypt(text)
    return any(form.fullmatch(typed) for form in (_ISO, _CIJFERS, _WOORDEN))


def _getypt(text: str) -> str:
    return " ".join(text.lower().split())


def voluit(datum: date) -> str:
    """Return "18 juni 2018"."""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def weekdag(datum: date) -> str:
    """Return "maandag 18 juni 2018"."""
    return f"{WEEKDAGEN[datum.weekday()]} {voluit(datum)}"
