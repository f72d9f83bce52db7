"""The words of a text with their places in the file, for controles that look at words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.boom import (
    Alinea,
    Invulveld,
    Nadruk,
    Opsomming,
    Regeleinde,
    Tabel,
    Tekst,
    Verwijzing,
    Voetnoot,
    blokken,
    elementen,
    is_besluit,
    plain,
)
from convenantwerk.tekst.omgeving import Omgeving, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.tekst.boom import Blok, Convenant, Inline, Vervolg

GAT = "\ufffc"  # stands for an invulveld, whose words are a finding themselves
_NABIJ = 1_000  # characters before and after a word that can be of its sentence
# What is quoted: a title, or a sentence of another; of so many words that it is no term.
_AANGEHAALD = re.compile(
    r"(?<!\w)(?:\u201c[^\u201d\n]{1,300}\u201d|\u201e[^\u201c\u201d\n]{1,300}[\u201c\u201d]"
    r"|\u2018[^\u2018\n]{1,300}?\u2019|\"[^\"\n]{1,300}\"|'[^'\n]{1,300}')(?!\w)"
)
_CITAATWOORDEN = 4
_ZINSEINDE = re.compile(r"[.!?;](?=\s|\Z)")
_Soort = Literal["kop", "alinea", "onderdeel", "cel", "noot"]


@waarde
class Passage:
    """The words of one heading, paragraph, cell or note, as a reader sees them.

    Emphasis is left out, an invulveld is one `GAT`, a line that ends within it is a newline.

    Args:
        tekst: the characters.
        soort: what it is; "onderdeel" is the first paragraph of an item in a list.
        omgeving: in which element and lid that is.
        stukken: offsets in it, rising, with the place in the file of the character there.
        merk: of an onderdeel, as written: "a.", "5.3", "-".
        velden: the words of its invulvelden, one for each `GAT`, in brackets.
        begin: where it begins, for words that an addendum has put there.
    """

    tekst: str
    soort: _Soort
    omgeving: Omgeving
    stukken: tuple[tuple[int, Position], ...]
    merk: str = ""
    velden: tuple[str, ...] = ()
    begin: Position = NERGENS
    _begin: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _gaten: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the offsets apart, to look one up in."""
        object.__setattr__(self, "_begin", tuple(begin for begin, _ in self.stukken))
        gaten = re.finditer(GAT, self.tekst) if self.velden else ()
        object.__setattr__(self, "_gaten", tuple(gat.start() for gat in gaten))

    def plaats(self, offset: int) -> Position:
        """Return the place of one of the characters."""
        number = max(bisect_right(self._begin, offset) - 1, 0)
        if number >= len(self.stukken):
            return self.omgeving.element.position if self.begin == NERGENS else self.begin
        begin, position = self.stukken[number]
        column = position.column + max(offset - begin, 0)
        if number + 1 < len(self.stukken):  # what was filled in is longer than its place
            volgend = self.stukken[number + 1][1]
            if volgend.line == position.line:
                column = min(column, max(volgend.column - 1, position.column))
        return replace(position, column=column)

    def is_aangehaald(self, offset: int) -> bool:
        """Tell whether one of the characters is in a title or sentence that is quoted."""
        first, last = max(offset - _NABIJ, 0), offset + _NABIJ
        return any(
            match.start() < offset < match.end() and len(match[0].split()) >= _CITAATWOORDEN
            for match in _AANGEHAALD.finditer(self.tekst, first, last)
        )

    def zin(self, offset: int) -> str:
        """Return the sentence, as far as it stands here, that one of the characters is in."""
        return self.tekst[slice(*self.zin_om(offset))]

    def zin_om(self, offset: int) -> tuple[int, int]:
        """Return where the sentence begins and ends that one of the characters is in.

        Of one without end only what is near, so that a text of them is read in bounded time.
        """
        first, last = max(offset - _NABIJ, 0), min(offset + _NABIJ, len(self.tekst))
        eerder = [match.end() for match in _ZINSEINDE.finditer(self.tekst, first, offset)]
        einde = _ZINSEINDE.search(self.tekst, offset, last)
        return eerder[-1] if eerder else first, einde.end() if einde else last

    def gelezen(self, begin: int, einde: int) -> str:
        """Return a part of it as it stands on paper, its invulvelden in brackets."""
        first, *rest = self.tekst[begin:einde].split(GAT)
        if not rest:
            return first
        at = bisect_left(self._gaten, begin)
        velden = self.velden[at : at + len(rest)]
        return first + "".join(map("".join, zip_longest(velden, rest, fillvalue="")))


def passages_van(convenant: Convenant, *, besluiten: bool = False) -> Iterator[Passage]:
    """Yield the words of a text, in reading order; a note after that which calls it.

    Those of besluiten are left out unless they are asked for: they speak of what was.
    """
    for deel in convenant.delen:
        for element in elementen([deel]):
            if is_besluit(element) and not besluiten:
                continue
            omgeving = Omgeving(deel.anker, element)
            yield from _passages((*element.vooraf, *element.opschrift), "kop", omgeving)
            yield from _van_blokken(blokken(element), omgeving)


def _van_blokken(
    bloks: Iterable[Blok], omgeving: Omgeving, merk: str | None = None
) -> Iterator[Passage]:
    for blok in bloks:
        match blok:
            case Alinea():
                soort: _Soort = "alinea" if merk is None else "onderdeel"
                yield from _passages(blok.inhoud, soort, omgeving, merk or "", blok.position)
            case Tabel():
                for rij in (blok.kop, *blok.rijen):
                    for cel in rij:
                        yield from _passages(cel, "cel", omgeving, "", blok.position)
            case Opsomming():
                for onderdeel in blok.onderdelen:
                    binnen = within(omgeving, onderdeel)
                    yield from _van_blokken(onderdeel.inhoud, binnen, onderdeel.merk)
            case _:
                pass
        merk = None


def _passages(
    inhoud: Iterable[Inline],
    soort: _Soort,
    omgeving: Omgeving,
    merk: str = "",
    begin: Position = NERGENS,
) -> Iterator[Passage]:
    noten: list[Voetnoot] = []
    velden: list[str] = []
    letters: list[str] = []
    stukken: list[tuple[int, Position]] = []
    offset = 0
    for tekst, position, vervolg in _stukken(inhoud, noten, velden):
        if position != NERGENS:
            stukken.append((offset, position))
            stukken += [(offset + verder, plaats) for verder, plaats in vervolg]
        letters.append(tekst)
        offset += len(tekst)
    if letters:
        gaten = tuple(velden)
        yield Passage("".join(letters), soort, omgeving, tuple(stukken), merk, gaten, begin)
    for noot in noten:
        yield from _passages(noot.inhoud, "noot", omgeving)


def _stukken(
    inhoud: Iterable[Inline], noten: list[Voetnoot], velden: list[str]
) -> Iterator[tuple[str, Position, Vervolg]]:
    for inline in inhoud:
        match inline:
            case Tekst() | Verwijzing():
                yield inline.tekst, inline.position, inline.vervolg
            case Invulveld():
                velden.append(f"[{plain(inline.inhoud)}]")
                yield GAT, inline.position, ()
            case Nadruk():
                yield from _stukken(inline.inhoud, noten, velden)
            case Regeleinde():
                yield "\n", NERGENS, ()
            case Voetnoot():
                noten.append(inline)
