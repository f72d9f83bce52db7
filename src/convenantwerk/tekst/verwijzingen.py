"""Finding references in natural text: "artikel 8.4, onder b", "hoofdstuk 3", "in lid 4".

A verwijzing needs no markup. References to other laws and texts ("artikel 2 van het landelijke
modelconvenant", "artikel 6 AVG") are none of ours and are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.tekst.boom import Tekst, Verwijsdoel, Verwijzing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.tekst.boom import Inline


class Gevonden(NamedTuple):
    """A reference in a text: from `start` up to `end`, and what it names."""

    start: int
    end: int
    naar: Verwijsdoel


@dataclass(frozen=True, slots=True)
class Letters:
    """Characters of the tree, and where they start in the text that holds the verwijzingen.

    `source` is how they are written there: an escape is longer than what it stands for.
    """

    text: str
    start: int
    source: str


RANGTELWOORDEN = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde"),
    *("zevende", "achtste", "negende", "tiende", "elfde", "twaalfde"),
    *("dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende"),
    *("negentiende", "twintigste"),
)
# The words that name a part; in the plural a list of numbers may follow.
_ENKELVOUD = {
    "artikel": "artikel",
    "artikelnummer": "artikel",
    "hoofdstuk": "hoofdstuk",
    "paragraaf": "paragraaf",
    "deel": "deel",
    "bijlage": "bijlage",
    "pagina": "pagina",
}
_MEERVOUD = {
    "artikelen": "artikel",
    "artikelnummers": "artikel",
    "hoofdstukken": "hoofdstuk",
    "paragrafen": "paragraaf",
    "delen": "deel",
    "bijlagen": "bijlage",
}
# Every verwijzing holds one of these; most alineas hold none, and need no search.
_SIGNAAL = (*_ENKELVOUD, *_MEERVOUD, "lid", "onder", "addendum")
_NUMMER = r"\d+[a-z]{0,2}(?:\.\d+[a-z]{0,2})?(?!\w|[.:]\d)"
_RANG = "|".join(RANGTELWOORDEN)
# A row of ordinals ends somewhere: else each of them would look through all that come after it.
_EEN_LID = (
    rf"(?:lid\s+(?P<lid>\d+)"
    rf"|(?P<rang>{_RANG})(?:(?:,\s*|\s+(?:en|of)\s+)(?:{_RANG})){{0,20}}\s+lid)\b"
)
_LID = rf",?\s+(?:het\s+)?{_EEN_LID}"
_ONDERDEEL = (
    r"(?:,?\s+(?:aanhef\s+en\s+)?(?:onder(?:deel)?|sub)\s+(?P<onder>[a-z]{1,2})\b"
    r"|\s+(?P<van>[a-z])(?=\s+tot\s+en\s+met\s+[a-z]\b))"
    r"(?:\s+tot\s+en\s+met\s+(?P<tot>[a-z])\b)?"
)
# Emphasis may end between the number and what follows: "*artikel 5*, lid 2".
_STAART = rf"(?:\*{{0,2}}{_LID})?(?:{_ONDERDEEL})?"
_WOORD = "|".join((*_MEERVOUD, *_ENKELVOUD))
_HEEL = re.compile(rf"(?i:\b(?P<woord>{_WOORD}))\s+\(?(?P<nummer>{_NUMMER}){_STAART}")
_OMGEKEERD = re.compile(
    rf"(?i:\b{_EEN_LID})(?:{_ONDERDEEL})?,?\s+van\s+(?i:artikel)\s+(?P<nummer>{_NUMMER})"
)
_VOLGEND = re.compile(rf"(?:,\s*|,?\s+(?:en|of)\s+)(?P<nummer>{_NUMMER}){_STAART}")
_VOLGEND_LID = re.compile(rf"(?:,\s*|,?\s+(?:en|of)\s+){_EEN_LID}(?:{_ONDERDEEL})?")
_BINNEN_LID = re.compile(rf"(?i:\b{_EEN_LID})(?:{_ONDERDEEL})?")
_BINNEN_ONDERDEEL = re.compile(
    r"\bonder\s+(?P<onder>[a-z]{1,2})\b(?=\.?\s+(?:genoemd|bedoeld|vermeld|omschreven)|[,;])"
)
_VAN_ARTIKEL = re.compile(r",?\s+van\s+artikel\b", re.IGNORECASE)
# One link of a row of references: ", 9, eerste lid" in "artikel 6, 9, eerste lid, van de AVG".
_SCHAKEL = re.compile(
    r"(?:,|\s+(?:en|of|tot\s+en\s+met|jo\.?|juncto))\s*(?:artikel(?:en)?\s+)?\d[\w.:]*"
    rf"(?:,?\s+(?:lid\s+\d+|(?:{_RANG})\s+lid))?(?:,?\s+(?:onder(?:deel)?|sub)\s+\w+)?"
)
_TITEL = re.compile(r"\b(?:bijlage\s+)?(?P<titel>Addendum(?:\s+[A-Z][\w-]*)+)")
_REGELING = r"(?:wet|verordening|regeling|besluit|richtlijn|boek)"
_ELDERS = re.compile(
    # Nothing below begins with what is taken here, so none of it need be tried otherwise.
    r"\*{0,2}\s*+(?:\([^()]*+\)\s*+)?+,?+\s*+(?:"
    rf"van\s+(?:(?:die|deze|genoemde)\s+{_REGELING}|{_REGELING})\b"
    r"|van\s+(?:de|het|een)\s+(?!(?:onderhavige\s+)?(?:samenwerkings|privacy)?-?(?:convenant|protocol)\b"
    r"|addendum\b|bijlage\b)"
    r"|(?-i:Wet|Besluit|Verordening|Richtlijn|Boek)\b"
    r"|(?-i:[A-Z][\w-]*wet|Wetboek|W[a-z]{2}|[A-Z]{2,6})\b"
    r"|bij\s+de\s+"
    r"|(?:U?AVG|BW|Awb|Wpg|Wjsg|WGS|BGS|Sv|Sr|EVRM|Gemeentewet|Grondwet)\b)",
    re.IGNORECASE,
)


def find_verwijzingen(text: str) -> list[Gevonden]:
    """Return the references in a text, in order and without overlap.

    Args:
        text: the text of one alinea, which may hold line breaks and marks for emphasis.
    """
    lower = text.casefold()
    if not any(woord in lower for woord in _SIGNAAL):  # no pattern below can match
        return []
    elders = _Elders(text)
    found = [
        *_reversed(text, elders),
        *_named(text, elders),
        *_within(text, _BINNEN_LID),
        *_within(text, _BINNEN_ONDERDEEL),
        *_titles(text),
    ]
    return _without_overlap(sorted(found, key=lambda item: (item.start, -item.end)))


class _Elders:
    """Tells of the references in one text which are to another text.

    Of a row of references the last says of all of them where they are: "artikel 6 en 9, eerste
    lid, van de AVG". Where a row ends is found once, not for each of its references again.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends: dict[int, int] = {}

    def at(self, end: int) -> bool:
        """Tell whether the reference that ends here is to another text."""
        return any(_ELDERS.match(self.text, at) for at in (end, self._row_end(end)))

    def _row_end(self, end: int) -> int:
        passed = []
        while end not in self._ends:
            passed.append(end)
            link = _SCHAKEL.match(self.text, end)
            if link is None:
                self._ends[end] = end
                break
            end = link.end()
        last = self._ends[end]
        self._ends |= dict.fromkeys(passed, last)
        return last


