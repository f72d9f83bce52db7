"""Forms of words: what two have in common, and which are no terms; tables and small functions."""

from __future__ import annotations

from functools import lru_cache

LIDWOORDEN = frozenset({"de", "het", "een"})
_VOORNAAMWOORDEN = """deze dit die dat elk elke ieder iedere één geen enig enige meerdere haar zijn
    hun onze ons betrokken betreffende eigen andere alle"""
VOORNAAMWOORDEN = frozenset(_VOORNAAMWOORDEN.split())
# What may stand between the words of one name.
_VERBINDEN = "van voor de het der den en te in op aan tot bij ter ten"
VERBINDEN = frozenset(_VERBINDEN.split())
# Words before which an article is left out, but that a noun follows.
_VOORZETSELS = "van voor op tot bij na door over met aan en of tijdens zonder wegens volgens per"
VOOR_NAAMWOORD = frozenset(_VOORZETSELS.split())
_NAMEN = """rijk staat koning kroon kamer regering kabinet minister ministerie staatssecretaris
    burgemeester wethouder officier commissaris politie justitie reclassering halt
    wet wetboek grondwet besluit verordening regeling richtlijn aanwijzing verdrag unie
    deel bijlage artikel hoofdstuk paragraaf titel afdeling boek lid noot tabel figuur
    stichting vereniging gemeente provincie waterschap stad regio
    staatscourant staatsblad tractatenblad gemeenteblad waterschapsblad publicatieblad
    handelsregister staten-generaal rekenkamer
    nederland nederlands nederlandse europees europa internet mevrouw heer god"""
_PLAATSEN = """leiden best goes hoorn bergen kampen echt made grave buren huizen houten assen weert
    laren velsen vught elst wijk rijn maas waal loon epe"""
# Abbreviations that are words by now, and Roman numbers.
_AFKORTINGEN = """ICT IT ID EU EUR NL BV NV PDF BSN BTW KVK GGZ HBO MBO WO TV CD
    II III IV VI VII VIII IX XI XII"""
GEWONE_AFKORTINGEN = frozenset(_AFKORTINGEN.split())
# Words that a text with a list of terms has in it, when it uses them.
TYPISCH = (
    *("betrokkene", "casus", "casusregisseur", "procesregisseur", "casushouder", "ketenmanager"),
    *("ketenpartner", "partner", "melding", "melder"),
)
# Words that are used for one thing; a text that means two of them by it, says what the other is.
# Behind "=" only that form of a word is meant: "zaken" are no cases, and "betrokkenen" may be
# anybody.
VERWANT = (
    ("partner", "partij", "ketenpartner", "sleutelpartner", "convenantpartner", "convenantpartij"),
    ("=betrokkene", "cliënt", "justitiabele"),
    ("casus", "=zaak"),
    ("bureau", "secretariaat"),
    ("jaarverslag", "jaarrapportage"),
    ("samenwerkingsconvenant", "samenwerkingsovereenkomst"),
    ("privacyprotocol", "privacyreglement"),
    ("bewaartermijn", "bewaarperiode"),
    ("opzegtermijn", "opzeggingstermijn"),
    ("persoonsgegevens", "persoonsinformatie"),
)
# What people are called by who have a task: "casusregisseur", "casushouder".
ROLLEN = (
    *("regievoerder", "regiehouder"),
    *("regisseur", "manager", "houder", "coördinator", "coordinator", "leider", "begeleider"),
    *("voorzitter", "beheerder", "verantwoordelijke", "directeur", "secretaris"),
)
_UITGANGEN = "al el lijk isch eerd baar bar aar es s en ig iev air nt"
_BIJVOEGLIJK = (
    *(f"{uitgang}e" for uitgang in _UITGANGEN.split()),
    *("lijk", "isch", "baar", "naal", "graal", "traal", "ocaal", "tiaal"),
)
_TOCH_NAAMWOORD = ("verantwoordelijke", "betrokkene", "belanghebbende")
_NAAM_EINDIGT = (
    *("wet", "besluit", "verordening", "regeling", "straat", "plein", "laan", "weg", "kade"),
    *("gracht", "singel", "dijk", "vaart", "baan"),
)
# How common nouns end; few names do.
_SLOT = """ing age tie gie heid schap teit overleg plan proces team tafel groep regisseur manager
    protocol convenant"""
_NAAMWOORD = tuple(f"{slot}{meervoud}" for slot in _SLOT.split() for meervoud in ("", "en", "s"))
_KORT = 3  # letters of a word that has no plural ending to leave out


@lru_cache(maxsize=1 << 14)
def grondvorm(woord: str) -> str:
    """Return what the singular and the plural of a word have in common, in small letters.

    "partijen" and "Partij", "casussen" and "casus", "huizen" and "huis", "organen" and "orgaan".
    """
    kaal = woord.lower()
    if kaal.endswith(("'s", "\u2019s")):
        kaal = kaal[:-2]
    if len(kaal) <= _KORT:
        return kaal
    if kaal.endswith("en"):
        kaal = kaal[:-2]
        einde = kaal[-1]
        if len(kaal) > _KORT and einde == kaal[-2] and einde not in "aeiou":
            kaal = kaal[:-1]
        elif einde in "zv":
            kaal = kaal[:-1] + ("s" if einde == "z" else "f")
    kaal = kaal.removesuffix("s").removesuffix("e")
    if len(kaal) > _KORT and kaal[-2] == kaal[-3] and kaal[-2] in "aeou":
        kaal = kaal[:-2] + kaal[-1]
    return kaal


def sleutel(woord: str) -> str:
    """Return what ways to write one word have in common: no capitals, hyphens or spaces."""
    return woord.lower().replace("-", "").replace(" ", "")


def is_afkorting(woord: str) -> bool:
    """Tell whether a word has a capital besides its first letter and those behind hyphens."""
    if woord[1:].islower():
        return False
    return any(deel[1:] != deel[1:].lower() for deel in woord.replace(" ", "-").split("-"))


def is_bijvoeglijk(woord: str) -> bool:
    """Tell whether a word ends as an adjective does: "Algemene", "Leidse"."""
    laag = woord.lower()
    return laag.endswith(_BIJVOEGLIJK) and not laag.endswith(_TOCH_NAAMWOORD)


# Words with a capital that are names though an article or a number is beside them, and places that
# are written as words are.
_GEEN_BEGRIP = frozenset(grondvorm(woord) for woord in (*_NAMEN.split(), *_PLAATSEN.split()))


def is_naam(woord: str) -> bool:
    """Tell whether a word has its capital because it is a name, or part of one."""
    return grondvorm(woord) in _GEEN_BEGRIP or woord.lower().endswith(_NAAM_EINDIGT)


def is_naamwoord(woord: str) -> bool:
    """Tell whether a word ends as common nouns do, and few names: "Afschaling"."""
    return woord.lower().endswith(_NAAMWOORD)


def rol_van(woord: str) -> tuple[str, str] | None:
    """Return of what and which task a word tells: ("casus", "regisseur"); None for another."""
    enkel = woord.lower().removesuffix("s") if woord[-1:] == "s" else woord.lower()
    if not enkel.endswith(ROLLEN):
        return None
    rol = max((rol for rol in ROLLEN if enkel.endswith(rol)), key=len)
    return enkel.removesuffix(rol), rol


def keer(aantal: int) -> str:
    """Return how often, in words: "1 keer"."""
    return f"{aantal} keer"
