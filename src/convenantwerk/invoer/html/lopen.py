"""The tree of a web page to brokken, element by element."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from lxml import etree

from convenantwerk.basis.beelden import suffix_van
from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import (
    STREEP,
    Beeldbrok,
    Bewerkt,
    Lijnbrok,
    Onzeker,
    Plek,
    Weggelaten,
)
from convenantwerk.invoer.html import tags
from convenantwerk.invoer.html.alinea import Alinea
from convenantwerk.invoer.html.beelden import data_van
from convenantwerk.invoer.html.kader import Kader, nieuw_kader
from convenantwerk.invoer.html.lijsten import Lijst, getoond_merk, lijst_van
from convenantwerk.invoer.html.noten import noten_van
from convenantwerk.invoer.html.tabel import Tabel
from convenantwerk.invoer.html.uitkomst import NOOT_WEG, Uitkomst
from convenantwerk.invoer.tekenvormen import als_bewerkt, met_gewone_tekens
from convenantwerk.tekst.boom import Tekst, Voetnoot, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.invoer.html.tags import Soort
    from convenantwerk.tekst.boom import Inline

_OPSOMTEKEN = re.compile(r"[^\w\s(]|[o\uf000-\uf0ff]")


class Loper(Uitkomst):
    """Walks through a page once, and keeps what comes of it.

    Args:
        plek_van: where an element stands in the file.
        eigen: the page was built by this program.
    """

    def __init__(self, plek_van: Callable[[etree._Element], Plek | None], *, eigen: bool) -> None:
        super().__init__()
        self._plek_van = plek_van
        self._eigen = eigen
        self._kaders = [Kader()]
        self._lijsten: list[Lijst] = []
        self._links: list[str] = []
        self._mso: list[str] | None = None

    # --- the walk -----------------------------------------------------------------------------

    def loop(self, wortel: etree._Element) -> None:
        """Walk through a page."""
        self._noten = noten_van(wortel)
        over: etree._Element | None = None  # what is passed over, up to its end
        for wat, element in etree.iterwalk(wortel, events=("start", "end", "comment", "pi")):
            if over is None and wat == "start":
                if element in self._noten.roepen:
                    self._roep(element)
                    over = element
                elif element in self._noten.vakken and element is not wortel:
                    over = element
                else:
                    self._begin(element)
                    self._tekst(element.text)
            elif wat == "end" and over is not None and element is over:
                self._tekst(over.tail)
                over = None
            elif over is None and wat != "start":
                if wat == "end":
                    self._einde(element)
                self._tekst(element.tail)
        self._sluit()

    def _begin(self, element: etree._Element) -> None:
        tag = str(element.tag).lower()
        attrs = {str(naam): str(waarde) for naam, waarde in element.items()}
        kader = nieuw_kader(self._kader, element, attrs, eigen=self._eigen)
        if tag in tags.BLOK:
            self._sluit()
            self._plek = self._plek_van(element) or self._plek
        self._kaders.append(kader)
        self._kader = kader
        if kader.stil:
            return
        if doe := self.BEGIN.get(tag):
            doe(self, element, attrs)
        if tags.stijl_van(attrs.get("style", "")).get("mso-list") == "ignore":
            self._mso = []
        self._alinea.letterlijk = kader.letterlijk

    def _einde(self, element: etree._Element) -> None:
        tag = str(element.tag).lower()
        kader = self._kader
        if tag == "a" and self._links and not kader.stil:
            self._link(element)
        if tag in tags.BLOK:
            self._sluit(item=tag == "li")
        if self._mso is not None and "ignore" in (element.get("style") or "").lower():
            self._mso_merk()
        self._kaders.pop()
        self._kader = self._kaders[-1]
        self._alinea.letterlijk = self._kader.letterlijk
        if kader.stil:
            return
        match tag:
            case "ol" | "ul" | "menu" | "dir" if self._lijsten:
                self._lijsten.pop()
            case "td" | "th" if self._tabellen and self._cellen:
                breed, hoog = (tags.getal(element.get(n), 1) for n in ("colspan", "rowspan"))
                self._tabellen[-1].cel(tuple(self._cellen.pop()), breed, hoog)
            case "table" if self._tabellen:
                self._tabel(self._tabellen.pop())

    def _br(self, element: etree._Element, attrs: dict[str, str]) -> None:
        del element, attrs
        self._alinea.regeleinde()

    def _hr(self, element: etree._Element, attrs: dict[str, str]) -> None:
        del element, attrs
        self._uit(Lijnbrok(self._plek))

    def _a(self, element: etree._Element, attrs: dict[str, str]) -> None:
        del element
        self._links.append(attrs.get("href", ""))

    def _begin_lijst(self, element: etree._Element, attrs: dict[str, str]) -> None:
        self._lijsten.append(lijst_van(element, attrs))

    def _begin_tabel(self, element: etree._Element, attrs: dict[str, str]) -> None:
        del element, attrs
        self._tabellen.append(Tabel(self._plek))

    def _begin_rij(self, element: etree._Element, attrs: dict[str, str]) -> None:
        del element, attrs
        if self._tabellen:
            self._tabellen[-1].rij()

    def _begin_cel(self, element: etree._Element, attrs: dict[str, str]) -> None:
        del attrs
        if self._tabellen:
            self._cellen.append([])
            if element.tag == "th" and len(self._tabellen[-1].rijen) == 1:
                self._tabellen[-1].kop = True

    def _doorgehaald(self, element: etree._Element, attrs: dict[str, str]) -> None:
        del attrs
        if self._kader.weg is None:
            tekst = " ".join("".join(map(str, element.itertext())).split())
            self.onzeker.append(Onzeker(tekst, self._plek, "de woorden zijn doorgehaald"))

    # --- runs ---------------------------------------------------------------------------------

    def _tekst(self, tekst: str | None) -> None:
        if not tekst or self._kader.stil:
            return
        if self._mso is not None:
            self._mso.append(tekst)
        elif self._kader.weg is not None and self._kader.blokweg is None:
            self._alinea.verborgen(tekst, self._kader.weg)
        else:
            self._alinea.tekst(tekst, self._kader.soorten, self._kader.grootte)

    def _roep(self, element: etree._Element) -> None:
        """Put a note where it is called."""
        vak = self._noten.roepen[element]
        merk = "".join(element.itertext()).strip()
        oud = self._noottekst(vak, alles=True)
        inhoud = _zonder_merk(self._noottekst(vak, alles=False), merk)
        plek = self._plek_van(vak) or self._plek
        nieuw, tekens = met_gewone_tekens(inhoud, plek)
        self.bewerkt += als_bewerkt(plain(oud), plain(inhoud), plek, NOOT_WEG)
        self.bewerkt += tekens
        if vak.tag == "li" and (getoond := getoond_merk(vak)):
            self.bewerkt.append(Bewerkt(getoond, "", plek, NOOT_WEG))
        if nieuw:
            self._alinea.invoeg(Voetnoot(merk.strip("[]() ") or "noot", nieuw), merk)
        else:  # a note that says nothing is no note
            self._alinea.tekst(merk, self._kader.soorten, self._kader.grootte)

    def _noottekst(self, vak: etree._Element, *, alles: bool) -> tuple[Inline, ...]:
        alinea = Alinea()
        soorten: list[frozenset[Soort]] = [frozenset()]
        over: etree._Element | None = None
        for wat, element in etree.iterwalk(vak, events=("start", "end", "comment")):
            if wat == "start" and over is None:
                if self._noot_begin(element, alinea, soorten, alles=alles):
                    alinea.tekst(element.text or "", soorten[-1])
                else:
                    over = element
                continue
            if wat == "end" and (over is None or element is over):
                over = None
                soorten.pop()
                if str(element.tag).lower() in tags.BLOK:
                    alinea.tekst(" ", frozenset())
            if over is None and element is not vak:
                alinea.tekst(element.tail or "", soorten[-1])
        return alinea.inhoud

    def _noot_begin(
        self,
        element: etree._Element,
        alinea: Alinea,
        soorten: list[frozenset[Soort]],
        *,
        alles: bool,
    ) -> bool:
        """Begin an element of a note; tell whether what is in it is of its text."""
        tag = str(element.tag).lower()
        if tag in tags.BLOK or tag == "br":
            alinea.tekst(" ", frozenset())
        stijl = tags.stijl_van(element.get("style") or "")
        soorten.append(tags.nadruk_van(tag, stijl, soorten[-1]))
        if tag == "img":
            alinea.tekst(f" {element.get('alt') or ''} ", frozenset())
        if tag in tags.GEEN_TEKST or (element in self._noten.terug and not alles):
            return False
        if tag == "a" and not alles:
            self._meld_adres(element.get("href") or "", element)
        return True

    def _link(self, element: etree._Element) -> None:
        self._meld_adres(self._links.pop(), element)

    def _meld_adres(self, href: str, element: etree._Element) -> None:
        if tags.wijst_weg(href, "".join(map(str, element.itertext()))):
            self.weg.append(Weggelaten(" ".join(href.split()), self._plek, "webadres"))

    def _beeld(self, element: etree._Element, attrs: dict[str, str]) -> None:
        del element
        alt = " ".join(attrs.get("alt", "").split())
        src = attrs.get("src", "")
        data = data_van(src)
        if data and self._kader.weg is None:
            brok = Beeldbrok(data, suffix_van(data), alt, self._plek)
            if self._tabellen:
                self._tabellen[0].beelden.append(brok)
            else:
                self._sluit()
                self.brokken.append(brok)
            return
        self._alinea.tekst(f" {alt} ", self._kader.soorten, self._kader.grootte)
        if self._kader.weg is None:
            waarom = "een afbeelding die hier niet in zit, geen PNG of JPEG is, of te groot is"
            self.onzeker.append(Onzeker(alt, self._plek, waarom))

    # --- lists --------------------------------------------------------------------------------

    def _item(self, element: etree._Element, attrs: dict[str, str]) -> None:
        del element
        stijl = tags.stijl_van(attrs.get("style", ""))
        lijst = self._lijsten[-1] if self._lijsten else Lijst()
        if tags.MERK in attrs:
            self._merk = attrs[tags.MERK]
            return
        if not lijst.telt:
            self._merk = STREEP
            return
        nummer = tags.getal(attrs.get("value"), lijst.nummer)
        lijst.nummer = nummer + lijst.stap
        eigen = "type" in attrs or "list-style-type" in stijl
        wijze = tags.telwijze(attrs.get("type", ""), stijl) if eigen else lijst.telwijze
        self._merk = tags.merk_van(nummer, wijze)

    def _mso_merk(self) -> None:
        """Read the mark that Word wrote before the words of an item of a list."""
        merk = "".join(self._mso or ()).strip()
        self._mso = None
        if not merk:
            return
        if _OPSOMTEKEN.fullmatch(merk):
            if woorden(merk):
                self.bewerkt.append(Bewerkt(merk, "", self._plek, "een opsommingsteken"))
            merk = STREEP
        self._merk = " ".join(merk.split())

    # What begins with a tag, besides how it looks.
    BEGIN: ClassVar[Mapping[str, Callable[[Loper, etree._Element, dict[str, str]], None]]] = {
        "br": _br,
        "hr": _hr,
        "img": _beeld,
        "a": _a,
        "li": _item,
        "table": _begin_tabel,
        "tr": _begin_rij,
        **dict.fromkeys(("td", "th"), _begin_cel),
        **dict.fromkeys(("ol", "ul", "menu", "dir"), _begin_lijst),
        **dict.fromkeys(tags.DOORGEHAALD, _doorgehaald),
    }


def _zonder_merk(inhoud: tuple[Inline, ...], merk: str) -> tuple[Inline, ...]:
    """Return the text of a note without the number that stands before it."""
    eerste = inhoud[0] if inhoud else None
    kaal = merk.strip("[]() ")
    if isinstance(eerste, Tekst) and kaal:
        rest = re.sub(rf"^\s*[\[(]?{re.escape(kaal)}[\])]?\.?(?:\s+|$)", "", eerste.tekst)
        return (Tekst(rest.lstrip()), *inhoud[1:]) if rest.strip() else inhoud[1:]
    return inhoud
