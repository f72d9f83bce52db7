"""Addenda applied: the cases of tests/cases/wijzigingen.md, and what holds for every addendum."""

import re
from datetime import date
from typing import NamedTuple

import pytest
from tests.gevallen import CASES

from convenantwerk.addenda.wijzigingen import pas_toe
from convenantwerk.basis.diagnostics import Diagnostic
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.dossier import Addendum, Addendumgegevens, Wijziging
from convenantwerk.tekst.adressen import Part, with_ankers
from convenantwerk.tekst.boom import Element, Tekst
from convenantwerk.tekst.lezen import lees_fragment, lees_tekst

Delen = tuple[Element, ...]


class Geval(NamedTuple):
    """A case: the old text, the wijzigingen in YAML, their texts by file name, what comes out."""

    titel: str
    oud: str
    yaml: str
    teksten: dict[str, str]
    wordt: str
    fouten: list[str]


def cases() -> list[Geval]:
    """The cases of tests/cases/wijzigingen.md."""
    text = (CASES / "wijzigingen.md").read_text(encoding="utf-8")
    return [_geval(block) for block in text.split("\n## ")[1:]]


def _geval(block: str) -> Geval:
    titel, _, rest = block.partition("\n")
    before, yaml, after = re.split(r"```(?:yaml)?\n", rest)
    texts, _, wordt = after.partition("\nwordt\n")
    named = re.findall(r"^(\S+\.md)\n\n((?:>.*\n?)+)", texts, re.MULTILINE)
    fouten = re.findall(r"^- (.*)", texts, re.MULTILINE)
    teksten = {naam: _quoted(quote) for naam, quote in named}
    return Geval(titel, _quoted(before), yaml, teksten, _quoted(wordt), fouten)


def _quoted(half: str) -> str:
    return "\n".join(re.findall(r"^> ?(.*)", half, re.MULTILINE))


def deel(text: str) -> Delen:
    """A text as the only hoofdstuk of Deel 1."""
    bestand, found = lees_tekst(text, "proef.md")
    assert bestand is not None
    assert found == ()
    titled = Element("deel", "Deel 1", "1", (Tekst("Proef"),), "deel-1", (bestand.element,))
    return with_ankers([titled])


def addendum(yaml: str, teksten: dict[str, str]) -> Addendum:
    """An addendum of 1 January 2027 called "proef"."""
    lines = "\n".join(f"  {line}" for line in yaml.splitlines())
    text = f"titel: Proef\nbesluit: Besluit\ningangsdatum: 2027-01-01\nwijzigingen:\n{lines}\n"
    gegevens, found = bind_text(Addendumgegevens, text, "addenda/proef/addendum.yaml")
    assert found == ()
    assert gegevens is not None
    return Addendum("proef", gegevens, {naam: fragment(naam, t) for naam, t in teksten.items()})


def fragment(naam: str, text: str) -> tuple[Part, ...]:
    """A text of an addendum, without findings."""
    parts, found = lees_fragment(text, f"addenda/proef/{naam}")
    assert found == ()
    return parts


@pytest.mark.parametrize("geval", cases(), ids=lambda geval: geval.titel)
def test_an_addendum_does_what_it_says(geval: Geval) -> None:
    """The text becomes what the case says, exactly; or the fout and its tip are given."""
    delen, found = pas_toe(deel(geval.oud), addendum(geval.yaml, geval.teksten), "doorlopend")
    assert [line for f in found for line in (f"{f.code} {f.melding}", f.tip)] == geval.fouten
    assert delen == deel(geval.wordt or geval.oud)


def apply(oud: str, *wijzigingen: Wijziging) -> tuple[Delen, list[Diagnostic]]:
    """Apply wijzigingen that need no texts."""
    gegevens = Addendumgegevens("Proef", "Besluit", date(2027, 1, 1), wijzigingen)
    return pas_toe(deel(oud), Addendum("proef", gegevens, {}), "doorlopend")


TEKST = "# 1 Overleg\n\nDe Manager beslist.\n"


