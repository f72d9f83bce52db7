"""What the AVG and the Wgs ask of a text under which personal data are processed."""

from __future__ import annotations

from convenantwerk.controles.volledigheid.eisen import Eis, Eisenlijst

_GEHEIM = ("geheim_", "geheimhouding_", "geheimhoudingsplicht", "vertrouwelijkheid")
_BEVEILIGING = (
    *("passende maatregelen", "technische organisatorische maatregelen"),
    *("persoonsgegevens beveilig", "gegevens beveilig", "beveiligingsmaatregelen"),
)
_INBREUK = ("inbreuk meld", "datalek", "beveiligingsincident")
_VERZOEKEN = (
    *("verzoek inzage", "verzoek betrokkene", "inzageverzoek", "recht_ inzage"),
    *("betrokkene uitoefen", "rechten betrokkene handel"),
)

VERANTWOORDELIJKEN = Eisenlijst(
    "avg-26",
    "AVG, gezamenlijke verwerkingsverantwoordelijken",
    (
        Eis(
            "avg-26-1",
            "Wie waarvoor verwerkingsverantwoordelijk is",
            "artikel 26, eerste lid, AVG",
            (
                "gezamenlijk verwerkingsverantwoordelijk",
                "PARTIJ is_ verwerkingsverantwoordelijk",
                "PARTIJ zijn_ verwerkingsverantwoordelijk",
            ),
        ),
        Eis(
            "avg-26-1-informatie",
            "Wie de betrokkene informeert",
            "artikel 26, eerste lid, en artikelen 13 en 14 AVG",
            (
                *("betrokkene informatie artikel", "betrokkene geïnformeerd", "informe betrokkene"),
                *(
                    "licht_ betrokkene in_",
                    "betrokkene ingelicht verwerk",
                    "betrokkene op_ hoogte_",
                ),
                "informatieplicht",
            ),
        ),
        Eis(
            "avg-26-1-verzoeken",
            "Wie verzoeken van betrokkenen behandelt",
            "artikel 26, eerste lid, en artikelen 15 tot en met 22 AVG",
            _VERZOEKEN,
        ),
        Eis(
            "avg-26-1-contactpunt",
            "Waar de betrokkene terechtkan",
            "artikel 26, eerste lid, AVG",
            ("contactpunt", "aanspreekpunt betrokkene"),
        ),
        Eis(
            "avg-26-2",
            "Hoe de betrokkene de afspraken kan kennen",
            "artikel 26, tweede lid, AVG",
            ("wezenlijke inhoud", "betrokkenen beschikbaar TEKST", "kern_ afspraken betrokkene"),
        ),
        Eis(
            "avg-26-3",
            "Dat de betrokkene bij elke partij terechtkan",
            "artikel 26, derde lid, AVG",
            (
                *("betrokkene verzoek ELKE PARTIJ", "betrokkene rechten ELKE PARTIJ"),
                *("betrokkene rechten ELKE verwerkings", "betrokkene rechten jegens"),
            ),
        ),
        Eis(
            "avg-5-doel",
            "Voor welk doel persoonsgegevens worden verwerkt",
            "artikel 5, eerste lid, onder b, AVG",
            (
                *("verwerken_ persoonsgegevens voor_ !zover", "ander_ doel_ persoonsgegevens"),
                *("doeleinden verwerking !middelen", "doel_ verwerking !middelen"),
                *("doel_ informatie gedeeld", "doeleinden persoonsgegevens verwerkt"),
                "persoonsgegevens verwerkt doel_ waarvoor",
            ),
        ),
        Eis(
            "avg-6",
            "Op welke grondslag gegevens worden verwerkt",
            "artikel 6 AVG",
            (
                *("grondslag verwerk", "grondslag informatie", "wettelijke grondslag"),
                *("grond_ artikel verwerking", "rechtsgrond", "verwerking noodzakelijk taak"),
            ),
        ),
        Eis(
            "avg-5-gegevens",
            "Welke persoonsgegevens van wie worden verwerkt",
            "artikel 5, eerste lid, onder c, AVG",
            (
                *("verwerk soorten persoonsgegevens !bijzondere", "verwerk soorten gegevens"),
                *(
                    "verwerk categorie persoonsgegevens !bijzondere",
                    "volgende persoonsgegevens verwerk",
                ),
                *(
                    "volgende gegevens gedeeld",
                    "volgende persoonsgegevens gedeeld",
                    "verwerken_ persoonsgegevens van_ betrokkene",
                ),
            ),
        ),
        Eis(
            "avg-9",
            "Wanneer gevoelige gegevens worden verwerkt",
            "artikelen 9 en 10 AVG",
            (
                *("bijzondere_ persoonsgegevens", "bijzondere_ categorie"),
                *("persoonsgegevens strafrechtelijke", "strafrechtelijke gegevens"),
            ),
        ),
        Eis(
            "avg-5-juist",
            "Dat onjuiste gegevens worden verbeterd",
            "artikel 5, eerste lid, onder d, AVG",
            (
                *("gegevens onjuist", "persoonsgegevens onjuist", "persoonsgegevens juist"),
                "juistheid gegevens",
            ),
        ),
        Eis(
            "avg-5-bewaren",
            "Hoe lang gegevens worden bewaard",
            "artikel 5, eerste lid, onder e, AVG",
            (
                *("langer bewaard", "bewaartermijn jaar", "bewaartermijn hoogste"),
                *("bewaartermijnen", "bewaard jaar", "vernietigd na_"),
                *("persoonsgegevens vernietigd", "gegevens vernietigd"),
            ),
        ),
        Eis(
            "avg-5-geheim",
            "Wie geheim houdt wat is gedeeld",
            "artikel 5, eerste lid, onder f, AVG",
            _GEHEIM,
        ),
        Eis("avg-32", "Hoe gegevens worden beveiligd", "artikel 32 AVG", _BEVEILIGING),
        Eis("avg-33", "Wie een datalek meldt", "artikelen 33 en 34 AVG", _INBREUK),
        Eis(
            "avg-28",
            "Hoe een verwerker wordt ingeschakeld",
            "artikel 28, derde lid, AVG",
            ("verwerker_ overeenkomst", "verwerkersovereenkomst", "verwerkers_ overeenkomst"),
        ),
        Eis(
            "avg-5-naleving",
            "Hoe de naleving wordt nagegaan",
            "artikel 5, tweede lid, AVG",
            ("toezicht naleving TEKST", "functionaris toezicht", "naleving onderzoeken"),
        ),
    ),
)

