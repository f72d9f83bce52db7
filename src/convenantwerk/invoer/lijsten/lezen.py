"""Reading a list of any format, and finding the table of partners in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position, bedoelde
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.files import read_bytes, shown
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.invoer.grenzen import weiger
from convenantwerk.invoer.lijsten.blad import MEESTE_BYTES, Rij, te_veel
from convenantwerk.invoer.lijsten.kolommen import NIETS, herken, inhoud_van, veld_van

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from convenantwerk.invoer.lijsten.blad import Blad
    from convenantwerk.invoer.lijsten.kolommen import Kolom

_KOPPEN = 40  # rows among which the names of the columns are looked for
_XLSX = "sla de lijst op als .xlsx of als CSV, en neem dat bestand"
_OLE = b"\xd0\xcf\x11\xe0"
# By the ending of a file: what it is, and what to do.
_GEWEIGERD: Mapping[str, str] = {
    ".xls": "het is een werkmap van een oud Excel",
    ".ods": "het is een werkmap van LibreOffice",
    ".numbers": "het is een werkmap van Numbers",
    ".xlsb": "het is een binaire werkmap van Excel",
    ".pdf": "het is een PDF, geen lijst",
    ".docx": "het is een Word-bestand, geen lijst",
}


class _Lezer(Protocol):
    def __call__(self, data: bytes, pad: str) -> tuple[Blad, ...]: ...


@dataclass(frozen=True, slots=True)
class Tabel:
    """The table of partners in a list.

    Args:
        pad: the file as the user sees it, with the sheet when there are more.
        blad: the sheet it stands on.
        kop: the number of the row with the names of its columns; 0 when there is none.
        kolommen: what each column holds.
        rijen: those under the names, what was merged filled in.
        andere: the names of the other sheets.
    """

    pad: str
    blad: Blad
    kop: int
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    andere: tuple[str, ...] = ()

    def plaats(self, rij: int, kolom: int = -1) -> Position:
        """Return a row, or a cell of it, as findings name it."""
        return Position(self.pad, rij, kolom + 1)


def lees_lijst(path: Path, blad: str = "", naam: str = "") -> Tabel:
    """Return the table of partners in a file that a user names.

    Args:
        path: an .xlsx, or a CSV of any kind.
        blad: the name of the sheet; that which looks most like a list of partners when "".
        naam: how the user calls the file, when it lies here under another name.

    Raises:
        OnleesbaarError: CV001, CV951 or CV964: it cannot be read, or holds no such table.
    """
    pad = naam or shown(path)
    data, found = read_bytes(path, MEESTE_BYTES + 1)
    if data is None:
        raise OnleesbaarError(found)
    if len(data) > MEESTE_BYTES:
        te_veel(pad, f"het bestand is groter dan {MEESTE_BYTES // 1_000_000} MB")
    bladen = _lezer(data, pad)(data, pad)
    tabellen = [tabel for een in bladen if (tabel := _tabel(een, _pad(pad, een))) is not None]
    if blad:
        return _met_naam(tabellen, bladen, blad, pad)
    if not tabellen:
        wat = "zijn geen kolommen met partners te vinden"
        tip = "geef de kolommen een naam, zoals 'organisatie', 'postcode' en 'e-mail'"
        raise OnleesbaarError([CODES["CV964"].at(Position(pad), wat=wat, tip=tip)])
    zichtbaar = [t for t in tabellen if "het blad" not in t.blad.verborgen] or tabellen
    return _gekozen(max(zichtbaar, key=_waarde), bladen)


def _lezer(data: bytes, pad: str) -> _Lezer:
    """Return what reads a file, by what it is rather than by how it is called."""
    suffix = PurePath(pad).suffix.lower()
    if data.startswith(_OLE):
        reden = "het is met een wachtwoord beveiligd, of van een oud Excel (.xls)"
        weiger(pad, reden, _XLSX)
    if suffix in _GEWEIGERD:
        weiger(pad, _GEWEIGERD[suffix], _XLSX)
    if not data.strip():
        weiger(pad, "het bestand is leeg", "kijk of u het goede bestand noemt")
    module = "xlsx" if data.startswith(b"PK\x03\x04") else "tekstlijst"
    return cast("_Lezer", import_module(f"convenantwerk.invoer.lijsten.{module}").lees)


def _pad(pad: str, blad: Blad) -> str:
    return f"{pad}, blad '{blad.naam}'" if blad.naam else pad


def _waarde(tabel: Tabel) -> tuple[int, int]:
    """Return how much a table looks like a list of partners."""
    bekend = sum(kolom.veld != NIETS for kolom in tabel.kolommen)
    return (bekend, len(tabel.rijen))


def _gekozen(tabel: Tabel, bladen: Sequence[Blad]) -> Tabel:
    andere = tuple(blad.naam for blad in bladen if blad is not tabel.blad)
    return replace(tabel, andere=andere)


def _met_naam(tabellen: Sequence[Tabel], bladen: Sequence[Blad], naam: str, pad: str) -> Tabel:
    for tabel in tabellen:
        if naamsleutel(tabel.blad.naam) == naamsleutel(naam):
            return _gekozen(tabel, bladen)
    namen = [blad.naam for blad in bladen if blad.naam]
    leeg = naamsleutel(naam) in map(naamsleutel, namen)
    wat = f"heeft blad '{naam}' geen kolommen met partners" if leeg else f"is geen blad '{naam}'"
    tip = bedoelde(naam, namen) if not leeg else ""
    tip = tip or f"de bladen zijn: {', '.join(namen) or 'geen; een CSV heeft er geen'}"
    raise OnleesbaarError([CODES["CV964"].at(Position(pad), wat=wat, tip=tip)])


# --- the row with the names of the columns ---------------------------------------------------


def _tabel(blad: Blad, pad: str) -> Tabel | None:
    """Return the table on a sheet, None when there is nothing that looks like one."""
    rijen = _gevuld(blad)
    scores = [_score(rij) for rij in rijen[:_KOPPEN]]
    beste = max(scores, default=0)
    plek = scores.index(beste) if beste else _onbekende_kop(rijen)
    if plek is None:
        koppen, kop, onder = [""], 0, rijen
    else:
        koppen, kop, onder = _koppen(rijen, plek, blad), rijen[plek].nummer, rijen[plek + 1 :]
    breed = max((len(rij.cellen) for rij in onder), default=0)
    koppen += [""] * (breed - len(koppen))
    kolommen = herken(koppen, onder)
    bekend = {kolom.veld for kolom in kolommen} - {NIETS}
    if "naam" not in bekend or (not beste and len(bekend) == 1 and len(koppen) > 1):
        return None
    return Tabel(pad, blad, kop, kolommen, tuple(onder)) if onder else None


def _score(rij: Rij) -> int:
    """Return how many cells of a row are names of columns; 0 when it is no such row."""
    gevuld = list(dict.fromkeys(filter(None, rij.cellen)))  # a merged cell is one
    velden = [veld_van(cel) for cel in gevuld if "@" not in cel]
    bekend = sum(veld not in ("", NIETS) for veld in velden)
    if bekend == 1 and len(gevuld) == 1:
        return int(velden[0] in ("naam", "tekenaar") and not gevuld[0].split()[3:])
    return 2 * bekend + sum(veld == NIETS for veld in velden) if bekend > 1 else 0


def _onbekende_kop(rijen: Sequence[Rij]) -> int | None:
    """Return which row names the columns in words that say nothing to us; None when none does.

    No cell of it looks like what stands below it.
    """
    plek = next((n for n, rij in enumerate(rijen) if len(set(rij.cellen) - {""}) > 1), None)
    if plek is None or any(inhoud_van([cel]) for cel in rijen[plek].cellen if cel):
        return None
    onder = rijen[plek + 1 :]
    breed = range(len(rijen[plek].cellen))
    return plek if any(inhoud_van([c for r in onder if (c := r.cel(k))]) for k in breed) else None


def _koppen(rijen: Sequence[Rij], plek: int, blad: Blad) -> list[str]:
    """Return the names of the columns, each with that of the group above it."""
    kop = rijen[plek]
    boven = rijen[plek - 1] if plek else None
    koppen = [" ".join(cel.split()) for cel in kop.cellen]
    if boven is None or boven.nummer not in blad.koppen:
        return koppen
    groepen = [" ".join(boven.cel(k).split()) for k in range(len(koppen))]
    if all(groepen) and len(set(groepen)) == 1:
        return koppen  # a title over the whole list
    return [
        kop if not groep or groep == kop else f"{groep} {kop}".strip()
        for groep, kop in zip(groepen, koppen, strict=True)
    ]


def _gevuld(blad: Blad) -> list[Rij]:
    """Return the rows, in which cells that were merged all hold what they show."""
    if not blad.samen:
        return list(blad.rijen)
    boven = {rij.nummer: rij for rij in blad.rijen}
    samen: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for (nummer, kolom), (rij, uit) in blad.samen.items():
        if rij in boven:
            samen[nummer][kolom] = boven[rij].cel(uit)
    return [_aangevuld(rij, samen[rij.nummer]) for rij in blad.rijen]


def _aangevuld(rij: Rij, getoond: Mapping[int, str]) -> Rij:
    breed = max((len(rij.cellen), *(kolom + 1 for kolom in getoond)))
    cellen = tuple(getoond.get(kolom, rij.cel(kolom)) for kolom in range(breed))
    return Rij(rij.nummer, cellen, rij.getallen, rij.adressen)
