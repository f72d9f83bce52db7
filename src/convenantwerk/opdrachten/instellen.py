"""The settings of the office: who sends, who presides, who is trusted, and the mail server."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.als_yaml import als_waarden
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import DOSSIERBESTAND, shown
from convenantwerk.basis.yaml_wijzigen import GeenPlaatsError, vervang_binnen
from convenantwerk.dossier.bureau import Afzender, Ondertekenregels, Post
from convenantwerk.dossier.dossier import Instellingen
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.bronbestand import erbij, vervang_bestand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.basis.diagnostics import Diagnostic

_PAD = DOSSIERBESTAND.as_posix()
_VERTROUWD = "vertrouwd"  # the folder for certificates that come by the page
# What can be set, by the key of convenant.yaml.
_SOORTEN: Mapping[str, type] = {
    "ondertekening": Ondertekenregels,
    "afzender": Afzender,
    "post": Post,
}
_BUITEN = tuple(spec.name for spec in fields(Instellingen) if spec.name != "position")


@dataclass(frozen=True, slots=True)
class Bureau:
    """The settings as they are to be.

    Args:
        afzender: who sends letters.
        voorzitters: ondertekenaars, by sleutel, who countersign an accession.
        post: the mail server, None for none.
        uitgever: a file with a certificate that is to be trusted besides, PEM or DER.
    """

    afzender: Afzender
    voorzitters: tuple[str, ...]
    post: Post | None
    uitgever: bytes | None = None


@dataclass(frozen=True, slots=True)
class Instelvoorstel:
    """What setting would do; nothing is written.

    Args:
        was: convenant.yaml as it is.
        wordt: as it would be.
        nieuw: files that come with it.
        zinnen: what changes.
        gekomen: the findings that would be new.
    """

    was: bytes
    wordt: bytes
    nieuw: Mapping[str, bytes]
    zinnen: tuple[str, ...]
    gekomen: tuple[Diagnostic, ...]


def stel_instelling_voor(geopend: Geopend, bureau: Bureau) -> Instelvoorstel:
    """Return what other settings would do.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
        ConvenantwerkError: CV913, its form leaves no place for them, or the file is no certificate.
    """
    eerst = geopend.dossier.instellingen
    tekenen = replace(eerst.ondertekening, voorzitters=bureau.voorzitters)
    nieuw = {}
    if bureau.uitgever is not None:
        _eis_certificaat(bureau.uitgever)
        # By what is in it: how it was called where it came from is no name for a file of ours.
        pad = f"{_VERTROUWD}/uitgever-{sha256(bureau.uitgever).hexdigest()[:12]}.pem"
        nieuw[pad] = bureau.uitgever
        tekenen = replace(tekenen, vertrouwd=tuple(dict.fromkeys((*tekenen.vertrouwd, pad))))
    straks = replace(eerst, afzender=bureau.afzender, ondertekening=tekenen, post=bureau.post)
    path = geopend.root / DOSSIERBESTAND
    was = geopend.lezer.data(path)[0] or b""
    text = was.decode("utf-8")
    zinnen: list[str] = []
    for sleutel, soort in _SOORTEN.items():
        anders = _anders(getattr(eerst, sleutel), getattr(straks, sleutel))
        zinnen += [_zin(sleutel, naam, waarde) for naam, waarde in anders.items()]
        volgorde = [spec.name for spec in fields(soort) if spec.name != "position"]
        try:
            text = vervang_binnen(text, sleutel, anders, volgorde, _BUITEN)
        except GeenPlaatsError:
            raise _geen_plaats(geopend) from None
    wordt = text.encode("utf-8")
    daarna = Geopend(geopend.root, geopend.op, geopend.lezer.met(path, wordt))
    if daarna.dossier.instellingen != straks:
        raise _geen_plaats(geopend)
    gekomen = erbij(daarna.tekst().diagnostics, geopend.tekst().diagnostics)
    return Instelvoorstel(was, wordt, nieuw, tuple(zinnen), gekomen)


def leg_instelling_vast(geopend: Geopend, voorstel: Instelvoorstel) -> None:
    """Write it, when convenant.yaml is still as it was read.

    Raises:
        ConvenantwerkError: CV910, CV911 or CV901.
    """
    vervang_bestand(geopend, _PAD, voorstel.was, voorstel.wordt, voorstel.nieuw)


def _anders(eerst: object, straks: object) -> dict[str, Any]:
    """Return the keys with another value; None for one that goes."""
    was = als_waarden(eerst) if eerst is not None else {}
    wordt = als_waarden(straks) if straks is not None else {}
    anders = {naam: waarde for naam, waarde in wordt.items() if was.get(naam) != waarde}
    return anders | {naam: None for naam in was if naam not in wordt}


_NAMEN: Mapping[tuple[str, str], str] = {
    ("ondertekening", "voorzitters"): "Wie een toetreding mee ondertekent",
    ("ondertekening", "vertrouwd"): "Vertrouwde uitgevers van handtekeningen",
    ("afzender", "adres"): "Postadres van het bureau",
    ("afzender", "email"): "E-mail van het bureau",
    ("afzender", "telefoon"): "Telefoon van het bureau",
    ("afzender", "ketenmanager"): "Hoe een brief de ketenmanager noemt",
    ("post", "host"): "Mailserver",
    ("post", "poort"): "Poort van de mailserver",
    ("post", "starttls"): "Beveiligde verbinding met de mailserver",
    ("post", "gebruiker"): "Gebruiker van de mailserver",
}


def _zin(sleutel: str, naam: str, waarde: object) -> str:
    getoond = ", ".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde or "")
    return f"{_NAMEN.get((sleutel, naam), naam)}: {getoond or 'niets meer'}"


def _eis_certificaat(data: bytes) -> None:
    from convenantwerk.tekenen.handtekeningen import certificaten  # noqa: PLC0415  heavy

    try:
        found = certificaten(data)
    except (ValueError, TypeError):
        found = []
    if not found:
        reden = "er staat geen certificaat in"
        tip = "vraag de tekendienst om het certificaat van de uitgever (.pem, .crt of .cer)"
        raise ConvenantwerkError("CV913", pad="certificaat", reden=reden, tip=tip)


def _geen_plaats(geopend: Geopend) -> ConvenantwerkError:
    reden = "de vorm van dit bestand laat het niet toe zonder meer te veranderen"
    tip = "zet elke sleutel op een eigen regel, of wijzig het met de hand"
    pad = shown(geopend.root / DOSSIERBESTAND)
    return ConvenantwerkError("CV913", pad=pad, reden=reden, tip=tip)
