"""`convenant controleer`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from convenantwerk.basis.bronregel import Bronregels
from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.als_sarif import as_sarif
from convenantwerk.cli.bevestigen import ja_option
from convenantwerk.cli.bevindingen import toon_bevindingen, toon_telling
from convenantwerk.cli.opties import (
    Lijst,
    editie_option,
    formaten_option,
    op_option,
    uitmap_option,
)
from convenantwerk.cli.volgen import toon_volgend
from convenantwerk.cli.waarden import Papieropties, geopend, getoond, map_uit, met
from convenantwerk.cli.weergave import as_json
from convenantwerk.opdrachten.controleer import controleer as controleer_dossier
from convenantwerk.opdrachten.controleer import slotzin
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.controles.onderzoek import Groep
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.controleer import Uitslag


_TONEN = ""
# What the command does instead of showing the findings: one of these at a time.
_WIJZEN = (
    *("--json", "--sarif", "--rapport", "--volg"),
    *("--herstel", "--herstel-tekens", "--woordenlijst"),
)
_LEZEN = (_TONEN, "--json", "--sarif", "--rapport")
# With which of those an option means something; one that is not here, with all.
_BIJ: Mapping[str, tuple[str, ...]] = {
    "--formaat": ("--rapport",),
    "--uit": ("--rapport",),
    "--alleen": ("--woordenlijst",),
    "--ja": ("--herstel", "--herstel-tekens", "--woordenlijst"),
    "--sinds": _LEZEN,
    "--spelling": (*_LEZEN, "--volg", "--woordenlijst"),
    "--stijl": (*_LEZEN, "--volg"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Controleer(Papieropties):
    editie: Editie
    sinds: str | None
    json_: bool
    sarif: bool
    rapport: bool
    herstel: bool
    herstel_tekens: bool
    spelling: bool
    woordenlijst: bool
    alleen: tuple[str, ...] | None
    stijl: bool
    volg: bool
    ja: bool

    @property
    def groepen(self) -> tuple[Groep, ...]:
        """The groups of controles that are asked besides."""
        gevraagd: tuple[tuple[Groep, bool], ...] = (("taal", self.spelling), ("stijl", self.stijl))
        return tuple(groep for groep, ja in gevraagd if ja)


@click.command()
@op_option
@editie_option
@click.option(
    "--sinds",
    metavar="EDITIE",
    help="Alleen wat er in die versie of editie nog niet was; u noemt haar als bij 'renvooi'.",
)
@click.option("--json", "json_", is_flag=True, help="Schrijf de bevindingen als JSON.")
@click.option("--sarif", is_flag=True, help="Schrijf ze als SARIF 2.1.0, voor andere programma's.")
@click.option("--rapport", is_flag=True, help="Maak er een controlerapport van, om te lezen.")
@formaten_option(vanzelf("bouw"), " van het rapport")
@uitmap_option("het rapport")
@click.option(
    "--herstel-tekens",
    is_flag=True,
    help="Toon welke tekens niet zijn wat zij lijken, en maak ze na uw ja gewoon.",
)
@click.option("--spelling", is_flag=True, help="Kijk ook de spelling na.")
@click.option(
    "--woordenlijst",
    is_flag=True,
    help="Toon welke woorden in geen woordenboek staan, laat u kiezen welke goed zijn, en zet die "
    "na uw ja in convenant.yaml.",
)
@click.option(
    "--alleen",
    type=Lijst(),
    help="Welke woorden in de woordenlijst komen, met komma's ertussen; anders wat geen typefout "
    "lijkt.",
)
@click.option("--stijl", is_flag=True, help="Noem ook wat moeilijk leest.")
@click.option(
    "--herstel",
    is_flag=True,
    help="Toon wat in de tekst vanzelf te herstellen is, zoals spaties, en herstel het na uw ja.",
)
@click.option(
    "--volg", is_flag=True, help="Kijk opnieuw na elke keer dat u bewaart, tot u stopt met Ctrl-C."
)
@ja_option
@met(_Controleer)
def controleer(opties: _Controleer) -> None:
    """Zoek wat er niet klopt en wat ondertekening nog in de weg staat."""
    _past_samen()
    if opties.herstel or opties.herstel_tekens:
        from convenantwerk.cli.herstellen import toon_herstel, toon_tekenherstel  # noqa: PLC0415

        if opties.herstel_tekens:
            toon_tekenherstel(geopend(opties.dag), ja=opties.ja)
        else:
            toon_herstel(geopend(opties.dag), opties.editie, ja=opties.ja)
        return
    if opties.woordenlijst:
        from convenantwerk.cli.woordenlijst import vul_woordenlijst  # noqa: PLC0415  a dictionary

        vul_woordenlijst(geopend(opties.dag), opties.editie, opties.alleen, ja=opties.ja)
        return
    if opties.volg:
        toon_volgend(
            geopend(opties.dag), lambda g: controleer_dossier(g, opties.editie, *opties.groepen)
        )
        return
    dossier = geopend(opties.dag)
    uitslag = controleer_dossier(dossier, opties.editie, *opties.groepen)
    if opties.sinds is not None:
        from convenantwerk.opdrachten.nieuwe_bevindingen import alleen_nieuw  # noqa: PLC0415

        uitslag = alleen_nieuw(dossier, uitslag, opties.sinds, opties.editie, *opties.groepen)
    _toon(dossier, uitslag, opties)
    sys.exit(1 if has_fout(uitslag.diagnostics) else 0)


def _past_samen() -> None:
    """See to it that what was asked goes together: none of it is passed over in silence.

    Raises:
        click.UsageError: it does not.
    """
    ctx = click.get_current_context()
    gegeven = [
        param.opts[0]
        for param in ctx.command.params
        if param.name and ctx.get_parameter_source(param.name) is ParameterSource.COMMANDLINE
    ]
    wijzen = [optie for optie in gegeven if optie in _WIJZEN]
    if len(wijzen) > 1:
        raise click.UsageError(f"Kies één van {', '.join(_WIJZEN[:-1])} en {_WIJZEN[-1]}.")
    wijze = wijzen[0] if wijzen else _TONEN
    for optie in gegeven:
        bij = _BIJ.get(optie, (wijze,))
        if wijze in bij:
            continue
        if _TONEN in bij:
            raise click.UsageError(f"'{optie}' en '{wijze}' gaan niet samen.")
        *eerst, laatst = (f"'{one}'" for one in bij)
        welke = f"{', '.join(eerst)} of {laatst}" if eerst else laatst
        raise click.UsageError(f"'{optie}' hoort bij {welke}; zet dat erbij.")


def _toon(dossier: Geopend, uitslag: Uitslag, opties: _Controleer) -> None:
    """Print the findings in the form that is asked for."""
    regels = Bronregels(dossier.lezer)
    if opties.json_:
        click.echo(as_json(uitslag))
    elif opties.sarif:
        click.echo(as_sarif(uitslag, dossier.root, regels))
    elif opties.rapport:
        from convenantwerk.opdrachten.controlerapport import schrijf_rapport  # noqa: PLC0415  heavy

        folder = map_uit(dossier, opties.uit)
        for path in schrijf_rapport(dossier, folder, uitslag, opties.formaten):
            click.echo(f"Geschreven: {getoond(folder, path)}")
        click.echo(slotzin(uitslag))
    else:
        toon_bevindingen(uitslag.diagnostics, regels)
        toon_telling(uitslag.diagnostics)
        click.echo(slotzin(uitslag))
