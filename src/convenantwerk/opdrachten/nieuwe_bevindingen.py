"""`convenant controleer --sinds`: what is found now and was not in another edition."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.opdrachten.bronbestand import vaker
from convenantwerk.stukken.rapportregels import rapportregels

if TYPE_CHECKING:
    from convenantwerk.controles.onderzoek import Groep
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.controleer import Uitslag
    from convenantwerk.stukken.rapportregels import Rapportregel

# A file that a message names, with its line: it may lie elsewhere now.
_PLAATS = re.compile(r"[^\s']+\.(?:md|yaml)(?::\d+)*")


def alleen_nieuw(
    geopend: Geopend, uitslag: Uitslag, naam: str, editie: Editie, *groepen: Groep
) -> Uitslag:
    """Return of an outcome what was not found in an edition: at that address, about those words.

    Lines do not count, nor does a number: what moved within its lid is not new, nor what stands in
    the very same sentence at another address and is gone from its own. What an edition does not
    hold, such as the archive, has nothing to compare with, and all that is found in it is new.

    Args:
        geopend: the dossier.
        uitslag: all that is found in it.
        naam: of the edition, as `edities.kies` takes it.
        editie: how addenda are in it.
        groepen: of controles that were asked besides.

    Raises:
        OnleesbaarError: what it was read from cannot be read.
        ConvenantwerkError: as `edities.kies`.
    """
    gekozen = geopend.editie(naam, editie)
    gelezen = gekozen.gelezen
    toen = gelezen.nagelezen_met(*groepen) if gelezen else gekozen.diagnostics
    nu, eerder = uitslag.regels, rapportregels(gekozen.convenant, toen)
    anders, weg = vaker(nu, eerder, _wat), vaker(eerder, nu, _wat)
    nieuw = vaker(anders, weg, _zin)
    return replace(
        uitslag,
        diagnostics=tuple(regel.bevinding for regel in nieuw),
        sinds=gekozen.naam,
        bekend=len(uitslag.diagnostics) - len(nieuw),
    )


def _zin(regel: Rapportregel) -> object:
    """Return by what a finding is known that came to stand elsewhere; itself outside sentences."""
    return (regel.bevinding.code, *regel.zin) if regel.zin else id(regel)


def _wat(regel: Rapportregel) -> tuple[str, str, str]:
    found = regel.bevinding
    return found.code, regel.adres, found.onderwerp or _PLAATS.sub("…", found.melding)
