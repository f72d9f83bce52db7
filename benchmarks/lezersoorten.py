"""The kinds of faults that the mutation bench seeds: one table, a row for each."""

from benchmarks.lezerfouten import (
    aanroep_zonder_noot,
    afgebroken,
    ander_woord,
    begrip_weg,
    bepaling_weg,
    dubbel_begrip,
    dubbel_nummer,
    half_hernoemd,
    kop_anders,
    lege_cel,
    letters_verwisseld,
    noot_zonder_aanroep,
    overleg_weg,
    partner_weg,
    spelfout,
    verschoven_nummer,
    zonder_naam,
    zonder_punt,
)
from benchmarks.zaaien import Soort, achter, anders, zonder_koppen

_TERMEN = ("CV13",)
_OPBOUW = ("CV124", "CV125", "CV126", "CV127", "CV128", "CV129", "CV14")
_OVEREEN = ("CV15", "CV160", "CV161", "CV162", "CV163", "CV164")
_VOLLEDIG = ("CV165", "CV166", "CV167", "CV168", "CV169")
_TAAL = ("CV17", "CV18")
_NUMMERS = ("CV101", "CV103", "CV104", "CV107")
_WOORDEN = ("CV110", "CV120", "CV121", "CV122", "CV123")
_NAMEN = "convenant/registers/partners.yaml"
_REGELS = "convenant/convenant.yaml"
_LIJST = r"(?<=[a-z]);( en)?$"

# Who decides in one place, and another elsewhere; the third is what stands there.
_BESLISSERS = (
    (r"De Stuurgroep kan dit", "De Ketenmanager kan dit", "wijziging"),
    (r"De Stuurgroep beslist binnen", "De Ketenmanager beslist binnen", "toetreding"),
    (r"De Stuurgroep stelt elk", "Het Bureau stelt elk", "vaststellen van het Jaarplan"),
    (r"brief aan de Ketenmanager", "brief aan het Bureau", "aan: de Ketenmanager"),
    (r"De Ketenmanager stelt binnen", "De Stuurgroep stelt binnen", "door: de Ketenmanager"),
    (r"(in dienst van .+dam)\.", r"\1, die de Ketenmanager benoemt.", "het benoemen, schorsen"),
    (
        r"3\. De Ketenoverleggen vinden",
        "3. De Ketenmanager kan Ketenoverleggen instellen en opheffen. De Ketenoverleggen vinden",
        "het instellen, wijzigen",
    ),
    (
        r"(Het Bureau beheert het Registratiesysteem\.)",
        r"\1 De Ketenmanager wijst het Registratiesysteem aan.",
        "dat de Stuurgroep aanwijst",
    ),
    (r"\| de Casusregisseur \|", "| de Ketenmanager |", "geeft de Casusregisseur"),
    (
        r"behandeld door de Ketenmanager\.",
        "behandeld door de Ketenmanager. Een klacht over de Ketenmanager wordt behandeld door de "
        "burgemeester van Fictiehaven.",
        "Een klacht over de Ketenmanager",
    ),
)

