"""Tracked changes accepted or rejected, by the rules of ECMA-376 part 1, 17.13.5.

This is how the engine reads back what it wrote, and how any other Word file can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from convenantwerk.papier.formaten.docx.elements import LINKS, W
from convenantwerk.papier.formaten.docx.package import xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element


def _tags(*names: str) -> frozenset[str]:
    return frozenset(f"{{{W}}}{name}" for name in names)


NEW, OLD = _tags("ins", "moveTo", "cellIns"), _tags("del", "moveFrom", "cellDel")
# Properties that changed; the element inside tells what they were.
_CHANGES = _tags(
    *("pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblPrExChange"),
    *("trPrChange", "tcPrChange", "tblGridChange", "numberingChange"),
)
_RANGES = _tags("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
# What a change of properties does not touch.
_LASTING = _tags("rPr", "sectPr", "headerReference", "footerReference") | NEW | OLD
_LEADING = _tags("headerReference", "footerReference") | NEW | OLD
_ROW, _CELL, _RUN, _PARAGRAPH = (f"{{{W}}}{tag}" for tag in ("trPr", "tcPr", "rPr", "p"))
_DELETED = {f"{{{W}}}delText": f"{{{W}}}t", f"{{{W}}}delInstrText": f"{{{W}}}instrText"}
_CALL, _NOTE = f"{{{W}}}footnoteReference", f"{{{W}}}footnote"
_ID = f"{{{W}}}id"
_BEGIN, _END = f"{{{W}}}bookmarkStart", f"{{{W}}}bookmarkEnd"


def accept_all(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Word file with every change accepted."""
    return _all(parts, OLD)


def reject_all(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Word file with every change rejected."""
    return _all(parts, NEW)


def accept(*trees: Element) -> None:
    """Accept every change in the parts of one Word file, in place."""
    _resolve(trees, OLD)


def reject(*trees: Element) -> None:
    """Reject every change in the parts of one Word file, in place."""
    _resolve(trees, NEW)


def _all(parts: Mapping[str, bytes], drops: frozenset[str]) -> dict[str, bytes]:
    names = [name for name in parts if name.startswith("word/") and name.endswith(".xml")]
    trees = {name: etree.fromstring(parts[name]) for name in names}
    _resolve(trees.values(), drops)
    return {**parts, **{name: xml(tree) for name, tree in trees.items()}}


def _resolve(trees: Iterable[Element], drops: frozenset[str]) -> None:
    """Drop what one edition does not have; `drops` are the wrappers of that."""
    roots = list(trees)
    before = _called(roots)
    for root in roots:
        _properties(root, is_old=drops is NEW)
        _paragraphs(_wrappers(root, drops))
        _tidy(root)
    gone = before - _called(roots)
    for root in roots:
        for note in list(root.iter(_NOTE)):
            if note.get(_ID) in gone:
                note.getparent().remove(note)


def _called(roots: Iterable[Element]) -> set[str]:
    return {call.get(_ID) for root in roots for call in root.iter(_CALL)}


def _properties(root: Element, *, is_old: bool) -> None:
    """Give back the properties of before, or forget them."""
    for change in list(root.iter(*_CHANGES)):
        of = change.getparent()
        of.remove(change)
        if is_old and len(change):
            lasting = [child for child in of if child.tag in _LASTING]
            leading = [child for child in lasting if child.tag in _LEADING]
            trailing = [child for child in lasting if child.tag not in _LEADING]
            of[:] = [*leading, *change[0], *trailing]


def _wrappers(root: Element, drops: frozenset[str]) -> list[Element]:
    """Drop or unwrap what is marked; return the paragraphs whose end goes."""
    merged = []
    for mark in list(root.iter(*NEW, *OLD)):
        parent = mark.getparent()
        goes = mark.tag in drops
        if parent.tag in (_ROW, _CELL):
            parent.remove(mark)
            if goes:
                whole = parent.getparent()
                whole.getparent().remove(whole)
        elif parent.tag == _RUN:
            parent.remove(mark)
            if goes and parent.getparent().tag == f"{{{W}}}pPr":
                merged.append(parent.getparent().getparent())
        elif goes:
            parent.remove(mark)
        else:
            _unwrap(mark)
    for mark in list(root.iter(*_RANGES)):
        mark.getparent().remove(mark)
    for link in list(root.iter(*LINKS)):
        if not len(link):
            link.getparent().remove(link)
    return merged


def _unwrap(mark: Element) -> None:
    for text in list(mark.iter(*_DELETED)):
        text.tag = _DELETED[text.tag]
    parent = mark.getparent()
    place = parent.index(mark)
    parent[place : place + 1] = list(mark)


def _paragraphs(merged: Iterable[Element]) -> None:
    """Join every paragraph whose end went with the next, which keeps its own properties."""
    for paragraph in merged:
        content = _content(paragraph)
        parent, following = paragraph.getparent(), paragraph.getnext()
        if following is not None and following.tag == _PARAGRAPH:
            start = 1 if len(following) and following[0].tag == f"{{{W}}}pPr" else 0
            following[start:start] = content
            parent.remove(paragraph)
        elif not content and len(parent) > 1 + (parent.tag == f"{{{W}}}tc"):
            parent.remove(paragraph)


def _content(paragraph: Element) -> list[Element]:
    """Return what is left in a paragraph; a bookmark around nothing went with what it marked."""
    content = [child for child in paragraph if child.tag != f"{{{W}}}pPr"]
    begun = {child.get(_ID) for child in content if child.tag == _BEGIN}
    ended = {child.get(_ID) for child in content if child.tag == _END}
    marks_nothing = begun == ended and all(child.tag in (_BEGIN, _END) for child in content)
    return [] if marks_nothing else content


def _tidy(root: Element) -> None:
    """Take away the tables and frames of which nothing is left."""
    for table in list(root.iter(f"{{{W}}}tbl")):
        if table.find(f"{{{W}}}tr") is None:
            table.getparent().remove(table)
    for content in list(root.iter(f"{{{W}}}sdtContent")):
        if not len(content):
            frame = content.getparent()
            frame.getparent().remove(frame)
