"""What the columns of a list hold: ONE table of what may be in them, and how they are recognised.

A column is known by its name, whatever its spelling: by whom it is about ("ondertekenaar") and by
what it tells ("functie"). When the name does not tell, what stands in the column may.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.namen import naamwoorden
from convenantwerk.invoer.lijsten.waarden import INHOUD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from convenantwerk.invoer.lijsten.blad import Rij

Door = Literal["naam", "inhoud", "u", ""]

# Every field that a column may be, as it is called on the terminal and typed behind --kolom.
VELDEN: Mapping[str, str] = {
    "naam": "naam van de organisatie",
    "sleutel": "sleutel",
    "soort": "soort partner",
    "kort": "korte naam",
    "ook-bekend-als": "andere naam",
    "rechtsvorm": "rechtsvorm",
    "kvk": "KvK-nummer",
    "zetel": "zetel",
    "aard": "publiek of privaat",
    "contact": "aanspreekpunt voor brieven",
    "adres": "adres",
    "straat": "straat en huisnummer",
    "huisnummer": "huisnummer",
    "postcode": "postcode",
    "plaats": "plaats",
    "postcode-en-plaats": "postcode en plaats",
    "email": "e-mail",
    "fg": "functionaris gegevensbescherming",
    "opmerking": "opmerking",
    "tekenaar": "naam van de ondertekenaar",
    "voornaam": "voornaam of voorletters van de ondertekenaar",
    "tussenvoegsel": "tussenvoegsel van de ondertekenaar",
    "achternaam": "achternaam van de ondertekenaar",
    "aanhef": "aanhef van de ondertekenaar",
    "titel": "titel van de ondertekenaar",
    "functie": "functie van de ondertekenaar",
    "grond": "grond om te tekenen",
    "kenmerk": "kenmerk van die grond",
    "van": "eerste dag van de bevoegdheid",
    "tot": "laatste dag van de bevoegdheid",
    "besluitdatum": "dag waarop de organisatie besloot",
    "certificaat": "naam in het certificaat",
    "niets": "wordt niet overgenomen",
}
NIETS = "niets"
# Of these a list may hold one for each of the signatories of an organisation.
TEKENVELDEN = tuple(VELDEN)[list(VELDEN).index("tekenaar") : -1]

_WIE: tuple[tuple[str, str], ...] = (
    (
        "tekenaar",
        r"\w*tekenaars?\b|teken\w*bevoegd\w*|bevoegde\b|gemachtigde|mandaathouder|"
        r"vertegenwoordig\w*|\bteken(t|en)\b|signator\w*",
    ),
    ("fg", r"\bfg\b|functionaris\w* (voor )?(de )?gegevensbescherming|\bdpo\b|privacy ?officer"),
    ("contact", r"contact\w*|aanspreekpunt|\bt a v\b|\btav\b|ter attentie"),
    ("bezoek", r"bezoek\w*"),
    (
        "organisatie",
        r"organi[sz]ation|organisatie\w*|partners?\b|partner ?naam|part(ij|ijen)\b|"
        r"instelling\w*|ketenpartners?|deelnemers?\b|bedrijf\w*|samenwerkingspartners?|company|"
        r"rechtspersoon|relatie|convenantpartners?|convenantspartij\w*|aangesloten",
    ),
)
_WAT: tuple[tuple[str, str], ...] = (
    ("email", r"\be ?mail\w*|\bmail\w*"),
    (
        "niets",
        r"telefoon\w*|\btel\b|mobiel\w*|\bphone\b|website|\burl\b|\bfax\b|\bland\b|provincie|"
        r"\bgeboorte\w*|volgnummer|volgnr|debiteur\w*|\biban\b",
    ),
    ("postcode-en-plaats", r"(postcode|\bpc\b|\bzip\b).*(plaats|stad)|pcplaats"),
    ("postcode", r"\bpost ?code|\bpc\b|\bzip\b"),
    ("straat", r"straat\w*|\bstreet\b|postbus|adresregel 1"),
    ("huisnummer", r"huis ?n(umme)?r\w*|\bhnr\b"),
    ("zetel", r"zetel|statutaire (vestigings)?plaats"),
    ("plaats", r"\w*plaats(naam)?\b|\bstad\b|\bcity\b"),
    ("adres", r"\w*adres\w*|\baddress\b"),
    ("kvk", r"\bk ?v ?k\w*|kamer van koophandel|handelsregister\w*"),
    ("rechtsvorm", r"rechtsvorm|juridische vorm"),
    ("besluitdatum", r"(datum|dag|d d) .*besluit|besluit\w* .*(datum|dag|d d)|besluitdatum"),
    ("van", r"(bevoegd\w*|mandaat|volmacht) (van\b|vanaf|met ingang)|ingangsdatum mandaat"),
    ("tot", r"(bevoegd\w*|mandaat|volmacht) (tot|t m|einde)|einddatum mandaat"),
    ("grond", r"grond(slag)?\b|op grond van"),
    ("kenmerk", r"kenmerk"),
    ("certificaat", r"certificaat"),
    ("functie", r"\w*functie\w*|hoedanigheid|\brol\b"),
    ("voornaam", r"voorletter\w*|initialen|voorna(am|men)|roepnaam"),
    ("tussenvoegsel", r"tussen ?v\w*|voorvoegsel\w*|\btv\b"),
    ("achternaam", r"achternaam|familienaam|geslachtsnaam|surname"),
    ("aanhef", r"aanhef|aanspreek(titel|vorm)|geslacht|dhr mw|mw dhr|de heer mevrouw|^m v$"),
    ("titel", r"titel\w*|titulatuur|predicaat"),
    ("sleutel", r"sleutel"),
    ("soort", r"soort\w*|\btype\b|categorie|\bgroep\b|kring"),
    ("aard", r"publiek\w*|privaat|\baard\b"),
    ("kort", r"afkorting|korte naam|verkorte naam|\bkort\b|roepnaam organisatie"),
    ("ook-bekend-als", r"ook bekend als|andere naam|alias|handelsnaam|voorheen|oude naam"),
    ("opmerking", r"opmerking\w*|bijzonderheden|notitie\w*|toelichting"),
    ("naam", r"\bna(am|men)\b|\bname\b|statutaire naam"),
)
# What a column is that is about somebody; a pair that is not here tells nothing that is kept.
_PAREN: Mapping[tuple[str, str], str] = {
    ("tekenaar", "naam"): "tekenaar",
    ("tekenaar", ""): "tekenaar",
    **{("tekenaar", veld): veld for veld in TEKENVELDEN[1:]},
    ("fg", ""): "fg",
    ("fg", "email"): "fg",
    ("fg", "naam"): "niets",
    ("contact", ""): "contact",
    ("contact", "naam"): "contact",
    ("contact", "functie"): "contact",
    ("contact", "email"): "email",
    ("contact", "adres"): "adres",
    ("organisatie", ""): "naam",
    **{("organisatie", veld): veld for veld in VELDEN},
    **{("", veld): veld for veld in VELDEN},
}
_VOLGNUMMER = re.compile(r"(?:^| )([1-9])(?: |$)|(?<=[a-z])([1-9])$|\b(tweede)\b")
_KRUISJE = re.compile("ja|nee|j|n|x|v|waar|onwaar|true|false", re.IGNORECASE)
_LANG = 60  # letters that the name of a column may have
_MEEST = 0.6  # of what stands in a column, to know it by that


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a list, and what it holds.

    Args:
        plek: counted from 0.
        kop: its name as it stands there, "" for none.
        veld: a key of VELDEN.
        nummer: of which signatory, counted from 1.
        door: by what it was recognised; "" when it was not.
    """

    plek: int
    kop: str
    veld: str = NIETS
    nummer: int = 1
    door: Door = ""


