"""`convenant ondertekening verwerk`: signed papers that come back, checked, filed and recorded."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import Diagnostic, Position, has_fout
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import read_bytes, shown
from convenantwerk.dossier.archief import getekend
from convenantwerk.dossier.gebeurtenissen import (
    van_soort,
)
from convenantwerk.dossier.gebeurtenissen.tekenen import Ondertekening, Tekening
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.tekenen.beoordelen import beoordeel
from convenantwerk.tekenen.met_de_pen import Scan, beoordeel_met_de_pen
from convenantwerk.tekenen.ondertekening import GROOTST
from convenantwerk.tekenen.tekeneditie import laatste_versie

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from types import ModuleType

    from asn1crypto.x509 import Certificate

    from convenantwerk.dossier.versie import Versiegegevens
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel

# How a scan begins, by the suffix under which it is filed; and what looks whether it is blank.
_SCANS = {
    "pdf": (b"%PDF-", "scanpdf"),
    "png": (b"\x89PNG\r\n\x1a\n", "inkt"),
    "jpg": (b"\xff\xd8\xff", "inkt"),
}


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
    vertrouwd = _vertrouwd(geopend)
    versie = _versie(geopend)
    return [_een(geopend, path, vertrouwd, versie) for path in paths]


def _een(
    geopend: Geopend, path: Path, vertrouwd: Sequence[Certificate], versie: Versiegegevens
) -> Verwerkt:
    data, found = _gelezen_bestand(path)
    if data is None:
        return Verwerkt(path, (), found)
    digest = sha256(data).hexdigest()
    pdf = _handtekeningen().lees_getekend(data, vertrouwd)
    oordeel = beoordeel(pdf, digest, geopend.registers, versie, geopend.op)
    if oordeel.reden:
        return Verwerkt(path, (), (_weigering(path, oordeel.reden, oordeel.tip),))
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=oordeel.gebeurtenissen))
    if has_fout(voorstel.bezwaren):
        return Verwerkt(path, (), voorstel.bezwaren)
    geopend.leg_vast(voorstel, bewaren={getekend(digest): data})
    place = Position(shown(path))
    said = (CODES["CV318"].at(place, naam=naam) for naam in oordeel.voorbehouden)
    return Verwerkt(path, oordeel.gebeurtenissen, (*voorstel.bezwaren, *said), zinnen_van(voorstel))


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


def _handtekeningen() -> ModuleType:
    from convenantwerk.tekenen import handtekeningen  # noqa: PLC0415  loads pyHanko

    return handtekeningen


def _vertrouwd(geopend: Geopend) -> list[Certificate]:
    """Return the certificates that this dossier trusts; they lie in it."""
    root = geopend.root
    regels = geopend.registers.instellingen.ondertekening
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
        data, problems = geopend.lezer.data(path)
        try:
            found += _handtekeningen().certificaten(data or b"")
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
    soort = next((s for s, (start, _) in _SCANS.items() if data.startswith(start)), None)
    if soort is None:
        tip = "scan het blad als PDF, PNG of JPEG"
        return Verwerkt(path, (), (_weigering(path, "dit is geen scan", tip),))
    digest = sha256(data).hexdigest()
    pdf = _handtekeningen().lees_getekend(data, ()) if soort == "pdf" else None
    is_digitaal = pdf is not None and bool(pdf.bewijzen or pdf.gestempeld)
    scan = Scan(digest, is_digitaal, _leeg(soort, data))
    oordeel = beoordeel_met_de_pen(scan, partner, (nat.door, nat.datum), registers, versie)
    if oordeel.reden:
        return Verwerkt(path, (), (_weigering(path, oordeel.reden, oordeel.tip),))
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=oordeel.gebeurtenissen))
    if has_fout(voorstel.bezwaren):
        return Verwerkt(path, (), voorstel.bezwaren)
    return NatVoorstel(path, voorstel, (digest, soort, data))


def _leeg(soort: str, data: bytes) -> str:
    """Return why a scan can hold no signature, "" when it can; what it takes loads slowly."""
    kijker = import_module(f"convenantwerk.tekenen.{_SCANS[soort][1]}")
    return str(kijker.bezwaar(data))


def leg_nat_vast(geopend: Geopend, nat: NatVoorstel) -> Verwerkt:
    """File a scan and record what was signed.

    Raises:
        ConvenantwerkError: the registers changed, or something cannot be written.
    """
    digest, soort, data = nat.bestand
    geopend.leg_vast(nat.voorstel, bewaren={getekend(digest, soort): data})
    signed = tuple(van_soort(nat.voorstel.nieuw.gebeurtenissen, Tekening))
    return Verwerkt(nat.path, signed, nat.voorstel.bezwaren, nat.zinnen)
