"""Runs to WordprocessingML: appearance, links, bookmarks and footnotes."""

from __future__ import annotations

import itertools
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.docx.comments import Comments
from convenantwerk.papier.formaten.docx.elements import W, bookmark_names, paragraph, run, w
from convenantwerk.papier.formaten.docx.styles import CHANGED
from convenantwerk.papier.formaten.docx.tracking import STILL, Tracker
from convenantwerk.papier.traversal import all_blocks, anchors_of, notes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as Element

    from convenantwerk.papier.formaten.docx.styles import Styles


def have_other_notes(blocks: Iterable[d.Block]) -> bool:
    """Tell whether a note came, went or moved, by which those after it would count anew."""
    return any(
        any(notes_of(block.blocks))
        if isinstance(block, d.Marked) and block.wijziging
        else _calls_other(block)
        for block in all_blocks(blocks)
    )


def _calls_other(block: d.Block) -> bool:
    match block:
        case d.Paragraph(runs) | d.Heading(runs=runs):
            return any(run.note and run.wijziging for run in runs)
        case d.Table():
            cells = (cell for row in block.rows for cell in row)
            other = (any(notes_of((d.Paragraph(c),))) for c in cells) if block.changes else ()
            return any(other) or any(
                run.note and run.wijziging
                for row in (block.header, *block.rows)
                for cell in row
                for run in cell
            )
    return False


HEIGHTS = {"hoog": "superscript", "laag": "subscript"}