def test_an_addendum_is_applied_whole_or_not_at_all() -> None:
    """One wijziging that cannot be carried out keeps the others out too, and all are reported."""
    delen, found = apply(
        TEKST,
        Wijziging("vervangen-tekst", oud="Manager", nieuw="ketenmanager"),
        Wijziging("vervallen", plaats="deel-1-hoofdstuk-9"),
        Wijziging("vervallen", plaats="deel-1-hoofdstuk-8"),
    )
    assert delen == deel(TEKST)
    assert [f.code for f in found] == ["CV015", "CV015"]


def test_a_soort_that_does_not_count_is_passed_over() -> None:
    """In an edition where a soort does not count, it changes nothing and need not fit."""
    gegevens = Addendumgegevens(
        "P", "B", date(2027, 1, 1), (Wijziging("vervallen", plaats="nergens"),)
    )
    delen, found = pas_toe(deel(TEKST), Addendum("p", gegevens, {}), "met-addenda")
    assert delen == deel(TEKST)
    assert [f.code for f in found] == ["CV042"]  # but nobody is told that it is in it


@pytest.mark.parametrize(
    ("wijziging", "reden"),
    [
        (Wijziging("vernummeren", plaats="deel-1-hoofdstuk-1", nieuw="8 a"), "geen nummer"),
        (Wijziging("vernummeren", plaats="deel-1-hoofdstuk-1--alinea-1", nieuw="2"), "heeft geen"),
        (Wijziging("hernoemen", plaats="deel-1-hoofdstuk-1--alinea-1", nieuw="X"), "opschrift"),
        (Wijziging("hernoemen", plaats="deel-1", oud="Zo", nieuw="X"), "“Zo” staat niet"),
        (Wijziging("hernoemen", nieuw="X"), "niet wat een andere naam krijgt"),
        (Wijziging("hernoemen", oud="zo", nieuw="X"), "“zo” staat niet in de tekst"),
        (Wijziging("overleg", plaats="deel-1", protocol="landelijk"), "geen overleg"),
        (Wijziging("verplaatsen", plaats="deel-1", in_="deel-1-hoofdstuk-1"), "in zichzelf"),
        (Wijziging("vervangen-tekst", oud="Manager", nieuw="Manager"), "door zichzelf"),
        (Wijziging("vervallen", plaats="a--" * 10_000 + "a"), "hoogstens 20 niveaus diep"),
    ],
)
def test_what_cannot_be_done_is_explained(wijziging: Wijziging, reden: str) -> None:
    """Each refusal says why, at the place of the wijziging."""
    delen, found = apply(TEKST, wijziging)
    assert delen == deel(TEKST)
    assert [f.code for f in found] == ["CV015"]
    assert reden in found[0].melding
    assert found[0].tip


def test_words_that_were_replaced_are_not_lost_to_a_larger_change() -> None:
    """A part in which words were replaced cannot be removed by the same addendum."""
    _, found = apply(
        TEKST,
        Wijziging("vervangen-tekst", oud="Manager", nieuw="ketenmanager"),
        Wijziging("vervallen", plaats="deel-1-hoofdstuk-1"),
    )
    assert [f.code for f in found] == ["CV015"]
    assert "verving een eerdere wijziging" in found[0].melding


def test_addenda_cannot_heap_lists_without_end() -> None:
    """Each puts one list in the last of the addendum before it; at some depth that is refused."""
    delen = deel("# 1 Overleg\n\n- begin\n")
    plaats = "deel-1-hoofdstuk-1--streep-1"
    found: list[Diagnostic] = []
    while not found and plaats.count("--") < 60:
        delen, found = pas_toe(
            delen,
            addendum(f"- soort: invoegen\n  in: {plaats}\n  tekst: a.md", {"a.md": "- dieper\n"}),
            "doorlopend",
        )
        plaats += "--streep-1"
    assert plaats.count("--") == 22  # refused below the twenty-first
    assert [f.code for f in found] == ["CV015"]
