"""Makes the pictures of the kantoor in the handleiding, of an invented dossier and of this one.

    PYTHONPATH=.:scripts python scripts/beeld_kantoor.py MAP BEELDEN [NAAM...]

In MAP the dossiers come (the invented one is used again when it stands there), in BEELDEN the
pictures, as kantoor-NAAM.png, all or those that are named. It is always 24 November 2026.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from PIL import Image
from playwright.sync_api import sync_playwright
from tests.kantoor.browser.huis import Huis
from tests.kantoor.browser.venster import AAN, BREED, BROWSER, SMAL, Venster
from tests.programma import convenant
from tests.voorbeelden import ROOT, kopie

import proefhandtekening

if TYPE_CHECKING:
    from collections.abc import Callable

OP = date(2026, 11, 24)
GROOT = 150_000  # bytes, above which a picture is given fewer colours
VERBAND = "Zorg- en Veiligheidshuis Voorbeeldland"
NIEUW = "Stichting Voorbeeld"
TEKENAARS = {  # who signs for a partner of the model
    "gemeente-voorbeeldstad": "A. Voorbeeld",
    "politie": "C. Bedacht",
    "reclassering": "E. Fictie",
    "ggz": "G. Proef",
}
LIJST = """Organisatie;Soort;Straat;Postcode;Plaats;E-mail;Ondertekenaar;Functie
Gemeente Proefdam;ketenpartner;Plein 1;1234 AB;Proefdam;;mevr. A. Voorbeeld;burgemeester
Stichting 't Huis;flexibele schil;Laan 2;1234 AC;Proefdam;;dhr. mr. B. Bedacht;bestuurder
"""


@dataclass(frozen=True)
class Beeld:
    """A picture.

    Args:
        naam: of its file, without kantoor- and .png.
        pad: the address of the page.
        hoog: how much of the page is shown, in pixels.
        smal: the same at the width of a phone, for who gives more than 0 pixels.
        eerst: what is done on the page before.
        vanaf: what the picture begins above; the top of the page when empty.
    """

    naam: str
    pad: str
    hoog: int
    smal: int = 0
    eerst: Callable[[Venster], None] | None = None
    vanaf: str = ""


def _doe(folder: Path, op: str, *woorden: str) -> None:
    done = convenant(*woorden, "--op", op, cwd=folder)
    if done.returncode:
        sys.exit(f"convenant {' '.join(woorden)}: {done.stderr}")


def _blad(folder: Path, partner: str) -> Path:
    """Return the sheet to sign out of the pack of a partner."""
    pad = folder / f"ondertekeningsblad {partner}.pdf"
    with ZipFile(folder / f"dossier/build/pakketten/{partner}.zip") as pakket:
        naam = next(naam for naam in pakket.namelist() if naam.startswith("02-"))
        pad.write_bytes(pakket.read(naam))
    return pad


def _teken(folder: Path, partner: str, dag: str) -> Path:
    """Return the sheet of a partner, signed by who may."""
    blad = _blad(folder, partner)
    uit = folder / f"ondertekeningsblad {partner} getekend.pdf"
    sleutel = folder / "ca" / f"{list(TEKENAARS).index(partner) + 1}.p12"
    moment = datetime.fromisoformat(f"{dag}T12:00:00+01:00")
    proefhandtekening.teken(blad, sleutel, uit, proefhandtekening.Wijze("", moment, vast=True))
    return uit


def maak_dossier(folder: Path) -> Path:
    """Make the dossier of an office in its first autumn: most things are under way."""
    dossier = folder / "dossier"
    if dossier.exists():
        return dossier
    folder.mkdir(parents=True, exist_ok=True)
    plaats = ("--naam", VERBAND, "--plaats", "Voorbeeldstad")
    _doe(folder, "2026-09-01", "nieuw", "dossier", *plaats)
    proefhandtekening.maak_ca(folder / "ca", list(TEKENAARS.values()), vast=True)
    (dossier / "ca.pem").write_bytes((folder / "ca/ca.pem").read_bytes())
    gegevens = dossier / "convenant/convenant.yaml"
    tekst = gegevens.read_text("utf-8")
    kop = "\nondertekening:\n"
    gegevens.write_text(tekst.replace(kop, f"{kop}  vertrouwd: [ca.pem]\n"), "utf-8")
    besluit = ("--besluit", "Besluit van de Stuurgroep", "--datum", "2026-10-01")
    done = convenant("vaststellen", "2026", *besluit, cwd=dossier)
    if done.returncode:
        sys.exit(done.stderr)
    _doe(dossier, "2026-10-05", "pakket", *TEKENAARS, "--ja")
    _doe(
        dossier,
        "2026-10-19",
        "ondertekening",
        "verwerk",
        str(_teken(folder, "politie", "2026-10-12")),
    )
    _teken(folder, "reclassering", "2026-11-20")
    vast = ("--formaat", "docx", "--ja")
    _doe(
        dossier,
        "2026-11-09",
        *("toetreding", NIEUW, "verzoek", "--tekenaar", "V. Voorbeeld", "--tekenaar-titel", "Mw."),
        *("--functie", "bestuurder", "--grond", "statuten", "--rechtsvorm", "stichting"),
        *("--kvk", "12345678", "--zetel", "Voorbeeldstad", "--contact", "Bestuurssecretariaat"),
        *("--fg", "fg@voorbeeld.example", "--ingangsdatum", "2027-01-01", "--ja"),
    )
    _doe(
        dossier,
        "2026-11-17",
        *("toetreding", "stichting-voorbeeld", "instemming", "--datum", "2026-11-16"),
        *("--kenmerk", "SG-2026-7", *vast),
    )
    _doe(
        dossier,
        "2026-11-18",
        *("opzegging", "jeugdbescherming", "--ontvangen", "2026-11-17", "--vorm", "brief", *vast),
    )
    moment = datetime(OP.year, OP.month, OP.day, 12, tzinfo=UTC).timestamp()
    for pad in dossier.rglob("*"):
        os.utime(pad, (moment, moment))  # when a paper was made, Papieren tells
    return dossier


def _wijzig(venster: Venster) -> None:
    """Edit a text, and wait for its marks."""
    veld = venster.blad.locator("#tekst")
    veld.fill(
        veld.input_value()
        .replace("[*Naam Partij*]", "Gemeente Leiden")
        .replace(
            "De dagelijkse aansturing",
            "De wekelijkse aansturing, bedoeld in artikel 99 van dit convenant,",
        )
    )
    venster.blad.locator("[data-beeld] .bevindingen").first.wait_for()


def _oordeel(folder: Path) -> Callable[[Venster], None]:
    """Return what gives a good paper, and one with which something is wrong."""

    def doe(venster: Venster) -> None:
        goed = folder / "ondertekeningsblad reclassering getekend.pdf"
        venster.geef("bestand", _blad(folder, "ggz"), goed)
        if "/oordeel" not in venster.blad.url:
            venster.klik("Beoordeel de stukken")

    return doe


def _lijst(folder: Path) -> Callable[[Venster], None]:
    """Return what gives a list of partners."""

    def doe(venster: Venster) -> None:
        lijst = folder / "lijst.csv"
        lijst.write_text(LIJST, "utf-8")
        venster.geef("bestand", lijst)
        venster.klik("Lees de lijst")

    return doe


def _waar(venster: Venster) -> None:
    """Show a folder of a user, not the temporary one in which this dossier begins."""
    venster.blad.locator("main b").first.evaluate("map => { map.textContent = '~/mijn-convenant' }")


def verzonnen(folder: Path) -> tuple[Beeld, ...]:
    """Return the pictures of the invented dossier."""
    return (
        Beeld("vandaag", "/", 1000, 1150),
        Beeld("partners", "/partners", 900),
        Beeld("lijst", "/partnerlijst", 900, eerst=_lijst(folder)),
        Beeld("partner", "/partners/politie", 1000),
        Beeld("toetreding", "/toetreding/stichting-voorbeeld", 900, 1150),
        Beeld("opzegging", "/opzegging", 420),
        Beeld("overleggen", "/overleggen", 720),
        Beeld("ondertekening", "/ondertekening", 1050, 1150),
        Beeld("oordeel", "/ondertekening", 620, eerst=_oordeel(folder)),
        Beeld("papieren", "/papieren", 800),
        Beeld("geschiedenis", "/geschiedenis", 800),
        Beeld(
            "stel-dat",
            "/termijnen/stel-dat/opzegging?partner=ggz&ontvangen=2026-12-01&vorm=brief",
            900,
            vanaf="h2",
        ),
    )


_EDITIES = "oud=versie:2017&nieuw=versie:2018-06-18&editie=vanzelf"
EIGEN = (
    Beeld("vandaag-hollands-midden", "/", 1000),
    Beeld("tekst", "/tekst/deel-1-hoofdstuk-10", 900),
    Beeld("tekst-wijzigen", "/tekst/wijzig/deel-1-artikel-14", 1500, eerst=_wijzig),
    Beeld("eisen", "/eisen", 1000),
    Beeld("termijnen", "/termijnen", 900),
    Beeld("jaar", "/termijnen", 560, vanaf="#jaar"),
    Beeld("vergelijken", f"/vergelijken?{_EDITIES}", 1000),
)
LEEG = (Beeld("beginnen", "/beginnen", 470, eerst=_waar),)


def _klein(pad: Path) -> None:
    """Give a picture that is too big fewer colours, which nobody sees in a page."""
    with Image.open(pad) as beeld:
        rgb = beeld.convert("RGB")
    rgb.save(pad, optimize=True)
    if pad.stat().st_size > GROOT:
        # By what differs, not by what there is much of: a dot in red must stay red.
        few = rgb.quantize(96, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(pad, optimize=True)


def _schiet(venster: Venster, beeld: Beeld, pad: Path, maat: dict[str, int], hoog: int) -> None:
    blad = venster.blad
    blad.set_viewport_size({"width": maat["width"], "height": hoog})
    venster.ga(beeld.pad)
    if beeld.eerst:
        beeld.eerst(venster)
    blad.evaluate("document.fonts.ready.then(() => document.activeElement.blur())")
    if beeld.vanaf:
        blad.locator(f"main {beeld.vanaf}").first.evaluate("kop => kop.scrollIntoView()")
    blad.screenshot(path=pad)
    _klein(pad)


def schiet(root: Path, beelden: tuple[Beeld, ...], naar: Path) -> None:
    """Take the pictures of a dossier."""
    huis = Huis(root, OP)
    alleen = sys.argv[3:]
    with sync_playwright() as speler:
        browser = speler.chromium.launch(executable_path=BROWSER, args=list(AAN))
        venster = Venster(browser, huis)
        for beeld in beelden:
            if alleen and beeld.naam not in alleen:
                continue
            _schiet(venster, beeld, naar / f"kantoor-{beeld.naam}.png", BREED, beeld.hoog)
            if beeld.smal:
                _schiet(venster, beeld, naar / f"kantoor-{beeld.naam}-smal.png", SMAL, beeld.smal)
        venster.sluit()
        browser.close()
    huis.sluit()


def main() -> None:
    """Make the dossiers, and take the pictures."""
    folder, naar = map(Path, sys.argv[1:3])
    dossier = maak_dossier(folder)
    eigen = folder / "hollands-midden"
    for naam in ("convenant", "addenda", "templates"):
        if not (eigen / naam).exists():
            kopie(ROOT / naam, eigen / naam)
    schiet(dossier, verzonnen(folder), naar)
    schiet(eigen, EIGEN, naar)
    schiet(folder / "mijn-convenant", LEEG, naar)


if __name__ == "__main__":
    main()
