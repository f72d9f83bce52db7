"""A round of signing: fourteen signatories, three with a certificate, and two that are refused."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from tests.handtekeningen import maak_ca, teken
from tests.opdrachten.kort import TEKSTEN, dossier
from tests.platen import scan as getekende_scan
from tests.programma import convenant
from tests.voorbeelden import kopie

from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.traag
OP = "2026-11-24"
LATER = "2026-12-01"
MOMENT = "2026-11-30T12:00:00+01:00"
DIGITAAL = ("gemeente-gouda", "openbaar-ministerie", "nationale-politie")
GEKNOEID = "fivoor"  # signed well, and altered afterwards
ONBEVOEGD = "dji"  # signed by somebody else


@pytest.fixture(scope="module", params=TEKSTEN)
def ronde(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The dossier when all papers have come back that came back."""
    root = dossier(tmp_path_factory.mktemp("ronde") / "dossier", request.param)
    signers = {o.sleutel: o for o in _registers(root).ondertekenaars}
    wie = [*DIGITAAL, GEKNOEID]
    keys = maak_ca(root / "ca", *(signers[s].naam for s in wie), "I. Indringer")
    vertrouw(root, "ca/ca.pem")
    _goed(root, "pakket", "--alle", "--ja", "--op", OP)
    papers = root / "terug"
    papers.mkdir()
    for sleutel in (*wie, ONBEVOEGD):
        naam = signers[sleutel].naam if sleutel in wie else "I. Indringer"
        teken(blad(root, sleutel, papers), keys[naam], papers / f"{sleutel}.pdf", moment=MOMENT)
    altered = bytearray((papers / f"{GEKNOEID}.pdf").read_bytes())
    altered[altered.index(b"stream") + 20] ^= 1
    (papers / f"{GEKNOEID}.pdf").write_bytes(altered)
    _goed(
        root,
        *("ondertekening", "verwerk", *(f"terug/{s}.pdf" for s in DIGITAAL), "--op", LATER),
    )
    (papers / "scan.png").write_bytes(getekende_scan())
    rest = [s for s in signers if s not in (*wie, ONBEVOEGD)]
    for number, sleutel in enumerate(rest):
        scan = papers / f"scan-{number}.png"
        scan.write_bytes(getekende_scan(number))  # each another sheet
        _goed(
            root,
            *("ondertekening", "verwerk", f"terug/{scan.name}", "--nat", "--op", LATER),
            *("--partner", signers[sleutel].partner, "--door", sleutel, "--datum", LATER, "--ja"),
        )
    return root


def _registers(root: Path) -> Any:
    registers, _ = Dossierlezer(root).registers
    assert registers is not None
    return registers


def vertrouw(root: Path, pad: str) -> None:
    """Let a dossier trust a certificate."""
    path = root / "convenant/convenant.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("ondertekening:\n", f"ondertekening:\n  vertrouwd: [{pad}]\n"))


def blad(root: Path, sleutel: str, folder: Path) -> Path:
    """Take the sheet of a signatory out of the pack of its partner."""
    partner = {o.sleutel: o.partner for o in _registers(root).ondertekenaars}[sleutel]
    with zipfile.ZipFile(root / f"build/pakketten/{partner}.zip") as archive:
        naam = next(n for n in archive.namelist() if n.endswith(f"blad-{sleutel}.pdf"))
        path = folder / f"leeg-{sleutel}.pdf"
        path.write_bytes(archive.read(naam))
        return path


def _goed(root: Path, *arguments: str) -> str:
    done = convenant(*arguments, cwd=root)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def stand(root: Path) -> dict[str, Any]:
    """How far the signing is, as JSON."""
    found: dict[str, Any] = json.loads(_goed(root, "ondertekening", "--json", "--op", LATER))
    return found


def by_signer(root: Path) -> dict[str, Any]:
    """The places of the round by who signs."""
    return {p["ondertekenaar"]: p for p in stand(root)["plaatsen"]}


@pytest.mark.proef
def test_fourteen_are_asked_and_twelve_have_signed(ronde: Path) -> None:
    """Three digitally, nine with a pen; the two that were refused are still waited for."""
    places = by_signer(ronde)
    assert len(places) == 14
    wijzen = {s: p["handtekening"]["wijze"] for s, p in places.items() if p["handtekening"]}
    assert {s for s, wijze in wijzen.items() if wijze == "digitaal"} == set(DIGITAAL)
    assert sum(wijze == "nat" for wijze in wijzen.values()) == 9
    assert {s for s, p in places.items() if p["status"] == "aangeboden"} == {GEKNOEID, ONBEVOEGD}


