"""The refusal of a file that is imported, as a finding at that file."""

from __future__ import annotations

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.errors import OnleesbaarError


def weiger(code: str, path: str, **velden: object) -> OnleesbaarError:
    """Return the refusal of a file; `velden` are those of the message of the code."""
    return OnleesbaarError([CODES[code].at(Position(path), **velden)])
