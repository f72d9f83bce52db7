"""`convenant ondertekening`: who has signed, and the letter to send next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.stage import write_all
from convenantwerk.dossier.archief import lees_aangeboden
from convenantwerk.dossier.gebeurtenissen import BLAD, VERKLARING
from convenantwerk.dossier.gebeurtenissen.tekenen import Weigering
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.stukken.brieven.herinnering import Herinnering
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.tekenen.tekeneditie import Tekeneditie, tekeneditie
from convenantwerk.tekenen.tekenstand import per_partner_stand, tekenstand
from convenantwerk.tijd.tekenplaatsen import Tekenplaats, toetredende_plaatsen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.tekenen.ondertekening import Tekenstand


@dataclass(frozen=True, slots=True)
class Ronde:
    """The signing of one edition on a day.

    Args:
        registers: those of the dossier.
        editie: the version that is signed.
        stand: how far its signing is.
        toetredend: the signatures of those who join by a declaration of their own.
    """

    registers: Registers
    editie: Tekeneditie
    stand: Tekenstand
    toetredend: tuple[Tekenplaats, ...]

    @property
    def plaatsen(self) -> tuple[Tekenplaats, ...]:
        """All signatures that are waited for or were set."""
        return (*self.stand.plaatsen, *self.toetredend)


def lees_ronde(geopend: Geopend) -> Ronde:
    """Return how far the signing of the version last adopted is on the day of a dossier.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: as `tekeneditie`.
    """
    registers, op = geopend.registers, geopend.op
    editie = tekeneditie(geopend)
    stand = tekenstand(registers, editie.versie, editie.te_tekenen, op)
    toetredend = (
        p
        for p in toetredende_plaatsen(registers, op)
        if p.aanbieding and p.aanbieding.versie == editie.versie.naam
    )
    return Ronde(registers, editie, stand, tuple(toetredend))


# --- reminders and refusals ----------------------------------------------------------------


def schrijf_herinneringen(
    geopend: Geopend, uit: Path, gevraagd: Sequence[str], formaten: tuple[str, ...]
) -> tuple[str, ...]:
    """Write a reminder for each partner that is late, with the paper that was offered.

    Args:
        geopend: the dossier.
        uit: the folder for the papers.
        gevraagd: partners by sleutel or name; all who are late when empty.
        formaten: of the letters.

    Returns:
        Their paths below `uit`; nothing when nobody is late.

    Raises:
        ConvenantwerkError: CV912, a partner is not there; CV306, one has nothing to be reminded
            of; a template is no good.
    """
    ronde = lees_ronde(geopend)
    registers = ronde.registers
    wanted = {zoek_partner(geopend.root, registers, asked).sleutel for asked in gevraagd}
    open_ = [p for p in ronde.plaatsen if p.aanbieding and p.status in ("te laat", "aangeboden")]
    chosen = [
        (partner, plaatsen)
        for partner, plaatsen in per_partner_stand(open_)
        if partner.sleutel in wanted
        or (not wanted and any(p.status == "te laat" for p in plaatsen))
    ]
    found = {partner.sleutel for partner, _ in chosen}
    for partner in registers.partners:
        if partner.sleutel in wanted - found:
            reden = "er staat niets bij deze partner uit om te tekenen"
            raise ConvenantwerkError("CV306", naam=partner.naam, reden=reden, tip=_STAND)
    sjablonen, instellingen = geopend.briefsjablonen, registers.instellingen
    documents = (
        maak_brief(_herinnering(ronde, partner, plaatsen), sjablonen, instellingen, geopend.op)
        for partner, plaatsen in chosen
    )
    files = {b.pad: b.data for b in geopend.maak(documents, formaten)}
    for partner, plaatsen in chosen:
        for aanbieding in _uniek(plaatsen):
            data = lees_aangeboden(geopend.root, aanbieding.sha256)
            if data is not None:
                naam = f"{aanbieding.stuk}-{aanbieding.ondertekenaar}.pdf"
                files[f"{Herinnering.map}/{partner.sleutel}/{naam}"] = data
    write_all(uit, files)
    return tuple(files)


def _uniek(plaatsen: Iterable[Tekenplaats]) -> list[Aanbieding]:
    found = {p.aanbieding.sha256: p.aanbieding for p in plaatsen if p.aanbieding}
    return list(found.values())


def _herinnering(ronde: Ronde, partner: Partner, plaatsen: Sequence[Tekenplaats]) -> Herinnering:
    aanbiedingen = _uniek(plaatsen)
    signers = {p.ondertekenaar.sleutel: p.ondertekenaar for p in plaatsen if p.ondertekenaar}
    return Herinnering(
        partner=partner,
        ondertekenaars=tuple(signers.values()),
        stuk=VERKLARING if any(a.stuk == VERKLARING for a in aanbiedingen) else BLAD,
        versie=ronde.editie.versie,
        aangeboden=min(a.datum for a in aanbiedingen),
        uiterlijk=max(a.uiterlijk or a.datum for a in aanbiedingen),
    )


@dataclass(frozen=True, slots=True)
class Weigeropdracht:
    """That a partner will not sign: since when, and why, when it said so."""

    datum: date
    reden: str = ""


def stel_weigering_voor(
    geopend: Geopend, asked: str, weigering: Weigeropdracht
) -> tuple[Voorstel, str]:
    """Return what recording a refusal to sign would do, and of which version.

    Raises:
        ConvenantwerkError: CV912, the partner is not there; CV306, it has signed already.
    """
    ronde = lees_ronde(geopend)
    partner = zoek_partner(geopend.root, ronde.registers, asked)
    own = [p for p in ronde.plaatsen if p.partner.sleutel == partner.sleutel]
    if not own or all(p.status == "getekend" for p in own):
        reden = "deze partner heeft al getekend, of hoeft deze versie niet te tekenen"
        raise ConvenantwerkError("CV306", naam=partner.naam, reden=reden, tip=_STAND)
    if any(p.status == "geweigerd" for p in own):
        reden = "de weigering is al vastgelegd"
        raise ConvenantwerkError("CV306", naam=partner.naam, reden=reden, tip=_STAND)
    if weigering.datum < ronde.stand.vastgesteld:
        reden = f"versie {ronde.editie.versie.naam} was er op {voluit(weigering.datum)} nog niet"
        raise ConvenantwerkError("CV306", naam=partner.naam, reden=reden, tip="controleer de datum")
    g = Weigering(
        datum=weigering.datum,
        partner=partner.sleutel,
        versie=ronde.editie.versie.naam,
        opmerking=weigering.reden,
    )
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=(g,)))
    return voorstel, ronde.editie.versie.naam


_STAND = "'convenant ondertekening' toont hoe het ervoor staat"
