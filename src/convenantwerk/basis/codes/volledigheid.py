"""CV165-CV169: what the law asks of a text of this kind."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = (
    Code(
        "CV165",
        "hint",
        "de tekst zegt niet {naam} ({wet})",
        "neem het op; staat het er in andere woorden, zet dan '{{dekt: {eis}}}' achter de kop van "
        "dat artikel",
        "{eis}",
    ),
    Code(
        "CV166",
        "waarschuwing",
        "het merk 'dekt' noemt '{eis}', en zo heet geen eis",
        "{tip}",
        "{eis}",
    ),
    Code(
        "CV167",
        "hint",
        "het merk 'dekt' zegt dat hier staat {naam}, maar geen woord hier wijst daarop",
        "lees {waar} na; staat het er niet meer, haal dan '{eis}' uit het merk",
        "{eis}",
    ),
    Code(
        "CV168",
        "hint",
        "van de {alle} punten van '{lijst}' {staan} {aantal} niet in de tekst die er is, zoals "
        "{eerste}",
        "{ontbreekt}; 'convenant eisen' toont welke punten het zijn, en wat waar staat",
        "{sleutel}",
    ),
    Code(
        "CV169",
        "hint",
        "het merk 'dekt' noemt '{eis}', maar dit dossier vraagt niet om '{lijst}'",
        "zet in convenant.yaml bij 'eisen' ook {lijst}, of haal het merk weg",
        "{eis}",
    ),
)
