"""What the controles of text say of what real texts hold: often nothing."""

from datetime import date
from pathlib import Path

import pytest

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.tekst.adressen import alle_plaatsen

OP = date(2019, 6, 1)
BESTAND = "convenant/deel-1/02-artikelen.md"


def codes(klein: Path, tekst: str) -> list[str]:
    """The findings in the last file of Deel 1, when it holds this text."""
    (klein / BESTAND).write_text(tekst, encoding="utf-8")
    return [
        d.code for d in controleer(Geopend(klein, OP)).diagnostics if BESTAND in str(d.position)
    ]


@pytest.mark.parametrize(
    "tekst",
    [
        "1. Een.\n\n2. [Vervallen]",
        "[vervallen]",
        "(vervallen)",
        "Vervallen.",
        "[Vervallen per 1 januari 2019]",
        "1. Een:\n   a. [vervallen];\n   b. twee.",
    ],
)
def test_what_was_repealed_is_no_open_invulveld(klein: Path, tekst: str) -> None:
    """Nothing is to be filled in, and nothing is missing."""
    assert codes(klein, f"# 2 Proef\n\n## Artikel 1 Duur\n\n{tekst}\n") == []


def test_a_repealed_artikel_need_not_have_a_text(klein: Path) -> None:
    """Its title says that it was; of another without text it is said."""
    assert codes(klein, "# 2 Proef\n\n## Artikel 1 [Vervallen]\n") == []
    assert codes(klein, "# 2 Proef\n\n## Artikel 1 Duur (vervallen)\n") == []
    assert codes(klein, "# 2 Proef\n\n## Artikel 1 Duur\n") == ["CV108"]


def test_any_other_word_between_brackets_is_open(klein: Path) -> None:
    """Also before the number of an artikel."""
    assert codes(klein, "# 2 Proef\n\n## Artikel 1 Duur\n\n[Vervaldatum]\n") == ["CV110"]
    assert codes(klein, "# 2 Proef\n\n## [Optioneel:] Artikel 1 Duur\n\nTekst.\n") == ["CV110"]


def test_a_choice_before_an_artikel_is_filled_in(klein: Path) -> None:
    """As any invulveld is, from convenant.yaml."""
    yaml = klein / "convenant/convenant.yaml"
    old = yaml.read_text(encoding="utf-8")
    new = "invulvelden:\n  - tekst: 'Optioneel:'\n    waarde: Gekozen\n"
    yaml.write_text(old.replace("invulvelden:\n", new, 1), encoding="utf-8")
    assert codes(klein, "# 2 Proef\n\n## [Optioneel:] Artikel 1 Duur\n\nTekst.\n") == []


def test_headings_of_one_name_are_no_fout(klein: Path) -> None:
    """Under two headings, or three times under one."""
    onder = "### Toelichting\n\nEen.\n\n"
    assert codes(klein, f"# 2 Proef\n\n## A\n\n{onder}## B\n\n{onder}") == []
    assert codes(klein, f"# 2 Proef\n\n## A\n\n{onder * 3}") == []


def test_an_anker_that_was_written_twice_is(klein: Path) -> None:
    """A verwijzing could not choose."""
    assert codes(klein, "# 2 Proef\n\n## A {#a}\n\nEen.\n\n## B {#a}\n\nTwee.\n") == ["CV016"]


def test_two_artikelen_of_one_number_are_one_fout(klein: Path) -> None:
    """That of the number; their ankers follow from it."""
    tekst = "## Artikel 1 Duur\n\nEen.\n\n"
    assert codes(klein, f"# 2 Proef\n\n{tekst}{tekst}") == ["CV103"]


def test_a_text_of_artikelen_only_has_no_finding(klein: Path) -> None:
    """It needs no heading above it, nor that of a deel."""
    for path in (klein / "convenant/deel-1").iterdir():
        path.unlink()
    yaml = klein / "convenant/convenant.yaml"
    lines = yaml.read_text(encoding="utf-8").split("\n")
    begin = lines.index("invulvelden:")
    yaml.write_text("\n".join(lines[:begin] + lines[begin + 3 :]), encoding="utf-8")
    tekst = (
        "Partijen,\n\nkomen overeen:\n\n# Artikel 1 Doel\n\nTekst.\n\n# Artikel 2: Duur\n\n"
        "1. Een.\n\n1a. Ingevoegd.\n\n2. Twee.\n\n# Bijlage II Lijst\n\n• een\n• twee\n\n---\n\n"
        "Aldus overeengekomen.\n\n::: ondertekenaars\n"
    )
    (klein / BESTAND).write_text(tekst, encoding="utf-8")
    found = [d.code for d in controleer(Geopend(klein, OP)).diagnostics]
    assert set(found) <= {"CV230"}


@pytest.mark.parametrize("spatie", list("\u00a0\u2007\u202f\u2009\u3000\t"))
def test_any_space_counts_where_structure_is_read(klein: Path, spatie: str) -> None:
    """In headings, marks, tables, the place of a register, a rule and the front matter."""
    gewoon = (
        "--- \nsoort: hoofdstuk\n---\n# 2 Proef\n\n## Artikel 1 Doel\n\n1.1 Er is:\n"
        "    a. een;\n    b. twee.\n \n1.2 Zie artikel 1.1, onder b.\n\n| a | b |\n| --- | --- |\n"
        "| c | d |\n\n::: ondertekenaars \n\n--- \n\nAldus.\n"
    )
    assert codes(klein, gewoon) == []
    places = plaatsen(klein)
    assert {"deel-1-artikel-1--1.1--b", "deel-1-artikel-1--tabel-1"} <= set(places)
    anders = gewoon.replace(" ", spatie).replace(f":{spatie}h", ": h")
    assert set(codes(klein, anders)) <= {"CV048", "CV113"}  # which tell that they are others
    assert plaatsen(klein) == places


def plaatsen(klein: Path) -> list[str]:
    """The addresses of all parts of the text."""
    return [p.adres for p in alle_plaatsen(Geopend(klein, OP).tekst("met-addenda").convenant.delen)]
