"""`convenant controleer --rapport`: the findings as a paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.basis.files import zonder_map
from convenantwerk.basis.stage import write_all
from convenantwerk.papier.huisstijl import engine_huisstijl
from convenantwerk.stukken.controlerapport import Rapportgegevens, maak_controlerapport

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.controleer import Uitslag
    from convenantwerk.papier.uitgeven import Bestand
    from convenantwerk.stukken.rapportregels import Rapportregel


def schrijf_rapport(
    geopend: Geopend, uit: Path, uitslag: Uitslag, formaten: Sequence[str]
) -> tuple[str, ...]:
    """Write findings as a paper; return its paths below `uit`.

    Raises:
        ConvenantwerkError: the folder cannot be written, or as `maak_rapport`.
    """
    made = {bestand.pad: bestand.data for bestand in maak_rapport(geopend, uitslag, formaten)}
    write_all(uit, made)
    return tuple(made)


def maak_rapport(geopend: Geopend, uitslag: Uitslag, formaten: Sequence[str]) -> list[Bestand]:
    """Return findings as a paper.

    It is there whatever is wrong: of a dossier that cannot be read it says why, and when its own
    templates are no good it has the looks of the program.

    Raises:
        ConvenantwerkError: the system has no room.
    """
    document = maak_controlerapport(rapportgegevens(geopend, uitslag))
    try:
        return geopend.maak([document], formaten)
    except ConvenantwerkError:
        from convenantwerk.papier.processen import Werkpers  # noqa: PLC0415  hardly ever needed
        from convenantwerk.papier.uitgeven import export_documents  # noqa: PLC0415

        return export_documents([document], Werkpers(engine_huisstijl(papieren=True)), formaten)


def rapportgegevens(geopend: Geopend, uitslag: Uitslag) -> Rapportgegevens:
    """Return what the paper tells, in which no folder of this computer is named."""
    titel = uitgever = uitslag.dossier
    try:
        instellingen = geopend.registerlezing[0].instellingen
    except OnleesbaarError:
        pass
    else:
        uitgever = instellingen.samenwerkingsverband
        titel = f"{instellingen.titel} {uitgever}"
    return Rapportgegevens(
        titel=titel,
        uitgever=uitgever,
        op=uitslag.op,
        convenant=uitslag.convenant,
        regels=tuple(_zonder_map(geopend.root, regel) for regel in uitslag.regels),
        sinds=uitslag.sinds,
        bekend=uitslag.bekend,
    )


def _zonder_map(root: Path, regel: Rapportregel) -> Rapportregel:
    melding, tip = zonder_map(root, regel.melding), zonder_map(root, regel.tip)
    return replace(regel, melding=melding, tip=tip)
