"""The controles of how a text is built up; the cases are in tests/cases/opbouw.md."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.gevallen import Geval, gevallen
from tests.voorbeelden import HOLLANDS_MIDDEN, ROOT

from convenantwerk.basis.codes import opbouw
from convenantwerk.basis.diagnostics import Diagnostic
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.tekst.boom import Convenant, Element
from convenantwerk.tekst.lezen import lees_tekst

OP = date(2026, 6, 1)
CODES = {code.code for code in opbouw.CODES}
DIAGNOSTIEK = (ROOT / "docs" / "diagnostiek.md").read_text(encoding="utf-8")


def nagelezen(text: str, op: date = OP) -> list[Diagnostic]:
    """Return what the controles of this group find in a chapter, in order."""
    bestand, _ = lees_tekst(f"# 2 Proef\n\n{text}\n", "proef.md")
    assert bestand is not None
    deel = Element("deel", "Deel 1", "1", (), "deel-1", (bestand.element,))
    onderzoek = Onderzoek(op=op, convenant=Convenant((deel,), ""))
    return sorted(d for d in bevindingen(onderzoek, "nalezen") if d.code in CODES)


@pytest.mark.parametrize("geval", gevallen("opbouw"), ids=lambda geval: geval.titel)
def test_how_a_chapter_is_built(geval: Geval) -> None:
    """Each gives the findings that its case lists, in order, each at a place in the text."""
    lines = f"# 2 Proef\n\n{geval.bron}\n".splitlines()
    found = []
    for d in nagelezen(geval.bron):
        found.append(f"{d.code} {d.onderwerp}")
        assert 0 < d.position.column <= len(lines[d.position.line - 1])
    assert (found or ["goed"]) == geval.verwacht


def voorbeelden() -> list[tuple[str, str, str]]:
    """Return code, "fout" or "goed" and the text of each example in docs/diagnostiek.md."""
    found = []
    for code in sorted(CODES):
        (blok,) = re.findall(rf"### {code} .*?```text\n(.*?)```", DIAGNOSTIEK, re.DOTALL)
        for deel in re.split(r"^(?=goed:)", blok, maxsplit=1, flags=re.MULTILINE):
            text = "\n".join(line[7:] for line in deel.splitlines())
            found.append((code, deel[:4], text))
    return found


@pytest.mark.parametrize(("code", "wat", "text"), voorbeelden())
def test_the_examples_of_each_code_are_true(code: str, wat: str, text: str) -> None:
    """What is called wrong has that finding and no other of this group; what is right has none."""
    assert [d.code for d in nagelezen(text)][:1] == ([code] if wat == "fout" else [])


def test_a_law_is_awaited_until_it_is_there() -> None:
    """What comes is no finding before its day, nor is a year that is not past."""
    text = "Zodra de WGS in werking treedt, wordt dit aangepast. Vanaf 2025 zal dat gelden."
    assert nagelezen(text, date(2024, 12, 31)) == []
    assert [d.code for d in nagelezen(text)] == ["CV128", "CV128"]


def test_what_is_announced_and_absent_is_a_finding_already(klein: Path) -> None:
    """Of a range of bijlagen, of a deel; and notes are held against their calls in an addendum."""
    artikelen = klein / "convenant/deel-1/02-artikelen.md"
    tekst = artikelen.read_text("utf-8")
    oud, nieuw = "zoals hoofdstuk 1 beschrijft", "zoals de bijlagen 1 tot en met 3 en Deel 4 zeggen"
    artikelen.write_text(tekst.replace(oud, nieuw), encoding="utf-8")
    addendum = klein / "addenda/2020-01-01-uitbreiding/03-uitbreiding.md"
    noten = "4.2 Het overleg[^8] kan taken toevoegen.\n\n[^9]: Een noot.\n"
    addendum.write_text(f"# 3 Uitbreiding\n\n## Artikel 4 Taken\n\n{noten}", encoding="utf-8")
    found = Geopend(klein, OP).tekst().nagelezen
    assert [d.onderwerp for d in found if d.code == "CV102"] == [
        "bijlagen 1",
        "bijlage 3",
        "Deel 4",
    ]
    assert [d.position.path for d in found if d.code in ("CV012", "CV013")] == [
        addendum.relative_to(klein).as_posix()
    ] * 2


def test_what_a_careful_reader_finds_in_hollands_midden() -> None:
    """Each of these was judged by a person: all are right, and nothing else is found."""
    nagekeken = Geopend(HOLLANDS_MIDDEN, date(2026, 11, 26)).tekst().nagelezen
    found = [d for d in nagekeken if d.code in CODES]
    assert [(d.position.path.split("/")[-1], d.position.line, d.code) for d in found] == [
        ("09-stuurgroepbesluit.md", 19, "CV140"),  # letter d has no mark
        ("10-addendum-samenwerkingsconvenant.md", 7, "CV142"),  # 5.8
        ("10-addendum-samenwerkingsconvenant.md", 55, "CV142"),  # 13.3
        ("10-addendum-samenwerkingsconvenant.md", 107, "CV127"),  # "Namens de voorzitter,"
        ("aanpassingen-avg.md", 5, "CV128"),  # "van 2018 tot 2020"
        ("aanpassingen-avg.md", 21, "CV141"),  # and six more lists
        ("01-het-veiligheidshuis.md", 29, "CV140"),  # the fourth of eight points
        ("03-organisatiestructuur.md", 31, "CV144"),  # "oplossing/ besluit"
        ("03-organisatiestructuur.md", 49, "CV144"),  # a dash before "overdracht"
        ("04-werkwijze-en-werkproces.md", 26, "CV140"),  # two of three points under 1
        ("05-informatiedeling.md", 5, "CV142"),
        ("07-samenwerkingsconvenant.md", 21, "CV149"),  # "in aanmerking;"
        ("08-ondertekening.md", 8, "CV126"),  # "De dato Maart 2017"
        ("01-voorwoord.md", 8, "CV140"),  # three points, each in its own way
    ]
