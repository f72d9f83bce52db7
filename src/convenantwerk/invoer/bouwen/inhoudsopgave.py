"""Contents lists, found by what they say: they are no text, and tell what the titles are.

A list of titles that come again is left out. A title that stands in it and nowhere else is of a
part whose text is missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.bouwen.regel import is_streep, is_titelachtig
from convenantwerk.invoer.brok import Alineabrok, Lijnbrok
from convenantwerk.tekst.frontmatter import Kop, lees_kop
from convenantwerk.tekst.nummers import is_romeins_nummer, ontleed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.invoer.bouwen.regel import Regel

_OPSCHRIFT = re.compile(r"(?:inhoud|inhouds?opgave|inhoudstafel)\s*[:.]?", re.IGNORECASE)
_BLADZIJDE = re.compile(r"(?P<voor>.*?\S)(?:[\s.…·_\u2024]*[\s.…·_\u2024])(?P<nummer>\d{1,4})$")
_MET_STIPPEN = re.compile(r"[.…·_\u2024]{3,}\s*\d{1,4}$")
_KOLOM = re.compile(r"(?:pagina|blz\.?|bladzijde|pag\.?)", re.IGNORECASE)
_MINSTENS = 3  # so many lines with a page number are a contents list without a heading above it
_TWEE = 2  # and with one, so many
_POGINGEN = 50  # headings of contents lists that are looked under
_GAT = 3  # so far apart two lines of one contents list may be: a title goes over two lines
_WOORD = re.compile(r"[^\W_]+")


class Titel(NamedTuple):
    """A line of a contents list: its number, its title, and whether it has a page number."""

    regel: int
    tekst: str
    kop: Kop
    streep: bool
    bladzijde: bool

    @property
    def naam(self) -> str:
        """Return its title without what stands before it."""
        return self.tekst[self.kop.window[0] :].rstrip(": ")


@dataclass
class Inhoudsopgave:
    """What the contents lists of a file hold.

    Args:
        regels: which paragraphs are one, by their place among those that were looked at.
        titels: what they name, in order, the first list first.
        namen: the titles without a number, by their letters.
        nummers: the titles with one, by their kind and number.
    """

    regels: set[int] = field(default_factory=set)
    titels: list[Titel] = field(default_factory=list)
    namen: set[str] = field(default_factory=set)
    nummers: dict[tuple[str, str], str] = field(default_factory=dict)

    def noemt(self, tekst: str, kop: Kop) -> bool:
        """Tell whether a heading stands in a contents list, by its title or by its number."""
        if kop.nummer:
            return nummersleutel(kop) in self.nummers
        return sleutel(tekst) in self.namen

    def voeg_toe(self, titels: Sequence[Titel]) -> None:
        """Add a contents list."""
        self.titels += titels
        for titel in titels:
            if titel.kop.nummer:
                self.nummers[nummersleutel(titel.kop)] = titel.naam
            else:
                self.namen.add(sleutel(titel.naam))


def sleutel(tekst: str) -> str:
    """Return a title by which it is known again: its letters and digits."""
    return " ".join(_WOORD.findall(tekst.casefold()))


def nummersleutel(kop: Kop) -> tuple[str, str]:
    """Return the kind and number of a heading; "Deel I" is "Deel 1"."""
    nummer = kop.nummer
    if is_romeins_nummer(nummer) and (ontleding := ontleed(nummer, romeins=True)):
        nummer = f"{ontleding.getal}{ontleding.toevoeging}"
    return kop.soort, nummer.casefold()


def vind_inhoud(gezien: Sequence[Regel]) -> Inhoudsopgave:
    """Return the contents lists of a file."""
    inhoud = Inhoudsopgave()
    gemerkt = _aangevuld([at for at, regel in enumerate(gezien) if _is_gemerkt(regel)])
    if gemerkt:
        _neem(inhoud, gezien, gemerkt)
        for at in (*gemerkt,):  # its heading, mostly of an ordinary style
            boven = at - 1
            if boven >= 0 and boven not in inhoud.regels and _is_opschrift(gezien[boven]):
                inhoud.regels.add(boven)
    at = pogingen = 0
    while at < len(gezien) and pogingen < _POGINGEN:
        if at not in inhoud.regels and (lijst := _lijst(gezien, at)):
            _neem(inhoud, gezien, lijst)
            at = max(lijst)
        pogingen += _is_opschrift(gezien[at])
        at += 1
    return inhoud


def _is_gemerkt(regel: Regel) -> bool:
    return isinstance(regel.brok, Alineabrok) and regel.brok.inhoudsopgave


def _aangevuld(gemerkt: Sequence[int]) -> list[int]:
    """Return lines of a contents list with those between them that its format did not mark."""
    gevonden = list(gemerkt[:1])
    for vorige, at in pairwise(gemerkt):
        gevonden += range(vorige + 1, at + 1) if at - vorige <= _GAT else [at]
    return gevonden


def _is_opschrift(regel: Regel) -> bool:
    return regel.is_alinea and bool(_OPSCHRIFT.fullmatch(regel.tekst))


def _neem(inhoud: Inhoudsopgave, gezien: Sequence[Regel], lijst: Sequence[int]) -> None:
    inhoud.regels |= set(lijst)
    inhoud.voeg_toe([titel for at in lijst if (titel := _titel(at, gezien[at]))])


def _titel(at: int, regel: Regel) -> Titel | None:
    """Return the title a line of a contents list names; None when it names none."""
    tekst = regel.tekst if is_streep(regel.merk) else regel.kopregel
    if is_streep(regel.merk) and regel.getypt:
        tekst = tekst[regel.getypt :]
    found = _BLADZIJDE.fullmatch(tekst)
    kaal = found["voor"].rstrip(" .…·_\u2024") if found else tekst
    if _OPSCHRIFT.fullmatch(kaal) or _KOLOM.fullmatch(kaal) or not _WOORD.search(kaal):
        return None
    kop = lees_kop(kaal, 2, None)
    # "Deel 3" ends in a number that is its own.
    if found and (not kop.nummer and lees_kop(tekst, 2, None).nummer):
        kaal, kop, found = tekst, lees_kop(tekst, 2, None), None
    return Titel(at, kaal, kop, is_streep(regel.merk), found is not None)


def _lijst(gezien: Sequence[Regel], begin: int) -> list[int]:
    """Return the lines of the contents list that begins here, none when none does."""
    if _is_opschrift(gezien[begin]):
        return _na_opschrift(gezien, begin)
    lijst = []
    for at in range(begin, len(gezien)):
        if not gezien[at].is_alinea or not _MET_STIPPEN.search(gezien[at].tekst):
            break
        lijst.append(at)
    return lijst if len(lijst) >= _MINSTENS else []


def _na_opschrift(gezien: Sequence[Regel], begin: int) -> list[int]:
    """Return the lines under "Inhoud": up to the first title that comes again, or a sentence."""
    genoemd: set[object] = set()
    titels: list[Titel] = []
    overig: list[int] = []
    herhaald = False
    for at, regel in _alineas(gezien, begin + 1):
        titel = _titel(at, regel)
        if titel is None:
            overig.append(at)
            continue
        if not _kan_titel_zijn(titel):
            break
        eigen = _sleutels(titel)
        herhaald = not titel.bladzijde and any(een in genoemd for een in eigen)
        if herhaald:
            break
        genoemd |= set(eigen)
        titels.append(titel)
    if not herhaald:
        titels = _zonder_begin(titels)
    if len(titels) < _TWEE or not (herhaald or any(t.bladzijde for t in titels)):
        titels = titels if _komt_terug(gezien, titels) else []
    if not titels:
        return []
    laatste = titels[-1].regel
    return [begin, *(t.regel for t in titels), *(at for at in overig if at < laatste)]


def _alineas(gezien: Sequence[Regel], begin: int) -> Iterator[tuple[int, Regel]]:
    """Yield paragraphs with their places, up to a table or picture."""
    for at in range(begin, len(gezien)):
        if gezien[at].is_alinea:
            yield at, gezien[at]
        elif not isinstance(gezien[at].brok, Lijnbrok):
            return


def _kan_titel_zijn(titel: Titel) -> bool:
    return titel.bladzijde or is_titelachtig(titel.tekst.rstrip(":")) or titel.streep


def _sleutels(titel: Titel) -> list[object]:
    """Return by what a title is known again: its number, and its words when it has none."""
    return [nummersleutel(titel.kop)] if titel.kop.nummer else [sleutel(titel.naam)]


def _zonder_begin(titels: list[Titel]) -> list[Titel]:
    """Leave out what came after the list: a heading above the first sentence.

    When lines have page numbers, all after the last of those.
    """
    if any(titel.bladzijde for titel in titels):
        while titels and not titels[-1].bladzijde:
            titels = titels[:-1]
        return titels
    return titels[:-1]


def _komt_terug(gezien: Sequence[Regel], titels: Sequence[Titel]) -> bool:
    """Tell whether most of these titles stand somewhere behind them."""
    if len(titels) < _TWEE:
        return False
    later: set[object] = set()
    for regel in gezien[titels[-1].regel + 1 :]:
        if regel.is_alinea and is_titelachtig(regel.tekst):
            later.add(sleutel(regel.opschrift))
            if regel.kop.nummer:
                later.add(nummersleutel(regel.kop))
    return sum(any(s in later for s in _sleutels(t)) for t in titels) * 2 > len(titels)
