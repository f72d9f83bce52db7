"""`convenant ondertekening`: who has signed, and who will not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.gebeurtenissen.tekenen import Weigering
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.tekenen.tekeneditie import Tekeneditie, tekeneditie
from convenantwerk.tekenen.tekenstand import tekenstand
from convenantwerk.tijd.stand import stand
from convenantwerk.tijd.tekenplaatsen import Tekenplaats, toetredende_plaatsen

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
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


def hoever(plaats: Tekenplaats) -> str:
    """Return how far one signature is, in words with its day."""
    match plaats.status:
        case "getekend":
            g = plaats.handtekening
            wijze = {"digitaal": ", digitaal", "nat": ", met de pen"}.get((g and g.wijze) or "", "")
            return f"getekend op {voluit(g.datum)}{wijze}" if g else "getekend"
        case "geweigerd":
            return f"geweigerd op {voluit(plaats.weigering.datum)}" if plaats.weigering else ""
        case "aangeboden" | "te laat":
            a = plaats.aanbieding
            tot = f", terug uiterlijk {voluit(a.uiterlijk)}" if a and a.uiterlijk else ""
            laat = "te laat: " if plaats.status == "te laat" else ""
            h = plaats.herinnering
            return f"{laat}aangeboden{tot}{f'; herinnerd op {voluit(h.datum)}' if h else ''}"
        case status:
            return status


def nog_geen_meldingen(ronde: Ronde, op: date) -> str:
    """Return why nobody can do a melding yet on a day, "" when somebody can or no rule says who."""
    regel = ronde.editie.regels.melding
    mist = ronde.editie.mist_voor_meldingen
    if regel is None or mist or stand(ronde.registers, op).melders:
        return mist
    (deel,) = ronde.editie.genoemd((regel.deel,))
    return f"Nog niemand tekende {deel}; tot die tijd kan niemand een melding doen{regel.bron}."


# --- refusals ------------------------------------------------------------------------------


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
        raise ConvenantwerkError("CV306", naam=partner.naam, reden=reden, tip=STAND)
    if any(p.status == "geweigerd" for p in own):
        reden = "de weigering is al vastgelegd"
        raise ConvenantwerkError("CV306", naam=partner.naam, reden=reden, tip=STAND)
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


def weigerzin(partner: Partner, weigering: Weigeropdracht, versie: str) -> str:
    """Return what recording a refusal would say."""
    return f"{partner.naam} weigerde op {voluit(weigering.datum)} versie {versie}."


STAND = "'convenant ondertekening' toont hoe het ervoor staat"
