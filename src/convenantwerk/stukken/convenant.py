"""The convenant itself: title page, table of contents and the whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.papier import document as d
from convenantwerk.stukken.openpunten import maak_open_punten
from convenantwerk.stukken.tekst import Composer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Dossier
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
        concept: mark it as concept.
    """
    instellingen = dossier.instellingen
    text = Composer.van(dossier, convenant).blocks()
    headings = tuple(
        block for block in text if isinstance(block, d.Heading) and block.level <= _TOC_LEVELS
    )
    status = (f"Concept van {voluit(op)}",) if concept else ()
    front: tuple[d.Block, ...] = (
        d.TitlePage(
            instellingen.titel,
            instellingen.samenwerkingsverband,
            (f"Tekst van {convenant.editie}", *status),
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
    )