SOORTEN: tuple[Soort, ...] = (
    Soort(
        "naam van een partner anders",
        anders(
            (r"Zorgstichting De Proef", "Stichting De Proef"),
            (r"(?<!Partners )Reclassering Verzonnenland", "Reclassering Verzonneland"),
            (r"Parket Verzonnenland", "Openbaar Ministerie Verzonnenland"),
            (r"Kinderraad Verzonnenland", "Kinderraad Verzonnenoord"),
            (r"Meldpunt Thuis Verzonnenland", "Meldpunt Thuis"),
            (r"Woningstichting Luchtkasteel", "Woningcorporatie Luchtkasteel"),
            (r"Gezondheidsdienst Verzonnenland", "Gezondheidsdienst Voorbeeldland"),
            (r"Penitentiaire Inrichting Schijnoord", "Penitentiaire Inrichting Schijnwaard"),
            (r"Gemeente (Proefwaard|Denkbeek)", r"Gemeente \1-Buiten"),
            (r"gemeente Voorbeelddam", "gemeente Voorbeelderdam"),
            (r"Politie Verzonnenland", "Politie Verzonnenstad"),
        ),
        (*_OVEREEN, *_TERMEN, "CV2"),
    ),
    Soort("scheidingsteken weg in een opsomming", anders((_LIJST, r"\1")), _OPBOUW),
    Soort("punt weg aan het eind van een lid", zonder_punt, _OPBOUW),
    Soort("begrip half hernoemd", half_hernoemd, (*_TERMEN, *_OVEREEN)),
    Soort("nummer verschoven", verschoven_nummer, (*_NUMMERS, *_OPBOUW, "CV102")),
    Soort("omschrijving van een begrip weg", begrip_weg, _TERMEN),
    Soort("spelfout", spelfout, _TAAL),
    Soort(
        "verwijzing naar een artikel dat er niet is",
        anders(
            (
                r"artikel (\d+)(?! (?:AVG|van))(?=[,. ]|$)(?!, eerste lid, (?:van|onder))",
                r"artikel 7\1",
            ),
        ),
        ("CV102", "CV114"),
    ),
    Soort("nummer dubbel", dubbel_nummer, (*_NUMMERS, *_OPBOUW)),
    Soort(
        "invulveld gebleven",
        achter("Dit geldt vanaf [datum].", "Zie ook [*Naam Partij*]."),
        _WOORDEN,
    ),
    Soort(
        "notitie gebleven",
        achter(
            "Let op: nog afstemmen met de jurist.",
            "N.t.b.",
            "[*denk aan: termijn*]",
            "Navragen bij de gemeente.",
            "De kosten zijn p.m.",
            "De termijn is XX weken.",
        ),
        (*_WOORDEN, *_OPBOUW),
    ),
    Soort(
        "wet of instantie die er niet meer is",
        achter(
            "Ook de Wet bescherming persoonsgegevens is van toepassing.",
            "Dit gebeurt in afstemming met het ministerie van Veiligheid en Justitie.",
            "De Wet openbaarheid van bestuur is van toepassing.",
            "Ook het Bureau Jeugdzorg ontvangt bericht.",
            "Dit volgt uit de AWBZ.",
            "De gegevens komen uit de gemeentelijke basisadministratie.",
            "Daarop is de Wet op de jeugdzorg van toepassing.",
            "Dit geldt ook voor gegevens uit de Wet politieregisters.",
            "Een klacht gaat naar het College bescherming persoonsgegevens.",
        ),
        (*_WOORDEN, *_OPBOUW),
    ),
    Soort(
        "woord dat veroudert",
        achter(
            "Dit wordt momenteel uitgewerkt.",
            "Op dit moment is dat de gemeente Voorbeelddam.",
            "Dit is de stand ad 2023.",
            "Thans gelden daarvoor geen regels.",
        ),
        (*_WOORDEN, *_OPBOUW),
    ),
    Soort("partner weg uit een lijst", partner_weg, _OVEREEN),
    Soort("overleg weg uit een lijst", overleg_weg, (*_OVEREEN, *_OPBOUW)),
    Soort(
        "getal strijdig met het register",
        anders(
            (r"zestien Partners", "vijftien Partners", "Gemeente Fictiehaven"),
            (r"zestien Partners", "zeventien Partners", "Gemeente Fictiehaven"),
            (r"acht Ketenoverleggen", "negen Ketenoverleggen", "Weegoverleg"),
            (r"acht Ketenoverleggen", "zeven Ketenoverleggen", "Weegoverleg"),
            (r"de vijf gemeenten", "de zes gemeenten", "Gemeente Fictiehaven"),
            (r"de vijf gemeenten", "alle 4 gemeenten", "Gemeente Fictiehaven"),
            (r"ten minste twee keer per", "ten minste vier keer per", "aantal: 2"),
            (r"ten minste twee keer per kalenderjaar", "eenmaal per jaar", "aantal: 2"),
            (r"drie delen", "vier delen"),
        ),
        _OVEREEN,
    ),
    Soort(
        "termijn strijdig met de regels",
        anders(
            (r"opzegtermijn van zes maanden", "opzegtermijn van drie maanden", "P6M"),
            (r"opzegtermijn van zes maanden", "opzegtermijn van een jaar", "P6M"),
            (r"stelt binnen drie maanden", "stelt binnen zes maanden", "P3M"),
            (r"met een jaar verlengd", "met twee jaar verlengd", "P1Y"),
            (
                r"elk jaar stilzwijgend met een jaar",
                "elke twee jaar stilzwijgend met twee jaar",
                "P1Y",
            ),
            (r"per aangetekende brief", "per e-mail", "aangetekend"),
            (
                r"met ingang van het volgende kalenderjaar",
                "per het einde van elke maand",
                "kalenderjaar",
            ),
            (r"uiterlijk op 31 december", "uiterlijk op 31 oktober", "12-31"),
            (r"uiterlijk op 30 juni", "uiterlijk op 1 mei", "06-30"),
            (r"vijf jaar", "tien jaar", "P5Y"),
            (r"\| twee jaar", "| drie jaar", "P2Y"),
            (r"zes maanden na de Weging", "een jaar na de Weging", "P6M"),
        ),
        _OVEREEN,
    ),
    Soort(
        "begrip met hoofdletter dat nergens is omschreven",
        achter(
            "De Regiegroep wordt daarover ingelicht.",
            "Dit staat in het Handboek.",
            "De Beheerder ziet daarop toe.",
            "Daarvoor is de Toetsingscommissie bevoegd.",
        ),
        _TERMEN,
    ),
    Soort("begrip twee keer omschreven", dubbel_begrip, _TERMEN),
    Soort("noot zonder aanroep", noot_zonder_aanroep, ("CV012", "CV013", *_OPBOUW)),
    Soort("aanroep zonder noot", aanroep_zonder_noot, ("CV012", "CV013", *_OPBOUW)),
    Soort("kop anders dan de inhoudsopgave", kop_anders, (*_OPBOUW, *_OVEREEN)),
    Soort("letters uit volgorde", letters_verwisseld, (*_NUMMERS, *_OPBOUW)),
    Soort("alinea afgebroken", afgebroken, _OPBOUW),
    Soort(
        "datum zonder dag",
        anders(
            (r"5 oktober 2026", "oktober 2026"),
            (r"5 oktober 2026", "... oktober 2026"),
            (r"5 oktober 2026", "__ oktober 2026"),
            (r"tot en met 31 december 2027", "tot en met december 2027"),
            (r"tot en met 31 december 2027", "tot en met .. december 2027"),
            (r"vanaf 1 maart 2021", "vanaf maart 2021"),
            (r"vóór 1 april van", "vóór .. april van"),
            (r"uiterlijk op 31 december", "uiterlijk op … december"),
            (r"zodra alle Partners het hebben ondertekend", "op … januari 2027"),
            (r"zodra alle Partners het hebben ondertekend", "op januari 2027"),
            (r"die in haar toetredingsverklaring staat", "die op   maart 2027 begint"),
        ),
        (*_OPBOUW, *_WOORDEN, *_OVEREEN),
    ),
    Soort("lege cel", lege_cel, _OPBOUW),
    Soort('"en" weg voor het laatste onderdeel', anders((r"; (?:en|of)$", ";")), _OPBOUW),
    Soort("ondertekening zonder naam", zonder_naam, (*_OPBOUW, *_WOORDEN, "CV2")),
    Soort("ander woord voor een begrip", ander_woord, (*_TERMEN, *_TAAL)),
    Soort(
        "samenstelling los geschreven",
        zonder_koppen(
            anders(
                (r"\bpersoonsgegevens", "persoons gegevens"),
                (r"\bKetenoverleg", "Keten overleg"),
                (r"\bKetenmanager", "Keten manager"),
                (r"\bCasusregisseur", "Casus regisseur"),
                (r"\bbewaartermijn", "bewaar termijn"),
                (r"\bwoonoverlast", "woon overlast"),
                (r"\btoetredingsverklaring", "toetredings verklaring"),
                (r"\bwerkdagen", "werk dagen"),
                (r"\bleefgebieden", "leef gebieden"),
                (r"\bverwerkingsverantwoordelijk", "verwerkings verantwoordelijk"),
            )
        ),
        (*_TAAL, *_TERMEN),
    ),
    Soort(
        "woord dubbel",
        anders((r"(?<= )(de|het|een|van|dat|voor|in) (?=[a-zA-Z])", r"\1 \1 ")),
        (*_TAAL, *_OPBOUW),
    ),
    Soort(
        "spatie te veel",
        anders((r"(?<=[a-z]), (?=[a-z])", " , "), (r"(?<=[a-z]) (?=de |van )", "  ")),
        (*_TAAL, *_OPBOUW, "CV113"),
    ),
    Soort(
        "haakje of aanhalingsteken niet gesloten",
        anders(
            (r"(?<= )(volgens \w+ \w+)", r"(\1"),
            (r"(?<= )(ten minste \w+)", r"\1)"),
            (r"(tenzij de wet)", r"“\1"),
            (r"”", ""),
            (r"“", ""),
        ),
        (*_TAAL, *_OPBOUW),
    ),
    Soort("bepaling weg die de wet vraagt", bepaling_weg, _VOLLEDIG),
    Soort(
        "zie hierboven",
        achter("Zie hierboven.", "Dit geldt ook voor het bovenstaande.", "Zie verder hieronder."),
        (*_WOORDEN, *_OPBOUW),
    ),
    Soort("beslissers strijdig", anders(*_BESLISSERS), _OVEREEN),
)
