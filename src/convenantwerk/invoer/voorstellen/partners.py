"""Who takes part: lists of parties, numbered recitals, tables with a column of organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.dossier.registers import Partner
from convenantwerk.invoer.voorstellen.bepalingen import VOORWERK, buiten_overleg, gewoon
from convenantwerk.invoer.voorstellen.namen import (
    Naam,
    aaneen,
    korte_naam,
    lees_naam,
    sleutel,
    zonder_staart,
)
from convenantwerk.invoer.voorstellen.voorstel import Voorstel
from convenantwerk.tekst.adressen import plaatsen_in
from convenantwerk.tekst.boom import (
    Alinea,
    Convenant,
    Element,
    Onderdeel,
    Tabel,
    plain,
)
from convenantwerk.tekst.citeren import Citaten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.dossier.registers import Partnersoort
    from convenantwerk.tekst.adressen import Plaats
    from convenantwerk.tekst.boom import Blok

_WIE = r"(?:keten|sleutel|convenants?|samenwerkings)?-?(?:partners?|partijen)"
_GROEP = rf"(?:{_WIE}|deelnemers|organisaties|instellingen|ondergetekenden|deelnemende gemeenten)"
# What a list of parties is begun with: it ends by naming them, and says nothing that they do.
_AANKONDIGING = re.compile(
    rf"\b{_GROEP}\b[^.:;]*[:;]?$|\b(?:tussen|partij bij dit convenant zijn):$",
    re.IGNORECASE,
)
_DOEN = re.compile(
    r"\b(?:hebben|heeft|moeten|kunnen|komen|nemen het|overweg\w*|verklaren|spreken|stellen|zorgen"
    r"|verplichten|dragen|leveren|werken|delen|dienen|zullen|willen|mogen|gezamenlijk|te noemen"
    r"|volgende(?! (?:keten|sleutel)?-?(?:partners|partijen|organisaties|deelnemers|instellingen))"
    r"|doel\w*|tak\w+|uitgangspunt\w*|voorwaarden|afspraken|redenen|onderwerpen)\b",
    re.IGNORECASE,
)
_OPSCHRIFT = re.compile(
    rf"^(?:de )?(?:deelnemende |ondertekenende )?{_GROEP}(?: bij \w+ \w+)?$", re.IGNORECASE
)
_SCHIL = re.compile(r"\bflexibele schil\b", re.IGNORECASE)
_INCIDENTEEL = re.compile(r"\bincidenteel\b|\bincidentele\b", re.IGNORECASE)
# "Zijn de leden aanwezig of vertegenwoordigd" is said of a meeting.
_VERTEGENWOORDIGD = re.compile(r"(?<!\bof )(?<!\ben )\bvertegenwoordigd\b", re.IGNORECASE)
_KOLOM = re.compile(
    r"(?:naam )?(?:(?:keten)?partner|partij|organisatie|deelnemer|instelling)s?", re.IGNORECASE
)
_ZETEL = re.compile(
    r"\bgevestigd (?:is )?(?:te|in) (?P<zetel>[A-Z\u2019'][\w\u2019' -]*?)(?=[,;.()]| en |$)"
)
_KVK = re.compile(r"\b(?:KvK|Kamer van Koophandel|handelsregister)\b\D{0,60}(?P<kvk>\d{8})\b")
_KORT = re.compile(
    r"\b(?:hierna|verder|te noemen|genoemd|aangeduid als)\b[^\u201c\"\u2018'\u201e]{0,40}"
    r"[\u201c\"\u2018'\u201e](?P<kort>[^\u201d\"\u2019'\u201c]+)"
)
_VROEGER = re.compile(
    r"(?:voorheen|vroeger|voormalige?|v/h)(?: genaamd)?:? (?P<naam>\S.*)$", re.IGNORECASE
)
_LANGST = 1000  # characters of a recital
_MEEST = 1000  # parties; a text with more of them lists something else
_HELFT = 0.6  # of a list must be names, or it is a list of something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnervoorstel(Voorstel):
    """An organisation that the text names as a party."""

    partner: Partner


def lees_partners(delen: Sequence[Element]) -> tuple[Partnervoorstel, ...]:
    """Return the parties that a text names, each once, in the order in which they stand there.

    Args:
        delen: with ankers that are unique within the text (`with_ankers`).
    """
    citaten = Citaten(Convenant(tuple(delen), ""))
    found: dict[str, Partnervoorstel] = {}
    for deel in delen:
        if deel.anker == VOORWERK:
            continue
        for element in buiten_overleg(deel):
            for plaats, tekst, soort in _genoemd(element):
                _voeg_toe(found, plaats, tekst, soort, citaten)
    return tuple(found.values())


def _voeg_toe(
    found: dict[str, Partnervoorstel],
    plaats: Plaats,
    tekst: str,
    soort: Partnersoort,
    citaten: Citaten,
) -> None:
    naam = lees_naam(tekst)
    twijfel = ""
    if naam is None:
        naam, twijfel = Naam(zonder_staart(tekst)[:80]), "het lijkt geen naam van een organisatie"
    elif naam.is_meervoud:
        twijfel = "het noemt geen organisatie, maar een soort"
    gelijk = aaneen(naam.naam)
    if gelijk in found or len(found) >= _MEEST:
        return
    bezet = [voorstel.partner.sleutel for voorstel in found.values()]
    partner = _partner(naam, soort, sleutel(naam.naam, bezet))
    citaat = citaten.citeer(plaats.adres)
    found[gelijk] = Partnervoorstel(
        partner=partner,
        adres=plaats.adres,
        citaat=citaat,
        woorden=gewoon(tekst),
        twijfel=twijfel,
    )


def _partner(naam: Naam, soort: Partnersoort, key: str) -> Partner:
    partner = Partner(key, naam.naam, soort)
    if naam.afkorting:
        partner = replace(partner, ook_bekend_als=(naam.afkorting,))
    if match := _VROEGER.match(naam.bijzin):
        # A list may write it with the brackets, and an older text by the older name.
        partner = replace(
            partner,
            ook_bekend_als=(
                *partner.ook_bekend_als,
                match["naam"],
                f"{naam.naam} ({naam.bijzin})",
            ),
        )
    elif naam.bijzin:
        partner = replace(partner, opmerking=f"De tekst voegt toe: ({naam.bijzin}).")
    if (match := _KORT.search(naam.staart)) and (kort := korte_naam(match["kort"])):
        partner = replace(partner, kort=kort)
    if match := _ZETEL.search(naam.staart):
        partner = replace(partner, zetel=match["zetel"].strip())
    if match := _KVK.search(naam.staart):
        partner = replace(partner, kvk=match["kvk"])
    return partner


def _genoemd(element: Element) -> Iterator[tuple[Plaats, str, Partnersoort]]:
    """Yield what one titled part names as parties, with what they are to the convenant."""
    intro = plain(element.opschrift)
    kop = bool(_OPSCHRIFT.match(intro))
    lijst: list[Plaats] = []
    for plaats in plaatsen_in(element, element.anker):
        part = plaats.part
        if isinstance(part, Onderdeel):
            lijst.append(plaats)
            continue
        yield from _uit_lijst(lijst, intro, kop=kop)
        lijst = []
        if isinstance(part, Alinea):
            intro, kop = gewoon(plain(part.inhoud))[-_LANGST:], False
            if _VERTEGENWOORDIGD.search(intro) and lees_naam(intro):
                yield plaats, intro, "ketenpartner"
        elif isinstance(part, Tabel):
            yield from _uit_tabel(plaats, part, intro)
    yield from _uit_lijst(lijst, intro, kop=kop)


def _uit_lijst(
    lijst: Sequence[Plaats], intro: str, *, kop: bool
) -> Iterator[tuple[Plaats, str, Partnersoort]]:
    items = [(plaats, _eerste(plaats)) for plaats in lijst]
    if not (kop or _kondigt_aan(intro)):
        items = [(p, tekst) for p, tekst in items if _VERTEGENWOORDIGD.search(tekst)]
        items = [(p, tekst) for p, tekst in items if lees_naam(tekst)]
    namen = [naam for _, tekst in items if (naam := lees_naam(tekst))]
    if not items or len(namen) < _HELFT * len(items):
        return
    for plaats, tekst in items:
        yield plaats, tekst, _soort(intro)


def _kondigt_aan(intro: str) -> bool:
    """Tell whether a sentence says that parties follow: "het gaat om de volgende partners:"."""
    zin = re.split(r"(?<=[.;])\s", intro)[-1]
    match = _AANKONDIGING.search(zin)
    if match is None or not zin.endswith((":", ";")):
        return False
    bijzin = zin[: match.start()].rpartition(",")[2] + zin[match.start() :]
    return not _DOEN.search(bijzin)


def _eerste(plaats: Plaats) -> str:
    blokken: tuple[Blok, ...] = plaats.part.inhoud if isinstance(plaats.part, Onderdeel) else ()
    tekst = " ".join(plain(blok.inhoud) for blok in blokken if isinstance(blok, Alinea))
    return gewoon(tekst)[:_LANGST]


def _soort(intro: str) -> Partnersoort:
    if _SCHIL.search(intro):
        return "flexibele schil"
    return "incidenteel" if _INCIDENTEEL.search(intro) else "ketenpartner"


def _uit_tabel(
    plaats: Plaats, tabel: Tabel, intro: str
) -> Iterator[tuple[Plaats, str, Partnersoort]]:
    koppen = [gewoon(plain(cel)) for cel in tabel.kop]
    kolom = next((n for n, kop in enumerate(koppen) if _KOLOM.fullmatch(kop)), None)
    if kolom is None:
        return
    for rij in tabel.rijen:
        tekst = gewoon(plain(rij[kolom]))
        if lees_naam(tekst):
            yield plaats, tekst, _soort(intro)
