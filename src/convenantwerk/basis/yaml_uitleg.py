"""What PyYAML says of text that is no YAML, and what a user needs to hear."""

from __future__ import annotations

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
    (
        "cannot start any token",
        (
            "een waarde begint met een teken dat in YAML iets anders betekent",
            "zet de waarde tussen aanhalingstekens; gebruik spaties, geen tabs",
        ),
    ),
    (
        "found unexpected end of stream",
        ("een aanhalingsteken wordt niet gesloten", "zet het sluitende aanhalingsteken"),
    ),
    (
        "expected <block end>",
        (
            "de inspringing klopt niet",
            "laat sleutels die bij elkaar horen in dezelfde kolom beginnen",
        ),
    ),
    (
        "expected ',' or",
        (
            "een lijst of blok tussen haken wordt niet goed gesloten",
            "zet tekst met haken tussen aanhalingstekens",
        ),
    ),
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
    "de regel is niet als YAML te lezen",
    "controleer inspringing, dubbele punten en aanhalingstekens",
)


def uitleg(problem: str) -> tuple[str, str]:
    """Return what is wrong and what to do, for a problem as PyYAML tells it."""
    return next((wat for begin, wat in _YAML_UITLEG if begin in problem), _ANDERS)