def test_a_digital_signature_counts_on_the_day_it_was_set(ronde: Path) -> None:
    """30 November, not the day on which the paper came back."""
    for sleutel in DIGITAAL:
        assert by_signer(ronde)[sleutel]["handtekening"]["datum"] == "2026-11-30"


@pytest.mark.parametrize(
    ("sleutel", "reden"),
    [(GEKNOEID, "inhoud is niet die van een stuk dat is aangeboden"), (ONBEVOEGD, "I. Indringer")],
)
def test_what_is_wrong_is_refused_and_recorded_nowhere(
    ronde: Path, sleutel: str, reden: str
) -> None:
    """An altered paper, and one by somebody else: CV304 with the reason; all stays as it was."""
    before = bytes_of(ronde)
    done = convenant("ondertekening", "verwerk", f"terug/{sleutel}.pdf", "--op", LATER, cwd=ronde)
    assert (done.returncode, "CV304" in done.stderr, reden in done.stderr) == (1, True, True)
    assert bytes_of(ronde) == before


def test_a_second_time_is_refused(ronde: Path) -> None:
    """The same file, and another signature on the same sheet."""
    before = bytes_of(ronde)
    again = teken(
        *(ronde / "terug/leeg-gemeente-gouda.pdf", ronde / "ca/1.p12"),
        ronde / "terug/nog-eens.pdf",
        moment=MOMENT,
    )
    for path in ("terug/gemeente-gouda.pdf", f"terug/{again.name}"):
        done = convenant("ondertekening", "verwerk", path, "--op", LATER, cwd=ronde)
        assert (done.returncode, "al verwerkt" in done.stderr) == (1, True)
    again.unlink()
    assert bytes_of(ronde) == before


def test_originals_are_filed_untouched_under_their_hash(ronde: Path) -> None:
    """The name of each file in the archive is the sha256 of what it holds."""
    files = sorted((ronde / "archief/getekend").iterdir())
    assert len(files) == 12
    for path in files:
        assert path.stem == hashlib.sha256(path.read_bytes()).hexdigest()
    for sleutel in DIGITAAL:
        kept = by_signer(ronde)[sleutel]["handtekening"]["sha256"]
        original = (ronde / f"terug/{sleutel}.pdf").read_bytes()
        assert (ronde / f"archief/getekend/{kept}.pdf").read_bytes() == original


@pytest.mark.proces
def test_poppler_agrees_about_each_signature(ronde: Path) -> None:
    """Pdfsig finds the three valid and covering all, and the altered one not valid."""
    for sleutel in (*DIGITAAL, GEKNOEID):
        done = subprocess.run(
            ["pdfsig", "-nocert", f"terug/{sleutel}.pdf"],
            cwd=ronde,
            capture_output=True,
            text=True,
            check=False,
        )
        good = "Signature Validation: Signature is Valid." in done.stdout
        assert good == (sleutel != GEKNOEID), done.stdout
        assert f"ondertekening-{sleutel}" in done.stdout
        assert "Total document signed" in done.stdout


@pytest.mark.proef
def test_the_set_holds_the_convenant_and_every_original(ronde: Path) -> None:
    """Attachments in order, byte for byte; the first page names who signed."""
    _goed(ronde, "ondertekening", "bundel", "--op", LATER)
    reader = pypdf.PdfReader(ronde / "build/ondertekeningsset.pdf")
    attached = {naam: data[0] for naam, data in reader.attachments.items()}
    names = sorted(attached)
    assert names[0] == "01-convenant-2018-06-18.pdf"
    assert len(names) == 13
    digests = {hashlib.sha256(attached[naam]).hexdigest() for naam in names[1:]}
    assert digests == {path.stem for path in (ronde / "archief/getekend").iterdir()}
    text = reader.pages[0].extract_text().replace("-\n", "")  # names that were hyphenated
    for signer in _registers(ronde).ondertekenaars:
        if signer.sleutel not in (GEKNOEID, ONBEVOEGD):
            assert signer.naam.split()[-1] in text
    pages = pypdf.PdfReader(BytesIO(attached[names[0]])).pages
    assert len(reader.pages) > len(pages)


