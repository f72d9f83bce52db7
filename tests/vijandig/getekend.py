"""What comes back as signed: PDFs that never end, unpack to more, or are none."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from tests.vijandig.plek import INSTELLINGEN, KWAAD, Geval, nullen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.vijandig.plek import Plek

_TERUG = "terug.pdf"


def _papier(plek: Plek) -> bytes:
    """Return a paper that was offered."""
    return min((plek.dossier / "archief/aangeboden").glob("*.pdf")).read_bytes()


def _erachter(plek: Plek, *objecten: bytes, begin: int = 900) -> bytes:
    """Return the paper that was offered, with these objects saved after it."""
    data = _papier(plek)
    before = data.rpartition(b"startxref")[2].split()[0].decode()
    size = 1 + begin + len(objecten)
    at: list[int] = []
    for n, body in enumerate(objecten):
        at.append(len(data) + 1)
        data += b"\n%d 0 obj\n%s\nendobj" % (begin + n, body)
    xref = len(data) + 1
    rows = b"".join(b"%010d 00000 n \n" % place for place in at)
    data += b"\nxref\n%d %d\n%s" % (begin, len(objecten), rows)
    root = _papier(plek).rpartition(b"/Root")[2].split()[0].decode()
    trailer = f"trailer\n<</Size {size}/Root {root} 0 R/Prev {before}>>\n"
    return data + trailer.encode() + b"startxref\n%d\n%%%%EOF\n" % xref


def _stroombom(plek: Plek) -> bytes:
    packed = nullen(1000)
    head = b"<</Length %d/Filter/FlateDecode/Type/ObjStm/N 1/First 4>>stream\n" % len(packed)
    return _erachter(plek, head + packed + b"\nendstream")


def _xreflus(plek: Plek) -> bytes:
    data = _papier(plek)
    xref = len(data) + 1
    return (
        data
        + b"\nxref\n0 0\ntrailer\n<</Size 9/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            xref,
            xref,
        )
    )


_SOORTEN: dict[str, Callable[[Plek], bytes]] = {
    "leeg": lambda _: b"",
    "tekst": lambda _: KWAAD.encode() * 100,
    "ruis": lambda plek: bytes(b ^ 0x55 for b in _papier(plek)),
    "afgebroken": lambda plek: _papier(plek)[:-600],
    "staart": lambda plek: _papier(plek) + b"x" * 40_000_000,
    "kop": lambda plek: b"x" * 900 + _papier(plek),
    "xref-lus": _xreflus,
    "xref-ver": lambda plek: _papier(plek) + b"\nstartxref\n99999999999999\n%%EOF\n",
    "xref-min": lambda plek: _papier(plek) + b"\nstartxref\n-5\n%%EOF\n",
    "stroombom": _stroombom,
    "nest": lambda plek: _erachter(plek, b"[" * 200_000),
    "nest-dicht": lambda plek: _erachter(plek, b"[" * 50_000 + b"]" * 50_000),
    "woordenboek": lambda plek: _erachter(plek, b"<</A" * 50_000),
    "zelf": lambda plek: _erachter(plek, b"900 0 R", b"<</Length 901 0 R>>stream\nx\nendstream"),
    "javascript": lambda plek: _erachter(plek, b"<</S/JavaScript/JS(app.alert(1))>>"),
    "starten": lambda plek: _erachter(plek, b"<</S/Launch/F(calc)>>"),
    "ver-bestand": lambda plek: _erachter(plek, b"<</Length 0/F(/etc/passwd)>>stream\n\nendstream"),
    "opnieuw": lambda plek: _erachter(plek, b"<</Type/Catalog/Pages 1 0 R>>", begin=1),
    "tekening": lambda plek: _erachter(
        plek,
        b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached"
        b"/ByteRange[0 9999999999 -1 5]/Contents<" + b"30" * 100_000 + b">>>",
    ),
}


def _vertrouwd(plek: Plek) -> None:
    """Somebody is trusted, else nothing that comes back is opened at all."""
    plek.schrijf("ca.pem", (plek.wortel.parent / "voorbeeld/ca.pem").read_bytes())
    plek.erbij(INSTELLINGEN, "ondertekening:\n  vertrouwd: [ca.pem]\n")


def _terug(maak: Callable[[Plek], bytes], plek: Plek) -> None:
    _vertrouwd(plek)
    plek.schrijf(_TERUG, maak(plek))


def _fifo(plek: Plek) -> None:
    _vertrouwd(plek)
    os.mkfifo(plek.dossier / _TERUG)


def _in_archief(plek: Plek) -> None:
    """A paper in the archive that no event names, and is no paper."""
    plek.schrijf(f"archief/getekend/{'a' * 64}.pdf", b"%PDF-1.7\n" + b"[" * 500_000)
    plek.schrijf(f"archief/getekend/{KWAAD}.exe", b"MZ")


GEVALLEN: tuple[Geval, ...] = (
    *(
        Geval(f"getekend-{n}", partial(_terug, maak), ("verwerk",), _TERUG)
        for n, maak in _SOORTEN.items()
    ),
    Geval("getekend-fifo", _fifo, ("verwerk",), _TERUG),
    Geval("getekend-archief", _in_archief, ("controleer", "pakket"), "archief/getekend"),
)
