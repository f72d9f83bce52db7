"""What a page may load: files of the house style and data: URIs; nothing else exists for it.

Imported by the typesetter alone, because WeasyPrint loads slowly.
"""

from __future__ import annotations

import logging
from base64 import b64decode
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier.bezig import bezig_met
from convenantwerk.papier.document import Picture
from convenantwerk.papier.sjablonen import data_uri
from convenantwerk.papier.traversal import all_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.papier.document import Block
    from convenantwerk.papier.huisstijl import Huisstijl

# WeasyPrint wants an absolute base address. Python's urljoin knows no such scheme and so leaves
# a relative address as it was written: below, every address is a name under templates/.
BASE_URL = "huisstijl:/"

TYPES = {
    "css": "text/css",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "otf": "font/otf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "woff": "font/woff",
    "woff2": "font/woff2",
}

# What WeasyPrint only logs when a file was found but is not what it should be.
BROKEN = {
    "Failed to load image": "deze afbeelding is niet te lezen",
    "Failed to render SVG image": "deze afbeelding is niet te tekenen",
    "Font-face": "dit lettertype is niet te lezen",
}

_PAGINA = ("print.html", "blokken.html", "print.css")  # those of every page
_REGEL = 80  # characters of a line on a terminal


@dataclass(frozen=True, slots=True)
class Refusal:
    """An address a page asked for in vain, and why it was in vain, in Dutch."""

    url: str
    reason: str


class Fetcher:
    """Serves files of the house style; every other request stops the work.

    `refusals` remembers what was refused: inside an SVG, WeasyPrint drops the exception; `gevraagd`
    holds the files of the page, in the order in which they were served.
    """

    def __init__(self, huisstijl: Huisstijl) -> None:
        self._huisstijl = huisstijl
        self.refusals: list[Refusal] = []
        self.gevraagd = dict.fromkeys(_PAGINA)

    def bezig(self) -> None:
        """Say that pages are laid out, and of which files."""
        bezig_met("opmaken", *self.gevraagd)

    def __call__(self, url: str) -> URLFetcherResponse:
        """Return the resource of an address, in the way WeasyPrint wants it."""
        if url.startswith("data:"):
            return self._embedded(url)
        name = unquote(url).split("#")[0].removeprefix(BASE_URL)
        if name in self._huisstijl.bestanden:
            self.gevraagd[name] = None
            self.bezig()
            kind = TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
            return URLFetcherResponse(url, self._huisstijl.bestanden[name], {"Content-Type": kind})
        raise self._refused(url, _reason(name))

    def _embedded(self, url: str) -> URLFetcherResponse:
        head, comma, body = url.removeprefix("data:").partition(",")
        try:
            data = unquote_to_bytes(body)
            content = b64decode(data) if head.endswith(";base64") else data
        except ValueError:
            raise self._refused(url, "deze data:-verwijzing is niet te lezen") from None
        if not comma:
            raise self._refused(url, "deze data:-verwijzing is niet te lezen")
        kind = head.removesuffix(";base64") or "text/plain"
        return URLFetcherResponse(url, content, {"Content-Type": kind})

    def _refused(self, url: str, reason: str) -> FatalURLFetchingError:
        self.refusals.append(Refusal(url, reason))
        return FatalURLFetchingError(url)


class Complaints(logging.Handler):
    """Hears WeasyPrint's log and keeps what means that something is missing from the page.

    The rest is noise here: remarks on style properties it does not know.
    """

    def __init__(self) -> None:
        super().__init__()
        self.refusals: list[Refusal] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record that tells of a broken file."""
        message = str(record.msg)
        for start, reason in BROKEN.items():
            if message.startswith(start) and isinstance(record.args, tuple):
                self.refusals.append(Refusal(str(record.args[0]), reason))


def error_for(
    huisstijl: Huisstijl, refusal: Refusal, blocks: Iterable[Block]
) -> ConvenantwerkError:
    """Return the error to raise, which names the template where the address is written.

    A picture of the text itself (in `blocks`) has no address but its bytes; its name is told.
    """
    for picture in all_blocks(blocks):
        if isinstance(picture, Picture) and data_uri(picture) == refusal.url:
            tip = "sla de figuur opnieuw op, het liefst als PNG"
            return ConvenantwerkError("CV011", pad=picture.name, naam=picture.name, tip=tip)
    url = _short(refusal.url)
    for name, line in _mentions(huisstijl, refusal.url):
        path = huisstijl.paden.get(name, name)
        return ConvenantwerkError("CV020", pad=path, regel=line, reden=f"{url}: {refusal.reason}")
    return ConvenantwerkError("CV020", pad=url, reden=refusal.reason)


def _mentions(huisstijl: Huisstijl, url: str) -> Iterator[tuple[str, int]]:
    needle = url.removeprefix(BASE_URL).encode()
    for name, data in sorted(huisstijl.bestanden.items()):
        if name.endswith((".html", ".css", ".svg")) and needle in data:
            yield name, data.count(b"\n", 0, data.index(needle)) + 1


def _reason(name: str) -> str:
    if name.startswith(("/", "../")) or "/../" in name:
        return "een sjabloon mag alleen bestanden uit templates/ gebruiken"
    if ":" in name:
        return "een sjabloon mag niets van buiten templates/ of van internet laden"
    return "dit bestand staat niet in templates/"


def _short(url: str) -> str:
    """Return an address short enough to print: a data: URI holds a whole file."""
    return url if len(url) <= _REGEL else f"{url[: _REGEL - 20]}…"
