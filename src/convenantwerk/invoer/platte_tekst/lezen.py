"""Plain text (.txt) to brokken, as a careful person reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import (
    STREEP,
    Alineabrok,
    Bewerkt,
    Ingelezen,
    Lijnbrok,
    Onzeker,
)
from convenantwerk.invoer.codering import ontcijfer, twijfel_over_letters
from convenantwerk.invoer.grenzen import keur_aantal, keur_omvang
from convenantwerk.invoer.platte_tekst.alineas import (
    BLADEINDE,
    OPSOMTEKEN,
    alineas_van,
    breedte,
    vervolgregels,
)
from convenantwerk.invoer.platte_tekst.inhoudslijst import inhoudsregels
from convenantwerk.invoer.platte_tekst.noten import met_noten
from convenantwerk.invoer.platte_tekst.regels import regels_van, zonder_paginaranden
from convenantwerk.invoer.platte_tekst.sterretjes import met_nadruk
from convenantwerk.invoer.tekenvormen import als_bewerkt, gewone_tekens
from convenantwerk.tekst.aanduidingen import find_mark, is_twijfel
from convenantwerk.tekst.boom import Regeleinde, Tekst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.invoer.brok import Brok, Wens
    from convenantwerk.invoer.platte_tekst.alineas import Samen

FORMAAT = "platte tekst"
_KOLOM = 6.0  # points of one column
_MIDDEN = 8  # columns before a line that is centred
_SCHEEF = 2  # columns that it may stand beside the middle
_ONDERSTREEPT = re.compile(r"(=|-|~){3,}")
_KORTER = 3  # signs that a line under a title may be shorter or longer
_LANG = 120  # characters of a title


def lees(data: bytes, path: str, wens: Wens) -> Ingelezen:
    """Return a file of plain text as brokken.

    Raises:
        OnleesbaarError: CV951, it is too large; CV952, its letters cannot be told.
    """
    del wens  # plain text has no tracked changes
    keur_omvang(data, path)
    text, codering = ontcijfer(data, path)
    regels, weg = zonder_paginaranden(regels_van(text))
    alineas = list(alineas_van(regels))
    keur_aantal(alineas, path)
    lezer = _Lezer(alineas, breedte(regels))
    brokken, noten = met_noten(lezer.brokken())
    twijfel = twijfel_over_letters(((regel.tekst, regel.plek) for regel in regels), codering)
    return Ingelezen(
        FORMAAT,
        tuple(brokken),
        woorden(text),
        weggelaten=tuple(weg),
        bewerkt=(*lezer.bewerkt, *noten),
        onzeker=(*lezer.onzeker, *twijfel),
    )


class _Lezer:
    """Makes brokken of the paragraphs of a file.

    Args:
        alineas: in their order.
        wijd: the columns that lines were broken for; 0 when a line is a paragraph.
    """

    def __init__(self, alineas: Sequence[Samen], wijd: int) -> None:
        self._alineas = alineas
        self._wijd = wijd
        self._inspringen: list[int] = []  # the columns of the lists that are open
        self.bewerkt: list[Bewerkt] = []
        self.onzeker: list[Onzeker] = []

    def brokken(self) -> list[Brok]:
        """Return the brokken."""
        inhoud = inhoudsregels([alinea.tekst for alinea in self._alineas])
        vervolg = vervolgregels(self._alineas)
        gevonden: list[Brok] = []
        vorige: Samen | None = None
        for at, alinea in enumerate(self._alineas):
            if vorige and alinea.eerste.blad > vorige.regels[-1].blad:
                gevonden.append(Lijnbrok(alinea.eerste.plek))
            niveau = self._onderstreept(alinea, vorige)
            if niveau and gevonden and isinstance(gevonden[-1], Alineabrok):
                gevonden[-1] = replace(gevonden[-1], kopniveau=niveau)
            elif not niveau and BLADEINDE.fullmatch(alinea.tekst) and alinea.tekst[0] != "_":
                self._zonder_woorden(alinea)
                gevonden.append(Lijnbrok(alinea.eerste.plek))
            elif not niveau:
                brok = self._alinea(alinea, inhoudsopgave=at in inhoud)
                boven = gevonden[-1] if at in vervolg and gevonden else None
                if isinstance(boven, Alineabrok) and not brok.inhoudsopgave:
                    samen = (*boven.inhoud, Regeleinde(), *brok.inhoud)
                    gevonden[-1] = replace(boven, inhoud=samen)
                else:
                    gevonden.append(brok)
            vorige = alinea
        return gevonden

    def _onderstreept(self, alinea: Samen, vorige: Samen | None) -> int:
        """Return the level of the title that a line of "====" stands right under; 0 for none."""
        streep = _ONDERSTREEPT.fullmatch(alinea.tekst)
        if not streep or vorige is None or len(vorige.regels) > 1 or len(vorige.tekst) > _LANG:
            return 0
        onder = alinea.eerste.nummer == vorige.eerste.nummer + 1
        even = abs(len(alinea.tekst) - len(vorige.tekst)) <= _KORTER
        if not (onder and even) or BLADEINDE.fullmatch(vorige.tekst):
            return 0
        self._zonder_woorden(alinea)
        return 1 if streep[1] == "=" else 2

    def _zonder_woorden(self, alinea: Samen) -> None:
        if woorden(alinea.tekst):
            plek = alinea.eerste.plek
            self.bewerkt.append(Bewerkt(alinea.tekst, "", plek, "een lijn van tekens"))

    def _alinea(self, alinea: Samen, *, inhoudsopgave: bool) -> Alineabrok:
        regel = alinea.eerste
        for waar, was, wordt, zeker in alinea.afgebroken:
            waarom = "afgebroken aan het eind van een regel"
            self.bewerkt.append(Bewerkt(was, wordt, waar.plek, waarom))
            if not zeker:
                self.onzeker.append(Onzeker(wordt, waar.plek, waarom))
        tekst, waarom_ = gewone_tekens(alinea.tekst)
        self.bewerkt += als_bewerkt(alinea.tekst, tekst, regel.plek, "; ".join(waarom_))
        merk, rest = self._merk(tekst.strip(), alinea)
        inhoud, kaal = met_nadruk(rest)
        self.bewerkt += als_bewerkt(rest, kaal, regel.plek, "sterretjes gelezen als nadruk")
        diepte = self._diepte(regel.kolom) if merk else -1
        if not merk and not find_mark(tekst) and not regel.kolom:
            self._inspringen.clear()
        midden = self._is_midden(alinea)
        return Alineabrok(
            inhoud or (Tekst(rest),),
            regel.plek,
            merk,
            diepte,
            0 if midden else regel.kolom * _KOLOM,
            midden=midden,
            inhoudsopgave=inhoudsopgave,
        )

    def _merk(self, tekst: str, alinea: Samen) -> tuple[str, str]:
        """Return the mark that a line begins with behind a bullet, and its words."""
        match = OPSOMTEKEN.match(tekst)
        if match is None or not tekst[match.end() :]:
            return "", tekst
        teken, rest = match[0].strip(), tekst[match.end() :]
        if woorden(teken):
            self.bewerkt.append(Bewerkt(teken, "", alinea.eerste.plek, "een opsommingsteken"))
        gevonden = find_mark(rest)
        if gevonden is None or gevonden[0] == "streep" or is_twijfel(gevonden[1]):
            return STREEP, rest
        return gevonden[1], rest[len(gevonden[1]) :].lstrip()

    def _diepte(self, kolom: int) -> int:
        while self._inspringen and self._inspringen[-1] > kolom:
            self._inspringen.pop()
        if not self._inspringen or kolom > self._inspringen[-1]:
            self._inspringen.append(kolom)
        return len(self._inspringen) - 1

    def _is_midden(self, alinea: Samen) -> bool:
        regel = alinea.eerste
        if not self._wijd or len(alinea.regels) > 1 or regel.kolom < _MIDDEN:
            return False
        return abs(self._wijd - regel.einde - regel.kolom) <= _SCHEEF
