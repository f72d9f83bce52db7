"""How a name stands in a sentence: with its article, "het Convenant", and its capital."""

from __future__ import annotations

import re
from functools import lru_cache

# Nouns that name a text or an organisation, by their end: "Privacyconvenant" ends as "convenant"
# does. The longest end that fits decides; what is in no row goes by the endings below.
_NAAMWOORDEN: dict[str, tuple[str, ...]] = {
    "het": (
        *("convenant", "protocol", "besluit", "verdrag", "reglement", "statuut", "akkoord"),
        *("contract", "wetboek", "decreet", "document", "plan", "handvest", "charter", "beleid"),
        *("kader", "huis", "bestuur", "verband", "netwerk", "bureau", "programma", "project"),
        *("overleg", "model", "register", "verslag", "stuk", "stelsel", "centrum", "platform"),
        *("team", "loket", "samenwerkingsverband", "college", "ministerie", "openbaar lichaam"),
        *(
            "handboek",
            "werkproces",
            "artikel",
            "lid",
            "onderdeel",
            "hoofdstuk",
            "deel",
            "opschrift",
        ),
    ),
    "de": (
        *("wet", "regeling", "overeenkomst", "verordening", "richtlijn", "aanwijzing"),
        *("aanwijzingen", "verklaring", "instructie", "code", "wijziging", "notitie", "nota"),
        *("afspraak", "afspraken", "bijlage", "paragraaf", "tabel", "alinea", "titel", "afdeling"),
        *("statuten", "voorwaarden", "keten", "regio", "gemeente", "stichting", "vereniging"),
        *("dienst", "raad", "commissie", "stuurgroep", "aanpak", "akte", "visie", "agenda"),
    ),
}
_UITGANGEN = (("het", ("isme", "ment", "sel", "um", "tje", "pje", "huisje")),)
_WOORD = re.compile(r"[^\W\d_]+(?:-(?=\w)[^\W\d_]+)*-?")


def lidwoord(naam: str) -> str:
    """Return "het" or "de": that of the first word of a name that is a known noun.

    Args:
        naam: a title or the name of an organisation, without an article.
    """
    woorden = [woord.lower() for woord in _WOORD.findall(naam) if not woord.endswith("-")]
    for woord in woorden:
        if found := _bekend(woord):
            return found
    for woord in woorden[:1]:
        for het, ends in _UITGANGEN:
            if woord.endswith(ends):
                return het
    return "de"


@lru_cache(maxsize=1_000)  # the same few words come by for each partner
def _bekend(woord: str) -> str:
    ends = [
        (len(end), lidwoord_)
        for lidwoord_, nouns in _NAAMWOORDEN.items()
        for end in nouns
        if woord.endswith(end)
    ]
    return max(ends)[1] if ends else ""


def met_lidwoord(naam: str) -> str:
    """Return a name after its article; one that begins with an article of its own stays."""
    eerste = naam.partition(" ")[0].lower()
    return naam if eerste in ("het", "de") else f"{lidwoord(naam)} {naam}"


def zonder_lidwoord(naam: str) -> str:
    """Return a name without the article it begins with: "Stuurgroep" of "de Stuurgroep"."""
    eerste, _, rest = naam.partition(" ")
    return rest if rest and eerste.lower() in _NAAMWOORDEN else naam


def eerste_groot(naam: str) -> str:
    """Return a name or citation with a capital, to begin a line with."""
    return naam[:1].upper() + naam[1:]


def eerste_klein(naam: str) -> str:
    """Return a citation, or what begins a line, as it stands within a sentence."""
    return naam[:1].lower() + naam[1:]
