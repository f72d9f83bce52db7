"""Why something changed: from addenda, and from a file beside the text."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.programma import convenant
from tests.renvooi.waswordt.tabellen import editie, regels

from convenantwerk.dossier.dossier import Addendum, Addendumgegevens, Wijziging
from convenantwerk.dossier.toelichtingen import Toelichting
from convenantwerk.renvooi.toelichtingen import toelichtingen

OUD = "# 1 Zorg\n\n## Focusoverleg\n\nElke maand.\n\n## Artikel 1 Taken\n\n" + "\n\n".join(
    f"1.{n} De Aanbieder doet zaak {n} naar beste kunnen." for n in range(1, 5)
)


def _addendum(*wijzigingen: Wijziging) -> Addendum:
    gegevens = Addendumgegevens("Proef", "Besluit", date(2026, 1, 1), wijzigingen)
    return Addendum("2026-01-01-proef", gegevens, {})


def test_a_term_that_is_renamed_throughout_has_its_toelichting() -> None:
    """Of hernoemen without a place, and of words that are replaced everywhere."""
    nieuw = editie(OUD.replace("Aanbieder", "Opdrachtnemer"))
    for wijziging in (
        Wijziging("hernoemen", oud="Aanbieder", nieuw="Opdrachtnemer", toelichting="Besluit 3."),
        Wijziging(
            "vervangen-tekst",
            "deel-1",
            oud="Aanbieder",
            nieuw="Opdrachtnemer",
            overal="ja",
            toelichting="Besluit 3.",
        ),
    ):
        why = toelichtingen([_addendum(wijziging)], nieuw)
        lines = list(regels(OUD, OUD.replace("Aanbieder", "Opdrachtnemer"), why))
        assert lines[1].endswith("“Aanbieder” wordt “Opdrachtnemer” (Besluit 3.)")


def test_a_heading_that_is_renamed_keeps_its_toelichting() -> None:
    """Though a part without a number is called by its title, and so has another address now."""
    nieuw = OUD.replace("## Focusoverleg", "## Doelgroepoverleg")
    wijziging = Wijziging(
        "hernoemen", "deel-1-focusoverleg", nieuw="Doelgroepoverleg", toelichting="Besluit 4."
    )
    why = toelichtingen([_addendum(wijziging)], editie(nieuw))
    assert why["deel-1-doelgroepoverleg"] == "Besluit 4."
    assert any(line.endswith("(Besluit 4.)") for line in regels(OUD, nieuw, why))


def test_the_file_of_the_dossier_goes_before_an_addendum() -> None:
    """And what is told of an artikel goes for its leden; an empty one tells nothing."""
    nieuw = OUD.replace("zaak 2", "zaak 22")
    wijziging = Wijziging("vervangen-tekst", "deel-1-artikel-1", toelichting="Uit het addendum.")
    eigen = [
        Toelichting("Uit het bestand.", "deel-1-artikel-1"),
        Toelichting(" ", "deel-1-artikel-1--1.2"),
    ]
    why = toelichtingen([_addendum(wijziging)], editie(nieuw), eigen)
    assert [line for line in regels(OUD, nieuw, why) if line.endswith("(Uit het bestand.)")]


def _twee(klein: Path, tmp_path: Path) -> Path:
    other = shutil.copytree(klein, tmp_path / "ander")
    path = other / "convenant/deel-1/02-artikelen.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Partijen werken samen", "Partijen trekken samen op"), "utf-8")
    return other


@pytest.mark.traag
def test_rows_without_a_toelichting_are_listed_as_they_are_written(
    klein: Path, tmp_path: Path
) -> None:
    """The list is the file: filled in and saved, it is in the table, also of two dossiers."""
    other = _twee(klein, tmp_path)
    asked = ("renvooi", str(klein), "werk", "--toelichtingen")
    done = convenant(*asked, cwd=other)
    assert done.returncode == 0, done.stderr
    assert "plaats: deel-1-artikel-1--1" in done.stdout
    path = other / "convenant/toelichtingen.yaml"
    path.write_text(done.stdout.replace("toelichting: ''", "toelichting: Zo besloten."), "utf-8")
    done = convenant(*asked, cwd=other)
    assert done.stdout == "Elke rij van de was-wordt-tabel heeft een toelichting.\n"
    assert convenant("controleer", cwd=other).stdout.count("toelichtingen.yaml") == 0
    done = convenant("renvooi", str(klein), "werk", "--formaat", "md", cwd=other)
    assert "zonder toelichting" not in done.stdout
    (paper,) = (other / "build/renvooi").glob("*/was-wordt-tabel.md")
    assert "Zo besloten." in paper.read_text(encoding="utf-8")
    done = convenant("renvooi", "werk", str(other), "--toelichtingen", cwd=klein)
    assert done.stdout.startswith("Elke rij")  # that of the other dossier counts too


@pytest.mark.traag
def test_a_toelichting_for_other_editions_does_not_count(klein: Path, tmp_path: Path) -> None:
    """And a file that is no good is a finding."""
    other = _twee(klein, tmp_path)
    path = other / "convenant/toelichtingen.yaml"
    text = "toelichtingen:\n  - plaats: deel-1-artikel-1\n    naar: '2031'\n    toelichting: Nee.\n"
    path.write_text(text, "utf-8")
    done = convenant("renvooi", str(klein), "werk", "--toelichtingen", cwd=other)
    assert "plaats: deel-1-artikel-1--1" in done.stdout
    assert done.stderr == ""
    los = text.replace("    naar: '2031'\n", "").replace("artikel-1", "artikel-9")
    path.write_text(los, "utf-8")
    done = convenant("renvooi", str(klein), "werk", "--toelichtingen", cwd=other)
    plek = "convenant/toelichtingen.yaml:2:5"
    assert done.stderr == f"{plek}: deze toelichting hoort bij geen rij: deel-1-artikel-9.\n"
    path.write_text(text.replace("plaats:", "plek:"), "utf-8")
    done = convenant("renvooi", str(klein), "werk", "--toelichtingen", cwd=other)
    assert done.returncode == 1
    assert "convenant/toelichtingen.yaml:2:5" in done.stderr
