"""Which paragraphs are lines of a contents list: a title, then dots or a tab, then a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REGEL = re.compile(r"(?P<titel>\S.*?)\s*(?:(?:[.…·_]\s?){3,}|…|\t| {3,})\s*(?P<blad>\d{1,4})")
_OPSCHRIFT = re.compile(r"inhoud(?:sopgave|soverzicht)?:?", re.IGNORECASE)
_MINST = 3  # lines: fewer are no list
_TUSSEN = 2  # lines without a number that may stand between
_BOVEN = 12  # lines between its heading and the first with a number
_LANG = 110
_LANGST = 300  # characters of a line: a longer one is no title
_WOORD = re.compile(r"[^\W\d_]+")


def is_inhoudsregel(tekst: str) -> bool:
    """Tell whether a line is as one of a contents list."""
    return _blad(tekst) >= 0


def _blad(tekst: str) -> int:
    match = _REGEL.fullmatch(tekst) if tekst[-1:].isdigit() and len(tekst) < _LANGST else None
    return int(match["blad"]) if match else -1


def inhoudsregels(teksten: Sequence[str]) -> frozenset[int]:
    """Return which paragraphs are of a contents list, with its heading and what stands between.

    A table of numbers looks like one. So there must be a heading above it, or its titles come
    again in the text.
    """
    found: set[int] = set()
    for reeks in _reeksen(teksten):
        boven = _opschrift(teksten, reeks[0])
        if boven < reeks[0] or _komt_terug(teksten, reeks):
            found.update(range(boven, reeks[-1] + 1))
    return frozenset(found)


def _reeksen(teksten: Sequence[str]) -> Iterator[list[int]]:
    """Yield lines with numbers of pages that follow each other and do not go back."""
    reeks: list[int] = []
    vorige = -1
    for at, tekst in enumerate(teksten):
        blad = _blad(tekst)
        if blad < 0:
            continue
        sluit_aan = reeks and at - reeks[-1] <= _TUSSEN + 1 and blad >= vorige
        if not sluit_aan:
            if len(reeks) >= _MINST:
                yield reeks
            reeks = []
        reeks.append(at)
        vorige = blad
    if len(reeks) >= _MINST:
        yield reeks


def _opschrift(teksten: Sequence[str], begin: int) -> int:
    """Return where the heading of a list stands, `begin` when it has none."""
    gevonden = begin
    for at in range(begin - 1, max(-1, begin - 1 - _BOVEN), -1):
        if _OPSCHRIFT.fullmatch(teksten[at].strip("*# ")):
            gevonden = at
        elif _blad(teksten[at]) >= 0 or len(teksten[at]) > _LANG or teksten[at].endswith("."):
            break
    return gevonden


def _komt_terug(teksten: Sequence[str], reeks: Sequence[int]) -> bool:
    later = {_sleutel(tekst) for tekst in teksten[reeks[-1] + 1 :] if len(tekst) < _LANG}
    titels = [match["titel"] for at in reeks if (match := _REGEL.fullmatch(teksten[at]))]
    return 2 * sum(_sleutel(titel) in later for titel in titels) >= len(titels)


def _sleutel(tekst: str) -> str:
    return " ".join(_WOORD.findall(tekst.casefold()))
