"""The press: lays out documents in the house style, and keeps what they share between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier.document import TitlePage
from convenantwerk.papier.pieces import pieces
from convenantwerk.papier.sjablonen import Pages

if TYPE_CHECKING:
    from collections.abc import Mapping

    import weasyprint

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.huisstijl import Huisstijl
    from convenantwerk.papier.typesetter import Finisher, Typesetter

PAGE_TEMPLATE = "print.html"


@dataclass(frozen=True, slots=True)
class Layout:
    """A document as laid out pages.

    Attributes:
        pages: the page, counted from 1, on which each anchor stands.
        count: the number of pages.
        rendering: the pages themselves.
        document: what was laid out.
    """

    pages: Mapping[str, int]
    count: int
    rendering: weasyprint.Document = field(repr=False, compare=False)
    document: Document = field(repr=False, compare=False)


class Press:
    """What the exporting of several documents shares: templates, parsed style sheets, fonts.

    The last layout is kept too, so that the formats of one document lay it out once, also when
    they are asked for one by one. Older ones are let go: a run makes dozens of letters, and a
    layout is many times its document.
    """

    def __init__(self, huisstijl: Huisstijl) -> None:
        self.huisstijl = huisstijl
        self._pages = Pages(huisstijl)
        self._setter: Typesetter | None = None
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
        if self._last is None or self._last[0] != document:
            self._last = (document, self._lay_out(document))
        return self._last[1]

    def write(self, layout: Layout, finisher: Finisher) -> bytes:
        """Return laid out pages as the bytes of a PDF file; `finisher` changes it before that."""
        return self._typesetter().write(layout.rendering, layout.document, finisher)

    def _lay_out(self, document: Document) -> Layout:
        # Headings start at h2 below the title; without a title page they are the top themselves.
        has_title = any(isinstance(piece.block, TitlePage) for piece in pieces(document.blocks))
        page = self.render(PAGE_TEMPLATE, document=document, basis=int(has_title))
        rendering = self._typesetter().typeset(page, document)
        pages: dict[str, int] = {}
        for number, sheet in enumerate(rendering.pages, start=1):
            for anchor in sheet.anchors:
                pages.setdefault(anchor, number)
        return Layout(pages, len(rendering.pages), rendering, document)

    def _typesetter(self) -> Typesetter:
        if self._setter is None:
            try:
                from convenantwerk.papier.typesetter import Typesetter  # noqa: PLC0415  a second
            except OSError as error:  # WeasyPrint is there, the libraries of the system are not
                reden = "de bibliotheek Pango, waarmee PDF wordt gezet"
                raise ConvenantwerkError("CV902", reden=reden) from error
            self._setter = Typesetter(self.huisstijl)
        return self._setter
