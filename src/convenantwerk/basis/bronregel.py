"""The lines of the files that findings name, each file read once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.basis.lezer import Lezer


class Bronregels:
    """Lines of a dossier, by the place of a finding.

    Args:
        lezer: what reads its files; of what lies elsewhere there are no lines.
    """

    def __init__(self, lezer: Lezer) -> None:
        self._lezer = lezer
        self._regels: dict[str, list[str]] = {}

    def regel(self, position: Position) -> str:
        """Return the line at a place; "" when there is none, or the file is no text."""
        if not position.line:
            return ""
        if position.path not in self._regels:
            text, _ = self._lezer.text(Path(position.path))
            self._regels[position.path] = (text or "").split("\n")
        regels = self._regels[position.path]
        return regels[position.line - 1] if position.line <= len(regels) else ""
