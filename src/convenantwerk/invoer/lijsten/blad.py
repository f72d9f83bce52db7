"""A list as it lies in a file: sheets of rows of cells, each the text that a person sees."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from convenantwerk.basis.tekens import NIET_TE_ZIEN, SPATIES
from convenantwerk.invoer.grenzen import weiger
from convenantwerk.tekst.nummers import als_letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.basis.diagnostics import Diagnostic

MEESTE_BYTES = 20_000_000  # of a file; the list of sixty partners has a thousandth of it
MEESTE_RIJEN = 5_000  # with something in them
MEESTE_KOLOMMEN = 200
MEESTE_TEKENS = 2_000  # of a cell

_RUIMTE = re.compile(f"(?: |{SPATIES.pattern})+")
_LIGATUREN = re.compile("[\ufb00-\ufb06]")
# What was written before a formula so that Excel takes it for text, as our own CSV does.
_TEGEN_FORMULE = re.compile("'(?=[=+@-])")


@dataclass(frozen=True, slots=True)
class Rij:
    """A row.

    Args:
        nummer: as the program with which it was made numbers it, from 1.
        cellen: what stands in it, from the first column on; a cell may hold more lines.
        getallen: the columns, counted from 0, in which a number stands and no text.
        adressen: addresses for mail that cells link to, by their columns.
    """

    nummer: int
    cellen: tuple[str, ...]
    getallen: frozenset[int] = frozenset()
    adressen: Mapping[int, str] = field(default_factory=dict)

    def cel(self, kolom: int) -> str:
        """Return what stands in a column, "" when the row does not reach so far."""
        return self.cellen[kolom] if kolom < len(self.cellen) else ""


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet; of a CSV there is one, without a name.

    Args:
        naam: of the sheet.
        rijen: those with something in them, from above to below.
        samen: for a cell (row, column from 0) that was merged with others, the cell that they
            all show: what stands there holds for each of them.
        koppen: rows that hold one cell over two columns or more.
        verborgen: what is hidden, in words: "rij 7", "kolom C", "het blad".
        bevindingen: what could not be read of it.
    """

    naam: str
    rijen: tuple[Rij, ...]
    samen: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    koppen: frozenset[int] = frozenset()
    verborgen: tuple[str, ...] = ()
    bevindingen: tuple[Diagnostic, ...] = ()


def gewoon(tekst: str) -> str:
    """Return the text of a cell as it is kept: NFC, ordinary spaces, nothing that is not seen."""
    tekst = unicodedata.normalize("NFC", tekst.replace("\r\n", "\n").replace("\r", "\n"))
    tekst = tekst.replace("\v", "\n").replace("_x000D_", "")
    regels = (NIET_TE_ZIEN.sub("", _RUIMTE.sub(" ", regel)).strip() for regel in tekst.split("\n"))
    tekst = "\n".join(filter(None, regels))
    tekst = _LIGATUREN.sub(lambda match: unicodedata.normalize("NFKC", match.group()), tekst)
    return _TEGEN_FORMULE.sub("", tekst, count=1) if _TEGEN_FORMULE.match(tekst) else tekst


def te_veel(pad: str, wat: str) -> NoReturn:
    """Refuse a list that has more than any office has.

    Raises:
        OnleesbaarError: CV951, always.
    """
    tip = "bewaar alleen de lijst met partners in een nieuw bestand, en neem dat"
    weiger(pad, f"er staat te veel in: {wat}", tip)


def celnaam(rij: int, kolom: int) -> str:
    """Return a cell as Excel calls it, of a row from 1 and a column from 0: "C7"."""
    return f"{kolomletters(kolom)}{rij}"


def kolomletters(kolom: int) -> str:
    """Return a column, counted from 0, as Excel calls it: "C"."""
    return als_letters(kolom + 1).upper()
