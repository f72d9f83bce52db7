"""One Markdown file to one element of the text tree."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.basis.yaml import bind_text
from convenantwerk.tekst.adressen import Part, afgeleid_anker, parts_of
from convenantwerk.tekst.blokken_lezen import lees_blokken
from convenantwerk.tekst.boom import (
    Blok,
    Element,
    Inline,
    Tekst,
    Tekstbestand,
)
from convenantwerk.tekst.frontmatter import Kop, Kopgegevens, fout_merk, lees_kop
from convenantwerk.tekst.inhoud import Bron, Inhoudlezer, noten_zonder_verwijzing
from convenantwerk.tekst.markdown import ontleed
from convenantwerk.tekst.opmerkingen import losse_opmerkingen, zonder_opmerkingen
from convenantwerk.tekst.schrijven import schrijf_fragment, schrijf_tekst
from convenantwerk.tekst.spaties import met_gewone_spaties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from convenantwerk.basis.diagnostics import Diagnostic

_WOORD = re.compile(r"[^\W_]+")
# What can only stand above an artikel.
_BOVEN_ARTIKEL = ("deel", "boek", "hoofdstuk", "titel", "afdeling")


def lees_tekst(text: str, path: str) -> tuple[Tekstbestand | None, tuple[Diagnostic, ...]]:
    """Read one source file.

    Args:
        text: the whole file.
        path: the file as the user sees it; findings carry it.

    Returns:
        The file as a value, None when it has no heading to hang the text on; and the findings.
    """
    bron, gegevens, front_matter, blocks = _parsed(text, path)
    element = _element(bron, blocks, gegevens)
    noten_zonder_verwijzing(bron)
    losse_opmerkingen(bron)
    bestand = Tekstbestand(front_matter, element) if element else None
    if bestand is not None and not bron.diagnostics:
        _check_whole(bron, schrijf_tekst(bestand))
    return bestand, tuple(bron.diagnostics)


def lees_fragment(text: str, path: str) -> tuple[tuple[Part, ...], tuple[Diagnostic, ...]]:
    """Read a piece of text that an addendum inserts.

    Args:
        text: the whole file: one titled part as in a source file, or several of one level, or
            leden, onderdelen and alineas without a heading, which may come before the titled ones.
        path: the file as the user sees it; findings carry it.

    Returns:
        The parts, none when the file holds no text; and the findings.
    """
    bron, gegevens, _, blocks = _parsed(text, path, stuk=True)
    headings = [node for node in blocks if node.type == "heading"]
    top = min((_niveau(heading) for heading in headings), default=1)
    _check_niveaus(bron, headings, top)
    rest = deque(blocks)
    own = _until_heading_or_rule(rest)
    parts = parts_of(lees_blokken(bron, own))
    alone = not own and sum(_niveau(heading) == top for heading in headings) == 1
    while rest and rest[0].type == "heading":
        element = _part(bron, rest, gegevens if alone else None)
        if alone:
            element = replace(element, inhoud=(*element.inhoud, *_closing(bron, rest, element)))
            rest.clear()
        parts.append(element)
    if headings and _is_artikelen(headings, len(own)):  # a whole text without a heading
        parts += _closing(bron, rest, Element("artikelen", "", "", (), "artikelen", ()))
        rest.clear()
    # A rule closes a whole text, and this is none.
    parts += parts_of(lees_blokken(bron, list(rest)))
    noten_zonder_verwijzing(bron)
    losse_opmerkingen(bron)
    if not parts and not bron.diagnostics:
        bron.report("CV014", bron.position(0))
    if not bron.diagnostics:
        _check_whole(bron, schrijf_fragment(parts))
    return tuple(parts), tuple(bron.diagnostics)


def _parsed(
    text: str, path: str, *, stuk: bool = False
) -> tuple[Bron, Kopgegevens, str, list[SyntaxTreeNode]]:
    """Return the blocks of a file, with its front matter and footnotes read already."""
    text = met_gewone_spaties(text)
    bron = Bron(path, text.split("\n"))
    nodes, bezwaren = ontleed(zonder_opmerkingen(bron), stuk=stuk)
    for bezwaar in bezwaren:
        bron.report(bezwaar.code, bron.position(bezwaar.line), **bezwaar.velden)
    front_matter, gegevens, nodes = _front_matter(bron, nodes)
    _lees_noten(bron, nodes)
    blocks = [node for node in nodes if node.type != "footnote_reference"]
    return bron, gegevens, front_matter, blocks


def _check_whole(bron: Bron, written: str) -> None:
    """Hold what was read, and written back, against the file: every word must be there as often.

    This is the net under all rules above: whatever Markdown drops in silence (a cell too many,
    the title of a figure, lists nested too deep) is a fout here.
    """
    kept = Counter(_WOORD.findall(written))
    there = Counter(_WOORD.findall("\n".join(bron.lines)))
    words = {word for word, count in there.items() if count > kept.get(word, 0)}
    if not words:
        return
    for number, line in enumerate(bron.lines):
        for match in _WOORD.finditer(line):
            if match.group() in words:
                position = bron.position(number, match.start())
                bron.report("CV025", position, woorden=", ".join(sorted(words)[:5]))
                return


def _front_matter(
    bron: Bron, nodes: list[SyntaxTreeNode]
) -> tuple[str, Kopgegevens, list[SyntaxTreeNode]]:
    # An empty line in it means that its end was forgotten, and a later "---" was taken for it.
    if nodes and nodes[0].type == "front_matter" and "\n\n" not in nodes[0].content:
        content = nodes[0].content
        gegevens, found = bind_text(Kopgegevens, content, bron.path, first_line=2)
        bron.diagnostics += found
        return content, gegevens or Kopgegevens(), nodes[1:]
    if bron.lines[0].rstrip() == "---":
        bron.report("CV003", bron.position(0))
        return "", Kopgegevens(), []
    return "", Kopgegevens(), nodes


def _lees_noten(bron: Bron, nodes: list[SyntaxTreeNode]) -> None:
    """Read all footnote texts first, so that they can be put where they are called."""
    plaatsen = bron.noten_op
    for node in nodes:
        if node.type != "footnote_reference":
            continue
        merk = node.meta["label"]
        position = bron.position(node.map[0] if node.map else 0)
        if merk in plaatsen:
            bron.report("CV013", position, merk=merk, bezwaar="staat er twee keer")
            continue
        plaatsen[merk] = position
        if [child.type for child in node.children] != ["paragraph"]:
            bron.report("CV013", position, merk=merk, bezwaar="is niet één alinea")
            continue
        bron.noten[merk] = Inhoudlezer(bron, node.children[0].children[0], is_noot=True).read()


# --- titled parts -------------------------------------------------------------------------


def _element(bron: Bron, nodes: list[SyntaxTreeNode], gegevens: Kopgegevens) -> Element | None:
    koppen = [index for index, node in enumerate(nodes) if node.type == "heading"]
    if koppen and _is_artikelen([nodes[index] for index in koppen], koppen[0]):
        return _artikelen(bron, deque(nodes), gegevens)
    if not koppen or koppen[0] != 0 or _niveau(nodes[0]) != 1:
        if not bron.diagnostics:
            bron.report("CV014", bron.begin(nodes[0]) if nodes else bron.position(0))
        return None
    _check_niveaus(bron, [nodes[index] for index in koppen], 2)
    rest = deque(nodes)
    element = _part(bron, rest, gegevens)
    return replace(element, inhoud=(*element.inhoud, *_closing(bron, rest, element)))


def _is_artikelen(koppen: Sequence[SyntaxTreeNode], aanhef: int) -> bool:
    """Tell whether a file is a text of artikelen, and perhaps bijlagen, and not one artikel alone.

    Args:
        koppen: its headings, at least one.
        aanhef: how many blocks stand before the first.
    """
    top = _niveau(koppen[0])
    soorten = [
        lees_kop(kop.children[0].content, top, None).soort for kop in koppen if _niveau(kop) == top
    ]
    alone = not aanhef and top == 1 and len(soorten) == 1
    return not alone and soorten[0] == "artikel" and set(soorten) <= {"artikel", "bijlage"}


def _artikelen(bron: Bron, nodes: deque[SyntaxTreeNode], gegevens: Kopgegevens) -> Element:
    """Read a text of artikelen without anything above them, its aanhef and its closing lines."""
    koppen = [node for node in nodes if node.type == "heading"]
    top = _niveau(koppen[0])
    _check_niveaus(bron, koppen, top)
    position = bron.begin(nodes[0])
    inhoud: list[Element | Blok] = [*lees_blokken(bron, _until_heading_or_rule(nodes))]
    while nodes and nodes[0].type == "heading":
        inhoud.append(_part(bron, nodes))
    element = Element("artikelen", "", "", (), "artikelen", tuple(inhoud), 0, position=position)
    element = replace(element, ontbreekt=gegevens.status == "ontbreekt")
    return replace(element, inhoud=(*inhoud, *_closing(bron, nodes, element)))


def _check_niveaus(bron: Bron, koppen: list[SyntaxTreeNode], laagst: int) -> None:
    """No heading skips a level, and after the first none is below `laagst`."""
    for before, here in pairwise(koppen):
        if _niveau(here) > _niveau(before) + 1 or _niveau(here) < laagst:
            hoogst = _niveau(before) + 1 if _niveau(here) >= laagst else laagst
            velden = {"gevonden": "#" * _niveau(here), "verwacht": "#" * hoogst}
            bron.report("CV022", bron.begin(here), **velden)


def _part(bron: Bron, nodes: deque[SyntaxTreeNode], gegevens: Kopgegevens | None = None) -> Element:
    """Read the element that begins with the first node; what comes after it is left in `nodes`."""
    heading = nodes.popleft()
    niveau = _niveau(heading)
    content = heading.children[0].content
    kop = lees_kop(content, niveau, gegevens)
    if wat := fout_merk(content[kop.window[0] : kop.window[1]]):
        bron.report("CV019", bron.begin(heading), wat=wat)
    if not bron.lines[bron.begin(heading).line - 1].rstrip().endswith(content):
        bron.report("CV019", bron.begin(heading), wat="een '#' aan het eind van een kop valt weg")
    if kop.onleesbaar:
        bron.report("CV046", bron.begin(heading), kop=content)
    inhoud: list[Element | Blok] = []
    inhoud += lees_blokken(bron, _until_heading_or_rule(nodes))
    while nodes and nodes[0].type == "heading" and _niveau(nodes[0]) > niveau:
        part = _part(bron, nodes)
        if kop.soort == "artikel" and part.soort in _BOVEN_ARTIKEL and part.nummer:
            bron.report("CV047", part.position, wat=part.soort, merk=part.aanduiding)
        inhoud.append(part)
    return _make(bron, heading, kop, inhoud, gegevens)


def _make(
    bron: Bron,
    heading: SyntaxTreeNode,
    kop: Kop,
    inhoud: list[Element | Blok],
    gegevens: Kopgegevens | None,
) -> Element:
    vooraf, opschrift = _kop_inhoud(bron, heading, kop)
    element = Element(
        soort=kop.soort,
        aanduiding=kop.aanduiding,
        nummer=kop.nummer,
        opschrift=opschrift,
        anker=kop.anker,
        inhoud=tuple(inhoud),
        niveau=_niveau(heading),
        eigen_anker=bool(kop.anker),
        ontbreekt=gegevens is not None and gegevens.status == "ontbreekt",
        feiten=gegevens.feiten() if gegevens is not None else None,
        scheiding=kop.scheiding,
        vooraf=vooraf,
        dekt=kop.dekt,
        position=bron.begin(heading),
        opmerkingen=bron.opmerkingen_bij(heading),
    )
    return element if kop.anker else replace(element, anker=afgeleid_anker(element))


def _kop_inhoud(
    bron: Bron, heading: SyntaxTreeNode, kop: Kop
) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Return the open choice before an aanduiding, mostly nothing, and the title after it."""
    inline = heading.children[0]
    if not kop.vooraf:
        return (), Inhoudlezer(bron, inline, kop.window).read()
    whole = Inhoudlezer(bron, inline, (0, kop.window[1])).read()
    merk = kop.aanduiding + kop.scheiding
    for at, part in enumerate(whole):
        if isinstance(part, Tekst) and (found := part.tekst.find(merk)) >= 0:
            before, after = part.tekst[:found].rstrip(), part.tekst[found + len(merk) :].lstrip()
            return (
                (*whole[:at], *((Tekst(before),) if before else ())),
                (*((Tekst(after),) if after else ()), *whole[at + 1 :]),
            )
    return (), whole


def _closing(bron: Bron, nodes: Sequence[SyntaxTreeNode], element: Element) -> Iterator[Element]:
    """Read what follows a rule `---`: the closing lines of the whole text, under no artikel."""
    if not nodes:
        return
    bloks = tuple(lees_blokken(bron, list(nodes)[1:]))
    if not bloks:
        return
    yield Element(
        soort="slot",
        aanduiding="",
        nummer="",
        opschrift=(),
        anker=f"{element.anker}-slot",
        inhoud=bloks,
        niveau=0,
        position=bron.begin(nodes[0]),
    )


def _until_heading_or_rule(nodes: deque[SyntaxTreeNode]) -> list[SyntaxTreeNode]:
    """Take off the nodes that come before a heading or rule."""
    taken: list[SyntaxTreeNode] = []
    while nodes and nodes[0].type not in ("heading", "hr"):
        taken.append(nodes.popleft())
    return taken


def _niveau(node: SyntaxTreeNode) -> int:
    return int(node.tag[1:])
