"""Editions as a page names them: looked up among what the dossier has, never a path."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import is_dossier, is_there
from convenantwerk.geopend.edities import GIT, WERK
from convenantwerk.kantoor.formulier import Keuze, Veld

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.kantoor import Kantoor

_VERSIE, _BESTAND = "versie:", "bestand:"
_DAG, _REVISIE = "dag", "revisie"
# How the addenda stand in an edition; a version is what it is.
_INDELINGEN = (
    Keuze("vanzelf", "zoals het dossier ze bindt"),
    Keuze("met-addenda", "achter de tekst"),
    Keuze("doorlopend", "in de tekst verwerkt"),
)


def addendaveld(uitleg: str = "") -> Veld:
    """Return the question how the addenda stand in what is compared."""
    return Veld(
        naam="editie",
        vraag="Addenda",
        soort="keuze",
        nodig=True,
        keuzes=_INDELINGEN,
        standaard="vanzelf",
        uitleg=uitleg,
    )


def editievelden(
    dossier: Geopend, naam: str, vraag: str, standaard: str, bestanden: Sequence[Keuze] = ()
) -> Sequence[Veld]:
    """Return the fields by which an edition is chosen; `naam` is how their names begin.

    `bestanden` are files that were read, as `bestandskeuze` gives them.
    """
    keuzes = [
        Keuze(f"{_VERSIE}{versie.gegevens.naam}", f"versie {versie.gegevens.naam}")
        for versie in dossier.versielezing.versies
    ]
    keuzes += [
        Keuze(WERK, "de tekst zoals die nu in het dossier staat"),
        Keuze(_DAG, "de tekst die op een dag geldt"),
        *bestanden,
    ]
    git = _in_git(dossier.root)
    if git:
        keuzes.append(Keuze(_REVISIE, "een revisie uit git"))
    known = {keuze.waarde for keuze in keuzes}
    return (
        Veld(
            naam=naam,
            vraag=vraag,
            soort="keuze",
            nodig=True,
            keuzes=keuzes,
            standaard=standaard if standaard in known else WERK,
        ),
        Veld(naam=f"{naam}_dag", vraag=f"{vraag}: welke dag", soort="datum"),
        *(
            [Veld(naam=f"{naam}_revisie", vraag=f"{vraag}: welke revisie", meest=200)]
            if git
            else []
        ),
    )


def _in_git(root: Path) -> bool:
    """Tell whether a dossier seems to lie in a repository; whether it can be read, git tells."""
    return any(is_there(folder / ".git") for folder in (root, *root.parents))


def genoemd(velden: Sequence[Veld], waarden: Mapping[str, Waarde], naam: str) -> str:
    """Return what an edition that was chosen is called for a person."""
    gekozen = waarden[naam]
    dag, revisie = waarden[f"{naam}_dag"], waarden.get(f"{naam}_revisie")
    if gekozen == _DAG and isinstance(dag, date):
        return f"de tekst van {voluit(dag)}"
    if gekozen == _REVISIE:
        return f"revisie {revisie}"
    veld = next(veld for veld in velden if veld.naam == naam)
    return next(keuze.naam for keuze in veld.keuzes if keuze.waarde == gekozen)


def vaste_keuze(dossier: Geopend, naam: str, vraag: str, standaard: str) -> Veld:
    """Return the choice of a version, or of the text as it is: what needs no day or revision."""
    veld = editievelden(dossier, naam, vraag, standaard)[0]
    return replace(veld, keuzes=[k for k in veld.keuzes if is_vast(k.waarde)])


def is_vast(gekozen: str) -> bool:
    """Tell whether `vaste_keuze` has this edition."""
    return gekozen == WERK or gekozen.startswith(_VERSIE)


def eerste_keuze(dossier: Geopend) -> str:
    """Return the version that was frozen last, else the text as it is."""
    versies = dossier.versielezing.versies
    return f"{_VERSIE}{versies[-1].gegevens.naam}" if versies else WERK


def bestandskeuze(kantoor: Kantoor, gevraagd: str) -> list[Keuze]:
    """Return the choice of a file that was read, when an address names one that is here."""
    if not gevraagd.startswith(_BESTAND):
        return []
    try:
        one = kantoor.ontvangst.geef(gevraagd.removeprefix(_BESTAND))
        folder = kantoor.ontvangst.map_bij(one.sleutel)
    except ConvenantwerkError:  # the kantoor was started anew
        return []
    return [Keuze(gevraagd, f"het bestand {one.naam}")] if is_dossier(folder) else []


def bestand_als_keuze(sleutel: str) -> str:
    """Return how an address names a file that was read."""
    return f"{_BESTAND}{sleutel}"


def editienaam(kantoor: Kantoor, waarden: Mapping[str, Waarde], naam: str) -> str:
    """Return the edition that was chosen, as the opdrachten know it.

    Raises:
        ValueError: a day or revision is missing; with the name of its field and why.
    """
    gekozen = str(waarden[naam])
    if gekozen == _DAG:
        dag = waarden[f"{naam}_dag"]
        if dag is None:
            raise ValueError(f"{naam}_dag: vul een datum in.")
        return str(dag)
    if gekozen == _REVISIE:
        revisie = waarden[f"{naam}_revisie"]
        if not revisie:
            raise ValueError(f"{naam}_revisie: vul in welke, zoals HEAD~1.")
        return f"{GIT}{revisie}"
    if gekozen.startswith(_BESTAND):
        return str(kantoor.ontvangst.map_bij(gekozen.removeprefix(_BESTAND)))
    return gekozen.removeprefix(_VERSIE)
