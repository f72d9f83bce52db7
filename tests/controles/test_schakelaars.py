"""Switches in the source: an opmerking at the words says that a finding is right as it is."""

import re
from datetime import date
from pathlib import Path

import pytest

from convenantwerk.basis.codes import CODES as BEKEND
from convenantwerk.geopend.geopend import Geopend

OP = date(2026, 6, 1)
CODES = ("CV116", "CV117", "CV118", "CV119", "CV120", "CV121")


def bevonden(klein: Path, text: str, op: date = OP) -> list[str]:
    """Return the findings about words in a chapter of one text, with their lines."""
    path = klein / "convenant" / "deel-1" / "02-artikelen.md"
    path.write_text(f"# 2 Proef\n\n{text}\n", encoding="utf-8")
    found = Geopend(klein, op).tekst("doorlopend").diagnostics
    return [
        f"{d.code} {d.ernst} {d.position.line}"
        for d in sorted(found, key=lambda d: d.position)
        if d.code in CODES
    ]


def test_an_opmerking_switches_off_what_is_beside_it(klein: Path) -> None:
    """And nothing else: not the alinea behind it, not another finding in it."""
    text = (
        "<!-- goed: CV121, omdat het een citaat is -->\nMomenteel geldt de Wbp.\n\n"
        "Thans ook.\n\n"
        "1. Lid:\n   <!-- goed: CV121 'thans', omdat het zo is besloten -->\n"
        "   a. thans, en momenteel;\n   b. thans."
    )
    assert bevonden(klein, text) == [
        "CV120 waarschuwing 4",
        "CV121 hint 6",
        "CV121 hint 10",
        "CV121 hint 11",
    ]


def test_a_note_goes_with_the_words_that_call_it(klein: Path) -> None:
    """What is above an alinea is about its notes too, wherever those stand."""
    noten = "[^7]: Thans.\n[^8]: Thans."
    text = f"<!-- goed: CV121, omdat het zo is -->\nTekst.[^7]\n\nMeer.[^8]\n\n{noten}"
    assert bevonden(klein, text) == ["CV121 hint 9"]


def test_one_that_is_not_needed_is_told(klein: Path) -> None:
    """At its own place."""
    text = "Tekst.\n\n<!-- goed: CV121, omdat het een citaat is -->\nDe woorden zijn weg."
    assert bevonden(klein, text) == ["CV117 hint 5"]


def test_a_fout_cannot_be_switched_off(klein: Path) -> None:
    """Nor can what is no finding about the text."""
    text = (
        "<!-- goed: CV110, omdat wij dat later invullen -->\nEen [plek].\n\n"
        "<!-- goed: CV999, omdat het zo is -->\nTekst."
    )
    assert bevonden(klein, text) == ["CV116 fout 3", "CV116 fout 6"]


def test_it_counts_before_convenant_yaml(klein: Path) -> None:
    """What a dossier finds graver is still right at words that say so."""
    path = klein / "convenant/convenant.yaml"
    regel = "controles:\n  - {code: CV121, ernst: waarschuwing, waarom: zo is besloten}\n"
    path.write_text(path.read_text("utf-8").rstrip() + f"\n{regel}", encoding="utf-8")
    text = "<!-- goed: CV121, omdat het een citaat is -->\nThans.\n\nThans."
    assert bevonden(klein, text) == ["CV121 waarschuwing 6"]


def test_it_goes_with_the_text_that_an_addendum_replaces(klein: Path) -> None:
    """It is not told as needless where the words are gone; it stays where they stay."""
    text = (
        "## Artikel 2 Taken\n\n<!-- goed: CV121, omdat het zo is -->\n1. Thans een.\n\n2. Twee."
        "\n\n## Artikel 3 Duur\n\n<!-- goed: CV121, omdat het zo is -->\nThans drie."
    )
    addendum = klein / "addenda" / "2021-01-01-nieuw"
    addendum.mkdir()
    (addendum / "01-lid.md").write_text("1. Een, en wel nu.\n", encoding="utf-8")
    (addendum / "addendum.yaml").write_text(
        "titel: Nieuw\nbesluit: Stuurgroepbesluit van 1 december 2020\n"
        "ingangsdatum: 2021-01-01\nwijzigingen:\n"
        "  - {soort: vervangen, plaats: deel-1-artikel-2--1, tekst: 01-lid.md}\n"
        "  - {soort: vervangen-tekst, plaats: deel-1-artikel-3, oud: drie, nieuw: vier}\n",
        encoding="utf-8",
    )
    assert bevonden(klein, text, date(2020, 6, 1)) == []
    assert bevonden(klein, text) == []
    convenant = Geopend(klein, OP).tekst("doorlopend").convenant
    assert "vier" in str(convenant)
    assert "een, en wel nu" in str(convenant).lower()


@pytest.mark.parametrize(
    ("code", "woorden"),
    [
        ("CV122", "Het is XX euro."),
        ("CV123", "Zie hierboven."),
        ("CV144", "De de partner doet het."),
    ],
)
def test_the_line_that_a_tip_names_does_what_it_says(klein: Path, code: str, woorden: str) -> None:
    """As it stands there, with a reason in the place of the dots."""
    path = klein / "convenant" / "deel-1" / "02-artikelen.md"
    for boven in (0, 1):
        (regel,) = re.findall("<!--.*-->", BEKEND[code].tip) if boven else ("",)
        regel = regel.replace("\u2026", "het zo hoort")
        path.write_text(f"# 2 Proef\n\n{regel}\n{woorden}\n", encoding="utf-8")
        found = Geopend(klein, OP).tekst("doorlopend").nagelezen
        assert [d.code for d in found if d.code in (code, "CV117", "CV118")] == [code][boven:]
