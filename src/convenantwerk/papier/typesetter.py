"""The typesetter: WeasyPrint with the fonts and the style sheet of one house style, read once.

Importing this takes over a second, and needs the libraries of the system that WeasyPrint uses;
only the press does, when the first page is set.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier.fetching import BASE_URL, Complaints, Fetcher, error_for
from convenantwerk.papier.oorzaak import afgebroken
from convenantwerk.papier.sjablonen import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pydyf
    import weasyprint

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.huisstijl import Huisstijl

    Finisher = Callable[[weasyprint.Document, pydyf.PDF], None]

STYLE_SHEET = "print.css"
VARIANT = "pdf/ua-1"


class Typesetter:
    """Sets pages and writes them as PDF, and raises what WeasyPrint would only have logged."""

    def __init__(self, huisstijl: Huisstijl) -> None:
        self._huisstijl = huisstijl
        self._fetcher = Fetcher(huisstijl)
        self._type: tuple[FontConfiguration, CSS] | None = None

    def typeset(self, page: str, document: Document) -> weasyprint.Document:
        """Return an HTML page as laid out pages; `document` is what it shows.

        Raises:
            ConvenantwerkError: CV020 when the house style misses something or reaches outside,
                CV011 when a picture cannot be read, CV037 when it takes too much, CV039 when it
                breaks off.
        """
        with self._guard(document):
            if self._type is None:
                self._type = self._fonts_and_sheet()
            fonts, sheet = self._type
            html = HTML(string=page, base_url=BASE_URL, url_fetcher=self._fetcher)
            return html.render(font_config=fonts, stylesheets=[sheet], pdf_variant=VARIANT)

    def write(
        self, rendering: weasyprint.Document, document: Document, finisher: Finisher
    ) -> bytes:
        """Return laid out pages as a PDF with the attachments of the document.

        Args:
            rendering: what `typeset` returned.
            document: what it shows.
            finisher: changes the file before it is written.

        Raises:
            ConvenantwerkError: as `typeset`.
        """
        with self._guard(document):
            data: bytes = rendering.write_pdf(
                pdf_variant=VARIANT, finisher=finisher, attachments=_attached(document) or None
            )
        return data

    def _fonts_and_sheet(self) -> tuple[FontConfiguration, CSS]:
        fonts = FontConfiguration()
        sheet = CSS(
            string=decoded(self._huisstijl, STYLE_SHEET),
            base_url=BASE_URL,
            url_fetcher=self._fetcher,
            font_config=fonts,
        )
        return fonts, sheet

    @contextmanager
    def _guard(self, document: Document) -> Iterator[None]:
        """Let WeasyPrint work on a document, and raise what was refused, is missing or broke."""
        logger = logging.getLogger("weasyprint")
        complaints, propagate = Complaints(), logger.propagate
        self._fetcher.refusals.clear()
        self._fetcher.bezig()
        logger.addHandler(complaints)
        logger.propagate = False
        try:
            yield
        except FatalURLFetchingError as error:
            refusal = self._fetcher.refusals[0]
            raise error_for(self._huisstijl, refusal, document.blocks) from error
        except (ConvenantwerkError, OSError):
            raise
        except Exception as error:
            # Whatever a style sheet or a picture asks that nobody thought of.
            namen = self._fetcher.gevraagd
            raise afgebroken(self._huisstijl, error, namen, document.name) from error
        finally:
            logger.removeHandler(complaints)
            logger.propagate = propagate
        for refusal in (*self._fetcher.refusals, *complaints.refusals):
            raise error_for(self._huisstijl, refusal, document.blocks)


def _attached(document: Document) -> list[Attachment]:
    """Return the attachments as WeasyPrint takes them; the day of the document is theirs."""
    moment = datetime.combine(document.op, time(), UTC)
    return [
        Attachment(
            string=attachment.data,
            name=attachment.name,
            description=attachment.description,
            relationship="Source",
            created=moment,
            modified=moment,
        )
        for attachment in document.attachments
    ]
