"""`convenant eisen`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.als_json import to_json
from convenantwerk.cli.opties import editie_option, lijst_opties
from convenantwerk.cli.tabel import show_table, toon_zin
from convenantwerk.cli.waarden import Opties, geopend, getoond, map_uit, met
from convenantwerk.cli.weergave import as_csv, show_csv, show_diagnostics, toon_opsommingen
from convenantwerk.controles.volledigheid.lijsten import EISENLIJSTEN
from convenantwerk.opdrachten.eisen import lees_eisen, schrijf_eisen
from convenantwerk.stukken.eisen import KOP, overzicht, samenvatting, uitkomst

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.opdrachten.eisen import Eisenstand


@dataclass(frozen=True, slots=True, kw_only=True)
class _Eisen(Opties):
    lijsten: tuple[str, ...]
    editie: Editie
    json_: bool
    csv_: bool
    formaten: tuple[str, ...] | None
    uit: Path | None


@click.command(options_metavar="[OPTIES]")
@click.argument("lijsten", nargs=-1, metavar="[LIJST]", type=click.Choice(tuple(EISENLIJSTEN)))
@lijst_opties()
@editie_option
@met(_Eisen)
def eisen(opties: _Eisen) -> None:
    """Toon wat de wet van deze tekst vraagt, en in welk artikel dat staat.

    Welke lijsten gelden, staat in convenant.yaml bij 'eisen'; met LIJST bekijkt u een andere:
    convenant, overeenkomst, wgr, avg-26, avg-28 of wgs.
    """
    dossier = geopend(opties.dag)
    stand = lees_eisen(dossier, opties.editie, opties.lijsten)
    if not stand.dekking.lijsten:
        _toon_lijsten()
    elif opties.formaten:
        folder = map_uit(dossier, opties.uit)
        for path in schrijf_eisen(dossier, folder, stand, opties.formaten):
            click.echo(f"  {getoond(folder, path)}")
    elif opties.json_:
        click.echo(to_json(_as_json(stand)))
    else:
        _toon(stand, csv=opties.csv_)
    show_diagnostics(stand.diagnostics, err=True)
    sys.exit(1 if has_fout(stand.diagnostics) else 0)


def _toon_lijsten() -> None:
    """Print which lists there are, for a dossier that names none."""
    toon_zin(
        "Dit dossier zegt niet wat voor tekst het is. Zet in convenant.yaml bij 'eisen' welke "
        "lijsten gelden, bijvoorbeeld 'eisen: [convenant, avg-26]'. Deze zijn er:"
    )
    for lijst in EISENLIJSTEN.values():
        click.echo(f"  {lijst.sleutel:<14}{lijst.naam} ({len(lijst.eisen)} punten)")


def _toon(stand: Eisenstand, *, csv: bool) -> None:
    lijsten = [overzicht(stand.dekking, lijst, stand.citaten) for lijst in stand.dekking.lijsten]
    if csv:
        show_csv(as_csv(KOP, (rij for lijst in lijsten for rij in lijst.gegevens)))
        return
    toon_opsommingen(samenvatting(stand.dekking))
    for lijst in lijsten:
        click.echo()
        show_table(lijst.titel, lijst.toelichting, lijst.kop, lijst.rijen)


def _as_json(stand: Eisenstand) -> object:
    return {
        "op": stand.op,
        "lijsten": [
            {
                "lijst": lijst.sleutel,
                "naam": lijst.naam,
                "eisen": [
                    {
                        "eis": eis.sleutel,
                        "naam": eis.naam,
                        "wet": eis.wet,
                        "uitkomst": uitkomst(stand.dekking, eis),
                        "artikelen": [
                            {
                                "anker": artikel.anker,
                                "bewijs": cel.bewijs,
                                "plaatsen": stand.citaten.adressen(artikel, cel),
                            }
                            for artikel, cel in stand.dekking.van(eis)
                        ],
                    }
                    for eis in lijst.eisen
                ],
            }
            for lijst in stand.dekking.lijsten
        ],
        "ontbrekend": [element.anker for element in stand.dekking.ontbrekend],
    }
