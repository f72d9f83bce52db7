"""Markdown to tokens: markdown-it-py with the block and inline rules of a legal text.

What CommonMark would read as something else is switched off, so that a text never changes
behind the back of its author: no HTML, links, code, entities or setext headings. What legal text
needs is added: leden (`5.3`), lettered onderdelen (`a.`), `1°.`, invulvelden (`[Naam Partij]`)
and places for registers (`::: ondertekenaars`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_block import table
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote.index import footnote_def
from mdit_py_plugins.front_matter import front_matter_plugin

from convenantwerk.tekst.aanduidingen import LETTERLIJK
from convenantwerk.tekst.boom import CELREGEL, DIEPTE
from convenantwerk.tekst.haken import nootmerken, sluithaken
from convenantwerk.tekst.opsommingen import DIEPE, MIDDENIN, lees_opsomming, regel

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

TE_DIEP = "te diep"  # the key of a token whose content is left as it is written
KOLOMMEN = 100  # a row of one mark makes as many cells, and no sheet holds more

# Under this key the rule keeps on which lines it gave up.
_BREDE = "tabellen te breed"
_WIT = re.compile(r"[ \t\n]*")
# Of bounded length, so that reading stays linear.
_TWEE = re.compile(r"\^{2,}|~{2,}")
_HOOG_OF_LAAG = re.compile(r"(\^|~)([^\s^~*_\[\]\\|<]{1,40})\1")
_DIRECTIVE = re.compile(r":::\s*(?P<naam>[a-z-]+)\s*$")
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
    md.disable(list(_SWITCHED_OFF))
    md.block.ruler.at("table", _tabel, {"alt": ["paragraph"]})
    md.block.ruler.at("list", _opsomming, {"alt": ["paragraph"]})
    md.block.ruler.at("paragraph", _alinea)
    md.block.ruler.at("hr", _slotregel, {"alt": ["paragraph"]})
    md.block.ruler.before("reference", "noottekst", _noottekst, {"alt": ["paragraph"]})
    md.block.ruler.before("list", "registerplaats", _registerplaats, {"alt": ["paragraph"]})
    md.inline.ruler.before("escape", "streepje", _letterlijk)
    md.inline.ruler.before("emphasis", "hoogte", _hoogte)
    md.inline.ruler.before("hoogte", "celregel", _celregel)
    md.inline.ruler.at("image", _figuur)
    md.inline.ruler.after("image", "noot", _noot)
    md.inline.ruler.after("noot", "invulveld", _invulveld)
    return md


class Bezwaar(NamedTuple):
    """What cannot be read as it stands: a code, the line counted from 0, and what it names."""

    code: str
    line: int
    velden: dict[str, object]


def ontleed(text: str, *, stuk: bool = False) -> tuple[list[SyntaxTreeNode], list[Bezwaar]]:
    """Take a text apart.

    Args:
        text: the whole file.
        stuk: it is a piece of a text, that may begin with "3e." in the midst of a list.

    Returns:
        Its blocks; and what was read as plain text, since it lies too deep or is too wide. An
        inline node in which something lies too deep has no children, and says so.
    """
    begin = text[: len(text) - len(text.lstrip())].count("\n")
    env: dict[str, Any] = {DIEPE: set(), _BREDE: {}, MIDDENIN: begin if stuk else -1}
    tokens = parser().parse(text, env)
    for token in tokens:
        children = token.children or ()
        if len(children) > DIEPTE and any(child.level > DIEPTE for child in children):
            token.children = []
            token.meta[TE_DIEP] = True
    lines = env[DIEPE]
    bezwaren = [
        Bezwaar("CV040", line, {"wat": "opsommingen", "diepte": DIEPTE})
        for line in sorted(lines)
        if line - 1 not in lines  # what lies below it is mended with it
    ]
    for line, columns in env[_BREDE].items():
        bezwaren.append(Bezwaar("CV041", line, {"aantal": columns, "hoogstens": KOLOMMEN}))
    return SyntaxTreeNode(tokens).children, bezwaren


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
    inline.content = "\n".join(regel(state, n) for n in range(start_line, line)).rstrip(" \t")
    inline.map = [start_line, line]
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _opsomming(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    return lees_opsomming(state, start_line, end_line, silent=silent)


def _tabel(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read a table; one that is too wide for any sheet stays text."""
    columns = regel(state, start_line).strip("| ").count("|") + 1
    if columns <= KOLOMMEN:
        return table(state, start_line, end_line, silent)
    if table(state, start_line, end_line, True):
        state.env[_BREDE][start_line] = columns
    return False


