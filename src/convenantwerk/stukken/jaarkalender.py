"""The year calendar: a time line, and below it every day with its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit, weekdag
from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.tabel import behalve
from convenantwerk.stukken.tijdlijn import tijdlijn
from convenantwerk.tijd.termijnen.tabel import wanneer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.tijd.uiterste_data import UitersteDatum

NAAM = "jaarkalender"
ZONDER = behalve("pdf", "html")
LEGENDA = (
    "Rondje: een dag. Zwart blokje: te laat. Gearceerd: in deze tijd kan nog veilig worden "
    "opgezegd voor de volgende termijn. Stippellijn: de dag waarop dit is gemaakt."
)


def maak_jaarkalender(
    registers: Registers,
    jaar: int,
    op: date,
    uiterste_data: Sequence[UitersteDatum],
    vanaf: date | None,
) -> d.Document:
    """Return the calendar of a year as it looks on the day `op`.

    Args:
        registers: of the dossier.
        jaar: the year that is drawn.
        op: the day on which it is made.
        uiterste_data: what falls due; of other years only what is overdue is told.
        vanaf: the day from which the convenant is in force, None when that is not recorded.
    """
    instellingen = registers.instellingen
    shown = in_jaar(uiterste_data, jaar)
    laat = sum(datum.te_laat for datum in shown)
    stand = f"Stand op {voluit(op)}."
    if laat:
        stand += f" Te laat: {laat}." if laat > 1 else " Eén ding is te laat."
    rows = tuple(_rij(datum) for datum in shown)
    head = tuple((d.Run(cel, bold=True),) for cel in ("Dag", "Wat", "Waarom"))
    picture = d.Picture(
        "tijdlijn.svg",
        tijdlijn(jaar, op, shown, vanaf).encode(),
        f"{alt(jaar)}; de tabel hieronder noemt dezelfde dagen.",
    )
    return d.Document(
        name=f"{NAAM}-{jaar}",
        title=f"Jaarkalender {jaar} {instellingen.samenwerkingsverband}",
        publisher=instellingen.samenwerkingsverband,
        edition=f"stand op {voluit(op)}",
        op=op,
        concept=False,
        blocks=(
            d.Heading(1, "hoofdstuk", "", (d.Run(f"Jaarkalender {jaar}"),), NAAM),
            d.Paragraph((d.Run(stand),)),
            picture,
            d.Paragraph((d.Run(LEGENDA),), "redactie"),
            d.Table(head, rows, ("links", "links", "links"), widths=(20, 30, 50)),
            *_geannuleerd(registers, jaar, head),
        ),
        zonder=ZONDER,
        landscape=True,
    )


def alt(jaar: int) -> str:
    """Return what stands for the picture of a year; its user adds where the words are."""
    return f"Tijdlijn van {jaar} met termijnen, opzegdagen, vergaderingen en partners"


def in_jaar(uiterste_data: Iterable[UitersteDatum], jaar: int) -> list[UitersteDatum]:
    """Return what the calendar of a year tells: of other years only what is overdue."""
    return [
        datum
        for datum in uiterste_data
        if not datum.vervallen
        and (datum.datum is None or datum.datum.year == jaar or datum.te_laat)
    ]


def _geannuleerd(
    registers: Registers, jaar: int, head: tuple[tuple[d.Run, ...], ...]
) -> Iterator[d.Block]:
    """Yield what was recorded of that year and does not count any more, struck, with the reason."""
    rows = tuple(
        (
            (d.Run(weekdag(a.gebeurtenis.datum), wijziging="vervallen"),),
            (d.Run(registers.noem(a.gebeurtenis), wijziging="vervallen"),),
            (d.Run(f"Geannuleerd op {voluit(a.correctie.datum)}: {a.correctie.reden}"),),
        )
        for a in registers.geannuleerd
        if a.gebeurtenis.datum.year == jaar
    )
    if rows:
        yield d.Heading(2, "paragraaf", "", (d.Run("Geannuleerd"),), "geannuleerd")
        yield d.Table(head, rows, ("links", "links", "links"), widths=(20, 30, 50))


def _rij(datum: UitersteDatum) -> tuple[tuple[d.Run, ...], ...]:
    laat = (d.Run("Te laat: ", bold=True),) if datum.te_laat else ()
    wat = (*laat, d.Run(datum.titel))
    return ((d.Run(wanneer(datum)),), wat, (d.Run(" ".join(datum.uitleg)),))
