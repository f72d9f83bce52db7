"""What the press is at work on, so that who stops it can name the file of the house style.

The press says so before each step. One may listen: the worker, which tells the process that
watches it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

Waarvan = Literal["tijd", "geheugen"]


class Stap(NamedTuple):
    """A step of the work.

    Attributes:
        soort: a template is filled in, or pages are laid out.
        namen: the files of the house style that it uses, as far as is known; the last is the one
            that was asked for last.
    """

    soort: Literal["invullen", "opmaken"]
    namen: tuple[str, ...]


class TeVeelError(Exception):
    """The work was stopped in the middle, because it takes too much of something."""

    def __init__(self, waarvan: Waarvan) -> None:
        super().__init__(waarvan)
        self.waarvan: Waarvan = waarvan


class _Nu:
    """What is told, and to whom."""

    stap: Stap | None = None
    luisteraar: Callable[[Stap], None] | None = None


def luister(luisteraar: Callable[[Stap], None] | None) -> None:
    """Tell one who wants to know of every step from now on; None for nobody."""
    _Nu.luisteraar = luisteraar
    _Nu.stap = None


def bezig_met(soort: Literal["invullen", "opmaken"], *namen: str) -> None:
    """Say what comes now."""
    stap = Stap(soort, namen)
    if _Nu.luisteraar is not None and stap != _Nu.stap:
        _Nu.stap = stap
        _Nu.luisteraar(stap)
