"""The codes of all findings, with their messages and tips.

CV0xx files and their form, CV1xx the text, CV2xx the registers, CV3xx accession and signing,
CV9xx the environment. Every code has a section in docs/diagnostiek.md and a test; a code is never
given out twice.

One file, because it is one table, looked up by its numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import Code

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE: tuple[Code, ...] = (
    # --- files and their form
    Code(
        "CV001",
        "fout",
        "bestand is niet te lezen: {reden}",
        "controleer of het bestand bestaat en of u het mag openen",
    ),
    Code(
        "CV002",
        "fout",
        "bestand is geen UTF-8: byte {byte} hoort er niet",
        "sla het bestand op als UTF-8 (in Windows: Opslaan als, codering UTF-8)",
    ),
    Code(
        "CV003",
        "fout",
        "front matter begint met '---' maar sluit niet",
        "zet een regel met alleen '---' onder de laatste sleutel",
    ),
    Code("CV004", "fout", "YAML is niet te lezen: {reden}", "{tip}"),
    Code(
        "CV005",
        "fout",
        "sleutel '{sleutel}' staat er al op regel {eerder}",
        "houd één van de twee; anders is niet duidelijk welke geldt",
    ),
    Code("CV006", "fout", "onbekende sleutel '{sleutel}'", "{tip}"),
    Code("CV007", "fout", "'{sleutel}' moet {verwacht} zijn, hier staat {gevonden}", "{tip}"),
    Code(
        "CV008",
        "fout",
        "verplichte sleutel '{sleutel}' ontbreekt",
        "voeg een regel '{sleutel}: …' toe",
    ),
    Code(
        "CV009",
        "fout",
        "{wat} '{naam}' is al genoemd op {eerder}",
        "noem elk bestand, elke map en elke naam één keer",
    ),
    Code("CV010", "waarschuwing", "'{naam}' hoort nergens bij en wordt overgeslagen", "{tip}"),
    Code("CV011", "fout", "'{naam}' is er niet of is niet te gebruiken", "{tip}"),
    Code(
        "CV012",
        "fout",
        "voetnoot [^{merk}] heeft geen tekst",
        "zet onder aan het bestand een regel '[^{merk}]: de tekst van de noot'",
    ),
    Code(
        "CV013",
        "fout",
        "de tekst van voetnoot [^{merk}] {bezwaar}",
        "verwijs één keer naar elke noot en geef elke noot één tekst van één alinea",
    ),
    Code(
        "CV014",
        "fout",
        "het bestand begint niet met een kop",
        "zet bovenaan één kop met '# ', bijvoorbeeld '# 3 Organisatiestructuur'",
    ),
    Code(
        "CV015",
        "fout",
        "deze wijziging kan niet: {reden}",
        "{tip}",
    ),
    Code("CV016", "fout", "anker '{anker}' is al in gebruik op {eerder}", "{tip}"),
    Code(
        "CV017",
        "waarschuwing",
        "'{tekst}' lijkt {wat}, maar wordt als gewone tekst gelezen",
        "{tip}",
    ),
    Code(
        "CV018",
        "waarschuwing",
        "onderdeel '{merk}' volgt op een lid maar is niet ingesprongen en hoort er zo niet bij",
        "laat de regel met spaties inspringen als het onderdeel bij dat lid hoort",
    ),
    Code(
        "CV019",
        "fout",
        "{wat}",
        "docs/bronformaat.md laat zien hoe u het wel schrijft",
    ),
    Code(
        "CV020",
        "fout",
        "sjabloon is niet te gebruiken: {reden}",
        "herstel het sjabloon, of haal het weg: dan geldt het sjabloon van convenantwerk",
    ),
    Code(
        "CV021",
        "fout",
        "fout in het sjabloon: {reden}",
        "herstel het sjabloon, of haal het weg: dan geldt het sjabloon van convenantwerk",
    ),
    Code(
        "CV022",
        "fout",
        "de kop begint met '{gevonden}', hier past hoogstens '{verwacht}'",
        "een bestand heeft één kop met '#'; sla daaronder geen niveau over",
    ),
    Code(
        "CV023",
        "fout",
        "het onzichtbare stuurteken {teken} hoort niet in een tekst",
        "verwijder het teken; het is waarschijnlijk meegekomen bij kopiëren en plakken",
    ),
    Code(
        "CV024",
        "fout",
        "map '{naam}' heeft geen kop van een deel",
        "begin de map met een bestand 00-deel.md: '# Deel 1 …'; alleen 'voorwerk' heeft geen kop",
    ),
    Code(
        "CV025",
        "fout",
        "deze woorden van het bestand zijn niet in de tekst terechtgekomen: {woorden}",
        "schrijf het stuk zoals docs/bronformaat.md laat zien; zo zou er tekst wegvallen",
    ),
    Code(
        "CV026",
        "fout",
        "een wijziging '{soort}' {bezwaar}",
        "een wijziging '{soort}' heeft: {sleutels}",
    ),
    Code(
        "CV027",
        "fout",
        "addendum '{naam}' heeft dezelfde ingangsdatum als '{ander}' en geen eigen volgorde",
        "geef beide in addendum.yaml een regel 'volgorde: 1', 'volgorde: 2', …",
    ),
    Code(
        "CV028",
        "fout",
        "dit addendum is geschreven tegen versie '{versie}', maar {bezwaar}",
        "{tip}",
    ),
    Code(
        "CV029",
        "fout",
        "voetnoot {merk} komt in '{titel}' twee keer voor nadat addendum '{naam}' is verwerkt",
        "geef de noot in de tekst van het addendum een ander merk",
    ),
    # --- frozen versions
    Code(
        "CV030",
        "fout",
        "dit bestand van de vastgestelde versie '{naam}' {wat}",
        "zet het terug zoals het was (git checkout); een andere tekst wordt een nieuwe versie",
    ),
    Code(
        "CV031",
        "fout",
        "versie.yaml van versie '{naam}' is na de vaststelling gewijzigd",
        "zet het terug zoals het was (git checkout); een andere tekst wordt een nieuwe versie",
    ),
    Code(
        "CV032",
        "fout",
        "versie '{naam}' sluit niet aan: {bezwaar}",
        "zet de map met versies terug zoals zij was (git checkout)",
    ),
    Code("CV033", "fout", "versie '{naam}' kan niet worden vastgesteld: {reden}", "{tip}"),
    # --- the text
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
    # --- the registers
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
        "vormgebrek: {naam} zegde op per {vorm}, niet per aangetekende brief ({plaats})",
        "de opzegging telt mee; vraag alsnog om een aangetekende brief of raadpleeg een jurist",
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
        "in {jaar} komt de Stuurgroep op {aantal} vergaderingen, minimaal {minimum} is nodig "
        "({plaats})",
        "leg een vergadering vast die er nog niet staat, of meld het aan de Stuurgroep",
    ),
    Code("CV212", "fout", "{wat} '{sleutel}' is er niet", "{tip}"),
    Code(
        "CV213",
        "waarschuwing",
        "KvK-nummer '{kvk}' van {naam} heeft geen acht cijfers",
        "schrijf de acht cijfers uit het Handelsregister tussen aanhalingstekens",
    ),
    Code(
        "CV214",
        "waarschuwing",
        "{naam} is toegetreden, maar instemming van de Stuurgroep is niet vastgelegd ({plaats})",
        "leg de instemming vast met een gebeurtenis 'instemming' die het besluit noemt",
    ),
    Code(
        "CV215",
        "waarschuwing",
        "KvK-nummer {kvk} van {naam} is ook dat van {ander}",
        "zoek in het Handelsregister welk nummer bij welke partner hoort",
    ),
    # --- accession and signing
    Code("CV301", "fout", "de toetreding van {naam} kan niet: {reden}", "{tip}"),
    Code("CV302", "fout", "stap '{stap}' kan voor {naam} nu niet: {reden}", "{tip}"),
    Code("CV303", "fout", "van {naam} ontbreekt nog: {wat}", "{tip}"),
    Code("CV304", "fout", "niet verwerkt: {reden}", "{tip}"),
    Code(
        "CV305",
        "fout",
        "het sjabloon gebruikt '{veld}', dat het niet heeft",
        "{tip}",
    ),
    Code("CV306", "fout", "voor {naam} kan dit niet: {reden}", "{tip}"),
    Code("CV307", "fout", "het bericht aan {naam} is niet verzonden: {reden}", "{tip}"),
    Code(
        "CV308",
        "fout",
        "{wat} ontbreekt",
        "{tip}",
    ),
    Code(
        "CV309",
        "fout",
        "hier is geen certificaat te lezen: {reden}",
        "zet er het certificaat van de uitgever neer, als .pem, .crt of .cer",
    ),
    Code(
        "CV310",
        "waarschuwing",
        "versie {naam} is vastgesteld terwijl er nog {aantal} fouten in stonden, zoals open "
        "invulvelden of ontbrekende tekst; wie tekent, tekent die mee",
        "bekijk het convenant in het pakket, en stel zo nodig eerst een betere tekst vast",
    ),
    Code(
        "CV311",
        "waarschuwing",
        "zonder e-mailadres in partners.yaml: {namen}",
        "vul bij deze partners 'email' in, of stuur het pakket op een andere manier",
    ),
    Code(
        "CV312",
        "fout",
        "stuk {sha256}… in het archief {wat}",
        "zet het terug zoals het was (git checkout, of uw reservekopie)",
    ),
    # --- the environment
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
        "een andere opdracht schrijft op dit moment in het register; er is niets vastgelegd",
        "wacht tot die klaar is en voer de opdracht opnieuw uit",
    ),
    Code(
        "CV911",
        "fout",
        "het register is veranderd nadat het werd gelezen; er is niets vastgelegd",
        "voer de opdracht opnieuw uit: dan telt de verandering mee",
    ),
    Code("CV912", "fout", "partner '{partner}' is er niet", "{tip}"),
    Code(
        "CV914",
        "fout",
        "van {naam} loopt op {datum} geen opzegging; er is niets in te trekken",
        "'convenant stand' toont welke opzeggingen lopen",
    ),
    Code("CV913", "fout", "hier kan niets worden toegevoegd: {reden}", "{tip}"),
)

CODES: Mapping[str, Code] = {code.code: code for code in _TABLE}
