"""The controle of spelling; what it needs is loaded when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.controles.onderzoek import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek


def check_spelling(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every word is in the dictionary, in the registers, or in the list of the dossier."""
    from convenantwerk.controles.taal.twijfels import spelling  # noqa: PLC0415  most do not ask it

    yield from spelling(onderzoek)


CONTROLES = (Controle(check_spelling, "taal"),)
