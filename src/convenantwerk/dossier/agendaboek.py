"""What was last given out of every item of the calendars: the record that SEQUENCE rests on.

Nothing else in a dossier tells that a day once stood in somebody's agenda: a rule that changes in
convenant.yaml leaves no gebeurtenis, and neither does a row that is mended.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.files import shown
from convenantwerk.basis.tekst import Vrijetekst
from convenantwerk.basis.waarde import waarde
from convenantwerk.basis.yaml import bind_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.basis.lezer import Lezer

AGENDABOEK = Path("archief") / "agenda.yaml"
MEEST = 900_000  # as volgnummer: a number in YAML has six digits, and it must have room to rise
_KOP = (
    "# Wat van elk agendapunt het laatst is uitgegeven. Het programma houdt dit bij. Wijzig het\n"
    "# niet: dan nemen de agenda's van anderen de volgende uitgave niet meer over.\n"
)


@waarde
class Agendapunt:
    """One item as it was last given out.

    Args:
        sleutel: the name of the uiterste datum, on which its UID rests.
        soort: what kind of day it is.
        titel: what it is, in one line.
        datum: its day.
        volgnummer: how often it has changed since it was first given out (SEQUENCE).
        uitgegeven: the day for which it was given out as it is now.
        tot: the last day on which an agenda may still hold it to be to come: it may have moved.
        inhoud: the begin of the sha256 of all that an agenda shows of it.
        stand: whether it is to come, overdue, or cancelled.
        partner: the sleutel of the partner it is about, "" when it is about all.
        ook: other partners in whose calendars it was given out.
    """

    sleutel: str
    soort: str
    titel: Vrijetekst
    datum: date
    volgnummer: int
    uitgegeven: date
    tot: date
    inhoud: str
    stand: Literal["gepland", "te laat", "afgezegd"] = "gepland"
    partner: str = ""
    ook: tuple[str, ...] = ()
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Agendaboek:
    """All items that were ever given out.

    Args:
        naam: what tells the items of this dossier from those of others; it stays as it was when
            the samenwerkingsverband gets another name.
        punten: the items, each once.
    """

    naam: str = ""
    punten: tuple[Agendapunt, ...] = ()


def lees_agendaboek(root: Path, lezer: Lezer) -> tuple[Agendaboek, tuple[Diagnostic, ...]]:
    """Return what was given out, nothing when it cannot be read; and the findings."""
    path = root / AGENDABOEK
    if not lezer.is_er(path):
        return Agendaboek(), ()
    text, found = lezer.text(path)
    boek, problems = (None, ()) if text is None else bind_text(Agendaboek, text, shown(path))
    if boek is None:
        return Agendaboek(), (*found, *problems)
    return boek, tuple(_bezwaren(boek))


def eis_agendaboek(root: Path, lezer: Lezer) -> Agendaboek:
    """Return what was given out, for who gives out more.

    Raises:
        OnleesbaarError: it cannot be read, so that no number can be sure to be higher.
    """
    boek, found = lees_agendaboek(root, lezer)
    if found:
        raise OnleesbaarError(found)
    return boek


def schrijf_agendaboek(boek: Agendaboek) -> bytes:
    """Return the file that holds what was given out."""
    return (_KOP + as_yaml(boek)).encode()


def _bezwaren(boek: Agendaboek) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for punt in boek.punten:
        if punt.sleutel in seen:
            yield CODES["CV321"].at(punt.position, sleutel=punt.sleutel, wat="staat er twee keer")
        elif punt.volgnummer > MEEST:
            wat = f"heeft een volgnummer boven {MEEST}"
            yield CODES["CV321"].at(punt.position, sleutel=punt.sleutel, wat=wat)
        seen.add(punt.sleutel)
