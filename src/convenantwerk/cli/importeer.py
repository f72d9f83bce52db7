"""`convenant importeer`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from convenantwerk.basis.datum import voluit
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
    lees_feiten,
    lijkt,
)
from convenantwerk.opdrachten.importeren.importeren import eis_plaats, leg_vast, maak_plan
from convenantwerk.opdrachten.importeren.inlezen import lees_in
from convenantwerk.opdrachten.importeren.nieuw import volledig
from convenantwerk.opdrachten.importeren.rapport import als_json
from convenantwerk.tekst.adressen import slug, with_ankers
from convenantwerk.tekst.deel import deelnaam

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from convenantwerk.opdrachten.importeren.importeren import Importplan
    from convenantwerk.opdrachten.importeren.rapport import Importrapport

_LIJKT = (
    "Let op: dit lijkt een {wat}, en is niet zo ingelezen. Klopt dat niet, verwijder dan wat hier "
    "is gemaakt, en kies een andere --als."
)
_GETOOND = 5  # of a list on the terminal; all of it is in the report
_BEGIN = 60  # characters of a place that is unsure


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
    _toon(plan, opties.naar, made)
    if wat := lijkt(gebouwd, opties.als):
        toon_zin(_LIJKT.format(wat=wat))
    _toon_open(opties.naar, opties.dag, made)


# --- facts


def _feiten(opties: _Importeer, gelezen: Importfeiten, dossier: Geopend | None) -> Importfeiten:
    """Return what the dossier must know: from the options, else the text, else an answer."""
    feiten = replace(
        gelezen,
        naam=opties.naam or gelezen.naam,
        citeertitel=opties.citeertitel or gelezen.citeertitel,
        editie=opties.editie or gelezen.editie or voluit(opties.dag).partition(" ")[2],
        ingangsdatum=opties.ingangsdatum or gelezen.ingangsdatum,
        besluit=opties.besluit or gelezen.besluit,
        bij=opties.bij,
    )
    if dossier is None:
        naam = feiten.naam or _vraag("Naam van het samenwerkingsverband", "--naam")
        return volledig(replace(feiten, naam=naam))
    if opties.als != "addendum":
        return feiten
    delen = [deel.anker for deel in with_ankers(dossier.dossier.delen) if deelnaam(deel)]
    keuze = _Deel(delen)
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


def _toon(plan: Importplan, folder: Path, made: Sequence[str]) -> None:
    rapport = plan.rapport
    aantal = rapport.tellingen
    formaat = rapport.ingelezen.formaat
    toon_zin(f"{rapport.bestand} ({formaat}): {aantal['bestand']} woorden.")
    toon_zin(
        f"Elk woord is nageteld: {aantal['tekst']} staan in de tekst, "
        f"{aantal['weggelaten']} zijn weggelaten."
    )
    if rapport.bewerkt:
        over = aantal["bestand"] - aantal["tekst"] - aantal["weggelaten"]
        scheelt = f"; dat scheelt {abs(over)} in de telling" if over else ""
        toon_zin(f"Anders geschreven: {len(rapport.bewerkt)} keer{scheelt}.")
    if rapport.nieuw:
        toon_zin(f"Een nieuw dossier in {shown(folder)}: {len(made)} bestanden.")
    else:
        toon_rij(f"Erbij in {shown(folder)}:", [pad for pad in made if "/rapport" not in pad])
    toon_rij("Zo staat het er; wijzig het daar als het niet klopt:", list(_namen(rapport)))
    toon_rij("Weggelaten:", [f"{aantal} {wat}" for wat, aantal in rapport.redenen.items()])
    _toon_onzeker(rapport)
    if aantal_opmerkingen := len(rapport.ingelezen.opmerkingen):
        wat = "opmerking" if aantal_opmerkingen == 1 else "opmerkingen"
        toon_zin(
            f"{aantal_opmerkingen} {wat} in de kantlijn: niet in de tekst, wel in het rapport."
        )
    _toon_voorstellen(rapport)


def _namen(rapport: Importrapport) -> Iterator[str]:
    """Yield what the text is called, and where that is written."""
    feiten = rapport.feiten
    if rapport.nieuw:
        yield f"titel: {feiten.titel}"
        yield f"samenwerkingsverband: {feiten.naam}"
        yield f"citeertitel: {feiten.citeertitel}"
        yield f"editie: {feiten.editie}"
    elif rapport.als == "addendum" and feiten.ingangsdatum:
        yield f"titel: {feiten.titel}"
        yield f"besluit: {feiten.besluit}"
        yield f"ingangsdatum: {voluit(feiten.ingangsdatum)}"
        yield f"aan: {feiten.bij}"


def _toon_onzeker(rapport: Importrapport) -> None:
    onzeker = rapport.onzeker
    telling = Counter(een.waarom for een in onzeker).most_common()
    eerste = {een.waarom: een for een in reversed(onzeker)}
    regels = [
        f"{eerste[waarom].plek}{_en_meer(n)}: '{_kort(eerste[waarom].tekst)}': {waarom}"
        for waarom, n in telling[:_GETOOND]
    ]
    if rest := sum(n for _, n in telling[_GETOOND:]):
        regels.append(f"en nog {rest}, in het rapport")
    if not regels:
        toon_zin("Geen plaats in de tekst is onzeker.")
    toon_rij(f"Na te kijken, {len(onzeker)}:", regels)


def _en_meer(aantal: int) -> str:
    return f" (en nog {aantal - 1} zo)" if aantal > 1 else ""


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _BEGIN else f"{tekst[:_BEGIN].rsplit(' ', 1)[0]} …"


def _toon_voorstellen(rapport: Importrapport) -> None:
    alle = rapport.voorstellen
    lijsten = {
        "partners": [v.zeker for v in alle.partners],
        "ondertekenaars": [v.zeker for v in alle.ondertekenaars],
        "regels": [v.zeker for v in alle.regels],
    }
    regels = [
        f"{naam}: {sum(lijst)}{_onzeker(len(lijst) - sum(lijst))}"
        for naam, lijst in lijsten.items()
        if lijst
    ]
    feiten = [f"{v.naam}: {', '.join(v.gevonden) or 'niets'}" for v in alle.overleggen]
    if rapport.nieuw and feiten:
        regels.append(f"overleggen: {len(feiten)}")
    elif feiten:
        toon_rij("Boven het overleg gezet; kijk het na:", feiten)
        twijfels = [zin for v in alle.overleggen for zin in v.twijfels]
        toon_rij("Niet boven het overleg gezet; beslis het zelf:", twijfels)
    kop = "Gelezen in de tekst en overgenomen; kijk het na:"
    if not rapport.nieuw:
        kop = "Gelezen in de tekst; het staat in het rapport en is niet overgenomen:"
    toon_rij(kop, regels)


def _onzeker(aantal: int) -> str:
    return f" (en {aantal} om zelf over te beslissen)" if aantal else ""


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
