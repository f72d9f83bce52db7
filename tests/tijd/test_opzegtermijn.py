"""The dates of a notice: cases a jurist can read, and laws against a slow reference."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.wetten import voorbeelden

from convenantwerk.basis.datum import WEEKDAGEN, iso_date, voluit
from convenantwerk.basis.periode import Jaardag, Periode
from convenantwerk.dossier.regels import EigenDag, Regels
from convenantwerk.tijd.opzegtermijn import (
    einddatum,
    laatste_dag,
    regeling_uiterlijk,
    termijn_op,
    vertrekdag,
    verzendadvies,
)
from convenantwerk.tijd.werkdagen import gesloten, laatste_werkdag, werkdagen_voor

DAG = timedelta(days=1)
CASES = (Path(__file__).parents[1] / "cases" / "opzegtermijn.md").read_text("utf-8")
REGELS = st.builds(
    Regels,
    opzegtermijn=st.builds(Periode, maanden=st.integers(1, 18)),
    per=st.sampled_from(["kalenderjaar", "einde-termijn"]),
    grensgeval=st.sampled_from(["veilig", "ruim"]),
    regeling=st.builds(Periode, maanden=st.integers(1, 18)),
)
DAGEN = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def rijen(kolommen: int) -> list[list[str]]:
    """Return the rows of the table of the cases that has this many columns."""
    found = [
        [cel.strip() for cel in line.strip("|").split("|")]
        for line in CASES.splitlines()
        if line.startswith("| 2")
    ]
    return [rij for rij in found if len(rij) == kolommen]


@pytest.mark.parametrize("rij", rijen(5), ids=lambda rij: " ".join(rij[:3]))
def test_the_end_and_the_regeling_of_a_notice(rij: list[str]) -> None:
    """The cases of section 3 of the domain, with both readings of the grey zone."""
    ontvangen, per, grensgeval, einde, regeling = rij
    regels = Regels(per=per, grensgeval=grensgeval)  # type: ignore[arg-type]  # from the table
    assert einddatum(iso_date(ontvangen), regels).datum == iso_date(einde)
    assert regeling_uiterlijk(iso_date(ontvangen), regels).datum == iso_date(regeling)


@pytest.mark.parametrize("rij", rijen(6), ids=lambda rij: " ".join(rij[:2]))
def test_the_last_safe_day_and_the_day_of_dispatch(rij: list[str]) -> None:
    """A last day in a weekend stays where it is; the advice is the working day before it."""
    per, grensgeval, laatste, weekdag, werkdag, verzenden = rij
    regels = Regels(grensgeval=grensgeval)  # type: ignore[arg-type]  # from the table
    gevonden = laatste_dag(iso_date(per), regels)
    assert gevonden.datum == iso_date(laatste)
    assert WEEKDAGEN[gevonden.datum.weekday()] == weekdag
    assert laatste_werkdag(gevonden.datum, regels) == iso_date(werkdag)
    assert verzendadvies(gevonden.datum, regels).datum == iso_date(verzenden)
    if werkdag != laatste:
        assert "De Algemene termijnenwet verschuift deze dag niet" in gevonden.uitleg[-1]
        assert voluit(iso_date(werkdag)) in gevonden.uitleg[-1]


def test_the_grey_zone_is_told_and_the_choice_with_it() -> None:
    """1 July is a grey zone: the uitleg says so under either reading."""
    for grensgeval in ("veilig", "ruim"):
        regels = Regels(grensgeval=grensgeval)
        uitleg = " ".join(einddatum(date(2026, 7, 1), regels).uitleg)
        assert "grensgeval" in uitleg
        assert f"(grensgeval: {grensgeval})" in uitleg
        assert "grensgeval" in " ".join(laatste_dag(date(2028, 1, 1), regels).uitleg)


# --- laws ----------------------------------------------------------------------------------


def maanden_later(dag: date, maanden: int) -> date:
    """Return the slow, obvious answer: count months on the fingers, then clamp."""
    jaar, maand = dag.year, dag.month
    for _ in range(maanden):
        jaar, maand = (jaar + 1, 1) if maand == 12 else (jaar, maand + 1)
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


def einde_langzaam(dag: date, regels: Regels) -> date:
    """Walk day by day from the end of the notice period to the first day that is allowed."""
    afloop = maanden_later(dag, regels.opzegtermijn.maanden)
    if regels.per == "einde-termijn":
        return afloop
    found = afloop if regels.grensgeval == "ruim" else afloop + DAG
    while (found.month, found.day) != (1, 1):
        found += DAG
    return found


@voorbeelden(200)
@given(DAGEN, REGELS)
def test_the_end_is_that_of_the_slow_reference(dag: date, regels: Regels) -> None:
    """Any day, any notice period, both readings, both choices."""
    assert einddatum(dag, regels).datum == einde_langzaam(dag, regels)
    assert regeling_uiterlijk(dag, regels).datum == maanden_later(dag, regels.regeling.maanden)


@given(DAGEN, REGELS)
def test_a_later_notice_never_ends_earlier(dag: date, regels: Regels) -> None:
    """The end date never goes back as notice comes later."""
    assert einddatum(dag, regels).datum <= einddatum(dag + DAG, regels).datum


@given(st.integers(1992, 2100), REGELS)
def test_the_last_day_is_the_last_that_is_in_time(jaar: int, regels: Regels) -> None:
    """On that day it is in time, the day after it is not."""
    per = date(jaar, 1, 1)
    laatste = laatste_dag(per, regels).datum
    assert einde_langzaam(laatste, regels) <= per
    assert einde_langzaam(laatste + DAG, regels) > per


@given(DAGEN, st.integers(1, 12))
def test_the_margin_counts_working_days(dag: date, marge: int) -> None:
    """Between dispatch and the last working day lie exactly that many working days."""
    regels = Regels(verzendmarge=marge, gesloten=(EigenDag(dag - 3 * DAG, "Sluitingsdag"),))
    werkdag = laatste_werkdag(dag, regels)
    verzend = verzendadvies(dag, regels).datum
    between = [verzend + n * DAG for n in range(1, (werkdag - verzend).days + 1)]
    assert sum(not gesloten(one, regels) for one in between) == marge
    assert not gesloten(verzend, regels)


@given(DAGEN, REGELS)
def test_every_answer_names_its_articles(dag: date, regels: Regels) -> None:
    """Each uitleg names 7.k and 7.l."""
    answers = (
        einddatum(dag, regels),
        regeling_uiterlijk(dag, regels),
        laatste_dag(date(dag.year + 2, 1, 1), regels),
        verzendadvies(dag, regels),
    )
    for answer in answers:
        assert "7.k" in " ".join(answer.uitleg)
        assert "7.l" in " ".join(answer.uitleg)


@given(DAGEN)
def test_a_day_lies_in_its_term(dag: date) -> None:
    """The term of a day holds it, and lasts a year."""
    first, last = termijn_op(dag, Regels())
    assert first <= dag <= last
    assert (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def test_who_leaves_plans_for_january_whatever_the_anniversary() -> None:
    """A notice works per calendar year (7.l), also when terms begin in July."""
    regels = Regels(verjaardag=Jaardag(7, 1))
    assert vertrekdag(2028, regels) == date(2028, 1, 1)
    assert termijn_op(date(2027, 6, 30), regels) == (date(2026, 7, 1), date(2027, 6, 30))
    at_once = Regels(verjaardag=Jaardag(7, 1), per="einde-termijn")
    assert vertrekdag(2028, at_once) == date(2028, 7, 1)
    assert laatste_dag(date(2028, 7, 1), at_once).datum == date(2028, 1, 1)


# --- working days --------------------------------------------------------------------------


def test_days_on_which_no_letter_is_handled() -> None:
    """Weekends, Good Friday, 5 May and the own closed days; not an ordinary Monday."""
    regels = Regels(gesloten=(EigenDag(date(2027, 6, 28), "Studiedag"),))
    assert gesloten(date(2027, 6, 26), regels) == "zaterdag"
    assert gesloten(date(2027, 3, 26), regels) == "Goede vrijdag"
    assert gesloten(date(2027, 5, 5), regels) == "Bevrijdingsdag"
    assert gesloten(date(2027, 6, 28), regels) == "Studiedag"
    assert gesloten(date(2027, 6, 21), regels) == ""
    assert werkdagen_voor(date(2027, 6, 29), 1, regels) == date(2027, 6, 25)
