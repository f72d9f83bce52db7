"""The convenant itself: title page, table of contents and the whole text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.stukken.openpunten import maak_open_punten
from convenantwerk.stukken.tekst import Composer
from convenantwerk.stukken.versievermelding import conceptvermelding, hoofdletter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Dossier
    from convenantwerk.stukken.versievermelding import Versievermelding
    from convenantwerk.tekst.boom import Convenant

NAAM = "convenant"
_TOC_LEVELS = 3


def maak_convenant(
    dossier: Dossier,
    convenant: Convenant,
    diagnostics: Iterable[Diagnostic],
    op: date,
    *,
    concept: bool,
) -> d.Document:
    """Return the convenant as a document.

    Args:
        dossier: for titles and registers.
        convenant: the text in force on `op`.
        diagnostics: the findings; a concept lists every fout on its first sheet.
        op: the date for which it is built.
        concept: mark it as concept; that is no version and has no seal.
    """
    instellingen = dossier.instellingen
    text = Composer.van(dossier, convenant).blocks()
    headings = tuple(
        block for block in text if isinstance(block, d.Heading) and block.level <= _TOC_LEVELS
    )
    status = conceptvermelding(op).voet if concept else ""
    front: tuple[d.Block, ...] = (
        d.TitlePage(
            instellingen.titel,
            instellingen.samenwerkingsverband,
            (f"Tekst van {convenant.editie}", *((status,) if concept else ())),
        ),
        d.TableOfContents("Inhoud", headings),
    )
    notice = (maak_open_punten(convenant, diagnostics),) if concept else ()
    return d.Document(
        name=NAAM,
        title=f"{instellingen.titel} {instellingen.samenwerkingsverband}",
        publisher=instellingen.samenwerkingsverband,
        edition=f"tekst van {convenant.editie}",
        op=op,
        concept=concept,
        blocks=(*notice, *front, *text),
        voet=status,
    )


def met_vermelding(document: d.Document, vermelding: Versievermelding) -> d.Document:
    """Return the convenant with the version that it is, on its cover and at the foot of pages."""
    regels = (hoofdletter(vermelding.zin), *filter(None, (vermelding.aanvaard,)))
    blocks: list[d.Block] = []
    for block in document.blocks:
        if isinstance(block, d.TitlePage):
            blocks.append(replace(block, lines=(*block.lines, *regels)))
            blocks.extend(_aanvaarde_punten(vermelding.punten))
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks), voet=vermelding.voet)


def _aanvaarde_punten(punten: tuple[str, ...]) -> tuple[d.Block, ...]:
    """Return the sheet with accepted points, when they are too many for the cover."""
    items = tuple(d.Item("", (d.Paragraph((d.Run(punt),)),)) for punt in punten)
    return (d.Notice("Aanvaarde open punten", (d.ItemList("streep", items),)),) if items else ()
