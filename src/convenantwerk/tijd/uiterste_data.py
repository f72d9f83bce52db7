"""Dates with the reasons for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

DatumSoort = Literal[
    "verlenging",
    "beslismoment",
    "opzegdag",
    "verzendadvies",
    "einde-deelname",
    "regeling",
    "vergadering",
    "vergaderingen",
    "stuk",
    "mandaat",
    "bewaartermijn",
    "geheimhouding",
]


@dataclass(frozen=True, slots=True)
class Berekening:
    """A date, and the steps by which it was found, one sentence each."""

    datum: date
    uitleg: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UitersteDatum:
    """A day on which, or before which, something must be done, or happens by itself.

    Args:
        sleutel: its name, which stays the same when the day moves: a calendar updates by it.
        soort: what kind of day it is.
        datum: the day; None for a duty that never ends.
        titel: what it is, in one line.
        uitleg: the steps by which the day was found, one sentence each.
        partner: the sleutel of the partner it is about, "" when it is about all.
        te_laat: the day has passed and what should be done is not.
        vervallen: the day no longer counts, because a notice was withdrawn.
    """

    sleutel: str
    soort: DatumSoort
    datum: date | None
    titel: str
    uitleg: tuple[str, ...]
    partner: str = ""
    te_laat: bool = False
    vervallen: bool = False
