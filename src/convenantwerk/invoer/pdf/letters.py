"""Letters of a page with their places, joined to stroken: text of one look on one line.

Places are in points, from the left and from above, as the page is read: of a page that lies on its
side they are turned already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

VET, CURSIEF, HOOG, LAAG = 1, 2, 4, 8  # how letters look; a sum of these
_ZELFDE_MAAT = 0.3  # points: no eye sees less
AFGEBROKEN = "\x02"  # in a strook: a hyphen at the end of a line, which the file itself calls so
_WIT = 0.5  # of the size of the letters: a space so wide parts stroken, as a tab does
_SPRONG = 0.6  # of the size: two letters so far apart are no word, whatever the file says


class Letter(NamedTuple):
    """A letter; a space is one without width.

    Args:
        teken: what it is; one letter may be more characters.
        links: where it begins.
        rechts: where it ends.
        basis: of the line on which it stands.
        grootte: of its font.
        stijl: a sum of VET and CURSIEF.
    """

    teken: str
    links: float
    rechts: float
    basis: float
    grootte: float
    stijl: int


class Strook(NamedTuple):
    """Text of one look on one line, without a wide space in it.

    Args:
        tekst: its words, a single space between them.
        links: where it begins.
        rechts: where it ends.
        basis: of its line.
        grootte: of its letters.
        stijl: a sum of VET, CURSIEF, HOOG and LAAG.
        los: whether a new word begins with it.
        woord: where its first word ends.
    """

    tekst: str
    links: float
    rechts: float
    basis: float
    grootte: float
    stijl: int
    los: bool
    woord: float


class Geknipt(NamedTuple):
    """A word of the file that is more words on the page: its pieces stand far apart."""

    was: str
    wordt: str


def stroken_van(letters: Iterable[Letter]) -> tuple[list[Strook], list[Geknipt]]:
    """Return the stroken of a page in the order of the file, and what was no word at all."""
    stroken: list[Strook] = []
    geknipt: list[Geknipt] = []
    for woord in _woorden(letters):
        delen = list(_aaneen(woord))
        if len(delen) > 1:
            tekst = [_gelezen(deel) for deel in delen]
            geknipt.append(Geknipt("".join(tekst), " ".join(tekst)))
        for deel in delen:
            _voeg_toe(stroken, deel)
    return stroken, geknipt


def _gelezen(woord: Iterable[Letter]) -> str:
    return "".join(letter.teken for letter in woord).replace(AFGEBROKEN, "-")


def _woorden(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    woord: list[Letter] = []
    for letter in letters:
        if letter.teken.isspace():
            if woord:
                yield woord
            woord = []
            continue
        woord.append(letter)
        if letter.teken == AFGEBROKEN:
            yield woord
            woord = []
    if woord:
        yield woord


def _aaneen(woord: Sequence[Letter]) -> Iterator[Sequence[Letter]]:
    """Yield the pieces of a word that stand together on one line."""
    begin = 0
    for i in range(1, len(woord)):
        een, ander = woord[i - 1], woord[i]
        maat = max(een.grootte, ander.grootte) * _SPRONG
        ver = ander.links - een.rechts > maat or een.links - ander.rechts > maat
        if ver or abs(een.basis - ander.basis) > maat:
            yield woord[begin:i]
            begin = i
    yield woord[begin:]


def _voeg_toe(stroken: list[Strook], woord: Sequence[Letter]) -> None:
    begin, eerste = 0, True
    for i in range(1, len(woord) + 1):
        if i < len(woord) and _gelijk(woord[i - 1], woord[i]):
            continue
        deel = woord[begin:i]
        tekst = "".join(letter.teken for letter in deel)
        links = min(letter.links for letter in deel)
        rechts = max(letter.rechts for letter in deel)
        een = deel[0]
        strook = Strook(tekst, links, rechts, een.basis, een.grootte, een.stijl, eerste, rechts)
        if eerste and stroken and _volgt(stroken[-1], strook):
            voor = stroken.pop()
            strook = voor._replace(tekst=f"{voor.tekst} {tekst}", rechts=rechts)
        stroken.append(strook)
        begin, eerste = i, False


def _gelijk(een: Letter, ander: Letter) -> bool:
    return (
        een.stijl == ander.stijl
        and abs(een.grootte - ander.grootte) < _ZELFDE_MAAT
        and abs(een.basis - ander.basis) < 0.1 * een.grootte
    )


def _volgt(voor: Strook, na: Strook) -> bool:
    """Tell whether a word goes on in the strook before it."""
    return (
        voor.stijl == na.stijl
        and abs(voor.grootte - na.grootte) < _ZELFDE_MAAT
        and abs(voor.basis - na.basis) < 0.1 * na.grootte
        and -0.1 * na.grootte < na.links - voor.rechts < _WIT * na.grootte
        and not voor.tekst.endswith(AFGEBROKEN)
    )
