"""Inline content: the children of one inline token to parts of the tree, with their positions.

markdown-it gives inline tokens no position. Since all rules that rewrite characters are switched
off, every token stands literally in its source; so the source is walked along with the tokens.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, Position
from convenantwerk.tekst.boom import (
    CELREGEL,
    DIEPTE,
    Inline,
    Invulveld,
    Nadruk,
    Regeleinde,
    Tekst,
    Voetnoot,
)
from convenantwerk.tekst.markdown import TE_DIEP
from convenantwerk.tekst.opmerkingen import splitst
from convenantwerk.tekst.uitsnijden import Letters, uitgesneden
from convenantwerk.tekst.vervallen import TUSSEN_HAKEN
from convenantwerk.tekst.verwijzingen import find_verwijzingen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from convenantwerk.tekst.opmerkingen import Los, Opmerking

_EINDE = re.compile("\n")
_HOOGTE: Mapping[str, Literal["hoog", "laag"]] = {"^": "hoog", "~": "laag"}
Noten = dict[str, tuple[Inline, ...]]


@dataclass
class Bron:
    """The lines of one source file, and what was found in it so far."""

    path: str
    lines: Sequence[str]
    noten: Noten = field(default_factory=dict)
    noten_op: dict[str, Position] = field(default_factory=dict)
    genoemd: dict[str, Position] = field(default_factory=dict)
    vaker: set[str] = field(default_factory=set)
    opmerkingen: dict[tuple[int, bool], list[Los]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def position(self, line: int, column: int = 0) -> Position:
        """Return the position for a line and column that count from 0."""
        return Position(self.path, line + 1, column + 1)

    def begin(self, node: SyntaxTreeNode) -> Position:
        """Return the position of the first character of a block."""
        line = node.map[0] if node.map else 0
        text = self.lines[line] if line < len(self.lines) else ""
        return self.position(line, len(text) - len(text.lstrip()))

    def opmerkingen_bij(self, node: SyntaxTreeNode, *, onder: bool = True) -> tuple[Opmerking, ...]:
        """Return the opmerkingen above a block, and those below it; each is given once."""
        start, end = node.map or (0, 0)
        here = [*self.opmerkingen.pop((start, True), ())]
        if node.type == "paragraph" and here and splitst(self.lines, here[0].ervoor):
            wat = "zij staat midden in een alinea, en zou haar in tweeën delen"
            self.report("CV119", here[0].opmerking.position, reden=wat)
        if onder:
            here += self.opmerkingen.pop((end - 1, False), ())
        return tuple(replace(one.opmerking, regels=(start + 1, end)) for one in here)

    def report(self, code: str, position: Position, **velden: object) -> None:
        """Add a finding."""
        self.diagnostics.append(CODES[code].at(position, **velden))


class Inhoudlezer:
    """Reads the content of one inline token.

    Args:
        bron: the file it stands in.
        node: the inline node; its content starts on line `node.map[0]`.
        window: for a heading, where its title stands, between label and anker; there are no
            verwijzingen in a title.
        binnen: between which columns of the first line the content is looked for (cells of a row).
        is_noot: it is the text of a note, in which no other note is called.
    """

    def __init__(
        self,
        bron: Bron,
        node: SyntaxTreeNode,
        window: tuple[int, int] | None = None,
        binnen: tuple[int, int] | None = None,
        *,
        is_noot: bool = False,
    ) -> None:
        self.bron = bron
        self.raw = node.content
        self.node = node
        self.first_line = node.map[0] if node.map else 0
        self.binnen = binnen
        self.is_noot = is_noot
        self.at = 0
        # Where the lines of the content begin in it, and the columns at which they stand.
        self._lines = [0, len(self.raw) + 1]
        if "\n" in self.raw:
            self._lines[1:1] = [match.end() for match in _EINDE.finditer(self.raw)]
        self._columns: dict[int, int] = {}
        self.window = window or (0, len(self.raw))
        self.verwijzingen = [] if window else find_verwijzingen(_met_sterren(node))

    def read(self) -> tuple[Inline, ...]:
        """Return the content."""
        if TE_DIEP in self.node.meta:
            wat = "haken of sterretjes"
            self.bron.report("CV040", self.position(self.window[0]), wat=wat, diepte=DIEPTE)
            return (Tekst(" ".join(self.raw[slice(*self.window)].split())),)
        return self._read(self.node.children)

    def position(self, offset: int) -> Position:
        """Return the position of an offset in the content."""
        number = bisect_right(self._lines, offset, hi=len(self._lines) - 1) - 1
        column = self._columns.get(number)
        if column is None:
            column = self._columns[number] = self._column(number)
        return self.bron.position(self.first_line + number, column + offset - self._lines[number])

    def _column(self, number: int) -> int:
        """Return the column at which a line of the content stands in the file."""
        text = self.raw[self._lines[number] : self._lines[number + 1] - 1]
        line = self.bron.lines[self.first_line + number]
        begin, end = self.binnen or (0, len(line))
        return max(line.find(text, begin, end), begin)

    def _advance(self, literal: str) -> int:
        start = self.raw.find(literal, self.at)
        start = self.at if start < 0 else start
        self.at = start + len(literal)
        return start

    def _read(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        parts: list[Inline] = []
        pieces: list[Letters] = []
        for node in _zonder_vervallen(nodes):
            if isinstance(node, str):
                pieces.append(Letters(node, self._advance(node), node))
                continue
            piece = self._piece(node)
            if piece is not None:
                pieces.append(piece)
                continue
            parts += uitgesneden(pieces, self.verwijzingen, self.position)
            pieces = []
            parts += self._part(node)
        return tuple(parts + uitgesneden(pieces, self.verwijzingen, self.position))

    def _piece(self, node: SyntaxTreeNode) -> Letters | None:
        match node.type:
            case "text":
                start = self._advance(node.content)
                if "[" in node.content:
                    wat = "een vierkante haak wordt niet gesloten"
                    at = self.position(start + node.content.index("["))
                    self.bron.report("CV019", at, wat=wat)
                first, last = (max(edge - start, 0) for edge in self.window)
                text = node.content[first:last]
                return Letters(text, start + first, text)
            case "text_special":
                return Letters(node.content, self._advance(node.markup), node.markup)
            case "celregel" if self.binnen is None:
                return Letters(CELREGEL, self._advance(CELREGEL), CELREGEL)
            case "softbreak":
                return Letters(" ", self._advance("\n"), "\n")
            case _:
                return None

    def _part(self, node: SyntaxTreeNode) -> list[Inline]:
        match node.type:
            case "em" | "strong":
                self._advance(node.markup)
                inhoud = self._read(node.children)
                self._advance(node.markup)
                return [Nadruk("cursief" if node.type == "em" else "vet", inhoud)]
            case "hoogte":
                start = self._advance(f"{node.markup}{node.content}{node.markup}")
                position = self.position(start + len(node.markup))
                return [Nadruk(_HOOGTE[node.markup], (Tekst(node.content, position),))]
            case "invulveld":
                start = self._advance("[")
                inhoud = self._read(node.children)
                self._advance("]")
                return [Invulveld(inhoud, self.position(start))]
            case "footnote_ref":
                return self._noot(node.meta["label"])
            case "celregel":
                self._advance(CELREGEL)
                return [Regeleinde()]
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
        if self.is_noot:  # it would not be printed; and one that holds two of two has no end
            wat = "een voetnoot staat in de tekst van een andere voetnoot"
            self.bron.report("CV019", position, wat=wat)
            return [Voetnoot(merk, (), position)]
        if merk in self.bron.genoemd and merk not in self.bron.vaker:
            self.bron.vaker.add(merk)  # once says it, however often it is called
            self.bron.report("CV013", position, merk=merk, bezwaar="is al eerder aangehaald")
        self.bron.genoemd.setdefault(merk, position)
        if merk not in self.bron.noten:
            self.bron.report("CV012", position, merk=merk)
        return [Voetnoot(merk, self.bron.noten.get(merk, ()), position)]


def _met_sterren(node: SyntaxTreeNode) -> str:
    """Return the content with stars for the underscores of emphasis, which mean the same."""
    raw = node.content
    if "_" not in raw:
        return raw
    letters, at = list(raw), 0
    for literal, is_nadruk in _geschreven(node.children):
        start = raw.find(literal, at)
        if start >= 0:
            at = start + len(literal)
            letters[start:at] = "*" * len(literal) if is_nadruk else literal
    return "".join(letters)


def _geschreven(nodes: Sequence[SyntaxTreeNode]) -> Iterator[tuple[str, bool]]:
    """Yield what stands in the source, in order, and whether it is a sign of emphasis."""
    for node in nodes:
        match node.type:
            case "em" | "strong":
                yield node.markup, True
                yield from _geschreven(node.children)
                yield node.markup, True
            case "text_special":
                yield node.markup, False
            case "footnote_ref":
                yield f"[^{node.meta['label']}]", False
            case _:
                yield node.content, False
                yield from _geschreven(node.children)


def _zonder_vervallen(nodes: Sequence[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode | str]:
    """Yield nodes, of "[Vervallen]" the brackets apart: it tells of text that went, and is full."""
    for node in nodes:
        if node.type == "invulveld" and TUSSEN_HAKEN.fullmatch(_letters(node)):
            yield "["
            yield from node.children
            yield "]"
        else:
            yield node


def _letters(node: SyntaxTreeNode) -> str:
    """Return the characters in a node; of an invulveld within it with its brackets."""
    return "".join(
        child.content or (f"[{_letters(child)}]" if child.type == "invulveld" else _letters(child))
        for child in node.children
    )


def noten_zonder_verwijzing(bron: Bron) -> None:
    """Report footnote texts that nothing in the file refers to."""
    for merk, position in bron.noten_op.items():
        if merk not in bron.genoemd:
            bron.report("CV013", position, merk=merk, bezwaar="wordt nergens aangehaald")
