"""What falls due: every date that follows from the rules, the registers and the calendar."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import Intrekking, Opzegging, Toetreding
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vergadering
from convenantwerk.tijd.deelname import begin, verloop
from convenantwerk.tijd.opzegtermijn import (
    einddatum,
    laatste_dag,
    regeling_uiterlijk,
    vertrekdag,
    verzendadvies,
    volgende_termijn,
)
from convenantwerk.tijd.stand import (
    eerste_vaststelling,
    op_datum,
    per_partner,
    stand,
    vergaderingen,
)
from convenantwerk.tijd.uiterste_data import UitersteDatum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.regels import Regels, Stuk
    from convenantwerk.tijd.standen import Stand

_DAG = timedelta(days=1)


def standaard_tot(op: date) -> date:
    """Return the day through which one looks ahead: the first of January after next year."""
    return date(op.year + 2, 1, 1)


def termijnen(registers: Registers, op: date, tot: date) -> tuple[UitersteDatum, ...]:
    """Return what falls due from `op` through `tot`, in order of date.

    What is overdue comes first; duties without an end come last. Dates of a notice that was
    withdrawn are there too, marked as vervallen, so that a calendar can take them away.
    """
    nu = stand(registers, op)
    alle = op_datum(registers.gebeurtenissen)
    gevonden = [
        *_verlengingen(registers.instellingen.regels, nu, tot),
        *_opzeggingen(registers, nu, alle, op),
        *_vergaderingen(registers.instellingen.regels, alle, op, tot),
        *_stukken(registers.instellingen.regels, alle, op, tot),
        *_mandaten(nu, op),
    ]
    binnen = (
        d for d in gevonden if d.datum is None or d.te_laat or d.vervallen or op <= d.datum <= tot
    )
    return tuple(sorted(binnen, key=lambda d: (d.datum or date.max, d.sleutel)))


# --- renewal -------------------------------------------------------------------------------


def _verlengingen(regels: Regels, nu: Stand, tot: date) -> Iterator[UitersteDatum]:
    """Yield the renewals from now on (7.k), and by when to give notice to be out before (7.l)."""
    if nu.termijn is None:
        return
    first = nu.termijn[1] + _DAG
    # The last safe day for an exit after `tot` may lie before it.
    horizon = regels.opzegtermijn.na(regels.beslismoment.na(tot)).year + 1
    for jaar in range(first.year, horizon + 1):
        yield _verlenging(regels.verjaardag.in_jaar(jaar), regels)
    for jaar in range(nu.op.year + 1, horizon + 1):
        yield from _vertrek(vertrekdag(jaar, regels), regels)


def _verlenging(dag: date, regels: Regels) -> UitersteDatum:
    """Return the renewal of the term that begins on `dag`."""
    plaats = regels.vindplaatsen
    einde = volgende_termijn(dag, regels) - _DAG
    return UitersteDatum(
        f"verlenging-{dag.year}",
        "verlenging",
        dag,
        f"Stilzwijgende verlenging tot en met {voluit(einde)}",
        (
            "Het convenant wordt elk jaar stilzwijgend met een jaar verlengd "
            f"({plaats.verlenging}).",
            f"De termijn begint elk jaar op {voluit(dag).rpartition(' ')[0]} (verjaardag in "
            "convenant.yaml; het convenant noemt geen dag).",
        ),
    )


def _vertrek(dag: date, regels: Regels) -> tuple[UitersteDatum, ...]:
    """Return by when to decide, dispatch and give notice to be out on `dag`."""
    plaats = regels.vindplaatsen
    laatste = laatste_dag(dag, regels)
    advies = verzendadvies(laatste.datum, regels)
    beslis = regels.beslismoment.voor(laatste.datum)
    jaar = dag.year
    return (
        UitersteDatum(
            f"beslismoment-{jaar}",
            "beslismoment",
            beslis,
            f"Beslismoment: verlengen of opzeggen per {voluit(dag)}",
            (
                f"De laatste veilige dag om op te zeggen per {voluit(dag)} is "
                f"{voluit(laatste.datum)} ({plaats.opzegging}).",
                f"{regels.beslismoment.voluit} eerder bespreken Stuurgroep en partners of zij "
                f"verder gaan; doen zij niets, dan wordt stilzwijgend verlengd "
                f"({plaats.verlenging}). Het convenant noemt dit moment niet; het is een keuze "
                "in convenant.yaml (beslismoment).",
            ),
        ),
        UitersteDatum(
            f"verzendadvies-{jaar}",
            "verzendadvies",
            advies.datum,
            f"Advies: opzegging per {voluit(dag)} uiterlijk nu verzenden",
            advies.uitleg,
        ),
        UitersteDatum(
            f"opzegdag-{jaar}",
            "opzegdag",
            laatste.datum,
            f"Laatste veilige dag voor opzegging per {voluit(dag)}",
            laatste.uitleg,
        ),
    )


# --- notices -------------------------------------------------------------------------------


def _opzeggingen(
    registers: Registers, nu: Stand, alle: Iterable[Gebeurtenis], op: date
) -> Iterator[UitersteDatum]:
    """Yield what follows from notices: under way, worked out, or withdrawn (7.l)."""
    regels = registers.instellingen.regels
    eigen = per_partner(alle)
    first = eerste_vaststelling(registers.gebeurtenissen)
    deelnames = {d.partner.sleutel: d for d in nu.deelnames}
    for partner in registers.partners:
        mine = eigen[partner.sleutel]
        if not any(isinstance(g, Opzegging) for g in mine):
            continue
        start = begin(partner, mine, first)
        opzegging: Opzegging | None = None
        for g, _, bezwaar in verloop(start, [g for g in mine if g.datum <= op], regels):
            if bezwaar:
                continue
            if isinstance(g, Opzegging):
                opzegging = g
            elif isinstance(g, Intrekking) and opzegging:
                yield from _van_opzegging(opzegging, partner.naam, regels, op, vervallen=True)
                opzegging = None
            elif isinstance(g, Toetreding):  # it is back: what followed from the notice is over
                opzegging = None
        deelname = deelnames[partner.sleutel]
        if opzegging is None:
            continue
        yield from _van_opzegging(opzegging, partner.naam, regels, op, bevestigd=deelname.bevestigd)
        if deelname.status == "uitgetreden" and deelname.tot:
            yield from _na_uittreding(partner.sleutel, partner.naam, deelname.tot, regels)


def _van_opzegging(  # noqa: PLR0913  # what tells one notice from another
    opzegging: Opzegging,
    naam: str,
    regels: Regels,
    op: date,
    *,
    vervallen: bool = False,
    bevestigd: bool = False,
) -> Iterator[UitersteDatum]:
    einde = einddatum(opzegging.datum, regels)
    regeling = regeling_uiterlijk(opzegging.datum, regels)
    van = f"{opzegging.partner}-{opzegging.datum.isoformat()}"
    yield UitersteDatum(
        f"regeling-{van}",
        "regeling",
        regeling.datum,
        f"Regeling van de gevolgen van de opzegging door {naam}",
        regeling.uitleg,
        opzegging.partner,
        te_laat=regeling.datum < op and not bevestigd and not vervallen,
        vervallen=vervallen,
    )
    yield UitersteDatum(
        f"einde-{van}",
        "einde-deelname",
        einde.datum,
        f"{naam} neemt vanaf deze dag niet meer deel",
        einde.uitleg,
        opzegging.partner,
        vervallen=vervallen,
    )


def _na_uittreding(sleutel: str, naam: str, tot: date, regels: Regels) -> Iterator[UitersteDatum]:
    plaats = regels.vindplaatsen
    bewaren = regels.bewaartermijn.na(tot)
    yield UitersteDatum(
        f"bewaartermijn-{sleutel}-{tot.isoformat()}",
        "bewaartermijn",
        bewaren,
        f"Bewaartermijn van de stukken van {naam} loopt af",
        (
            f"{naam} nam deel tot {voluit(tot)}; stukken worden {regels.bewaartermijn.voluit} "
            "bewaard (bewaartermijn in convenant.yaml; de WGS noemt hoogstens vijf jaar).",
        ),
        sleutel,
    )
    yield UitersteDatum(
        f"geheimhouding-{sleutel}",
        "geheimhouding",
        None,
        f"Geheimhouding van {naam} blijft gelden",
        (
            "De plicht tot geheimhouding geldt ongeacht de duur van het convenant "
            f"({plaats.geheimhouding}); zij heeft geen einddatum.",
        ),
        sleutel,
    )


# --- the Stuurgroep ------------------------------------------------------------------------


def _vergaderingen(
    regels: Regels, alle: Iterable[Gebeurtenis], op: date, tot: date
) -> Iterator[UitersteDatum]:
    """Yield the meetings on the agenda, and what a year still lacks (3.1)."""
    known = list(van_soort(alle, Vergadering))
    for g in known:
        if op <= g.datum <= tot:
            waar = f" in {g.plaats}" if g.plaats else ""
            wat = f"; op de agenda: {', '.join(g.stukken)}" if g.stukken else ""
            yield UitersteDatum(
                f"vergadering-{g.datum.isoformat()}",
                "vergadering",
                g.datum,
                f"Vergadering van de Stuurgroep{waar}",
                (f"Staat in het register van gebeurtenissen{wat}.",),
            )
    for jaar in range(op.year, tot.year + 1):
        gehouden = len(vergaderingen(known, jaar))
        tekort = regels.vergaderingen - gehouden
        slot = date(jaar, 12, 31)
        if tekort > 0 and slot <= tot:
            aantal = "één vergadering" if tekort == 1 else f"{tekort} vergaderingen"
            yield UitersteDatum(
                f"vergaderingen-{jaar}",
                "vergaderingen",
                slot,
                f"Nog {aantal} van de Stuurgroep te plannen in {jaar}",
                (
                    f"De Stuurgroep komt minimaal {regels.vergaderingen} keer per jaar bijeen "
                    f"({regels.vindplaatsen.vergaderingen}).",
                    f"Voor {jaar} staan er {gehouden} in het register (gehouden of gepland).",
                ),
            )


def _stukken(
    regels: Regels, alle: Iterable[Gebeurtenis], op: date, tot: date
) -> Iterator[UitersteDatum]:
    """Yield the yearly papers that are not adopted yet; overdue ones since meetings are kept."""
    known = list(van_soort(alle, Vergadering))
    vastgesteld = {naam for g in known if g.datum <= op for naam in g.stukken}
    gepland: defaultdict[str, list[date]] = defaultdict(list)
    for g in known:
        for naam in g.stukken:
            gepland[naam].append(g.datum)
    eerste = min((g.datum for g in known), default=op)
    for stuk in regels.stukken:
        for jaar in range(eerste.year - 1, tot.year + 2):
            naam, dag = f"{stuk.naam} {jaar}", _uiterlijk(stuk, jaar)
            if naam in vastgesteld or dag < eerste or dag > tot:
                continue
            planning = (
                f"Het staat op de agenda van {voluit(min(gepland[naam]))}."
                if gepland[naam]
                else "Het staat nog niet op de agenda van een vergadering."
            )
            yield UitersteDatum(
                f"{stuk.naam}-{jaar}",
                "stuk",
                dag,
                f"{naam.capitalize()} vast te stellen door de Stuurgroep",
                (
                    "De Stuurgroep stelt elk jaar het jaarplan, de begroting en het jaarverslag "
                    f"vast ({regels.vindplaatsen.vergaderingen}).",
                    "De uiterste dag staat in convenant.yaml (stukken); het convenant noemt er "
                    "geen.",
                    planning,
                ),
                te_laat=dag < op,
            )


def _uiterlijk(stuk: Stuk, jaar: int) -> date:
    """Return the last day for the paper about a year."""
    return stuk.uiterlijk.in_jaar(jaar - 1 if stuk.over == "volgend" else jaar + 1)


# --- mandates ------------------------------------------------------------------------------


def _mandaten(nu: Stand, op: date) -> Iterator[UitersteDatum]:
    deelnemend = {
        d.partner.sleutel: d.partner.naam for d in nu.deelnames if d.status != "uitgetreden"
    }
    for mandaat in nu.mandaten:
        wie = mandaat.ondertekenaar
        if mandaat.tot is None or wie.partner not in deelnemend:
            continue
        if mandaat.tot < op:
            opvolger = any(m.geldig and m.ondertekenaar.partner == wie.partner for m in nu.mandaten)
            if opvolger:
                continue
        yield UitersteDatum(
            f"mandaat-{wie.sleutel}",
            "mandaat",
            mandaat.tot,
            f"Bevoegdheid van de ondertekenaar van {deelnemend[wie.partner]} eindigt",
            (
                f"{wie.functie} {wie.titel} {wie.naam} mag tekenen tot en met "
                f"{voluit(mandaat.tot)} (ondertekenaars.yaml).",
                "Een handtekening van na die dag telt niet; vraag om een opvolger of verlenging.",
            ),
            wie.partner,
            te_laat=mandaat.tot < op,
        )
