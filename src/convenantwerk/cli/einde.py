"""How a command ends that does not reach its end, and what then has been recorded."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.files import reason
from convenantwerk.basis.vastgelegd import vastgelegd
from convenantwerk.cli.weergave import show_diagnostics

if TYPE_CHECKING:
    from collections.abc import Callable

_VASTGELEGD = 3  # the exit code that says that something was recorded


def afgebroken() -> int:
    """Say that the user stopped the command, and whether something was recorded before that."""
    click.echo(err=True)  # below the ^C that the terminal shows
    if vastgelegd():
        click.echo("Afgebroken, maar wat hierboven staat is vastgelegd.", err=True)
        return _VASTGELEGD
    click.echo("Afgebroken; er is niets vastgelegd.", err=True)
    return 130


def na_vastleggen(code: int) -> int:
    """Return an exit code, and say so when something was recorded before the command stopped."""
    if not vastgelegd():
        return code
    click.echo("Let op: wat hierboven staat is wel vastgelegd.", err=True)
    return _VASTGELEGD


def niet_meegewerkt(error: OSError) -> NoReturn:
    """Say why the system refused what no command expected; end at once.

    What is still in the buffers cannot be written either, so nothing tries to.
    """
    if error.errno == errno.EPIPE:  # whoever read along has seen enough
        os._exit(_VASTGELEGD if vastgelegd() else 1)
    reden, tip = _uitleg(error)
    pad = error.filename if isinstance(error.filename, str) else ""
    found = CODES["CV917"].at(Position(pad), reden=reden, tip=tip)
    code = 1
    try:
        show_diagnostics([found], err=True)
        code = na_vastleggen(1)
        sys.stderr.flush()
    except OSError:
        code = _VASTGELEGD if vastgelegd() else 1
    os._exit(code)


def _uitleg(error: OSError) -> tuple[str, str]:
    """Return what is wrong, and what to do."""
    if _mislukt(os.getcwd):
        return "de map waarin u werkt is er niet meer", "ga met cd naar een map die er is"
    return reason(error), "controleer schijf, rechten en waar de uitvoer heen gaat"


def _mislukt(doe: Callable[[], object]) -> bool:
    try:
        doe()
    except OSError:
        return True
    return False
