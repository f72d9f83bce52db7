"""Who must sign an edition, how far that is, and from when the edition is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.dossier.gebeurtenissen import REGIONAAL
from convenantwerk.tekenen.ondertekening import Tekenplaats, Tekenstand
from convenantwerk.tijd.deelname import is_bevoegd, mandaat_eindes
from convenantwerk.tijd.stand import op_datum, stand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.registers import Ondertekenaar, Partner
    from convenantwerk.dossier.versie import Versiegegevens
    from convenantwerk.tekenen.ondertekening import Tekenstatus

DEEL_1 = "deel-1"
# Which delen each soort of partner signs: Deel 1 the ketenpartners, the privacyprotocol all who
# take part in an overleg (r.276, r.382 and 7.g of the 2018 text).
DELEN: Mapping[str, tuple[str, ...]] = {
    "ketenpartner": (DEEL_1, REGIONAAL),
    "flexibele schil": (REGIONAAL,),
    "incidenteel": (),
}


def vastgesteld_op(registers: Registers, versie: Versiegegevens) -> date:
    """Return the day on which a version was adopted: that of its event, else its own date."""
    days = (
        g.datum
        for g in registers.gebeurtenissen
        if g.soort == "vaststelling" and g.versie == versie.naam
    )
    return min(days, default=versie.datum)


def tekenstand(
    registers: Registers, versie: Versiegegevens, met_tekst: Sequence[str], op: date
) -> Tekenstand:
    """Return how far the signing of a version is on a day.

    Args:
        registers: of the dossier.
        versie: the version.
        met_tekst: the delen that have text in it; a deel without text cannot be signed.
        op: the day.
    """
    begin = vastgesteld_op(registers, versie)
    alle = [g for g in op_datum(registers.gebeurtenissen) if g.datum <= op]
    eindes = mandaat_eindes(alle)
    weg = {d.partner.sleutel for d in stand(registers, op).deelnames if d.status == "uitgetreden"}
    plaatsen: list[Tekenplaats] = []
    for deelname in stand(registers, begin).deelnames:
        partner = deelname.partner
        if deelname.status != "deelnemer":
            continue
        own = [g for g in alle if g.partner == partner.sleutel]
        groepen = _per_organisatie(registers.ondertekenaars, partner)
        for deel in (d for d in DELEN[partner.soort] if d in met_tekst):
            plaatsen += [
                _plaats(partner, signers, deel, versie, begin, own, eindes, op)
                for signers in groepen or [[]]
            ]
    # Who left without having signed is asked no more.
    plaatsen = [p for p in plaatsen if p.handtekening or p.partner.sleutel not in weg]
    in_werking, regel = _inwerking(registers, begin, plaatsen)
    return Tekenstand(versie.naam, begin, tuple(plaatsen), in_werking, regel)


def _per_organisatie(
    ondertekenaars: Iterable[Ondertekenaar], partner: Partner
) -> list[list[Ondertekenaar]]:
    """Return who signs for a partner, by the organisation for which they do: each signs once."""
    groups: dict[str, list[Ondertekenaar]] = {}
    for signer in ondertekenaars:
        if signer.partner == partner.sleutel:
            groups.setdefault(signer.organisatie, []).append(signer)
    return list(groups.values())


def _plaats(  # noqa: PLR0913, PLR0917  # what the state of one signature depends on
    partner: Partner,
    signers: Sequence[Ondertekenaar],
    deel: str,
    versie: Versiegegevens,
    begin: date,
    own: Sequence[Gebeurtenis],
    eindes: Mapping[str, date],
    op: date,
) -> Tekenplaats:
    by_name = {o.sleutel: o for o in signers}
    relevant = [g for g in own if g.versie == versie.naam or (not g.versie and g.datum >= begin)]
    handtekening = next(
        (
            g
            for g in relevant
            if g.soort == "ondertekening"
            and deel in g.delen
            and g.ondertekenaar in by_name
            and is_bevoegd(by_name[g.ondertekenaar], g.datum, eindes)
        ),
        None,
    )
    bevoegd = {o.sleutel: o for o in signers if is_bevoegd(o, op, eindes)}
    # A paper in the name of somebody who may not sign any more has to be made anew.
    aanbieding = _last(
        g
        for g in relevant
        if g.soort == "aanbieding" and deel in g.delen and g.ondertekenaar in bevoegd
    )
    weigering = _last(
        g for g in relevant if g.soort == "weigering" and g.ondertekenaar in ("", *by_name)
    )
    named = handtekening or aanbieding
    signer = by_name.get(named.ondertekenaar) if named else None
    signer = signer or next(reversed(bevoegd.values()), None)
    status = tekenstatus(handtekening, aanbieding, weigering, op)
    return Tekenplaats(partner, signer, deel, status, handtekening, aanbieding, weigering)


def _last(gebeurtenissen: Iterable[Gebeurtenis]) -> Gebeurtenis | None:
    found = None
    for found in gebeurtenissen:  # noqa: B007  # the last is what is asked for
        pass
    return found


def tekenstatus(
    handtekening: Gebeurtenis | None,
    aanbieding: Gebeurtenis | None,
    weigering: Gebeurtenis | None,
    op: date,
) -> Tekenstatus:
    """Return how far a signature is, by what happened last."""
    if handtekening:
        return "getekend"
    if weigering and (aanbieding is None or aanbieding.datum <= weigering.datum):
        return "geweigerd"
    if aanbieding is None:
        return "niet aangeboden"
    late = aanbieding.uiterlijk is not None and aanbieding.uiterlijk < op
    return "te laat" if late else "aangeboden"


def _inwerking(
    registers: Registers, begin: date, plaatsen: Sequence[Tekenplaats]
) -> tuple[date | None, str]:
    """Return from when an edition is in force, and the rule that says so (7.j)."""
    regels = registers.instellingen.ondertekening
    artikel = registers.instellingen.regels.vindplaatsen.inwerking
    if regels.inwerking == "vaststelling":
        return begin, f"in werking direct na vaststelling ({artikel})"
    dagen: dict[str, list[date | None]] = {}
    for plaats in plaatsen:
        dag = plaats.handtekening.datum if plaats.handtekening else None
        dagen.setdefault(plaats.partner.sleutel, []).append(dag)
    klaar = sorted(max(d for d in row if d) for row in dagen.values() if row and None not in row)
    nodig = len(dagen) if regels.inwerking == "allen" else regels.aantal
    if not nodig and regels.inwerking == "aantal":
        return None, "bij ondertekening.inwerking: aantal ontbreekt het aantal in convenant.yaml"
    wie = "alle partners" if regels.inwerking == "allen" else f"{nodig} partners"
    regel = f"in werking zodra {wie} hebben getekend ({artikel} en convenant.yaml)"
    if not nodig or len(klaar) < nodig:
        return None, f"{regel}; nu {len(klaar)} van {nodig}"
    return max(begin, klaar[nodig - 1]), regel


def per_partner_stand(
    plaatsen: Iterable[Tekenplaats],
) -> Iterator[tuple[Partner, list[Tekenplaats]]]:
    """Yield each partner with the signatures that an edition needs of it."""
    groups: dict[str, list[Tekenplaats]] = {}
    for plaats in plaatsen:
        groups.setdefault(plaats.partner.sleutel, []).append(plaats)
    for group in groups.values():
        yield group[0].partner, group
