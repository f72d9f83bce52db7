"""Bytes to text: how the letters of a file are stored, and whether any were lost before."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from convenantwerk.basis.tekens import ONDRUKBAAR
from convenantwerk.invoer.brok import Onzeker
from convenantwerk.invoer.grenzen import geweigerd

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.invoer.brok import Plek

WINDOWS = "Windows-1252"
# A mark at the begin of a file that says how its letters are stored; the longest first.
_MERKEN = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Dutch text in Windows-1252 has besides ASCII. In the code page of DOS or of a Mac most of
# these bytes are others, and the text would be full of signs that nobody writes.
_GEWOON_IN_WINDOWS = frozenset(
    "éèëêïíîìóòöôúùüûáàäâãåçñõøæßÉÈËÊÏÍÓÖÔÚÜÁÀÄÂÅÇÑØÆ€\u201a„“”\u2018\u2019\u2013—…•§°±²³¹·«»©®™£µ½¼¾ºª\xb4¨\xd7†‡%\u00a0\u00ad"
)
_VREEMD = 0.3  # so much of what is not ASCII may be something else
STUURTEKEN = re.compile(rf"(?![\t\n\f]){ONDRUKBAAR.pattern}")  # a page may end
_RARITEIT = 200  # among so many characters one that cannot be printed may be an accident
_REGELEINDEN = re.compile("\r\n?|[\v\x85\u2028]")
_VERHASPELD = re.compile(
    "[ÃÂ][\u0080-\u00bf€\u201aƒ„…†‡\u02c6‰Š\u2039ŒŽ\u2018\u2019“”•\u2013—\u02dc™š\u203aœžŸ]|â€|\ufffd"
)
_TIP = "open het in een tekstverwerker, en sla het op als tekst in UTF-8"


class Gelezen(NamedTuple):
    """The text of a file, with line feeds only, and how its letters were stored."""

    tekst: str
    codering: str


def ontcijfer(data: bytes, path: str, codering: str = "") -> Gelezen:
    """Return the text that bytes hold.

    Args:
        data: the file, whole.
        path: the file as the user sees it.
        codering: what the file itself says of it, as a web page may; a mark at its begin goes
            first, and UTF-8, which no other text is by accident.

    Raises:
        OnleesbaarError: CV952, it is no text, or stored in a way that cannot be told for sure.
    """
    for merk, naam in _MERKEN:
        if data.startswith(merk):
            return _met_merk(data, path, naam)
    nul = data.find(b"\0")
    if nul >= 0:
        _onleesbaar(data[:nul], path, "er staan bytes in die geen letters zijn (U+0000)")
    for naam in filter(None, ("utf-8", codering)):
        try:
            return Gelezen(_zonder_rommel(data.decode(naam), path), naam)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return Gelezen(_zonder_rommel(_windows(data, path), path), WINDOWS)


def _met_merk(data: bytes, path: str, naam: str) -> Gelezen:
    try:
        return Gelezen(_zonder_rommel(data.decode(naam), path), naam.removesuffix("-sig"))
    except UnicodeDecodeError as error:
        reden = f"het begint als {naam.removesuffix('-sig').upper()}, maar is dat niet"
        _onleesbaar(data[: error.start], path, reden)


def _windows(data: bytes, path: str) -> str:
    """Return text in Windows-1252, when it reads as that."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        reden = f"byte {data[error.start]:02X} is in UTF-8 en in {WINDOWS} geen letter"
        _onleesbaar(data[: error.start], path, reden)
    anders = [teken for teken in text if teken > "\x7f"]
    vreemd = [teken for teken in anders if teken not in _GEWOON_IN_WINDOWS]
    if len(vreemd) > _VREEMD * len(anders):
        plek = text.index(vreemd[0])
        woord = _woord_op(text, plek)
        reden = f"letters met accenten zijn op een oude manier opgeslagen, zoals in '{woord}'"
        _onleesbaar(data[:plek], path, reden)
    return text


def _zonder_rommel(text: str, path: str) -> str:
    """Return text with one kind of line end; what is no text at all is refused."""
    text = _REGELEINDEN.sub("\n", text.removesuffix("\x1a").removeprefix("\ufeff"))
    text = text.replace("\u2029", "\n\n")
    gek = STUURTEKEN.findall(text)
    if gek and len(gek) * _RARITEIT > len(text):
        match = STUURTEKEN.search(text)
        begin = text[: match.start() if match else 0]
        _onleesbaar(
            begin.encode("utf-8", "replace"), path, "er staan tekens in die geen tekst zijn"
        )
    return text


def _onleesbaar(voor: bytes, path: str, reden: str) -> NoReturn:
    regel = voor.count(b"\n") + 1
    raise geweigerd("CV952", path, regel, reden=reden, tip=_TIP)


def _woord_op(text: str, plek: int) -> str:
    begin = text[max(0, plek - 40) : plek].rsplit(" ", maxsplit=1)[-1].rsplit("\n", maxsplit=1)[-1]
    return begin + re.split(r"\s", text[plek : plek + 40], maxsplit=1)[0]


def twijfel_over_letters(regels: Iterable[tuple[str, Plek]], codering: str) -> Iterator[Onzeker]:
    """Yield where letters may have been lost before the file came here.

    Args:
        regels: the lines of the text, and their places.
        codering: as `ontcijfer` gave it.
    """
    gemeld = codering != WINDOWS
    for regel, plek in regels:
        if regel.isascii():
            continue
        if match := _VERHASPELD.search(regel):
            waarom = "letters met accenten lijken verkeerd opgeslagen"
            yield Onzeker(_woord_op(regel, match.start()), plek, waarom)
        if not gemeld and (match := re.search("[^\x00-\x7f]", regel)):
            gemeld = True
            waarom = (
                f"het bestand is in {WINDOWS} opgeslagen; kijk of de bijzondere letters goed zijn"
            )
            yield Onzeker(_woord_op(regel, match.start()), plek, waarom)
