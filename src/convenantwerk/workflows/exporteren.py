"""Documents to files, in every format they are worth having in."""

from __future__ import annotations

from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.sources.files import unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.model.document import Document
    from convenantwerk.model.huisstijl import Huisstijl


class Bestand(NamedTuple):
    """One document in one format; `pad` is its path under the folder it goes to."""

    pad: str
    document: Document
    formaat: str
    data: bytes


def export_documents(
    documents: Iterable[Document], huisstijl: Huisstijl, formaten: Iterable[str]
) -> list[Bestand]:
    """Return every document in those of the formats that it has.

    Raises:
        ConvenantwerkError: a template is no good, or the temporary folder of the system is full.
    """
    from convenantwerk.exports import EXPORTS  # noqa: PLC0415  heavy, and a check needs none
    from convenantwerk.exports.press import Press  # noqa: PLC0415  the same

    press = Press(huisstijl)
    wanted = list(formaten)
    try:
        return [
            Bestand(
                f"{document.name}.{formaat}", document, formaat, EXPORTS[formaat](document, press)
            )
            for document in documents
            for formaat in wanted
            if formaat in document.formats
        ]
    except OSError as error:  # fonts pass through the temporary folder of the system
        raise unwritable(Path(gettempdir()), error) from error
