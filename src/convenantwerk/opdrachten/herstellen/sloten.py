"""How the items of a list end, where the list itself says clearly how they should."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.controles.opbouw.opsommingen import lijsten, vreemde_einden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.controles.opbouw.opsommingen import Afsluiting, Einde
    from convenantwerk.opdrachten.herstellen.ingreep import Ingreep, Vraag

_STIJLEN = (";", ",", ".")
_EENS = 2  # so many items at the least end alike, and twice as many as end otherwise
_LAATSTE_WOORD = re.compile(r"([^\s\\*_\[\]]*[^\W_][)\u201d\u2019\"'%]?)([;,.]?)[ \t]*\Z")


def herstel_sloten(vraag: Vraag) -> Iterator[Ingreep]:
    """Yield the last word of items with the mark that the others have, of the last a full stop.

    A list of few items, or one in which hardly more end alike than do not, says nothing clearly.
    """
    gevonden = {bevinding.position for bevinding in vraag.bevindingen}
    for lijst in lijsten(vraag.onderzoek):
        vreemd = list(vreemde_einden(lijst))
        if vreemd and vreemd[0].plaats in gevonden and _is_duidelijk(lijst, len(vreemd)):
            for slot in vreemd:
                yield from _gesloten(vraag, lijst, slot)


def _is_duidelijk(lijst: Afsluiting, vreemd: int) -> bool:
    eens = sum(slot.teken == lijst.stijl for slot in lijst.einden[:-1])
    return lijst.stijl in _STIJLEN and eens >= max(_EENS, 2 * vreemd)


def _gesloten(vraag: Vraag, lijst: Afsluiting, slot: Einde) -> Iterator[Ingreep]:
    regels, plaats = vraag.regels(slot.plaats.path), slot.plaats
    if slot.voegwoord or not 0 < plaats.line <= len(regels) or not plaats.column:
        return
    if match := _LAATSTE_WOORD.match(regels[plaats.line - 1], plaats.column - 1):
        teken = "." if slot is lijst.einden[-1] else lijst.stijl
        yield from vraag.ingreep(plaats, match[1] + match[2], match[1] + teken)
