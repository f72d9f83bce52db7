"""Make a letter: its template filled in, read as a text of our own, and set as a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier import document as d
from convenantwerk.papier.traversal import signature_blocks
from convenantwerk.stukken.brieven.brief import Gemeen, sjabloonbestand, waarden
from convenantwerk.stukken.tekst import Composer
from convenantwerk.tekst.adressen import opgebouwd
from convenantwerk.tekst.boom import Blok, Convenant, Element
from convenantwerk.tekst.lezen import lees_fragment
from convenantwerk.tekst.omgeving import Omgeving

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Instellingen
    from convenantwerk.papier.pers import Sjablonen
    from convenantwerk.stukken.brieven.brief import Brief

_BRIEF = Element("hoofdstuk", "", "", (), "brief", ())  # what stands above the first heading


def maak_brief(
    brief: Brief, sjablonen: Sjablonen, instellingen: Instellingen, op: date, tekst: str = ""
) -> d.Document:
    """Return a letter as a document.

    Its signature blocks come where the text says `::: ondertekenaars`, else at the end.

    Args:
        brief: its values.
        sjablonen: the templates, for Markdown.
        instellingen: of the dossier that sends it.
        op: the date it carries.
        tekst: what `vul_in` made of it already.

    Raises:
        ConvenantwerkError: CV020 and CV021, the template is missing or has a fault.
    """
    tekst = tekst or vul_in(brief, sjablonen, instellingen, op)
    bestand = sjabloonbestand(brief)
    pad = sjablonen.huisstijl.paden.get(bestand, bestand)
    parts, found = lees_fragment(tekst, pad)
    for fout in found:
        if fout.ernst == "fout":
            raise ConvenantwerkError("CV021", pad=pad, reden=fout.melding)
    tekenblokken = brief.ondertekening(instellingen.regels.beslisser)
    *blocks, last = _blocks(opgebouwd(parts), tekenblokken)
    if isinstance(last, d.Paragraph) and any("\n" in run.text for run in last.runs):
        last = replace(last, style="slot")  # the closing of a letter stays on one page
    placed = signature_blocks((*blocks, last))
    return d.Document(
        name=brief.pad,
        title=" ".join(brief.titel.split()),
        publisher=instellingen.samenwerkingsverband,
        edition=instellingen.citeertitel,
        op=op,
        concept=False,
        blocks=(*blocks, last, *(() if placed else tekenblokken)),
        hyphenate=False,
    )


def vul_in(
    brief: Brief,
    sjablonen: Sjablonen,
    instellingen: Instellingen,
    op: date,
    herhaald: date | None = None,
) -> str:
    """Return a letter as Markdown, every value in it as plain characters.

    The arguments and errors are those of `maak_brief`; `herhaald` is the day on which it is sent
    once more, when the letter says so.
    """
    gemeen = Gemeen(
        convenant=instellingen,
        regels=instellingen.regels,
        afzender=instellingen.afzender,
        orgaan=instellingen.regels.beslisser,
        op=op,
        kenmerk=brief.kenmerk,
        herhaald=herhaald,
    )
    return sjablonen.render(sjabloonbestand(brief), {**waarden(gemeen), **waarden(brief)})


def _blocks(
    parts: Sequence[Element | Blok], ondertekening: Sequence[d.SignatureBlock]
) -> Iterator[d.Block]:
    elements = tuple(part for part in parts if isinstance(part, Element))
    composer = Composer(Convenant(elements, ""), ondertekening)
    for part in parts:
        if isinstance(part, Element):
            for block in composer.element(part, part.anker, 1):
                yield replace(block, new_page=False) if isinstance(block, d.Heading) else block
        else:
            yield from composer.bloks(Omgeving(_BRIEF.anker, _BRIEF), [part])
