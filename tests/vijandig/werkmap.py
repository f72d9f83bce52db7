"""What the program itself left behind, forged: journal, slot, manifest, archive and versions."""

from __future__ import annotations

import json
import os
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from tests.vijandig.plek import GEHEIM, TEKST, Geval

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.vijandig.plek import Plek

_MANIFEST = "build/manifest.json"
_JOURNAAL = ".convenant/journaal"


def _manifest(pad: str, plek: Plek) -> None:
    """A manifest that says a file was made by a build, which would remove it now."""
    target = plek.buiten / "geheim.md"
    data = sha256(target.read_bytes()).hexdigest()
    row = {"pad": pad.format(buiten=plek.buiten), "sha256": data}
    plek.schrijf(_MANIFEST, json.dumps({"bestanden": [row]}))


def _manifest_door_koppeling(plek: Plek) -> None:
    _manifest("map/geheim.md", plek)
    (plek.dossier / "build/map").symlink_to(plek.buiten)


def _manifest_van_bron(plek: Plek) -> None:
    data = sha256((plek.dossier / TEKST).read_bytes()).hexdigest()
    rows = [{"pad": pad, "sha256": data} for pad in (f"../{TEKST}", f"x/../../{TEKST}")]
    plek.schrijf(_MANIFEST, json.dumps({"bestanden": rows}))


def _bestand(pad: str, tekst: str, plek: Plek) -> None:
    plek.schrijf(pad, tekst)


def _ijl(pad: str, plek: Plek) -> None:
    """A file of gigabytes that takes no room on the disk."""
    with plek.schrijf(pad, "").open("wb") as file:
        file.truncate(4_000_000_000)


def _journaal(verplaats: list[list[str]], verwijder: list[str], plek: Plek) -> None:
    """A record of a change that is ready and would be finished by the next command."""
    plek.schrijf(".convenant/4711-1/0", GEHEIM)
    fill = partial(str.format, buiten=plek.buiten)
    moves = [[fill(source), fill(target)] for source, target in verplaats]
    record = {"verplaats": moves, "verwijder": [fill(name) for name in verwijder]}
    plek.schrijf(_JOURNAAL, json.dumps(record))


def _journaal_door_koppeling(plek: Plek) -> None:
    _journaal([["4711-1/0", "archief/uit/geschreven.md"]], ["archief/uit/geheim.md"], plek)
    (plek.dossier / "archief").mkdir(exist_ok=True)
    (plek.dossier / "archief/uit").symlink_to(plek.buiten)


def _journaal_uit_koppeling(plek: Plek) -> None:
    """What would be put in its place is a link to a file outside."""
    _journaal([["4711-1/0", TEKST]], [], plek)
    path = plek.dossier / ".convenant/4711-1/0"
    path.unlink()
    path.symlink_to(plek.buiten / "geheim.md")


def _journaal_map_koppeling(plek: Plek) -> None:
    _journaal([["4711-1/geheim.md", "convenant/deel-1/03-x.md"]], [], plek)
    (plek.dossier / ".convenant/4711-1/0").unlink()
    (plek.dossier / ".convenant/4711-1").rmdir()
    (plek.dossier / ".convenant/4711-1").symlink_to(plek.buiten)


def _journaal_ketting(plek: Plek) -> None:
    """The first thing that is put in its place is a link, and the next goes over it."""
    (plek.buiten / "map").mkdir()
    _journaal([["4711-1/weg", "a"], ["4711-1/0", "a/map/geschreven.md"]], [], plek)
    (plek.dossier / ".convenant/4711-1/weg").symlink_to(plek.buiten)


def _klaargezet(plek: Plek) -> None:
    """Something left over, to be removed, is a link to a folder outside."""
    (plek.dossier / ".convenant").mkdir()
    (plek.dossier / ".convenant/4711-1").symlink_to(plek.buiten)


def _speciaal(pad: str, maak: Callable[[str], None], plek: Plek) -> None:
    path = plek.dossier / pad
    path.parent.mkdir(parents=True, exist_ok=True)
    maak(str(path))


def _slotkoppeling(plek: Plek) -> None:
    (plek.dossier / ".convenant").mkdir()
    for name in ("slot", "bezig", "journaal.klad"):
        (plek.dossier / ".convenant" / name).symlink_to(plek.buiten / "geheim.txt")


def _archief(naam: str, plek: Plek) -> None:
    """A paper that was offered is a link to a file outside."""
    folder = plek.dossier / "archief/aangeboden"
    for paper in folder.glob("*.pdf"):
        paper.unlink()
        if naam == "koppeling":
            paper.symlink_to(plek.buiten / "geheim.txt")
        elif naam == "fifo":
            os.mkfifo(paper)
        elif naam == "ijl":
            with paper.open("wb") as file:
                file.truncate(4_000_000_000)
        else:
            paper.mkdir()


def _versie(pad: str, plek: Plek) -> None:
    """The seal of a version names a file outside."""
    name = "convenant/versies/v0/versie.yaml"
    text = plek.lees(name)
    plek.schrijf(name, text.replace("convenant/convenant.yaml", pad.format(buiten=plek.buiten)))


