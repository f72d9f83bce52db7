"""How the words of a text are used: how often, where first, and where with a capital.

Read once for all controles of terms, in one walk along the words. Headings are left out, since
there a capital says nothing; so are the lists of definitions, where every term stands anyway.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from convenantwerk.basis.waarde import waarde
from convenantwerk.controles.termen.woordvormen import grondvorm, sleutel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.controles.termen.definities import Definitie
    from convenantwerk.controles.woordplaatsen import Passage

# A word; "zorg- en veiligheidshuis" is one, for it is not the same as what stands last in it. It is
# compiled when a text is first read for its terms: most commands never do that.
_WOORD = r"[^\W\d_]\w*(?:-\w+)*(?:- (?:en|of) [^\W\d_]\w*(?:-\w+)*)?(?:['\u2019]s\b)?"  # "foto's"


_LIJST = 3  # definitions in lists, from which on a text is one that lists its terms


def woorden_in(tekst: str) -> list[str]:
    """Return the words of a text, as they are written."""
    return re.findall(_WOORD, tekst)


def woordplaatsen_in(tekst: str) -> list[re.Match[str]]:
    """Return the words of a text with their places."""
    return list(re.finditer(_WOORD, tekst))


@dataclass(slots=True)
class Woord:
    """Words as they are written, with how often they stand there and where first."""

    woord: str
    aantal: int
    passage: int
    begin: int


@waarde
class Hoofdwoord:
    """A word with a capital that no beginning of a sentence asks for.

    Args:
        woord: as written.
        passage: the number of its passage.
        begin: its offset in there.
        bepaald: whether an article or the like stands before it, as before a common noun.
        los: whether it is no part of a name of more words.
    """

    woord: str
    passage: int
    begin: int
    bepaald: bool
    los: bool


@dataclass(frozen=True)  # no slots: it keeps what several controles ask of it
class Termgebruik:
    """The terms of a text and how its words are used.

    Args:
        passages: the text.
        definities: in reading order.
        namen: words of names in the registers, in small letters.
        verband: the name of the samenwerkingsverband.
        klein: the words in small letters, as written.
        hoofd: those with a capital, wherever they stand.
        groot: those with a capital in mid-sentence, by their grondvorm.
        frasen: words with capitals behind each other, as written: "Privacy Protocol".
        vindplaatsen: the terms of more words, as written, by the grondvormen of their words.
        gescheiden: terms of one word that are written as two, as written.
        omschreven: in how many definitions each word stands, by its grondvorm.
        koppen: the grondvorm of each heading of one word; what stands under it is about that.
        overleggen: the same of the headings of overleggen, whose names they are.
    """

    passages: Sequence[Passage]
    definities: tuple[Definitie, ...]
    namen: frozenset[str]
    verband: str
    klein: dict[str, Woord] = field(default_factory=dict)
    hoofd: dict[str, Woord] = field(default_factory=dict)
    groot: dict[str, list[Hoofdwoord]] = field(default_factory=lambda: defaultdict(list))
    frasen: dict[str, Woord] = field(default_factory=dict)
    vindplaatsen: dict[tuple[str, ...], dict[str, Woord]] = field(default_factory=dict)
    gescheiden: dict[str, Woord] = field(default_factory=dict)
    omschreven: Counter[str] = field(default_factory=Counter)
    koppen: set[str] = field(default_factory=set)
    overleggen: set[str] = field(default_factory=set)

    @cached_property
    def heeft_lijst(self) -> bool:
        """Whether the text has a list of its terms, in which each of them is to be found."""
        return sum(definitie.wijze == "lijst" for definitie in self.definities) >= _LIJST

    def plaats(self, woord: Woord | Hoofdwoord) -> Position:
        """Return the place of a word; where it stands first."""
        return self.passages[woord.passage].plaats(woord.begin)

    def woord_voor(self, woord: Hoofdwoord) -> str:
        """Return the word before one with a capital, in small letters."""
        tekst = self.passages[woord.passage].tekst
        return tekst[max(woord.begin - 30, 0) : woord.begin].rstrip().rpartition(" ")[2].lower()

    @cached_property
    def naamgronden(self) -> frozenset[str]:
        """The words of names, by their grondvorm; of the text itself unless it lists its terms."""
        eigen = () if self.heeft_lijst else woorden_in(self.verband)
        return frozenset(map(grondvorm, (*self.namen, *eigen)))

    @cached_property
    def gronden(self) -> Mapping[str, list[Woord]]:
        """The words in small letters by their grondvorm."""
        return _op_grond(self.klein)

    @cached_property
    def hoofdgronden(self) -> Mapping[str, list[Woord]]:
        """The words with a capital, wherever they stand, by their grondvorm."""
        return _op_grond(self.hoofd)

    @cached_property
    def gedeeld(self) -> Mapping[str, list[Woord]]:
        """The words with a hyphen or a space in them, by the grondvorm without it."""
        woorden = {naam: one for naam, one in self.klein.items() if "-" in naam}
        woorden |= {naam: one for naam, one in self.frasen.items() if naam.count(" ") == 1}
        return _op_grond(woorden | self.gescheiden, sleutel)

    @cached_property
    def termen(self) -> Mapping[str, Definitie]:
        """The first definition of each term and its other names, by the grondvorm."""
        return {
            grondvorm(naam): definitie
            for definitie in reversed(self.definities)
            if definitie.wijze != "afkorting"
            for naam in reversed(definitie.namen)
        }

    def kleine(self, grond: str) -> Woord | None:
        """Return the words of a grondvorm in small letters together; None when there are none.

        As they are written most, and where that stands first.
        """
        woorden = self.gronden.get(grond)
        if not woorden:
            return None
        return _samen(woorden)

    def grote(self, grond: str) -> Woord | None:
        """Return the words of a grondvorm with a capital together, wherever they stand."""
        woorden = self.hoofdgronden.get(grond)
        return _samen(woorden) if woorden else None

    def aantal(self, grond: str) -> int:
        """Return how often words of a grondvorm stand in the text."""
        woorden = (*self.gronden.get(grond, ()), *self.hoofdgronden.get(grond, ()))
        return sum(woord.aantal for woord in woorden)


def _op_grond(
    woorden: Mapping[str, Woord], vorm: Callable[[str], str] = str
) -> Mapping[str, list[Woord]]:
    found: dict[str, list[Woord]] = {}
    for naam, woord in woorden.items():
        if "- " not in naam or vorm is str:  # "zorg- en veiligheidshuis" has no other way
            found.setdefault(grondvorm(vorm(naam)), []).append(woord)
    return found


def _samen(woorden: Sequence[Woord]) -> Woord:
    """Return words as one: as they are written most, and where that stands first."""
    meest = max(woorden, key=lambda one: one.aantal)
    return replace(meest, aantal=sum(one.aantal for one in woorden))
