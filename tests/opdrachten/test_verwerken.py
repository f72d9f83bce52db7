"""Papers that come back: what is no paper at all, trust that is missing, and scans."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pypdf
import pytest
from pyhanko.sign.fields import MDPPerm
from tests.handtekeningen import maak_ca
from tests.platen import bestand, getekend, scan, vel
from tests.programma import convenant
from tests.tekenen.pdfschrijver import EERSTE, velden
from tests.tekenen.tekendienst import Dienst, Diensten, maak_diensten, stempel
from tests.tekenen.uitgever import maak_uitgever
from tests.voorbeelden import KLEIN, kopie

if TYPE_CHECKING:
    from pathlib import Path

OP = "2026-11-24"
pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def bron(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dossier of which the first version was offered to all who sign it."""
    made = kopie(KLEIN, tmp_path_factory.mktemp("verwerken") / "klein")
    for act in (
        ("vaststellen", "2020", "--besluit", "Besluit", "--datum", "2020-01-01"),
        ("pakket", "--alle", "--ja", "--op", OP),
    ):
        done = convenant(*act, cwd=made)
        assert done.returncode == 0, done.stderr
    shutil.rmtree(made / "build")
    (made / "scan.png").write_bytes(scan())
    return made


@pytest.fixture
def root(bron: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    return kopie(bron, tmp_path / "klein")


def verwerk(root: Path, *more: str) -> tuple[int, str]:
    """Give papers back, and return the exit code and what was said of what is wrong."""
    before = (root / "convenant/registers/gebeurtenissen.yaml").read_bytes()
    done = convenant("ondertekening", "verwerk", *more, "--op", "2026-12-01", cwd=root)
    if done.returncode:
        assert (root / "convenant/registers/gebeurtenissen.yaml").read_bytes() == before
        assert not (root / "archief/getekend").exists()
    return done.returncode, done.stderr


def vertrouw(root: Path, pad: str) -> None:
    """Name a certificate to trust."""
    path = root / "convenant/convenant.yaml"
    path.write_text(path.read_text("utf-8") + f"ondertekening:\n  vertrouwd: [{pad}]\n")


def ca(root: Path) -> None:
    """Put the certificate of a trial authority in a dossier, and trust it."""
    maak_ca(root / "ca", "N. Niemand")
    vertrouw(root, "ca/ca.pem")


def test_without_trust_nothing_is_taken(root: Path) -> None:
    """CV308 names the setting; CV309 the file that is no certificate, or is not there."""
    assert "CV308" in verwerk(root, "scan.png")[1]
    vertrouw(root, "scan.png")
    code, err = verwerk(root, "scan.png")
    assert (code, "scan.png: fout CV309" in err) == (1, True)


def test_each_file_that_is_no_paper_is_named_with_its_reason(root: Path) -> None:
    """All in one run; none of them is recorded."""
    ca(root)
    (root / "leeg.pdf").write_bytes(b"")
    (root / "half.pdf").write_bytes(next(root.glob("archief/aangeboden/*.pdf")).read_bytes()[:5000])
    offered = next(root.glob("archief/aangeboden/*.pdf")).relative_to(root)
    files = ("scan.png", "leeg.pdf", "half.pdf", "weg.pdf", str(offered))
    code, err = verwerk(root, *files)
    assert code == 1
    for line in (
        "scan.png: fout CV304: niet verwerkt: het is geen PDF",
        "leeg.pdf: fout CV304: niet verwerkt: het is geen PDF",
        "half.pdf: fout CV304: niet verwerkt: het is een afgebroken PDF",
        "weg.pdf: fout CV001",
        f"{offered}: fout CV304: niet verwerkt: er staat geen digitale handtekening in",
    ):
        assert line in err


def test_a_file_that_is_too_large_is_not_even_read(root: Path) -> None:
    """A sparse file of sixty million bytes."""
    ca(root)
    with (root / "groot.pdf").open("wb") as file:
        file.truncate(60_000_000)
    assert "groter dan 50 MB" in verwerk(root, "groot.pdf")[1]


NAT = ("scan.png", "--nat", "--partner", "politie", "--datum", "2026-11-30")


def test_a_scan_is_filed_and_recorded(root: Path) -> None:
    """Who was asked is who signed, unless one says otherwise."""
    code, said = verwerk(root, *NAT)  # asked, and nobody answered
    assert (code, "CV916" in said) == (1, True)
    assert verwerk(root, *NAT, "--ja") == (0, "")
    register = (root / "convenant/registers/gebeurtenissen.yaml").read_text("utf-8")
    assert "  wijze: nat\n" in register
    (path,) = (root / "archief/getekend").iterdir()
    assert path.read_bytes() == scan()
    again = convenant("ondertekening", "verwerk", *NAT, "--ja", "--op", "2026-12-01", cwd=root)
    assert (again.returncode, "al bewaard bij politie" in again.stderr) == (1, True)
    (root / "scan.png").write_bytes(scan(1))
    again = convenant("ondertekening", "verwerk", *NAT, "--ja", "--op", "2026-12-01", cwd=root)
    assert (again.returncode, "al vastgelegd" in again.stderr) == (1, True)


@pytest.mark.proef
def test_the_set_holds_the_convenant_and_what_was_signed(root: Path) -> None:
    """Attachments of one PDF, byte for byte; an original that is gone is a finding (CV312)."""
    assert verwerk(root, *NAT, "--ja") == (0, "")
    eerder = convenant("ondertekening", "bundel", "--op", "2026-11-29", cwd=root)
    assert "ondertekeningsset.pdf: 0 handtekeningen" in eerder.stdout  # it was signed a day later
    bundel = ("ondertekening", "bundel", "--op", "2026-12-01")
    done = convenant(*bundel, cwd=root)
    assert done.returncode == 0, done.stderr
    attached = pypdf.PdfReader(root / "build/ondertekeningsset.pdf").attachments
    assert len(attached) == 2
    assert attached["01-convenant-2020.pdf"][0].startswith(b"%PDF-")
    assert [data for name, (data,) in attached.items() if name.startswith("02-")] == [scan()]
    (path,) = (root / "archief/getekend").iterdir()
    path.unlink()
    done = convenant(*bundel, cwd=root)
    assert (done.returncode, done.stderr.count("CV312")) == (1, 1)
    attached = pypdf.PdfReader(root / "build/ondertekeningsset.pdf").attachments
    assert list(attached) == ["01-convenant-2020.pdf"]


def test_the_paper_as_it_was_offered_is_no_scan(root: Path) -> None:
    """Nobody has signed it."""
    offered = next(root.glob("archief/aangeboden/*.pdf")).relative_to(root)
    code, err = verwerk(root, str(offered), *NAT[1:], "--ja")
    assert (code, "er staat geen handtekening op" in err) == (1, True)


@pytest.mark.parametrize(
    ("naam", "data", "words"),
    [
        ("wit.png", bestand(vel(), "PNG"), "leeg blad, of een beeld zonder inkt"),
        ("wit.jpg", bestand(vel(), "JPEG"), "leeg blad, of een beeld zonder inkt"),
        ("wit.pdf", bestand(vel(), "PDF"), "leeg blad, of een beeld zonder inkt"),
        ("half.png", scan()[:90], "beschadigd of afgebroken"),
        ("half.pdf", b"%PDF-1.7\n", "een beschadigde PDF"),
    ],
)
def test_a_blank_page_is_not_taken_for_a_signature(
    root: Path, naam: str, data: bytes, words: str
) -> None:
    """Nothing is filed or recorded of it, and the reason is said."""
    (root / naam).write_bytes(data)
    code, err = verwerk(root, naam, *NAT[1:], "--ja")
    assert (code, f"{naam}: fout CV304: niet verwerkt: " in err, words in err) == (1, True, True)


@pytest.mark.parametrize("soort", ["PNG", "JPEG", "PDF"])
def test_a_scan_with_ink_is_taken(root: Path, soort: str) -> None:
    """In each kind of file that a scanner makes."""
    (root / "scan").write_bytes(bestand(getekend(vel()), soort))
    assert verwerk(root, "scan", *NAT[1:], "--ja") == (0, "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("convenant/convenant.yaml", *NAT[1:]), "dit is geen scan"),
        ((*NAT[:-1], "2026-11-01"), "ouder dan het stuk"),
        ((*NAT[:-1], "2026-12-24"), "die dag moet nog komen"),
        ((*NAT, "--door", "gemeente-voorbeeldstad"), "is niets aangeboden"),
        (("scan.png", "--nat", "--partner", "verzonnen", *NAT[-2:]), "niets aangeboden"),
        (("scan.png", "--nat", "--partner", "politiek", *NAT[-2:]), "bedoelt u 'politie' (Politie"),
        ((*NAT, "--door", "niemand"), "ondertekenaar 'niemand' is er niet"),
        (("scan.png", "--nat"), "horen één bestand"),
        (("scan.png", "--partner", "politie"), "horen bij --nat"),
    ],
)
def test_a_scan_that_cannot_be_is_refused(
    root: Path, arguments: tuple[str, ...], words: str
) -> None:
    """With the reason, and without a trace."""
    code, err = verwerk(root, *arguments)
    assert code in (1, 2)
    assert words in err


