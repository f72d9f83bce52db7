"""Tables of hard words in a renvooi: an old and a new word in a cell, and nothing off the page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from tests.papier.conftest import eigen_huisstijl
from tests.papier.formaten.test_bladspiegel import (
    LINKS,
    MM,
    RECHTS,
    dozen,
    teksten,
    tussen_kolommen,
)
from tests.papier.harde_namen import FUNCTIE, K09, KOPPEN, runs
from tests.papier.proefpers import fake_press
from tests.papier.proefrenvooi import RENVOOI, new, old
from tests.papier.woorden_docx import W, part

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.docx import to_docx
from convenantwerk.papier.formaten.docx.elements import TWIP
from convenantwerk.papier.formaten.docx.tables import CHARACTER
from convenantwerk.papier.layout import Press

if TYPE_CHECKING:
    from convenantwerk.papier.layout import Layout

WOORDEN = (
    *KOPPEN,
    K09,
    FUNCTIE,
    "gegevensbeschermingseffectbeoordelingsverplichtingen",
    "hottentottententententoonstellingsmakersopleidingsaanbod",
)


def woord(n: int) -> str:
    """Return one of the hard words."""
    return WOORDEN[n % len(WOORDEN)]


def tabel(kolommen: int) -> d.Table:
    """Return a table whose heads and last row are other words, and whose first row is not."""
    anders = [(old(woord(n)), new(woord(n + 1))) for n in range(kolommen)]
    rijen = (tuple(runs(woord(n)) for n in range(kolommen)), tuple(anders[::-1]))
    kanten: tuple[d.Alignment, ...] = tuple("links" for _ in anders)
    return d.Table(tuple(anders), rijen, kanten)


# L03: four columns whose heads change from one word of 24 letters to another.
L03 = d.Table(
    tuple((old(een), new(ander)) for een, ander in zip(KOPPEN, KOPPEN[::-1], strict=True)),
    (tuple(runs("een") for _ in KOPPEN),),
    ("links",) * 4,
)
STUK = replace(RENVOOI, blocks=(L03, *map(tabel, (3, 4, 5, 6, 8, 10))))


@pytest.fixture(scope="module")
def gezet() -> Layout:
    """The tables, laid out."""
    return Press(eigen_huisstijl()).layout(STUK)


@pytest.mark.proef
@pytest.mark.pdf
def test_every_word_stands_in_its_own_column(gezet: Layout) -> None:
    """L03: between an old word and a new one a line may end, so neither runs into the next cell."""
    gaps = tussen_kolommen(gezet)
    assert len(gaps) > 90
    assert min(gaps) >= MM


@pytest.mark.pdf
def test_no_row_is_lost(gezet: Layout) -> None:
    """A break that may not be where it must: WeasyPrint then leaves a row out without a word."""
    rows = [
        _letters("".join(box.text for box in teksten(row)))
        for page in gezet.rendering.pages
        for row in dozen(page, "TableRowBox")
    ]
    asked = [
        _letters("".join(run.text for cel in rij for run in cel))
        for tafel in STUK.blocks
        if isinstance(tafel, d.Table)
        for rij in (tafel.header, *tafel.rows)
    ]
    assert len(asked) == 20  # of a header too, which may come again
    assert [rij for rij in asked if rij not in rows] == []


def _letters(text: str) -> str:
    """Return the letters of a text, without where it was hyphenated and what marks a change."""
    return "".join(teken for teken in text if teken.isalpha())


@pytest.mark.pdf
def test_every_word_is_within_the_page(gezet: Layout) -> None:
    """And none is lost: what one reads is what stands in the table."""
    boxes = [box for page in gezet.rendering.pages for box in teksten(page)]
    landscape = STUK.landscape
    assert min(box.position_x for box in boxes) >= LINKS[landscape] - 1
    assert max(box.position_x + box.width for box in boxes) <= RECHTS[landscape] + 1


def test_no_column_of_word_is_narrow_or_off_the_page() -> None:
    """They are together as wide as the page, and each has room for more than a few letters."""
    data = to_docx(STUK, fake_press(eigen_huisstijl()))
    section = docx.Document(BytesIO(data)).sections[0]
    emu = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    grids = [
        [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        for table in part(data, "word/document.xml").iter(f"{W}tbl")
    ]
    assert len(grids) == len(STUK.blocks)
    assert all(sum(grid) <= emu / TWIP + 2 for grid in grids)
    assert min(min(grid) for grid in grids) > 6 * CHARACTER
