"""What counts when something was annulled: everything but that, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.dossier.bijschrijven import bijgewerkt
from convenantwerk.dossier.dossier import Instellingen, Registers
from convenantwerk.dossier.gebeurtenissen.correctie import Correctie, aanduiding, geldend
from convenantwerk.dossier.gebeurtenissen.deelname import Opzegging
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vergadering
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.dossier.registertabel import GEBEURTENISSEN

if TYPE_CHECKING:
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis

DAG = date(2026, 11, 24)
VERGADERING = Vergadering(datum=DAG, plaats="Voorbeeldstad")
OPZEGGING = Opzegging(datum=DAG, partner="politie", vorm="e-mail")
RIJEN = st.lists(
    st.builds(
        Vergadering,
        datum=st.integers(0, 5).map(lambda n: DAG + timedelta(days=n)),
        plaats=st.sampled_from(["", "Voorbeeldstad"]),
    ),
    max_size=8,
)


def weg(gebeurtenis: Gebeurtenis, dag: date = DAG, reden: str = "vergissing") -> Correctie:
    """The correctie of a gebeurtenis."""
    return Correctie(datum=dag, annuleert=aanduiding(gebeurtenis), reden=reden)


def registers(*rijen: Gebeurtenis) -> Registers:
    """Registers with these rows."""
    instellingen = Instellingen(
        titel="t", samenwerkingsverband="s", citeertitel="c", editie="e", delen=()
    )
    return Registers("klein", instellingen).met_gebeurtenissen(rijen)


def test_it_is_called_by_day_soort_name_and_a_digest_of_all() -> None:
    """Words for who reads the row, and what tells it from another; the place does not matter."""
    naam = aanduiding(OPZEGGING)
    assert naam.startswith("2026-11-24 opzegging politie ")
    assert len(naam.rpartition(" ")[2]) == 7
    assert naam != aanduiding(replace(OPZEGGING, vorm="brief"))
    assert naam != aanduiding(replace(OPZEGGING, opmerking="van de directeur"))
    (read,) = GEBEURTENISSEN.lees(GEBEURTENISSEN.schrijf([OPZEGGING]), "x")[0] or ()
    assert aanduiding(read) == naam


@given(RIJEN, st.data())
def test_to_record_and_annul_is_never_to_have_recorded(
    rijen: list[Vergadering], data: st.DataObject
) -> None:
    """Whatever row it is, and whatever stands beside it; the rows themselves all stay."""
    new = data.draw(RIJEN.filter(bool).map(lambda rows: rows[0]))
    plek = data.draw(st.integers(0, len(rijen))) if new not in rijen else len(rijen)
    alle = [*rijen[:plek], new, *rijen[plek:], weg(new)]
    gelding = geldend(alle)
    assert list(gelding.geldend) == rijen
    assert [a.gebeurtenis for a in gelding.geannuleerd] == [new]
    done = bijgewerkt(registers(*rijen[:plek], new, *rijen[plek:]), Bijschrijving())
    after = bijgewerkt(done, Bijschrijving(gebeurtenissen=(weg(new, date(2027, 1, 1)),)))
    assert list(after.gebeurtenissen) == rijen
    assert len(after.alles) == len(alle)


def test_of_two_that_are_the_same_one_goes_at_a_time() -> None:
    """A message sent twice and annulled once was sent once; annulled a third time is too often."""
    two = [VERGADERING, VERGADERING]
    assert geldend([*two, weg(VERGADERING)]).geldend == (VERGADERING,)
    assert geldend([*two, weg(VERGADERING), weg(VERGADERING)]).geldend == ()
    often = [weg(VERGADERING, reden=r) for r in ("een", "twee", "drie")]
    assert geldend([*two, *often]).geldend == (often[0],)


def test_what_is_recorded_again_counts() -> None:
    """Annulled, recorded once more, and annulled once more."""
    again = registers(VERGADERING, weg(VERGADERING))
    assert again.gebeurtenissen == ()
    again = bijgewerkt(again, Bijschrijving(gebeurtenissen=(VERGADERING,)))
    assert again.gebeurtenissen == (VERGADERING,)
    again = bijgewerkt(again, Bijschrijving(gebeurtenissen=(weg(VERGADERING),)))
    assert again.gebeurtenissen == ()


def test_a_correctie_is_annulled_like_anything_else() -> None:
    """And what it annulled counts again; so on and on, wherever the rows stand."""
    een = weg(VERGADERING)
    twee = weg(een, DAG + timedelta(days=1))
    drie = weg(twee, DAG + timedelta(days=2))
    assert geldend([VERGADERING, een, twee]).geldend == (VERGADERING,)
    assert geldend([VERGADERING, een, twee, drie]).geldend == ()
    assert geldend([drie, twee, een, VERGADERING]).geldend == ()
    known = registers(VERGADERING, een)
    after = bijgewerkt(known, Bijschrijving(gebeurtenissen=(twee,)))
    assert after.gebeurtenissen == (VERGADERING,)
