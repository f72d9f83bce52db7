"""The rules of time of a convenant: the key `regels` of convenant.yaml.

The defaults are the rules of the 2018 text; where that text is silent they are a choice, and
`docs/bronformaat.md` says which.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.periode import Jaardag, Periode


@dataclass(frozen=True, slots=True)
class Vindplaatsen:
    """Where each rule stands, as the uitleg of a date cites it."""

    verlenging: str = "7.k"
    opzegging: str = "7.l"
    toetreding: str = "7.e"
    inwerking: str = "7.j"
    vergaderingen: str = "3.1"
    geheimhouding: str = "17.1"
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Stuk:
    """A paper that the Stuurgroep adopts each year (3.1).

    `uiterlijk` is the last day for it, in the year before ("volgend": it is about the year to
    come) or after ("vorig") the year that the paper is about. The text names no day.
    """

    naam: str
    uiterlijk: Jaardag
    over: Literal["volgend", "vorig"]
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class EigenDag:
    """A day on which the office is closed, beside the holidays of the country."""

    datum: date
    naam: str
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Regels:
    """The rules by which dates are reckoned.

    Args:
        verjaardag: the day on which a term of a year begins (7.k); the text names none.
        opzegtermijn: the notice period (7.l).
        per: a notice works from the next calendar year, or from the end of the notice period.
        grensgeval: whether a notice period that ends exactly on 1 January is in time ("ruim") or
            not ("veilig").
        verzendmarge: working days between dispatch and the last safe day.
        beslismoment: how long before the last safe day the Stuurgroep decides on renewal.
        regeling: within which the regeling of the consequences is drawn up, from receipt (7.l).
        vergaderingen: how often the Stuurgroep meets in a calendar year, at least (3.1).
        bewaartermijn: how long the papers of a partner that left are kept.
        herinneringen: how long before a date the calendar gives an alarm.
        stukken: what the Stuurgroep adopts each year.
        gesloten: days on which the office is closed.
    """

    verjaardag: Jaardag = Jaardag(1, 1)
    opzegtermijn: Periode = Periode(maanden=6)
    per: Literal["kalenderjaar", "einde-termijn"] = "kalenderjaar"
    grensgeval: Literal["veilig", "ruim"] = "veilig"
    verzendmarge: int = 5
    beslismoment: Periode = Periode(maanden=3)
    regeling: Periode = Periode(maanden=6)
    vergaderingen: int = 2
    bewaartermijn: Periode = Periode(jaren=5)
    herinneringen: tuple[Periode, ...] = (Periode(weken=4), Periode(weken=1))
    stukken: tuple[Stuk, ...] = (
        Stuk("jaarplan", Jaardag(12, 31), "volgend"),
        Stuk("begroting", Jaardag(12, 31), "volgend"),
        Stuk("jaarverslag", Jaardag(6, 30), "vorig"),
    )
    gesloten: tuple[EigenDag, ...] = ()
    vindplaatsen: Vindplaatsen = Vindplaatsen()
    position: Position = field(default=NERGENS, compare=False, repr=False)
