"""`convenant ondertekening verwerk`: signed papers that come back, checked, filed and recorded."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, Position, has_fout
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import read_bytes, shown
from convenantwerk.controles.voorstel import (
    Gelezen,
    leg_vast,
    open_registers,
    stel_voor,
    zoek_partner,
)
from convenantwerk.dossier.archief import getekend
from convenantwerk.dossier.gebeurtenissen import VERKLARING, Gebeurtenis
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.tekenen.beoordelen import al_vastgelegd, beoordeel
from convenantwerk.tekenen.handtekeningen import GROOTST, certificaten, lees_getekend
from convenantwerk.tekenen.tekeneditie import laatste_versie

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from asn1crypto.x509 import Certificate

    from convenantwerk.controles.voorstel import Voorstel
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.dossier.versie import Versiegegevens

# How a scan begins, by the suffix under which it is filed.
_SCANS = {"pdf": (b"%PDF-",), "png": (b"\x89PNG\r\n\x1a\n",), "jpg": (b"\xff\xd8\xff",)}


@dataclass(frozen=True, slots=True)
class Verwerkt:
    """What became of one file: what was recorded, or the finding that says why nothing was."""

    path: Path
    gebeurtenissen: tuple[Gebeurtenis, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Nat:
    """A scan of a sheet that was signed with a pen, as the person at the desk describes it.

    Args:
        partner: for whom was signed, by sleutel or name.
        door: who signed, by sleutel; the one to whom the paper was offered when empty.
        datum: the day that stands by the signature.
    """

    partner: str
    door: tuple[str, ...]
    datum: date


def verwerk(root: Path, paths: Sequence[Path], op: date) -> list[Verwerkt] | tuple[Diagnostic, ...]:
    """Take signed PDFs back, one by one; one that is refused leaves no trace.

    Args:
        root: the folder of the dossier.
        paths: the files.
        op: today.

    Returns:
        What became of each; only findings when the registers cannot be read.

    Raises:
        ConvenantwerkError: CV308 and CV309, the trusted certificates are missing or no good;
            CV904, there is no version to sign; something cannot be written.
    """
    gelezen = open_registers(root)
    if isinstance(gelezen, tuple):
        return gelezen
    vertrouwd = _vertrouwd(root, gelezen.registers)
    _versie(root, gelezen.registers, op)
    return [_een(root, path, vertrouwd, op) for path in paths]


def _een(root: Path, path: Path, vertrouwd: Sequence[Certificate], op: date) -> Verwerkt:
    data, found = _gelezen_bestand(path)
    if data is None:
        return Verwerkt(path, (), found)
    gelezen = _registers(root)  # anew, for the file before may have added to it
    versie = _versie(root, gelezen.registers, op)
    digest = sha256(data).hexdigest()
    oordeel = beoordeel(lees_getekend(data, vertrouwd), digest, gelezen.registers, versie, op)
    if oordeel.reden:
        return Verwerkt(path, (), (_weigering(path, oordeel.reden, oordeel.tip),))
    return _vastgelegd(root, path, gelezen, oordeel.gebeurtenissen, (digest, "pdf", data), op)


def _gelezen_bestand(path: Path) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # reading it will say what is wrong
    if size > GROOTST:
        reden = f"het bestand is groter dan {GROOTST // 1_000_000} MB"
        return None, (_weigering(path, reden, "vraag het stuk opnieuw op"),)
    return read_bytes(path)


def _vastgelegd(  # noqa: PLR0913, PLR0917  # what is recorded, and what is filed
    root: Path,
    path: Path,
    gelezen: Gelezen,
    gebeurtenissen: tuple[Gebeurtenis, ...],
    bestand: tuple[str, str, bytes],
    op: date,
) -> Verwerkt:
    voorstel = stel_voor(gelezen, Bijschrijving(gebeurtenissen), op)
    if has_fout(voorstel.bezwaren):
        return Verwerkt(path, (), voorstel.bezwaren)
    digest, soort, data = bestand
    leg_vast(root, voorstel, root, {}, {getekend(digest, soort): data})
    return Verwerkt(path, gebeurtenissen, voorstel.bezwaren)


def _weigering(path: Path, reden: str, tip: str) -> Diagnostic:
    return CODES["CV304"].at(
        Position(shown(path)), reden=reden, tip=tip or "er is niets vastgelegd"
    )


def _registers(root: Path) -> Gelezen:
    gelezen = open_registers(root)
    if isinstance(gelezen, tuple):  # someone is at work in them
        raise ConvenantwerkError("CV911", pad=str(gelezen[0].position))
    return gelezen


def _versie(root: Path, registers: Registers, op: date) -> Versiegegevens:
    versie = laatste_versie(root, registers, op)
    if versie is None:
        tip = "stel eerst een tekst vast met 'convenant vaststellen'"
        raise ConvenantwerkError("CV904", versie="(nog geen vastgesteld)", tip=tip)
    return versie


def _vertrouwd(root: Path, registers: Registers) -> list[Certificate]:
    """Return the certificates that this dossier trusts."""
    regels = registers.instellingen.ondertekening
    if not regels.vertrouwd:
        raise ConvenantwerkError(
            "CV308",
            pad=shown(root / "convenant" / "convenant.yaml"),
            wat="ondertekening.vertrouwd",
            tip="noem de bestanden met certificaten van uitgevers die u vertrouwt",
        )
    found: list[Certificate] = []
    for naam in regels.vertrouwd:
        path = root / naam
        data, problems = read_bytes(path)
        try:
            found += certificaten(data or b"")
        except (ValueError, TypeError) as error:
            reden = problems[0].melding if problems else "het is niet te lezen"
            raise ConvenantwerkError("CV309", pad=shown(path), reden=reden) from error
    return found


# --- signed with a pen ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NatVoorstel:
    """What a scan would give to record: nothing is written yet.

    Args:
        path: the scan.
        voorstel: the gebeurtenissen.
        bestand: its sha256, suffix and bytes, for the archive.
    """

    path: Path
    voorstel: Voorstel
    bestand: tuple[str, str, bytes] = field(repr=False)


def bereid_nat(root: Path, path: Path, nat: Nat, op: date) -> NatVoorstel | Verwerkt:
    """Return what recording a sheet that was signed with a pen would do, or why it cannot be.

    Raises:
        ConvenantwerkError: CV912, the partner is not there; CV904, there is no version.
    """
    gelezen = _registers(root)
    registers = gelezen.registers
    versie = _versie(root, registers, op)
    partner = zoek_partner(root, registers, nat.partner)
    data, found = _gelezen_bestand(path)
    if data is None:
        return Verwerkt(path, (), found)
    soort = next((s for s, starts in _SCANS.items() if data.startswith(starts)), None)
    if soort is None:
        tip = "scan het blad als PDF, PNG of JPEG"
        return Verwerkt(path, (), (_weigering(path, "dit is geen scan", tip),))
    offered = [
        g
        for g in registers.gebeurtenissen
        if g.soort == "aanbieding" and (g.partner, g.versie) == (partner.sleutel, versie.naam)
    ]
    if not offered:
        reden = f"aan {partner.naam} is van versie {versie.naam} niets aangeboden"
        tip = "bied het blad eerst aan met 'convenant pakket' of 'convenant toetreding'"
        return Verwerkt(path, (), (_weigering(path, reden, tip),))
    digest = sha256(data).hexdigest()
    bezwaar = _geen_scan(digest, soort, data, registers)
    if bezwaar:
        return Verwerkt(path, (), (_weigering(path, *bezwaar),))
    events: list[Gebeurtenis] = []
    for sleutel in _sleutels(nat.door, registers) or _wie(offered):
        event, reden, tip = _met_de_pen(sleutel, offered, nat.datum, digest, registers)
        if event is None:
            return Verwerkt(path, (), (_weigering(path, reden, tip),))
        events.append(event)
    voorstel = stel_voor(gelezen, Bijschrijving(tuple(events)), op)
    if has_fout(voorstel.bezwaren):
        return Verwerkt(path, (), voorstel.bezwaren)
    return NatVoorstel(path, voorstel, (digest, soort, data))


def leg_nat_vast(root: Path, nat: NatVoorstel) -> Verwerkt:
    """File a scan and record what was signed.

    Raises:
        ConvenantwerkError: the registers changed, or something cannot be written.
    """
    digest, soort, data = nat.bestand
    leg_vast(root, nat.voorstel, root, {}, {getekend(digest, soort): data})
    return Verwerkt(nat.path, nat.voorstel.nieuw.gebeurtenissen, nat.voorstel.bezwaren)


def _geen_scan(
    digest: str, soort: str, data: bytes, registers: Registers
) -> tuple[str, str] | None:
    """Return why a file is no scan of a sheet signed just now, and a tip; None when it may be."""
    for g in registers.gebeurtenissen:
        if g.sha256 != digest:
            continue
        if g.soort == "aanbieding":
            reden = "dit is het stuk zoals het is aangeboden; er staat geen handtekening op"
            return reden, "scan het getekende blad"
        return f"dit bestand is al bewaard bij {g.partner}", "controleer welke scan u bedoelt"
    if soort == "pdf" and lees_getekend(data, ()).bewijzen:
        return "er staat een digitale handtekening in", "verwerk het bestand zonder --nat"
    return None


def _sleutels(door: Sequence[str], registers: Registers) -> tuple[str, ...]:
    """Return who is named as sleutels; a name will do."""
    named = {o.naam.casefold(): o.sleutel for o in registers.ondertekenaars}
    return tuple(named.get(wie.casefold(), wie) for wie in door)


def _wie(offered: Sequence[Gebeurtenis]) -> tuple[str, ...]:
    """Return who was asked to sign, when that is one person; else none, and the user must say."""
    names = {g.ondertekenaar for g in offered}
    return tuple(names) if len(names) == 1 else ("",)


def _met_de_pen(
    sleutel: str, offered: Sequence[Gebeurtenis], datum: date, digest: str, registers: Registers
) -> tuple[Gebeurtenis | None, str, str]:
    """Return what one signature with a pen gives to record, or why it does not count, and a tip."""
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    names = ", ".join(dict.fromkeys(g.ondertekenaar for g in offered))
    signer: Ondertekenaar | None = signers.get(sleutel)
    if signer is None:
        reden = f"ondertekenaar '{sleutel}' is er niet" if sleutel else "wie heeft er getekend?"
        return None, reden, f"noem met --door: {names}"
    own = [g for g in offered if g.ondertekenaar == sleutel]
    voorzitters = registers.instellingen.ondertekening.voorzitters
    verklaringen = [g for g in offered if g.stuk == VERKLARING]
    tegen = not own and sleutel in voorzitters and bool(verklaringen)
    if not own and not tegen:
        return None, f"aan '{sleutel}' is niets aangeboden", f"noem met --door: {names}"
    aanbieding = verklaringen[-1] if tegen else own[-1]
    if datum < aanbieding.datum:
        return None, "de handtekening is ouder dan het stuk", "controleer --datum"
    if al_vastgelegd(signer, aanbieding, registers, tegen=tegen):
        tip = "'convenant ondertekening' toont wie er getekend heeft"
        return None, f"de handtekening van {signer.persoon} is al vastgelegd", tip
    g = Gebeurtenis(
        *(datum, "tegentekening" if tegen else "ondertekening", aanbieding.partner, sleutel),
        delen=() if tegen else aanbieding.delen,
        versie=aanbieding.versie,
        sha256=digest,
        wijze="nat",
    )
    return g, "", ""
