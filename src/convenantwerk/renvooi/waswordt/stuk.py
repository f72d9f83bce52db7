"""The was-wordt-tabel as a paper: the opening, the table, and the closing list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.tabel import LIJSTFORMATEN
from convenantwerk.renvooi.tabelstuk import maak_tabel, maak_tabelstuk, naast_elkaar
from convenantwerk.renvooi.waswordt.opening import zinnen
from convenantwerk.renvooi.waswordt.slotlijst import slotblokken, slotlijst

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from convenantwerk.renvooi.kant import Kant
    from convenantwerk.renvooi.renvooi import Renvooi
    from convenantwerk.renvooi.waswordt.rijen import Tabelregel, Waswordt

WASWORDT = "was-wordt-tabel"
_BREEDTE = (15, 35, 35, 15)


def maak_waswordt(
    renvooi: Renvooi, tabel: Waswordt, oud: Kant, nieuw: Kant, op: date
) -> d.Document:
    """Return the was-wordt-tabel: what changed in substance as rows, the rest in a closing list.

    Args:
        renvooi: what differs.
        tabel: the rows about it.
        oud: the old edition.
        nieuw: the new one.
        op: the date the paper carries.
    """
    slot = slotlijst(renvooi, tabel)
    what = f"{naast_elkaar(oud, nieuw)} "
    if not (tabel.rijen or slot):
        body: tuple[d.Block, ...] = (d.Paragraph((d.Run(what + _buiten_de_tekst(renvooi)),)),)
    else:
        opening = what + " ".join(zinnen(renvooi, tabel, slot))
        body = (d.Paragraph((d.Run(opening),)), *_tabel(tabel.rijen, oud, nieuw))
        body += tuple(slotblokken(slot))
    return maak_tabelstuk(
        WASWORDT,
        "Was-wordt-tabel",
        (oud, nieuw),
        op,
        body,
        zonder=LIJSTFORMATEN,
        landscape=True,  # its columns need the long side
    )


def _buiten_de_tekst(renvooi: Renvooi) -> str:
    """Return what an empty table says: that all is equal, or where else something differs."""
    if renvooi.is_gelijk:
        return "De twee teksten zijn woord voor woord gelijk."
    elders = dict.fromkeys(
        verschil.naam if verschil.register == "instellingen" else verschil.register
        for verschil in renvooi.registers
    )
    return f"In de artikelen verandert niets; wel in: {', '.join(elders)}. Het renvooi toont dat."


def _tabel(rijen: Sequence[Tabelregel], oud: Kant, nieuw: Kant) -> Iterator[d.Block]:
    if not rijen:
        return
    runs = [run for rij in rijen for run in (*rij.was, *rij.wordt)]
    if any(run.wijziging for run in runs):
        yield d.Paragraph(
            (
                d.Run("Gemarkeerd zijn "),
                d.Run("vervallen", wijziging="vervallen"),
                d.Run(" en "),
                d.Run("ingevoegde", wijziging="ingevoegd"),
                d.Run(" woorden, behalve waar bijna alles nieuw is; (\u2026) is weggelaten tekst."),
            )
        )
    kop = ("Onderdeel", f"Was: {oud.naam}", f"Wordt: {nieuw.naam}", "Toelichting")
    rows = tuple(
        (
            (d.Run(rij.naam, bold=True),),
            rij.was,
            rij.wordt,
            (d.Run(rij.toelichting),) if rij.toelichting else (),
        )
        for rij in rijen
    )
    yield maak_tabel(kop, rows, _BREEDTE)