VERWERKER = Eisenlijst(
    "avg-28",
    "AVG, verwerkersovereenkomst",
    (
        Eis(
            "avg-28-3-onderwerp",
            "Wat de verwerker doet",
            "artikel 28, derde lid, AVG",
            ("onderwerp verwerk", "verwerker_ verwerkt", "opdracht verwerk"),
        ),
        Eis(
            "avg-28-3-duur",
            "Hoe lang de verwerking duurt",
            "artikel 28, derde lid, AVG",
            (
                *("duur_ verwerking", "TEKST looptijd", "TEKST duurt", "TEKST eindigt"),
                *("TEKST geldt zolang", "bepaalde tijd_", "onbepaalde tijd_"),
            ),
        ),
        Eis(
            "avg-28-3-doel",
            "Waarvoor en op welke manier wordt verwerkt",
            "artikel 28, derde lid, AVG",
            ("doel_ verwerk", "aard_ verwerk", "doeleinden verwerk", "verwerkt doel_"),
        ),
        Eis(
            "avg-28-3-gegevens",
            "Welke persoonsgegevens worden verwerkt",
            "artikel 28, derde lid, AVG",
            (
                "soort persoonsgegevens",
                "categorie persoonsgegevens",
                "volgende persoonsgegevens verwerk",
            ),
        ),
        Eis(
            "avg-28-3-betrokkenen",
            "Van welke personen gegevens worden verwerkt",
            "artikel 28, derde lid, AVG",
            ("categorie betrokkenen", "soorten betrokkenen", "persoonsgegevens van_ betrokkenen"),
        ),
        Eis(
            "avg-28-3-a",
            "Dat alleen op instructie wordt verwerkt",
            "artikel 28, derde lid, onder a, AVG",
            ("instructie",),
        ),
        Eis(
            "avg-28-3-b",
            "Dat wie ermee werkt geheimhoudt",
            "artikel 28, derde lid, onder b, AVG",
            _GEHEIM,
        ),
        Eis(
            "avg-28-3-c",
            "Hoe de verwerker beveiligt",
            "artikel 28, derde lid, onder c, AVG",
            _BEVEILIGING,
        ),
        Eis(
            "avg-28-3-d",
            "Wanneer een andere verwerker meedoet",
            "artikel 28, tweede en vierde lid, en derde lid, onder d, AVG",
            ("subverwerker", "andere_ verwerker", "derde_ inschakel", "derden inschakel"),
        ),
        Eis(
            "avg-28-3-e",
            "Hoe de verwerker helpt bij verzoeken",
            "artikel 28, derde lid, onder e, AVG",
            _VERZOEKEN,
        ),
        Eis(
            "avg-28-3-f",
            "Hoe de verwerker helpt bij een datalek",
            "artikel 28, derde lid, onder f, AVG",
            (*_INBREUK, "gegevensbeschermingseffectbeoordeling"),
        ),
        Eis(
            "avg-28-3-g",
            "Wat er na afloop met de gegevens gebeurt",
            "artikel 28, derde lid, onder g, AVG",
            (
                *("einde_ vernietig", "einde_ wis", "eindigt wis", "eindigt vernietig"),
                *("persoonsgegevens teruggeef", "persoonsgegevens teruggegeven", "geeft terug_"),
            ),
        ),
        Eis(
            "avg-28-3-h",
            "Hoe de naleving wordt nagegaan",
            "artikel 28, derde lid, onder h, AVG",
            ("audit", "inspectie", "onderzoeken naleving", "naleving aantonen"),
        ),
    ),
)

