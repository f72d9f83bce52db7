"""The page Ondertekening: who signed what, papers that come back, and the recording of them."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.handtekeningen import maak_ca, teken
from tests.kantoor.loket import Loket
from tests.platen import scan
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.paginas import oordeel as oordelen
from convenantwerk.kantoor.paginas import tekenpapieren
from convenantwerk.opdrachten.ondertekening.bundel import Bundel
from convenantwerk.opdrachten.pakket.onderweg import neem_op

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 12, 1)
AANGEBODEN = "2026-11-24"
MOMENT = "2026-11-25T12:00:00+01:00"
STAD = "gemeente-voorbeeldstad"
pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def bron(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dossier that was offered to all, with what came back beside it, in terug/."""
    base = tmp_path_factory.mktemp("kantoor")
    root = kopie(KLEIN, base / "klein")
    keys = maak_ca(root / "ca", "A. Voorbeeld")
    path = root / "convenant/convenant.yaml"
    path.write_text(path.read_text("utf-8") + "ondertekening:\n  vertrouwd: [ca/ca.pem]\n")
    for act in (
        ("vaststellen", "2020", "--besluit", "Besluit", "--datum", "2020-01-01"),
        ("pakket", "--alle", "--ja", "--op", AANGEBODEN),
    ):
        done = convenant(*act, cwd=root)
        assert done.returncode == 0, done.stderr
    for wie in (STAD, "politie"):  # with the key of who signs for the first
        with zipfile.ZipFile(root / f"build/pakketten/{wie}.zip") as pakket:
            naam = next(n for n in pakket.namelist() if "ondertekeningsblad" in n)
            (base / "blad.pdf").write_bytes(pakket.read(naam))
        teken(base / "blad.pdf", keys["A. Voorbeeld"], base / f"{wie}.pdf", moment=MOMENT)
    return base


