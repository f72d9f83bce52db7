"""An opmerking in the source is in no paper and no comparison, and goes along into a version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.opdrachten.test_herstel_tekens import inhoud
from tests.programma import convenant

if TYPE_CHECKING:
    from pathlib import Path

ARTIKELEN = "convenant/deel-1/02-artikelen.md"
OPM = "<!-- goed: CV121, omdat dit een citaat is -->"
OP = ("--op", "2026-06-01")


def met_opmerkingen(klein: Path) -> None:
    """Put one above every heading and paragraph of a chapter."""
    path = klein / ARTIKELEN
    blokken = path.read_text("utf-8").split("\n\n")
    gewone = [blok for blok in blokken if blok[:1] not in ("", "!", ":", "[", "-")]
    assert len(gewone) > 5
    text = "\n\n".join(f"{OPM}\n{blok}" if blok in gewone else blok for blok in blokken)
    path.write_text(text, encoding="utf-8")


def papieren(klein: Path) -> dict[str, bytes]:
    """The papers of a dossier, those that say what they were made of left out."""
    done = convenant("bouw", "--formaat", "md", *OP, cwd=klein)
    assert done.returncode == 0, done.stderr
    found = {pad: data for pad, data in inhoud(klein).items() if pad.startswith("build/")}
    return {pad: data for pad, data in found.items() if not pad.endswith(".json")}


def test_no_paper_shows_one(klein: Path) -> None:
    """With and without them the papers are the same, to the byte."""
    zonder = papieren(klein)
    met_opmerkingen(klein)
    assert papieren(klein) == zonder


def test_a_version_keeps_them_and_a_comparison_does_not_see_them(klein: Path) -> None:
    """So the text of a version still has its reasons, when it becomes a source again."""
    opties = ("--besluit", "Besluit van 1 mei 2026", "--datum", "2026-05-01")
    assert convenant("vaststellen", "zonder", *opties, cwd=klein).returncode == 0
    met_opmerkingen(klein)
    done = convenant("vaststellen", "met", *opties, cwd=klein)
    assert done.returncode == 0, done.stderr
    versie = inhoud(klein / "convenant/versies/met")
    assert any(OPM.encode() in data for data in versie.values())
    done = convenant("renvooi", "zonder", "met", "--formaat", "json", *OP, cwd=klein)
    assert done.returncode == 0, done.stderr
    gemaakt = [p for p in (klein / "build/renvooi").rglob("*.json") if "manifest" not in p.name]
    assert all('"wijzigingen": []' in path.read_text("utf-8") for path in gemaakt)
    assert gemaakt
