"""Where a text says what a term means: the one reader of definitions.

A term is defined in a list ("a. casus: een situatie"), in a table under a heading like "Begrippen",
in a sentence ("onder casus wordt verstaan"), by "hierna te noemen", or as the short form of a name,
in brackets behind it. Of a sentence that only explains, nothing is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from convenantwerk.basis.lidwoorden import zonder_lidwoord
from convenantwerk.basis.waarde import waarde
from convenantwerk.controles.termen.woordvormen import grondvorm
from convenantwerk.tekst.boom import Tabel, alle_blokken, blokken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.tekst.boom import Element

# Patterns are compiled when a text is first read for its terms: most commands never do that.
_KOP = (
    r"(?i)\b(?:begrippen(?:lijst|kader)?|begrips(?:bepaling|omschrijving)(?:en)?"
    r"|definitie(?:s|lijst|bepaling|bepalingen)?)\b"
)
# The words after which the items of a list are definitions.
_OPENT = r"(?i)(?:verstaan|betekenis|definities|begrippen)\b[^:.\n]{0,40}:\s*\Z"
_SLOT = 80  # characters in which that stands
_OPEN, _DICHT = "\"'\u201c\u201e\u2018", "\"'\u201d\u2019\u201c"  # quotation marks
_CITEERT = f"{_OPEN}{_DICHT}* "
_REGEL = (
    rf"\s*[{_OPEN}]?(?P<term>[^\W\d_][^:;.=\n]{{1,80}}?)[{_DICHT}]?"
    r"\s*(?:[:=]|\s[\u2013\u2014-]\s|\n)\s*(?P<tekst>\S)"
)
_WOORDEN = 7  # more words before a colon are a sentence
_TUSSENHAAKJES = r"\s*\((?P<in>[^()]*)\)"
_IN_CITAAT = rf"[{_OPEN}](?P<%s>[^{_OPEN}{_DICHT}\n]{{1,60}})[{_DICHT}]"
_HIERNA = (
    r"(?P<woorden>(?i:\b(?:(?:hierna|verder|nader|voortaan)\b|(?:afzonderlijk|gezamenlijk|samen"
    r"|tezamen|ieder|elk)(?: van elkaar)?(?= te noemen))(?:[ ,]+(?:gezamenlijk|samen|tezamen|ook"
    r"|elk|ieder|afzonderlijk|kortweg|te|noemen|genoemd|aan|duiden|aangeduid|als|met)\b)*)\s*:?)"
    rf"\s*(?:(?:de|het|een) )?(?:{_IN_CITAAT % 'citaat'}"
    rf"|(?P<haak>[^\W\d_][^(){_OPEN};:.,\n]{{0,59}})(?=\))"
    r"|(?P<groot>[A-Z][^\W\d_]+(?:-[^\W\d_]+)*))"
)
# "bepaalt verder: Alle kosten" goes on, and names nothing.
_LOOPT_DOOR = r"\w\s\Z"
_KAAL = (
    r"(?i:hierna|verder|nader|voortaan)(?: te noemen)?:? (?:(?:de|het) )?"
    r"(?P<term>[A-Z][\w-]+)[.,;]?"
)
_TUSSEN_HAKEN = r"(?<=[^\W\d_] )\((?:de|het) (?P<term>[A-Z][a-z][\w-]*)\)"
_NOEMT = r"(?i)noemen|genoemd|duid|:\Z"
_CITAAT = _IN_CITAAT % "term"
_UITLEG = 1_000  # characters of what is said of a term
_BIJ = 100  # characters behind a term in which other forms of it may follow
_VERSTAAN = (
    r"\b[Oo]nder (?P<onder>[^:;.,()\n]{2,60}?) "
    r"(?:(?:wordt|worden)\b[^.:;\n]{0,60}?\bverstaan|verstaan)\b"
    r"|\bverstaan onder (?P<verstaan>[^:;.,()\n]{2,60}): ?(?=\S)"
)
_AFKORTING = r"(?<=[^\W\d_] )\((?P<term>[A-Z][A-Za-z]{0,8}[A-Z][A-Za-z]{0,3})\)"
_GEEN_TERM = r"(?i)\b(?:volgende?|andere?|deze|dit|meer|hieronder|artikel)\b"
_Wijze = Literal["lijst", "verstaan", "hierna", "haakjes", "afkorting"]


@waarde
class Definitie:
    """A place where the text says what a term means.

    Args:
        term: as it stands there, without its article.
        vormen: the other names that it gets there: an abbreviation, a plural.
        tekst: what it says of it; "" when that stands before it.
        position: of the term.
        wijze: how it is said.
        passage: the number of the passage it stands in.
        vast: whether its first letter is as it is meant; at the beginning of an item it may have a
            capital for that reason only.
    """

    term: str
    vormen: tuple[str, ...]
    tekst: str
    position: Position
    wijze: _Wijze
    passage: int
    vast: bool

    @property
    def namen(self) -> tuple[str, ...]:
        """The term and its other names."""
        return (self.term, *self.vormen)


class _Vondst(NamedTuple):
    """Words that stand where a term stands, at an offset in their passage."""

    woorden: str
    offset: int
    wijze: _Wijze
    tekst: str = ""
    meer: tuple[str, ...] = ()


def lees_definities(passages: Sequence[Passage]) -> tuple[Definitie, ...]:
    """Return the definitions of a text, in reading order."""
    found = [
        definitie
        for number, vondst in _vondsten(passages)
        for definitie in _definitie(passages[number], number, vondst)
    ]
    # Brackets may also just remind of a name that is given elsewhere.
    elders = {grondvorm(one.term) for one in found if one.wijze != "haakjes"}
    return tuple(
        one for one in found if one.wijze != "haakjes" or grondvorm(one.term) not in elders
    )


def _vondsten(passages: Sequence[Passage]) -> Iterator[tuple[int, _Vondst]]:
    """Yield what defines a term, with the number of its passage."""
    lijst: Element | None = None  # whose items are definitions
    cellen: frozenset[Position] = frozenset()
    for number, passage in enumerate(passages):
        element = passage.omgeving.element
        if passage.soort == "kop":
            lijst = element if re.search(_KOP, passage.tekst) else None
            cellen = frozenset(_termcellen(element)) if lijst else frozenset()
            continue
        if lijst is not None and element is not lijst:
            lijst = None
        if passage.soort == "cel":
            if lijst and passage.plaats(0) in cellen:
                volgende = passages[number + 1 : number + 2]
                tekst = volgende[0].tekst if volgende and volgende[0].soort == "cel" else ""
                yield number, _Vondst(passage.tekst, 0, "lijst", tekst)
            continue
        if re.search(_OPENT, passage.tekst[-_SLOT:]):
            lijst = element
            continue
        match = re.match(_REGEL, passage.tekst) if lijst else None
        if match and len(match["term"].split()) <= _WOORDEN:
            tekst = passage.tekst[match.start("tekst") : match.start("tekst") + _UITLEG]
            yield number, _Vondst(match["term"], match.start("term"), "lijst", tekst)
            continue
        yield from ((number, vondst) for vondst in _in_zinnen(passage.tekst))


def _termcellen(element: Element) -> Iterator[Position]:
    """Yield the places of the first cells of the rows of tables."""
    for blok in alle_blokken(blokken(element)):
        if isinstance(blok, Tabel):
            for rij in blok.rijen:
                inline = rij[0][0] if rij and rij[0] else None
                while inline is not None and hasattr(inline, "inhoud"):
                    inline = inline.inhoud[0] if inline.inhoud else None
                if position := getattr(inline, "position", None):
                    yield position


def _in_zinnen(tekst: str) -> Iterator[_Vondst]:
    """Yield what sentences define."""
    laag = tekst.lower()
    if kaal := re.fullmatch(_KAAL, tekst.strip()):
        yield _Vondst(kaal["term"], tekst.find(kaal["term"]), "hierna")
        return
    if any(woord in laag for woord in ("hierna", "noemen", "genoemd", "duid", "verder:")):
        yield from _hierna(tekst)
    if "verstaan" in laag:
        for match in re.finditer(_VERSTAAN, tekst):
            soort = match.lastgroup or "onder"
            if not re.search(_GEEN_TERM, match[soort]):
                rest = tekst[match.end() : match.end() + _UITLEG].lstrip(" :").partition(". ")[0]
                yield _Vondst(match[soort], match.start(soort), "verstaan", rest)
    if "(" in tekst:
        for match in re.finditer(_AFKORTING, tekst):
            yield _Vondst(match["term"], match.start("term"), "afkorting")
        for match in re.finditer(_TUSSEN_HAKEN, tekst):
            yield _Vondst(match["term"], match.start("term"), "haakjes")


def _hierna(tekst: str) -> Iterator[_Vondst]:
    """Yield the short names that a sentence gives: "hierna te noemen: de Stuurgroep"."""
    for match in re.finditer(_HIERNA, tekst):
        soort = match.lastgroup or "citaat"
        woorden, ervoor = match["woorden"], tekst[max(match.start() - 2, 0) : match.start()]
        loopt_door = soort == "groot" and woorden.endswith(":") and re.search(_LOOPT_DOOR, ervoor)
        citeert = soort == "citaat" and woorden.lower().startswith("hierna")
        if loopt_door or not (citeert or re.search(_NOEMT, woorden)):
            continue
        vervolg = tekst[match.end() : match.end() + _BIJ].partition(")")[0].partition(". ")[0]
        meer = tuple(m["term"] for m in re.finditer(_CITAAT, vervolg)) if soort == "citaat" else ()
        yield _Vondst(match[soort], match.start(soort), "hierna", meer=meer)


def _definitie(passage: Passage, number: int, vondst: _Vondst) -> Iterator[Definitie]:
    """Yield the definition, unless nothing is left of what stood where a term stands."""
    namen = [naam for naam in _namen(vondst.woorden) if naam]
    if not namen:
        return
    meer = (zonder_lidwoord(naam) for naam in vondst.meer)
    yield Definitie(
        term=namen[0],
        vormen=tuple(dict.fromkeys((*namen[1:], *meer))),
        tekst=vondst.tekst.strip(),
        position=passage.plaats(vondst.offset + max(vondst.woorden.find(namen[0]), 0)),
        wijze=vondst.wijze,
        passage=number,
        vast=vondst.wijze != "lijst" or namen[0][0].islower(),
    )


def _namen(woorden: str) -> Iterator[str]:
    """Yield the names in what stands where a term stands: "de Partij of Partijen (AVG)"."""
    kaal = re.sub(_TUSSENHAAKJES, "", woorden).strip(_CITEERT)
    delen = [kaal] if "- " in kaal else re.split(r"\s+of\s+|\s*/\s*", kaal)
    for deel in delen:
        yield zonder_lidwoord(deel.strip().removeprefix("een ").strip(_CITEERT))
    for match in re.finditer(_TUSSENHAAKJES, woorden):
        binnen = match["in"].strip(_CITEERT)
        if woorden[match.start()] == "(":
            continue  # "partner(s)" is the plural of it, which needs no name
        binnen = re.sub(r"(?i)^(?:hierna|verder|afgekort(?: als)?|ook)\s*:?\s*", "", binnen)
        if binnen and len(binnen.split()) <= _WOORDEN:
            yield zonder_lidwoord(binnen)
