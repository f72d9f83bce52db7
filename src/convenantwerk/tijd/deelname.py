"""How a partner comes in, gives notice and goes: one fold over its gebeurtenissen.

The same fold tells where a partner stands on a day and what cannot be true in the register.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegbevestiging,
    Opzegging,
    Opzegregeling,
    Toetreding,
    Toetredingsverzoek,
    Uittreding,
)
from convenantwerk.dossier.gebeurtenissen.tekenen import Ondertekening
from convenantwerk.dossier.regels import Regels
from convenantwerk.tijd.opzegtermijn import einddatum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.dossier.tekenregels import Meldregel

Deelnamestatus = Literal["deelnemer", "kandidaat", "uitgetreden", "nog niet"]


@waarde
class Handtekening:
    """That a deel was signed for a partner; `bevoegd` whether the signatory might that day."""

    deel: str
    datum: date
    ondertekenaar: str
    versie: str
    bevoegd: bool


@waarde
class Deelname:
    """Where one partner stands.

    Args:
        partner: who.
        status: in, asking to be let in, or out; "nog niet" before anything is known.
        sinds: the first day of the participation or request, None when not recorded.
        vanaf: the day on which it will take part, when that is known and has yet to come.
        grond: on what that rests, in words.
        tot: the first day on which it no longer takes part.
        opzegging: the notice under way, or that led to the end.
        intrekking: the withdrawal of that notice, as long as the others have not agreed to it.
        einde: the day on which that notice ends the participation, None when no rule tells.
        geregeld: the regeling of the consequences of that notice is agreed on.
        uittreding: that it is out, when that was recorded too.
        handtekeningen: the last of each deel.
        overleggen: those it joined by toetreding.
    """

    partner: Partner
    status: Deelnamestatus
    sinds: date | None = None
    grond: str = ""
    vanaf: date | None = None
    tot: date | None = None
    opzegging: Opzegging | None = None
    intrekking: Intrekking | None = None
    einde: date | None = None
    geregeld: bool = False
    uittreding: Uittreding | None = None
    handtekeningen: tuple[Handtekening, ...] = ()
    overleggen: tuple[str, ...] = ()

    @property
    def is_geregeld(self) -> bool:
        """Whether the consequences are settled: an uittredingsbesluit holds the regeling."""
        return self.geregeld or bool(self.uittreding and self.uittreding.besluit)

    def tekende(self, deel: str) -> bool:
        """Tell whether a deel was signed by someone who might."""
        return any(h.deel == deel and h.bevoegd for h in self.handtekeningen)

    def mag_melden(self, regel: Meldregel | None) -> bool | None:
        """Tell whether it may do a melding; None when no rule says who may."""
        if regel is None:
            return None
        return self.status == "deelnemer" and self.tekende(regel.deel)


# (where a partner stands, what happens, the rules) -> where it stands then, and the objection.
Stap = Callable[[Deelname, Any, Regels], tuple[Deelname, str]]


class Gevolg(NamedTuple):
    """What a soort of gebeurtenis does to a participation, and what to do when it cannot be."""

    stap: Stap
    tip: str


class Bezwaar(NamedTuple):
    """Why a gebeurtenis cannot be, and what to do about it."""

    reden: str
    tip: str


def begin(partner: Partner, gebeurtenissen: Iterable[Gebeurtenis], sinds: date | None) -> Deelname:
    """Return where a partner stands before anything is recorded.

    A partner of which no request or accession is recorded is one that the convenant itself names
    (2.1 and 7): it takes part from the first vaststelling on.
    """
    if any(isinstance(g, Toetreding | Toetredingsverzoek) for g in gebeurtenissen):
        return Deelname(partner, "nog niet")
    grond = "genoemd in het convenant"
    if sinds is None:
        return Deelname(partner, "deelnemer", None, grond)
    return Deelname(partner, "nog niet", None, grond, vanaf=sinds)


def verloop(
    start: Deelname, gebeurtenissen: Iterable[Gebeurtenis], regels: Regels
) -> Iterator[tuple[Gebeurtenis, Deelname, Bezwaar | None]]:
    """Yield what bears on a participation, with where the partner stands then, and any objection.

    Args:
        start: where it stands before.
        gebeurtenissen: of this partner, in order of date. One that meets an objection changes
            nothing.
        regels: of the convenant.
    """
    stand = start
    for gebeurtenis in gebeurtenissen:
        gevolg = _GEVOLGEN.get(type(gebeurtenis))
        if gevolg is None:
            continue
        stand = op_dag(stand, gebeurtenis.datum)
        after, reden = gevolg.stap(stand, gebeurtenis, regels)
        stand = stand if reden else after
        yield gebeurtenis, stand, Bezwaar(reden, gevolg.tip) if reden else None


def op_dag(stand: Deelname, dag: date) -> Deelname:
    """Let an accession or a notice whose time has come have its effect."""
    if stand.vanaf is not None and stand.vanaf <= dag:
        stand = replace(stand, status="deelnemer", sinds=stand.vanaf, vanaf=None)
    if stand.status == "deelnemer" and stand.einde is not None and stand.einde <= dag:
        return replace(stand, status="uitgetreden", tot=stand.einde)
    return stand


def _verzoek(stand: Deelname, gebeurtenis: Toetredingsverzoek, _: Regels) -> tuple[Deelname, str]:
    if stand.status == "deelnemer":
        return stand, "deze partner neemt op die dag al deel"
    if stand.status == "kandidaat":
        return stand, "er ligt al een verzoek om toetreding"
    grond = f"verzoek om toetreding van {voluit(gebeurtenis.datum)}"
    return Deelname(stand.partner, "kandidaat", gebeurtenis.datum, grond), ""


def _toetreding(stand: Deelname, gebeurtenis: Toetreding, _: Regels) -> tuple[Deelname, str]:
    if stand.status == "deelnemer":
        return stand, "deze partner neemt op die dag al deel"
    if stand.vanaf:
        return stand, f"deze partner neemt al deel vanaf {voluit(stand.vanaf)}"
    grond = f"toetreding van {voluit(gebeurtenis.datum)}"
    # Who was out signs anew; who asked to come in may have signed already.
    kept = stand.handtekeningen if stand.status == "kandidaat" else ()
    after = Deelname(
        stand.partner,
        "kandidaat",
        sinds=gebeurtenis.datum,
        grond=grond,
        vanaf=gebeurtenis.ingangsdatum or gebeurtenis.datum,
        handtekeningen=kept,
        overleggen=gebeurtenis.overleggen,
    )
    return op_dag(after, gebeurtenis.datum), ""


def _opzegging(stand: Deelname, gebeurtenis: Opzegging, regels: Regels) -> tuple[Deelname, str]:
    if stand.status != "deelnemer":
        nog = "nog " if stand.vanaf else ""
        return stand, f"deze partner neemt op die dag {nog}niet deel"
    if stand.opzegging:
        return stand, f"er loopt al een opzegging, van {voluit(stand.opzegging.datum)}"
    einde = einddatum(gebeurtenis.datum, regels)
    dag = einde.datum if einde else None
    return replace(stand, opzegging=gebeurtenis, einde=dag, geregeld=False), ""


def werkt_meteen(intrekking: Intrekking, opzegging: Opzegging) -> bool:
    """Tell whether a withdrawal came no later than the notice, so that nobody need agree.

    One that comes later undoes nothing by itself (BW 3:37 lid 5).
    """
    return intrekking.datum <= opzegging.datum


def _bevestiging(stand: Deelname, gebeurtenis: Opzegbevestiging, _: Regels) -> tuple[Deelname, str]:
    if stand.opzegging is None or stand.status == "uitgetreden":
        return stand, "er loopt op die dag geen opzegging van deze partner"
    if stand.opzegging.vorm == gebeurtenis.vorm:
        return stand, "de opzegging zelf had die vorm al"
    return stand, ""


def _regeling(stand: Deelname, _gebeurtenis: Opzegregeling, _: Regels) -> tuple[Deelname, str]:
    if stand.opzegging is None:
        return stand, "er is geen opzegging aan voorafgegaan"
    if stand.geregeld:
        return stand, "de regeling van de gevolgen is al vastgelegd"
    return replace(stand, geregeld=True), ""


def _intrekking(stand: Deelname, gebeurtenis: Intrekking, _: Regels) -> tuple[Deelname, str]:
    if stand.opzegging is None:
        return stand, "er loopt op die dag geen opzegging van deze partner"
    if stand.status == "uitgetreden":
        return stand, "de opzegging heeft al gewerkt; intrekken kan niet meer"
    if stand.intrekking is not None:
        return stand, f"er ligt al een intrekking, van {voluit(stand.intrekking.datum)}"
    if werkt_meteen(gebeurtenis, stand.opzegging):
        return replace(stand, opzegging=None, einde=None), ""
    return replace(stand, intrekking=gebeurtenis), ""


def _instemming(
    stand: Deelname, _gebeurtenis: Intrekkingsinstemming, _: Regels
) -> tuple[Deelname, str]:
    if stand.intrekking is None:
        return stand, "er ligt geen intrekking die instemming vraagt"
    if stand.status == "uitgetreden":
        return stand, "de opzegging heeft al gewerkt; intrekken kan niet meer"
    return replace(stand, opzegging=None, einde=None, intrekking=None), ""


def _uittreding(stand: Deelname, gebeurtenis: Uittreding, _: Regels) -> tuple[Deelname, str]:
    if stand.opzegging is None:
        return stand, "er is geen opzegging aan voorafgegaan"
    if stand.uittreding:
        return stand, "de uittreding is al vastgelegd"
    if stand.einde is None:  # no rule says when a notice works
        return _uit(stand, gebeurtenis, gebeurtenis.datum), ""
    if gebeurtenis.datum < stand.einde and not gebeurtenis.besluit:
        return stand, (
            f"de opzegging werkt pas per {voluit(stand.einde)}; eerder kan alleen bij besluit"
        )
    return _uit(stand, gebeurtenis, min(gebeurtenis.datum, stand.einde)), ""


def _uit(stand: Deelname, uittreding: Uittreding, tot: date) -> Deelname:
    return replace(stand, status="uitgetreden", tot=tot, uittreding=uittreding)


def _ondertekening(stand: Deelname, gebeurtenis: Ondertekening, _: Regels) -> tuple[Deelname, str]:
    if stand.status == "uitgetreden" or (stand.status == "nog niet" and not stand.vanaf):
        return stand, "deze partner neemt op die dag niet deel en heeft daar niet om verzocht"
    fresh = tuple(
        Handtekening(
            deel=deel,
            datum=gebeurtenis.datum,
            ondertekenaar=gebeurtenis.ondertekenaar,
            versie=gebeurtenis.versie,
            bevoegd=True,
        )
        for deel in gebeurtenis.delen
    )
    kept = tuple(h for h in stand.handtekeningen if h.deel not in gebeurtenis.delen)
    return replace(stand, handtekeningen=(*kept, *fresh)), ""


# A soort that is not here does nothing to a participation.
_GEVOLGEN: Mapping[type[Gebeurtenis], Gevolg] = {
    Toetredingsverzoek: Gevolg(_verzoek, "verbeter de datum of de partner"),
    Toetreding: Gevolg(
        _toetreding, "verbeter de datum of de partner, of leg eerst de uittreding vast"
    ),
    Opzegging: Gevolg(
        _opzegging, "verbeter de datum of de partner, of leg eerst de toetreding vast"
    ),
    Opzegbevestiging: Gevolg(
        _bevestiging, "verbeter de datum of de partner, of leg eerst de opzegging vast"
    ),
    Intrekking: Gevolg(
        _intrekking, "verbeter de datum of de partner; alleen een lopende opzegging kan weg"
    ),
    Intrekkingsinstemming: Gevolg(
        _instemming, "leg eerst de intrekking vast, of verbeter de datum of de partner"
    ),
    Opzegregeling: Gevolg(
        _regeling, "verbeter de datum of de partner, of leg eerst de opzegging vast"
    ),
    Uittreding: Gevolg(
        _uittreding, "leg eerst de opzegging vast, of noem het besluit onder 'besluit'"
    ),
    Ondertekening: Gevolg(
        _ondertekening, "verbeter de datum of de partner, of leg eerst het verzoek vast"
    ),
}
