"""What the chapters of the story begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from papieren.dossier import Dossier

CONVENANT = "convenant/convenant.yaml"
REGISTERS = "convenant/registers"
ALLE = "--formaat pdf,docx,html,md"


def hollands_midden(d: Dossier) -> None:
    """The dossier of this repository, with its own copy of the house style."""
    d.kopieer(".", "convenant", "addenda", "templates")


def klein(d: Dossier) -> None:
    """The invented dossier of the tests, in the house style that comes with the program."""
    d.kopieer("tests/dossiers/klein", "convenant", "addenda")
