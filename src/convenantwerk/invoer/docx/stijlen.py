"""Styles of a Word file: what a paragraph and its letters look like, after all that they inherit.

ECMA-376 part 1, 17.7.2: document defaults, then the style with those it is based on, then what
stands at the paragraph or run itself. An on/off property is added up over the style of the
paragraph and that of the letters: bold in both is not bold (17.7.3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.docx.laag import laag
from convenantwerk.invoer.docx.ooxml import NIVEAUS, W, aan, getal, onder, waarde

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.invoer.docx.laag import Laag
    from convenantwerk.invoer.docx.ooxml import Xml

_KETEN = 64  # styles that are each based on the next; Word itself stops long before
_GROOTTE = 10.0  # points, when no style says it (17.3.2.38)
_HALF = 2  # half points
_GEHEVEN = 3  # half points; what is moved less was set right by eye


@dataclass(frozen=True, slots=True)
class Alineastijl:
    """What a paragraph has of its styles and of itself, but for its list.

    Args:
        num_id: the list it belongs to; None for none ("0" in the file takes it away).
        ilvl: its level in that list, 0 to 8; -1 when only the list can tell, by its pStyle.
        outline: 0 to 8 for a heading, None for text.
        links: the left indent in points; of a paragraph in a list see `Merk.links`.
        eerste: how much further its first line begins, in points; negative when it hangs out.
        grootte: of its letters, in points.
        verborgen: of its mark: a paragraph of which all letters and the mark are hidden is not
            there for Word, and is not counted (17.3.2.41).
        naam: of its style, as Word shows it: "heading 1", "toc 2".
    """

    num_id: str | None = None
    ilvl: int = -1
    outline: int | None = None
    links: float = 0
    eerste: float = 0
    grootte: float = _GROOTTE
    vet: bool = False
    cursief: bool = False
    verborgen: bool = False
    midden: bool = False
    style_id: str = ""
    naam: str = ""


@dataclass(frozen=True, slots=True)
class Letterstijl:
    """What the letters of a run look like; `grootte` is in points."""

    vet: bool = False
    cursief: bool = False
    hoog: bool = False
    laag: bool = False
    verborgen: bool = False
    grootte: float = _GROOTTE
    doorgehaald: bool = False
    hoofdletters: bool = False


class _Schakelaars(NamedTuple):
    """The on/off properties of letters; None where nothing is said."""

    vet: bool | None = None
    cursief: bool | None = None
    verborgen: bool | None = None
    hoofdletters: bool | None = None
    doorgehaald: bool | None = None
    dubbel: bool | None = None

    def over(self, onder: _Schakelaars) -> _Schakelaars:
        """Return these, and what they do not say as it is below."""
        return _Schakelaars(*(o if z is None else z for z, o in zip(self, onder, strict=True)))


class _Letters(NamedTuple):
    schakelaars: _Schakelaars = _Schakelaars()
    grootte: float | None = None
    stand: str | None = None  # superscript, subscript, baseline
    geheven: int = 0  # half points above the line (17.3.2.24)


class _Eigen(NamedTuple):
    """What a style says itself."""

    laag: Laag
    letters: _Letters
    naam: str


class _Stijl(NamedTuple):
    """A style with all it is based on: what its paragraphs have, from below, and its letters."""

    lagen: tuple[Laag, ...]
    letters: _Letters
    keten: tuple[str, ...]  # the style itself, then what it is based on


class Stijlen:
    """The styles of one file.

    Args:
        root: the root of styles.xml; None when the file has none. Anything in it may be missing or
            go round in circles.
    """

    def __init__(self, root: Xml | None) -> None:
        self._elementen: dict[str, Xml] = {}
        self._gewoon = ""
        for style in () if root is None else root.iter(W + "style"):
            naam = style.get(W + "styleId", "")
            self._elementen.setdefault(naam, style)
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}:
                self._gewoon = self._gewoon or naam
        defaults = None if root is None else root.find(W + "docDefaults")
        self._onderop = laag(onder(defaults, "pPrDefault", "pPr"))
        self._letters = _letters(onder(defaults, "rPrDefault", "rPr"))
        self.taal = _taal(onder(defaults, "rPrDefault", "rPr"))
        self._eigen: dict[str, _Eigen] = {}
        self._stijlen: dict[str, _Stijl] = {}
        self._alineastijlen: dict[str, Alineastijl] = {}

    def alinea(self, ppr: Xml | None) -> Alineastijl:
        """Return what a paragraph looks like; of no pPr, what the ordinary style gives."""
        naam = self._naam(ppr)
        if naam not in self._alineastijlen:
            self._alineastijlen[naam] = self._van_stijl(naam)
        stijl = self._alineastijlen[naam]
        if ppr is None or len(ppr) == (waarde(ppr, "pStyle") is not None):
            return stijl
        stijl = _gelegd(laag(ppr), stijl)
        verborgen = aan(ppr.find(W + "rPr"), "vanish")
        return stijl if verborgen is None else replace(stijl, verborgen=verborgen)

    def letters(self, rpr: Xml | None, stijl: Alineastijl) -> Letterstijl:
        """Return what the letters of a run look like, in a paragraph of this style."""
        van_alinea = self._stijl(stijl.style_id).letters
        van_teken = self._stijl(waarde(rpr, "rStyle") or "").letters
        zelf = _letters(rpr)
        onder = _Schakelaars(
            *(
                bool(grond) or (bool(een) != bool(ander))
                for grond, een, ander in zip(
                    self._letters.schakelaars,
                    van_alinea.schakelaars,
                    van_teken.schakelaars,
                    strict=True,
                )
            )
        )
        s = zelf.schakelaars.over(onder)
        stand = (
            zelf.stand
            or _geheven(zelf, stijl)
            or van_teken.stand
            or van_alinea.stand
            or self._letters.stand
        )
        return Letterstijl(
            vet=bool(s.vet),
            cursief=bool(s.cursief),
            hoog=stand == "superscript",
            laag=stand == "subscript",
            verborgen=bool(s.verborgen),
            grootte=zelf.grootte or van_teken.grootte or stijl.grootte,
            doorgehaald=bool(s.doorgehaald or s.dubbel),
            hoofdletters=bool(s.hoofdletters),
        )

    def lagen(self, naam: str) -> tuple[Laag, ...]:
        """Return what counts for the paragraphs of a style, each over the one before."""
        return (self._onderop, *self._stijl(naam).lagen)

    def keten(self, naam: str) -> tuple[str, ...]:
        """Return the name of a style and of those it is based on, nearest first."""
        return self._stijl(naam).keten

    def lijst_van(self, naam: str) -> str | None:
        """Return the numId that a style of lists stands for (17.9.22)."""
        lijsten = [laag.lijst for laag in self._stijl(naam).lagen if laag.lijst is not None]
        return lijsten[-1] if lijsten else None

    def _naam(self, ppr: Xml | None) -> str:
        naam = waarde(ppr, "pStyle")
        return naam if naam is not None and naam in self._elementen else self._gewoon

    def _stijl(self, naam: str) -> _Stijl:
        if naam not in self._stijlen:
            keten = tuple(self._keten(naam))
            letters = _Letters()
            lagen = []
            for name in reversed(keten):
                eigen = self._lees(name)
                letters = _over(eigen.letters, letters)
                lagen.append(eigen.laag)
            self._stijlen[naam] = _Stijl(tuple(lagen), letters, keten)
        return self._stijlen[naam]

    def _lees(self, naam: str) -> _Eigen:
        """Read a style once, however many are based on it."""
        if naam not in self._eigen:
            style = self._elementen[naam]
            self._eigen[naam] = _Eigen(
                laag(style.find(W + "pPr")),
                _letters(style.find(W + "rPr")),
                waarde(style, "name") or naam,
            )
        return self._eigen[naam]

    def _keten(self, naam: str | None) -> Iterator[str]:
        gezien: set[str] = set()
        while naam in self._elementen and naam not in gezien and len(gezien) < _KETEN:
            gezien.add(naam)
            yield naam
            naam = waarde(self._elementen[naam], "basedOn")

    def _van_stijl(self, naam: str) -> Alineastijl:
        opgezocht = self._stijl(naam)
        letters = _over(opgezocht.letters, self._letters)
        stijl = Alineastijl(
            grootte=letters.grootte or _GROOTTE,
            vet=bool(letters.schakelaars.vet),
            cursief=bool(letters.schakelaars.cursief),
            verborgen=bool(letters.schakelaars.verborgen),
            style_id=naam,
            naam=self._lees(naam).naam if naam else "",
        )
        for een in self.lagen(naam):
            stijl = _gelegd(een, stijl)
        return stijl


def _taal(rpr: Xml | None) -> str:
    """Return the language that a file is written in: "nl", "en"; "" when it does not say."""
    return (waarde(rpr, "lang") or "").partition("-")[0].lower()


def _letters(rpr: Xml | None) -> _Letters:
    if rpr is None or not len(rpr):
        return _Letters()
    namen = ("b", "i", "vanish", "caps", "strike", "dstrike")
    helften = getal(waarde(rpr, "sz"))
    return _Letters(
        _Schakelaars(*(aan(rpr, naam) for naam in namen)),
        helften / _HALF if helften and helften > 0 else None,
        waarde(rpr, "vertAlign"),
        getal(waarde(rpr, "position")) or 0,
    )


def _geheven(zelf: _Letters, stijl: Alineastijl) -> str | None:
    """Return how letters stand that are small and moved: so LibreOffice writes high and low."""
    if not zelf.grootte or zelf.grootte >= stijl.grootte or abs(zelf.geheven) < _GEHEVEN:
        return None
    return "superscript" if zelf.geheven > 0 else "subscript"


def _over(boven: _Letters, onder: _Letters) -> _Letters:
    return _Letters(
        boven.schakelaars.over(onder.schakelaars),
        boven.grootte or onder.grootte,
        boven.stand or onder.stand,
    )


def _gelegd(een: Laag, onder: Alineastijl) -> Alineastijl:
    """Return a style with what one pPr says over it."""
    lijst = onder.num_id if een.lijst is None else een.lijst
    links, eerste = een.maten
    return replace(
        onder,
        num_id=None if lijst == "0" else lijst,
        ilvl=onder.ilvl if een.ilvl is None else een.ilvl,
        outline=onder.outline if een.outline is None else _kop(een.outline),
        links=onder.links if links is None else links,
        eerste=onder.eerste if eerste is None else eerste,
        midden=onder.midden if een.jc is None else een.jc == "center",
    )


def _kop(outline: int) -> int | None:
    return outline if 0 <= outline < NIVEAUS else None
