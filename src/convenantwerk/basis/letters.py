"""Which characters no font of a paper has, so that an empty box would be printed for them.

The house fonts are a table (`lettertabel`): to read them would take longer than to check a dossier.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.lettertabel import LETTERS
from convenantwerk.basis.lettertype import Reeksen
from convenantwerk.basis.tekens import NIET_TE_ZIEN, nummer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic

_ALTIJD = "\u0180"  # up to here the house fonts have all that one sees; a test holds them to it
_GENOEMD = 3  # characters of a line


def ongedekt(text: str, eigen: Sequence[Reeksen] = ()) -> str:
    """Return the characters of a text that are seen and that no font has, each once.

    Args:
        text: any.
        eigen: of the fonts that come with the dossier.
    """
    found = {teken for teken in set(text) if teken > _ALTIJD and not _in(teken, eigen)}
    return "".join(teken for teken in dict.fromkeys(text) if teken in found) if found else ""


def _in(teken: str, eigen: Iterable[Reeksen]) -> bool:
    """Tell whether a character has a shape in a font, or needs none."""
    if _huis().heeft(teken) or unicodedata.category(teken)[0] == "Z" or NIET_TE_ZIEN.match(teken):
        return True
    return any(own.heeft(teken) for own in eigen)


@cache
def _huis() -> Reeksen:
    pairs = [reeks.split("-") for reeks in LETTERS.split()]
    return Reeksen(
        *(tuple(int(number, 16) for number in side) for side in zip(*pairs, strict=True))
    )


def genoemd(tekens: str) -> str:
    """Return characters as a finding names them: "'希' (U+5E0C)"."""
    some = ", ".join(f"'{teken}' ({nummer(teken)})" for teken in tekens[:_GENOEMD])
    return some if len(tekens) <= _GENOEMD else f"{some} en nog {len(tekens) - _GENOEMD}"


def in_regels(text: str, path: str, eigen: Sequence[Reeksen] = ()) -> Iterator[Diagnostic]:
    """Yield a finding for each line of a text with characters that no font has.

    Args:
        text: Markdown.
        path: the file as the user sees it.
        eigen: as `ongedekt`.
    """
    if not ongedekt(text, eigen):
        return
    for number, line in enumerate(text.split("\n"), 1):
        if found := ongedekt(line, eigen):
            yield bevinding(Position(path, number, line.index(found[0]) + 1), found)


def bevinding(position: Position, found: str) -> Diagnostic:
    """Return the finding that no font has some characters, which stand at a place."""
    return CODES["CV044"].at(position, tekens=genoemd(found))
