"""Brokken as `bouwen` looks at them: words in one form, the mark they begin with, their look."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.invoer.bouwen.lopend import geheel, geknipt, opgeschoond, regels
from convenantwerk.invoer.brok import STREEP, Alineabrok, Beeldbrok, Lijnbrok, Tabelbrok
from convenantwerk.tekst.aanduidingen import ALLE_STREPEN, STREPEN, find_mark, is_twijfel
from convenantwerk.tekst.boom import plain
from convenantwerk.tekst.frontmatter import Kop, lees_kop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.invoer.bouwen.lopend import Inhoud
    from convenantwerk.invoer.brok import Brok, Plek

STERK = 2  # so much a line looks like a heading, when it clearly does
# From here on a size is one of a heading: 12 beside 11 is the same, 13 is not.
_GROTER = 1.12
LANG = 120  # a title is no longer, in characters
_WOORDEN = 18
_HOOFDLETTERS = 4
_ZIN = re.compile(r"[.;:,]$")
_BLADZIJDE = re.compile(r"(?:[\s.…·_\u2024]{2,}|\t|\s)\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Regel:
    """A paragraph of the file, or what else stands in it.

    Args:
        brok: as it was read.
        inhoud: its words in the one form; what a list sets before it is not in them.
        tekst: those words on one line.
        merk: what a list sets before it, or is typed there: "a.", "5.3"; STREEP; "" for none.
        getypt: how many characters of `tekst` a typed mark takes, with the space after it.
        onderdeel: which picture it is, counted from 1; or which line of a paragraph that was cut at
            its line breaks.
        vet: all its words are bold.
        cursief: all its words are in italics.
    """

    brok: Brok
    inhoud: Inhoud = ()
    tekst: str = ""
    merk: str = ""
    getypt: int = 0
    onderdeel: int = 0
    vet: bool = False
    cursief: bool = False

    @property
    def plek(self) -> Plek:
        """Where it stands in the file."""
        return self.brok.plek

    @property
    def is_alinea(self) -> bool:
        """Whether it is words, and no table, picture or line."""
        return isinstance(self.brok, Alineabrok) and bool(self.tekst or self.merk)

    @property
    def kopniveau(self) -> int:
        """The level of its style of heading; 0 for none."""
        return self.brok.kopniveau if isinstance(self.brok, Alineabrok) else 0

    @property
    def inspringing(self) -> float:
        """How far it stands from the margin, in points."""
        return self.brok.inspringing if isinstance(self.brok, Alineabrok) else 0

    @property
    def diepte(self) -> int:
        """The level of the list of its format, -1 for none."""
        return self.brok.lijstdiepte if isinstance(self.brok, Alineabrok) else -1

    @property
    def kop(self) -> Kop:
        """What its words would be as a heading, the mark of its list before them."""
        return _kop(self.kopregel)

    @property
    def kopregel(self) -> str:
        """Its words with the mark of its list, which a bullet has none of."""
        if self.getypt or self.merk in ("", STREEP):
            return self.tekst
        return f"{self.merk} {self.tekst}".strip()

    @property
    def opschrift(self) -> str:
        """What would be its title."""
        kop = self.kop
        return self.kopregel[kop.window[0] :]

    @property
    def zonder_merk(self) -> Inhoud:
        """Its words without a mark that was typed."""
        return geknipt(self.inhoud, self.getypt) if self.getypt else self.inhoud


@lru_cache(maxsize=1024)  # one line is looked at as a heading many times
def _kop(tekst: str) -> Kop:
    return lees_kop(tekst, 2, None)


@dataclass(frozen=True, slots=True)
class Beeld:
    """How the whole looks: what is ordinary in it, so that what is not can be seen.

    Args:
        brood: the size of most letters, in points; 0 when the format does not tell.
        plat: nothing in it looks like a heading: no style, bold, size.
    """

    brood: float
    plat: bool

    def kracht(self, regel: Regel) -> int:
        """Return how much a paragraph looks like a heading; from STERK on it clearly does."""
        if not isinstance(regel.brok, Alineabrok):
            return 0
        if regel.kopniveau:
            return 2 * STERK
        anders = regel.vet + self.is_groot(regel) + is_hoofdletters(regel.tekst)
        return STERK * anders + regel.brok.midden

    def is_sterk(self, regel: Regel) -> bool:
        """Tell whether a paragraph clearly looks like a heading."""
        return self.kracht(regel) >= STERK

    def is_groot(self, regel: Regel) -> bool:
        """Tell whether its letters are larger than those of the text."""
        grootte = regel.brok.grootte if isinstance(regel.brok, Alineabrok) else 0
        return bool(self.brood) and grootte >= self.brood * _GROTER

    def gezicht(self, regel: Regel) -> tuple[object, ...]:
        """Return by what a reader would say that two headings are of one kind."""
        if not isinstance(regel.brok, Alineabrok):
            return ()
        if regel.kopniveau:
            return (regel.kopniveau,)
        return (
            0,
            round(regel.brok.grootte),
            regel.vet,
            is_hoofdletters(regel.tekst),
            regel.brok.midden,
            regel.cursief,
        )

    def waaraan(self, regel: Regel) -> str:
        """Return by what a heading was seen, in words: "vette letters"."""
        if regel.kopniveau:
            return "het opmaakprofiel"
        if regel.vet:
            return "vette letters"
        if self.is_groot(regel):
            return "grote letters"
        return "hoofdletters" if is_hoofdletters(regel.tekst) else "een korte regel zonder punt"


def is_hoofdletters(tekst: str) -> bool:
    """Tell whether it is written in capitals, and is more than an abbreviation."""
    letters = [letter for letter in tekst if letter.isalpha()]
    return len(letters) > _HOOFDLETTERS and all(letter.isupper() for letter in letters)


def is_titelachtig(tekst: str, lengte: int = LANG) -> bool:
    """Tell whether words may be a title: short, with a capital, without the point of a sentence."""
    if not tekst or len(tekst) > lengte or len(tekst.split()) > _WOORDEN:
        return False
    begin = tekst.lstrip("'\u2018\u2019\u201c\u201e\"([ ")
    return not _ZIN.search(tekst) and (begin[:1].isupper() or begin[:1].isdigit())


def beeld_van(gezien: Sequence[Regel]) -> Beeld:
    """Return how the whole looks."""
    letters: Counter[float] = Counter()
    for regel in gezien:
        if isinstance(regel.brok, Alineabrok) and not regel.kopniveau:
            letters[regel.brok.grootte] += len(regel.tekst)
    brood = max(letters, key=lambda grootte: (letters[grootte], grootte), default=0)
    beeld = Beeld(brood, plat=False)
    sterk = any(
        regel.kopniveau or regel.vet or beeld.is_groot(regel) for regel in gezien if regel.is_alinea
    )
    return replace(beeld, plat=not sterk)


def gezien(brokken: Iterable[Brok]) -> list[Regel]:
    """Return brokken as they are looked at; what has no words, and is no table or picture, not."""
    return list(_met_regels(brokken))


def _met_regels(brokken: Iterable[Brok]) -> Iterator[Regel]:
    beelden = 0
    for brok in brokken:
        match brok:
            case Alineabrok():
                inhoud = opgeschoond(brok.inhoud)
                delen = regels(inhoud)
                if len(delen) > 1 and (_is_lijst(delen) or _is_inhoud(delen)):
                    for nummer, deel in enumerate(delen):
                        los = brok if not nummer else replace(brok, merk="", lijstdiepte=-1)
                        yield _regel(los, deel, nummer)
                elif inhoud or brok.merk not in ("", STREEP):
                    yield _regel(brok, inhoud)
            case Beeldbrok():
                beelden += 1
                yield Regel(brok, onderdeel=beelden)
            case Tabelbrok() | Lijnbrok():
                yield Regel(brok)


def _is_inhoud(delen: Sequence[Inhoud]) -> bool:
    """Tell whether lines of one paragraph are those of a contents list: all end in a number."""
    return len(delen) > 1 and all(_BLADZIJDE.search(plain(deel)) for deel in delen)


def _is_lijst(delen: Sequence[Inhoud]) -> bool:
    """Tell whether lines of one paragraph are items: after the first all begin with a mark."""
    merken = [find_mark(plain(deel)) for deel in delen]
    zeker = [merk is not None and not is_twijfel(merk[1]) for merk in merken]
    return all(zeker[1:]) and any(
        een is not None and ander is not None and een[0] == ander[0]
        for een, ander in pairwise(merken)
    )


def _regel(brok: Alineabrok, inhoud: Inhoud, nummer: int = 0) -> Regel:
    tekst = plain(inhoud).replace("\n", " ").strip()
    merk, getypt = brok.merk, 0
    if merk in ("", STREEP) and (gevonden := find_mark(tekst)):
        # "- a. het doel" has two marks, of which the second tells more.
        typed = STREEP if gevonden[1] in STREPEN else gevonden[1]
        if not merk or not (is_twijfel(typed) or is_streep(typed)):
            merk = typed
            getypt = len(tekst) - len(tekst[len(gevonden[1]) :].lstrip())
    vet, cursief = geheel(inhoud, "vet"), geheel(inhoud, "cursief")
    return Regel(brok, inhoud, tekst, merk, getypt, nummer, vet, cursief)


def is_streep(merk: str) -> bool:
    """Tell whether a mark is a bullet, however it is drawn."""
    return len(merk) == 1 and merk in ALLE_STREPEN