@pytest.mark.proef
def test_the_set_says_when_an_original_is_gone(ronde: Path, tmp_path: Path) -> None:
    """Gone or changed: CV312 at its gebeurtenis; the set is made all the same, without it."""
    copy = kopie(ronde, tmp_path / "kopie", "build", "terug")
    one, other, *_ = (copy / "archief/getekend").iterdir()
    one.unlink()
    other.write_bytes(b"x")
    done = convenant("ondertekening", "bundel", "--op", LATER, cwd=copy)
    assert (done.returncode, done.stderr.count("CV312")) == (1, 2)
    attached = pypdf.PdfReader(copy / "build/ondertekeningsset.pdf").attachments
    assert len(attached) == 11
    assert convenant("controleer", cwd=copy).stdout.count("CV312") == 2


@pytest.mark.parametrize(
    ("regel", "datum"),
    [
        ("{bij: vaststelling}", "2018-06-18"),
        ("{bij: allen}", None),
        ("{bij: aantal, aantal: 3}", "2026-11-30"),
        ("{bij: aantal, aantal: 4}", "2026-12-01"),
    ],
)
def test_in_force_once_the_rule_is_met(
    ronde: Path, tmp_path: Path, regel: str, datum: str | None
) -> None:
    """On adoption, or when all or so many partners have signed."""
    copy = kopie(ronde, tmp_path / "kopie", "build", "terug", "archief")
    path = copy / "convenant/convenant.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"inwerking:\n(    .*\n)+", f"inwerking: {regel}\n", text))
    assert stand(copy)["in_werking"] == datum


def test_who_is_late_gets_a_reminder_with_the_same_paper(ronde: Path, tmp_path: Path) -> None:
    """After the last day: the state says so, and the paper is the one that was offered."""
    copy = kopie(ronde, tmp_path / "kopie", "build")
    out = _goed(copy, "ondertekening", "--op", "2027-01-04")
    assert out.count("te laat") == 2
    assert "Herinnering: convenant ondertekening herinner" in out
    _goed(copy, "ondertekening", "--op", "2027-01-04", "herinner", "--formaat", "md", "--ja")
    folder = copy / "build/herinnering/fivoor-2027-01-04"
    sheet = (folder / "ondertekeningsblad-fivoor.pdf").read_bytes()
    assert sheet == (ronde / "terug/leeg-fivoor.pdf").read_bytes()
    letter = (folder / "herinnering.md").read_text("utf-8")
    assert "dinsdag 22 december 2026" in letter
    assert not list((copy / "build/herinnering").glob("gemeente-gouda*"))
    done = convenant("ondertekening", "--json", "herinner", cwd=copy)
    assert (done.returncode, "hoort geen --json" in done.stderr) == (2, True)


def test_a_refusal_is_told_until_the_paper_is_offered_anew(ronde: Path, tmp_path: Path) -> None:
    """Refused, then a new pack with a new paper; who signed cannot refuse any more."""
    copy = kopie(ronde, tmp_path / "kopie", "build")
    day = ("--datum", LATER, "--op", LATER, "--ja")
    _goed(copy, "ondertekening", "weigering", "fivoor", "--reden", "nog niet besproken", *day)
    assert by_signer(copy)["fivoor"]["status"] == "geweigerd"
    for wie in ("gemeente-gouda", "fivoor"):  # who signed, and who refused already
        late = convenant("ondertekening", "weigering", wie, *day, cwd=copy)
        assert (late.returncode, "CV306" in late.stderr) == (1, True)
    assert "Er is niets te maken" not in _goed(copy, "pakket", "--alle", "--ja", "--op", LATER)
    assert by_signer(copy)["fivoor"]["status"] == "geweigerd"  # asked again only by name
    done = convenant("pakket", "fivoor", "--ja", "--op", "2026-12-02", cwd=copy)
    assert done.returncode == 0
    assert "CV310" in done.stderr  # this version was adopted with open invulvelden
    assert "CV311" in done.stderr  # and nobody has an address for mail
    out = json.loads(_goed(copy, "ondertekening", "--json", "--op", "2026-12-02"))
    assert {p["ondertekenaar"]: p["status"] for p in out["plaatsen"]}["fivoor"] == "aangeboden"


def bytes_of(root: Path) -> dict[str, bytes]:
    """Every file that a command might have written."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for folder in ("convenant/registers", "archief")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }
