"""`convenant wijzig`: other facts of a partner, an ondertekenaar or a besluit."""

from __future__ import annotations

import re
from dataclasses import MISSING, Field, dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Any, get_type_hints

import click

from convenantwerk.basis.tekst import Magleeg
from convenantwerk.cli.bevestigen import (
    ja_option,
    op_vandaag_option,
    uit_option,
)
from convenantwerk.cli.opties import Datum
from convenantwerk.cli.terugweg import vraag_ja
from convenantwerk.cli.waarden import Opties, geopend, map_uit, met
from convenantwerk.cli.weergave import toon_opsommingen
from convenantwerk.dossier.registers import Besluit, Ondertekenaar, Partner
from convenantwerk.opdrachten.wijzigbaar import (
    BESLUITFEITEN,
    PARTNERFEITEN,
    TEKENAARFEITEN,
    Feit,
    zinnen_over,
)
from convenantwerk.opdrachten.wijzigen import (
    Wijzigingsvoorstel,
    volg_op,
    wijzig_besluit,
    wijzig_ondertekenaar,
    wijzig_partner,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wijziging(Opties):
    """The options of a change; `velden` are the facts that were given, "" for one that goes."""

    sleutel: str
    velden: Mapping[str, Any]
    ja: bool
    uit: Path | None = None
    vanaf: date | None = None
    schrijffout: bool = False


class _Dag(Datum):
    """A date, or nothing: then it goes."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:  # noqa: ANN401  # a date or ""
        """Return the date, or "" for none."""
        return value if value == "" else super().convert(value, param, ctx)


def _feiten(rij: type, feiten: Mapping[str, Feit]) -> Callable[[Callable[..., None]], Any]:
    """Give a command an option for each fact of a row, and hand them on as one value."""
    specs = {spec.name: spec for spec in fields(rij)}
    soorten = get_type_hints(rij, include_extras=True)

    def gemaakt(**given: Any) -> _Wijziging:  # noqa: ANN401  # what click gives
        asked = {naam: given.pop(naam) for naam in feiten}
        velden = {
            naam: _waarde(value, specs[naam], soorten[naam])
            for naam, value in asked.items()
            if value not in (None, ())
        }
        return _Wijziging(velden=velden, **given)

    def decorator(command: Callable[..., None]) -> Callable[..., None]:
        done = met(gemaakt)(command)
        for naam in reversed(list(feiten)):
            done = _optie(naam, str(soorten[naam]), feiten[naam].uitleg)(done)
        return done

    return decorator


def _optie(naam: str, soort: str, uitleg: str) -> Callable[..., Any]:
    kind: click.ParamType[Any] | None = None
    if "Literal[" in soort:
        kind = click.Choice(re.findall(r"'([^']+)'", soort))
    elif "datetime.date" in soort:
        kind = _Dag()
    optie = f"--{naam.replace('_', '-')}"
    return click.option(optie, naam, type=kind, multiple=soort.startswith("tuple"), help=uitleg)


def _waarde(given: object, spec: Field[Any], soort: object) -> object:
    """Return a fact that was given; an empty text takes away what need not be there."""
    if isinstance(given, tuple):
        return tuple(filter(None, given))
    if given != "" or soort is Magleeg:
        return given
    if spec.default is MISSING:
        raise click.BadParameter(f"'{spec.name}' mag niet leeg zijn.")
    return spec.default


@click.group(options_metavar="[OPTIES]", subcommand_metavar="WAT")
def wijzig() -> None:
    """Wijzig de gegevens van een partner, een ondertekenaar of een besluit.

    Alleen wat u noemt, wordt anders; een lege tekst ('') haalt een gegeven weg. Eerst ziet u wat er
    verandert; pas na uw ja wordt er iets vastgelegd.
    """


@wijzig.command(options_metavar="[OPTIES]")
@click.argument("sleutel", metavar="PARTNER")
@ja_option
@op_vandaag_option
@uit_option
@_feiten(Partner, PARTNERFEITEN)
def partner(opties: _Wijziging) -> None:
    """Wijzig het adres, de e-mail of een ander gegeven.

    PARTNER is een sleutel of een naam.
    """
    dossier = geopend(opties.dag)
    uit = map_uit(dossier, opties.uit)
    _leg_vast(dossier, opties, wijzig_partner(dossier, uit, opties.sleutel, opties.velden))


@wijzig.command(options_metavar="[OPTIES]")
@click.argument("sleutel", metavar="ONDERTEKENAAR")
@click.option(
    "--vanaf",
    type=Datum(),
    help="Iemand anders tekent vanaf deze dag; wie er nu staat, tot de dag ervoor.",
)
@click.option("--schrijffout", is_flag=True, help="De naam is van dezelfde persoon, beter gespeld.")
@ja_option
@op_vandaag_option
@_feiten(Ondertekenaar, TEKENAARFEITEN)
def ondertekenaar(opties: _Wijziging) -> None:
    """Wijzig wie tekent, of wat daarvan vastligt.

    Met --vanaf tekent vanaf die dag iemand anders.
    """
    dossier = geopend(opties.dag)
    if opties.vanaf:
        found = volg_op(dossier, opties.sleutel, opties.velden, opties.vanaf)
    else:
        found = wijzig_ondertekenaar(
            dossier, opties.sleutel, opties.velden, schrijffout=opties.schrijffout
        )
    _leg_vast(dossier, opties, found)


@wijzig.command(options_metavar="[OPTIES]")
@click.argument("sleutel", metavar="BESLUIT")
@ja_option
@op_vandaag_option
@_feiten(Besluit, BESLUITFEITEN)
def besluit(opties: _Wijziging) -> None:
    """Wijzig de gegevens van een besluit.

    Met de dag verhuist ook dat het is genomen.
    """
    dossier = geopend(opties.dag)
    _leg_vast(dossier, opties, wijzig_besluit(dossier, opties.sleutel, opties.velden))


def _leg_vast(dossier: Geopend, opties: _Wijziging, found: Wijzigingsvoorstel) -> None:
    toon = partial(toon_opsommingen, zinnen_over(found))
    vraag_ja(found.voorstel.bezwaren, toon, ja=opties.ja)
    dossier.leg_vast(found.voorstel)
    click.echo(f"Vastgelegd in {found.register.pad.as_posix()}.")
