"""How much time and memory papers may take, and what is said when they would take more.

A template, style sheet or picture of a dossier may come from anybody. What it makes of a paper has
no bound of its own: a loop in a loop, a picture that draws itself ten times ten times. So who asks
for a paper gives as much as such a paper takes, and some more.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.papier.huisstijl import engine_templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convenantwerk.papier.bezig import Stap, Waarvan
    from convenantwerk.papier.huisstijl import Huisstijl

MB = 1_000_000
GEDULD = "CONVENANT_GEDULD"  # the variable by which a slow computer gets more time

# A text of 78 kB takes 0.07 s for each kB in three formats, a letter 0.1 s, loading everything 1 s.
_BEGIN = 5.0  # seconds of processor time
_PER_VRAAG = 0.2
_PER_KB = 0.1
_GEHEUGEN = 300 * MB  # loading everything takes 60
_GEHEUGEN_PER_KB = MB
_VERTROUWD = 4  # times as much, when no template is the dossier's own: only its text can be long
_DRUK = 6  # on a busy computer a second of the processor may take this many of the clock
_BRIEF = 250_000  # characters of a letter
_ANTWOORD = 64 * MB  # of the files of a paper, and of what goes into it


@dataclass(frozen=True, slots=True)
class Maat:
    """What one request may take: seconds of processor time, and bytes of memory."""

    seconden: float
    geheugen: int

    def overschreden(self, seconden: float, klok: float, geheugen: int) -> Waarvan | None:
        """Return what there is too much of; None when all is well.

        Args:
            seconden: that the processor worked on it.
            klok: seconds by the clock.
            geheugen: bytes.
        """
        if geheugen > self.geheugen:
            return "geheugen"
        return "tijd" if max(seconden, klok / _DRUK) > self.seconden else None


class Tegoed:
    """The time of one worker: what it begins with, and what each request adds for its size.

    What is left of a request is kept up to what there was in the beginning. So a command of one
    letter ends soon, one of a thousand can take a thousand times as long, and no template can take
    its time a thousand times.
    """

    def __init__(self, huisstijl: Huisstijl) -> None:
        ruim = 1 if eigen(huisstijl) else _VERTROUWD
        self._tijd = ruim * _geduld(os.environ)
        self._geheugen = _GEHEUGEN * ruim
        self._over = _BEGIN * self._tijd

    def maat(self, kilobytes: float) -> Maat:
        """Return what a request of this size may take."""
        self._over += (_PER_VRAAG + _PER_KB * kilobytes) * self._tijd
        return Maat(self._over, self._geheugen + round(_GEHEUGEN_PER_KB * kilobytes))

    def gebruikt(self, seconden: float) -> None:
        """Take off what a request took."""
        self._over = min(self._over - seconden, _BEGIN * self._tijd)


def _geduld(environment: Mapping[str, str]) -> float:
    try:
        return min(max(float(environment.get(GEDULD, "1")), 1.0), 1000.0)
    except ValueError:
        return 1.0


def eigen(huisstijl: Huisstijl) -> set[str]:
    """Return the files of a house style that do not come with the engine."""
    return {naam for naam in huisstijl.paden if is_eigen(huisstijl, naam)}


def is_eigen(huisstijl: Huisstijl, naam: str) -> bool:
    """Tell whether a file of a house style does not come with the engine."""
    return huisstijl.paden.get(naam) != shown(engine_templates() / naam)


# Which of the files of a page is most likely at fault, when nothing tells.
_VERDACHT = (".svg", ".css", ".html", ".png", ".jpg", ".jpeg", ".ttf", ".otf", ".woff", ".woff2")


def te_veel(
    huisstijl: Huisstijl, stap: Stap | None, waarvan: Waarvan, *, stuk: str = "", regel: int = 0
) -> ConvenantwerkError:
    """Return the error that a step of the work takes too much.

    Args:
        huisstijl: its files.
        stap: what was going on.
        waarvan: what there is too much of.
        stuk: the paper it was for.
        regel: the line of the template, when it is known.
    """
    pad, wat = _waar(huisstijl, stap, stuk)
    tip = _TIPS[waarvan] if pad else "maak het stuk kleiner; de figuren en bijlagen tellen mee"
    return ConvenantwerkError("CV037", pad=pad, regel=regel, wat=wat, waarvan=waarvan, tip=tip)


_TIPS: Mapping[Waarvan, str] = {
    "tijd": "zoek naar een lus, een maat of een verwijzing die steeds verder gaat; "
    f"is uw computer traag, geef dan meer tijd met {GEDULD}=3",
    "geheugen": "zoek naar een lus, een maat, een afbeelding of een tekst die veel te groot wordt",
}


def mislukt(
    huisstijl: Huisstijl, stap: Stap | None, reden: str, *, stuk: str = ""
) -> ConvenantwerkError:
    """Return the error that a step of the work came to a halt; arguments as `te_veel`."""
    pad, wat = _waar(huisstijl, stap, stuk)
    return ConvenantwerkError("CV039", pad=pad, wat=wat, reden=reden)


def reden_van(error: BaseException) -> str:
    """Return in plain Dutch why the work came to a halt."""
    found: BaseException | None = error
    while found is not None:  # a library may have met it on its way, and fallen over it
        for soort, reden in _REDENEN:
            if isinstance(found, soort):
                return reden
        found = found.__cause__ or found.__context__
    return "de opmaak vraagt iets wat niet kan"


GEEN_ANTWOORD = "het onderdeel dat opmaakt, is ermee opgehouden"
_REDENEN: tuple[tuple[type[BaseException], str], ...] = (
    (RecursionError, "iets is te diep genest, of verwijst naar zichzelf"),
    (ArithmeticError, "een maat of een getal is te groot of te klein"),
    (MemoryError, "er is te weinig geheugen"),
)


def _waar(huisstijl: Huisstijl, stap: Stap | None, stuk: str) -> tuple[str, str]:
    """Return the path to name, and in words what was being done."""
    own = eigen(huisstijl)
    if stap is not None and stap.soort == "invullen":
        naam = stap.namen[-1]
        if naam not in own:  # then what it takes in
            naam = next((n for n in sorted(own) if n.endswith(PurePath(naam).suffix)), naam)
        if naam in own or not own:
            return huisstijl.paden.get(naam, naam), "het invullen van dit sjabloon"
        stap = None  # the time went to what came before
    used = _verdacht(stap.namen if stap else own, own)
    wat = f"het opmaken van '{stuk}'" if stuk else "het opmaken"
    if len(used) > 1:
        wat += f" met {' en '.join(used)}"
    return (huisstijl.paden[used[0]] if used else ""), wat


def _verdacht(namen: Iterable[str], own: set[str]) -> list[str]:
    """Return which of the files are the dossier's own, the most suspect first."""
    found = [naam for naam in dict.fromkeys(namen) if naam in own and _rang(naam) < len(_VERDACHT)]
    return sorted(found, key=_rang)


def _rang(naam: str) -> int:
    return next((n for n, einde in enumerate(_VERDACHT) if naam.endswith(einde)), len(_VERDACHT))


def kort_genoeg(huisstijl: Huisstijl, naam: str, tekst: str) -> str:
    """Return the text of a letter, when it has the length of one.

    Raises:
        ConvenantwerkError: CV037, it has not.
    """
    if len(tekst) > _BRIEF:
        pad = huisstijl.paden.get(naam, naam)
        wat, tip = "de tekst van deze brief", _TIPS["geheugen"]
        raise ConvenantwerkError("CV037", pad=pad, wat=wat, waarvan="geheugen", tip=tip)
    return tekst


def past(bestanden: Iterable[bytes], gevraagd: int) -> bool:
    """Tell whether the files of a paper are no larger than a paper can be.

    Args:
        bestanden: the files.
        gevraagd: the bytes that went into it, such as pictures.
    """
    return sum(map(len, bestanden)) <= _ANTWOORD + 4 * gevraagd
