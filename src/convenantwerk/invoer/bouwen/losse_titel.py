"""Titles that nothing shows but their words: a short line without a point, above its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.bouwen.kopwoorden import NAMEN, SUBKOP
from convenantwerk.invoer.bouwen.regel import is_streep, is_titelachtig

if TYPE_CHECKING:
    from convenantwerk.invoer.bouwen.regel import Regel

_KORT = 100
_EINDE = 12  # in so many characters before the end of a title stands no comma
_AANHALING = ('"', "\u201d", ")")  # with these ends a sentence that has no point


class Buren(NamedTuple):
    """What stands round a line: before it, below it, and below that.

    `onder_kop`: what stands before it is a heading with a number.
    """

    voor: Regel | None
    na: Regel | None
    verder: Regel | None
    onder_kop: bool


def staat_alleen(regel: Regel, buren: Buren) -> bool:
    """Tell whether a short line without a point is a title: it stands alone, above its text."""
    na = buren.na
    if na is None or is_streep(na.merk) or "," in regel.tekst[-_EINDE:]:
        return False
    bekend = bool(NAMEN.fullmatch(regel.tekst))
    if regel.tekst.endswith(_AANHALING) and not bekend:
        return False
    los = _is_los(buren.voor)
    if is_titelachtig(na.tekst) and (buren.onder_kop or (los and SUBKOP.match(na.tekst))):
        return buren.verder is not None and is_tekst(buren.verder)  # two titles, and their text
    staat_erboven = na.tekst.endswith((".", ":", "?")) or bool(na.merk or na.kop.nummer)
    langer = len(na.tekst) > len(regel.tekst) or na.tekst.endswith(":")
    return staat_erboven and (bekend or (los and (langer or bool(SUBKOP.match(regel.tekst)))))


def _is_los(voor: Regel | None) -> bool:
    """Tell whether what stands before a line is finished: a sentence, a title, nothing."""
    if voor is None or voor.tekst.endswith((".", ";", "!", "?")):
        return True
    return bool(voor.kop.nummer) or is_titelachtig(voor.tekst)


def is_tekst(regel: Regel) -> bool:
    """Tell whether a line is text and no title: it has a mark, or the end of a sentence."""
    return bool(regel.merk) or not is_titelachtig(regel.tekst, _KORT)
