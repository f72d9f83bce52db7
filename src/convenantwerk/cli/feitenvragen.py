"""The facts of a newcomer as options, and as questions in a terminal; one table for both."""

from __future__ import annotations

import sys
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin, get_type_hints

import click

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.mailadres import is_adres
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.cli.invoer import vraag_passend
from convenantwerk.cli.opties import Datum, Lijst
from convenantwerk.cli.terugweg import Gegeven, in_woorden
from convenantwerk.dossier.registers import KVK
from convenantwerk.dossier.toetreding import Feitenrij, Tekenaarrij, uit_rij

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.dossier.toetreding import Toetredingsfeiten


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


class Mailadres(click.ParamType[str]):
    """An address for mail."""

    name = "ADRES"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the address, or fail with what was expected."""
        adres = str(value).strip()
        if adres and not is_adres(adres):
            melding = f"'{value}' is geen e-mailadres; schrijf bijvoorbeeld info@voorbeeld.example."
            self.fail(melding, param, ctx)
        return adres


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


_EIGEN: Mapping[str, click.ParamType[Any]] = {"kvk": KvkNummer(), "email": Mailadres()}


@cache
def _optietype(rij: type, veld: str) -> click.ParamType[Any]:
    """Return how an option for a field of a dataclass is read."""
    hint = get_type_hints(rij)[veld]
    parts = (hint, *get_args(hint))
    values = [v for part in parts for v in get_args(part) if isinstance(v, str)]
    if veld in _EIGEN:
        return _EIGEN[veld]
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


def gegevens() -> tuple[Gegeven, ...]:
    """Return all that a request is made of, in the order in which it is asked."""
    return (
        Gegeven("datum", "Dag van het verzoek", "--datum", Datum(), nodig=True),
        *(Gegeven(f.naam, f.vraag, f.optie, f.soort, f.nodig) for f in FEITEN),
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


def uit_opties(waarden: Mapping[str, Any], op: date) -> Toetredingsfeiten:
    """Return the facts that options give; `op` is the day of a request of which no day is said."""

    def van(rij: type) -> dict[str, Any]:
        return {
            f.veld: (waarden[f.naam] if waarden[f.naam] is not None else f.standaard)
            for f in FEITEN
            if f.rij is rij
        }

    return uit_rij(
        Feitenrij(
            verzoek=waarden["datum"] or op,
            tekenaar=Tekenaarrij(**van(Tekenaarrij)),
            kenmerk=waarden["kenmerk"].strip(),
            **van(Feitenrij),
        )
    )
