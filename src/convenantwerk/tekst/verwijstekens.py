"""A text as the signs that references are made of: words, numbers, points and addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from convenantwerk.tekst.nummers import TOEVOEGING, is_romeins_nummer
from convenantwerk.tekst.webadressen import webadressen

if TYPE_CHECKING:
    from collections.abc import Iterator

Tekensoort = Literal["woord", "nummer", "leesteken", "web", "einde"]


class Teken(NamedTuple):
    """A sign of a text: from `start` up to `end`; `los` when white space stands before it."""

    soort: Tekensoort
    start: int
    end: int
    tekst: str
    klein: str
    los: bool


# A star stands for emphasis or for itself, and what a backslash stands before is that sign; so a
# text has the same signs as it is written and as it is in the tree. Nothing is looked at twice:
# what a row begins with and does not take, no row below it takes.
_TEKEN = re.compile(
    r"(?P<wit>\s+)"
    r"|(?P<opmaak>(?:\\?[*_])+|\\?\[\^[^\[\]\s\\]*+\\?\])"
    r"|(?P<vast>[jJ][°º](?![^\W_])|(?:[tT]/[mM]|[eE]n/of)(?![^\W_])|§§?)"
    rf"|(?P<nummer>\d++{TOEVOEGING}(?![^\W_])(?:\\?[.:]\d++{TOEVOEGING}(?![^\W_]))*+[°º]?)"
    r"|(?P<woord>[^\W_]++(?:[-'\u2019][^\W_]++)*+-?)"
    r"|(?:\\(?=[!-/:-@\[-`{-~]))?(?P<rest>.)",  # Markdown escapes the signs of ASCII, not "§"
    re.DOTALL,
)
_VOORUIT = 6  # so many signs on, whoever reads may look
_GAAT_DOOR = re.compile(r"\\?[.:]\d")


def lees_tekens(text: str) -> list[Teken]:
    """Return a text as signs, without white space and emphasis, and some signs that end it."""
    tekens: list[Teken] = []
    los = False
    for deel in _delen(text):
        if isinstance(deel, Teken):
            tekens.append(deel._replace(los=los))
            los = False
            continue
        soort, tekst = deel.lastgroup, deel["rest"] or deel.group().replace("\\", "")
        if soort == "wit":
            los = True
        elif soort != "opmaak":
            kind: Tekensoort = "leesteken" if soort == "rest" else "woord"
            if soort == "nummer" and not _GAAT_DOOR.match(text, deel.end()):
                kind = "nummer"
            tekens.append(Teken(kind, deel.start(), deel.end(), tekst, tekst.casefold(), los))
            los = False
    return tekens + [Teken("einde", len(text), len(text), "", "", los=True)] * _VOORUIT


def _delen(text: str) -> Iterator[re.Match[str] | Teken]:
    at = 0
    for adres in webadressen(text):
        yield from _TEKEN.finditer(text, at, adres.start)
        yield Teken("web", adres.start, adres.end, adres.doel, "", los=False)
        at = adres.end
    yield from _TEKEN.finditer(text, at)


def is_nummer(teken: Teken) -> bool:
    """Tell whether a sign may be the number of a part: "5", "26ca", "2.1.3", "1:1", "IV"."""
    return teken.soort == "nummer" or (teken.soort == "woord" and is_romeins_nummer(teken.tekst))


def sluithaakjes(tekens: list[Teken]) -> dict[int, int]:
    """Return for each `(` in which no other lies the place of its `)`."""
    ends: dict[int, int] = {}
    open_ = -1
    for at, teken in enumerate(tekens):
        if teken.tekst == "(":
            open_ = at
        elif teken.tekst == ")" and open_ >= 0:
            ends[open_] = at
            open_ = -1
    return ends
