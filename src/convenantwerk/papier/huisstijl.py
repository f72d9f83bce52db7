"""The house style: everything under templates/ that shapes a document, as read from disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """Templates by their path below templates/ ("print.css", "fonts/SourceSans3-Bold.ttf").

    `paden` gives, for the same names, the path as the user sees it: a file of the dossier goes
    before the one that comes with the engine.
    """

    bestanden: Mapping[str, bytes] = field(repr=False)
    paden: Mapping[str, str]
