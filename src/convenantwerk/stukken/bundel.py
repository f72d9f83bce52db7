"""The complete set: who signed what, in a table; the convenant; and the originals within it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.tabel import behalve

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from convenantwerk.dossier.gebeurtenissen.tekenen import Tekening
    from convenantwerk.tekenen.ondertekening import Tekenstand

NAAM = "ondertekeningsset"
_WIJZEN = {"digitaal": "digitaal", "nat": "met de pen", None: "\u2013"}


@dataclass(frozen=True, slots=True)
class Origineel:
    """A signed original in the set.

    Args:
        wie: the organisation for which was signed.
        naam: who signed.
        gebeurtenis: that it was signed.
        bestand: its name in the set, "" when the archive does not have it.
        data: its bytes.
    """

    wie: str
    naam: str
    gebeurtenis: Tekening
    bestand: str
    data: bytes = field(repr=False)


def maak_bundel(
    convenant: d.Document,
    stand: Tekenstand,
    originelen: Sequence[Origineel],
    op: date,
    convenant_pdf: d.Attachment,
) -> d.Document:
    """Return the set as one document.

    Args:
        convenant: the text of the version, as a document.
        stand: how far the signing is.
        originelen: what was signed, in order; originals go in as they are.
        op: the day.
        convenant_pdf: the convenant as partners received it.
    """
    open_ = [p for p in stand.plaatsen if p.status != "getekend"]
    wie = "; ".join(dict.fromkeys(p.partner.naam for p in open_))
    stil = f"Nog niet getekend: {wie}." if open_ else "Alle partners hebben getekend."
    weiger = "; ".join(dict.fromkeys(p.partner.naam for p in open_ if p.weigering))
    stil += f" Geweigerd: {weiger}." if weiger else ""
    dag = voluit(stand.in_werking) if stand.in_werking else ""
    werking = f"In werking vanaf {dag}." if dag else "Nog niet in werking."
    kop = f"Stand op {voluit(op)} van de ondertekening van versie {stand.versie}."
    blocks = (
        _alinea(f"{kop} {stil} {werking}"),
        _tabel(originelen),
        _alinea(
            "De getekende originelen zitten onveranderd als bijlage in deze PDF. Met de sha256 is "
            "na te gaan dat een bestand hetzelfde is gebleven:"
        ),
        d.ItemList("streep", tuple(_vingerafdruk(o) for o in _uniek(originelen))),
    )
    attachments = (
        d.Attachment(o.bestand, f"Getekend door {o.naam} namens {o.wie}", o.data)
        for o in _uniek(originelen)
    )
    return replace(
        convenant,
        name=NAAM,
        title=f"Ondertekeningsset {convenant.title}",
        op=op,
        blocks=(d.Notice("Wie heeft getekend", blocks), *convenant.blocks),
        zonder=behalve("pdf"),
        attachments=(convenant_pdf, *attachments),
    )


def _uniek(originelen: Sequence[Origineel]) -> list[Origineel]:
    """Return each file once: a declaration holds the signatures of two."""
    return list({o.bestand: o for o in originelen if o.bestand}.values())


def _alinea(text: str) -> d.Paragraph:
    return d.Paragraph((d.Run(text),))


def _vingerafdruk(origineel: Origineel) -> d.Item:
    return d.Item("", (_alinea(f"{origineel.bestand}\n{origineel.gebeurtenis.sha256}"),))


def _tabel(originelen: Sequence[Origineel]) -> d.Table:
    head = ("Namens", "Getekend door", "Datum", "Wijze", "Bijlage")
    rows = [
        (
            o.wie,
            o.naam,
            voluit(o.gebeurtenis.datum),
            _WIJZEN[o.gebeurtenis.wijze],
            o.bestand or "niet in het archief",
        )
        for o in originelen
    ]
    return d.Table(
        tuple((d.Run(cel, bold=True),) for cel in head),
        tuple(tuple((d.Run(cel),) for cel in row) for row in rows),
        tuple("links" for _ in head),
        widths=(25, 20, 18, 12, 25),
    )
