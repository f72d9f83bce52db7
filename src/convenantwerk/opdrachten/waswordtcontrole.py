"""`convenant waswordt-controle`: a was-wordt-tabel of others, held against two editions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.basis.files import shown
from convenantwerk.geopend.edities import kies_samen
from convenantwerk.opdrachten.renvooi import vergelijken
from convenantwerk.renvooi.waswordtcontrole import Tabeloordeel, beoordeel
from convenantwerk.renvooi.waswordtcontrole.inlezen import lees_tabellen
from convenantwerk.renvooi.waswordtcontrole.kolommen import vind_kolommen

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend


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
    named = [(tabel, k) for tabel, k in known if k and k.kop]
    if named:  # a long table may be cut in several, each with its head
        tabel, kolommen = named[0]
        rows = [
            *tabel,
            *(rij for more, k in named[1:] if k[:4] == kolommen[:4] for rij in more[1:]),
        ]
    else:
        sized = [(tabel, k) for tabel, k in known if k]
        if not sized:
            raise ConvenantwerkError("CV314", pad=shown(opdracht.tabel))
        rows, kolommen = max(sized, key=lambda pair: len(pair[0]))
    return beoordeel(rows, kolommen, vergelijken(oud, nieuw), namen)
