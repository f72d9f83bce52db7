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
from convenantwerk.dossier.gebeurtenissen import BLAD, VERKLARING, van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Ondertekening, Tekening
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.tekenen.beoordelen import bedoeld, beoordeel
from convenantwerk.tekenen.met_de_pen import Scan, beoordeel_met_de_pen
from convenantwerk.tekenen.ondertekening import GROOTST
from convenantwerk.tekenen.tekeneditie import laatste_versie

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path
    from types import ModuleType

    from asn1crypto.x509 import Certificate

    from convenantwerk.dossier.gebeurtenissen import Tekenstuk
    from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
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

    `zinnen` say of each gebeurtenis what it is, in words. Of a file that was refused, `bedoeld` is
    the offer that it is about, None when that is not known, and `veranderd` whether it is no longer
    what was offered.
    """

    path: Path
    gebeurtenissen: tuple[Tekening, ...]
    diagnostics: tuple[Diagnostic, ...]
    zinnen: tuple[str, ...] = ()
    bedoeld: Aanbieding | None = None
    veranderd: bool = False


@dataclass(frozen=True, slots=True)
class Stukvoorstel:
    """What a file that came back would give to record: nothing is written yet.

    Args:
        path: the file.
        voorstel: the gebeurtenissen.
        bestand: its sha256, suffix and bytes, for the archive.
        voorbehouden: findings about signatures that count while their time stamp does not.
        bedoeld: the offer that it is about; None of a scan, for which the desk says so.
    """

    path: Path
    voorstel: Voorstel
    bestand: tuple[str, str, bytes] = field(repr=False)
    voorbehouden: tuple[Diagnostic, ...] = ()
    bedoeld: Aanbieding | None = None

    @property
    def tekeningen(self) -> tuple[Tekening, ...]:
        """The signatures that would be recorded."""
        return tuple(van_soort(self.voorstel.nieuw.gebeurtenissen, Tekening))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is to be remarked; no fout is among it."""
        return (*self.voorstel.bezwaren, *self.voorbehouden)

    @property
    def zinnen(self) -> tuple[str, ...]:
        """What would be recorded, in words."""
        return zinnen_van(self.voorstel)


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
    lees = Beoordelaar(geopend)
    found = []
    for path in paths:
        een = lees.beoordeel(path)
        found.append(een if isinstance(een, Verwerkt) else leg_stuk_vast(geopend, een))
    return found


class Beoordelaar:
    """Judges signed PDFs one after the other; nothing is written.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV308, CV309 and CV904, as `verwerk`.
    """

    def __init__(self, geopend: Geopend) -> None:
        self._geopend = geopend
        self._vertrouwd = _vertrouwd(geopend)
        self._versie = _versie(geopend)

    def beoordeel(self, path: Path) -> Stukvoorstel | Verwerkt:
        """Return what recording a PDF would do, or why it is refused."""
        geopend = self._geopend
        data, found = _gelezen_bestand(path)
        if data is None:
            return Verwerkt(path, (), found)
        digest = sha256(data).hexdigest()
        pdf = _handtekeningen().lees_getekend(data, self._vertrouwd)
        over = bedoeld(pdf, geopend.registers)
        oordeel = beoordeel(pdf, digest, geopend.registers, self._versie, geopend.op)
        if oordeel.reden:
            reden = _weigering(path, oordeel.reden, oordeel.tip)
            anders = over is not None and (over.sha256 not in pdf.herkomst or bool(pdf.bezwaar))
            return Verwerkt(path, (), (reden,), bedoeld=over, veranderd=anders)
        voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=oordeel.gebeurtenissen))
        if has_fout(voorstel.bezwaren):
            return Verwerkt(path, (), voorstel.bezwaren, bedoeld=over)
        place = Position(shown(path))
        said = tuple(CODES["CV318"].at(place, naam=naam) for naam in oordeel.voorbehouden)
        return Stukvoorstel(path, voorstel, (digest, "pdf", data), said, over)


def leg_stuk_vast(geopend: Geopend, stuk: Stukvoorstel) -> Verwerkt:
    """File what came back and record what was signed.

    Raises:
        ConvenantwerkError: the registers changed, or something cannot be written.
    """
    digest, soort, data = stuk.bestand
    geopend.leg_vast(stuk.voorstel, bewaren={getekend(digest, soort): data})
    return Verwerkt(stuk.path, stuk.tekeningen, stuk.diagnostics, stuk.zinnen)


def zinnen_van(voorstel: Voorstel) -> tuple[str, ...]:
    """Return of each signature that is recorded whose it is, of what, and how it was set."""
    registers = voorstel.registers
    tekenaars = {o.sleutel: o.persoon for o in registers.ondertekenaars}
    partners = {p.sleutel: p.naam for p in registers.partners}
    return tuple(
        _zin(g, tekenaars.get(g.ondertekenaar, g.ondertekenaar), partners.get(g.partner, g.partner))
        for g in van_soort(voorstel.nieuw.gebeurtenissen, Tekening)
    )


def oordeel_in_woorden(stuk: Stukvoorstel) -> Iterator[str]:
    """Yield of each signature in a paper that may be recorded why it counts, for who reads on."""
    registers = stuk.voorstel.registers
    tekenaars = {o.sleutel: o.in_zin for o in registers.ondertekenaars}
    partners = {p.sleutel: p.naam for p in registers.partners}
    stuknaam = _STUKNAMEN[stuk.bedoeld.stuk if stuk.bedoeld else BLAD]
    for g in stuk.tekeningen:
        hoe = "met de pen" if g.wijze == "nat" else "digitaal"
        mede = "" if isinstance(g, Ondertekening) else "mede"
        yield (
            f"{stuknaam} van {partners[g.partner]} bij versie {g.versie}, op {voluit(g.datum)} "
            f"{hoe} {mede}getekend door {tekenaars[g.ondertekenaar]}, die daartoe bevoegd was."
        )
        if g.kenmerk:
            yield f"Over het tijdstip: {g.kenmerk}."


_STUKNAMEN: Mapping[Tekenstuk, str] = {
    BLAD: "Ondertekeningsblad",
    VERKLARING: "Toetredingsverklaring",
}


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


def bereid_nat(geopend: Geopend, path: Path, nat: Nat) -> Stukvoorstel | Verwerkt:
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
    return Stukvoorstel(path, voorstel, (digest, soort, data))


def _leeg(soort: str, data: bytes) -> str:
    """Return why a scan can hold no signature, "" when it can; what it takes loads slowly."""
    kijker = import_module(f"convenantwerk.tekenen.{_SCANS[soort][1]}")
    return str(kijker.bezwaar(data))
