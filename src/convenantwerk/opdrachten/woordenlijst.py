"""`convenant controleer --woordenlijst`: words that are right, into the list of the dossier."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import DOSSIERBESTAND, shown
from convenantwerk.basis.yaml_wijzigen import GeenPlaatsError, vervang_waarden
from convenantwerk.controles.taal.twijfels import onbekende_woorden
from convenantwerk.dossier.dossier import Instellingen
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.bronbestand import vervang_bestand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.dossier.dossier import Editie

_SLEUTEL = "woordenlijst"


@dataclass(frozen=True, slots=True)
class Woordkeuze:
    """A word of the text that no dictionary has, and what it may have been; none when it is good.

    A word that may be a typing error can be right all the same: a person must say so.
    """

    woord: str
    anders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Woordvoorstel:
    """What the list would be; nothing is written.

    Args:
        erbij: the words that would come in it.
        was: convenant.yaml as it is.
        wordt: as it would be.
    """

    erbij: tuple[str, ...]
    was: bytes
    wordt: bytes


def te_kiezen_woorden(geopend: Geopend, editie: Editie = "vanzelf") -> tuple[Woordkeuze, ...]:
    """Return the words that may come in the list; those that seem to be right first.

    Raises:
        OnleesbaarError: the dossier cannot be read.
    """
    onbekend = onbekende_woorden(geopend.tekst(editie).onderzoek)
    keuzes = (Woordkeuze(one.onbekend.woord, one.goed) for one in onbekend)
    return tuple(sorted(keuzes, key=lambda keuze: bool(keuze.anders)))


def stel_woorden_voor(geopend: Geopend, woorden: Sequence[str]) -> Woordvoorstel:
    """Return what the list of the dossier would be with these words behind those that it has.

    Raises:
        OnleesbaarError: the dossier cannot be read.
        ConvenantwerkError: CV913, the form of convenant.yaml leaves no place for them.
    """
    path = geopend.root / DOSSIERBESTAND
    was = geopend.lezer.data(path)[0] or b""
    if not woorden:
        return Woordvoorstel((), was, was)
    lijst = (*geopend.dossier.instellingen.woordenlijst, *woorden)
    volgorde = [spec.name for spec in fields(Instellingen) if spec.name != "position"]
    try:
        text = vervang_waarden(was.decode("utf-8"), {_SLEUTEL: list(lijst)}, volgorde)
    except GeenPlaatsError:
        raise _geen_plaats(geopend) from None
    wordt = text.encode("utf-8")
    daarna = Geopend(geopend.root, geopend.op, geopend.lezer.met(path, wordt))
    if daarna.dossier.instellingen.woordenlijst != lijst:
        raise _geen_plaats(geopend)
    return Woordvoorstel(tuple(woorden), was, wordt)


def leg_woorden_vast(geopend: Geopend, voorstel: Woordvoorstel) -> None:
    """Write them, when convenant.yaml is still as it was read.

    Raises:
        ConvenantwerkError: CV910, CV911 or CV901.
    """
    vervang_bestand(geopend, DOSSIERBESTAND.as_posix(), voorstel.was, voorstel.wordt)


def _geen_plaats(geopend: Geopend) -> ConvenantwerkError:
    reden = "de vorm van dit bestand laat het niet toe woorden toe te voegen"
    tip = f"zet elke sleutel op een eigen regel, of schrijf '{_SLEUTEL}' met de hand"
    return ConvenantwerkError(
        "CV913", pad=shown(geopend.root / DOSSIERBESTAND), reden=reden, tip=tip
    )
