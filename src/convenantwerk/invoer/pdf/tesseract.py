"""The program tesseract, which reads pictures of text: words with their places and certainty.

It runs by itself, on one thread, with a limit on its time, in a folder that goes when it is done.
"""

from __future__ import annotations

import os
import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.files import read_bytes, reason

if TYPE_CHECKING:
    from PIL import Image

TIJD = 120  # seconds for one reading of a page
_ANTWOORD = 20_000_000  # bytes
_KLACHT = 500  # letters of what it complains of
_VELDEN = 12  # columns of its table
_WOORD = "5"  # the level of a row that is a word
_TALEN = "nld"
_UIT = "uit"  # how its files are called


class TesseractError(Exception):
    """It cannot read; the message says why, in Dutch. `ontbreekt`: it is not installed."""

    def __init__(self, reden: str, *, ontbreekt: bool = False) -> None:
        super().__init__(reden)
        self.ontbreekt = ontbreekt


class Gelezen(NamedTuple):
    """A word.

    Args:
        tekst: its letters.
        zeker: how certain it is of them, 0 to 100.
        links: in pixels, as the rest.
        boven: from above.
        breed: its width.
        hoog: its height.
        regel: of which line it is: block, paragraph and line as it counts them.
    """

    tekst: str
    zeker: float
    links: int
    boven: int
    breed: int
    hoog: int
    regel: tuple[int, int, int]


class Lezing(NamedTuple):
    """What it read: words with places, and all text by a road of its own."""

    woorden: tuple[Gelezen, ...]
    tekst: str


def gelezen(beeld: Image.Image, dpi: int, bladspiegel: int) -> Lezing:
    """Return what stands in a picture.

    Args:
        beeld: in greys, upright.
        dpi: how many of its pixels are an inch.
        bladspiegel: its "page segmentation mode": 3 looks for columns, 4 takes the page as one.

    Raises:
        TesseractError: it is not there, does not know Dutch, fails, or takes too long.
    """
    png = BytesIO()
    beeld.save(png, "PNG", compress_level=1)
    opdracht = [programma(), "stdin", _UIT, "-l", _TALEN, "--dpi", str(dpi)]
    opdracht += ["--psm", str(bladspiegel), "tsv", "txt"]
    with TemporaryDirectory(prefix="convenant-") as naam:
        try:
            gedaan = subprocess.run(  # noqa: S603  tesseract, in a folder of ours; nothing is a name of a file
                opdracht,
                input=png.getvalue(),
                cwd=naam,
                env=_omgeving(naam),
                capture_output=True,
                timeout=TIJD,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise TesseractError(f"het lezen duurt langer dan {TIJD} seconden") from error
        except OSError as error:
            raise TesseractError(reason(error)) from error
        klacht = gedaan.stderr.decode("utf-8", "replace")
        if gedaan.returncode:
            raise _waarom(klacht)
        tabel, tekst = (_bestand(Path(naam, f"{_UIT}.{soort}")) for soort in ("tsv", "txt"))
    return Lezing(tuple(_woorden(tabel)), tekst)


def programma() -> str:
    """Return where tesseract is installed; never in the folder that one happens to be in.

    Raises:
        TesseractError: nowhere.
    """
    naam = "tesseract.exe" if os.name == "nt" else "tesseract"
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and os.access(folder / naam, os.X_OK):
            return str(folder / naam)
    raise TesseractError("het programma tesseract is niet geïnstalleerd", ontbreekt=True)


def _omgeving(naam: str) -> dict[str, str]:
    own = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C", "HOME": naam, "TMPDIR": naam}
    for sleutel in ("TESSDATA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT"):
        if sleutel in os.environ:
            own[sleutel] = os.environ[sleutel]
    return own


def _waarom(klacht: str) -> TesseractError:
    if "traineddata" in klacht or "loading language" in klacht:
        return TesseractError("tesseract kent geen Nederlands", ontbreekt=True)
    regel = next((regel for regel in klacht.splitlines() if regel.strip()), "het programma stopte")
    return TesseractError(f"tesseract zegt: {regel[:_KLACHT]}")


def _bestand(path: Path) -> str:
    data, _ = read_bytes(path, _ANTWOORD)
    if data is None:
        raise TesseractError("tesseract gaf geen antwoord")
    return data.decode("utf-8", "replace")


def _woorden(tabel: str) -> list[Gelezen]:
    uit = []
    for regel in tabel.splitlines():
        velden = regel.split("\t")
        if len(velden) == _VELDEN and velden[0] == _WOORD and velden[11].strip():
            links, boven, breed, hoog = (int(veld) for veld in velden[6:10])
            plek = (int(velden[2]), int(velden[3]), int(velden[4]))
            uit.append(
                Gelezen(velden[11].strip(), float(velden[10]), links, boven, breed, hoog, plek)
            )
    return uit
