"""What a text says of the rules of convenant.yaml in words: the parts that every reading shares."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import MAANDEN
from convenantwerk.basis.waarde import waarde
from convenantwerk.invoer.voorstellen.getallen import PERIODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.periode import Periode
    from convenantwerk.dossier.regel import Regel

_LANGST = 3_000  # characters of a sentence; what is longer is none of a convenant
# Where what the text is held against can be mended instead.
DE_REGEL = "de regel in convenant.yaml; brieven en data volgen de regel"
DE_FEITEN = "de gegevens boven de tekst van het overleg"
VOOR = 80  # characters before a period that tell what it is of


@waarde
class Lezing:
    """What words say of a rule: where they begin in the sentence, and what the rule says.

    `strookt` is whether the two agree.
    """

    naam: str
    regel: Regel
    begin: int
    woorden: str
    wat: str
    strookt: bool


@cache
def _zinsgrens() -> re.Pattern[str]:
    return re.compile(r"(?<=[.;?!])\s+(?=[\"'\u201c\u2018(]?[A-Z])")


@cache
def periodevorm() -> re.Pattern[str]:
    """Return what a period looks like in a text: "zes maanden"."""
    return re.compile(rf"(?i)\b{PERIODE}")


@cache
def dagvorm() -> re.Pattern[str]:
    """Return what a day looks like in a text, with the word before it: "uiterlijk 31 december"."""
    return re.compile(
        r"(?i)\b(?P<voor>uiterlijk(?: op)?|vóór|voor|tot en met|tot|op|per|met ingang van)"
        rf" (?P<dag>\d{{1,2}}) (?P<maand>{'|'.join(MAANDEN)})(?: (?P<jaar>\d{{4}}))?\b"
    )


def even_lang(een: Periode, ander: Periode) -> bool:
    """Tell whether two periods are as long: twelve months are a year, four weeks no month."""

    def maten(p: Periode) -> tuple[int, int]:
        return 12 * p.jaren + p.maanden, 7 * p.weken + p.dagen

    return maten(een) == maten(ander)


def zinnen_van(tekst: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a passage with where they begin; of a very long one its begin."""
    begin = 0
    grenzen = [(m.start(), m.end()) for m in _zinsgrens().finditer(tekst)]
    for einde, volgende in (*grenzen, (len(tekst), 0)):
        yield begin, tekst[begin : min(einde, begin + _LANGST)]
        begin = volgende