def _versielus(plek: Plek) -> None:
    """A version that comes after itself."""
    name = "convenant/versies/v0/versie.yaml"
    text = plek.lees(name)
    seal = next(line for line in text.splitlines() if line.startswith("sha256:"))
    plek.schrijf(name, text + f"vorige: {seal.partition(': ')[2]}\n")


_BUITEN = "../buiten/geschreven.md"
_JOURNALEN: dict[str, tuple[list[list[str]], list[str]]] = {
    "boven": ([["4711-1/0", _BUITEN]], []),
    "absoluut": ([["4711-1/0", "{buiten}/geschreven.md"]], []),
    "omweg": ([["4711-1/0", "build/../../buiten/geschreven.md"]], []),
    "uit-boven": ([["../../buiten/geheim.md", TEKST]], []),
    "uit-absoluut": ([["{buiten}/geheim.md", TEKST]], []),
    "verwijder-boven": ([], ["../buiten/geheim.md"]),
    "verwijder-absoluut": ([], ["{buiten}/geheim.md"]),
    "zichzelf": ([["4711-1/0", ".convenant/slot"], ["4711-1", ".convenant/4711-1/x"]], [""]),
    "git": ([["4711-1/0", ".git/hooks/post-checkout"]], []),
    "nul": ([["4711-1/0", "a\0b"]], ["\0"]),
    "lang": ([["4711-1/0", "a" * 5_000]], []),
    "map": ([["4711-1/0", "convenant"]], ["convenant"]),
}
_MANIFESTEN = (
    "../../buiten/geheim.md",
    "{buiten}/geheim.md",
    "x/../../../buiten/geheim.md",
    "",
    ".",
)
_ALLES = ("controleer", "vaststellen")

GEVALLEN: tuple[Geval, ...] = (
    *(
        Geval(f"manifest-{n}", partial(_manifest, pad), ("build",))
        for n, pad in enumerate(_MANIFESTEN)
    ),
    Geval("manifest-door-koppeling", _manifest_door_koppeling, ("build",)),
    Geval("manifest-van-bron", _manifest_van_bron, ("build",)),
    Geval("manifest-ijl", partial(_ijl, _MANIFEST), ("build",)),
    Geval("manifest-diep", partial(_bestand, _MANIFEST, "[" * 200_000), ("build",)),
    Geval("manifest-getal", partial(_bestand, _MANIFEST, "9" * 20_000), ("build",)),
    Geval("manifest-map", partial(_speciaal, _MANIFEST, os.mkdir), ("build",)),
    Geval("manifest-fifo", partial(_speciaal, _MANIFEST, os.mkfifo), ("build",)),
    Geval("build-bestand", partial(_bestand, "build", "x"), ("build", "pakket")),
    *(
        Geval(f"journaal-{n}", partial(_journaal, *what), _ALLES, verandert=True)
        for n, what in _JOURNALEN.items()
    ),
    Geval("journaal-door-koppeling", _journaal_door_koppeling, _ALLES, verandert=True),
    Geval("journaal-uit-koppeling", _journaal_uit_koppeling, _ALLES, verandert=True),
    Geval("journaal-map-koppeling", _journaal_map_koppeling, _ALLES, verandert=True),
    Geval("journaal-ketting", _journaal_ketting, _ALLES, verandert=True),
    Geval("journaal-ijl", partial(_ijl, _JOURNAAL), _ALLES),
    Geval("journaal-diep", partial(_bestand, _JOURNAAL, "[" * 200_000), _ALLES),
    Geval("journaal-fifo", partial(_speciaal, _JOURNAAL, os.mkfifo), _ALLES),
    Geval("journaal-is-map", partial(_speciaal, _JOURNAAL, os.mkdir), _ALLES),
    Geval("werkmap-klaargezet", _klaargezet, _ALLES),
    Geval("werkmap-slotkoppeling", _slotkoppeling, ("build", "vaststellen")),
    Geval("werkmap-slot-fifo", partial(_speciaal, ".convenant/slot", os.mkfifo), _ALLES),
    Geval("werkmap-slot-map", partial(_speciaal, ".convenant/slot", os.mkdir), _ALLES),
    Geval("werkmap-bestand", partial(_bestand, ".convenant", "x"), _ALLES),
    Geval("werkmap-fifo", partial(_speciaal, ".convenant", os.mkfifo), _ALLES),
    *(
        Geval(f"archief-{n}", partial(_archief, n), ("controleer", "pakket"))
        for n in ("koppeling", "fifo", "ijl", "map")
    ),
    Geval(
        "onderweg-fifo",
        partial(_speciaal, "archief/onderweg/politie.yaml", os.mkfifo),
        ("controleer", "pakket"),
        "politie.yaml",
    ),
    Geval(
        "onderweg-ijl",
        partial(_ijl, "archief/onderweg/politie.yaml"),
        ("controleer", "pakket"),
        "politie.yaml",
    ),
    Geval(
        "gebeurtenissen-fifo", partial(_speciaal, "convenant/registers/besluiten.yaml", os.mkfifo)
    ),
    *(
        Geval(f"versiezegel-{n}", partial(_versie, pad), ("controleer", "versie"))
        for n, pad in enumerate(("../../../../buiten/geheim.md", "{buiten}/geheim.md", "\\0"))
    ),
    Geval("versielus", _versielus, ("controleer", "versie", "vaststellen")),
)
