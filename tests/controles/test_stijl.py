"""The controles of style; the cases are in tests/cases/stijl.md."""

from pathlib import Path

import pytest
from tests.gevallen import Geval, gevallen
from tests.lezing import bron, onderzoek_van, voorbeelden
from tests.programma import convenant

from convenantwerk.basis.diagnostics import Diagnostic
from convenantwerk.controles.stijl import GEWOON
from convenantwerk.controles.tabel import bevindingen


def gevonden(text: str) -> list[Diagnostic]:
    """Return what is found in a chapter, by place."""
    return sorted(bevindingen(onderzoek_van(text), "stijl"))


@pytest.mark.parametrize("geval", gevallen("stijl"), ids=lambda geval: geval.titel)
def test_the_style_of_a_chapter(geval: Geval) -> None:
    """Each gives the hints that its case lists, in order, each at its words."""
    found = gevonden(" ".join(geval.bron.split("\n")) if "\n-" not in geval.bron else geval.bron)
    assert ([f"{one.code} {one.onderwerp}" for one in found] or ["goed"]) == geval.verwacht
    assert {one.ernst for one in found} <= {"hint"}


def test_each_is_at_its_first_place() -> None:
    """Of a word, and of a sentence within a paragraph."""
    tekst = "Zo is het. Het wordt gezien, wordt gelezen en wordt vergeten. Zie thans: thans."
    line = bron(tekst).splitlines()[2]
    for one in gevonden(tekst):
        assert line[one.position.column - 1 :].startswith(one.onderwerp)
    assert [one.melding for one in gevonden(tekst)] == [
        "de zin die begint met 'Het wordt gezien, wordt gelezen en' zegt 3 keer 'worden'",
        "'thans' kan eenvoudiger; ook op 1 andere plaats",
    ]


@pytest.mark.parametrize(("code", "fout", "goed"), voorbeelden("CV18"))
def test_the_examples_in_the_docs_are_true(code: str, fout: str, goed: str) -> None:
    """The wrong one has just this hint, the right one none."""
    assert [one.code for one in gevonden(fout)] == [code]
    assert gevonden(goed) == []


def test_the_table_of_words_is_sound() -> None:
    """No word is told to be another that is told too."""
    assert not {gewoon for gewoon in GEWOON.values() if gewoon in GEWOON}
    assert list(GEWOON) == sorted(GEWOON)


@pytest.mark.parametrize(
    "tekst", ["a. " * 30_000, "en / " * 30_000, ";" * 50_000, "niet on" * 20_000]
)
def test_long_texts_end(tekst: str) -> None:
    """They take no more than their letters."""
    assert len(gevonden(f"De {tekst}")) < 5


def test_style_is_asked_by_an_option(klein: Path) -> None:
    """Without it nothing of it is told."""
    path = klein / "convenant" / "deel-1" / "02-artikelen.md"
    path.write_text(bron("Zij doen dat teneinde te helpen."), encoding="utf-8")
    assert "CV184" not in convenant("controleer", "--spelling", cwd=klein).stdout
    assert "'teneinde' kan eenvoudiger" in convenant("controleer", "--stijl", cwd=klein).stdout
