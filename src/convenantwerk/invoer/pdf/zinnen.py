"""The lines of a paragraph as a brok: words that were broken joined, notes at their call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.invoer.afbreking import STREEPJES, afgebroken, is_afgebroken
from convenantwerk.invoer.brok import Alineabrok, Bewerkt, Onzeker, Plek
from convenantwerk.invoer.pdf.letters import AFGEBROKEN
from convenantwerk.invoer.pdf.nootplaatsen import hoge_cijfers
from convenantwerk.invoer.pdf.tekstloop import Ingreep, Tekstloop
from convenantwerk.invoer.tekenvormen import met_gewone_tekens
from convenantwerk.tekst.boom import Regeleinde, Voetnoot

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from convenantwerk.invoer.pdf.alineas import Alinearegels
    from convenantwerk.invoer.pdf.letters import Strook
    from convenantwerk.invoer.pdf.nootplaatsen import Nootplaatsen
    from convenantwerk.invoer.pdf.noten import Noot
    from convenantwerk.invoer.pdf.zetregels import Zetregel
    from convenantwerk.tekst.boom import Inline

_AFGEBROKEN = "afgebroken aan het eind van een regel"
_SCHUIN = "afgebroken na een schuine streep"
_HOOG_CIJFER = "een hoog cijfer; de noot die erbij hoort, is niet gevonden"
_MAAT = re.compile(r"(?<!\w)[kcdm]?m$")  # "m²" is a measure
_BIJ = 30  # letters that show where a figure stands
_NOOT = "het cijfer van een voetnoot is haar plaats in de tekst"


class Zinnen:
    """Makes brokken of lines, and keeps what must be told of them.

    Args:
        telling: how often which word stands in the file.
        plaatsen: where notes are called.
    """

    def __init__(self, telling: Mapping[str, int], plaatsen: Nootplaatsen) -> None:
        self._telling = telling
        self._plaatsen = plaatsen
        self.bewerkt: list[Bewerkt] = []
        self.onzeker: list[Onzeker] = []

    @property
    def losse_noten(self) -> Mapping[int, list[Noot]]:
        """The notes that nothing calls, by their page."""
        return self._plaatsen.los

    def brok(self, alinea: Alinearegels, inhoud: Container[tuple[int, int]]) -> Alineabrok:
        """Return a paragraph; `inhoud` has the lines of contents lists, by page and number."""
        eerste = alinea.regels[0]
        plek = plek_van(eerste)
        if alinea.onzeker:
            self.onzeker.append(Onzeker(alinea.regels[-1].tekst, plek, alinea.onzeker))
        return Alineabrok(
            self._inhoud(alinea.regels, plek),
            plek,
            inspringing=round(max(0.0, eerste.x0 - eerste.links), 1),
            grootte=eerste.grootte,
            midden=alinea.midden,
            inhoudsopgave=(alinea.regels[-1].bladzijde, alinea.regels[-1].nummer) in inhoud,
        )

    def losse_noot(self, noot: Noot) -> Alineabrok:
        """Return a note that nothing calls, as a paragraph with its mark."""
        plek = Plek("bladzijde", noot.bladzijde, noot.nummer)
        loop = Tekstloop(plek)
        loop.zet(noot.merk, 0)
        self._vul(loop, noot.regels, los=noot.los)
        self.onzeker.append(
            Onzeker(
                loop.tekst, plek, "een voetnoot waarvan het cijfer in de tekst niet is gevonden"
            )
        )
        return Alineabrok(
            self._klaar(loop), plek, grootte=noot.regels[0].grootte if noot.regels else 0
        )

    def cel(
        self, regels: Sequence[Sequence[Strook]], rechts: float, plek: Plek
    ) -> tuple[Inline, ...]:
        """Return a cell of a table; a line that ends early ends on purpose."""
        uit: list[Inline] = []
        groep: list[Sequence[Strook]] = []
        for i, regel in enumerate(regels):
            groep.append(regel)
            if i + 1 == len(regels) or _eindigt(regel, regels[i + 1], rechts):
                loop = Tekstloop(plek)
                for een in groep:
                    self._zet_regel(loop, een)
                uit += [Regeleinde()] if uit else []
                uit += self._klaar(loop)
                groep = []
        return tuple(uit)

    def _inhoud(self, regels: Iterable[Zetregel], plek: Plek) -> tuple[Inline, ...]:
        loop = Tekstloop(plek)
        self._vul(loop, regels)
        return self._klaar(loop)

    def _vul(self, loop: Tekstloop, regels: Iterable[Zetregel], *, los: bool = True) -> None:
        for i, regel in enumerate(regels):
            begin = self._zet_regel(loop, regel.stroken, los=los or i > 0)
            plek = (regel.bladzijde, regel.nummer, regel.kolom)
            roepen = self._plaatsen.roepen.get(plek, ())
            gezien = {roep.begin for roep, _ in roepen}
            self._meld_hoog(regel, gezien)
            for roep, noot in roepen:
                wat = self._voetnoot(noot)
                loop.ingrepen.append(_roep(loop.tekst, begin + roep.begin, begin + roep.eind, wat))

    def _meld_hoog(self, regel: Zetregel, gezien: Container[int]) -> None:
        """Report a high figure that calls no note: it may be that the note was taken for text."""
        for begin, strook in hoge_cijfers(regel):
            if begin not in gezien and not _MAAT.search(regel.tekst[:begin]):
                bij = regel.tekst[max(begin - _BIJ, 0) : begin]
                self.onzeker.append(Onzeker(f"{bij}{strook.tekst}", plek_van(regel), _HOOG_CIJFER))

    def _zet_regel(self, loop: Tekstloop, stroken: Sequence[Strook], *, los: bool = True) -> int:
        """Add a line to a text, and return where it begins in it."""
        tekst = "".join(
            f" {strook.tekst}" if strook.los else strook.tekst for strook in stroken
        ).strip()
        if loop.lengte and los:
            if is_afgebroken(loop.slot):
                self._breuk(loop, tekst)
            elif loop.slot.endswith("/") and loop.slot[:-1]:
                loop.ingrepen.append(Ingreep(loop.lengte, loop.lengte + 1, "", _SCHUIN))
            loop.zet(" ", loop.stijlen[-1] & stroken[0].stijl)
        begin = loop.lengte
        for i, strook in enumerate(stroken):
            if i and strook.los:
                loop.zet(" ", strook.stijl & stroken[i - 1].stijl)
            loop.zet(strook.tekst.replace(AFGEBROKEN, "-"), strook.stijl)
        return begin

    def _breuk(self, loop: Tekstloop, tekst: str) -> None:
        """Join a word that a line ended in the middle of."""
        half, rest, eind = loop.slot, tekst.split(" ", 1)[0], loop.lengte
        uitslag = afgebroken(half, tekst, self._telling)
        if uitslag.midden != "- ":
            loop.ingrepen.append(Ingreep(eind - 1, eind + 1, uitslag.midden, _AFGEBROKEN))
        if not uitslag.zeker:
            woord = half.rstrip(STREEPJES) + uitslag.midden + rest
            self.onzeker.append(
                Onzeker(
                    woord, loop.plek, f"staat er als '{half} {rest}': een woord of met streepje?"
                )
            )

    def _voetnoot(self, noot: Noot) -> Voetnoot:
        plek = Plek("bladzijde", noot.bladzijde, noot.nummer)
        woorden = noot.regels[0].tekst.split(" ", 1)[0] if noot.regels else ""
        was = noot.merk if noot.los or not woorden else noot.merk + woorden
        self.bewerkt.append(Bewerkt(was, "" if was == noot.merk else woorden, plek, _NOOT))
        return Voetnoot(noot.merk, self._inhoud(noot.regels, plek))

    def _klaar(self, loop: Tekstloop) -> tuple[Inline, ...]:
        inhoud, tekens = met_gewone_tekens(loop.inhoud(), loop.plek)
        self.bewerkt += (*loop.bewerkt(), *tekens)
        return inhoud


def _roep(tekst: str, begin: int, eind: int, noot: Voetnoot) -> Ingreep:
    """Return the edit that puts a note where its mark stands, without the spaces around that."""
    if begin and tekst[begin - 1] == " ":
        begin -= 1
    elif tekst[eind : eind + 1] == " " and tekst[eind + 1 : eind + 2] in (*".,;:)",):
        eind += 1
    return Ingreep(begin, eind, "", _NOOT, noot)


def _eindigt(regel: Sequence[Strook], volgende: Sequence[Strook], rechts: float) -> bool:
    """Tell whether a line of a cell ends on purpose, and not because the cell is full."""
    eerste = volgende[0]
    over = rechts - max(strook.rechts for strook in regel)
    return regel[-1].stijl != eerste.stijl or (
        over > eerste.woord - eerste.links + 0.5 * eerste.grootte
    )


def plek_van(regel: Zetregel) -> Plek:
    """Return where a line is."""
    return Plek("bladzijde", regel.bladzijde, regel.nummer)
