"""`convenant importeer` tells in a screen what it read and what a person must do."""

import json
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from tests.invoer_voorbeelden import CONVENANT, TITEL, ingelezen
from tests.programma import Uitkomst, convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.cli import importeer
from convenantwerk.invoer.brok import Opmerking, Plek


def _importeer(
    tmp_path: Path,
    *opties: str,
    bestanden: dict[str, str] = CONVENANT,
    invoer: str = "",
    titel: str = TITEL,
) -> Uitkomst:
    (tmp_path / "bron.docx").write_bytes(b"x")
    with mock.patch.object(importeer, "lees_in", return_value=ingelezen(bestanden, titel)):
        return convenant("importeer", "bron.docx", *opties, cwd=tmp_path, invoer=invoer)


def test_a_new_dossier_is_told_in_a_screen(tmp_path: Path) -> None:
    """What it is, how many words, what is left out and unsure, what was read, and what is open."""
    done = _importeer(tmp_path, "--naar", "mijn", "--op", "2026-11-26")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "bron.docx (Word): 77 woorden."
    assert "Elk woord is nageteld" in lines[1]
    assert "  - titel: Samenwerkingsconvenant Veiligheidshuis Voorbeeld" in lines
    assert "  - 1 bladzijdenummer" in lines
    assert "  - bladzijde 3, regel 12: 'Wij werken samen.': kop zonder nummer" in lines
    assert "  - partners: 2 (en 1 om zelf over te beslissen)" in lines
    assert "  - regels: 1 (en 1 om zelf over te beslissen)" in lines
    assert any(line.startswith("'convenant controleer' vindt nog: ") for line in lines)
    assert lines[-1] == "  convenant controleer"
    assert len(lines) < 40


def test_the_report_as_json(tmp_path: Path) -> None:
    """The same that lies beside the dossier."""
    done = _importeer(tmp_path, "--naar", "mijn", "--rapport", "json")
    written = (tmp_path / "mijn/import/rapport.json").read_text(encoding="utf-8")
    assert json.loads(done.stdout) == json.loads(written)


def test_a_name_that_the_text_does_not_say_is_asked(tmp_path: Path) -> None:
    """By a question, or by an option; nobody there to answer is a finding."""
    text = {"deel-1/01-doel.md": "# 1 Doel\n\nSamen werken.\n"}
    done = _importeer(tmp_path, "--naar", "a", bestanden=text, titel="")
    assert (done.returncode, "CV916" in done.stderr) == (1, True)
    assert not (tmp_path / "a").exists()
    done = _importeer(tmp_path, "--naar", "b", bestanden=text, titel="", invoer="Netwerk X\n")
    assert "  - samenwerkingsverband: Netwerk X" in done.stdout
    done = _importeer(tmp_path, "--naar", "c", "--naam", "Netwerk Y", bestanden=text, titel="")
    assert "  - samenwerkingsverband: Netwerk Y" in done.stdout


def test_an_addendum_asks_what_its_text_does_not_say(tmp_path: Path) -> None:
    """From when it counts, by which besluit, and where it is bound."""
    kopie(KLEIN, tmp_path / "klein")
    text = {"afspraken.md": "# 3 Afspraken\n\nWij spreken af.\n"}
    opties = ("--naar", "klein", "--als", "addendum")
    answers = "1 mei 2026\nBesluit van de Stuurgroep\nDeel 1\n"
    done = _importeer(tmp_path, *opties, bestanden=text, titel="", invoer=answers)
    assert done.returncode == 0, done.stderr
    assert "  - addenda/2026-05-01-3-afspraken/addendum.yaml" in done.stdout
    assert "  - aan: deel-1" in done.stdout
    assert "niet overgenomen" in done.stdout or "Gelezen" not in done.stdout


def test_who_takes_part_and_is_no_partner_is_told(tmp_path: Path) -> None:
    """So that nobody has to open the report to see that some are missing."""
    kopie(KLEIN, tmp_path / "klein")
    text = {
        "deel-3/01-zorg.md": "---\nsoort: overleg\n---\n# Zorg\n\nDeelnemers: Stichting Onbekend\n"
    }
    done = _importeer(tmp_path, "--naar", "klein", "--als", "overleg", bestanden=text, titel="")
    assert "Niet boven het overleg gezet; beslis het zelf:" in done.stdout
    assert "  - deelnemer 'Stichting Onbekend' staat niet in het partnerregister" in done.stdout


