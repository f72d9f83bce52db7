"""Short lines under each other, such as a name and a function: one alinea."""

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

    Only of a text file and a page is known that nothing stands between them.
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
    """Yield lines that stand under each other; those of a page parted in short ones and others."""
    groep: list[Regel] = []
    for regel in regels:
        if groep and not _naast(groep[-1], regel):
            yield groep
            groep = []
        groep.append(regel)
    if groep:
        yield groep


def _naast(vorige: Regel, regel: Regel) -> bool:
    """Tell whether nothing stands between two lines; on a page what is short is apart."""
    een, ander = vorige.plek, regel.plek
    if een.soort == "bladzijde":
        onder = een.nummer == ander.nummer and een.regel + 1 == ander.regel
        return onder and _is_kort(vorige) == _is_kort(regel)
    return een.soort == "regel" and een.nummer + 1 == ander.nummer


def _is_kort(regel: Regel) -> bool:
    return regel.is_alinea and not regel.merk and is_titelachtig(regel.tekst, _KORT)
