"""Names of organisations, functions and persons in the text of a convenant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.namen import naamsleutel
from convenantwerk.dossier.registers import vrije_sleutel
from convenantwerk.invoer.voorstellen.bepalingen import gewoon
from convenantwerk.tekst.adressen import slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from convenantwerk.dossier.registers import Partner

_LANG = 60  # characters of a sleutel, which file names are made of
_KORT = 4  # less is too little to know a name by its beginning
_WOORDEN = 14  # more than these is a sentence and no name
_SLOT = re.compile(r"(?:[\s;,.:]|\s(?:en|of|alsmede)(?=[\s;,.]*$))+$")
# "B.V", "U.A", "e.o": initials, of which the last point is part of the name.
_LETTERS = re.compile(r"(?:^|[\s(])(?:\w\.){1,3}\w$")
_LIDWOORD = re.compile(r"^(?:de|het)\s+(?=\w)|^(?:De|Het)\s+(?=[a-z])")
# Behind the name: who represents it, where it is, what it is called from here on.
_STAART = re.compile(
    r"[,(]?\s*\b(?:(?:te dezen?|ten deze|hierbij|daartoe|in dezen?)?\s*(?:rechtsgeldig\s+)?"
    r"(?:vertegenwoordigd|gevestigd|statutair|kantoorhoudende?|ingeschreven)"
    r"|hierna|verder(?:\s+te\s+noemen)?|namens dezen?|voor dezen?)\b",
    re.IGNORECASE,
)
_WERKWOORD = re.compile(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|kan|kunnen|zal|zullen|moet|moeten|dient|dienen|mag"
    r"|mogen|dat|die|maakt|maken|neemt|nemen|komt|komen)\b"
)
_HAKEN = re.compile(r"\s*\((?P<in>[^()]*)\)\s*$")
# Names that begin with no capital: "3RO Reclassering", "'t Huis Proefdam", "iHulp Proefland".
_VREEMD = re.compile(r"\d{1,4}[A-Z]|['\u2019][a-z][ -][A-Z]|[a-z]{1,3}[A-Z]")
_AFKORTING = re.compile(r"(?:[A-Z][A-Za-z]*[A-Z&-]|[A-Z]{2})[\w&.-]{0,12}")
_MEERVOUD = re.compile(
    r"^(?:alle|diverse|overige|andere|(?:zorg|jeugd|welzijns)?(?:gemeenten|scholen|instellingen"
    r"|organisaties|corporaties|woningcorporaties|zorgaanbieders|partners))\b",
    re.IGNORECASE,
)
_SOORTNAAM = re.compile(
    r"(?:partij|partner|deelnemer|opdrachtgever|opdrachtnemer)\w*", re.IGNORECASE
)
FUNCTIE = re.compile(
    r"\b(?:(?:plaatsvervangend|waarnemend|algemeen|regionaal|adjunct|gemandateerd)[ -])?"
    r"(?:lid (?:van (?:het |de )?)?(?:dagelijks bestuur|college van bestuur|raad van bestuur|rvb)"
    r"|[a-z\-]*(?:burgemeester|directeur|directrice|bestuurder|bestuurslid|voorzitter|manager"
    r"|secretaris|wethouder|(?:hoofd)?officier van justitie|politiechef|korpschef|teamleider"
    r"|teamchef|afdelingshoofd|coördinator|dijkgraaf|gedeputeerde|commissaris|rector"
    r"|penningmeester|sectorhoofd))\b",
    re.IGNORECASE,
)
_TITEL = (
    r"(?:\b(?:de heer|mevrouw|dhr|mevr|mw|hr|heer|prof|drs|dr|mr|ir|ing|ds|jhr|ir)\b\.?\s*"
    r"(?=\S))"
)
_NAAM = (
    r"(?:[A-Z]\.\s?|[A-Z][a-z]\.\s?){0,6}(?:[A-ZÀ-Ý][\w\u2019'-]+\s+)?"
    r"(?:(?:van|de|der|den|het|'t|\u2019t|ter|ten|te|in|op|von|el|al|la|du)\s+){0,3}"
    r"(?:[dl]['\u2019]|['\u2019]s-)?[A-ZÀ-Ý][\w\u2019'-]+"
    r"(?:[ -](?:van |de |der |den |ter |ten )*[A-ZÀ-Ý][\w\u2019'-]+)*(?:\s(?:MSc|MBA|LLM|MPA|RA))?"
)
PERSOON = re.compile(rf"(?P<titel>(?i:{_TITEL})+)(?P<naam>{_NAAM})")
KALE_PERSOON = re.compile(rf"^(?P<titel>)(?P<naam>(?:[A-Z][a-z]?\.\s?){{1,6}}{_NAAM})$")
ORGANISATIE = re.compile(
    r"\b(?:gemeente|stichting|vereniging|politie|ministerie|reclassering|raad voor|dienst"
    r"|openbaar ministerie|parket|ggd|ggz|provincie|waterschap|veiligheids\w+|jeugdbescherming"
    r"|bureau|woningcorporatie|b\.?v\.?|coöperatie|instelling|zorg\w*|leger des heils"
    r"|belastingdienst|uwv|college|bestuur van|universiteit|school|regio)\b",
    re.IGNORECASE,
)


def korte_naam(woorden: str) -> str:
    """Return what a text calls an organisation from here on; "" for a word that names no one."""
    kort = _LIDWOORD.sub("", gewoon(woorden))
    return "" if ORGANISATIE.fullmatch(kort) or _SOORTNAAM.fullmatch(kort) else kort


@dataclass(frozen=True, slots=True)
class Naam:
    """The name of an organisation, taken apart.

    Args:
        naam: as the text writes it, without article and what stands behind it.
        afkorting: in brackets behind it: "GGD".
        bijzin: other words in brackets: "Palier maakt hier onderdeel van uit".
        staart: what follows the name: ", vertegenwoordigd door …".
    """

    naam: str
    afkorting: str = ""
    bijzin: str = ""
    staart: str = ""

    @property
    def is_meervoud(self) -> bool:
        """Whether it names a kind of organisations, and not one: "Gemeenten in de regio"."""
        return bool(_MEERVOUD.match(self.naam))


def lees_naam(tekst: str) -> Naam | None:
    """Return the organisation with which a text begins; None when it begins with none."""
    plain = gewoon(tekst)
    tail = _STAART.search(plain)
    kaal, staart = (plain[: tail.start()], plain[tail.start() :]) if tail else (plain, "")
    kaal = _zonder_slot(kaal)
    found = Naam("", staart=staart.lstrip(", ("))
    while match := _HAKEN.search(kaal):
        binnen = gewoon(match["in"])
        kort = bool(_AFKORTING.fullmatch(binnen))
        found = replace(found, afkorting=binnen) if kort else replace(found, bijzin=binnen)
        kaal = _zonder_slot(kaal[: match.start()])
    kaal = _LIDWOORD.sub("", kaal)
    goed = kaal and len(kaal.split()) <= _WOORDEN and not _WERKWOORD.search(kaal)
    if goed and ";" not in kaal and (kaal[0].isupper() or _VREEMD.match(kaal)):
        return replace(found, naam=kaal)
    if goed and ";" not in kaal and ORGANISATIE.match(kaal):
        return replace(found, naam=kaal[:1].upper() + kaal[1:])
    return None


def zonder_staart(tekst: str) -> str:
    """Return a text up to who represents what it names, and where that is."""
    plain = gewoon(tekst)
    tail = _STAART.search(plain)
    return _zonder_slot(plain[: tail.start()] if tail else plain) or plain


def _zonder_slot(tekst: str) -> str:
    """Return a name without what separates it from the next; the point of "B.V." is its own."""
    kort = _SLOT.sub("", tekst)
    punt = tekst[len(kort) :].startswith(".") and _LETTERS.search(kort)
    return f"{kort}." if punt else kort


def sleutel(naam: str, bezet: Collection[str], *, anders: str = "partner") -> str:
    """Return a sleutel for a name that no other has, of a length that files can have."""
    stam = slug(naam)
    kort = stam[:_LANG] if len(stam) <= _LANG else stam[:_LANG].rpartition("-")[0] or stam[:_LANG]
    return vrije_sleutel(kort.strip("-") or anders, bezet)


def aaneen(naam: str) -> str:
    """Return what a name has in common with one that is broken in a narrow cell.

    "Arrondissements parket" and "arrondissements-parket" are the arrondissementsparket.
    """
    return re.sub(r"[\s-]+", "", naamsleutel(naam))


def zoek_partner(naam: str, partners: Iterable[Partner]) -> tuple[Partner | None, bool]:
    """Return the partner that a text means by a name, and whether that is sure.

    "Regionale Dienst" may be the beginning of one name and "Fivoor (Palier)" that with an addition;
    "Goodwillwerk Leger des Heils" holds a name, but may be something else.
    """
    found = lees_naam(naam)
    gezocht = naamsleutel(_LIDWOORD.sub("", found.naam if found else naam))
    known = [
        (naamsleutel(name), partner)
        for partner in partners
        for name in (
            partner.naam,
            *partner.ook_bekend_als,
            *([partner.kort] if partner.kort else []),
        )
    ]
    begint = [p for name, p in known if f"{gezocht} ".startswith(f"{name} ")]
    korter = [
        p for name, p in known if f"{name} ".startswith(f"{gezocht} ") and len(gezocht) >= _KORT
    ]
    bevat = [p for name, p in known if f" {name} " in f" {gezocht} "]
    gelijk = [p for name, p in known if name == gezocht]
    gebroken = [p for name, p in known if aaneen(name) == aaneen(gezocht)]
    for zeker, choice in (
        (True, gelijk),
        (True, gebroken),
        (True, begint),
        (True, korter),
        (False, bevat),
    ):
        uniek = {p.sleutel: p for p in choice}
        if len(uniek) == 1:
            return next(iter(uniek.values())), zeker
    return None, False
