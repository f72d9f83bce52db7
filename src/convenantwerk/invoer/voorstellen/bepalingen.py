"""A text as bepalingen: what is read together, in sentences that each know where they stand.

The rules of a convenant are spread over the leden of one artikel ("1. Een partner kan opzeggen. 2.
Dat gebeurt schriftelijk."), or all stand in one onderdeel of a list ("l. Elke partner kan …").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.tekst.adressen import plaatsen_in
from convenantwerk.tekst.boom import Alinea, Convenant, Element, Onderdeel, plain
from convenantwerk.tekst.citeren import Citaten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.tekst.adressen import Plaats

VOORWERK = "voorwerk"
_LANGST = 3000  # characters of a sentence that are looked at; what is longer is none of a convenant
# A sentence ends at a full stop or semicolon before a capital; not behind an initial or "art.".
_ZINSEINDE = re.compile(
    r"(?<=[.;?!])(?<!\b[A-Za-z]\.)(?<!\b(?:mr|dr|ir|nr|jo)\.)(?<!\b(?:art|drs|ing)\.)"
    r"\s+(?=[“\"\u2018'(]?[A-Z0-9])"
)
# A heading that says that all below it is about one rule.
_THEMA = re.compile(
    r"\b(?:duur|looptijd|be[eë]indig\w*|opzeg\w*|uittred\w*|toetred\w*|wijzig\w*|inwerking\w*"
    r"|geheimhouding\w*|vertrouwelijk\w*|verlenging|evaluatie)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence, where it stands, and how that place is cited: "artikel 17, lid 2"."""

    tekst: str
    adres: str
    citaat: str


@dataclass(frozen=True, slots=True)
class Bepaling:
    """Sentences that are about one thing.

    Args:
        deel: the number of the deel they stand in, counted from 0.
        opschrift: of the artikel or other titled part.
        citaat: how the whole is cited.
    """

    deel: int
    opschrift: str
    adres: str
    citaat: str
    zinnen: tuple[Zin, ...]

    @property
    def tekst(self) -> str:
        """All of it on one line."""
        return " ".join(zin.tekst for zin in self.zinnen)

    def bron(self, zinnen: Iterable[Zin]) -> tuple[str, str]:
        """Return address and citation of what was used: one lid when all stands in that."""
        plaatsen = {(zin.adres, zin.citaat) for zin in zinnen}
        return plaatsen.pop() if len(plaatsen) == 1 else (self.adres, self.citaat)


def gewoon(tekst: str) -> str:
    """Return a text with one space between its words."""
    return " ".join(tekst.split())


def buiten_overleg(deel: Element) -> Iterator[Element]:
    """Yield the titled parts of a deel, but for what describes an overleg."""
    if deel.soort != "overleg":
        yield deel
        for kind in deel.inhoud:
            if isinstance(kind, Element):
                yield from buiten_overleg(kind)


def bepalingen(delen: Sequence[Element]) -> list[Bepaling]:
    """Return the bepalingen of a text, but for its voorwerk and what describes an overleg.

    Args:
        delen: with ankers that are unique within the text (`with_ankers`).
    """
    citaten = Citaten(Convenant(tuple(delen), ""))
    return [
        bepaling
        for nummer, deel in enumerate(delen)
        if deel.anker != VOORWERK
        for element in buiten_overleg(deel)
        for bepaling in _van(nummer, element, citaten)
    ]


def _van(nummer: int, element: Element, citaten: Citaten) -> Iterator[Bepaling]:
    opschrift = plain(element.opschrift)
    places = [p for p in plaatsen_in(element, element.anker) if not isinstance(p.part, Element)]
    if element.soort == "artikel" or _THEMA.search(opschrift):
        citaat = citaten.citeer(element.anker)
        zinnen = tuple(
            Zin(zin.tekst, element.anker, citaat) if isinstance(place.part, Alinea) else zin
            for place in places
            for zin in _zinnen(place, citaten)
        )
        if zinnen:
            yield Bepaling(nummer, opschrift, element.anker, citaat, zinnen)
        return
    for place in places:
        if zinnen := tuple(_zinnen(place, citaten)):
            citaat = citaten.citeer(place.adres)
            yield Bepaling(nummer, opschrift, place.adres, citaat, zinnen)


def _zinnen(place: Plaats, citaten: Citaten) -> Iterator[Zin]:
    if isinstance(place.part, Alinea):
        for zin in _ZINSEINDE.split(gewoon(plain(place.part.inhoud))):
            if zin:
                yield Zin(zin[:_LANGST], place.adres, citaten.citeer(place.adres))
    elif isinstance(place.part, Onderdeel):
        for inner in plaatsen_in(place.part, place.adres):
            for zin in _zinnen(inner, citaten):
                # An alinea of a lid is cited as the lid itself.
                own = Zin(zin.tekst, place.adres, citaten.citeer(place.adres))
                yield own if isinstance(inner.part, Alinea) else zin
