"""Invented renvooien, for the laws of tracked changes: every mark on every kind of block."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count

from hypothesis import strategies as st
from tests.papier.conftest import png

from convenantwerk.papier import document as d

FIGUUR = png(8, 8)
woorden = st.sampled_from(["de partij", " en ", "vijf jaar", "\n", "a\tb", "besluit.", "<b>", "é"])
labels = st.sampled_from(["", "Artikel 1", "2.1"])
merken = st.sampled_from(["", "a.", "8.4"])
soorten = st.sampled_from(["streep", "nummer", "letter", "lid"])
lot = st.sampled_from(["", "", "ingevoegd", "vervallen"])
loten = st.sampled_from(["ingevoegd", "vervallen", "vertrokken", "aangekomen"])


@st.composite
def renvooien(draw: st.DrawFn) -> d.Document:
    """A document with marks; some of what moved has both its places."""
    numbers = count()
    body = draw(st.lists(blokken(numbers, 0), max_size=6))
    moved = tuple(draw(st.lists(blokken(numbers, 1), min_size=1, max_size=2)))
    if draw(st.booleans()):
        gone = d.Marked("vertrokken", moved, "verplaatst naar", "paar")
        body.insert(draw(st.integers(0, len(body))), gone)
    if draw(st.booleans()):
        come = d.Marked("aangekomen", moved, "verplaatst van", "paar")
        body.insert(draw(st.integers(0, len(body))), come)
    return d.Document(
        name="renvooi",
        title="Proef",
        publisher="Veiligheidshuis",
        edition="renvooi",
        op=date(2018, 6, 18),
        concept=False,
        blocks=tuple(body),
        renvooi=True,
    )


@st.composite
def stukken(draw: st.DrawFn, numbers: "count[int]", *, notes: bool = True) -> tuple[d.Run, ...]:
    """Runs with marks, some with a note that has marks itself."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        note = None
        if notes and draw(st.integers(0, 4)) == 0:
            inner = draw(stukken(numbers, notes=False))
            note = d.Note(draw(st.sampled_from(["1", "2", "*"])), f"noot-{next(numbers)}", inner)
        vet, cursief = draw(st.booleans()), draw(st.booleans())
        link = draw(st.sampled_from([None, None, "plek-1", "nergens"]))
        web = draw(st.sampled_from([None, None, None, "https://a.example/b?c=1&d=2"]))
        hoogte = draw(st.sampled_from(["", "", "", "hoog", "laag"]))
        extra = {"link": link, "note": note, "web": web, "hoogte": hoogte}
        run = d.Run(draw(woorden), vet, cursief, wijziging=draw(lot), **extra)  # type: ignore[arg-type]
        if not (run.wijziging or note or web) and draw(st.integers(0, 3)) == 0:
            before = d.Run(draw(st.sampled_from([run.text, "e\u0301", ""])), draw(st.booleans()))
            run = replace(run, wijziging="opmaak", was=before)
        found.append(run)
    return tuple(found)


