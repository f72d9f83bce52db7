"""The lines under a heading to blocks: leden, onderdelen and streepjes in each other, alineas.

Where an item belongs is told by three things: its mark (the next of a list that is under way, or
the first of a new one), how far it stands from the margin, and what mostly stands in what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import Position
from convenantwerk.invoer.bouwen.lopend import geheel
from convenantwerk.invoer.bouwen.merken import Merkenkenner, is_later, met_losse_merken
from convenantwerk.invoer.bouwen.onder_elkaar import met_afgebroken_regels
from convenantwerk.invoer.bouwen.regel import is_streep, is_titelachtig
from convenantwerk.invoer.bouwen.tabellen import blok_van
from convenantwerk.invoer.brok import STREEP, Lijnbrok
from convenantwerk.tekst.aanduidingen import form, is_eerste, is_opvolger, soort_van
from convenantwerk.tekst.boom import Alinea, Onderdeel, Opsomming, Tekst, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.invoer.bouwen.regel import Regel
    from convenantwerk.invoer.bouwen.verslag import Verslag
    from convenantwerk.tekst.boom import Blok

_GELIJK = 4.0  # points: so much apart, two marks still stand under each other
_DIEP = 12
_VERBINDING = re.compile(r"(?:en|of|en/of|dan wel|alsmede|respectievelijk)\s*[:;,]?", re.IGNORECASE)
_LANGE_ZIN = 60  # from here on a line without an end may be one that a page cut off
_LANGSTE_ZIN = 5000
_AFGEBROKEN = re.compile(r"[\w,]$")
_BEGRIP = re.compile(r"[\w -]{1,40}:\s")
_KOPJE = "tekst onder een genummerd kopje; hoort zij erbij?"
# What mostly stands in what, the outermost first.
_ORDE = (
    re.compile(r"\d+[a-z]{0,2}\.\d"),
    re.compile(r"\d+[a-z]*\."),
    re.compile(r"\(?\d+[a-z]?\)"),
    re.compile(r"\(?[A-Z]{1,2}[.)]|\(?(?![ivx]{2,}[.)])[a-z]{1,2}[.)]"),
    re.compile(r"\d+[°ºeo]"),
    re.compile(r"\(?[ivxIVX]+[.)]"),
)


@dataclass
class _Item:
    merk: str
    x: float
    diepte: int
    plek: Position
    inhoud: list[Blok | _Lijst] = field(default_factory=list)


@dataclass
class _Lijst:
    items: list[_Item]


class Lijstenbouwer:
    """Makes the blocks under one heading.

    Args:
        regels: the lines, with their places in the file.
        nummers: the numbers of the artikel, paragraaf and hoofdstuk they stand in.
        artikel: whether it is an artikel: then numbered items are leden, and hold what follows.
        verslag: told of what is in doubt.
    """

    def __init__(
        self,
        regels: Sequence[tuple[int, Regel]],
        nummers: Iterable[str],
        verslag: Verslag,
        *,
        artikel: bool,
    ) -> None:
        self._at = {id(regel): at for at, regel in regels}
        self._laatste = 0
        kaal = [regel for _, regel in regels]
        self._regels = met_losse_merken(met_afgebroken_regels(kaal, verslag))
        self._kenner = Merkenkenner(self._regels, nummers)
        self._verslag = verslag
        self._artikel = artikel
        self._wortel: list[Blok | _Lijst] = []
        self._open: list[_Item] = []
        self._los: list[tuple[Blok, Regel]] = []

    def blokken(self) -> tuple[Blok, ...]:
        """Return the blocks."""
        for nummer, regel in enumerate(self._regels):
            if isinstance(regel.brok, Lijnbrok):
                continue
            merk = self._kenner.merk(nummer, [item.merk for item in self._open])
            if merk and regel.tekst:
                self._item(nummer, regel, merk)
            else:
                self._blok(regel)
        self._laatste_los()
        return tuple(_vast(self._wortel))

    # --- items --------------------------------------------------------------------------------

    def _item(self, nummer: int, regel: Regel, merk: str) -> None:
        niveau, gaat_verder = self._niveau(merk, regel)
        niveau = min(niveau, _DIEP)
        if self._los:
            niveau = self._met_los(nummer, merk, niveau, gaat_verder=gaat_verder)
        item = _Item(merk, regel.inspringing, regel.diepte, self._positie(regel))
        inhoud = regel.zonder_merk if merk == regel.merk else regel.inhoud
        item.inhoud.append(Alinea(inhoud, self._positie(regel)))
        del self._open[niveau:]
        houder = self._houder(niveau)
        if houder and isinstance(houder[-1], _Lijst) and _vorm(houder[-1]) == form(merk):
            houder[-1].items.append(item)
        else:
            houder.append(_Lijst([item]))
        self._open.append(item)

    def _niveau(self, merk: str, regel: Regel) -> tuple[int, bool]:
        """Return in how many items an item stands, and whether it goes on a list."""
        for at in range(len(self._open) - 1, -1, -1):
            if self._volgt(merk, at) and self._onder_elkaar(regel, self._open[at]):
                return at, True
        if not is_eerste(merk):
            for at in range(len(self._open) - 1, -1, -1):
                if self._volgt(merk, at):
                    return at, True
            for at in range(len(self._open) - 1, -1, -1):
                naast = regel.diepte < 0 or self._onder_elkaar(regel, self._open[at])
                if naast and is_later(merk, self._open[at].merk):
                    return at, True
        return self._nieuw_niveau(merk, regel), False

    def _volgt(self, merk: str, at: int) -> bool:
        vorige = self._open[at].merk
        return form(vorige) == form(merk) and (is_streep(merk) or is_opvolger(merk, vorige))

    def _nieuw_niveau(self, merk: str, regel: Regel) -> int:
        if not self._open:
            return 0
        top = self._open[-1]
        if regel.diepte >= 0 and top.diepte >= 0 and regel.diepte != top.diepte:
            if regel.diepte > top.diepte:
                return len(self._open)
            return next(i for i, item in enumerate(self._open) if item.diepte >= regel.diepte)
        if regel.inspringing > top.x + _GELIJK:
            return len(self._open)
        naast = regel.diepte >= 0 and top.diepte >= 0 and regel.inspringing >= top.x - _GELIJK
        if naast and not _tekst(top).endswith(":"):  # another list, on the same level
            return len(self._open) - 1
        if regel.inspringing < top.x - _GELIJK:
            grens = regel.inspringing - _GELIJK
            niveau = next(i for i, item in enumerate(self._open) if item.x >= grens)
            return niveau + (_orde(merk) > _orde(self._open[niveau].merk))
        if _orde(merk) > _orde(top.merk) or _tekst(top).endswith(":"):
            return len(self._open)
        for at, item in enumerate(self._open):
            if _orde(item.merk) >= _orde(merk):
                return at
        return len(self._open)

    def _onder_elkaar(self, regel: Regel, item: _Item) -> bool:
        if regel.diepte >= 0 and item.diepte >= 0 and regel.diepte != item.diepte:
            return False
        return abs(regel.inspringing - item.x) <= _GELIJK

    # --- what has no mark ---------------------------------------------------------------------

    def _blok(self, regel: Regel) -> None:
        blok = blok_van(regel, self._positie(regel), self._verslag)
        if isinstance(blok, Alinea) and self._sluit_aan(regel, blok):
            return
        if not self._open:
            self._wortel.append(blok)
            return
        binnen = [i for i, o in enumerate(self._open) if regel.inspringing > o.x + _GELIJK]
        if binnen and not self._los and isinstance(blok, Alinea):
            del self._open[binnen[-1] + 1 :]
            self._open[-1].inhoud.append(blok)
        else:
            self._los.append((blok, regel))

    def _sluit_aan(self, regel: Regel, blok: Alinea) -> bool:
        """Put a line that goes on a sentence behind it: a page had ended between them."""
        if not regel.tekst[:1].islower() or _BEGRIP.match(regel.tekst):
            return False
        if self._los:
            houder: list[Blok | _Lijst] = [blok for blok, _ in self._los]
        else:
            houder = self._open[-1].inhoud if self._open else self._wortel
        vorige = houder[-1] if houder else None
        if not isinstance(vorige, Alinea):
            return False
        tekst = plain(vorige.inhoud)
        if not _LANGE_ZIN <= len(tekst) <= _LANGSTE_ZIN or not _AFGEBROKEN.search(tekst):
            return False
        samen = Alinea((*vorige.inhoud, Tekst(" "), *blok.inhoud), vorige.position)
        if self._los:
            self._los[-1] = (samen, self._los[-1][1])
        else:
            houder[-1] = samen
        self._verslag.twijfel(regel, "aan de zin ervoor geplakt, die midden in een regel ophield")
        return True

    def _met_los(self, nummer: int, merk: str, niveau: int, *, gaat_verder: bool) -> int:
        """Give what came between two items its place: in the first, or between two lists."""
        blokken = [blok for blok, _ in self._los]
        teksten = [plain(b.inhoud) if isinstance(b, Alinea) else "" for b in blokken]
        verbinding = all(_VERBINDING.fullmatch(tekst) for tekst in teksten)
        regel = self._los[0][1]
        self._los = []
        if not gaat_verder and not verbinding:
            lid = self._open[0]
            eigen = form(lid.merk) != form(merk) and self._kenner.nog(nummer, lid.merk)
            if not (eigen and self._is_lid(lid)):
                self._wortel += blokken
                self._open.clear()
                return 0
            lid.inhoud += blokken
            del self._open[1:]
            return 1
        if gaat_verder and not verbinding:
            item = self._open[niveau]
            if not is_streep(item.merk) and _is_kopje(item):
                waarom = _KOPJE
            elif self._is_lid(item) and not teksten[-1].endswith(":"):
                waarom = "alinea tussen twee leden; hoort zij bij het lid ervoor?"
            else:
                self._houder(niveau).extend(blokken)
                return niveau
            self._verslag.twijfel(regel, waarom)
        self._open[niveau if gaat_verder else -1].inhoud += blokken
        return niveau

    def _laatste_los(self) -> None:
        """Place what comes after the last item: under its kopje, if those before it have text."""
        blokken = [blok for blok, _ in self._los]
        if blokken and self._open and not is_streep(self._open[0].merk):
            lijst, item = self._wortel[-1], self._open[0]
            eerder = lijst.items[:-1] if isinstance(lijst, _Lijst) else []
            if eerder and all(len(een.inhoud) > 1 for een in eerder) and _is_kopje(item):
                self._verslag.twijfel(self._los[0][1], _KOPJE)
                item.inhoud += blokken
                return
        self._wortel += blokken

    def _is_lid(self, item: _Item) -> bool:
        return self._artikel and item is self._open[0] and soort_van(item.merk) in ("lid", "nummer")

    # ------------------------------------------------------------------------------------------

    def _houder(self, niveau: int) -> list[Blok | _Lijst]:
        return self._open[niveau - 1].inhoud if niveau else self._wortel

    def _positie(self, regel: Regel) -> Position:
        """Return a position whose line is the place of a line among all, from 1."""
        self._laatste = self._at.get(id(regel), self._laatste)
        return Position("", self._laatste + 1, 1)


def _vorm(lijst: _Lijst) -> str:
    return form(lijst.items[-1].merk)


def _orde(merk: str) -> int:
    """Return how far inside a mark mostly stands."""
    if is_streep(merk):
        return len(_ORDE)
    return next((at for at, vorm in enumerate(_ORDE) if vorm.match(merk)), len(_ORDE))


def _tekst(item: _Item) -> str:
    laatste = item.inhoud[-1]
    return plain(laatste.inhoud) if isinstance(laatste, Alinea) else ""


def _is_kopje(item: _Item) -> bool:
    """Tell whether an item is only a title, under which text stands."""
    match item.inhoud:
        case [Alinea(inhoud)]:
            tekst = plain(inhoud)
            nadruk = geheel(inhoud, "vet") or geheel(inhoud, "cursief")
            return is_titelachtig(tekst, 80) and (nadruk or len(tekst) < _LANGE_ZIN)
        case _:
            return False


def _vast(inhoud: Sequence[Blok | _Lijst]) -> list[Blok]:
    """Return blocks, with the lists among them as the tree holds them: every bullet is a dash."""
    blokken: list[Blok] = []
    for deel in inhoud:
        if not isinstance(deel, _Lijst):
            blokken.append(deel)
            continue
        onderdelen = tuple(
            Onderdeel(_gedrukt(item.merk), tuple(_vast(item.inhoud)), item.plek)
            for item in deel.items
        )
        vorige = blokken[-1] if blokken else None
        merk = onderdelen[0].merk
        if isinstance(vorige, Opsomming) and vorige.onderdelen[-1].merk == merk == STREEP:
            onderdelen = (*vorige.onderdelen, *onderdelen)
            blokken.pop()
        blokken.append(Opsomming(soort_van(merk), onderdelen, onderdelen[0].position))
    return blokken


def _gedrukt(merk: str) -> str:
    return STREEP if is_streep(merk) else merk
