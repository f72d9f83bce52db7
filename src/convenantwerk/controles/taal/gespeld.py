"""The words of a text, each looked up once: known, or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.controles.taal.woordenboek import LANGST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.controles.taal.woordenboek import Woordenboek
    from convenantwerk.controles.woordplaatsen import Passage

GENOEG = 1_000  # unknown words; a text with more is not in Dutch
# Patterns are compiled at first use: most commands do not ask for spelling.
# What is no word comes first: addresses, what has digits in it, "partij(en)", "a.b.c.".
_L = r"[^\W\d_\u00b2\u00b3\u00b9]"
_TEKENS = (
    r"(?P<geen>https?://\S+|www\.\S+|[\w.+-]{1,64}@\S+|[\w'\u2019.-]{0,64}\d[\w'\u2019.-]*"
    rf"|{_L}+\({_L}{{1,3}}\){_L}*|(?:{_L}{{1,3}}\.){{2,}}|{_L}+(?:\.{_L}+)+)"
    rf"|(?P<woord>{_L}+(?:['\u2019-]{_L}+)*)(?P<na>[-.]|\)(?={_L}))?"
)
_NAAMVALLEN = ((r"\bte[nr] \Z", "e"), (r"\bdes \Z", "s"))
_TELDELEN = (
    r"[eé]{2}n|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
    r"|vijftien|zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig"
    r"|tachtig|negentig|honderd|duizend"
)
# "tweeduizendtien", "eenendertig": deeds write numbers out, and the dictionary has few of them.
_TELWOORD = rf"(?:(?:{_TELDELEN})(?:(?<=[ei]e)ën|(?<![ei]e)en)?)*(?:{_TELDELEN})"
_ROMEINS = r"[ivxlc]+"
_BEGIN = r"(?:\A|[.!?:;]\s|\n)[\s\"'\u201c\u2018\u201e(]*\Z"
_VERVOLG = r"[,)\u201d\u2019\"]*\s+[^\W\d_A-Z]"


@dataclass(slots=True)
class Onbekend:
    """A word that is in no dictionary.

    Args:
        woord: as it stands at its first place.
        plaats: that place.
        begin: whether it begins a sentence wherever it has a capital, which then says nothing.
        aantal: how often it stands in the text.
    """

    woord: str
    plaats: Position
    begin: bool
    aantal: int = 1

    @property
    def laag(self) -> str:
        """In lower case."""
        return self.woord.casefold()

    @property
    def naam(self) -> bool:
        """Whether it is rather a name."""
        return self.woord[:1].isupper() and not self.begin


@dataclass(slots=True)
class Gespeld:
    """The words of a text by their lower case, in the order of their first places.

    Args:
        boek: what they were looked up in.
        bekend: those that are right.
        onbekend: those that are in no dictionary.
        tot: where reading stopped, None at the end.
        vol: from where long words are not looked up any more, None when all are.
    """

    boek: Woordenboek
    bekend: set[str] = field(default_factory=set)
    onbekend: dict[str, Onbekend] = field(default_factory=dict)
    tot: Position | None = None
    vol: Position | None = None


def gespeld(passages: Iterable[Passage], boek: Woordenboek) -> Gespeld:
    """Return the words of a text, looked up, as far as it is Dutch."""
    uit, tekens = Gespeld(boek), re.compile(_TEKENS)
    for passage in passages:
        for match in tekens.finditer(passage.tekst):
            if len(uit.onbekend) >= GENOEG:
                uit.tot = passage.plaats(match.start())
                return uit
            if boek.vol and uit.vol is None:
                uit.vol = passage.plaats(match.start())
            woord = match["woord"]
            if woord is not None and not _geen_woord(woord):
                _voeg_toe(uit, passage, match, woord)
    return uit


def _voeg_toe(uit: Gespeld, passage: Passage, match: re.Match[str], woord: str) -> None:
    laag = woord.casefold()
    if laag in uit.bekend:
        return
    onbekend = uit.onbekend.get(laag)
    bekend = _bekend(woord, match["na"] or "", uit.boek) or _oude_naamval(passage, match, uit.boek)
    if onbekend is None and bekend:
        uit.bekend.add(laag)
    elif onbekend is None:
        plaats = passage.plaats(match.start())
        uit.onbekend[laag] = Onbekend(woord, plaats, _begint(passage, match))
    else:
        onbekend.aantal += 1
        onbekend.begin &= woord[:1].islower() or _begint(passage, match)


def _geen_woord(woord: str) -> bool:
    """Tell whether it is a letter, a number ("iv"), or an abbreviation: DJI, VenJ, pH."""
    if len(woord) > LANGST:
        return False
    return (
        len(woord) == 1
        or any(c.isupper() for c in woord[1:])
        or re.fullmatch(_ROMEINS, woord) is not None
        or re.fullmatch(_TELWOORD, woord.casefold()) is not None
    )


def _bekend(woord: str, na: str, boek: Woordenboek) -> bool:
    if boek.kent(woord) or (na == "." and boek.kent(f"{woord}.")):
        return True
    if na in {"-", ")"}:  # "persoons- en gebiedsgericht", "(gezins)systeem"
        stam = woord.casefold()
        return boek.kent(stam.removesuffix("s")) or boek.kent(stam.removesuffix("en"))
    if woord.endswith(("'s", "\u2019s")):  # "de ggz's"
        return boek.kent(woord[:-2])
    delen = woord.split("-")
    return len(delen) > 1 and all(len(deel) == 1 or boek.kent(deel) for deel in delen)


def _oude_naamval(passage: Passage, match: re.Match[str], boek: Woordenboek) -> bool:
    """Tell whether a word has an ending of old, as deeds still use: "ten blijke", "des woords"."""
    ervoor = passage.tekst[max(match.start() - 5, 0) : match.start()].lower()
    for lidwoord, uitgang in _NAAMVALLEN:
        if match["woord"].endswith(uitgang) and re.search(lidwoord, ervoor):
            return boek.kent(match["woord"].removesuffix(uitgang))
    return False


def _begint(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether a word begins a sentence that runs on: not a name in a list or a cell."""
    if passage.soort in {"kop", "cel"} or not re.compile(_VERVOLG).match(
        passage.tekst, match.end()
    ):
        return False
    return bool(re.search(_BEGIN, passage.tekst[max(match.start() - 4, 0) : match.start()]))
