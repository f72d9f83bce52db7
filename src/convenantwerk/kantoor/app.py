"""The app: addresses to pages, forms to acts, and errors to a page that says what to do."""

from __future__ import annotations

import secrets
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from convenantwerk.basis import vastgelopen
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.kantoor.antwoord import Blad, Deelblad, Uitslag, Verder, Vraag
from convenantwerk.kantoor.formulier import Formulier
from convenantwerk.kantoor.inkomend import lees_formulier
from convenantwerk.kantoor.menu import menu
from convenantwerk.kantoor.paginas.tabel import PAGINAS
from convenantwerk.kantoor.sjabloon import vul
from convenantwerk.kantoor.stroom import stromen
from convenantwerk.papier.huisstijl import engine_templates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

    from convenantwerk.kantoor.antwoord import Antwoord
    from convenantwerk.kantoor.kantoor import Kantoor
    from convenantwerk.kantoor.pagina import Weg

TEKEN = "formulier"  # the field of the token that every form carries
_BEGINNEN = "/beginnen"


def maak_app(kantoor: Kantoor) -> Starlette:
    """Return the app that answers for a kantoor; `Toegang` stands before it."""
    wegen = [weg for pagina in PAGINAS for weg in pagina.wegen]
    return Starlette(
        routes=[
            *(Route(weg.pad, _antwoorder(kantoor, weg), methods=[weg.methode]) for weg in wegen),
            *stromen(kantoor),
            Mount("/statisch", StaticFiles(packages=[("convenantwerk.kantoor", "statisch")])),
            Mount("/letters", StaticFiles(directory=engine_templates() / "fonts")),
        ],
        exception_handlers={
            HTTPException: partial(_http_fout, kantoor),
            Exception: partial(_gebroken, kantoor),
        },
    )


def _antwoorder(kantoor: Kantoor, weg: Weg) -> Callable[[Request], object]:
    async def antwoord(request: Request) -> Response:
        if weg.wijzigt and kantoor.alleen_lezen:
            return await run_in_threadpool(_alleen_lezen, kantoor)
        formulier = Formulier()
        if weg.methode == "POST":
            formulier = await lees_formulier(request, kantoor)
        return await run_in_threadpool(_beantwoord, kantoor, weg, request, formulier)

    return antwoord


def _beantwoord(kantoor: Kantoor, weg: Weg, request: Request, formulier: Formulier) -> Response:
    teken = formulier.een(TEKEN) if weg.wijzigt else ""
    vraag = partial(Vraag, kantoor, request.path_params, request.query_params, formulier)
    gesteld = vraag(None)
    with kantoor.beurt():  # so that the twin of a form waits, and finds what came of the first
        eerder = kantoor.gedaan(teken)
        if eerder is not None or (weg.wijzigt and not teken):
            return _naar(teken, eerder)
        try:
            if not kantoor.is_begonnen:
                if not weg.zonder_dossier:
                    return _naar(teken, Verder(_BEGINNEN))
                return _respons(kantoor, gesteld, weg.doe(gesteld), teken)
            with kantoor.dossier() as dossier:
                gesteld = vraag(dossier)
                return _respons(kantoor, gesteld, weg.doe(gesteld), teken)
        except ConvenantwerkError as error:
            return _fout(kantoor, error, gesteld)


def _respons(kantoor: Kantoor, vraag: Vraag, antwoord: Antwoord | Response, teken: str) -> Response:
    match antwoord:
        case Uitslag() | Verder():
            if teken:
                kantoor.onthoud(teken, antwoord)
            return _naar(teken, antwoord)
        case Deelblad(sjabloon, waarden):
            return HTMLResponse(vul(sjabloon, {**_eigen(kantoor), **waarden}))
        case Blad():
            return _blad(kantoor, vraag, antwoord)
        case _:
            return antwoord


def _naar(teken: str, gedaan: Uitslag | Verder | None) -> Response:
    """Go to what came of a form: after it is sent, reloading and going back are harmless."""
    naar = gedaan.naar if isinstance(gedaan, Verder) else f"/gedaan/{quote(teken) or 'niets'}"
    return RedirectResponse(naar, status_code=HTTPStatus.SEE_OTHER)


def _blad(kantoor: Kantoor, vraag: Vraag | None, blad: Blad) -> Response:
    waarden = {
        **_eigen(kantoor),
        **menu(kantoor, vraag.geopend if vraag else None, blad.menu),
        "titel": blad.titel,
        "hersteld": kantoor.neem_hersteld(),
        **blad.waarden,
    }
    return HTMLResponse(vul(blad.sjabloon, waarden), status_code=blad.status)


def _eigen(kantoor: Kantoor) -> Mapping[str, object]:
    """Return what every template has: above all a new token for each form on it."""
    return {
        "vandaag": kantoor.vandaag,
        "alleen_lezen": kantoor.alleen_lezen,
        "teken": lambda: secrets.token_urlsafe(18),
    }


def _fout(kantoor: Kantoor, error: ConvenantwerkError, vraag: Vraag) -> Response:
    blad = Blad("fout.html", "Dat ging niet", {"bevindingen": error.diagnostics}, status=409)
    return _blad(kantoor, vraag, blad)


def _alleen_lezen(kantoor: Kantoor) -> Response:
    zin = "Dit kantoor is geopend om alleen te lezen; er is niets gewijzigd."
    return _blad(kantoor, None, Blad("zin.html", "Alleen lezen", {"zinnen": [zin]}, status=403))


async def _http_fout(kantoor: Kantoor, request: Request, error: Exception) -> Response:
    del request
    if not isinstance(error, HTTPException):
        raise error
    zin = _ZINNEN.get(error.status_code, error.detail)
    blad = Blad("zin.html", "Dat ging niet", {"zinnen": [zin]}, status=error.status_code)
    return await run_in_threadpool(_blad, kantoor, None, blad)


_ZINNEN: Mapping[int, str] = {
    HTTPStatus.NOT_FOUND: "Deze bladzijde is er niet (meer).",
    HTTPStatus.METHOD_NOT_ALLOWED: "Zo kan deze bladzijde niet worden gebruikt.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Dit is te groot om te sturen.",
    HTTPStatus.REQUEST_TIMEOUT: "Het sturen duurde te lang.",
    HTTPStatus.BAD_REQUEST: "Dit formulier is niet te lezen.",
}


async def _gebroken(kantoor: Kantoor, request: Request, error: Exception) -> Response:
    """Tell of a fault in the program itself, and where its details are."""
    del request
    zinnen = [vastgelopen.melding(error)]
    blad = Blad("zin.html", "Er ging iets mis in het programma", {"zinnen": zinnen}, status=500)
    return await run_in_threadpool(_blad, kantoor, None, blad)
