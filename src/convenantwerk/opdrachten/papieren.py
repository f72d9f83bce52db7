"""The papers that lie in a dossier: those that were made, and those of its archive."""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from convenantwerk.basis.datum import getypte_datum, voluit
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.files import leesbaar
from convenantwerk.basis.lezer import Lezer
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.dossier.archief import ARCHIEF
from convenantwerk.dossier.gebeurtenissen.deelname import Toetreding
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Tekening
from convenantwerk.opdrachten.bouw import MANIFEST
from convenantwerk.opdrachten.importeren.importeren import RAPPORTMAP
from convenantwerk.papier.formaten.tabel import FORMATEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend

BOUW = "build"
# What a folder of papers is called, in the order in which they are shown; others follow.
_GROEPEN: Mapping[str, str] = {
    BOUW: "Het convenant",
    f"{BOUW}/ondertekening": "Ondertekeningsbladen",
    f"{BOUW}/pakketten": "Pakketten",
    f"{BOUW}/brieven": "Brieven",
    f"{BOUW}/renvooi": "Vergelijkingen",
    f"{BOUW}/registers": "Lijsten",
    f"{BOUW}/controle": "Controlerapporten",
    f"{BOUW}/kalender": "Kalenders",
    f"{BOUW}/kalender/partners": "Agenda's van de partners",
    f"{ARCHIEF}/aangeboden": "Archief: aangeboden om te tekenen",
    f"{ARCHIEF}/getekend": "Archief: getekend terug",
    RAPPORTMAP: "Rapporten van wat is overgenomen",
}
# Elsewhere than in build/: the books of the archive, the text of a declaration, a report as data.
_GEEN_PAPIER = (".json", ".yaml", ".md")
_INGEPAKT = (".pdf", ".docx", ".xlsx", ".png", ".jpg", ".jpeg", ".zip")  # gain nothing by packing
_MAG_NIET = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f\ud800-\udfff]')  # in names on some computer
# What Windows takes for a device, whatever stands behind the dot.
_APPARAAT = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_TUSSEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")  # a hyphen between two letters
_OP_DAG = re.compile(r"(?P<wie>.+)-(?P<dag>\d{4}-\d{2}-\d{2})")  # of a partner, on a day
_SOORTEN: Mapping[str, str] = {"eml": "e-mail", "zip": "zip"}  # that nobody calls by their suffix
_OUDST = (1980, 1, 1, 0, 0, 0)  # that a zip can tell


@dataclass(frozen=True, slots=True)
class Papier:
    """A file: its path below the folder of the dossier, its bytes, and the day it was made.

    `soort` is what people call its format.
    """

    pad: str
    soort: str
    grootte: int
    dag: date


@dataclass(frozen=True, slots=True)
class Stuk:
    """A paper in all its formats: what it is called, and its files in the order of the formats."""

    naam: str
    bestanden: tuple[Papier, ...]

    @property
    def dag(self) -> date:
        """The day on which the last of them was made."""
        return max(bestand.dag for bestand in self.bestanden)


@dataclass(frozen=True, slots=True)
class Stukken:
    """The papers of one folder.

    Args:
        map: its path below the folder of the dossier.
        titel: what they are called together.
        stukken: the papers by name, as many as were asked for.
        aantal: how many papers there are.
        paden: the paths of all their files.
    """

    map: str
    titel: str
    stukken: tuple[Stuk, ...]
    aantal: int
    paden: tuple[str, ...]


def lees_papieren(
    geopend: Geopend, van: str = "", hoogstens: int | None = None
) -> tuple[Stukken, ...]:
    """Return the papers that there are, by folder.

    Args:
        geopend: the dossier.
        van: the one folder that is meant, by its path; "" for all.
        hoogstens: how many papers of each folder are looked at; None for all.

    Raises:
        OnleesbaarError: a register cannot be read, by which papers of the archive are called.
    """
    # A reader of its own: papers come and go, and are nothing that the dossier rests on.
    lezer = Lezer(geopend.root)
    per_map: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for pad in _paden(geopend.root, lezer, van):
        map_, _, naam = pad.rpartition("/")
        per_map[map_][naam.rpartition(".")[0]].append(pad)
    namen = {**_titels(geopend.root, lezer), **_namen(geopend)}
    volgorde = [*_GROEPEN, *sorted(per_map.keys() - _GROEPEN.keys())]
    return tuple(
        _groep(geopend.root, map_, _genoemd(per_map[map_], namen), hoogstens, namen)
        for map_ in volgorde
        if map_ in per_map
    )


def _paden(root: Path, lezer: Lezer, van: str) -> Iterator[str]:
    """Yield the files that are papers, by their path below the folder of the dossier."""
    delen = van.split("/")
    if van and {"", ".", ".."}.intersection(delen):  # an address may say anything
        return
    for map_ in (BOUW, ARCHIEF, RAPPORTMAP):
        if not van:
            alle = [f"{map_}/{pad}" for pad in lezer.boom(root / map_)[0]]
        elif delen[0] == map_:
            alle = [f"{van}/{path.name}" for path in lezer.entries(root / van).bestanden]
        else:
            alle = []
        for pad in alle:
            naam = pad.rpartition("/")[2]
            boek = map_ != BOUW and naam.lower().endswith(_GEEN_PAPIER)
            if "." in naam[1:] and naam[0] != "." and not boek and pad != f"{BOUW}/{MANIFEST}":
                yield pad


