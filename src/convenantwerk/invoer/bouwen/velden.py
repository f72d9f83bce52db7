"""Runs of characters of one look, and the placeholders among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from convenantwerk.tekst.boom import DIEPTE
from convenantwerk.tekst.haken import sluithaken
from convenantwerk.tekst.vervallen import TUSSEN_HAKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.tekst.boom import Voetnoot

Stijl = Literal["cursief", "vet", "hoog", "laag"]


@dataclass(frozen=True, slots=True)
class Stuk:
    """Characters of one look; or a note; or, with `veld`, a placeholder and what it holds.

    A line break is a stuk of its own: one newline.
    """

    tekst: str
    stijl: frozenset[Stijl] = frozenset()
    noot: Voetnoot | None = None
    veld: tuple[Stuk, ...] | None = None

    @property
    def is_tekst(self) -> bool:
        """Whether it is characters, and no note or placeholder."""
        return self.noot is None and self.veld is None


def met_velden(stukken: list[Stuk]) -> list[Stuk]:
    """Return runs in which what stands between square brackets is a placeholder.

    "[Vervallen]" is none, and a bracket that is not closed is a character.
    """
    tekst = "".join(stuk.tekst for stuk in stukken).replace("\\", "/")
    paren = sluithaken(tekst)
    velden: list[tuple[int, int]] = []
    for begin, einde in sorted(paren.items()):
        binnen = tekst[begin + 1 : einde]
        if binnen.strip() and not TUSSEN_HAKEN.fullmatch(binnen):
            velden.append((begin, einde))
    return _geveld(stukken, 0, velden, 0) if velden else stukken


def _geveld(stukken: list[Stuk], at: int, velden: list[tuple[int, int]], diep: int) -> list[Stuk]:
    """Return runs, the first of which begins at `at`, with these placeholders taken together."""
    gevonden: list[Stuk] = []
    rest = list(velden)
    while rest:
        begin, einde = rest[0]
        binnen = [veld for veld in rest[1:] if veld[1] < einde]
        rest = [veld for veld in rest[1:] if veld[0] > einde]
        voor, stukken = _gesplitst(stukken, begin - at)
        haak, stukken = _gesplitst(stukken, 1)
        kern, stukken = _gesplitst(stukken, einde - begin - 1)
        sluit, stukken = _gesplitst(stukken, 1)
        gevonden += voor
        at = einde + 1
        delen = _geveld(kern, begin + 1, binnen, diep + 1) if diep < DIEPTE else kern
        allen = [stuk.stijl for stuk in (*haak, *kern, *sluit) if stuk.noot is None]
        stijl = frozenset.intersection(*allen) - {"hoog", "laag"}
        eigen = tuple(replace(deel, stijl=deel.stijl - stijl) for deel in delen)
        los = [stuk for stuk in (*haak, *sluit) if stuk.noot is not None]
        gevonden += [Stuk(f"[{_letters(kern)}]", stijl, None, eigen), *los]
    return gevonden + stukken


def _letters(stukken: Iterable[Stuk]) -> str:
    return "".join(stuk.tekst for stuk in stukken)


def _gesplitst(stukken: list[Stuk], lengte: int) -> tuple[list[Stuk], list[Stuk]]:
    """Return the runs of the first characters, and the rest; a note goes with what is before it."""
    at = 0
    while at < len(stukken) and (lengte or stukken[at].noot is not None):
        stuk = stukken[at]
        if len(stuk.tekst) > lengte:
            voor, na = (
                replace(stuk, tekst=stuk.tekst[:lengte]),
                replace(stuk, tekst=stuk.tekst[lengte:]),
            )
            return [*stukken[:at], voor], [na, *stukken[at + 1 :]]
        lengte -= len(stuk.tekst)
        at += 1
    return stukken[:at], stukken[at:]
