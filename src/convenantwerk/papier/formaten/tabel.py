"""The table of formats: one row says all that others must know of one.

A paper says which formats it goes without (`Document.zonder`); what commands offer, and what they
make unless they are told otherwise, follows from the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

Aanleiding = Literal["bouw", "brief"]


@dataclass(frozen=True, slots=True)
class Formaat:
    """A format that papers are made in.

    Attributes:
        naam: how a user asks for it, and the suffix of its files.
        titel: what people call it.
        maker: the function (document, press) -> bytes: its module in this package and its name,
            so that nothing is imported before a paper is made.
        vanzelf: where it is made unless other formats are asked for: by `bouw`, or of letters.
        alleen_lijsten: only tables are worth having in it.
    """

    naam: str
    titel: str
    maker: str
    vanzelf: tuple[Aanleiding, ...] = ()
    alleen_lijsten: bool = False


# In the order in which a user is offered them.
FORMATEN: Mapping[str, Formaat] = {
    formaat.naam: formaat
    for formaat in (
        Formaat("pdf", "PDF", "pdf:to_pdf", vanzelf=("bouw", "brief")),
        Formaat("docx", "Word", "docx:to_docx", vanzelf=("bouw", "brief")),
        Formaat("xlsx", "Excel", "xlsx:to_xlsx", alleen_lijsten=True),
        Formaat("html", "webpagina", "html:to_html", vanzelf=("bouw",)),
        Formaat("md", "Markdown", "markdown:to_markdown"),
    )
}
# What a paper goes without that is no list.
LIJSTFORMATEN = frozenset(naam for naam, formaat in FORMATEN.items() if formaat.alleen_lijsten)


def formaten(zonder: Container[str] = LIJSTFORMATEN) -> tuple[str, ...]:
    """Return the names of all formats but some, in the order of the table."""
    return tuple(naam for naam in FORMATEN if naam not in zonder)


def gekozen(namen: Iterable[str], zonder: Container[str]) -> tuple[Formaat, ...]:
    """Return the formats of a paper out of those that were asked for; others are no concern."""
    return tuple(FORMATEN[naam] for naam in namen if naam in FORMATEN and naam not in zonder)


def behalve(*namen: str) -> frozenset[str]:
    """Return all formats but these: what a paper goes without that is made for these alone."""
    return frozenset(formaten(namen))


def vanzelf(aanleiding: Aanleiding) -> tuple[str, ...]:
    """Return the formats that are made when none are asked for."""
    return tuple(naam for naam, formaat in FORMATEN.items() if aanleiding in formaat.vanzelf)
