"""Where words stand: in which deel, element and lid; a verwijzing is read from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.aanduidingen import form, merknaam, soort_van
from convenantwerk.tekst.adressen import maak_adres
from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Onderdeel,
    Opsomming,
    Tabel,
    alle_inline,
    blokken,
    elementen,
    inhouden,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.tekst.boom import Blok, Convenant, Inline

LIDVORMEN = ("1.", "1)", "(1)")


@waarde
class Omgeving:
    """What words stand in: the anker of their deel, their element, and the lid if it is in one."""

    deel: str
    element: Element
    lid: str = ""

    @property
    def adres(self) -> str:
        """The address of the lid, or of the element when there is no lid."""
        return maak_adres(self.element.anker, self.lid)


def omgevingen(convenant: Convenant) -> Iterator[tuple[Omgeving, Inline]]:
    """Yield every inline part of the text with what it stands in, in reading order."""
    for deel in convenant.delen:
        for element in elementen([deel]):
            omgeving = Omgeving(deel.anker, element)
            yield from ((omgeving, inline) for inline in _kop(element))
            yield from _in_blocks(omgeving, blokken(element))


def _kop(element: Element) -> Iterator[Inline]:
    return alle_inline((*element.vooraf, *element.opschrift))


def _in_blocks(omgeving: Omgeving, bloks: Iterable[Blok]) -> Iterator[tuple[Omgeving, Inline]]:
    for blok in bloks:
        match blok:
            case Alinea() | Tabel():
                for inhoud in inhouden(blok):
                    yield from ((omgeving, inline) for inline in alle_inline(inhoud))
            case Opsomming():
                for onderdeel in blok.onderdelen:
                    yield from _in_blocks(within(omgeving, onderdeel), onderdeel.inhoud)
            case _:
                pass


def within(omgeving: Omgeving, onderdeel: Onderdeel) -> Omgeving:
    """Return what the words in an onderdeel stand in."""
    if not omgeving.lid and is_lid(omgeving.element, onderdeel):
        return Omgeving(omgeving.deel, omgeving.element, merknaam(onderdeel.merk))
    return omgeving


def is_lid(element: Element, onderdeel: Onderdeel) -> bool:
    """Tell whether an onderdeel is a lid: "5.3", or "1." directly in an artikel."""
    soort = soort_van(onderdeel.merk)
    if soort == "nummer":  # "1°." and "1e." are what comes below an onderdeel
        return element.soort == "artikel" and form(onderdeel.merk) in LIDVORMEN
    return soort == "lid"