# --- what services that sign make of a paper (K16) ---------------------------------------------

ZELF = "moment volgens de ondertekenaar zelf"
VREEMD = "het tijdstempel komt van een dienst die dit dossier niet vertrouwt"


def getekend_door_diensten(blad: bytes, d: Diensten) -> dict[str, tuple[bytes, str]]:
    """The same paper as services would sign it, and what is remarked of the day."""
    signed = Dienst().tekent(blad, d.een)
    return {
        "blijvend": (d.blijvend().tekent(blad, d.een), ""),
        "stempel": (stempel(signed, d.stempelaar), ""),
        "certificeert": (Dienst(certificeert=MDPPerm.FILL_FORMS).tekent(blad, d.een), ZELF),
        "vreemd": (Dienst(stempelaar=d.vreemd).tekent(blad, d.een), f"{ZELF}; {VREEMD}"),
        "vreemd-over": (stempel(signed, d.vreemd), f"{ZELF}; {VREEMD}"),
    }


@pytest.fixture(scope="module")
def diensten(tmp_path_factory: pytest.TempPathFactory) -> Diensten:
    """Services with certificates of an authority."""
    folder = tmp_path_factory.mktemp("diensten")
    maak_ca(folder, "N. Niemand")
    return maak_diensten(maak_uitgever((folder / "ca.pem").read_bytes()), folder)


