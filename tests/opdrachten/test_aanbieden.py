"""The aanbiedingsbrief: one for what was offered together, whichever command makes it."""

from __future__ import annotations

import email
import zipfile
from email.policy import default
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest
from tests.programma import Uitkomst, convenant
from tests.voorbeelden import kopie

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.traag, pytest.mark.pdf]
NIEUW = "stichting-nieuw"
FEITEN = (
    *("--tekenaar", "N. Nieuw", "--functie", "bestuurder", "--grond", "statuten"),
    *("--rechtsvorm", "stichting", "--kvk", "12345678", "--zetel", "Voorbeeldstad"),
    *("--contact", "Bestuurssecretariaat", "--fg", "fg@nieuw.example", "--delen", "deel-1"),
    *("--email", "info@nieuw.example", "--ingangsdatum", "2027-01-01"),
    *("--adres", "Postbus 1, 1234 AB Voorbeeldstad"),
)
VOORZITTER = "ondertekening:\n  voorzitters: [gemeente-voorbeeldstad]\n"


def doe(root: Path, op: str, *arguments: str) -> Uitkomst:
    """Run a command on a day."""
    done = convenant(*arguments, "--op", op, cwd=root)
    assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    return done


@pytest.fixture(scope="module")
def toegelaten(twee_versies: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier in which the Stuurgroep let a foundation join."""
    root = kopie(twee_versies, tmp_path_factory.mktemp("aanbieden") / "dossier")
    path = root / "convenant/convenant.yaml"
    path.write_text(path.read_text("utf-8") + VOORZITTER, encoding="utf-8")
    day = ("--datum", "2026-10-02", "--kenmerk", "SG-1", "--ja", "--formaat", "md")
    doe(root, "2026-10-01", "toetreding", "Stichting Nieuw", "verzoek", *FEITEN, "--ja")
    doe(root, "2026-10-02", "toetreding", NIEUW, "instemming", *day)
    return root


@pytest.fixture
def root(toegelaten: Path, tmp_path: Path) -> Path:
    """A copy of it, that a test may go on with."""
    return kopie(toegelaten, tmp_path / "dossier")


def zinnen(pdf: bytes) -> str:
    """The words of a PDF."""
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def beside(folder: Path) -> dict[str, bytes]:
    """The files in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def in_zip(path: Path) -> dict[str, bytes]:
    """What a pack holds, by name without its number."""
    with zipfile.ZipFile(path) as archive:
        return {name.partition("-")[2]: archive.read(name) for name in archive.namelist()}


def test_an_accession_has_one_letter(root: Path) -> None:
    """The declaration, the pack and the letter made again: one text, and all it names is there."""
    doe(root, "2026-10-05", "toetreding", NIEUW, "verklaring", "--ja", "--formaat", "pdf,md")
    folder = root / "build/toetreding" / NIEUW
    first = beside(folder)
    doe(root, "2026-10-20", "pakket", NIEUW, "--ja")
    packed = in_zip(root / f"build/pakketten/{NIEUW}.zip")
    for path in folder.iterdir():
        path.unlink()
    doe(root, "2026-11-02", "brief", "aanbieding", NIEUW, "--formaat", "pdf,md")
    again = beside(folder)

    letter = first["aanbiedingsbrief.md"].decode()
    assert again["aanbiedingsbrief.md"].decode() == letter
    assert "Datum: 5 oktober 2026" in letter
    assert f"Ons kenmerk: toetreding/{NIEUW}/aanbiedingsbrief" in letter
    assert first["aanbiedingsbrief.pdf"] == again["aanbiedingsbrief.pdf"]
    assert packed["aanbiedingsbrief.pdf"] == first["aanbiedingsbrief.pdf"]

    named = letter.partition("## Bijlagen")[2].partition("Met vriendelijke")[0].split("\n")
    titels = [line[2:] for line in named if line.startswith("- ")]
    assert titels == ["Toetredingsverklaring", "Het convenant", "Agenda met de uiterste data"]
    bijlagen = {"toetredingsverklaring.pdf", "convenant-2020.pdf", "agenda.ics"}
    for files in (first, packed, again):
        enclosed = {n for n in files if n.endswith((".pdf", ".ics"))}
        assert enclosed == bijlagen | {"aanbiedingsbrief.pdf"}
    for naam in ("toetredingsverklaring.pdf", "convenant-2020.pdf"):
        assert first[naam] == packed[naam] == again[naam]


@pytest.mark.proef
def test_a_letter_with_sheets_is_of_its_version(root: Path) -> None:
    """Also when it goes again, on another day; the reference is no one else's."""
    doe(root, "2026-10-05", "pakket", "politie", "--ja")
    pack = root / "build/pakketten/politie.zip"
    first = in_zip(pack)
    words = zinnen(first["aanbiedingsbrief.pdf"])
    assert "Ons kenmerk: ondertekening/2020/politie/aanbiedingsbrief" in words
    assert "Renvooi: wat er is veranderd sinds versie 2019" in words
    doe(root, "2026-10-12", "pakket", "politie", "--ja")
    assert in_zip(pack)["aanbiedingsbrief.pdf"] == first["aanbiedingsbrief.pdf"]
    doe(root, "2026-10-12", "brief", "aanbieding", "politie", "--formaat", "pdf", "--concept")
    folder = root / "build/ondertekening/2020/politie"
    again = beside(folder)
    draft = email.message_from_bytes(again.pop("aanbiedingsbrief.eml"), policy=default)
    assert again.keys() == first.keys()
    assert again["aanbiedingsbrief.pdf"] == first["aanbiedingsbrief.pdf"]
    attached = {part.get_filename() for part in draft.iter_attachments()}
    assert attached == set(again)
    out = " ".join(doe(root, "2026-10-12", "brief").stdout.split())
    assert "aanbieding 5 oktober 2026 Politie Voorbeeld Aanbiedingsbrief" in out


@pytest.mark.proef
def test_with_other_papers_it_is_another_letter(root: Path) -> None:
    """Offered anew with another day to send it back: the letter carries the day of that."""
    doe(root, "2026-10-05", "pakket", "politie", "--ja")
    doe(root, "2026-10-12", "pakket", "politie", "--uiterlijk", "2026-12-24", "--ja")
    words = zinnen(in_zip(root / "build/pakketten/politie.zip")["aanbiedingsbrief.pdf"])
    assert "Datum: 12 oktober 2026" in words
    assert "24 december 2026" in words


def test_a_declaration_that_is_gone_is_no_sheet(root: Path) -> None:
    """CV303: a newcomer signs a declaration, and only the step that offers it makes one."""
    doe(root, "2026-10-05", "toetreding", NIEUW, "verklaring", "--ja", "--formaat", "md")
    (offered,) = (root / "archief/aangeboden").glob("*.pdf")
    offered.unlink()
    done = convenant("pakket", NIEUW, "--op", "2026-10-06", "--ja", cwd=root)
    assert (done.returncode, "CV303" in done.stderr) == (1, True)
    assert "ondertekeningsblad" not in (root / "convenant/registers/gebeurtenissen.yaml").read_text(
        "utf-8"
    )


def test_a_reminder_is_told_and_made_again(root: Path) -> None:
    """Recorded once; every command names the day, and the letter is the same the next time."""
    doe(root, "2026-10-05", "pakket", "politie", "--ja")
    asked = convenant(
        *("ondertekening", "--op", "2026-11-05", "herinner", "--formaat", "md"),
        cwd=root,
        invoer="ja\n",
    )
    assert asked.returncode == 0, asked.stderr
    assert "1 herinnering:\n  Politie Voorbeeld\n" in asked.stdout
    folder = root / "build/herinnering/politie-2026-11-05"
    first = beside(folder)
    assert set(first) == {"herinnering.md", "ondertekeningsblad-politie.pdf"}
    register = (root / "convenant/registers/gebeurtenissen.yaml").read_text("utf-8")
    assert register.count("soort: herinnering") == 1

    assert "herinnerd op 5 november 2026" in " ".join(
        doe(root, "2026-11-06", "ondertekening").stdout.split()
    )
    agenda = doe(root, "2026-11-06", "termijnen", "--json").stdout
    assert "Herinnerd op 5 november 2026." in agenda

    for path in folder.iterdir():
        path.unlink()
    doe(root, "2026-11-20", "brief", "herinnering", "politie", "--formaat", "md")
    assert beside(folder) == first
    again = doe(root, "2026-11-05", "ondertekening", "herinner", "--formaat", "md", "--ja")
    assert "was al vastgelegd" in again.stdout
    assert (root / "convenant/registers/gebeurtenissen.yaml").read_text("utf-8") == register
    # A second reminder is another letter.
    doe(root, "2026-11-25", "ondertekening", "herinner", "--formaat", "md", "--ja")
    out = doe(root, "2026-11-25", "ondertekening").stdout
    assert "herinnerd op 25 november 2026" in " ".join(out.split())
    assert (root / "build/herinnering/politie-2026-11-25/herinnering.md").exists()
    assert beside(folder) == first
