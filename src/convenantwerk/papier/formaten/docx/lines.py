"""The lines of a Word file, as a reader sees them: style, words, emphasis, notes, tables.

A line is read from the XML, or told from the blocks that the XML should hold; neither knows how
the exporter writes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.papier.aaneen import HARD
from convenantwerk.papier.formaten.docx.elements import WP, W, clean
from convenantwerk.papier.formaten.docx.styles import DEPTHS, HEADINGS, PARAGRAPHS, TOC_DEPTHS
from convenantwerk.papier.formaten.docx.text import HEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from convenantwerk.papier.formaten.docx.styles import Styles

    # Text, whether it is bold, italic, high or low; or the sign of a note, and what stands in it.
    Span = tuple[str, bool, bool, str] | tuple[str, tuple["Span", ...]]
    Line = tuple[str, tuple[Span, ...]]

ROW = "rij"  # a line that tells how many cells a row has
PARTINGS: Mapping[d.HeadingKind, str] = {
    "deel": "\n",
    "hoofdstuk": "\t",
    "paragraaf": "\t",
    "artikel": "\u2002",
}
_P, _TR, _TC, _R = (f"{{{W}}}{tag}" for tag in ("p", "tr", "tc", "r"))
_STYLE = f"{{{W}}}pPr/{{{W}}}pStyle"
_RPR, _B, _I, _VAL = (f"{{{W}}}{tag}" for tag in ("rPr", "b", "i", "val"))
_HEIGHT = f"{{{W}}}vertAlign"
_PLAIN = (False, False, "")
_T, _TAB, _BR, _CALL = (f"{{{W}}}{tag}" for tag in ("t", "tab", "br", "footnoteReference"))
_DRAWING, _FIELD, _CODE = (f"{{{W}}}{tag}" for tag in ("drawing", "fldChar", "instrText"))
_ID, _OWN_SIGN, _FIELD_KIND = (
    f"{{{W}}}{tag}" for tag in ("id", "customMarkFollows", "fldCharType")
)


class Reader:
    """Reads the lines of a document part.

    Args:
        notes: the part with the footnotes.
        gap: the id of the style of room between tables, which is no line.
    """

    def __init__(self, notes: Element, gap: str) -> None:
        self._notes = {note.get(_ID): note for note in notes}
        self._gap = gap
        self._counted = 0

    def lines(self, root: Element) -> Iterator[Line]:
        """Yield the lines in order; a row of a table comes before what stands in it."""
        for element in root.iter(_P, _TR):
            if element.tag == _TR:
                yield ROW, ((str(len(element.findall(_TC))), *_PLAIN),)
                continue
            style = element.find(_STYLE)
            name = "" if style is None else style.get(_VAL)
            spans = self._spans(element.iter(_R))
            if spans or name != self._gap:
                yield name, spans

    def _spans(self, runs: Iterable[Element]) -> tuple[Span, ...]:
        spans = _Spans()
        codes: list[str] = []
        for run in runs:
            bold = italic = False
            height = ""
            for child in run:
                tag = child.tag
                if tag == _RPR:
                    bold, italic = child.find(_B) is not None, child.find(_I) is not None
                    raised = child.find(_HEIGHT)
                    height = "" if raised is None else raised.get(_VAL)
                elif _is_field(child, codes, spans):
                    continue
                elif tag == _T:
                    spans.text(child.text or "", (bold, italic, height))
                elif tag in (_TAB, _BR):
                    spans.text("\t" if tag == _TAB else "\n", (bold, italic, height))
                elif tag == _DRAWING:
                    spans.picture(next(child.iter(f"{{{WP}}}docPr")).get("descr"))
                elif tag == _CALL:
                    spans.note(*self._note(child, run))
                    break
        return spans.whole()

    def _note(self, call: Element, run: Element) -> tuple[str, tuple[Span, ...]]:
        if call.get(_OWN_SIGN):
            mark = "".join(text.text or "" for text in run.iter(_T))
        else:
            self._counted += 1
            mark = str(self._counted)
        # First the sign, then a tab.
        _, _, *runs = self._notes[call.get(_ID)].iter(_R)
        return mark, self._spans(runs)


def _is_field(child: Element, codes: list[str], spans: _Spans) -> bool:
    """Tell whether this is the code of a field, or a page that one tells; keep the open `codes`."""
    if child.tag == _FIELD:
        kind = child.get(_FIELD_KIND)
        if kind == "begin":
            codes.append("")
        elif kind == "end" and codes:
            codes.pop()
        return True
    if child.tag == _CODE:
        codes[-1] += child.text
        if "PAGEREF" in child.text:
            spans.untabbed()  # the page stands at the edge, after a tab
        return True
    return any("PAGEREF" in code for code in codes)


class Teller:
    """Tells the lines that blocks without marks should give.

    Args:
        styles: those of the template.
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def lines(
        self, blocks: Sequence[d.Block], level: int = 0, *, sheet: bool = False
    ) -> list[Line]:
        """Return the lines of blocks in lists that are `level` deep, or on a sheet."""
        found: list[Line] = []
        for place, block in enumerate(blocks):
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            found += self._block(block, following, level, sheet=sheet)
        return found

    def _block(
        self, block: d.Block, following: d.Block | None, level: int, *, sheet: bool
    ) -> Iterator[Line]:
        match block:
            case d.Paragraph():
                yield self._line(_paragraph_style(block, following, level), "", block.runs)
            case d.Heading():
                parting = " " if sheet else PARTINGS[block.kind]
                label = f"{block.label}{parting}" if block.label else ""
                yield self._line("Bladkop" if sheet else HEADINGS[block.kind], label, block.runs)
            case d.ItemList():
                for item in block.items:
                    yield from self._item(block, item, level)
            case d.Table():
                for row in (block.header, *block.rows):
                    yield ROW, ((str(len(row)), *_PLAIN),)
                    for cell in row:
                        yield self._line("Tabeltekst", "", cell)
            case d.Picture():
                spans = _Spans()
                spans.picture(clean(block.alt))
                name = f"Vervolg {min(level, DEPTHS)}" if level else "Figuur"
                yield self._styles[name], spans.whole()
            case _:
                yield from self._sheet(block)

    def _sheet(self, block: d.Block) -> Iterator[Line]:
        match block:
            case d.SignatureBlock():
                yield from self._signature(block)
            case d.TitlePage():
                yield self._plain("Title", block.title)
                if block.subtitle:
                    yield self._plain("Subtitle", block.subtitle)
                yield from (self._plain("Titelregel", line) for line in block.lines)
            case d.TableOfContents():
                yield self._plain("TOC Heading", block.title)
                for entry in block.entries:
                    parting = PARTINGS[entry.kind].replace("\n", "\t")
                    label = f"{entry.label}{parting}" if entry.label else ""
                    text = f"{label}{d.text_of(entry.runs)}"
                    yield self._plain(f"toc {min(entry.level, TOC_DEPTHS)}", text)
            case d.Notice():
                yield self._plain("Bladtitel", block.title)
                yield from self.lines(block.blocks, sheet=True)

    def _item(self, block: d.ItemList, item: d.Item, level: int) -> Iterator[Line]:
        lid = block.kind == "lid" and level == 0
        inner = level if lid else level + 1
        if block.kind == "citaat":
            yield from self.lines(item.blocks, inner)
            return
        name = f"{'Onderdeel' if item.mark else 'Streep'} {min(inner, DEPTHS)}"
        mark = f"{item.mark}\t" if item.mark else ""
        runs: tuple[d.Run, ...] = ()
        rest: Sequence[d.Block] = item.blocks
        if rest and isinstance(rest[0], d.Paragraph) and rest[0].style == "tekst":
            runs, rest = rest[0].runs, rest[1:]
        yield self._line("Lid" if lid else name, mark, runs)
        yield from self.lines(rest, inner)

    def _signature(self, block: d.SignatureBlock) -> Iterator[Line]:
        first, *rest = block.lines or ("",)
        for place, label in enumerate(block.fields or ("",)):
            yield ROW, (("2", *_PLAIN),)
            if not place:
                yield self._plain("Partij", first)
            for person in ("",) if place else rest:
                yield self._plain("Ondertekenaar", person)
            yield self._plain("Ondertekenveld", label)

    def _plain(self, style: str, text: str) -> Line:
        return self._line(style, text, ())

    def _line(self, style: str, label: str, runs: Iterable[d.Run]) -> Line:
        return self._styles[style], _told(label, runs)


