"""The renvooi: the text of two editions as one, with a first sheet that sums up what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.documents.renvooitekst import Kant, Renvooischrijver
from convenantwerk.documents.samenvatting import compose_samenvatting
from convenantwerk.model import document as d

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.model.renvooi import Renvooi

NAAM = "renvooi"


def compose_renvooi(
    renvooi: Renvooi, oud: Kant, nieuw: Kant, op: date, *, samenvatting: bool
) -> d.Document:
    """Return the renvooi.

    Args:
        renvooi: what differs.
        oud: the old edition.
        nieuw: the new one.
        op: the date the paper carries.
        samenvatting: begin with a sheet that sums up what changed. A Word file has none, so that
            accepting or rejecting every change in it gives just the one edition or the other.
    """
    text = Renvooischrijver(renvooi, oud, nieuw).blocks()
    instellingen = nieuw.dossier.instellingen
    was = oud.dossier.instellingen
    regels = _regels(oud), _regels(nieuw)
    title = d.TitlePage(
        instellingen.titel,
        instellingen.samenwerkingsverband,
        regels[1],
        was_lines=regels[0] if regels[0] != regels[1] else None,
    )
    same = (was.titel, was.samenwerkingsverband) == (title.title, title.subtitle)
    front: tuple[d.Block, ...] = (title,)
    if not same:
        old = d.TitlePage(was.titel, was.samenwerkingsverband, regels[0])
        new = d.TitlePage(title.title, title.subtitle, regels[1])
        front = (d.Marked("vervallen", (old,)), d.Marked("ingevoegd", (new,)))
    notice = (compose_samenvatting(renvooi, oud.naam, nieuw.naam, text),) if samenvatting else ()
    return d.Document(
        name=NAAM,
        title=f"Renvooi van {oud.naam} naar {nieuw.naam}",
        publisher=instellingen.samenwerkingsverband,
        edition=f"tekst van {nieuw.convenant.editie}",
        op=op,
        concept=False,
        blocks=(*notice, *front, *text),
        formats=("pdf", "html", "md") if samenvatting else ("docx",),
        renvooi=True,
    )


def _regels(kant: Kant) -> tuple[str, ...]:
    return (f"Tekst van {kant.convenant.editie}",)
