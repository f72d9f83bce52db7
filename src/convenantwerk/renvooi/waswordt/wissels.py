"""The words that changed in a part, each time as what stood there and what stands there now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.tekst.verschil import Woord, Woordgroep


class Wissel(NamedTuple):
    """Words that went and the words that came in their place; () where there are none.

    `ervoor` and `erna` are the characters of the words right around them that stayed, up to a
    space, by which a changed comma can be shown.
    """

    oud: tuple[Woord, ...]
    nieuw: tuple[Woord, ...]
    ervoor: str = ""
    erna: str = ""

    @property
    def was(self) -> str:
        """The characters that went, as they read."""
        return _plat(self.oud).strip()

    @property
    def wordt(self) -> str:
        """The characters that came, as they read."""
        return _plat(self.nieuw).strip()


def _plat(woorden: Iterable[Woord]) -> str:
    return "".join(woord.tekst for woord in woorden)


def wissels(stukken: Iterable[Woordgroep]) -> Iterator[Wissel]:
    """Yield the changes in a stretch of words, those within its footnotes after it."""
    weg: list[Woord] = []
    erbij: list[Woord] = []
    ervoor = ""
    noten: list[Woord] = []
    for stuk in stukken:
        if stuk.wijziging == "vervallen":
            weg += stuk.woorden
        elif stuk.wijziging == "ingevoegd":
            erbij += stuk.woorden
        else:
            if weg or erbij:
                erna = stuk.tekst.split(maxsplit=1)[0] if not _spatie(stuk.tekst[:1]) else ""
                yield Wissel(tuple(weg), tuple(erbij), ervoor, erna)
                weg, erbij = [], []
            ervoor = "" if _spatie(stuk.tekst[-1:]) else stuk.tekst.split()[-1]
            noten += [woord for woord in stuk.woorden if woord.noot]
    if weg or erbij:
        yield Wissel(tuple(weg), tuple(erbij), ervoor)
    for woord in noten:
        if woord.noot:
            yield from wissels(woord.noot.stukken)


def _spatie(teken: str) -> bool:
    return not teken.strip()
