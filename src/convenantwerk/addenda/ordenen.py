"""Derived wijzigingen in the order of the text, as a besluit has them: one letter per artikel.

They are derived in the order that is easiest to carry out: words, what goes, numbers, what comes.
Whether they may change places is tried, not reasoned: the wijzigingen are carried out in the new
order and must give the very same text, so what a besluit says can be done sentence by sentence.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import KanNietError, Werk
from convenantwerk.addenda.boom_wijzigen import PastNietError
from convenantwerk.addenda.wijzigingen import voer_uit
from convenantwerk.tekst.adressen import SCHEIDING, anker_van
from convenantwerk.tekst.boom import Onderdeel
from convenantwerk.tekst.verschil import verschillen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.addenda.afleider import Afgeleid
    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.tekst.verschil import Verschil


def geordend(
    oud: Delen, nieuw: Delen, afgeleid: Sequence[Afgeleid], wortels: Sequence[Verschil]
) -> tuple[Afgeleid, ...]:
    """Return wijzigingen in the order of the text, as far as that gives the same new text.

    Where titled parts get other numbers, what is said before that is in order, and what is said
    after it: the one names the old numbers, the other the new ones.

    Args:
        oud: the old text.
        nieuw: the new one.
        afgeleid: the wijzigingen that make it, in an order that works.
        wortels: what differs.
    """
    orde = _Orde(wortels)
    om_nummers_heen = [
        one
        for grens, group in groupby(afgeleid, key=_is_grens)
        for one in (group if grens else orde.grof(list(group)))
    ]
    grof = orde.grof(afgeleid)
    for volgorde in (orde.fijn(grof), grof, orde.fijn(om_nummers_heen), om_nummers_heen):
        if _uitgevoerd(oud, volgorde) == nieuw:
            return tuple(volgorde)
    return tuple(afgeleid)


class _Orde:
    """Where parts stand in the text that holds both editions."""

    def __init__(self, wortels: Sequence[Verschil]) -> None:
        self.rang: dict[str, int] = {}
        for number, verschil in enumerate(verschillen(wortels)):
            oud, nieuw = verschil.paar
            van, naar = verschil.lot != "aangekomen", verschil.lot != "vertrokken"
            for adres in filter(None, (oud if van else "", nieuw if naar else "")):
                self.rang.setdefault(adres, number)

    def grof(self, afgeleid: Sequence[Afgeleid]) -> list[Afgeleid]:
        """Return wijzigingen by the titled part they are in."""
        return sorted(afgeleid, key=self._deel)

    def fijn(self, afgeleid: Sequence[Afgeleid]) -> list[Afgeleid]:
        """Return wijzigingen of which those of one titled part are in its order too."""
        return list(self._fijn(afgeleid))

    def _fijn(self, afgeleid: Sequence[Afgeleid]) -> Iterator[Afgeleid]:
        for _, group in groupby(afgeleid, key=self._deel):
            members = list(group)
            yield from sorted(members, key=self._plek) if _is_los(members) else members

    def _deel(self, one: Afgeleid) -> int:
        if not one.wijziging.plaats and one.wijziging.overal == "ja":
            return len(self.rang)  # after all that it is about
        return self.rang.get(anker_van(_waar(one)), 0)

    def _plek(self, one: Afgeleid) -> int:
        return self.rang.get(_waar(one), 0)


def _waar(one: Afgeleid) -> str:
    """Return the address of what a wijziging is about; what goes, went from its old place."""
    return one.oud if one.wijziging.soort == "vervallen" else one.nieuw or one.oud


def _is_los(afgeleid: Sequence[Afgeleid]) -> bool:
    """Tell whether wijzigingen of one part do not count on each other: no number of it changes."""
    return not any(
        one.wijziging.soort in ("vernummeren", "aanduiden", "verplaatsen")
        or one.wijziging.overal == "ja"
        or (one.wijziging.soort == "vervallen" and _is_geteld(one.oud))
        or (one.wijziging.soort == "invoegen" and not _is_genummerd(one))
        for one in afgeleid
    )


def _is_geteld(adres: str) -> bool:
    """Tell whether a part has no mark and is counted: its number is that of its neighbours."""
    return "-" in adres.rpartition(SCHEIDING)[2]


def _is_genummerd(one: Afgeleid) -> bool:
    return all(isinstance(part, Onderdeel) and part.merk != "-" for part in one.parts)


def _is_grens(one: Afgeleid) -> bool:
    """Tell whether a wijziging numbers or moves titled parts, so that what follows names others."""
    wijziging = one.wijziging
    return wijziging.soort == "verplaatsen" or (
        wijziging.soort == "vernummeren" and SCHEIDING not in wijziging.plaats
    )


def _uitgevoerd(oud: Delen, afgeleid: Sequence[Afgeleid]) -> Delen | None:
    teksten = {one.wijziging.tekst: one.parts for one in afgeleid if one.parts}
    werk = Werk(oud, teksten)
    try:
        for one in afgeleid:
            voer_uit(werk, one.wijziging)
    except (KanNietError, PastNietError):
        return None
    return werk.delen
