"""A figure looks the same in every format, and a version keeps it as it was offered."""

from __future__ import annotations

import re
import subprocess
import zipfile
from base64 import b64decode
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops
from tests.papier.conftest import eigen_huisstijl
from tests.platen import (
    BREED,
    GEVALLEN,
    HOOG,
    KAPOT,
    PLATEN,
    bestand,
    moet,
    tekening,
    verschil,
)
from tests.programma import convenant

from convenantwerk.basis import beelden
from convenantwerk.basis.beelden import plaat
from convenantwerk.dossier import bronnen
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.pdf import to_pdf
from convenantwerk.papier.layout import Press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OP = date(2019, 6, 1)
DEEL = "convenant/deel-1"
TEKST = f"{DEEL}/03-figuren.md"
_BIJNA = 6  # of 255
_P = {path.name: path.read_bytes() for path in sorted(GEVALLEN.iterdir())}
# A grey that is white in print, or black, is none of these.
_LICHT = 250


def met_figuren(klein: Path, figuren: dict[str, bytes]) -> Path:
    """Add a hoofdstuk with these figures."""
    calls = "\n\n".join(f"![Figuur {n}]({naam})" for n, naam in enumerate(figuren))
    (klein / TEKST).write_text(f"# 3 Figuren\n\nZie de figuren:\n\n{calls}\n", encoding="utf-8")
    for naam, data in figuren.items():
        (klein / DEEL / naam).write_bytes(data)
    return klein


def gevonden(klein: Path) -> list[tuple[str, str, str]]:
    """Return the code, place and message of each finding."""
    found = controleer(Geopend(klein, OP)).diagnostics
    return [(f.code, str(f.position), f.melding) for f in found]


def geopend(data: bytes) -> Image.Image:
    """Return a picture as any program sees it."""
    return Image.open(BytesIO(data))


def in_html(data: bytes) -> list[bytes]:
    """Return the pictures of a web page, in order."""
    return [b64decode(found) for found in re.findall(rb'<img src="data:[^,]*,([^"]*)"', data)]


