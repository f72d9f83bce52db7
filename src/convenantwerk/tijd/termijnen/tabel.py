"""Every kind of uiterste datum: its rule, and how calendars and the picture of a year show it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.datum import weekdag
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.basis.waarde import waarde
from convenantwerk.tijd.stand import op_datum, stand
from convenantwerk.tijd.termijnen import mandaten, stuurgroep, tekenen, uittreding, verlenging
from convenantwerk.tijd.uiterste_data import UitersteDatum, Vooruitblik
from convenantwerk.tijd.vertrek import vertrekken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from convenantwerk.dossier.dossier import Registers

# A band in the picture of a year; bands are drawn in the order of the table.
Baan = Literal["Termijn", "Opzeggen", "Stuurgroep", "Partners"]
# In which calendars it stands: that of the office only, or those of partners too.
Voor = Literal["bureau", "elke partner", "betrokken partner"]


@waarde
class Datumsoort:
    """A kind of uiterste datum: one row of the table.

    Args:
        naam: what it is called, in JSON and as the category in a calendar.
        regel: finds its dates; it yields no other kind.
        baan: the band in the picture of a year in which it is drawn.
        voor: in which calendars it stands, besides that of the office.
        kort: what a mark is called in the picture, or makes that of a date; the titel when "".
        alarm: a calendar warns of it beforehand; what happens by itself needs none.
        vast: it stays in the picture of its year when it has passed: nothing that is done takes
            it away.
        voluit: what it is called where one chooses among kinds; its name when "".
    """

    naam: str
    regel: Callable[[Vooruitblik], Iterable[UitersteDatum]]
    baan: Baan
    voor: Voor
    kort: str | Callable[[UitersteDatum], str] = ""
    alarm: bool = True
    vast: bool = False
    meer: str = ""
    zonder_dag: str = "zonder dag"
    genummerd: bool = False
    voluit: str = ""

    @property
    def genoemd(self) -> str:
        """What it is called where one chooses among kinds."""
        return eerste_groot(self.voluit or self.naam)

    def korte_naam(self, datum: UitersteDatum) -> str:
        """Return what a date of this kind is called where room is scarce."""
        return (self.kort if isinstance(self.kort, str) else self.kort(datum)) or datum.titel

    def is_voor(self, datum: UitersteDatum, partner: str) -> bool:
        """Tell whether a date of this kind stands in the calendar of a partner."""
        return self.voor == "elke partner" or (
            self.voor == "betrokken partner" and partner in (datum.partner, *datum.ook)
        )


DATUMSOORTEN: tuple[Datumsoort, ...] = (
    Datumsoort(
        "verlenging",
        verlenging.verlengingen,
        baan="Termijn",
        voor="elke partner",
        kort="verlengd",
        alarm=False,
        vast=True,
    ),
    Datumsoort(
        "afloop",
        verlenging.afloop,
        baan="Termijn",
        voor="elke partner",
        kort="loopt af",
        vast=True,
    ),
    Datumsoort(
        "beslismoment",
        verlenging.beslismomenten,
        baan="Opzeggen",
        voor="elke partner",
        kort="beslismoment",
        vast=True,
    ),
    Datumsoort(
        "verzendadvies",
        verlenging.verzendadviezen,
        baan="Opzeggen",
        voor="elke partner",
        kort="uiterlijk verzenden",
        vast=True,
    ),
    Datumsoort(
        "opzegdag",
        verlenging.opzegdagen,
        baan="Opzeggen",
        voor="elke partner",
        kort="laatste opzegdag",
        vast=True,
        voluit="laatste opzegdag",
    ),
    Datumsoort(
        "vergadering",
        stuurgroep.vergaderingen,
        baan="Stuurgroep",
        voor="elke partner",
        kort="vergadering",
        vast=True,
        genummerd=True,
    ),
    Datumsoort(
        "vergaderingen",
        stuurgroep.te_plannen,
        baan="Stuurgroep",
        voor="bureau",
        kort="vergaderingen te plannen",
        voluit="vergaderingen te plannen",
    ),
    Datumsoort(
        "stuk",
        stuurgroep.stukken,
        baan="Stuurgroep",
        voor="bureau",
        kort=stuurgroep.naam_van_stuk,
        voluit="vast te stellen stuk",
    ),
    Datumsoort(
        "blad",
        tekenen.bladen,
        baan="Partners",
        voor="betrokken partner",
        meer="ondertekeningsbladen terug",
        voluit="ondertekeningsblad",
    ),
    Datumsoort(
        "verklaring",
        tekenen.verklaringen,
        baan="Partners",
        voor="betrokken partner",
        meer="toetredingsverklaringen terug",
        voluit="toetredingsverklaring",
    ),
    Datumsoort(
        "tegentekening",
        tekenen.tegentekeningen,
        baan="Partners",
        voor="betrokken partner",
        meer="verklaringen voor de voorzitter",
    ),
    Datumsoort(
        "regeling",
        uittreding.regelingen,
        baan="Partners",
        voor="betrokken partner",
        voluit="regeling van de gevolgen",
    ),
    Datumsoort(
        "einde-deelname",
        uittreding.einden,
        baan="Partners",
        voor="betrokken partner",
        alarm=False,
        voluit="einde van de deelname",
    ),
    Datumsoort(
        "bewaartermijn",
        uittreding.bewaartermijnen,
        baan="Partners",
        voor="betrokken partner",
    ),
    Datumsoort(
        "geheimhouding",
        uittreding.geheimhoudingen,
        baan="Partners",
        voor="betrokken partner",
        zonder_dag="zonder einde",
    ),
    Datumsoort(
        "mandaat",
        mandaten.mandaten,
        baan="Partners",
        voor="betrokken partner",
    ),
)
_OP_NAAM = {soort.naam: soort for soort in DATUMSOORTEN}


def soort_van(datum: UitersteDatum) -> Datumsoort:
    """Return the row of the table for a date."""
    return _OP_NAAM[datum.soort]


def wanneer(datum: UitersteDatum) -> str:
    """Return the day in words, or what stands in its place."""
    return weekdag(datum.datum) if datum.datum else soort_van(datum).zonder_dag


def standaard_tot(op: date) -> date:
    """Return the day through which one looks ahead: the first of January after next year."""
    return date(op.year + 2, 1, 1)


def vooruitblik(registers: Registers, op: date, tot: date) -> Vooruitblik:
    """Return what the rules look at: worked out once, for all of them."""
    gebeurtenissen = op_datum(registers.gebeurtenissen)
    nu = stand(registers, op)
    weg = tuple(vertrekken(nu, gebeurtenissen, registers.instellingen.regels))
    return Vooruitblik(registers, op, tot, nu, gebeurtenissen, weg)


def termijnen(registers: Registers, op: date, tot: date) -> tuple[UitersteDatum, ...]:
    """Return what falls due from `op` through `tot`, in order of date.

    What is overdue comes first; what has no day comes last. Dates of a notice that was withdrawn
    are there too, marked as vervallen.
    """
    blik = vooruitblik(registers, op, tot)
    gevonden = (datum for soort in DATUMSOORTEN for datum in soort.regel(blik))
    binnen = (
        d for d in gevonden if d.datum is None or d.te_laat or d.vervallen or op <= d.datum <= tot
    )
    return tuple(sorted(binnen, key=lambda d: (d.datum or date.max, d.sleutel)))
