"""A letter once more, from what was recorded; nothing is recorded twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.opdrachten.adressering import zonder_adres
from convenantwerk.opdrachten.brief import (
    NIETS_TE_MAILEN,
    OPNIEUW,
    Briefopdracht,
    Herhaling,
    geadresseerden,
    kies,
    maak_berichten,
    maak_opnieuw,
)
from convenantwerk.opdrachten.briefsoorten import BRIEFSOORTEN
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.briefsoorten import Verstuurd
    from convenantwerk.stukken.brieven.brief import Partnerbrief

MENU = "/papieren"


@dataclass(frozen=True, slots=True)
class _Opnieuw:
    """Which letters, whether they say that they are sent once more, and as mail too."""

    gekozen: Sequence[Verstuurd]
    herhaald: date | None
    concept: bool


def _velden(vraag: Vraag) -> Sequence[Veld]:
    partners = [Keuze(p.sleutel, p.naam) for p in vraag.dossier.registers.partners]
    partners.sort(key=lambda keuze: keuze.naam.casefold())
    soorten = dict.fromkeys(soort.naam for soort in BRIEFSOORTEN)
    return (
        Veld(
            naam="soort",
            vraag="Welke brief?",
            soort="keuze",
            nodig=True,
            keuzes=[Keuze(soort, eerste_groot(soort)) for soort in soorten],
        ),
        Veld(
            naam="partner",
            vraag="Partner",
            soort="keuze",
            uitleg="Kiest u niemand, dan krijgt iedereen zijn brief opnieuw.",
            keuzes=partners,
        ),
        Veld(
            naam="datum",
            vraag="Datum van de brief",
            soort="datum",
            uitleg="Leeg: de laatste.",
        ),
        Veld(naam="herhaald", vraag="Zet op de brief dat hij is herhaald", soort="ja"),
        Veld(
            naam="concept",
            vraag="Maak ook een e-mail in concept, met de brief erbij",
            soort="ja",
        ),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Opnieuw]:
    wie = (str(waarden["partner"]),) if waarden["partner"] else ()
    datum = cast("date | None", waarden["datum"])
    gekozen = kies(vraag.dossier, Briefopdracht(str(waarden["soort"]), wie, datum))
    return Gevolg(
        _Opnieuw(
            gekozen,
            vraag.dossier.op if waarden["herhaald"] else None,
            concept=bool(waarden["concept"]),
        ),
        ("De datum en het kenmerk blijven dezelfde. Er wordt niets nog eens vastgelegd.",),
        tuple(zonder_adres(geadresseerden(gekozen))),
        [f"{b.titel}, van {voluit(one.datum)}" for one in gekozen for b in one.brieven],
        knop="Maak opnieuw",
    )


def _maak(geopend: Geopend, inhoud: _Opnieuw, werk: Werk) -> Uitslag:
    aantal = sum(len(one.brieven) for one in inhoud.gekozen)
    totaal = aantal * 2 if inhoud.concept else aantal
    gedaan = 0

    def volgende(brief: Partnerbrief) -> None:
        nonlocal gedaan
        werk.meld(gedaan, totaal, brief.titel)
        gedaan += 1

    herhaling = Herhaling(inhoud.herhaald, volgende)
    folder = geopend.root / "build"
    paden = maak_opnieuw(geopend, folder, inhoud.gekozen, vanzelf("brief"), herhaling)
    zinnen = [OPNIEUW]
    if inhoud.concept:
        berichten = maak_berichten(geopend, folder, inhoud.gekozen, herhaling)
        paden += tuple(pad for bericht in berichten for pad in bericht.paden)
        if not berichten:
            zinnen.append(NIETS_TE_MAILEN)
    verder = (Knop("Naar alle brieven", "/brieven"),)
    return Uitslag(
        "De brieven zijn opnieuw gemaakt", zinnen, papieren_in("build", paden), verder, MENU
    )


HANDELING = Handeling(
    naam="brief",
    titel="Brieven opnieuw maken",
    menu=MENU,
    velden=_velden,
    bekijk=_bekijk,
    werk=_maak,
    inleiding="Bijvoorbeeld omdat een adres of een naam is verbeterd.",
)
