"""CV2xx: the registers."""

from convenantwerk.basis.diagnostics import Code

CODES = (
    Code(
        "CV201",
        "waarschuwing",
        "'{naam}' staat in een lijst van partners, maar geen partner heet zo",
        "{tip}",
    ),
    Code("CV202", "fout", "partner '{sleutel}' staat niet in partners.yaml", "{tip}"),
    Code(
        "CV203",
        "waarschuwing",
        "ketenpartner '{naam}' heeft geen ondertekenaar",
        "voeg een ondertekenaar toe in ondertekenaars.yaml",
    ),
    Code("CV204", "fout", "een gebeurtenis '{soort}' {bezwaar}", "zij heeft: {sleutels}"),
    Code("CV205", "fout", "{soort} op {datum} kan niet: {reden}", "{tip}"),
    Code(
        "CV206",
        "fout",
        "de opzegging is ontvangen op {ontvangen}, maar pas verzonden op {verzonden}",
        "'datum' is de dag van ontvangst, 'verzonden' die van verzending; verbeter er een",
    ),
    Code(
        "CV207",
        "waarschuwing",
        "{datum} ligt ver in {waar}",
        "controleer het jaartal",
    ),
    Code(
        "CV208",
        "waarschuwing",
        "deze gebeurtenis van {datum} staat na een van {vorige}",
        "zet de gebeurtenissen op volgorde van datum; voor de berekening maakt het niet uit",
    ),
    Code(
        "CV209",
        "waarschuwing",
        "vormgebrek: {naam} zegde op per {vorm}, niet {gevraagd}{bron}",
        "de opzegging telt mee; vraag om een bevestiging in de goede vorm en leg die vast met "
        "'convenant opzegging {sleutel} --bevestigd', of raadpleeg een jurist",
    ),
    Code(
        "CV210",
        "fout",
        "deze handtekening telt niet: '{sleutel}' mocht niet tekenen; {reden}",
        "laat opnieuw tekenen, of verbeter 'van' en 'tot' in ondertekenaars.yaml",
    ),
    Code(
        "CV211",
        "waarschuwing",
        "in {jaar} komt {wie} op {aantal} vergaderingen, minimaal {minimum} is nodig{bron}",
        "leg een vergadering vast die er nog niet staat, of meld het aan {wie}",
    ),
    Code("CV212", "fout", "{wat} '{sleutel}' is er niet", "{tip}"),
    Code(
        "CV213",
        "waarschuwing",
        "KvK-nummer '{kvk}' van {naam} heeft geen acht cijfers",
        "schrijf de acht cijfers uit het handelsregister tussen aanhalingstekens",
    ),
    Code(
        "CV214",
        "waarschuwing",
        "{naam} is toegetreden, maar instemming van {wie} is niet vastgelegd{bron}",
        "leg de instemming vast met een gebeurtenis 'instemming' die het besluit noemt",
    ),
    Code(
        "CV215",
        "waarschuwing",
        "KvK-nummer {kvk} van {naam} is ook dat van {ander}",
        "zoek in het handelsregister welk nummer bij welke partner hoort",
    ),
    Code("CV216", "fout", "{waar} bevat {wat}", "{tip}"),
    Code("CV217", "waarschuwing", "{waar} {wat}", "{tip}"),
    Code("CV218", "waarschuwing", "{wat} '{naam}' is dezelfde naam als op {eerder}", "{tip}"),
    Code(
        "CV219",
        "waarschuwing",
        "van versie '{naam}' is geen vaststelling vastgelegd",
        "zet in gebeurtenissen.yaml een rij met soort: vaststelling, versie: '{naam}' en de datum "
        "van het besluit",
    ),
    Code(
        "CV220",
        "fout",
        "sleutel '{naam}' kan geen naam van een bestand zijn: {reden}",
        "kies een andere sleutel, bijvoorbeeld '{voorbeeld}'; stukken heten naar de sleutel",
    ),
    Code(
        "CV221",
        "waarschuwing",
        "'{naam}' kan op Windows niet worden opgeslagen: {reden}",
        "geef het bestand of de map een andere naam",
    ),
    Code(
        "CV224",
        "fout",
        "de correctie van {datum} annuleert '{aanduiding}', en die gebeurtenis is er niet",
        "{tip}",
    ),
    Code(
        "CV225",
        "fout",
        "de correctie van {datum} annuleert '{aanduiding}', en dat is al gebeurd op {eerder}",
        "haal deze correctie weg: één is genoeg",
    ),
    Code(
        "CV230",
        "waarschuwing",
        "deze regels staan niet in convenant.yaml: {regels}; brieven en termijnen zwijgen erover",
        "zet onder 'regels' wat het convenant erover zegt, met het artikel; zegt het niets, zet "
        "haar naam dan onder 'zwijgt_over'",
    ),
    Code(
        "CV231",
        "fout",
        "de regel '{regel}' is niet uit te voeren: {reden}",
        "verbeter de regel; het bronformaat geeft van elke regel een voorbeeld",
    ),
    Code(
        "CV232",
        "hint",
        "de regel '{regel}' noemt geen artikel",
        "zet achter 'artikel' waar het staat, zoals een brief het noemt: artikel 7, onder l",
    ),
)