def _told(label: str, runs: Iterable[d.Run]) -> tuple[Span, ...]:
    spans = _Spans()
    spans.text(clean(label), _PLAIN)
    for run in runs:
        spans.text(clean(run.text), (run.bold, run.italic, HEIGHTS.get(run.hoogte, "")))
        if run.note is not None:
            spans.note(clean(run.note.mark), _told("", run.note.runs))
    return spans.whole()


class _Spans:
    """Gathers spans; text of one appearance is one span."""

    def __init__(self) -> None:
        self._spans: list[Span] = []
        self._look = _PLAIN
        self._text = ""

    def text(self, text: str, look: tuple[bool, bool, str]) -> None:
        if not text:
            return
        if look != self._look:
            self._close()
            self._look = look
        self._text += text.replace(HARD, " ")  # it keeps words together and says nothing

    def untabbed(self) -> None:
        self._text = self._text.removesuffix("\t")

    def picture(self, alt: str) -> None:
        self._close()
        self._spans.append((alt, ()))

    def note(self, mark: str, spans: tuple[Span, ...]) -> None:
        self._close()
        self._spans.append((mark, spans))

    def whole(self) -> tuple[Span, ...]:
        self._close()
        return tuple(self._spans)

    def _close(self) -> None:
        if self._text:
            self._spans.append((self._text, *self._look))
        self._text = ""


def _paragraph_style(block: d.Paragraph, following: d.Block | None, level: int) -> str:
    if block.style == "slot" and not _is_slot(following):
        return "Slot einde"
    if block.style == "tekst" and level:
        return f"Vervolg {min(level, DEPTHS)}"
    return PARAGRAPHS[block.style]


def _is_slot(block: d.Block | None) -> bool:
    return isinstance(block, d.Paragraph) and block.style == "slot"
