"""What comes of a web page: paragraphs as they end, in cells, left out or kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.invoer.brok import STREEP, Alineabrok, Bewerkt, Onzeker, Plek, Weggelaten
from convenantwerk.invoer.html.alinea import Alinea
from convenantwerk.invoer.html.kader import Kader
from convenantwerk.invoer.tekenvormen import als_bewerkt, met_gewone_tekens
from convenantwerk.tekst.aanduidingen import find_mark, is_twijfel
from convenantwerk.tekst.boom import Regeleinde, Tekst, Voetnoot, plain

if TYPE_CHECKING:
    from convenantwerk.invoer.brok import Brok
    from convenantwerk.invoer.html.tabel import Tabel
    from convenantwerk.tekst.boom import Inline

NOOT_WEG = "het nummer van een noot staat in de tekst als noot"
_VERBORGEN = "verborgen tekst is weggelaten"


class Uitkomst:
    """The brokken of a page so far, and the paragraph, cells and tables that are open."""

    def __init__(self) -> None:
        self._kader = Kader()
        self._alinea = Alinea()
        self._plek = Plek("regel", 1)
        self._merk: str | None = None
        self._tabellen: list[Tabel] = []
        self._cellen: list[list[Inline]] = []
        self.brokken: list[Brok] = []
        self.weg: list[Weggelaten] = []
        self.bewerkt: list[Bewerkt] = []
        self.onzeker: list[Onzeker] = []

    def _sluit(self, *, item: bool = False) -> None:
        """End the paragraph that is read."""
        alinea, merk = self._alinea, self._merk
        self._alinea = Alinea(letterlijk=self._kader.letterlijk)
        if alinea.leeg and not alinea.anders and (merk is None or not item):
            return
        self._merk = None
        inhoud = alinea.inhoud
        if alinea.leeg and alinea.weg:
            tekst = " ".join("".join(alinea.was).split())
            self.weg.append(Weggelaten(tekst, self._plek, alinea.weg))
            if merk is None:
                return
        elif alinea.anders:
            was = "".join(alinea.was)
            self.bewerkt += als_bewerkt(was, plain(inhoud), self._plek, _anders(inhoud))
        kader = self._kader
        inhoud, tekens = met_gewone_tekens(inhoud, self._plek)
        self.bewerkt += tekens
        diepte = kader.diepte if merk is not None else -1
        if merk == STREEP:
            merk, inhoud = _getypt(inhoud)
        brok = Alineabrok(
            inhoud,
            self._plek,
            merk or "",
            diepte if merk else -1,
            kader.inspringing,
            kader.niveau,
            alinea.grootte,
            kader.midden,
            kader.inhoudsopgave,
        )
        self._uit(brok)

    def _uit(self, brok: Brok) -> None:
        """Give a brok, or its words to the cell it stands in, or report that it is left out."""
        weg = self._kader.weg
        if weg is not None:
            if isinstance(brok, Alineabrok):
                merk = "" if brok.merk == STREEP else brok.merk
                tekst = f"{merk} {plain(brok.inhoud)}".strip()
                self.weg.append(Weggelaten(" ".join(tekst.split()), brok.plek, weg))
        elif self._cellen:
            if isinstance(brok, Alineabrok):
                cel = self._cellen[-1]
                voor = (Tekst(f"{brok.merk} "),) if brok.merk else ()
                cel += ((Regeleinde(),) if cel else ()) + voor + brok.inhoud
        else:
            self.brokken.append(brok)

    def _tabel(self, tabel: Tabel) -> None:
        if self._kader.weg is None and self._cellen:
            inhoud = tabel.in_een_cel()
            cel = self._cellen[-1]
            cel += ((Regeleinde(),) if cel and inhoud else ()) + inhoud
        elif self._kader.weg is None and any(tabel.cellen):
            self.brokken.append(tabel.brok())
        self.brokken.extend(tabel.beelden)


def _getypt(inhoud: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    """Return the mark that somebody typed behind a bullet, and the words behind it."""
    eerste = inhoud[0] if inhoud else None
    if not isinstance(eerste, Tekst):
        return STREEP, inhoud
    gevonden = find_mark(plain(inhoud))
    if gevonden is None or gevonden[0] == "streep" or is_twijfel(gevonden[1]):
        return STREEP, inhoud
    merk = gevonden[1]
    if not eerste.tekst.startswith(f"{merk} "):
        return STREEP, inhoud
    return merk, (Tekst(eerste.tekst[len(merk) :].lstrip()), *inhoud[1:])


def _anders(inhoud: tuple[Inline, ...]) -> str:
    return NOOT_WEG if any(isinstance(deel, Voetnoot) for deel in inhoud) else _VERBORGEN
