"""`convenant ondertekening`: who has signed, and the letter to send next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.controles.voorstel import (
    Gelezen,
    open_registers,
    stel_voor,
    zoek_partner,
)
from convenantwerk.dossier.archief import lees_aangeboden
from convenantwerk.dossier.gebeurtenissen import VERKLARING, Gebeurtenis
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.papier.huisstijl import lees_huisstijl
from convenantwerk.papier.uitgeven import export_documents
from convenantwerk.stukken.brieven.schrijven import Brieven
from convenantwerk.tekenen.ondertekening import Tekenplaats, Tekenstand
from convenantwerk.tekenen.tekeneditie import Tekeneditie, lees_tekeneditie
from convenantwerk.tekenen.tekenstand import per_partner_stand, tekenstand, tekenstatus
from convenantwerk.tekenen.toetreding import toetredingsstand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.voorstel import Voorstel
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.papier.document import Document

FOLDER = "herinnering"


@dataclass(frozen=True, slots=True)
class Ronde:
    """The signing of one edition on a day.

    Args:
        gelezen: the registers.
        editie: the version that is signed.
        stand: how far its signing is.
        toetredend: the signatures of those who join by a declaration of their own.
    """

    gelezen: Gelezen
    editie: Tekeneditie
    stand: Tekenstand
    toetredend: tuple[Tekenplaats, ...]

    @property
    def plaatsen(self) -> tuple[Tekenplaats, ...]:
        """All signatures that are waited for or were set."""
        return (*self.stand.plaatsen, *self.toetredend)


def lees_ronde(root: Path, op: date) -> Ronde | tuple[Diagnostic, ...]:
    """Return how far the signing of the version last adopted is on a day.

    Raises:
        ConvenantwerkError: as `lees_tekeneditie`.
    """
    gelezen = open_registers(root)
    if isinstance(gelezen, tuple):
        return gelezen
    registers = gelezen.registers
    editie = lees_tekeneditie(root, registers, op)
    stand = tekenstand(registers, editie.versie, editie.te_tekenen, op)
    return Ronde(gelezen, editie, stand, tuple(_toetredend(gelezen, editie, op)))


def _toetredend(gelezen: Gelezen, editie: Tekeneditie, op: date) -> Iterator[Tekenplaats]:
    """Yield the signatures under declarations of accession to this version."""
    registers = gelezen.registers
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    for partner in registers.partners:
        stand = toetredingsstand(registers, partner, op)
        aanbieding = stand.aanbieding
        if aanbieding is None or aanbieding.versie != editie.versie.naam:
            continue
        weigering = next(
            (
                g
                for g in reversed(registers.gebeurtenissen)
                if g.soort == "weigering"
                and g.partner == partner.sleutel
                and aanbieding.datum <= g.datum <= op
            ),
            None,
        )
        for deel in aanbieding.delen:
            yield Tekenplaats(
                partner,
                signers.get(aanbieding.ondertekenaar),
                deel,
                tekenstatus(stand.getekend, aanbieding, weigering, op),
                stand.getekend,
                aanbieding,
                weigering,
            )


def volgende_brief(plaatsen: Sequence[Tekenplaats]) -> str:
    """Return which letter a partner gets next, "" when none."""
    statuses = {plaats.status for plaats in plaatsen}
    if any(plaats.ondertekenaar is None for plaats in plaatsen):
        return "eerst een ondertekenaar"
    if "te laat" in statuses:
        return "herinnering"
    if "niet aangeboden" in statuses:
        return "aanbiedingsbrief"
    return "geen: bespreken" if "geweigerd" in statuses else ""


# --- reminders and refusals ----------------------------------------------------------------


def maak_herinneringen(
    root: Path, ronde: Ronde, gevraagd: Sequence[str], op: date, formaten: tuple[str, ...]
) -> dict[str, bytes]:
    """Return a reminder for each partner that is late, with the paper that was offered.

    Args:
        root: the folder of the dossier.
        ronde: how far it is.
        gevraagd: partners by sleutel or name; all who are late when empty.
        op: the day.
        formaten: of the letters.

    Raises:
        ConvenantwerkError: CV912, a partner is not there; CV306, one has nothing to be reminded
            of; a template is no good.
    """
    registers = ronde.gelezen.registers
    wanted = {zoek_partner(root, registers, asked).sleutel for asked in gevraagd}
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
    huisstijl, _ = lees_huisstijl(root)
    brieven = Brieven(huisstijl, registers, op)
    documents = [_herinnering(brieven, ronde, partner, plaatsen) for partner, plaatsen in chosen]
    files = {b.pad: b.data for b in export_documents(documents, huisstijl, formaten)}
    for partner, plaatsen in chosen:
        for aanbieding in _uniek(plaatsen):
            data, _ = lees_aangeboden(root, aanbieding.sha256)
            if data is not None:
                naam = f"{aanbieding.stuk}-{aanbieding.ondertekenaar}.pdf"
                files[f"{FOLDER}/{partner.sleutel}/{naam}"] = data
    return files


def _uniek(plaatsen: Iterable[Tekenplaats]) -> list[Gebeurtenis]:
    found = {p.aanbieding.sha256: p.aanbieding for p in plaatsen if p.aanbieding}
    return list(found.values())


def _herinnering(
    brieven: Brieven, ronde: Ronde, partner: Partner, plaatsen: Sequence[Tekenplaats]
) -> Document:
    aanbiedingen = _uniek(plaatsen)
    signers = {p.ondertekenaar.sleutel: p.ondertekenaar for p in plaatsen if p.ondertekenaar}
    waarden = {
        "partner": partner,
        "ondertekenaars": tuple(signers.values()),
        "stuk": VERKLARING
        if any(a.stuk == VERKLARING for a in aanbiedingen)
        else "ondertekeningsblad",
        "versie": ronde.editie.versie,
        "aangeboden": min(a.datum for a in aanbiedingen),
        "uiterlijk": max(a.uiterlijk or a.datum for a in aanbiedingen),
    }
    naam = f"{FOLDER}/{partner.sleutel}/herinnering"
    return brieven.schrijf("herinnering", naam, f"Herinnering {partner.naam}", waarden)


@dataclass(frozen=True, slots=True)
class Weigering:
    """That a partner will not sign: since when, and why, when it said so."""

    datum: date
    reden: str = ""


def stel_weigering_voor(
    root: Path, ronde: Ronde, asked: str, weigering: Weigering, op: date
) -> Voorstel:
    """Return what recording a refusal to sign would do.

    Raises:
        ConvenantwerkError: CV912, the partner is not there; CV306, it has signed already.
    """
    registers = ronde.gelezen.registers
    partner = zoek_partner(root, registers, asked)
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
    g = Gebeurtenis(
        *(weigering.datum, "weigering", partner.sleutel),
        versie=ronde.editie.versie.naam,
        opmerking=weigering.reden,
    )
    return stel_voor(ronde.gelezen, Bijschrijving((g,)), op)


_STAND = "'convenant ondertekening' toont hoe het ervoor staat"


def regel_inwerking(stand: Tekenstand) -> str:
    """Return from when the edition is in force, in one sentence."""
    if stand.in_werking is None:
        return f"Nog niet in werking: {stand.regel}."
    return f"In werking vanaf {voluit(stand.in_werking)}: {stand.regel}."
