"""Names to know by in a text, such as those of partners: as they are written, or nearly so.

What is near is looked up, never compared with all: of each name an index keeps what is left when
one letter is taken out. So a register of thousands costs as many steps as its names have letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.namen import andere_hoofdletters, naamsleutel
from convenantwerk.controles.naamfamilie import Bekend, Naamfamilie

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_KORTST = 7  # letters: of a shorter name, one that differs by a letter is another name
_LANGST = 100  # letters of a name that is compared
_WOORDEN = 12  # of a name
_AFKORTING = 4  # capitals at most, that stand for the last word: "Reclassering NL"
_TUSSEN = frozenset((" ", "-", " & ", "- ", "\n", "'", "\u2019", "/", ", "))
_LOS = frozenset((" ", "-", " & ", "- ", "\n", "'", "\u2019"))
_VULWOORDEN = frozenset(("de", "het", "een", "van", "voor", "der", "den", "des", "en", "te", "in"))
_BINNEN = ("van", "voor", "de", "der", "den", "des")  # within a name
_OMVANG = 4  # words that are looked at behind one
_LIDWOORDEN = ("de", "het")
_OMGEKEERD = (1, 0)  # of a name of two words, the second may come first
_UITGANGEN = ("n", "s", "e", "en")  # "Gemeenten Leiden en Gouda" is no other name


@cache
def _woord() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


class Treffer(NamedTuple):
    """A name in a text: from which character to which, of which partner, and in what way.

    `naam` is how the register writes it, when the text writes it otherwise; else "". It is
    `verwant` when it is another name that shares most words with that of the partner.
    """

    begin: int
    einde: int
    sleutel: str
    naam: str = ""
    verwant: bool = False


def zonder_accent(tekst: str) -> str:
    """Return a text with its letters as they are without accents."""
    if tekst.isascii():
        return tekst
    return "".join(c for c in unicodedata.normalize("NFD", tekst) if not unicodedata.combining(c))


def letters_van(tekst: str) -> str:
    """Return a name without accents, capitals and what stands between its letters."""
    return "".join(_woord().findall(zonder_accent(tekst.casefold())))


def _inhoudswoorden(woorden: Iterable[str]) -> str:
    return " ".join(sorted(w for w in woorden if w not in _VULWOORDEN))


def _zonder_letter(letters: str) -> Iterator[str]:
    for at in range(len(letters)):
        yield letters[:at] + letters[at + 1 :]


class Naamlijst:
    """Names by which partners, or overleggen, are known in a text.

    Args:
        namen: rows of a sleutel and a name; of one sleutel there may be more.
        ook: rows alike, of names that are right and that nothing is said to be near to.
    """

    def __init__(
        self, namen: Iterable[tuple[str, str]], ook: Iterable[tuple[str, str]] = ()
    ) -> None:
        self._familie = Naamfamilie()
        self._exact: dict[str, str] = {}
        self._zoals: dict[str, str] = {}
        self._letters: dict[str, Bekend] = {}
        self._bijna: dict[str, Bekend] = {}
        self._woorden: dict[str, Bekend] = {}
        self._begin: dict[str, Bekend | None] = {}
        self._lengten: dict[str, set[int]] = {}
        self._erin: dict[str, set[int]] = {}
        self._bijna_begin: dict[str, set[int]] = {}
        self._beginnen: dict[str, frozenset[int]] = {}
        self._gezien: dict[str, Bekend | None] = {}
        for sleutel, naam in namen:
            self._voeg_toe(sleutel, naam)
        for sleutel, naam in ook:
            self._exact.setdefault(naamsleutel(naam), sleutel)

    def _voeg_toe(self, sleutel: str, naam: str) -> None:
        if not naam:
            return
        self._exact.setdefault(naamsleutel(naam), sleutel)
        self._zoals.setdefault(naamsleutel(naam), naam)
        eerste, _, rest = naam.partition(" ")
        if rest and eerste.lower() in _LIDWOORDEN:  # "de" begins no name that is looked for
            self._exact.setdefault(naamsleutel(rest), sleutel)
            self._ken(Bekend(sleutel, naam, ()), rest)
        else:
            self._ken(Bekend(sleutel, naam, ()), naam)

    def _ken(self, one: Bekend, naam: str) -> None:
        """Keep a name, its article left out, to be known by its words and letters."""
        letters = letters_van(naam)
        woorden = tuple(_woord().findall(zonder_accent(naam.casefold())))
        if not letters or len(letters) > _LANGST or len(woorden) > _WOORDEN:
            return
        one = one._replace(woorden=woorden)
        self._familie.voeg_toe(one)
        self._letters.setdefault(letters, one)
        aantal = len(woorden)
        nieuw = woorden[0] not in self._lengten
        lengths = self._lengten.setdefault(woorden[0], set())
        kortst = min(aantal - 1, sum(w not in _VULWOORDEN for w in woorden))
        lengths.update(range(max(kortst, 1), aantal + 2))
        # A word that an article was taken from is like many others: "Sleutel" is not "De Sleutels".
        if len(letters) < _KORTST or (aantal == 1 and naam != one.naam):
            return
        if aantal > 1:
            if aantal == len(_OMGEKEERD):
                self._erin.setdefault(woorden[1], set()).add(aantal)
            if nieuw and len(woorden[0]) >= _KORTST - 1:
                for rest in (woorden[0], *_zonder_letter(woorden[0])):
                    self._bijna_begin.setdefault(rest, lengths)
        self._bijna.setdefault(letters, one)
        for rest in _zonder_letter(letters):
            self._bijna.setdefault(rest, one)
        if len(woorden) > 1:
            self._woorden.setdefault(_inhoudswoorden(woorden), one)
            begin = " ".join(woorden[:-1])
            self._begin[begin] = None if begin in self._begin else one

    def kan_beginnen(self, tekst: str) -> bool:
        """Tell whether a text may begin with a name, after an article or not."""
        eerste = [zonder_accent(w.casefold()) for w in _woord().findall(tekst[:_LANGST])[:2]]
        return any(w in self._lengten for w in eerste) or not tekst.isascii()

    def van(self, naam: str) -> str:
        """Return the sleutel of the partner that is called so; "" for none."""
        found = self._exact.get(naamsleutel(naam), "")
        if not found:
            eerste, _, rest = naam.partition(" ")
            found = self._exact.get(naamsleutel(rest), "") if eerste.lower() in _LIDWOORDEN else ""
        return found

    def bijna(self, naam: str) -> tuple[str, str]:
        """Return sleutel and name of the partner whose name is nearly so; "" twice for none."""
        if len(naam) > 2 * _LANGST:
            return "", ""
        letters = letters_van(naam)
        if letters not in self._gezien:
            self._gezien[letters] = self._zoek(letters, naam)
        found = self._gezien[letters]
        return (found.sleutel, found.naam) if found else ("", "")

    def _zoek(self, letters: str, naam: str) -> Bekend | None:
        if found := self._letters.get(letters):
            return found
        if not _KORTST - 1 <= len(letters) <= _LANGST:
            return None
        woorden = _woord().findall(zonder_accent(naam.casefold()))
        if len(woorden) > 1:
            found = self._woorden.get(_inhoudswoorden(woorden))
            if found and len(found.woorden) > 1:
                return found
            laatste = _woord().findall(naam)[-1]
            found = self._begin.get(" ".join(woorden[:-1]))
            if found and _is_afkorting(laatste, found.woorden[-1]):
                return found
        for key in (letters, *_zonder_letter(letters)):
            found = self._bijna.get(key)
            if found and _is_verschrijving(woorden, found.woorden):
                return found
        return None

    def treffers(self, tekst: str) -> Iterator[Treffer]:
        """Yield the names in a text, none within another, in order.

        A name that is nearly one is yielded with the one it is near to, when it has capitals.
        """
        woorden = _woord().findall(tekst)
        known = self._beginnen
        begint = [known[w] if w in known else self._begint(w) for w in woorden]
        for number, tweede in enumerate(woorden[1:]):
            if not begint[number] and woorden[number][0].isupper():
                begint[number] = frozenset(self._familie.lengten(tweede.lower()))
        if not any(begint):
            return
        words = [(m.start(), m.end(), m[0]) for m in _woord().finditer(tekst)]
        at = -1
        for number, lengths in enumerate(begint):
            if lengths and number > at:
                at = number
                if found := self._vanaf(tekst, words, number, lengths):
                    treffer, at = found
                    yield treffer

    def _begint(self, woord: str) -> frozenset[int]:
        """Return how many words a name may have that begins with this one; kept by word."""
        found = self._beginnen[woord] = self._bepaal(woord)
        return found

    def _bepaal(self, woord: str) -> frozenset[int]:
        laag = zonder_accent(woord.casefold())
        lengths = set(self._lengten.get(laag, ()))
        if woord[0].isupper() and laag not in _VULWOORDEN:
            lengths |= self._erin.get(laag, set())
            if len(laag) >= _KORTST - 1:
                for key in (laag, *_zonder_letter(laag)):
                    if key in self._bijna:
                        lengths.add(1)
                    if key in self._bijna_begin:
                        lengths |= self._bijna_begin[key]
        return frozenset(lengths)

    def _vanaf(
        self,
        tekst: str,
        words: Sequence[tuple[int, int, str]],
        at: int,
        lengths: frozenset[int],
    ) -> tuple[Treffer, int] | None:
        """Return the longest name that begins at a word, and the last word that was used."""
        begin = words[at][0]
        los, ver = _reikwijdte(tekst, words, at, max(lengths))
        lasts = [at + n - 1 for n in sorted(lengths, reverse=True) if at + n - 1 <= ver]
        for last in lasts:
            einde = words[last][1]
            if not _gaat_door(tekst, einde) and (sleutel := self.van(tekst[begin:einde])):
                naam = self._zoals.get(naamsleutel(tekst[begin:einde]), "")
                anders = andere_hoofdletters(tekst[begin:einde], naam)
                return Treffer(begin, einde, sleutel, naam if anders else ""), last
        lasts = [last for last in lasts if last <= los and words[last][2] not in _VULWOORDEN]
        for last in lasts:
            stuk = tekst[begin : words[last][1]]
            if stuk.islower() or (last == at and _begint_zin(tekst, begin)):
                continue
            sleutel, naam = self.bijna(stuk)
            if sleutel and not _gaat_door(tekst, words[last][1]):
                return Treffer(begin, words[last][1], sleutel, naam), last
        for last in lasts:
            eigen = [woord for _, _, woord in words[at : last + 1]]
            heel = not _gaat_door(tekst, words[last][1]) and not _volgt(tekst, words, last)
            if eigen[-1][0].isupper() and heel:
                found = self._familie.zoek([zonder_accent(woord.casefold()) for woord in eigen])
                if found:
                    return Treffer(
                        begin, words[last][1], found.sleutel, found.naam, verwant=True
                    ), last
        return None


def _volgt(tekst: str, words: Sequence[tuple[int, int, str]], last: int) -> bool:
    """Tell whether more of a name comes after a word: "Reclassering Leger des Heils"."""
    for (_, einde, _), (begin, _, woord) in pairwise(words[last : last + _OMVANG]):
        if tekst[einde:begin] != " " or (woord[0].islower() and woord not in _BINNEN):
            return False
        if woord[0].isupper():
            return True
    return False


def _gaat_door(tekst: str, einde: int) -> bool:
    """Tell whether a name goes on behind a hyphen: "Gemeente Voorbeeld-Buiten"."""
    return tekst[einde : einde + 1] == "-" and tekst[einde + 1 : einde + 2].isupper()


def _reikwijdte(
    tekst: str, words: Sequence[tuple[int, int, str]], at: int, langst: int
) -> tuple[int, int]:
    """Return to which word a name can reach without a comma, and to which with one."""
    los, ver = at, at
    for last in range(at + 1, min(len(words), at + langst)):
        tussen = tekst[words[last - 1][1] : words[last][0]]
        if tussen not in _TUSSEN:
            break
        los = last if los == ver and tussen in _LOS else los
        ver = last
    return los, ver


def _begint_zin(tekst: str, begin: int) -> bool:
    voor = tekst[max(begin - 4, 0) : begin].rstrip(" '\"\u201c\u2018(\n")
    return not voor or voor[-1] in ".:;!?"


def _is_afkorting(kort: str, woord: str) -> bool:
    """Tell whether capitals stand for a word: "NL" for "nederland"."""
    if not (1 < len(kort) <= _AFKORTING and kort.isupper() and len(woord) > len(kort)):
        return False
    rest = iter(woord)
    return woord[0] == kort[0].lower() and all(letter in rest for letter in kort.lower())


def _is_verschrijving(woorden: Sequence[str], naam: Sequence[str]) -> bool:
    """Tell whether words are a name with a letter wrong, not a form of it or another number."""
    cijfers = ["".join(filter(str.isdigit, "".join(rij))) for rij in (woorden, naam)]
    if cijfers[0] != cijfers[1]:
        return False
    if len(woorden) != len(naam):
        return True
    anders = [(een, ander) for een, ander in zip(woorden, naam, strict=True) if een != ander]
    return not any(
        een == ander + uitgang or (len(naam) == 1 and ander == een + uitgang)
        for een, ander in anders
        for uitgang in _UITGANGEN
    )
