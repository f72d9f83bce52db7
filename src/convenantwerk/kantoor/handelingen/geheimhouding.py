"""The declaration that somebody signs who attends an overleg now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from convenantwerk.basis.datum import voluit
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.opdrachten.geheimhouding import Aanwezige, geheimhouding, overleg_van
from convenantwerk.opdrachten.stand import overleggen_van
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde


def _velden(vraag: Vraag) -> Sequence[Veld]:
    keuzes = [Keuze(o.sleutel, o.titel) for o in overleggen_van(vraag.dossier)]
    return (
        Veld(naam="naam", vraag="Wie", nodig=True, uitleg="Voorletters en achternaam.", meest=150),
        Veld(naam="functie", vraag="Functie", nodig=True, meest=150),
        Veld(naam="organisatie", vraag="Organisatie", nodig=True, meest=150),
        Veld(naam="overleg", vraag="Overleg", soort="keuze", nodig=True, keuzes=keuzes),
        Veld(naam="datum", vraag="Dag van het overleg", soort="datum", nodig=True),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Aanwezige]:
    aanwezige = Aanwezige(**cast("dict[str, Any]", dict(waarden)))
    overleg = overleg_van(vraag.dossier, aanwezige)
    zinnen = (
        f"De verklaring komt op naam van {aanwezige.naam}, {aanwezige.functie} bij "
        f"{aanwezige.organisatie}, voor {overleg.titel} van {voluit(aanwezige.datum)}.",
        "Er wordt niets vastgelegd: in de registers staan geen gegevens van personen.",
    )
    return Gevolg(aanwezige, zinnen, knop="Maak de verklaring")


def _maak(geopend: Geopend, aanwezige: Aanwezige) -> Uitslag:
    paden = geheimhouding(geopend, geopend.root / "build", aanwezige, vanzelf("brief"))
    return Uitslag(
        f"De geheimhoudingsverklaring van {aanwezige.naam} is gemaakt",
        ("Laat haar tekenen vóór het overleg. Er is niets vastgelegd.",),
        papieren_in("build", paden),
        (Knop("Naar Overleggen", "/overleggen"),),
        menu="/overleggen",
    )


HANDELINGEN = (
    Handeling(
        naam="geheimhouding",
        titel="Geheimhoudingsverklaring",
        menu="/overleggen",
        velden=_velden,
        bekijk=_bekijk,
        leg_vast=_maak,
        inleiding="Voor wie geen partner is en een enkele keer bij een overleg zit.",
    ),
)
