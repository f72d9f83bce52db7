"""What a signed PDF that comes back is worth: whose signature it is, and whether it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.namen import zelfde_persoon
from convenantwerk.dossier.gebeurtenissen import VERKLARING, van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Ondertekening, Tegentekening
from convenantwerk.papier.identiteit import VELD
from convenantwerk.tekenen.ondertekening import AFGESLOTEN, UITGEVER
from convenantwerk.tijd.mandaat import is_bevoegd, mandaat_eindes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Wijze
    from convenantwerk.dossier.gebeurtenissen.tekenen import Tekening
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
        voorbehouden: of whom the signature counts while its time stamp does not.
    """

    gebeurtenissen: tuple[Tekening, ...] = ()
    reden: str = ""
    tip: str = ""
    voorbehouden: tuple[str, ...] = ()


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
    aangeboden = {g.sha256: g for g in van_soort(registers.gebeurtenissen, Aanbieding)}
    if not pdf.herkomst:
        tip = "vraag het bestand opnieuw op; is het een scan, gebruik dan --nat"
        return Oordeel((), pdf.bezwaar, tip)
    aanbieding = next((aangeboden[h] for h in pdf.herkomst if h in aangeboden), None)
    if aanbieding is None:
        return _onbekend(pdf, registers, versie)
    if aanbieding.versie != versie.naam:
        return _andere_editie(aanbieding.versie, versie)
    if pdf.bezwaar:
        return Oordeel((), pdf.bezwaar, _TEKENTIP)
    if not pdf.bewijzen:
        return _ongetekend(pdf)
    found: list[Tekening] = []
    voorbehouden: list[str] = []
    for bewijs in pdf.bewijzen:
        gebeurtenis, reden, tip = _een(bewijs, aanbieding, sha256, registers, op)
        if reden:
            return Oordeel((), reden, tip)
        if gebeurtenis is not None:
            found.append(gebeurtenis)
            voorbehouden += [bewijs.naam] * bool(bewijs.voorbehoud)
    if not found:
        return Oordeel((), "alle handtekeningen in dit bestand zijn al verwerkt", _AL)
    return _van_de_laatste(
        Oordeel(tuple(found), "", "", tuple(voorbehouden)), aanbieding, registers
    )


def _van_de_laatste(oordeel: Oordeel, aanbieding: Aanbieding, registers: Registers) -> Oordeel:
    """Return what a paper is worth, if no other came in its place."""
    eigen = van_partner(registers.gebeurtenissen, aanbieding.partner)
    if aanbieding in geldende(van_soort(eigen, Aanbieding)):
        return oordeel
    reden = "deze verklaring is vervangen door een die later is aangeboden"
    return Oordeel((), reden, "laat de laatste tekenen; wat erin staat, kan anders zijn")


def geldende(aangeboden: Iterable[Aanbieding]) -> list[Aanbieding]:
    """Return what was offered to a partner that can be signed still: of declarations the last."""
    found = list(aangeboden)
    laatste = next((g for g in reversed(found) if g.stuk == VERKLARING), None)
    return [g for g in found if g.stuk != VERKLARING or g is laatste]


def bedoeld(pdf: GetekendePdf, registers: Registers) -> Aanbieding | None:
    """Return the offer that a PDF is about: of it, else of what it says it is; None if unknown."""
    offers = tuple(van_soort(registers.gebeurtenissen, Aanbieding))
    own = [g for g in offers if g.sha256 in pdf.herkomst]
    known = pdf.identiteit
    if not own and known and known.dossier == registers.instellingen.samenwerkingsverband:
        key = (known.stuk, known.versie, known.partner)
        own = [g for g in offers if (g.stuk, g.versie, g.partner) == key]
    return own[-1] if own else None


_TEKENTIP = "vraag de ondertekenaar het gestuurde bestand te tekenen"
_AL = "'convenant ondertekening' toont wie er getekend heeft"


