"""The words of which references are made, as tables; the grammar itself names no word."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TELWOORDEN = (
    *("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
    *("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"),
    *("negentien", "twintig"),
)
RANGTELWOORDEN = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde"),
    *("zevende", "achtste", "negende", "tiende", "elfde", "twaalfde"),
    *("dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende"),
    *("negentiende", "twintigste"),
)
RANGEN = {woord: str(nummer) for nummer, woord in enumerate(RANGTELWOORDEN, 1)} | {
    "laatste": "laatste"
}
RANG_IN_CIJFERS = re.compile(r"(\d{1,3})(?:e|ste|de)\Z")

# What stands before a number, and the kind of part that it names. Of the abbreviations the point
# may follow or not.
ENKELVOUD = {
    "artikel": "artikel",
    "art": "artikel",
    "artikelnummer": "artikel",
    "hoofdstuk": "hoofdstuk",
    "hfst": "hoofdstuk",
    "paragraaf": "paragraaf",
    "par": "paragraaf",
    "§": "paragraaf",
    "afdeling": "afdeling",
    "titel": "titel",
    "boek": "boek",
    "deel": "deel",
    "bijlage": "bijlage",
    "pagina": "pagina",
    "bladzijde": "pagina",
    "blz": "pagina",
}
MEERVOUD = {
    "artikelen": "artikel",
    "artikels": "artikel",
    "artt": "artikel",
    "artikelnummers": "artikel",
    "hoofdstukken": "hoofdstuk",
    "paragrafen": "paragraaf",
    "§§": "paragraaf",
    "afdelingen": "afdeling",
    "titels": "titel",
    "boeken": "boek",
    "delen": "deel",
    "bijlagen": "bijlage",
    "pagina's": "pagina",
    "pagina\u2019s": "pagina",
    "bladzijden": "pagina",
}
SOORTEN = ENKELVOUD | MEERVOUD
AFGEKORT = frozenset({"art", "artt", "hfst", "par", "blz"})
# Parts in which others lie: "deel 2, artikel 3" is one place.
RUIM = frozenset({"deel", "bijlage", "boek"})
# Of a text without such parts these are parts of another, such as "boek 2" of a code.
SOMS_ELDERS = frozenset({"boek", "titel", "afdeling"})

ONDER = frozenset({"onder", "onderdeel", "onderdelen", "sub", "letter"})
VOLZINNEN = frozenset({"volzin", "volzinnen", "zin", "zinnen", "zinsnede"})
# Smaller than what has an address: these words belong to a reference and lead no further.
KLEINER = VOLZINNEN | {"alinea", "streepje", "gedachtestreepje", "aandachtsstreepje"}
DIT = frozenset({"dit", "deze", "onderhavig", "onderhavige", "voorliggende", "dezer"})
BUREN = {
    **dict.fromkeys(("vorig", "vorige", "voorgaand", "voorgaande", "voorafgaande"), "vorige"),
    "volgend": "volgende",
    "volgende": "volgende",
}
LIDWOORDEN = frozenset({"de", "het", "een", "'t"})
# These point back to a text that was named before.
TERUG = _set(
    "die dat genoemde genoemd voornoemde voornoemd eerdergenoemde eerstgenoemde "
    "laatstgenoemde bovengenoemde dezelfde hetzelfde bedoelde diezelfde datzelfde"
)
# Words that join the members of a row; after the first kind both are of one text.
SAMEN = frozenset({"juncto", "jo", "j°", "jº", "junctis"})
VOEGWOORDEN = SAMEN | {
    *("en", "of", "en/of", "alsmede", "alsook", "evenals", "noch", "t/m", "respectievelijk"),
    *("resp", "onderscheidenlijk"),
}
# "artikel 5 e.v.": what comes after an artikel and belongs to it.
EN_VERDER = (("e", ".", "v", "."), ("e", ".", "v"), ("en", "volgende"), ("en", "verder"))
SAMENGROEPEN = (
    ("in", "samenhang", "met"),
    ("gelezen", "in", "samenhang", "met"),
    ("in", "verbinding", "met"),
    ("in", "het", "bijzonder"),
    ("meer", "in", "het", "bijzonder"),
    ("met", "name"),
)
# Between the name of a text and a part of it: "de AVG, met name artikel 15".
TOESPITSING = (
    ("meer", "in", "het", "bijzonder"),
    ("in", "het", "bijzonder"),
    ("met", "name"),
    ("waaronder",),
)
VOEGGROEPEN = (
    *SAMENGROEPEN,
    ("tot", "en", "met"),
    ("dan", "wel"),
    ("danwel",),
    ("in", "verband", "met"),
)
# After "artikel 5 en 6" these do not make a noun phrase of "6", as in "artikel 5 en 3 leden".
NA_NUMMER = _set(
    "van uit bij in en of is zijn was waren wordt worden werd werden geldt gelden blijft blijven "
    "bepaalt bepaald bepalen bedoeld bedoelde genoemd genoemde vermeld vermelde omschreven gesteld "
    "gestelde bepaalde beschreven vervalt vervallen luidt luiden komt komen treedt treden heeft "
    "hebben kan kunnen moet moeten mag mogen zal zullen niet ook slechts alleen wel dit deze de "
    "het wijst regelt regelen bevat bevatten verwijst om op te door voor tot met aan naar dan als "
    "zoals voorzover onverminderd overeenkomstig respectievelijk onderscheidenlijk alsmede juncto "
    "jo j° lid leden onder onderdeel sub aanhef"
)

# --- names of other texts --------------------------------------------------------------------

# Of the case of letters as written: "Sr" is a code, "sr" is not.
AFKORTINGEN = _set(
    "AVG UAVG GDPR BW Awb Sv Sr WvSv WvSr Rv Fw Gw Grw Wpg Bpg Wjsg Bjsg WGS Wgs BGS Tw Telecomwet "
    "WBP Wbp Wmo WMO Wlz WLZ Zvw ZVW Wzd WZD Wvggz WvGGZ Wkkgz WKKGZ WGBO Wgbo Wabvpz Jw JW Pw PW "
    "Wwb WWB Wob WOB Woo WOO Wft Wwft WWFT Wet-BIG BIG Wvw WVW WVW94 Wahv WAHV Wabo WABO Wro Bro "
    "Ow OW Omgevingswet Wm Wgh Whv Gemw Provw Wgr WGR Wibz Bibob BIBOB Wtt Wbt Wti Wih Wrb WRB "
    "Vw VW Vb Vv Wav Wml WML ZW WW WIA WAO Wajong IOAW IOAZ AOW ANW Akw AKW Wko WKO Wpo WPO WVO "
    "Wvo WEC Wec WHW EVRM IVRK IVBPR IVESCR VWEU VEU EG EU Handvest HGEU BIO BIR ISO NEN Ar Aw "
    "Rw Bbv Bw WED Wed Wwm WWM Opw Ow Pbw PBW Bjj BJJ Gjw Hvr Wots Wets Wap Wrra WRRA Awr AWR IW "
    "Iw AWIR Awir Mw Mbw Arbowet ATW Atw WOR Wor Awgb AWGB Wgbh Wnt WNT Wfpp Comptabiliteitswet "
    "WIV Wiv Wiv2017 Wpr Rva Rv2000 Ffw APV Stb Stcrt Trb Pb PbEU PbEG"
)
_REGELING = (
    "wet wetboek besluit regeling verordening richtlijn code verdrag reglement convenant statuut "
    "handvest voorschrift voorschriften protocol wetten statuten overeenkomst"
)
REGELINGSWOORD = re.compile(rf"(?:[^\W\d_-]*-?)(?:{'|'.join(_REGELING.split())})\Z", re.IGNORECASE)
# In small letters right behind a number, with so many signs: "artikel 5 wet X", "artikel 5 cao".
KLEINE_NAMEN = {"wet": 2, "cao": 1}
# Before the kind of text in its name, beside words that end in "e": "Europees Verdrag".
BIJVOEGLIJK = frozenset({"burgerlijk", "europees", "internationaal", "algemeen", "regionaal"})
# Other papers that have parts of their own.
STUKKEN = _set(
    "nota rapport handreiking handboek leidraad circulaire brief kamerstuk kamerstukken "
    "memorie richtsnoer richtsnoeren aanwijzing aanwijzingen beleidsregel beleidsregels plan "
    "notitie beschikking mandaat grondwet"
)
# By themselves these say nothing: small words say what the text is about.
KALE_SOORTEN = frozenset(_REGELING.split()) | STUKKEN
# The kinds of text that a text like ours calls itself by; "het convenant" is this one.
ZELF = _set(
    "convenant samenwerkingsconvenant privacyconvenant samenwerkings-convenant protocol "
    "privacyprotocol samenwerkingsprotocol samenwerkings- privacy- addendum bijlage"
)
ZELF_BIJ_DIT = ZELF | _set(
    "overeenkomst samenwerkingsovereenkomst raamovereenkomst dienstverleningsovereenkomst contract "
    "verwerkersovereenkomst document stuk tekst akte statuten intentieverklaring "
    "toetredingsverklaring verklaring afsprakenkader kader modelconvenant deel"
)
# With which a law goes on after its first word: "Wet op de …", "Wetboek van …".
VERBINDING = frozenset({"van", "op", "inzake", "betreffende", "tot", "voor", "tegen", "houdende"})
# Never part of a name: what follows a name in a sentence.
GEEN_NAAM = NA_NUMMER - VERBINDING | {"dat", "die", "wie", "waar", "waarin", "toe"}

# What a verwijzing may begin with, besides an ordinal in figures.
BEGIN = SOORTEN.keys() | DIT | TERUG | BUREN.keys() | ONDER | RANGEN.keys() | {"lid", "leden"}
BEGIN |= {"aanhef", "addendum"}
# An artikel that was not made a heading: "Artikel 4. De partners betalen." What stands behind the
# number is its text and no title: it ends as a sentence does, or is long.
ARTIKEL_MET_TEKST = re.compile(
    r"Artikel \d+[a-z]{0,2}\. (?=[A-Z])(?=.*[.:;]\Z|(?:\S+\s+){12})", re.DOTALL
)
# Every verwijzing holds one of these, in small letters. Most alineas hold none: they are not read.
SIGNAAL = re.compile(
    r"\b(?=[abdhlopstvwz])(?:artikel|artt?\b|hoofdstuk|hfst\b|paragra|par\b|afdeling|titels?\b|boek"
    r"|deel\b|delen\b|bijlage|pagina|bladzijde|blz\b|lid\b|leden\b|sub\b|aanhef\b|letter\b"
    r"|onder(?:deel|delen)?\b[\s*_\\]*(?:\w{1,3}[^\w\s]?|onder|letter|sub)(?:[\W_]|\Z)"
    r"|zin(?:nen|snede)?\b|volzin|addendum)|§|://|@|www\."
)
