"""What PyYAML says of text that is no YAML, and what a user needs to hear.

It has two parsers, of which that in C is used where there is one; they say the same in other words.
"""

from __future__ import annotations

_HAKEN = (
    "een lijst of blok tussen haken wordt niet goed gesloten",
    "zet tekst met haken tussen aanhalingstekens",
)
_TEKEN = (
    "een waarde begint met een teken dat in YAML iets anders betekent",
    "zet de waarde tussen aanhalingstekens; gebruik spaties, geen tabs",
)
_INSPRINGING = (
    "de inspringing klopt niet",
    "laat sleutels die bij elkaar horen in dezelfde kolom beginnen",
)
_ACHTER = ("na '|' of '>' staat nog iets op dezelfde regel", "begin op de volgende regel")
# Pieces of what PyYAML says; the first that is in it counts.
_YAML_UITLEG: tuple[tuple[str, tuple[str, str]], ...] = (
    (
        "found a tab character",
        ("er staat een tab waar spaties horen", "spring in met spaties, niet met tabs"),
    ),
    (
        "mapping values are not allowed",
        (
            "een dubbele punt staat op een plaats waar dat niet kan",
            "zet tekst met een dubbele punt erin tussen aanhalingstekens",
        ),
    ),
    (
        "could not find expected ':'",
        ("na een sleutel ontbreekt de dubbele punt", "schrijf 'sleutel: waarde'"),
    ),
    ("cannot start any token", _TEKEN),
    ("expected alphabetic or numeric character", _TEKEN),
    (
        "found unexpected end of stream",
        ("een aanhalingsteken wordt niet gesloten", "zet het sluitende aanhalingsteken"),
    ),
    ("expected <block end>", _INSPRINGING),
    ("expected '-' indicator", _INSPRINGING),
    (
        "expected key",
        (
            "de inspringing klopt niet, of achter een waarde tussen aanhalingstekens of haken "
            "staat nog iets",
            "laat sleutels in dezelfde kolom beginnen, en zet de hele waarde tussen "
            "aanhalingstekens",
        ),
    ),
    ("expected ',' or", _HAKEN),
    (
        "node content",
        (
            "een haak wordt niet gesloten, of een waarde begint met een teken dat in YAML iets "
            "anders betekent",
            "zet de sluitende haak erbij, of zet de waarde tussen aanhalingstekens",
        ),
    ),
    (
        "found another document",
        ("er staat een regel met drie streepjes in", "haal de regel '---' weg"),
    ),
    (
        "unknown escape character",
        (
            "tussen dubbele aanhalingstekens staat een schuine streep naar links",
            "zet de waarde tussen enkele aanhalingstekens",
        ),
    ),
    ("expected chomping", _ACHTER),
    ("expected comment or line break", _ACHTER),
    (
        "te diep",
        ("blokken en lijsten zijn te diep genest", "haal weg wat er te veel staat"),
    ),
    (
        "undefined alias",
        ("een waarde begint met '*'", "zet de waarde tussen aanhalingstekens"),
    ),
)
_ANDERS = (
    "er staat iets wat in YAML niet kan",
    "controleer inspringing, dubbele punten en aanhalingstekens",
)


def uitleg(problem: str) -> tuple[str, str]:
    """Return what is wrong and what to do, for a problem as PyYAML tells it."""
    return next((wat for deel, wat in _YAML_UITLEG if deel in problem), _ANDERS)
