"""The text in force on a date: the base text with the addenda that are in force, in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.model.codes import CODES
from convenantwerk.model.datum import voluit
from convenantwerk.model.diagnostics import bedoelde
from convenantwerk.model.opbouw import with_ankers
from convenantwerk.model.tekst import Blok, Convenant, Element, elementen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from convenantwerk.model.diagnostics import Diagnostic
    from convenantwerk.model.dossier import Addendum, Dossier, Wijziging
    from convenantwerk.model.opbouw import Part

Delen = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Consolidatie:
    """The text on a date, and what kept an addendum from being applied."""

    convenant: Convenant
    diagnostics: tuple[Diagnostic, ...]


def tekst_op(dossier: Dossier, op: date) -> Consolidatie:
    """Return the text in force on a date.

    An addendum counts from its ingangsdatum on (the addendum of 18 June 2018 on that day). It is
    applied whole or not at all.
    """
    delen = with_ankers(dossier.delen)
    found: list[Diagnostic] = []
    editie = dossier.instellingen.editie
    for addendum in dossier.addenda:
        if addendum.gegevens.ingangsdatum > op:
            continue
        changed, problems = _apply(delen, addendum)
        found += problems
        if not problems:
            delen = changed
            editie = f"{voluit(addendum.gegevens.ingangsdatum)} (met addenda)"
    return Consolidatie(Convenant(delen, editie), (*found, *check_ankers(delen)))


def _apply(delen: Delen, addendum: Addendum) -> tuple[Delen, list[Diagnostic]]:
    problems: list[Diagnostic] = []
    for wijziging in addendum.gegevens.wijzigingen:
        parts = addendum.teksten.get(wijziging.tekst)
        if parts is None:  # its text could not be read, and the reader has said so
            continue
        place = wijziging.na or wijziging.in_
        known = [known.anker for known in elementen(delen)]
        if place not in known or bool(wijziging.na) == bool(wijziging.in_):
            reden = f"plaats '{place}' bestaat niet in dit convenant"
            tip = bedoelde(place, known) or "noem een anker dat in de tekst voorkomt"
            if bool(wijziging.na) == bool(wijziging.in_):
                reden, tip = (
                    "de plaats is niet één keer genoemd",
                    "noem 'na' of 'in', niet beide",
                )
            problems.append(CODES["CV015"].at(wijziging.position, reden=reden, tip=tip))
            continue
        delen = with_ankers(_attach(delen, wijziging, parts))
    return delen, problems


def _attach(delen: Delen, wijziging: Wijziging, parts: tuple[Part, ...]) -> Delen:
    elements = [part for part in parts if isinstance(part, Element)]

    def attach(siblings: Iterable[Element | Blok]) -> Iterable[Element | Blok]:
        for sibling in siblings:
            if not isinstance(sibling, Element):
                yield sibling
                continue
            inhoud = tuple(attach(sibling.inhoud))
            if sibling.anker == wijziging.in_:
                inhoud = (*inhoud, *elements)
            yield replace(sibling, inhoud=inhoud)
            if sibling.anker == wijziging.na:
                yield from elements

    return tuple(part for part in attach(delen) if isinstance(part, Element))


def check_ankers(delen: Delen) -> Iterable[Diagnostic]:
    """Every element has an anker of its own, so that a verwijzing can only mean one."""
    seen: dict[str, Element] = {}
    for element in elementen(delen):
        if element.anker in seen:
            eerder = seen[element.anker].position
            tip = "geef deze kop een eigen anker: zet er '{#naam}' achter"
            yield CODES["CV016"].at(element.position, anker=element.anker, eerder=eerder, tip=tip)
        seen.setdefault(element.anker, element)
