"""Commands that the program names, so that they can be pasted as they stand.

Who gave `--dossier MAP` has to give it again: elsewhere the same words would be about another
dossier, or about none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.opdrachtregel import geciteerd

if TYPE_CHECKING:
    from pathlib import Path

# In quotes, at the end of a sentence or by itself; elsewhere it is a word of the text.
_OPDRACHT = re.compile(r"((?:^|'|: )convenant )(?=[a-z])")
_genoemd: list[Path] = []  # the dossier that this run of the program was given, if it was


def onthoud_dossier(dossier: Path | None) -> None:
    """Keep what `--dossier` was, for all that this run says."""
    _genoemd[:] = [dossier] if dossier else []


def plakbaar(text: str) -> str:
    """Return a text in which every command of ours names the dossier that was asked about."""
    if not _genoemd:
        return text
    map_ = geciteerd(str(_genoemd[0]))
    return _OPDRACHT.sub(lambda match: f"{match[1]}--dossier {map_} ", text)


def zeg(text: str) -> None:
    """Print lines that name commands."""
    click.echo("\n".join(map(plakbaar, text.split("\n"))))
