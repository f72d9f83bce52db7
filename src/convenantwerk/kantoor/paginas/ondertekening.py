"""Ondertekening: who signed what of the version last adopted, and what to do about the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from convenantwerk.kantoor.antwoord import Blad, Knop, Verder
from convenantwerk.kantoor.geheugen import Geheugen
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.kantoor.paginas.onderweg import onzeker
from convenantwerk.opdrachten.ondertekening.ronde import hoever, lees_ronde, nog_geen_meldingen
from convenantwerk.papier.formaten.tabel import FORMATEN
from convenantwerk.tekenen.tekeneditie import laatste_versie
from convenantwerk.tekenen.tekenstand import per_partner_stand, regel_inwerking, volgende_brief
from convenantwerk.tekst.deel import mapnaam_leesbaar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.opdrachten.ondertekening.ronde import Ronde
    from convenantwerk.tijd.tekenplaatsen import Tekenplaats, Tekenstatus

MENU = "/ondertekening"
_MEEST = 60  # partners that an address names
_ronde = Geheugen(lees_ronde, lambda geopend: geopend.registers)
_nog_niet = Geheugen(
    lambda geopend: nog_geen_meldingen(_ronde(geopend), geopend.op),
    lambda geopend: geopend.registers,
)
# How a status is called in the address and above the table, gravest first, and the colour of it.
_STANDEN: Mapping[Tekenstatus, tuple[str, str]] = {
    "te laat": ("te laat", "verlopen"),
    "geweigerd": ("geweigerd", "verlopen"),
    "niet aangeboden": ("nog niet aangeboden", "niet"),
    "aangeboden": ("aangeboden", "verstuurd"),
    "getekend": ("getekend", "getekend"),
}
# Which act makes the letter that a partner gets next.
_BRIEVEN: Mapping[str, tuple[str, str]] = {
    "herinnering": ("Herinner", "/doe/herinnering?"),
    "aanbiedingsbrief": ("Maak het pakket", "/doe/pakket?"),
    "geen: bespreken": ("Bied opnieuw aan", "/doe/pakket?"),
    "eerst een ondertekenaar": ("Noem eerst een ondertekenaar", "/partners/"),
}


@dataclass(frozen=True, slots=True)
class Cel:
    """How far one signature is: the name of its deel, in words, and its colour."""

    deel: str
    woorden: str
    kleur: str


@dataclass(frozen=True, slots=True)
class Rij:
    """The signatures of one ondertekenaar, and what can be done about them."""

    partner: Partner
    wie: str
    functie: str
    cellen: Sequence[Cel | None]
    standen: frozenset[str]
    stappen: Sequence[Knop]


def toon(vraag: Vraag, melding: str = "") -> Antwoord:
    """Show how far the signing is."""
    dossier = vraag.dossier
    if laatste_versie(dossier, dossier.registers) is None:
        return Blad("ondertekening_leeg.html", "Ondertekening", menu=MENU)
    ronde = _ronde(dossier)
    rijen = list(_rijen(ronde))
    gekozen = vraag.zoek.get("stand", "")
    waarden = {
        "ronde": ronde,
        "melding": melding,
        "gezet": sum(p.status == "getekend" for p in ronde.plaatsen),
        "inwerking": regel_inwerking(ronde.stand),
        "nog_niet": _nog_niet(dossier),
        "vertrouwt": bool(dossier.registers.instellingen.ondertekening.vertrouwd),
        "delen": [mapnaam_leesbaar(deel) for deel in _delen(ronde)],
        "filters": _filters(ronde, gekozen),
        "rijen": [rij for rij in rijen if not gekozen or gekozen in rij.standen],
        "acties": _acties(ronde),
        "termijn": dossier.registers.instellingen.ondertekening.reactietermijn,
        "formaten": list(FORMATEN),
        "onzeker": list(onzeker(dossier)),
    }
    titel = f"Ondertekening van versie {ronde.editie.versie.naam}"
    return Blad("ondertekening.html", titel, waarden, 422 if melding else 200, menu=MENU)


def neem_terug(vraag: Vraag) -> Antwoord:
    """Take files that were sent, and go on to what they are worth; nothing is recorded."""
    sleutels = vraag.formulier.bestanden.get("bestand", ())
    if not sleutels:
        return toon(vraag, "Er kwam geen bestand mee. Kies eerst een of meer bestanden.")
    return Verder(f"/ondertekening/oordeel?{urlencode([('bestand', een) for een in sleutels])}")


def _delen(ronde: Ronde) -> tuple[str, ...]:
    """Return what is signed, in the order of the text; under declarations may be more."""
    ook = (p.deel for p in ronde.plaatsen)
    return tuple(dict.fromkeys((*ronde.editie.te_tekenen, *ook)))


def _rijen(ronde: Ronde) -> Iterator[Rij]:
    delen = _delen(ronde)
    for partner, plaatsen in per_partner_stand(ronde.plaatsen):
        stappen = _stappen(partner, plaatsen)
        personen: dict[str, list[Tekenplaats]] = {}
        for plaats in plaatsen:
            wie = plaats.ondertekenaar.sleutel if plaats.ondertekenaar else ""
            personen.setdefault(wie, []).append(plaats)
        for eigen in personen.values():
            signer = eigen[0].ondertekenaar
            bij = {plaats.deel: plaats for plaats in eigen}
            yield Rij(
                partner,
                signer.persoon if signer else "niemand bevoegd",
                signer.functie if signer else "",
                [_cel(bij[deel]) if deel in bij else None for deel in delen],
                frozenset(plaats.status.replace(" ", "-") for plaats in eigen),
                () if all(plaats.status == "getekend" for plaats in eigen) else stappen,
            )


def _cel(plaats: Tekenplaats) -> Cel:
    return Cel(mapnaam_leesbaar(plaats.deel), hoever(plaats), _STANDEN[plaats.status][1])


def _stappen(partner: Partner, plaatsen: Sequence[Tekenplaats]) -> Sequence[Knop]:
    """Return what can be done for a partner, the letter that it gets next first."""
    welke = urlencode({"partner": partner.sleutel})
    stappen = []
    if brief := _BRIEVEN.get(volgende_brief(plaatsen)):
        tekst, naar = brief
        stappen.append(Knop(tekst, naar + (partner.sleutel if naar.endswith("/") else welke)))
    if any(p.aanbieding and p.status in ("aangeboden", "te laat") for p in plaatsen):
        stappen.append(Knop("Met de pen getekend", f"/doe/met-de-pen?{welke}"))
        stappen.append(Knop("Wil niet tekenen", f"/doe/weigering?{welke}"))
    return stappen


def _acties(ronde: Ronde) -> Sequence[Knop]:
    """Return what can be done for all at once, the gravest first."""
    alle = list(per_partner_stand(ronde.plaatsen))
    laat = sum(any(p.status == "te laat" for p in plaatsen) for _, plaatsen in alle)
    nieuw = [p for p, plaatsen in alle if volgende_brief(plaatsen) == "aanbiedingsbrief"]
    acties = []
    if laat:
        wie = "de partner die te laat is" if laat == 1 else f"de {laat} die te laat zijn"
        acties.append(Knop(f"Herinner {wie}", "/doe/herinnering"))
    if nieuw:
        wat = "het pakket" if len(nieuw) == 1 else f"de {len(nieuw)} pakketten"
        namen = nieuw if len(nieuw) <= _MEEST else ()
        welke = urlencode([("partner", partner.sleutel) for partner in namen])
        acties.append(Knop(f"Maak {wat} om te tekenen", f"/doe/pakket?{welke}"))
    return acties


def _filters(ronde: Ronde, gekozen: str) -> Sequence[Mapping[str, object]]:
    filters: list[Mapping[str, object]] = [
        {"naam": "alle", "naar": MENU, "aantal": len(ronde.plaatsen), "hier": not gekozen}
    ]
    for status, (naam, _) in _STANDEN.items():
        if aantal := sum(p.status == status for p in ronde.plaatsen):
            sleutel = status.replace(" ", "-")
            filters.append(
                {
                    "naam": naam,
                    "naar": f"{MENU}?stand={sleutel}",
                    "aantal": aantal,
                    "hier": gekozen == sleutel,
                }
            )
    return filters


def _open(geopend: Geopend) -> int:
    """Return how many signatures the version that is being signed still waits for."""
    if laatste_versie(geopend, geopend.registers) is None:
        return 0
    return sum(p.status != "getekend" for p in _ronde(geopend).plaatsen)


PAGINA = Pagina(
    (
        Weg(MENU, toon),
        Weg("/ondertekening/beoordeel", neem_terug, "POST"),
    ),
    "Ondertekening",
    _open,
)
