"""A launcher on the desktop: a file that opens the kantoor of one dossier with a double click.

On Linux it is a .desktop, on macOS a .command and on Windows a .cmd: each is text. A .lnk of
Windows is none, and would need a library or a program of Windows to be made.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
from dataclasses import dataclass
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import is_dossier, is_text, is_there, mapnaam, read_bytes, read_text
from convenantwerk.basis.stage import write_all
from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_MERK = "convenantwerk: snelkoppeling naar het kantoor van"
_GROOTST = 20_000  # bytes of a launcher of ours
_LANGST = 100  # characters of its name
_MAG_NIET = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # in the name of a file, on some computer
_XDG = re.compile(r'^XDG_DESKTOP_DIR="(?P<pad>[^"\n]+)"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Start:
    """How a kantoor is started: of which folder, at which port, and whether only to read."""

    map: Path
    poort: int | None = None
    alleen_lezen: bool = False

    @property
    def opdracht(self) -> tuple[str, ...]:
        """The words of the command."""
        poort = ("--poort", str(self.poort)) if self.poort else ()
        lezen = ("--alleen-lezen",) if self.alleen_lezen else ()
        dossier = ("--dossier", str(self.map.resolve()))
        return (sys.executable, "-m", "convenantwerk", *dossier, "kantoor", *poort, *lezen)


@dataclass(frozen=True, slots=True)
class Snelkoppeling:
    """A launcher that was made: where it is, and what there is to say of it."""

    pad: Path
    zinnen: tuple[str, ...]


class _Soort(NamedTuple):
    """How launchers are on one system: their suffix, their text, and how they are used."""

    suffix: str
    tekst: Callable[[Sequence[str], str, str], str]
    gebruik: str


def maak_snelkoppeling(start: Start) -> Snelkoppeling:
    """Make a launcher; one of ours for the same dossier is replaced, what is another's never.

    Raises:
        ConvenantwerkError: CV901, it cannot be written, or there is no place for it.
    """
    soort = _SOORTEN.get(sys.platform, _SOORTEN["linux"])
    map_ = bureaublad(sys.platform, os.environ, Path.home())
    merk = f"{_MERK} {start.map.resolve()}"
    if map_ is None or not all(map(is_text, start.opdracht)):
        reden = "de map van het bureaublad is niet gevonden"
        if map_ is not None:
            reden = "de map van het dossier heeft een naam die daar niet in past"
        raise _kan_niet(map_ or Path.home(), reden)
    titel = f"Kantoor {_naam(start.map)}"
    data = soort.tekst(start.opdracht, titel, merk).encode()
    naam = next(one for one in _namen(titel, soort.suffix) if _vrij(map_ / one, merk))
    try:
        write_all(map_, {naam: data})
        (map_ / naam).chmod(0o755)  # what may not run does not start
    except ConvenantwerkError as error:
        if error.code != "CV901":
            raise
        raise _kan_niet(map_, error.velden["reden"]) from error
    zin = f"De snelkoppeling staat klaar: {map_ / naam}"
    gebruik = _IN_HET_MENU if map_.name == _PROGRAMMAS else soort.gebruik
    return Snelkoppeling(map_ / naam, (zin, gebruik, _SLUITEN))


_PROGRAMMAS = "applications"  # the folder of the menu of programs
_IN_HET_MENU = "Er is geen bureaublad; u vindt het kantoor in het menu met programma's."
_SLUITEN = (
    "Wie alleen de browser sluit, sluit het kantoor niet: dat doet 'Sluit het kantoor', onder in "
    "het menu."
)


def _kan_niet(map_: Path, reden: str) -> ConvenantwerkError:
    tip = "open het kantoor met de opdracht 'convenant kantoor'"
    return ConvenantwerkError("CV901", pad=str(map_), reden=reden, tip=tip)


def _naam(root: Path) -> str:
    """Return what a dossier is called: by its samenwerkingsverband, else by its folder."""
    if is_dossier(root):
        registers, _ = Dossierlezer(root).registers
        if registers is not None:
            return registers.instellingen.samenwerkingsverband
    return mapnaam(root)


def _namen(titel: str, suffix: str) -> Iterator[str]:
    """Yield names for the file, the best first."""
    stam = _MAG_NIET.sub(" ", titel)[:_LANGST].strip(" .")
    yield f"{stam}{suffix}"
    yield from (f"{stam} {nummer}{suffix}" for nummer in count(2))


def _vrij(path: Path, merk: str) -> bool:
    """Tell whether nothing is there, or a launcher of ours for this very dossier."""
    if not is_there(path):
        return True
    data, _ = read_bytes(path, _GROOTST)
    return data is not None and _merkregel(merk).encode() in data.replace(b"\r\n", b"\n")


def _merkregel(merk: str) -> str:
    """Return the line by which a launcher is known to be ours, and for which dossier."""
    return f" {merk}\n"


# --- where


def bureaublad(systeem: str, omgeving: Mapping[str, str], thuis: Path) -> Path | None:
    """Return the folder of the desktop, on Linux else of the menu of programs; None for neither.

    Args:
        systeem: as `sys.platform` calls it.
        omgeving: the variables of the environment.
        thuis: the folder of the user.
    """
    anders: Path | None = None
    match systeem:
        case "win32":
            drive = omgeving.get("OneDrive", "")
            wolk = [Path(drive) / "Desktop", Path(drive) / "Bureaublad"] if drive else []
            plaatsen = [*wolk, thuis / "Desktop"]
        case "darwin":
            plaatsen = [thuis / "Desktop"]
        case _:
            plaatsen = [*_volgens_xdg(omgeving, thuis), thuis / "Desktop", thuis / "Bureaublad"]
            if (thuis / ".local/share").is_dir():
                anders = thuis / ".local/share" / _PROGRAMMAS
    return next((plaats for plaats in plaatsen if plaats.is_dir()), anders)


def _volgens_xdg(omgeving: Mapping[str, str], thuis: Path) -> list[Path]:
    """Return where the desktop is by the user's settings; none when those say there is none."""
    config = Path(omgeving.get("XDG_CONFIG_HOME") or thuis / ".config")
    text, _ = read_text(config / "user-dirs.dirs")
    match = _XDG.search(text or "")
    if match is None:
        return []
    pad = Path(match["pad"].replace("$HOME", str(thuis)))
    return [] if pad == thuis or not pad.is_absolute() else [pad]


