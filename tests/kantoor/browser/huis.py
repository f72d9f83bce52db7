"""The kantoor as it is served for real, in a thread, with a clock that a test sets."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import uvicorn

from convenantwerk.kantoor.app import maak_app
from convenantwerk.kantoor.kantoor import Kantoor
from convenantwerk.kantoor.server import instellingen, plaats
from convenantwerk.kantoor.toegang import Toegang

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


class Huis:
    """A kantoor that answers at a port of this computer.

    Attributes:
        op: the day of its clock.
        adres: opens it, once.
        basis: what its addresses begin with.
        plaats: the address and port at which it answers.
    """

    def __init__(self, root: Path, op: date, *, alleen_lezen: bool = False) -> None:
        self.op = op
        self.root = root
        self.kantoor = Kantoor(root, lambda: self.op, alleen_lezen=alleen_lezen)
        self._plaats = plaats(0)
        self.plaats: tuple[str, int] = self._plaats.getsockname()
        poort = self.plaats[1]
        toegang = Toegang(maak_app(self.kantoor), poort)
        self.adres = toegang.adres
        self.basis = f"http://127.0.0.1:{poort}"
        self._server = uvicorn.Server(instellingen(toegang))
        self._draad = threading.Thread(target=self._server.run, args=([self._plaats],), daemon=True)
        self._draad.start()
        while not self._server.started:
            time.sleep(0.01)

    def sluit(self) -> None:
        """Stop it."""
        self._server.should_exit = True
        self._draad.join(10)
        self._plaats.close()
        self.kantoor.sluit()
