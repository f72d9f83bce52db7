"""One of the two editions that are compared, and its parts as they are in its own papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from convenantwerk.papier import document as d
from convenantwerk.stukken.tekst import Composer, gedrukt_merk, list_kind, remarks
from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import plaatsen_in
from convenantwerk.tekst.boom import ZONDER_KOP, Element, Onderdeel, Opsomming
from convenantwerk.tekst.omgeving import Omgeving, within
from convenantwerk.tekst.verschil import Plek, Rij

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.dossier.dossier import Dossier
    from convenantwerk.tekst.adressen import Container, Part
    from convenantwerk.tekst.boom import Convenant

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kant:
    """One of the two editions: what it is called, its text, and the dossier it comes from."""

    naam: str
    dossier: Dossier
    convenant: Convenant


def aanwezig(value: T | None) -> T:
    """Return what is in this edition.

    Raises:
        ValueError: it is not; what became of a part says which edition to ask.
    """
    if value is None:
        raise ValueError("niet in deze editie")
    return value


def omgevingen_van(convenant: Convenant) -> Iterator[tuple[str, Omgeving]]:
    """Yield the address of every part with what it stands in."""
    for deel in convenant.delen:
        yield from _in(deel, deel.anker, Omgeving(deel.anker, deel))


def _in(container: Container, adres: str, context: Omgeving) -> Iterator[tuple[str, Omgeving]]:
    for place in plaatsen_in(container, adres):
        yield place.adres, context
        if isinstance(place.part, Element | Onderdeel):
            inner = within_plek(Plek(place.adres, place.part), context)
            yield from _in(place.part, place.adres, inner or context)


def within_plek(plek: Plek | None, context: Omgeving | None) -> Omgeving | None:
    """Return what the words in a part stand in."""
    part = plek.part if plek else None
    if isinstance(part, Element):
        return Omgeving(context.deel if context else part.anker, part)
    if isinstance(part, Onderdeel) and context is not None:
        return within(context, part)
    return context


def alleen(onderdeel: Onderdeel) -> Opsomming:
    """Return a list of one item."""
    return Opsomming(soort_van(onderdeel.merk), (onderdeel,))


def headed(composer: Composer, context: Omgeving | None, level: int) -> list[d.Block]:
    """Return the heading of an element, if it has one, and what is remarked about it."""
    here = aanwezig(context)
    if here.element.soort in ZONDER_KOP:
        return list(remarks(here.element))
    return [composer.heading(here, level), *remarks(here.element)]


def onder_kop(part: Part | Rij, level: int) -> int:
    """Return the level of the headings in a part that has one of this level, or has none itself."""
    return level if isinstance(part, Element) and part.soort in ZONDER_KOP else level + 1


def blank(
    composer: Composer, plek: Plek | None, context: Omgeving | None, *, old: bool = False
) -> d.ItemList:
    """Return a list of one item as it is in one edition, without what stands in it."""
    here, part = aanwezig(context), aanwezig(plek).part
    if not isinstance(part, Onderdeel):
        raise TypeError(part)
    opsomming = alleen(part)
    anchor = composer.adresboek.adres(here.element, part)
    item = d.Item(gedrukt_merk(part), (), None if old else anchor)
    return d.ItemList(list_kind(here, opsomming), (item,))


def whole(
    composer: Composer, plek: Plek | None, context: Omgeving | None, level: int
) -> list[d.Block]:
    """Return a part as it is in one edition; a row of a table is shown with its table."""
    match aanwezig(plek).part:
        case Element() as part:
            return list(composer.element(part, context.deel if context else part.anker, level))
        case Onderdeel() as part:
            return list(composer.bloks(aanwezig(context), [alleen(part)]))
        case Rij() as rij:
            raise TypeError(rij)
        case blok:
            return list(composer.bloks(aanwezig(context), [blok]))
