"""What a signed PDF that comes back is worth: whose signature it is, and whether it counts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from convenantwerk.basis.datum import voluit
from convenantwerk.dossier.gebeurtenissen import VERKLARING, Gebeurtenis
from convenantwerk.papier.identiteit import VELD
from convenantwerk.tijd.deelname import is_bevoegd, mandaat_eindes

if TYPE_CHECKING:
    from datetime import date, datetime

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.dossier.versie import Versiegegevens
    from convenantwerk.tekenen.ondertekening import GetekendePdf, Tekenbewijs

_TIJD = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What a PDF that came back is worth.

    Args:
        gebeurtenissen: what it gives to record; nothing when it was refused.
        reden: why it was refused, "" when it was not.
        tip: what to do about that.
    """

    gebeurtenissen: tuple[Gebeurtenis, ...] = ()
    reden: str = ""
    tip: str = ""


def beoordeel(
    pdf: GetekendePdf,
    sha256: str,
    registers: Registers,
    versie: Versiegegevens,
    op: date,
) -> Oordeel:
    """Return what a PDF that came back is worth.

    It must be, up to its signatures, a paper that was offered; every signature must hold, be of
    who should sign in that field, and be set by someone who had authority that day.

    Args:
        pdf: what was read of it.
        sha256: of the whole file.
        registers: of the dossier.
        versie: the version that is being signed.
        op: today.
    """
    aangeboden = {g.sha256: g for g in registers.gebeurtenissen if g.soort == "aanbieding"}
    if not pdf.herkomst:
        tip = "vraag het bestand opnieuw op; is het een scan, gebruik dan --nat"
        return Oordeel((), pdf.bezwaar, tip)
    aanbieding = next((aangeboden[h] for h in pdf.herkomst if h in aangeboden), None)
    if aanbieding is None:
        return _onbekend(pdf, registers, versie)
    if aanbieding.versie != versie.naam:
        return _andere_editie(aanbieding.versie, versie)
    if pdf.bezwaar:
        return Oordeel((), pdf.bezwaar, "vraag de ondertekenaar het gestuurde bestand te tekenen")
    if not pdf.bewijzen:
        tip = "is het een scan van een blad dat met de pen is getekend, gebruik dan --nat"
        return Oordeel((), "er staat geen digitale handtekening in", tip)
    found: list[Gebeurtenis] = []
    for bewijs in pdf.bewijzen:
        gebeurtenis, reden, tip = _een(bewijs, aanbieding, sha256, registers, op)
        if reden:
            return Oordeel((), reden, tip)
        if gebeurtenis is not None:
            found.append(gebeurtenis)
    if not found:
        return Oordeel((), "alle handtekeningen in dit bestand zijn al verwerkt", _AL)
    return Oordeel(tuple(found))


_AL = "'convenant ondertekening' toont wie er getekend heeft"


def _onbekend(pdf: GetekendePdf, registers: Registers, versie: Versiegegevens) -> Oordeel:
    """Say why a PDF is none of those that were offered."""
    eigen = registers.instellingen.samenwerkingsverband
    known = pdf.identiteit
    if known is None:
        tip = "alleen stukken die dit dossier zelf heeft aangeboden kunnen worden verwerkt"
        return Oordeel((), pdf.bezwaar or "dit is geen stuk van dit dossier", tip)
    if known.dossier != eigen:
        return Oordeel((), f"dit stuk hoort bij {known.dossier}, niet bij {eigen}", "")
    if known.versie and (known.versie, known.sha256) != (versie.naam, versie.sha256):
        return _andere_editie(known.versie, versie)
    tip = (
        "vraag de ondertekenaar het gestuurde bestand zelf te tekenen, niet een kopie of afdruk; "
        "'convenant pakket' biedt een stuk aan"
    )
    return Oordeel((), "de inhoud is niet die van een stuk dat is aangeboden", tip)


def _andere_editie(naam: str, versie: Versiegegevens) -> Oordeel:
    reden = f"dit stuk hoort bij versie {naam}, en getekend wordt nu versie {versie.naam}"
    return Oordeel((), reden, "bied het stuk van deze versie aan met 'convenant pakket'")


