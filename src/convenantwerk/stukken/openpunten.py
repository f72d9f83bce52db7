"""The first sheet of a concept: what still keeps the convenant from being signed."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.papier import document as d
from convenantwerk.tekst import redactie
from convenantwerk.tekst.boom import Opsomming, blokken, elementen, titel
from convenantwerk.tekst.citeren import citeer_lid
from convenantwerk.tekst.omgeving import Omgeving, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.tekst.boom import Convenant, Element

_ONTBREEKT = "CV111"
# The groups in which a reader looks for them; a code that is not here comes under the last.
_GROEPEN = {
    "CV110": redactie.OPEN_INVULVELDEN,
    "CV102": redactie.ZONDER_DOEL,
    _ONTBREEKT: redactie.ONTBREKEND,
}


def maak_open_punten(convenant: Convenant, diagnostics: Iterable[Diagnostic]) -> d.Notice:
    """Return the sheet with every fout, in groups, each with a link to its place in the text."""
    fouten = [found for found in diagnostics if found.ernst == "fout"]
    if not fouten:
        text = f"{redactie.CONCEPT} Er staan geen punten open die ondertekening in de weg staan."
        return d.Notice(redactie.CONCEPTBLAD, (d.Paragraph((d.Run(text),)),))
    places = _Wegwijzer(convenant)
    groups: dict[str, list[Diagnostic]] = {
        naam: [] for naam in (*_GROEPEN.values(), redactie.OVERIG)
    }
    for found in sorted(fouten, key=lambda fout: places.order(fout.position)):
        groups[_GROEPEN.get(found.code, redactie.OVERIG)].append(found)
    aantal = "Er staat één punt" if len(fouten) == 1 else f"Er staan {len(fouten)} punten"
    intro = f"{redactie.CONCEPT} {aantal} open; zolang dat zo is, kan het niet worden ondertekend."
    blocks: list[d.Block] = [d.Paragraph((d.Run(intro),))]
    for naam, members in groups.items():
        if members:
            blocks.append(d.Paragraph((d.Run(f"{naam} ({len(members)})", bold=True),)))
            rows = groupby(members, key=lambda fout: places.find(fout.position) or fout.position)
            lines = (places.line(list(same_place)) for _, same_place in rows)
            items = tuple(d.Item("", (d.Paragraph(tuple(line)),)) for line in lines)
            blocks.append(d.ItemList("streep", items))
    return d.Notice(redactie.OPEN_PUNTEN, tuple(blocks))


def genoemde_punten(convenant: Convenant, fouten: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return fouten as a paper names them, a line for each place, in the order of the text."""
    places = _Wegwijzer(convenant)
    found = sorted(fouten, key=lambda fout: places.order(fout.position))
    rows = groupby(found, key=lambda fout: places.find(fout.position) or fout.position)
    lines = (list(places.line(list(same_place))) for _, same_place in rows)
    # Without its heading a name alone does not say what is open.
    return tuple(
        " ".join((d.text_of(line) + (": tekst ontbreekt" if len(line) == 1 else "")).split())
        for line in lines
    )


class _Wegwijzer:
    """Finds the part of the text that a position in a source file lies in."""

    def __init__(self, convenant: Convenant) -> None:
        self.starts: dict[str, list[tuple[int, int, str, str]]] = {}
        for number, (position, anchor, name) in enumerate(_parts(convenant)):
            starts = self.starts.setdefault(position.path, [])
            starts.append((position.line, number, anchor, name))

    def find(self, position: Position) -> tuple[int, str, str] | None:
        """Return number, anchor and name of the part that begins last at or before a position."""
        before = [
            start for start in self.starts.get(position.path, []) if start[0] <= position.line
        ]
        return max(before)[1:] if before else None

    def order(self, position: Position) -> tuple[float, Position]:
        """Return what to sort by to get the order of the text; places outside it come last."""
        part = self.find(position)
        return (part[0] if part else float("inf")), position

    def line(self, fouten: list[Diagnostic]) -> Iterator[d.Run]:
        """Yield one line for the fouten of one place."""
        part = self.find(fouten[0].position)
        name, link = (part[2], part[1]) if part else (_in_file(fouten[0].position), None)
        yield d.Run(name, link=link)
        if fouten[0].code != _ONTBREEKT:  # there the place itself says it all
            yield d.Run(": " + ", ".join(fout.onderwerp or fout.melding for fout in fouten))


def _in_file(position: Position) -> str:
    """Return a place outside the text; without its folder, which differs from user to user."""
    return f"{PurePosixPath(position.path).name}, regel {position.line}"


def _parts(convenant: Convenant) -> Iterator[tuple[Position, str, str]]:
    """Yield the position, anchor and citation of every element and lid."""
    for deel in convenant.delen:
        for element in elementen([deel]):
            if element.soort in ("voorwerk", "slot"):
                continue
            yield element.position, element.anker, _cite(element)
            yield from _leden(Omgeving(deel.anker, element))


def _leden(context: Omgeving) -> Iterator[tuple[Position, str, str]]:
    for blok in blokken(context.element):
        if isinstance(blok, Opsomming):
            for onderdeel in blok.onderdelen:
                inner = within(context, onderdeel)
                if inner.lid:
                    name = citeer_lid(context.element, _cite(context.element), inner.lid)
                    yield onderdeel.position, inner.adres, eerste_groot(name)


def _cite(element: Element) -> str:
    """Return how an element is cited: "Artikel 5", "Hoofdstuk 3", else by its title."""
    if element.soort == "artikelen":
        return "Aanhef"
    if not element.nummer or element.ontbreekt:
        return titel(element)
    if element.aanduiding == element.nummer:
        return f"{element.soort.capitalize()} {element.nummer}"
    return element.aanduiding
