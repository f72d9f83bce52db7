"""The pieces of a reference: "artikelen 5, tweede lid, en 6", "het eerste lid", "dit artikel".

A piece begins with a word that says so, and is read from there without looking back.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from convenantwerk.tekst.nummers import is_letternummer
from convenantwerk.tekst.verwijsdoel import Verwijsdoel
from convenantwerk.tekst.verwijsstaarten import Lid, Staartlezer
from convenantwerk.tekst.verwijstekens import is_nummer
from convenantwerk.tekst.verwijswoorden import (
    AFGEKORT,
    BUREN,
    DIT,
    ENKELVOUD,
    MEERVOUD,
    ONDER,
    RANG_IN_CIJFERS,
    SOORTEN,
    TERUG,
    VOLZINNEN,
)

if TYPE_CHECKING:
    from convenantwerk.tekst.verwijsstaarten import Voeg

_OOK_WERKWOORD = frozenset({"delen", "boeken"})  # "zij delen 3 gegevens"


@dataclass(slots=True)
class Stuk:
    """A piece: its members, and the sign after it."""

    leden: list[Lid] = field(default_factory=list)
    end: int = 0
    weg: bool = False  # it points back to something that was named before: "dat artikel"

    @property
    def soort(self) -> str:
        """What kind of part it names."""
        return self.leden[0].naar.soort


class Stuklezer(Staartlezer):
    """Reads the pieces of a text."""

    def stuk(self, at: int) -> Stuk | int:
        """Return the piece that begins at a sign; without one, up to where none begins."""
        woord = self.klein(at)
        if woord in SOORTEN:
            return self._noemend(at) or at + 1
        if woord in DIT or woord in TERUG or woord in BUREN:
            return self._wijzend(at) or at + 1
        return self._binnen(at)

    def nummer_op(self, at: int) -> int:
        """Return where the number stands that a kind of part at this sign has; 0 for none."""
        woord = self.klein(at)
        step = at + 1 + (woord in AFGEKORT and self.klein(at + 1) == ".")
        step += self.klein(step) == "(" and self.tekens[step + 1].soort == "nummer"
        teken = self.tekens[step]
        letter = SOORTEN[woord] != "pagina" and self._is_letternummer(step, meer=False)
        if not is_nummer(teken) and not letter:
            return 0
        return step if teken.los or self.tekens[step - 1].tekst in {"(", "§", "§§", "."} else 0

    def _noemend(self, at: int) -> Stuk | None:
        woord = self.klein(at)
        nummer = self.nummer_op(at)
        if not nummer:
            return None
        meer = woord in MEERVOUD
        soort = SOORTEN[woord]
        haak = self.klein(nummer - 1) == "("
        found = Stuk()
        start, zwak = (nummer if haak else at), False
        letters = not self._is_nummer(nummer)
        while True:
            naar = Verwijsdoel(soort, self.tekens[nummer].tekst)  # type: ignore[arg-type]  # a row
            found.leden += self._met_staart(start, nummer, naar, zwak=zwak)
            found.end = found.leden[-1].end
            volgende = self._volgend_nummer(found.end, meer=meer, letters=letters)
            if volgende is None:
                break
            nummer, los = volgende
            start, zwak = nummer, zwak or los
        if woord in _OOK_WERKWOORD and not self._staat_los(found.end):
            return None
        if haak and self.klein(found.end) == ")":
            found.end += 1
        return found

    def _volgend_nummer(self, at: int, *, meer: bool, letters: bool) -> tuple[int, bool] | None:
        """Return where the next number of a row stands, and whether that is uncertain.

        `letters` when the row has Roman numerals or letters: "bijlagen I en II", "deel A of B".
        """
        voeg = self.voeg(at)
        streep = voeg is None and self.klein(at) in {"-", "\u2013", "\u2014"}
        streep = streep and (meer or self._is_reeks(at))
        na = voeg.na if voeg else at + streep
        romeins = (letters or meer) and is_nummer(self.tekens[na])
        romeins = romeins or (letters and self._is_letternummer(na, meer=meer))
        if (voeg is None and not streep) or not (self._is_nummer(na) or romeins):
            return None
        if voeg is None:
            return na, False
        if meer or voeg.samen:
            return voeg.na, False
        return voeg.na, voeg.komma or not self._staat_los(voeg.na + 1)

    def _is_reeks(self, at: int) -> bool:
        """Tell whether a dash stands between two numbers that rise: "art. 91-93"."""
        voor, streep, na = self.tekens[at - 1 : at + 2]
        if streep.los or na.los or not (voor.tekst.isdecimal() and na.tekst.isdecimal()):
            return False
        een, ander = ((len(teken.tekst), teken.tekst) for teken in (voor, na))
        return een < ander  # a number may be too long to count with

    def _is_letternummer(self, at: int, *, meer: bool) -> bool:
        """Tell whether a capital is a number here; in "deel B. Jansen" it may be an initial."""
        teken = self.tekens[at]
        los = meer or self.klein(at + 1) != "." or not self._is_hoofdletter(at + 2)
        return teken.soort == "woord" and los and is_letternummer(teken.tekst)

    def _is_hoofdletter(self, at: int) -> bool:
        return self.tekens[at].tekst[:1].isupper()

    def _is_nummer(self, at: int) -> bool:
        teken = self.tekens[at]
        graden = teken.tekst[-1:] in {"°", "º"}
        return teken.soort == "nummer" and not graden and not RANG_IN_CIJFERS.match(teken.klein)

    def _met_staart(self, start: int, at: int, naar: Verwijsdoel, *, zwak: bool) -> list[Lid]:
        """Return the part with this number, or the leden and onderdelen that follow it."""
        found: list[Lid] = []
        plaats = at + 1
        while True:
            deel = self._lid_of_onder(plaats, naar, eerste=not found)
            if deel is None:
                break
            leden, plaats = deel
            found += leden
            voeg = self.voeg(plaats)
            if voeg is None or not self._gaat_verder(voeg):
                break
            plaats = voeg.na
        if not found:
            return [Lid(start, self._kleiner(at + 1), naar, zwak)]
        found[0] = replace(found[0], start=start)
        return [replace(lid, zwak=zwak) for lid in found]

    def _gaat_verder(self, voeg: Voeg) -> bool:
        """Tell whether what is joined is another lid or onderdeel of the same artikel."""
        at = self.na_lidwoord(voeg.na)
        if self.klein(at) in ONDER | {"lid", "leden", "aanhef"}:
            return self._eindigt_niet_in_van(at)
        return self._rang(at) != "" and self._eindigt_niet_in_van(at)

    def _eindigt_niet_in_van(self, at: int) -> bool:
        """Tell whether no artikel is named after the lid: "en het eerste lid van artikel 6"."""
        deel = self._leden(at) or self._onderdelen(at)
        if deel is None:
            return self.klein(at) == "aanhef"
        einde = deel[1]
        if self.klein(einde) != "van":
            return True
        return SOORTEN.get(self.klein(self.na_lidwoord(einde + 1))) != "artikel"

    def _binnen(self, at: int) -> Stuk | int:
        """Return the leden or onderdelen of the artikel that the words stand in."""
        naar = Verwijsdoel("lid")
        deel = self._lid_of_onder(at, naar, eerste=False) if self._begint(at) else None
        if deel is not None:
            leden, end = deel
            return Stuk([replace(lid, start=max(lid.start, at)) for lid in leden], end)
        rij = self._rangen(at)
        if rij is None:
            return at + 1
        rangen, end = rij
        if self.klein(end) not in VOLZINNEN:
            return max(end, at + 1)
        stops = [*(plaats + 1 for plaats, _ in rangen[:-1]), end + 1]
        return Stuk(
            [
                Lid(plaats, stop, Verwijsdoel("volzin", rang))
                for (plaats, rang), stop in zip(rangen, stops, strict=True)
            ],
            end + 1,
        )

    def _begint(self, at: int) -> bool:
        woord = self.klein(at)
        return woord in ONDER or woord in {"lid", "leden", "aanhef"} or self._rang(at) != ""

    def _wijzend(self, at: int) -> Stuk | None:
        """Return "dit artikel", "het vorige lid", or what points back: "dat artikel"."""
        woord, wat = self.klein(at), self.klein(at + 1)
        if wat in MEERVOUD or (wat not in ENKELVOUD and wat not in {"lid", "volzin", "onderdeel"}):
            return None
        if wat in ENKELVOUD and self.nummer_op(at + 1):
            return None
        if woord in TERUG or wat == "onderdeel":
            return Stuk([Lid(at, at + 2, Verwijsdoel("lid"))], at + 2, weg=True)
        welk = BUREN.get(woord, "dit")
        soort = SOORTEN.get(wat, wat)
        naar = (
            Verwijsdoel("lid", lid=welk) if soort == "lid" else Verwijsdoel(soort, welk)  # type: ignore[arg-type]  # a row of the table
        )
        return Stuk([Lid(at, at + 2, naar)], at + 2)