def _onbekend(pdf: GetekendePdf, registers: Registers, versie: Versiegegevens) -> Oordeel:
    """Say why a PDF is none of those that were offered."""
    for g, correctie in ((a.gebeurtenis, a.correctie) for a in registers.geannuleerd):
        if isinstance(g, Aanbieding) and g.sha256 in pdf.herkomst:
            dag = voluit(correctie.datum)
            reden = f"dit stuk telt niet meer: geannuleerd op {dag} ({correctie.reden})"
            return Oordeel((), reden, "bied het stuk opnieuw aan met 'convenant pakket'")
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


def _ongetekend(pdf: GetekendePdf) -> Oordeel:
    """Say that nobody signed a PDF."""
    if pdf.gestempeld:
        reden = "er staat alleen een tijdstempel in, en dat is geen handtekening"
        return Oordeel((), reden, _TEKENTIP)
    tip = "is het een scan van een blad dat met de pen is getekend, gebruik dan --nat"
    return Oordeel((), "er staat geen digitale handtekening in", tip)


def _andere_editie(naam: str, versie: Versiegegevens) -> Oordeel:
    reden = f"dit stuk hoort bij versie {naam}, en getekend wordt nu versie {versie.naam}"
    return Oordeel((), reden, "bied het stuk van deze versie aan met 'convenant pakket'")


def _een(
    bewijs: Tekenbewijs,
    aanbieding: Aanbieding,
    sha256: str,
    registers: Registers,
    op: date,
) -> tuple[Tekening | None, str, str]:
    """Return what one signature gives to record (None: it was recorded), or why it does not count.

    Returns:
        The gebeurtenis, the reason for refusal and what to do; the last two "" when it counts.
    """
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    signer = signers.get(bewijs.veld.removeprefix(VELD))
    if signer is None or not tekent(signer, aanbieding, registers):
        return None, f"het veld '{bewijs.veld}' hoort niet in dit stuk", "vraag een nieuw bestand"
    if bewijs.bezwaar:
        reden = f"de handtekening van {bewijs.naam or signer.persoon} telt niet: {bewijs.bezwaar}"
        return None, reden, _BEWIJSTIPS.get(bewijs.bezwaar, "laat opnieuw tekenen")
    if not zelfde_persoon(bewijs.naam, signer.certificaat or signer.naam):
        reden = f"getekend door '{bewijs.naam}', terwijl {signer.persoon} zou tekenen"
        tip = (
            "is dit dezelfde persoon, zet dan de naam uit het certificaat bij 'certificaat' in "
            "ondertekenaars.yaml"
        )
        return None, reden, tip
    dag = _dag(bewijs.moment) if bewijs.moment else op
    uiterlijk = _dag(bewijs.uiterlijk) if bewijs.uiterlijk else dag
    if uiterlijk > op:
        reden = f"het tijdstempel noemt {voluit(uiterlijk)}, en die dag moet nog komen"
        return None, reden, _DAGTIP
    reden, tip = _op_die_dag(signer, dag, aanbieding, registers, op)
    if reden:
        return None, reden, tip
    if al_vastgelegd(signer, aanbieding, registers):
        return None, "", ""
    wijze: Wijze = "digitaal"
    zetting = Zetting(dag, wijze, sha256, _kenmerk(bewijs, dag))
    return tekening(signer, aanbieding, zetting), "", ""


def _kenmerk(bewijs: Tekenbewijs, dag: date) -> str:
    """Return what is to be remarked of the day of a signature, "" when others vouch for it."""
    uiterlijk = _dag(bewijs.uiterlijk) if bewijs.uiterlijk else None
    if bewijs.tijdstempel or uiterlijk == dag:
        return ""
    zelf = "moment volgens de ondertekenaar zelf"
    if uiterlijk is not None:
        return f"{zelf}; volgens een tijdstempel uiterlijk op {voluit(uiterlijk)}"
    return f"{zelf}; {bewijs.voorbehoud}" if bewijs.voorbehoud else zelf


