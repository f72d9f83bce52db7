"""CV13x: the terms of a text."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = (
    Code(
        "CV130",
        "waarschuwing",
        "'{term}' is hier anders omschreven dan op {eerder}",
        "houd één omschrijving, of geef een van de twee begrippen een andere naam",
        onderwerp="{term}",
    ),
    Code(
        "CV131",
        "hint",
        "'{term}' is hier nog eens omschreven; dat gebeurde al op {eerder}",
        "één omschrijving is genoeg, en kan later niet van een andere gaan verschillen",
        onderwerp="{term}",
    ),
    Code(
        "CV132",
        "hint",
        "'{term}' is omschreven, maar wordt in de tekst niet gebruikt",
        "haal de omschrijving weg, of kijk of de tekst een ander woord gebruikt voor hetzelfde",
        onderwerp="{term}",
    ),
    Code(
        "CV133",
        "hint",
        "'{term}' staat hier al, maar wordt pas op {later} uitgelegd",
        "schrijf hier de volledige naam, en leg de korte hier uit",
        onderwerp="{term}",
    ),
    Code(
        "CV134",
        "hint",
        "'{vorm}' ({aantal}) lijkt een andere schrijfwijze van het begrip '{term}' op {waar}",
        "schrijf overal '{term}', of zeg in de omschrijving wat de andere vorm betekent",
        onderwerp="{vorm}",
    ),
    Code(
        "CV135",
        "waarschuwing",
        "'{woord}' staat hier waar dit convenant '{term}' zegt{ook}",
        "schrijf '{term}'; betekent het hier iets anders, haal het dan weg onder 'begrippen' in "
        "convenant.yaml",
        onderwerp="{woord}",
    ),
    Code(
        "CV136",
        "hint",
        "'{woord}' ({aantal}){ook} lijkt hetzelfde te betekenen als '{term}' ({andere})",
        "kies één woord, of zeg wat het verschil is; om het altijd te laten nakijken, zet u "
        "in convenant.yaml onder 'begrippen': {{term: {term}, niet: [{niet}]}}",
        onderwerp="{woord}",
    ),
    Code(
        "CV137",
        "hint",
        "'{vorm}' ({aantal}) staat elders als '{ander}' ({andere})",
        "schrijf het overal gelijk",
        onderwerp="{vorm}",
    ),
    Code(
        "CV138",
        "hint",
        "'{woord}' {waarom}, maar is nergens omschreven",
        "omschrijf wat het betekent, of schrijf het zonder hoofdletter als het een gewoon woord is",
        onderwerp="{woord}",
    ),
    Code(
        "CV139",
        "hint",
        "het begrip '{term}' onder 'begrippen' in convenant.yaml staat niet in de tekst",
        "neem het woord over zoals de tekst het gebruikt, of haal de regel weg",
        onderwerp="{term}",
    ),
)
