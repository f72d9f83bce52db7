"""Lists in a source file: where one begins, which items it has, and where a sentence goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.tekst.aanduidingen import (
    LETTERLIJK,
    find_mark,
    form,
    is_eerste,
    is_opvolger,
    is_twijfel,
    kan_later,
    ook_in_de_zin,
)
from convenantwerk.tekst.boom import DIEPTE

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

# Only these open a list directly under a line of plain text; any other mark there is taken for a
# wrapped line. Within a list every mark opens an item: an onderdeel must never be read as text.
FIRST_MARKS = {"a.", "a)", "1.", "1)", "1°.", "-", "*", "+"}
INDENT = 2  # columns that content stands to the right of its mark, at the least

DIEPE = "lijsten te diep"  # under this key the rule keeps on which lines it gave up
_GELEZEN = "twijfelachtige merken"  # and under this one, on which lines such a mark is an item
MIDDENIN = "begin van een stuk"  # and under this one, where a piece of a text begins, or -1
_TUSSENKOP = re.compile(r"#{1,6}(?=\s|$)|---\s*$|\||\[\^")


class _Open(NamedTuple):
    """A list that is being read: its last mark, and how far to the right its marks stand."""

    merk: str
    indent: int


def regel(state: StateBlock, line: int) -> str:
    """Return a line without what it is indented by."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def lees_opsomming(state: StateBlock, start_line: int, end_line: int, *, silent: bool) -> bool:
    """Read leden, onderdelen, numbered items or dashes of one form that follow each other."""
    found = find_mark(regel(state, start_line))
    if found is None:
        return False
    soort, merk = found
    open_lists = state.env.setdefault("open_lists", [])
    if not _begint(state, start_line, merk, open_lists, silent=silent):
        return False
    if silent:
        return True
    if len(open_lists) >= DIEPTE:
        state.env[DIEPE].add(start_line)
        return False
    indent = state.sCount[start_line]
    opening = state.push("opsomming_open", "ul", 1)
    opening.meta = {"soort": soort}
    opening.map = [start_line, start_line]
    open_lists.append(_Open(merk, indent))
    line = start_line
    while line < end_line and abs(state.sCount[line] - indent) < INDENT:
        here = find_mark(regel(state, line))
        if here is None or form(here[1]) != form(merk):
            break
        vorige = open_lists[-1].merk
        if line > start_line and is_twijfel(here[1]) and not kan_later(here[1], vorige):
            break
        open_lists[-1] = _Open(here[1], indent)
        if is_twijfel(here[1]):
            state.env.setdefault(_GELEZEN, set()).add(line)
        line = _onderdeel(state, line, end_line, here[1])
    open_lists.pop()
    opening.map[1] = line
    state.push("opsomming_close", "ul", -1)
    return True


def _begint(
    state: StateBlock, line: int, merk: str, open_lists: list[_Open], *, silent: bool
) -> bool:
    """Tell whether an item begins here, and no sentence that looks like one.

    Args:
        state: what is being read.
        line: where the mark stands.
        merk: the mark.
        open_lists: the lists that it may belong to.
        silent: the line comes directly under one of plain text.
    """
    in_noot = state.parentType == "footnote"  # which is one alinea, however it begins
    if is_twijfel(merk):
        indent = state.sCount[line]
        if silent and any(
            abs(indent - lijst.indent) < INDENT and kan_later(merk, lijst.merk)
            for lijst in open_lists
        ):
            return True
        if in_noot:
            return False
        if line == state.env.get(MIDDENIN, -1):
            return True
        if is_eerste(merk) and _buur(state, line, merk, 1) is not None:
            return True
        return _buur(state, line, merk, -1) in state.env.get(_GELEZEN, ())
    if ook_in_de_zin(merk) and (in_noot or (silent and not open_lists)):
        return not in_noot and is_eerste(merk) and _buur(state, line, merk, 1) is not None
    return not silent or bool(open_lists) or merk in FIRST_MARKS or merk in LETTERLIJK


def _buur(state: StateBlock, line: int, merk: str, step: int) -> int | None:
    """Return where the nearest mark of its form after (1) or before (-1) a line is, if they join.

    Only what stands as far to the right counts, up to a heading, a table, a note or what is
    indented less; so the lines that are looked at for all marks together are as good as those of
    the file.
    """
    indent = state.sCount[line]
    at = line + step
    while 0 <= at < state.lineMax:
        if not state.isEmpty(at):
            text = regel(state, at)
            if state.sCount[at] <= indent - INDENT or _TUSSENKOP.match(text):
                return None
            found = find_mark(text) if state.sCount[at] < indent + INDENT else None
            if found and form(found[1]) == form(merk):
                one, other = (found[1], merk) if step > 0 else (merk, found[1])
                return at if is_opvolger(one, other) else None
        at += step
    return None


def _onderdeel(state: StateBlock, line: int, end_line: int, merk: str) -> int:
    """Read one item with all that is indented under it; return the first line after it."""
    opening = state.push("onderdeel_open", "li", 1)
    opening.meta = {"merk": merk}
    opening.map = [line, line]
    kept = state.tShift[line], state.sCount[line], state.blkIndent, state.parentType
    state.blkIndent = state.sCount[line] + INDENT
    text = regel(state, line)
    width = len(text) - len(text[len(merk) :].lstrip())
    state.tShift[line] += width
    state.sCount[line] += width
    state.parentType = "list"
    state.md.block.tokenize(state, line, end_line)
    state.tShift[line], state.sCount[line], state.blkIndent, state.parentType = kept
    opening.map[1] = state.line
    state.push("onderdeel_close", "li", -1)
    return state.line
