"""Tables: what stands between rules that cross each other."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.pdf.vormen import Vak

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.invoer.pdf.letters import Strook
    from convenantwerk.invoer.pdf.zetregels import Zetregel

_DUN = 3.0  # points: a rectangle that is no thicker is a rule
_KORT = 6.0  # points: a rule is at least so long
_SPELING = 3.0  # points: rules so near to each other meet
_MARGE = 5.0  # points: so far words stay from the rule beside them
_MEEST = 600  # rules of a page that are looked at: a drawing has more


class _Lijn(NamedTuple):
    """A rule: where it is, and from where to where it goes."""

    plek: float
    van: float
    tot: float


@dataclass(frozen=True, slots=True)
class Raster:
    """A table as it is ruled: the places of the rules, from the left and from above."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def vak(self) -> Vak:
        """Where the table is."""
        return Vak(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cel(self, strook: Strook) -> tuple[int, int] | None:
        """Return the row and the column in which a strook stands, None when it is outside."""
        x, y = strook.links + 1, strook.basis - 0.3 * strook.grootte
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        rij = min(bisect_right(self.ys, y) - 1, len(self.ys) - 2)
        return rij, min(bisect_right(self.xs, x) - 1, len(self.xs) - 2)

    def rechts_van(self, cel: Sequence[Sequence[Strook]]) -> float:
        """Return where the words of a cell end at the latest; a cell may cover more of them."""
        begin = min((regel[0].links for regel in cel), default=self.xs[0])
        return self.xs[min(bisect_right(self.xs, begin), len(self.xs) - 1)] - _MARGE


def rasters(vakken: Sequence[Vak]) -> list[Raster]:
    """Return the tables among the rules and rectangles of a page, from above to below."""
    liggend, staand = _lijnen(vakken)
    if not staand[1:] or len(liggend) + len(staand) > _MEEST:
        return []
    uit = []
    for groep in _groepen(liggend, staand):
        lig = [liggend[i] for i in groep if i < len(liggend)]
        sta = [staand[i - len(liggend)] for i in groep if i >= len(liggend)]
        if not sta or not lig:
            continue
        xs = _plekken([*(lijn.plek for lijn in sta), *_einden(lig)])
        ys = _plekken([*(lijn.plek for lijn in lig), *_einden(sta)])
        if xs[2:] and ys[2:]:  # two columns and two rows
            uit.append(Raster(tuple(xs), tuple(ys)))
    return sorted(uit, key=lambda raster: raster.ys[0])


def _einden(lijnen: Iterable[_Lijn]) -> list[float]:
    lijst = list(lijnen)
    return [min(lijn.van for lijn in lijst), max(lijn.tot for lijn in lijst)]


def _lijnen(vakken: Iterable[Vak]) -> tuple[list[_Lijn], list[_Lijn]]:
    liggend: list[_Lijn] = []
    staand: list[_Lijn] = []
    for vak in vakken:
        breed, hoog = vak.rechts - vak.links, vak.onder - vak.boven
        if hoog <= _DUN and breed >= _KORT:
            liggend.append(_Lijn((vak.boven + vak.onder) / 2, vak.links, vak.rechts))
        elif breed <= _DUN and hoog >= _KORT:
            staand.append(_Lijn((vak.links + vak.rechts) / 2, vak.boven, vak.onder))
        elif breed > _KORT and hoog > _KORT:
            liggend += (_Lijn(y, vak.links, vak.rechts) for y in (vak.boven, vak.onder))
            staand += (_Lijn(x, vak.boven, vak.onder) for x in (vak.links, vak.rechts))
    return liggend, staand


def _groepen(liggend: Sequence[_Lijn], staand: Sequence[_Lijn]) -> list[list[int]]:
    """Return which rules hang together: each with those that it meets."""
    van = list(range(len(liggend) + len(staand)))

    def wortel(i: int) -> int:
        while van[i] != i:
            van[i] = van[van[i]]
            i = van[i]
        return i

    for i, lig in enumerate(liggend):
        for j, sta in enumerate(staand, start=len(liggend)):
            if (
                lig.van - _SPELING <= sta.plek <= lig.tot + _SPELING
                and sta.van - _SPELING <= lig.plek <= sta.tot + _SPELING
            ):
                van[wortel(i)] = wortel(j)
    groepen: dict[int, list[int]] = {}
    for i in range(len(van)):
        groepen.setdefault(wortel(i), []).append(i)
    return list(groepen.values())


def _plekken(waarden: Iterable[float]) -> list[float]:
    """Return places, those near to each other as one."""
    uit: list[float] = []
    for waarde in sorted(waarden):
        if not uit or waarde - uit[-1] > 2 * _SPELING:
            uit.append(waarde)
    return uit


@dataclass(frozen=True, slots=True)
class Getekend:
    """A table with its words: for each cell the stroken of each of its lines."""

    raster: Raster
    cellen: tuple[tuple[tuple[tuple[Strook, ...], ...], ...], ...]
    bladzijde: int
    nummer: int


def getabelleerd(
    regels: Sequence[Zetregel], vakken: Sequence[Vak]
) -> tuple[list[Zetregel], list[Getekend]]:
    """Return the lines outside tables, and the tables of a page."""
    tabellen: list[Getekend] = []
    for raster in rasters(vakken):
        cellen: dict[tuple[int, int], list[tuple[Strook, ...]]] = {}
        over: list[Zetregel] = []
        eerste: Zetregel | None = None
        for regel in regels:
            binnen = _verdeeld(regel, raster)
            if not binnen:
                over.append(regel)
                continue
            eerste = eerste or regel
            for plek, stroken in binnen.items():
                cellen.setdefault(plek, []).append(tuple(stroken))
        kolommen = {kolom for _, kolom in cellen}
        rijen = {rij for rij, _ in cellen}
        if eerste is None or min(len(kolommen), len(rijen)) <= 1:  # a frame
            continue
        regels = over
        tabellen.append(_gevuld(raster, cellen, eerste))
    return list(regels), tabellen


def _verdeeld(regel: Zetregel, raster: Raster) -> dict[tuple[int, int], list[Strook]]:
    """Return the stroken of a line by cell; nothing when one is outside the table."""
    uit: dict[tuple[int, int], list[Strook]] = {}
    vorige: tuple[int, int] | None = None
    for strook in regel.stroken:
        plek = raster.cel(strook) if strook.los or vorige is None else vorige
        if plek is None:
            return {}
        uit.setdefault(plek, []).append(strook)
        vorige = plek
    return uit


def _gevuld(
    raster: Raster, cellen: dict[tuple[int, int], list[tuple[Strook, ...]]], eerste: Zetregel
) -> Getekend:
    """Return a table without the rows and columns in which nothing stands."""
    rijen = sorted({rij for rij, _ in cellen})
    kolommen = sorted({kolom for _, kolom in cellen})
    return Getekend(
        raster,
        tuple(tuple(tuple(cellen.get((rij, kolom), ())) for kolom in kolommen) for rij in rijen),
        eerste.bladzijde,
        eerste.nummer,
    )
