"""A year as a drawn time line: an SVG that can be read in grey."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import voluit
from convenantwerk.tijd.termijnen.tabel import DATUMSOORTEN, soort_van

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.tijd.uiterste_data import UitersteDatum

_BREED, _LINKS, _RECHTS = 1120, 110, 1104  # the whole, and where January begins and December ends
_KOP, _REGEL, _RUIMTE = 34, 19, 14  # heights: of the months, of a label, between the bands
_LETTER = 5.6  # the width of a character, on the wide side
_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


class Merk(NamedTuple):
    """A mark with its label: where it stands, and the box that its label fills."""

    datum: UitersteDatum
    x: float
    regel: int
    tekst: str
    links: float
    rechts: float


def tijdlijn(
    jaar: int, op: date, uiterste_data: Sequence[UitersteDatum], vanaf: date | None = None
) -> str:
    """Return the year as an SVG image.

    Shapes tell things apart, not colours: a bar is a term, hatching the time in which notice can
    be given, a dot a day, a filled square what is too late, a dashed line today.
    """
    body: list[str] = []
    y = float(_KOP)
    for naam in dict.fromkeys(soort.baan for soort in DATUMSOORTEN):
        merken = plaats([d for d in uiterste_data if soort_van(d).baan == naam], jaar)
        hoog = max(1, 1 + max((m.regel for m in merken), default=0)) * _REGEL + 8.0
        body.append(f'<text x="8" y="{y + 16:.1f}" font-weight="bold">{naam}</text>')
        if naam == "Termijn":
            body += _termijn(jaar, vanaf, y, hoog)
        elif naam == "Opzeggen":
            body += _opzegtijd(jaar, y, hoog, uiterste_data)
        for merk in merken:
            body += _merk(merk, y)
        y += hoog + _RUIMTE
        body.append(
            f'<line x1="8" y1="{y - 7:.1f}" x2="{_RECHTS}" y2="{y - 7:.1f}" stroke="#999" '
            'stroke-width="0.5"/>'
        )
    vandaag = list(_vandaag(op, y)) if op.year == jaar else []
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BREED} {y + 12:.0f}" '
            f'width="{_BREED}" height="{y + 12:.0f}" font-family="\'Source Sans 3\', sans-serif" '
            'font-size="11.5">',
            '<defs><pattern id="arcering" width="6" height="6" patternUnits="userSpaceOnUse">'
            '<path d="M0 6 L6 0" stroke="#777" stroke-width="1"/></pattern></defs>',
            *_maanden(jaar, y),
            *vandaag,
            *body,
            "</svg>",
        ]
    )


def x_van(dag: date) -> float:
    """Return where a day stands from left to right, in its own year."""
    begin = date(dag.year, 1, 1)
    dagen = (date(dag.year, 12, 31) - begin).days + 1
    return _LINKS + (_RECHTS - _LINKS) * ((dag - begin).days + 0.5) / dagen


def plaats(uiterste_data: Iterable[UitersteDatum], jaar: int) -> list[Merk]:
    """Return the marks of one band in a year, each label on a line where it covers no other."""
    gevuld: list[list[tuple[float, float]]] = []
    merken = []
    for samen in _samen(uiterste_data, jaar):
        datum, dag = samen[0], samen[0].datum
        if dag is None:
            continue
        tekst = f"{dag.day} {_MAANDEN[dag.month - 1]} {_naam(samen)}"
        x, breed = x_van(dag), len(tekst) * _LETTER
        rechts_vrij = x + 9 + breed <= _BREED
        links, rechts = (x - 6, x + 11 + breed) if rechts_vrij else (x - 11 - breed, x + 6)
        regel = next(
            (
                number
                for number, boxes in enumerate(gevuld)
                if all(rechts < one or other < links for one, other in boxes)
            ),
            len(gevuld),
        )
        if regel == len(gevuld):
            gevuld.append([])
        gevuld[regel].append((links, rechts))
        merken.append(Merk(datum, x, regel, tekst, links, rechts))
    return merken


def _samen(uiterste_data: Iterable[UitersteDatum], jaar: int) -> Iterable[list[UitersteDatum]]:
    """Return the dates of a year by their marks: those of one day that are told together are one.

    When many partners must sign before one day, a mark for each would fill the page.
    """
    marks: dict[tuple[str, date, str], list[UitersteDatum]] = {}
    for datum in uiterste_data:
        dag = datum.datum
        if dag is not None and dag.year == jaar and not datum.vervallen:
            eigen = "" if soort_van(datum).meer else datum.sleutel
            marks.setdefault((datum.soort, dag, eigen), []).append(datum)
    return marks.values()


def _naam(samen: Sequence[UitersteDatum]) -> str:
    soort = soort_van(samen[0])
    naam = soort.korte_naam(samen[0]) if len(samen) == 1 else f"{len(samen)} {soort.meer}"
    return f"{naam} (te laat)" if samen[0].te_laat else naam


def _merk(merk: Merk, y: float) -> Iterator[str]:
    midden = y + 12 + merk.regel * _REGEL
    if merk.datum.te_laat:
        yield f'<rect x="{merk.x - 4.5:.1f}" y="{midden - 4.5:.1f}" width="9" height="9"/>'
    else:
        yield (
            f'<circle cx="{merk.x:.1f}" cy="{midden:.1f}" r="3.6" fill="#fff" stroke="#000" '
            'stroke-width="1.6"/>'
        )
    anker, x = ("start", merk.x + 8) if merk.links > merk.x - 7 else ("end", merk.x - 8)
    vet = ' font-weight="bold"' if merk.datum.te_laat else ""
    breed = len(merk.tekst) * _LETTER
    begin = x if anker == "start" else x - breed
    # White behind the words, so that no line runs through them.
    yield (
        f'<rect x="{begin:.1f}" y="{midden - 7:.1f}" width="{breed:.1f}" height="14" fill="#fff"/>'
    )
    yield (
        f'<text x="{x:.1f}" y="{midden + 4:.1f}" text-anchor="{anker}"{vet}>'
        f"{escape(merk.tekst, quote=False)}</text>"
    )


def _termijn(jaar: int, vanaf: date | None, y: float, hoog: float) -> Iterator[str]:
    """Yield the bar of the time in which the convenant is in force."""
    first = max(vanaf, date(jaar, 1, 1)) if vanaf else date(jaar, 1, 1)
    if first.year > jaar:
        return
    links = x_van(first) if first > date(jaar, 1, 1) else _LINKS
    yield (
        f'<rect x="{links:.1f}" y="{y + 2:.1f}" width="{_RECHTS - links:.1f}" '
        f'height="{hoog - 4:.1f}" fill="#ddd"/>'
    )
    yield (
        f'<text x="{(links + _RECHTS) / 2:.1f}" y="{y + 17:.1f}" text-anchor="middle">'
        "het convenant loopt</text>"
    )


def _opzegtijd(
    jaar: int, y: float, hoog: float, uiterste_data: Iterable[UitersteDatum]
) -> Iterator[str]:
    """Yield the hatched bar of the time in which notice can safely be given."""
    for datum in uiterste_data:
        if datum.soort == "opzegdag" and datum.datum and datum.datum.year == jaar:
            yield (
                f'<rect x="{_LINKS}" y="{y + hoog - 7:.1f}" '
                f'width="{x_van(datum.datum) - _LINKS:.1f}" height="7" '
                'fill="url(#arcering)" stroke="#777" stroke-width="0.6"/>'
            )


def _maanden(jaar: int, y: float) -> Iterator[str]:
    for number, naam in enumerate(_MAANDEN, start=1):
        first = x_van(date(jaar, number, 1))
        last = x_van(date(jaar, number, monthrange(jaar, number)[1]))
        if number > 1:
            yield (
                f'<line x1="{first:.1f}" y1="12" x2="{first:.1f}" y2="{y:.1f}" stroke="#bbb" '
                'stroke-width="0.6"/>'
            )
        yield (
            f'<text x="{(first + last) / 2:.1f}" y="20" text-anchor="middle" '
            f'font-weight="bold">{naam}</text>'
        )
    yield f'<text x="8" y="20" font-weight="bold" font-size="14">{jaar}</text>'


def _vandaag(op: date, y: float) -> Iterator[str]:
    x = x_van(op)
    yield (
        f'<line x1="{x:.1f}" y1="24" x2="{x:.1f}" y2="{y:.1f}" stroke="#000" stroke-width="1.4" '
        'stroke-dasharray="5 3"/>'
    )
    yield (
        f'<text x="{x:.1f}" y="{y + 9:.1f}" text-anchor="middle" font-weight="bold">'
        f"{voluit(op)}</text>"
    )
