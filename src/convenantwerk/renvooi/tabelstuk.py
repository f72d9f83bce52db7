"""What the two tables about editions have in common: was-wordt-tabel and concordantietabel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier import document as d

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from convenantwerk.renvooi.kant import Kant


def naast_elkaar(oud: Kant, nieuw: Kant) -> str:
    """Return which two texts a table lays side by side, as a sentence."""
    instellingen = nieuw.dossier.instellingen
    return (
        f"{instellingen.titel} {instellingen.samenwerkingsverband}: de tekst van "
        f"{oud.convenant.editie} naast die van {nieuw.convenant.editie}."
    )


def maak_tabelstuk(  # noqa: PLR0913  # what such a paper is made of
    naam: str,
    kop: str,
    kanten: tuple[Kant, Kant],
    op: date,
    body: Iterable[d.Block],
    *,
    zonder: frozenset[str],
    landscape: bool = False,
) -> d.Document:
    """Return a paper about two editions under a heading of its own.

    Args:
        naam: of the file.
        kop: what the paper is.
        kanten: the old edition and the new one.
        op: the date the paper carries.
        body: what stands under the heading.
        zonder: the formats it does not have.
        landscape: whether its columns need the long side of the sheet.
    """
    oud, nieuw = kanten
    return d.Document(
        name=naam,
        title=f"{kop} van {oud.naam} naar {nieuw.naam}",
        publisher=nieuw.dossier.instellingen.samenwerkingsverband,
        edition=f"tekst van {nieuw.convenant.editie}",
        op=op,
        concept=False,
        blocks=(d.Heading(1, "hoofdstuk", "", (d.Run(kop),), naam), *body),
        zonder=zonder,
        landscape=landscape,
    )


def maak_tabel(
    kop: Sequence[str],
    rijen: Sequence[tuple[tuple[d.Run, ...], ...]],
    breedte: tuple[int, ...],
) -> d.Table:
    """Return a table of which the names of the columns are bold and all text stands left."""
    head = tuple((d.Run(cel, bold=True),) for cel in kop)
    return d.Table(head, tuple(rijen), tuple("links" for _ in kop), widths=breedte)