class Text:
    """Turns runs into elements, and gathers the footnotes they call.

    Args:
        document: whose runs they are; of a renvooi with blocks that `settled` made.
        styles: those of the template.
        first_id: the first number that is free for a bookmark or drawing.
        first_note: the first number that is free for a footnote.
        first_comment: the first number that is free for a comment.
    """

    def __init__(
        self,
        document: d.Document,
        styles: Styles,
        first_id: int,
        first_note: int,
        first_comment: int = 0,
    ) -> None:
        self.styles = styles
        self.notes: list[Element] = []
        self.bookmarks = bookmark_names(anchors_of(document.blocks))
        self.ids = map(str, itertools.count(first_id))
        self._unset = dict(self.bookmarks)
        self._note_ids = map(str, itertools.count(first_note))
        self._counted = 0
        self._concept = document.concept
        self.tracker = (
            Tracker(document.publisher, document.op, self.ids) if document.renvooi else None
        )
        self.comments = Comments(self.tracker, first_comment) if self.tracker else None
        self._literal = document.renvooi and have_other_notes(document.blocks)

    def paragraph(self, style: str, *content: Element, **flags: bool) -> Element:
        """Return a paragraph in a style, given by name."""
        return paragraph(self.styles[style], *content, **flags)

    def gap(self, **flags: bool) -> Element:
        """Return a little room: a table has none of its own, and tables that touch become one."""
        return self.paragraph("Tussenruimte", **flags)

    def styled(self, text: str, style: str) -> Element:
        """Return a run of literal text in a character style, given by name."""
        return run(text, w("rStyle", val=self.styles[style]))

    def runs(self, runs: Iterable[d.Run]) -> Iterator[Element]:
        """Turn runs into elements; a link that leads nowhere in this document is plain text."""
        for fate, group in groupby(runs, key=lambda piece: piece.wijziging):
            if fate == "opmaak" and self.tracker is not None:
                for piece in group:
                    yield from self._restyled(self.tracker, piece, piece.was or piece)
            elif fate and self.tracker is not None:
                before = len(self.notes)
                yield from self.tracker.words(list(self._plain(group)), fate)
                self.track_notes(before, fate)
            else:
                yield from self._plain(group)

    def _restyled(self, tracker: Tracker, piece: d.Run, was: d.Run) -> Iterator[Element]:
        """Yield what reads as it did: with its old emphasis noted, or with its old signs struck."""
        if piece.text != was.text:
            yield from tracker.words(list(self._plain([was])) if was.text else (), "vervallen")
            yield from tracker.words(list(self._plain([piece])) if piece.text else (), "ingevoegd")
            return
        (element,) = self._plain([piece])
        (before,) = self._plain([replace(was, link=None, web=None)])
        for each in element.iter(f"{{{W}}}r"):
            tracker.restyle(each, before)
        yield element

    def instead(
        self, label: str, was: str | None, parting: str, style: str | None = None
    ) -> list[Element]:
        """Return a label, what parts it from the text, and in a renvooi what it was before."""

        def mark(text: str) -> list[Element]:
            return [self.styled(text, style) if style else run(text)]

        if was is None or self.tracker is None:
            if style is None:
                return mark(f"{label}{parting}") if label else []
            return [*mark(label), run(parting)] if label else []
        old, new = ([*mark(text)] if text else [] for text in (was, label))
        if old and new:
            gone, come = self.tracker.words(old, "vervallen"), self.tracker.words(new, "ingevoegd")
            return [*gone, *come, run(parting)]
        fate: d.Wijziging = "vervallen" if old else "ingevoegd"
        return list(self.tracker.words([*old, *new, run(parting)], fate)) if old or new else []

    def track_notes(self, before: int, fate: d.Wijziging) -> None:
        """Mark the text of the notes that were called since there were `before`."""
        if self.tracker is None:
            return
        for note in self.notes[before:]:
            paragraph = note[0]
            paragraph[1:] = list(self.tracker.words(paragraph[1:], STILL.get(fate, fate)))

    def _plain(self, runs: Iterable[d.Run]) -> Iterator[Element]:
        for piece in runs:
            target = self.bookmarks.get(piece.link or "")
            linked = target is not None or piece.web is not None
            element = run(piece.text, *self._appearance(piece, linked=linked))
            if target is not None:
                element = w("hyperlink", element, anchor=target, history="1")
            elif piece.web is not None:  # a field needs no relation, in the text or in a note
                element = w("fldSimple", element, instr=f' HYPERLINK "{piece.web}" ')
            yield element
            if piece.note is not None:
                yield self._note(piece.note)

    def marked(self, anchor: str | None, content: Sequence[Element]) -> Iterator[Element]:
        """Put the bookmark of an anchor around content, the first time the anchor is met."""
        name = self._unset.pop(anchor or "", None)
        if name is None:
            yield from content
            return
        identity = next(self.ids)
        yield w("bookmarkStart", id=identity, name=name)
        yield from content
        yield w("bookmarkEnd", id=identity)

    def _appearance(self, piece: d.Run, *, linked: bool) -> Iterator[Element]:
        if piece.wijziging in CHANGED and self.tracker is None:
            yield w("rStyle", val=self.styles[CHANGED[piece.wijziging]])
        elif piece.placeholder and self._concept:
            yield w("rStyle", val=self.styles["Invulveld"])
        elif linked:
            yield w("rStyle", val=self.styles["Hyperlink"])
        if piece.bold:
            yield w("b")
        if piece.italic:
            yield w("i")
        if piece.hoogte:
            yield w("vertAlign", val=HEIGHTS[piece.hoogte])

    def _note(self, note: d.Note) -> Element:
        """Call a footnote; a sign that Word would not count to itself stays as it is written."""
        identity = next(self._note_ids)
        call, sign = self.styled("", "footnote reference"), self.styled("", "footnote reference")
        # Word leaves notes with a sign of their own out of its counting.
        if not self._literal and note.mark == str(self._counted + 1):
            self._counted += 1
            call.append(w("footnoteReference", id=identity))
            sign.append(w("footnoteRef"))
        else:
            call.append(w("footnoteReference", customMarkFollows="1", id=identity))
            call.extend(run(note.mark))
            sign.extend(run(note.mark))
        content = self.paragraph("footnote text", sign, run("\t"), *self.runs(note.runs))
        self.notes.append(w("footnote", content, id=identity))
        return call
