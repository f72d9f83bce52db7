"""The end or the renewal of the term, and by when to give notice to be out before it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.periode import Periode
from convenantwerk.dossier.organen import PARTNERS
from convenantwerk.tijd.looptijd import termijn_op, volgend_begin
from convenantwerk.tijd.opzegtermijn import laatste_dag, vertrekdagen, verzendadvies
from convenantwerk.tijd.uiterste_data import UitersteDatum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.dossier.regels import Regels
    from convenantwerk.tijd.uiterste_data import Berekening, Vooruitblik

_DAG = timedelta(days=1)
_GEEN = Periode()


def verlengingen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the renewals from now on."""
    looptijd = blik.regels.looptijd
    if blik.nu.termijn is None or looptijd is None:
        return
    dag = volgend_begin(blik.nu.termijn[1], looptijd)
    while dag is not None and dag <= blik.tot:
        termijn = termijn_op(dag, looptijd)
        if termijn is None:
            return
        uitleg = [f"{looptijd.zin}{looptijd.bron}."]
        if looptijd.vanaf is None:
            elk = voluit(dag).rpartition(" ")[0]
            uitleg.append(f"Elke termijn begint op {elk}{looptijd.lezing}.")
        yield UitersteDatum(
            f"verlenging-{_welke(dag, termijn)}",
            "verlenging",
            dag,
            f"Stilzwijgende verlenging tot en met {voluit(termijn[1])}",
            tuple(uitleg),
        )
        dag = volgend_begin(dag, looptijd)


def _welke(dag: date, termijn: tuple[date, date]) -> str:
    """Return the name of a term among others: its year, if no other can begin in that."""
    jaarlijks = termijn[1] - termijn[0] >= timedelta(days=364)
    return str(dag.year) if jaarlijks else dag.isoformat()


def afloop(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the last day of a convenant that ends."""
    looptijd = blik.regels.looptijd
    if looptijd is None or looptijd.soort != "bepaalde tijd" or looptijd.tot is None:
        return
    yield UitersteDatum(
        "afloop",
        "afloop",
        looptijd.tot,
        "Laatste dag van het convenant",
        (
            f"{looptijd.zin}{looptijd.bron}.",
            "Wie daarna verder wil, stelt voor die dag een nieuw convenant vast.",
        ),
        te_laat=looptijd.tot < blik.op,
    )


def beslismomenten(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield by when to decide whether to go on."""
    beslismoment, opzegging = blik.regels.beslismoment, blik.regels.opzegging
    if beslismoment is None or opzegging is None:
        return
    looptijd = blik.regels.looptijd
    anders = ""
    if looptijd is not None and looptijd.soort == "stilzwijgend verlengd":
        anders = f"; doen zij niets, dan wordt stilzwijgend verlengd{looptijd.bron}"
    for van, dag, laatste in _vertrekdagen(blik):
        yield UitersteDatum(
            f"beslismoment-{van}",
            "beslismoment",
            beslismoment.voor(laatste.datum),
            f"Beslismoment: verder gaan of opzeggen per {voluit(dag)}",
            (
                f"De laatste veilige dag om op te zeggen per {voluit(dag)} is "
                f"{voluit(laatste.datum)}{opzegging.bron}.",
                f"{beslismoment.voluit} eerder bespreken {_wie(blik.regels)} of zij verder "
                f"gaan{anders}. Dit moment is een keuze van het bureau.",
            ),
        )


def verzendadviezen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield by when to dispatch a notice so that it arrives in time."""
    for van, dag, laatste in _vertrekdagen(blik):
        advies = verzendadvies(laatste.datum, blik.regels)
        if advies is not None:
            yield UitersteDatum(
                f"verzendadvies-{van}",
                "verzendadvies",
                advies.datum,
                f"Advies: opzegging per {voluit(dag)} uiterlijk nu verzenden",
                advies.uitleg,
            )


def opzegdagen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the last safe days for a notice."""
    looptijd = blik.regels.looptijd
    for van, dag, laatste in _vertrekdagen(blik):
        uitleg = laatste.uitleg
        if looptijd is not None and looptijd.soort == "stilzwijgend verlengd":
            anders = f"Zonder opzegging loopt de deelname door: {looptijd.zin.lower()}"
            uitleg = (*uitleg, f"{anders}{looptijd.bron}.")
        yield UitersteDatum(
            f"opzegdag-{van}",
            "opzegdag",
            laatste.datum,
            f"Laatste veilige dag voor opzegging per {voluit(dag)}",
            uitleg,
        )


def _vertrekdagen(blik: Vooruitblik) -> Iterator[tuple[str, date, Berekening]]:
    """Yield each day on which partners can plan to be out, with the last day for a notice.

    Before it comes its name among others: its year, if that has no other.
    """
    regels = blik.regels
    if blik.nu.versie == "" and blik.nu.termijn is None and blik.regels.looptijd is None:
        return
    eerder = (regels.opzegging and regels.opzegging.opzegtermijn) or _GEEN
    # The last safe day for an exit after `tot` may be before.
    tot = date((regels.beslismoment or _GEEN).na(eerder.na(blik.tot)).year + 1, 12, 31)
    dagen = list(vertrekdagen(date(blik.op.year, 12, 31), tot, regels))
    keren = Counter(dag.year for dag in dagen)
    for dag in dagen:
        laatste = laatste_dag(dag, regels)
        if laatste is not None:
            yield str(dag.year) if keren[dag.year] == 1 else dag.isoformat(), dag, laatste


def _wie(regels: Regels) -> str:
    """Return who talk about going on: the body that decides, if there is one, and the partners."""
    return "de partners" if regels.beslisser == PARTNERS else f"{regels.beslisser} en de partners"
