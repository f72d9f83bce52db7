"""The controle of numbers: order, gaps and doubles. Numbers are judged, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.tekst.aanduidingen import form, getal
from convenantwerk.tekst.boom import (
    Element,
    Opsomming,
    Voetnoot,
    blokken,
    elementen,
    inline_van,
    is_besluit,
)
from convenantwerk.tekst.nummers import is_romeins, komt_na, ontleed, volgt

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.tekst.boom import Blok
    from convenantwerk.tekst.nummers import Nummer

_WAT = {"lid": "lid", "letter": "onderdeel", "nummer": "onderdeel"}
_DOORGENUMMERD = ("hoofdstuk", "artikel", "bijlage")
_PER_OUDER = ("titel", "afdeling", "paragraaf")
_BOVEN = {"paragraaf": "hoofdstuk", "lid": "artikel"}


class Genummerd(NamedTuple):
    """A number in a row of its kind, and where it stands."""

    wat: str
    nummer: str
    position: Position


def check_nummering(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Parts, leden, onderdelen and notes stand in order, without doubles; gaps are pointed out.

    An addendum may hold just some leden of just some artikelen of a national model (the addendum
    of 2018 holds 5.3 and 5.8), so within an addendum a gap is no finding. Nor is it that an
    addendum which is bound as it is counts its own artikelen from 1, as the deel does, as long as
    they go by ankers of their own.
    """
    convenant = onderzoek.convenant
    los = [
        part
        for addendum in onderzoek.addenda
        for parts in addendum.teksten.values()
        for part in parts
        if isinstance(part, Element)
    ]
    aangehecht = {element.position for element in elementen(los)}
    stukken = {part.position for part in los}
    yield from _check_row(_elements(convenant.delen), aangehecht)
    binnen = {kind.position for kind in _in_een_hoofdstuk(elementen(convenant.delen))}
    for deel in convenant.delen:
        # These are numbered through a whole deel or boek, the others through what they stand in.
        boeken = [element for element in elementen([deel]) if element.soort == "boek"]
        yield from _check_row(_elements(boeken), aangehecht)
        for geheel in boeken or [deel]:
            for soort in _DOORGENUMMERD:
                for tekst in _teksten(geheel, stukken):
                    row = [e for e in tekst if e.soort == soort and e.position not in binnen]
                    yield from _check_row(_elements(row), aangehecht)
    verteld: set[Position] = set()
    for element in elementen(convenant.delen):
        if is_besluit(element):
            continue  # what it quotes has the numbers of elsewhere
        kinderen = [part for part in element.inhoud if isinstance(part, Element)]
        for soort in _PER_OUDER:
            row = [kind for kind in kinderen if kind.soort == soort]
            yield from _check_row(_elements(row), aangehecht)
        yield from _check_row(_elements(_in_een_hoofdstuk([element])), aangehecht)
        yield from _check_parents(element)
        if element.position not in verteld:
            bijeen = list(_telt_door(element))
            verteld.update(een.position for een in bijeen)
            lijsten = [blok for een in bijeen for blok in blokken(een)]
            yield from _check_lists(lijsten, gaps_allowed=element.position in aangehecht)
    quoted = {id(i) for i in inline_van(e for e in elementen(convenant.delen) if is_besluit(e))}
    notes = [
        inline
        for inline in inline_van(convenant.delen)
        if isinstance(inline, Voetnoot) and id(inline) not in quoted
    ]
    numbered = [Genummerd("noot", note.merk, note.position) for note in notes]
    yield from _check_row([item for item in numbered if item.nummer.isdigit()], ())


def _teksten(geheel: Element, stukken: Container[Position]) -> Iterator[list[Element]]:
    """Yield the parts that count on together: those of the whole, and those in each addendum."""
    van_het_geheel: list[Element] = []
    stapel = [geheel]
    while stapel:
        element = stapel.pop()
        if element.position in stukken and _telt_zelf(element):
            yield list(elementen([element]))
            continue
        van_het_geheel.append(element)
        stapel += [kind for kind in reversed(element.inhoud) if isinstance(kind, Element)]
    yield van_het_geheel


def _in_een_hoofdstuk(elements: Iterable[Element]) -> Iterator[Element]:
    """Yield the hoofdstukken that stand in another: each of those may begin with 1 again."""
    for element in elements:
        if element.soort == "hoofdstuk":
            for kind in element.inhoud:
                if isinstance(kind, Element) and kind.soort == "hoofdstuk":
                    yield kind


def _telt_door(element: Element) -> Iterator[Element]:
    """Yield a part, and of an artikel its headings without a number: its leden go on over them."""
    yield element
    if element.soort == "artikel":
        kinderen = (part for part in element.inhoud if isinstance(part, Element))
        yield from (kind for kind in kinderen if not kind.nummer)


def _telt_zelf(element: Element) -> bool:
    """Tell whether all that is numbered in it goes by an anker that was written there."""
    genummerd = [een for een in elementen([element]) if een.soort in _DOORGENUMMERD and een.nummer]
    return bool(genummerd) and all(een.eigen_anker for een in genummerd)


