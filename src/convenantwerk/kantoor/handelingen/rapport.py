"""Findings, and what the law asks, as papers: for who sees no page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from convenantwerk.basis.diagnostics import telling
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.opdrachten.controleer import controleer, slotzin
from convenantwerk.opdrachten.controlerapport import schrijf_rapport
from convenantwerk.opdrachten.eisen import lees_eisen, schrijf_eisen
from convenantwerk.opdrachten.papieren import BOUW
from convenantwerk.papier.formaten.tabel import FORMATEN, vanzelf
from convenantwerk.stukken.eisen import samenvatting

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
            keuzes=[Keuze(naam, eerste_groot(formaat.titel)) for naam, formaat in FORMATEN.items()],
            standaard=vanzelf("bouw"),
        ),
    )


def _bekijk_rapport(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Formaten]:
    uitslag = controleer(vraag.dossier)
    zinnen = (
        f"Het rapport noemt {telling(uitslag.diagnostics)}: per hoofdstuk waar het is, wat er niet "
        "klopt, waarom, en wat u kunt doen.",
    )
    return Gevolg(cast("_Formaten", waarden["formaten"]), zinnen, knop="Maak het rapport")


def _maak_rapport(geopend: Geopend, formaten: _Formaten, werk: Werk) -> Uitslag:
    werk.meld(0, 0, "Het dossier wordt nagelezen.")
    uitslag = controleer(geopend)
    paden = schrijf_rapport(geopend, geopend.root / BOUW, uitslag, formaten)
    verder = (Knop("Naar de bevindingen", "/tekst?toon=bevindingen"),)
    papieren = papieren_in(BOUW, paden)
    return Uitslag("Het rapport is gemaakt", (slotzin(uitslag),), papieren, verder, "/tekst")


def _bekijk_eisen(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Formaten]:
    stand = lees_eisen(vraag.dossier)
    formaten = cast("_Formaten", waarden["formaten"])
    if not stand.dekking.lijsten:
        zin = "Dit dossier zegt niet wat voor tekst het is: zet in convenant.yaml wat bij 'eisen'."
        return Gevolg(formaten, (zin,), knop="")
    return Gevolg(formaten, tuple(samenvatting(stand.dekking)), knop="Maak het overzicht")


def _maak_eisen(geopend: Geopend, formaten: _Formaten, werk: Werk) -> Uitslag:
    werk.meld(0, 0, "De tekst wordt nagelezen.")
    stand = lees_eisen(geopend)
    paden = schrijf_eisen(geopend, geopend.root / BOUW, stand, formaten)
    verder = (Knop("Naar het overzicht", "/eisen"),)
    zinnen = tuple(samenvatting(stand.dekking))[:1]
    return Uitslag("Het overzicht is gemaakt", zinnen, papieren_in(BOUW, paden), verder, "/tekst")


HANDELINGEN = (
    Handeling(
        naam="controlerapport",
        titel="Maak een controlerapport",
        menu="/tekst",
        velden=_velden,
        bekijk=_bekijk_rapport,
        werk=_maak_rapport,
        inleiding="Alles wat er niet klopt of nog open is, voor wie dit kantoor niet ziet.",
    ),
    Handeling(
        naam="eisen",
        titel="Wat de wet vraagt, op papier",
        menu="/tekst",
        velden=_velden,
        bekijk=_bekijk_eisen,
        werk=_maak_eisen,
    ),
)
