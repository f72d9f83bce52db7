"""A file that somebody sent, read to be compared: a Word file of a party, say.

It is imported as `convenant importeer` does it, into a folder that is thrown away.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.opdrachten.importeren.feiten import lees_feiten, lijkt
from convenantwerk.opdrachten.importeren.importeren import leg_vast, maak_plan
from convenantwerk.opdrachten.importeren.inlezen import lees_in
from convenantwerk.opdrachten.importeren.nieuw import volledig

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.invoer.brok import Wens
    from convenantwerk.opdrachten.importeren.rapport import Importrapport

_GETOOND = 40  # of what is unsure


def lees_ter_vergelijking(
    geopend: Geopend, bestand: tuple[str, Path], folder: Path, wens: Wens
) -> Importrapport:
    """Make a dossier of a file, to compare it with an edition of another.

    Args:
        geopend: the dossier it is compared with; what the file does not say of itself is told by
            that, so that it is no difference.
        bestand: what the file is called, and where it lies.
        folder: where the dossier comes; there is nothing yet.
        wens: what happens with tracked changes.

    Raises:
        OnleesbaarError: as `lees_in`.
        ConvenantwerkError: as `maak_plan` and `leg_vast`.
    """
    naam, pad = bestand
    ingelezen, gebouwd = lees_in(pad, "vanzelf", wens, naam)
    feiten, eigen = lees_feiten(gebouwd), geopend.registers.instellingen
    feiten = replace(
        feiten,
        naam=feiten.naam or eigen.samenwerkingsverband,
        titel=feiten.titel or eigen.titel,
        editie=feiten.editie or naam,
    )
    plan = maak_plan(None, (naam, "vanzelf", ingelezen, gebouwd), volledig(feiten), geopend.op)
    leg_vast(folder, plan)
    return plan.rapport


def zinnen_over(rapport: Importrapport) -> tuple[str | tuple[str, ...], ...]:
    """Return how the reading went, in sentences; what is unsure stands in a tuple below its own."""
    aantal = rapport.tellingen
    zinnen: list[str] = [
        f"{rapport.bestand} is gelezen: {aantal['bestand']} woorden, elk nageteld. "
        f"Daarvan staan er {aantal['tekst']} in de tekst."
    ]
    if wat := lijkt(rapport.gebouwd, rapport.als):
        zinnen.append(f"Let op: dit lijkt een {wat}, en geen heel convenant.")
    onzeker = [f"{een.plek}: \u201c{een.tekst}\u201d: {een.waarom}" for een in rapport.onzeker]
    if not onzeker:
        return (*zinnen, "Geen plaats in de tekst is onzeker.")
    wat = "Eén plaats is" if len(onzeker) == 1 else f"{len(onzeker)} plaatsen zijn"
    zinnen.append(f"{wat} onzeker; een verschil daar kan door het inlezen komen:")
    meer = (f"en nog {len(onzeker) - _GETOOND}",) if len(onzeker) > _GETOOND else ()
    return (*zinnen, (*onzeker[:_GETOOND], *meer))
