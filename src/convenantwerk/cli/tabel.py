"""Lists on the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def show_table(
    titel: str, toelichting: Iterable[str], kop: Sequence[str], rijen: Iterable[Sequence[str]]
) -> None:
    """Print a list as a table; wide as the terminal, or as wide as it needs when piped."""
    table = Table(box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for cel in kop:
        table.add_column(Text(cel), overflow="fold")
    for rij in rijen:
        table.add_row(*(Text(cel) for cel in rij))
    width = None if sys.stdout.isatty() else 200
    console = Console(width=width, highlight=False, soft_wrap=False)
    console.print(Text(titel, style="bold"))
    for regel in toelichting:
        console.print(Text(regel))
    console.print(table)