def _een(
    bewijs: Tekenbewijs,
    aanbieding: Gebeurtenis,
    sha256: str,
    registers: Registers,
    op: date,
) -> tuple[Gebeurtenis | None, str, str]:
    """Return what one signature gives to record (None: it was recorded), or why it does not count.

    Returns:
        The gebeurtenis, the reason for refusal and what to do; the last two "" when it counts.
    """
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    signer = signers.get(bewijs.veld.removeprefix(VELD))
    voorzitters = registers.instellingen.ondertekening.voorzitters
    tegen = (
        signer is not None
        and aanbieding.stuk == VERKLARING
        and signer.sleutel in voorzitters
        and signer.sleutel != aanbieding.ondertekenaar
    )
    if signer is None or (signer.sleutel != aanbieding.ondertekenaar and not tegen):
        return None, f"het veld '{bewijs.veld}' hoort niet in dit stuk", "vraag een nieuw bestand"
    if bewijs.bezwaar:
        reden = f"de handtekening van {bewijs.naam or signer.persoon} telt niet: {bewijs.bezwaar}"
        return None, reden, _BEWIJSTIPS.get(bewijs.bezwaar, "laat opnieuw tekenen")
    if not zelfde_naam(bewijs.naam, signer.certificaat or signer.naam):
        reden = f"getekend door '{bewijs.naam}', terwijl {signer.persoon} zou tekenen"
        tip = (
            "is dit dezelfde persoon, zet dan de naam uit het certificaat bij 'certificaat' in "
            "ondertekenaars.yaml"
        )
        return None, reden, tip
    dag = _dag(bewijs.moment) if bewijs.moment else op
    reden = _op_die_dag(signer, dag, aanbieding, registers, op)
    if reden:
        return None, reden, "laat iemand tekenen die bevoegd is, of verbeter ondertekenaars.yaml"
    if al_vastgelegd(signer, aanbieding, registers, tegen=tegen):
        return None, "", ""
    kenmerk = "" if bewijs.tijdstempel else "moment volgens de ondertekenaar zelf"
    g = Gebeurtenis(
        *(dag, "tegentekening" if tegen else "ondertekening", aanbieding.partner, signer.sleutel),
        delen=() if tegen else aanbieding.delen,
        versie=aanbieding.versie,
        sha256=sha256,
        wijze="digitaal",
        kenmerk=kenmerk,
    )
    return g, "", ""


_BEWIJSTIPS = {
    "het certificaat komt niet van een uitgever die dit dossier vertrouwt": (
        "vertrouwt u de uitgever, zet dan diens certificaat in het dossier en noem het bij "
        "ondertekening.vertrouwd in convenant.yaml"
    ),
}


def _dag(moment: datetime) -> date:
    """Return the day of a moment here; near the end of time that is the day it says itself."""
    try:
        return moment.astimezone(_TIJD).date()
    except OverflowError:
        return moment.date()


def _op_die_dag(
    signer: Ondertekenaar, dag: date, aanbieding: Gebeurtenis, registers: Registers, op: date
) -> str:
    """Return why a signature of that day does not count, "" when it does."""
    if dag > op:
        return f"er zou op {voluit(dag)} zijn getekend, en die dag moet nog komen"
    if dag < aanbieding.datum:
        aangeboden = voluit(aanbieding.datum)
        return f"er zou op {voluit(dag)} zijn getekend, voordat het stuk er was ({aangeboden})"
    if not is_bevoegd(signer, dag, mandaat_eindes(registers.gebeurtenissen)):
        return f"{signer.persoon} was op {voluit(dag)} niet bevoegd om te tekenen"
    return ""


def al_vastgelegd(
    signer: Ondertekenaar, aanbieding: Gebeurtenis, registers: Registers, *, tegen: bool
) -> bool:
    """Tell whether this signature under what was offered is in the register already.

    `tegen` says that it is the countersignature of a voorzitter.
    """
    soort = "tegentekening" if tegen else "ondertekening"
    return any(
        g.soort == soort
        and (g.partner, g.ondertekenaar, g.versie)
        == (aanbieding.partner, signer.sleutel, aanbieding.versie)
        and (tegen or set(aanbieding.delen) <= set(g.delen))
        # Who comes back after leaving signs a declaration anew.
        and (aanbieding.stuk != VERKLARING or g.datum >= aanbieding.datum)
        for g in registers.gebeurtenissen
    )


def zelfde_naam(een: str, ander: str) -> bool:
    """Tell whether two names are the same but for capitals, accents, points and spaces."""
    return bool(_kern(een)) and _kern(een) == _kern(ander)


def _kern(naam: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", naam)
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return re.findall(r"\w+", bare.casefold())
