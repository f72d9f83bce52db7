"""A dossier in which no Stuurgroep decides, with folders and names of its own."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.ander_dossier import ander_dossier
from tests.platen import scan
from tests.programma import convenant
from tests.vraag_alles import vraag_alles

if TYPE_CHECKING:
    from pathlib import Path

# What no command and no paper may say of this dossier.
VREEMD = re.compile(
    r"stuurgroep|ketenmanager|veiligheidshuis|privacyprotocol|melding(?!en$)|\bdeel-[123]\b"
    r"|\bDeel [123]\b|aangetekend|kalenderjaar|stilzwijgend|\b7\.[a-l]\b",
    re.IGNORECASE,
)
VERZOEK = (
    *("toetreding", "Stichting Nieuw", "verzoek", "--sleutel", "nieuw"),
    *("--soort", "ketenpartner", "--rechtsvorm", "stichting", "--kvk", "12345678"),
    *("--zetel", "Óósten", "--aard", "privaat", "--contact", "secretariaat"),
    *("--adres", "Weg 9, 1234 AB Óósten", "--email", "n@nieuw.example"),
    *("--fg", "fg@nieuw.example", "--tekenaar", "N. Nieuw", "--tekenaar-titel", "Mw."),
    *("--functie", "bestuurder", "--grond", "statuten", "--overleggen", "jeugdtafel"),
    *("--ingangsdatum", "1-5-2026", "--datum", "1-3-2026", "--op", "2026-03-01", "--ja"),
)
MD = ("--formaat", "md")


def doe(root: Path, *command: str) -> str:
    """Give a command that must succeed, and return what it said, on one line."""
    done = convenant(*command, cwd=root)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return " ".join(done.stdout.split())


def dossier(tmp_path: Path, *, orgaan: bool) -> Path:
    """Return the dossier with a version that was adopted, and the request of a newcomer."""
    root = ander_dossier(tmp_path / "dossier", orgaan=orgaan)
    vastgesteld = ("--datum", "2026-02-02", "--vastgesteld", "2026-02-02")
    doe(root, "vaststellen", "2026", "--besluit", "Besluit van partijen", *vastgesteld)
    doe(root, *VERZOEK)
    return root


def papieren(root: Path) -> str:
    """Return all letters; the name of a file is not read by who gets it."""
    return "\n".join(p.read_text("utf-8") for p in sorted(root.glob("build/**/*.md")))


def vreemd(root: Path, op: str) -> list[str]:
    """Return what of another dossier is heard in the papers, the lists and the calendars."""
    said = [papieren(root)]
    lijsten = (
        "stand",
        "partners",
        "overleggen",
        "termijnen",
        "controleer",
        "ondertekening",
        "brief",
    )
    said += [doe(root, command, "--op", op) for command in (*lijsten, "brief")]
    agendas = (path.read_text("utf-8") for path in root.glob("build/**/*.ics"))
    said += [text.replace("\r\n ", "") for text in agendas]
    return VREEMD.findall("\n".join(said))


def test_a_besluit_is_of_who_decides(tmp_path: Path) -> None:
    """Without `--orgaan`; it is called as the besluit by which that body agrees."""
    root = ander_dossier(tmp_path / "dossier", orgaan=True)
    doe(root, "besluit", "2026-03-01", "--op", "2026-03-02", "--ja")
    rij = (root / "convenant/registers/besluiten.yaml").read_text("utf-8")
    assert "orgaan: Partijenoverleg" in rij
    assert "titel: Besluit van het partijenoverleg van 1 maart 2026" in rij
    assert "tuurgroep" not in rij


@pytest.mark.proef
@pytest.mark.pdf
def test_a_body_of_its_own_agrees_and_another_meets(tmp_path: Path) -> None:
    """Each by its own name, with its article and its capital, from the request to the calendar."""
    root = dossier(tmp_path, orgaan=True)
    vraag_alles(root, "2026-03-01")
    said = doe(root, "toetreding", "nieuw", "--op", "2026-03-02")
    assert "het besluit van het partijenoverleg" in said
    assert "Stukken voor het partijenoverleg:" in said
    doe(root, "toetreding", "nieuw", "instemming", "--op", "2026-03-02", *MD)
    besluit = ("--datum", "10-3-2026", "--kenmerk", "PO-1", "--op", "2026-03-10", "--ja")
    said = doe(root, "toetreding", "nieuw", "instemming", *besluit, *MD)
    assert "Het partijenoverleg stemde op 10 maart 2026 in" in said
    rij = (root / "convenant/registers/besluiten.yaml").read_text("utf-8")
    assert "sleutel: partijenoverleg-2026-03-10" in rij
    assert "titel: Besluit van het partijenoverleg van 10 maart 2026" in rij
    doe(root, "toetreding", "nieuw", "verklaring", "--op", "2026-03-11", "--ja", *MD)
    vraag_alles(root, "2026-03-12")
    text = papieren(root)
    for zin in (
        "Aan: het partijenoverleg Ketenaanpak",
        "Het partijenoverleg van de Ketenaanpak 't Gooische Óósten,",
        "na instemming van het partijenoverleg toetreden tot de Samenwerkingsovereenkomst",
        "Het partijenoverleg stemde daar op 10 maart 2026 mee in",
        "Namens het partijenoverleg",
        "- Deel A Afspraken;",
    ):
        assert zin in text, zin
    termijnen = doe(root, "termijnen", "--op", "2026-03-12")
    assert "De ledenraad komt minimaal 2 keer per jaar bijeen (artikel 5)." in termijnen
    assert "Werkplan 2027 vast te stellen door de ledenraad" in termijnen
    assert "Vergaderingen van de ledenraad in 2026: 0." in doe(root, "stand", "--op", "2026-03-12")
    assert vreemd(root, "2026-03-12") == []


@pytest.mark.proef
@pytest.mark.pdf
def test_where_nobody_has_to_agree_to_sign_is_enough(tmp_path: Path) -> None:
    """No step, sentence or signature block is about a consent; the signature is the last word."""
    root = dossier(tmp_path, orgaan=False)
    said = doe(root, "toetreding", "nieuw", "--op", "2026-03-02")
    assert "instemming niet nodig verklaring nu aan de beurt" in said
    done = convenant("toetreding", "nieuw", "instemming", "--op", "2026-03-02", cwd=root)
    assert (done.returncode, "geen instemming nodig" in done.stderr) == (1, True)
    doe(root, "toetreding", "nieuw", "verklaring", "--op", "2026-03-11", "--ja", *MD)
    assert not re.search("ingestemd|instemming|stemde|oorzitter|geheim", papieren(root))
    (root / "scan.png").write_bytes(scan(1))
    nat = ("ondertekening", "verwerk", "scan.png", "--nat", "--partner", "nieuw", "--ja")
    doe(root, *nat, "--datum", "2026-03-20", "--op", "2026-03-20")
    said = doe(root, "toetreding", "nieuw", "--op", "2026-03-20")
    assert "ondertekend gedaan op 20 maart 2026 aangehecht nu aan de beurt" in said
    assert "nog te ondertekenen" not in doe(root, "termijnen", "--op", "2026-03-20")
    said = doe(root, "toetreding", "nieuw", "aangehecht", "--op", "2026-03-21", "--ja", *MD)
    assert "als nummer 1 bij het convenant gevoegd" in said
    (text,) = (p.read_text("utf-8") for p in root.glob("convenant/verklaringen/1-*.md"))
    assert "Getekend namens Stichting Nieuw" in text
    stand = vraag_alles(root, "2026-05-01")
    assert [d["status"] for d in stand["deelnames"]] == ["deelnemer"] * 3
    assert vreemd(root, "2026-05-01") == []


def test_who_takes_part_needs_no_protocol_that_the_text_does_not_name(tmp_path: Path) -> None:
    """In the overlegmatrix it takes part; nobody waits for a signature under another text."""
    root = dossier(tmp_path, orgaan=True)
    said = doe(root, "overleggen", "--op", "2026-03-01")
    assert 'Stichting d\'Óó "Zorg" & <Zn> ja' in said


@pytest.mark.proef
@pytest.mark.pdf
def test_a_notice_speaks_of_no_other_body(tmp_path: Path) -> None:
    """Three months, the end of a month, in writing; with a body and without."""
    for orgaan, wie in ((True, "Het partijenoverleg"), (False, "De vergadering van partners")):
        root = dossier(tmp_path / wie, orgaan=orgaan)
        ontvangen = ("--ontvangen", "30-11-2026", "--op", "2026-11-30", "--ja")
        doe(root, "opzegging", "lang", *ontvangen, "--vorm", "brief", *MD)
        vraag_alles(root, "2026-12-01")
        text = papieren(root)
        assert "Uw deelname eindigt per **1 maart 2027**" in text
        assert f"{wie} van de Ketenaanpak" in text
        later = ("--ontvangen", "1-12-2026", "--op", "2026-12-01", "--ja")
        doe(root, "opzegging", "lang", "--intrekken", *later, *MD)
        assert f"Zolang {wie[0].lower()}{wie[1:]} niet heeft ingestemd" in papieren(root)
        assert vreemd(root, "2026-12-02") == []


def test_an_overleg_is_called_by_its_last_word_unless_two_end_alike(tmp_path: Path) -> None:
    """Whatever the folder is called, and wherever they stand."""
    root = ander_dossier(tmp_path / "dossier", orgaan=True)
    (source,) = root.glob("convenant/tafels/01-*.md")
    (root / "convenant/afspraken/02-jeugdtafel.md").write_bytes(source.read_bytes())
    (root / "convenant/afspraken/03-wijktafel.md").write_text(
        "---\nsoort: overleg\n---\n# Wijktafel\n\nTekst.\n", encoding="utf-8"
    )
    done = convenant("overleggen", "--json", "--op", "2026-03-01", cwd=root)
    namen = [row["sleutel"] for row in json.loads(done.stdout)["overleggen"]]
    assert namen == ["deel-a-jeugdtafel", "wijktafel", "deel-b-jeugdtafel"]
