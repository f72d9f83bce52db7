"""`convenant ondertekening verwerk`: signed papers that come back, checked, filed and recorded."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import Diagnostic, Position, has_fout
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import read_bytes, shown
from convenantwerk.dossier.archief import getekend
from convenantwerk.dossier.gebeurtenissen import (
    VERKLARING,
    Partnergebeurtenis,
    van_partner,
    van_soort,
)
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Ondertekening, Tekening
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.geopend.vastleggen import (
    zoek_partner,
)
from convenantwerk.tekenen.beoordelen import al_vastgelegd, als_tegentekening, beoordeel
from convenantwerk.tekenen.handtekeningen import GROOTST, certificaten, lees_getekend
from convenantwerk.tekenen.tekeneditie import laatste_versie

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from asn1crypto.x509 import Certificate

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.versies.versie import Versiegegevens

# How a scan begins, by the suffix under which it is filed.
_SCANS = {"pdf": (b"%PDF-",), "png": (b"\x89PNG\r\n\x1a\n",), "jpg": (b"\xff\xd8\xff",)}


@dataclass(frozen=True, slots=True)
class Verwerkt:
    """What became of one file: what was recorded, or the finding that says why nothing was.

    `zinnen` say of each gebeurtenis what it is, in words.
    """

    path: Path
    gebeurtenissen: tuple[Tekening, ...]
    diagnostics: tuple[Diagnostic, ...]
    zinnen: tuple[str, ...] = ()


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


def verwerk(geopend: Geopend, paths: Sequence[Path]) -> list[Verwerkt]:
    """Take signed PDFs back, one by one; one that is refused leaves no trace.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV308 and CV309, the trusted certificates are missing or no good;
            CV904, there is no version to sign; something cannot be written.
    """
    vertrouwd = _vertrouwd(geopend.root, geopend.registers)
    versie = _versie(geopend)
    return [_een(geopend, path, vertrouwd, versie) for path in paths]


def _een(
    geopend: Geopend, path: Path, vertrouwd: Sequence[Certificate], versie: Versiegegevens
) -> Verwerkt:
    data, found = _gelezen_bestand(path)
    if data is None:
        return Verwerkt(path, (), found)
    digest = sha256(data).hexdigest()
    pdf = lees_getekend(data, vertrouwd)
    oordeel = beoordeel(pdf, digest, geopend.registers, versie, geopend.op)
    if oordeel.reden:
        return Verwerkt(path, (), (_weigering(path, oordeel.reden, oordeel.tip),))
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=oordeel.gebeurtenissen))
    if has_fout(voorstel.bezwaren):
        return Verwerkt(path, (), voorstel.bezwaren)
    geopend.leg_vast(voorstel, bewaren={getekend(digest): data})
    return Verwerkt(path, oordeel.gebeurtenissen, voorstel.bezwaren, zinnen_van(voorstel))


def zinnen_van(voorstel: Voorstel) -> tuple[str, ...]:
    """Return of each signature that is recorded whose it is, of what, and how it was set."""
    registers = voorstel.registers
    tekenaars = {o.sleutel: o.persoon for o in registers.ondertekenaars}
    partners = {p.sleutel: p.naam for p in registers.partners}
    return tuple(
        _zin(g, tekenaars.get(g.ondertekenaar, g.ondertekenaar), partners.get(g.partner, g.partner))
        for g in van_soort(voorstel.nieuw.gebeurtenissen, Tekening)
    )


def _zin(g: Tekening, wie: str, partner: str) -> str:
    wijze = "met de pen" if g.wijze == "nat" else "digitaal"
    moment = f" ({g.kenmerk})" if g.kenmerk else ""
    if isinstance(g, Ondertekening):
        wat = f"getekend door {wie} namens {partner}: {', '.join(g.delen)}"
    else:
        wat = f"medeondertekend door {wie}, bij de toetreding van {partner}"
    return f"{wat}, versie {g.versie}, {voluit(g.datum)}, {wijze}{moment}"


def _gelezen_bestand(path: Path) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # reading it will say what is wrong
    if size > GROOTST:
        reden = f"het bestand is groter dan {GROOTST // 1_000_000} MB"
        return None, (_weigering(path, reden, "vraag het stuk opnieuw op"),)
    return read_bytes(path)


def _weigering(path: Path, reden: str, tip: str) -> Diagnostic:
    return CODES["CV304"].at(
        Position(shown(path)), reden=reden, tip=tip or "er is niets vastgelegd"
    )


def _versie(geopend: Geopend) -> Versiegegevens:
    versie = laatste_versie(geopend, geopend.registers)
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

    @property
    def zinnen(self) -> tuple[str, ...]:
        """What would be recorded, in words."""
        return zinnen_van(self.voorstel)


def bereid_nat(geopend: Geopend, path: Path, nat: Nat) -> NatVoorstel | Verwerkt:
    """Return what recording a sheet that was signed with a pen would do, or why it cannot be.

    Raises:
        ConvenantwerkError: CV912, the partner is not there; CV904, there is no version.
    """
    registers = geopend.registers
    versie = _versie(geopend)
    partner = zoek_partner(geopend.root, registers, nat.partner)
    data, found = _gelezen_bestand(path)
    if data is None:
        return Verwerkt(path, (), found)
    soort = next((s for s, starts in _SCANS.items() if data.startswith(starts)), None)
    if soort is None:
        tip = "scan het blad als PDF, PNG of JPEG"
        return Verwerkt(path, (), (_weigering(path, "dit is geen scan", tip),))
    offered = [
        g
        for g in van_soort(van_partner(registers.gebeurtenissen, partner.sleutel), Aanbieding)
        if g.versie == versie.naam
    ]
    if not offered:
        reden = f"aan {partner.naam} is van versie {versie.naam} niets aangeboden"
        tip = "bied het blad eerst aan met 'convenant pakket' of 'convenant toetreding'"
        return Verwerkt(path, (), (_weigering(path, reden, tip),))
    digest = sha256(data).hexdigest()
    bezwaar = _geen_scan(digest, soort, data, registers)
    if bezwaar:
        return Verwerkt(path, (), (_weigering(path, *bezwaar),))
    events: list[Tekening] = []
    for sleutel in _sleutels(nat.door, registers) or _wie(offered):
        event, reden, tip = _met_de_pen(sleutel, offered, nat.datum, digest, registers)
        if event is None:
            return Verwerkt(path, (), (_weigering(path, reden, tip),))
        events.append(event)
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=tuple(events)))
    if has_fout(voorstel.bezwaren):
        return Verwerkt(path, (), voorstel.bezwaren)
    return NatVoorstel(path, voorstel, (digest, soort, data))


def leg_nat_vast(geopend: Geopend, nat: NatVoorstel) -> Verwerkt:
    """File a scan and record what was signed.

    Raises:
        ConvenantwerkError: the registers changed, or something cannot be written.
    """
    digest, soort, data = nat.bestand
    geopend.leg_vast(nat.voorstel, bewaren={getekend(digest, soort): data})
    signed = tuple(van_soort(nat.voorstel.nieuw.gebeurtenissen, Tekening))
    return Verwerkt(nat.path, signed, nat.voorstel.bezwaren, nat.zinnen)


def _geen_scan(
    digest: str, soort: str, data: bytes, registers: Registers
) -> tuple[str, str] | None:
    """Return why a file is no scan of a sheet signed just now, and a tip; None when it may be."""
    for g in registers.gebeurtenissen:
        if getattr(g, "sha256", "") != digest or not isinstance(g, Partnergebeurtenis):
            continue
        if isinstance(g, Aanbieding):
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


def _wie(offered: Sequence[Aanbieding]) -> tuple[str, ...]:
    """Return who was asked to sign, when that is one person; else none, and the user must say."""
    names = {g.ondertekenaar for g in offered}
    return tuple(names) if len(names) == 1 else ("",)


def _met_de_pen(
    sleutel: str, offered: Sequence[Aanbieding], datum: date, digest: str, registers: Registers
) -> tuple[Tekening | None, str, str]:
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
    getekend = Ondertekening(
        datum=datum,
        partner=aanbieding.partner,
        ondertekenaar=sleutel,
        delen=aanbieding.delen,
        versie=aanbieding.versie,
        wijze="nat",
        sha256=digest,
    )
    return als_tegentekening(getekend) if tegen else getekend, "", ""
