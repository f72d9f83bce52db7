"""CV18x: how easily a text reads."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = (
    Code(
        "CV180",
        "hint",
        "de zin die begint met '{begin}' heeft {aantal} woorden",
        "maak er twee zinnen van, of een opsomming",
        onderwerp="{begin}",
    ),
    Code(
        "CV181",
        "hint",
        "de zin die begint met '{begin}' zegt {aantal} keer 'worden'",
        "zeg wie het doet: 'de ketenmanager bewaart', niet 'wordt bewaard'",
        onderwerp="{begin}",
    ),
    Code(
        "CV182",
        "hint",
        "'{woorden}' laat open of het een, het ander of beide is bedoeld{elders}",
        "schrijf 'of' (dat sluit beide niet uit), 'en', of 'of beide'",
        onderwerp="{woorden}",
    ),
    Code(
        "CV183",
        "hint",
        "'{woorden}' ontkent twee keer{elders}",
        "zeg wat wel geldt: 'pas nadat' voor 'niet dan nadat', 'redelijk' voor 'niet onredelijk'",
        onderwerp="{woorden}",
    ),
    Code(
        "CV184",
        "hint",
        "'{woorden}' kan eenvoudiger{elders}",
        "schrijf '{gewoon}', als dat hier hetzelfde zegt",
        onderwerp="{woorden}",
    ),
)