def veld_van(kop: str) -> str:
    """Return what the name of a column says that it holds; "" when it says nothing."""
    tekst = " ".join(naamwoorden(kop))
    if not tekst or len(kop) > _LANG:
        return ""
    zonder = _VOLGNUMMER.sub(" ", tekst)
    wie = next((naam for naam, vorm in _WIE if re.search(vorm, zonder)), "")
    wat = next((naam for naam, vorm in _WAT if re.search(vorm, zonder)), "")
    if wie == "organisatie" and wat == "kort" and "naam" not in zonder:
        wat = "kort"
    if wie or wat:
        return _PAREN.get((wie, wat), NIETS)
    return ""


def herken(koppen: Sequence[str], rijen: Sequence[Rij]) -> tuple[Kolom, ...]:
    """Return what each column of a list holds.

    Args:
        koppen: the names of the columns; "" where there is none.
        rijen: those under the names.
    """
    kolommen = [_een(plek, kop, rijen) for plek, kop in enumerate(koppen)]
    kolommen = _naast_postcode(kolommen, rijen)
    kolommen = _namen(kolommen)
    kolommen = _functie_van_contact(kolommen)
    return tuple(_eenmaal(kolommen))


def _een(plek: int, kop: str, rijen: Iterable[Rij]) -> Kolom:
    waarden = [cel for rij in rijen if (cel := rij.cel(plek))]
    veld = veld_van(kop)
    nummer = _nummer(kop)
    if sum(_KRUISJE.fullmatch(cel) is not None for cel in waarden) > len(waarden) // 2:
        veld = veld if veld == "aanhef" else NIETS
    elif veld in ("soort", "aard", "naam", "adres", "grond", "") or (veld == NIETS and not kop):
        gezien = inhoud_van(waarden, veld)
        if gezien and gezien != veld:
            return Kolom(plek, kop, gezien, nummer, "inhoud")
    return Kolom(plek, kop, veld or NIETS, nummer, "naam" if veld else "")


