"""In which language a text is, by its commonest words; a convenant is in Dutch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convenantwerk.basis.diagnostics import Diagnostic

_GENOEG = 40  # words: of fewer no language can be told
_DEEL = 0.12  # so many words of a text are among the commonest of its language, or more
_MEER = 1.5  # times as many as of Dutch
_LETTERS = re.compile(r"[^\W\d_]+")


def _woorden(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


NEDERLANDS = _woorden(
    "de het een van en in op is dat te voor met zijn aan door niet of bij om als worden wordt ook "
    "die dit deze naar tot uit over heeft kan zal er maar dan nog wel partijen artikel tussen"
)
# Words of which Dutch has few: "in", "is" and "de" would tell nothing.
ANDERE: Mapping[str, frozenset[str]] = {
    "Engels": _woorden(
        "the of and to that for with be shall by this are as from or which will not have between "
        "any such its their may other under"
    ),
    "Duits": _woorden(
        "der die und das den von zu mit dem des ist im für auf eine ein nicht sich auch werden "
        "wird oder als sind nach bei einer durch zur zum über"
    ),
    "Frans": _woorden(
        "le la les et des du une dans que pour par sur au aux est qui avec ce cette sont leur ou "
        "être entre ne pas il"
    ),
    "Fries": _woorden(
        "fan it yn dy foar mei oan wurdt wurde ek troch net nei oare tusken binne hat sil dêr "
        "harren fanút ûnder gjin"
    ),
}


def andere_taal(woorden: Iterable[str], path: str) -> tuple[Diagnostic, ...]:
    """Return a waarschuwing (CV954) when a text is in another language than Dutch.

    Args:
        woorden: of the text, as a reader gives them.
        path: the file as the user sees it.
    """
    taal = taal_van(woorden)
    return (CODES["CV954"].at(Position(path), taal=taal),) if taal else ()


def taal_van(woorden: Iterable[str]) -> str:
    """Return the language of a text, "Engels"; "" for Dutch, or when it cannot be told."""
    gezien = [deel.casefold() for woord in woorden for deel in _LETTERS.findall(woord)]
    if len(gezien) < _GENOEG:
        return ""
    nederlands = sum(woord in NEDERLANDS for woord in gezien)
    telling = {taal: sum(woord in lijst for woord in gezien) for taal, lijst in ANDERE.items()}
    taal = max(telling, key=lambda naam: telling[naam])
    genoeg = telling[taal] >= _DEEL * len(gezien) and telling[taal] > _MEER * nederlands
    return taal if genoeg else ""
