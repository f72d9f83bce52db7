"""Saying of a finding in the text that it is right as it is: by an opmerking at its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.controles.schakelaars import OVER_TEKST
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.bronbestand import erbij, vervang_bestand
from convenantwerk.opdrachten.tekst_bewerken import bewerkbaar
from convenantwerk.tekst.boom import (
    Alinea,
    Opsomming,
    Tabel,
    alle_blokken,
    alle_inline,
    blokken,
    elementen,
    inhouden,
)
from convenantwerk.tekst.bronstuk import Bronstuk
from convenantwerk.tekst.opmerkingen import Opmerking, geschreven, is_opmerking

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.tekst.boom import Convenant


@dataclass(frozen=True, slots=True)
class Goedkeuring:
    """What an opmerking would do; nothing is written.

    Args:
        regel: the opmerking as it comes in the source.
        pad: its file, below the folder of the dossier.
        was: what that holds.
        wordt: what it comes to hold.
        verdwenen: the findings that would be gone.
    """

    regel: str
    pad: str
    was: bytes
    wordt: bytes
    verdwenen: tuple[Diagnostic, ...]


def goed_te_keuren(bevinding: Diagnostic, bestanden: Container[str]) -> bool:
    """Tell whether a finding is one of which a source can say that it is right as it is.

    Args:
        bevinding: the finding.
        bestanden: the files of text that may be changed, as `bewerkbaar` gives them.
    """
    return (
        bevinding.ernst != "fout"
        and bevinding.code in OVER_TEKST
        and bevinding.position.path in bestanden
    )


def stel_goedkeuring_voor(
    geopend: Geopend, bevinding: Diagnostic, waarom: str, editie: Editie, op: date
) -> Goedkeuring:
    """Return what an opmerking at the words of a finding would do.

    Args:
        geopend: the dossier.
        bevinding: the finding.
        waarom: the reason, a piece of a sentence that follows "omdat".
        editie: the text in which it was found.
        op: of which day.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
        ConvenantwerkError: CV928, the source has no place for it.
    """
    gelezen = geopend.tekst(editie, op)
    bestanden = bewerkbaar(geopend)
    path = bestanden.get(bevinding.position.path)
    regel = _regel_van(gelezen.convenant, bevinding.position)
    if path is None or not regel or not goed_te_keuren(bevinding, bestanden):
        raise _geen_plaats("zij staat niet bij een kop, alinea, onderdeel of tabel")
    tekst = re.sub(r"^omdat\s+", "", " ".join(waarom.split()), flags=re.IGNORECASE).rstrip(".")
    woorden = bevinding.onderwerp if _is_te_noemen(bevinding.onderwerp) else ""
    opmerking = geschreven([Opmerking(bevinding.code, tekst, woorden)])[0]
    if not is_opmerking(opmerking):
        raise _geen_plaats("de reden heeft tekens die er niet in kunnen, of is te lang")
    was = geopend.lezer.data(path)[0] or b""
    wordt = _met_regel(was, regel, opmerking)
    daarna = Geopend(geopend.root, geopend.op, geopend.lezer.met(path, wordt)).tekst(editie, op)
    verdwenen = erbij(gelezen.nagelezen, daarna.nagelezen)
    wat = bevinding.code, bevinding.onderwerp or bevinding.melding
    if daarna.convenant != gelezen.convenant or not any(
        (one.code, one.onderwerp or one.melding) == wat for one in verdwenen
    ):
        raise _geen_plaats("op deze plaats laat de bron het niet toe")
    pad = path.relative_to(geopend.root).as_posix()
    return Goedkeuring(opmerking, pad, was, wordt, verdwenen)


def leg_goedkeuring_vast(geopend: Geopend, voorstel: Goedkeuring) -> None:
    """Write it, when its file is still as it was read.

    Raises:
        ConvenantwerkError: CV910, CV911 or CV901.
    """
    vervang_bestand(geopend, voorstel.pad, voorstel.was, voorstel.wordt)


def _is_te_noemen(woorden: str) -> bool:
    return bool(woorden) and is_opmerking(geschreven([Opmerking("CV100", "x", woorden)])[0])


def _met_regel(data: bytes, regel: int, opmerking: str) -> bytes:
    """Return a file with an opmerking above one of its lines, counted from 1."""
    stuk = Bronstuk(data, regel - 1, regel)
    line = stuk.tekst
    wit = line[: len(line) - len(line.lstrip())]
    return stuk.met(f"{wit}{opmerking}\n{line}").data


def _regel_van(convenant: Convenant, plaats: Position) -> int:
    """Return the line on which the heading, alinea, onderdeel or table begins of a place, or 0."""
    begint = 0
    for at, regels in _plaatsen(convenant):
        if (plaats.path, plaats.line) in regels:
            return at.line
        if at.path == plaats.path and begint < at.line <= plaats.line:
            begint = at.line
    return begint


def _plaatsen(convenant: Convenant) -> Iterator[tuple[Position, set[tuple[str, int]]]]:
    """Yield where each begins that an opmerking can be about, and the lines its words are on."""
    for element in elementen(convenant.delen):
        yield element.position, set()
        for blok in alle_blokken(blokken(element)):
            if isinstance(blok, Opsomming):
                yield from ((item.position, set()) for item in blok.onderdelen)
            elif isinstance(blok, Alinea | Tabel):
                woorden = (one for inhoud in inhouden(blok) for one in alle_inline(inhoud))
                found = (getattr(one, "position", NERGENS) for one in woorden)
                yield blok.position, {(at.path, at.line) for at in found if at.line}


def _geen_plaats(reden: str) -> ConvenantwerkError:
    tip = "zet de bevinding uit in convenant.yaml onder 'controles'"
    return ConvenantwerkError("CV928", wat="de bron bij deze bevinding", reden=reden, tip=tip)
