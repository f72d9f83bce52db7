"""What a user types: the words of options, and the answers to questions.

What would be a fout in a register is refused before it gets there.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.getypt import gevouwen, zichtbaar
from convenantwerk.basis.stromen import hoorbaar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Regel(click.ParamType[str]):
    """One line of characters that one sees, with one space between its words."""

    name = "TEKST"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the line, or fail with what does not belong in it."""
        return gevouwen(zichtbare_regel(str(value), param, ctx))


def zichtbare_regel(
    value: str, param: click.Parameter | None, ctx: click.Context | None = None
) -> str:
    """Return a line as it is, or fail with what does not belong in it."""
    try:
        return zichtbaar(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None


def gewone_waarden(given: Mapping[str, object]) -> dict[str, object]:
    """Return the options of the command that runs, each of its texts as a line.

    What click leaves as it was typed, such as the path of an edition, stays as it is.

    Raises:
        click.UsageError: one holds what does not belong in it, or is empty and may not be.
    """
    ctx = click.get_current_context()
    params = {param.name: param for param in ctx.command.params}
    return {naam: _gewoon(value, params.get(naam), ctx) for naam, value in given.items()}


def _gewoon(value: object, param: click.Parameter | None, ctx: click.Context) -> object:
    if isinstance(value, tuple):
        return tuple(zichtbare_regel(v, param, ctx) if isinstance(v, str) else v for v in value)
    if not isinstance(value, str) or (param and param.type is click.UNPROCESSED):
        return value
    regel = Regel().convert(value, param, ctx)
    if param is not None and param.required and not regel:
        raise click.BadParameter("dit mag niet leeg zijn.", ctx, param)
    return regel


def vraag_passend(  # noqa: PLR0913  # what a question is made of
    vraag: str,
    optie: str,
    soort: click.ParamType[Any],
    *,
    standaard: tuple[str, object] = ("", ""),
    leeg: tuple[str, object] | None = None,
    bezwaar: Callable[[object], str] = lambda _: "",
) -> object:
    """Ask a question until the answer fits, each time with what is wrong.

    Args:
        vraag: the question.
        optie: what gives the answer beforehand.
        soort: of what type the answer is.
        standaard: what is shown for an empty answer, and the value that it has.
        leeg: what is typed for no answer at all, and the value that this has.
        bezwaar: says what is wrong with a value, "" when nothing is.
    """
    keuze = f" ({', '.join(soort.choices)})" if isinstance(soort, click.Choice) else ""
    getoond, ongezien = standaard
    while True:
        antwoord = vraag_om(
            f"{vraag}{keuze}", optie, default=getoond, show_default=bool(getoond), type=str
        )
        value: object = ongezien
        if leeg is not None and antwoord.strip() == leeg[0]:
            return leeg[1]
        if antwoord != getoond:
            try:
                value = _gelezen(antwoord, soort)
            except click.BadParameter as error:
                click.echo(f"  {error.message}")
                continue
        if reden := bezwaar(value):
            click.echo(f"  {reden}")
            continue
        return value


def _gelezen(antwoord: str, soort: click.ParamType[Any]) -> object:
    """Return an answer as a value of a type.

    Raises:
        click.BadParameter: it does not fit.
    """
    regel = zichtbare_regel(antwoord, None)
    if isinstance(soort, click.Choice):
        regel = regel.strip().lower()
    soort = Regel() if soort is click.STRING else soort
    return soort.convert(regel, None, None)


def vraag_om(vraag: str, optie: str, **keuzes: Any) -> Any:  # noqa: ANN401  # as click.prompt
    """Ask a question.

    Args:
        vraag: the question.
        optie: what gives the answer beforehand, as the user would type it.
        keuzes: what else `click.prompt` is told.

    Raises:
        ConvenantwerkError: CV916, there is nobody to answer.
    """
    try:
        with hoorbaar() if sys.stdin.isatty() else nullcontext():
            return click.prompt(vraag, **keuzes)
    except click.Abort as error:
        if isinstance(error.__context__, KeyboardInterrupt):
            raise
        click.echo()  # the question has no answer behind it
        tip = f"geef het antwoord vooraf, met {optie}"
        raise ConvenantwerkError("CV916", vraag=vraag, tip=tip) from None
