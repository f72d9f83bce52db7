"""The list of an office, in Excel or CSV, taken over into the registers.

The file was sent on the page before (`paginas/partnerlijst`); the address names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.dossier.registers import Partnersoort
from convenantwerk.invoer.lijsten.lezen import lees_lijst
from convenantwerk.invoer.lijsten.organisaties import organisaties
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld, lees_velden
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.opdrachten.partnerlijst.kolomkeuze import (
    aangevuld,
    als_veld,
    gekozen,
    kolomvraag,
    rijkeuzes,
    rijnaam,
    rijvraag,
    veldkeuzes,
)
from convenantwerk.opdrachten.partnerlijst.partnerlijst import Keuzes, vergelijk
from convenantwerk.opdrachten.partnerlijst.verslag import NIETS_NIEUWS, zinnen_over

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.invoer.lijsten.kolommen import Door, Kolom
    from convenantwerk.invoer.lijsten.lezen import Tabel
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.opdrachten.partnerlijst.koppelen import Vraag as Lijstvraag
    from convenantwerk.opdrachten.partnerlijst.partnerlijst import Lijstvoorstel

_KOLOM = "kolom-"
_HERKEND: Mapping[Door, str] = {
    "naam": "Herkend aan de naam van de kolom.",
    "inhoud": "Herkend aan wat erin staat.",
    "u": "",
    "": "Niet herkend.",
}


@dataclass(frozen=True, slots=True)
class _Overname:
    """What is taken over, and what drops the file when that is done."""

    voorstel: Lijstvoorstel
    vergeet: Callable[[], None]


def lees_ontvangen(vraag: Vraag) -> Tabel:
    """Return the list that was sent, by its key behind the question mark.

    Raises:
        ConvenantwerkError: CV943, it is not here any more; else as `lees_lijst`.
    """
    ontvangen = vraag.kantoor.ontvangst.geef(vraag.zoek.get("lijst", ""))
    return lees_lijst(ontvangen.pad, vraag.zoek.get("blad", ""), ontvangen.naam)


def _velden(vraag: Vraag) -> Sequence[Veld]:
    """Return a field for each column, and for each question that the list leaves open."""
    tabel = lees_ontvangen(vraag)
    keuzes = [Keuze(veld, eerste_groot(naam)) for veld, naam in veldkeuzes(tabel.kolommen)]
    velden = [
        Veld(
            naam=f"{_KOLOM}{kolom.plek}",
            vraag=kolomvraag(tabel, kolom),
            soort="keuze",
            nodig=True,
            uitleg=_HERKEND[kolom.door],
            keuzes=keuzes,
            standaard=als_veld(kolom),
        )
        for kolom in tabel.kolommen
    ]
    ingevuld = lees_velden(velden, vraag.formulier).waarden
    try:
        kolommen = _kolommen(tabel, ingevuld)
    except OnleesbaarError:  # the answers do not fit; what follows from them tells it
        return velden
    return (*_open_vragen(vraag, tabel, kolommen), *velden)  # first what nobody else can tell


def _open_vragen(vraag: Vraag, tabel: Tabel, kolommen: Sequence[Kolom]) -> Sequence[Veld]:
    lijst = organisaties(tabel, kolommen).organisaties
    found = vergelijk(vraag.dossier, lijst, tabel.pad, Keuzes())
    velden = [_rijveld(een) for een in found.vragen]
    gezegd = {veld.naam: vraag.formulier.een(veld.naam) for veld in velden}
    if any(gezegd.values()):
        found = vergelijk(vraag.dossier, lijst, tabel.pad, aangevuld(Keuzes(), gezegd))
    if found.zonder_soort:
        velden.append(_soortveld(found))
    return velden


def _rijveld(een: Lijstvraag) -> Veld:
    zelfde, nieuw = rijkeuzes(een)
    keuzes = (Keuze(zelfde, f"Het is {een.partner.naam}"), Keuze(nieuw, "Het is een andere"))
    return Veld(naam=rijnaam(een), vraag=rijvraag(een), soort="keuze", nodig=True, keuzes=keuzes)


def _soortveld(found: Lijstvoorstel) -> Veld:
    namen = [een.naam for een in found.zonder_soort]
    meer = len(namen) - 3
    wie = ", ".join(namen[:3]) + (f" en nog {meer}" if meer > 0 else "")
    return Veld(
        naam="soort",
        vraag="Soort van de nieuwe partners van wie de lijst het niet zegt",
        soort="keuze",
        nodig=True,
        uitleg=f"{wie}.",
        keuzes=[Keuze(soort, soort) for soort in get_args(Partnersoort)],
    )


def _kolommen(tabel: Tabel, waarden: Mapping[str, Waarde]) -> tuple[Kolom, ...]:
    """Return the columns as they were answered; a question that was not answered yet is as it was.

    Raises:
        OnleesbaarError: CV964, no column has the names.
    """
    antwoorden = {
        str(k.plek): waarden.get(f"{_KOLOM}{k.plek}") or als_veld(k) for k in tabel.kolommen
    }
    try:
        return gekozen(tabel.kolommen, antwoorden)
    except ValueError as error:
        wat = "is geen kolom de naam van de organisatie"
        found = CODES["CV964"].at(Position(tabel.pad), wat=wat, tip=str(error))
        raise OnleesbaarError([found]) from None


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Overname]:
    tabel = lees_ontvangen(vraag)
    gelezen = organisaties(tabel, _kolommen(tabel, waarden))
    keuzes = aangevuld(Keuzes(), waarden)
    found = vergelijk(vraag.dossier, gelezen.organisaties, tabel.pad, keuzes)
    zinnen = zinnen_over(tabel, gelezen, found)
    sleutel, ontvangst = vraag.zoek.get("lijst", ""), vraag.kantoor.ontvangst

    def vergeet() -> None:
        ontvangst.vergeet(sleutel)

    return Gevolg(
        _Overname(found, vergeet),
        (*zinnen, *((NIETS_NIEUWS,) if found.leeg else ())),
        (*gelezen.bevindingen, *found.bevindingen),
        knop="" if found.leeg else "Neem dit over",
    )


def _leg_vast(geopend: Geopend, overname: _Overname) -> Uitslag:
    found = overname.voorstel
    if not found.leeg:
        geopend.leg_vast(found.voorstel)
    overname.vergeet()
    zinnen = [
        _aantal(len(found.nieuw), "partner is", "partners zijn", "nieuw in het register"),
        _aantal(
            len(found.anders),
            "partner of ondertekenaar is",
            "partners of ondertekenaars zijn",
            "gewijzigd",
        ),
        _aantal(len(found.erbij), "ondertekenaar kwam", "ondertekenaars kwamen", "erbij"),
    ]
    return Uitslag(
        "De lijst is overgenomen" if not found.leeg else "De lijst brengt niets nieuws",
        [zin for zin in zinnen if zin] or [NIETS_NIEUWS],
        verder=(Knop("Naar de partners", "/partners"),),
        menu="/partners",
    )


def _aantal(hoeveel: int, een: str, meer: str, rest: str) -> str:
    return f"{hoeveel} {een if hoeveel == 1 else meer} {rest}." if hoeveel else ""


HANDELINGEN: tuple[Handeling[Any], ...] = (
    Handeling(
        naam="partnerlijst",
        titel="Neem een lijst over",
        menu="/partners",
        velden=_velden,
        bekijk=_bekijk,
        leg_vast=_leg_vast,
        inleiding="Dit staat volgens het programma in de kolommen. Klopt er een niet, kies dan wat "
        "er wel in staat. Daarna ziet u wat er anders wordt.",
    ),
)
