"""What a scan of a sheet that was signed with a pen gives to record, as the desk describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.namen import naamsleutel
from convenantwerk.dossier.gebeurtenissen import Partnergebeurtenis, van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
from convenantwerk.tekenen.beoordelen import (
    Oordeel,
    Zetting,
    al_vastgelegd,
    geldende,
    tekening,
    tekent,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen.tekenen import Tekening
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.dossier.versie import Versiegegevens


@dataclass(frozen=True, slots=True)
class Scan:
    """A file that came back: its sha256, and whether it holds a digital signature.

    `bezwaar` says why it cannot be a sheet that somebody signed, as far as one sees; "" if it can.
    """

    sha256: str
    is_digitaal: bool
    bezwaar: str = ""


def beoordeel_met_de_pen(
    scan: Scan,
    partner: Partner,
    zetting: tuple[tuple[str, ...], date],
    registers: Registers,
    versie: Versiegegevens,
) -> Oordeel:
    """Return what a scan is worth; that what the desk says is true, nobody can check.

    Args:
        scan: the file.
        partner: for whom was signed.
        zetting: who signed, by sleutel or name (the one who was asked when empty), and the day
            that stands by the signature.
        registers: of the dossier.
        versie: the version that is being signed.
    """
    own = geldende(van_soort(van_partner(registers.gebeurtenissen, partner.sleutel), Aanbieding))
    aangeboden = [g for g in own if g.versie == versie.naam]
    if not aangeboden:
        reden = f"aan {partner.naam} is van versie {versie.naam} niets aangeboden"
        tip = "bied het blad eerst aan met 'convenant pakket' of 'convenant toetreding'"
        return Oordeel((), reden, tip)
    bezwaar = _geen_scan(scan, registers)
    if bezwaar:
        return Oordeel((), *bezwaar)
    door, datum = zetting
    signed: list[Tekening] = []
    for sleutel in _sleutels(door, registers) or _gevraagd(aangeboden):
        een, reden, tip = _een(sleutel, aangeboden, Zetting(datum, "nat", scan.sha256), registers)
        if een is None:
            return Oordeel((), reden, tip)
        signed.append(een)
    return Oordeel(tuple(signed))


def _geen_scan(scan: Scan, registers: Registers) -> tuple[str, str] | None:
    """Return why a file is no scan of a sheet signed just now, and a tip; None when it may be."""
    for g in van_soort(registers.gebeurtenissen, Partnergebeurtenis):
        if getattr(g, "sha256", "") != scan.sha256:
            continue
        if isinstance(g, Aanbieding):
            reden = "dit is het stuk zoals het is aangeboden; er staat geen handtekening op"
            return reden, "scan het getekende blad"
        return f"dit bestand is al bewaard bij {g.partner}", "controleer welke scan u bedoelt"
    if scan.is_digitaal:
        return "er staat een digitale handtekening in", "verwerk het bestand zonder --nat"
    return (scan.bezwaar, "scan het getekende blad opnieuw") if scan.bezwaar else None


def _sleutels(door: Sequence[str], registers: Registers) -> tuple[str, ...]:
    """Return who is named as sleutels; a name will do."""
    named: dict[str, list[str]] = {}
    for o in registers.ondertekenaars:
        named.setdefault(naamsleutel(o.naam), []).append(o.sleutel)
    found = [(wie, named.get(naamsleutel(wie), [])) for wie in door]
    # Of two with one name it is not for a program to choose.
    return tuple(own[0] if len(own) == 1 else wie for wie, own in found)


def _gevraagd(aangeboden: Sequence[Aanbieding]) -> tuple[str, ...]:
    """Return who was asked to sign, when that is one person; else none, and the user must say."""
    names = {g.ondertekenaar for g in aangeboden}
    return tuple(names) if len(names) == 1 else ("",)


def _een(
    sleutel: str, aangeboden: Sequence[Aanbieding], zetting: Zetting, registers: Registers
) -> tuple[Tekening | None, str, str]:
    """Return what one signature gives to record, or why it does not count, and a tip."""
    names = " of ".join(dict.fromkeys(f"--door {g.ondertekenaar}" for g in aangeboden))
    signer = next((o for o in registers.ondertekenaars if o.sleutel == sleutel), None)
    if signer is None:
        reden = f"ondertekenaar '{sleutel}' is er niet" if sleutel else "wie heeft er getekend?"
        return None, reden, f"noem wie het was, met {names}"
    own = [g for g in aangeboden if g.ondertekenaar == sleutel]
    te_tekenen = own or [g for g in aangeboden if tekent(signer, g, registers)]
    if not te_tekenen:
        return None, f"aan '{sleutel}' is niets aangeboden", f"noem wie het was, met {names}"
    aanbieding = te_tekenen[-1]
    if zetting.datum < aanbieding.datum:
        return None, "de handtekening is ouder dan het stuk", "controleer --datum"
    if al_vastgelegd(signer, aanbieding, registers):
        tip = "'convenant ondertekening' toont wie er getekend heeft"
        return None, f"de handtekening van {signer.persoon} is al vastgelegd", tip
    return tekening(signer, aanbieding, zetting), "", ""
