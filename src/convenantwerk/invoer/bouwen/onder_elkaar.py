"""Short lines under each other in a plain text, such as a name and a function: one alinea."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.bouwen.regel import is_titelachtig
from convenantwerk.tekst.boom import Regeleinde

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.invoer.bouwen.regel import Regel
    from convenantwerk.invoer.bouwen.verslag import Verslag

_KORT = 60
_HOOGSTENS = 3
_WAAROM = "korte regels onder elkaar; nu één alinea met een afgebroken regel"


def met_afgebroken_regels(regels: Sequence[Regel], verslag: Verslag) -> list[Regel]:
    """Return lines in which two or three short ones that stand alone are one, with line breaks.

    Only of a text file is known that no empty line stands between them.
    """
    gevonden: list[Regel] = []
    for groep in _groepen(regels):
        alleen = gevonden and 1 < len(groep) <= _HOOGSTENS and all(map(_is_kort, groep))
        if not alleen:
            gevonden += groep
            continue
        inhoud = groep[0].inhoud
        for regel in groep[1:]:
            inhoud = (*inhoud, Regeleinde(), *regel.inhoud)
        tekst = " ".join(regel.tekst for regel in groep)
        verslag.twijfel(groep[0], _WAAROM)
        gevonden.append(replace(groep[0], inhoud=inhoud, tekst=tekst))
    return gevonden


def _groepen(regels: Sequence[Regel]) -> Iterator[list[Regel]]:
    """Yield lines that stand under each other without an empty line between them."""
    groep: list[Regel] = []
    for regel in regels:
        vorige = groep[-1].plek if groep else None
        naast = vorige and vorige.soort == "regel" and regel.plek.nummer == vorige.nummer + 1
        if groep and not naast:
            yield groep
            groep = []
        groep.append(regel)
    if groep:
        yield groep


def _is_kort(regel: Regel) -> bool:
    return regel.is_alinea and not regel.merk and is_titelachtig(regel.tekst, _KORT)
