"""How far the accession of a partner is, stage by stage (7.e of the 2018 text)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gebeurtenissen import van_partner
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Toetreding,
    Toetredingsinstemming,
    Toetredingsverzoek,
)
from convenantwerk.dossier.gebeurtenissen.tekenen import (
    Aanbieding,
    Ondertekening,
    Tegentekening,
    Weigering,
)
from convenantwerk.dossier.organen import PARTNERS
from convenantwerk.tijd.mandaat import is_bevoegd, mandaat_eindes, ondertekenaars_van
from convenantwerk.tijd.stand import op_datum, per_partner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.registers import Ondertekenaar, Partner

Stap = Literal["verzoek", "instemming", "verklaring", "ondertekend", "aangehecht"]
STAPPEN: tuple[Stap, ...] = get_args(Stap)


@waarde
class Toetredingsstand:
    """How far the accession of a partner is: the gebeurtenis of each stage, None until it is there.

    Args:
        partner: who joins.
        ondertekenaar: who may sign for it on the day that was asked about.
        verzoek: the request.
        instemming: that the Stuurgroep, or another body, agreed.
        aanbieding: that the toetredingsverklaring was offered.
        vervallen: who was asked to sign it may not any more, so that it has to be made anew.
        weigering: that the partner refused to sign what was offered, as long as it did not sign.
        getekend: the signature of the partner.
        tegengetekend: the signature of the voorzitter.
        aangehecht: the accession itself, by which the declaration is bound to the convenant.
        orgaan: who decides for the partners together, after its article.
        vraagt_instemming: whether that body must agree; some convenanten ask no more than to sign.
        vraagt_tegen: whether a voorzitter countersigns.
    """

    partner: Partner
    ondertekenaar: Ondertekenaar | None = None
    verzoek: Toetredingsverzoek | None = None
    instemming: Toetredingsinstemming | None = None
    aanbieding: Aanbieding | None = None
    vervallen: bool = False
    weigering: Weigering | None = None
    getekend: Ondertekening | None = None
    tegengetekend: Tegentekening | None = None
    aangehecht: Toetreding | None = None
    orgaan: str = PARTNERS
    vraagt_instemming: bool = True
    vraagt_tegen: bool = True

    def gedaan(self, stap: Stap) -> bool:
        """Tell whether a stage is behind us."""
        done: dict[Stap, object] = {
            "verzoek": self.verzoek,
            "instemming": self.instemming or not self.vraagt_instemming,
            "verklaring": self.aanbieding and not self.vervallen,
            "ondertekend": self.getekend and (self.tegengetekend or not self.vraagt_tegen),
            "aangehecht": self.aangehecht,
        }
        return bool(done[stap])

    @property
    def kan_opnieuw(self) -> bool:
        """Whether the declaration can be made anew: it was offered, and nobody has signed."""
        return self.volgende == "ondertekend" and not (self.getekend or self.tegengetekend)

    @property
    def volgende(self) -> Stap | None:
        """The first stage that is not done, None when all are."""
        return next((stap for stap in STAPPEN if not self.gedaan(stap)), None)


def toetredingsstanden(registers: Registers, op: date) -> Iterator[Toetredingsstand]:
    """Yield how far the accession of each partner is on a day, in the order of the register."""
    eigen = per_partner(op_datum(registers.gebeurtenissen))
    signers = ondertekenaars_van(registers.ondertekenaars)
    eindes = mandaat_eindes(registers.gebeurtenissen)
    for partner in registers.partners:
        mag = _Bevoegden(signers.get(partner.sleutel, ()), eindes)
        stand = _stand(partner, eigen.get(partner.sleutel, ()), mag, op)
        yield _naar_regel(stand, registers)


def toetredingsstand(registers: Registers, partner: Partner, op: date) -> Toetredingsstand:
    """Return how far the accession of a partner is on a day; of one that returns, the last."""
    eigen = op_datum(van_partner(registers.gebeurtenissen, partner.sleutel))
    stand = _stand(partner, eigen, _bevoegden(registers, partner.sleutel), op)
    return _naar_regel(stand, registers)


def _naar_regel(stand: Toetredingsstand, registers: Registers) -> Toetredingsstand:
    """Return it with what the dossier asks of an accession."""
    regels = registers.instellingen.regels
    stand = replace(stand, orgaan=regels.beslisser)
    if regels.toetreding is None or regels.toetreding.orgaan:
        return stand
    tegen = bool(registers.instellingen.ondertekening.voorzitters)
    return replace(stand, vraagt_instemming=False, vraagt_tegen=tegen)


def bevoegde(registers: Registers, partner: str, op: date) -> Ondertekenaar | None:
    """Return who may sign for a partner on a day: the last of the register, None when nobody."""
    return _bevoegden(registers, partner).op(op)


class _Bevoegden(NamedTuple):
    """Who signs for one partner, and by ondertekenaar the day on which a mandate was ended."""

    signers: Sequence[Ondertekenaar]
    eindes: Mapping[str, date]

    def op(self, dag: date) -> Ondertekenaar | None:
        """Return who may sign on a day, None when nobody may."""
        mag = (o for o in reversed(self.signers) if is_bevoegd(o, dag, self.eindes))
        return next(mag, None)

    def mag(self, g: Aanbieding | Ondertekening, dag: date) -> bool:
        """Tell whether who was asked, or signed, had authority on a day."""
        named = (o for o in self.signers if o.sleutel == g.ondertekenaar)
        return any(is_bevoegd(o, dag, self.eindes) for o in named)


def _bevoegden(registers: Registers, partner: str) -> _Bevoegden:
    signers = ondertekenaars_van(registers.ondertekenaars).get(partner, ())
    return _Bevoegden(signers, mandaat_eindes(registers.gebeurtenissen))


def _stand(
    partner: Partner, gebeurtenissen: Iterable[Gebeurtenis], bevoegden: _Bevoegden, op: date
) -> Toetredingsstand:
    """Return how far an accession is by what is recorded of that partner, in order of date."""
    steps: dict[str, Any] = {}
    for g in gebeurtenissen:
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
            case Weigering() if "aanbieding" in steps and "getekend" not in steps:
                steps["weigering"] = g
            case Ondertekening() if "aanbieding" in steps and bevoegden.mag(g, g.datum):
                steps.setdefault("getekend", g)
                steps.pop("weigering", None)
            case Tegentekening() if "aanbieding" in steps:
                steps.setdefault("tegengetekend", g)
            case Toetreding():
                steps["aangehecht"] = g
    asked = steps.get("aanbieding")
    klaar = "getekend" in steps or "aangehecht" in steps
    vervallen = bool(asked and not klaar and not bevoegden.mag(asked, op))
    return Toetredingsstand(partner, bevoegden.op(op), vervallen=vervallen, **steps)


def voorzitter_op(registers: Registers, op: date) -> Ondertekenaar | None:
    """Return the voorzitter who countersigns on a day: the first who has authority (3.1)."""
    eindes = mandaat_eindes(g for g in registers.gebeurtenissen if g.datum <= op)
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    named = (signers.get(sleutel) for sleutel in registers.instellingen.ondertekening.voorzitters)
    return next((o for o in named if o is not None and is_bevoegd(o, op, eindes)), None)
