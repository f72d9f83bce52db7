"""Names that share most words with one that is known: "Politie Voorbeeldstad" for "-land".

A suspicion: there may well be two such organisations. Known names are looked up by a word and a
few letters of the rest, and only a few are compared, so that many alike cost no more than few.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LETTERS = 4  # of the rest, at its begin or end
_VERGELEKEN = 10  # names that are compared with one in the text
_GELIJK = 0.7  # of the letters that are not of the shared word
_EIGEN = 8  # letters of a word that only one name begins with
_UITGANG = 2  # letters
_MEER = 2  # words that a name must have; of what is left of a longer one too


class Bekend(NamedTuple):
    """A name that is known: whose, how it is written, and its words in small letters."""

    sleutel: str
    naam: str
    woorden: tuple[str, ...]


class Naamfamilie:
    """Known names of two words or more, by what another may share with them."""

    def __init__(self) -> None:
        self._per: defaultdict[str, list[Bekend]] = defaultdict(list)
        self._tweede: dict[str, set[int]] = {}

    def voeg_toe(self, one: Bekend) -> None:
        """Keep a name."""
        if len(one.woorden) >= _MEER:
            self._tweede.setdefault(one.woorden[1], set()).add(len(one.woorden))
            for key in (*_sleutels(one.woorden), f"{' '.join(one.woorden[:-1])} …"):
                if len(self._per[key]) < _VERGELEKEN:
                    self._per[key].append(one)

    def lengten(self, tweede: str) -> set[int]:
        """Return how many words a known name has whose second word is this."""
        return self._tweede.get(tweede, set())

    def zoek(self, woorden: Sequence[str]) -> Bekend | None:
        """Return the name of which these words, in small letters, are nearly all; None for none."""
        if len(woorden) < _MEER:
            return None
        heel = self._per.get(f"{' '.join(woorden)} …", ())
        if len(heel) == 1:  # a name of which the last word was left out
            return heel[0]
        for key in _sleutels(woorden):
            for one in self._per.get(key, ()):
                if one.woorden != tuple(woorden) and self._verwant(woorden, one.woorden):
                    return one
        return None

    def _verwant(self, woorden: Sequence[str], naam: Sequence[str]) -> bool:
        if woorden[0] != naam[0]:
            return woorden[0][:_LETTERS] == naam[0][:_LETTERS] or _lijkt(woorden[0], naam[0])
        rest, ander = "".join(woorden[1:]), "".join(naam[1:])
        if rest.startswith(ander) and len(rest) <= len(ander) + _UITGANG:
            return False  # a form of it: "Reclassering Nederlands"
        if _lijkt(rest, ander):
            return True
        eigen = _is_naamwoord(naam[0]) and len(self._per[f"{naam[0]} *"]) == 1
        return eigen and len(woorden) == len(naam) == _MEER and len(rest) >= _LETTERS


def _sleutels(woorden: Sequence[str]) -> Iterator[str]:
    rest = "".join(woorden[1:])
    yield f"{woorden[0]} {rest[:_LETTERS]}*"
    yield f"{woorden[0]} *{rest[-_LETTERS:]}"
    yield f"{woorden[0]} *"
    yield f"* {rest}"


def _is_naamwoord(woord: str) -> bool:
    """Tell whether a word names a kind of organisation, and not only says how one is."""
    return len(woord) >= _EIGEN and not woord.endswith(("e", "aal", "lijk", "openbaar", "algemeen"))


def _lijkt(een: str, ander: str) -> bool:
    """Tell whether most letters of two words are the same, in the same order."""
    return SequenceMatcher(None, een, ander, autojunk=False).ratio() >= _GELIJK
