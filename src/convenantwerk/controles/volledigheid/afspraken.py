"""What any text in which parties agree must settle, whatever it is about.

The Aanwijzingen voor convenanten (those of 2003, and of 2025, in force since 11 October 2025) bind
ministers; for others they are the measure of a good convenant. Of an overeenkomst the law says
little: what is bound to no article is good practice, and is called that.
"""

from __future__ import annotations

from convenantwerk.controles.volledigheid.eisen import Eis, Eisenlijst

_AANWIJZINGEN = "Aanwijzingen voor convenanten"
_GEBRUIK = "goed gebruik"

_PARTIJEN = (
    *("PARTIJ zijn_ onderteken", "verder noemen PARTIJ", "hierna noemen PARTIJ"),
    *(
        "TEKST nemen PARTIJ deel_",
        "partijen bij_ TEKST zijn_ organisaties",
        "deelnemers TEKST zijn_",
    ),
    *("ondergetekenden", "volgende PARTIJ gaat_ om_", "volgende PARTIJ sluiten TEKST"),
    "TEKST nemen_ PARTIJ deel_",
)
_BEVOEGD = (
    *("bevoegd onderteken", "rechtsgeldig vertegenwoordig", "vertegenwoordigingsbevoegd"),
    *("volmacht onderteken", "mandaat onderteken", "dezen vertegenwoordigd"),
)
_DOEL = (
    *("werken samen doel_", "werken samen om_ voorkomen", "samenwerking_ doel_"),
    *("TEKST tot_ doel_", "TEKST als_ doel_", "doel_ van_ TEKST", "doelstelling TEKST"),
    *("doelstelling samenwerking_", "samenwerking_ gericht op_", "richten zich op_ bestrijden"),
)
_INZET = (
    *("ELKE PARTIJ zorgt", "ELKE PARTIJ levert", "PARTIJ leveren !te_"),
    *("PARTIJ verplicht zich", "PARTIJ verplichten zich", "PARTIJ verbinden zich"),
    *("PARTIJ stellen beschikbaar", "PARTIJ stelt beschikbaar"),
)
_KOSTEN = (
    *("draagt kosten", "dragen kosten", "kosten verdeeld", "kosten begroting"),
    *("financier", "bekostig"),
)
_INWERKING = (
    *("TEKST treedt werking_ !addendum", "inwerkingtreding TEKST !addendum"),
    *("TEKST gaat_ in_ op_", "zij_ treedt werking_ onderteken"),
)
_DUUR = (
    *("onbepaalde tijd_", "bepaalde tijd_", "stilzwijgend verleng", "TEKST looptijd"),
    *("TEKST eindigt op_", "zij_ eindigt op_", "TEKST geldt tot_", "TEKST geldt jaar"),
    *("TEKST aangegaan periode", "TEKST aangegaan duur", "TEKST duurt", "TEKST loopt tot_"),
)
_WIJZIGING = (
    *("wijzigen_ TEKST", "TEKST gewijzigd", "wijziging TEKST instem"),
    *("wijziging TEKST schriftelijk", "aanpassing TEKST instem", "aanpassing TEKST schriftelijk"),
)
_TOETREDING = (
    *("toetreden instem", "toetreding instem", "toetreden verzoek", "toetreden schriftelijk"),
    *("toe_ treden_ verzoek", "toe_ treden_ instem"),
    *("treedt toe_ toetredingsverklaring", "PARTIJ kan_ toetreden", "PARTIJ kunnen toetreden"),
    "TEKST toe_ treden_",
)
_OPZEGGING = (
    *("opzeggen", "opzegtermijn", "opgezegd", "opzegging schriftelijk", "opzegging aangetekende"),
    *("TEKST beëindigen", "beëindiging TEKST", "uittreden opzeg", "TEKST ontbinden"),
)
_GESCHIL = ("geschil", "arbitrage", "mediation")
_EVALUATIE = (
    *("evalue TEKST", "geëvalueerd TEKST", "evaluatie TEKST", "evaluatie samenwerking_"),
    *("evalueert samenwerking_", "PARTIJ evalue samenwerking_", "geëvalueerd samenwerking_"),
)
_OPENBAAR = (
    *("TEKST openbaar_ !niet_", "TEKST ter_ inzage_", "TEKST gepubliceerd", "TEKST staatscourant"),
)

