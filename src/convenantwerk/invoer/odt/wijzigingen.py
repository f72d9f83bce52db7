"""Tracked changes of an OpenDocument: what was deleted is put back, or stays away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.invoer.brok import Bewerkt, Weggelaten
from convenantwerk.invoer.html.uitkomst import Uitkomst
from convenantwerk.invoer.odt.namen import attributen, naam

if TYPE_CHECKING:
    from lxml import etree

    from convenantwerk.invoer.brok import Wens

ALINEA = ("text:p", "text:h")
_VERWORPEN = "een doorhaling is verworpen"


class Wijzigingen(Uitkomst):
    """What comes of a text in which changes were tracked.

    Args:
        wens: what happens with them.
    """

    def __init__(self, wens: Wens) -> None:
        super().__init__()
        self._wens = wens
        self._kaders = [self._kader]
        self._doorgehaald: dict[str, etree._Element] = {}
        self._ingevoegd: set[str] = set()
        self._weg_in: set[str] = set()  # insertions that are open and are rejected

    def _wijzigingen(self, wortel: etree._Element) -> None:
        for regio in wortel.iter():
            if naam(regio.tag) != "text:changed-region":
                continue
            attrs = attributen(regio)
            sleutel = attrs.get("text:id") or attrs.get("xml:id", "")
            for kind in regio:
                if naam(kind.tag) == "text:deletion":
                    self._doorgehaald[sleutel] = kind
                    if self._wens.wijzigingen == "aanvaard":
                        self._meld_weg(kind)
                elif naam(kind.tag) == "text:insertion":
                    self._ingevoegd.add(sleutel)

    def _meld_weg(self, doorhaling: etree._Element) -> None:
        tekst = " ".join(" ".join(_alineas(doorhaling)).split())
        if tekst:
            self.weg.append(Weggelaten(tekst, self._plek, "doorgehaald"))

    def wijziging(self, element: etree._Element, attrs: dict[str, str]) -> None:
        """Put back what was deleted here, when that is rejected."""
        del element
        sleutel = attrs.get("text:change-id", "")
        if self._wens.wijzigingen == "verwerp" and sleutel in self._doorgehaald:
            for nummer, tekst in enumerate(_alineas(self._doorgehaald.pop(sleutel))):
                if nummer:
                    self._alinea.regeleinde()
                if tekst.strip():
                    self._alinea.terug(tekst, self._kaders[-1].soorten)
                    self.bewerkt.append(Bewerkt(tekst.strip(), "", self._plek, _VERWORPEN))

    def invoeging(self, element: etree._Element, attrs: dict[str, str]) -> None:
        """Begin or end what was inserted."""
        sleutel = attrs.get("text:change-id", "")
        if self._wens.wijzigingen == "verwerp" and sleutel in self._ingevoegd:
            begint = naam(element.tag) == "text:change-start"
            (self._weg_in.add if begint else self._weg_in.discard)(sleutel)


def _alineas(element: etree._Element) -> list[str]:
    """Return the characters of the paragraphs in what was deleted."""
    return ["".join(_letters(kind)) for kind in element.iter() if naam(kind.tag) in ALINEA]


def _letters(element: etree._Element) -> list[str]:
    found = [element.text or ""]
    for kind in element:
        if naam(kind.tag) in ("text:s", "text:tab", "text:line-break"):
            found.append(" ")
        elif naam(kind.tag) not in (*ALINEA, "text:note", "office:annotation"):
            found += _letters(kind)
        found.append(kind.tail or "")
    return found
