"""Renewal, and by when to give notice to be out before it (7.k and 7.l)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.tijd.opzegtermijn import (
    laatste_dag,
    vertrekdag,
    verzendadvies,
    volgende_termijn,
)
from convenantwerk.tijd.uiterste_data import UitersteDatum

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from convenantwerk.tijd.uiterste_data import Berekening, Vooruitblik

_DAG = timedelta(days=1)


def verlengingen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the renewals from now on (7.k)."""
    if blik.nu.termijn is None:
        return
    regels = blik.regels
    first = blik.nu.termijn[1] + _DAG
    for jaar in range(first.year, _horizon(blik) + 1):
        dag = regels.verjaardag.in_jaar(jaar)
        einde = volgende_termijn(dag, regels) - _DAG
        yield UitersteDatum(
            f"verlenging-{dag.year}",
            "verlenging",
            dag,
            f"Stilzwijgende verlenging tot en met {voluit(einde)}",
            (
                "Het convenant wordt elk jaar stilzwijgend met een jaar verlengd "
                f"({regels.vindplaatsen.verlenging}).",
                f"De termijn begint elk jaar op {voluit(dag).rpartition(' ')[0]} (verjaardag in "
                "convenant.yaml; het convenant noemt geen dag).",
            ),
        )


def beslismomenten(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield by when to decide whether to go on."""
    regels = blik.regels
    plaats = regels.vindplaatsen
    for dag, laatste in _vertrekdagen(blik):
        yield UitersteDatum(
            f"beslismoment-{dag.year}",
            "beslismoment",
            regels.beslismoment.voor(laatste.datum),
            f"Beslismoment: verlengen of opzeggen per {voluit(dag)}",
            (
                f"De laatste veilige dag om op te zeggen per {voluit(dag)} is "
                f"{voluit(laatste.datum)} ({plaats.opzegging}).",
                f"{regels.beslismoment.voluit} eerder bespreken Stuurgroep en partners of zij "
                f"verder gaan; doen zij niets, dan wordt stilzwijgend verlengd "
                f"({plaats.verlenging}). Het convenant noemt dit moment niet; het is een keuze "
                "in convenant.yaml (beslismoment).",
            ),
        )


def verzendadviezen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield by when to dispatch a notice so that it arrives in time."""
    for dag, laatste in _vertrekdagen(blik):
        advies = verzendadvies(laatste.datum, blik.regels)
        yield UitersteDatum(
            f"verzendadvies-{dag.year}",
            "verzendadvies",
            advies.datum,
            f"Advies: opzegging per {voluit(dag)} uiterlijk nu verzenden",
            advies.uitleg,
        )


def opzegdagen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the last safe days for a notice (7.l)."""
    for dag, laatste in _vertrekdagen(blik):
        yield UitersteDatum(
            f"opzegdag-{dag.year}",
            "opzegdag",
            laatste.datum,
            f"Laatste veilige dag voor opzegging per {voluit(dag)}",
            laatste.uitleg,
        )


def _vertrekdagen(blik: Vooruitblik) -> Iterator[tuple[date, Berekening]]:
    """Yield each day on which partners can be out, with the last day for a notice."""
    if blik.nu.termijn is None:
        return
    for jaar in range(blik.op.year + 1, _horizon(blik) + 1):
        dag = vertrekdag(jaar, blik.regels)
        yield dag, laatste_dag(dag, blik.regels)


def _horizon(blik: Vooruitblik) -> int:
    """Return the last year to look at: the last safe day for an exit after `tot` may be before."""
    regels = blik.regels
    return regels.opzegtermijn.na(regels.beslismoment.na(blik.tot)).year + 1
