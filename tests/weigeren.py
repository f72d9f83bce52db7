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
def geweigerd(path: Path, nummer: int = errno.EACCES) -> Iterator[None]:
    """Refuse whatever opens or lists a file or folder, with an error of the system.

    To look whether it is there stays allowed, as it is for a closed file in an open folder.
    """
    target = os.path.abspath(path)

    def shim(original: Any) -> Any:
        def call(asked: Any, *args: Any, **kwargs: Any) -> Any:
            if volle_naam(asked, kwargs.get("dir_fd")) == target:
                raise OSError(nummer, os.strerror(nummer), target)
            return original(asked, *args, **kwargs)

        return call

    with mock.patch.multiple(os, **{one: shim(getattr(os, one)) for one in AANROEPEN}):
        yield


def volle_naam(path: Any, map_: int | None = None) -> str:
    """Return the whole path of what is asked of the system: from an open folder, or an open one."""
    above = "" if map_ is None else _open_pad(map_)
    return os.path.abspath(
        _open_pad(path) if isinstance(path, int) else os.path.join(above, os.fsdecode(path))
    )


def _open_pad(handle: int) -> str:
    return str(Path(f"/proc/self/fd/{handle}").readlink())
