"""Who may ask: this computer, this browser, this page. All else is refused before it is read.

A page on the loopback address is not private by itself: any site that the user has open may send it
requests, and by rebinding a name of its own (DNS) even read the answers. So the name of the host,
the origin and a cookie that only the opened address gives are all held against what they should be.
"""

from __future__ import annotations

import asyncio
import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

BINNEN = "/binnen"
MEESTE_BYTES = 120_000_000  # of one request, with all its files
_GEDULD = 20.0  # seconds in which the next piece of a request comes
_ALLES = 300.0  # seconds in which all of it comes
_LEEST = ("GET", "HEAD")
_KOPPEN = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
        "frame-ancestors 'self'; base-uri 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "cache-control": "no-store",
}


class Toegang:
    """Stands before the app.

    Args:
        app: what answers those who may ask.
        poort: at which it is served.
    """

    def __init__(self, app: ASGIApp, poort: int) -> None:
        self._app = app
        self._hosts = frozenset(f"{naam}:{poort}" for naam in ("127.0.0.1", "localhost", "[::1]"))
        self._origins = frozenset(f"http://{host}" for host in self._hosts)
        self._koekje = f"kantoor-{poort}"  # a cookie is for all ports of a host
        self._sessie = secrets.token_urlsafe(32)
        self._eenmalig = secrets.token_urlsafe(32)
        self._adres = f"http://127.0.0.1:{poort}{BINNEN}?sleutel="

    @property
    def adres(self) -> str:
        """The address that opens the page; it works once."""
        return f"{self._adres}{self._eenmalig}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # there are no websockets here
            return

        async def met_koppen(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for naam, waarde in _KOPPEN.items():
                    headers.setdefault(naam, waarde)
            await send(message)

        bezwaar = self._bezwaar(scope)
        if bezwaar is not None:
            await bezwaar(scope, receive, met_koppen)
            return
        await self._app(scope, _Grens(receive), met_koppen)

    def _bezwaar(self, scope: Scope) -> PlainTextResponse | RedirectResponse | None:
        """Return the refusal of a request, or the way in; None when it may go on."""
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._hosts:
            return _geweigerd(403, "Dit adres hoort niet bij het kantoor.")
        if scope["method"] not in _LEEST and not self._van_hier(headers):
            return _geweigerd(403, "Dit kwam niet van een bladzijde van het kantoor.")
        if _te_groot(headers.get("content-length", "0")):
            return _geweigerd(413, f"Dit is groter dan {MEESTE_BYTES // 1_000_000} MB.")
        if scope["path"] == BINNEN:
            return self._laat_binnen(scope)
        if not secrets.compare_digest(_koekje(headers, self._koekje), self._sessie):
            return _geweigerd(
                401,
                "Open het kantoor met het adres dat in het venster staat waarin u het startte. "
                "Is dat adres al gebruikt, start het dan opnieuw: convenant kantoor",
            )
        return None

    def _van_hier(self, headers: Headers) -> bool:
        """Tell whether a change was asked by one of our own pages."""
        bron, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if bron is None and origin is None:
            return False
        return bron in (None, "same-origin") and (origin is None or origin in self._origins)

    def _laat_binnen(self, scope: Scope) -> PlainTextResponse | RedirectResponse:
        vraag = parse_qs(scope["query_string"].decode("latin-1"))
        gegeven = vraag.get("sleutel", [""])[0]
        if not (self._eenmalig and secrets.compare_digest(_ascii(gegeven), self._eenmalig)):
            return _geweigerd(
                401, "Dit adres is al gebruikt. Start het kantoor opnieuw: convenant kantoor"
            )
        self._eenmalig = ""
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self._koekje, self._sessie, httponly=True, samesite="strict", path="/")
        return answer


class _Grens:
    """Receives a request within bounds of size and time."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._bytes = 0
        self._eind: float | None = None
        self._heel = False

    async def __call__(self) -> Message:
        if self._heel:  # what comes now is only that the browser went away, however late
            return await self._receive()
        klok = asyncio.get_running_loop().time
        self._eind = self._eind or klok() + _ALLES
        geduld = min(_GEDULD, self._eind - klok())
        try:
            message = await asyncio.wait_for(self._receive(), max(geduld, 0.001))
        except TimeoutError:
            raise HTTPException(HTTPStatus.REQUEST_TIMEOUT) from None
        self._bytes += len(message.get("body", b""))
        if self._bytes > MEESTE_BYTES:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        self._heel = not message.get("more_body", False)
        return message


def _te_groot(lengte: str) -> bool:
    """Tell whether a request says that it is too large; what is no number is not to be trusted."""
    cijfers = lengte.isascii() and lengte.isdigit()
    return not cijfers or len(lengte) > len(str(MEESTE_BYTES)) or int(lengte) > MEESTE_BYTES


def _koekje(headers: Headers, naam: str) -> str:
    for deel in headers.get("cookie", "").split(";"):
        key, _, waarde = deel.strip().partition("=")
        if key == naam:
            return _ascii(waarde)
    return ""


def _ascii(text: str) -> str:
    """Return text that `compare_digest` takes; what is no ASCII is no key of ours."""
    return text if text.isascii() else ""


def _geweigerd(status: int, zin: str) -> PlainTextResponse:
    return PlainTextResponse(f"{zin}\n", status_code=status)
