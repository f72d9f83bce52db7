"""A row of references put together: what lies in what, and of which text each of them is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from convenantwerk.tekst.verwijswoorden import RUIM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.tekst.verwijsdelen import Stuk
    from convenantwerk.tekst.verwijsdoel import Verwijsdoel
    from convenantwerk.tekst.verwijsstaarten import Lid, Voeg

BINNEN = frozenset({"lid", "volzin"})  # what is read within the artikel that is named around it


@dataclass(slots=True)
class Rij:
    """Pieces that are joined, and what is named after them.

    Args:
        stukken: the pieces.
        voegen: what stands between each of them and the next.
        kring: what the last lies in, from the inside: "van het eerste lid van artikel 2".
        van: the text that is named, as written.
        ervoor: the text that is named before the row, for those that have none behind.
    """

    stukken: list[Stuk]
    voegen: list[Voeg] = field(default_factory=list)
    kring: list[Stuk] = field(default_factory=list)
    van: str = ""
    ervoor: str = ""


def laat_zwakke(stuk: Stuk) -> None:
    """Leave off the members at the end that are none after all."""
    while len(stuk.leden) > 1 and stuk.leden[-1].zwak:
        stuk.leden.pop()
    stuk.end = stuk.leden[-1].end


def verbonden(rij: Rij) -> Iterator[Lid]:
    """Yield the members of a row in order, each with all that is said of it."""
    buiten: list[Lid] = []
    for stuk in reversed(rij.kring):
        buiten = _in_kring(stuk, buiten, is_last=True)
    last = len(rij.stukken) - 1
    first = _eerste_binnen(rij)
    namen = _namen(rij)
    for index, stuk in enumerate(rij.stukken):
        if stuk.weg and not (buiten and index == last):
            continue
        leden = stuk.leden
        if buiten and first <= index:
            leden = _in_kring(stuk, buiten, is_last=index == last)
        elif index and _is_ruim(rij, index - 1):
            ruim = rij.stukken[index - 1].leden[0].naar
            leden = [replace(lid, naar=_in(lid.naar, ruim)) for lid in leden]
        van = namen[index]
        yield from (
            replace(lid, naar=replace(lid.naar, van=van)) for lid in leden if van or not lid.zwak
        )


def _eerste_binnen(rij: Rij) -> int:
    """Return the first piece that lies in what is named after the last: leden do, with it."""
    first = len(rij.stukken) - 1
    while first and rij.stukken[first].soort in BINNEN and rij.stukken[first - 1].soort in BINNEN:
        first -= 1
    return first


def _is_ruim(rij: Rij, index: int) -> bool:
    """Tell whether the next piece lies in this one: "Deel 2, artikel 3.2"."""
    stuk, volgende = rij.stukken[index], rij.stukken[index + 1]
    alleen = len(stuk.leden) == 1 and rij.voegen[index].komma
    return alleen and stuk.soort in RUIM and volgende.soort not in RUIM | BINNEN


def _namen(rij: Rij) -> list[str]:
    """Return for each piece the text it is of: that of the last, as far as they are one row.

    "artikel 5 en artikel 9 van de Wet X" are both of that law; of "hoofdstuk 3 en artikel 9 van de
    Wet X" only the artikel is; of "Rapport Y, hoofdstuk 3 en bijlage 2" both are.
    """
    namen = [rij.van]
    for index in range(len(rij.voegen) - 1, -1, -1):
        here, volgende = rij.stukken[index].soort, rij.stukken[index + 1].soort
        voeg = rij.voegen[index]
        samen = here == volgende or {here, volgende} <= BINNEN or voeg.komma or voeg.samen
        namen.append(namen[-1] if samen else "")
    return [naam or rij.ervoor for naam in namen[::-1]]


def _in_kring(stuk: Stuk, buiten: list[Lid], *, is_last: bool) -> list[Lid]:
    """Return the members of a piece within what is named around it.

    The text of the last runs on to the first number around it, "het eerste lid van artikel 2"; what
    else is named there has a text of its own.
    """
    if not buiten:
        return stuk.leden
    found = [replace(lid, naar=_in(lid.naar, buiten[0].naar)) for lid in stuk.leden]
    if not is_last:
        return found
    klein = stuk.soort in BINNEN
    if klein or len(found) == 1:
        found[-1] = replace(found[-1], end=buiten[0].end)
        buiten = buiten[1:]
    if klein:
        naar = stuk.leden[-1].naar
        buiten = [replace(lid, naar=_in(naar, lid.naar)) for lid in buiten]
    return found + buiten


def _in(naar: Verwijsdoel, buiten: Verwijsdoel) -> Verwijsdoel:
    """Return what is named, within what is named around it."""
    if naar.soort not in BINNEN:
        los = buiten.soort in BINNEN or buiten.nummer == "dit"
        return naar if los else replace(naar, binnen=buiten)
    if naar.soort == "volzin":
        return buiten
    if buiten.soort == "artikel" and buiten.nummer == "dit":
        return naar
    onderdeel, tot = naar.onderdeel or buiten.onderdeel, naar.tot
    return replace(buiten, lid=naar.lid or buiten.lid, onderdeel=onderdeel, tot=tot)
