"""Giving out the calendars: one for the office, and one for each partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.opdrachten.termijnen import (
    KALENDER,
    kalenders,
    lees_termijnen,
    schrijf_kalenders,
    zinnen_over,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.opdrachten.termijnen import Agenda


def _velden(vraag: Vraag) -> Sequence[Veld]:
    del vraag
    uitleg = "De laatste dag die erin komt; anders 1 januari over twee jaar."
    return (Veld(naam="tot", vraag="Tot en met", soort="datum", uitleg=uitleg),)


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Agenda]:
    agenda = lees_termijnen(vraag.dossier, cast("date | None", waarden["tot"]))
    made = kalenders(vraag.dossier, agenda)
    return Gevolg(agenda, zinnen_over(agenda, made), knop="Geef de agenda's uit")


def _leg_vast(geopend: Geopend, agenda: Agenda) -> Uitslag:
    paden = schrijf_kalenders(geopend, agenda, geopend.root / "build" / KALENDER)
    return Uitslag(
        "De agenda's zijn uitgegeven",
        ("Open een bestand in een agenda, of stuur een partner zijn eigen bestand.",),
        bestanden=[pad.relative_to(geopend.root).as_posix() for pad in paden],
        verder=(Knop("Naar de termijnen", "/termijnen"),),
        menu="/termijnen",
    )


HANDELINGEN = (
    Handeling(
        naam="agendas",
        titel="Agenda's uitgeven",
        menu="/termijnen",
        velden=_velden,
        bekijk=_bekijk,
        leg_vast=_leg_vast,
        inleiding="Elke termijn komt in de agenda van het bureau, en in die van de partners die "
        "hij aangaat. Wat eerder is uitgegeven, wordt bijgewerkt en komt er niet dubbel in.",
    ),
)
