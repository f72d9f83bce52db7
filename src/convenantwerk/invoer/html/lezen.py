"""A web page (.html) to brokken; nothing that it asks for is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from convenantwerk.invoer.brok import Ingelezen, Plek
from convenantwerk.invoer.codering import ontcijfer, twijfel_over_letters
from convenantwerk.invoer.grenzen import OPSLAAN, keur_aantal, keur_omvang, weiger
from convenantwerk.invoer.html.lopen import Loper
from convenantwerk.invoer.html.woorden import woorden_van

if TYPE_CHECKING:
    from convenantwerk.invoer.brok import Wens

FORMAAT = "webpagina"
_BEGIN = 4096  # bytes in which a page says how its letters are stored
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_EIGEN = re.compile(r"<meta name=\"generator\" content=\"convenantwerk\"")
_LETTERS = ("iso-8859-", "windows-125", "cp125", "koi8-", "macintosh", "ibm", "cp85", "cp437")
_DIEPTE = 200  # elements in each other; the parser itself stops at 256


def lees(data: bytes, path: str, wens: Wens) -> Ingelezen:
    """Return a web page as brokken.

    Raises:
        OnleesbaarError: CV951, it is too large or too deep; CV952, its letters cannot be told.
    """
    del wens  # what is inserted and deleted in a page is shown as such
    keur_omvang(data, path)
    text, codering = ontcijfer(data, path, _gezegd(data))
    return ingelezen(text, path, FORMAAT, codering)


def ingelezen(text: str, path: str, formaat: str, codering: str = "utf-8") -> Ingelezen:
    """Return the text of a page as brokken.

    Raises:
        OnleesbaarError: CV951, it is too deep, or has too many paragraphs.
    """
    wortel = ontleed(text, path)
    loper = Loper(regel_van, eigen=bool(_EIGEN.search(text[:_BEGIN])))
    if wortel is not None:
        loper.loop(wortel)
    keur_aantal(loper.brokken, path)
    regels = ((r, Plek("regel", n)) for n, r in enumerate(text.split("\n"), 1))
    return Ingelezen(
        formaat,
        tuple(loper.brokken),
        woorden_van(text),
        weggelaten=tuple(loper.weg),
        bewerkt=tuple(loper.bewerkt),
        onzeker=(*loper.onzeker, *twijfel_over_letters(regels, codering)),
    )


def ontleed(text: str, path: str) -> etree._Element | None:
    """Return the tree of a page; None when there is nothing in it.

    Raises:
        OnleesbaarError: CV951, it is too deep.
    """
    if not text.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    try:
        wortel = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if any("depth" in (fout.message or "") for fout in parser.error_log):
        weiger(path, f"er staan meer dan {_DIEPTE} elementen in elkaar", OPSLAAN)
    return wortel


def regel_van(element: etree._Element) -> Plek:
    """Return the line on which an element begins."""
    return Plek("regel", max(1, element.sourceline or 1))


def _gezegd(data: bytes) -> str:
    """Return how a page says that its letters are stored; "" when it does not."""
    match = _CHARSET.search(data[:_BEGIN])
    naam = match[1].decode("ascii").lower() if match else ""
    # Browsers read these as the other, which has more letters; so do the people who look at them.
    if naam in ("iso-8859-1", "latin1", "us-ascii", "windows-1252"):
        return "cp1252"
    return naam if naam.startswith(_LETTERS) else ""
