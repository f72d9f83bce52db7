"""Lists and sentences on the terminal, never wider than it is.

A list is a table as long as each word in it stays whole; otherwise each row is a card.
"""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_SMALST = 30  # no terminal of use is smaller, and cards need some room
_ZONDER = 80  # columns where there is no terminal to ask
_TUSSEN = "  "
_IN = "    "
_VAST = "\x00"  # a space at which no line is broken; no text holds it
_OPDRACHT = re.compile(r"'convenant [^']*'|--[a-z-]+ \S+")  # broken in two it cannot be pasted
_VEEL = 2  # columns with one value are told together when there are more


def show_table(
    titel: str, toelichting: Iterable[str], kop: Sequence[str], rijen: Iterable[Sequence[str]]
) -> None:
    """Print a list as a table, or as a card for each row where a table would break words.

    Args:
        titel: of the list.
        toelichting: what must be known to read it.
        kop: the names of the columns.
        rijen: the rows; one whose first cell is empty belongs to the row before it.
    """
    rows = [tuple(rij) for rij in rijen]
    breedte = terminalbreedte()
    click.secho(titel, bold=True)
    for alinea in toelichting:
        click.echo("\n".join(_gebroken(alinea, breedte)))
    click.echo()
    widths = _kolommen([kop, *rows], breedte - len(_TUSSEN) * (len(kop) - 1))
    for regel in _als_tabel(kop, rows, widths) if widths else _als_kaarten(kop, rows, breedte):
        click.echo(regel)


def toon_zin(
    zin: str,
    inspringing: str = "",
    *,
    vervolg: str | None = None,
    opgemaakt: Mapping[str, str] | None = None,
    err: bool = False,
) -> None:
    """Print a sentence, on a terminal broken between words; in a file it stays one line.

    A word that is longer than the terminal, such as a path, stays whole; so does a command.

    Args:
        zin: the sentence.
        inspringing: what comes before it.
        vervolg: what comes before its other lines, when that is something else.
        opgemaakt: words in it, and how they look.
        err: on stderr.
    """
    later = inspringing if vervolg is None else vervolg
    regels = [inspringing + zin]
    if op_scherm(err=err):
        samen = _OPDRACHT.sub(lambda match: match[0].replace(" ", _VAST), zin)
        regels = _gebroken(samen, terminalbreedte(), inspringing, later, heel=True)
    said = "\n".join(regels).replace(_VAST, " ")
    for woord, mooi in (opgemaakt or {}).items():
        said = said.replace(woord, mooi, 1) if woord else said
    click.echo(said, err=err)


def toon_zinnen(zinnen: Iterable[str | tuple[str, ...]]) -> None:
    """Print sentences; those that explain the one before them stand below it."""
    for zin in zinnen:
        if isinstance(zin, str):
            toon_zin(zin, vervolg="  ")
        else:
            for een in zin:
                toon_zin(een, "    ")


def op_scherm(*, err: bool) -> bool:
    """Tell whether somebody reads it on a terminal."""
    return (sys.stderr if err else sys.stdout).isatty()


def terminalbreedte() -> int:
    """Return how many places a line of the terminal has."""
    return max(_SMALST, shutil.get_terminal_size((_ZONDER, 24)).columns)


def _gebroken(
    text: str, breedte: int, eerste: str = "", vervolg: str = "", *, heel: bool = False
) -> list[str]:
    """Return a text as lines of words; one that is longer than a line is cut, unless `heel`."""
    return textwrap.wrap(
        text,
        breedte,
        initial_indent=eerste,
        subsequent_indent=vervolg,
        break_on_hyphens=False,
        break_long_words=not heel,
    ) or [eerste.rstrip()]


def lengte(text: str) -> int:
    """Return how many places a text takes: a mark takes none, a sign of East Asia two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _kolommen(rijen: Sequence[Sequence[str]], ruimte: int) -> list[int]:
    """Return how wide each column is; none when not every word can stay whole."""
    columns = list(zip(*rijen, strict=True))
    least = [max(lengte(w) for cel in column for w in (*cel.split(), "")) for column in columns]
    wanted = [max(map(lengte, column)) for column in columns]
    if sum(least) > ruimte:
        return []
    widths, room = list(least), ruimte - sum(least)
    lacks = [want - have for want, have in zip(wanted, least, strict=True)]
    order = sorted(range(len(lacks)), key=lacks.__getitem__)
    for done, column in enumerate(order):  # short cells, such as dates, stay on one line
        more = min(lacks[column], room // (len(order) - done))
        widths[column] += more
        room -= more
    return widths


def _als_tabel(
    kop: Sequence[str], rijen: Sequence[Sequence[str]], breedtes: Sequence[int]
) -> Iterator[str]:
    for regel in _als_rij(kop, breedtes):
        yield click.style(regel, bold=True)
    yield "\u2500" * (sum(breedtes) + len(_TUSSEN) * (len(breedtes) - 1))
    for rij in rijen:
        yield from _als_rij(rij, breedtes)


def _als_rij(rij: Sequence[str], breedtes: Sequence[int]) -> Iterator[str]:
    """Yield the lines of one row."""
    cells = [_gebroken(cel, width) for cel, width in zip(rij, breedtes, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        padded = (
            part + " " * (width - lengte(part)) for part, width in zip(parts, breedtes, strict=True)
        )
        yield _TUSSEN.join(padded).rstrip()


def _als_kaarten(kop: Sequence[str], rijen: Sequence[Sequence[str]], breedte: int) -> Iterator[str]:
    for number, (wie, *cells) in enumerate(rijen):
        if wie:
            yield from ["", *_kop(wie, breedte)][0 if number else 1 :]
        for label, value in _samen(kop[1:], cells):
            yield from _gebroken(f"{label}: {value}", breedte, _IN, _IN + _TUSSEN)


def _kop(wie: str, breedte: int) -> list[str]:
    return [click.style(regel, bold=True) for regel in _gebroken(wie, breedte)]


def _samen(labels: Sequence[str], cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what a card says: a column and its value, or a value and the columns that have it."""
    met: dict[str, list[str]] = {}
    for label, cel in zip(labels, cells, strict=True):
        met.setdefault(cel, []).append(label)
    met.pop("", None)
    yield from sorted(_regels(met, len(labels)), key=lambda regel: regel[0] not in labels)


def _regels(met: Mapping[str, Sequence[str]], aantal: int) -> Iterator[tuple[str, str]]:
    for value, labels in met.items():
        if len(labels) == aantal > _VEEL:
            yield "alles", value
        elif len(labels) > 1:
            yield value, ", ".join(labels)
        else:
            yield labels[0], value
