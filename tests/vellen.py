"""Pages that were laid out before, also by an earlier run: to lay out takes a quarter of the suite.

A document is found again by all that decides what its pages are: the document itself, the files of
its house style, and the source and libraries that lay it out. Whoever changes one of these gets
pages that are made anew; who looks at the pages themselves, and not at the file, does too.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import shutil
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from convenantwerk.papier.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.huisstijl import Huisstijl

ROOT = Path(__file__).parents[1]
BEWAARD = ROOT / ".pytest_cache" / "vellen"
_BRON = ("papier", "basis")
_BIBLIOTHEKEN = ("weasyprint", "pydyf", "pillow", "fonttools", "tinycss2", "jinja2")


class Vel(Layout):
    """A layout of before; its pages themselves are made when somebody looks at them."""

    __slots__ = ("_zet",)

    def __init__(
        self,
        pages: Mapping[str, int],
        count: int,
        document: Document,
        zet: Callable[[], Layout],
    ) -> None:
        for name, value in (("pages", pages), ("count", count), ("document", document)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_zet", zet)

    def __getattr__(self, name: str) -> Any:
        """Return the pages, which a stored layout does not have."""
        if name != "rendering":
            raise AttributeError(name)
        object.__setattr__(self, "rendering", self._zet().rendering)
        return self.rendering


def sleutel(document: Document, stijl: bytes) -> str:
    """Return the name under which the pages of a document are kept, in a house style."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer)
    pickler.fast = True  # by value: without it, equal values that are one object write otherwise
    pickler.dump(document)
    return hashlib.sha256(buffer.getvalue() + stijl).hexdigest()


def lees(naam: str) -> tuple[Mapping[str, int], int, bytes | None] | None:
    """Return what is kept: the page of each anchor, the number of pages, and the PDF if made."""
    path = _map() / naam
    return pickle.loads(path.read_bytes()) if path.is_file() else None


def bewaar(naam: str, layout: Layout, pdf: bytes | None) -> None:
    """Keep pages; of two processes that do so at once the last one stays."""
    folder = _map()
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f"{naam}.{os.getpid()}"
    half.write_bytes(pickle.dumps((dict(layout.pages), layout.count, pdf)))
    half.replace(folder / naam)


def ruim_op() -> None:
    """Throw away what was kept of another state of the source."""
    for folder in BEWAARD.glob("*"):
        if folder != _map():
            shutil.rmtree(folder, ignore_errors=True)


@cache
def _map() -> Path:
    """Return the folder of the pages that this state of the source makes."""
    found = hashlib.sha256(" ".join(map(version, _BIBLIOTHEKEN)).encode())
    for name in _BRON:
        for path in sorted((ROOT / "src" / "convenantwerk" / name).rglob("*.py")):
            found.update(path.read_bytes())
    return BEWAARD / found.hexdigest()[:16]


def vingerafdruk(huisstijl: Huisstijl) -> bytes:
    """Return what stands for all files of a house style; its fonts are large, so reckon it once."""
    found = hashlib.sha256()
    for name, data in sorted(huisstijl.bestanden.items()):
        found.update(name.encode() + b"\0" + data)
    return found.digest()
