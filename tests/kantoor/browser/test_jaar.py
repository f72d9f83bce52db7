"""A year of the office by clicks alone leaves the same registers as by commands."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.handtekeningen import maak_ca, teken
from tests.kantoor.browser.huis import Huis
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tests.kantoor.browser.venster import Venster

P = ParamSpec("P")
T = TypeVar("T")
NAAM = "Stichting Voorbeeld"
SLEUTEL = "stichting-voorbeeld"
MODEL = "Zorg- en Veiligheidshuis Voorbeeldland"
BEKIJK = "Bekijk wat hieruit volgt"


def elders(doe: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do it in a thread: signing and judging have a loop of their own, as the browser has here."""
    with ThreadPoolExecutor(1) as draad:
        return draad.submit(doe, *args, **kwargs).result()


@dataclass(frozen=True)
class Daad:
    """One thing that is recorded: by clicks, and by a command.

    Args:
        op: the day.
        klikken: what is clicked, from the menu on, to come to its form.
        velden: what is filled in.
        opdracht: the words of the command.
    """

    op: str
    klikken: tuple[str, ...]
    velden: Mapping[str, str | bool]
    opdracht: tuple[str, ...]


@dataclass
class Bureau:
    """An office that works by clicks, and its twin that works by commands."""

    huis: Huis
    venster: Venster
    tweeling: Path
    mappen: Path
    sleutels: Mapping[str, Path] = field(default_factory=dict)

    def doe(self, daad: Daad) -> None:
        """Do one thing in both."""
        self.huis.op = date.fromisoformat(daad.op)
        self.venster.ga("/")
        for tekst in daad.klikken:
            self.venster.klik(tekst)
        self.venster.vul(**daad.velden)
        self.venster.klik(BEKIJK)
        self.venster.leg_vast()
        assert "/gedaan/" in self.venster.blad.url or "/werk/" in self.venster.blad.url, (
            daad,
            self.venster.tekst,
        )
        self.opdracht(daad.op, *daad.opdracht)

    def opdracht(self, op: str, *words: str) -> None:
        """Give the twin a command."""
        done = elders(convenant, *words, "--op", op, cwd=self.tweeling)
        assert done.returncode == 0, (words, done.stderr, done.stdout)

    def gelijk(self) -> None:
        """See that both have the same registers, and as much in the archive."""
        for folder in ("convenant/registers", "archief"):
            eigen, ander = (
                self._bestanden(self.huis.root, folder),
                self._bestanden(self.tweeling, folder),
            )
            assert sorted(eigen) == sorted(ander)
            assert [naam for naam in eigen if eigen[naam] != ander[naam]] == []

    def _bestanden(self, root: Path, folder: str) -> dict[str, bytes]:
        files = (path for path in (root / folder).rglob("*") if path.is_file())
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def _hollands_midden(folder: Path) -> Path:
    return kopie(HOLLANDS_MIDDEN, folder)


