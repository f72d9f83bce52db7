"""Rows that tell of the same words that come or go, taken together: they are read once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.papier import document as d
from convenantwerk.renvooi.waswordt.knippen import WEGGELATEN
from convenantwerk.renvooi.waswordt.noemen import opsomming
from convenantwerk.tekst.verschil import verschillen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.renvooi.waswordt.noemen import Namen
    from convenantwerk.renvooi.waswordt.rijen import Tabelregel
    from convenantwerk.tekst.verschil import Verschil

_VANAF = 3  # fewer rows than this are shown one by one
_MINSTENS = 3  # words; a number or a term that becomes another matters place by place
_WOORDEN = 12  # so many words around the change are shown, when they are the same everywhere
_WOORD = re.compile(r"\S+\s*|\s+")


class _Wijziging(NamedTuple):
    """The one change of a text: the words before it, what goes, what comes, the words after it."""

    ervoor: str
    weg: str
    erbij: str
    erna: str


def samengenomen(rijen: Sequence[Tabelregel], namen: Namen) -> Iterator[Tabelregel]:
    """Yield rows, those that tell the same change as one row in the place of the first.

    Args:
        rijen: the rows about places, in order.
        namen: how places are named.
    """
    groepen: dict[tuple[str, str], list[Tabelregel]] = defaultdict(list)
    for rij in rijen:
        one = _wijziging(rij)
        first = groepen[one.weg, one.erbij][:1] if one else []
        if one and all(rij.toelichting in ("", other.toelichting) for other in first):
            groepen[one.weg, one.erbij].append(rij)
    samen: dict[int, Tabelregel | None] = {}
    for groep in groepen.values():
        row = _een(groep, namen) if len(groep) >= _VANAF else None
        if row is not None:
            samen |= {id(rij): None for rij in groep[1:]}
            samen[id(groep[0])] = row
    for rij in rijen:
        row = samen.get(id(rij), rij)
        if row is not None:
            yield row


def _wijziging(rij: Tabelregel) -> _Wijziging | None:
    """Return the words that come or go in a row, None when it tells anything else."""
    if len(rij.verschillen) > 1 or rij.verschillen[0].lot != "gewijzigd":
        return None
    alle = list(verschillen(rij.verschillen))
    changed = [v for v in alle if v.lot != "gelijk" and any(s.wijziging for s in v.tekst)]
    moved = any(v.lot not in ("gelijk", "gewijzigd") or v.vernummerd or v.aanduiding for v in alle)
    if moved or len(changed) != 1 or any(w.noot for s in changed[0].tekst for w in s.woorden):
        return None
    stukken = changed[0].tekst
    at = [number for number, stuk in enumerate(stukken) if stuk.wijziging]
    if at != list(range(at[0], at[-1] + 1)):
        return None
    weg, erbij = (
        "".join(s.tekst for s in stukken if s.wijziging == soort)
        for soort in ("vervallen", "ingevoegd")
    )
    if (weg and erbij) or len((weg or erbij).split()) < _MINSTENS:
        return None
    ervoor = "".join(stuk.tekst for stuk in stukken[: at[0]])
    erna = "".join(stuk.tekst for stuk in stukken[at[-1] + 1 :])
    return _Wijziging(ervoor, weg, erbij, erna)


def _een(groep: Sequence[Tabelregel], namen: Namen) -> Tabelregel | None:
    """Return one row for several, None when no word beside the change is the same in all."""
    alle = [one for rij in groep if (one := _wijziging(rij))]
    ervoor = _gelijk([_WOORD.findall(one.ervoor)[::-1] for one in alle])[::-1]
    erna = _gelijk([_WOORD.findall(one.erna) for one in alle])
    if not any(teken.isalnum() for woord in (*ervoor, *erna) for teken in woord):
        return None
    voor, na = "".join(ervoor), "".join(erna)
    links = "" if all(one.ervoor == voor for one in alle) else f"{WEGGELATEN} "
    rechts = "" if all(one.erna == na for one in alle) else WEGGELATEN
    first = alle[0]
    was = _cel(links + voor, d.Run(first.weg, wijziging="vervallen"), na, rechts)
    wordt = _cel(links + voor, d.Run(first.erbij, wijziging="ingevoegd"), na, rechts)
    verschillen_ = tuple(v for rij in groep for v in rij.verschillen)
    return replace(
        groep[0], naam=_naam(namen, verschillen_), was=was, wordt=wordt, verschillen=verschillen_
    )


def _cel(voor: str, midden: d.Run, na: str, slot: str) -> tuple[d.Run, ...]:
    """Return a cell: what is the same, what goes or comes, what is the same, what is left out."""
    before = na or midden.text or voor
    spatie = "" if not slot or before != before.rstrip() else " "
    runs = (d.Run(voor), midden, d.Run(f"{na}{spatie}{slot}"))
    return tuple(run for run in runs if run.text)


def _gelijk(rijen: Sequence[Sequence[str]]) -> list[str]:
    """Return the words with which all rows begin, up to some."""
    pairs = takewhile(lambda woorden: len(set(woorden)) == 1, zip(*rijen, strict=False))
    return [woorden[0] for woorden in pairs][:_WOORDEN]


def _naam(namen: Namen, verschillen_: Sequence[Verschil]) -> str:
    """Return "Artikel 2, 3 en 5, telkens de eerste alinea"."""
    names = namen.kort(verschillen_)
    ends = {name.partition(", ")[2] for name in names}
    if len(ends) == 1 and (end := ends.pop()).endswith(" alinea"):
        return f"{eerste_groot(opsomming([n.partition(', ')[0] for n in names]))}, telkens de {end}"
    if any("," in name for name in names):
        return eerste_groot("; ".join(names))
    return eerste_groot(opsomming(names))
