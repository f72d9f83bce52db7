"""The proof of a tracked Word file: accepting and rejecting all gives the two editions."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from lxml import etree

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier.formaten.docx.lines import Reader, Teller
from convenantwerk.papier.formaten.docx.revisions import accept, reject
from convenantwerk.papier.oud_en_nieuw import accepted_blocks, rejected_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.formaten.docx.lines import Line, Span
    from convenantwerk.papier.formaten.docx.styles import Styles

GAP = "Tussenruimte"
CELL = "Tabeltekst"
SNIPPET, BEFORE = 60, 20  # characters of a text that a message shows, and of those before the fault


def prove(document: Document, main: bytes, notes: bytes, styles: Styles) -> None:
    """Hold the parts of a tracked Word file against the editions in its document.

    Raises:
        ConvenantwerkError: CV909 when they differ, in a word, in emphasis, a note, a style or
            the rows of a table.
    """
    sides = (
        ("accepteren", "nieuwe", accept, accepted_blocks),
        ("weigeren", "oude", reject, rejected_blocks),
    )
    for keuze, editie, resolve, edition in sides:
        tree, note_tree = etree.fromstring(main), etree.fromstring(notes)
        resolve(tree, note_tree)
        found = _said(Reader(note_tree, styles[GAP]).lines(tree), styles)
        expected = _said(Teller(styles).lines(edition(document.blocks)), styles)
        for one, other in zip_longest(expected, found):
            if one != other:
                wanted, got = _difference(one, other)
                reden = (
                    f"alles {keuze} in het Word-bestand geeft niet de {editie} tekst,"
                    f" maar '{got}' in plaats van '{wanted}'"
                )
                raise ConvenantwerkError("CV909", reden=reden)


def _said(lines: Iterable[Line], styles: Styles) -> Iterator[Line]:
    """Yield the lines that say something; a cell that says nothing still has its place in a row."""
    return (line for line in lines if line[1] or line[0] == styles[CELL])


def _difference(one: Line | None, other: Line | None) -> tuple[str, str]:
    """Return the first words that differ; the styles when the words do not."""
    texts = [line and _text(line[1]) for line in (one, other)]
    if texts[0] == texts[1]:
        # Not the words but their looks.
        texts = [
            f"{line[0]}: {text}" if line else ""
            for line, text in zip((one, other), texts, strict=True)
        ]
    first, second = (text if text is not None else "niets" for text in texts)
    pairs = enumerate(zip_longest(first, second))
    place = next((number for number, (a, b) in pairs if a != b), 0)
    start = max(0, place - BEFORE)
    return first[start : start + SNIPPET], second[start : start + SNIPPET]


def _text(spans: Iterable[Span]) -> str:
    return "".join(span[0] for span in spans)
