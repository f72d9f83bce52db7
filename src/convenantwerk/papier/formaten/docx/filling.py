"""The parts of a Word file: template, text, footnotes, pictures and metadata put together."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers.expat import ExpatError
from xml.sax.saxutils import escape

from lxml import etree

from convenantwerk.papier.document import TableOfContents
from convenantwerk.papier.formaten.docx import comments, package
from convenantwerk.papier.formaten.docx.body import Body
from convenantwerk.papier.formaten.docx.elements import W, highest, w
from convenantwerk.papier.formaten.docx.keuring import gekeurd, keur_gevuld
from convenantwerk.papier.formaten.docx.landscape import lay_down
from convenantwerk.papier.formaten.docx.proof import prove
from convenantwerk.papier.formaten.docx.running_header import op_twee_regels
from convenantwerk.papier.formaten.docx.settled import settled
from convenantwerk.papier.formaten.docx.styles import Styles
from convenantwerk.papier.formaten.docx.template import (
    SJABLOON,
    no_word_file,
    only_shown,
    put,
    rendered,
    unusable,
)
from convenantwerk.papier.formaten.docx.text import Text
from convenantwerk.papier.formaten.zip import plain, zipped
from convenantwerk.papier.grenzen import is_eigen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.formaten.zip import Part
    from convenantwerk.papier.layout import Press

LANGUAGE = "nl-NL"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def filled(document: Document, press: Press) -> bytes:
    """Return a document as a Word file; the errors are those of `to_docx`."""
    pad = press.huisstijl.paden.get(SJABLOON, SJABLOON)
    # Two editions in one have no pages; Word counts those of the tracked text itself.
    # Only a table of contents needs page numbers, and that of two editions in one has none; the
    # count in the footer is for Word to make.
    listed = any(isinstance(block, TableOfContents) for block in document.blocks)
    layout = press.layout(document) if listed and not document.renvooi else None
    fields = {
        "titel": document.title,
        "editie": document.edition,
        "voet": document.voet,
        "uitgever": document.publisher,
        "concept": document.concept,
        "paginas": layout.count if layout else "",
    }
    template = Sjabloon(
        press.huisstijl.bestanden.get(SJABLOON, b""), pad, is_eigen(press.huisstijl, SJABLOON)
    )
    parts, fixed = met_velden(template, fields)
    _fill(parts, document, layout.pages if layout else {}, pad)
    return zipped({**parts, **{name: fixed[name] for name in fixed if name in parts}})


class Sjabloon(NamedTuple):
    """A template as a file, its path, and whether it comes from a dossier or with the engine."""

    data: bytes
    pad: str
    eigen: bool


def met_velden(
    template: Sjabloon, fields: Mapping[str, object]
) -> tuple[dict[str, bytes], Mapping[str, Part | bytes]]:
    """Return the parts of a template with fields filled in, and those that have none.

    A run makes a thousand documents that differ in their title. Where the template only shows
    it, the rendering is shared, with a sign in its place that no text can hold.
    """
    loose = _LOS if _shows_only(template) else ()
    shared = {**fields, **{name: f"\ue000{name}\ue001" for name in loose}}
    rest, fixed = _rendered(template, tuple(shared.items()))
    parts = dict(rest)
    for name in loose:
        sign = str(shared[name]).encode()
        value = escape(str(fields[name]), {'"': "&quot;"}).encode()
        parts.update({key: data.replace(sign, value) for key, data in rest.items() if sign in data})
        rest = parts
    return parts, fixed


_LOS = ("titel", "editie", "voet")


@lru_cache(maxsize=4)
def _shows_only(template: Sjabloon) -> bool:
    parts = _opened(template)
    return only_shown({n: plain(v) for n, v in parts.items() if n.endswith(".xml")}, _LOS)


@lru_cache(maxsize=4)  # a run makes several documents with the same fields
def _rendered(
    template: Sjabloon, fields: tuple[tuple[str, object], ...]
) -> tuple[Mapping[str, bytes], Mapping[str, Part | bytes]]:
    """Return the parts of a template with its fields filled in, and those that have none."""
    opened = _opened(template)
    # Fonts and pictures go round the rendering, still deflated.
    fixed = {name: part for name, part in opened.items() if not name.endswith((".xml", ".rels"))}
    light = zipped({**opened, **dict.fromkeys(fixed, b"")})
    parts = rendered(light, dict(fields), template.pad)
    if template.eigen:
        keur_gevuld(parts, template.pad)
    return parts, fixed


@lru_cache(maxsize=2)
def _opened(template: Sjabloon) -> Mapping[str, Part | bytes]:
    """Return the parts of the template, looked at; its metadata are not of the document."""
    try:
        look = partial(gekeurd, pad=template.pad) if template.eigen else package.deflated
        parts: Mapping[str, Part | bytes] = look(template.data)
        relations = package.without_core(plain(parts[package.PACKAGE_RELATIONS]))
    except (
        *(zipfile.BadZipFile, zlib.error, RuntimeError),
        *(LookupError, UnicodeError, ExpatError, etree.XMLSyntaxError),
    ) as error:
        raise no_word_file(template.pad) from error
    return {**parts, package.PACKAGE_RELATIONS: relations}


def _fill(parts: dict[str, bytes], document: Document, pages: Mapping[str, int], pad: str) -> None:
    main = package.related(parts, "", f"{package.OFFICE}/officeDocument") or ""
    styles_name = package.related(parts, main, f"{package.OFFICE}/styles")
    if styles_name is None:
        raise unusable(pad, "het onderdeel met de stijlen ontbreekt")
    styles = Styles(etree.fromstring(parts[styles_name]))
    if missing := styles.missing():
        raise unusable(pad, f"deze stijlen ontbreken: {', '.join(missing)}")
    op_twee_regels(parts, document)
    tree = etree.fromstring(parts[main])
    section = tree.find(f"{{{W}}}body/{{{W}}}sectPr")
    if section is None:
        raise unusable(pad, "de pagina-instelling ontbreekt")
    if document.landscape:
        lay_down(section, styles)
        parts[styles_name] = package.xml(styles.tree)
    notes_name = _notes_of(parts, main)
    notes = etree.fromstring(parts[notes_name])
    first_id = highest(tree, "bookmarkStart", "docPr") + 1
    ready = replace(document, blocks=settled(document))
    first_note = highest(notes, "footnote") + 1
    text = Text(ready, styles, first_id, first_note, comments.free(parts, main))
    body = Body(text, section, pages)
    put(body.write(ready.blocks), tree, pad)
    body.finish()
    notes.extend(text.notes)
    for name, (data, content_type) in body.pictures.items():
        kind, target = f"{package.OFFICE}/image", f"media/{name}"
        package.add(parts, main, kind, target, content_type=content_type, data=data)
    if text.comments is not None:
        comments.write(parts, main, text.comments.found)
    parts[main] = package.xml(tree)
    parts[notes_name] = package.xml(notes)
    if document.renvooi:
        prove(document, parts[main], parts[notes_name], styles)
    core_name = package.related(parts, "", package.CORE)
    if core_name is not None:
        parts[core_name] = package.xml(_core(document))


def _notes_of(parts: dict[str, bytes], main: str) -> str:
    """Return the name of the part for footnotes; whoever saves a template may leave it out."""
    kind = f"{package.OFFICE}/footnotes"
    name = package.related(parts, main, kind)
    if name is not None:
        return name
    lines = (
        w("footnote", w("p", w("r", w(line))), type=line, id=str(number))
        for number, line in enumerate(("separator", "continuationSeparator"), start=-1)
    )
    data = package.xml(w("footnotes", *lines))
    return package.add(parts, main, kind, "footnotes.xml", content_type=FOOTNOTES, data=data)


def _core(document: Document) -> Element:
    """Return who made what on which date; the clock has no say in it."""
    core = etree.Element(
        f"{{{_CORE}}}coreProperties",
        nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI},
    )
    moment = f"{document.op.isoformat()}T00:00:00Z"
    for tag, value in (
        (f"{{{_DC}}}title", document.title),
        (f"{{{_DC}}}subject", document.edition),
        (f"{{{_DC}}}creator", document.publisher),
        (f"{{{_DC}}}language", LANGUAGE),
        (f"{{{_CORE}}}lastModifiedBy", document.publisher),
        (f"{{{_TERMS}}}created", moment),
        (f"{{{_TERMS}}}modified", moment),
    ):
        element = etree.SubElement(core, tag)
        element.text = value
        if tag.startswith(f"{{{_TERMS}}}"):
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return core
