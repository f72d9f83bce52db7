"""The facts of a newcomer as options, and as questions in a terminal; one table for both."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.cli.invoer import vraag_passend
from convenantwerk.cli.opties import Datum, Lijst
from convenantwerk.cli.terugweg import Gegeven, in_woorden
from convenantwerk.opdrachten.toetreding.vragen import FEITEN, lees_kvk, lees_mailadres

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from convenantwerk.opdrachten.toetreding.vragen import Antwoordsoort, Feit


class _Gelezen(click.ParamType[str]):
    """A line that is read by a function; what does not fit it says in a ValueError."""

    def __init__(self, name: str, lees: Callable[[str], str]) -> None:
        self.name = name
        self._lees = lees

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return what was read, or fail with what was expected."""
        try:
            return self._lees(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


_SOORTEN: Mapping[Antwoordsoort, click.ParamType[Any]] = {
    "regel": click.STRING,
    "lijst": Lijst(),
    "datum": Datum(),
    "kvk": _Gelezen("NUMMER", lees_kvk),
    "email": _Gelezen("ADRES", lees_mailadres),
}


def _optietype(feit: Feit) -> click.ParamType[Any]:
    """Return how an option for a fact is read."""
    return click.Choice(feit.keuzes) if feit.soort == "keuze" else _SOORTEN[feit.soort]


def feiten_opties(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option for each fact."""
    for feit in reversed(FEITEN):
        option = click.option(
            feit.optie, type=_optietype(feit), default=feit.standaard or None, help=f"{feit.vraag}."
        )
        command = option(command)
    return command


def gegevens() -> tuple[Gegeven, ...]:
    """Return all that a request is made of, in the order in which it is asked."""
    return (
        Gegeven("datum", "Dag van het verzoek", "--datum", Datum(), nodig=True),
        *(Gegeven(f.naam, f.vraag, f.optie, _optietype(f), f.nodig) for f in FEITEN),
        Gegeven("kenmerk", "Kenmerk van het verzoek", "--kenmerk"),
    )


def vul_aan(
    waarden: Mapping[str, Any], bezwaren: Callable[[Mapping[str, Any]], list[str]], op: date
) -> dict[str, Any]:
    """Return the options with what is missing asked for, where there is someone to ask.

    Args:
        waarden: the options.
        bezwaren: what objects to facts, as sentences: an answer that brings a new one is asked
            again at once.
        op: the day on which it is recorded.

    Raises:
        ConvenantwerkError: CV303, what cannot be done without is missing and nobody can be asked.
    """
    known = dict(waarden)
    if sys.stdin.isatty():
        click.echo("Een vraag die u nu niet kunt beantwoorden, slaat u over met Enter.")
        for gegeven in gegevens():
            huidig = known[gegeven.naam]
            if huidig in (None, "", ()) or gegeven.naam == "soort":
                known[gegeven.naam] = _vraag(gegeven, known, bezwaren, op)
    known["datum"] = known["datum"] or op
    missing = [f for f in FEITEN if f.nodig and not str(known[f.naam] or "").strip()]
    if missing:
        wat = ", ".join(f"{f.vraag[0].lower()}{f.vraag[1:]}" for f in missing)
        tip = f"noem het met {' en '.join(f.optie for f in missing)}"
        naam = str(known["naam"] or "de organisatie")
        raise ConvenantwerkError("CV303", naam=naam, wat=wat, tip=tip)
    return known


def _vraag(
    gegeven: Gegeven,
    known: Mapping[str, Any],
    bezwaren: Callable[[Mapping[str, Any]], list[str]],
    op: date,
) -> object:
    """Ask one question until the answer fits; an empty answer leaves it open when it may."""
    before = set(bezwaren(known))

    def bezwaar(value: object) -> str:
        if gegeven.nodig and value in (None, "", ()):
            return "Zonder dit antwoord kan het verzoek niet worden vastgelegd."
        new = bezwaren({**known, gegeven.naam: value})
        return next((zin for zin in new if zin not in before), "")

    vanzelf = op if gegeven.naam == "datum" else _STANDAARD.get(gegeven.naam, "")
    huidig = known[gegeven.naam] or vanzelf
    standaard = "" if huidig in (None, "", ()) else in_woorden(huidig)
    return vraag_passend(
        gegeven.vraag,
        gegeven.optie,
        gegeven.soort,
        standaard=(standaard, huidig),
        bezwaar=bezwaar,
    )


# What each fact is when nobody says.
_STANDAARD: Mapping[str, Any] = {feit.naam: feit.standaard for feit in FEITEN}


def gewoon(
    waarden: Mapping[str, Any], keuzes: Mapping[str, Mapping[str, str]]
) -> Mapping[str, Any]:
    """Return answers with delen and overleggen by their short names, though asked by title."""
    korte = {
        naam: tuple(_korte_naam(wie, titels) for wie in waarden[naam] or ())
        for naam, titels in keuzes.items()
    }
    return {**waarden, **korte}


def _korte_naam(gevraagd: str, titels: Mapping[str, str]) -> str:
    """Return the short name of what may be called by its title too; what is unknown stays."""
    asked = naamsleutel(gevraagd)
    by_title = {naamsleutel(titel): naam for naam, titel in titels.items()}
    by_name = {naamsleutel(naam): naam for naam in titels}
    return by_name.get(asked) or by_title.get(asked) or gevraagd
