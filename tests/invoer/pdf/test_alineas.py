"""Where a paragraph ends: by space, indent, how full a line is, and marks."""

import pytest

from convenantwerk.invoer.pdf.alineas import alineas, maten_van
from convenantwerk.invoer.pdf.letters import VET, Strook
from convenantwerk.invoer.pdf.zetregels import Zetregel

LINKS, RECHTS = 70.0, 500.0


def regel(
    tekst: str, y: float, *, x: float = LINKS, tot: float = RECHTS, **anders: float
) -> Zetregel:
    """Return a line; a tab in its text is a wide space."""
    merk, _, rest = tekst.rpartition("\t")
    grootte, stijl = anders.get("grootte", 11), int(anders.get("stijl", 0))
    stroken = [Strook(merk, x, x + 8, y, grootte, stijl, los=True, woord=x + 8)] if merk else []
    begin = x + 20 if merk else x
    stroken.append(Strook(rest, begin, tot, y, grootte, stijl, los=True, woord=begin + 30))
    blad = int(anders.get("blad", 1))
    return Zetregel(tuple(stroken), blad, int(y), links=LINKS, rechts=RECHTS)


def gedeeld(*regels: Zetregel) -> list[str]:
    """Return the paragraphs, with a bar between the lines of one."""
    gewoon = [regel(f"vulling {i}", 2000 + 14 * i, blad=9) for i in range(9)]  # what is usual
    alle = alineas(regels, maten_van([*regels, *gewoon]))
    return ["|".join(een.tekst for een in alinea.regels) for alinea in alle]


@pytest.mark.parametrize(
    ("tweede", "samen"),
    [
        (regel("gaat door", 114), True),
        (regel("met ruimte erboven", 122), False),
        (regel("groter", 114, grootte=14), False),
        (regel("vet", 114, stijl=VET), False),
        (regel("ingesprongen", 114, x=LINKS + 20), False),
        (regel("a.\teen onderdeel", 114), False),
        (regel("–\teen streepje", 114), False),
        (regel("5.3\teen lid", 114), False),
        (regel("2019 was een jaar", 114), True),
    ],
)
def test_what_follows_a_full_line(tweede: Zetregel, samen: bool) -> None:  # noqa: FBT001
    """It goes on, unless something tells otherwise."""
    assert len(gedeeld(regel("een volle regel", 100), tweede)) == (1 if samen else 2)


@pytest.mark.parametrize(
    ("eerste", "tot", "samen"),
    [
        ("een korte regel", 200, False),  # the next word had fitted
        ("een regel met op", 470, True),  # words were kept together
        ("een regel met een punt.", 455, False),
        ("een afgebroken infor-", 200, True),
    ],
)
def test_what_follows_a_line_that_is_not_full(eerste: str, tot: float, samen: bool) -> None:  # noqa: FBT001
    """A line ends early because its paragraph ends, mostly."""
    assert len(gedeeld(regel(eerste, 100, tot=tot), regel("matie", 114))) == (1 if samen else 2)


def test_a_title_before_a_name_ends_no_sentence() -> None:
    """Nor is the title or initial that follows a mark of a list."""
    for eerste, tweede in (("door mw.", "mr. A. Voorbeeld"), ("door drs.", "K. Bedacht")):
        assert len(gedeeld(regel(f"- {eerste}", 100), regel(tweede, 114))) == 1
    assert len(gedeeld(regel("een punt.", 100, tot=455), regel("K. Bedacht", 114))) == 2


def test_text_behind_a_mark_hangs() -> None:
    """The lines of an item stand behind its mark; the next mark begins another."""
    assert gedeeld(
        regel("a.\teerste", 100),
        regel("gaat door", 114, x=LINKS + 20),
        regel("5.3 en 5.4", 128, x=LINKS + 20),
        regel("b.\ttweede", 142),
    ) == ["a. eerste|gaat door|5.3 en 5.4", "b. tweede"]


def test_a_sentence_goes_on_on_the_next_page() -> None:
    """A full line that ends in a point may end a paragraph: that a person must see."""
    assert gedeeld(regel("een zin die", 800), regel("doorgaat", 60, blad=2)) == [
        "een zin die|doorgaat"
    ]
    regels = [regel("een zin.", 800), regel("Een andere", 60, blad=2)]
    assert [a.onzeker != "" for a in alineas(regels, maten_van(regels))] == [True, False]


def test_lines_in_the_middle_are_told() -> None:
    """As long as not many lines begin there."""
    titel = regel("CONVENANT", 100, x=200, tot=370)
    maten = maten_van([titel])
    assert [a.midden for a in alineas([titel, regel("gewoon", 140, tot=300)], maten)] == [
        True,
        False,
    ]
    assert not alineas([titel], maten_van([titel] * 9))[0].midden
