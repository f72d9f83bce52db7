"""What the text of a paper that came back has otherwise than the paper that was offered.

It helps a person to see why a paper was refused; it decides nothing. What the bytes say does that
(`tekenen/handtekeningen`).
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import read_bytes
from convenantwerk.dossier.archief import lees_gaaf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding

_MEEST = 2_000  # words of one page that are compared, for that takes their square
_BIJ = 4  # words before and after a difference
_MEESTE_BLADEN = 200


@dataclass(frozen=True, slots=True)
class Tekstverschil:
    """A place where words differ: the page, from 1, the words before it, was, wordt, and after."""

    bladzijde: int
    voor: str
    was: str
    wordt: str
    na: str


def tekstverschil(
    root: Path, aanbieding: Aanbieding, path: Path
) -> tuple[Tekstverschil, ...] | None:
    """Return where the words of a PDF are not those of the paper that was offered.

    None when that cannot be told: one of them is not there, cannot be read, or is too large.

    Raises:
        OnleesbaarError: what was offered lies in the archive and is closed to us.
    """
    aangeboden, (data, _) = lees_gaaf(root, aanbieding.sha256), read_bytes(path)
    if aangeboden is None or data is None:
        return None
    try:
        oud, nieuw = _bladen(aangeboden, path), _bladen(data, path)
    except ConvenantwerkError:
        return None
    if any(len(blad) > _MEEST for blad in (*oud, *nieuw)) or len(nieuw) > _MEESTE_BLADEN:
        return None
    paren = zip_longest(oud, nieuw, fillvalue=())
    return tuple(
        een for nummer, paar in enumerate(paren, start=1) for een in _op_een_blad(nummer, *paar)
    )


def _bladen(data: bytes, path: Path) -> list[tuple[str, ...]]:
    """Return the words of each page."""
    from convenantwerk.invoer.pdf.bladen import bladen, geopend  # noqa: PLC0415  loads pdfium

    with geopend(data, path.name) as document:
        return [tuple(blad.ruw.split()) for blad in bladen(document, path.name)]


def _op_een_blad(nummer: int, oud: Sequence[str], nieuw: Sequence[str]) -> Iterator[Tekstverschil]:
    for soort, i, j, k, m in SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes():
        if soort != "equal":
            yield Tekstverschil(
                nummer,
                " ".join(oud[max(0, i - _BIJ) : i]),
                " ".join(oud[i:j]),
                " ".join(nieuw[k:m]),
                " ".join(oud[j : j + _BIJ]),
            )
