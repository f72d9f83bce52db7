"""The words of a web page, by another parser than the one that makes brokken of it."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.html.tags import (
    BLOK,
    GEEN_TEKST,
    MERK,
    getal,
    merk_van,
    stijl_van,
    telwijze,
    wijst_weg,
)

# Comments, and "<![if !supportLists]>" and its kin in pages that Word saves: a browser skips both.
COMMENTAAR = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))|<!\[[^>]*>?", re.DOTALL)
_STIL = GEEN_TEKST - {"head"}  # what stands before the text of a page is known by its tags
_KOP = frozenset(("title",))
_MSO = "mso-list:ignore"
Attrs = list[tuple[str, str | None]]


def woorden_van(text: str) -> tuple[str, ...]:
    """Return the words of a page, in order: marks of numbered lists, addresses of links and all."""
    text = COMMENTAAR.sub("", text)
    teller = _Teller()
    teller.feed(text)
    teller.close()
    lezer = _Woorden(teller.aantallen)
    lezer.feed(text)
    lezer.close()
    lezer.sluit_link()
    return (*woorden("".join(lezer.delen)), *woorden(" ".join(lezer.adressen)))


class _Teller(HTMLParser):
    """Counts the items of each numbered list, which one that counts down must know."""

    def __init__(self) -> None:
        super().__init__()
        self.aantallen: Counter[int] = Counter()
        self._lijsten: list[int] = []
        self._nummer = 0

    def handle_starttag(self, tag: str, attrs: Attrs) -> None:
        del attrs
        if tag in ("ol", "ul", "menu", "dir"):
            self._lijsten.append(self._nummer if tag == "ol" else -1)
            self._nummer += tag == "ol"
        elif tag == "li" and self._lijsten:
            self.aantallen[self._lijsten[-1]] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul", "menu", "dir") and self._lijsten:
            self._lijsten.pop()


class _Woorden(HTMLParser):
    def __init__(self, aantallen: Counter[int]) -> None:
        super().__init__()
        self.delen: list[str] = []
        self.adressen: list[str] = []
        self._aantallen = aantallen
        self._stil = 0
        self._open: Counter[str] = Counter()
        self._mso = 0  # spans that are open, from the one on that holds the mark of an item
        self._nummer = 0
        self._lijsten: list[tuple[int, int, str] | None] = []
        self._link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: Attrs) -> None:
        if tag in _STIL or tag in _KOP:
            self._stil += 1
        if self._stil:
            return
        gegeven = {naam: waarde or "" for naam, waarde in reversed(attrs)}  # the first counts
        self._open[tag] += 1
        if tag == "span" and (self._mso or _MSO in gegeven.get("style", "").lower()):
            self._mso += 1
        if tag in BLOK or tag == "br":
            self.delen.append("\n")
        if tag == "img":
            self.delen.append(f" {gegeven.get('alt', '')} ")
        elif tag == "ol":
            stijl = stijl_van(gegeven.get("style", ""))
            terug = "reversed" in gegeven
            begin = getal(gegeven.get("start"), self._aantallen[self._nummer] if terug else 1)
            self._lijsten.append(
                (begin, -1 if terug else 1, telwijze(gegeven.get("type", ""), stijl))
            )
            self._nummer += 1
        elif tag in ("ul", "menu", "dir"):
            self._lijsten.append(None)
        elif tag == "li":
            self._item(gegeven)
        elif tag == "a":
            self.sluit_link()
            self._link = (gegeven.get("href", ""), len(self.delen))

    def _item(self, gegeven: dict[str, str]) -> None:
        lijst = self._lijsten[-1] if self._lijsten else None
        if MERK in gegeven:
            self.delen.append(f"{gegeven[MERK]} ")
            return
        if lijst is None:
            return
        nummer, stap, wijze = lijst
        nummer = getal(gegeven.get("value"), nummer)
        eigen = stijl_van(gegeven.get("style", ""))
        soort = gegeven.get("type", "")
        own = telwijze(soort, eigen) if soort or "list-style-type" in eigen else wijze
        self.delen.append(f"{merk_van(nummer, own)} ")
        self._lijsten[-1] = (nummer + stap, stap, wijze)

    def handle_endtag(self, tag: str) -> None:
        if tag in _STIL or tag in _KOP:
            self._stil = max(0, self._stil - 1)
            return
        if self._stil:
            return
        if tag in BLOK and self._open[tag]:  # what ends without having begun is passed over
            self._open[tag] -= 1
            self.delen.append("\n")
        if tag in ("ol", "ul", "menu", "dir") and self._lijsten:
            self._lijsten.pop()
        elif tag == "span" and self._mso:
            self._mso -= 1
            self.delen.append("" if self._mso else " ")
        elif tag == "a":
            self.sluit_link()

    def sluit_link(self) -> None:
        """Keep the address of the link that ends, unless its text is that."""
        if self._link is None:
            return
        href, begin = self._link
        self._link = None
        if wijst_weg(href, "".join(self.delen[begin:])):
            self.adressen.append(href)

    def handle_data(self, data: str) -> None:
        if not self._stil:
            self.delen.append(data)