def in_word(data: bytes) -> dict[str, bytes]:
    """Return the pictures of a Word file, by name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = [naam for naam in package.namelist() if naam.startswith("word/media/figuur-")]
        return {naam: package.read(naam) for naam in names}


@pytest.mark.proef
@pytest.mark.pdf
def test_every_format_holds_the_same_pictures(klein: Path) -> None:
    """Those in the web page are those in Word, and each looks as it should."""
    platen = {naam: maak() for naam, (maak, _) in PLATEN.items()}
    met_figuren(klein, platen | _P)
    assert gevonden(klein) == []
    done = convenant("bouw", "convenant", "--op", "2019-06-01", cwd=klein)
    assert done.returncode == 0, done.stderr
    page = in_html((klein / "build" / "convenant.html").read_bytes())[1:]
    assert len(page) == len(platen) + len(_P)
    for naam, data in zip(platen, page, strict=False):
        assert verschil(geopend(data), moet(naam)) <= _BIJNA, naam
    assert page[len(platen) :] == [plaat(data) for data in _P.values()]
    word = in_word((klein / "build" / "convenant.docx").read_bytes())
    assert set(page) < set(word.values())
    for naam, data in word.items():
        assert naam.endswith(".png" if data.startswith(beelden.PNG) else ".jpg")


def bladen(document: d.Document, folder: Path) -> list[Image.Image]:
    """Return the pages of a PDF as poppler shows them, without header and footer."""
    (folder / "figuren.pdf").write_bytes(to_pdf(document, Press(eigen_huisstijl())))
    subprocess.run(["pdftoppm", "-r", "96", "-png", "figuren.pdf", "blad"], cwd=folder, check=True)
    pages = [Image.open(path).convert("RGB") for path in sorted(folder.glob("blad-*.png"))]
    return [page.crop((0, 90, page.width, page.height - 90)) for page in pages]


def getoond(page: Image.Image) -> Iterator[Image.Image]:
    """Yield the drawings on a page, from top to bottom: each has a block, and below it a band."""
    ink = ImageChops.invert(page.convert("L")).point(lambda value: 255 * (value > 255 - _LICHT))
    rows = [ink.crop((0, y, ink.width, y + 1)).getbbox() for y in range(ink.height)]
    edges = [y for y in range(1, ink.height) if bool(rows[y]) != bool(rows[y - 1])]
    for top, bottom in zip(edges[::4], edges[3::4], strict=True):
        left, _, right, _ = ink.crop((0, top, ink.width, bottom)).getbbox() or (0, 0, 0, 0)
        yield page.crop((left, top, right, bottom))


@pytest.mark.pdf
def test_poppler_shows_every_picture_as_it_should_be(tmp_path: Path) -> None:
    """Upright, in its colours, with the paper white: what the PDF holds is seen too."""
    blocks = tuple(d.Picture(naam, plaat(maak()), naam) for naam, (maak, _) in PLATEN.items())
    document = d.Document("figuren", "Figuren", "V", "2019", OP, concept=False, blocks=blocks)
    pages = bladen(document, tmp_path)
    seen = [drawing for page in pages for drawing in getoond(page)]
    assert len(seen) == len(PLATEN)
    for naam, drawing in zip(PLATEN, seen, strict=True):
        assert abs(drawing.width - BREED) <= 2, naam
        assert abs(drawing.height - HOOG) <= 2, naam
        for xy in ((20, 8), (20, 24), (70, 24), (70, 8), (20, 40), (80, 40)):
            point = drawing.getpixel(xy), moet(naam).convert("RGB").getpixel(xy)
            spread = [abs(one - other) for one, other in zip(*point, strict=True)]  # type: ignore[arg-type]
            assert max(spread) <= _BIJNA, (naam, xy, point)


@pytest.mark.parametrize("naam", KAPOT)
def test_what_cannot_be_decoded_is_a_finding(klein: Path, naam: str) -> None:
    """At the place where the text calls it, long before anything is adopted."""
    data, reden = KAPOT[naam]
    met_figuren(klein, {naam: data})
    ((code, place, melding),) = gevonden(klein)
    assert (code, place) == ("CV043", f"{TEKST}:5:1")
    assert reden in melding


def test_a_picture_of_a_template_is_decoded_too(klein: Path) -> None:
    """A logo that is none would only be told when a paper is made."""
    (klein / "templates").mkdir()
    (klein / "templates" / "logo.png").write_bytes(PLATEN["16-bit-grijs.png"][0]())
    assert gevonden(klein) == []
    (klein / "templates" / "logo.png").write_bytes(KAPOT["gif.png"][0])
    ((code, place, melding),) = gevonden(klein)
    assert (code, place, "een GIF" in melding) == ("CV043", "templates/logo.png", True)


def test_a_version_keeps_the_picture_as_it_was(klein: Path) -> None:
    """What is sealed are the bytes of the source; what is plain is made of them for papers."""
    met_figuren(klein, _P)
    done = convenant(
        *("vaststellen", "2019", "--datum", "2019-06-01", "--besluit", "Besluit 1"),
        "--ondanks-fouten",
        cwd=klein,
    )
    assert done.returncode == 0, done.stderr
    kept = klein / "convenant" / "versies" / "2019" / DEEL
    assert {naam: (kept / naam).read_bytes() for naam in _P} == _P
    assert "gaaf" in convenant("versies", cwd=klein).stdout


def test_all_pictures_together_have_a_bound(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of pictures that are each just within bounds would take minutes; one may recur."""
    monkeypatch.setattr(bronnen, "MEEST_SAMEN", 4 * BREED * HOOG)
    one = bestand(tekening(), "PNG")
    met_figuren(klein, {f"f{n}.png": one for n in range(3)})
    assert gevonden(klein) == []
    met_figuren(klein, {f"f{n}.png": one + b"\0" * n for n in range(3)})
    ((code, place, melding),) = gevonden(klein)
    assert (code, place) == ("CV043", f"{TEKST}:9:1")
    assert "samen meer dan" in melding
