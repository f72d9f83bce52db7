"""What a misspelt word may have been meant to be: words that are one letter away.

The suggestions of hunspell take 400 ms a word. Here the mistakes that people make come first (a
letter too many or too few, two swapped, "d" for "t"), then every other letter, as far as the three
letters around it stand together in some word of the text. The number of look-ups is bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MEEST = 3  # suggestions of a word
_KORTST = 4  # letters; what a shorter word may have been is anybody's guess
_PER_WOORD = 150  # look-ups for a word at most
_KLINKERS = "aeiouy"
_LETTERS = "enatirodslghvkmupbjwczfxyq"
# A trema or accent that was left out comes first: a keyboard has no key for it.
_VERWARD = (
    *(("ee", "eë"), ("ie", "ië"), ("oo", "oö"), ("ei", "eï"), ("ue", "uë"), ("u", "ü"), ("e", "é")),
    *(("d", "t"), ("t", "d"), ("dt", "d"), ("dt", "t"), ("d", "dt")),
    *(("ei", "ij"), ("ij", "ei"), ("ou", "au"), ("au", "ou"), ("ie", "i"), ("i", "ie")),
    *(("c", "k"), ("k", "c"), ("s", "z"), ("z", "s"), ("f", "v"), ("v", "f"), ("g", "ch")),
    *(("ch", "g"), ("s", "sch"), ("x", "ks"), ("q", "k")),
)


def een_af(woord: str, ander: str) -> bool:
    """Tell whether two words differ by one letter, or by two that were swapped."""
    if len(woord) > len(ander):
        woord, ander = ander, woord
    meer = len(ander) - len(woord)
    if meer > 1 or woord == ander:
        return False
    n = next((n for n, (a, b) in enumerate(zip(woord, ander, strict=False)) if a != b), len(woord))
    if meer:
        return woord[n:] == ander[n + 1 :]
    return woord[n + 1 :] == ander[n + 1 :] or (
        woord[n + 2 :] == ander[n + 2 :] and woord[n : n + 2] == ander[n : n + 2][::-1]
    )


class Nabij:
    """Words of a text, to be found by one that is a letter away."""

    def __init__(self, woorden: Iterable[str]) -> None:
        """Take the words, in lower case."""
        self._bij: dict[str, list[str]] = {}
        self._drietallen: set[str] = set()
        for woord in woorden:
            rand = f"^{woord}$"
            self._drietallen.update(rand[n : n + 3] for n in range(len(rand) - 2))
            for key in {woord, *_zonder_een(woord)}:
                self._bij.setdefault(key, []).append(woord)

    def woorden(self, laag: str) -> tuple[str, ...]:
        """Return the words of the text that are a letter away, or have one in another place."""
        found = (w for key in (laag, *_zonder_een(laag)) for w in self._bij.get(key, ()))
        return tuple(w for w in dict.fromkeys(found) if _vlakbij(laag, w))

    def gangbaar(self, woord: str, plek: int) -> bool:
        """Tell whether the letters around a place stand together in some word of the text."""
        rand = f"^{woord}$"
        return all(
            rand[n : n + 3] in self._drietallen
            for n in range(max(plek - 1, 0), min(plek + 2, len(rand) - 2))
        )


def voorstellen(laag: str, nabij: Nabij, kent: Callable[[str], bool]) -> tuple[str, ...]:
    """Return at most three words that a misspelt one may have been, likeliest first.

    Args:
        laag: the word, in lower case.
        nabij: the words of the text.
        kent: tells whether something is a word.
    """
    if len(laag) < _KORTST:
        return ()
    found = dict.fromkeys(nabij.woorden(laag))
    for number, ander in enumerate(dict.fromkeys(_anders(laag, nabij))):
        if len(found) >= MEEST or number >= _PER_WOORD:
            break
        if ander not in found and ander != laag and kent(ander):
            found[ander] = None
    return tuple(found)[:MEEST]


def _vlakbij(woord: str, ander: str) -> bool:
    """Tell whether two words that are the same without a letter are near enough."""
    return een_af(woord, ander) or (woord != ander and sorted(woord) == sorted(ander))


def _zonder_een(woord: str) -> Iterator[str]:
    return (woord[:n] + woord[n + 1 :] for n in range(len(woord)))


def _anders(laag: str, nabij: Nabij) -> Iterator[str]:
    """Yield what a word may have been, by the mistakes that people make, commonest first."""
    n = len(laag)
    for plek in range(n):  # one letter for two, and two for one
        yield laag[:plek] + laag[plek] + laag[plek:]
        if laag[plek : plek + 1] == laag[plek + 1 : plek + 2]:
            yield laag[:plek] + laag[plek + 1 :]
    for plek in range(n - 1):
        yield laag[:plek] + laag[plek + 1] + laag[plek] + laag[plek + 2 :]
    for fout, goed in _VERWARD:
        plek = laag.find(fout)
        while plek >= 0:
            yield laag[:plek] + goed + laag[plek + len(fout) :]
            plek = laag.find(fout, plek + 1)
    yield from (ander for ander, plek in _met_letter(laag, "sne") if nabij.gangbaar(ander, plek))
    yield from _zonder_een(laag)
    for plek in range(n):
        soort = _KLINKERS if laag[plek] in _KLINKERS else ""
        for letter in soort or _LETTERS:
            ander = laag[:plek] + letter + laag[plek + 1 :]
            if nabij.gangbaar(ander, plek):
                yield ander
    yield from (ander for ander, plek in _met_letter(laag, _LETTERS) if nabij.gangbaar(ander, plek))


def _met_letter(laag: str, letters: str) -> Iterator[tuple[str, int]]:
    for plek in range(1, len(laag) + 1):
        for letter in letters:
            yield laag[:plek] + letter + laag[plek:], plek