def test_what_stands_in_the_margin_is_told(tmp_path: Path) -> None:
    """It comes in no text, and someone wrote it to be read."""
    read, gebouwd = ingelezen()
    kant = Opmerking("Nog nakijken?", Plek("alinea", 3), "P. Proef", "de tekst")
    (tmp_path / "bron.docx").write_bytes(b"x")
    met = (replace(read, opmerkingen=(kant,)), gebouwd)
    with mock.patch.object(importeer, "lees_in", return_value=met):
        done = convenant("importeer", "bron.docx", "--naar", "mijn", cwd=tmp_path)
    assert "1 opmerking in de kantlijn" in done.stdout


@pytest.mark.parametrize(
    ("opties", "code", "zin"),
    [
        (("--naar", "mijn", "--als", "deel-9"), 2, "'--als'"),
        ((), 2, "'--naar'"),
        (("--naar", "mijn", "--aanvaard", "--verwerp"), 2, "niet allebei"),
        (("--naar", "bron.docx"), 1, "CV933"),
        (("--naar", "mijn", "--als", "overleg"), 1, "CV961"),
    ],
)
def test_wrong_use(opties: tuple[str, ...], code: int, zin: str, tmp_path: Path) -> None:
    """Each says what is wrong, and nothing is written."""
    done = _importeer(tmp_path, *opties)
    assert done.returncode == code
    assert zin in done.stderr
    assert not (tmp_path / "mijn").exists()


def test_no_file_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    """The file that is not there is the finding."""
    done = convenant("importeer", "weg.docx", "--naar", "mijn", cwd=tmp_path)
    assert (done.returncode, "CV001" in done.stderr) == (1, True)
    assert not (tmp_path / "mijn").exists()


def test_a_text_file_becomes_a_dossier_that_can_be_checked(tmp_path: Path) -> None:
    """The whole way, by its own reader: what is open is only what the text does not say."""
    (tmp_path / "convenant.txt").write_text(_TEKST, encoding="utf-8")
    done = convenant("importeer", "convenant.txt", "--naar", "mijn", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "  - samenwerkingsverband: Netwerk Aanpak Voorbeeldstad" in done.stdout
    assert "'convenant controleer' vindt nog: 1 waarschuwing." in done.stdout
    text = (tmp_path / "mijn/convenant/deel-1/01-artikelen.md").read_text(encoding="utf-8")
    assert "# Artikel 2 Duur en opzegging" in text


_TEKST = """\
Samenwerkingsconvenant
Netwerk Aanpak Voorbeeldstad

De ondergetekenden:

1. de gemeente Voorbeeldstad, vertegenwoordigd door haar burgemeester, mevrouw A. van Voorbeeld;
2. Stichting Verzonnen, vertegenwoordigd door de heer B. Bedacht, bestuurder;

komen het volgende overeen:

Artikel 1 Doel

1. Het doel is samenwerken.
2. Partijen delen informatie.

Artikel 2 Duur en opzegging

1. Dit convenant wordt aangegaan voor onbepaalde tijd.
2. Een partij kan dit convenant schriftelijk opzeggen met een opzegtermijn van drie maanden.

Aldus overeengekomen te Voorbeeldstad, maart 2025
"""


def test_a_text_in_another_language_is_told(tmp_path: Path) -> None:
    """As a waarschuwing: it may be that the office has it in two."""
    zin = "The parties shall not use data which are not needed for the purpose of this agreement. "
    (tmp_path / "en.txt").write_text("Article 1 Purpose\n\n" + zin * 8, encoding="utf-8")
    done = convenant("importeer", "en.txt", "--naar", "a", "--naam", "X", cwd=tmp_path)
    assert done.returncode == 0
    assert "CV954: deze tekst lijkt in het Engels te zijn" in " ".join(done.stderr.split())