def _naast_postcode(kolommen: list[Kolom], rijen: Sequence[Rij]) -> list[Kolom]:
    """Take what stands behind a postcode, and of which nothing is known, for the place."""
    for voor, kolom in pairwise(kolommen):
        waarden = [cel for rij in rijen if (cel := rij.cel(kolom.plek))]
        los = not kolom.door and waarden and not any(re.search(r"[\d@]", cel) for cel in waarden)
        if voor.veld == "postcode" and los and not _heeft(kolommen, "plaats"):
            return [replace(k, veld="plaats", door="inhoud") if k is kolom else k for k in kolommen]
    return kolommen


def _nummer(kop: str) -> int:
    match = _VOLGNUMMER.search(" ".join(naamwoorden(kop)))
    if match is None:
        return 0
    return 2 if match[3] else int(match[1] or match[2])


def inhoud_van(waarden: Sequence[str], veld: str = "") -> str:
    """Return what most of the values of a column are, "" when that cannot be seen.

    Args:
        waarden: what stands in the column.
        veld: what its name says; only what may go under that name is looked for.
    """
    if not waarden:
        return ""
    telling = Counter(
        naam for waarde in waarden for naam, is_dat in INHOUD.items() if is_dat(waarde)
    )
    for naam in INHOUD:
        if telling[naam] >= _MEEST * len(waarden) and naam in _MAG.get(veld, tuple(INHOUD)):
            return naam
    return ""


# What a column may turn out to be though its name says something else.
_MAG: Mapping[str, tuple[str, ...]] = {
    "soort": ("soort", "rechtsvorm", "aard"),
    "aard": ("aard", "soort"),
    "grond": ("grond",),
    "naam": ("tekenaar", "email", "soort-ja"),
    "adres": ("email", "postcode-en-plaats", "postcode", "straat"),
}


def _namen(kolommen: list[Kolom]) -> list[Kolom]:
    """Settle whose names a column has that is called "naam" beside one of organisations."""
    namen = [k for k in kolommen if k.veld == "naam"]
    if not namen:
        return _eerste_als_naam(kolommen)
    echt = [k for k in namen if any(re.search(_WIE[-1][1], w) for w in [_gewoon(k.kop)])] or namen[
        :1
    ]
    for kolom in namen:
        if kolom is not echt[0]:
            los = _gewoon(kolom.kop) in ("naam", "namen", "name")
            veld = "tekenaar" if los and not _heeft(kolommen, "tekenaar", "achternaam") else NIETS
            kolommen[kolom.plek] = replace(kolom, veld=veld)
    return kolommen


def _eerste_als_naam(kolommen: list[Kolom]) -> list[Kolom]:
    """Take the first column of which nothing is known for that of the names."""
    for kolom in kolommen:
        if not kolom.door:
            kolommen[kolom.plek] = replace(kolom, veld="naam", door="inhoud")
            break
    return kolommen


def _gewoon(kop: str) -> str:
    return " ".join(naamwoorden(kop))


def _heeft(kolommen: Iterable[Kolom], *velden: str) -> bool:
    return any(kolom.veld in velden for kolom in kolommen)


def _functie_van_contact(kolommen: list[Kolom]) -> list[Kolom]:
    """Let a functie be that of the contact where nobody signs: letters go to a function."""
    if _heeft(kolommen, "contact") and not _heeft(kolommen, "tekenaar", "achternaam"):
        return [
            replace(k, veld=("contact" if k.veld == "functie" else NIETS))
            if k.veld in ("functie", "contact") and _heeft(kolommen, "functie")
            else k
            for k in kolommen
        ]
    return kolommen


def _eenmaal(kolommen: list[Kolom]) -> Iterable[Kolom]:
    """Yield columns of which no two hold the same: the next of a signatory is of the next one."""
    voor = {k.veld for k in kolommen if re.search(r"\bpost(bus|adres)|correspond", _gewoon(k.kop))}
    bezet: set[tuple[str, int]] = set()
    for kolom in kolommen:
        if kolom.veld == NIETS:
            yield replace(kolom, nummer=1)
            continue
        nummer = kolom.nummer if kolom.veld in TEKENVELDEN and kolom.nummer else 1
        while kolom.veld in TEKENVELDEN and not kolom.nummer and (kolom.veld, nummer) in bezet:
            nummer += 1
        bezoek = kolom.veld in voor and re.search(r"bezoek|vestigings", _gewoon(kolom.kop))
        if (kolom.veld, nummer) in bezet or bezoek:
            yield replace(kolom, veld=NIETS, nummer=1)
            continue
        bezet.add((kolom.veld, nummer))
        yield replace(kolom, nummer=nummer)
