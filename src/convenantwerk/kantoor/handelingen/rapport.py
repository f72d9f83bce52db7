"""The findings as a paper, for who sees no page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from convenantwerk.basis.diagnostics import telling
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.opdrachten.controleer import controleer, slotzin
from convenantwerk.opdrachten.controlerapport import schrijf_rapport
from convenantwerk.opdrachten.papieren import BOUW
from convenantwerk.papier.formaten.tabel import FORMATEN, formaten, vanzelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.werk import Werk

_Formaten = tuple[str, ...]


def _velden(_: Vraag) -> Sequence[Veld]:
    return (
        Veld(
            naam="formaten",
            vraag="In welke vorm?",
            soort="meer",
            nodig=True,
            keuzes=[Keuze(naam, eerste_groot(FORMATEN[naam].titel)) for naam in formaten()],
            standaard=vanzelf("bouw"),
        ),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Formaten]:
    uitslag = controleer(vraag.dossier)
    zinnen = (
        f"Het rapport noemt {telling(uitslag.diagnostics)}: per hoofdstuk waar het is, wat er niet "
        "klopt, waarom, en wat u kunt doen.",
    )
    return Gevolg(cast("_Formaten", waarden["formaten"]), zinnen, knop="Maak het rapport")


def _maak(geopend: Geopend, formaten: _Formaten, werk: Werk) -> Uitslag:
    werk.meld(0, 0, "Het dossier wordt nagelezen.")
    uitslag = controleer(geopend)
    paden = schrijf_rapport(geopend, geopend.root / BOUW, uitslag, formaten)
    verder = (Knop("Naar de bevindingen", "/tekst?toon=bevindingen"),)
    papieren = papieren_in(BOUW, paden)
    return Uitslag("Het rapport is gemaakt", (slotzin(uitslag),), papieren, verder, "/tekst")


HANDELING = Handeling(
    naam="controlerapport",
    titel="Maak een controlerapport",
    menu="/tekst",
    velden=_velden,
    bekijk=_bekijk,
    werk=_maak,
    inleiding="Alles wat er niet klopt of nog open is, voor wie dit kantoor niet ziet.",
)
