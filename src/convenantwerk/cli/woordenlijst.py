"""`convenant controleer --woordenlijst`: which words are right, chosen one by one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.terugweg import Gegeven, leg_voor
from convenantwerk.cli.weergave import toon_rij
from convenantwerk.opdrachten.woordenlijst import (
    leg_woorden_vast,
    stel_woorden_voor,
    te_kiezen_woorden,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.woordenlijst import Woordkeuze, Woordvoorstel

_WEL, _NIET = "wel", "niet"
_KOP = "Deze woorden komen in de woordenlijst van convenant.yaml, en zijn dan goed:"
_GEEN = "Er zijn geen woorden voor de woordenlijst."


def vul_woordenlijst(
    dossier: Geopend, editie: Editie, alleen: Sequence[str] | None, *, ja: bool
) -> None:
    """Show the words that no dictionary has, let the user choose, and record those.

    Args:
        dossier: the dossier.
        editie: the text that is read.
        alleen: the words that come in the list, None for all that are no typing error it seems.
        ja: record without asking.

    Raises:
        click.UsageError: a word of `alleen` is none of them.
    """
    keuzes = te_kiezen_woorden(dossier, editie)
    waarden = _gekozen(keuzes, alleen)
    if _WEL not in waarden.values() and (ja or not sys.stdin.isatty() or not keuzes):
        toon_rij("Deze lijken een typefout:", [_vraag(keuze) for keuze in keuzes])
        click.echo(_GEEN)
        return
    gegevens = [
        Gegeven(keuze.woord, _vraag(keuze), "--alleen", click.Choice((_WEL, _NIET)), nodig=True)
        for keuze in keuzes
    ]

    def bekijk(waarden: Mapping[str, Any]) -> Woordvoorstel:
        gekozen = [woord for woord, keuze in waarden.items() if keuze == _WEL]
        if ja:
            toon_rij(_KOP, gekozen)
        else:  # the words themselves stand below it, each with its number
            toon_zin(
                "In de woordenlijst van convenant.yaml komt, en is dan goed, waar 'wel' staat:"
            )
        return stel_woorden_voor(dossier, gekozen)

    voorstel = leg_voor(gegevens, waarden, bekijk, ja=ja)
    if voorstel.erbij:
        leg_woorden_vast(dossier, voorstel)
    aantal = len(voorstel.erbij)
    soort = "woord" if aantal == 1 else "woorden"
    click.echo(f"{aantal or 'Geen'} {soort} in de woordenlijst gezet.")


def _gekozen(keuzes: Sequence[Woordkeuze], alleen: Sequence[str] | None) -> dict[str, str]:
    """Return of each word whether it comes in the list."""
    if alleen is None:
        return {keuze.woord: _NIET if keuze.anders else _WEL for keuze in keuzes}
    gevraagd = {woord.lower() for woord in alleen}
    bekend = {keuze.woord.lower(): keuze.woord for keuze in keuzes}
    for woord in alleen:
        if woord.lower() not in bekend:
            tip = bedoelde(woord, bekend.values())
            reden = f"'{woord}' is geen woord van de tekst dat in geen woordenboek staat"
            raise click.UsageError(f"--alleen: {reden}{f'; {tip}' if tip else '.'}")
    return {woord: _WEL if laag in gevraagd else _NIET for laag, woord in bekend.items()}


def _vraag(keuze: Woordkeuze) -> str:
    if not keuze.anders:
        return keuze.woord
    return f"{keuze.woord} (misschien {' of '.join(keuze.anders)})"
