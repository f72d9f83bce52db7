"""Serves the page on this computer, and opens the browser."""

from __future__ import annotations

import os
import socket
import webbrowser
from typing import TYPE_CHECKING

import uvicorn

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import reason
from convenantwerk.kantoor.app import maak_app
from convenantwerk.kantoor.toegang import Toegang

if TYPE_CHECKING:
    from collections.abc import Callable

    from convenantwerk.kantoor.kantoor import Kantoor

HIER = "127.0.0.1"
POORT = 8710
_MEER_POORTEN = 20  # that are tried when the first is taken
_TEGELIJK = 200


def bedien(
    kantoor: Kantoor,
    poort: int | None,
    *,
    browser: bool,
    meld: Callable[[str], None],
) -> None:
    """Serve until it is interrupted, or closed by its own page.

    Args:
        kantoor: what is served.
        poort: where; the first free one from 8710 on when None.
        browser: whether to open the page.
        meld: is told the address, as soon as it answers.

    Raises:
        ConvenantwerkError: CV940, the port is not free.
    """
    with plaats(poort) as genomen:
        toegang = Toegang(maak_app(kantoor), genomen.getsockname()[1])
        meld(toegang.adres)
        if browser:
            webbrowser.open(toegang.adres)  # it waits: the place is taken, so nothing is refused
        server = uvicorn.Server(instellingen(toegang))

        def stop() -> None:
            server.should_exit = True

        kantoor.bij_sluiten = stop
        try:
            server.run(sockets=[genomen])
        finally:
            kantoor.sluit()


def instellingen(toegang: Toegang) -> uvicorn.Config:
    """Return how it is served: in silence, and no more at once than a browser asks."""
    return uvicorn.Config(
        toegang,
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_TEGELIJK,
        timeout_graceful_shutdown=1,
    )


def plaats(poort: int | None) -> socket.socket:
    """Return a place to serve at, taken already.

    Raises:
        ConvenantwerkError: CV940, there is none.
    """
    reden = ""
    for one in (poort,) if poort is not None else range(POORT, POORT + _MEER_POORTEN):
        genomen = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if os.name == "posix":  # else the port of a kantoor that was closed just now is kept
            genomen.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            genomen.bind((HIER, one))
            genomen.listen(128)
        except OSError as error:
            genomen.close()
            reden = reason(error)
        else:
            return genomen
    raise ConvenantwerkError("CV940", poort=str(poort or POORT), reden=reden)
