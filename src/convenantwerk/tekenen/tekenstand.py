"""Who must sign an edition, how far that is, and from when the edition is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from convenantwerk.basis.datum import voluit
from convenantwerk.dossier.gebeurtenissen import REGIONAAL, van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.stuurgroep import vaststeldag
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Ondertekening, Weigering
from convenantwerk.tekenen.ondertekening import Tekenplaats, Tekenstand
from convenantwerk.tijd.deelname import is_bevoegd, mandaat_eindes
from convenantwerk.tijd.stand import op_datum, stand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Partnergebeurtenis
    from convenantwerk.dossier.registers import Ondertekenaar, Partner
    from convenantwerk.dossier.versie import Versie, Versiegegevens
    from convenantwerk.tekenen.ondertekening import Tekenstatus

T = TypeVar("T", Ondertekening, Aanbieding, Weigering)
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
    return vaststeldag(registers.gebeurtenissen, versie.naam) or versie.datum


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
        eigen = _Eigen(partner, versie, begin, van_partner(alle, partner.sleutel), eindes)
        groepen = _per_organisatie(registers.ondertekenaars, partner)
        for deel in (d for d in DELEN[partner.soort] if d in met_tekst):
            plaatsen += [eigen.plaats(deel, signers, op) for signers in groepen or [[]]]
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


class _Eigen(NamedTuple):
    """What bears on the signatures of one partner under a version.

    `begin` is the day of its vaststelling, `eindes` the ends of mandates by ondertekenaar.
    """

    partner: Partner
    versie: Versiegegevens
    begin: date
    gebeurtenissen: Sequence[Partnergebeurtenis]
    eindes: Mapping[str, date]

    def van(self, soort: type[T]) -> list[T]:
        """Return the gebeurtenissen of a soort that are about this version."""
        return [
            g
            for g in van_soort(self.gebeurtenissen, soort)
            if g.versie == self.versie.naam or (not g.versie and g.datum >= self.begin)
        ]

    def plaats(self, deel: str, signers: Sequence[Ondertekenaar], op: date) -> Tekenplaats:
        """Return how far the signature under a deel is, of any of these ondertekenaars."""
        by_name = {o.sleutel: o for o in signers}
        bevoegd = {o.sleutel: o for o in signers if is_bevoegd(o, op, self.eindes)}
        handtekening = next(
            (
                g
                for g in self.van(Ondertekening)
                if deel in g.delen
                and g.ondertekenaar in by_name
                and is_bevoegd(by_name[g.ondertekenaar], g.datum, self.eindes)
            ),
            None,
        )
        # A paper in the name of somebody who may not sign any more has to be made anew.
        aanbieding = _last(
            [g for g in self.van(Aanbieding) if deel in g.delen and g.ondertekenaar in bevoegd]
        )
        weigering = _last([g for g in self.van(Weigering) if g.ondertekenaar in ("", *by_name)])
        named = handtekening or aanbieding
        signer = by_name.get(named.ondertekenaar) if named else None
        return Tekenplaats(
            self.partner,
            signer or next(reversed(bevoegd.values()), None),
            deel,
            tekenstatus(handtekening, aanbieding, weigering, op),
            handtekening,
            aanbieding,
            weigering,
        )


def _last(found: list[T]) -> T | None:
    return found[-1] if found else None


def tekenstatus(
    handtekening: Ondertekening | None,
    aanbieding: Aanbieding | None,
    weigering: Weigering | None,
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
    """Return from when an edition is in force, and the rule that says so; None when none does."""
    regel = registers.instellingen.regels.inwerking
    if regel is None:
        return None, "wanneer de tekst in werking treedt, is niet vastgelegd"
    if regel.bij == "vaststelling":
        return begin, f"in werking direct na vaststelling{regel.bron}"
    dagen: dict[str, list[date | None]] = {}
    for plaats in plaatsen:
        dag = plaats.handtekening.datum if plaats.handtekening else None
        dagen.setdefault(plaats.partner.sleutel, []).append(dag)
    klaar = sorted(max(d for d in row if d) for row in dagen.values() if row and None not in row)
    nodig = len(dagen) if regel.bij == "allen" else regel.aantal
    if not nodig and regel.bij == "aantal":
        return None, "bij regels.inwerking ontbreekt het aantal in convenant.yaml"
    wie = "alle partners" if regel.bij == "allen" else f"{nodig} partners"
    zin = f"in werking zodra {wie} hebben getekend{regel.bron}"
    if not nodig or len(klaar) < nodig:
        return None, f"{zin}; nu {len(klaar)} van {nodig}"
    return max(begin, klaar[nodig - 1]), zin


def per_partner_stand(
    plaatsen: Iterable[Tekenplaats],
) -> Iterator[tuple[Partner, list[Tekenplaats]]]:
    """Yield each partner with the signatures that an edition needs of it."""
    groups: dict[str, list[Tekenplaats]] = {}
    for plaats in plaatsen:
        groups.setdefault(plaats.partner.sleutel, []).append(plaats)
    for group in groups.values():
        yield group[0].partner, group


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


def regel_inwerking(stand: Tekenstand) -> str:
    """Return from when the edition is in force, in one sentence."""
    if stand.in_werking is None:
        return f"Nog niet in werking: {stand.regel}."
    return f"In werking vanaf {voluit(stand.in_werking)}: {stand.regel}."


def laatst_getekend(
    alle: Iterable[Versie], registers: Registers, partner: Partner, versie: Versiegegevens
) -> Versiegegevens | None:
    """Return the version that a partner signed before this one, None when none is known."""
    versies = {v.gegevens.naam: v.gegevens for v in alle if v.gaaf}
    own = van_partner(registers.gebeurtenissen, partner.sleutel)
    signed = [g.versie for g in van_soort(own, Ondertekening) if g.versie in versies]
    earlier = [naam for naam in signed if naam != versie.naam]
    return versies[earlier[-1]] if earlier else None
