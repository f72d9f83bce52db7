"""The options of a command as one value: checked by type, and handed on as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

import click

from convenantwerk.basis.files import shown
from convenantwerk.basis.journal import herstel
from convenantwerk.cli.invoer import gewone_waarden
from convenantwerk.cli.opties import find_root, today
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.geopend.geopend import Geopend

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opties:
    """What every command on a dossier has; each adds its own by deriving from this.

    Args:
        op: the day that was asked for, None for today.
    """

    op: date | None

    @property
    def dag(self) -> date:
        """The day: that of the command, else that of the group it belongs to, else today."""
        ctx: click.Context | None = click.get_current_context()
        days = []
        while ctx is not None:
            days.append(ctx.params.get("op"))
            ctx = ctx.parent
        return self.op or next(filter(None, days), None) or today()


@dataclass(frozen=True, slots=True, kw_only=True)
class Papieropties(Opties):
    """The options of a command that makes papers.

    Args:
        formaten: of the papers.
        uit: the folder for them, None for build/ in the dossier.
    """

    formaten: tuple[str, ...]
    uit: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastlegopties(Papieropties):
    """The options of a command that records and makes papers; `ja`: record without asking."""

    ja: bool


def met(opties: Callable[..., T]) -> Callable[[Callable[[T], None]], Callable[..., None]]:
    """Hand a command its options as one value, made by `opties` of all that click gives."""

    def decorator(command: Callable[[T], None]) -> Callable[..., None]:
        @wraps(command)
        def called(**given: object) -> None:
            command(opties(**gewone_waarden(given)))

        return called

    return decorator


def geopend(op: date) -> Geopend:
    """Return the dossier that this command is about, on a day.

    What an earlier command left half done is finished or undone first, and told.

    Raises:
        ConvenantwerkError: CV900, there is none; CV910 and CV920, as `herstel`.
    """
    root = find_root(click.get_current_context().find_root().obj)
    show_diagnostics(herstel(root.resolve()), err=True)
    return Geopend(root, op)


def map_uit(opened: Geopend, uit: Path | None) -> Path:
    """Return the folder for papers: the one that was asked for, else build/ in the dossier."""
    return uit or opened.root / "build"


def getoond(folder: Path, path: str) -> str:
    """Return a paper as the user can find it."""
    return shown(folder / path)
