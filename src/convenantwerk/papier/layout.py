"""The press: lays out documents in the house style, and keeps what they share between them."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier.document import TitlePage
from convenantwerk.papier.pieces import pieces
from convenantwerk.papier.sjablonen import Pages, decoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convenantwerk.papier.document import Block, Document
    from convenantwerk.papier.fetching import Fetcher
    from convenantwerk.papier.huisstijl import Huisstijl

PAGE_TEMPLATE = "print.html"
STYLE_SHEET = "print.css"
VARIANT = "pdf/ua-1"


@dataclass(frozen=True, slots=True)
class Layout:
    """A document as laid out pages.

    Attributes:
        pages: the page, counted from 1, on which each anchor stands.
        count: the number of pages.
        rendering: the pages themselves, a `weasyprint.Document`.
        document: what was laid out.
    """

    pages: Mapping[str, int]
    count: int
    rendering: Any = field(repr=False, compare=False)
    document: Document = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class _Type:
    """What WeasyPrint needs beside a page: fetcher, fonts and the parsed style sheet."""

    fetcher: Fetcher
    fonts: Any
    sheet: Any


class Press:
    """What the exporting of several documents shares: templates, parsed style sheets, fonts.

    The last layout is kept too, so that the formats of one document lay it out once. Older ones
    are let go: a run makes dozens of letters, and a layout is many times its document.
    """

    def __init__(self, huisstijl: Huisstijl) -> None:
        self.huisstijl = huisstijl
        self._pages = Pages(huisstijl)
        self._type: _Type | None = None
        self._last: tuple[Document, Layout] | None = None

    def render(self, name: str, **values: object) -> str:
        """Return the text of a Jinja template of the house style.

        Raises:
            ConvenantwerkError: CV020 when a template is missing, CV021 when one has a fault.
        """
        return self._pages.render(name, values)

    def layout(self, document: Document) -> Layout:
        """Return the pages of a document.

        Raises:
            ConvenantwerkError: CV020 when the house style misses something or reaches outside,
                CV021 when a template has a fault.
        """
        if self._last is None or self._last[0] is not document:
            self._last = (document, self._lay_out(document))
        return self._last[1]

    def write(self, layout: Layout, **options: object) -> bytes:
        """Return laid out pages as the bytes of a PDF file; `options` are WeasyPrint's."""
        with self._guard(layout.document.blocks):
            data: bytes = layout.rendering.write_pdf(pdf_variant=VARIANT, **options)
        return data

    def _lay_out(self, document: Document) -> Layout:
        # Headings start at h2 below the title; without a title page they are the top themselves.
        has_title = any(isinstance(piece.block, TitlePage) for piece in pieces(document.blocks))
        page = self.render(PAGE_TEMPLATE, document=document, basis=int(has_title))
        with self._guard(document.blocks) as kind:
            from weasyprint import HTML  # noqa: PLC0415  takes over a second to import

            from convenantwerk.papier.fetching import BASE_URL  # noqa: PLC0415  the same

            html = HTML(string=page, base_url=BASE_URL, url_fetcher=kind.fetcher)
            rendering = html.render(
                font_config=kind.fonts, stylesheets=[kind.sheet], pdf_variant=VARIANT
            )
        pages: dict[str, int] = {}
        for number, sheet in enumerate(rendering.pages, start=1):
            for anchor in sheet.anchors:
                pages.setdefault(anchor, number)
        return Layout(pages, len(rendering.pages), rendering, document)

    @contextmanager
    def _guard(self, blocks: Iterable[Block]) -> Iterator[_Type]:
        """Let WeasyPrint work on blocks, and raise what it would only have logged."""
        try:
            from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415  see `_lay_out`
        except OSError as error:  # WeasyPrint is there, the libraries of the system are not
            reden = "de bibliotheek Pango, waarmee PDF wordt gezet"
            raise ConvenantwerkError("CV902", reden=reden) from error

        from convenantwerk.papier.fetching import (  # noqa: PLC0415  see `_lay_out`
            Complaints,
            Fetcher,
            error_for,
        )

        logger = logging.getLogger("weasyprint")
        complaints, propagate = Complaints(), logger.propagate
        fetcher = Fetcher(self.huisstijl) if self._type is None else self._type.fetcher
        fetcher.refusals.clear()
        logger.addHandler(complaints)
        logger.propagate = False
        try:
            if self._type is None:
                self._type = self._set_type(fetcher)
            yield self._type
        except FatalURLFetchingError as error:
            raise error_for(self.huisstijl, fetcher.refusals[0], blocks) from error
        finally:
            logger.removeHandler(complaints)
            logger.propagate = propagate
        for refusal in (*fetcher.refusals, *complaints.refusals):
            raise error_for(self.huisstijl, refusal, blocks)

    def _set_type(self, fetcher: Fetcher) -> _Type:
        from weasyprint import CSS  # noqa: PLC0415  see `_lay_out`
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415  see `_lay_out`

        from convenantwerk.papier.fetching import BASE_URL  # noqa: PLC0415  see `_lay_out`

        fonts = FontConfiguration()
        sheet = CSS(
            string=decoded(self.huisstijl, STYLE_SHEET),
            base_url=BASE_URL,
            url_fetcher=fetcher,
            font_config=fonts,
        )
        return _Type(fetcher, fonts, sheet)
