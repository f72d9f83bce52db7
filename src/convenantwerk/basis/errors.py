"""Exceptions for what stops the work; they are translated once, in the faces."""

from __future__ import annotations

import copyreg
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position, ontoegankelijk_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.basis.diagnostics import Diagnostic


class ConvenantwerkError(Exception):
    """Something outside the text stops the work.

    Args:
        code: a code of `basis.codes.CODES`, which holds the Dutch message and tip.
        pad: the file or folder it is about, as the user sees it; "" when there is none.
        regel: the line in that file, counted from 1; 0 when there is none.
        velden: what the message and the tip of that code name.
    """

    def __init__(self, code: str, *, pad: str = "", regel: int = 0, **velden: str) -> None:
        super().__init__(f"{code} {pad} {velden}")
        self.code = code
        self.pad = pad
        self.regel = regel
        self.velden = velden

    def __reduce__(self) -> tuple[object, ...]:
        """Go from one process to another as it is; by itself Python would call `__init__`."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings that say what stopped the work."""
        return (CODES[self.code].at(Position(self.pad, self.regel), **self.velden),)


class OnleesbaarError(ConvenantwerkError):
    """A dossier, or what of it is needed, cannot be read; the findings say where and why."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._diagnostics = tuple(sorted(set(diagnostics)))
        first = min(self._diagnostics, key=lambda d: d.ernst != "fout")
        super().__init__(first.code, pad=first.position.path, regel=first.position.line)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings, in order of their place."""
        return self._diagnostics


def eis_toegang(diagnostics: Iterable[Diagnostic]) -> None:
    """Let no paper be made of what could be read only in part.

    Raises:
        OnleesbaarError: a file or folder is closed to us.
    """
    dicht = ontoegankelijk_in(diagnostics)
    if dicht:
        raise OnleesbaarError(dicht)
