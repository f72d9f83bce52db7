"""What is made of a file that was read, case by case as a jurist would check it."""

import pytest
from tests.gevallen import CASES, Geval, gevallen
from tests.invoer.bouwen.gezien import ingelezen

from convenantwerk.invoer.bewijs import verschil
from convenantwerk.invoer.bouwen import bouw
from convenantwerk.invoer.gebouwd import Gebouwd
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.schrijven import schrijf_tekst

GEVALLEN = gevallen("inlezen")


def _verwacht(titel: str) -> str:
    """Return the text that a case expects: its lines that begin with four spaces."""
    text = (CASES / "inlezen.md").read_text(encoding="utf-8")
    blok = text.split(f"\n## {titel}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in blok.split("\n") if line.startswith("    ") or not line]
    return "\n".join(line[4:] for line in lines).strip("\n")


def _geschreven(gebouwd: Gebouwd) -> str:
    lines = [f"titel: {gebouwd.titel}"] if gebouwd.titel else []
    for pad, bestand in gebouwd.bestanden.items():
        lines += [f"=== {pad}", schrijf_tekst(bestand).rstrip("\n")]
    return "\n".join(lines)


def _gemeld(gebouwd: Gebouwd) -> list[str]:
    return [
        *(f"onzeker: {o.tekst} | {o.waarom}" for o in gebouwd.onzeker),
        *(f"weggelaten: {w.tekst} | {w.waarom}" for w in gebouwd.weggelaten),
        *(f"bewerkt: {b.was} → {b.wordt} | {b.waarom}" for b in gebouwd.bewerkt),
    ]


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.titel)
def test_the_text_is_what_a_person_would_write(geval: Geval) -> None:
    """The files, and what the report says; and no word is lost or added."""
    gelezen = ingelezen(geval.bron.split("\n"))
    gebouwd = bouw(gelezen)
    assert _geschreven(gebouwd) == _verwacht(geval.titel)
    assert _gemeld(gebouwd) == geval.verwacht
    assert verschil(gelezen, gebouwd) == ({}, {})


def test_there_are_many_cases() -> None:
    """Sixty at the least, each with a name of its own."""
    assert len(GEVALLEN) >= 60
    assert len({geval.titel for geval in GEVALLEN}) == len(GEVALLEN)


@pytest.mark.parametrize("geval", GEVALLEN[::9], ids=lambda geval: geval.titel)
def test_what_is_made_reads_back_as_it_is(geval: Geval) -> None:
    """Written and read again each file is equal, and there is no fout."""
    for pad, bestand in bouw(ingelezen(geval.bron.split("\n"))).bestanden.items():
        again, found = lees_tekst(schrijf_tekst(bestand), pad)
        assert again == bestand
        assert not [bevinding for bevinding in found if bevinding.ernst == "fout"]


@pytest.mark.parametrize("geval", GEVALLEN[::9], ids=lambda geval: geval.titel)
def test_every_line_has_a_place(geval: Geval) -> None:
    """Each line of the file was placed in a part of the text, or left out."""
    gelezen = ingelezen(geval.bron.split("\n"))
    gebouwd = bouw(gelezen)
    there = {plaatsing.plek for plaatsing in gebouwd.plaatsingen}
    gone = {weg.plek for weg in gebouwd.weggelaten}
    lijnen = {brok.plek for brok in gelezen.brokken if type(brok).__name__ == "Lijnbrok"}
    assert {brok.plek for brok in gelezen.brokken} - lijnen == (there | gone) - lijnen
