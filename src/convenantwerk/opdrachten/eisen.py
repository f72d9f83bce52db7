"""`convenant eisen`: what the law asks of the text, and in which artikel that stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import ontoegankelijk_in
from convenantwerk.basis.errors import eis_toegang
from convenantwerk.basis.stage import write_all
from convenantwerk.controles.volledigheid.dekking import dekking
from convenantwerk.stukken.eisen import Vindplaatsen, maak_eisenstuk

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.volledigheid.dekking import Dekking
    from convenantwerk.dossier.dossier import Dossier, Editie
    from convenantwerk.geopend.geopend import Geopend


@dataclass(frozen=True, slots=True)
class Eisenstand:
    """How far the text on a day answers what is asked of it.

    Args:
        dossier: whose text it is.
        op: the day.
        dekking: the coverage; without lists when the dossier names none and none were asked.
        citaten: how each artikel and lid is cited.
        diagnostics: what of the text could not be read.
    """

    dossier: Dossier
    op: date
    dekking: Dekking
    citaten: Vindplaatsen
    diagnostics: tuple[Diagnostic, ...]


def lees_eisen(
    geopend: Geopend, editie: Editie = "vanzelf", lijsten: tuple[str, ...] = ()
) -> Eisenstand:
    """Return how far the text answers the lists of these names, else those the dossier names.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
    """
    gelezen = geopend.tekst(editie)
    namen = lijsten or gelezen.dossier.instellingen.eisen
    return Eisenstand(
        gelezen.dossier,
        geopend.op,
        dekking(gelezen.convenant, gelezen.onderzoek.passages, namen),
        Vindplaatsen(gelezen.convenant),
        tuple(ontoegankelijk_in(gelezen.diagnostics)),
    )


def schrijf_eisen(
    geopend: Geopend, uit: Path, stand: Eisenstand, formaten: tuple[str, ...]
) -> tuple[str, ...]:
    """Write the coverage as a paper; return its paths below `uit`.

    Raises:
        OnleesbaarError: a file or folder of the dossier is closed to us.
        ConvenantwerkError: a template is no good, or the folder cannot be written.
    """
    eis_toegang(stand.diagnostics)
    document = maak_eisenstuk(stand.dekking, stand.citaten, stand.dossier, stand.op)
    made = {b.pad: b.data for b in geopend.maak([document], formaten)}
    write_all(uit, made)
    return tuple(made)
