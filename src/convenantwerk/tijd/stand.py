"""How things stand on a day: a projection of the registers."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, TypeVar

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.dossier import VOORWERK
from convenantwerk.dossier.gebeurtenissen import (
    LANDELIJK,
    PROTOCOLDELEN,
    REGIONAAL,
    Partnergebeurtenis,
    van_soort,
)
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vaststelling, Vergadering, Verlenging
from convenantwerk.tekst.boom import elementen, titel
from convenantwerk.tekst.deel import mapnaam
from convenantwerk.tekst.overlegfeiten import Overlegfeiten
from convenantwerk.tijd.deelname import begin, op_dag, verloop
from convenantwerk.tijd.looptijd import termijn_op
from convenantwerk.tijd.mandaat import is_bevoegd, mandaat_eindes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.dossier.dossier import Instellingen, Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.regels import Looptijd, Regels
    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.tekst.boom import Convenant
    from convenantwerk.tijd.deelname import Deelname

# What a cell of the overlegmatrix says.
Plaatsing = Literal["neemt deel", "handtekening ontbreekt", "ander protocol", "nee", "onbekend"]


@waarde
class Mandaat:
    """Someone who may sign; `geldig` on this day, `tot` the last day when that is known."""

    ondertekenaar: Ondertekenaar
    geldig: bool
    tot: date | None


@waarde
class Overleg:
    """An overleg; `sleutel` is the last word of its address, or all of it where two end alike.

    `nodig` is the protocol that who takes part must have signed, as PROTOCOLDELEN has it; "" when
    the text names none and has no regional one.
    """

    sleutel: str
    titel: str
    feiten: Overlegfeiten
    ontbreekt: bool
    nodig: str = REGIONAAL
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Overlegplaatsen:
    """A row of the overlegmatrix: for each overleg, by its sleutel, where a partner stands."""

    deelname: Deelname
    plaatsen: tuple[tuple[str, Plaatsing], ...]


@waarde
class Stand:
    """How things stand on `op`.

    Args:
        op: the day.
        versie: the version last adopted, "" when none was.
        termijn: first and last day of the term that runs, None when none does.
        looptijd: how long the convenant lasts, in a sentence.
        verlengd_voor: the last year for which a verlenging was recorded, None when never.
        deelnames: one for each partner, in the order of the register.
        mandaten: one for each ondertekenaar.
        vergaderingen: days of meetings in the calendar year of `op`, those to come too.
        regels: the rules of the convenant.
        delen: what partners sign, or have signed.
    """

    op: date
    versie: str
    termijn: tuple[date, date] | None
    looptijd: str
    verlengd_voor: int | None
    deelnames: tuple[Deelname, ...]
    mandaten: tuple[Mandaat, ...]
    vergaderingen: tuple[date, ...]
    regels: Regels
    delen: tuple[str, ...]

    @property
    def melders(self) -> int | None:
        """How many may do a melding; None when no rule says who may."""
        if self.regels.melding is None:
            return None
        return sum(bool(d.mag_melden(self.regels.melding)) for d in self.deelnames)


T = TypeVar("T", bound="Gebeurtenis")


def op_datum(gebeurtenissen: Iterable[T]) -> list[T]:
    """Return gebeurtenissen in order of date; those of one day in the order of the file."""
    return sorted(gebeurtenissen, key=lambda gebeurtenis: gebeurtenis.datum)


def eerste_vaststelling(gebeurtenissen: Iterable[Gebeurtenis]) -> date | None:
    """Return the day on which the convenant was first adopted, None when none is recorded."""
    return min((g.datum for g in van_soort(gebeurtenissen, Vaststelling)), default=None)


def per_partner(gebeurtenissen: Iterable[Gebeurtenis]) -> Mapping[str, list[Partnergebeurtenis]]:
    """Return the gebeurtenissen of each partner, in the order given; none for any other."""
    found: defaultdict[str, list[Partnergebeurtenis]] = defaultdict(list)
    for gebeurtenis in van_soort(gebeurtenissen, Partnergebeurtenis):
        found[gebeurtenis.partner].append(gebeurtenis)
    return found


def stand(registers: Registers, op: date) -> Stand:
    """Return how things stand on a day; what happens later does not count, but for meetings."""
    alle = op_datum(registers.gebeurtenissen)
    tot_dan = [g for g in alle if g.datum <= op]
    eindes = mandaat_eindes(tot_dan)
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    first = eerste_vaststelling(alle)
    regels = registers.instellingen.regels
    eigen, later = per_partner(tot_dan), per_partner(alle)
    deelnames = []
    for partner in registers.partners:
        deelname = begin(partner, later[partner.sleutel], first)
        for _, after, _ in verloop(deelname, eigen[partner.sleutel], regels):
            deelname = after
        deelnames.append(_getekend(op_dag(deelname, op), signers, eindes))
    jaren = [g.jaar for g in van_soort(tot_dan, Verlenging)]
    versies = [g.versie for g in van_soort(tot_dan, Vaststelling)]
    return Stand(
        op=op,
        versie=versies[-1] if versies else "",
        termijn=termijn_op(op, regels.looptijd, first),
        looptijd=_looptijd(regels.looptijd, first, op),
        verlengd_voor=max(jaren, default=None),
        deelnames=tuple(deelnames),
        mandaten=tuple(_mandaat(o, op, eindes) for o in registers.ondertekenaars),
        vergaderingen=vergaderingen(alle, op.year),
        regels=regels,
        delen=_te_tekenen(registers.instellingen, deelnames),
    )


def _te_tekenen(instellingen: Instellingen, deelnames: Iterable[Deelname]) -> tuple[str, ...]:
    """Return the delen that a rule names, else all, and whatever else was signed."""
    regel = instellingen.regels.tekenen
    genoemd = [d.deel for d in regel.delen] if regel else list(instellingen.delen)
    getekend = [h.deel for d in deelnames for h in d.handtekeningen]
    return tuple(deel for deel in dict.fromkeys((*genoemd, *getekend)) if deel != VOORWERK)


def _looptijd(looptijd: Looptijd | None, eerste: date | None, op: date) -> str:
    """Return how long the convenant lasts, as on a day."""
    if eerste is not None and op < eerste:
        return "Het convenant is nog niet vastgesteld."
    if looptijd is None or not looptijd.zin:
        return "Hoe lang het convenant geldt, is niet vastgelegd."
    termijn = termijn_op(op, looptijd, eerste)
    if looptijd.tot is not None and looptijd.tot < op:
        return f"Het convenant is afgelopen: het gold tot en met {voluit(looptijd.tot)}."
    if looptijd.soort == "stilzwijgend verlengd" and termijn is not None:
        first, last = termijn
        return f"De lopende termijn is {voluit(first)} tot en met {voluit(last)}."
    return f"{looptijd.zin}."


def tekenen_deel_1(registers: Registers, op: date) -> tuple[Ondertekenaar, ...]:
    """Return whose room for a signature the text itself has (hoofdstuk 8): of the ketenpartners.

    Who has yet to join is not among them: it signs a declaration of its own (7.e). Neither is who
    may not sign on that day, when somebody else may for the same organisation. A signatory for a
    partner that is in no register stays; that is a fout by itself.
    """
    eindes = mandaat_eindes(g for g in registers.gebeurtenissen if g.datum <= op)
    mag = {o.sleutel for o in registers.ondertekenaars if is_bevoegd(o, op, eindes)}
    bezet = {(o.partner, o.organisatie) for o in registers.ondertekenaars if o.sleutel in mag}
    nu = {d.partner.sleutel: d for d in stand(registers, op).deelnames}
    return tuple(
        signer
        for signer in registers.ondertekenaars
        if signer.partner not in nu
        or (
            nu[signer.partner].partner.soort == "ketenpartner"
            and not _komt_nog(nu[signer.partner])
            and (signer.sleutel in mag or (signer.partner, signer.organisatie) not in bezet)
        )
    )


def _komt_nog(deelname: Deelname) -> bool:
    """Tell whether a partner asks to join; one that the convenant names does not."""
    return deelname.status == "kandidaat" or (
        deelname.status == "nog niet" and deelname.vanaf is None
    )


def vergaderingen(gebeurtenissen: Iterable[Gebeurtenis], jaar: int) -> tuple[date, ...]:
    """Return the days in a calendar year on which the Stuurgroep met or will meet."""
    days = {g.datum for g in van_soort(gebeurtenissen, Vergadering) if g.datum.year == jaar}
    return tuple(sorted(days))


def _getekend(
    deelname: Deelname, signers: Mapping[str, Ondertekenaar], eindes: Mapping[str, date]
) -> Deelname:
    """Tell of each signature whether the signatory had authority that day, for that partner."""
    mag = [
        h.ondertekenaar in signers
        and signers[h.ondertekenaar].partner == deelname.partner.sleutel
        and is_bevoegd(signers[h.ondertekenaar], h.datum, eindes)
        for h in deelname.handtekeningen
    ]
    if all(mag):
        return deelname
    paren = zip(deelname.handtekeningen, mag, strict=True)
    return replace(deelname, handtekeningen=tuple(replace(h, bevoegd=ja) for h, ja in paren))


def _mandaat(ondertekenaar: Ondertekenaar, op: date, eindes: Mapping[str, date]) -> Mandaat:
    einde = eindes.get(ondertekenaar.sleutel)
    last = einde - timedelta(days=1) if einde else None  # the day before it ended
    days = [day for day in (ondertekenaar.tot, last) if day is not None]
    return Mandaat(ondertekenaar, is_bevoegd(ondertekenaar, op, eindes), min(days, default=None))


# --- what follows from it ------------------------------------------------------------------


def overleggen_in(convenant: Convenant) -> tuple[Overleg, ...]:
    """Return the overleggen of a text, in its order."""
    eigen = REGIONAAL if any(mapnaam(deel) == REGIONAAL for deel in convenant.delen) else ""
    found = [
        (element, element.anker.removeprefix(f"{deel.anker}-"))
        for deel in convenant.delen
        for element in elementen([deel])
        if element.soort == "overleg"
    ]
    keren = Counter(kort for _, kort in found)
    return tuple(
        Overleg(
            kort if keren[kort] == 1 else element.anker,
            titel(element),
            feiten := element.feiten or Overlegfeiten(),
            element.ontbreekt,
            PROTOCOLDELEN[feiten.protocol] if feiten.protocol else eigen,
            element.position,
        )
        for element, kort in found
    )


def overlegmatrix(
    deelnames: Iterable[Deelname], overleggen: Sequence[Overleg]
) -> tuple[Overlegplaatsen, ...]:
    """Return for each partner that takes part where it stands in each overleg."""
    return tuple(
        Overlegplaatsen(d, tuple((o.sleutel, plaatsing(d, o)) for o in overleggen))
        for d in deelnames
        if d.status == "deelnemer"
    )


def plaatsing(deelname: Deelname, overleg: Overleg) -> Plaatsing:
    """Return where a partner stands in an overleg.

    Who takes part must have signed the privacyprotocol that the overleg uses (3.1, 4.1, 7.g and
    the besluit of 18 June 2018, onder c and d). An overleg of which no deelnemers are recorded
    has none that can be told.
    """
    deelnemers = overleg.feiten.deelnemers
    if overleg.sleutel not in deelname.overleggen and deelname.partner.sleutel not in deelnemers:
        return "nee" if deelnemers else "onbekend"
    nodig = overleg.nodig
    if not nodig or deelname.tekende(nodig):
        return "neemt deel"
    ander = LANDELIJK if nodig == REGIONAAL else REGIONAAL
    return "ander protocol" if deelname.tekende(ander) else "handtekening ontbreekt"
