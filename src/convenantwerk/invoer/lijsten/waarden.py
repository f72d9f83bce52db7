"""What stands in a cell of a list: an address, a person, a functie; and the parts of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.mailadres import is_adres
from convenantwerk.basis.namen import naamwoorden

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Za-z]{2})\b")
_HELE_POSTCODE = re.compile(r"[1-9]\d{3}\s?[A-Za-z]{2}")
_PLAATSREGEL = re.compile(r"([1-9]\d{3})\s?([A-Za-z]{2})[\s,]+(\D{2,60})")
_STRAAT = re.compile(r"(?:[^\d@]{3,60}\s\d{1,5}(?:[\s-]?[A-Za-z0-9]{1,4})?|(?i:postbus)\s\d{1,6})")
_KVK = re.compile(r"\d{8}")
_TELEFOON = re.compile(r"(?:\+|0)[\d\s()/-]{8,18}")
_SOORTEN: Mapping[str, str] = {
    **dict.fromkeys(
        ("ketenpartner", "ketenpartners", "keten", "kern", "kernpartner"), "ketenpartner"
    ),
    **dict.fromkeys(("kernpartners", "vaste partner", "vaste partners"), "ketenpartner"),
    **dict.fromkeys(
        ("flexibele schil", "flexibel", "schil", "flexibele partner"), "flexibele schil"
    ),
    **dict.fromkeys(("incidenteel", "incidentele partner", "incidentele partners"), "incidenteel"),
}
_RECHTSVORMEN: Mapping[str, str] = {
    **{naam: naam for naam in ("gemeente", "stichting", "vereniging", "coöperatie")},
    **{naam: naam for naam in ("kerkgenootschap", "openbaar lichaam", "waterschap", "provincie")},
    **{naam: naam for naam in ("gemeenschappelijke regeling", "besloten vennootschap")},
    "naamloze vennootschap": "naamloze vennootschap",
    "bv": "besloten vennootschap",
    "b v": "besloten vennootschap",
    "nv": "naamloze vennootschap",
    "n v": "naamloze vennootschap",
    "gr": "gemeenschappelijke regeling",
    "cooperatie": "coöperatie",
}
_GRONDEN: Mapping[str, str] = {
    **{naam: naam for naam in ("wet", "mandaat", "volmacht", "statuten")},
    "wettelijk": "wet",
    "statutair": "statuten",
    "mandaatbesluit": "mandaat",
}
_AARD: Mapping[str, str] = {
    **dict.fromkeys(("publiek", "publiekrechtelijk", "overheid"), "publiek"),
    **dict.fromkeys(("privaat", "privaatrechtelijk", "particulier"), "privaat"),
}
_AANHEF: Mapping[str, str] = {
    **dict.fromkeys(("dhr", "de heer", "heer", "hr", "meneer", "m", "man"), "Dhr."),
    **dict.fromkeys(("mw", "mevr", "mevrouw", "v", "vrouw"), "Mw."),
}
_VOOR = re.compile(
    r"^(?:(?:de heer|mevrouw|meneer|dhr|mevr|mw|hr)\b\.?|(?:prof|drs?|mr|ir|ing|ds)\.)\s*",
    re.IGNORECASE,
)
_VOORLETTERS = re.compile(r"(?:[A-Z][a-z]{0,2}\.\s?-?){1,6}")
_TUSSEN = frozenset(
    (
        "de",
        "den",
        "der",
        "van",
        "von",
        "te",
        "ten",
        "ter",
        "het",
        "'t",
        "la",
        "el",
        "in",
        "op",
        "aan",
    )
)
_FUNCTIES = re.compile(
    r"burgemeester|bestuur|voorzitter|direct(?:eur|rice)|officier|politiechef|manager|hoofd|"
    r"secretaris|wethouder|teamleid|korpschef|afdeling|procureur|gedeputeerde|"
    r"ce?o\b|coördinator|adviseur|president|rector|predikant",
    re.IGNORECASE,
)
_AANSPREEKPUNT = re.compile(
    r"secretariaat|bureau|afdeling|staf\b|bestuur|directie|team\b|loket|balie|zaken\b|dienst\b|"
    r"college|raad\b|griffie|kabinet",
    re.IGNORECASE,
)
_ORGANISATIE = re.compile(
    r"gemeente|stichting|vereniging|politie|openbaar ministerie|parket|reclassering|\bGGD\b|"
    r"\bGGZ\b|veiligheids|raad voor|jeugd|zorg|leger des heils|\bB\.?V\.?\b|\bN\.?V\.?\b|"
    r"coöperatie|dienst\b|woning|wonen|corporatie|instituut|ministerie|rechtbank|provincie|waterschap|school|groep",
    re.IGNORECASE,
)


class Persoon(NamedTuple):
    """A person as a cell names one: title, name, and the functie when it stands there too."""

    titel: str
    naam: str
    functie: str = ""


def uit_tabel(tabel: Mapping[str, str], waarde: str) -> str:
    """Return what a word stands for, "" when the table does not have it."""
    return tabel.get(" ".join(naamwoorden(waarde)), "")


def soort(waarde: str) -> str:
    """Return the soort of a partner that a cell names, "" for none."""
    return uit_tabel(_SOORTEN, waarde)


def rechtsvorm(waarde: str) -> str:
    """Return the rechtsvorm that a cell names, "" for none that is known."""
    return uit_tabel(_RECHTSVORMEN, waarde)


def grond(waarde: str) -> str:
    """Return the grond that a cell names, "" for none."""
    return uit_tabel(_GRONDEN, waarde)


def aard(waarde: str) -> str:
    """Return whether a cell says public or private, "" when neither."""
    return uit_tabel(_AARD, waarde)


def aanhef(waarde: str) -> str:
    """Return "Dhr." or "Mw.", "" for neither."""
    return uit_tabel(_AANHEF, waarde)


def postcode(waarde: str) -> str:
    """Return a postcode as the post writes it, and all else as it stands."""
    match = _HELE_POSTCODE.fullmatch(waarde)
    return f"{waarde[:4]} {waarde[-2:].upper()}" if match else waarde


def adresregels(waarde: str) -> tuple[str, ...]:
    """Return the lines of an address that stands in one cell."""
    regels = [deel.strip(" ,;") for regel in waarde.split("\n") for deel in regel.split(",")]
    if len(regels) == 1 and (match := _POSTCODE.search(regels[0])) and match.start():
        regels = [regels[0][: match.start()].strip(" ,-"), regels[0][match.start() :]]
    return tuple(_POSTCODE.sub(_postcode, regel) for regel in regels if regel)


def _postcode(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2].upper()}"


def plaats_in(regel: str) -> str:
    """Return the place in a line with a postcode, "" for none."""
    match = _PLAATSREGEL.fullmatch(regel)
    return match[3].strip() if match else ""


def lijkt_functie(waarde: str) -> bool:
    """Tell whether a cell names a function or an office, and no person."""
    woorden = waarde.replace("\n", " ")
    if _VOOR.match(woorden) or _VOORLETTERS.match(woorden):
        return False
    return bool(_AANSPREEKPUNT.search(woorden) or _FUNCTIES.search(woorden))


def persoon(waarde: str) -> Persoon:
    """Return a person with title, name and functie apart, as far as one can see them apart."""
    tekst, functie = " ".join(waarde.split()), ""
    if match := re.fullmatch(r"(.+?)\s*\((.+)\)", tekst):
        tekst, functie = match[1], match[2]
    voor, komma, na = tekst.partition(", ")
    if komma and _VOORLETTERS.match(na):
        delen = na.split()
        tussen = [deel for deel in delen if deel.lower() in _TUSSEN]
        tekst = " ".join((*(d for d in delen if d not in tussen), *tussen, voor))
    elif komma and _FUNCTIES.search(na):
        tekst, functie = voor, functie or na
    titels = []
    while match := _VOOR.match(tekst):
        if match.end() == len(tekst):
            break
        woord = match.group().strip()
        titels.append(aanhef(woord) or f"{woord.rstrip('.').lower()}.")
        tekst = tekst[match.end() :]
    return Persoon(" ".join(titels), tekst, functie)


def _is_persoon(waarde: str) -> bool:
    return bool(_VOOR.match(waarde) or _VOORLETTERS.match(waarde)) and "@" not in waarde


# By what a column is known when its name does not tell, the surest first.
INHOUD: Mapping[str, Callable[[str], bool]] = {
    "email": is_adres,
    "kvk": lambda w: bool(_KVK.fullmatch(w)),
    "postcode": lambda w: bool(_HELE_POSTCODE.fullmatch(w)),
    "postcode-en-plaats": lambda w: bool(_PLAATSREGEL.fullmatch(w)),
    "niets": lambda w: bool(_TELEFOON.fullmatch(w)),
    "soort": lambda w: bool(soort(w)),
    "rechtsvorm": lambda w: bool(rechtsvorm(w)),
    "grond": lambda w: bool(grond(w)),
    "aard": lambda w: bool(aard(w)),
    "aanhef": lambda w: bool(aanhef(w)),
    "adres": lambda w: bool(_POSTCODE.search(w)) and len(adresregels(w)) > 1,
    "straat": lambda w: bool(_STRAAT.fullmatch(w)),
    "tekenaar": _is_persoon,
    "naam": lambda w: bool(_ORGANISATIE.search(w)),
    "functie": lambda w: bool(_FUNCTIES.search(w)),
}
