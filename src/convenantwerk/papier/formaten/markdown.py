"""Markdown: the document as plain text that reads well, with CriticMarkup for what changed.

`{++ingevoegd++}`, `{--vervallen--}` and, for what is remarked, `{>>verplaatst naar …<<}`. A list
item begins with a bullet of Markdown and then its own mark, because Markdown would count anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier.document import (
    Heading,
    ItemList,
    Notice,
    Paragraph,
    Picture,
    SignatureBlock,
    Table,
    TableOfContents,
    TitlePage,
)
from convenantwerk.papier.escaping import address, escaped
from convenantwerk.papier.formaten.critic import IN_CEL, Writer
from convenantwerk.papier.pieces import marked_notes, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.papier.document import Document, Wijziging
    from convenantwerk.papier.layout import Press
    from convenantwerk.papier.pieces import Cells, Entry, Piece

_DEEPEST = 6  # level of a heading
_RULES = {"links": ":---", "midden": ":---:", "rechts": "---:"}


def to_markdown(document: Document, _press: Press) -> bytes:
    """Return a document as Markdown (CommonMark with tables and footnotes), in UTF-8."""
    found = tuple(marked_notes(document.blocks))
    writer = Writer(tuple(note for note, _, _ in found))
    has_title = any(isinstance(piece.block, TitlePage) for piece in pieces(document.blocks))
    body = _Body(writer, int(has_title))
    parts = list(body.blocks(pieces(document.blocks)))
    for note, fate, _ in found:
        text = writer.inline(note.runs, fate, breaks=" ")
        parts.append(f"[^{writer.label(note)}]: {text}")
    return ("\n\n".join(parts) + "\n").encode("utf-8")


class _Body:
    """Writes blocks as Markdown.

    Args:
        writer: writes what stands within them.
        base: the number of titles above the highest heading.
    """

    def __init__(self, writer: Writer, base: int) -> None:
        self.writer = writer
        self.base = base

    def blocks(self, found: Iterable[Piece], *, headings: bool = True) -> Iterator[str]:
        """Yield every block as text; without `headings` those are paragraphs in bold."""
        for piece in found:
            if piece.remark:
                yield self.writer.comment(piece.remark)
            text = self._heading(piece, headings=headings) or self._block(piece)
            if text:
                yield text

    def _heading(self, piece: Piece, *, headings: bool) -> str:
        block = piece.block
        if not isinstance(block, Heading):
            return ""
        text = self._titled(block, piece.fate)
        if not headings:
            return _bold(text)
        return f"{'#' * min(block.level + self.base, _DEEPEST)} {text}"

    def _block(self, piece: Piece) -> str:
        writer, fate = self.writer, piece.fate
        match piece.block:
            case Paragraph():
                text = writer.inline(piece.block.runs, fate)
                return _quoted(text) if piece.block.style == "redactie" else text
            case ItemList(kind="citaat"):
                quoted = (pieces(entry.item.blocks, entry.fate) for entry in piece.items)
                return _quoted("\n\n".join(text for one in quoted for text in self.blocks(one)))
            case ItemList():
                return "\n".join(self._item(entry) for entry in piece.items)
            case Table():
                return self._table(piece, piece.block)
            case Picture():
                return writer.marked(
                    f"![{escaped(piece.block.alt)}]({address(piece.block.name)})", fate
                )
            case SignatureBlock():
                lines = "\\\n".join(writer.plain(line, fate) for line in piece.block.lines)
                fields = "\n".join(f"- {writer.plain(field, fate)}" for field in piece.block.fields)
                return f"{lines}\n\n{fields}".strip("\n")
            case TitlePage():
                title = f"# {writer.plain(piece.block.title, fate)}"
                subtitle = writer.plain(piece.block.subtitle, fate)
                was, now = piece.block.was_lines, piece.block.lines
                marked = [writer.plain(line, "vervallen") for line in was or ()]
                new = fate if was is None else "ingevoegd"
                lines = "\\\n".join((*marked, *(writer.plain(line, new) for line in now)))
                return "\n\n".join(filter(None, (title, subtitle, lines)))
            case TableOfContents():
                entries = "\n".join(
                    f"{'  ' * (entry.level - 1)}- {self._titled(entry, fate)}"
                    for entry in piece.block.entries
                )
                return f"{_bold(writer.plain(piece.block.title, fate))}\n\n{entries}".strip()
            case Notice():
                title = _bold(writer.plain(piece.block.title, fate))
                inner = self.blocks(pieces(piece.block.blocks, fate), headings=False)
                return _quoted("\n\n".join((title, *inner)))
            case _:
                return ""

    def _titled(self, block: Heading, fate: Wijziging) -> str:
        """Return the label and the title of a heading on one line."""
        label = self.writer.mark(block.was_label, block.label, fate)
        title = self.writer.inline(block.runs, fate, breaks=" ", at_start=not label)
        return " ".join(filter(None, (label, title)))

    def _item(self, entry: Entry) -> str:
        """Return a list item; what stands in it is indented by two spaces."""
        writer, blocks = self.writer, list(pieces(entry.item.blocks, entry.fate))
        comment = writer.comment(entry.remark) if entry.remark else ""
        mark = writer.mark(entry.item.was_mark, entry.item.mark, entry.fate)
        first = ""
        if blocks and isinstance(blocks[0].block, Paragraph) and not blocks[0].remark:
            runs = blocks[0].block.runs
            first = writer.inline(runs, blocks[0].fate, at_start=not (mark or comment))
            blocks = blocks[1:]
        lines = [" ".join(filter(None, (comment, mark, first)))]
        for piece, text in ((piece, self._inside(piece)) for piece in blocks):
            is_list = isinstance(piece.block, ItemList) and piece.block.kind != "citaat"
            lines += [text] if is_list else ["", text]
        return "- " + "\n".join(lines).replace("\n", "\n  ").replace("\n  \n", "\n\n")

    def _inside(self, piece: Piece) -> str:
        return "\n\n".join(self.blocks((piece,)))

    def _table(self, piece: Piece, block: Table) -> str:
        head, *rows = [(block.header, piece.fate), *((row.cells, row.fate) for row in piece.rows)]
        rule = _row(_RULES[side] for side in block.alignments)
        return "\n".join((self._cells(*head), rule, *(self._cells(*row) for row in rows)))

    def _cells(self, cells: Cells, fate: Wijziging) -> str:
        return _row(self.writer.inline(cell, fate, breaks=IN_CEL) for cell in cells)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bold(text: str) -> str:
    return f"**{text}**" if text else ""


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
