"""Mending in the text what cannot mean anything else: every change is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.kantoor.leestekst.weergave import weergave
from convenantwerk.opdrachten.bronbestand import vervang_bestanden
from convenantwerk.opdrachten.herstellen import stel_tekstherstel_voor, zinnen_over

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Veld, Waarde
    from convenantwerk.opdrachten.herstellen import Tekstherstel

_NAAR_TEKST = (Knop("Terug naar de tekst", "/tekst"),)


def _velden(_: Vraag) -> Sequence[Veld]:
    return ()


def _bekijk(vraag: Vraag, _: Mapping[str, Waarde]) -> Gevolg[Tekstherstel]:
    herstel = stel_tekstherstel_voor(vraag.dossier)
    if not herstel.bestanden:
        return Gevolg(herstel, ("Er is niets te herstellen.",), knop="")
    beeld = weergave(vraag.dossier, vraag.zoek)[0]
    zinnen = [
        zin if isinstance(zin, str) else tuple(eerste_groot(beeld.zeg(regel)) for regel in zin)
        for zin in zinnen_over(herstel)
    ]
    return Gevolg(herstel, zinnen, herstel.gekomen, knop="Herstel dit")


def _leg_vast(geopend: Geopend, herstel: Tekstherstel) -> Uitslag:
    vervang_bestanden(geopend, herstel.bestanden)
    geopend.vernieuw()
    zinnen = [f"De wijziging staat in {pad}." for pad in herstel.bestanden]
    return Uitslag("De tekst is hersteld", zinnen, verder=_NAAR_TEKST, menu="/tekst")


HANDELING = Handeling(
    naam="herstel",
    titel="Herstel wat vanzelf kan",
    menu="/tekst",
    velden=_velden,
    bekijk=_bekijk,
    leg_vast=_leg_vast,
    inleiding=(
        "Spaties, leestekens aan het eind van onderdelen, letters op volgorde en namen zoals in "
        "het register: alleen wat niet anders bedoeld kan zijn. U ziet eerst elke wijziging."
    ),
)
