"""Finding references in natural text: "artikel 8.4, onder b", "in lid 4", "artikel 6 AVG".

A verwijzing needs no markup. What is written is one small language, which the jurist's cases in
tests/cases/verwijzingen.md show:

    rij     = stuk { voeg stuk } [ slot ]        artikel 5, tweede lid, en artikel 9 van de Wet X
    slot    = "van" stuk [ slot ] | naam         … van artikel 2 van de AVG; … van dit convenant
    stuk    = soort nummer [ staart ] { voeg nummer [ staart ] } | leden | onderdelen
    staart  = leden [ onderdelen ] [ volzin ]    tweede lid, aanhef en onder b, derde volzin

The words are in verwijswoorden.py, pieces are read by verwijsdelen.py and names of other texts by
regelingen.py. Of a row the slot says for all of it which text is meant. Each sign is looked at a
number of times that does not grow with the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.tekst.regelingen import Naam, lees_naam, na_voorzetsel, naam_ervoor
from convenantwerk.tekst.verwijsdelen import Stuk, Stuklezer
from convenantwerk.tekst.verwijsdoel import Verwijsdoel
from convenantwerk.tekst.verwijsrijen import BINNEN, Rij, laat_zwakke, verbonden
from convenantwerk.tekst.verwijstekens import lees_tekens, sluithaakjes
from convenantwerk.tekst.verwijswoorden import (
    ARTIKEL_MET_TEKST,
    BEGIN,
    EN_VERDER,
    KLEINE_NAMEN,
    RUIM,
    SIGNAAL,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.tekst.verwijsstaarten import Lid

_ONTSNAPT = re.compile(r"\\(?=[^\w\s]|_)")
_LANGSTE_TITEL = 30  # signs between brackets after a number: "artikel 2 (*Doel*)"


class Gevonden(NamedTuple):
    """A reference in a text: from `start` up to `end`, and what it names."""

    start: int
    end: int
    naar: Verwijsdoel


def find_verwijzingen(text: str) -> list[Gevonden]:
    """Return the references in a text, in order and without overlap, those to other texts too.

    Args:
        text: the text of one alinea, which may hold line breaks and marks for emphasis.
    """
    if SIGNAAL.search(text.casefold()) is None:
        return []
    kop = ARTIKEL_MET_TEKST.match(text)  # which CV017 tells
    return [one for one in _Rijlezer(text).lees() if kop is None or one.start >= kop.end()]


class _Rijlezer:
    """Reads the rows of references of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tekens = lees_tekens(text)
        self.haakjes = sluithaakjes(self.tekens)
        self.stukken = Stuklezer(self.tekens)
        # Where a row begins that "juncto" joins to one of another text, and which text that is.
        self._ook_van = (-1, "")

    def lees(self) -> Iterator[Gevonden]:
        """Yield all references."""
        at = 0
        while (teken := self.tekens[at]).soort != "einde":
            if teken.soort == "web":
                yield Gevonden(teken.start, teken.end, Verwijsdoel("web", teken.tekst))
                at += 1
            elif teken.klein not in BEGIN and not teken.klein[0].isdigit():
                at += 1
            elif (einde := self._titel(at)) > at:
                begin = at + (teken.klein == "bijlage")
                naam = " ".join(one.tekst for one in self.tekens[begin:einde])
                end = self.tekens[einde - 1].end
                yield Gevonden(teken.start, end, Verwijsdoel("opschrift", naam))
                at = einde
            elif isinstance(stuk := self.stukken.stuk(at), int):
                at = stuk
            else:
                leden, at = self._rij(at, stuk)
                for lid in leden:
                    start, end = self.tekens[lid.start].start, self.tekens[lid.end - 1].end
                    yield Gevonden(start, end, lid.naar)

    def _titel(self, at: int) -> int:
        """Return where "Addendum Samenwerkingsconvenant Voorbeeldstad" ends; `at` for no title."""
        begin = at + (self.tekens[at].klein == "bijlage")
        end = begin + 1
        if self.tekens[begin].tekst != "Addendum":
            return at
        while self.tekens[end].soort == "woord" and self.tekens[end].tekst[:1].isupper():
            end += 1
        return end if end > begin + 1 else at

    # --- rows -----------------------------------------------------------------------------

    def _rij(self, at: int, eerste: Stuk) -> tuple[list[Lid], int]:
        """Return the members of the row that begins with a piece, and the sign after it."""
        rij = Rij([eerste])
        slot = self._gevoegd(rij)
        while isinstance(slot, Stuk):
            rij.kring.append(slot)
            slot = self._slot(slot)
        if not rij.kring and rij.stukken[-1].leden[-1].zwak and (slot is None or not slot.zeker):
            slot = None
            laat_zwakke(rij.stukken[-1])
        end = slot.end if slot else (rij.kring or rij.stukken)[-1].end
        rij.van = self._van(at, rij, slot)
        voeg = self.stukken.voeg(end)
        if voeg is not None and voeg.samen and rij.van:
            self._ook_van = (self.stukken.na_lidwoord(voeg.na), rij.van)
        return list(verbonden(rij)), end

    def _gevoegd(self, rij: Rij) -> Stuk | Naam | None:
        """Read the pieces that are joined to the first; return what is named after the last."""
        while True:
            last = rij.stukken[-1]
            if (slot := self._slot(last)) is not None:
                return slot
            voeg = self.stukken.voeg(last.end)
            volgende = voeg and self.stukken.stuk(self.stukken.na_lidwoord(voeg.na))
            if voeg is None or not isinstance(volgende, Stuk):
                return None
            rij.voegen.append(voeg)
            rij.stukken.append(volgende)

    def _van(self, at: int, rij: Rij, slot: Naam | None) -> str:
        """Return the text that a row is of, as written; "" when it does not say."""
        if slot is None and (rij.kring or rij.stukken)[-1].weg:
            last = (rij.kring or rij.stukken)[-1]
            slot = Naam(last.end - 2, last.end)
        if rij.stukken[0].soort not in BINNEN and (voor := naam_ervoor(self.tekens, at)):
            rij.ervoor = self._geschreven(voor)
        if slot is not None:
            return self._geschreven(slot)
        return rij.ervoor or (self._ook_van[1] if self._ook_van[0] == at else "")

    def _geschreven(self, naam: Naam) -> str:
        written = self.text[self.tekens[naam.start].start : self.tekens[naam.end - 1].end]
        # A name may go on in the next line of the file, and hold a sign with a backslash before it.
        return " ".join(_ONTSNAPT.sub("", written).split())

    # --- what is named after a piece ------------------------------------------------------

    def _slot(self, stuk: Stuk) -> Stuk | Naam | None:
        """Return what a piece lies in: "van artikel 2", "van de Wet X", "AVG", "dit convenant"."""
        at = stuk.end
        close = self.haakjes.get(at, 0)
        if 0 < close - at < _LANGSTE_TITEL:
            at = close + 1
        verder = (groep for groep in EN_VERDER if self.stukken.staat_er(at, groep))
        at += len(next(verder, ()))
        komma = self.tekens[at].klein == ","
        at += komma
        woord = self.tekens[at].klein
        if woord in {"behorend", "behorende"} and self.tekens[at + 1].klein == "bij":
            at, woord = at + 1, "bij"
        if woord in {"van", "uit", "bij", "in"}:
            return self._na_voorzetsel(stuk, at + 1, woord)
        if woord == "boek" and isinstance(boek := self.stukken.stuk(at), Stuk):
            return boek
        if woord in KLEINE_NAMEN and not komma:
            return Naam(at, at + KLEINE_NAMEN[woord])
        doel = stuk.leden[-1].naar
        kapitalen = self.tekens[stuk.leden[0].start].tekst.isupper()
        ruim = not kapitalen and (not komma or bool(doel.lid or doel.onderdeel))
        return lees_naam(self.tekens, at, ruim=ruim)

    def _na_voorzetsel(self, stuk: Stuk, at: int, woord: str) -> Stuk | Naam | None:
        kring = self.stukken.stuk(self.stukken.na_lidwoord(at))
        if isinstance(kring, Stuk) and (woord in {"van", "uit"} or kring.soort in RUIM):
            return kring
        if woord == "bij" and stuk.soort == "bijlage":
            woord = "van"
        return na_voorzetsel(self.tekens, at, woord)
