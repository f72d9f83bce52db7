"""CV124-CV129 and CV14x: how a text is built up."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = (
    Code(
        "CV124",
        "waarschuwing",
        "'{woorden}' laat een keuze open",
        "kies, en haal weg wat niet geldt",
        onderwerp="{woorden}",
    ),
    Code(
        "CV125",
        "hint",
        "in de kolom '{kolom}' is de cel bij '{rij}' leeg{meer}",
        "vul haar in, of zet er een streepje in als er niets hoort te staan",
        onderwerp="{kolom}",
    ),
    Code(
        "CV126",
        "waarschuwing",
        "'{woorden}' is een datum zonder dag",
        "noem de dag, of schrijf 'in' als een maand of jaar is bedoeld",
        onderwerp="{woorden}",
    ),
    Code(
        "CV127",
        "hint",
        "na '{woorden}' volgt geen naam",
        "zet de naam van wie tekent eronder, of laat hier '::: ondertekenaars' afdrukken",
        onderwerp="{woorden}",
    ),
    Code(
        "CV128",
        "hint",
        "'{woorden}' spreekt van iets dat nog komt, maar {wanneer} is voorbij",
        "schrijf hoe het nu is, of haal de zin weg",
        onderwerp="{woorden}",
    ),
    Code(
        "CV129",
        "hint",
        "na '{woorden}' volgen er {er_zijn}",
        "verbeter het aantal, of controleer of er een onderdeel ontbreekt",
        onderwerp="{woorden}",
    ),
    Code(
        "CV140",
        "waarschuwing",
        "deze opsomming is niet gelijk afgesloten: {hoe}",
        "zet ';' tussen de onderdelen, 'en' of 'of' alleen achter het voorlaatste en een punt "
        "aan het eind, of sluit ze alle op één manier af",
        onderwerp="{hoe}",
    ),
    Code(
        "CV141",
        "hint",
        "na {naam} ontbreekt 'en' of 'of' voor het laatste onderdeel{ook}",
        "schrijf '; en' als alles geldt, '; of' als één ervan genoeg is",
        onderwerp="{naam}",
    ),
    Code(
        "CV142",
        "waarschuwing",
        "de zin die eindigt met '{woorden}' heeft geen punt",
        "zet er een punt achter, of maak de zin af",
        onderwerp="{woorden}",
    ),
    Code(
        "CV143",
        "waarschuwing",
        "bij '{woorden}' breekt een zin af",
        "maak de zin af, of voeg de alinea's samen als het er één is",
        onderwerp="{woorden}",
    ),
    Code(
        "CV144",
        "waarschuwing",
        "'{woorden}': {wat}",
        "verbeter het; hoort het zo, zet er dan boven '<!-- goed: CV144, omdat … -->'",
        onderwerp="{woorden}",
    ),
    Code(
        "CV145",
        "waarschuwing",
        "'{woorden}': {wat}",
        "zet het andere erbij, of haal dit weg",
        onderwerp="{woorden}",
    ),
    Code(
        "CV146",
        "waarschuwing",
        "inhoudsopgave en koppen verschillen bij '{woorden}': {wat}",
        "{tip}",
        onderwerp="{woorden}",
    ),
    Code(
        "CV147",
        "waarschuwing",
        "'{woorden}', maar er zijn er {er_zijn}",
        "verbeter het aantal, of controleer of er {delen} ontbreken",
        onderwerp="{woorden}",
    ),
    Code(
        "CV148",
        "hint",
        "'{merk}' is het enige onderdeel van zijn opsomming",
        "haal de letter of het nummer weg, of controleer of er onderdelen ontbreken",
        onderwerp="{merk}",
    ),
    Code(
        "CV149",
        "hint",
        "de inleiding van een opsomming, '{woorden}', eindigt {hoe}",
        "zet er een dubbele punt achter",
        onderwerp="{woorden}",
    ),
)
