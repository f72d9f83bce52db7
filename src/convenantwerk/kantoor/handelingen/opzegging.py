"""A notice, its confirmation, its withdrawal, the consent to that, and the regeling."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast, get_args

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.dossier.gebeurtenissen import Vorm
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.kantoor.velden import kies_partner
from convenantwerk.opdrachten.adressering import zonder_adres
from convenantwerk.opdrachten.opzegging import (
    Opzegopdracht,
    bereken,
    leg_opzegging_vast,
    zinnen_over,
)
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.opdrachten.opzegging import Gevolg as Opzeggevolg
    from convenantwerk.opdrachten.opzegging import Stap


def _velden(stap: Stap, vraag: Vraag) -> Sequence[Veld]:
    partner = kies_partner(vraag.dossier.registers)
    geregeld = stap == "regeling"
    dag = Veld(
        naam="ontvangen",
        vraag="Dag van de regeling" if geregeld else "Dag van ontvangst",
        soort="datum",
        nodig=True,
        uitleg="" if geregeld else "Die dag telt.",
        standaard=vraag.dossier.op,
    )
    kenmerk = Veld(
        naam="kenmerk", vraag="Kenmerk", uitleg="Bijvoorbeeld van de aangetekende brief."
    )
    if stap in ("intrekking", "instemming", "regeling"):
        return partner, dag, kenmerk
    return (
        partner,
        dag,
        Veld(naam="verzonden", vraag="Dag van verzending", soort="datum"),
        Veld(
            naam="vorm",
            vraag="Vorm",
            soort="keuze",
            nodig=True,
            keuzes=[Keuze(vorm, vorm) for vorm in get_args(Vorm)],
            standaard="aangetekend",
        ),
        kenmerk,
        Veld(naam="geadresseerde", vraag="Aan wie de brief was gericht"),
    )


def _bekijk(stap: Stap, vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Opzeggevolg]:
    gegeven = cast("dict[str, Any]", {k: v for k, v in waarden.items() if v is not None})
    gevolg = bereken(vraag.dossier, Opzegopdracht(**gegeven, stap=stap))
    return Gevolg(gevolg, zinnen_over(gevolg), gevolg.voorstel.bezwaren)


def _leg_vast(titel: str, geopend: Geopend, gevolg: Opzeggevolg) -> Uitslag:
    partner = gevolg.partner
    paden = leg_opzegging_vast(geopend, geopend.root / "build", gevolg, vanzelf("brief"))
    gemist = () if gevolg.zonder_brief else zonder_adres([partner])
    return Uitslag(
        f"{titel} van {partner.naam} is vastgelegd",
        tuple(f"{eerste_groot(f.melding)}." for f in gemist),
        bestanden=papieren_in("build", paden),
        verder=(
            Knop("Naar de opzegging", f"/opzegging/{partner.sleutel}"),
            Knop("Naar de partner", f"/partners/{partner.sleutel}"),
        ),
        menu="/opzegging",
    )


_STAPPEN: Mapping[Stap, str] = {
    "opzegging": "Opzegging",
    "bevestiging": "Bevestiging van de opzegging",
    "intrekking": "Intrekking van de opzegging",
    "instemming": "Instemming met de intrekking",
    "regeling": "Regeling van de gevolgen van de opzegging",
}
_NAMEN: Mapping[Stap, str] = {
    "opzegging": "opzegging",
    "bevestiging": "opzegging-bevestigd",
    "intrekking": "opzegging-ingetrokken",
    "instemming": "intrekking-ingestemd",
    "regeling": "opzegging-geregeld",
}
HANDELINGEN = tuple(
    Handeling(
        naam=_NAMEN[stap],
        titel=titel,
        menu="/opzegging",
        velden=partial(_velden, stap),
        bekijk=partial(_bekijk, stap),
        leg_vast=partial(_leg_vast, titel),
    )
    for stap, titel in _STAPPEN.items()
)