def _named(text: str, elders: _Elders) -> Iterator[Gevonden]:
    for match in _HEEL.finditer(text):
        woord = match["woord"].lower()
        soort = _ENKELVOUD.get(woord) or _MEERVOUD[woord]
        group = [match]
        while woord in _MEERVOUD and (following := _VOLGEND.match(text, group[-1].end())):
            group.append(following)
        closing = group[-1].end() + (text[group[-1].end() : group[-1].end() + 1] == ")")
        if elders.at(closing):
            continue
        leden = []
        last = group[-1]
        while last.groupdict().get("lid") or last.groupdict().get("rang"):
            following = _VOLGEND_LID.match(text, last.end())
            if following is None:
                break
            leden.append(following)
            last = following
        if leden and _ELDERS.match(text, last.end()):
            continue
        for part in leden:  # "artikel 2, lid 1 en lid 2": the second too is of artikel 2
            place = replace(_place(soort, part), nummer=group[-1]["nummer"])
            start = min(at for at in (part.start("lid"), part.start("rang")) if at >= 0)
            yield Gevonden(text.rfind("lid", 0, start) if part["lid"] else start, part.end(), place)
        for part in group:
            with_word = part is match and "(" not in match.group()
            start = part.start() if with_word else part.start("nummer")
            yield Gevonden(start, part.end(), _place(soort, part))


