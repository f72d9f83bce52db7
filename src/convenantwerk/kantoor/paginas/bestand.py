"""Papers as the browser gets them: those in build/, archief/ and import/, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from convenantwerk.basis.lezer import Lezer
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.importeren.importeren import RAPPORTMAP

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Vraag

_MAPPEN = ("build", "archief", RAPPORTMAP)
# What is shown in the browser; all else is a download. A paper is never a page of ours: it runs
# nothing and may ask for nothing.
_SOORTEN = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}
_DICHT = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "frame-ancestors 'self'"
)


def geef(vraag: Vraag) -> Response:
    """Give a paper, to look at or, with ?download, to keep."""
    dossier = vraag.dossier
    delen = vraag.pad["pad"].split("/")
    if delen[0] not in _MAPPEN or any(deel in ("", ".", "..") for deel in delen):
        raise HTTPException(404)
    # A reader of its own: what is built comes and goes, and is nothing that the dossier rests on.
    data, _ = Lezer(dossier.root).data(dossier.root.joinpath(*delen))
    if data is None:
        raise HTTPException(404)
    return stuur(delen[-1], data, download="download" in vraag.zoek)


def stuur(naam: str, data: bytes, *, download: bool = False) -> Response:
    """Return a file as the browser gets it: to look at when it can be, else to keep."""
    soort = _SOORTEN.get(naam.rsplit(".", 1)[-1].lower())
    kijken = soort is not None and not download
    wijze = "inline" if kijken else "attachment"
    headers = {"content-disposition": f"{wijze}; filename*=UTF-8''{quote(naam, safe='')}"}
    if soort != "application/pdf":
        headers["content-security-policy"] = _DICHT
    return Response(
        data, media_type=soort if kijken else "application/octet-stream", headers=headers
    )


PAGINA = Pagina((Weg("/bestand/{pad:path}", geef),))