def _model(folder: Path) -> Path:
    words = ("--naam", MODEL, "--plaats", "Voorbeeldstad", "--op", "2026-12-01")
    assert convenant("nieuw", str(folder), *words, cwd=folder.parent).returncode == 0
    done = convenant(
        *("vaststellen", "2026", "--besluit", "Besluit van de Stuurgroep", "--datum", "2026-12-01"),
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    return folder


DOSSIERS = {"hollands-midden": _hollands_midden, "model": _model}
# Who takes part from the beginning, and gives notice and stays.
WEGGAAT = {
    "hollands-midden": ("cardea", "Cardea"),
    "model": ("ggz", "Stichting Geestelijke Gezondheidszorg Voorbeeldland"),
}
VERLENGT = ("hollands-midden",)  # each year in silence; the other lasts until a day


@pytest.fixture(scope="module", params=DOSSIERS)
def dossier(request: pytest.FixtureRequest) -> str:
    """Which dossier it is."""
    return str(request.param)


@pytest.fixture
def bureau(dossier: str, tmp_path: Path, open_venster: Callable[..., Venster]) -> Iterator[Bureau]:
    """The office on the first of January 2027, with who may sign."""
    sleutels = maak_ca(tmp_path / "ca", "V. Voorbeeld", "A. Voorzitter")
    paden = []
    for wie in ("klikt", "typt"):
        (tmp_path / wie).mkdir()
        paden.append(DOSSIERS[dossier](tmp_path / wie / "dossier"))
    for root in paden:
        _vertrouw(root, tmp_path / "ca/ca.pem")
    huis = Huis(paden[0], date(2027, 1, 4))
    yield Bureau(huis, open_venster(huis), paden[1], tmp_path, sleutels)
    huis.sluit()


def _vertrouw(root: Path, ca: Path) -> None:
    """Let the dossier trust an issuer of certificates."""
    (root / "ca.pem").write_bytes(ca.read_bytes())
    path = root / "convenant/convenant.yaml"
    text = path.read_text("utf-8")
    if "\nondertekening:" in text:
        text = text.replace("\nondertekening:", "\nondertekening:\n  vertrouwd: [ca.pem]", 1)
    else:
        text += "\nondertekening:\n  vertrouwd: [ca.pem]\n"
    path.write_text(text, encoding="utf-8")


def test_a_year_of_the_office(bureau: Bureau, dossier: str) -> None:
    """A foundation joins, a partner leaves and stays, meetings, a mistake, a renewal."""
    partner, naam = WEGGAAT[dossier]
    vast = ("--formaat", "md", "--ja")
    bureau.doe(
        Daad(
            "2027-01-11",
            ("Toetreding", "Begin een toetreding"),
            {
                "naam": NAAM,
                "soort": "ketenpartner",
                "rechtsvorm": "stichting",
                "kvk": "12345678",
                "zetel": "Voorbeeldstad",
                "contact": "Bestuurssecretariaat",
                "fg": "fg@voorbeeld.example",
                "tekenaar": "V. Voorbeeld",
                "tekenaar_titel": "Mw.",
                "functie": "bestuurder",
                "grond": "statuten",
                "ingangsdatum": "2027-03-01",
            },
            (
                *("toetreding", NAAM, "verzoek", "--tekenaar", "V. Voorbeeld"),
                *("--tekenaar-titel", "Mw.", "--functie", "bestuurder", "--grond", "statuten"),
                *("--rechtsvorm", "stichting", "--kvk", "12345678", "--zetel", "Voorbeeldstad"),
                *("--contact", "Bestuurssecretariaat", "--fg", "fg@voorbeeld.example"),
                *("--soort", "ketenpartner", "--ingangsdatum", "2027-03-01", "--ja"),
            ),
        )
    )
    bureau.doe(
        Daad(
            "2027-02-10",
            ("Geschiedenis", "Een vergadering"),
            {"datum": "2027-02-10", "plaats": "Voorbeeldstad", "stukken": "jaarplan 2027"},
            (
                *("vergadering", "2027-02-10", "--plaats", "Voorbeeldstad"),
                *("--stuk", "jaarplan 2027", "--ja"),
            ),
        )
    )
    bureau.doe(
        Daad(
            "2027-02-11",
            ("Toetreding", NAAM, "Leg het besluit van de Stuurgroep vast"),
            {"datum": "2027-02-10", "kenmerk": "SG-2027-1"},
            (
                *("toetreding", SLEUTEL, "instemming", "--datum", "2027-02-10"),
                *("--kenmerk", "SG-2027-1", *vast),
            ),
        )
    )
    bureau.doe(
        Daad(
            "2027-02-12",
            ("Toetreding", NAAM, "Bied de verklaring aan"),
            {"uiterlijk": "2027-02-28"},
            (
                *("toetreding", SLEUTEL, "verklaring", "--uiterlijk", "2027-02-28"),
                *("--formaat", "pdf", "--ja"),
            ),
        )
    )
    _getekend_terug(bureau)
    bureau.doe(
        Daad(
            "2027-03-31",
            ("Opzegging", "Leg een opzegging vast"),
            {"partner": partner, "ontvangen": "2027-03-30", "vorm": "e-mail"},
            ("opzegging", partner, "--ontvangen", "2027-03-30", "--vorm", "e-mail", *vast),
        )
    )
    bureau.doe(
        Daad(
            "2027-05-04",
            ("Partners", naam, "Wijzig deze gegevens"),
            {"zetel": "Proefdam"},
            ("wijzig", "partner", partner, "--zetel", "Proefdam", "--ja"),
        )
    )
    bureau.doe(
        Daad(
            "2027-05-10",
            ("Opzegging", naam, "Leg een intrekking vast"),
            {"ontvangen": "2027-05-10"},
            ("opzegging", partner, "--ontvangen", "2027-05-10", "--intrekken", *vast),
        )
    )
    bureau.doe(
        Daad(
            "2027-05-20",
            ("Opzegging", naam, "Leg de instemming vast"),
            {"ontvangen": "2027-05-20"},
            ("opzegging", partner, "--ontvangen", "2027-05-20", "--instemming", *vast),
        )
    )
    _vergissing(bureau)
    if dossier in VERLENGT:
        bureau.doe(
            Daad(
                "2027-11-15",
                ("Geschiedenis", "Een verlenging"),
                {"jaar": "2028"},
                ("verlenging", "2028", *vast),
            )
        )
    bureau.gelijk()


def _getekend_terug(bureau: Bureau) -> None:
    """The declaration comes back signed, and is dropped on the page of the accession."""
    op = "2027-02-25"
    leeg = bureau.tweeling / f"build/toetreding/{SLEUTEL}/toetredingsverklaring.pdf"
    zelfde = bureau.huis.root / leeg.relative_to(bureau.tweeling)
    assert leeg.read_bytes() == zelfde.read_bytes()
    uit = bureau.mappen / "getekend.pdf"
    sleutel, moment = bureau.sleutels["V. Voorbeeld"], f"{op}T12:00:00+01:00"
    elders(teken, leeg, sleutel, uit, moment=moment)
    bureau.huis.op = date.fromisoformat(op)
    venster = bureau.venster
    venster.ga("/")
    for tekst in ("Toetreding", NAAM):
        venster.klik(tekst)
    venster.geef("bestand", uit)
    venster.klik("Beoordeel")
    assert "getekend.pdf: goed" in venster.tekst
    venster.leg_vast()
    bureau.opdracht(op, "ondertekening", "verwerk", str(uit))


def _vergissing(bureau: Bureau) -> None:
    """A meeting that never was is recorded, and put right."""
    op = "2027-06-30"
    bureau.doe(
        Daad(
            op,
            ("Geschiedenis", "Een vergadering"),
            {"datum": "2027-06-15", "plaats": "Proefdam"},
            ("vergadering", "2027-06-15", "--plaats", "Proefdam", "--ja"),
        )
    )
    venster = bureau.venster
    venster.klik("Geschiedenis")
    venster.blad.get_by_role("link", name=re.compile("Zet recht ?: 15 juni 2027")).click()
    venster.blad.wait_for_load_state()
    (welke,) = parse_qs(urlsplit(venster.blad.url).query)["gebeurtenis"]
    venster.vul(reden="deze vergadering was een ander overleg")
    venster.klik(BEKIJK)
    venster.leg_vast()
    reden = ("--reden", "deze vergadering was een ander overleg")
    bureau.opdracht(op, "corrigeer", "--gebeurtenis", welke, *reden, "--ja")