def was(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str | None:
    """Return what something was, mostly nothing."""
    return draw(st.one_of(st.none(), st.none(), values))


@st.composite
def koppen(draw: st.DrawFn, numbers: "count[int]") -> d.Heading:
    """A heading of which label, level and title may have changed."""
    kind = draw(st.sampled_from(["deel", "hoofdstuk", "paragraaf", "artikel"]))
    return d.Heading(
        draw(st.integers(1, 3)),
        kind,  # type: ignore[arg-type]
        draw(labels),
        draw(stukken(numbers)),
        f"plek-{next(numbers)}",
        draw(st.booleans()),
        was(draw, labels),
        draw(st.one_of(st.none(), st.integers(1, 3))),
    )


@st.composite
def lijsten(draw: st.DrawFn, numbers: "count[int]", depth: int) -> d.ItemList:
    """A list of which marks changed, with other blocks in it."""
    items = [
        d.Item(
            draw(merken),
            tuple(draw(st.lists(blokken(numbers, depth + 1), max_size=2))),
            f"plek-{next(numbers)}",
            was(draw, merken),
        )
        for _ in range(draw(st.integers(1, 3)))
    ]
    return d.ItemList(draw(soorten), tuple(items))  # type: ignore[arg-type]


@st.composite
def tabellen(draw: st.DrawFn, numbers: "count[int]") -> d.Table:
    """A table of which rows came and went."""
    rows = [
        (draw(stukken(numbers)), draw(stukken(numbers))) for _ in range(draw(st.integers(0, 3)))
    ]
    changes = tuple(draw(lot) for _ in rows)
    marks = changes if draw(st.booleans()) else ()
    header = (draw(stukken(numbers)), draw(stukken(numbers)))
    other: tuple[d.Alignment, ...] = ("midden", "rechts")
    before = draw(st.sampled_from([None, other]))
    sides: tuple[d.Alignment, ...] = ("links", "rechts")
    return d.Table(header, tuple(rows), sides, marks, was_alignments=before)  # type: ignore[arg-type]


@st.composite
def inhouden(draw: st.DrawFn, numbers: "count[int]") -> d.TableOfContents:
    """A table of contents of which entries came and went."""
    entries = tuple(draw(st.lists(koppen(numbers), max_size=3)))
    changes = tuple(draw(lot) for _ in entries) if draw(st.booleans()) else ()
    return d.TableOfContents("Inhoud", entries, changes)  # type: ignore[arg-type]


@st.composite
def blokken(  # noqa: C901, PLR0912  # one case for each block
    draw: st.DrawFn, numbers: "count[int]", depth: int
) -> d.Block:
    """One block, with marks in it and around it; whole pages only outside lists."""
    kinds = ["alinea", "alinea", "tabel", "figuur"]
    if depth < 2:
        kinds += ["lijst", "lijst", "gemerkt", "gemerkt"]
    if depth == 0:
        kinds += ["kop", "kop", "handtekening", "titel", "inhoud", "blad", "slot"]
    match draw(st.sampled_from(kinds)):
        case "kop":
            return draw(koppen(numbers))
        case "lijst":
            return draw(lijsten(numbers, depth))
        case "gemerkt":
            inner = draw(st.lists(blokken(numbers, max(depth, 1)), max_size=2))
            lot_ = draw(loten)
            return d.Marked(lot_, zonder_tegendeel(inner, lot_), "opmerking")  # type: ignore[arg-type]
        case "tabel":
            return draw(tabellen(numbers))
        case "figuur":
            return d.Picture("figuur.png", FIGUUR, "schema")
        case "handtekening":
            return d.SignatureBlock(
                f"plek-{next(numbers)}", ("Gouda", "mw. X"), ("Datum", "Plaats")
            )
        case "titel":
            lines = st.lists(st.sampled_from(["2017", "2018"]), max_size=2).map(tuple)
            return d.TitlePage("Proef", "huis", draw(lines), draw(st.one_of(st.none(), lines)))
        case "inhoud":
            return draw(inhouden(numbers))
        case "blad":
            inner = draw(st.lists(blokken(numbers, 1), max_size=2))
            return d.Notice("Blad", tuple(inner))
        case "slot":
            slot = d.Paragraph(draw(stukken(numbers)), "slot")
            return d.Marked("ingevoegd", (slot,)) if draw(st.booleans()) else slot
        case _:
            return d.Paragraph(draw(stukken(numbers)))


_TEGENDEEL = {
    "vervallen": ("ingevoegd", "aangekomen"),
    "ingevoegd": ("vervallen", "vertrokken"),
}


def zonder_tegendeel(blocks: Iterable[d.Block], lot_: str) -> tuple[d.Block, ...]:
    """Return blocks without what cannot be: what is gone as a whole holds nothing that came."""
    found: list[d.Block] = []
    for block in blocks:
        if isinstance(block, d.Marked) and block.wijziging in _TEGENDEEL.get(lot_, ()):
            found += zonder_tegendeel(block.blocks, lot_)
        elif isinstance(block, d.Marked):
            found.append(replace(block, blocks=zonder_tegendeel(block.blocks, lot_)))
        else:
            found.append(block)
    return tuple(found)
