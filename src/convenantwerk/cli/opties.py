"""What commands share: types of options, the folder of the dossier, and today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import click

from convenantwerk.basis.datum import getypte_datum
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import find_dossier, is_dossier, shown
from convenantwerk.dossier.dossier import Editie
from convenantwerk.papier.formaten.tabel import formaten

# What adds an option to a command.
Optie = Callable[[Callable[..., None]], Callable[..., None]]


class Datum(click.ParamType[date]):
    """A date as people type it: 2026-07-01, 1-7-2026 or 1 juli 2026."""

    name = "DATUM"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the date, or fail with what was expected."""
        if isinstance(value, date):
            return value
        try:
            return getypte_datum(str(value))
        except ValueError as error:
            self.fail(f"'{value}' is geen datum: {error}.", param, ctx)


class Getal(click.ParamType[int]):
    """A whole number within bounds."""

    name = "GETAL"

    def __init__(self, kleinst: int, grootst: int) -> None:
        self.kleinst = kleinst
        self.grootst = grootst

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number, or fail with what was expected."""
        text = str(value).strip()
        gewoon = text.isascii() and text.isdigit() and len(text) <= len(str(self.grootst))
        if not gewoon or not self.kleinst <= int(text) <= self.grootst:
            bereik = f"van {self.kleinst} tot en met {self.grootst}"
            self.fail(f"'{value}' is geen getal {bereik}.", param, ctx)
        return int(text)


class Lijst(click.ParamType[tuple[str, ...]]):
    """Names separated by commas."""

    name = "LIJST"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the names."""
        del param, ctx
        if isinstance(value, tuple):
            return value
        return tuple(part.strip() for part in str(value).split(",") if part.strip())


class Formaten(click.ParamType[tuple[str, ...]]):
    """Formats separated by commas: "pdf,docx"."""

    name = "LIJST"

    def __init__(self, keuze: tuple[str, ...] = formaten()) -> None:
        self.keuze = keuze

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the formats in the order of the choice, or fail with what was expected."""
        asked = [part.strip().lower() for part in str(value).split(",")]
        unknown = [part for part in asked if part not in self.keuze]
        if unknown:
            keuze = ", ".join(self.keuze)
            self.fail(f"'{unknown[0]}' is geen formaat; kies uit {keuze}.", param, ctx)
        return tuple(formaat for formaat in self.keuze if formaat in asked)


op_option = click.option("--op", type=Datum(), help="De datum waarvoor het geldt; anders vandaag.")


editie_option = click.option(
    "--editie",
    type=click.Choice(get_args(Editie)),
    default="vanzelf",
    show_default=True,
    help="De addenda achter de tekst, of hun wijzigingen in de tekst verwerkt; vanzelf: erachter, "
    "tenzij er een is die alleen verwerkt kan worden.",
)


def eis_toekomst(uiterlijk: date | None, op: date) -> None:
    """See to it that a day by which something is asked back has not passed.

    Raises:
        click.BadParameter: it has.
    """
    if uiterlijk and uiterlijk < op:
        raise click.BadParameter("deze dag is al voorbij.", param_hint="'--uiterlijk'")


def find_root(dossier: Path | None) -> Path:
    """Return the folder of the dossier that was named, else the nearest upwards.

    Raises:
        ConvenantwerkError: CV900, there is none.
    """
    if dossier is None:
        return find_dossier(Path.cwd())
    if not is_dossier(dossier):
        raise ConvenantwerkError("CV900", pad=shown(dossier))
    return dossier


def today() -> date:
    """Return the day on the user's own calendar."""
    return date.today()  # noqa: DTZ011  # the day on the user's own calendar is what is meant


def formaten_option(
    standaard: tuple[str, ...], van: str = "", keuze: tuple[str, ...] = formaten()
) -> Optie:
    """Return `--formaat` of a command that always makes papers.

    Args:
        standaard: the formats when it is not given.
        van: what they are of: " van het rapport".
        keuze: those that there are.
    """
    return click.option(
        "--formaat",
        "formaten",
        type=Formaten(keuze),
        default=",".join(standaard),
        show_default=True,
        help=f"De formaten{van}, met komma's ertussen.",
    )


def uitmap_option(wat: str, folder: str = "build/") -> Optie:
    """Return `--uit`: the folder for what a command makes, and where it is made otherwise."""
    return click.option(
        "--uit",
        type=click.Path(file_okay=False, path_type=Path),
        help=f"De map voor {wat}; anders {folder} in het dossier.",
    )


def lijst_opties(uit: str = "") -> Optie:
    """Return what gives a command what every list has: its date, its forms and its papers.

    Args:
        uit: what `--uit` is, when it may be a file too.
    """
    alle = formaten(zonder=())
    als_bestand = click.option("--uit", type=click.Path(path_type=Path), help=uit)
    opties = (
        als_bestand if uit else uitmap_option("de documenten"),
        click.option(
            "--formaat",
            "formaten",
            type=Formaten(alle),
            help=f"Maak er documenten van: {', '.join(alle)}, met komma's ertussen.",
        ),
        click.option("--csv", "csv_", is_flag=True, help="Schrijf de lijst als CSV, voor Excel."),
        click.option("--json", "json_", is_flag=True, help="Schrijf alles als JSON."),
        op_option,
    )

    def decorator(command: Callable[..., None]) -> Callable[..., None]:
        for option in opties:
            command = option(command)
        return command

    return decorator
