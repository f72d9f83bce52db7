"""Makes the system refuse a file or folder: in CI tests run as root, whom no rights bind."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

if TYPE_CHECKING:
    from collections.abc import Iterator

AANROEPEN = ("open", "scandir", "listdir")


@contextmanager
def geweigerd(naam: str, nummer: int = errno.EACCES) -> Iterator[None]:
    """Refuse whatever opens or lists a file or folder of this name, with an error of the system.

    To look whether it is there stays allowed, as it is for a closed file in an open folder.
    """

    def shim(original: Any) -> Any:
        def call(path: Any, *args: Any, **kwargs: Any) -> Any:
            if _naam(path) == naam:
                raise OSError(nummer, os.strerror(nummer), naam)
            return original(path, *args, **kwargs)

        return call

    with mock.patch.multiple(os, **{one: shim(getattr(os, one)) for one in AANROEPEN}):
        yield


def _naam(path: Any) -> str:
    """Return the last name of a path, or of what an open folder is."""
    return (Path(f"/proc/self/fd/{path}").readlink() if isinstance(path, int) else Path(path)).name
