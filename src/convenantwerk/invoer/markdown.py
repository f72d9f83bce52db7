"""Markdown (.md) as others write it, in the style of GitHub, to brokken.

It is made a web page first, as a reader sees it, and that is read as one; each block carries the
line it stands on. The words are counted in the tokens, which is another road.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import Ingelezen, Plek, Weggelaten
from convenantwerk.invoer.codering import ontcijfer, twijfel_over_letters
from convenantwerk.invoer.grenzen import keur_aantal, keur_omvang, weiger
from convenantwerk.invoer.html.lezen import ontleed
from convenantwerk.invoer.html.lopen import Loper
from convenantwerk.invoer.html.woorden import COMMENTAAR, woorden_van
from convenantwerk.tekst.aanduidingen import find_mark, is_twijfel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

    from convenantwerk.invoer.brok import Wens

FORMAAT = "Markdown"
_REGEL = "data-regel"
_GEGEVENS = re.compile(
    r"---[ \t]*\n(?=[\w\"'][\w \"'-]{0,60}:)(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_DIEPTE = 60  # blocks in each other: a page of them must not be too deep to read
# A word by letters, or a long number: marks of lists are short ones, and are counted as shown.
_WOORD = re.compile(r"[^\W_]*[^\W\d_][^\W_]*|\d{4,}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NOOTBEGIN = re.compile(r"^ {0,3}\[\^[^\]\n]+\]:", re.MULTILINE)
_WAARDE = re.compile(r"\"([^\"]*)\"")


def lees(data: bytes, path: str, wens: Wens) -> Ingelezen:
    """Return a file of Markdown as brokken.

    Raises:
        OnleesbaarError: CV951, it is too large or too deep; CV952, its letters cannot be told.
    """
    del wens  # Markdown has no tracked changes
    keur_omvang(data, path)
    text, codering = ontcijfer(data, path)
    voor = _GEGEVENS.match(text)
    gegevens = voor[0] if voor else ""
    lopend = "\n" * gegevens.count("\n") + text[len(gegevens) :]
    pagina = als_pagina(lopend, path)
    loper = Loper(_regel_van, eigen=False)
    wortel = ontleed(pagina, path)
    if wortel is not None:
        loper.loop(wortel)
    keur_aantal(loper.brokken, path)
    weg = [*_niet_getoond(lopend, pagina)]
    if gegevens:
        weg.insert(0, Weggelaten(" ".join(gegevens.split()), Plek("regel", 1), "bestandsgegevens"))
    erbij = [woord for deel in weg for woord in woorden(deel.tekst)]
    regels = ((r, Plek("regel", n)) for n, r in enumerate(text.split("\n"), 1))
    return Ingelezen(
        FORMAAT,
        tuple(loper.brokken),
        (*erbij, *woorden_van(pagina)),
        weggelaten=(*weg, *loper.weg),
        bewerkt=tuple(loper.bewerkt),
        onzeker=(*loper.onzeker, *twijfel_over_letters(regels, codering)),
    )


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True, "maxNesting": _DIEPTE})
    md.enable(["table", "strikethrough"])
    md.use(footnote_plugin)
    md.add_render_rule("footnote_caption", _nootnaam)
    md.add_render_rule("footnote_block_open", _nootvak)
    return md


def _nootnaam(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: object, env: object
) -> str:
    """Return what a note is called where it is called: its own name, not its number."""
    del renderer, options, env
    meta = tokens[at].meta
    return f"[{html.escape(str(meta.get('label', meta['id'] + 1)))}]"


def _nootvak(*_: object) -> str:
    """Return what the notes of a page begin with: no line across it."""
    return "<section><ol>\n"


def als_pagina(text: str, path: str) -> str:
    """Return Markdown as a web page, of which each block says on which line it stands.

    Raises:
        OnleesbaarError: CV951, lists or quotations lie too deep in each other.
    """
    env: dict[str, object] = {}
    tokens = _parser().parse(text, env)
    if any(token.level >= _DIEPTE - 1 for token in tokens):
        weiger(path, f"er staan meer dan {_DIEPTE} lijsten of citaten in elkaar")
    for token in tokens:
        if token.map and token.nesting >= 0:
            token.attrSet(_REGEL, str(token.map[0] + 1))
        if token.type == "inline":
            _breek_voor_merken(token.children or [])
    _nummer(tokens)
    return str(_parser().renderer.render(tokens, _parser().options, env))


def _breek_voor_merken(delen: Sequence[Token]) -> None:
    """Keep the end of a line before "b.": what Markdown glues together, people write apart."""
    for deel, volgende in pairwise(delen):
        if deel.type != "softbreak" or volgende.type != "text":
            continue
        merk = find_mark(volgende.content)
        if merk is not None and not is_twijfel(merk[1]):
            deel.type, deel.tag = "hardbreak", "br"


def _nummer(tokens: Sequence[Token]) -> None:
    """Give items of numbered lists the numbers that were written; when all are one, they count."""
    open_: list[list[Token]] = []
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            open_.append([])
        elif token.type == "list_item_open" and open_:
            open_[-1].append(token)
        elif token.type == "ordered_list_close" and open_:
            items = open_.pop()
            telt = len({item.info for item in items}) == 1
            for nummer, item in enumerate(items):
                getal = int(item.info) + nummer if telt else int(item.info)
                item.attrSet("data-merk", f"{getal}{item.markup}")
        elif token.type == "bullet_list_close" and open_:
            open_.pop()


def _niet_getoond(text: str, pagina: str) -> Iterator[Weggelaten]:
    """Yield the words of a file that its page does not show, by line.

    A cell too many in a row, a note that nothing calls, a comment, the title of a link.
    """
    getoond = Counter(_WOORD.findall(html.unescape(_TAG.sub(_waarden, COMMENTAAR.sub("", pagina)))))
    schoon = html.unescape(_TAG.sub(_waarden, _NOOTBEGIN.sub("", text)))
    weg = Counter(_WOORD.findall(schoon)) - getoond
    if not weg:
        return
    for nummer, regel in enumerate(schoon.split("\n"), 1):
        woorden_ = []
        for woord in _WOORD.findall(regel):
            if weg[woord] > 0:
                weg[woord] -= 1
                woorden_.append(woord)
        if woorden_:
            yield Weggelaten(" ".join(woorden_), Plek("regel", nummer), "verborgen")


def _waarden(match: re.Match[str]) -> str:
    return f" {' '.join(_WAARDE.findall(match[0]))} "


def _regel_van(element: etree._Element) -> Plek | None:
    """Return the line on which a block stands; None when that is not known."""
    boven: etree._Element | None = element
    while boven is not None:
        regel = boven.get(_REGEL)
        if regel and regel.isdecimal():
            return Plek("regel", int(regel[:7]))
        boven = boven.getparent()
    return None
