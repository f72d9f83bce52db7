"""ONE table of the formats that can be imported; a reader is imported when a file asks for it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from convenantwerk.invoer.brok import Ingelezen, Wens


class Lezer(Protocol):
    """Reads a file of one format."""

    def __call__(self, data: bytes, path: str, wens: Wens) -> Ingelezen:
        """Return the file as brokken.

        Args:
            data: the file, whole.
            path: the file as the user sees it; findings carry it.
            wens: what the user said beforehand.

        Raises:
            OnleesbaarError: with the findings, when the file cannot be read or is refused.
        """


class Formaat(NamedTuple):
    """A format: what it is called, and the module whose `lees` reads it."""

    naam: str
    module: str

    def lezer(self) -> Lezer:
        """Return its reader."""
        return cast("Lezer", import_module(f"convenantwerk.invoer.{self.module}").lees)


FORMATEN: tuple[Formaat, ...] = (
    Formaat("Word", "docx.lezen"),
    Formaat("OpenDocument", "odt.lezen"),
    Formaat("webpagina", "html"),
    Formaat("Markdown", "markdown"),
    Formaat("platte tekst", "platte_tekst"),
    Formaat("PDF", "pdf.lezen"),
    Formaat("beeld", "pdf.scan"),
)
