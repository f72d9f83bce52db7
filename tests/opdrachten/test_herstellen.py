"""`convenant controleer --herstel`: what is safe to mend is shown first, and nothing else goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.opdrachten.test_herstel_tekens import inhoud
from tests.programma import convenant

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten import herstellen
from convenantwerk.opdrachten.herstellen.ingreep import Ingreep, Vraag, getoond, uitgevoerd
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


def _nu(vraag: Vraag) -> Iterator[Ingreep | None]:
    """A mending for these tests: "thans" becomes "nu"."""
    plaats, woord = vraag.bevinding.position, vraag.bevinding.onderwerp
    yield vraag.ingreep(plaats.line, plaats.column - 1, woord, "nu" if woord == "thans" else woord)


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


def test_what_it_changed_is_what_the_renvooi_shows(klein_met: Path) -> None:
    """The comparison of before and after has each change, and no other."""
    before = Geopend(klein_met, OP).tekst()
    convenant(*OPTIES, "--ja", cwd=klein_met)
    after = Geopend(klein_met, OP).tekst()
    assert wijzigingen(before, after) == [("thans", "nu"), ("thans", "nu")]


def wijzigingen(oud: Gelezen, nieuw: Gelezen) -> list[tuple[str, str]]:
    """What the renvooi of two texts shows as words that went and came."""
    kanten = (("was", oud), ("wordt", nieuw))
    renvooi = vergelijk(oud.convenant, nieuw.convenant)
    was, wordt = (Kant(naam, een.dossier, een.convenant) for naam, een in kanten)
    found = renvooi_gegevens(renvooi, was, wordt, {})["wijzigingen"]
    assert all(one["lot"] == "gewijzigd" and not one["vernummerd"] for one in found)
    stukken = [stuk for one in found for stuk in one["stukken"] if stuk["wijziging"]]
    paren = zip(stukken[::2], stukken[1::2], strict=True)
    return [(een["tekst"], ander["tekst"]) for een, ander in paren]


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
