"""The dates that follow from a notice, each with its steps; by the rules that a dossier states.

The steps are read by partners too: they name articles and what is a reading, and no file.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import WEEKDAGEN, voluit, weekdag
from convenantwerk.tijd.looptijd import verjaardag_na, volgend_begin
from convenantwerk.tijd.uiterste_data import Berekening
from convenantwerk.tijd.werkdagen import gesloten, laatste_werkdag, werkdagen_voor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convenantwerk.dossier.regels import Opzegregel, Regels

_DAG = timedelta(days=1)
_ONTVANGST = "de dag van ontvangst telt, niet die van verzending (artikel 3:37 lid 3 BW)"


def einddatum(ontvangen: date, regels: Regels) -> Berekening | None:
    """Return the first day on which the partner that gave notice no longer takes part.

    None when the dossier does not state the rules that this rests on.

    Args:
        ontvangen: the day on which the notice was received (BW 3:37 lid 3).
        regels: of the convenant.
    """
    regel = regels.opzegging
    if regel is None or regel.opzegtermijn is None or regel.per is None:
        return None
    afloop = regel.opzegtermijn.na(ontvangen)
    uitleg = [
        f"De opzegging is ontvangen op {voluit(ontvangen)}; {_ONTVANGST}.",
        f"De opzegtermijn van {regel.opzegtermijn.voluit} loopt af op {voluit(afloop)}"
        f"{regel.bron}.",
    ]
    einde = _einde(afloop, regel, regels, uitleg)
    if einde is None:
        return None
    looptijd = regels.looptijd
    if looptijd is not None and looptijd.tot is not None and looptijd.tot < einde:
        einde = looptijd.tot + _DAG
        uitleg.append(f"{looptijd.zin}{looptijd.bron}; daarna neemt niemand meer deel.")
    return Berekening(max(einde, ontvangen), tuple(uitleg))


def _einde(afloop: date, regel: Opzegregel, regels: Regels, uitleg: list[str]) -> date | None:
    """Return from when a notice works whose period ends on `afloop`, and add the steps."""
    if regel.per == "einde-termijn":
        uitleg.append(f"De deelname eindigt als de opzegtermijn voorbij is{regel.volgens}.")
        return afloop
    volgende, wat = _MOMENTEN[str(regel.per)]
    einde = volgende(afloop - _DAG, regels)
    if einde == afloop:
        uitleg.append(_grensgeval(einde, regel))
        if regel.grensgeval != "ruim":
            einde = volgende(afloop, regels)
    if einde is None:
        return None
    uitleg.append(f"{wat}; dat is {voluit(einde)}{regel.volgens}.")
    looptijd = regels.looptijd
    if looptijd is not None and looptijd.soort == "stilzwijgend verlengd" and looptijd.zin:
        zin = looptijd.zin.replace("Het", "het", 1)
        uitleg.append(f"Tot die dag loopt de deelname door, want {zin}{looptijd.bron}.")
    return einde


def _nieuwjaar_na(dag: date, _: Regels) -> date:
    return date(dag.year + 1, 1, 1)


def _maand_na(dag: date, _: Regels) -> date:
    return (dag.replace(day=1) + 31 * _DAG).replace(day=1)


def _looptijd_na(dag: date, regels: Regels) -> date | None:
    looptijd = regels.looptijd
    if looptijd is not None and looptijd.tot is not None:
        return looptijd.tot + _DAG
    return volgend_begin(dag, looptijd)


# The first day after a day from which a notice can work, and how that is said.
_MOMENTEN: dict[str, tuple[Callable[[date, Regels], date | None], str]] = {
    "kalenderjaar": (
        _nieuwjaar_na,
        "Opzeggen kan alleen met ingang van een kalenderjaar, het eerste dat daarna begint",
    ),
    "maandeinde": (
        _maand_na,
        "Opzeggen kan tegen het einde van een maand, en de deelname eindigt als de eerste maand "
        "daarna begint",
    ),
    "verjaardag": (
        lambda dag, regels: verjaardag_na(dag, regels.looptijd),
        "Opzeggen kan alleen tegen de jaarlijkse verlengdag, de eerste daarna",
    ),
    "looptijd": (
        _looptijd_na,
        "Opzeggen kan alleen tegen het einde van de looptijd, het eerste daarna",
    ),
}


def _grensgeval(dag: date, regel: Opzegregel) -> str:
    wie = regel.gelezen_door or "het samenwerkingsverband"
    begin = f"Dat is precies op {voluit(dag)}: een grensgeval, dat het convenant openlaat."
    if regel.grensgeval == "ruim":
        return f"{begin} Zoals {wie} dat leest, is de opzegging nog op tijd."
    veilig = "moet de termijn voor die dag al voorbij zijn"
    if regel.grensgeval == "veilig":
        return f"{begin} Zoals {wie} dat leest, {veilig}."
    return f"{begin} Om zeker te zijn gaan wij ervan uit: dan {veilig}."


def laatste_dag(per: date, regels: Regels) -> Berekening | None:
    """Return the last day on which a notice can be received to be out on the day `per`.

    None when the rules do not tell, or nobody can be out on that day.
    """
    regel = regels.opzegging
    if regel is None or regel.opzegtermijn is None:
        return None
    dag = regel.opzegtermijn.voor(per) + timedelta(days=31)
    for _ in range(93):
        einde = einddatum(dag, regels)
        if einde is None:
            return None
        if einde.datum <= per:
            break
        dag -= _DAG
    uitleg = [
        f"Wie per {voluit(per)} niet meer wil deelnemen, zorgt dat de opzegging "
        f"{regel.opzegtermijn.voluit} eerder is ontvangen{regel.volgens}.",
        *_bij_de_grens(dag, per, regel),
    ]
    reden = gesloten(dag, regels)
    if reden:
        werkdag = laatste_werkdag(dag, regels)
        waarom = reden if reden in WEEKDAGEN else f"een vrije dag ({reden})"
        uitleg.append(
            f"{voluit(dag)} is {waarom}. De Algemene termijnenwet verschuift deze dag niet; zorg "
            f"dat de opzegging er op {weekdag(werkdag)} is."
        )
    else:
        uitleg.append(f"{voluit(dag)} is een {WEEKDAGEN[dag.weekday()]}.")
    return Berekening(dag, tuple(uitleg))


def _bij_de_grens(dag: date, per: date, regel: Opzegregel) -> Iterator[str]:
    """Yield what is to be said of a day that is, or is next to, a grey zone."""
    if regel.per == "einde-termijn" or regel.opzegtermijn is None:
        return
    if regel.opzegtermijn.na(dag) == per:
        yield (
            f"Op {voluit(dag)} ontvangen eindigt de termijn precies op {voluit(per)}: een "
            "grensgeval, dat het convenant openlaat en dat hier nog op tijd heet. Veiliger is "
            f"{voluit(dag - _DAG)}."
        )
    elif regel.opzegtermijn.na(dag + _DAG) == per:
        yield (
            f"Wordt de opzegging op {voluit(dag + _DAG)} ontvangen, dan eindigt de termijn precies "
            f"op {voluit(per)}: een grensgeval, dat het convenant openlaat. De veilige laatste "
            f"dag is daarom {voluit(dag)}."
        )


def vertrekdagen(vanaf: date, tot: date, regels: Regels) -> Iterator[date]:
    """Yield the days after `vanaf`, through `tot`, for which partners plan to leave.

    That are the days from which a notice can work, if that is once a year at most. Who may leave
    in any month or at any time plans for the end of the term, if there is one.
    """
    regel = regels.opzegging
    if regel is None or regel.per is None or einddatum(vanaf, regels) is None:
        return
    vast = regel.per in {"kalenderjaar", "verjaardag"}
    looptijd = regels.looptijd
    if looptijd is not None and looptijd.tot is not None:
        if not vast:
            return  # it ends by itself
        tot = min(tot, looptijd.tot)
    volgende = _MOMENTEN[regel.per if vast else "looptijd"][0]
    dag = volgende(vanaf, regels)
    while dag is not None and vanaf < dag <= tot:
        yield dag
        vanaf, dag = dag, volgende(dag, regels)


def verzendadvies(laatste: date, regels: Regels) -> Berekening | None:
    """Return the day by which to dispatch a notice that must arrive by `laatste`.

    None when the office keeps no number of days for it.
    """
    regel = regels.opzegging
    if regels.verzendmarge is None or regel is None:
        return None
    werkdag = laatste_werkdag(laatste, regels)
    dag = werkdagen_voor(werkdag, regels.verzendmarge, regels)
    brief = "De aangetekende brief" if regel.vorm == "aangetekend" else "De opzegging"
    uitleg = (
        f"{brief} moet uiterlijk op {weekdag(werkdag)} zijn ontvangen{regel.bron}; {_ONTVANGST}.",
        f"Met een marge van {regels.verzendmarge} werkdagen gaat zij uiterlijk op "
        f"{weekdag(dag)} op de post.",
    )
    return Berekening(dag, uitleg)


def regeling_uiterlijk(ontvangen: date, regels: Regels) -> Berekening | None:
    """Return the day by which the regeling of the consequences must be drawn up.

    None when the dossier states no such rule.
    """
    regel = regels.gevolgen
    if regel is None:
        return None
    dag = regel.binnen.na(ontvangen)
    uitleg = [
        f"De opzegging is ontvangen op {voluit(ontvangen)}.",
        f"{regel.zin}{regel.bron}: uiterlijk {voluit(dag)}.",
    ]
    if dag.day < ontvangen.day and not regel.binnen.dagen:
        uitleg.append("Die maand is korter; de termijn eindigt dan op de laatste dag ervan.")
    if regel.uitgangspunt:
        uitleg.append(regel.uitgangspunt)
    return Berekening(dag, tuple(uitleg))
