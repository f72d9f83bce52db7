"""`convenant wijzig`: other facts of a partner, an ondertekenaar or a besluit."""

from __future__ import annotations

import re
from dataclasses import MISSING, Field, dataclass, fields
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
from convenantwerk.cli.weergave import toon_rij
from convenantwerk.dossier.registers import Besluit, Ondertekenaar, Partner
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

_NAMEN = "mag vaker; met een lege tekst verdwijnen ze"
_PARTNER: Mapping[str, str] = {
    "naam": "De volledige naam.",
    "soort": "Wat de partner is voor het Veiligheidshuis.",
    "ook_bekend_als": f"Een andere naam; {_NAMEN}.",
    "kort": "De korte naam.",
    "rechtsvorm": "De rechtsvorm.",
    "kvk": "Het nummer in het Handelsregister, acht cijfers.",
    "zetel": "De plaats van vestiging.",
    "aard": "Publiek of privaat.",
    "contact": "Een functie; geen naam van een persoon.",
    "adres": "Een regel van het postadres; noem alle regels.",
    "email": "Het algemene e-mailadres.",
    "fg": "Hoe de functionaris gegevensbescherming te bereiken is.",
    "opmerking": "Vrije tekst.",
}
_ONDERTEKENAAR: Mapping[str, str] = {
    "organisatie": "Hoe het ondertekenblok de organisatie noemt.",
    "functie": "De functie.",
    "titel": "Mw., Dhr. of een titel.",
    "naam": "Voorletters en achternaam.",
    "grond": "Waarop de bevoegdheid rust.",
    "kenmerk": "Het kenmerk van wet, mandaat, volmacht of statuten.",
    "van": "De eerste dag van de bevoegdheid.",
    "tot": "De laatste dag van de bevoegdheid.",
    "besluitdatum": "De dag waarop de organisatie besloot te tekenen.",
    "certificaat": "Hoe deze persoon in het certificaat heet.",
}
_BESLUIT: Mapping[str, str] = {
    "datum": "De dag van het besluit.",
    "titel": "Hoe het besluit heet.",
    "orgaan": "Wie het nam.",
    "plaats": "Waar het is genomen.",
    "kenmerk": "Het kenmerk.",
}


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


def _feiten(rij: type, uitleg: Mapping[str, str]) -> Callable[[Callable[..., None]], Any]:
    """Give a command an option for each fact of a row, and hand them on as one value."""
    specs = {spec.name: spec for spec in fields(rij)}
    soorten = get_type_hints(rij, include_extras=True)

    def gemaakt(**given: Any) -> _Wijziging:  # noqa: ANN401  # what click gives
        asked = {naam: given.pop(naam) for naam in uitleg}
        velden = {
            naam: _waarde(value, specs[naam], soorten[naam])
            for naam, value in asked.items()
            if value not in (None, ())
        }
        return _Wijziging(velden=velden, **given)

    def decorator(command: Callable[..., None]) -> Callable[..., None]:
        done = met(gemaakt)(command)
        for naam in reversed(list(uitleg)):
            done = _optie(naam, str(soorten[naam]), uitleg[naam])(done)
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
@_feiten(Partner, _PARTNER)
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
@_feiten(Ondertekenaar, _ONDERTEKENAAR)
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
@_feiten(Besluit, _BESLUIT)
def besluit(opties: _Wijziging) -> None:
    """Wijzig de gegevens van een besluit.

    Met de dag verhuist ook dat het is genomen.
    """
    dossier = geopend(opties.dag)
    _leg_vast(dossier, opties, wijzig_besluit(dossier, opties.sleutel, opties.velden))


def _leg_vast(dossier: Geopend, opties: _Wijziging, found: Wijzigingsvoorstel) -> None:
    def toon() -> None:
        toon_rij(f"{found.register.wat.capitalize()} {found.naam}:", found.waarden)
        toon_rij("Daardoor:", found.verschillen)
        toon_rij("Let op:", found.let_op)

    vraag_ja(found.voorstel.bezwaren, toon, ja=opties.ja)
    dossier.leg_vast(found.voorstel)
    click.echo(f"Vastgelegd in {found.register.pad.as_posix()}.")
