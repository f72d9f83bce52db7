"""Links, and things that are no file: names that lead outside the dossier, or nowhere."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.vijandig.plek import (
    ADDENDUM,
    FIGUUR,
    GEHEIM,
    INSTELLINGEN,
    PARTNERS,
    SJABLONEN,
    TEKST,
    Geval,
    kanarieplaat,
)

if TYPE_CHECKING:
    from tests.vijandig.plek import Plek

_BRIEF = "templates/brieven/ondertekeningsblad.md"
_ZIN = f"\n\n{GEHEIM}\n"


def _naar_buiten(plek: Plek, pad: str) -> Path:
    """Move a file or folder of the dossier outside, with the secret in it; return its place."""
    path = plek.dossier / pad
    if not path.exists():
        source = SJABLONEN / pad.removeprefix("templates/")
        path.parent.mkdir(parents=True, exist_ok=True)
        if pad.startswith("templates") and source.exists():
            (shutil.copytree if source.is_dir() else shutil.copy)(source, path)
        elif path.suffix:
            path.write_text("{}", "utf-8")
        else:
            path.mkdir()
    target = plek.buiten / path.name
    shutil.move(path, target)
    for file in [target] if target.is_file() else target.rglob("*"):
        _met_geheim(file)
    return target


def _met_geheim(file: Path) -> None:
    if file.suffix == ".md" and file.name != "00-deel.md":
        file.write_text(file.read_text("utf-8") + _ZIN, "utf-8")
    elif file.suffix == ".yaml":
        text = file.read_text("utf-8")
        file.write_text(text.replace("Fantasie", GEHEIM).replace("Uitbreiding", GEHEIM), "utf-8")
    elif file.suffix == ".png":
        file.write_bytes(kanarieplaat())


def koppel(pad: str, plek: Plek) -> None:
    """Let a name of the dossier be a symbolic link to what lies outside."""
    target = _naar_buiten(plek, pad)
    (plek.dossier / pad).symlink_to(target)


def _relatief(plek: Plek) -> None:
    koppel(TEKST, plek)
    path = plek.dossier / TEKST
    path.unlink()
    path.symlink_to("../../../buiten/02-artikelen.md")


def _hard(pad: str, plek: Plek) -> None:
    target = _naar_buiten(plek, pad)
    (plek.dossier / pad).hardlink_to(target)


def _weg(plek: Plek, pad: str) -> Path:
    path = plek.dossier / pad
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return path


def _lus(plek: Plek) -> None:
    _weg(plek, TEKST).symlink_to("03-lus.md")
    (plek.dossier / "convenant/deel-1/03-lus.md").symlink_to("02-artikelen.md")


def _fifo(pad: str, plek: Plek) -> None:
    os.mkfifo(_weg(plek, pad))


def _aansluiting(plek: Plek) -> None:
    """A socket in the file system; its name must be short to be bound."""
    path = _weg(plek, TEKST)
    with socket.socket(socket.AF_UNIX) as it:
        here = os.open(path.parent, os.O_RDONLY)
        try:
            it.bind(f"/proc/self/fd/{here}/{path.name}")
        finally:
            os.close(here)


def _apparaat(pad: str, plek: Plek) -> None:
    os.mknod(_weg(plek, pad), stat.S_IFCHR | 0o666, os.makedev(1, 5))


def _oneindig(pad: str, plek: Plek) -> None:
    _weg(plek, pad).symlink_to("/dev/zero")


def _aangekoppeld(plek: Plek) -> None:
    """Another disk is mounted over a deel."""
    other = plek.buiten / "deel-1"
    shutil.copytree(plek.dossier / "convenant/deel-1", other)
    _met_geheim(other / "02-artikelen.md")
    place = plek.dossier / "convenant/deel-1"
    subprocess.run(["mount", "-t", "tmpfs", "geval", str(place)], check=True)
    shutil.copytree(other, place, dirs_exist_ok=True)


def _geen_utf8(plek: Plek) -> None:
    folder = os.fsencode(plek.dossier / "convenant/deel-1")
    with open(folder + b"/03-\xff\xfe.md", "wb") as file:  # noqa: PTH123  # a name in bytes
        file.write(b"# 3 Naam\n")


def _map_geen_utf8(plek: Plek) -> None:
    os.mkdir(os.fsencode(plek.dossier / "addenda") + b"/2021-01-01-\xe9")  # noqa: PTH102


def _lange_naam(plek: Plek) -> None:
    plek.schrijf(f"convenant/deel-1/03-{'a' * 249}.md", "# 3 Lange naam\n")


def _diep(onder: str, plek: Plek) -> None:
    """Hundreds of folders in each other."""
    (plek.dossier / onder / "/".join(["mapje"] * 200)).mkdir(parents=True)


def _build(naam: str, plek: Plek) -> None:
    """What a build would write is a link to a file outside."""
    folder = plek.dossier / "build"
    folder.mkdir()
    target = plek.buiten / "geheim.md"
    (folder / naam).symlink_to(target)


def _buildmap(plek: Plek) -> None:
    (plek.dossier / "build").mkdir()
    (plek.buiten / "map").mkdir()
    (plek.dossier / "build/ondertekening").symlink_to(plek.buiten / "map")


def _dode_koppeling(plek: Plek) -> None:
    """The folder with addenda is a link to nowhere, so that they would vanish unseen."""
    shutil.rmtree(plek.dossier / "addenda")
    (plek.dossier / "addenda").symlink_to(plek.buiten / "weg")


def _sjablonenmap_fifo(plek: Plek) -> None:
    (plek.dossier / "templates").mkdir()
    os.mkfifo(plek.dossier / "templates/print.css")


# The name of the case, what becomes a link, and the commands that meet it.
_GEKOPPELD: tuple[tuple[str, str, str], ...] = (
    ("register", PARTNERS, "controleer bouw-md pakket"),
    ("tekst", TEKST, "controleer bouw-md versie vaststellen"),
    ("instellingen", INSTELLINGEN, "controleer bouw-md"),
    ("sjabloon", _BRIEF, "bouw-docx pakket"),
    ("stijl", "templates/print.css", "bouw-pdf"),
    ("wordsjabloon", "templates/huisstijl.docx", "bouw-docx"),
    ("sjablonenmap", "templates", "bouw-docx"),
    ("figuur", FIGUUR, "controleer bouw-md"),
    ("deel", "convenant/deel-1", "controleer bouw-md"),
    ("registermap", "convenant/registers", "controleer pakket"),
    ("addenda", "addenda", "controleer bouw-md"),
    ("addendum", ADDENDUM, "controleer bouw-md"),
    ("addendumtekst", f"{ADDENDUM}/03-uitbreiding.md", "controleer bouw-md"),
    ("addendumbestand", f"{ADDENDUM}/addendum.yaml", "controleer bouw-md"),
    ("versies", "convenant/versies", "controleer versie vaststellen"),
    ("versie", "convenant/versies/v0", "controleer versie pakket"),
    ("versietekst", "convenant/versies/v0/convenant/deel-1/02-2-artikelen.md", "controleer versie"),
    ("archief", "archief", "controleer pakket"),
    ("onderweg", "archief/onderweg", "controleer pakket"),
    ("buildmap", "build", "build pakket"),
    ("pakkettenmap", "build/pakketten", "pakket"),
    ("manifest", "build/manifest.json", "build"),
    ("werkmap", ".convenant", "controleer build vaststellen"),
    ("convenantmap", "convenant", "controleer bouw-md vaststellen"),
)
# What these hold is never read, or only by what the finding does not name by its path.
_NAAMLOOS = {"onderweg", "convenantmap"}

GEVALLEN: tuple[Geval, ...] = (
    *(
        Geval(
            f"koppeling-{naam}",
            partial(koppel, pad),
            tuple(opdrachten.split()),
            "" if naam in _NAAMLOOS else Path(pad).name,
        )
        for naam, pad, opdrachten in _GEKOPPELD
    ),
    Geval("koppeling-relatief", _relatief, noemt="02-artikelen.md"),
    *(
        Geval(
            f"hard-{naam}",
            partial(_hard, pad),
            ("controleer", "bouw-docx" if naam == "sjabloon" else "bouw-md"),
            Path(pad).name,
        )
        for naam, pad in (
            ("tekst", TEKST),
            ("register", PARTNERS),
            ("sjabloon", _BRIEF),
            ("figuur", FIGUUR),
        )
    ),
    Geval("koppeling-lus", _lus, noemt="02-artikelen.md"),
    Geval("koppeling-dood", _dode_koppeling, noemt="addenda"),
    Geval("build-koppeling", partial(_build, "convenant.md"), ("build",), "convenant.md"),
    Geval("build-submap", _buildmap, ("build-docx",), "ondertekening"),
    Geval("fifo-tekst", partial(_fifo, TEKST), noemt="02-artikelen.md"),
    Geval("fifo-register", partial(_fifo, PARTNERS), ("controleer", "pakket"), "partners.yaml"),
    Geval("fifo-figuur", partial(_fifo, FIGUUR), noemt="schema.png"),
    Geval("fifo-sjabloon", _sjablonenmap_fifo, ("bouw-pdf",), "print.css"),
    Geval("fifo-git", partial(_fifo, ".git/HEAD"), ("renvooi",)),
    Geval("socket-tekst", _aansluiting, noemt="02-artikelen.md"),
    Geval("apparaat-tekst", partial(_apparaat, TEKST), noemt="02-artikelen.md", wortel=True),
    Geval("apparaat-figuur", partial(_apparaat, FIGUUR), noemt="schema.png", wortel=True),
    Geval("oneindig-tekst", partial(_oneindig, TEKST), noemt="02-artikelen.md"),
    Geval("oneindig-manifest", partial(_oneindig, "build/manifest.json"), ("build",)),
    Geval("aangekoppeld-deel", _aangekoppeld, noemt="deel-1", wortel=True),
    Geval("naam-bytes", _geen_utf8, noemt="03-"),
    Geval("naam-bytes-map", _map_geen_utf8, ("controleer", "bouw-md"), "2021-01-01"),
    Geval("naam-255", _lange_naam, ("controleer", "bouw-md", "vaststellen")),
    Geval("diep-deel", partial(_diep, "convenant/deel-1"), ("controleer", "bouw-md")),
    Geval("diep-addenda", partial(_diep, "addenda"), ("controleer", "bouw-md")),
)
