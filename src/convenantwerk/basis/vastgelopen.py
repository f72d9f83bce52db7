"""A fault in the program itself: one sentence for the user, and a file for who mends it."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback

from convenantwerk import __version__
from convenantwerk.basis.vastgelegd import vastgelegd

_LANG = 100_000  # characters of a traceback; the end tells most


def melding(error: BaseException) -> str:
    """Return the sentence that tells of a fault in the program, and keep the details in a file.

    In that file stands where in the program it happened and what it said, and nothing that was
    typed or read besides; only the user may read it.
    """
    gedaan = "wat hierboven staat is vastgelegd" if vastgelegd() else "er is niets vastgelegd"
    return (
        f"Dit is een fout in convenantwerk zelf ({type(error).__name__}); {gedaan}. "
        f"Meld haar bij de makers van convenantwerk; {_bewaard(_verslag(error))}."
    )


def _verslag(error: BaseException) -> str:
    trace = "".join(traceback.format_exception(error))
    versies = f"convenantwerk {__version__}, Python {platform.python_version()}, {sys.platform}"
    return f"{versies}\n\n{trace[-_LANG:]}"


def _bewaard(verslag: str) -> str:
    """Return where the details are, or why they are nowhere."""
    try:
        number, pad = tempfile.mkstemp(prefix="convenant-fout-", suffix=".txt")
        with os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(verslag)
    except OSError:
        return "de gegevens erover konden nergens worden bewaard"
    return f"stuur dit bestand mee: {pad}"
