"""The controles of words; the cases are in tests/cases/woorden.md."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.gevallen import Geval, gevallen

from convenantwerk.geopend.geopend import Geopend

OP = date(2026, 6, 1)
CODES = ("CV109", "CV120", "CV121", "CV122", "CV123")


def hoofdstuk(klein: Path, text: str) -> Path:
    """Write a chapter of one text."""
    path = klein / "convenant" / "deel-1" / "02-artikelen.md"
    path.write_text(f"# 2 Proef\n\n{text}\n", encoding="utf-8")
    return path


@pytest.mark.traag
@pytest.mark.parametrize("geval", gevallen("woorden"), ids=lambda geval: geval.titel)
def test_the_words_of_a_chapter(geval: Geval, klein: Path) -> None:
    """Each gives the findings that its case lists, in order, at the first of the words."""
    path = hoofdstuk(klein, geval.bron)
    lines = path.read_text("utf-8").splitlines()
    found = []
    for d in sorted(Geopend(klein, OP).tekst().diagnostics, key=lambda d: d.position):
        if d.code in CODES:
            woorden = re.findall("'([^']*)'", d.melding)[0]
            found.append(f"{d.code} {woorden}")
            assert lines[d.position.line - 1][d.position.column - 1 :].startswith(woorden)
    assert (found or ["goed"]) == geval.verwacht


WEG = (
    *("Wet bescherming persoonsgegevens", "Wbp", "WBP", "Richtlijn 95/46/EG", "richtlijn 95/46"),
    *("ministerie van VenJ", "Ministerie van V&J", "Minister van Veiligheid en Justitie"),
    *("ministerie van Justitie", "College bescherming persoonsgegevens", "CBP"),
    *("Bureau Jeugdzorg", "bureaus jeugdzorg", "Wet op de jeugdzorg", "AMK", "AMHK"),
    *("Advies- en Meldpunt Kindermishandeling", "Steunpunt Huiselijk Geweld"),
    *("Algemene Wet Bijzondere Ziektekosten", "AWBZ", "Wet werk en bijstand", "WWB", "Wwb"),
    *("Wet bijzondere opnemingen in psychiatrische ziekenhuizen", "Wet Bopz", "BOPZ"),
    *("gemeentelijke basisadministratie persoonsgegevens", "GBA", "Wob"),
    *("Wet openbaarheid van bestuur", "Politiewet 1993", "KLPD", "Landelijke Eenheid"),
    *("Korps landelijke politiediensten", "Wet politieregisters", "Kwaliteitswet zorginstellingen"),
    *("Wet klachtrecht cliënten zorgsector", "Wkcz", "IGZ", "Inspectie Jeugdzorg"),
    *("Inspectie voor de Gezondheidszorg", "wetsvoorstel WGS"),
    "wetsvoorstel gegevensverwerking door samenwerkingsverbanden",
)


def test_every_name_of_what_is_gone_is_found(klein: Path) -> None:
    """Whatever letters are looked for first, they are in each of the names."""
    hoofdstuk(klein, "\n\n".join(f"Dit volgt uit {naam}." for naam in WEG))
    found = [d.onderwerp for d in Geopend(klein, OP).tekst().diagnostics if d.code == "CV120"]
    assert found == list(WEG)


def test_before_its_day_nothing_is_gone(klein: Path) -> None:
    """A text of then named what was there then."""
    hoofdstuk(klein, "De Wbp, Bureau Jeugdzorg, het KLPD en de Wob.")
    vroeg = Geopend(klein, date(2012, 12, 31)).tekst().diagnostics
    assert [d for d in vroeg if d.code == "CV120"] == []
    assert len([d for d in Geopend(klein, OP).tekst().diagnostics if d.code == "CV120"]) == 4


def schakel(klein: Path, *regels: str) -> list[str]:
    """Return the findings about words with switches in convenant.yaml."""
    path = klein / "convenant/convenant.yaml"
    text = path.read_text("utf-8").rstrip() + "\ncontroles:\n"
    path.write_text(text + "".join(f"  - {{{regel}}}\n" for regel in regels), encoding="utf-8")
    found = Geopend(klein, OP).tekst().diagnostics
    codes = (*CODES, "CV116", "CV117")
    return [f"{d.code} {d.ernst}" for d in found if d.code in codes]


def test_a_dossier_says_how_grave_a_finding_is(klein: Path) -> None:
    """Off, or graver; for the whole text, one place, or one word."""
    hoofdstuk(klein, "## Artikel 1 Nu\n\nMomenteel.\n\nEn thans.\n\n## Artikel 2 Wet\n\nDe Wbp.")
    waarom = "waarom: zo is het besloten"
    regels = (
        f"code: CV121, ernst: fout, woorden: thans, {waarom}",
        f"code: CV121, ernst: uit, bij: deel-1-artikel-1, {waarom}",
        f"code: CV120, ernst: uit, bij: deel-1-artikel-2, {waarom}",
    )
    assert schakel(klein, *regels) == ["CV121 fout"]


def test_a_switch_finds_words_on_any_line_of_a_paragraph(klein: Path) -> None:
    """They are in the lid that begins lines before, and a reference may stand between."""
    hoofdstuk(klein, "## Artikel 1 Nu\n\n1. Een lid dat, zie\n   artikel\n   1, thans\n   geldt.")
    regel = "code: CV121, ernst: uit, bij: deel-1-artikel-1--1, waarom: zo is het besloten"
    assert schakel(klein, regel) == []


def test_a_switch_that_cannot_be_is_told(klein: Path) -> None:
    """A fout stays one; an unknown code is none."""
    waarom = "waarom: zo is het besloten"
    codes = [f"code: {code}, ernst: uit, {waarom}" for code in ("CV110", "CV999")]
    assert schakel(klein, *codes) == ["CV116 fout", "CV116 fout"]


def test_a_switch_that_changes_nothing_is_told(klein: Path) -> None:
    """Once the words are gone, so may it."""
    assert schakel(klein, "code: CV121, ernst: uit, waarom: zo is het") == ["CV117 hint"]
