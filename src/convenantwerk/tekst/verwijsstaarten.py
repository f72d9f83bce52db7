"""What comes after the number of an artikel: "eerste tot en met derde lid", "onder a, b en d".

It stands on its own too, for the artikel that the words are in. Each method takes the sign to begin
at, and tells at which it ended.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.verwijswoorden import (
    AFKORTINGEN,
    KLEINER,
    LIDWOORDEN,
    NA_NUMMER,
    ONDER,
    RANG_IN_CIJFERS,
    RANGEN,
    SAMEN,
    SAMENGROEPEN,
    VOEGGROEPEN,
    VOEGWOORDEN,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.tekst.verwijsdoel import Verwijsdoel
    from convenantwerk.tekst.verwijstekens import Teken

# "a", "aa", "bb", "ab"; of the words that look so, none is a letter of an onderdeel.
_LETTER = re.compile(r"[a-zA-Z]\Z|([a-z])\1\Z|a[b-z]\Z")
_GEEN_LETTER = frozenset({"af", "al", "as", "an", "ad"})
_HOOFDLETTER = re.compile(r"[A-Z]\Z")
_OOK_WERKWOORD = frozenset({"delen", "boeken"})  # "zij delen 3 gegevens"
_KAAL = re.compile(r"\d+[a-z]{0,2}\Z")
# A row of ordinals ends somewhere: else each of them would look through all that come after it.
_RIJ = 20


class Voeg(NamedTuple):
    """What joins two members of a row: the sign after it, and how it joins them."""

    na: int
    komma: bool = False  # nothing but a comma
    samen: bool = False  # "juncto": both are of one text


@waarde
class Lid:
    """A member of a piece: from sign `start` up to `end`, and what it names.

    `zwak`: it is only one when the text that is named after it says so, as "9" in "artikel 6, 9,
    eerste lid, van de AVG".
    """

    start: int
    end: int
    naar: Verwijsdoel
    zwak: bool = False


class Staartlezer:
    """Reads leden and onderdelen in a text.

    Args:
        tekens: the signs of the text.
    """

    def __init__(self, tekens: Sequence[Teken]) -> None:
        self.tekens = tekens

    def klein(self, at: int) -> str:
        """Return a sign in small letters."""
        return self.tekens[at].klein

    def staat_er(self, at: int, woorden: tuple[str, ...]) -> bool:
        """Tell whether these words stand here."""
        return all(self.klein(at + step) == woord for step, woord in enumerate(woorden))

    def na_lidwoord(self, at: int) -> int:
        """Return the sign after "de", "het" or "een"."""
        return at + (self.klein(at) in LIDWOORDEN)

    def voeg(self, at: int) -> Voeg | None:
        """Return what joins members here: a comma, "en", "juncto", "tot en met"."""
        komma = self.klein(at) == ","
        at += komma
        woord = self.klein(at)
        if woord in VOEGWOORDEN:
            punt = woord in {"jo", "resp"} and self.klein(at + 1) == "."
            return Voeg(at + 1 + punt, samen=woord in SAMEN)
        for groep in VOEGGROEPEN:
            if self.staat_er(at, groep):
                return Voeg(at + len(groep), samen=groep in SAMENGROEPEN)
        return Voeg(at, komma=True) if komma else None

    def _lid_of_onder(
        self, at: int, naar: Verwijsdoel, *, eerste: bool
    ) -> tuple[list[Lid], int] | None:
        """Return the leden, and in them the onderdelen, that stand here; and the sign after it."""
        plaats = at + (self.klein(at) == ",")
        plaats = self.na_lidwoord(plaats)
        leden = self._leden(plaats)
        found: list[Lid] = []
        if leden is not None:
            namen, end = leden
            found = [Lid(one, stop, replace(naar, lid=lid)) for one, stop, lid in namen]
            plaats = end
            at = end
        doel = found[-1].naar if found else naar
        binnen = self._onder(at, doel, los=leden is None and eerste)
        if binnen is not None:
            onder, plaats = binnen
            begin = found.pop().start if found else onder[0].start
            found += [replace(onder[0], start=begin), *onder[1:]]
        if not found:
            return None
        end = self._kleiner(plaats)
        found[-1] = replace(found[-1], end=end)
        return found, end

    def _kleiner(self, at: int) -> int:
        """Return the sign after ", derde volzin", which leads no further than the lid."""
        plaats = self.na_lidwoord(at + (self.klein(at) == ","))
        rij = self._rangen(plaats)
        if rij is not None and self.klein(rij[1]) in KLEINER:
            return rij[1] + 1
        return at

    def _rang(self, at: int) -> str:
        woord = self.klein(at)
        if match := RANG_IN_CIJFERS.match(woord):
            return match[1]
        return RANGEN.get(woord, "")

    def _rangen(self, at: int) -> tuple[list[tuple[int, str]], int] | None:
        """Return "eerste tot en met derde": each with its place, and the sign after them."""
        found: list[tuple[int, str]] = []
        plaats = at
        while len(found) < _RIJ and (rang := self._rang(plaats)):
            found.append((plaats, rang))
            plaats += 1
            voeg = self.voeg(plaats)
            if voeg is None or not self._rang(self.na_lidwoord(voeg.na)):
                break
            plaats = self.na_lidwoord(voeg.na)
        return (found, plaats) if found else None

    def _leden(self, at: int) -> tuple[list[tuple[int, int, str]], int] | None:
        """Return leden as (from, up to, number): "lid 2", "de leden 2 en 3", "eerste lid"."""
        rij = self._rangen(at)
        if rij is not None:
            rangen, end = rij
            woord = self.klein(end)
            if woord != "lid" and not (woord == "leden" and len(rangen) > 1):
                return None
            stops = [*(plaats + 1 for plaats, _ in rangen[:-1]), end + 1]
            return [(p, stop, r) for (p, r), stop in zip(rangen, stops, strict=True)], end + 1
        woord = self.klein(at)
        if woord not in {"lid", "leden"} or not self._is_lidnummer(at + 1):
            return None
        found = [(at, at + 2, self.tekens[at + 1].tekst)]
        plaats = at + 2
        while voeg := self.voeg(plaats):
            begin = voeg.na
            nummer = begin + (self.klein(begin) == "lid")
            if not self._is_lidnummer(nummer) or voeg.samen:
                break
            if nummer == begin and not self._hoort_bij_leden(voeg, nummer, meer=woord == "leden"):
                break
            found.append((begin, nummer + 1, self.tekens[nummer].tekst))
            plaats = nummer + 1
        return found, plaats

    def _is_lidnummer(self, at: int) -> bool:
        teken = self.tekens[at]
        return teken.soort == "nummer" and teken.los and teken.tekst[:1].isdigit()

    def _hoort_bij_leden(self, voeg: Voeg, at: int, *, meer: bool) -> bool:
        """Tell whether a bare number after a lid is one too: "lid 1 en 2", not "1 en 4 lid 2"."""
        na = at + 1 + (self.klein(at + 1) == ",")
        if self.klein(na) in {"lid", "leden"} or self._rang(self.na_lidwoord(na)):
            return False
        if not _KAAL.match(self.tekens[at].tekst):
            return False
        return meer or (not voeg.komma and self._staat_los(at + 1))

    def _staat_los(self, at: int) -> bool:
        """Tell whether no noun follows: "artikel 5 en 6 gelden", not "artikel 5 en 3 leden"."""
        teken = self.tekens[at]
        if teken.klein == "leden" and self._is_lidnummer(at + 1):
            return True  # "artikel 5 en 6 leden 1 en 2"
        groot = teken.tekst[:1].isupper()
        return teken.soort != "woord" or teken.klein in NA_NUMMER - {"leden"} or groot

    def _is_letter(self, at: int) -> bool:
        teken = self.tekens[at]
        return (
            teken.soort == "woord"
            and teken.los
            and bool(_LETTER.match(teken.tekst))
            and teken.tekst not in _GEEN_LETTER
            and not (teken.tekst.isupper() and self.klein(at + 1) == ".")  # "onder A. Voorbeeld"
        )

    def _onder(self, at: int, naar: Verwijsdoel, *, los: bool) -> tuple[list[Lid], int] | None:
        """Return onderdelen after a lid or a number; `los` when a bare letter may be one."""
        plaats = at + (self.klein(at) == ",")
        if los and self._is_letter(at) and (tot := self._tot(at + 1)):
            doel = replace(naar, onderdeel=self.tekens[at].tekst, tot=self.tekens[tot].tekst)
            return [Lid(at, tot + 1, doel)], tot + 1
        namen = self._onderdelen(plaats, genummerd=naar.soort != "lid")
        if namen is None:
            return None
        found = [
            Lid(one, stop, replace(naar, onderdeel=letter, tot=tot))
            for one, stop, letter, tot in namen[0]
        ]
        return found, namen[1]

    def _tot(self, at: int) -> int:
        """Return where the letter after "tot en met" stands; 0 for none."""
        voeg = self.voeg(at)
        if voeg is None or self.klein(voeg.na - 1) not in {"met", "t/m"}:
            return 0
        plaats = voeg.na + (self.klein(voeg.na) in ONDER)
        return plaats if self._is_letter(plaats) else 0

    def _onderdelen(
        self, at: int, *, genummerd: bool = False
    ) -> tuple[list[tuple[int, int, str, str]], int] | None:
        """Return onderdelen as (from, up to, letter, last letter): "aanhef en onder a, b en d".

        Only after a number is "onder 7" one, as `genummerd` says: "onder 18 jaar" is none.
        """
        plaats = at
        if self.klein(plaats) == "aanhef":
            plaats += 1
            plaats += self.klein(plaats) == ","
            plaats += self.klein(plaats) == "en"
        if self.klein(plaats) not in ONDER:
            return None
        letter = plaats + 1 + (self.klein(plaats + 1) in ONDER)
        if not self._is_letter(letter):
            end = self._genummerd(letter, genummerd=genummerd)
            return ([(at, end, "", "")], end) if end else None
        found: list[tuple[int, int, str, str]] = []
        while True:
            tot = self._tot(letter + 1)
            end = self._graden(self._na_punt((tot or letter) + 1))
            laatste = self.tekens[tot].tekst if tot else ""
            found.append((at, end, self.tekens[letter].tekst, laatste))
            voeg = self.voeg(end)
            if voeg is None or voeg.samen:
                break
            at = voeg.na
            letter = at + (self.klein(at) in ONDER)
            if not self._is_letter(letter):
                break
        return found, found[-1][1]

    def _genummerd(self, at: int, *, genummerd: bool = False) -> int:
        """Return the sign after "1° en 2°", which have no address of their own; 0 for none."""
        end = 0
        while True:
            teken = self.tekens[at]
            graden = teken.soort == "nummer" and teken.tekst[-1] in "°º"
            kaal = genummerd and bool(_KAAL.match(teken.tekst)) and self._staat_los(at + 1)
            if not (graden or kaal):
                return end
            end = at + 1
            voeg = self.voeg(end)
            if voeg is None:
                return end
            at = voeg.na + (self.klein(voeg.na) in ONDER)
            genummerd = False

    def _na_punt(self, at: int) -> int:
        """Return the sign after the full stop of a letter that goes on: "onder e. en f. AVG"."""
        if self.klein(at) != ".":
            return at
        voeg = self.voeg(at + 1)
        meer = voeg is not None and self._is_letter(voeg.na) and self.klein(voeg.na + 1) == "."
        return at + 1 if meer or self.tekens[at + 1].tekst in AFKORTINGEN else at

    def _graden(self, at: int) -> int:
        """Return the sign after ", onder 1° en 2°", which leads no further than the letter."""
        voeg = self.voeg(at)
        plaats = voeg.na if voeg else at
        plaats += self.klein(plaats) in ONDER
        return self._genummerd(plaats) or at
