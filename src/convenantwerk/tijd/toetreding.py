"""How far the accession of a partner is, stage by stage (7.e of the 2018 text)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from convenantwerk.dossier.gebeurtenissen import van_partner
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Toetreding,
    Toetredingsinstemming,
    Toetredingsverzoek,
)
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Ondertekening, Tegentekening
from convenantwerk.tijd.deelname import is_bevoegd, mandaat_eindes
from convenantwerk.tijd.stand import op_datum

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Ondertekenaar, Partner

Stap = Literal["verzoek", "instemming", "verklaring", "ondertekend", "aangehecht"]
STAPPEN: tuple[Stap, ...] = get_args(Stap)


@dataclass(frozen=True, slots=True)
class Toetredingsstand:
    """How far the accession of a partner is: the gebeurtenis of each stage, None until it is there.

    Args:
        partner: who joins.
        ondertekenaar: who may sign for it on the day that was asked about.
        verzoek: the request.
        instemming: that the Stuurgroep agreed.
        aanbieding: that the toetredingsverklaring was offered.
        getekend: the signature of the partner.
        tegengetekend: the signature of the voorzitter.
        aangehecht: the accession itself, by which the declaration is bound to the convenant.
    """

    partner: Partner
    ondertekenaar: Ondertekenaar | None = None
    verzoek: Toetredingsverzoek | None = None
    instemming: Toetredingsinstemming | None = None
    aanbieding: Aanbieding | None = None
    getekend: Ondertekening | None = None
    tegengetekend: Tegentekening | None = None
    aangehecht: Toetreding | None = None

    def gedaan(self, stap: Stap) -> bool:
        """Tell whether a stage is behind us."""
        done = {
            "verzoek": self.verzoek,
            "instemming": self.instemming,
            "verklaring": self.aanbieding,
            "ondertekend": self.getekend and self.tegengetekend,
            "aangehecht": self.aangehecht,
        }
        return done[stap] is not None

    @property
    def kan_opnieuw(self) -> bool:
        """Whether the declaration can be made anew: it was offered, and nobody has signed."""
        return self.volgende == "ondertekend" and not (self.getekend or self.tegengetekend)

    @property
    def volgende(self) -> Stap | None:
        """The first stage that is not done, None when all are."""
        return next((stap for stap in STAPPEN if not self.gedaan(stap)), None)


def toetredingsstand(registers: Registers, partner: Partner, op: date) -> Toetredingsstand:
    """Return how far the accession of a partner is on a day; of one that returns, the last."""
    steps: dict[str, Any] = {}
    for g in op_datum(van_partner(registers.gebeurtenissen, partner.sleutel)):
        if g.datum > op:
            break
        match g:
            case Toetredingsverzoek():
                steps = {"verzoek": g}
            case Toetredingsinstemming():
                steps["instemming"] = g
            case Aanbieding(stuk="toetredingsverklaring"):
                # What was signed before was signed on another paper.
                steps = {k: v for k, v in steps.items() if k in ("verzoek", "instemming")}
                steps["aanbieding"] = g
            case Ondertekening() if "aanbieding" in steps and _telt(registers, g):
                steps.setdefault("getekend", g)
            case Tegentekening() if "aanbieding" in steps:
                steps.setdefault("tegengetekend", g)
            case Toetreding():
                steps["aangehecht"] = g
    return Toetredingsstand(partner, bevoegde(registers, partner.sleutel, op), **steps)


def _telt(registers: Registers, g: Ondertekening) -> bool:
    """Tell whether who signed had authority that day."""
    eindes = mandaat_eindes(registers.gebeurtenissen)
    return any(
        o.sleutel == g.ondertekenaar and o.partner == g.partner and is_bevoegd(o, g.datum, eindes)
        for o in registers.ondertekenaars
    )


def bevoegde(registers: Registers, partner: str, op: date) -> Ondertekenaar | None:
    """Return who may sign for a partner on a day: the last of the register, None when nobody."""
    eindes = mandaat_eindes(g for g in registers.gebeurtenissen if g.datum <= op)
    own = [o for o in registers.ondertekenaars if o.partner == partner]
    return next((o for o in reversed(own) if is_bevoegd(o, op, eindes)), None)


def voorzitter_op(registers: Registers, op: date) -> Ondertekenaar | None:
    """Return the voorzitter who countersigns on a day: the first who has authority (3.1)."""
    eindes = mandaat_eindes(g for g in registers.gebeurtenissen if g.datum <= op)
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    named = (signers.get(sleutel) for sleutel in registers.instellingen.ondertekening.voorzitters)
    return next((o for o in named if o is not None and is_bevoegd(o, op, eindes)), None)
