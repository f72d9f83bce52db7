"""The streams of this process: they are there, and only this program speaks on them.

A user may close them, and libraries write on them, in English, what no user can do anything with.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator


def rustig() -> None:
    """Give this process its three streams, and keep all others from them."""
    _open_gesloten()
    sys.stderr = _eigen(sys.stderr)
    warnings.showwarning = _zwijg
    # Without any handler, logging itself would speak; what we listen to has one of its own.
    logging.getLogger().addHandler(logging.NullHandler())
    sys.unraisablehook = _zwijg  # what a library could not clean up
    threading.excepthook = _zwijg  # whoever waits for the thread hears of it


def _zwijg(*_: object, **__: object) -> None:
    return


def _open_gesloten() -> None:
    """Open what was closed, on nothing: else the next file that is opened would be its stream."""
    for number, naam in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free: this one
        if getattr(sys, naam) is None:
            mode = "w" if number else "r"
            setattr(sys, naam, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def _eigen(stderr: TextIO) -> TextIO:
    """Return the stream for errors under a number of its own; libraries in C know only 2."""
    own = os.fdopen(
        os.dup(2), "w", buffering=1, encoding=stderr.encoding, errors=stderr.errors or "strict"
    )
    _leid_om(os.open(os.devnull, os.O_WRONLY))
    return own


def _leid_om(target: int) -> None:
    """Let number 2 lead elsewhere from now on."""
    os.dup2(target, 2)
    os.close(target)


@contextmanager
def hoorbaar() -> Iterator[None]:
    """Let number 2 be the stream for errors for a while: Python itself asks its questions there."""
    before = os.dup(2)
    try:
        _leid_om(os.dup(sys.stderr.fileno()))
        yield
    finally:
        _leid_om(before)