def _reversed(text: str, elders: _Elders) -> Iterator[Gevonden]:
    """Find the lid that is named before its artikel: "het eerste lid van artikel 2"."""
    for match in _OMGEKEERD.finditer(text):
        if not elders.at(match.end()):
            yield Gevonden(match.start(), match.end(), _place("artikel", match))


def _within(text: str, pattern: re.Pattern[str]) -> Iterator[Gevonden]:
    for match in pattern.finditer(text):
        if not _ELDERS.match(text, match.end()) and not _VAN_ARTIKEL.match(text, match.end()):
            yield Gevonden(match.start(), match.end(), _place("lid", match))


def _titles(text: str) -> Iterator[Gevonden]:
    for match in _TITEL.finditer(text):
        naam = " ".join(match["titel"].split())
        yield Gevonden(match.start(), match.end(), Verwijsdoel("titel", naam))


def _place(soort: str, match: re.Match[str]) -> Verwijsdoel:
    parts = match.groupdict(default="")
    rang = parts.get("rang", "")
    return Verwijsdoel(
        soort,  # type: ignore[arg-type]  # the tables above hold only words it allows
        parts.get("nummer", ""),
        str(RANGTELWOORDEN.index(rang) + 1) if rang else parts.get("lid", ""),
        parts.get("onder", "") or parts.get("van", ""),
        parts.get("tot", ""),
    )


def _without_overlap(found: list[Gevonden]) -> list[Gevonden]:
    kept: list[Gevonden] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


# --- cutting them out ----------------------------------------------------------------------


def uitgesneden(
    letters: Sequence[Letters], found: Sequence[Gevonden], position: Callable[[int], Position]
) -> list[Inline]:
    """Return neighbouring characters joined, with the verwijzingen that lie within them set apart.

    Args:
        letters: characters that follow each other, with nothing between them.
        found: the verwijzingen of the text that they stand in, in order.
        position: from a place in that text to a position in the file.
    """
    if not letters:
        return []
    start, end = letters[0].start, letters[-1].start + len(letters[-1].source)
    if not found:
        return _tekst("".join([some.text for some in letters]))
    parts: list[Inline] = []
    for index in range(bisect_left(found, start, key=attrgetter("start")), len(found)):
        gevonden = found[index]
        if gevonden.start >= end:
            break
        if gevonden.end <= end:
            parts += _tekst(_between(letters, start, gevonden.start))
            tekst = _between(letters, gevonden.start, gevonden.end)
            parts.append(Verwijzing(tekst, gevonden.naar, position(gevonden.start)))
            start = gevonden.end
    return [*parts, *_tekst(_between(letters, start, end))]


def _between(letters: Sequence[Letters], start: int, end: int) -> str:
    """Return the characters whose source lies from `start` up to `end`."""
    if len(letters) == 1:
        return _clip(letters[0], start, end)
    first = max(bisect_right(letters, start, key=attrgetter("start")) - 1, 0)
    text = []
    for index in range(first, len(letters)):
        if letters[index].start >= end:
            break
        text.append(_clip(letters[index], start, end))
    return "".join(text)


def _clip(some: Letters, start: int, end: int) -> str:
    if len(some.text) != len(some.source):  # an escape: "\\*" in the source, "*" in the text
        return some.text if start <= some.start < end else ""
    return some.text[max(start - some.start, 0) : max(end - some.start, 0)]


def _tekst(text: str) -> list[Inline]:
    return [Tekst(text)] if text else []
