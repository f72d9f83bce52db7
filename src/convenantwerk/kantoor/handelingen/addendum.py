"""From an edited text to the addendum and the besluit that make it so."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from convenantwerk.geopend.edities import WERK
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.edities import (
    addendaveld,
    editienaam,
    eerste_keuze,
    vaste_keuze,
)
from convenantwerk.kantoor.formulier import Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.opdrachten.afleiden import (
    BEWEZEN,
    GELIJK,
    Afleidopdracht,
    Afleidvoorstel,
    besluitzinnen,
    let_op,
    schrijf_afleiding,
    stel_afleiding_voor,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde

_MENU = "/tekst"
_LET_OP = (
    "Let op: de wijzigingen staan nu ook nog in de tekst zelf. Zet die plaatsen bij Tekst terug "
    "zoals ze ervoor luidden; dan werkt het addendum de wijzigingen erin. Bij Vergelijken ziet u "
    "welke plaatsen het zijn."
)


def _velden(vraag: Vraag) -> Sequence[Veld]:
    dossier = vraag.dossier
    return (
        vaste_keuze(dossier, "oud", "De tekst van ervoor", eerste_keuze(dossier)),
        vaste_keuze(dossier, "nieuw", "De tekst zoals die wordt", "werk"),
        addendaveld(),
        Veld(
            naam="titel",
            vraag="Hoe het besluit wordt aangehaald",
            uitleg="Anders “Wijziging van” met de dag.",
        ),
        Veld(
            naam="besluit",
            vraag="Het besluit, met datum en plaats",
            uitleg="Anders blijft het een invulveld.",
        ),
        Veld(naam="ingangsdatum", vraag="De dag waarop het ingaat", soort="datum"),
        Veld(
            naam="naam",
            vraag="Korte naam",
            nodig=True,
            uitleg="Zo heet de map van het addendum, na de datum.",
            standaard=Afleidopdracht("", "").naam,
            meest=60,
        ),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Afleidvoorstel]:
    oud, nieuw = (editienaam(vraag.kantoor, waarden, naam) for naam in ("oud", "nieuw"))
    opdracht = Afleidopdracht(
        oud,
        nieuw,
        cast("Editie", waarden["editie"]),
        str(waarden["titel"] or ""),
        str(waarden["besluit"] or ""),
        cast("date | None", waarden["ingangsdatum"]),
        str(waarden["naam"]),
    )
    voorstel = stel_afleiding_voor(vraag.dossier, opdracht)
    if voorstel.document is None:
        return Gevolg(voorstel, (GELIJK,), knop="")
    zinnen = (*besluitzinnen(voorstel.zinnen), BEWEZEN, *_let_op(opdracht))
    stukken = (f"het addendum, in addenda/{voorstel.map}", "het besluit, als stuk")
    return Gevolg(voorstel, zinnen, papieren=stukken, knop="Schrijf het addendum en het besluit")


def _let_op(opdracht: Afleidopdracht) -> tuple[str, ...]:
    """Say it in the words of the page: there is no command here that puts a text back."""
    return (_LET_OP,) if opdracht.nieuw == WERK else tuple(filter(None, (let_op(opdracht),)))


def _leg_vast(geopend: Geopend, voorstel: Afleidvoorstel) -> Uitslag:
    made = schrijf_afleiding(geopend, geopend.root / "build" / "addenda", voorstel)
    stukken = made.bestanden[len(voorstel.bestanden) :]
    return Uitslag(
        "Het addendum en het besluit zijn geschreven",
        (f"Het addendum staat in {made.addendum}.", BEWEZEN, *_let_op(voorstel.opdracht)),
        bestanden=[f"build/addenda/{voorstel.map}/{pad}" for pad in stukken],
        verder=(Knop("Naar de tekst", _MENU), Knop("Naar Vergelijken", "/vergelijken")),
        menu=_MENU,
    )


HANDELINGEN = (
    Handeling(
        naam="addendum-afleiden",
        titel="Het addendum en het besluit laten schrijven",
        menu=_MENU,
        velden=_velden,
        bekijk=_bekijk,
        leg_vast=_leg_vast,
        inleiding="Uit het verschil tussen twee teksten volgt wat er moet worden besloten. U ziet "
        "eerst de zinnen van het besluit.",
    ),
)
