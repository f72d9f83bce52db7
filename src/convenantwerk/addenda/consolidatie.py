"""The text in force on a date: the base text with the addenda that are in force, in order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.addenda.wijzigingen import is_getoond, pas_toe
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import Toetreding
from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.boom import Convenant, Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Addendum, Dossier, Editie

Delen = tuple[Element, ...]

_NAMEN: Mapping[Editie, str] = {"met-addenda": "met addenda", "doorlopend": "doorlopende tekst"}


@waarde
class Consolidatie:
    """The text on a date, and what kept an addendum from being applied."""

    convenant: Convenant
    diagnostics: tuple[Diagnostic, ...]


def tekst_op(dossier: Dossier, op: date, editie: Editie = "vanzelf") -> Consolidatie:
    """Return the text in force on a date.

    An addendum counts from its ingangsdatum on (the addendum of 18 June 2018 on that day). It is
    applied whole or not at all.
    """
    delen = with_ankers(dossier.delen)
    found: list[Diagnostic] = []
    naam = dossier.instellingen.editie
    geldend = [a for a in dossier.addenda if a.gegevens.ingangsdatum <= op]
    editie = gekozen_editie(geldend, editie)
    for addendum in geldend:
        delen, problems = pas_toe(delen, addendum, editie)
        found += problems
        if not problems:
            naam = f"{voluit(addendum.gegevens.ingangsdatum)} ({_NAMEN[editie]})"
    nummers, problems = _aangehecht(dossier, op)
    if nummers:
        delen = (*delen, *with_ankers([_verklaringen([dossier.verklaringen[n] for n in nummers])]))
        naam = f"{naam}, met {_genoemd(nummers)}"
    return Consolidatie(Convenant(delen, naam), (*found, *problems))


def gekozen_editie(addenda: Iterable[Addendum], editie: Editie) -> Editie:
    """Return the edition that is asked for; "vanzelf" is the one that can show all addenda."""
    if editie != "vanzelf":
        return editie
    bound = all(is_getoond(addendum, "met-addenda") for addendum in addenda)
    return "met-addenda" if bound else "doorlopend"


def laatste_wijziging(dossier: Dossier) -> date:
    """Return the last day on which the text becomes another; from then on it stays the same."""
    dagen = [addendum.gegevens.ingangsdatum for addendum in dossier.addenda]
    dagen += [g.datum for g in dossier.gebeurtenissen if g.soort == "toetreding"]
    return max(dagen, default=date.min)


def _aangehecht(dossier: Dossier, op: date) -> tuple[list[int], list[Diagnostic]]:
    """Return the numbers of the toetredingsverklaringen that are bound behind the text (7.e)."""
    found: list[Diagnostic] = []
    nummers = []
    for g in van_soort(dossier.gebeurtenissen, Toetreding):
        if g.nummer is None or g.datum > op:
            continue
        if g.nummer in dossier.verklaringen:
            nummers.append(g.nummer)
        else:
            naam = f"convenant/verklaringen/{g.nummer}-….md"
            tip = "zet de tekst van de verklaring terug (git checkout)"
            found.append(CODES["CV011"].at(g.position, naam=naam, tip=tip))
    return sorted(nummers), found


def _verklaringen(verklaringen: Sequence[Element]) -> Element:
    """Return declarations as the last part of the text, a folder without a heading of its own."""
    return Element("voorwerk", "", "", (), "verklaringen", tuple(verklaringen), 0)


def _genoemd(nummers: Sequence[int]) -> str:
    """Return "toetredingsverklaring 1", or "toetredingsverklaringen 1, 2 en 3"."""
    *others, last = map(str, nummers)
    if not others:
        return f"toetredingsverklaring {last}"
    return f"toetredingsverklaringen {', '.join(others)} en {last}"
