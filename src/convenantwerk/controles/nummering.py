"""The controle of numbers: order, gaps and doubles. Numbers are judged, never changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.tekst.boom import (
    Element,
    Opsomming,
    Voetnoot,
    blokken,
    elementen,
    inline_van,
    is_besluit,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.tekst.boom import Blok

_NUMMER = re.compile(r"(?P<boven>(?:\d+[a-z]*\.)*)(?P<getal>\d+)(?P<letter>[a-z]*)")
_CIJFERS = 18
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LATIJN = {"bis": "a", "ter": "b", "quater": "c", "quinquies": "d"}
_WAT = {"lid": "lid", "letter": "onderdeel", "nummer": "onderdeel"}
_DOORGENUMMERD = ("hoofdstuk", "artikel", "bijlage")
_BOVEN = {"paragraaf": "hoofdstuk", "lid": "artikel"}


class Genummerd(NamedTuple):
    """A number in a row of its kind, and where it stands."""

    wat: str
    nummer: str
    position: Position


def check_nummering(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Parts, leden, onderdelen and notes stand in order, without doubles; gaps are pointed out.

    An addendum may hold just some leden of just some artikelen of a national model (the addendum
    of 2018 holds 5.3 and 5.8), so within an addendum a gap is no finding.
    """
    convenant = onderzoek.convenant
    aangehecht = {
        element.position
        for addendum in onderzoek.addenda
        for element in elementen(
            part
            for parts in addendum.teksten.values()
            for part in parts
            if isinstance(part, Element)
        )
    }
    yield from _check_row(_elements(convenant.delen), aangehecht)
    for deel in convenant.delen:
        # These are numbered through a whole deel, paragrafen through their hoofdstuk.
        for soort in _DOORGENUMMERD:
            row = [element for element in elementen([deel]) if element.soort == soort]
            yield from _check_row(_elements(row), aangehecht)
    for element in elementen(convenant.delen):
        if is_besluit(element):
            continue  # what it quotes has the numbers of elsewhere
        kinderen = [part for part in element.inhoud if isinstance(part, Element)]
        row = [kind for kind in kinderen if kind.soort == "paragraaf"]
        yield from _check_row(_elements(row), aangehecht)
        yield from _check_parents(element)
        yield from _check_lists(blokken(element), gaps_allowed=element.position in aangehecht)
    quoted = {id(i) for i in inline_van(e for e in elementen(convenant.delen) if is_besluit(e))}
    notes = [
        inline
        for inline in inline_van(convenant.delen)
        if isinstance(inline, Voetnoot) and id(inline) not in quoted
    ]
    numbered = [Genummerd("noot", note.merk, note.position) for note in notes]
    yield from _check_row([item for item in numbered if item.nummer.isdigit()], ())


def _elements(elements: Iterable[Element]) -> list[Genummerd]:
    return [
        Genummerd(element.soort, element.nummer, element.position)
        for element in elements
        if _NUMMER.fullmatch(element.nummer)
    ]


def _check_parents(element: Element) -> Iterator[Diagnostic]:
    """A number of two parts begins with the number of what it stands in: 5.3 in artikel 5."""
    parts = [Genummerd("lid", *item) for item in _leden(element)] + [
        Genummerd(kind.soort, kind.nummer, kind.position)
        for kind in element.inhoud
        if isinstance(kind, Element) and kind.soort == "paragraaf"
    ]
    for part in parts:
        fits = part.nummer.rpartition(".")[0] in ("", element.nummer)
        if element.soort == _BOVEN[part.wat] and element.nummer and not fits:
            ouder = f"{element.soort} {element.nummer}"
            yield CODES["CV107"].at(part.position, wat=part.wat, nummer=part.nummer, ouder=ouder)


def _leden(element: Element) -> Iterator[tuple[str, Position]]:
    for blok in blokken(element):
        if isinstance(blok, Opsomming) and blok.soort == "lid":
            yield from (
                (onderdeel.merk.rstrip("."), onderdeel.position) for onderdeel in blok.onderdelen
            )


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
            Genummerd(_WAT[blok.soort], item.merk.rstrip(".)°"), item.position)
            for item in blok.onderdelen
        ]
        if items[0].nummer == "i" and len(items) > 1:  # i, ii, iii: Roman, not the ninth letter
            continue
        form = "lid" if blok.soort == "lid" else blok.soort + blok.onderdelen[0].merk[-1]
        if blok.soort != "lid" and _is_first(items[0].nummer):
            yield from _check_list(rows.pop(form, []), gaps_allowed=gaps_allowed)
        rows.setdefault(form, []).extend(items)
    for row in rows.values():
        yield from _check_list(row, gaps_allowed=gaps_allowed)


