"""Inline content: the children of one inline token to parts of the tree, with their positions.

markdown-it gives inline tokens no position. Since all rules that rewrite characters are switched
off, every token stands literally in its source; so the source is walked along with the tokens.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, Position
from convenantwerk.tekst.boom import (
    Inline,
    Invulveld,
    Nadruk,
    Regeleinde,
    Tekst,
    Verwijzing,
    Voetnoot,
)
from convenantwerk.tekst.verwijzingen import Gevonden, find_verwijzingen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

Noten = dict[str, tuple[Inline, ...]]


@dataclass
class Bron:
    """The lines of one source file, and what was found in it so far."""

    path: str
    lines: Sequence[str]
    noten: Noten = field(default_factory=dict)
    noten_op: dict[str, Position] = field(default_factory=dict)
    genoemd: dict[str, Position] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def position(self, line: int, column: int = 0) -> Position:
        """Return the position for a line and column that count from 0."""
        return Position(self.path, line + 1, column + 1)

    def report(self, code: str, position: Position, **velden: object) -> None:
        """Add a finding."""
        self.diagnostics.append(CODES[code].at(position, **velden))


@dataclass
class _Piece:
    """Characters of the tree and where they start in the source of the inline token."""

    text: str
    start: int
    source: str


class Inhoudlezer:
    """Reads the content of one inline token.

    Args:
        bron: the file it stands in.
        node: the inline node; its content starts on line `node.map[0]`.
        window: for a heading, where its title stands, between label and anker; there are no
            verwijzingen in a title.
        after: column after which the first line of the content is looked for (cells of a row).
    """

    def __init__(
        self,
        bron: Bron,
        node: SyntaxTreeNode,
        window: tuple[int, int] | None = None,
        after: int = 0,
    ) -> None:
        self.bron = bron
        self.raw = node.content
        self.node = node
        self.first_line = node.map[0] if node.map else 0
        self.after = after
        self.at = 0
        self.window = window or (0, len(self.raw))
        self.verwijzingen = [] if window else find_verwijzingen(self.raw)

    def read(self) -> tuple[Inline, ...]:
        """Return the content."""
        return self._read(self.node.children)

    def position(self, offset: int) -> Position:
        """Return the position of an offset in the content."""
        before = self.raw[:offset]
        line = self.first_line + before.count("\n")
        start = before.rfind("\n") + 1
        text = self.raw[start:].split("\n", 1)[0]
        after = self.after if line == self.first_line else 0
        column = max(self.bron.lines[line].find(text, after), 0)
        return self.bron.position(line, column + offset - start)

    def _advance(self, literal: str) -> int:
        start = self.raw.find(literal, self.at)
        start = self.at if start < 0 else start
        self.at = start + len(literal)
        return start

    def _read(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        parts: list[Inline] = []
        pieces: list[_Piece] = []
        for node in nodes:
            piece = self._piece(node)
            if piece is not None:
                pieces.append(piece)
                continue
            parts += self._texts(pieces)
            pieces = []
            parts += self._part(node)
        return tuple(parts + self._texts(pieces))

    def _piece(self, node: SyntaxTreeNode) -> _Piece | None:
        match node.type:
            case "text":
                start = self._advance(node.content)
                if "[" in node.content:
                    wat = "een vierkante haak wordt niet gesloten"
                    at = self.position(start + node.content.index("["))
                    self.bron.report("CV019", at, wat=wat)
                first, last = (max(edge - start, 0) for edge in self.window)
                text = node.content[first:last]
                return _Piece(text, start + first, text)
            case "text_special":
                return _Piece(node.content, self._advance(node.markup), node.markup)
            case "softbreak":
                return _Piece(" ", self._advance("\n"), "\n")
            case _:
                return None

    def _part(self, node: SyntaxTreeNode) -> list[Inline]:
        match node.type:
            case "em" | "strong":
                self._advance(node.markup)
                inhoud = self._read(node.children)
                self._advance(node.markup)
                return [Nadruk("cursief" if node.type == "em" else "vet", inhoud)]
            case "invulveld":
                start = self._advance("[")
                inhoud = self._read(node.children)
                self._advance("]")
                return [Invulveld(inhoud, self.position(start))]
            case "footnote_ref":
                return self._noot(node.meta["label"])
            case "hardbreak":
                self._advance("\n")
                return [Regeleinde()]
            case "image":
                position = self.position(self._advance("!["))
                self.bron.report("CV019", position, wat="een figuur staat midden in een alinea")
                return [Tekst(node.content)]
            case other:  # pragma: no cover  # a rule was added to the parser and not here
                raise AssertionError(other)

    def _noot(self, merk: str) -> list[Inline]:
        position = self.position(self._advance(f"[^{merk}]"))
        if merk in self.bron.genoemd:
            self.bron.report("CV013", position, merk=merk, bezwaar="is al eerder aangehaald")
        self.bron.genoemd.setdefault(merk, position)
        if merk not in self.bron.noten:
            self.bron.report("CV012", position, merk=merk)
        return [Voetnoot(merk, self.bron.noten.get(merk, ()), position)]

    def _texts(self, pieces: Sequence[_Piece]) -> list[Inline]:
        """Join neighbouring characters, and set apart the verwijzingen that lie within them."""
        if not pieces:
            return []
        start, end = pieces[0].start, pieces[-1].start + len(pieces[-1].source)
        parts: list[Inline] = []
        for gevonden in self.verwijzingen:
            if start <= gevonden.start and gevonden.end <= end:
                parts += _tekst(_between(pieces, start, gevonden.start))
                parts.append(self._verwijzing(pieces, gevonden))
                start = gevonden.end
        return [*parts, *_tekst(_between(pieces, start, end))]

    def _verwijzing(self, pieces: Sequence[_Piece], gevonden: Gevonden) -> Verwijzing:
        tekst = _between(pieces, gevonden.start, gevonden.end)
        return Verwijzing(tekst, gevonden.naar, self.position(gevonden.start))


def _between(pieces: Sequence[_Piece], start: int, end: int) -> str:
    """Return the characters whose source lies from `start` up to `end`."""
    return "".join(_clip(piece, start, end) for piece in pieces)


def _clip(piece: _Piece, start: int, end: int) -> str:
    if len(piece.text) != len(piece.source):  # an escape: "\*" in the source, "*" in the text
        return piece.text if start <= piece.start < end else ""
    return piece.text[max(start - piece.start, 0) : max(end - piece.start, 0)]


def _tekst(text: str) -> list[Inline]:
    return [Tekst(text)] if text else []


def noten_zonder_verwijzing(bron: Bron) -> None:
    """Report footnote texts that nothing in the file refers to."""
    for merk, position in bron.noten_op.items():
        if merk not in bron.genoemd:
            bron.report("CV013", position, merk=merk, bezwaar="wordt nergens aangehaald")
