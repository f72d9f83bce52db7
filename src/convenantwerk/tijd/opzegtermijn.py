"""The dates that follow from a notice, each with its steps (7.k and 7.l of the 2018 text)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import WEEKDAGEN, voluit, weekdag
from convenantwerk.tijd.uiterste_data import Berekening
from convenantwerk.tijd.werkdagen import gesloten, laatste_werkdag, werkdagen_voor

if TYPE_CHECKING:
    from convenantwerk.dossier.regels import Regels

_DAG = timedelta(days=1)
_ONTVANGST = "de dag van ontvangst telt, niet die van verzending (artikel 3:37 lid 3 BW)"


def einddatum(ontvangen: date, regels: Regels) -> Berekening:
    """Return the first day on which the partner that gave notice no longer takes part.

    Args:
        ontvangen: the day on which the notice was received (BW 3:37 lid 3).
        regels: of the convenant.
    """
    plaats = regels.vindplaatsen
    afloop = regels.opzegtermijn.na(ontvangen)
    uitleg = [
        f"De opzegging is ontvangen op {voluit(ontvangen)}; {_ONTVANGST}.",
        f"De opzegtermijn van {regels.opzegtermijn.voluit} loopt af op {voluit(afloop)} "
        f"({plaats.opzegging}).",
    ]
    if regels.per == "einde-termijn":
        uitleg.append(
            "In dit convenant eindigt de deelname met de opzegtermijn (per: einde-termijn), ook "
            f"midden in de termijn waarmee het is verlengd ({plaats.verlenging})."
        )
        return Berekening(afloop, tuple(uitleg))
    einde = date(afloop.year, 1, 1)
    if einde < afloop:
        einde = date(afloop.year + 1, 1, 1)
    elif regels.grensgeval == "veilig":
        uitleg.append(
            f"Dat is precies op 1 januari {einde.year}: een grensgeval. Het dossier kiest de "
            "veilige lezing (grensgeval: veilig): de termijn moet voor die dag al zijn verstreken."
        )
        einde = date(einde.year + 1, 1, 1)
    else:
        uitleg.append(
            f"Dat is precies op 1 januari {einde.year}: een grensgeval. Het dossier kiest de "
            "ruime lezing (grensgeval: ruim): de opzegging is nog op tijd."
        )
    uitleg += [
        "Opzeggen kan alleen met ingang van een kalenderjaar; het eerste dat daarna begint, "
        f"begint op {voluit(einde)} ({plaats.opzegging}).",
        f"Tot die dag loopt de deelname door, want het convenant wordt elk jaar stilzwijgend "
        f"met een jaar verlengd ({plaats.verlenging}).",
    ]
    return Berekening(einde, tuple(uitleg))


def laatste_dag(per: date, regels: Regels) -> Berekening:
    """Return the last day on which a notice can be received to be out on the day `per`."""
    plaats = regels.vindplaatsen
    dag = regels.opzegtermijn.voor(per) + timedelta(days=31)
    while einddatum(dag, regels).datum > per:
        dag -= _DAG
    uitleg = [
        f"Zonder opzegging loopt de deelname op {voluit(per)} stilzwijgend door "
        f"({plaats.verlenging}); een opzegging moet dan {regels.opzegtermijn.voluit} eerder "
        f"zijn ontvangen ({plaats.opzegging}).",
    ]
    grens = dag + _DAG
    if regels.opzegtermijn.na(grens) == per and regels.per == "kalenderjaar":
        uitleg.append(
            f"Wordt de opzegging op {voluit(grens)} ontvangen, dan eindigt de termijn precies op "
            f"{voluit(per)}: een grensgeval. De veilige laatste dag is daarom {voluit(dag)} "
            "(grensgeval: veilig)."
        )
    elif regels.opzegtermijn.na(dag) == per and regels.per == "kalenderjaar":
        uitleg.append(
            f"Op {voluit(dag)} ontvangen eindigt de termijn precies op {voluit(per)}: een "
            "grensgeval, dat volgens het dossier nog op tijd is (grensgeval: ruim). Veiliger is "
            f"{voluit(dag - _DAG)}."
        )
    reden = gesloten(dag, regels)
    if reden:
        werkdag = laatste_werkdag(dag, regels)
        waarom = reden if reden in WEEKDAGEN else f"een vrije dag ({reden})"
        uitleg.append(
            f"{voluit(dag)} is {waarom}. De Algemene termijnenwet verschuift deze dag niet; zorg "
            f"dat de brief er op {weekdag(werkdag)} is."
        )
    else:
        uitleg.append(f"{voluit(dag)} is een {WEEKDAGEN[dag.weekday()]}.")
    return Berekening(dag, tuple(uitleg))


def vertrekdag(jaar: int, regels: Regels) -> date:
    """Return the day in a year for which partners plan to leave.

    That is its first of January (7.l); where a notice works at once when its period has ended,
    the day on which a new term would bind them for a year more.
    """
    return date(jaar, 1, 1) if regels.per == "kalenderjaar" else regels.verjaardag.in_jaar(jaar)


def verzendadvies(laatste: date, regels: Regels) -> Berekening:
    """Return the day by which to dispatch a notice that must arrive by `laatste`."""
    plaats = regels.vindplaatsen
    werkdag = laatste_werkdag(laatste, regels)
    dag = werkdagen_voor(werkdag, regels.verzendmarge, regels)
    uitleg = (
        f"De aangetekende brief moet uiterlijk op {weekdag(werkdag)} zijn ontvangen; {_ONTVANGST}.",
        f"Met een marge van {regels.verzendmarge} werkdagen gaat hij uiterlijk op "
        f"{weekdag(dag)} op de post ({plaats.opzegging}; wie te laat is, zit een jaar langer "
        f"vast, {plaats.verlenging}).",
    )
    return Berekening(dag, uitleg)


def regeling_uiterlijk(ontvangen: date, regels: Regels) -> Berekening:
    """Return the day by which the regeling of the consequences must be drawn up (7.l)."""
    plaats = regels.vindplaatsen
    dag = regels.regeling.na(ontvangen)
    uitleg = [
        f"De opzegging is ontvangen op {voluit(ontvangen)}.",
        f"De ketenmanager stelt binnen {regels.regeling.voluit} een regeling op van de gevolgen "
        f"({plaats.opzegging}): uiterlijk {voluit(dag)}.",
        "Het uitgangspunt is dat de overige deelnemers geen (financiële) schade ondervinden; de "
        "deelname loopt intussen door op het stilzwijgend verlengde convenant "
        f"({plaats.verlenging}).",
    ]
    if dag.day < ontvangen.day:
        uitleg.insert(2, "Die maand is korter; de termijn eindigt dan op de laatste dag ervan.")
    return Berekening(dag, tuple(uitleg))


def termijn_op(dag: date, regels: Regels) -> tuple[date, date]:
    """Return the first and the last day of the term that runs on a day (7.k)."""
    begin = regels.verjaardag.in_jaar(dag.year)
    if begin > dag:
        begin = regels.verjaardag.in_jaar(dag.year - 1)
    return begin, volgende_termijn(begin, regels) - _DAG


def volgende_termijn(begin: date, regels: Regels) -> date:
    """Return the first day of the term after the one that begins on `begin`."""
    return regels.verjaardag.in_jaar(begin.year + 1)