# --- what


def desktop(opdracht: Sequence[str], titel: str, merk: str) -> str:
    """Return a launcher of Linux (Desktop Entry Specification 1.5)."""
    icoon = files("convenantwerk.kantoor") / "statisch" / "kantoor.svg"
    return "\n".join(
        (
            "[Desktop Entry]",
            f"#{_merkregel(merk)}Type=Application",
            f"Name={_waarde(titel)}",
            "Comment=Het convenant in de browser",
            f"Exec={_waarde(' '.join(map(_exec, opdracht)))}",
            f"Icon={_waarde(str(icoon))}",
            "Terminal=false",
            "Categories=Office;",
            "",
        )
    )


def _exec(woord: str) -> str:
    """Return a word of a command between quotes, as Exec wants it."""
    return '"{}"'.format(re.sub(r'(["`$\\])', r"\\\1", woord).replace("%", "%%"))


def _waarde(tekst: str) -> str:
    return tekst.replace("\\", "\\\\")


def command(opdracht: Sequence[str], titel: str, merk: str) -> str:
    """Return a launcher of macOS: a script that opens in Terminal."""
    return f"#!/bin/sh\n# {titel}\n#{_merkregel(merk)}exec {shlex.join(opdracht)}\n"


def cmd(opdracht: Sequence[str], titel: str, merk: str) -> str:
    """Return a launcher of Windows: a script that opens in a window of its own."""
    del titel
    woorden = " ".join(f'"{woord}"' for woord in opdracht)
    regels = (
        "@echo off",
        "chcp 65001 >nul",
        f"rem{_merkregel(merk)}{woorden.replace('%', '%%')}",
        "if errorlevel 1 pause",
        "",
    )
    return "\n".join(regels).replace("\n", "\r\n")


_SOORTEN: Mapping[str, _Soort] = {
    "linux": _Soort(
        ".desktop",
        desktop,
        "Dubbelklik erop. Vraagt uw computer of u het vertrouwt, kies dan met de rechtermuisknop "
        "'Starten toestaan'.",
    ),
    "darwin": _Soort(
        ".command", command, "Dubbelklik erop. Het venster dat erbij opent, laat u openstaan."
    ),
    "win32": _Soort(
        ".cmd", cmd, "Dubbelklik erop. Het zwarte venster dat erbij opent, laat u openstaan."
    ),
}
