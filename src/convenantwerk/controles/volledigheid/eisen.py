"""What is asked of a text of some kind: an eis is a row, a list of them is a value.

What the law says stands here in own words, with the place where it says so. An eis is found by
words, never by a heading: a heading stays when what stood under it is gone. Its words are
alternatives, each of beginnings of words that stand together in one sentence: "inbreuk meld".
"doel_" is that very word, "!addendum" must not be there, and "TEKST", "PARTIJ" and "ELKE" are
groups of words: whatever a text calls itself, and those who conclude it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.waarde import waarde

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a text calls itself, what it calls those who conclude it, and how it says each of them.
SOORTWOORDEN: Mapping[str, tuple[str, ...]] = {
    "TEKST": (
        *("convenant", "samenwerkingsconvenant", "privacyconvenant"),
        *("overeenkomst", "samenwerkingsovereenkomst", "verwerkersovereenkomst"),
        *("regeling_", "protocol", "privacyprotocol"),
    ),
    "PARTIJ": (
        *("partij_", "partijen", "partner", "ketenpartner", "samenwerkingspartner"),
        *("deelnemer", "deelnemende", "college_", "colleges", "organisatie_", "organisaties"),
    ),
    "ELKE": ("elke_", "elk_", "iedere_", "ieder_", "alle_"),
}


@waarde
class Eis:
    """One thing that a text must settle.

    Args:
        sleutel: by which a mark and a schakelaar name it: "avg-26-1".
        naam: what must be settled.
        wet: where that is asked.
        woorden: what it is found by; each alternative as told above.
    """

    sleutel: str
    naam: str
    wet: str
    woorden: tuple[str, ...]


@waarde
class Eisenlijst:
    """What is asked of a text of one kind; a dossier names the lists that it must answer."""

    sleutel: str
    naam: str
    eisen: tuple[Eis, ...]
