"""`convenant importeer`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from convenantwerk.basis.diagnostics import telling
from convenantwerk.basis.files import shown
from convenantwerk.basis.journal import herstel
from convenantwerk.cli.invoer import Regel, vraag_passend
from convenantwerk.cli.opties import Datum
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.waarden import Opties, met
from convenantwerk.cli.weergave import show_diagnostics, toon_rij
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.invoer.brok import Wens
from convenantwerk.invoer.gebouwd import Als
from convenantwerk.invoer.taal import andere_taal
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.opdrachten.importeren.feiten import (
    Importfeiten,
    hechtbare_delen,
    lees_feiten,
    lijkt,
    met_antwoorden,
)
from convenantwerk.opdrachten.importeren.importeren import eis_plaats, leg_vast, maak_plan
from convenantwerk.opdrachten.importeren.inlezen import lees_in
from convenantwerk.opdrachten.importeren.nieuw import volledig
from convenantwerk.opdrachten.importeren.rapport import als_json
from convenantwerk.opdrachten.importeren.zinnen import zinnen_over
from convenantwerk.tekst.adressen import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_LIJKT = (
    "Let op: dit lijkt een {wat}, en is niet zo ingelezen. Klopt dat niet, verwijder dan wat hier "
    "is gemaakt, en kies een andere --als."
)
_GETOOND = 5  # of a list on the terminal; all of it is in the report


@dataclass(frozen=True, slots=True, kw_only=True)
class _Importeer(Opties):
    bestand: Path
    naar: Path
    als: Als
    aanvaard: bool
    verwerp: bool
    naam: str
    citeertitel: str
    editie: str
    ingangsdatum: date | None
    besluit: str
    bij: str
    rapport: str | None


@click.command(options_metavar="[OPTIES]")
@click.argument("bestand", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option(
    "--naar",
    metavar="MAP",
    required=True,
    type=click.Path(path_type=Path),
    help="Waar het komt: een nieuwe map, of met --als een dossier dat er al is.",
)
@click.option(
    "--als",
    type=click.Choice(get_args(Als)),
    default="vanzelf",
    show_default=True,
    metavar="WAT",
    help=f"Wat het bestand is: {', '.join(get_args(Als)[1:])}; vanzelf is een heel convenant.",
)
@click.option("--aanvaard", is_flag=True, help="Lees bijgehouden wijzigingen mee.")
@click.option("--verwerp", is_flag=True, help="Lees de tekst zonder die wijzigingen.")
@click.option("--naam", default="", help="De naam van het samenwerkingsverband; anders de tekst.")
@click.option("--citeertitel", default="", help="Hoe de tekst heet; anders zoals de tekst zegt.")
@click.option("--editie", default="", help="Hoe deze tekst heet, zoals 'maart 2017'.")
@click.option("--ingangsdatum", type=Datum(), help="Vanaf wanneer een addendum geldt.")
@click.option("--besluit", default="", help="Waarbij een addendum is vastgesteld.")
@click.option("--bij", default="", help="Het deel waaraan een addendum wordt gehecht.")
@click.option(
    "--rapport",
    type=click.Choice(["json"]),
    metavar="json",
    help="Schrijf het rapport als JSON, in plaats van in zinnen.",
)
@click.option("--op", type=Datum(), help="De dag van de import; anders vandaag.")
@met(_Importeer)
def importeer(opties: _Importeer) -> None:
    """Maak een dossier van BESTAND: Word, PDF, tekst of een webpagina.

    Elk woord van het bestand komt in de tekst, of staat in het rapport als weggelaten; anders wordt
    er niets geschreven. Wat de tekst zegt over partners, ondertekenaars en regels, wordt
    voorgesteld. Wat er al staat, wordt nooit overschreven.
    """
    if opties.aanvaard and opties.verwerp:
        raise click.UsageError("Kies '--aanvaard' of '--verwerp', niet allebei.")
    wens = Wens("aanvaard" if opties.aanvaard else "verwerp" if opties.verwerp else "")
    nieuw = eis_plaats(opties.naar, opties.als)
    if not nieuw:
        show_diagnostics(herstel(opties.naar.resolve()), err=True)
    dossier = None if nieuw else Geopend(opties.naar, opties.dag)
    ingelezen, gebouwd = lees_in(opties.bestand, opties.als, wens)
    show_diagnostics(andere_taal(ingelezen.woorden, shown(opties.bestand)), err=True)
    feiten = _feiten(opties, lees_feiten(gebouwd), dossier)
    invoer = (shown(opties.bestand), opties.als, ingelezen, gebouwd)
    plan = maak_plan(dossier, invoer, feiten, opties.dag)
    made = leg_vast(opties.naar, plan)
    if opties.rapport:
        click.echo(als_json(plan.rapport))
        return
    _toon(zinnen_over(plan.rapport, shown(opties.naar), made))
    if wat := lijkt(gebouwd, opties.als):
        toon_zin(_LIJKT.format(wat=wat))
    _toon_open(opties.naar, opties.dag, made)


# --- facts


def _feiten(opties: _Importeer, gelezen: Importfeiten, dossier: Geopend | None) -> Importfeiten:
    """Return what the dossier must know: from the options, else the text, else an answer."""
    gegeven = Importfeiten(
        naam=opties.naam,
        citeertitel=opties.citeertitel,
        editie=opties.editie,
        ingangsdatum=opties.ingangsdatum,
        besluit=opties.besluit,
        bij=opties.bij,
    )
    feiten = met_antwoorden(gelezen, gegeven, opties.dag)
    if dossier is None:
        naam = feiten.naam or _vraag("Naam van het samenwerkingsverband", "--naam")
        return volledig(replace(feiten, naam=naam))
    if opties.als != "addendum":
        return feiten
    keuze = _Deel(list(hechtbare_delen(dossier.dossier)))
    return replace(
        feiten,
        ingangsdatum=feiten.ingangsdatum
        or _vraag("Vanaf wanneer geldt het addendum", "--ingangsdatum", Datum()),
        besluit=feiten.besluit or _vraag("Bij welk besluit is het vastgesteld", "--besluit"),
        bij=keuze.convert(opties.bij, None, None)
        if opties.bij
        else _vraag("Aan welk deel wordt het gehecht", "--bij", keuze),
    )


class _Deel(click.Choice[str]):
    """A deel by its anker, or as people call it: "Deel 1"."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the anker."""
        anker = slug(str(value))
        return super().convert(anker if anker in self.choices else value, param, ctx)


