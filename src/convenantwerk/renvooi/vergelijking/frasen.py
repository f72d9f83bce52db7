"""Where two texts differ, as a person would point it out: by phrase, not by chance.

The words that carry meaning are laid beside each other; a comma, an "en" or a "van" goes with the
word it leads to. So a rewritten phrase is one change though an "en" stands in both, and of a list
("onder b, c en f") the members are compared, not what parts them. What comes out is made as a
reader would say it: one insertion where one was made, beginning where a phrase begins, and not
marked word by word where hardly a word survived.

Every step takes time by the length of the texts only, that of `naast_elkaar` apart.
"""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.renvooi.vergelijking.functiewoorden import FUNCTIEWOORDEN
from convenantwerk.renvooi.vergelijking.rijen import naast_elkaar
from convenantwerk.tekst.schijn import zoals_gelezen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.tekst.verschil import Woord

Sleutel = tuple[object, ...]

_WEINIG = 0.4  # of the words of the longer text: when fewer survive, it was written anew
_KORT = 0.6  # of those of the shorter: when more survive, it is still there, with much beside it
_HOUVAST = 2  # no more words than this without meaning are a landmark between two changes
_OMRINGD = 4  # a stretch this many times shorter than the changes around it is no landmark
_NEVENSCHIKKEND = frozenset({"en", "of", "alsmede", "alsook", "maar", "noch", "dan"})
_ZINSEINDE = frozenset(".;:?!\n")


class Gat(NamedTuple):
    """What goes, from and up to a word of the old text, and what comes instead in the new one."""

    begin: int
    end: int
    start: int
    stop: int

    @property
    def is_erbij(self) -> bool:
        """Whether words only came."""
        return self.begin == self.end

    @property
    def is_weg(self) -> bool:
        """Whether words only went."""
        return self.start == self.stop


class _Teksten(NamedTuple):
    """Two texts as numbers that are the same for what a reader takes for the same word.

    `geteld` tells for either text how many words there are before each place.
    """

    oud: Sequence[Woord]
    nieuw: Sequence[Woord]
    links: list[int]
    rechts: list[int]
    geteld: tuple[list[int], list[int]]


def gaten(oud: Sequence[Woord], nieuw: Sequence[Woord]) -> list[Gat]:
    """Return where two texts differ, in order; what lies between is the same in both."""
    ids: dict[Sleutel, int] = {}
    links = [ids.setdefault(_sleutel(woord), len(ids)) for woord in oud]
    rechts = [ids.setdefault(_sleutel(woord), len(ids)) for woord in nieuw]
    teksten = _Teksten(oud, nieuw, links, rechts, (_geteld(oud), _geteld(nieuw)))
    alles = _gekrompen(Gat(0, len(oud), 0, len(nieuw)), teksten)
    if alles.is_erbij or alles.is_weg:
        return [] if alles.is_erbij and alles.is_weg else _op_de_grens([alles], teksten)
    led: dict[tuple[int, int], int] = {}
    codes = naast_elkaar(
        [led.setdefault(key, len(led)) for key in _met_volgend(oud, links)],
        [led.setdefault(key, len(led)) for key in _met_volgend(nieuw, rechts)],
    )
    found: list[Gat] = []
    for _, same in groupby(codes, key=lambda code: code.tag == "equal"):
        row = list(same)
        if row[0].tag != "equal":
            gat = Gat(row[0].src_start, row[-1].src_end, row[0].dest_start, row[-1].dest_end)
            for deel in _telkens(_gekrompen(gat, teksten), teksten):
                _voeg_toe(found, deel, teksten)
    if len(found) > 1 and _is_herschreven(found, teksten):
        return [Gat(0, len(oud), 0, len(nieuw))]
    return _op_de_grens(found, teksten)


def is_zwak(woord: Woord) -> bool:
    """Tell whether a word says nothing of what a text is about: a sign, a space, "van"."""
    if woord.noot is not None or woord.tekst == "\n":
        return False
    return not _is_woord(woord) or woord.tekst.lower() in FUNCTIEWOORDEN


