"""`convenant controleer --herstel`: what is safe to mend is shown first, and nothing else goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.gevallen import Geval, gevallen
from tests.opdrachten.test_herstel_tekens import inhoud
from tests.proeven import in_de_proef
from tests.programma import convenant

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten import herstellen
from convenantwerk.opdrachten.bronbestand import vervang_bestanden
from convenantwerk.opdrachten.herstellen.ingreep import (
    Ingreep,
    Vraag,
    gelijk_begin,
    getoond,
    uitgevoerd,
)
from convenantwerk.renvooi.gegevens import renvooi_gegevens
from convenantwerk.renvooi.kant import Kant
from convenantwerk.renvooi.vergelijking import vergelijk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from convenantwerk.geopend.gelezen import Gelezen

OP = date(2026, 6, 1)
VOORWOORD = "convenant/voorwerk/01-voorwoord.md"
ADDENDUM = "addenda/2020-01-01-uitbreiding/03-uitbreiding.md"
OPTIES = ("controleer", "--herstel", "--op", "2026-06-01")
JA = "ja\n"


def _nu(vraag: Vraag) -> Iterator[Ingreep]:
    """A mending for these tests: "thans" becomes "nu"."""
    for one in vraag.bevindingen:
        woord = one.onderwerp
        yield from vraag.ingreep(one.position, woord, "nu" if woord == "thans" else woord)


@pytest.fixture
def klein_met(klein: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier in which "thans" stands in the text and in an addendum that is in force."""
    monkeypatch.setattr(herstellen, "HERSTELLERS", {"CV121": _nu})
    text = "# Voorwoord\n\nDit is *thans* zo.\n\nPartijen zijn er thans mee eens, momenteel.\n"
    (klein / VOORWOORD).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    path = klein / ADDENDUM
    path.write_text(path.read_text("utf-8").replace("4.2 Het", "4.2 Het thans"), encoding="utf-8")
    return klein


def test_it_is_shown_and_done_after_a_ja(klein_met: Path) -> None:
    """Each change with its place and the words beside it; no other byte is another."""
    before = inhoud(klein_met)
    done = convenant(*OPTIES, cwd=klein_met, invoer="nee\n", venster=True)
    assert f"{VOORWOORD}:3:9: '*thans*' wordt '*nu*'" in done.stdout.replace("\n    ", " ")
    assert "Daarmee is weg: 2 hints." in done.stdout
    assert inhoud(klein_met) == before
    done = convenant(*OPTIES, cwd=klein_met, invoer=JA, venster=True)
    assert (done.returncode, "Hersteld in 1 bestand." in done.stdout) == (0, True)
    after = inhoud(klein_met)
    assert {pad for pad in after if before[pad] != after[pad]} == {VOORWOORD}
    assert after[VOORWOORD] == before[VOORWOORD].replace(b"thans", b"nu")
    assert "Er is niets te herstellen." in convenant(*OPTIES, cwd=klein_met).stdout


def test_a_version_stays_what_it_is(klein_met: Path) -> None:
    """Nothing of it is proposed, and it is said what then changes."""
    assert not Geopend(klein_met, OP).versielezing.versies
    opties = ("--besluit", "Besluit van 1 mei 2026", "--datum", "2026-05-01")
    done = convenant("vaststellen", "eerste", *opties, "--ondanks-fouten", cwd=klein_met)
    assert done.returncode == 0, done.stderr
    done = convenant(*OPTIES, "--ja", cwd=klein_met)
    assert "Wat is vastgesteld blijft zoals het is" in done.stdout
    assert "Hersteld in 1 bestand." in done.stdout
    assert convenant("versies", cwd=klein_met).returncode == 0


def test_only_what_stands_there_is_changed() -> None:
    """Of two changes that touch the first is made; a place with other words is left alone."""
    data = b"een  twee\r\ndrie , vier"
    ingrepen = [
        Ingreep("x.md", 1, 3, "  ", " ", "CV144"),
        Ingreep("x.md", 1, 4, " ", "", "CV144"),
        Ingreep("x.md", 2, 4, " ", "", "CV144"),
    ]
    wordt, gedaan = uitgevoerd(data, ingrepen)
    assert wordt == b"een twee\r\ndrie, vier"
    assert [getoond(one, ("een  twee", "drie , vier")) for one in gedaan] == [
        "x.md:1:4: 'een  twee' wordt 'een twee'",
        "x.md:2:5: 'drie ,' wordt 'drie,'",
    ]


# Of spaces, the ends of items, letters and names one each; the proof tries all.
_GEVALLEN = [(geval.titel, geval) for geval in gevallen("herstel")]
_SUITE = (
    "Nadruk en voetnoten blijven",
    "Een onderdeel krijgt het teken van de andere",
    "Een lijst die niets duidelijk zegt, blijft",
    "Letters door elkaar",
    "Een lijst waarvan een letter wordt genoemd, blijft",
    "Een naam met een streepje dat er niet hoort, overal",
)


@pytest.mark.parametrize(("titel", "geval"), in_de_proef(_GEVALLEN, behalve=_SUITE))
def test_what_is_mended(titel: str, geval: Geval, klein: Path) -> None:
    """Each case is mended as it says; the renvooi of before and after shows that, and no more."""
    assert titel
    (klein / VOORWOORD).write_text(f"# Voorwoord\n\n{geval.bron}\n", encoding="utf-8")
    geopend = Geopend(klein, OP)
    before = geopend.tekst()
    herstel = herstellen.stel_tekstherstel_voor(geopend)
    assert ([regel.partition(": ")[2] for regel in herstel.regels] or ["niets"]) == geval.verwacht
    vervang_bestanden(geopend, herstel.bestanden)
    after = Geopend(klein, OP).tekst()
    assert wijzigingen(before, after) == [(one.was, one.wordt) for one in herstel.ingrepen]
    assert not herstel.gekomen
    assert not herstellen.stel_tekstherstel_voor(Geopend(klein, OP)).regels


def wijzigingen(oud: Gelezen, nieuw: Gelezen) -> list[tuple[str, str]]:
    """What the renvooi of two texts shows as characters that went and came in their place."""
    renvooi = vergelijk(oud.convenant, nieuw.convenant)
    was, wordt = (Kant("", een.dossier, een.convenant) for een in (oud, nieuw))
    found: list[tuple[str, str]] = []
    for eenheid in renvooi_gegevens(renvooi, was, wordt, {})["wijzigingen"]:
        assert eenheid["lot"] == "gewijzigd"
        weg = ""
        for stuk in (*_plat(eenheid["stukken"]), {"wijziging": None, "tekst": ""}):
            if stuk["wijziging"] == "vervallen":
                weg = stuk["tekst"]
            elif weg or stuk["wijziging"]:
                found.append(_anders(weg, stuk["tekst"] if stuk["wijziging"] else ""))
                weg = ""
    return found


def _plat(stukken: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield pieces, and behind each those of the notes that it calls."""
    for stuk in stukken:
        yield stuk
        for noot in stuk.get("noten", ()):
            yield from _plat(noot["stukken"])


def _anders(was: str, wordt: str) -> tuple[str, str]:
    """Leave out what two begin and end alike with."""
    voor = gelijk_begin(was, wordt)
    was, wordt = was[voor:], wordt[voor:]
    na = gelijk_begin(was[::-1], wordt[::-1])
    return was[: len(was) - na], wordt[: len(wordt) - na]
