"""The words of an OpenDocument, by another parser than the one that makes brokken of it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat

from convenantwerk.invoer.html.tags import wijst_weg

if TYPE_CHECKING:
    from collections.abc import Mapping

_BLOK = frozenset(("text:p", "text:h", "text:list-item", "table:table-cell", "draw:frame"))
_WIT = frozenset(("text:s", "text:tab", "text:line-break", "svg:title", "svg:desc"))
# What stands in these is no text, or is told elsewhere.
_STIL = frozenset(
    (
        *("office:annotation", "text:note-citation", "office:forms", "office:change-info"),
        *("office:binary-data", "text:ruby-text", "draw:glue-point", "office:script"),
        *("text:index-title-template", "text:table-of-content-source"),
    )
)
# Only in these is there any: a body, and what stands above and below each page.
_TEKST = ("office:text", "style:header", "style:footer")
_VOORVOEGSELS: Mapping[str, str] = {"drawing": "draw", "svg-compatible": "svg"}


def tekst_van(data: bytes) -> str:
    """Return the characters of a part of a file that may be words, white space between them.

    Raises:
        expat.ExpatError: it is no XML.
    """
    lezer = _Lezer()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lezer.begin
    parser.EndElementHandler = lezer.einde
    parser.CharacterDataHandler = lezer.letters
    parser.ParseFile(BytesIO(data))
    return "".join((*lezer.delen, "\n", *lezer.noten, "\n", *lezer.adressen))


def _naam(tag: str) -> str:
    ruimte, _, lokaal = tag.rpartition(" ")
    delen = ruimte.split(":")
    soort = delen[-2] if ruimte.startswith("urn:oasis") and len(delen) > 1 else ""
    return f"{_VOORVOEGSELS.get(soort, soort)}:{lokaal}"


class _Lezer:
    def __init__(self) -> None:
        self.delen: list[str] = []
        self.noten: list[str] = []
        self.adressen: list[str] = []
        self._stil = 0
        self._binnen = 0
        self._nu = [self.delen]
        self._links: list[tuple[str, list[str]]] = []

    def begin(self, tag: str, attrs: Mapping[str, str]) -> None:
        """Begin an element."""
        naam = _naam(tag)
        self._binnen += naam.startswith(_TEKST)
        self._stil += naam in _STIL
        if naam == "text:note-body":
            self._nu.append([])
        if naam in _BLOK or naam in _WIT:
            self._nu[-1].append("\n")
        if naam == "text:a":
            self._links.append((attrs.get("http://www.w3.org/1999/xlink href", ""), []))

    def einde(self, tag: str) -> None:
        """End an element."""
        naam = _naam(tag)
        self._binnen -= naam.startswith(_TEKST)
        self._stil -= naam in _STIL
        if naam == "text:note-body":
            self.noten += ("\n", *self._nu.pop())
        if naam in _BLOK or naam in _WIT:
            self._nu[-1].append("\n")
        if naam == "text:a":
            href, tekst = self._links.pop()
            if wijst_weg(href, "".join(tekst)) and self._binnen:
                self.adressen += ("\n", href)

    def letters(self, tekst: str) -> None:
        """Add characters."""
        if self._binnen and not self._stil:
            self._nu[-1].append(tekst)
            for _, gezien in self._links:
                gezien.append(tekst)
