"""The styles of an OpenDocument: how a paragraph or a word looks, and what lists look like."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.invoer.html.tags import getal, nadruk_van, punten
from convenantwerk.invoer.odt.namen import attributen, naam

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from convenantwerk.invoer.html.tags import Soort

_DIEPTE = 50  # styles that build on each other


@dataclass(frozen=True, slots=True)
class Niveau:
    """A level of a list.

    Args:
        soort: how it counts: "1", "a", "A", "i", "I"; "" for no number; "•" for a bullet.
        vorm: its format with a place for each level, "%1%.%2%)"; "" when the parts below say it.
        toont: of how many levels it shows the number.
        samen: after z comes aa, then bb.
    """

    soort: str = ""
    voor: str = ""
    na: str = ""
    vorm: str = ""
    toont: int = 1
    begin: int = 1
    samen: bool = False
    inspringing: float = 0.0


Lijststijl = dict[int, Niveau]


@dataclass
class Stijlen:
    """All styles of a file, by family and name."""

    eigen: dict[tuple[str, str], tuple[str, dict[str, str]]] = field(default_factory=dict)
    lijsten: dict[str, Lijststijl] = field(default_factory=dict)
    koppen: Lijststijl = field(default_factory=dict)

    def van(self, familie: str, stijl: str) -> dict[str, str]:
        """Return what a style says, with what it builds on."""
        keten: list[dict[str, str]] = []
        gezien: set[str] = set()
        while (familie, stijl) in self.eigen and stijl not in gezien and len(keten) < _DIEPTE:
            gezien.add(stijl)
            ouder, waarden = self.eigen[familie, stijl]
            keten.append(waarden)
            stijl = ouder
        return {sleutel: w for waarden in reversed(keten) for sleutel, w in waarden.items()}


def stijlen_van(wortels: Iterable[etree._Element]) -> Stijlen:
    """Return the styles of the parts of a file."""
    stijlen = Stijlen()
    for wortel in wortels:
        for element in wortel.iter():
            match naam(element.tag):
                case "style:style":
                    attrs = attributen(element)
                    sleutel = attrs.get("style:family", ""), attrs.get("style:name", "")
                    stijlen.eigen[sleutel] = (
                        attrs.get("style:parent-style-name", ""),
                        _zegt(element),
                    )
                case "text:list-style":
                    stijl = attributen(element).get("style:name", "")
                    stijlen.lijsten[stijl] = _niveaus(element)
                case "text:outline-style":
                    stijlen.koppen = _niveaus(element)
    return stijlen


def _zegt(element: etree._Element) -> dict[str, str]:
    waarden = {
        sleutel: waarde
        for sleutel, waarde in attributen(element).items()
        if sleutel in ("style:list-style-name", "style:default-outline-level")
    }
    for kind in element:
        if naam(kind.tag) in ("style:text-properties", "style:paragraph-properties"):
            waarden |= attributen(kind)
    return waarden


def _niveaus(element: etree._Element) -> Lijststijl:
    niveaus: Lijststijl = {}
    for kind in element:
        attrs = attributen(kind)
        diepte = getal(attrs.get("text:level"), 0)
        soort = "•" if "bullet" in naam(kind.tag) or "image" in naam(kind.tag) else ""
        inspringing = max((_marge(binnen) for binnen in kind.iter()), default=0.0)
        niveaus[diepte] = Niveau(
            soort or attrs.get("style:num-format", ""),
            attrs.get("style:num-prefix", ""),
            attrs.get("style:num-suffix", ""),
            attrs.get("loext:num-list-format", ""),
            max(1, getal(attrs.get("text:display-levels"), 1)),
            getal(attrs.get("text:start-value"), 1),
            attrs.get("style:num-letter-sync") == "true",
            inspringing,
        )
    return niveaus


def _marge(element: etree._Element) -> float:
    attrs = attributen(element)
    return max(
        punten(attrs.get(sleutel, "")) for sleutel in ("fo:margin-left", "text:space-before")
    )


def soorten_van(zegt: Mapping[str, str], nu: frozenset[Soort]) -> frozenset[Soort]:
    """Return the emphasis that a style makes of what stands in it."""
    hoogte = zegt.get("style:text-position", "")
    css = {
        "font-weight": zegt.get("fo:font-weight", ""),
        "font-style": zegt.get("fo:font-style", ""),
        "vertical-align": _hoogte(hoogte),
    }
    return nadruk_van("", css, nu)


def _hoogte(positie: str) -> str:
    eerste = positie.split(" ", maxsplit=1)[0]
    if eerste.startswith("super") or (eerste.rstrip("%").isdecimal() and eerste != "0%"):
        return "super"
    return "sub" if eerste.startswith(("sub", "-")) else ""
