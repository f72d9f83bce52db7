"""What a paper of this program says besides its text: the sheet of open points, its remarks.

Who imports such a paper gets the text back, and of a remark what it says: that an overleg is
organised or facilitated, by which protocol, that its text is missing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.bouwen.regel import is_streep
from convenantwerk.tekst import redactie
from convenantwerk.tekst.frontmatter import Kopgegevens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.invoer.bouwen.regel import Regel

_GROEPEN = (redactie.OPEN_INVULVELDEN, redactie.ZONDER_DOEL, redactie.ONTBREKEND, redactie.OVERIG)
_GROEP = re.compile(rf"(?:{'|'.join(_GROEPEN)}) \(\d+\)")
_BLADKOPPEN = (redactie.CONCEPTBLAD, redactie.OPEN_PUNTEN)
_ONTBREEKT = tuple(redactie.ontbreekt(soort) for soort in ("deel", "overleg", "hoofdstuk"))


def conceptblad(gezien: Sequence[Regel]) -> set[int]:
    """Return the lines of the sheet with open points that a concept begins with."""
    alineas = [at for at, regel in enumerate(gezien) if regel.is_alinea]
    if len(alineas) < len(_BLADKOPPEN) or gezien[alineas[0]].tekst not in _BLADKOPPEN:
        return set()
    if not gezien[alineas[1]].tekst.startswith(redactie.CONCEPT):
        return set()
    gevonden = set(alineas[:2])
    for at in alineas[2:]:
        if not (is_streep(gezien[at].merk) or _GROEP.fullmatch(gezien[at].tekst)):
            break
        gevonden.add(at)
    return gevonden


def gegevens_van(tekst: str) -> Kopgegevens | None:
    """Return what a remark says of the part it stands under; None when it is no remark."""
    gevonden = Kopgegevens()
    rest = " ".join(tekst.split())
    for wijze, zin in redactie.WIJZE.items():
        if rest.startswith(zin):
            gevonden, rest = replace(gevonden, wijze=wijze), rest[len(zin) :].lstrip()
    for protocol, zin in redactie.PROTOCOL.items():
        if rest.startswith(zin):
            gevonden, rest = replace(gevonden, protocol=protocol), rest[len(zin) :].lstrip()
    if rest in _ONTBREEKT:
        gevonden, rest = replace(gevonden, status="ontbreekt"), ""
    return gevonden if not rest and gevonden != Kopgegevens() else None