@pytest.fixture
def klein(bron: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    return kopie(bron / "klein", tmp_path / "klein")


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of that dossier."""
    return Loket(klein, OP)


def _register(root: Path) -> bytes:
    return (root / "convenant/registers/gebeurtenissen.yaml").read_bytes()


def _terug(loket: Loket, *stukken: tuple[str, bytes]) -> None:
    """Drop files on the page."""
    loket.open("/ondertekening")
    loket.stuur(knop="Beoordeel de stukken", bestanden=[("bestand", stuk) for stuk in stukken])


def _gelijk(root: Path, ander: Path) -> None:
    """The same registers and archive, byte for byte."""
    for deel in ("convenant/registers", "archief"):
        paden = {p.relative_to(root) for p in (root / deel).rglob("*") if p.is_file()}
        assert paden == {p.relative_to(ander) for p in (ander / deel).rglob("*") if p.is_file()}
        for pad in paden:
            assert (root / pad).read_bytes() == (ander / pad).read_bytes(), pad


@pytest.mark.proef
def test_the_page_says_how_far_each_is_and_what_comes_next(loket: Loket, klein: Path) -> None:
    """Also text of the dossier that looks like markup, which stays text."""
    blad = loket.open("/ondertekening")
    assert "0 van 2 handtekeningen" in blad.tekst
    assert "Politie Voorbeeld Dhr. B. Verzonnen Politiechef {{7*7}} aangeboden" in blad.tekst
    assert blad.koppelingen["Met de pen getekend: Politie Voorbeeld"].endswith("?partner=politie")
    assert "(vraagt aandacht: 2 )" in blad.tekst
    path = klein / "convenant/registers/partners.yaml"
    naam = "<b>" + "x" * 55 + "</b>"
    path.write_text(path.read_text("utf-8").replace("Politie Voorbeeld", naam), encoding="utf-8")
    blad = loket.open("/ondertekening?stand=te-laat")
    assert "Bij deze keuze hoort niemand" in blad.tekst
    assert "melding doen" not in blad.tekst
    path = klein / "convenant/convenant.yaml"
    regel = "  melding:\n    deel: deel-1\n    artikel: artikel 9.10\n  verzendmarge: 5"
    path.write_text(path.read_text("utf-8").replace("  verzendmarge: 5", regel), encoding="utf-8")
    tekst = loket.open("/ondertekening").tekst
    assert "tot die tijd kan niemand een melding doen (artikel 9.10)." in tekst
    assert naam in loket.open("/ondertekening?stand=aangeboden").tekst
    assert "<b>x" not in loket.antwoord.text


def test_without_a_version_the_page_says_what_comes_first(klein: Path, tmp_path: Path) -> None:
    """A dossier of which nothing was adopted yet, and a file that was forgotten."""
    leeg = Loket(kopie(KLEIN, tmp_path / "leeg"), OP)
    assert "Stel een versie vast" in leeg.open("/ondertekening").koppelingen
    loket = Loket(klein, OP)
    loket.open("/ondertekening")
    loket.stuur(knop="Beoordeel de stukken")
    assert loket.antwoord.status_code == 422
    assert "Kies eerst een of meer bestanden" in loket.blad.tekst


def test_who_trusts_no_issuer_is_told_how_to_and_drops_nothing(klein: Path) -> None:
    """A drop that nothing can judge would only end in an error; a scan can be recorded."""
    path = klein / "convenant/convenant.yaml"
    path.write_text(path.read_text("utf-8").replace("ondertekening:\n  vertrouwd:", "# "), "utf-8")
    loket = Loket(klein, OP)
    blad = loket.open("/ondertekening")
    assert "om het certificaat van de uitgever" in blad.tekst
    assert "/ondertekening/beoordeel" not in [form.naar for form in blad.formulieren]
    assert "/doe/met-de-pen" in blad.koppelingen.values()


def test_each_paper_has_its_verdict_and_nothing_is_recorded(
    loket: Loket, klein: Path, bron: Path
) -> None:
    """One that is good, one signed by somebody else, one that was altered, and no PDF at all."""
    goed = (bron / f"{STAD}.pdf").read_bytes()
    anders = bytearray(goed)
    anders[anders.index(b"stream") + 20] ^= 1
    stukken = {
        "goed.pdf": goed,
        "ander.pdf": (bron / "politie.pdf").read_bytes(),
        "geknoeid.pdf": bytes(anders),
        "<b>plaatje.png": b"\x89PNG",
    }
    eerst = _register(klein)
    _terug(loket, *stukken.items())
    tekst = loket.blad.tekst
    assert "1 goed, 3 geweigerd" in tekst
    assert "goed.pdf: goed Ondertekeningsblad van Gemeente Voorbeeldstad bij versie 2020" in tekst
    assert "op 25 november 2026 digitaal getekend door mevrouw A. Voorbeeld, die daartoe" in tekst
    assert "getekend door 'A. Voorbeeld', terwijl Dhr. B. Verzonnen zou tekenen" in tekst
    assert "<b>plaatje.png: geweigerd Niet verwerkt: het is geen PDF" in tekst
    assert "/doe/pakket?partner=politie" in loket.antwoord.text
    assert loket.antwoord.text.count("/ondertekening/verschil/") == 1
    assert _register(klein) == eerst
    oordeel = str(loket.antwoord.url)
    loket.klik("Met de pen getekend: <b>plaatje.png")  # it need not be sent again
    assert dict(loket.blad.formulieren[0].velden)["bestand"] in oordeel
    loket.open(oordeel)
    loket.klik("Toon het verschil in geknoeid.pdf")
    assert "Op één plaats staat iets anders" in loket.blad.tekst


def test_what_is_recorded_is_what_the_command_records(
    loket: Loket, klein: Path, bron: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, as long work when there are many; the sheet is then open no more."""
    monkeypatch.setattr(oordelen, "_VEEL", 1)
    ander = kopie(bron / "klein", tmp_path / "ander")
    args = ("ondertekening", "verwerk", str(bron / f"{STAD}.pdf"), "--op", OP.isoformat())
    assert convenant(*args, cwd=ander).returncode == 0
    stuk = ("terug.pdf", (bron / f"{STAD}.pdf").read_bytes())
    _terug(loket, stuk, ("weer.pdf", stuk[1]))  # the same paper twice
    oordeel = str(loket.antwoord.url)
    loket.stuur(knop="Leg de 2 goede vast")
    loket.wacht()
    assert "Het stuk is vastgelegd" in loket.blad.tekst
    assert "weer.pdf: niet vastgelegd; niet verwerkt: alle handtekeningen" in loket.blad.tekst
    _gelijk(klein, ander)
    assert "Eén stuk is hier niet meer" in loket.open(oordeel).tekst
    assert "1 van 2 handtekeningen" in loket.open("/ondertekening").tekst


def test_what_another_window_recorded_is_told_here(loket: Loket, klein: Path) -> None:
    """The papers wait no more; nothing is recorded twice, and the page says why."""
    eerst = _register(klein)
    data = {"formulier": "x", "bestand": ["weg", "ook"], "gezien": ["a", "b"]}
    loket.client.post("/ondertekening/leg-vast", data=data)
    assert "ze zijn intussen al vastgelegd" in loket.open("/gedaan/x").tekst
    assert _register(klein) == eerst


def test_what_changed_since_the_verdict_is_judged_again(
    loket: Loket, klein: Path, bron: Path
) -> None:
    """Somebody recorded the same paper on the command line; a token that was used does nothing."""
    _terug(loket, ("terug.pdf", (bron / f"{STAD}.pdf").read_bytes()))
    args = ("ondertekening", "verwerk", str(bron / f"{STAD}.pdf"), "--op", OP.isoformat())
    assert convenant(*args, cwd=klein).returncode == 0
    na = _register(klein)
    loket.stuur(knop="Leg vast: terug.pdf")
    assert loket.antwoord.status_code == 409
    assert "alle handtekeningen in dit bestand zijn al verwerkt" in loket.blad.tekst
    assert _register(klein) == na


def test_who_only_reads_sees_how_far_it_is_and_records_nothing(klein: Path, bron: Path) -> None:
    """What came back may be judged; no button records, and a form sent all the same is refused."""
    loket = Loket(klein, OP, alleen_lezen=True)
    blad = loket.open("/ondertekening")
    assert "0 van 2 handtekeningen" in blad.tekst
    assert not [form for form in blad.formulieren if form.wijze == "post"]
    assert "Maak" not in "".join(blad.koppelingen)
    stuk = ("terug.pdf", (bron / f"{STAD}.pdf").read_bytes())
    loket.client.post("/ondertekening/beoordeel", files=[("bestand", stuk)])
    for naar in ("leg-vast", "onderweg", "set"):
        assert (
            loket.client.post(f"/ondertekening/{naar}", data={"formulier": "x"}).status_code == 403
        )
    assert b"soort: ondertekening\n" not in _register(klein)


def test_a_file_that_waits_is_shown_in_a_room_of_its_own(loket: Loket) -> None:
    """By how it begins; a page that was sent is kept, not shown, and an unknown key is nothing."""
    _terug(loket, ("scan.pdf", b"<script>alert(1)</script>"))
    naar = re.search(r"/ondertekening/stuk/[\w-]+", loket.antwoord.text)
    assert naar
    antwoord = loket.client.get(naar[0])
    assert antwoord.headers["content-type"] == "application/octet-stream"
    assert antwoord.headers["content-disposition"].startswith("attachment")
    assert loket.client.get("/ondertekening/stuk/..%2f..%2fetc").status_code == 404
    assert loket.client.get("/ondertekening/verschil/x").status_code == 404
    assert loket.client.get("/ondertekening/oordeel").status_code == 404


# --- acts ----------------------------------------------------------------------------------


def test_a_scan_is_asked_about_and_recorded_as_by_the_command(
    loket: Loket, klein: Path, bron: Path, tmp_path: Path
) -> None:
    """What is no scan is refused; to mend an answer the file need not be sent again."""
    ander = kopie(bron / "klein", tmp_path / "ander")
    (tmp_path / "scan.png").write_bytes(scan())
    args = ("--nat", "--partner", "politie", "--door", "politie", "--datum", "2026-11-30")
    act = ("ondertekening", "verwerk", str(tmp_path / "scan.png"), *args)
    assert convenant(*act, "--ja", "--op", OP.isoformat(), cwd=ander).returncode == 0
    eerst = _register(klein)
    loket.open("/doe/met-de-pen?partner=politie")
    antwoorden = {"datum": "2026-11-30", "door": "politie"}
    loket.stuur(antwoorden, bestanden=[("bestand", ("brief.txt", b"Geachte heer"))])
    assert "brief.txt wordt niet vastgelegd" in loket.blad.tekst
    assert "dit is geen scan" in loket.blad.tekst
    loket.stuur(knop="Wijzig de antwoorden")
    loket.stuur(bestanden=[("bestand", ("scan.png", scan()))])
    assert "staan deze handtekening en deze dag erop" in loket.blad.tekst
    assert loket.client.get(loket.blad.koppelingen["Bekijk de scan"]).content == scan()
    loket.stuur(knop="Wijzig de antwoorden")
    loket.stuur({"door": ""})  # the scan goes along
    assert _register(klein) == eerst
    loket.stuur(knop="Ja, dit staat op de scan: leg vast")
    assert "De handtekening is vastgelegd" in loket.blad.tekst
    _gelijk(klein, ander)


def test_a_refusal_is_recorded_as_by_the_command(
    loket: Loket, klein: Path, bron: Path, tmp_path: Path
) -> None:
    """With a reason that looks like markup; the page then says so."""
    ander = kopie(bron / "klein", tmp_path / "ander")
    reden = "<b>te duur</b> {{ 7*7 }} " + "x" * 60
    args = ("ondertekening", "weigering", "politie", "--datum", "2026-11-30", "--reden", reden)
    assert convenant(*args, "--ja", "--op", OP.isoformat(), cwd=ander).returncode == 0
    loket.open("/ondertekening")
    loket.klik("Wil niet tekenen: Politie Voorbeeld")
    loket.stuur({"datum": "2026-11-30", "reden": reden})
    assert "Politie Voorbeeld weigerde op 30 november 2026 versie 2020." in loket.blad.tekst
    assert "<b>te duur" not in loket.antwoord.text
    loket.stuur(knop="Leg vast")
    _gelijk(klein, ander)
    assert "geweigerd op 30 november 2026" in loket.open("/ondertekening").tekst


@pytest.mark.proef
def test_who_is_late_is_reminded_as_by_the_command(
    loket: Loket, klein: Path, bron: Path, tmp_path: Path
) -> None:
    """All who are late are ticked; the letters are there, and drafts of mail."""
    loket.op = date(2027, 2, 1)
    ander = kopie(bron / "klein", tmp_path / "ander")
    args = ("ondertekening", "herinner", "--ja", "--op", "2027-02-01", "--formaat", "docx")
    assert convenant(*args, cwd=ander).returncode == 0
    loket.open("/ondertekening")
    loket.klik("Herinner de 2 die te laat zijn")
    loket.stuur()
    assert "2 herinneringen: Gemeente Voorbeeldstad Politie Voorbeeld" in loket.blad.tekst
    loket.stuur(knop="Herinner de 2")
    loket.wacht()
    assert "Dat er is herinnerd, is vastgelegd." in loket.blad.tekst
    assert list((klein / "build").rglob("herinnering/**/*.eml"))
    _gelijk(klein, ander)


@pytest.mark.proef
def test_packs_are_made_as_by_the_command(
    loket: Loket, klein: Path, bron: Path, tmp_path: Path
) -> None:
    """A day that has passed does not fit; another day makes a new sheet."""
    ander = kopie(bron / "klein", tmp_path / "ander")
    args = ("pakket", "politie", "--uiterlijk", "2027-01-15", "--ja", "--op", OP.isoformat())
    assert convenant(*args, cwd=ander).returncode == 0
    loket.open("/doe/pakket?partner=politie")
    loket.stuur({"uiterlijk": "2026-11-01"})
    assert "deze dag is al voorbij" in loket.blad.tekst
    loket.stuur({"uiterlijk": "2027-01-15"})
    assert "terug uiterlijk 15 januari 2027. Politie Voorbeeld" in loket.blad.tekst
    loket.stuur(knop="Maak het pakket")
    loket.wacht()
    assert "Het pakket is gemaakt" in loket.blad.tekst
    assert "Er is nog niets verstuurd" in loket.blad.tekst
    assert "/bestand/build/pakketten/politie.zip" in loket.antwoord.text
    assert loket.client.get(loket.blad.koppelingen["Download alle pakketten als zip"]).is_success
    _gelijk(klein, ander)


def test_the_complete_set_is_made_as_long_work(
    loket: Loket, klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it holds is tried where it is made (`test_verwerken`)."""
    made = Bundel((), "ondertekeningsset.pdf", 1, 1)
    monkeypatch.setattr(tekenpapieren, "bundel", lambda _geopend, _uit: made)
    eerst = _register(klein)
    blad = loket.open("/ondertekening")
    assert "/lijsten/stand" in [form.naar for form in blad.formulieren]
    loket.stuur(knop="Maak de complete set")
    loket.wacht()
    assert "Er zit één handtekening in. Er staat nog één handtekening open." in loket.blad.tekst
    assert "ondertekeningsset.pdf" in loket.blad.tekst
    assert _register(klein) == eerst


def test_a_message_that_may_have_gone_is_asked_about(loket: Loket, klein: Path) -> None:
    """The answer is recorded once; a second window that answers otherwise changes nothing."""
    bericht = Verzending(
        datum=date(2026, 11, 25),
        partner="politie",
        vorm="e-mail",
        versie="2020",
        geadresseerde="info@politie.example",
        kenmerk="ondertekening/2020",
    )
    assert neem_op(Geopend(klein, OP), bericht, ()) == ""
    knop = "Ja, het is verzonden"
    loket.open("/ondertekening")
    assert "Is het bericht aan Politie Voorbeeld verzonden?" in loket.blad.tekst
    form = next(f for f in loket.blad.formulieren if knop in f.knoppen)
    tweede = {**dict(form.velden), "antwoord": "nee", "formulier": "tweede"}
    loket.stuur(knop=knop)
    assert "Het bericht is verzonden" in loket.blad.tekst
    assert loket.client.post(form.naar, data=tweede).status_code == 409
    assert "Is het bericht" not in loket.open("/ondertekening").tekst
    assert b"soort: verzending" in _register(klein)
