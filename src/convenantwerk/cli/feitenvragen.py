"""The facts of a newcomer as options, and as questions in a terminal; one table for both."""

from __future__ import annotations

import sys
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin, get_type_hints

import click

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.cli.invoer import Regel, vraag_om, zichtbare_regel
from convenantwerk.cli.opties import Datum
from convenantwerk.dossier.registers import KVK
from convenantwerk.dossier.toetreding import Feitenrij, Tekenaarrij, uit_rij

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.dossier.toetreding import Toetredingsfeiten


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


class KvkNummer(click.ParamType[str]):
    """Eight digits of the Handelsregister; spaces between them are left out."""

    name = "NUMMER"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the digits, or fail with what was expected."""
        digits = "".join(str(value).split())
        if digits and not KVK.fullmatch(digits):
            self.fail(f"'{value}' is geen KvK-nummer; dat heeft acht cijfers.", param, ctx)
        return digits


class Feit(NamedTuple):
    """A fact: its option, its field in a row of facts, and the question for it."""

    optie: str
    veld: str
    vraag: str
    rij: type = Feitenrij

    @property
    def naam(self) -> str:
        """Its name among the options of the command."""
        return self.optie.removeprefix("--").replace("-", "_")

    @property
    def soort(self) -> click.ParamType[Any]:
        """Of what type it is."""
        return _optietype(self.rij, self.veld)

    @property
    def standaard(self) -> object:
        """What it is when nobody says."""
        return "" if self.nodig else self._default

    @property
    def nodig(self) -> bool:
        """Whether a request cannot do without."""
        return self._default is MISSING

    @property
    def _default(self) -> object:
        return next(spec.default for spec in fields(self.rij) if spec.name == self.veld)


@cache
def _optietype(rij: type, veld: str) -> click.ParamType[Any]:
    """Return how an option for a field of a dataclass is read."""
    hint = get_type_hints(rij)[veld]
    parts = (hint, *get_args(hint))
    values = [v for part in parts for v in get_args(part) if isinstance(v, str)]
    if veld == "kvk":
        return KvkNummer()
    if values:
        return click.Choice(list(dict.fromkeys(values)))
    if get_origin(hint) is tuple:
        return Lijst()
    return Datum() if date in parts else click.STRING


FEITEN: tuple[Feit, ...] = (
    Feit("--naam", "naam", "Naam van de organisatie"),
    Feit("--sleutel", "sleutel", "Sleutel (leeg: afgeleid van de naam)"),
    Feit("--soort", "soort", "Soort partner"),
    Feit("--rechtsvorm", "rechtsvorm", "Rechtsvorm (gemeente, stichting, …)"),
    Feit("--kvk", "kvk", "KvK-nummer"),
    Feit("--zetel", "zetel", "Zetel (plaats)"),
    Feit("--aard", "aard", "Publiek of privaat"),
    Feit("--contact", "contact", "Aanspreekpunt voor brieven (functie)"),
    Feit("--adres", "adres", "Postadres (regels met komma's ertussen)"),
    Feit("--email", "email", "Algemeen e-mailadres"),
    Feit("--fg", "fg", "Functionaris gegevensbescherming, bereikbaar via"),
    Feit("--tekenaar", "naam", "Wie tekent (voorletters en naam)", Tekenaarrij),
    Feit("--tekenaar-titel", "titel", "Aanhef van deze persoon (Mw., Dhr.)", Tekenaarrij),
    Feit("--functie", "functie", "Functie van deze persoon", Tekenaarrij),
    Feit("--grond", "grond", "Grond om te tekenen", Tekenaarrij),
    Feit("--grond-kenmerk", "kenmerk", "Kenmerk van die grond", Tekenaarrij),
    Feit("--besluitdatum", "besluitdatum", "Dag waarop de organisatie besloot", Tekenaarrij),
    Feit("--bevoegd-van", "van", "Bevoegd vanaf", Tekenaarrij),
    Feit("--bevoegd-tot", "tot", "Bevoegd tot en met", Tekenaarrij),
    Feit("--delen", "delen", "Delen (leeg: wat deze soort partner tekent)"),
    Feit("--overleggen", "overleggen", "Overleggen (korte namen, met komma's)"),
    Feit("--ingangsdatum", "ingangsdatum", "Dag waarop de deelname begint"),
)


def feiten_opties(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option for each fact."""
    for feit in reversed(FEITEN):
        option = click.option(
            feit.optie, type=feit.soort, default=feit.standaard or None, help=f"{feit.vraag}."
        )
        command = option(command)
    return command


