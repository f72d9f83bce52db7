"""CV9xx: what was asked, and where it was asked."""

from convenantwerk.basis.diagnostics import Code

CODES = (
    Code(
        "CV900",
        "fout",
        "hier is geen dossier: convenant/convenant.yaml ontbreekt",
        "ga naar de map van het dossier, of noem die met --dossier MAP",
    ),
    Code("CV901", "fout", "hier kan niet worden geschreven: {reden}", "{tip}"),
    Code(
        "CV902",
        "fout",
        "een voorziening van deze computer ontbreekt: {reden}",
        "voer scripts/bouw uit, dat installeert wat nodig is",
    ),
    Code("CV903", "fout", "document '{document}' is er niet", "{tip}"),
    Code("CV904", "fout", "versie '{versie}' is er niet", "{tip}"),
    Code(
        "CV905",
        "fout",
        "'{versie}' is niet uit git te halen: {reden}",
        "{tip}",
    ),
    Code(
        "CV906",
        "fout",
        "versie '{versie}' is niet meer zoals zij is vastgesteld; er wordt niets mee vergeleken",
        "'convenant controleer' zegt wat er aan is veranderd; zet het terug (git checkout)",
    ),
    Code(
        "CV907",
        "fout",
        "versie '{versie}' is niet te lezen: {reden}",
        "verbeter het bestand, of kies een andere versie",
    ),
    Code("CV908", "fout", "het addendum kan niet worden afgeleid: {reden}", "{tip}"),
    Code(
        "CV909",
        "fout",
        "het renvooi bewijst zichzelf niet en is niet geschreven: {reden}",
        "dit is een fout in convenantwerk; meld haar, met de twee edities erbij",
    ),
    Code(
        "CV910",
        "fout",
        "een andere opdracht schrijft hier op dit moment ({wie}); er is niets vastgelegd",
        "wacht tot die klaar is en voer de opdracht opnieuw uit",
    ),
    Code(
        "CV911",
        "fout",
        "het dossier is veranderd nadat het werd gelezen; er is niets vastgelegd",
        "voer de opdracht opnieuw uit: dan telt de verandering mee",
    ),
    Code("CV912", "fout", "partner '{partner}' is er niet", "{tip}"),
    Code("CV913", "fout", "hier kan niets worden toegevoegd of gewijzigd: {reden}", "{tip}"),
    Code(
        "CV914",
        "fout",
        "van {naam} loopt op {datum} geen opzegging",
        "'convenant stand' toont welke opzeggingen lopen",
    ),
    Code(
        "CV916",
        "fout",
        "er is een antwoord nodig op '{vraag}', en niemand geeft het; de opdracht stopt hier",
        "{tip}",
    ),
    Code("CV917", "fout", "het systeem werkt niet mee: {reden}", "{tip}"),
    Code(
        "CV918",
        "hint",
        "een vorige opdracht werd onderbroken; wat zij vastlegde, is nu helemaal vastgelegd",
        "u hoeft niets te doen; 'convenant stand' toont hoe het ervoor staat",
    ),
    Code(
        "CV919",
        "hint",
        "een vorige opdracht werd onderbroken voordat zij iets vastlegde; zij is ongedaan gemaakt",
        "voer die opdracht opnieuw uit",
    ),
    Code(
        "CV920",
        "fout",
        "wat hier is vastgelegd, staat nog niet helemaal op zijn plaats: {reden}",
        "neem de oorzaak weg; de eerstvolgende opdracht maakt het dan af",
    ),
    Code(
        "CV921",
        "fout",
        "'{naam}' lijkt een partner die er al is: {wie}",
        "is het deze: 'convenant toetreding {sleutel}'; is het een andere organisatie, noem dan "
        "haar hele naam, of geef haar zelf een sleutel met --sleutel",
    ),
    Code("CV922", "fout", "'{partner}' is een naam van meer dan één partner: {wie}", "{tip}"),
    Code(
        "CV923",
        "waarschuwing",
        "het verzenden is gestopt; nog niet geprobeerd: {namen}",
        "geef dezelfde opdracht nog eens: wie al een bericht kreeg, wordt overgeslagen",
    ),
    Code(
        "CV924",
        "fout",
        "het verzenden stopte midden in het bericht aan {naam}: {reden}",
        "kijk of vraag na of dit bericht is aangekomen, en geef dan dezelfde opdracht nog eens; "
        "die vraagt ernaar",
    ),
    Code("CV925", "fout", "'{aanduiding}' kan niet worden geannuleerd: {reden}", "{tip}"),
    Code("CV926", "fout", "gebeurtenis '{aanduiding}' is er niet", "{tip}"),
    Code("CV927", "fout", "{wat} '{naam}' is er niet", "{tip}"),
    Code("CV928", "fout", "{wat} kan niet worden gewijzigd: {reden}", "{tip}"),
    Code(
        "CV931",
        "fout",
        "een verlenging voor {jaar} is er niet: {reden}",
        "'convenant stand' zegt hoe lang het convenant geldt",
    ),
    Code(
        "CV932",
        "fout",
        "er is geen brief over {soort}{wie} om opnieuw te maken",
        "'convenant brief' toont welke brieven er zijn",
    ),
    Code("CV933", "fout", "in '{map}' kan geen dossier beginnen: {reden}", "{tip}"),
    Code(
        "CV940",
        "fout",
        "het kantoor kan niet open op poort {poort}: {reden}",
        "kies een andere poort met --poort, of laat --poort weg",
    ),
    Code(
        "CV941",
        "fout",
        "dit bestand heeft {aantal} die nog niet zijn aanvaard of verworpen, van {wie}",
        "geef --aanvaard of --verwerp mee, of doe het zelf in Word en lees het dan in",
    ),
    Code(
        "CV942",
        "fout",
        "er wachten al te veel bestanden op een besluit: samen meer dan {meest} MB",
        "handel eerst af wat u eerder gaf, of start het kantoor opnieuw",
    ),
    Code(
        "CV943",
        "fout",
        "dit bestand is er niet meer: het kantoor is intussen opnieuw gestart",
        "kies het bestand opnieuw",
    ),
    Code(
        "CV944",
        "fout",
        "het kantoor is niet geïnstalleerd: '{pakket}' ontbreekt",
        "installeer convenantwerk met wat het kantoor nodig heeft: pip install "
        "'convenantwerk[kantoor]'",
    ),
    Code(
        "CV948",
        "fout",
        "bladzijde {bladzijde} is een beeld, en om het te lezen ontbreekt iets: {reden}",
        "installeer tesseract-ocr en tesseract-ocr-nld, of lees een PDF met tekst in, zoals Word "
        "die maakt",
    ),
    Code(
        "CV949",
        "fout",
        "bladzijde {bladzijde} is een beeld dat niet is gelezen: {reden}",
        "scan de bladzijde opnieuw, recht en op 300 dpi, of lees de andere bladzijden in",
    ),
    Code(
        "CV950",
        "fout",
        "dit is een formulier waarvan de tekst niet op de bladzijden staat (XFA)",
        "open het in Adobe Acrobat Reader, druk het af naar een PDF, en lees die in",
    ),
    Code("CV951", "fout", "dit bestand kan niet worden ingelezen: {reden}", "{tip}"),
    Code("CV952", "fout", "dit is niet als tekst te lezen: {reden}", "{tip}"),
    Code("CV953", "fout", "dit is {wat}, en dat kan niet worden ingelezen", "{tip}"),
    Code(
        "CV954",
        "waarschuwing",
        "deze tekst lijkt in het {taal} te zijn; het programma herkent alleen Nederlands",
        "kijk of u het goede bestand hebt; is het een vertaling, lees dan de Nederlandse tekst in",
    ),
    Code(
        "CV959",
        "fout",
        "niet elk woord van dit bestand zou in de tekst staan; er is niets geschreven; {woorden}",
        "bewaar het in een ander formaat (Word in plaats van PDF, of als tekst) en probeer het "
        "opnieuw; dit is een fout van het programma, meld hem met het bestand erbij",
    ),
    Code(
        "CV960",
        "fout",
        "wat hier zou komen, is niet terug te lezen zoals het bedoeld is ({reden}); er is niets "
        "geschreven",
        "bewaar het bestand in een ander formaat en probeer het opnieuw; dit is een fout van het "
        "programma, meld hem met het bestand erbij",
    ),
    Code("CV961", "fout", "dit kan hier niet worden bijgevoegd: {reden}", "{tip}"),
    Code("CV964", "fout", "in deze lijst {wat}", "{tip}"),
    Code("CV965", "waarschuwing", "{wat}", "{tip}"),
    Code(
        "CV966",
        "fout",
        "'{naam}' lijkt partner '{sleutel}' ({ander}): {waarom}",
        "zeg wat het is: --zelfde {rij}={sleutel} als het die partner is, --zelfde {rij}=nieuw als "
        "het een andere organisatie is",
    ),
    Code(
        "CV967",
        "waarschuwing",
        "{naam} komt niet in het register: er is al een versie vastgesteld, en wie daarna meedoet, "
        "treedt toe",
        "'convenant toetreding {geciteerd} verzoek' begint de toetreding",
    ),
)