def _genoemd(
    per_stam: Mapping[str, Sequence[str]], namen: Mapping[str, str]
) -> list[tuple[str, list[str]]]:
    """Return papers by name, each with its files in the order of the formats."""
    genoemd = [
        (_naam(stam, paden, namen), sorted(paden, key=_plaats)) for stam, paden in per_stam.items()
    ]
    return sorted(genoemd, key=lambda stuk: (stuk[0].casefold(), stuk[1]))


def _groep(
    root: Path,
    map_: str,
    genoemd: Sequence[tuple[str, Sequence[str]]],
    hoogstens: int | None,
    namen: Mapping[str, str],
) -> Stukken:
    gezien = ((naam, tuple(_papieren(root, paden))) for naam, paden in genoemd[:hoogstens])
    return Stukken(
        map_,
        _GROEPEN.get(map_) or _titel(map_.partition("/")[2], namen),
        tuple(Stuk(naam, papieren) for naam, papieren in gezien if papieren),
        len(genoemd),
        tuple(pad for _, paden in genoemd for pad in paden),
    )


def _titel(map_: str, namen: Mapping[str, str]) -> str:
    """Return what a folder is called: that of a partner by her name, any other as it is."""
    soort, _, rest = map_.partition("/")
    found = _OP_DAG.fullmatch(rest)
    wie = namen.get(found["wie"] if found else rest)
    if not rest or wie is None:
        return eerste_groot(map_)
    dag = ""
    if found:
        with suppress(ValueError):
            dag = f", {voluit(getypte_datum(found['dag']))}"
    return f"{eerste_groot(soort)}: {wie}{dag}"


def _papieren(root: Path, paden: Iterable[str]) -> Iterator[Papier]:
    for pad in paden:
        with suppress(OSError):  # it went since it was listed
            found = os.lstat(root / pad)
            dag = datetime.fromtimestamp(found.st_mtime, tz=UTC).astimezone().date()
            yield Papier(pad, _soort(pad), found.st_size, dag)


def _soort(pad: str) -> str:
    """Return what people call the format of a file."""
    suffix = pad.rpartition(".")[2].lower()
    return FORMATEN[suffix].titel if suffix in FORMATEN else _SOORTEN.get(suffix, suffix.upper())


def _plaats(pad: str) -> tuple[int, str]:
    """Return where a file comes among those of its paper."""
    suffix = pad.rpartition(".")[2].lower()
    return ([*FORMATEN, suffix].index(suffix), pad)


def _titels(root: Path, lezer: Lezer) -> dict[str, str]:
    """Return what the last build says that its papers are called, by path."""
    text, _ = lezer.text(root / BOUW / MANIFEST)
    try:
        rows = [(row["pad"], row["document"]) for row in json.loads(text or "{}")["bestanden"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    return {f"{BOUW}/{p}": d for p, d in rows if isinstance(p, str) and isinstance(d, str) and d}


def _namen(geopend: Geopend) -> dict[str, str]:
    """Return what the papers of the archive are called by sha256, and partners by sleutel."""
    registers = geopend.registers
    return {
        **{partner.sleutel: partner.naam for partner in registers.partners},
        **{
            g.sha256: eerste_groot(registers.noem(g))
            for g in registers.alles
            if isinstance(g, Aanbieding | Tekening | Toetreding) and g.sha256
        },
    }


def _naam(stam: str, paden: Iterable[str], namen: Mapping[str, str]) -> str:
    """Return what a paper is called."""
    found = next((namen[pad] for pad in paden if pad in namen), None)
    return found or namen.get(stam) or eerste_groot(_TUSSEN.sub(" ", leesbaar(stam)))


# --- all of them in one file


def als_zip(geopend: Geopend, stukken: Iterable[Stukken]) -> bytes:
    """Return papers as one zip, under names that every computer takes.

    Raises:
        OnleesbaarError: one cannot be read, or they are too large together.
    """
    lezer = Lezer(geopend.root)
    uit = BytesIO()
    bezet: set[str] = set()
    with ZipFile(uit, "w") as zipfile:
        for pad in (pad for groep in stukken for pad in groep.paden):
            path = geopend.root / pad
            data, found = lezer.data(path)
            if data is None:
                raise OnleesbaarError(found)
            info = ZipInfo(_vrij(veilige_naam(pad), bezet), _OUDST)
            info.external_attr = 0o644 << 16
            los = path.suffix.lower() in _INGEPAKT
            zipfile.writestr(info, data, ZIP_STORED if los else ZIP_DEFLATED)
    return uit.getvalue()


def veilige_naam(pad: str) -> str:
    """Return a path of which every part can be the name of a file on any computer."""
    delen = (_MAG_NIET.sub("_", deel).strip(" .") or "_" for deel in pad.split("/"))
    return "/".join(f"_{deel}" if _APPARAAT.match(deel) else deel for deel in delen)


def _vrij(naam: str, bezet: set[str]) -> str:
    """Return a name that was not given out yet, also where capitals do not count; and keep it."""
    stam, punt, soort = naam.rpartition(".") if "." in naam.rpartition("/")[2] else (naam, "", "")
    nummer = 1
    while naam.casefold() in bezet:
        nummer += 1
        naam = f"{stam}-{nummer}{punt}{soort}"
    bezet.add(naam.casefold())
    return naam
