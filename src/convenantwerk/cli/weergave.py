"""Findings on the terminal and as JSON; plain text, coloured only where click allows it."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.diagnostics import MEERVOUD
from convenantwerk.basis.tekens import zichtbaar
from convenantwerk.cli.plakbaar import plakbaar
from convenantwerk.cli.tabel import toon_zin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.opdrachten.controleer import Uitslag

# Excel, LibreOffice and Sheets pass over space before a formula, and know its signs in full width.
_FORMULE = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r]")
_KLEUR = {"fout": "red", "waarschuwing": "yellow", "hint": "cyan"}


def show_diagnostics(diagnostics: Iterable[Diagnostic], *, err: bool = False) -> None:
    """Print each finding on two lines: place, gravity, code and message; then the tip."""
    for found in diagnostics:
        toon_melding(found, err=err)
        toon_tip(found, err=err)


def toon_melding(found: Diagnostic, *, err: bool = False) -> None:
    """Print place, gravity, code and message of a finding."""
    ernst = click.style(found.ernst, fg=_KLEUR[found.ernst], bold=True)
    place = f"{zichtbaar(str(found.position))}: " if found.position.path else ""
    zin = f"{place}{found.ernst} {found.code}: {zichtbaar(found.melding)}"
    mooi = {f"{found.ernst} {found.code}:": f"{ernst} {found.code}:"}
    toon_zin(zin, vervolg="    ", opgemaakt=mooi, err=err)


def toon_tip(found: Diagnostic, *, err: bool = False) -> None:
    """Print what to do about a finding."""
    tip = f"tip: {zichtbaar(plakbaar(found.tip))}"
    toon_zin(tip, "    ", vervolg=" " * 9, err=err)


def as_json(uitslag: Uitslag) -> str:
    """Return the findings as JSON; line, column and sentence are null when there is none."""
    counts = Counter(found.ernst for found in uitslag.diagnostics)
    return json.dumps(
        {
            "dossier": uitslag.dossier,
            "op": uitslag.op.isoformat(),
            "sinds": uitslag.sinds or None,
            "bekend": uitslag.bekend,
            "telling": {meervoud: counts[ernst] for ernst, meervoud in MEERVOUD.items()},
            "bevindingen": [
                {
                    "pad": regel.bevinding.position.path,
                    "regel": regel.bevinding.position.line or None,
                    "kolom": regel.bevinding.position.column or None,
                    "ernst": regel.bevinding.ernst,
                    "code": regel.bevinding.code,
                    "melding": regel.bevinding.melding,
                    "tip": regel.bevinding.tip,
                    "onderwerp": regel.bevinding.onderwerp,
                    "hoofdstuk": regel.hoofdstuk,
                    "plaats": regel.plaats,
                    "adres": regel.adres,
                    "zin": regel.zin and regel.zin._asdict(),
                }
                for regel in uitslag.regels
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def as_csv(kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    """Return a list as CSV with semicolons, which Excel opens in the Netherlands as columns.

    A cell that Excel would take for a formula is preceded by an apostrophe.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    for rij in (kop, *rijen):
        writer.writerow([f"'{cel}" if _FORMULE.match(cel) else cel for cel in rij])
    return buffer.getvalue()


def toon_rij(kop: str, regels: Sequence[str], geen: str = "") -> None:
    """Print lines under a heading, each with a dash; with none of them `geen`, if that is told."""
    if regels or geen:
        toon_zin(kop if regels else geen)
    for regel in regels:
        toon_zin(regel, "  - ", vervolg="    ")


def toon_opsommingen(zinnen: Iterable[str | tuple[str, ...]]) -> None:
    """Print sentences; what stands under the one before it has a dash each."""
    for zin in zinnen:
        if isinstance(zin, str):
            toon_zin(zin)
        else:
            for regel in zin:
                toon_zin(regel, "  - ", vervolg="    ")


def show_csv(text: str) -> None:
    """Write CSV: on a terminal as text, elsewhere as the file that Excel knows for UTF-8.

    That is with its mark before it, whatever encoding the system has for a pipe.
    """
    if sys.stdout.isatty():
        click.echo(text, nl=False)
    else:
        click.echo(text.encode("utf-8-sig"), nl=False)
