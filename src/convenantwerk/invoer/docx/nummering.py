"""The numbers that Word shows before paragraphs: lists, their levels, and what has been counted.

ECMA-376 part 1, 17.9, and where Word departs from it, MS-OI29500. What the two leave open was
settled by what others found Word to do:

- All lists (w:num) of one definition (w:abstractNum) count on together. A startOverride counts
  once, at the first paragraph of its list on its level, and from then on whenever that level begins
  again (17.9.27).
- A level that was passed over counts as if it had stood there once, without any startOverride: 1.1
  with no 1 before it, and the first on that level that comes after it is 2.
- Whoever uses a level lets all deeper levels begin again (lvlRestart in MS-OI29500), but for those
  that say themselves at which level they do, or, with 0, that they never do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.brok import STREEP
from convenantwerk.invoer.docx.getallen import HOOGSTE, ZONDER_GETAL, geschreven
from convenantwerk.invoer.docx.laag import Maten, maten
from convenantwerk.invoer.docx.ooxml import NIVEAUS, W, aan, getal, niveau, waarde

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.invoer.docx.ooxml import Xml
    from convenantwerk.invoer.docx.stijlen import Alineastijl, Stijlen

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GEEN_MATEN = Maten()
_VELD = re.compile(r"%([1-9])")
_WOORD = re.compile(r"[^\W\d_]{2}")
_SCHAKELS = 16  # style of lists that is another style of lists, and so on
ONBEKEND_NIVEAU = "niveau dat het bestand niet omschrijft"
_LANG = 255  # characters in a level text; Word takes no more


@dataclass(frozen=True, slots=True)
class Merk:
    """What a list sets before a paragraph.

    Args:
        tekst: as it is shown, without the tab or space behind it; STREEP for a bullet of any look;
            "" when the paragraph counts and shows nothing.
        diepte: its level, 0 to 8.
        links: how far the mark stands from the margin, in points.
        onzeker: the number format, when it is one of which it is not sure how Word writes it, or
            ONBEKEND_NIVEAU.
    """

    tekst: str
    diepte: int
    links: float
    onzeker: str = ""


@dataclass(frozen=True, slots=True)
class _Niveau:
    """A level of a list (17.9.7).

    One that the file does not define (`bekend`) is unsure: it shows what LibreOffice shows.
    """

    begin: int = 0
    vorm: str = "decimal"
    eigen: str = ""
    tekst: str = ""
    juridisch: bool = False  # isLgl
    herstart: int = NIVEAUS  # a level before this one lets it begin again
    beeld: bool = False
    verborgen: bool = False
    stijl: str = ""
    maten: Maten = _GEEN_MATEN
    bekend: bool = True


_NIET_OMSCHREVEN = tuple(
    _Niveau(begin=1, tekst=f"%{diepte + 1}.", herstart=diepte, bekend=False)
    for diepte in range(NIVEAUS)
)


@dataclass(frozen=True, slots=True)
class _Lijst:
    """A list of a file: its levels, what counts with it, and where it begins otherwise."""

    nummer: str
    telling: str
    niveaus: tuple[_Niveau, ...]
    begint: Mapping[int, int]

    def begin(self, diepte: int) -> int:
        """Return the number with which a level begins, and begins again (17.9.26, 17.9.27)."""
        return self.begint.get(diepte, self.niveaus[diepte].begin)


class Telraam:
    """Counts the paragraphs of one story of a file: the body, or one note, each has its own.

    Args:
        root: the root of numbering.xml; None when the file has none. Anything in it may be missing
            or go round in circles: then there is no list, or a level shows less.
        stijlen: of the same file.
    """

    def __init__(self, root: Xml | None, stijlen: Stijlen) -> None:
        self._stijlen = stijlen
        self._nums = _op_naam(root, "num", "numId")
        self._abstracten = _op_naam(root, "abstractNum", "abstractNumId")
        self._definities: dict[str, _Lijst] = {}
        self._lijsten: dict[str, _Lijst | None] = {}
        self._stand: dict[str, list[int | None]] = {}
        self._begonnen: set[tuple[str, int]] = set()
        self._plekken: dict[tuple[str, str, int, bool], Maten] = {}

    def merk(self, ppr: Xml | None) -> Merk | None:
        """Return what stands before the next paragraph; None when it is in no list.

        Call it once for each paragraph in reading order, also in tables. Not for one that Word does
        not show: of which all text and the mark are hidden, or whose mark is deleted and which so
        became one with the next.
        """
        stijl = self._stijlen.alinea(ppr)
        lijst = None if stijl.num_id is None else self._lijst(stijl.num_id)
        if lijst is None:
            return None
        diepte = stijl.ilvl if stijl.ilvl >= 0 else self._diepte(lijst, stijl)
        stand = self._tel(lijst, diepte)
        tekst, onzeker = _tekst(lijst, diepte, stand, self._stijlen.taal)
        return Merk(tekst, diepte, self._links(ppr, stijl.style_id, lijst, diepte), onzeker)

    def _tel(self, lijst: _Lijst, diepte: int) -> list[int]:
        """Count one paragraph, and return the numbers of its level and those above it."""
        stand = self._stand.setdefault(lijst.telling, [None] * NIVEAUS)
        nu = stand[diepte]
        eerste = (lijst.nummer, diepte) not in self._begonnen
        self._begonnen.add((lijst.nummer, diepte))
        if nu is None or (eerste and diepte in lijst.begint):
            stand[diepte] = lijst.begin(diepte)
        else:
            stand[diepte] = nu + 1
        boven = []
        for hoger, getal_daar in enumerate(stand[: diepte + 1]):
            telt = lijst.niveaus[hoger].begin if getal_daar is None else getal_daar
            stand[hoger] = telt
            boven.append(telt)
        for dieper in range(diepte + 1, NIVEAUS):
            if diepte < lijst.niveaus[dieper].herstart:
                stand[dieper] = None
        return boven

    def _diepte(self, lijst: _Lijst, stijl: Alineastijl) -> int:
        """Return the level that says it belongs to the style of the paragraph (17.9.24)."""
        for naam in self._stijlen.keten(stijl.style_id):
            for diepte, level in enumerate(lijst.niveaus):
                if level.stijl == naam:
                    return diepte
        return 0

    def _links(self, ppr: Xml | None, naam: str, lijst: _Lijst, diepte: int) -> float:
        """Return where the mark stands; a level indents over the style or paragraph it is in."""
        zelf = ppr is not None and ppr.find(W + "numPr") is not None
        sleutel = (naam, lijst.nummer, diepte, zelf)
        if sleutel not in self._plekken:
            plek = Maten()
            level = lijst.niveaus[diepte].maten
            for laag in self._stijlen.lagen(naam):
                plek = laag.maten.over(level.over(plek) if laag.in_lijst else plek)
            self._plekken[sleutel] = level.over(plek) if zelf else plek
        links, eerste = maten(ppr).over(self._plekken[sleutel])
        return round((links or 0) + (eerste or 0), 2)

    def _lijst(self, nummer: str, schakel: int = 0) -> _Lijst | None:
        if nummer not in self._lijsten:
            self._lijsten[nummer] = None  # who comes here again, in a circle, finds nothing
            self._lijsten[nummer] = self._lees(nummer, schakel)
        return self._lijsten[nummer]

    def _lees(self, nummer: str, schakel: int) -> _Lijst | None:
        num = self._nums.get(nummer)
        telling = waarde(num, "abstractNumId")
        if num is None or telling is None or telling not in self._abstracten:
            return None
        onder = self._definitie(telling, schakel)
        niveaus, begint = list(onder.niveaus), dict(onder.begint)
        for anders in num.iterchildren(W + "lvlOverride"):
            if (diepte := niveau(anders.get(W + "ilvl"))) is not None:
                _leg_over(anders, diepte, niveaus, begint)
        return _Lijst(nummer, telling, tuple(niveaus), begint)

    def _definitie(self, naam: str, schakel: int) -> _Lijst:
        """Return a definition, read once however many lists are made of it.

        One that only names a style of lists has the levels of the list that this style stands for
        (17.9.22).
        """
        if naam not in self._definities:
            abstract = self._abstracten[naam]
            koppeling = waarde(abstract, "numStyleLink")
            bron = None
            if koppeling is not None and schakel < _SCHAKELS:
                bron = self._lijst(self._stijlen.lijst_van(koppeling) or "", schakel + 1)
            niveaus = list(_NIET_OMSCHREVEN if bron is None else bron.niveaus)
            for lvl in abstract.iterchildren(W + "lvl"):
                if (diepte := niveau(lvl.get(W + "ilvl"))) is not None:
                    niveaus[diepte] = _niveau(lvl, diepte)
            begint = {} if bron is None else bron.begint
            self._definities[naam] = _Lijst("", naam, tuple(niveaus), begint)
        return self._definities[naam]


def _op_naam(root: Xml | None, soort: str, sleutel: str) -> dict[str, Xml]:
    found: dict[str, Xml] = {}
    for element in () if root is None else root.iterchildren(W + soort):
        found.setdefault(element.get(W + sleutel, "").strip(), element)
    return found


def _leg_over(anders: Xml, diepte: int, niveaus: list[_Niveau], begint: dict[int, int]) -> None:
    """Put a lvlOverride over the levels; Word takes no lvlRestart from it (MS-OI29500)."""
    lvl = anders.find(W + "lvl")
    if lvl is not None:
        niveaus[diepte] = replace(_niveau(lvl, diepte), herstart=niveaus[diepte].herstart)
        begint.pop(diepte, None)
    begin = getal(waarde(anders, "startOverride"))
    if begin is not None:
        begint[diepte] = _binnen(begin)


def _niveau(lvl: Xml, diepte: int) -> _Niveau:
    numfmt = _numfmt(lvl)
    herstart = getal(waarde(lvl, "lvlRestart"))
    lvltext = lvl.find(W + "lvlText")
    return _Niveau(
        begin=_binnen(getal(waarde(lvl, "start")) or 0),
        vorm="decimal" if numfmt is None else numfmt.get(W + "val", "decimal"),
        eigen="" if numfmt is None else numfmt.get(W + "format", ""),
        tekst="" if lvltext is None else lvltext.get(W + "val", "")[:_LANG],
        juridisch=bool(aan(lvl, "isLgl")),
        herstart=herstart if herstart is not None and 0 <= herstart <= diepte else diepte,
        beeld=lvl.find(W + "lvlPicBulletId") is not None,
        verborgen=bool(aan(lvl.find(W + "rPr"), "vanish")),
        stijl=waarde(lvl, "pStyle") or "",
        maten=maten(lvl.find(W + "pPr")),
    )


def _numfmt(lvl: Xml) -> Xml | None:
    """Return the number format; one that old versions do not know stands in an mc:Choice."""
    nieuw = lvl.find(f"{_MC}AlternateContent/{_MC}Choice/{W}numFmt")
    return lvl.find(W + "numFmt") if nieuw is None else nieuw


def _binnen(begin: int) -> int:
    return min(max(begin, 0), HOOGSTE)


def _tekst(lijst: _Lijst, diepte: int, stand: list[int], taal: str) -> tuple[str, str]:
    """Return what a level shows (17.9.12), and what of it is not sure.

    Of a level that has no number, what stands between it and the next is not shown either: "%1.%2"
    below it is "1" and not ".1".
    """
    level = lijst.niveaus[diepte]
    if level.verborgen:
        return "", ""
    if level.vorm == "bullet":
        return _opsommingsteken(level), ""
    vooraf, *velden = _VELD.split(level.tekst)
    delen = [vooraf]
    onzeker = "" if level.bekend else ONBEKEND_NIVEAU
    for plaats in range(0, len(velden), 2):
        welk, daarna = int(velden[plaats]) - 1, velden[plaats + 1]
        if welk <= diepte:
            daar = lijst.niveaus[welk]
            vorm = daar.vorm
            if level.juridisch and vorm not in (*ZONDER_GETAL, "decimalZero"):
                vorm = "decimal"
            geteld = geschreven(stand[welk], vorm, eigen=daar.eigen, taal=taal)
            delen.append(geteld.tekst)
            onzeker = onzeker if geteld.zeker else vorm
            if vorm == "none" and plaats + 2 < len(velden):
                daarna = ""
        delen.append(daarna)
    return "".join(delen).strip(), onzeker


def _opsommingsteken(level: _Niveau) -> str:
    """Return the mark of a bullet: a word that somebody made one of is text, and no mark."""
    tekst = level.tekst.strip()
    if _WOORD.search(tekst):
        return tekst
    return STREEP if tekst or level.beeld else ""