def _check_list(row: list[Genummerd], *, gaps_allowed: bool) -> Iterator[Diagnostic]:
    yield from _check_row(row, {item.position for item in row} if gaps_allowed else ())
    if row and not gaps_allowed and not _is_first(row[0].nummer):
        velden = {"wat": row[0].wat, "nummer": row[0].nummer, "vorige": "het begin"}
        yield CODES["CV104"].at(row[0].position, **velden)


def _is_first(nummer: str) -> bool:
    return nummer.rpartition(".")[2] in ("1", "a")


def _check_row(row: list[Genummerd], gaps_allowed: Container[Position]) -> Iterator[Diagnostic]:
    """Check one row of numbers; before the places in `gaps_allowed` a gap is no finding."""
    seen: dict[str, Position] = {}
    previous: Genummerd | None = None
    for item in row:
        velden = {"wat": item.wat, "nummer": item.nummer}
        if item.nummer in seen:
            yield CODES["CV103"].at(item.position, **velden, eerder=seen[item.nummer])
        elif previous is not None and _breekt(item.nummer, previous.nummer):
            yield CODES["CV101"].at(item.position, **velden, vorige=previous.nummer)
        elif (
            previous is not None
            and not _follows(item.nummer, previous.nummer)
            and item.position not in gaps_allowed
        ):
            yield CODES["CV104"].at(item.position, **velden, vorige=f"'{previous.nummer}'")
        seen.setdefault(item.nummer, item.position)
        previous = item


def _key(nummer: str) -> tuple[tuple[int, ...], str, int, str]:
    """Return what to sort a number by: 8 < 8a < 8b < 9, 5 < 5bis < 5ter."""
    match = _NUMMER.fullmatch(nummer)
    if match is None:
        return (), "", len(nummer), nummer
    boven = tuple(n for part in match["boven"].split(".") if part for n in _boven(part))
    letter = _LATIJN.get(match["letter"], match["letter"])
    return (*boven, _getal(match["getal"])), "", len(letter), letter


def _breekt(nummer: str, previous: str) -> bool:
    """Tell whether a number may not come after another: 26b not after 26ca, but 26d.

    After z comes aa, and ca is what was put in between c and d.
    """
    here, before = _key(nummer), _key(previous)
    if here[0] != before[0]:
        return here < before
    opnieuw = here[2] > before[2] and here[3][:1] == "a"
    return not opnieuw and here[3] < before[3]


def _boven(part: str) -> tuple[int, ...]:
    """Return what to sort one of the numbers above by: 8 < 8a < 9."""
    cijfers = part.rstrip(_LETTERS)
    letters = part.removeprefix(cijfers)
    return (_getal(cijfers), len(letters), *map(ord, letters))


def _getal(cijfers: str) -> int:
    """Return a number; all that are longer than any number of an artikel come last, alike."""
    return int(cijfers) if len(cijfers) <= _CIJFERS else 10**_CIJFERS


def _follows(nummer: str, previous: str) -> bool:
    here, before = _key(nummer), _key(previous)
    if here[0] == before[0]:
        return _volgt(here[3], before[3])
    same_parent = here[0][:-1] == before[0][:-1]
    return not same_parent or (here[0][-1] == before[0][-1] + 1 and here[3] in ("", "a"))


def _volgt(letter: str, previous: str) -> bool:
    """Tell whether letters follow each other: c, d; z, aa; c, ca, cb, d."""
    hoger = (_next_letter(previous[:-1]),) if len(previous) > 1 else ()
    return letter in (_next_letter(previous), *hoger, previous and f"{previous}a")


def _next_letter(letter: str) -> str:
    """Return the letter after this one: "" a b … z aa ab (Aanwijzingen voor de regelgeving)."""
    if letter == "":
        return "a"
    head, last = letter[:-1], _LETTERS.find(letter[-1])
    if last < 0:  # no letter that others follow
        return ""
    if last + 1 < len(_LETTERS):
        return head + _LETTERS[last + 1]
    return _next_letter(head) + "a"


CONTROLES = (Controle(check_nummering, "tekst"),)
