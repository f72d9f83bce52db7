"""A format-free document: blocks of runs, from which every export is made.

Whatever a reader of the paper sees, apart from running headers and footers and the CONCEPT
watermark, stands in the blocks, in reading order. The words of a document (`traversal.words`) are
therefore what each export must give back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from convenantwerk.papier.formaten.tabel import LIJSTFORMATEN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from convenantwerk.papier.identiteit import Identiteit


HeadingKind = Literal["deel", "hoofdstuk", "paragraaf", "artikel"]
ListKind = Literal["streep", "nummer", "letter", "lid", "citaat"]
ParagraphStyle = Literal["tekst", "redactie", "slot"]
# What happened to a stretch of text between two editions; "vertrokken" moved away from here,
# "aangekomen" came here from elsewhere, "opmaak" only looks or is spelt otherwise.
Wijziging = Literal["", "ingevoegd", "vervallen", "vertrokken", "aangekomen", "opmaak"]
Alignment = Literal["links", "midden", "rechts"]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. `mark` is the sign written in the source ("1"); `anchor` is unique."""

    mark: str
    anchor: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one appearance; a newline in `text` is a line break.

    `placeholder` marks an invulveld that is still open. `link` is the anchor of a heading or
    item in the same document, `web` an address outside it. `note` is called directly after the
    text. `wijziging` marks, in a renvooi, words that were inserted or deleted within a block that
    is in both editions; a note that is in both carries the marks within its own runs. What reads
    the same in both, but in another emphasis or with signs that are not seen, is "opmaak"; `was` is
    what it was. `hoogte` tells what stands high or low: the 2 of m² or CO₂.
    """

    text: str
    bold: bool = False
    italic: bool = False
    placeholder: bool = False
    link: str | None = None
    note: Note | None = None
    wijziging: Literal["", "ingevoegd", "vervallen", "opmaak"] = ""
    web: str | None = None
    was: Run | None = None
    hoogte: Literal["", "hoog", "laag"] = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A titled part. `level` counts from 1 without jumps; `kind` decides the look.

    `label` is what stands before the title ("Artikel 5", "1.1"), "" when there is nothing;
    `was_label` and `was_level` are, in a renvooi, what those were when that is different.
    """

    level: int
    kind: HeadingKind
    label: str
    runs: tuple[Run, ...]
    anchor: str
    new_page: bool = False
    was_label: str | None = None
    was_level: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `redactie` is a remark by the editor, `slot` the closing lines of a text."""

    runs: tuple[Run, ...]
    style: ParagraphStyle = "tekst"


@dataclass(frozen=True, slots=True)
class Item:
    """One lid or onderdeel; `mark` as written ("8.4", "a.", "1)"), "" for a dash.

    `was_mark` is, in a renvooi, the mark it had when that is different. `loose` names the edition,
    if any, in which it is no item: its blocks stand there where the list stands.
    """

    mark: str
    blocks: tuple[Block, ...]
    anchor: str | None = None
    was_mark: str | None = None
    loose: Literal["", "oud", "nieuw"] = ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items of one kind, which may hold lists themselves.

    "citaat" is text that is quoted whole, in an item without a mark: what a besluit puts in.
    """

    kind: ListKind
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as `alignments`.

    `changes` tells, in a renvooi, for every row (the header not counted) whether it was inserted
    or deleted; empty when no row was. `widths` are shares of the width for the columns; empty
    lets the content decide. `was_alignments` are, in a renvooi, those it had when they differ.
    """

    header: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    alignments: tuple[Alignment, ...]
    changes: tuple[Wijziging, ...] = ()
    widths: tuple[int, ...] = ()
    was_alignments: tuple[Alignment, ...] | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: the bytes of a PNG or JPEG file, with the text that stands for it."""

    name: str
    data: bytes = field(repr=False)
    alt: str


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Room for one signature: who signs (`lines`, first the organisation) and what is filled in.

    `fields` are the labels of the lines to write on ("Handtekening", "Plaats", "Datum").
    """

    anchor: str
    lines: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The first page of the text proper; `lines` stand small at its foot.

    `was_lines` are, in a renvooi, the lines that stood there when those are different.
    """

    title: str
    subtitle: str
    lines: tuple[str, ...]
    was_lines: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """Entries are headings of the same document; the exporters add the page numbers.

    `changes` tells, in a renvooi, for every entry whether it was inserted or deleted; empty when
    none was.
    """

    title: str
    entries: tuple[Heading, ...]
    changes: tuple[Wijziging, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A sheet that goes before the document and is no part of it, such as the open points."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Blocks of a renvooi that share one fate as a whole.

    `remark` tells a reader what cannot be seen ("verplaatst naar artikel 12"); it is no part of
    either edition. A tracked Word file shows by itself what moved, and has other remarks as
    comments. `move` is the name that the old and the new place of moved blocks share, "" when there
    is no such pair.
    """

    wijziging: Wijziging
    blocks: tuple[Block, ...]
    remark: str = ""
    move: str = ""


Block = (
    Heading
    | Paragraph
    | ItemList
    | Table
    | Picture
    | SignatureBlock
    | TitlePage
    | TableOfContents
    | Notice
    | Marked
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within a PDF: its name, what it is in one line, and its bytes."""

    name: str
    description: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """What is exported: `name` is its path without suffix under the build folder.

    `edition` tells which text this is, as it stands in the running header; `op` is the date for
    which it was built; `zonder` are the formats that it is not worth having in. `renvooi` says
    that it holds marks of what changed; `landscape` that its pages lie on their side. A document
    with an `identiteit` is meant for signing: its PDF says what it is and has a field on every
    SignatureBlock. `attachments` are files that its PDF carries. Words are broken at the end of a
    line unless `hyphenate` says no: a letter is full of names. `voet` stands small at the foot of
    every page: which version the paper is.
    """

    name: str
    title: str
    publisher: str
    edition: str
    op: date
    concept: bool
    blocks: tuple[Block, ...]
    zonder: frozenset[str] = LIJSTFORMATEN
    renvooi: bool = False
    landscape: bool = False
    identiteit: Identiteit | None = None
    attachments: tuple[Attachment, ...] = ()
    hyphenate: bool = True
    voet: str = ""


def text_of(runs: Iterable[Run]) -> str:
    """Return the text of runs without their footnotes; a line break becomes a space."""
    return "".join(run.text for run in runs).replace("\n", " ")
