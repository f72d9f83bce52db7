"""Runs as Markdown: escaped, with emphasis, footnotes, and CriticMarkup for what changed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.papier.escaping import escaped, started
from convenantwerk.papier.pieces import stretches

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.papier.document import Note, Run, Wijziging

_SIGNS_AROUND: dict[Wijziging, tuple[str, str]] = {
    "": ("", ""),
    "ingevoegd": ("{++", "++}"),
    "aangekomen": ("{++", "++}"),
    "vervallen": ("{--", "--}"),
    "vertrokken": ("{--", "--}"),
    "opmaak": ("{==", "==}"),
}


class Writer:
    """Writes what stands in a line.

    Args:
        notes: all footnotes, in order; each gets a label of its own, because marks may recur.
    """

    def __init__(self, notes: Iterable[Note]) -> None:
        self._labels: dict[str, str] = {}
        for note in notes:
            name = re.sub(r"[^0-9A-Za-z]", "", note.mark) or "noot"
            number, label = 1, name
            while label in self._labels.values():
                number += 1
                label = f"{name}-{number}"
            self._labels[note.anchor] = label

    def label(self, note: Note) -> str:
        """Return the label by which a footnote is called."""
        return self._labels[note.anchor]

    def inline(
        self,
        runs: Iterable[Run],
        fate: Wijziging = "",
        *,
        breaks: str = "\\\n",
        at_start: bool = True,
    ) -> str:
        """Return runs as Markdown.

        Args:
            runs: the text.
            fate: what became of the block they stand in.
            breaks: what a line break becomes.
            at_start: whether the text stands at the start of a line.
        """
        text, is_start = "", at_start
        for change, group in stretches((run for run in runs if run.text or run.note), fate):
            for at, line in enumerate(self._stretch(group, "+" if change else "").split("\n")):
                is_start = is_start or at > 0
                safe = started(line) if is_start else line
                # A mark ends where the line ends, so that it never holds markup of a block.
                text += ("\n" if at else "") + self.marked(safe, change)
                is_start = is_start and not safe
        lines = (line.strip() for line in text.strip().split("\n"))
        # In a cell an empty line parts paragraphs; in a paragraph of Markdown none can stand.
        return breaks.join(line for line in lines if line or breaks == IN_CEL)

    def plain(self, text: str, fate: Wijziging = "", *, at_start: bool = True) -> str:
        """Return text of one line without emphasis as Markdown."""
        text = escaped(" ".join(text.split()))
        return self.marked(started(text) if at_start else text, fate)

    def mark(self, was: str | None, now: str, fate: Wijziging) -> str:
        """Return the mark or label of something, after what it was when that is different."""
        if was is None:
            return self.plain(now, fate)
        return " ".join(filter(None, (self.plain(was, "vervallen"), self.plain(now, "ingevoegd"))))

    def comment(self, remark: str) -> str:
        """Return a remark that is no part of either edition."""
        return f"{{>>{escaped(remark)}<<}}"

    def marked(self, text: str, change: Wijziging) -> str:
        """Return Markdown of one line between the signs of what became of it."""
        before, after = _SIGNS_AROUND[change]
        return f"{before}{text}{after}" if text else ""

    def _stretch(self, runs: tuple[Run, ...], around: str) -> str:
        """Return runs of one fate; `around` is a sign that stands before and after them."""
        text = ""
        for at, run in enumerate(runs):
            after = "[" if run.note else runs[at + 1].text[:1] if at + 1 < len(runs) else around
            text += emphasised(run, text[-1:] or around, after)
            if run.note:
                text += f"[^{self.label(run.note)}]"
        return text


IN_CEL = "<br>"
_HOOGTE = {"hoog": "sup", "laag": "sub"}


def emphasised(run: Run, before: str, after: str) -> str:
    """Return a run with its emphasis, where Markdown can say it.

    White space goes outside the stars. Where Markdown would take the stars for mere stars, because
    of the characters `before` and `after` them, the words count and the emphasis is left out.
    """
    if run.hoogte:  # of which only HTML can tell, in any Markdown
        tag = _HOOGTE[run.hoogte]
        return f"<{tag}>{emphasised(replace(run, hoogte=''), '', '')}</{tag}>"
    core = run.text.strip()
    stars = "*" * (run.italic + 2 * run.bold)
    if not stars or not core or "\n" in core:
        return escaped(run.text)
    lead = run.text[: len(run.text) - len(run.text.lstrip())]
    trail = run.text[len(run.text.rstrip()) :]
    opens = bool(lead) or (before != "*" and (_is_apart(before) or not _is_sign(core[0])))
    closes = bool(trail) or _is_apart(after) or not _is_sign(core[-1])
    if not (opens and closes):
        return escaped(run.text)
    return f"{lead}{stars}{escaped(core)}{stars}{trail}"


def _is_apart(character: str) -> bool:
    """Tell whether a character, or the end of the line, is no part of a word."""
    return not character or character.isspace() or _is_sign(character)


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
