"""A way to an act, as far as the act is there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from convenantwerk.kantoor.antwoord import Knop
from convenantwerk.kantoor.handelingen.tabel import HANDELINGEN

if TYPE_CHECKING:
    from collections.abc import Iterator


def doeknop(tekst: str, handeling: str, **ingevuld: str) -> Iterator[Knop]:
    """Yield the button that opens the form of an act; none when there is no such act.

    Args:
        tekst: what it says.
        handeling: the name of the act.
        ingevuld: what of the form is filled in already.
    """
    if handeling in HANDELINGEN:
        zoek = f"?{urlencode(ingevuld)}" if ingevuld else ""
        yield Knop(tekst, f"/doe/{handeling}{zoek}")