def _registerplaats(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read the place where a register is printed."""
    match = _DIRECTIVE.match(regel(state, start_line))
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
    if regel(state, start_line).rstrip() != "---":
        return False
    if not silent:
        state.push("hr", "hr", 0).map = [start_line, start_line + 1]
        state.line = start_line + 1
    return True


def _noottekst(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read the text of a note; that of another cannot begin in it, on the same line."""
    return state.parentType != "footnote" and footnote_def(state, start_line, end_line, silent)


def _letterlijk(state: StateInline, silent: bool) -> bool:
    """Read a dash or bullet after a backslash, which keeps it from opening a list."""
    src, pos = state.src, state.pos
    if src[pos] != "\\" or pos + 1 >= state.posMax or src[pos + 1] not in LETTERLIJK:
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.content, token.markup, token.info = src[pos + 1], src[pos : pos + 2], "escape"
    state.pos += 2
    return True


def _figuur(state: StateInline, silent: bool) -> bool:
    """Read a figure: `![what it shows](path)`, as markdown-it does, but for links by name."""
    src, end = state.src, state.posMax
    label = sluithaken(src).get(state.pos + 1) if src.startswith("![", state.pos) else None
    if label is None or not src.startswith("](", label):
        return False
    at = _na_wit(src, label + 2)
    if at >= end:
        return False
    pad = ""
    found = parseLinkDestination(src, at, end)
    if found.ok:
        pad = state.md.normalizeLink(found.str)
        at, pad = (found.pos, pad) if state.md.validateLink(pad) else (at, "")
    title = _na_wit(src, at)
    if title > at and (bijschrift := parseLinkTitle(src, title, end)).ok:
        title = _na_wit(src, bijschrift.pos)
    if title >= end or src[title] != ")":
        return False
    if not silent:
        token = state.push("image", "img", 0)
        token.attrs = {"src": pad, "alt": ""}
        token.content = src[state.pos + 2 : label]
    state.pos = title + 1
    return True


def _celregel(state: StateInline, silent: bool) -> bool:
    """Read where a line ends within a cell of a table, `<br>`; elsewhere those are signs."""
    if not state.src.startswith(CELREGEL, state.pos, state.posMax):
        return False
    if not silent:
        state.push("celregel", "", 0)
    state.pos += len(CELREGEL)
    return True


def _hoogte(state: StateInline, silent: bool) -> bool:
    """Read what stands high, `^2^`, or low, `~2~`: some characters, no space or mark among them.

    Two of a sign beside each other begin nothing, and are those signs.
    """
    if twee := _TWEE.match(state.src, state.pos, state.posMax):
        if not silent:
            state.pending += twee[0]
        state.pos = twee.end()
        return True
    match = _HOOG_OF_LAAG.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("hoogte", "", 0)
        token.markup, token.content = match[1], match[2]
    state.pos = match.end()
    return True


def kan_zweven(text: str) -> bool:
    """Tell whether a source can say of a text that it stands high or low."""
    return _HOOG_OF_LAAG.fullmatch(f"^{text}^") is not None


def _na_wit(text: str, at: int) -> int:
    match = _WIT.match(text, at)
    return match.end() if match else at


def _noot(state: StateInline, silent: bool) -> bool:
    """Read where a note is called: `[^3]`, also when there is no text for it."""
    end = nootmerken(state.src).get(state.pos) if state.src[state.pos] == "[" else None
    if end is None or end >= state.posMax:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": state.src[state.pos + 2 : end]}
    state.pos = end + 1
    return True


def _invulveld(state: StateInline, silent: bool) -> bool:
    """Read a placeholder: `[` up to its `]`; emphasis and a footnote may stand inside."""
    end = sluithaken(state.src).get(state.pos) if state.src[state.pos] == "[" else None
    if end is None or state.level > DIEPTE:
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