_WGS = "Wet gegevensverwerking door samenwerkingsverbanden"
_NOEMT_WGS = "gegevensverwerking samenwerkingsverbanden"
SAMENWERKINGSVERBAND = Eisenlijst(
    "wgs",
    _WGS,
    (
        Eis(
            "wgs-toepassing",
            "Op welke overleggen de wet van toepassing is",
            _WGS,
            (f"{_NOEMT_WGS} toepassing", "wgs_ toepassing"),
        ),
        Eis(
            "wgs-verantwoordelijk",
            "Dat de wet de verantwoordelijken aanwijst",
            _WGS,
            (
                f"{_NOEMT_WGS} verwerkingsverantwoordelijk",
                "wgs_ verwerkingsverantwoordelijk",
            ),
        ),
        Eis(
            "wgs-contactpunt",
            "Wie het contactpunt is",
            "artikel 1.1 Besluit gegevensverwerking door samenwerkingsverbanden",
            ("contactpunt",),
        ),
        Eis(
            "wgs-bewaren",
            "Dat niet langer dan vijf jaar wordt bewaard",
            _WGS,
            ("bewaartermijn vijf_ jaar", "bewaard vijf_ jaar", "hoogste vijf_ jaar"),
        ),
        Eis(
            "wgs-commissie",
            "Wie over de rechtmatigheid adviseert",
            _WGS,
            ("rechtmatigheidsadviescommissie",),
        ),
        Eis(
            "wgs-jaarverslag",
            "Dat elk jaar verslag wordt gedaan",
            _WGS,
            ("jaarverslag verwerking", "jaarlijks verslag verwerking"),
        ),
    ),
)
