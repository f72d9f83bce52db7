"""The renvooi: the text of two editions as one, with a first sheet that sums up what changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.tabel import LIJSTFORMATEN, behalve, formaten
from convenantwerk.renvooi.renvooitekst import Renvooischrijver
from convenantwerk.renvooi.samenvatting import maak_samenvatting

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.renvooi.kant import Kant
    from convenantwerk.renvooi.renvooi import Renvooi

NAAM = "renvooi"
GEGEVENS = "json"  # the changes as data, beside the papers
# What a comparison is offered and made in: Word first, for in that the parties work.
_VOOROP = ("docx", "pdf", "html", GEGEVENS)
FORMATEN = (*_VOOROP, *formaten(LIJSTFORMATEN.union(_VOOROP)))


def maak_renvooi(renvooi: Renvooi, oud: Kant, nieuw: Kant, op: date) -> d.Document:
    """Return the marked text of both editions, for Word: accepting every change gives the new one.

    Args:
        renvooi: what differs.
        oud: the old edition.
        nieuw: the new one.
        op: the date the paper carries.
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
    return d.Document(
        name=NAAM,
        title=f"Renvooi van {oud.naam} naar {nieuw.naam}",
        publisher=instellingen.samenwerkingsverband,
        edition=f"tekst van {nieuw.convenant.editie}",
        op=op,
        concept=False,
        blocks=(*front, *text),
        zonder=behalve("docx"),
        renvooi=True,
    )


def with_samenvatting(document: d.Document, renvooi: Renvooi, oud: str, nieuw: str) -> d.Document:
    """Return the marked text behind a sheet that sums up what changed, for reading.

    A Word file has no such sheet: it would be in neither edition.
    """
    sheet = maak_samenvatting(renvooi, oud, nieuw, document.blocks)
    return replace(document, blocks=(sheet, *document.blocks), zonder=LIJSTFORMATEN | {"docx"})


def _regels(kant: Kant) -> tuple[str, ...]:
    return (f"Tekst van {kant.convenant.editie}",)
