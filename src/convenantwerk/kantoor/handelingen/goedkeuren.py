"""Saying of a finding beside the text that it is right as it is, and why."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.kantoor.leestekst.bevindingen import sleutel_van
from convenantwerk.kantoor.leestekst.weergave import naam_van, weergave
from convenantwerk.opdrachten.goedkeuren import (
    leg_goedkeuring_vast,
    stel_goedkeuring_voor,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.opdrachten.goedkeuren import Goedkeuring

_MEEST = 300  # that can be chosen from, when the address names none
_LENGTE = 300  # characters of a reason


def _velden(vraag: Vraag) -> Sequence[Veld]:
    """Return the fields; the address says which finding it is, or it is asked."""
    beeld, _ = weergave(vraag.dossier, vraag.zoek)
    alle = {
        sleutel_van(plek.bevinding): f"{eerste_groot(plek.melding)} ({naam_van(leesdeel)})"
        for blad in beeld.bladen.bladen
        for leesdeel in blad.leesdelen
        for plek in (beeld.geplaatst.bij(leesdeel.element.anker) if leesdeel.begint else ())
        if beeld.klopt(plek.bevinding)
    }
    gevraagd = vraag.zoek.get("bevinding", "")
    gekozen = {gevraagd: alle[gevraagd]} if gevraagd in alle else {}
    return (
        Veld(
            naam="bevinding",
            vraag="Wat klopt zoals het er staat",
            soort="keuze",
            nodig=True,
            keuzes=[Keuze(*one) for one in islice((gekozen or alle).items(), _MEEST)],
            standaard=gevraagd if gekozen else None,
        ),
        Veld(
            naam="waarom",
            vraag="Dit klopt zo, omdat",
            nodig=True,
            uitleg="De rest van de zin; wie de bron leest, ziet haar bij de woorden staan.",
            meest=_LENGTE,
        ),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Goedkeuring]:
    beeld, _ = weergave(vraag.dossier, vraag.zoek)
    sleutel = str(waarden["bevinding"])
    bevinding = next(one for one in beeld.gelezen.nagelezen if sleutel_van(one) == sleutel)
    voorstel = stel_goedkeuring_voor(
        vraag.dossier, bevinding, str(waarden["waarom"]), beeld.gevraagd, beeld.op
    )
    weg = tuple(f"{one.ernst}: {one.melding}" for one in beeld.gezegd(voorstel.verdwenen))
    zinnen = (
        f"In {voorstel.pad} komt boven de woorden een regel die geen tekst is:",
        (voorstel.regel,),
        "Aan de tekst zelf verandert niets. Dit wordt niet meer gemeld:",
        weg,
    )
    return Gevolg(voorstel, zinnen, knop="Leg vast dat dit klopt")


def _leg_vast(geopend: Geopend, voorstel: Goedkeuring) -> Uitslag:
    leg_goedkeuring_vast(geopend, voorstel)
    return Uitslag(
        "Dit wordt niet meer gemeld",
        [
            f"Boven de woorden staat nu in {voorstel.pad}:",
            (voorstel.regel,),
            "Is de opmerking niet meer nodig, dan wordt dat gemeld.",
        ],
        verder=(Knop("Terug naar de tekst", "/tekst"),),
        menu="/tekst",
    )


HANDELING = Handeling(
    naam="klopt-zo",
    titel="Dit klopt zo",
    menu="/tekst",
    velden=_velden,
    bekijk=_bekijk,
    leg_vast=_leg_vast,
    inleiding=(
        "Een waarschuwing of hint kan op één plaats niet kloppen. Zeg dat, met de reden; dan wordt "
        "zij daar niet meer gemeld. Een fout lost u op in de tekst."
    ),
)
