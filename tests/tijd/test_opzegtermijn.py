"""The dates of a notice: cases a jurist can read, and laws against a slow reference."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.regels import ONBEPAALD, STIL, regels
from tests.wetten import voorbeelden

from convenantwerk.basis.datum import WEEKDAGEN, iso_date, voluit
from convenantwerk.basis.periode import Jaardag, Periode, periode
from convenantwerk.dossier.regels import EigenDag, Looptijd, Opzegregel, Regels
from convenantwerk.tijd.opzegtermijn import (
    einddatum,
    laatste_dag,
    regeling_uiterlijk,
    vertrekdagen,
    verzendadvies,
)
from convenantwerk.tijd.werkdagen import gesloten, laatste_werkdag, werkdagen_voor

if TYPE_CHECKING:
    from convenantwerk.tijd.uiterste_data import Berekening

DAG = timedelta(days=1)
CASES = (Path(__file__).parents[1] / "cases" / "opzegtermijn.md").read_text("utf-8")
MOMENTEN = ["kalenderjaar", "maandeinde", "verjaardag", "looptijd", "einde-termijn"]
REGELS = st.builds(
    regels,
    opzegtermijn=st.builds(Periode, maanden=st.integers(1, 18)),
    per=st.sampled_from(MOMENTEN),
    grensgeval=st.sampled_from(["veilig", "ruim", None]),
    binnen=st.builds(Periode, maanden=st.integers(1, 18)),
)
LOOPTIJDEN = {
    "jaarlijks": STIL,
    "jaarlijks vanaf juli": replace(STIL, verjaardag=Jaardag(7, 1)),
    "per twee jaar vanaf 2025-03-01": replace(
        STIL, verlenging=Periode(jaren=2), verjaardag=None, vanaf=date(2025, 3, 1)
    ),
    "tot en met 2027-12-31": Looptijd(soort="bepaalde tijd", tot=date(2027, 12, 31)),
    "onbepaalde tijd": ONBEPAALD,
}
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
    rules = regels(per=per, grensgeval=grensgeval)
    assert zeker(einddatum(iso_date(ontvangen), rules)).datum == iso_date(einde)
    assert zeker(regeling_uiterlijk(iso_date(ontvangen), rules)).datum == iso_date(regeling)


@pytest.mark.parametrize("rij", rijen(7), ids=lambda rij: " ".join(rij[:4]))
def test_the_end_by_the_rules_of_others(rij: list[str]) -> None:
    """Other terms, other moments, a convenant that ends or has no end."""
    ontvangen, termijn, per, looptijd, grensgeval, einde, _ = rij
    rules = regels(
        opzegtermijn=periode(termijn),
        per=per,
        grensgeval=None if grensgeval == "-" else grensgeval,
        looptijd=LOOPTIJDEN[looptijd],
    )
    assert zeker(einddatum(iso_date(ontvangen), rules)).datum == iso_date(einde)


def zeker(berekening: Berekening | None) -> Berekening:
    """Return an answer that the rules of the test do give."""
    assert berekening is not None
    return berekening


@pytest.mark.parametrize("rij", rijen(6), ids=lambda rij: " ".join(rij[:2]))
def test_the_last_safe_day_and_the_day_of_dispatch(rij: list[str]) -> None:
    """A last day in a weekend stays where it is; the advice is the working day before it."""
    per, grensgeval, laatste, weekdag, werkdag, verzenden = rij
    rules = regels(grensgeval=grensgeval)
    gevonden = zeker(laatste_dag(iso_date(per), rules))
    assert gevonden.datum == iso_date(laatste)
    assert WEEKDAGEN[gevonden.datum.weekday()] == weekdag
    assert laatste_werkdag(gevonden.datum, rules) == iso_date(werkdag)
    assert zeker(verzendadvies(gevonden.datum, rules)).datum == iso_date(verzenden)
    if werkdag != laatste:
        assert "De Algemene termijnenwet verschuift deze dag niet" in gevonden.uitleg[-1]
        assert voluit(iso_date(werkdag)) in gevonden.uitleg[-1]


def test_the_grey_zone_is_told_and_the_choice_with_it() -> None:
    """1 July is a grey zone: the uitleg says so under either reading."""
    keuzes = {
        "veilig": "Zoals het Huis dat leest, moet de termijn voor die dag al voorbij zijn",
        "ruim": "Zoals het Huis dat leest, is de opzegging nog op tijd",
        None: "Om zeker te zijn gaan wij ervan uit",
    }
    for grensgeval, zin in keuzes.items():
        rules = regels(grensgeval=grensgeval)
        assert rules.opzegging is not None
        rules = replace(rules, opzegging=replace(rules.opzegging, gelezen_door="het Huis"))
        uitleg = " ".join(zeker(einddatum(date(2026, 7, 1), rules)).uitleg)
        assert "een grensgeval, dat het convenant openlaat" in uitleg
        assert zin in uitleg
        assert "(artikel 7, onder l, zoals het Huis dat leest)" in uitleg
        assert "grensgeval" in " ".join(zeker(laatste_dag(date(2028, 1, 1), rules)).uitleg)


def test_what_the_rules_do_not_say_has_no_answer() -> None:
    """No default speaks: without the rule there is no date."""
    dag = date(2026, 6, 1)
    none = Regels()
    assert einddatum(dag, none) is None
    assert regeling_uiterlijk(dag, none) is None
    assert laatste_dag(dag, none) is None
    assert verzendadvies(dag, none) is None
    assert list(vertrekdagen(dag, date(2040, 1, 1), none)) == []
    half = Regels(opzegging=Opzegregel(opzegtermijn=Periode(maanden=3)), looptijd=STIL)
    assert einddatum(dag, half) is None
    assert regels(verzendmarge=5).opzegging is not None
    assert verzendadvies(dag, replace(regels(), verzendmarge=None)) is None


# --- laws ----------------------------------------------------------------------------------


def maanden_later(dag: date, maanden: int) -> date:
    """Return the slow, obvious answer: count months on the fingers, then clamp."""
    jaar, maand = dag.year, dag.month
    for _ in range(maanden):
        jaar, maand = (jaar + 1, 1) if maand == 12 else (jaar, maand + 1)
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


def einde_langzaam(dag: date, rules: Regels) -> date:
    """Walk day by day from the end of the notice period to the first day that is allowed."""
    regel = rules.opzegging
    assert regel is not None
    assert regel.opzegtermijn is not None
    afloop = maanden_later(dag, regel.opzegtermijn.maanden)
    if regel.per == "einde-termijn":
        return afloop
    found = afloop if regel.grensgeval == "ruim" else afloop + DAG
    while found.day != 1 or (regel.per != "maandeinde" and found.month != 1):
        found += DAG
    return found


@voorbeelden(200)
@given(DAGEN, REGELS)
def test_the_end_is_that_of_the_slow_reference(dag: date, rules: Regels) -> None:
    """Any day, any notice period, every moment, every choice."""
    assert zeker(einddatum(dag, rules)).datum == einde_langzaam(dag, rules)
    assert rules.gevolgen is not None
    maanden = rules.gevolgen.binnen.maanden
    assert zeker(regeling_uiterlijk(dag, rules)).datum == maanden_later(dag, maanden)


@given(DAGEN, REGELS)
def test_a_later_notice_never_ends_earlier(dag: date, rules: Regels) -> None:
    """The end date never goes back as notice comes later."""
    assert zeker(einddatum(dag, rules)).datum <= zeker(einddatum(dag + DAG, rules)).datum


@given(st.integers(1992, 2100), REGELS)
def test_the_last_day_is_the_last_that_is_in_time(jaar: int, rules: Regels) -> None:
    """On that day it is in time, the day after it is not."""
    per = date(jaar, 1, 1)
    laatste = zeker(laatste_dag(per, rules)).datum
    assert einde_langzaam(laatste, rules) <= per
    assert einde_langzaam(laatste + DAG, rules) > per


@given(DAGEN, st.integers(1, 12))
def test_the_margin_counts_working_days(dag: date, marge: int) -> None:
    """Between dispatch and the last working day lie exactly that many working days."""
    rules = regels(verzendmarge=marge, gesloten=(EigenDag(dag - 3 * DAG, "Sluitingsdag"),))
    werkdag = laatste_werkdag(dag, rules)
    verzend = zeker(verzendadvies(dag, rules)).datum
    between = [verzend + n * DAG for n in range(1, (werkdag - verzend).days + 1)]
    assert sum(not gesloten(one, rules) for one in between) == marge
    assert not gesloten(verzend, rules)


@given(DAGEN, REGELS)
def test_every_answer_names_its_article_and_no_file(dag: date, rules: Regels) -> None:
    """Partners read the uitleg too."""
    answers = (
        einddatum(dag, rules),
        regeling_uiterlijk(dag, rules),
        laatste_dag(date(dag.year + 2, 1, 1), rules),
        verzendadvies(dag, rules),
    )
    for answer in answers:
        uitleg = " ".join(zeker(answer).uitleg)
        assert "artikel 7, onder l" in uitleg
        assert ".yaml" not in uitleg
        assert "grensgeval:" not in uitleg


def test_who_leaves_plans_for_the_days_from_which_a_notice_works() -> None:
    """January by the calendar year, else the day on which a new term would bind."""
    juli = LOOPTIJDEN["jaarlijks vanaf juli"]
    vanaf, tot = date(2027, 12, 31), date(2029, 12, 31)
    for per, days in {
        "kalenderjaar": [date(2028, 1, 1), date(2029, 1, 1)],
        "verjaardag": [date(2028, 7, 1), date(2029, 7, 1)],
        "einde-termijn": [date(2028, 7, 1), date(2029, 7, 1)],
        "maandeinde": [date(2028, 7, 1), date(2029, 7, 1)],
    }.items():
        assert list(vertrekdagen(vanaf, tot, regels(per=per, looptijd=juli))) == days
    at_once = regels(per="einde-termijn", looptijd=juli)
    assert zeker(laatste_dag(date(2028, 7, 1), at_once)).datum == date(2028, 1, 1)
    for per in ("einde-termijn", "maandeinde"):
        assert list(vertrekdagen(vanaf, tot, regels(per=per, looptijd=ONBEPAALD))) == []
    einde = LOOPTIJDEN["tot en met 2027-12-31"]
    assert list(vertrekdagen(date(2026, 1, 1), tot, regels(per="looptijd", looptijd=einde))) == []


# --- working days --------------------------------------------------------------------------


def test_days_on_which_no_letter_is_handled() -> None:
    """Weekends, Good Friday, 5 May and the own closed days; not an ordinary Monday."""
    rules = Regels(gesloten=(EigenDag(date(2027, 6, 28), "Studiedag"),))
    assert gesloten(date(2027, 6, 26), rules) == "zaterdag"
    assert gesloten(date(2027, 3, 26), rules) == "Goede vrijdag"
    assert gesloten(date(2027, 5, 5), rules) == "Bevrijdingsdag"
    assert gesloten(date(2027, 6, 28), rules) == "Studiedag"
    assert gesloten(date(2027, 6, 21), rules) == ""
    assert werkdagen_voor(date(2027, 6, 29), 1, rules) == date(2027, 6, 25)
