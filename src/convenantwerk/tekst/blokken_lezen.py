"""Blocks of one Markdown file: paragraphs, lists, tables, figures and places for registers."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote

from convenantwerk.tekst.aanduidingen import STREPEN, find_mark, form, is_twijfel
from convenantwerk.tekst.boom import (
    Alinea,
    Blok,
    Figuur,
    Inline,
    Onderdeel,
    OnderdeelSoort,
    Opsomming,
    Registerplaats,
    Tabel,
    Tekst,
    Uitlijning,
    plain,
)
from convenantwerk.tekst.inhoud import Bron, Inhoudlezer
from convenantwerk.tekst.verwijswoorden import ARTIKEL_MET_TEKST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from convenantwerk.basis.diagnostics import Position

REGISTERS = ("ondertekenaars",)
_UITLIJNING: dict[str, Uitlijning] = {
    "text-align:center": "midden",
    "text-align:right": "rechts",
}
# Paragraphs that look like something else; they are text, but probably not meant so.
_LIJKT = (
    (
        re.compile(r"Artikel \d+[a-z]{0,2} [A-Z][^.:;,]*$"),
        "een kop",
        "zet er '## ' voor als dit een kop is",
    ),
    (
        ARTIKEL_MET_TEKST,
        "een artikel",
        "zet '## Artikel' met het nummer op een eigen regel, en de tekst eronder",
    ),
    (re.compile(r"#{7}"), "een kop", "een kop heeft hoogstens zes keer '#'"),
    (re.compile(r"#{1,6}(?!#)"), "een kop", "zet een spatie na '#'"),
    (
        re.compile(r"::"),
        "de plaats van een register",
        "schrijf op een eigen regel '::: ondertekenaars'",
    ),
    (
        re.compile(r"\|"),
        "een tabel",
        "zet onder de kop een regel '| --- | --- |' met evenveel vakken",
    ),
)
# What may be meant as the next mark of a list: "1/", "a:", "IV -", "b )", "a1.".
_LIJKT_MERK = re.compile(
    r"[(\[]?(?:\d{1,2}[a-z]?|[a-zA-Z\u03b1-\u03c9]\d?|[ivxIVX]{2,4})\s?[.):/>\]-]{1,2}(?=\s)"
    r"|\d{1,2}\.[a-z](?=\s)"
)
_SAMENGEVOEGD = "^^"  # by which other kinds of Markdown join a cell to the one above it
_CEL = re.compile(r"(?<!\\)\|")


def lees_blokken(bron: Bron, nodes: Sequence[SyntaxTreeNode]) -> list[Blok]:
    """Read what stands under a heading or in an item; what cannot stand there is a finding."""
    bloks: list[Blok] = []
    for blok in (blok for node in nodes for blok in _blok(bron, node)):
        last = bloks[-1] if bloks else None
        if isinstance(last, Opsomming) and isinstance(blok, Opsomming) and _same_form(last, blok):
            # Indented unevenly, but a reader sees one list.
            bloks[-1] = replace(last, onderdelen=(*last.onderdelen, *blok.onderdelen))
        else:
            bloks.append(blok)
    for before, here in pairwise(bloks):
        if (
            isinstance(before, Opsomming)
            and isinstance(here, Opsomming)
            and (before.soort, here.soort) == ("lid", "letter")
        ):
            bron.report("CV018", here.position, merk=here.onderdelen[0].merk)
        if isinstance(before, Opsomming) and isinstance(here, Alinea):
            _meld_merk(bron, here)
    return bloks


def _meld_merk(bron: Bron, alinea: Alinea) -> None:
    """Report what may be meant as an item of the list before it, but begins as no mark does."""
    line = bron.lines[alinea.position.line - 1][alinea.position.column - 1 :]
    if merk := _onbekend_merk(line):
        _meld_onderdeel(bron, alinea.position, merk)


def _onbekend_merk(line: str) -> str:
    """Return what a line begins with that may be meant as a mark, and is none; mostly ""."""
    match = _LIJKT_MERK.match(line)
    return match.group() if match and find_mark(line) is None else ""


def _meld_onderdeel(bron: Bron, position: Position, merk: str) -> None:
    tip = "schrijf het teken als in de opsomming erboven, in volgorde"
    bron.report("CV017", position, tekst=merk, wat="een onderdeel", tip=tip)


def _same_form(one: Opsomming, other: Opsomming) -> bool:
    return form(one.onderdelen[0].merk) == form(other.onderdelen[0].merk)


def _blok(bron: Bron, node: SyntaxTreeNode) -> list[Blok]:
    match node.type:
        case "paragraph":
            return [_alinea(bron, node)]
        case "opsomming":
            return [_opsomming(bron, node)]
        case "table":
            return [_tabel(bron, node)]
        case "registerplaats":
            return _registerplaats(bron, node)
        case "footnote_reference":
            return _misplaced(bron, node, "een noot staat ingesprongen in een lijst")
        case "heading":
            return _misplaced(bron, node, "een kop staat in een lijst of na een regel '---'")
        case _:
            return _misplaced(bron, node, "een regel '---' staat hier niet goed")


def _misplaced(bron: Bron, node: SyntaxTreeNode, wat: str) -> list[Blok]:
    """Report what stands where it cannot, and keep its words as they are written."""
    position = bron.begin(node)
    bron.report("CV019", position, wat=wat)
    start, end = node.map or (0, 0)
    return [Alinea((Tekst(" ".join(" ".join(bron.lines[start:end]).split())),), position)]


def _alinea(bron: Bron, node: SyntaxTreeNode) -> Blok:
    inline = node.children[0]
    lezer = Inhoudlezer(bron, inline)
    position = lezer.position(0)
    if [child.type for child in inline.children] == ["image"]:
        image = inline.children[0]
        if not image.content.strip():
            wat = "de figuur heeft geen tekst voor wie haar niet kan zien"
            bron.report("CV019", position, wat=wat)
        return Figuur(unquote(str(image.attrs["src"])), image.content, position)
    inhoud = lezer.read()
    voor = bron.lines[position.line - 1][: position.column - 1].strip()
    for pattern, wat, tip in () if voor in set(STREPEN) else _LIJKT:  # a contents list is no text
        if pattern.match(plain(inhoud)):
            bron.report("CV017", position, tekst=plain(inhoud)[:60], wat=wat, tip=tip)
    lines = inline.content.split("\n")
    for offset, (before, line) in enumerate(pairwise(lines), start=1):
        found = find_mark(line)
        if before.endswith((";", ":")) and (one := _onbekend_merk(line)):
            _meld_onderdeel(bron, bron.position(position.line - 1 + offset), one)
        if found and found[0] != "streep" and not is_twijfel(found[1]):
            tip = "zet er een lege regel voor als hier een lid of onderdeel begint"
            here = bron.position(position.line - 1 + offset)
            bron.report("CV017", here, tekst=found[1], wat="het begin van een lid", tip=tip)
    return Alinea(inhoud, position, bron.opmerkingen_bij(node))


def _opsomming(bron: Bron, node: SyntaxTreeNode) -> Opsomming:
    onderdelen = tuple(_onderdeel(bron, item) for item in node.children)
    return Opsomming(cast("OnderdeelSoort", node.meta["soort"]), onderdelen, bron.begin(node))


def _onderdeel(bron: Bron, item: SyntaxTreeNode) -> Onderdeel:
    """Read an item; what stands above its first words is about all of it."""
    opmerkingen = bron.opmerkingen_bij(item, onder=False)
    return Onderdeel(
        "-" if item.meta["merk"] in STREPEN else item.meta["merk"],
        tuple(lees_blokken(bron, item.children)),
        bron.begin(item),
        opmerkingen,
    )


def _registerplaats(bron: Bron, node: SyntaxTreeNode) -> list[Blok]:
    register = node.meta["naam"]
    if register not in REGISTERS:
        wat = f"register '{register}' bestaat niet; wel: {', '.join(REGISTERS)}"
        return _misplaced(bron, node, wat)
    return [Registerplaats(register, bron.begin(node))]


def _tabel(bron: Bron, node: SyntaxTreeNode) -> Tabel:
    rows = [row for group in node.children for row in group.children]
    columns = len(rows[0].children)
    for row in rows[1:]:
        line = row.map[0] if row.map else 0
        source = bron.lines[line].strip()
        if len(_CEL.split(source.strip("|"))) > columns:
            bron.report("CV019", bron.position(line), wat="de rij heeft meer cellen dan de kop")
        if not source.startswith("|"):
            wat = "deze regel staat direct onder een tabel en wordt er een rij van"
            bron.report("CV019", bron.position(line), wat=wat)
    cells = [tuple(_cellen(bron, row)) for row in rows]
    uitlijning = tuple(
        _UITLIJNING.get(str(cell.attrs.get("style", "")), "links") for cell in rows[0].children
    )
    opmerkingen = bron.opmerkingen_bij(node)
    return Tabel(cells[0], tuple(cells[1:]), uitlijning, bron.begin(node), opmerkingen)


def _cellen(bron: Bron, row: SyntaxTreeNode) -> Iterator[tuple[Inline, ...]]:
    line = bron.lines[row.map[0]] if row.map else ""
    after = 0
    for cell in row.children:
        inline = cell.children[0]
        written = inline.content.replace("|", "\\|")
        begin = max(line.find(written, after), after)
        after = begin + len(written)
        if inline.content.strip() == _SAMENGEVOEGD:
            position = replace(bron.position(row.map[0] if row.map else 0), column=begin + 1)
            bron.report("CV019", position, wat="cellen van een tabel zijn niet samen te voegen")
        yield Inhoudlezer(bron, inline, binnen=(begin, after)).read()
