"""Working days: the holidays that the Algemene termijnenwet names, in any year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.regels import regels

from convenantwerk.dossier.regels import EigenDag
from convenantwerk.tijd.werkdagen import gesloten, laatste_werkdag, werkdagen_voor


def feestdagen(jaar: int) -> dict[str, str]:
    """Return the closed days of a year that fall in the week, by month and day."""
    dagen = (date(jaar, 1, 1) + timedelta(days=n) for n in range(366))
    found = {dag: gesloten(dag, regels()) for dag in dagen if dag.year == jaar}
    return {f"{d:%m-%d}": naam for d, naam in found.items() if naam and d.weekday() < 5}


@pytest.mark.parametrize(
    ("jaar", "verwacht"),
    [
        (2025, "01-01 04-18 04-21 05-05 05-29 06-09 12-25 12-26"),  # 27 April is a Sunday
        (2026, "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25"),
        (2028, "04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26"),
        (2016, "01-01 03-25 03-28 04-27 05-05 05-16 12-26"),  # two of them on 5 May
        (2013, "01-01 03-29 04-01 04-30 05-09 05-20 12-25 12-26"),  # still of the queen
        (2160, "01-01 03-21 03-24 05-01 05-05 05-12 12-25 12-26"),
    ],
)
def test_the_holidays_of_a_year(jaar: int, verwacht: str) -> None:
    """Those that move with Easter, those that do not, and the birthday of the king."""
    assert " ".join(feestdagen(jaar)) == verwacht


def test_a_holiday_has_the_name_that_people_give_it() -> None:
    """It is said why a letter would lie there."""
    assert feestdagen(2026) == {
        "01-01": "Nieuwjaarsdag",
        "04-03": "Goede vrijdag",
        "04-06": "Tweede paasdag",
        "04-27": "Koningsdag",
        "05-05": "Bevrijdingsdag",
        "05-14": "Hemelvaartsdag",
        "05-25": "Tweede pinksterdag",
        "12-25": "Eerste kerstdag",
    }


def test_a_birthday_on_a_sunday_is_kept_the_day_before() -> None:
    """And that Saturday is a day of the weekend like any other."""
    assert gesloten(date(2025, 4, 26), regels()) == "zaterdag"
    assert gesloten(date(2025, 4, 28), regels()) == ""


def test_working_days_go_round_weekends_holidays_and_days_of_the_office() -> None:
    """Easter of 2026 closes from Good Friday through Monday; the office closes Thursday too."""
    eigen = replace(regels(), gesloten=(EigenDag(date(2026, 4, 2), "Verhuizing"),))
    assert laatste_werkdag(date(2026, 4, 6), regels()) == date(2026, 4, 2)
    assert laatste_werkdag(date(2026, 4, 6), eigen) == date(2026, 4, 1)
    assert werkdagen_voor(date(2026, 4, 7), 1, eigen) == date(2026, 4, 1)
