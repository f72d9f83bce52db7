"""What papers say of the version that they are: everywhere the same words."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.papier.woorden_docx import docx_words
from tests.papier.woorden_md import md_words

from convenantwerk.dossier.versie import Versiegegevens, verzegeld, zegel_over
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.bouw import Bouwopdracht, bouw
from convenantwerk.opdrachten.vaststellen import Vaststelopdracht, vaststellen
from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.html import to_html
from convenantwerk.papier.huisstijl import lees_huisstijl
from convenantwerk.papier.layout import Press
from convenantwerk.stukken.convenant import met_vermelding
from convenantwerk.stukken.versievermelding import NIET_VASTGESTELD, versievermelding

DAG, OP = date(2020, 1, 1), date(2020, 6, 1)
VERSIE = verzegeld(Versiegegevens("2020", "Besluit 7", DAG, "2020", (), ""))
ZIN = "vastgesteld op 1 januari 2020 bij “Besluit 7”, sha256-controlegetal"


def test_a_version_is_named_with_its_besluit_its_day_and_its_seal() -> None:
    """A day that is not recorded is not told: the day of the text is another thing."""
    found = versievermelding(VERSIE, DAG)
    assert found.zin == f"versie 2020, {ZIN} {VERSIE.sha256[:12]}"
    assert found.voet == f"Versie 2020, {ZIN} {VERSIE.sha256[:12]}"
    assert found.aanvaard == ""
    assert "vastgesteld bij “Besluit 7”" in versievermelding(VERSIE, None).zin


def test_a_long_besluit_is_whole_but_for_the_foot_of_a_page() -> None:
    """There it may take two lines, with the seal still behind it."""
    lang = replace(VERSIE, besluit="Besluit " + "x" * 300)
    found = versievermelding(lang, DAG)
    assert lang.besluit in found.zin
    assert "xx…”, sha256-controlegetal" in found.voet
    assert len(found.voet) < len(ZIN) + 120


def test_accepted_points_stand_on_the_cover_by_their_besluit() -> None:
    """One, some, more than a cover holds, and those of a version that did not record which."""
    een = replace(VERSIE, open_fouten="1", aanvaard=("Artikel 8: Bijlage 4",))
    assert versievermelding(een, DAG).aanvaard == (
        "Vastgesteld bij dit besluit met één open punt: Artikel 8: Bijlage 4."
    )
    oud = replace(VERSIE, open_fouten="28")
    assert versievermelding(oud, DAG).aanvaard == "Vastgesteld bij dit besluit met 28 open punten."
    for points in (("Artikel 8: Bijlage 4",) * 4, ("x" * 241,)):
        vier = replace(VERSIE, open_fouten=str(len(points)), aanvaard=points)
        assert versievermelding(vier, DAG).punten == points
    veel = replace(VERSIE, open_fouten="90", aanvaard=tuple(f"Artikel {n}: x" for n in range(90)))
    found = versievermelding(veel, DAG)
    assert found.aanvaard.endswith("met 90 open punten, genoemd op het blad hierna.")
    blocks = (d.TitlePage("T", "S", ("Tekst van 2020",)), d.Paragraph((d.Run("Tekst"),)))
    paper = met_vermelding(d.Document("x", "T", "U", "E", DAG, False, blocks), found)  # noqa: FBT003
    cover, sheet, _ = paper.blocks
    assert isinstance(cover, d.TitlePage)
    assert cover.lines[1:] == (f"V{found.zin[1:]}", found.aanvaard)
    assert isinstance(sheet, d.Notice)
    assert len(sheet.blocks[0].items) == 90  # type: ignore[union-attr]


def test_the_seal_holds_what_was_accepted_and_older_seals_stay() -> None:
    """Without such points it is counted as it always was."""
    assert zegel_over(replace(VERSIE, aanvaard=("Artikel 8",))) != VERSIE.sha256
    assert zegel_over(replace(VERSIE, aanvaard=())) == VERSIE.sha256


def lines_of(folder: Path, **asked: object) -> dict[str, list[str]]:
    """Build the convenant and a sheet in formats that need no pages, and return their words."""
    opdracht = Bouwopdracht(formaten=("docx", "html", "md"), **asked)  # type: ignore[arg-type]
    bouw(Geopend(folder, OP), folder / "build", opdracht)
    files = {path.suffix: path.read_bytes() for path in (folder / "build").rglob("*.*")}
    readers = {".docx": docx_words, ".md": md_words, ".html": _seen}
    return {suffix: read(files[suffix]) for suffix, read in readers.items() if suffix in files}


def _seen(page: bytes) -> list[str]:
    return re.sub("<[^>]*>", "", page.decode()).split()


@pytest.mark.proef
@pytest.mark.pdf
def test_a_sheet_and_its_text_can_be_laid_side_by_side(klein: Path) -> None:
    """What was adopted says so in the same words on cover, foot and sheet; a changed text not."""
    uitslag = vaststellen(Geopend(klein, OP), Vaststelopdracht("2020", "Besluit 7", DAG))
    assert uitslag.versie is not None
    zin = f"ersie 2020, {ZIN} {uitslag.versie.gegevens.kort}"
    text = lines_of(klein, definitief=True, documenten=("convenant",))
    sheet = lines_of(klein, definitief=True, documenten=("ondertekening/politie",))
    for words in (*text.values(), *sheet.values()):
        assert zin in " ".join(words)
    assert " ".join(text[".html"]).count(zin) == 2  # the cover and the foot

    concept = lines_of(klein, documenten=("convenant",))
    for words in concept.values():
        assert "Concept van 1 juni 2020" in " ".join(words)
        assert "sha256" not in words

    path = klein / "convenant/voorwerk/01-voorwoord.md"
    path.write_text(path.read_text("utf-8") + "\nEen zin erbij.\n", encoding="utf-8")
    later = lines_of(klein, definitief=True, documenten=("convenant",))
    for words in later.values():
        assert NIET_VASTGESTELD.voet in " ".join(words)
        assert "sha256-controlegetal" not in " ".join(words)


@pytest.mark.pdf
def test_open_points_that_were_accepted_are_recorded_and_printed(klein: Path) -> None:
    """With the place in the text where each of them is."""
    path = klein / "convenant/voorwerk/01-voorwoord.md"
    path.write_text("# Voorwoord\n\nZie Bijlage 9 en [naam].\n", encoding="utf-8")
    opdracht = Vaststelopdracht("2020", "Besluit 7", DAG, ondanks_fouten=True)
    uitslag = vaststellen(Geopend(klein, OP), opdracht)
    assert uitslag.versie is not None
    gegevens = uitslag.versie.gegevens
    assert gegevens.open_fouten == "2"
    assert gegevens.aanvaard == ("Voorwoord: Bijlage 9, [naam]",)
    (read,), found = Geopend(klein, OP).versies
    assert (read.gegevens, found) == (gegevens, ())
    aanvaard = versievermelding(gegevens, DAG).aanvaard
    assert aanvaard.endswith("met 2 open punten: Voorwoord: Bijlage 9, [naam].")


def test_the_foot_of_a_page_may_be_empty(klein: Path) -> None:
    """A letter is no version; its web page ends with its title."""
    house, _ = lees_huisstijl(klein)
    paper = d.Document("x", "T", "U", "E", DAG, False, (d.Paragraph((d.Run("Tekst"),)),))  # noqa: FBT003
    assert "T · E</footer>" in to_html(paper, Press(house)).decode()
    named = to_html(replace(paper, voet="Versie 7"), Press(house)).decode()
    assert "T · E · Versie 7</footer>" in named
