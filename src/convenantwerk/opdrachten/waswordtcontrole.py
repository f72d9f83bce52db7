"""`convenant waswordt-controle`: a was-wordt-tabel of others, held against two editions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.basis.files import shown
from convenantwerk.geopend.edities import kies_samen
from convenantwerk.opdrachten.renvooi import vergelijken
from convenantwerk.renvooi.waswordtcontrole import Tabeloordeel, beoordeel_rijen, lees_rijen
from convenantwerk.renvooi.waswordtcontrole.inlezen import lees_tabellen
from convenantwerk.renvooi.waswordtcontrole.kolommen import samen, vind_kolommen

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.renvooi.waswordtcontrole.rijen import Rij


@dataclass(frozen=True, slots=True)
class Controleopdracht:
    """What is asked: the file with the table, and the two editions it is about."""

    tabel: Path
    oud: str
    nieuw: str
    editie: Editie = "vanzelf"


def waswordt_controle(geopend: Geopend, opdracht: Controleopdracht) -> Tabeloordeel:
    """Return what is wrong with a table.

    Raises:
        OnleesbaarError: CV001, CV002, CV313 or CV317, there is no table to read; or an edition
            cannot be read whole.
        ConvenantwerkError: CV314, the table has no columns was and wordt; an edition is not there.
    """
    gelezen = lees_tabellen(opdracht.tabel)
    if not gelezen.tabellen:
        raise OnleesbaarError(gelezen.bevindingen)
    oud, nieuw = kies_samen(geopend, (opdracht.oud, opdracht.nieuw), opdracht.editie)
    namen = (oud.naam, nieuw.naam)
    known = [(tabel, vind_kolommen(tabel, namen)) for tabel in gelezen.tabellen]
    parts = samen([(tabel, kolommen) for tabel, kolommen in known if kolommen])
    if not parts:
        raise ConvenantwerkError("CV314", pad=shown(opdracht.tabel))
    rows: list[Rij] = []
    for tabel, kolommen in parts:
        rows += lees_rijen(tabel, kolommen, rows[-1].nummer if rows else 0)
    return beoordeel_rijen(rows, parts[0][1].hoe, vergelijken(oud, nieuw), namen)
