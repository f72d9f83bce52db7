"""Filling in an open invulveld, everywhere or in one place, by a row in convenant.yaml."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import DOSSIERBESTAND, shown
from convenantwerk.basis.yaml_wijzigen import GeenPlaatsError, vervang_waarden
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.bronbestand import erbij, vervang_bestand
from convenantwerk.tekst.boom import Invulveld, plain
from convenantwerk.tekst.citeren import Citaten
from convenantwerk.tekst.omgeving import omgevingen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Invulling

_PAD = DOSSIERBESTAND.as_posix()
# The keys before which a row of invulvelden never stands, in the order of the format.
_VOLGORDE = ("titel", "samenwerkingsverband", "citeertitel", "editie", "delen", "invulvelden")


@dataclass(frozen=True, slots=True)
class OpenVeld:
    """An invulveld that is open somewhere.

    Args:
        tekst: what stands between its brackets.
        plaatsen: how each place is called, by its address; a place may have it more than once.
        aantal: how often it stands in the text.
    """

    tekst: str
    plaatsen: Mapping[str, str]
    aantal: int


@dataclass(frozen=True, slots=True)
class Invulvoorstel:
    """What filling in would do; nothing is written.

    Args:
        invulling: what comes where.
        was: convenant.yaml as it is.
        wordt: as it would be.
        plaatsen: where something is filled in, as one says it.
        gekomen: the findings that would be new.
    """

    invulling: Invulling
    was: bytes
    wordt: bytes
    plaatsen: Sequence[str]
    gekomen: tuple[Diagnostic, ...]


def open_velden(geopend: Geopend) -> Sequence[OpenVeld]:
    """Return the open invulvelden of the text in force, in reading order, each once.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
    """
    convenant = geopend.tekst().convenant
    citaten = Citaten(convenant)
    adressen: dict[str, list[str]] = {}
    for omgeving, inline in omgevingen(convenant):
        if isinstance(inline, Invulveld):
            adressen.setdefault(plain(inline.inhoud), []).append(omgeving.adres)
    return [
        OpenVeld(tekst, {adres: citaten.citeer(adres) for adres in found}, len(found))
        for tekst, found in adressen.items()
    ]


def stel_invulling_voor(geopend: Geopend, invulling: Invulling) -> Invulvoorstel:
    """Return what filling in an invulveld would do.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
        ConvenantwerkError: CV913, its form leaves no place for the row.
    """
    instellingen = geopend.dossier.instellingen
    rijen = [r for r in instellingen.invulvelden if _sleutel(r) != _sleutel(invulling)]
    rijen.append(invulling)
    path = geopend.root / DOSSIERBESTAND
    was = geopend.lezer.data(path)[0] or b""
    try:
        text = vervang_waarden(
            was.decode("utf-8"), {"invulvelden": [_waarden(rij) for rij in rijen]}, _VOLGORDE
        )
    except GeenPlaatsError:
        raise _geen_plaats(geopend) from None
    daarna = Geopend(geopend.root, geopend.op, geopend.lezer.met(path, text.encode("utf-8")))
    if daarna.dossier.instellingen != replace(instellingen, invulvelden=tuple(rijen)):
        raise _geen_plaats(geopend)
    velden = [v for v in open_velden(geopend) if v.tekst == invulling.tekst]
    plaatsen = [
        naam
        for veld in velden
        for adres, naam in veld.plaatsen.items()
        if invulling.bij in ("", adres)
    ]
    gekomen = erbij(daarna.tekst().diagnostics, geopend.tekst().diagnostics)
    return Invulvoorstel(invulling, was, text.encode("utf-8"), plaatsen, gekomen)


def leg_invulling_vast(geopend: Geopend, voorstel: Invulvoorstel) -> None:
    """Write it, when convenant.yaml is still as it was read.

    Raises:
        ConvenantwerkError: CV910, CV911 or CV901.
    """
    vervang_bestand(geopend, _PAD, voorstel.was, voorstel.wordt)


def zinnen_over(voorstel: Invulvoorstel) -> tuple[str | tuple[str, ...], ...]:
    """Return what filling in does, in sentences; the places in a list of their own."""
    waar = "in" if len(voorstel.plaatsen) == 1 else "op deze plaatsen"
    invulling = voorstel.invulling
    zin = f"[{invulling.tekst}] wordt '{invulling.waarde}', {waar}:"
    return zin, tuple(voorstel.plaatsen)


def _sleutel(invulling: Invulling) -> tuple[str, str]:
    return invulling.tekst, invulling.bij


def _waarden(invulling: Invulling) -> dict[str, str]:
    """Return a row as it stands in the file; what says nothing is left out."""
    waarden = asdict(invulling)
    del waarden["position"]
    return {naam: waarde for naam, waarde in waarden.items() if waarde}


def _geen_plaats(geopend: Geopend) -> ConvenantwerkError:
    reden = "de vorm van 'invulvelden' laat het niet toe zonder meer te veranderen"
    tip = "vul het met de hand in, in convenant.yaml onder 'invulvelden'"
    pad = shown(geopend.root / DOSSIERBESTAND)
    return ConvenantwerkError("CV913", pad=pad, reden=reden, tip=tip)
