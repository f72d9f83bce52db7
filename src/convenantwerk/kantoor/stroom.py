"""What a page that is open asks or hears: whether files changed, and how far work is.

A page asks every second whether files changed: a stream would hold one of the six connections that
a browser has for all its windows. Work is told of by a stream, for as long as it goes on.
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, StreamingResponse
from starlette.routing import Route

from convenantwerk.basis.errors import ConvenantwerkError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from convenantwerk.kantoor.kantoor import Kantoor

_TEL = 0.2  # seconds between two looks at work that goes on


def stromen(kantoor: Kantoor) -> list[Route]:
    """Return the addresses of it."""

    async def stand(request: Request) -> JSONResponse:
        del request
        return JSONResponse(await run_in_threadpool(_stand, kantoor))

    async def werk(request: Request) -> StreamingResponse:
        found = kantoor.werkbank.zoek(request.path_params["werk"])
        if found is None:
            raise HTTPException(404)

        async def vertel() -> AsyncIterator[str]:
            while True:
                yield _bericht(
                    {
                        "toestand": found.toestand,
                        "gedaan": found.gedaan,
                        "totaal": found.totaal,
                        "stap": found.stap,
                    }
                )
                if found.toestand != "bezig":
                    return
                await asyncio.sleep(_TEL)

        return _antwoord(vertel())

    return [Route("/stand", stand), Route("/werk/{werk}/stroom", werk)]


def _stand(kantoor: Kantoor) -> int:
    try:
        return kantoor.stand()
    except ConvenantwerkError:  # the page itself tells; it is asked again as soon as it can be read
        return -1


def _bericht(waarden: object) -> str:
    return f"data: {json.dumps(waarden, ensure_ascii=False)}\n\n"


def _antwoord(berichten: AsyncIterator[str]) -> StreamingResponse:
    return StreamingResponse(berichten, media_type="text/event-stream")
