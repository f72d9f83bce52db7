"""What the server tells a page that is open: that files changed, and how far work is."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import StreamingResponse
from starlette.routing import Route

from convenantwerk.basis.errors import ConvenantwerkError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from convenantwerk.kantoor.kantoor import Kantoor

_TEL = 0.8  # seconds between two looks at the files
_WERK = 0.2  # and at work that goes on


def stromen(kantoor: Kantoor) -> list[Route]:
    """Return the addresses of what goes on being told."""

    async def wijzigingen(request: Request) -> StreamingResponse:
        del request

        async def vertel() -> AsyncIterator[str]:
            eerst = await _stand(kantoor)
            while True:
                nu = await _stand(kantoor)
                if nu != eerst:
                    eerst = nu
                    yield _bericht({"gewijzigd": nu})
                else:
                    yield ": \n\n"  # so that a browser that went away is noticed
                await asyncio.sleep(_TEL)

        return _antwoord(vertel())

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
                await asyncio.sleep(_WERK)

        return _antwoord(vertel())

    return [Route("/wijzigingen", wijzigingen), Route("/werk/{werk}/stroom", werk)]


async def _stand(kantoor: Kantoor) -> int:
    try:
        return await run_in_threadpool(kantoor.stand)
    except ConvenantwerkError:  # the page itself tells; it is asked again as soon as it can be read
        return -1


def _bericht(waarden: object) -> str:
    return f"data: {json.dumps(waarden, ensure_ascii=False)}\n\n"


def _antwoord(berichten: AsyncIterator[str]) -> StreamingResponse:
    return StreamingResponse(berichten, media_type="text/event-stream")
