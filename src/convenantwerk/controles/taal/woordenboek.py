"""The Dutch dictionary of OpenTaal, and the words of our own that it lacks.

It is asked by hunspell, which knows how Dutch makes compounds. That is quick, but for a compound of
three words or more, of which it looks first whether it may be a typing error (60 to 100 ms), and
for suggestions (400 ms). So those are made here (`voorstellen`), very long words are looked up by
halves, and of the other compounds so many are asked; they are told apart by their time alone, which
is a hundred times that of any other word.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from convenantwerk.basis.files import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MAP = Path(__file__).with_name("nl")
_TRAAG = 0.015  # seconds of the processor
_MEEST_TRAAG = 40  # words of the text that may take so long, 4 seconds in all
_MEEST_TRAGE_PROEVEN = 15  # words that were made up, to suggest
_MEEST_PROEVEN = 4_000
_LANG = 12  # letters; a shorter word is no such compound
LANGST = 60  # letters; nothing longer is looked up
_DEEL = 18  # letters, of a part of a compound at most
_HEEL_LANG = 20  # letters; such a compound is looked up as two words, each at once
_HELFT = 6  # letters of either, at least
_KORTST_DEEL = 4  # letters, of a part of a compound with one of our own words
_KORT = 5  # letters; a shorter part of another compound is one of these
_KORTE_DELEN = frozenset(
    (
        *("bank", "boek", "club", "data", "doel", "feit", "geld", "hulp", "huis", "kern", "kind"),
        *("plan", "raad", "stem", "taak", "team", "tijd", "werk", "wijk", "zorg"),
    )
)
_MET_S = ("ing", "heid", "teit", "schap")  # what ends so has an "s" before another
_TUSSEN = ("", "s", "-", "en", "e")  # what may stand between its parts
_VOOR = ("her", "multi", "niet-", "niet", "mede", "inter", "sub", "super", "anti", "ex-", "her-")


@cache
def _hunspell() -> Callable[[str], bool] | None:
    """Return what tells whether a word is in the dictionary; None when it cannot be read."""
    try:
        from hunspell import Hunspell  # noqa: PLC0415  only who asks for spelling reads it

        boek = Hunspell("nl", hunspell_data_dir=str(_MAP), system_encoding="UTF-8")
    except (ImportError, OSError):
        return None
    kent: Callable[[str], bool] = boek.spell
    return kent


@cache
def eigen_woorden() -> frozenset[str]:
    """Return the words of law and care that the dictionary lacks."""
    text, _ = read_text(_MAP / "woorden.txt")
    lines = (text or "").splitlines()
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split())


class Woordenboek:
    """What is a word in one dossier; each is looked up once."""

    def __init__(self, kent: Callable[[str], bool], eigen: Iterable[str]) -> None:
        """Take what looks a word up, and words that are right besides, in any case of letters."""
        self._kent = kent
        words = (word for entry in eigen for word in entry.split())
        self._eigen = frozenset(word.replace("\u2019", "'").casefold() for word in words)
        self._gezien: dict[str, bool] = {}
        self._traag = 0
        self._proeven = 0
        self._trage_proeven = 0

    def kent(self, woord: str) -> bool:
        """Tell whether this is a word: in the dictionary, our own, or of the dossier."""
        known = self._gezien.get(woord)
        if known is None:
            known = self._gezien[woord] = self._zoek(woord)
        return known

    def _zoek(self, woord: str) -> bool:
        laag = woord.casefold()
        if laag in self._eigen or self._met_eigen(laag):
            return True
        if len(woord) > LANGST:
            return False
        if len(woord) >= _LANG and (self.vol or self._in_tweeen(laag)):
            return True
        known, traag = self._gevraagd(woord)
        self._traag += traag
        return known or (woord != laag and self._kent(laag))

    def kent_proef(self, woord: str) -> bool:
        """Tell whether what was made up is a word; after so many no longer."""
        if woord in self._gezien:
            return self._gezien[woord]
        self._proeven += 1
        if self._proeven > _MEEST_PROEVEN or len(woord) > LANGST:
            return False
        if woord in self._eigen or self._met_eigen(woord):
            return True
        if len(woord) >= _LANG and self._trage_proeven >= _MEEST_TRAGE_PROEVEN:
            return False
        known, traag = self._gevraagd(woord)
        self._trage_proeven += traag
        return known

    @property
    def vol(self) -> bool:
        """Whether so many compounds were asked that the long words that follow are not."""
        return self._traag >= _MEEST_TRAAG

    def _gevraagd(self, woord: str) -> tuple[bool, bool]:
        """Return whether a word is in the dictionary, and whether that took long to find out."""
        begin = process_time()
        return self._kent(woord), process_time() - begin > _TRAAG

    def _met_eigen(self, laag: str) -> bool:
        """Tell whether it is a compound with one of our own words in it."""
        if len(laag) > LANGST:
            return False
        for plek in range(_KORTST_DEEL, len(laag) - _KORTST_DEEL + 1):
            voor, na = laag[:plek], laag[plek:]
            for deel in _zonder_tussen(voor):
                if (deel in self._eigen and self._deel(na)) or (
                    na in self._eigen and self._deel(deel)
                ):
                    return True
        return False

    def _in_tweeen(self, laag: str) -> bool:
        """Tell whether a very long word is two long ones: a typing error is in one of those."""
        return len(laag) >= _HEEL_LANG and any(
            self._deel(laag[plek:]) and self._deel(_zonder_s(laag[:plek]))
            for plek in range(_HELFT, len(laag) - _HELFT + 1)
        )

    def samengesteld(self, laag: str) -> bool:
        """Tell whether a word can be made of two that are known: the dictionary is strict there."""
        if len(laag) > LANGST:
            return False
        if any(laag.startswith(voor) and self._deel(laag[len(voor) :]) for voor in _VOOR):
            return True
        return any(
            self._ruim(laag[plek:])
            and not laag[:plek].endswith(_MET_S)
            and any(map(self._ruim, _zonder_tussen(laag[:plek])))
            for plek in range(_KORTST_DEEL, len(laag) - _KORTST_DEEL + 1)
        )

    def _mag_deel(self, laag: str) -> bool:
        return len(laag) < _LANG or (len(laag) <= _DEEL and not self.vol)

    def _ruim(self, laag: str) -> bool:
        """Tell whether a part is a word that is not found in many others by chance."""
        return (len(laag) >= _KORT or laag in _KORTE_DELEN) and self._deel(laag)

    def _deel(self, laag: str) -> bool:
        """Tell whether a part of a compound is a word; one of our own may be a compound too."""
        if len(laag) < _KORTST_DEEL:
            return False
        if laag in self._eigen:
            return True
        key = f"{laag}+"
        known = self._gezien.get(key)
        if known is None:
            known, traag = self._gevraagd(laag) if self._mag_deel(laag) else (False, False)
            self._gezien[key] = known
            self._traag += traag
        return known


def _zonder_tussen(voor: str) -> Iterable[str]:
    return (voor.removesuffix(tussen) for tussen in _TUSSEN if voor.endswith(tussen))


def _zonder_s(voor: str) -> str:
    """Return the first part of a compound; "" when it lacks the "s" that must stand behind it."""
    deel = voor.removesuffix("s")
    if voor.endswith(_MET_S):
        return ""
    return deel if deel.endswith(_MET_S) else voor


def woordenboek(eigen: Iterable[str]) -> Woordenboek | None:
    """Return the dictionary with more words; None when it cannot be read.

    Args:
        eigen: words that are right in this dossier.
    """
    kent = _hunspell()
    return None if kent is None else Woordenboek(kent, {*eigen_woorden(), *eigen})
