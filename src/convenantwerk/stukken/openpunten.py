"""The first sheet of a concept: what still keeps the convenant from being signed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.stukken.wegwijzer import Wegwijzer, in_bestand
from convenantwerk.tekst import redactie

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.tekst.boom import Convenant

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
    places = Wegwijzer(convenant)
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
            lines = (_line(places, list(same_place)) for _, same_place in rows)
            items = tuple(d.Item("", (d.Paragraph(tuple(line)),)) for line in lines)
            blocks.append(d.ItemList("streep", items))
    return d.Notice(redactie.OPEN_PUNTEN, tuple(blocks))


def genoemde_punten(convenant: Convenant, fouten: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return fouten as a paper names them, a line for each place, in the order of the text."""
    places = Wegwijzer(convenant)
    found = sorted(fouten, key=lambda fout: places.order(fout.position))
    rows = groupby(found, key=lambda fout: places.find(fout.position) or fout.position)
    lines = (list(_line(places, list(same_place))) for _, same_place in rows)
    # Without its heading a name alone does not say what is open.
    return tuple(
        " ".join((d.text_of(line) + (": tekst ontbreekt" if len(line) == 1 else "")).split())
        for line in lines
    )


def _line(places: Wegwijzer, fouten: list[Diagnostic]) -> Iterator[d.Run]:
    """Yield one line for the fouten of one place."""
    part = places.find(fouten[0].position)
    name, link = (part.naam, part.adres) if part else (in_bestand(fouten[0].position), None)
    yield d.Run(name, link=link)
    if fouten[0].code != _ONTBREEKT:  # there the place itself says it all
        yield d.Run(": " + ", ".join(fout.onderwerp or fout.melding for fout in fouten))
