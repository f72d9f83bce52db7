"""The words of a text with their places in the file, for controles that look at words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import Invulveld, Tekst, Verwijzing, alle_inline, is_besluit
from convenantwerk.tekst.omgeving import omgevingen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.tekst.boom import Convenant
    from convenantwerk.tekst.omgeving import Omgeving

_NABIJ = 1_000  # characters before and after a word that can be of its sentence
_ZINSEINDE = re.compile(r"[.!?;](?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class Zinsdeel:
    """Characters that follow each other in one file.

    Args:
        tekst: the characters.
        omgeving: in which element and lid that is.
        position: of the first of them.
    """

    tekst: str
    omgeving: Omgeving
    position: Position

    def plaats(self, offset: int) -> Position:
        """Return the place of one of the characters."""
        return replace(self.position, column=self.position.column + offset)

    def zin(self, offset: int) -> str:
        """Return the sentence, as far as it stands here, that one of the characters is in.

        Of one without end only what is near, so that a text of them is read in bounded time.
        """
        first, last = max(offset - _NABIJ, 0), min(offset + _NABIJ, len(self.tekst))
        eerder = [match.end() for match in _ZINSEINDE.finditer(self.tekst, first, offset)]
        einde = _ZINSEINDE.search(self.tekst, offset, last)
        return self.tekst[eerder[-1] if eerder else first : einde.end() if einde else last]


def zinsdelen(convenant: Convenant) -> Iterator[Zinsdeel]:
    """Yield the words of a text, in order.

    Those of besluiten are left out, which speak of what was, and those of invulvelden, which are a
    finding themselves. Of a paragraph over several lines the column counts on from its first.
    """
    open_: set[int] = set()
    for omgeving, inline in omgevingen(convenant):
        if isinstance(inline, Invulveld):
            open_.update(map(id, alle_inline(inline.inhoud)))
        elif (
            isinstance(inline, Tekst | Verwijzing)
            and id(inline) not in open_
            and not is_besluit(omgeving.element)
        ):
            yield Zinsdeel(inline.tekst, omgeving, inline.position)