def _elements(elements: Iterable[Element]) -> list[Genummerd]:
    return [
        Genummerd(element.soort, element.nummer, element.position)
        for element in elements
        if element.nummer
    ]


def _check_parents(element: Element) -> Iterator[Diagnostic]:
    """A number of two parts begins with the number of what it stands in: 5.3 in artikel 5."""
    leden = list(_leden(element))
    # "4.1" behind "4." is an item of it, of a list that was not indented.
    punten = {getal(merk) for merk in _merken(element)} | {nummer for nummer, _ in leden}
    parts = [Genummerd("lid", *item) for item in leden] + [
        Genummerd(kind.soort, kind.nummer, kind.position)
        for kind in element.inhoud
        if isinstance(kind, Element) and kind.soort == "paragraaf"
    ]
    for part in parts:
        boven = part.nummer.rpartition(".")[0]
        fits = boven in ("", element.nummer) or (part.wat == "lid" and boven in punten)
        if element.soort == _BOVEN[part.wat] and element.nummer and not fits:
            ouder = f"{element.soort} {element.nummer}"
            yield CODES["CV107"].at(part.position, wat=part.wat, nummer=part.nummer, ouder=ouder)


def _leden(element: Element) -> Iterator[tuple[str, Position]]:
    for blok in blokken(element):
        if isinstance(blok, Opsomming) and blok.soort == "lid":
            yield from (
                (onderdeel.merk.rstrip("."), onderdeel.position) for onderdeel in blok.onderdelen
            )


def _merken(element: Element) -> Iterator[str]:
    for blok in blokken(element):
        if isinstance(blok, Opsomming) and blok.soort == "nummer":
            yield from (onderdeel.merk for onderdeel in blok.onderdelen)


def _check_lists(bloks: Iterable[Blok], *, gaps_allowed: bool) -> Iterator[Diagnostic]:
    """Check lists that stand beside each other; a later list may go on or begin anew."""
    rows: dict[str, list[Genummerd]] = {}
    for blok in bloks:
        if not isinstance(blok, Opsomming):
            continue
        for onderdeel in blok.onderdelen:
            yield from _check_lists(onderdeel.inhoud, gaps_allowed=gaps_allowed)
        if blok.soort not in _WAT:
            continue
        items = [
            Genummerd(_WAT[blok.soort], getal(item.merk), item.position) for item in blok.onderdelen
        ]
        vorm = "lid" if blok.soort == "lid" else form(blok.onderdelen[0].merk)
        if blok.soort != "lid" and _begins(items):
            yield from _check_list(rows.pop(vorm, []), gaps_allowed=gaps_allowed)
        rows.setdefault(vorm, []).extend(items)
    for row in rows.values():
        yield from _check_list(row, gaps_allowed=gaps_allowed)


def _check_list(row: list[Genummerd], *, gaps_allowed: bool) -> Iterator[Diagnostic]:
    yield from _check_row(row, {item.position for item in row} if gaps_allowed else ())
    if row and not gaps_allowed and not (_is_first(row[0].nummer) or _begins(row)):
        velden = {"wat": row[0].wat, "nummer": row[0].nummer, "vorige": "het begin"}
        yield CODES["CV104"].at(row[0].position, **velden)


def _begins(row: list[Genummerd]) -> bool:
    """Tell whether a row is a list from its begin on; "i" is the ninth letter, or the first."""
    first = row[0].nummer
    return (first in ("i", "I") and is_romeins(item.nummer for item in row)) or _is_first(first)


def _is_first(nummer: str) -> bool:
    return nummer.rpartition(".")[2] in ("1", "a", "A")


def _check_row(row: list[Genummerd], gaps_allowed: Container[Position]) -> Iterator[Diagnostic]:
    """Check one row of numbers; before the places in `gaps_allowed` a gap is no finding.

    Numbers in figures and those in letters or Roman numerals are rows of their own.
    """
    figures = [item for item in row if item.nummer[0].isdigit()]
    others = [item for item in row if not item.nummer[0].isdigit()]
    for items in (figures, others):
        yield from _check_numbers(items, gaps_allowed)


def _check_numbers(row: list[Genummerd], gaps_allowed: Container[Position]) -> Iterator[Diagnostic]:
    romeins = is_romeins(item.nummer for item in row)
    seen: dict[str, Position] = {}
    vorige: tuple[Genummerd, Nummer] | None = None
    for item in row:
        velden = {"wat": item.wat, "nummer": item.nummer}
        here = ontleed(item.nummer, romeins=romeins)
        if item.nummer in seen:
            yield CODES["CV103"].at(item.position, **velden, eerder=seen[item.nummer])
        elif vorige is not None and here is not None:
            before, other = vorige
            if not komt_na(here, other):
                yield CODES["CV101"].at(item.position, **velden, vorige=before.nummer)
            elif not volgt(here, other) and item.position not in gaps_allowed:
                yield CODES["CV104"].at(item.position, **velden, vorige=f"'{before.nummer}'")
        seen.setdefault(item.nummer, item.position)
        vorige = (item, here) if here is not None else vorige


CONTROLES = (Controle(check_nummering, "tekst"),)
