"""The text of two editions as one, with marks of what changed."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.papier.markeren import closing, former, joined, marked
from convenantwerk.renvooi.kant import (
    Kant,
    blank,
    headed,
    omgevingen_van,
    onder_kop,
    whole,
    within_plek,
)
from convenantwerk.renvooi.renvooiwoorden import Hier, Rijlot, Woordschrijver
from convenantwerk.stukken.tekst import Composer
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel, Tabel
from convenantwerk.tekst.citeren import Citaten
from convenantwerk.tekst.verschil import opmaak_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.papier.document import Wijziging
    from convenantwerk.renvooi.renvooi import Renvooi
    from convenantwerk.tekst.omgeving import Omgeving
    from convenantwerk.tekst.verschil import Lot, Verschil

# How the rows of a table show what became of them; one that moved was deleted and inserted.
_RIJEN: dict[Lot, Rijlot] = {
    "ingevoegd": "ingevoegd",
    "aangekomen": "ingevoegd",
    "vervallen": "vervallen",
    "vertrokken": "vervallen",
}


class Renvooischrijver:
    """Turns a renvooi into blocks.

    Args:
        renvooi: what differs.
        oud: the old edition.
        nieuw: the new one.
    """

    def __init__(self, renvooi: Renvooi, oud: Kant, nieuw: Kant) -> None:
        self.renvooi = renvooi
        self.oud = Composer.van(oud.dossier, oud.convenant)
        self.nieuw = Composer.van(nieuw.dossier, nieuw.convenant)
        self.citaten_oud = Citaten(oud.convenant)
        self.citaten = Citaten(nieuw.convenant)
        self.moves = _moves(renvooi.delen)
        self.woorden = Woordschrijver(self.nieuw)

    @cached_property
    def stond(self) -> dict[str, Omgeving]:
        """Where each part of the old edition stood, by its address."""
        return dict(omgevingen_van(self.renvooi.oud))

    def blocks(self) -> tuple[d.Block, ...]:
        """Return the whole text of both editions."""
        return joined(block for deel in self.renvooi.delen for block in self._deel(deel))

    def _deel(self, verschil: Verschil) -> Iterator[d.Block]:
        deel = verschil.part
        if isinstance(deel, Element) and deel.niveau:
            yield from self.verschil(verschil, Hier(), 1)
            return
        here = _within(verschil, Hier())  # a folder without a heading of its own
        for kind in verschil.kinderen:
            yield from self.verschil(kind, here, 1)

    def verschil(self, verschil: Verschil, here: Hier, level: int) -> Iterator[d.Block]:
        """Yield one part with all that stands under it; `level` is that of its heading."""
        match verschil.lot:
            case "ingevoegd" | "vervallen" as lot:
                yield from self._one_sided(verschil, lot, here, level)
            case "vertrokken":
                yield self._moved(verschil, "vertrokken", self._former(verschil, here, level))
            case "aangekomen":
                from_there = replace(here, oud=self.stond.get(verschil.paar[0]))
                blocks = self._both(verschil, from_there, level)
                yield self._moved(verschil, "aangekomen", blocks)
            case _:
                yield from self._both(verschil, here, level)

    def _moved(self, verschil: Verschil, lot: Wijziging, blocks: Iterable[d.Block]) -> d.Marked:
        van, naar = verschil.paar
        if lot == "vertrokken":
            remark = f"verplaatst naar {self.citaten.citeer(naar)}"
        else:
            remark = f"verplaatst van {self.citaten_oud.citeer(van)}"
        return d.Marked(lot, joined(blocks), remark, self.moves.get((van, naar), ""))

    # --- what is in both editions

    def _both(self, verschil: Verschil, here: Hier, level: int) -> Iterator[d.Block]:
        if verschil.aanduiding:
            yield from self._gemerkt(verschil, here)
            return
        match verschil.part:
            case Element():
                yield from self._element(verschil, here, level)
            case Onderdeel():
                yield from self._onderdeel(verschil, here)
            case Alinea():
                alinea = d.Paragraph(self.woorden.runs(verschil.tekst, here))
                yield from opgemerkt(verschil.opmaak, [alinea])
            case Tabel() as tabel:
                yield from opgemerkt(opmaak_in(verschil), [self._tabel(verschil, tabel, here)])
            case _:
                yield from opgemerkt(verschil.opmaak, self._side_by_side(verschil, here))

    def _element(self, verschil: Verschil, here: Hier, level: int) -> Iterator[d.Block]:
        inner = _within(verschil, here)
        inside = onder_kop(verschil.part, level)
        kinderen = (b for kind in verschil.kinderen for b in self.verschil(kind, inner, inside))
        if inside == level:
            yield from map(closing, kinderen) if verschil.is_slot else kinderen
            return
        one, *old = headed(self.oud, inner.oud, level)
        other, *new = headed(self.nieuw, inner.nieuw, level)
        if isinstance(one, d.Heading) and isinstance(other, d.Heading) and one.kind == other.kind:
            was = one.label if one.label != other.label else None
            head = replace(other, runs=self.woorden.runs(verschil.tekst, inner), was_label=was)
            yield from opgemerkt(verschil.opmaak, [head])
        else:
            yield from _instead([one], [other])
        yield from _instead(old, new)
        yield from kinderen

    def _onderdeel(self, verschil: Verschil, here: Hier) -> Iterator[d.Block]:
        old = blank(self.oud, verschil.oud, here.oud)
        new = blank(self.nieuw, verschil.nieuw, here.nieuw)
        blocks = self._item_blocks(verschil.kinderen, _within(verschil, here))
        if blocks is None and verschil.lot == "aangekomen":
            yield from whole(self.nieuw, verschil.nieuw, here.nieuw, 1)
            return
        if blocks is None or (old.kind != new.kind and verschil.lot != "aangekomen"):
            yield from marked("vervallen", self._former(verschil, here, 1))
            yield from marked("ingevoegd", whole(self.nieuw, verschil.nieuw, here.nieuw, 1))
            return
        was, item = old.items[0], new.items[0]
        was_mark = was.mark if was.mark != item.mark else None
        remark, blocks = _vooraan(blocks)
        lijst = replace(new, items=(replace(item, blocks=blocks, was_mark=was_mark),))
        yield from opgemerkt((*verschil.opmaak, *remark), [lijst])

    def _gemerkt(self, verschil: Verschil, here: Hier) -> Iterable[d.Block]:
        """Return text that is a lid in one of the two editions, and stands bare in the other."""
        blocks = joined(
            block
            for kind in verschil.kinderen
            for block in self.verschil(kind, _within(verschil, here), 1)
        )
        remark, blocks = _vooraan(blocks)
        if verschil.aanduiding == "erbij":
            lid = blank(self.nieuw, verschil.nieuw, here.nieuw)
            item = replace(lid.items[0], blocks=blocks, was_mark="", loose="oud")
        else:
            lid = blank(self.oud, verschil.oud, here.oud, old=True)
            was = lid.items[0].mark
            item = replace(lid.items[0], blocks=blocks, mark="", was_mark=was, loose="nieuw")
        return opgemerkt((*verschil.opmaak, *remark), [replace(lid, items=(item,))])

    def _item_blocks(
        self, kinderen: tuple[Verschil, ...], here: Hier
    ) -> tuple[d.Block, ...] | None:
        """Return what stands in an item; None when it cannot be shown as one item.

        The first paragraph stands beside the mark, so it must be one paragraph in both editions;
        one that was written anew is.
        """
        old = next((kind for kind in kinderen if kind.lot not in ("ingevoegd", "aangekomen")), None)
        new = next((kind for kind in kinderen if kind.lot not in ("vervallen", "vertrokken")), None)
        begin: list[d.Block] = []
        if old is not new:
            if not (_is_alinea(old, "vervallen") and _is_alinea(new, "ingevoegd")):
                return None
            tekst = (stuk for side in (old, new) if side for stuk in side.tekst)
            begin.append(d.Paragraph(self.woorden.runs(tekst, here)))
        rest = (kind for kind in kinderen if old is new or (kind is not old and kind is not new))
        return joined((*begin, *(b for kind in rest for b in self.verschil(kind, here, 1))))

    def _tabel(self, verschil: Verschil, tabel: Tabel, here: Hier) -> d.Table:
        changes = tuple(_RIJEN.get(rij.lot, "") for rij in verschil.kinderen)
        rows = [
            tuple(self.woorden.runs(cel.tekst, here, change) for cel in rij.kinderen)
            for rij, change in zip(verschil.kinderen, changes, strict=True)
        ]
        marks = changes[1:] if any(changes) else ()
        was = verschil.was.uitlijning if isinstance(verschil.was, Tabel) else tabel.uitlijning
        other = was if was != tabel.uitlijning else None
        return d.Table(rows[0], tuple(rows[1:]), tabel.uitlijning, marks, was_alignments=other)

    def _side_by_side(self, verschil: Verschil, here: Hier) -> Iterator[d.Block]:
        """Yield figures and signature blocks: what stayed, and what others came instead of."""
        old = whole(self.oud, verschil.oud, here.oud, 1)
        new = whole(self.nieuw, verschil.nieuw, here.nieuw, 1)
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for _, begin, end, start, stop in matcher.get_opcodes():
            yield from _instead(old[begin:end], new[start:stop])

    # --- what is in one edition only

    def _one_sided(
        self, verschil: Verschil, lot: Wijziging, here: Hier, level: int
    ) -> Iterator[d.Block]:
        """Yield what is new or gone; what moved into it or out of it is shown as such."""
        if not _has_moves(verschil):
            blocks = (
                self._former(verschil, here, level)
                if lot == "vervallen"
                else whole(self.nieuw, verschil.nieuw, here.nieuw, level)
            )
            yield from blocks if lot == here.binnen else marked(lot, blocks)
            return
        inner = _within(verschil, here)
        if isinstance(verschil.part, Element):
            if lot == "vervallen":
                yield from marked(lot, map(former, headed(self.oud, inner.oud, level)))
            else:
                yield from marked(lot, headed(self.nieuw, inner.nieuw, level))
            for kind in verschil.kinderen:
                yield from self.verschil(kind, inner, onder_kop(verschil.part, level))
            return
        inner = replace(inner, binnen=lot)
        kinderen = joined(b for kind in verschil.kinderen for b in self.verschil(kind, inner, 1))
        if lot == "vervallen":
            empty = blank(self.oud, verschil.oud, here.oud, old=True)
        else:
            empty = blank(self.nieuw, verschil.nieuw, here.nieuw)
        filled = replace(empty, items=(replace(empty.items[0], blocks=kinderen),))
        yield from [filled] if lot == here.binnen else marked(lot, [filled])

    def _former(self, verschil: Verschil, here: Hier, level: int) -> list[d.Block]:
        """Return a part as it was, whole; what stood under a bare text that became a lid, too."""
        if verschil.aanduiding == "erbij":
            kinderen = verschil.kinderen
            return [block for kind in kinderen for block in self._former(kind, here, level)]
        return [former(block) for block in whole(self.oud, verschil.oud, here.oud, level)]


def opgemerkt(opmaak: Sequence[str], blocks: Iterable[d.Block]) -> Iterable[d.Block]:
    """Return blocks with a remark on what differs in them that their words do not show."""
    return (d.Marked("", tuple(blocks), f"{_OPMAAK}{'; '.join(opmaak)}"),) if opmaak else blocks


_OPMAAK = "opmaak: "


def _vooraan(blocks: tuple[d.Block, ...]) -> tuple[tuple[str, ...], tuple[d.Block, ...]]:
    """Return what is remarked on the text beside the mark of an item, and the blocks without it."""
    match blocks:
        case [d.Marked("", (d.Paragraph(),) as inner, remark), *rest]:
            return ((remark.removeprefix(_OPMAAK),), (*inner, *rest))
    return ((), blocks)


def _instead(old: Iterable[d.Block], new: Iterable[d.Block]) -> Iterable[d.Block]:
    """Return blocks of which the new ones came in the place of the old ones."""
    gone, came = list(old), list(new)
    if gone == came:
        return came
    return (*marked("vervallen", map(former, gone)), *marked("ingevoegd", came))


def _is_alinea(verschil: Verschil | None, lot: Lot) -> bool:
    return verschil is not None and verschil.lot == lot and isinstance(verschil.part, Alinea)


def _has_moves(verschil: Verschil) -> bool:
    """Tell whether something moved into or out of a part; rows stay with their table."""
    if isinstance(verschil.part, Tabel):
        return False
    return any(
        kind.lot in ("vertrokken", "aangekomen") or _has_moves(kind) for kind in verschil.kinderen
    )


def _moves(delen: Iterable[Verschil]) -> dict[tuple[str, str], str]:
    """Return a name for every move of which both the old and the new place are shown."""
    places: dict[Lot, list[tuple[str, str]]] = {"vertrokken": [], "aangekomen": []}

    def collect(verschillen: Iterable[Verschil]) -> None:
        for verschil in verschillen:
            if verschil.lot in places and not isinstance(verschil.part, Tabel):
                places[verschil.lot].append(verschil.paar)
            if verschil.lot != "vertrokken":  # what stood in it moved with it
                collect(verschil.kinderen)

    collect(delen)
    shown = [pair for pair in places["vertrokken"] if pair in set(places["aangekomen"])]
    return {pair: f"verplaatsing-{number}" for number, pair in enumerate(shown, start=1)}


def _within(verschil: Verschil, here: Hier) -> Hier:
    """Return the place of what stands in an element or onderdeel."""
    old = None if verschil.lot == "ingevoegd" else within_plek(verschil.oud, here.oud)
    new = (
        None
        if verschil.lot in ("vervallen", "vertrokken")
        else within_plek(verschil.nieuw, here.nieuw)
    )
    return Hier(old, new)
