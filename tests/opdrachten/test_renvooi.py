"""`convenant renvooi`: the papers about two editions, or why there are none."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.papier.conftest import png
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten import renvooi as workflow
from convenantwerk.opdrachten.renvooi import Vergelijkopdracht, renvooi
from convenantwerk.papier.oud_en_nieuw import rejected

pytestmark = pytest.mark.traag

OP = date(2026, 11, 24)


@pytest.mark.proef
def test_all_papers_about_2017_and_2018(tmp_path: Path) -> None:
    """The besluit and the addendum are what is new; no number changed, so no concordantietabel."""
    opdracht = Vergelijkopdracht("2017", "2018-06-18", formaten=("json", "md"))
    uitslag = renvooi(Geopend(HOLLANDS_MIDDEN, OP), tmp_path, opdracht)
    assert uitslag.map == "2017--2018-06-18"
    papers = {"renvooi.md", "was-wordt-tabel.md", "wijzigingsbesluit.md", "renvooi.json"}
    assert set(uitslag.bestanden) == papers
    besluit = (tmp_path / uitslag.map / "wijzigingsbesluit.md").read_text(encoding="utf-8")
    assert "Aan Deel 1 worden twee hoofdstukken toegevoegd, luidende:" in besluit
    data = json.loads((tmp_path / uitslag.map / "renvooi.json").read_text(encoding="utf-8"))
    lots = {one["lot"] for one in data["wijzigingen"]}
    assert lots == {"ingevoegd", "gewijzigd"}
    new = {one["nieuw"]["adres"]: one for one in data["wijzigingen"]}
    assert new["deel-1-artikel-8"]["toelichting"] == "Stuurgroepbesluit 18 juni 2018, onder a"
    assert new["deel-3-focusoverleg"]["lot"] == "gewijzigd"
    protocols = {one["naam"]: one["velden"] for one in data["registers"]}
    expected = [{"veld": "protocol", "was": "", "wordt": "landelijk"}]
    assert protocols["Focusoverleg"] == expected


def test_a_changed_number_makes_a_concordantietabel(klein: Path, tmp_path: Path) -> None:
    """Old beside new, for what was renumbered."""
    other = shutil.copytree(klein, tmp_path / "ander")
    path = other / "convenant/deel-1/02-artikelen.md"
    text = path.read_text(encoding="utf-8").replace("Artikel 2 Duur", "Artikel 3 Duur")
    path.write_text(text, encoding="utf-8")
    uitslag = renvooi(
        Geopend(klein, OP), tmp_path, Vergelijkopdracht("werk", str(other), formaten=("md",))
    )
    table = (tmp_path / uitslag.map / "concordantietabel.md").read_text(encoding="utf-8")
    assert "artikel 2 | artikel 3 | Duur" in table


def test_another_sign_behind_a_number_is_layout(klein: Path, tmp_path: Path) -> None:
    """Artikel 2 is no other artikel 2: no concordantietabel, and a line in the closing list."""
    other = shutil.copytree(klein, tmp_path / "ander")
    path = other / "convenant/deel-1/02-artikelen.md"
    text = path.read_text(encoding="utf-8").replace("Artikel 2 Duur", "Artikel 2: Duur")
    path.write_text(text, encoding="utf-8")
    opdracht = Vergelijkopdracht("werk", str(other), formaten=("md", "html"))
    uitslag = renvooi(Geopend(klein, OP), tmp_path, opdracht)
    assert "concordantietabel.md" not in uitslag.bestanden
    assert "was-wordt-tabel.html" in uitslag.bestanden
    table = (tmp_path / uitslag.map / "was-wordt-tabel.md").read_text(encoding="utf-8")
    assert "Inhoudelijk verandert de tekst niet." in table
    assert "**Opmaak**" in table


def test_a_text_that_does_not_hold_both_editions_is_not_written(
    klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proof is made on every run: when it fails there is no file, but CV909."""
    monkeypatch.setattr(workflow, "accepted", rejected)
    with pytest.raises(ConvenantwerkError) as raised:
        renvooi(
            Geopend(klein, OP),
            tmp_path / "uit",
            Vergelijkopdracht("2019-12-31", "werk", formaten=("md",)),
        )
    assert raised.value.code == "CV909"
    assert not (tmp_path / "uit").exists()


def test_an_unreadable_text_is_not_compared(klein: Path) -> None:
    """Its fout is given once, and nothing is written."""
    (klein / "convenant/voorwerk/01-voorwoord.md").write_bytes(b"# X\n\n\xff\n")
    done = convenant("renvooi", "2019-12-31", "werk", cwd=klein)
    assert done.returncode == 1
    assert done.stderr.count("CV002") == 1
    assert not (klein / "build").exists()


def test_equal_texts_are_said_to_be_equal(klein: Path) -> None:
    """The papers say so too."""
    done = convenant("renvooi", "werk", "werk", "--formaat", "md", cwd=klein)
    assert "De twee teksten zijn gelijk." in done.stdout
    paper = klein / "build/renvooi/werk--werk/was-wordt-tabel.md"
    assert "woord voor woord gelijk" in paper.read_text(encoding="utf-8")


