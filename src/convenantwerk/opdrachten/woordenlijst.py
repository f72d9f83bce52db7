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
    from convenantwerk.dossier.dossier import Editie

_SLEUTEL = "woordenlijst"


@dataclass(frozen=True, slots=True)
class Woordvoorstel:
    """What the list would be; nothing is written.

    Args:
        erbij: the words that would come in it.
        anders: words with another that they may have been, which are not proposed.
        was: convenant.yaml as it is.
        wordt: as it would be.
    """

    erbij: tuple[str, ...]
    anders: tuple[str, ...]
    was: bytes
    wordt: bytes


def stel_woorden_voor(geopend: Geopend, editie: Editie = "vanzelf") -> Woordvoorstel:
    """Return which words of the text would come in the list of the dossier.

    Raises:
        OnleesbaarError: the dossier cannot be read.
        ConvenantwerkError: CV913, the form of convenant.yaml leaves no place for them.
    """
    gelezen = geopend.tekst(editie)
    onbekend = onbekende_woorden(gelezen.onderzoek)
    erbij = tuple(one.onbekend.woord for one in onbekend if not one.goed)
    anders = tuple(
        f"'{one.onbekend.woord}': misschien {' of '.join(one.goed)}" for one in onbekend if one.goed
    )
    path = geopend.root / DOSSIERBESTAND
    was = geopend.lezer.data(path)[0] or b""
    if not erbij:
        return Woordvoorstel((), anders, was, was)
    lijst = (*geopend.dossier.instellingen.woordenlijst, *erbij)
    volgorde = [spec.name for spec in fields(Instellingen) if spec.name != "position"]
    try:
        text = vervang_waarden(was.decode("utf-8"), {_SLEUTEL: list(lijst)}, volgorde)
    except GeenPlaatsError:
        raise _geen_plaats(geopend) from None
    wordt = text.encode("utf-8")
    daarna = Geopend(geopend.root, geopend.op, geopend.lezer.met(path, wordt))
    if daarna.dossier.instellingen.woordenlijst != lijst:
        raise _geen_plaats(geopend)
    return Woordvoorstel(erbij, anders, was, wordt)


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
