"""Document -> Word file, over the house style templates/huisstijl.docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier.formaten.docx.filling import filled

if TYPE_CHECKING:
    from convenantwerk.papier.document import Document
    from convenantwerk.papier.layout import Press


def to_docx(document: Document, press: Press) -> bytes:
    """Return a document as a Word file, with the page numbers of the PDF in its contents.

    Raises:
        ConvenantwerkError: CV020 when the template is no Word file or misses a part, a style or
            the place for the text; CV021 when the Jinja code in it has a fault.
    """
    return filled(document, press)