# What is changed in a copy of the example: the file, what stood there, what comes there, and in
# which words the papers say it.
BIJLAGE = "\n| wie | bedrag |\n| --- | --- |\n| Gemeente Voorbeeldstad | 100 |\n"
ANDERS = {
    "titel": ("convenant.yaml", "titel: ", "titel: Nieuw ", "titel"),
    "samenwerkingsverband": (
        "convenant.yaml",
        "samenwerkingsverband: ",
        "samenwerkingsverband: Nieuw ",
        "samenwerkingsverband",
    ),
    "citeertitel": ("convenant.yaml", "citeertitel: ", "citeertitel: Nieuw ", "citeertitel"),
    "ondertekenaar": (
        "registers/ondertekenaars.yaml",
        "A. Voorbeeld",
        "A. Nieuweling",
        "A. Nieuweling",
    ),
    "beschrijving van een afbeelding": (
        "deel-1/01-partijen.md",
        "Schema van de overleggen",
        "Schema van alle overleggen",
        "is “Schema van alle overleggen” in plaats van “Schema van de overleggen”",
    ),
    "kolom": (
        "deel-1/02-artikelen.md",
        "| --- | --- |",
        "| --- | --: |",
        "de tweede kolom staat rechts in plaats van links",
    ),
    "vaste spatie": (
        "deel-1/02-artikelen.md",
        "Gemeente Voorbeeldstad",
        "Gemeente\u00a0Voorbeeldstad",
        "een vaste spatie in plaats van een spatie in “Gemeente Voorbeeldstad”",
    ),
    "nadruk": (
        "deel-1/02-artikelen.md",
        "| Gemeente Voorbeeldstad |",
        "| **Gemeente Voorbeeldstad** |",
        "“Gemeente Voorbeeldstad” is nu vet",
    ),
}


@pytest.mark.parametrize("wat", ANDERS)
def test_whatever_a_paper_shows_is_compared(klein: Path, tmp_path: Path, wat: str) -> None:
    """No text is called equal to another from which a paper would differ."""
    artikelen = klein / "convenant/deel-1/02-artikelen.md"
    artikelen.write_text(artikelen.read_text(encoding="utf-8") + BIJLAGE, encoding="utf-8")
    other = shutil.copytree(klein, tmp_path / "ander")
    bestand, was, wordt, zin = ANDERS[wat]
    path = other / "convenant" / bestand
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, wordt), encoding="utf-8")
    done = convenant("renvooi", "werk", "../ander", "--formaat", "docx,json,md", cwd=klein)
    assert done.returncode == 0, done.stderr
    assert "gelijk" not in done.stdout
    (folder,) = (klein / "build/renvooi").iterdir()
    paper = (folder / "renvooi.md").read_text(encoding="utf-8")
    assert "woord voor woord gelijk" not in paper
    assert zin in paper.lower() if zin.islower() else zin in paper
    data = json.loads((folder / "renvooi.json").read_text(encoding="utf-8"))
    assert data["gelijk"] is False
    assert zin in json.dumps(data, ensure_ascii=False)


def test_equal_texts_are_equal_as_data_too(klein: Path) -> None:
    """A program that reads the file need not count changes."""
    convenant("renvooi", "werk", "werk", "--formaat", "json", cwd=klein)
    path = klein / "build/renvooi/werk--werk/renvooi.json"
    assert json.loads(path.read_text(encoding="utf-8"))["gelijk"] is True


def test_rows_of_a_register_in_another_order_are_named(klein: Path, tmp_path: Path) -> None:
    """Sheets and lists follow the order of the file."""
    other = shutil.copytree(klein, tmp_path / "ander")
    path = other / "convenant/registers/partners.yaml"
    begin, *rows = path.read_text(encoding="utf-8").rstrip().split("\n  - sleutel:")
    path.write_text("\n  - sleutel:".join((begin, *rows[::-1])) + "\n", encoding="utf-8")
    done = convenant("renvooi", "werk", "../ander", "--formaat", "md", cwd=klein)
    assert "1 in de registers" in done.stdout


def test_another_picture_under_the_same_name_is_named(klein: Path, tmp_path: Path) -> None:
    """Its bytes are compared, not its name."""
    other = shutil.copytree(klein, tmp_path / "ander")
    (other / "convenant/deel-1/schema.png").write_bytes(png(30, 20))
    done = convenant("renvooi", "werk", "../ander", "--formaat", "docx,json,md", cwd=klein)
    assert done.returncode == 0, done.stderr
    (folder,) = (klein / "build/renvooi").iterdir()
    zin = "de afbeelding “Schema van de overleggen” is een andere"
    assert zin in (folder / "renvooi.md").read_text(encoding="utf-8")
    assert zin in (folder / "renvooi.json").read_text(encoding="utf-8")