def test_what_a_service_signs_is_filed_and_recorded(
    bron: Path, tmp_path: Path, diensten: Diensten
) -> None:
    """On the day of signing, with whose word that is; a stamp that is not trusted is a warning."""
    papers = (bron / "archief/aangeboden").glob("*.pdf")
    blad = next(data for p in papers if EERSTE in velden(data := p.read_bytes()))
    for naam, (data, kenmerk) in getekend_door_diensten(blad, diensten).items():
        root = kopie(bron, tmp_path / naam)
        (root / "uitgever.pem").write_bytes(diensten.uitgever.pem)
        vertrouw(root, "uitgever.pem")
        (root / "terug.pdf").write_bytes(data)
        done = convenant("ondertekening", "verwerk", "terug.pdf", "--op", "2026-12-01", cwd=root)
        assert (done.returncode, "CV318" in done.stderr) == (0, "vreemd" in naam), done.stderr
        said = f"25 november 2026, digitaal{f' ({kenmerk})' if kenmerk else ''}\n"
        assert said in done.stdout, naam
        register = (root / "convenant/registers/gebeurtenissen.yaml").read_text("utf-8")
        assert register.count("soort: ondertekening") == 1
        assert ("kenmerk:" in register) == bool(kenmerk), naam
        (filed,) = (root / "archief/getekend").iterdir()
        assert filed.read_bytes() == data


def test_a_paper_with_only_a_time_stamp_is_neither_signed_nor_a_scan(
    root: Path, diensten: Diensten
) -> None:
    """Whoever set it signed nothing, and on paper there is no signature either."""
    ca(root)
    offered = next(root.glob("archief/aangeboden/*.pdf")).read_bytes()
    (root / "terug.pdf").write_bytes(stempel(offered, diensten.stempelaar))
    code, err = verwerk(root, "terug.pdf")
    assert (code, "alleen een tijdstempel in, en dat is geen handtekening" in err) == (1, True)
    code, err = verwerk(root, "terug.pdf", *NAT[1:], "--ja")
    assert (code, "niet verwerkt" in err) == (1, True)
