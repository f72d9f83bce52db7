"""A letter or besluit whose text comes from a template, as a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.stukken.tekst import Composer
from convenantwerk.tekst.adressen import opgebouwd
from convenantwerk.tekst.boom import Blok, Convenant, Element
from convenantwerk.tekst.omgeving import Omgeving

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.tekst.adressen import Part

_BRIEF = Element("hoofdstuk", "", "", (), "brief", ())  # what stands above the first heading


def maak_brief(  # noqa: PLR0913, PLR0917  # what a letter is made of
    naam: str,
    titel: str,
    parts: Sequence[Part],
    registers: Registers,
    op: date,
    ondertekening: Sequence[d.SignatureBlock] = (),
) -> d.Document:
    """Return a letter as a document.

    Args:
        naam: its path under the build folder, without suffix.
        titel: what it is called.
        parts: its text.
        registers: of the dossier that sends it.
        op: the date it carries.
        ondertekening: the signature blocks. They come where the text says `::: ondertekenaars`,
            else at the end.
    """
    instellingen = registers.instellingen
    *blocks, last = _blocks(opgebouwd(parts), ondertekening)
    if isinstance(last, d.Paragraph) and any("\n" in run.text for run in last.runs):
        last = replace(last, style="slot")  # the closing of a letter stays on one page
    placed = d.signature_blocks((*blocks, last))
    signing = () if placed else ondertekening
    return d.Document(
        name=naam,
        title=" ".join(titel.split()),
        publisher=instellingen.samenwerkingsverband,
        edition=instellingen.citeertitel,
        op=op,
        concept=False,
        blocks=(*blocks, last, *signing),
        hyphenate=False,
    )


def _blocks(
    parts: Sequence[Element | Blok],
    ondertekening: Sequence[d.SignatureBlock],
) -> Iterator[d.Block]:
    elements = tuple(part for part in parts if isinstance(part, Element))
    composer = Composer(Convenant(elements, ""), ondertekening)
    for part in parts:
        if isinstance(part, Element):
            for block in composer.element(part, part.anker, 1):
                yield replace(block, new_page=False) if isinstance(block, d.Heading) else block
        else:
            yield from composer.bloks(Omgeving(_BRIEF.anker, _BRIEF), [part])
