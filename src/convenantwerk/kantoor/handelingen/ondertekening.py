"""A sheet that was signed with a pen, a refusal to sign, and reminders of what is out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.dossier.archief import getekend
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.kantoor.handelingen.versturen import Wijze, kies_wijze, verstuur
from convenantwerk.kantoor.velden import kies_partner
from convenantwerk.opdrachten.adressering import zonder_adres
from convenantwerk.opdrachten.brief import Briefopdracht, al_verzonden, kies, maak_berichten
from convenantwerk.opdrachten.ondertekening.herinneren import (
    leg_herinneringen_vast,
    stel_herinneringen_voor,
)
from convenantwerk.opdrachten.ondertekening.ronde import (
    Weigeropdracht,
    lees_ronde,
    stel_weigering_voor,
    weigerzin,
)
from convenantwerk.opdrachten.ondertekening.verwerken import (
    Nat,
    Stukvoorstel,
    bereid_nat,
    leg_stuk_vast,
)
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.ondertekening.herinneren import Herinneringsvoorstel

MENU = "/ondertekening"
NAAR = Knop("Naar de ondertekening", MENU)


# --- signed with a pen ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Scan:
    """A scan that may be recorded, and how to drop it from what waits; None when it is refused."""

    stuk: Stukvoorstel | None
    vergeet: Callable[[], None]


def _nat_velden(vraag: Vraag) -> Sequence[Veld]:
    registers = vraag.dossier.registers
    partner = kies_partner(registers, "Voor welke partner is getekend?")
    gekozen = vraag.formulier.een("partner") or vraag.zoek.get("partner", "")
    mag = (*registers.instellingen.ondertekening.voorzitters,)
    wie = [o for o in registers.ondertekenaars if o.partner == gekozen or o.sleutel in mag]
    velden = [
        partner,
        Veld(
            naam="bestand",
            vraag="De scan van het getekende blad",
            soort="bestand",
            nodig=True,
            uitleg="Een PDF, PNG of JPEG.",
        ),
        Veld(
            naam="datum",
            vraag="De dag die bij de handtekening staat",
            soort="datum",
            nodig=True,
        ),
    ]
    if gekozen and wie:
        velden.append(
            Veld(
                naam="door",
                vraag="Wie tekende?",
                soort="meer",
                uitleg="Kiest u niemand, dan is het wie het blad kreeg om te tekenen.",
                keuzes=[Keuze(o.sleutel, f"{o.persoon}, {o.organisatie}") for o in wie],
            )
        )
    return velden


def _bekijk_nat(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Scan]:
    sleutel = cast("str", waarden["bestand"])
    ontvangen = vraag.kantoor.ontvangst.geef(sleutel)
    nat = Nat(
        cast("str", waarden["partner"]),
        cast("tuple[str, ...]", waarden.get("door") or ()),
        cast("date", waarden["datum"]),
    )
    found = bereid_nat(vraag.dossier, ontvangen.pad, nat)
    inzien = [Knop("Bekijk de scan", f"/ondertekening/stuk/{sleutel}")]
    # Where the file waits here means nothing to who sent it.
    bezwaren = tuple(replace(een, position=NERGENS) for een in found.diagnostics)
    inhoud = _Scan(
        found if isinstance(found, Stukvoorstel) else None,
        lambda: vraag.kantoor.ontvangst.vergeet(sleutel),
    )
    if inhoud.stuk is None:
        zin = f"{ontvangen.naam} wordt niet vastgelegd."
        return Gevolg(inhoud, (zin,), bezwaren, inzien=inzien)
    vraagt = (
        "Wat u van een scan vertelt, kan het programma niet nagaan. Bekijk de scan: is het dit "
        "blad, staan deze handtekening en deze dag erop, en is alles te lezen?"
    )
    zinnen = (found.zinnen, vraagt)
    knop = "Ja, dit staat op de scan: leg vast"
    return Gevolg(inhoud, zinnen, bezwaren, inzien=inzien, knop=knop)


def _leg_nat_vast(geopend: Geopend, scan: _Scan) -> Uitslag:
    assert scan.stuk is not None  # noqa: S101  what is refused has a fout, which stops it
    gedaan = leg_stuk_vast(geopend, scan.stuk)
    scan.vergeet()
    soort = scan.stuk.bestand[:2]
    return Uitslag(
        "De handtekening is vastgelegd",
        ("De scan is bewaard in het archief.", gedaan.zinnen),
        verder=(Knop("Bekijk de scan in het archief", f"/bestand/{getekend(*soort)}"), NAAR),
        menu=MENU,
    )


# --- a refusal -----------------------------------------------------------------------------


def _weiger_velden(vraag: Vraag) -> Sequence[Veld]:
    return (
        kies_partner(vraag.dossier.registers),
        Veld(naam="datum", vraag="Dag van de weigering", soort="datum", nodig=True),
        Veld(naam="reden", vraag="Reden", uitleg="Als de partner die noemde."),
    )


def _bekijk_weigering(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Voorstel]:
    sleutel = cast("str", waarden["partner"])
    opdracht = Weigeropdracht(cast("date", waarden["datum"]), cast("str", waarden["reden"] or ""))
    voorstel, versie = stel_weigering_voor(vraag.dossier, sleutel, opdracht)
    partner = next(p for p in vraag.dossier.registers.partners if p.sleutel == sleutel)
    return Gevolg(voorstel, (weigerzin(partner, opdracht, versie),), voorstel.bezwaren)


def _leg_weigering_vast(geopend: Geopend, voorstel: Voorstel) -> Uitslag:
    geopend.leg_vast(voorstel)
    zin = "Een nieuw pakket krijgt deze partner alleen als u daarom vraagt."
    return Uitslag("De weigering is vastgelegd", (zin,), verder=(NAAR,), menu=MENU)


# --- reminders -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Herinneren:
    voorstel: Herinneringsvoorstel
    wijze: Wijze
    opnieuw: bool


def _herinner_velden(vraag: Vraag) -> Sequence[Veld]:
    plaatsen = [p for p in lees_ronde(vraag.dossier).plaatsen if p.aanbieding]
    uit = {p.partner: p for p in plaatsen if p.status in ("te laat", "aangeboden")}
    laat = {p.partner.sleutel for p in plaatsen if p.status == "te laat"}
    keuzes = [Keuze(p.sleutel, f"{p.naam}, te laat" if p.sleutel in laat else p.naam) for p in uit]
    return (
        Veld(
            naam="partner",
            vraag="Wie herinnert u?",
            soort="meer",
            nodig=True,
            uitleg="Wie te laat is, is al aangevinkt." if keuzes else "Er staat niets uit.",
            keuzes=keuzes,
            standaard=tuple(laat),
        ),
        *kies_wijze(vraag.dossier, "Maak de brieven, met het stuk erbij"),
    )


def _bekijk_herinnering(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Herinneren]:
    partners = cast("tuple[str, ...]", waarden["partner"])
    wijze = Wijze.van(vraag.dossier, waarden)
    voorstel = stel_herinneringen_voor(vraag.dossier, partners)
    aan = [partner for partner, _ in voorstel.aan]
    zinnen: list[str | tuple[str, ...]] = [
        f"{voorstel.telling}:",
        tuple(wijze.noem(partner) for partner in aan),
    ]
    if not voorstel.nieuw:
        zinnen.append(
            "Dat er vandaag is herinnerd, was al vastgelegd; de brieven worden opnieuw gemaakt."
        )
    bezwaren = (*voorstel.voorstel.bezwaren, *zonder_adres(aan))
    inhoud = _Herinneren(voorstel, wijze, bool(waarden.get("opnieuw")))
    return Gevolg(inhoud, zinnen, bezwaren, knop=_knop(aan, wijze))


def _knop(aan: Sequence[Partner], wijze: Wijze) -> str:
    wie = aan[0].naam if len(aan) == 1 else f"de {len(aan)}"
    return f"Herinner {wie} per e-mail" if wijze.mail else f"Herinner {wie}"


def _herinner(geopend: Geopend, inhoud: _Herinneren, werk: Werk) -> Uitslag:
    uit = geopend.root / "build"
    voorstel, wijze = inhoud.voorstel, inhoud.wijze
    aantal = len(voorstel.aan)
    totaal = aantal * (2 if wijze.mail else 1)
    gemaakt: list[str] = []

    def klaar(partner: Partner) -> None:
        gemaakt.append(partner.naam)
        werk.meld(len(gemaakt), totaal, f"De brief aan {partner.naam} is gemaakt.")

    werk.meld(0, totaal, "De brieven worden gemaakt.")
    paden = leg_herinneringen_vast(geopend, uit, voorstel, vanzelf("brief"), klaar)
    zinnen = ["Dat er is herinnerd, is vastgelegd." if voorstel.nieuw else "Opnieuw gemaakt."]
    opdracht = Briefopdracht(
        "herinnering", tuple(partner.sleutel for partner, _ in voorstel.aan), geopend.op
    )
    berichten = maak_berichten(geopend, uit, kies(geopend, opdracht))
    paden += tuple(pad for bericht in berichten for pad in bericht.paden)
    if wijze.mail:
        todo = [b for b in berichten if inhoud.opnieuw or not al_verzonden(geopend, b)]
        zinnen += verstuur(geopend, todo, werk, (aantal, totaal))
    titel = f"{aantal} partners zijn herinnerd" if aantal > 1 else f"{gemaakt[0]} is herinnerd"
    return Uitslag(
        titel if wijze.mail else f"{voorstel.telling} gemaakt",
        tuple(zinnen),
        papieren_in("build", paden),
        (NAAR,),
        MENU,
    )


HANDELINGEN = (
    Handeling(
        naam="met-de-pen",
        titel="Met de pen getekend",
        menu=MENU,
        velden=_nat_velden,
        bekijk=_bekijk_nat,
        leg_vast=_leg_nat_vast,
        inleiding="Voor een blad dat op papier is getekend en gescand. Een digitaal getekende pdf "
        "legt u bij Ondertekening neer.",
    ),
    Handeling(
        naam="weigering",
        titel="Een partner wil niet tekenen",
        menu=MENU,
        velden=_weiger_velden,
        bekijk=_bekijk_weigering,
        leg_vast=_leg_weigering_vast,
    ),
    Handeling(
        naam="herinnering",
        titel="Herinner aan het tekenen",
        menu=MENU,
        velden=_herinner_velden,
        bekijk=_bekijk_herinnering,
        werk=_herinner,
        inleiding="Elke partner krijgt een brief, met het stuk dat eerder is aangeboden.",
    ),
)
