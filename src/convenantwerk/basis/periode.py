"""Periods and days of the year, as convenant.yaml writes them: P6M, 01-01."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from convenantwerk.basis.waarde import waarde

_PERIODE = re.compile(r"P(?=\d)(?:(\d{1,2})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?")
_JAARDAG = re.compile(r"(\d{2})-(\d{2})")
_SCHRIKKELJAAR = 2024
_ENKEL_EN_MEER = (("jaar", "jaar"), ("maand", "maanden"), ("week", "weken"), ("dag", "dagen"))


@waarde
class Periode:
    """A period of ISO 8601 in whole years, months, weeks and days: "P1Y", "P6M", "P28D"."""

    jaren: int = 0
    maanden: int = 0
    weken: int = 0
    dagen: int = 0

    def __str__(self) -> str:
        """Give the period as ISO 8601 writes it."""
        parts = zip((self.jaren, self.maanden, self.weken, self.dagen), "YMWD", strict=True)
        return "P" + ("".join(f"{number}{letter}" for number, letter in parts if number) or "0D")

    @property
    def voluit(self) -> str:
        """The period in words: "6 maanden", "1 jaar en 3 maanden"."""
        numbers = (self.jaren, self.maanden, self.weken, self.dagen)
        named = [
            f"{number} {names[number != 1]}"
            for number, names in zip(numbers, _ENKEL_EN_MEER, strict=True)
            if number
        ]
        return " en ".join(named) or "0 dagen"

    def na(self, dag: date) -> date:
        """Return the day this long after `dag`; a day that its month lacks becomes its last."""
        return self._verschoven(dag, 1)

    def voor(self, dag: date) -> date:
        """Return the day this long before `dag`, clamped to the end of the month alike."""
        return self._verschoven(dag, -1)

    def _verschoven(self, dag: date, maal: int) -> date:
        """Return the day moved by years and months first, within its month, and then by days."""
        maanden = maal * (12 * self.jaren + self.maanden)
        jaar, maand = divmod(12 * dag.year + dag.month - 1 + maanden, 12)
        begin = date(jaar, maand + 1, 1)
        day = min(dag.day, monthrange(jaar, maand + 1)[1])
        return begin.replace(day=day) + maal * timedelta(days=self.dagen, weeks=self.weken)


def periode(text: str) -> Periode:
    """Return the period written as "P6M".

    Raises:
        ValueError: it is written otherwise.
    """
    match = _PERIODE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return Periode(*(int(number or 0) for number in match.groups()))


@waarde
class Jaardag:
    """A day that comes each year: "01-01"; 29 February is 28 February in other years."""

    maand: int
    dag: int

    def __str__(self) -> str:
        """Give the day as convenant.yaml writes it: month-day."""
        return f"{self.maand:02d}-{self.dag:02d}"

    def in_jaar(self, jaar: int) -> date:
        """Return the day in a year."""
        return date(jaar, self.maand, min(self.dag, monthrange(jaar, self.maand)[1]))


def jaardag(text: str) -> Jaardag:
    """Return the day written as "01-01" (month-day).

    Raises:
        ValueError: it is written otherwise, or no year has that day.
    """
    match = _JAARDAG.fullmatch(text)
    if match is None:
        raise ValueError(text)
    maand, dag = int(match[1]), int(match[2])
    date(_SCHRIKKELJAAR, maand, dag)
    return Jaardag(maand, dag)
