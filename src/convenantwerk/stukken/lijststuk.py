"""A list as a paper."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.papier import document as d

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.stukken.lijsten import Lijst


FOLDER = "registers"
_MEEST = 14  # columns besides the first that can be read beside each other on a page on its side
_EERSTE = 24  # per cent of the width for the first column when there are more


def maak_lijst(lijst: Lijst, registers: Registers, op: date) -> d.Document:
    """Return a list as a document, on its side; it is worth having in every format."""
    instellingen = registers.instellingen
    return d.Document(
        name=f"{FOLDER}/{lijst.naam}",
        title=f"{lijst.titel} {instellingen.samenwerkingsverband}",
        publisher=instellingen.samenwerkingsverband,
        edition=f"stand op {voluit(op)}",
        op=op,
        concept=False,
        blocks=(
            d.Heading(1, "hoofdstuk", "", (d.Run(lijst.titel),), lijst.naam),
            *(d.Paragraph((d.Run(regel),)) for regel in lijst.toelichting),
            *tabellen(lijst),
        ),
        zonder=frozenset(),
        landscape=True,
    )


def tabellen(lijst: Lijst) -> Iterator[d.Block]:
    """Yield a list as a table; one with more columns than a page on its side holds as several.

    Each of them begins with the first column, and a heading tells which columns it has.
    """
    kolommen = len(lijst.kop) - 1
    if kolommen <= _MEEST:
        yield _tabel(lijst, range(len(lijst.kop)), lijst.breedte)
        return
    aantal = -(-kolommen // _MEEST)
    grenzen = [1 + kolommen * n // aantal for n in range(aantal + 1)]
    for begin, end in pairwise(grenzen):
        kop = f"{lijst.kop[begin]} tot en met {lijst.kop[end - 1]}"
        yield d.Heading(2, "paragraaf", "", (d.Run(kop),), f"{lijst.naam}-{begin}")
        breedte = (_EERSTE, *((100 - _EERSTE) // (end - begin) for _ in range(begin, end)))
        yield _tabel(lijst, (0, *range(begin, end)), breedte)


def _tabel(lijst: Lijst, kolommen: Sequence[int], breedte: tuple[int, ...]) -> d.Table:
    head = tuple((d.Run(lijst.kop[n], bold=True),) for n in kolommen)
    rows = tuple(tuple((d.Run(rij[n]),) for n in kolommen) for rij in lijst.rijen)
    return d.Table(head, rows, tuple("links" for _ in head), widths=breedte)
