"""Stel dat …: what would follow if something happened; nothing of it is recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast, get_args

from starlette.exceptions import HTTPException

from convenantwerk.basis.datum import weekdag
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.registers import Partnersoort
from convenantwerk.kantoor.antwoord import Blad
from convenantwerk.kantoor.formulier import Formulier, Keuze, Veld, lees_velden
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.kantoor.velden import kies_partner
from convenantwerk.opdrachten.opzegging import Opzegopdracht
from convenantwerk.opdrachten.steldat import Toetreedopdracht, stel_dat, stel_op, vergaderdagen
from convenantwerk.opdrachten.vergadering import Vergaderopdracht
from convenantwerk.tijd.termijnen.tabel import wanneer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.opdrachten.steldat import Veronderstelling


_HIER = "/termijnen/stel-dat"


@dataclass(frozen=True, slots=True)
class Soort:
    """Something that can be supposed: its heading, its fields, and what is asked by them."""

    titel: str
    velden: Callable[[Vraag], Sequence[Veld]]
    opdracht: Callable[[Mapping[str, Waarde]], Veronderstelling]


def toon(vraag: Vraag) -> Blad:
    """Show the form, and what follows from what was filled in."""
    naam = vraag.pad["wat"]
    soort = _SOORTEN.get(naam)
    if soort is None:
        raise HTTPException(404)
    velden = soort.velden(vraag)
    gevraagd = any(veld.naam in vraag.zoek for veld in velden)
    formulier = Formulier({k: tuple(vraag.zoek.getlist(k)) for k in vraag.zoek})
    ingevuld = lees_velden(velden, formulier)
    fouten = dict(ingevuld.fouten) if gevraagd else {}
    uitkomst = None
    bevindingen: Sequence[Diagnostic] = ()
    if gevraagd and not fouten:
        try:
            uitkomst = stel_dat(vraag.dossier, soort.opdracht(ingevuld.waarden))
        except ValueError as error:
            veld, _, zin = str(error).partition(": ")
            fouten[veld] = zin
        except ConvenantwerkError as error:
            bevindingen = error.diagnostics
    waarden = {
        "velden": velden,
        "ingevuld": replace(ingevuld, fouten=fouten),
        "wat": naam,
        "soorten": {key: one.titel for key, one in _SOORTEN.items() if key != naam},
        "uitkomst": uitkomst,
        "bevindingen": bevindingen,
        "wanneer": wanneer,
        "zoek": str(vraag.zoek),
        "vastleggen": f"/doe/opzegging?{vraag.zoek}" if naam == "opzegging" else "",
    }
    status = 422 if fouten or bevindingen else 200
    return Blad("steldat.html", soort.titel, waarden, status, "/termijnen")


def lees_brief(vraag: Vraag) -> Blad:
    """Show a letter as it would read; what is asked for stands in the address, as on the page."""
    naam, nummer = vraag.pad["wat"], vraag.pad["nummer"]
    soort = _SOORTEN.get(naam)
    if soort is None or not (nummer.isascii() and nummer.isdigit() and len(nummer) == 1):
        raise HTTPException(404)
    velden = soort.velden(vraag)
    formulier = Formulier({k: tuple(vraag.zoek.getlist(k)) for k in vraag.zoek})
    ingevuld = lees_velden(velden, formulier)
    if ingevuld.fouten:
        raise HTTPException(404)
    try:
        gezien = stel_dat(vraag.dossier, soort.opdracht(ingevuld.waarden))
        brief = stel_op(vraag.dossier, gezien, int(nummer))
    except (IndexError, ValueError) as error:
        raise HTTPException(404) from error
    waarden = {"brief": brief, "wat": gezien.wat, "terug": f"{_HIER}/{naam}?{vraag.zoek}"}
    return Blad("steldat_brief.html", brief.title, waarden, menu="/termijnen")


def _opzegvelden(vraag: Vraag) -> Sequence[Veld]:
    dag = Veld(
        naam="ontvangen",
        vraag="Dag van ontvangst",
        soort="datum",
        nodig=True,
        uitleg="Die dag telt.",
        standaard=vraag.dossier.op,
    )
    return kies_partner(vraag.dossier.registers), dag


def _opzegging(waarden: Mapping[str, Waarde]) -> Opzegopdracht:
    return Opzegopdracht(str(waarden["partner"]), cast("date", waarden["ontvangen"]))


def _toetreedvelden(vraag: Vraag) -> Sequence[Veld]:
    soorten = get_args(Partnersoort)
    return (
        Veld(
            naam="naam",
            vraag="Organisatie",
            nodig=True,
            uitleg="Een nieuwe naam, of die van een partner die nu niet deelneemt.",
            meest=200,
        ),
        Veld(
            naam="soort",
            vraag="Wat zij wordt, als zij nieuw is",
            soort="keuze",
            keuzes=[Keuze(soort, soort) for soort in soorten],
            standaard=soorten[0],
            nodig=True,
        ),
        Veld(
            naam="datum",
            vraag="Dag van toetreding",
            soort="datum",
            nodig=True,
            standaard=vraag.dossier.op,
        ),
    )


def _toetreding(waarden: Mapping[str, Waarde]) -> Toetreedopdracht:
    return Toetreedopdracht(
        str(waarden["naam"]),
        cast("date", waarden["datum"]),
        cast("Partnersoort", waarden["soort"]),
    )


def _vergadervelden(vraag: Vraag) -> Sequence[Veld]:
    dagen = [Keuze(dag.isoformat(), weekdag(dag)) for dag in vergaderdagen(vraag.dossier)]
    wat = [Keuze("komt", "er komt een vergadering bij")]
    if dagen:
        wat += [
            Keuze("naar", "een vergadering wordt verzet"),
            Keuze("vervalt", "een vergadering vervalt"),
        ]
    return (
        Veld(
            naam="wat",
            vraag="Wat er gebeurt",
            soort="keuze",
            keuzes=wat,
            standaard="komt",
            nodig=True,
        ),
        *(
            [
                Veld(
                    naam="welke",
                    vraag="Vergadering die wordt verzet of vervalt",
                    soort="keuze",
                    keuzes=dagen,
                )
            ]
            if dagen
            else ()
        ),
        Veld(
            naam="datum",
            vraag="Nieuwe dag",
            soort="datum",
            uitleg="Alleen niet nodig als een vergadering vervalt.",
        ),
    )


def _vergadering(waarden: Mapping[str, Waarde]) -> Vergaderopdracht:
    wat, dag = waarden["wat"], cast("date | None", waarden["datum"])
    if wat != "vervalt" and dag is None:
        raise ValueError("datum: vul een datum in.")
    if wat == "komt":
        return Vergaderopdracht(cast("date", dag))
    if not waarden.get("welke"):
        raise ValueError("welke: kies er een.")
    welke = date.fromisoformat(str(waarden["welke"]))
    return (
        Vergaderopdracht(welke, vervalt=True)
        if wat == "vervalt"
        else Vergaderopdracht(welke, naar=dag)
    )


_SOORTEN: Mapping[str, Soort] = {
    "opzegging": Soort("Stel dat een partner opzegt", _opzegvelden, _opzegging),
    "toetreding": Soort("Stel dat een organisatie toetreedt", _toetreedvelden, _toetreding),
    "vergadering": Soort(
        "Stel dat een vergadering komt, verzet wordt of vervalt", _vergadervelden, _vergadering
    ),
}
PAGINA = Pagina(
    (Weg(f"{_HIER}/{{wat}}", toon), Weg(f"{_HIER}/{{wat}}/brief/{{nummer}}", lees_brief))
)
