"""Filling in an open invulveld, everywhere or in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.dossier.dossier import Invulling
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.opdrachten.invullen import (
    leg_invulling_vast,
    open_velden,
    stel_invulling_voor,
    zinnen_over,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.opdrachten.invullen import Invulvoorstel, OpenVeld

_OVERAL = "overal"


def _velden(vraag: Vraag) -> Sequence[Veld]:
    """Return the fields; the address says which invulveld it is, or it is asked."""
    alle = open_velden(vraag.dossier)
    gekozen = [veld for veld in alle if veld.tekst == vraag.zoek.get("tekst")]
    velden = gekozen or alle
    return (
        Veld(
            naam="tekst",
            vraag="Wat open staat",
            soort="keuze",
            nodig=True,
            keuzes=[Keuze(veld.tekst, f"[{veld.tekst}], {_maal(veld)}") for veld in velden],
            standaard=gekozen[0].tekst if gekozen else None,
        ),
        Veld(
            naam="bij",
            vraag="Waar u het invult",
            soort="keuze",
            nodig=True,
            keuzes=[Keuze(_OVERAL, "overal"), *(_plaatsen(velden))],
            standaard=_OVERAL,
        ),
        Veld(
            naam="waarde",
            vraag="Wat er moet komen te staan",
            nodig=True,
            uitleg="Precies zoals het in de zin komt, zonder haken.",
        ),
    )


def _plaatsen(velden: Sequence[OpenVeld]) -> Sequence[Keuze]:
    plaatsen = {adres: naam for veld in velden for adres, naam in veld.plaatsen.items()}
    return [Keuze(adres, f"alleen in {naam}") for adres, naam in plaatsen.items()]


def _maal(veld: OpenVeld) -> str:
    return "één keer" if veld.aantal == 1 else f"{veld.aantal} keer"


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Invulvoorstel]:
    bij = str(waarden["bij"])
    invulling = Invulling(
        tekst=str(waarden["tekst"]),
        waarde=str(waarden["waarde"]),
        bij="" if bij == _OVERAL else bij,
    )
    voorstel = stel_invulling_voor(vraag.dossier, invulling)
    return Gevolg(voorstel, zinnen_over(voorstel), voorstel.gekomen, knop="Vul in")


def _leg_vast(geopend: Geopend, voorstel: Invulvoorstel) -> Uitslag:
    leg_invulling_vast(geopend, voorstel)
    zinnen = zinnen_over(voorstel)
    return Uitslag(
        f"[{voorstel.invulling.tekst}] is ingevuld",
        [regel for zin in zinnen for regel in ((zin,) if isinstance(zin, str) else zin)],
        verder=(Knop("Terug naar de tekst", "/tekst"),),
        menu="/tekst",
    )


HANDELING = Handeling(
    naam="invulveld",
    titel="Vul in wat nog open staat",
    menu="/tekst",
    velden=_velden,
    bekijk=_bekijk,
    leg_vast=_leg_vast,
    inleiding=(
        "Wat u invult, staat meteen in de tekst en in alle stukken. In de bron blijven de haken "
        "staan, zodat u het later nog anders kunt invullen."
    ),
)
