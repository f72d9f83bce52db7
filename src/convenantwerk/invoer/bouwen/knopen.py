"""Headings and the lines under them to titled parts in each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import Position
from convenantwerk.invoer.bouwen.kopwoorden import SLOTFORMULE
from convenantwerk.invoer.bouwen.lijsten import Lijstenbouwer
from convenantwerk.invoer.bouwen.lopend import geheel, geknipt, op_een_regel, opgeschoond, zonder
from convenantwerk.invoer.bouwen.regel import is_streep
from convenantwerk.tekst.adressen import afgeleid_anker
from convenantwerk.tekst.boom import Element, Tekst, plain
from convenantwerk.tekst.frontmatter import Kopgegevens, lees_kop

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.invoer.bouwen.kopkeus import Kopkeus
    from convenantwerk.invoer.bouwen.lopend import Inhoud
    from convenantwerk.invoer.bouwen.regel import Regel
    from convenantwerk.invoer.bouwen.verslag import Verslag
    from convenantwerk.tekst.boom import Inline

Plaatsregel = tuple[int, "Regel"]  # a line and its place among all
_UITERST = 6  # levels of headings that the source format has
_BIJLAGE = re.compile(r"bijlagen?\b", re.IGNORECASE)


@dataclass
class Knoop:
    """A heading with the lines and headings under it.

    Args:
        kop: what was chosen; None for what stands before the first heading.
        kopregels: the lines of the heading.
        regels: the lines under it, before the first heading under it.
        gegevens: what the front matter of its file says.
    """

    kop: Kopkeus | None
    kopregels: list[Plaatsregel] = field(default_factory=list)
    regels: list[Plaatsregel] = field(default_factory=list)
    kinderen: list[Knoop] = field(default_factory=list)
    gegevens: Kopgegevens | None = None

    @property
    def soort(self) -> str:
        """The kind that its number tells; "" for none."""
        return self.kop.soort if self.kop else ""

    @property
    def titel(self) -> str:
        """Its title, without its number."""
        return plain(kopinhoud_van(self)[1]) if self.kop else ""

    def alle(self) -> Iterator[Knoop]:
        """Yield it and all under it, in reading order."""
        yield self
        for kind in self.kinderen:
            yield from kind.alle()


def genest(
    regels: Sequence[Regel], koppen: Mapping[int, Kopkeus], weg: set[int]
) -> tuple[Knoop, list[Knoop]]:
    """Return what stands before the first heading, and the highest headings.

    Args:
        regels: all lines.
        koppen: the headings by the places of their lines.
        weg: the places of lines that are no text.
    """
    voor = Knoop(None)
    wortels: list[Knoop] = []
    open_: list[Knoop] = []
    titel = 0
    for at, regel in enumerate(regels):
        if at in weg:
            continue
        keus = koppen.get(at)
        if keus is None and titel and regel.is_alinea:
            open_[-1].kopregels.append((at, regel))
            titel -= 1
        elif keus is None:
            (open_[-1] if open_ else voor).regels.append((at, regel))
        else:
            titel = keus.titelregels
            knoop = Knoop(keus, [(at, regel)])
            while open_ and (
                _rang(open_[-1]) >= keus.rang or (len(open_) >= _UITERST and open_.pop())
            ):
                open_.pop()
            (open_[-1].kinderen if open_ else wortels).append(knoop)
            open_.append(knoop)
    return voor, wortels


def _rang(knoop: Knoop) -> float:
    return knoop.kop.rang if knoop.kop else -1


def kopinhoud_van(knoop: Knoop) -> tuple[str, Inhoud]:
    """Return a heading as it would be written, and of it the title.

    Emphasis that is only the look of the heading is left out: bold, and italics of the whole.
    """
    inhoud = _kopinhoud(knoop)
    tekst = plain(inhoud)
    kop = lees_kop(tekst, 1, knoop.gegevens)
    return tekst, geknipt(inhoud, kop.window[0])


def _kopinhoud(knoop: Knoop) -> Inhoud:
    delen: list[Inline] = []
    for _, regel in knoop.kopregels:
        merk = "" if regel.getypt or is_streep(regel.merk) else regel.merk
        delen += [Tekst(" ")] if delen else []
        delen += [Tekst(f"{merk} ")] if merk else []
        delen += regel.inhoud
    inhoud = op_een_regel(opgeschoond(delen))
    weg = ("vet", "cursief") if geheel(inhoud, "cursief") else ("vet",)
    return zonder(inhoud, *weg)


class Bouwer:
    """Makes elements of knopen, and keeps which lines came in which."""

    def __init__(self, verslag: Verslag) -> None:
        self._verslag = verslag
        self.regels: list[list[Regel]] = []

    def element(self, knoop: Knoop, niveau: int, boven: tuple[str, ...] = ()) -> Element:
        """Return the element of a knoop; `regels` grows by a list for it and each under it.

        Args:
            knoop: a heading and what stands under it.
            niveau: of its heading, in its file.
            boven: the numbers of what it stands in.
        """
        eigen = [regel for _, regel in (*knoop.kopregels, *knoop.regels)]
        self.regels.append(eigen)
        inhoud = _kopinhoud(knoop)
        tekst = plain(inhoud)
        kop = lees_kop(tekst, niveau, knoop.gegevens)
        nummers = (*boven, kop.nummer)
        bouwer = Lijstenbouwer(knoop.regels, nummers, self._verslag, artikel=kop.soort == "artikel")
        blokken = bouwer.blokken()
        kinderen = [self.element(kind, niveau + 1, nummers) for kind in knoop.kinderen]
        at, regel = knoop.kopregels[0]
        if kop.vooraf and not tekst[kop.vooraf - 1].isspace():
            keuze, merk = tekst[: kop.vooraf].split()[-1], tekst[kop.vooraf :].split()[0]
            waarom = "een spatie tussen de keuze en het nummer"
            self._verslag.anders(regel, f"{keuze}{merk}", f"{keuze} {merk}", waarom)
        if knoop.kop and knoop.kop.twijfel:
            self._verslag.twijfel(regel, knoop.kop.twijfel)
        element = Element(
            kop.soort,
            kop.aanduiding,
            kop.nummer,
            geknipt(inhoud, kop.window[0]),
            "",
            (*blokken, *kinderen),
            niveau,
            ontbreekt=knoop.gegevens is not None and knoop.gegevens.status == "ontbreekt",
            feiten=knoop.gegevens.feiten() if knoop.gegevens else None,
            scheiding=kop.scheiding,
            vooraf=geknipt(inhoud, 0, kop.vooraf) if kop.vooraf else (),
            position=Position("", at + 1, 1),
        )
        return replace(element, anker=afgeleid_anker(element))

    def artikelen(self, aanhef: Sequence[Plaatsregel], knopen: Sequence[Knoop]) -> Element:
        """Return artikelen that stand under nothing as one element, with what is before them."""
        self.regels.append([regel for _, regel in aanhef])
        blokken = Lijstenbouwer(aanhef, (), self._verslag, artikel=False).blokken()
        kinderen = [self.element(knoop, 1) for knoop in knopen]
        return Element("artikelen", "", "", (), "artikelen", (*blokken, *kinderen), 0)

    def met_slot(self, element: Element, slot: Sequence[Plaatsregel]) -> Element:
        """Return the element of a file with its closing lines."""
        if not slot:
            return element
        self.regels.append([regel for _, regel in slot])
        blokken = Lijstenbouwer(slot, (), self._verslag, artikel=False).blokken()
        anker = f"{element.anker}-slot"
        return replace(
            element, inhoud=(*element.inhoud, Element("slot", "", "", (), anker, blokken, 0))
        )


def neem_slot(knoop: Knoop) -> list[Plaatsregel]:
    """Take the closing lines off the last artikel of a file: "Aldus vastgesteld …" and on."""
    laatste, binnen = knoop, knoop.soort == "artikel"
    while laatste.kinderen:
        laatste = laatste.kinderen[-1]
        binnen = binnen or laatste.soort == "artikel"
    if not binnen:
        return []
    for index, (_, regel) in enumerate(laatste.regels):
        los = regel.is_alinea and not regel.merk
        if los and SLOTFORMULE.match(regel.tekst) and index:
            slot = laatste.regels[index:]
            if any(_is_lid(regel) for _, regel in slot):
                continue
            laatste.regels = laatste.regels[:index]
            return slot
    return []


def _is_lid(regel: Regel) -> bool:
    return regel.is_alinea and bool(regel.merk) and not is_streep(regel.merk)


def is_bijlage(knoop: Knoop) -> bool:
    """Tell whether a heading without a number is that of a bijlage."""
    return not knoop.soort and bool(_BIJLAGE.match(knoop.titel))
