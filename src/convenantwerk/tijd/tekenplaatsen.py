"""The signatures that an edition needs, and those under declarations: how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import (
    Aanbieding,
    Herinnering,
    Ondertekening,
    Weigering,
)
from convenantwerk.tijd.mandaat import is_bevoegd, mandaat_eindes, ondertekenaars_van
from convenantwerk.tijd.stand import op_datum, per_partner, stand
from convenantwerk.tijd.toetreding import toetredingsstanden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis, Partnergebeurtenis
    from convenantwerk.dossier.registers import Ondertekenaar, Partner

T = TypeVar("T", Ondertekening, Aanbieding, Weigering)
Tekenstatus = Literal["getekend", "te laat", "aangeboden", "geweigerd", "niet aangeboden"]


@waarde
class Tekenplaats:
    """One signature that an edition needs: of whom, under which deel, and how far that is.

    Args:
        partner: for whom.
        ondertekenaar: who, None when the register has nobody.
        deel: the deel ("deel-1").
        status: how far it is.
        handtekening: the event of the signature that counts.
        aanbieding: the event by which the paper was last offered.
        weigering: the event by which it was refused.
        herinnering: the last reminder of that offer.
    """

    partner: Partner
    ondertekenaar: Ondertekenaar | None
    deel: str
    status: Tekenstatus
    handtekening: Ondertekening | None = None
    aanbieding: Aanbieding | None = None
    weigering: Weigering | None = None
    herinnering: Herinnering | None = None


def tekenplaatsen(
    registers: Registers, versie: str, begin: date, met_tekst: Sequence[str], op: date
) -> tuple[Tekenplaats, ...]:
    """Return the signatures that a version needs of those who took part when it was adopted.

    Args:
        registers: of the dossier.
        versie: the name of the version.
        begin: the day on which it was adopted.
        met_tekst: the delen that have text in it; a deel without text cannot be signed.
        op: the day on which one looks.
    """
    alle = [g for g in op_datum(registers.gebeurtenissen) if g.datum <= op]
    eindes = mandaat_eindes(alle)
    gebeurtenissen = per_partner(alle)
    signers = ondertekenaars_van(registers.ondertekenaars)
    weg = {d.partner.sleutel for d in stand(registers, op).deelnames if d.status == "uitgetreden"}
    plaatsen: list[Tekenplaats] = []
    for deelname in stand(registers, begin).deelnames:
        partner = deelname.partner
        if deelname.status != "deelnemer":
            continue
        eigen = _Eigen(partner, versie, begin, gebeurtenissen.get(partner.sleutel, ()), eindes)
        groepen = _per_organisatie(signers.get(partner.sleutel, ()))
        for deel in registers.instellingen.regels.tekent(partner.soort, met_tekst):
            plaatsen += [eigen.plaats(deel, groep, op) for groep in groepen or [[]]]
    # Who left without having signed is asked no more.
    return tuple(p for p in plaatsen if p.handtekening or p.partner.sleutel not in weg)


def toetredende_plaatsen(registers: Registers, op: date) -> Iterator[Tekenplaats]:
    """Yield the signatures of those who join, under the declarations that were offered to them."""
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    gebeurtenissen = per_partner(registers.gebeurtenissen)
    for toetreding in toetredingsstanden(registers, op):
        partner, aanbieding = toetreding.partner, toetreding.aanbieding
        if aanbieding is None or toetreding.vervallen:
            continue
        own = gebeurtenissen[partner.sleutel]
        for deel in aanbieding.delen:
            yield Tekenplaats(
                partner,
                signers.get(aanbieding.ondertekenaar),
                deel,
                tekenstatus(toetreding.getekend, aanbieding, toetreding.weigering, op),
                toetreding.getekend,
                aanbieding,
                toetreding.weigering,
                _herinnering(own, aanbieding, op),
            )


def _per_organisatie(eigen: Iterable[Ondertekenaar]) -> list[list[Ondertekenaar]]:
    """Return who signs for a partner, by the organisation for which they do: each signs once."""
    groups: dict[str, list[Ondertekenaar]] = {}
    for signer in eigen:
        groups.setdefault(signer.organisatie, []).append(signer)
    return list(groups.values())


class _Eigen(NamedTuple):
    """What bears on the signatures of one partner under a version.

    `begin` is the day of its vaststelling, `eindes` the ends of mandates by ondertekenaar.
    """

    partner: Partner
    versie: str
    begin: date
    gebeurtenissen: Sequence[Partnergebeurtenis]
    eindes: Mapping[str, date]

    def van(self, soort: type[T]) -> list[T]:
        """Return the gebeurtenissen of a soort that are about this version."""
        return [
            g
            for g in van_soort(self.gebeurtenissen, soort)
            if g.versie == self.versie or (not g.versie and g.datum >= self.begin)
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
        # What was offered after it was refused is asked anew, on the same day too.
        erna = self._replace(gebeurtenissen=_na(self.gebeurtenissen, aanbieding))
        weigering = _last([g for g in erna.van(Weigering) if g.ondertekenaar in ("", *by_name)])
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
            _herinnering(self.gebeurtenissen, aanbieding, op),
        )


def _herinnering(
    own: Iterable[Gebeurtenis], aanbieding: Aanbieding | None, op: date
) -> Herinnering | None:
    """Return the last reminder of an offer by a day."""
    if aanbieding is None:
        return None
    found = [g for g in van_soort(own, Herinnering) if g.datum <= op and g.gaat_over(aanbieding)]
    return found[-1] if found else None


def _na(
    own: Sequence[Partnergebeurtenis], aanbieding: Aanbieding | None
) -> Sequence[Partnergebeurtenis]:
    """Return what was recorded after an offer, all when there is none."""
    return own[next((n for n, g in enumerate(own, 1) if g is aanbieding), 0) :]


def _last(found: list[T]) -> T | None:
    return found[-1] if found else None


def tekenstatus(
    handtekening: Ondertekening | None,
    aanbieding: Aanbieding | None,
    weigering: Weigering | None,
    op: date,
) -> Tekenstatus:
    """Return how far a signature is; `weigering` is what was refused since it was offered."""
    if handtekening:
        return "getekend"
    if weigering:
        return "geweigerd"
    if aanbieding is None:
        return "niet aangeboden"
    late = aanbieding.uiterlijk is not None and aanbieding.uiterlijk < op
    return "te laat" if late else "aangeboden"
