"""CV15x and CV160-CV164: places that must agree with each other."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = (
    Code(
        "CV150",
        "waarschuwing",
        "in deze lijst van {groep} {ontbreekt} {namen}; wel genoemd {wel}",
        "vul de lijst aan, of verbeter de andere plaats",
        onderwerp="{wie}",
    ),
    Code(
        "CV151",
        "hint",
        "hier staan {aantal} van de {alle} {groep}; {namen} niet",
        "hoort dat zo, laat het dan staan; vul anders aan",
        onderwerp="{wie}",
    ),
    Code(
        "CV152",
        "hint",
        "'{naam}' staat {wat}",
        "verbeter de tekst, of {waar}",
        onderwerp="{naam}",
    ),
    Code(
        "CV153",
        "waarschuwing",
        "'{woorden}' lijkt op '{naam}' uit het register van partners{ook}",
        "schrijf de naam overal gelijk, of zet deze naam in partners.yaml bij 'ook_bekend_als'",
        onderwerp="{woorden}",
    ),
    Code(
        "CV154",
        "hint",
        "'{naam}' staat hier, en {wat}",
        "{tip}",
        onderwerp="{naam}",
    ),
    Code(
        "CV155",
        "hint",
        "voor '{naam}' tekenen er {aantal}: {wie}",
        "tekenen zij samen, laat het dan staan; tekenen zij voor twee organisaties, maak er dan "
        "twee partners van",
        onderwerp="{naam}",
    ),
    Code(
        "CV156",
        "hint",
        "getekend wordt voor '{organisatie}', en de partner heet '{naam}'",
        "schrijf de naam overal gelijk, of zet deze naam in partners.yaml bij 'ook_bekend_als'",
        onderwerp="{organisatie}",
    ),
    Code(
        "CV157",
        "waarschuwing",
        "'{naam}' is hier {tekst}, en in het register {register}",
        "verbeter de tekst, of ondertekenaars.yaml",
        onderwerp="{naam}",
    ),
    Code(
        "CV158",
        "waarschuwing",
        "in deze lijst van overleggen {ontbreekt} {namen}, die het convenant wel beschrijft",
        "vul de lijst aan, of haal de beschrijving weg",
        onderwerp="{wie}",
    ),
    Code(
        "CV159",
        "hint",
        "'{naam}' in deze lijst van overleggen {wat}",
        "noem het overleg overal gelijk",
        onderwerp="{naam}",
    ),
    Code(
        "CV160",
        "hint",
        "'{woorden}', en {waar} kent er {aantal}{ook}",
        "verbeter het getal, of vul aan wat ontbreekt",
        onderwerp="{woorden}",
    ),
    Code(
        "CV161",
        "waarschuwing",
        "'{woorden}' is hier anders dan de regel '{regel}': {wat}{bron}",
        "verbeter de tekst, of {waar}",
        onderwerp="{woorden}",
    ),
    Code(
        "CV162",
        "hint",
        "de regel '{regel}' noemt {artikel}, en de tekst zegt dit bij '{waar}'",
        "noem bij de regel in convenant.yaml de plaats waar zij staat",
        onderwerp="{regel}",
    ),
    Code(
        "CV163",
        "waarschuwing",
        "'{oud}' staat hier nog, en volgens {waar} heet het nu '{nieuw}'{ook}",
        "voer de nieuwe naam overal door, met een addendum als de tekst is vastgesteld",
        onderwerp="{oud}",
    ),
    Code(
        "CV164",
        "hint",
        "{wat}",
        "gaat het om hetzelfde, kies er dan één; noem anders het verschil",
        onderwerp="{onderwerp}",
    ),
)
