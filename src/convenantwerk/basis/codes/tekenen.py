"""CV3xx: accession, packs, signing, and calendars that were given out."""

from convenantwerk.basis.diagnostics import Code

CODES = (
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
    Code(
        "CV313",
        "fout",
        "hier is geen tabel te lezen: {reden}",
        "bewaar de tabel als Word-document (.docx), als Markdown (.md) of als webpagina (.html)",
    ),
    Code(
        "CV314",
        "fout",
        "deze tabel heeft geen kolommen met was en wordt",
        "zet boven de kolommen 'Was' en 'Wordt', of maak de tabel ten minste twee kolommen breed",
    ),
    Code(
        "CV315",
        "waarschuwing",
        "van het bericht aan {partner} ({adres}, {dag}) staat niet vast of het is verzonden",
        "vraag het na en voer uit: 'convenant pakket --alle --verzend --wel-verzonden {partner}', "
        "of hetzelfde met --niet-verzonden",
    ),
    Code(
        "CV316",
        "waarschuwing",
        "'{naam}' ligt in het dossier, maar geen gebeurtenis noemt het",
        "kijk na wat het is: leg de gebeurtenis alsnog vast, of haal het bestand weg",
    ),
    Code(
        "CV317",
        "fout",
        "dit bestand met een tabel is te groot: er mag ten hoogste {grens} in staan",
        "verdeel de tabel over meer bestanden, of haal de plaatjes eruit",
    ),
    Code(
        "CV318",
        "waarschuwing",
        "de handtekening van {naam} telt, met het moment dat de ondertekenaar zelf noemt: het "
        "tijdstempel komt van een dienst die dit dossier niet vertrouwt",
        "vertrouwt u die dienst, zet dan het certificaat van haar uitgever in het dossier en noem "
        "het bij ondertekening.vertrouwd in convenant.yaml",
    ),
    Code(
        "CV321",
        "fout",
        "in het agendaboek klopt '{sleutel}' niet: het {wat}",
        "zet het bestand terug zoals het was (git checkout, of uw reservekopie)",
    ),
    Code(
        "CV322",
        "hint",
        "dit is een vooruitblik: de agenda zoals die er op {dag} uitziet als er niets verandert",
        "maak daarna de agenda van vandaag; wie die inleest, heeft weer de juiste",
    ),
    Code(
        "CV325",
        "waarschuwing",
        "de brief aan {naam} heeft geen adres",
        "vul het aan met 'convenant wijzig partner {sleutel} --adres ADRES' (regels met komma's "
        "ertussen), en maak de brief opnieuw met 'convenant brief'",
    ),
)
