"""Before anything is recorded: all answers in a row, and a way back to each of them.

Who sees a mistake types its number and answers that one question again; what follows from the
answers is worked out and shown anew. Nothing is recorded before the ja.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.cli.bevestigen import GeweigerdError, stop, weiger_bij_fout
from convenantwerk.cli.invoer import Regel, vraag_om, vraag_passend
from convenantwerk.cli.opties import Datum
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.weergave import show_diagnostics

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic

T = TypeVar("T")
_JA = ("ja", "j")
_NEE = ("nee", "n", "")


@dataclass(frozen=True, slots=True)
class Gegeven:
    """One thing that is recorded: what it is called, and how it is asked for.

    Args:
        naam: its key among the answers.
        vraag: what it is called, and the question for it.
        optie: what gives it beforehand.
        soort: of what type it is.
        nodig: whether it may not be left open.
    """

    naam: str
    vraag: str
    optie: str
    soort: click.ParamType[Any] = field(default_factory=Regel)
    nodig: bool = False


UITERLIJK = Gegeven("uiterlijk", "Terug uiterlijk", "--uiterlijk", Datum())


def leg_voor(
    gegevens: Sequence[Gegeven],
    waarden: Mapping[str, Any],
    bekijk: Callable[[Mapping[str, Any]], T],
    *,
    ja: bool,
) -> T:
    """Show what follows from answers and ask for a ja; return what is to be recorded.

    Args:
        gegevens: what can be changed, in the order in which it is shown.
        waarden: the answers.
        bekijk: works out and shows what follows from answers.
        ja: go on without asking.

    Raises:
        SystemExit: nothing is recorded, by a nee or since something objects.
        ConvenantwerkError: as `bekijk` raises; of an answer that was changed it is shown.
    """
    try:
        gezien = bekijk(waarden)
    except GeweigerdError:
        stop()
    if not ja:
        _toon(gegevens, waarden)
    while not ja:
        antwoord = _vraag(len(gegevens))
        if antwoord in _JA:
            break
        if antwoord in _NEE:
            stop()
        if not (antwoord.isascii() and antwoord.isdigit() and 0 < int(antwoord) <= len(gegevens)):
            click.echo("  Antwoord met ja of nee, of met het nummer van wat u wilt wijzigen.")
            continue
        gegeven = gegevens[int(antwoord) - 1]
        nieuw = {**waarden, gegeven.naam: _opnieuw(gegeven, waarden[gegeven.naam])}
        try:
            gezien, waarden = bekijk(nieuw), nieuw
            _toon(gegevens, waarden)
        except GeweigerdError:
            click.echo("  Zo kan het niet; het blijft zoals het was.")
        except (ConvenantwerkError, click.UsageError) as error:
            _toon_fout(error)
            click.echo("  Zo kan het niet; het blijft zoals het was.")
    return gezien


def vraag_ja(bezwaren: Sequence[Diagnostic], toon: Callable[[], None], *, ja: bool) -> None:
    """Show what follows from what was asked in one go, and ask for a ja.

    Args:
        bezwaren: what objects to it.
        toon: shows what follows.
        ja: go on without asking.

    Raises:
        SystemExit: nothing is recorded, by a nee or since something objects.
    """

    def bekijk(_: Mapping[str, Any]) -> None:
        weiger_bij_fout(bezwaren)
        toon()

    leg_voor((), {}, bekijk, ja=ja)


def _toon_fout(error: ConvenantwerkError | click.UsageError) -> None:
    if isinstance(error, ConvenantwerkError):
        show_diagnostics(error.diagnostics, err=True)
    else:
        click.echo(f"  {error.message}", err=True)


def _vraag(aantal: int) -> str:
    """Return the answer to the last question."""
    keuze = "ja/nee, of een nummer om te wijzigen" if aantal else "ja/nee"
    antwoord: str = vraag_om(f"Vastleggen? ({keuze})", "--ja", default="nee", show_default=False)
    return antwoord.strip().lower()[:9]


def _toon(gegevens: Sequence[Gegeven], waarden: Mapping[str, Any]) -> None:
    width = len(str(len(gegevens)))
    for nummer, gegeven in enumerate(gegevens, 1):
        zin = f"{nummer:>{width}}. {gegeven.vraag}: {in_woorden(waarden[gegeven.naam])}"
        toon_zin(zin, "  ", vervolg=" " * (width + 6))


def in_woorden(waarde: object) -> str:
    """Return an answer as one reads it."""
    if isinstance(waarde, date):
        return voluit(waarde)
    if isinstance(waarde, tuple | list):
        return ", ".join(map(str, waarde)) or in_woorden(None)
    return "niet ingevuld" if waarde in (None, "") else str(waarde)


def _opnieuw(gegeven: Gegeven, huidig: object) -> object:
    """Ask for one answer again; an empty one leaves it, a dash takes it away where that may be."""
    leeg: object = () if isinstance(huidig, tuple) else "" if isinstance(huidig, str) else None
    if not gegeven.nodig:
        click.echo("  Enter laat het zo, een streepje maakt het leeg.")
    standaard = "" if huidig in (None, "", ()) else in_woorden(huidig)
    return vraag_passend(
        gegeven.vraag,
        gegeven.optie,
        gegeven.soort,
        standaard=(standaard, huidig),
        leeg=None if gegeven.nodig else ("-", leeg),
    )
