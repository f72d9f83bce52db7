"""CV1xx: the text of a convenant."""

from convenantwerk.basis.diagnostics import Code

CODES = (
    Code(
        "CV101",
        "fout",
        "{wat} '{nummer}' staat na '{vorige}' en breekt de volgorde",
        "zet de onderdelen in volgorde of verbeter het nummer",
    ),
    Code(
        "CV102",
        "fout",
        "verwijzing naar '{doel}', die dit convenant niet heeft",
        "{tip}",
        onderwerp="{doel}",
    ),
    Code(
        "CV103",
        "fout",
        "{wat} '{nummer}' komt twee keer voor; de eerste staat op {eerder}",
        "geef elk onderdeel een eigen nummer",
    ),
    Code(
        "CV104",
        "waarschuwing",
        "{wat} '{nummer}' volgt op {vorige}; daartussen ontbreekt een nummer",
        "controleer of er tekst is weggevallen; nummers schuiven niet vanzelf op",
    ),
    Code(
        "CV105",
        "waarschuwing",
        "verwijzing naar '{doel}': paginanummers verschuiven bij elke uitgave",
        "verwijs naar een hoofdstuk, artikel of lid",
    ),
    Code(
        "CV106",
        "fout",
        "verwijzing naar '{doel}' kan op meer dan één plaats slaan: {plaatsen}",
        "noem het deel of het hoofdstuk erbij",
    ),
    Code(
        "CV107",
        "fout",
        "{wat} '{nummer}' hoort niet bij {ouder}",
        "verbeter het nummer, of zet het onderdeel op zijn plaats",
    ),
    Code(
        "CV108",
        "waarschuwing",
        "onder de kop '{titel}' staat geen tekst",
        "voeg de tekst toe, of schrijf 'status: ontbreekt' in de front matter",
    ),
    Code(
        "CV109",
        "waarschuwing",
        "'{woorden}' is geen dag die bestaat: {waarom}",
        "verbeter de datum",
        onderwerp="{woorden}",
    ),
    Code(
        "CV110",
        "fout",
        "open invulveld [{veld}]",
        "{tip}",
        onderwerp="[{veld}]",
    ),
    Code(
        "CV111",
        "fout",
        "de tekst van '{titel}' ontbreekt",
        "voeg de tekst toe en haal 'status: ontbreekt' weg",
    ),
    Code(
        "CV112",
        "fout",
        "invulveld '{veld}' komt {waar} niet voor",
        "neem de tekst tussen de haken over zoals die er staat",
    ),
    Code(
        "CV113",
        "hint",
        "{waar} bevat {wat}",
        "laat haar staan als zij bij elkaar houdt wat bij elkaar hoort",
    ),
    Code(
        "CV114",
        "hint",
        "verwijzing naar '{doel}' {wat}",
        "{tip}",
    ),
    Code(
        "CV115",
        "waarschuwing",
        "'{tekst}' is gemerkt als geen verwijzing, maar wordt {waar} ook niet zo gelezen",
        "haal het merk uit convenant.yaml, of neem de woorden over zoals zij er staan",
    ),
    Code("CV116", "fout", "deze schakelaar kan niet: {reden}", "{tip}"),
    Code(
        "CV117",
        "hint",
        "deze schakelaar voor {code} {waar} verandert niets (meer)",
        "{tip}",
    ),
    Code(
        "CV118",
        "fout",
        "deze opmerking wordt als tekst gedrukt",
        "schrijf op een eigen regel '<!-- goed: CV121, omdat … -->', of haal haar weg",
    ),
    Code(
        "CV119",
        "fout",
        "van deze opmerking is niet te zeggen waarover zij gaat: {reden}",
        "zet haar op een eigen regel direct boven of onder de kop, de alinea, het onderdeel of de "
        "tabel die zij goedkeurt, met aan de andere kant een lege regel",
    ),
    Code(
        "CV120",
        "waarschuwing",
        "'{naam}' is er sinds {sinds} niet meer",
        "bedoelt u {nu}? Bron: {bron}",
        onderwerp="{naam}",
    ),
    Code(
        "CV121",
        "hint",
        "'{woorden}' zegt over een jaar iets anders",
        "noem de datum, of haal de woorden weg",
        onderwerp="{woorden}",
    ),
    Code(
        "CV122",
        "waarschuwing",
        "'{woorden}' lijkt een plek die nog moet worden ingevuld",
        "schrijf wat hier moet staan; hoort het zo, zet er dan boven "
        "'<!-- goed: CV122, omdat … -->'",
        onderwerp="{woorden}",
    ),
    Code(
        "CV123",
        "hint",
        "'{woorden}' lijkt een notitie van wie aan de tekst werkte",
        "werk haar uit of haal haar weg; hoort het zo, zet er dan boven "
        "'<!-- goed: CV123, omdat … -->'",
        onderwerp="{woorden}",
    ),
)
