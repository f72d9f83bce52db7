"""The record of what was given out: it is read as it was written, and never half."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.programma import convenant

from convenantwerk.basis.lezer import Lezer
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.agendaboek import (
    AGENDABOEK,
    Agendaboek,
    Agendapunt,
    eis_agendaboek,
    schrijf_agendaboek,
)

if TYPE_CHECKING:
    from pathlib import Path

PUNT = """- sleutel: opzegdag-2028
  soort: opzegdag
  titel: Laatste dag
  datum: 2027-06-30
  volgnummer: %s
  uitgegeven: 2026-11-24
  tot: 2027-06-30
  inhoud: 3f2a9c41d0b7
"""
TEKST = st.text("abé 😀'\"#:*&-\u200b", min_size=1, max_size=60).map(str.strip).filter(bool)
DAG = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@given(
    st.lists(
        st.builds(
            Agendapunt,
            sleutel=TEKST,
            soort=TEKST,
            titel=TEKST,
            datum=DAG,
            volgnummer=st.integers(0, 999_999),
            uitgegeven=DAG,
            tot=DAG,
            inhoud=TEKST,
            stand=st.sampled_from(["gepland", "te laat", "afgezegd"]),
            partner=TEKST,
        ),
        max_size=4,
    )
)
def test_it_is_read_as_it_was_written(punten: list[Agendapunt]) -> None:
    """Whatever names there are; days that are the same are written each."""
    boek = Agendaboek("voorbeeld", tuple(punten))
    read, _ = bind_text(Agendaboek, schrijf_agendaboek(boek).decode(), "agenda.yaml")
    assert read == boek


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("naam: x\npunten:\n" + PUNT % "0" + PUNT % "1", "CV321"),
        ("naam: x\npunten:\n" + PUNT % "900001", "CV321"),
        ("naam: x\npunten:\n" + PUNT % "-1", "CV007"),
        ("naam: x\npunten:\n" + PUNT % "9999999", "CV007"),
        ("naam: [", "CV004"),
        ("punten: []\x00\n", "CV023"),
    ],
)
def test_what_cannot_be_read_gives_nothing_out(klein: Path, text: str, code: str) -> None:
    """No number could be sure to be higher; `controleer` tells it too, and nothing is written."""
    path = klein / AGENDABOEK
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    done = convenant("termijnen", "--ics", "agenda", cwd=klein)
    assert (done.returncode, code in done.stderr) == (1, True)
    assert not (klein / "agenda").exists()
    assert code in convenant("controleer", cwd=klein).stdout
    assert convenant("termijnen", cwd=klein).returncode == 0  # to look at needs no record


def test_without_a_record_nothing_was_given_out(klein: Path) -> None:
    """A dossier begins without."""
    assert eis_agendaboek(klein, Lezer(klein)) == Agendaboek()
