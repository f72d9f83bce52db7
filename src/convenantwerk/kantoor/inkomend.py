"""Reading what a browser sends: fields, and files that are kept until it is decided about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from convenantwerk.basis.files import leesbaar
from convenantwerk.kantoor.formulier import Formulier

if TYPE_CHECKING:
    from starlette.requests import Request

    from convenantwerk.kantoor.kantoor import Kantoor

_MEESTE_VELDEN = 3_000
_MEESTE_BESTANDEN = 100
_MEESTE_TEKST = 6_000_000  # bytes of one field: more than a file of text may have
_MEESTE_NAAM = 120


async def lees_formulier(request: Request, kantoor: Kantoor) -> Formulier:
    """Return a form as it was sent; its files are kept by a key.

    Raises:
        HTTPException: 400, it is no form.
        ConvenantwerkError: CV942, too many files wait already.
    """
    waarden: dict[str, list[str]] = {}
    bestanden: dict[str, list[str]] = {}
    async with request.form(
        max_files=_MEESTE_BESTANDEN, max_fields=_MEESTE_VELDEN, max_part_size=_MEESTE_TEKST
    ) as form:
        for naam, waarde in form.multi_items():
            if isinstance(waarde, UploadFile):
                if not waarde.filename:  # a field for a file in which none was chosen
                    continue
                data = await waarde.read()
                kort = _bestandsnaam(waarde.filename)
                one = await run_in_threadpool(kantoor.ontvangst.neem, kort, data)
                bestanden.setdefault(naam, []).append(one.sleutel)
                waarden.setdefault(naam, []).append(one.sleutel)
            else:
                waarden.setdefault(naam, []).append(waarde)
    return Formulier(
        {naam: tuple(found) for naam, found in waarden.items()},
        {naam: tuple(found) for naam, found in bestanden.items()},
    )


def _bestandsnaam(naam: str) -> str:
    """Return the last part of a name that was sent, for showing only."""
    return leesbaar(naam.replace("\\", "/").rsplit("/", 1)[-1])[-_MEESTE_NAAM:]