def _is_woord(woord: Woord) -> bool:
    return any(letter.isalnum() for letter in woord.tekst)


def _geteld(woorden: Sequence[Woord]) -> list[int]:
    return list(accumulate(map(_is_woord, woorden), initial=0))


def _sleutel(woord: Woord) -> Sleutel:
    """Return what must agree for a reader to see one word; a footnote is the same by its mark."""
    noot = woord.noot.merk if woord.noot else None
    return (zoals_gelezen(woord.tekst), woord.veld, noot)


def _met_volgend(woorden: Sequence[Woord], numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Return each word, and for a weak one the word with meaning that it leads to."""
    keys: list[tuple[int, int]] = []
    leads_to = -1
    for woord, number in zip(reversed(woorden), reversed(numbers), strict=True):
        if is_zwak(woord):
            keys.append((number, leads_to))
        else:
            leads_to = number
            keys.append((number, -2))
    return reversed(keys)


# --- one change ----------------------------------------------------------------------------


def _gekrompen(gat: Gat, teksten: _Teksten) -> Gat:
    """Return a change without what it begins and ends with in both texts."""
    begin, end, start, stop = gat
    links, rechts = teksten.links, teksten.rechts
    while begin < end and start < stop and links[begin] == rechts[start]:
        begin, start = begin + 1, start + 1
    while begin < end and start < stop and links[end - 1] == rechts[stop - 1]:
        end, stop = end - 1, stop - 1
    return Gat(begin, end, start, stop)


def _telkens(gat: Gat, teksten: _Teksten) -> list[Gat]:
    """Return the replacement of one word by one other, time and again, as so many changes."""
    links, rechts = teksten.links[gat.begin : gat.end], teksten.rechts[gat.start : gat.stop]
    if len(links) != len(rechts):
        return [gat]
    places = [at for at, (een, ander) in enumerate(zip(links, rechts, strict=True)) if een != ander]
    if len({(links[at], rechts[at]) for at in places}) != 1:
        return [gat]
    return [
        Gat(gat.begin + at, gat.begin + at + 1, gat.start + at, gat.start + at + 1) for at in places
    ]


def _voeg_toe(found: list[Gat], gat: Gat, teksten: _Teksten) -> None:
    """Add a change, as one with that before it where a reader would see one."""
    if gat.is_erbij and gat.is_weg:
        return
    last = found[-1] if found else None
    samen = last and (_aaneen(last, gat, teksten) or _overspoeld(last, gat, teksten))
    if samen:
        found[-1] = samen
    else:
        found.append(gat)


def _aaneen(een: Gat, ander: Gat, teksten: _Teksten) -> Gat | None:
    """Return two insertions, or deletions, as one that gives the same text; None if none does.

    "x A B" with "C A D" put in after x: as "C A" and "D A" it would be two, and is one.
    """
    tussen = range(een.end, ander.begin)
    if een.is_erbij and ander.is_erbij:
        numbers, start, stop = teksten.rechts, een.start, ander.stop
        same = [teksten.links[at] for at in tussen]
    elif een.is_weg and ander.is_weg:
        numbers, start, stop = teksten.links, een.begin, ander.end
        same = [teksten.links[at] for at in tussen]
    else:
        return None
    size = len(same)
    lead = 0
    while lead < size and same[lead] == numbers[start + lead]:
        lead += 1
    tail = 0
    while tail < size and same[size - 1 - tail] == numbers[stop - 1 - tail]:
        tail += 1
    if lead + tail < size:
        return None
    tail = size - lead
    if een.is_erbij:
        return Gat(een.begin + lead, een.begin + lead, start + lead, stop - tail)
    return Gat(start + lead, stop - tail, een.start + lead, een.start + lead)


def _overspoeld(een: Gat, ander: Gat, teksten: _Teksten) -> Gat | None:
    """Return two rewritten stretches as one, when what lies between is too little to hold on to."""
    tussen = teksten.oud[een.end : ander.begin]
    if any(woord.noot is not None or woord.tekst[-1:] in _ZINSEINDE for woord in tussen):
        return None
    if _wissel(een, teksten) == _wissel(ander, teksten):
        return None  # the same word is replaced by the same other
    words = sum(map(_is_woord, tussen))
    alike = (een.is_erbij and ander.is_erbij) or (een.is_weg and ander.is_weg)
    if all(map(is_zwak, tussen)) and words <= _HOUVAST:
        if alike:
            return None
    elif _OMRINGD * words > min(_omvang(een, teksten), _omvang(ander, teksten)):
        return None
    return _gekrompen(Gat(een.begin, ander.end, een.start, ander.stop), teksten)


def _wissel(gat: Gat, teksten: _Teksten) -> tuple[list[int], list[int]]:
    return (teksten.links[gat.begin : gat.end], teksten.rechts[gat.start : gat.stop])


def _omvang(gat: Gat, teksten: _Teksten) -> int:
    """Return the number of words that went and came in a change, the fewest of the two."""
    gone, came = teksten.geteld
    return min(gone[gat.end] - gone[gat.begin], came[gat.stop] - came[gat.start])


# --- all changes ---------------------------------------------------------------------------


def _is_herschreven(found: Sequence[Gat], teksten: _Teksten) -> bool:
    """Tell whether so little survives that marks word by word would only be in the way."""
    gone, came = teksten.geteld[0][-1], teksten.geteld[1][-1]
    kept = gone - sum(teksten.geteld[0][gat.end] - teksten.geteld[0][gat.begin] for gat in found)
    if any(woord.noot is not None for woord in (*teksten.oud, *teksten.nieuw)):
        return False  # a note that is called in both keeps its place
    return kept < _WEINIG * max(gone, came) and kept < _KORT * min(gone, came)


def _op_de_grens(found: Sequence[Gat], teksten: _Teksten) -> list[Gat]:
    """Let what only came or went begin where a phrase begins, where the text leaves a choice."""
    placed: list[Gat] = []
    for at, gat in enumerate(found):
        # At least one word stays between two changes.
        before = placed[-1].end + 1 if placed else 0
        after = found[at + 1].begin - 1 if at + 1 < len(found) else len(teksten.oud)
        if gat.is_erbij:
            room = (gat.begin - before, after - gat.end)
            step = _stap(teksten.nieuw, teksten.rechts, (gat.start, gat.stop), room)
        elif gat.is_weg:
            room = (gat.begin - before, after - gat.end)
            step = _stap(teksten.oud, teksten.links, (gat.begin, gat.end), room)
        else:
            step = 0
        placed.append(Gat(*(place + step for place in gat)))
    return placed


def _stap(
    woorden: Sequence[Woord], numbers: Sequence[int], stuk: tuple[int, int], room: tuple[int, int]
) -> int:
    """Return how many words further a stretch can best begin; the text stays the same."""
    begin, end = stuk
    low = high = 0
    while -low < room[0] and numbers[begin + low - 1] == numbers[end + low - 1]:
        low -= 1
    while high < room[1] and numbers[begin + high] == numbers[end + high]:
        high += 1
    steps = range(low, high + 1)
    return max(steps, key=lambda step: _grens(woorden, begin + step))


def _grens(woorden: Sequence[Woord], begin: int) -> tuple[int, bool, int, int]:
    """Return how well a stretch lies between phrases: what ends before it, and its begin."""
    at = begin - 1
    while at >= 0 and not woorden[at].tekst.strip(" \t\xa0"):
        at -= 1
    before = woorden[at].tekst[-1:] if at >= 0 else "\n"
    strength = 3 if before in _ZINSEINDE else 2 if before == "," else 1
    first = woorden[begin].tekst
    edge = 2 if first[:1].isalnum() else 1 if first.isspace() else 0
    return (strength, first.lower() in _NEVENSCHIKKEND, edge, -begin)
