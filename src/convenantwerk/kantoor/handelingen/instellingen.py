"""The settings of the office: who sends, who presides, who is trusted, and the mail server."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from convenantwerk.dossier.bureau import Post
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.opdrachten.instellen import (
    Bureau,
    leg_instelling_vast,
    stel_instelling_voor,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.dossier.bureau import Afzender, Ondertekenregels
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.opdrachten.instellen import Instelvoorstel

MENU = "/doe/instellingen"


def _velden(vraag: Vraag) -> Sequence[Veld]:
    registers = vraag.dossier.registers
    instellingen = registers.instellingen
    return (
        *_briefvelden(instellingen.afzender),
        *_tekenvelden(registers, instellingen.ondertekening),
        *_postvelden(instellingen.post),
    )


def _briefvelden(afzender: Afzender) -> Sequence[Veld]:
    return (
        Veld(
            naam="ketenmanager",
            vraag="Hoe een brief de ketenmanager noemt",
            nodig=True,
            standaard=afzender.ketenmanager,
        ),
        Veld(
            naam="adres",
            vraag="Postadres van het bureau",
            soort="tekst",
            uitleg="Elke regel van het adres op een eigen regel.",
            standaard="\n".join(map(str, afzender.adres)),
        ),
        Veld(
            naam="email",
            vraag="E-mail van het bureau",
            uitleg="Daar komen antwoorden binnen.",
            standaard=afzender.email,
        ),
        Veld(naam="telefoon", vraag="Telefoon van het bureau", standaard=afzender.telefoon),
    )


def _tekenvelden(registers: Registers, tekenen: Ondertekenregels) -> Sequence[Veld]:
    return (
        Veld(
            naam="voorzitters",
            vraag="Wie een toetreding mee ondertekent",
            soort="meer",
            uitleg="Wie de vergadering voorzit die over toetredingen besluit.",
            keuzes=[
                Keuze(o.sleutel, f"{o.persoon}, {o.functie}, {o.organisatie}")
                for o in registers.ondertekenaars
            ],
            standaard=tekenen.voorzitters,
        ),
        Veld(
            naam="uitgever",
            vraag="Certificaat van een uitgever die u vertrouwt",
            soort="bestand",
            uitleg=(
                "Nodig om digitale handtekeningen na te gaan. Vraag het aan de tekendienst: een "
                "bestand op .pem, .crt of .cer. "
                f"U vertrouwt er nu {len(tekenen.vertrouwd) or 'geen'}."
            ),
        ),
    )


def _postvelden(post: Post | None) -> Sequence[Veld]:
    return (
        Veld(
            naam="host",
            vraag="Mailserver",
            uitleg="Alleen als u vanuit het kantoor wilt mailen. Het wachtwoord staat hier nooit.",
            standaard=post.host if post else None,
        ),
        Veld(
            naam="poort",
            vraag="Poort van de mailserver",
            soort="getal",
            meest=65_535,
            standaard=post.poort if post else 587,
        ),
        Veld(
            naam="gebruiker",
            vraag="Gebruiker van de mailserver",
            standaard=post.gebruiker if post else None,
        ),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Instelvoorstel]:
    eerst = vraag.dossier.registers.instellingen
    afzender = replace(
        eerst.afzender,
        ketenmanager=_tekst(waarden["ketenmanager"]),
        adres=tuple(filter(None, _tekst(waarden["adres"]).split("\n"))),
        email=_tekst(waarden["email"]),
        telefoon=_tekst(waarden["telefoon"]),
    )
    post = None
    if waarden["host"]:
        post = replace(
            eerst.post or Post(_tekst(waarden["host"])),
            host=_tekst(waarden["host"]),
            poort=cast("int", waarden["poort"] or 587),
            gebruiker=_tekst(waarden["gebruiker"]),
        )
    uitgever = None
    if waarden["uitgever"]:
        uitgever = vraag.kantoor.ontvangst.geef(_tekst(waarden["uitgever"])).data
    voorzitters = cast("tuple[str, ...]", waarden["voorzitters"])
    voorstel = stel_instelling_voor(vraag.dossier, Bureau(afzender, voorzitters, post, uitgever))
    if not voorstel.zinnen:
        return Gevolg(voorstel, ["Er verandert niets."], knop="")
    return Gevolg(voorstel, voorstel.zinnen, voorstel.gekomen, knop="Bewaar de instellingen")


def _tekst(waarde: Waarde) -> str:
    return str(waarde or "")


def _leg_vast(geopend: Geopend, voorstel: Instelvoorstel) -> Uitslag:
    leg_instelling_vast(geopend, voorstel)
    verder = (Knop("Naar Vandaag", "/"), Knop("Naar de ondertekening", "/ondertekening"))
    return Uitslag("De instellingen zijn bewaard", voorstel.zinnen, verder=verder, menu=MENU)


HANDELING = Handeling(
    naam="instellingen",
    titel="Instellingen van het bureau",
    menu=MENU,
    velden=_velden,
    bekijk=_bekijk,
    leg_vast=_leg_vast,
    inleiding=(
        "Zo staat het in brieven en stukken. De regels van uw convenant, zoals de opzegtermijn, "
        "staan hier niet: die volgen uit de tekst."
    ),
)