CONVENANT = Eisenlijst(
    "convenant",
    "Aanwijzingen voor convenanten",
    (
        Eis("convenant-partijen", "Wie partij zijn", _AANWIJZINGEN, _PARTIJEN),
        Eis("convenant-bevoegd", "Dat wie ondertekent bevoegd is", _AANWIJZINGEN, _BEVOEGD),
        Eis("convenant-doel", "Waarvoor partijen samenwerken", _AANWIJZINGEN, _DOEL),
        Eis("convenant-inzet", "Wat elke partij doet", _AANWIJZINGEN, _INZET),
        Eis("convenant-kosten", "Wie wat betaalt", _AANWIJZINGEN, _KOSTEN),
        Eis("convenant-inwerking", "Wanneer het begint te gelden", _AANWIJZINGEN, _INWERKING),
        Eis("convenant-duur", "Hoe lang het geldt", _AANWIJZINGEN, _DUUR),
        Eis("convenant-wijziging", "Hoe het wordt gewijzigd", _AANWIJZINGEN, _WIJZIGING),
        Eis("convenant-toetreding", "Hoe een ander partij wordt", _AANWIJZINGEN, _TOETREDING),
        Eis("convenant-opzegging", "Hoe een partij eruit kan", _AANWIJZINGEN, _OPZEGGING),
        Eis("convenant-geschillen", "Hoe een geschil wordt opgelost", _AANWIJZINGEN, _GESCHIL),
        Eis("convenant-evaluatie", "Wanneer wordt geëvalueerd", _AANWIJZINGEN, _EVALUATIE),
        Eis("convenant-openbaar", "Dat de tekst openbaar is", _AANWIJZINGEN, _OPENBAAR),
    ),
)

OVEREENKOMST = Eisenlijst(
    "overeenkomst",
    "Samenwerkingsovereenkomst",
    (
        Eis(
            "overeenkomst-partijen",
            "Wie partij zijn",
            "artikel 6:213 Burgerlijk Wetboek",
            _PARTIJEN,
        ),
        Eis(
            "overeenkomst-doel",
            "Waarvoor partijen samenwerken",
            "artikel 6:227 Burgerlijk Wetboek",
            _DOEL,
        ),
        Eis(
            "overeenkomst-inzet",
            "Wat elke partij doet",
            "artikel 6:227 Burgerlijk Wetboek",
            _INZET,
        ),
        Eis("overeenkomst-kosten", "Wie wat betaalt", _GEBRUIK, _KOSTEN),
        Eis(
            "overeenkomst-geheim",
            "Wat partijen geheim houden",
            _GEBRUIK,
            ("geheim_", "geheimhouding_", "vertrouwelijk"),
        ),
        Eis(
            "overeenkomst-schade",
            "Wie voor schade aansprakelijk is",
            "artikel 6:74 Burgerlijk Wetboek",
            ("aansprakelijk schade", "aansprakelijkheid"),
        ),
        Eis("overeenkomst-inwerking", "Wanneer zij begint te gelden", _GEBRUIK, _INWERKING),
        Eis("overeenkomst-duur", "Hoe lang zij geldt", _GEBRUIK, _DUUR),
        Eis("overeenkomst-wijziging", "Hoe zij wordt gewijzigd", _GEBRUIK, _WIJZIGING),
        Eis(
            "overeenkomst-toetreding",
            "Hoe een ander partij wordt",
            "artikel 6:279 Burgerlijk Wetboek",
            _TOETREDING,
        ),
        Eis("overeenkomst-opzegging", "Hoe een partij eruit kan", _GEBRUIK, _OPZEGGING),
        Eis("overeenkomst-geschillen", "Hoe een geschil wordt opgelost", _GEBRUIK, _GESCHIL),
        Eis("overeenkomst-evaluatie", "Wanneer wordt geëvalueerd", _GEBRUIK, _EVALUATIE),
    ),
)

_WGR_9 = "artikel 9, eerste lid, Wet gemeenschappelijke regelingen"
REGELING = Eisenlijst(
    "wgr",
    "Wet gemeenschappelijke regelingen",
    (
        Eis(
            "wgr-1",
            "Welke bestuursorganen de regeling treffen",
            "artikel 1, eerste lid, Wet gemeenschappelijke regelingen",
            ("regeling_ getroffen", "regeling_ treffen"),
        ),
        Eis(
            "wgr-1-4",
            "Dat de raden toestemming gaven",
            "artikel 1, vierde lid, Wet gemeenschappelijke regelingen",
            (
                "toestemming ra_",
                "toestemming raad_",
                "toestemming raden",
                "toestemming gemeenteraden",
            ),
        ),
        Eis(
            "wgr-10-1",
            "Voor welk belang de regeling is getroffen",
            "artikel 10, eerste lid, Wet gemeenschappelijke regelingen",
            ("belang_ regeling_", "belangen regeling_", "getroffen belang_", "behartiging belang"),
        ),
        Eis("wgr-9-wijziging", "Hoe zij wordt gewijzigd", _WGR_9, _WIJZIGING),
        Eis(
            "wgr-9-opheffing",
            "Hoe zij wordt opgeheven",
            _WGR_9,
            ("regeling_ opgeheven", "opheffing regeling_", "regeling_ opheffen"),
        ),
        Eis("wgr-9-toetreding", "Hoe een ander toetreedt", _WGR_9, _TOETREDING),
        Eis(
            "wgr-9-uittreding",
            "Onder welke voorwaarden een deelnemer uittreedt",
            _WGR_9,
            ("regeling_ treden_", "uittreden", "uittreding opzegtermijn"),
        ),
        Eis(
            "wgr-9-gevolgen",
            "Wat de gevolgen van een uittreding zijn",
            _WGR_9,
            ("gevolgen uittreding", "gevolgen uittreden"),
        ),
    ),
)
