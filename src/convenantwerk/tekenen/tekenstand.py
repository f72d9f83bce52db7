"""Who must sign an edition, how far that is, and from when the edition is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.dossier.gebeurtenissen import van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.stuurgroep import vaststeldag
from convenantwerk.dossier.gebeurtenissen.tekenen import Ondertekening
from convenantwerk.tekenen.ondertekening import Tekenstand
from convenantwerk.tijd.tekenplaatsen import tekenplaatsen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.dossier.versie import Versie, Versiegegevens
    from convenantwerk.tijd.tekenplaatsen import Tekenplaats


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
    plaatsen = tekenplaatsen(registers, versie.naam, begin, met_tekst, op)
    in_werking, regel = _inwerking(registers, begin, plaatsen)
    return Tekenstand(versie.naam, begin, plaatsen, in_werking, regel)


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
    alle: Iterable[Versie],
    registers: Registers,
    partner: Partner,
    versie: Versiegegevens,
    op: date,
) -> Versiegegevens | None:
    """Return the version that a partner had signed by a day before this one, None if none."""
    versies = {v.gegevens.naam: v.gegevens for v in alle if v.gaaf}
    own = van_partner(registers.gebeurtenissen, partner.sleutel)
    signed = [
        g.versie for g in van_soort(own, Ondertekening) if g.versie in versies and g.datum <= op
    ]
    earlier = [naam for naam in signed if naam != versie.naam]
    return versies[earlier[-1]] if earlier else None
