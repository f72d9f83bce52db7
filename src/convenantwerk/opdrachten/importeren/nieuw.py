"""The files of a new dossier, made of an imported text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.basis.files import DOSSIERBESTAND
from convenantwerk.dossier.dossier import Instellingen
from convenantwerk.dossier.registertabel import REGISTERMAP
from convenantwerk.opdrachten.importeren.schrift import (
    ondertekenaars_yaml,
    opmerking,
    partners_yaml,
    regels_yaml,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.invoer.voorstellen.alles import Voorstellen
    from convenantwerk.opdrachten.importeren.feiten import Importfeiten

_LEGE_GEBEURTENISSEN = """\
# Wat er is gebeurd en wat op de agenda staat, op volgorde van datum. Opdrachten als
# 'convenant vaststellen' en 'convenant opzegging' schrijven hierin.
gebeurtenissen: []
"""
_NEGEER = "build/\n.convenant/\n"


def dossierbestanden(
    feiten: Importfeiten, delen: Iterable[str], voorstellen: Voorstellen, bron: str
) -> dict[str, bytes]:
    """Return what a dossier has besides its text, by path.

    Args:
        feiten: all that convenant.yaml must say.
        delen: the folders with text, in the order of the convenant.
        voorstellen: what was read in the text.
        bron: the name of the file that was imported.
    """
    registers = REGISTERMAP.as_posix()
    return {
        path: text.encode()
        for path, text in {
            DOSSIERBESTAND.as_posix(): _convenant(feiten, tuple(delen), voorstellen, bron),
            f"{registers}/partners.yaml": partners_yaml(voorstellen.partners, bron),
            f"{registers}/ondertekenaars.yaml": ondertekenaars_yaml(
                voorstellen.ondertekenaars, bron
            ),
            f"{registers}/gebeurtenissen.yaml": _LEGE_GEBEURTENISSEN,
            ".gitignore": _NEGEER,
        }.items()
    }


def _convenant(
    feiten: Importfeiten, delen: tuple[str, ...], voorstellen: Voorstellen, bron: str
) -> str:
    gegevens = Instellingen(
        titel=feiten.titel,
        samenwerkingsverband=feiten.naam,
        citeertitel=feiten.citeertitel,
        editie=feiten.editie,
        delen=delen,
    )
    kop = opmerking(
        f"Gemaakt van '{bron}'. Hoe dit bestand is opgebouwd, staat in het bronformaat."
    )
    regels = regels_yaml(voorstellen.regels) if voorstellen.regels else ""
    return "\n".join(filter(None, (f"{kop}\n{as_yaml(gegevens)}", regels)))


def volledig(feiten: Importfeiten) -> Importfeiten:
    """Return facts in which a text that has no title or citeertitel is called after its parties."""
    titel = feiten.titel or f"Convenant {feiten.naam}"
    return replace(feiten, titel=titel, citeertitel=feiten.citeertitel or titel)
