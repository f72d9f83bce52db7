"""The text of an OpenDocument to brokken, element by element."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from lxml import etree

from convenantwerk.basis.beelden import suffix_van
from convenantwerk.invoer.brok import (
    Beeldbrok,
    Lijnbrok,
    Onzeker,
    Opmerking,
    Plek,
    Weggelaten,
)
from convenantwerk.invoer.html.alinea import Alinea
from convenantwerk.invoer.html.tabel import SPAN, Tabel
from convenantwerk.invoer.html.tags import getal, punten, wijst_weg
from convenantwerk.invoer.odt.beelden import bytes_van
from convenantwerk.invoer.odt.namen import attributen, naam
from convenantwerk.invoer.odt.stijlen import soorten_van
from convenantwerk.invoer.odt.wijzigingen import ALINEA, Wijzigingen
from convenantwerk.invoer.tekenvormen import met_gewone_tekens
from convenantwerk.tekst.boom import Voetnoot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.invoer.brok import Brok, Wens
    from convenantwerk.invoer.html.kader import Kader
    from convenantwerk.invoer.html.tags import Soort
    from convenantwerk.invoer.odt.nummering import Merk
    from convenantwerk.invoer.odt.stijlen import Stijlen
    from convenantwerk.tekst.boom import Inline

_OVER = frozenset(
    (
        *("text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls"),
        *("text:user-field-decls", "text:ruby-text", "office:binary-data", "draw:glue-point"),
        *("svg:title", "svg:desc", "text:table-of-content-source", "office:script"),
    )
)
_BRONNEN = frozenset(("text:index-title-template",))
Attrs = dict[str, str]


class Loper(Wijzigingen):
    """Walks through a text once, and keeps what comes of it.

    Args:
        stijlen: of the file.
        merken: of its paragraphs.
        beeld: gives the bytes of a picture by its name in the file.
        wens: what happens with tracked changes.
    """

    def __init__(
        self,
        stijlen: Stijlen,
        merken: Mapping[etree._Element, Merk],
        beeld: Callable[[str], bytes | None],
        wens: Wens,
    ) -> None:
        super().__init__(wens)
        self._stijlen = stijlen
        self._merken = merken
        self._beeld_van = beeld
        self._nummer = 0
        self._later: list[Brok] = []
        self._wacht: list[tuple[Alinea, str | None, Kader, Plek]] = []
        self.opmerkingen: list[Opmerking] = []

    # --- the walk -----------------------------------------------------------------------------

    def loop(self, wortel: etree._Element) -> None:
        """Walk through a text."""
        self._wijzigingen(wortel)
        over: etree._Element | None = None  # what is passed over, up to its end
        for wat, element in etree.iterwalk(wortel, events=("start", "end", "comment", "pi")):
            tag = naam(element.tag)
            if over is not None:
                if wat == "end" and element is over:
                    over = None
                    self._tekst(element.tail)
            elif wat == "start" and self._is_over(tag, element):
                over = element
            elif wat == "start":
                self._begin(tag, element)
                self._tekst(element.text)
            else:
                if wat == "end":
                    self._einde(tag, element)
                if element is not wortel:
                    self._tekst(element.tail)

    def _is_over(self, tag: str, element: etree._Element) -> bool:
        """Tell whether an element has been dealt with, or is no text."""
        if doe := self.HEEL.get(tag):
            doe(self, element, attributen(element))
            return True
        return tag in _OVER or tag in _BRONNEN

    def _begin(self, tag: str, element: etree._Element) -> None:
        attrs = attributen(element)
        kader = self._kaders[-1]
        if tag in ALINEA:
            self._nummer += 1
            kader = self._alineakader(tag, attrs, kader, element)
        elif tag in ("text:span", "text:a"):
            zegt = self._stijlen.van("text", attrs.get("text:style-name", ""))
            kader = replace(kader, soorten=soorten_van(zegt, kader.soorten))
            kader = replace(kader, grootte=punten(zegt.get("fo:font-size", "")) or kader.grootte)
            if zegt.get("text:display") == "none":
                kader = replace(kader, weg=kader.weg or "verborgen")
        elif tag == "text:section" and attrs.get("text:display") == "none":
            kader = replace(kader, weg="verborgen", blokweg="verborgen")
        elif tag == "text:table-of-content":
            kader = replace(kader, inhoudsopgave=True)
        self._kaders.append(kader)
        if tag in ALINEA:
            self._begin_alinea(element, kader, attrs)
        elif doe := self.BEGIN.get(tag):
            doe(self, element, attrs)

    def _alineakader(self, tag: str, attrs: Attrs, kader: Kader, element: etree._Element) -> Kader:
        zegt = self._stijlen.van("paragraph", attrs.get("text:style-name", ""))
        merk = self._merken.get(element)
        stijlniveau = getal(zegt.get("style:default-outline-level"), 0)
        niveau = getal(attrs.get("text:outline-level"), 1) if tag == "text:h" else stijlniveau
        soorten = soorten_van(zegt, frozenset()) if not niveau else frozenset()
        kader = replace(
            kader,
            soorten=soorten,
            grootte=punten(zegt.get("fo:font-size", "")),
            midden=zegt.get("fo:text-align") == "center",
            inspringing=merk.inspringing if merk else punten(zegt.get("fo:margin-left", "")),
            niveau=niveau,
            diepte=merk.diepte if merk else -1,
        )
        if zegt.get("text:display") == "none":
            kader = replace(kader, weg=kader.weg or "verborgen")
        return replace(kader, blokweg=kader.weg)

    def _begin_alinea(self, element: etree._Element, kader: Kader, attrs: Attrs) -> None:
        """Begin a paragraph; when one is open, it stands in a box that hangs there."""
        self._wacht.append((self._alinea, self._merk, self._kader, self._plek))
        self._plek = Plek("alinea", self._nummer)
        zegt = self._stijlen.van("paragraph", attrs.get("text:style-name", ""))
        if zegt.get("fo:break-before") == "page" and not self._cellen and len(self._wacht) == 1:
            self.brokken.append(Lijnbrok(self._plek))
        self._alinea = Alinea()
        self._kader = kader
        merk = self._merken.get(element)
        self._merk = merk.tekst if merk else None

    def _einde(self, tag: str, element: etree._Element) -> None:
        self._kaders.pop()
        if tag in ALINEA:
            in_vak = len(self._wacht) > 1
            eerder = len(self.brokken)
            self._sluit(item=self._merk is not None)
            self._alinea, self._merk, self._kader, self._plek = self._wacht.pop()
            if in_vak and not self._cellen:  # after the paragraph that it hangs in
                self._later += self.brokken[eerder:]
                del self.brokken[eerder:]
            elif not in_vak:
                self.brokken += self._later
                self._later = []
        elif tag == "text:a":
            href = attributen(element).get("xlink:href", "")
            if wijst_weg(href, "".join(map(str, element.itertext()))):
                self.weg.append(Weggelaten(" ".join(href.split()), self._plek, "webadres"))
        elif tag in ("table:table", "table:sub-table") and self._tabellen:
            self._tabel(self._tabellen.pop())
        elif tag == "table:table-cell" and self._tabellen and self._cellen:
            self._einde_cel(attributen(element))

    # --- runs ---------------------------------------------------------------------------------

    def _tekst(self, tekst: str | None) -> None:
        if not tekst or not self._wacht:
            return
        kader = self._kaders[-1]
        if self._weg_in:
            self._alinea.verborgen(tekst, "ingevoegd")
        elif kader.weg is not None and kader.blokweg is None:
            self._alinea.verborgen(tekst, kader.weg)
        else:
            self._alinea.tekst(tekst, kader.soorten, kader.grootte)

    def _wit(self, element: etree._Element, attrs: Attrs) -> None:
        del element, attrs
        self._tekst(" ")

    def _regeleinde(self, element: etree._Element, attrs: Attrs) -> None:
        del element, attrs
        self._alinea.regeleinde()

    def _noot(self, element: etree._Element, attrs: Attrs) -> None:
        del attrs
        merk = "noot"
        inhoud: tuple[Inline, ...] = ()
        for kind in element:
            if naam(kind.tag) == "text:note-citation":
                merk = "".join(map(str, kind.itertext())).strip() or merk
            elif naam(kind.tag) == "text:note-body":
                inhoud = self._plat(kind)
        nieuw, tekens = met_gewone_tekens(inhoud, self._plek)
        self.bewerkt += tekens
        if nieuw:
            self._alinea.invoeg(Voetnoot(merk, nieuw), "")
        else:
            self.onzeker.append(Onzeker(merk, self._plek, "een noot zonder tekst is weggelaten"))

    def _plat(self, vak: etree._Element) -> tuple[Inline, ...]:
        """Return the words of some paragraphs as those of one."""
        alinea = Alinea()
        soorten: list[frozenset[Soort]] = [frozenset()]
        for wat, element in etree.iterwalk(vak, events=("start", "end")):
            tag = naam(element.tag)
            familie = "text" if tag == "text:span" else "paragraph"
            if tag in ALINEA or tag in ("text:s", "text:tab", "text:line-break"):
                alinea.tekst(" ", frozenset())
            if wat == "start":
                zegt = self._stijlen.van(familie, attributen(element).get("text:style-name", ""))
                eigen = tag == "text:span"
                soorten.append(soorten_van(zegt, soorten[-1]) if eigen else soorten[-1])
                alinea.tekst(element.text or "", soorten[-1])
            else:
                soorten.pop()
                if element is not vak:
                    alinea.tekst(element.tail or "", soorten[-1])
        return alinea.inhoud

    def _opmerking(self, element: etree._Element, attrs: Attrs) -> None:
        del attrs
        door, alineas = "", []
        for kind in element:
            tekst = " ".join("".join(map(str, kind.itertext())).split())
            if naam(kind.tag) == "dc:creator":
                door = tekst
            elif naam(kind.tag) in (*ALINEA, "text:list"):
                alineas.append(tekst)
        self.opmerkingen.append(Opmerking(" ".join(alineas), self._plek, door))

    def _verborgen(self, element: etree._Element, attrs: Attrs) -> None:
        del attrs
        self._alinea.verborgen("".join(map(str, element.itertext())), "verborgen")

    # --- tables and pictures ------------------------------------------------------------------

    def _begin_tabel(self, element: etree._Element, attrs: Attrs) -> None:
        del element, attrs
        self._tabellen.append(Tabel(Plek("alinea", self._nummer + 1)))

    def _begin_rij(self, element: etree._Element, attrs: Attrs) -> None:
        del attrs
        if self._tabellen:
            boven = element.getparent()
            if boven is not None and naam(boven.tag) == "table:table-header-rows":
                self._tabellen[-1].kop = True
            self._tabellen[-1].rij()

    def _begin_cel(self, element: etree._Element, attrs: Attrs) -> None:
        del element, attrs
        if self._tabellen:
            self._cellen.append([])

    def _einde_cel(self, attrs: Attrs) -> None:
        breed = getal(attrs.get("table:number-columns-spanned"), 1)
        hoog = getal(attrs.get("table:number-rows-spanned"), 1)
        keer = min(getal(attrs.get("table:number-columns-repeated"), 1), SPAN)
        self._tabellen[-1].cel(tuple(self._cellen.pop()), breed, hoog)
        for _ in range(keer - 1):
            self._tabellen[-1].cel((), 1, 1)

    def _kader_met_beeld(self, element: etree._Element, attrs: Attrs) -> None:
        del attrs
        woorden_ = {naam(kind.tag): " ".join((kind.text or "").split()) for kind in element}
        alt = " ".join(filter(None, (woorden_.get("svg:title"), woorden_.get("svg:desc"))))
        beelden = [kind for kind in element if naam(kind.tag) == "draw:image"]
        for beeld in beelden:
            data = bytes_van(beeld, self._beeld_van)
            if suffix := suffix_van(data):
                brok = Beeldbrok(data, suffix, alt, self._plek)
                (self._tabellen[0].beelden if self._tabellen else self._later).append(brok)
                if not self._wacht and not self._tabellen:
                    self.brokken.append(self._later.pop())
                return
        if alt and self._wacht:
            self._tekst(f" {alt} ")
        elif alt:
            self.weg.append(Weggelaten(alt, self._plek, "verborgen"))
        if beelden or not any(naam(kind.tag) == "draw:text-box" for kind in element):
            waarom = "een afbeelding die geen PNG of JPEG is of te groot is, of een ander voorwerp"
            self.onzeker.append(Onzeker(alt, self._plek, waarom))

    BEGIN: ClassVar[Mapping[str, Callable[[Loper, etree._Element, Attrs], None]]] = {
        **dict.fromkeys(("text:s", "text:tab"), _wit),
        "text:line-break": _regeleinde,
        "text:change": Wijzigingen.wijziging,
        **dict.fromkeys(("text:change-start", "text:change-end"), Wijzigingen.invoeging),
        **dict.fromkeys(("table:table", "table:sub-table"), _begin_tabel),
        "table:table-row": _begin_rij,
        "table:table-cell": _begin_cel,
        "draw:frame": _kader_met_beeld,
    }
    # Elements that are dealt with as a whole.
    HEEL: ClassVar[Mapping[str, Callable[[Loper, etree._Element, Attrs], None]]] = {
        "text:note": _noot,
        "office:annotation": _opmerking,
        **dict.fromkeys(("text:hidden-text", "text:hidden-paragraph"), _verborgen),
    }
