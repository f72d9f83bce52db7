"""A text tree as brokken: what a reader would give of the paper that it is printed on.

Three looks of one text: with styles and lists as Word has them; with bold headings and marks that
were typed; and as plain text, in which nothing looks like a heading.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tests.invoer.rekening import woorden_van

from convenantwerk.invoer.brok import Alineabrok, Brok, Ingelezen, Plek, Tabelbrok
from convenantwerk.tekst.boom import (
    Alinea,
    Blok,
    Element,
    Inline,
    Nadruk,
    Onderdeel,
    Opsomming,
    Registerplaats,
    Tabel,
    Tekst,
)

Gezicht = Literal["profielen", "vet", "plat"]
_STAP = 18.0  # points that each level of a list stands further in


@dataclass
class Tonen:
    """Shows elements in one look."""

    gezicht: Gezicht
    aantal: int = 0

    def ingelezen(self, delen: Iterable[Element]) -> Ingelezen:
        """Return a text as a file that was read."""
        brokken = [brok for deel in delen for brok in self._element(deel, 1)]
        return Ingelezen("proef", tuple(brokken), tuple(woorden_van(brokken)))

    def _plek(self) -> Plek:
        self.aantal += 1
        return Plek("alinea", self.aantal)

    def _element(self, element: Element, niveau: int) -> Iterator[Brok]:
        if element.niveau:
            yield self._kop(element, niveau)
            niveau += 1
        for deel in element.inhoud:
            if isinstance(deel, Element):
                yield from self._element(deel, niveau)
            else:
                yield from self._blok(deel, 0)

    def _kop(self, element: Element, niveau: int) -> Alineabrok:
        merk = f"{element.kopmerk} " if element.kopmerk else ""
        inhoud: tuple[Inline, ...] = (Tekst(merk), *element.opschrift)
        if element.vooraf:
            inhoud = (*element.vooraf, Tekst(f" {merk}"), *element.opschrift)
        brok = Alineabrok(inhoud, self._plek(), grootte=11)
        match self.gezicht:
            case "profielen":
                return replace(brok, kopniveau=niveau)
            case "vet":
                groot = 14.0 if element.soort != "artikel" else 11.0
                return replace(brok, inhoud=(Nadruk("vet", brok.inhoud),), grootte=groot)
            case "plat":
                return brok

    def _blok(self, blok: Blok, diep: int) -> Iterator[Brok]:
        match blok:
            case Alinea(inhoud):
                yield Alineabrok(inhoud, self._plek(), inspringing=self._ver(diep), grootte=11)
            case Opsomming(_, onderdelen):
                for onderdeel in onderdelen:
                    yield from self._onderdeel(onderdeel, diep)
            case Tabel(kop, rijen):
                yield Tabelbrok((kop, *rijen), self._plek(), kop=True)

    def _onderdeel(self, onderdeel: Onderdeel, diep: int) -> Iterator[Brok]:
        eerste, *rest = onderdeel.inhoud
        assert isinstance(eerste, Alinea)
        brok = Alineabrok(eerste.inhoud, self._plek(), inspringing=self._ver(diep), grootte=11)
        if self.gezicht == "profielen" or onderdeel.merk == "-":
            diepte = diep if self.gezicht == "profielen" else -1
            yield replace(brok, merk=onderdeel.merk, lijstdiepte=diepte)
        else:
            yield replace(brok, inhoud=(Tekst(f"{onderdeel.merk}\t"), *eerste.inhoud))
        for blok in rest:
            yield from self._blok(blok, diep + 1)

    def _ver(self, diep: int) -> float:
        return diep * _STAP


def zonder_plaatsen(element: Element) -> Element:
    """Return an element as paper carries it: without places for registers, facts and ankers.

    Closing lines of which nothing is left are gone, too.
    """
    inhoud = tuple(
        zonder_plaatsen(deel) if isinstance(deel, Element) else deel
        for deel in element.inhoud
        if not isinstance(deel, Registerplaats)
    )
    leeg = Element("slot", "", "", (), "", (), 0)
    gevuld = tuple(deel for deel in inhoud if deel != leeg)
    return replace(element, inhoud=gevuld, feiten=None, anker="", eigen_anker=False)
