"""Files that a browser sent, kept until it is decided about them."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.tekst.adressen import slug

_MEEST = 300_000_000  # bytes that wait


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """A file that was sent; `naam` is what it was called there, never a place here."""

    sleutel: str
    naam: str
    pad: Path

    @property
    def data(self) -> bytes:
        """What is in it."""
        return self.pad.read_bytes()


class Ontvangst:
    """What waits, in a folder of its own that nobody else may look into."""

    def __init__(self) -> None:
        self._slot = threading.Lock()
        self._wacht: dict[str, Ontvangen] = {}
        self._map: Path | None = None

    def neem(self, naam: str, data: bytes) -> Ontvangen:
        """Keep a file.

        Raises:
            ConvenantwerkError: CV942, too much waits already.
        """
        with self._slot:
            samen = sum(one.pad.stat().st_size for one in self._wacht.values())
            if samen + len(data) > _MEEST:
                raise ConvenantwerkError("CV942", meest=str(_MEEST // 1_000_000))
            if self._map is None:
                self._map = Path(tempfile.mkdtemp(prefix="convenant-kantoor-"))
            sleutel = secrets.token_urlsafe(16)
            one = Ontvangen(sleutel, naam, self._map / sleutel)
            one.pad.write_bytes(data)
            self._wacht[sleutel] = one
            return one

    def geef(self, sleutel: str) -> Ontvangen:
        """Return a file that was sent.

        Raises:
            ConvenantwerkError: CV943, it is not here any more.
        """
        with self._slot:
            if sleutel not in self._wacht:
                raise ConvenantwerkError("CV943")
            return self._wacht[sleutel]

    def map_bij(self, sleutel: str) -> Path:
        """Return a place for a folder that is made of a file; it is called as the file is.

        Raises:
            ConvenantwerkError: CV943, the file is not here any more.
        """
        one = self.geef(sleutel)
        return one.pad.with_suffix(".map") / (slug(one.naam.rpartition(".")[0]) or "bestand")

    def vergeet(self, sleutel: str) -> None:
        """Drop a file that was decided about."""
        with self._slot:
            if one := self._wacht.pop(sleutel, None):
                one.pad.unlink(missing_ok=True)

    def sluit(self) -> None:
        """Drop all."""
        with self._slot:
            self._wacht.clear()
            if self._map is not None:
                shutil.rmtree(self._map, ignore_errors=True)
                self._map = None