_DAGTIP = "vraag wanneer er is getekend, en laat zo nodig opnieuw tekenen"
_BEWIJSTIPS = {
    UITGEVER: (
        "vertrouwt u de uitgever, zet dan diens certificaat in het dossier en noem het bij "
        "ondertekening.vertrouwd in convenant.yaml"
    ),
    AFGESLOTEN: "laat opnieuw tekenen, en wie het stuk afsluit als laatste",
}


def _dag(moment: datetime) -> date:
    """Return the day of a moment here; near the end of time that is the day it says itself."""
    try:
        return moment.astimezone(_TIJD).date()
    except OverflowError:
        return moment.date()


def _op_die_dag(
    signer: Ondertekenaar, dag: date, aanbieding: Aanbieding, registers: Registers, op: date
) -> tuple[str, str]:
    """Return why a signature of that day does not count and what to do, both "" when it does."""
    toen = f"er zou op {voluit(dag)} zijn getekend"
    if dag > op:
        return f"{toen}, en die dag moet nog komen", _DAGTIP
    if dag < aanbieding.datum:
        return f"{toen}, voordat het stuk er was ({voluit(aanbieding.datum)})", _DAGTIP
    if not is_bevoegd(signer, dag, mandaat_eindes(registers.gebeurtenissen)):
        reden = f"{signer.persoon} was op {voluit(dag)} niet bevoegd om te tekenen"
        return reden, "laat iemand tekenen die bevoegd is, of verbeter ondertekenaars.yaml"
    return "", ""


@dataclass(frozen=True, slots=True)
class Zetting:
    """How a signature was set: when, with what, in which file, and what is to be remarked."""

    datum: date
    wijze: Wijze
    sha256: str
    kenmerk: str = ""


def tekent(signer: Ondertekenaar, aanbieding: Aanbieding, registers: Registers) -> bool:
    """Tell whether someone should sign what was offered: for the partner, or for the Stuurgroep.

    Under a toetredingsverklaring a voorzitter signs too (3.1).
    """
    if signer.sleutel == aanbieding.ondertekenaar:
        return True
    voorzitters = registers.instellingen.ondertekening.voorzitters
    return aanbieding.stuk == VERKLARING and signer.sleutel in voorzitters


def _is_tegen(signer: Ondertekenaar, aanbieding: Aanbieding) -> bool:
    """Tell whether who signs does it for the Stuurgroep, not for the partner."""
    return signer.sleutel != aanbieding.ondertekenaar


def tekening(signer: Ondertekenaar, aanbieding: Aanbieding, zetting: Zetting) -> Tekening:
    """Return the signature of someone who `tekent`, to be recorded."""
    shared = {
        "datum": zetting.datum,
        "partner": aanbieding.partner,
        "ondertekenaar": signer.sleutel,
        "versie": aanbieding.versie,
        "kenmerk": zetting.kenmerk,
        "wijze": zetting.wijze,
        "sha256": zetting.sha256,
    }
    if _is_tegen(signer, aanbieding):
        return Tegentekening(**shared)  # type: ignore[arg-type]  # each as its field is
    return Ondertekening(**shared, delen=aanbieding.delen)  # type: ignore[arg-type]  # the same


def al_vastgelegd(signer: Ondertekenaar, aanbieding: Aanbieding, registers: Registers) -> bool:
    """Tell whether this signature under what was offered is in the register already."""
    soort = Tegentekening if _is_tegen(signer, aanbieding) else Ondertekening
    return any(
        (g.partner, g.ondertekenaar, g.versie)
        == (aanbieding.partner, signer.sleutel, aanbieding.versie)
        and (not isinstance(g, Ondertekening) or set(aanbieding.delen) <= set(g.delen))
        # Who comes back after leaving signs a declaration anew.
        and (aanbieding.stuk != VERKLARING or g.datum >= aanbieding.datum)
        for g in van_soort(registers.gebeurtenissen, soort)
    )
