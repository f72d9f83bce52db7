"""Markdown to tokens: markdown-it-py with the block and inline rules of a legal text.

What CommonMark would read as something else is switched off, so that a text never changes
behind the back of its author: no HTML, links, code, entities or setext headings. What legal text
needs is added: leden (`5.3`), lettered onderdelen (`a.`), `1°.`, invulvelden (`[Naam Partij]`)
and places for registers (`::: ondertekenaars`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from convenantwerk.tekst.aanduidingen import find_mark, form

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# Only these open a list directly under a line of plain text; any other mark there is taken for a
# wrapped line. Within a list every mark opens an item: an onderdeel must never be read as text.
FIRST_MARKS = {"a.", "a)", "1.", "1)", "1°.", "-", "*", "+"}
INDENT = 2  # columns that content stands to the right of its mark, at the least

_DIRECTIVE = re.compile(r"::: *(?P<naam>[a-z-]+) *$")
_SWITCHED_OFF = (
    *("autolink", "backticks", "blockquote", "code", "entity", "fence", "html_block"),
    *("html_inline", "lheading", "link", "reference", "text_join"),
)


@cache
def parser() -> MarkdownIt:
    """Return the parser of the source format."""
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": 100})
    md.enable("table")
    md.use(front_matter_plugin)
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.disable(list(_SWITCHED_OFF))
    md.block.ruler.at("list", _opsomming, {"alt": ["paragraph"]})
    md.block.ruler.at("paragraph", _alinea)
    md.block.ruler.at("hr", _slotregel, {"alt": ["paragraph"]})
    md.block.ruler.before("list", "registerplaats", _registerplaats, {"alt": ["paragraph"]})
    md.inline.ruler.after("footnote_ref", "invulveld", _invulveld)
    return md


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _alinea(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read a paragraph: up to an empty line or another block.

    CommonMark takes any line that is indented by four or more as a continuation, which would
    swallow an indented onderdeel; here an onderdeel ends the paragraph at every indent.
    """
    terminators = state.md.block.ruler.getRules("paragraph")
    outer, state.parentType = state.parentType, "paragraph"
    line = start_line + 1
    while line < end_line and not state.isEmpty(line):
        if any(rule(state, line, end_line, True) for rule in terminators):
            break
        line += 1
    state.parentType = outer
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start_line, line]
    inline = state.push("inline", "", 0)
    inline.content = "\n".join(_line(state, n) for n in range(start_line, line)).rstrip(" \t")
    inline.map = [start_line, line]
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _opsomming(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read leden, onderdelen, numbered items or dashes of one form that follow each other."""
    found = find_mark(_line(state, start_line))
    if found is None:
        return False
    soort, merk = found
    if silent:
        return state.env.get("open_lists", 0) > 0 or merk in FIRST_MARKS
    indent = state.sCount[start_line]
    opening = state.push("opsomming_open", "ul", 1)
    opening.meta = {"soort": soort}
    opening.map = [start_line, start_line]
    state.env["open_lists"] = state.env.get("open_lists", 0) + 1
    line = start_line
    while line < end_line and abs(state.sCount[line] - indent) < INDENT:
        here = find_mark(_line(state, line))
        if here is None or form(here[1]) != form(merk):
            break
        line = _onderdeel(state, line, end_line, here[1])
    state.env["open_lists"] -= 1
    opening.map[1] = line
    state.push("opsomming_close", "ul", -1)
    return True


def _onderdeel(state: StateBlock, line: int, end_line: int, merk: str) -> int:
    """Read one item with all that is indented under it; return the first line after it."""
    opening = state.push("onderdeel_open", "li", 1)
    opening.meta = {"merk": merk}
    opening.map = [line, line]
    kept = state.tShift[line], state.sCount[line], state.blkIndent, state.parentType
    state.blkIndent = state.sCount[line] + INDENT
    text = _line(state, line)
    width = len(text) - len(text[len(merk) :].lstrip(" \t\u00a0"))
    state.tShift[line] += width
    state.sCount[line] += width
    state.parentType = "list"
    state.md.block.tokenize(state, line, end_line)
    state.tShift[line], state.sCount[line], state.blkIndent, state.parentType = kept
    opening.map[1] = state.line
    state.push("onderdeel_close", "li", -1)
    return state.line


def _registerplaats(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read the place where a register is printed."""
    match = _DIRECTIVE.match(_line(state, start_line))
    if match is None:
        return False
    if not silent:
        token = state.push("registerplaats", "", 0)
        token.meta = {"naam": match["naam"]}
        token.map = [start_line, start_line + 1]
        state.line = start_line + 1
    return True


def _slotregel(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read the rule before closing lines: just `---`, so that a line to write on stays text."""
    if _line(state, start_line).rstrip() != "---":
        return False
    if not silent:
        state.push("hr", "hr", 0).map = [start_line, start_line + 1]
        state.line = start_line + 1
    return True


def _invulveld(state: StateInline, silent: bool) -> bool:
    """Read a placeholder: `[` up to its `]`; emphasis and a footnote may stand inside."""
    if state.src[state.pos] != "[":
        return False
    end, depth = state.pos + 1, 1
    while end < state.posMax:
        depth += {"[": 1, "]": -1}.get(state.src[end], 0)
        if not depth:
            break
        end += 2 if state.src[end] == "\\" else 1
    if end >= state.posMax:
        return False
    if not silent:
        outer_end = state.posMax
        state.push("invulveld_open", "", 1)
        state.pos += 1
        state.posMax = end
        state.md.inline.tokenize(state)
        state.push("invulveld_close", "", -1)
        state.posMax = outer_end
    state.pos = end + 1
    return True
