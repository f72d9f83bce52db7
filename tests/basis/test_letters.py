"""What no font of a paper has is known before it is printed."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont
from tests.voorbeelden import ROOT

from convenantwerk.basis.letters import genoemd, in_regels, ongedekt
from convenantwerk.basis.lettertype import Reeksen, reeksen_van
from maak_letters import TABEL, tabel

if TYPE_CHECKING:
    from pathlib import Path

FONTS = ROOT / "templates" / "fonts"


def test_the_table_is_that_of_the_fonts() -> None:
    """Whoever replaces a font runs scripts/maak_letters.py."""
    assert TABEL.read_text(encoding="utf-8") == tabel()


@pytest.mark.traag
@pytest.mark.parametrize("path", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_a_font_is_read_as_fonttools_reads_it(path: Path) -> None:
    """That has read the fonts of the world; ours reads no more than it needs."""
    with TTFont(path) as font:
        known = set(font.getBestCmap())
    found = reeksen_van(path.read_bytes())
    assert {n for n in range(0x20, 0x2FFFF) if found.heeft(chr(n))} == known


def test_what_every_text_has_is_in_the_house_fonts() -> None:
    """Below a bound nothing is looked up: there the fonts have all that one sees."""
    sans = reeksen_van((FONTS / "SourceSans3-Regular.ttf").read_bytes())
    seen = [chr(n) for n in (*range(0x20, 0x7F), *range(0xA0, 0x181))]
    assert [teken for teken in seen if not sans.heeft(teken)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Café Ĳsselstein: “één” – ‘twee’ … € 12,50 ½ ≥ → ☐ ☑ ● □ ‑",
        "Ελλάδα, Киев, Đorđević, Łódź, Nguyễn",
        "regel\nregel\ttab\u202f\u2009smal\xadzacht",  # what has no shape needs none
        "e\u0301n o\u0308",
    ],
)
def test_what_the_house_fonts_have_is_no_matter(text: str) -> None:
    """Nor is what one does not see: other controles tell of that."""
    assert ongedekt(text) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("J. 希望 (希)", "希望"),
        ("Mooi 😀!", "😀"),
        ("❤️👍🏽", "👍🏽"),  # a heart the fonts have
        ("אב", "אב"),
        ("عمر", "عمر"),
        ("\ue000", "\ue000"),
    ],
)
def test_what_no_house_font_has_is_told(text: str, found: str) -> None:
    """Each character once, in the order of the text."""
    assert ongedekt(text) == found


def test_each_line_is_told_once_at_its_first_character() -> None:
    """With the numbers of the characters; of many only the first."""
    found = list(in_regels("# 希\n\ngoed\n\nDe heer 希望在一", "a.md"))
    assert [str(f.position) for f in found] == ["a.md:1:3", "a.md:5:9"]
    assert "'希' (U+5E0C)" in found[0].melding
    assert genoemd("希望在一").endswith("'在' (U+5728) en nog 1")


def test_a_font_of_the_dossier_counts_too() -> None:
    """Its ranges come beside those of the house."""
    assert ongedekt("希望", [Reeksen((0x4E00,), (0x9FFF,))]) == ""


def lettertype(*groepen: tuple[int, int], deel: bytes = b"") -> bytes:
    """Return a font of nothing but a table of characters."""
    rows = b"".join(struct.pack(">III", one, last, 1) for one, last in groepen)
    form = deel or struct.pack(">HHIII", 12, 0, 16 + len(rows), 0, len(groepen)) + rows
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + form
    head = struct.pack(">4sHHHH", b"\0\1\0\0", 1, 0, 0, 0)
    return head + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap


def test_a_font_with_large_numbers_is_read() -> None:
    """As those of Chinese and of emoji are."""
    found = reeksen_van(lettertype((0x5E0C, 0x5E0C), (0x1F600, 0x1F64F)))
    assert (found.heeft("希"), found.heeft("望"), found.heeft("😀")) == (True, False, True)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen letters",
        b"\xff" * 200,
        lettertype()[:30],
        lettertype(deel=struct.pack(">HHIII", 12, 0, 16, 0, 0xFFFFFFFF)),
        lettertype(deel=struct.pack(">HHHH", 4, 0, 0, 0xFFFF)),
    ],
)
def test_what_is_no_font_has_nothing(data: bytes) -> None:
    """And its tables are not believed."""
    assert not reeksen_van(data).heeft("希")


def test_ranges_over_each_other_count_once() -> None:
    """A table that says the same a million times takes no more than its own length."""
    assert reeksen_van(lettertype(*[(0, 0x10FFFF)] * 1000)) == Reeksen((0,), (0x10FFFF,))