def _vraag(vraag: str, optie: str, soort: click.ParamType[Any] | None = None) -> Any:  # noqa: ANN401
    return vraag_passend(
        vraag, optie, soort or Regel(), bezwaar=lambda w: "" if w else "Vul hier iets in."
    )


# --- what is told


def _toon(zinnen: Iterable[str | tuple[str, ...]]) -> None:
    for zin in zinnen:
        if isinstance(zin, str):
            toon_zin(zin)
        else:
            for regel in zin:
                toon_zin(regel, "  - ", vervolg="    ")


def _toon_open(folder: Path, op: date, made: Sequence[str]) -> None:
    """Tell what a check of the dossier finds, and what to do next."""
    found = controleer(Geopend(folder, op)).diagnostics
    toon_zin(f"'convenant controleer' vindt nog: {telling(found)}.")
    meldingen = Counter((d.code, d.ernst) for d in found if d.ernst != "hint")
    eerste = {d.code: d.melding for d in reversed(found)}
    toon_rij(
        "Het meeste:",
        [
            f"{ernst} {code}, {n} keer; zoals: {eerste[code]}"
            for (code, ernst), n in meldingen.most_common(_GETOOND)
        ],
    )
    page = next(pad for pad in made if pad.endswith(".html"))
    hier = folder.resolve() == Path.cwd()
    toon_zin("Wat nu:")
    for stap in (
        f"open {shown(folder / page)}: daar staat van elk stuk waar het kwam",
        "" if hier else f"cd {shown(folder)}",
        "convenant controleer",
    ):
        if stap:
            toon_zin(stap, "  ", vervolg="    ")
