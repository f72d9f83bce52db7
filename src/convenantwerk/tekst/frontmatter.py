"""Headings and front matter: what kind of part a file or heading begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal

from convenantwerk.tekst.boom import Overlegfeiten

if TYPE_CHECKING:
    from convenantwerk.tekst.boom import ElementSoort

# What stands before a title, most telling first: "Artikel 5", "1.1", "Hoofdstuk 2".
_AANDUIDINGEN: tuple[tuple[ElementSoort, re.Pattern[str]], ...] = (
    ("deel", re.compile(r"Deel (?P<nummer>\d+|[IVX]+)(?=\s|$)")),
    ("artikel", re.compile(r"Artikel (?P<nummer>\d+[a-z]{0,2}(?:\.\d+)?)[.:]?(?=\s|$)")),
    ("bijlage", re.compile(r"Bijlage (?P<nummer>\d+|[A-Z])\.?(?=\s|$)")),
    ("hoofdstuk", re.compile(r"Hoofdstuk (?P<nummer>\d+|[IVX]+)\.?(?=\s|$)")),
    ("paragraaf", re.compile(r"(?:Paragraaf |§ ?)?(?P<nummer>\d+(?:\.\d+)+)\.?(?=\s|$)")),
    ("hoofdstuk", re.compile(r"(?P<nummer>\d+)\.?(?=\s|$)")),
)
_EIGEN_ANKER = re.compile(r"\{#(?P<anker>[a-z0-9-]+)\}$")


@dataclass(frozen=True, slots=True)
class Kopgegevens(Overlegfeiten):
    """The front matter of a text file: what it is, and of an overleg its facts."""

    soort: Literal["hoofdstuk", "bijlage", "overleg"] | None = None
    status: Literal["ontbreekt"] | None = None

    def feiten(self) -> Overlegfeiten | None:
        """Return what is known of the overleg; None when the file is about no overleg."""
        if self.soort != "overleg":
            return None
        return Overlegfeiten(*(getattr(self, spec.name) for spec in fields(Overlegfeiten)))


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading taken apart; `window` is where its title stands in the content."""

    soort: ElementSoort
    aanduiding: str
    nummer: str
    anker: str
    window: tuple[int, int]


def lees_kop(content: str, niveau: int, gegevens: Kopgegevens | None) -> Kop:
    """Take a heading apart.

    Args:
        content: the heading as written, without `#`: "Artikel 5 Besluitvorming {#art-5}".
        niveau: the number of `#`.
        gegevens: the front matter, for the heading of a whole file.
    """
    eigen = _EIGEN_ANKER.search(content)
    anker = eigen["anker"] if eigen else ""
    end = len(content[: eigen.start()].rstrip()) if eigen else len(content)
    for soort, pattern in _AANDUIDINGEN:
        if match := pattern.match(content):
            start = len(content) - len(content[match.end() :].lstrip())
            return Kop(soort, match.group(), match["nummer"], anker, (start, end))
    plain_soort: ElementSoort = "hoofdstuk" if niveau == 1 else "paragraaf"
    return Kop((gegevens and gegevens.soort) or plain_soort, "", "", anker, (0, end))
