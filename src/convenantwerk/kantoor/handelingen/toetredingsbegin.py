"""The day on which a participation begins, when its request was recorded without."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.opdrachten.toetreding.aanvullen import stel_begin_voor, zinnen_over_begin
from convenantwerk.opdrachten.toetreding.stappen import overzichten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.tijd.toetreding import Toetredingsstand

MENU = "/toetreding"
_Inhoud = tuple["Toetredingsstand", "Voorstel"]


def _standen(geopend: Geopend) -> Mapping[str, Toetredingsstand]:
    """Return the accessions in which the day lacks and can be added, by their partner."""
    standen = (zicht.stand for zicht in overzichten(geopend))
    return {
        stand.partner.sleutel: stand
        for stand in standen
        if stand.verzoek and not (stand.verzoek.ingangsdatum or stand.aanbieding)
    }


def _velden(vraag: Vraag) -> Sequence[Veld]:
    keuzes = [
        Keuze(sleutel, stand.partner.naam) for sleutel, stand in _standen(vraag.dossier).items()
    ]
    return (
        Veld(naam="partner", vraag="Organisatie", soort="keuze", nodig=True, keuzes=keuzes),
        Veld(naam="dag", vraag="Dag waarop de deelname begint", soort="datum", nodig=True),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Inhoud]:
    stand = _standen(vraag.dossier)[str(waarden["partner"])]
    dag = cast("date", waarden["dag"])
    voorstel = stel_begin_voor(vraag.dossier, stand, dag)
    return Gevolg((stand, voorstel), zinnen_over_begin(stand, dag), voorstel.bezwaren)


def _leg_vast(geopend: Geopend, inhoud: _Inhoud) -> Uitslag:
    stand, voorstel = inhoud
    geopend.leg_vast(voorstel)
    naar = Knop(f"Naar de toetreding van {stand.partner.naam}", f"{MENU}/{stand.partner.sleutel}")
    return Uitslag("De dag staat bij het verzoek", verder=(naar,), menu=MENU)


HANDELING = Handeling(
    naam="toetreding-begin",
    titel="Dag waarop de deelname begint",
    menu=MENU,
    velden=_velden,
    bekijk=_bekijk,
    leg_vast=_leg_vast,
)
