"""The first page: the title of the convenant, and what else stands on it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.bouwen.hoofdstukvorm import klasse_van
from convenantwerk.invoer.bouwen.kopwoorden import GEZEGD, NAMEN, TITELBLAD, VOORWERK
from convenantwerk.invoer.bouwen.regel import LANG, is_titelachtig
from convenantwerk.invoer.brok import Beeldbrok, Lijnbrok

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from convenantwerk.invoer.bouwen.inhoudsopgave import Inhoudsopgave
    from convenantwerk.invoer.bouwen.regel import Beeld, Regel

_REGELS = 8  # with more lines than this it is no title page
_TITELREGELS = 3


class Titelblad(NamedTuple):
    """The places of the lines of the title, and of those beside it."""

    titel: list[int]
    rest: list[int]


def vind_titelblad(
    gezien: Sequence[Regel], beeld: Beeld, inhoud: Inhoudsopgave, weg: Collection[int]
) -> Titelblad:
    """Return the title that stands above the text, when one does; what is `weg` is passed over."""
    blad: list[int] = []
    koppen = Counter(
        beeld.gezicht(regel)
        for regel in gezien
        if regel.is_alinea and beeld.is_sterk(regel) and is_titelachtig(regel.tekst)
    )
    for at, regel in enumerate(gezien):
        if isinstance(regel.brok, Lijnbrok | Beeldbrok):
            if isinstance(regel.brok, Lijnbrok) and blad:
                break
            continue
        if at in weg:
            continue
        if (
            len(blad) > _REGELS
            or at in inhoud.regels
            or not _kan_titel_zijn(gezien, at, inhoud, eerste=not blad)
        ):
            break
        if blad and koppen[beeld.gezicht(regel)] > 1 + _zelfde(gezien, beeld, blad, regel):
            break  # what looks like this comes again: a heading
        blad.append(at)
    if len(blad) > _REGELS:
        return Titelblad([], [])
    titel: list[int] = []
    for at in blad:
        if TITELBLAD.search(gezien[at].tekst) or len(titel) == _TITELREGELS:
            break
        titel.append(at)
    return Titelblad(titel, [at for at in blad if at not in titel] if titel else [])


def _zelfde(gezien: Sequence[Regel], beeld: Beeld, blad: Sequence[int], regel: Regel) -> int:
    """Return how many lines of the title look as this one does."""
    return sum(beeld.gezicht(gezien[at]) == beeld.gezicht(regel) for at in blad)


def _kan_titel_zijn(
    gezien: Sequence[Regel], at: int, inhoud: Inhoudsopgave, *, eerste: bool
) -> bool:
    regel = gezien[at]
    if not regel.is_alinea or regel.merk:
        return False
    tekst = regel.tekst
    if not eerste and TITELBLAD.search(tekst[:40]) and len(tekst) < LANG:
        return True
    if klasse_van(regel) or GEZEGD.match(tekst):
        return False
    if NAMEN.fullmatch(tekst) or VOORWERK.fullmatch(tekst) or inhoud.noemt(tekst, regel.kop):
        return False
    if not is_titelachtig(tekst):
        return False
    if regel.kopniveau:
        andere = [r.kopniveau for r in gezien[at + 1 :] if r.kopniveau]
        return eerste and bool(andere) and min(andere) > regel.kopniveau
    return True
