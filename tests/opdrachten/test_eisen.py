"""`convenant eisen`: what is asked of a text, and where that is answered."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from tests.programma import convenant

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.eisen import lees_eisen
from convenantwerk.papier import document as d
from convenantwerk.stukken.eisen import maak_eisenstuk

OP = date(2026, 6, 1)
BRON = """## Artikel 1 Duur {dekt: convenant-duur, convenant-kosten}

1. Dit convenant geldt een jaar.

2. Het wordt stilzwijgend met een jaar verlengd.

## Artikel 2 Opzegging

Een partner kan opzeggen.

## Artikel 3 Rest

De afspraken zijn:

a. een geschil gaat naar de voorzitter;
b. een geschil over geld gaat naar de Stuurgroep.
"""


@pytest.fixture
def gevuld(klein: Path) -> Path:
    """A dossier that settles some of what its list asks."""
    path = klein / "convenant/deel-1/02-artikelen.md"
    path.write_text(f"# 2 Proef\n\n{BRON}", encoding="utf-8")
    yaml = klein / "convenant/convenant.yaml"
    yaml.write_text(yaml.read_text("utf-8") + "\neisen: [convenant]\n", encoding="utf-8")
    return klein


def test_each_eis_says_where_and_how_certain(gevuld: Path) -> None:
    """By words and mark, words alone, mark alone, or not at all; cited as lawyers do."""
    done = convenant("eisen", "--csv", cwd=gevuld)
    assert (done.returncode, done.stderr) == (0, "")
    rijen = {rij[4]: rij[2:4] for rij in csv.reader(StringIO(done.stdout), delimiter=";")}
    assert rijen["convenant-duur"] == ["artikel 1, lid 1 en 2", "bevestigd"]
    assert rijen["convenant-opzegging"] == ["artikel 2", "gevonden"]
    assert rijen["convenant-geschillen"] == ["artikel 3, onder a en b", "gevonden"]
    assert rijen["convenant-kosten"] == ["artikel 1", "gemerkt"]
    assert rijen["convenant-evaluatie"][1] == "ontbreekt"
    assert len(rijen) == 14


def test_the_terminal_begins_with_the_numbers(gevuld: Path) -> None:
    """And a list that the dossier does not name can be looked at."""
    eerste = convenant("eisen", cwd=gevuld).stdout.splitlines()[0]
    assert eerste.startswith("Van de 13 punten die deze tekst moet regelen, zijn er 1 bevestigd, ")
    wgs = convenant("eisen", "wgs", cwd=gevuld).stdout
    assert "wgs-commissie" in wgs
    assert "convenant-duur" not in wgs


def test_the_numbers_are_a_sentence_and_only_what_occurs_is_explained(gevuld: Path) -> None:
    """One point alone is told as one."""
    said = convenant("eisen", cwd=gevuld).stdout
    assert "1 bevestigd, 2 gevonden en 1 gemerkt en ontbreken er 9." in said
    assert "  - gemerkt: alleen het merk zegt het; de woorden zijn niet gevonden\n" in said
    niets = convenant("eisen", "wgs", cwd=gevuld).stdout
    assert "moet regelen, ontbreken er 6.\n  - ontbreekt: de woorden" in niets
    assert "gemerkt:" not in niets
    path = gevuld / "convenant/deel-1/02-artikelen.md"
    path.write_text("# 2 Proef\n\nEen partner kan opzeggen.\n", encoding="utf-8")
    assert "is er 1 gevonden en ontbreken er 12." in convenant("eisen", cwd=gevuld).stdout


def test_the_same_as_json(gevuld: Path) -> None:
    """With anker and address of each place."""
    found = json.loads(convenant("eisen", "--json", cwd=gevuld).stdout)
    eisen = {eis["eis"]: eis for eis in found["lijsten"][0]["eisen"]}
    assert eisen["convenant-duur"]["artikelen"] == [
        {
            "anker": "deel-1-artikel-1",
            "bewijs": "bevestigd",
            "plaatsen": ["deel-1-artikel-1--1", "deel-1-artikel-1--2"],
        }
    ]


def test_a_dossier_that_names_no_list_is_told_which_there_are(klein: Path) -> None:
    """Nothing is guessed."""
    done = convenant("eisen", cwd=klein)
    assert done.returncode == 0
    assert "eisen: [convenant, avg-26]" in done.stdout
    assert "avg-28" in done.stdout


def test_the_paper_has_an_overview_and_a_matrix(gevuld: Path) -> None:
    """A row for each eis, a column for each artikel that settles one, a sign in each cell."""
    geopend = Geopend(gevuld, OP)
    stand = lees_eisen(geopend)
    document = maak_eisenstuk(stand.dekking, stand.citaten, stand.dossier, OP)
    tafels = [block for block in document.blocks if isinstance(block, d.Table)]
    overzicht, matrix = ([[d.text_of(c) for c in r] for r in (t.header, *t.rows)] for t in tafels)
    assert overzicht[0][-1] == "Naam voor het merk"
    assert matrix[0] == ["Wat de tekst regelt", "art. 1", "art. 2", "art. 3"]
    assert ["Hoe lang het geldt", "ja", "", ""] in matrix
    assert ["Hoe een partij eruit kan", "", "?", ""] in matrix
    assert ["Wie wat betaalt", "!", "", ""] in matrix
    assert len(matrix) == len(overzicht) == 14


def test_the_paper_is_written_in_every_form(gevuld: Path, tmp_path: Path) -> None:
    """Below the folder that was asked; a list of which nothing is there has no matrix."""
    uit = tmp_path / "uit"
    done = convenant("eisen", "wgs", "--formaat", "html,md,xlsx", "--uit", str(uit), cwd=gevuld)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(p.suffix for p in (uit / "eisen").iterdir()) == [".html", ".md", ".xlsx"]
    text = (uit / "eisen/eisen.md").read_text("utf-8")
    assert "Geen enkel artikel zegt hier iets over." in text


def test_a_mark_is_no_word_of_the_text(gevuld: Path) -> None:
    """It comes in no paper, and taking it away changes nothing that a renvooi shows."""
    assert convenant("bouw", "convenant", "--formaat", "md", cwd=gevuld).returncode in (0, 1)
    assert "dekt" not in (gevuld / "build/convenant.md").read_text("utf-8")
    path = gevuld / "convenant/deel-1/02-artikelen.md"
    voor = Geopend(gevuld, OP).tekst().convenant
    path.write_text(path.read_text("utf-8").replace(" {dekt: ", " {dekt: wgs-bewaren, "), "utf-8")
    assert Geopend(gevuld, OP).tekst().convenant == voor