def vul_aan(waarden: Mapping[str, Any], keuzes: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Return the options with what is missing asked for, where there is someone to ask.

    Args:
        waarden: the options.
        keuzes: of "delen" and "overleggen" the titles by their short names; either will do.

    Raises:
        ConvenantwerkError: CV303, what cannot be done without is missing and nobody can be asked.
    """
    known = dict(waarden)
    if sys.stdin.isatty():
        click.echo("Een vraag die u nu niet kunt beantwoorden, slaat u over met Enter.")
        for feit in FEITEN:
            if known[feit.naam] in (None, "", ()) or feit.naam == "soort":
                known[feit.naam] = _vraag(feit, known[feit.naam], keuzes.get(feit.naam, {}))
        while known["datum"] is None or known["datum"] > known["op"]:
            if known["datum"] is not None:
                click.echo("  Die dag moet nog komen.")
            vandaag = known["op"].isoformat()
            known["datum"] = vraag_om(
                "Dag van het verzoek", "--datum", type=Datum(), default=vandaag
            )
    for naam, titels in keuzes.items():
        known[naam] = tuple(_korte_naam(wie, titels) for wie in known[naam] or ())
    missing = [f for f in FEITEN if f.nodig and not str(known[f.naam] or "").strip()]
    if missing:
        wat = ", ".join(f"{f.vraag[0].lower()}{f.vraag[1:]}" for f in missing)
        tip = f"noem het met {' en '.join(f.optie for f in missing)}"
        naam = str(known["naam"] or "de organisatie")
        raise ConvenantwerkError("CV303", naam=naam, wat=wat, tip=tip)
    return known


def _korte_naam(gevraagd: str, titels: Mapping[str, str]) -> str:
    """Return the short name of what may be called by its title too; what is unknown stays."""
    asked = naamsleutel(gevraagd)
    by_title = {naamsleutel(titel): naam for naam, titel in titels.items()}
    by_name = {naamsleutel(naam): naam for naam in titels}
    return by_name.get(asked) or by_title.get(asked) or gevraagd


def _vraag(feit: Feit, bekend: Any, keuzes: Mapping[str, str]) -> Any:  # noqa: ANN401  any value of an option
    """Ask one question until the answer fits; an empty answer leaves it open when it may."""
    default: Any = bekend or feit.standaard or ("" if not feit.nodig else None)
    keuze = f" ({', '.join(feit.soort.choices)})" if isinstance(feit.soort, click.Choice) else ""
    while True:
        antwoord = vraag_om(
            f"{feit.vraag}{keuze}",
            feit.optie,
            default=default,
            show_default=bool(default),
            type=str,
        )
        if isinstance(feit.soort, click.Choice) and antwoord:
            antwoord = antwoord.strip().lower()
        if not antwoord:
            return feit.standaard
        soort = Regel() if feit.soort is click.STRING else feit.soort
        try:
            value = soort.convert(zichtbare_regel(antwoord, None), None, None)
        except click.BadParameter as error:
            click.echo(f"  {error.message}")
            continue
        unknown = [wie for wie in value if _korte_naam(wie, keuzes) not in keuzes] if keuzes else []
        if not unknown:
            return value
        click.echo(f"  '{unknown[0]}' is er niet; kies uit: {', '.join(keuzes)}")


def uit_opties(waarden: Mapping[str, Any]) -> Toetredingsfeiten:
    """Return the facts that options give."""

    def van(rij: type) -> dict[str, Any]:
        return {
            f.veld: (waarden[f.naam] if waarden[f.naam] is not None else f.standaard)
            for f in FEITEN
            if f.rij is rij
        }

    return uit_rij(
        Feitenrij(
            verzoek=waarden["datum"] or waarden["op"],
            tekenaar=Tekenaarrij(**van(Tekenaarrij)),
            kenmerk=waarden["kenmerk"].strip(),
            **van(Feitenrij),
        )
    )
