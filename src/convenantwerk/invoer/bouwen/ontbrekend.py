"""Parts that a contents list names and whose text is not in the file: they are `ontbreekt`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.bouwen.inhoudsopgave import nummersleutel, sleutel
from convenantwerk.invoer.bouwen.knopen import Knoop
from convenantwerk.invoer.bouwen.kopkeus import BESTAND, RANGEN, Kopkeus
from convenantwerk.tekst.boom import Tekst
from convenantwerk.tekst.frontmatter import Kopgegevens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.invoer.bouwen.inhoudsopgave import Inhoudsopgave, Titel
    from convenantwerk.invoer.bouwen.regel import Regel
    from convenantwerk.invoer.bouwen.verslag import Verslag

_WAAROM = "staat alleen in de inhoudsopgave; de tekst ontbreekt"


def ontbrekende(
    gezien: Sequence[Regel], inhoud: Inhoudsopgave, wortels: Iterable[Knoop], verslag: Verslag
) -> list[Knoop]:
    """Return the delen that only a contents list names, and the bijlagen, as knopen of no text.

    The lines they come from are taken out of the contents list, since their words are text now.
    """
    er_is = {
        s for wortel in wortels for knoop in wortel.alle() for s in (*_nummer(knoop), _naam(knoop))
    }
    gevonden: list[Knoop] = []
    deel: Knoop | None = None
    for titel in inhoud.titels:
        eigen = nummersleutel(titel.kop) if titel.kop.nummer else ("", sleutel(titel.naam))
        ook = ("", sleutel(titel.naam))
        if titel.kop.soort == "deel":
            deel = None
        if eigen in er_is or (ook in er_is and titel.kop.soort != "deel"):
            continue
        soort = titel.kop.soort if titel.kop.nummer else ""
        if soort not in ("deel", "bijlage") and (deel is None or soort in ("artikel", "paragraaf")):
            continue
        er_is.add(eigen)
        knoop = _knoop(gezien[titel.regel], titel, soort, verslag)
        inhoud.regels.discard(titel.regel)
        if soort == "deel":
            deel = knoop
        if deel is None or soort == "deel":
            gevonden.append(knoop)
        else:
            deel.kinderen.append(knoop)
    return gevonden


def _knoop(regel: Regel, titel: Titel, soort: str, verslag: Verslag) -> Knoop:
    tekst = titel.tekst.rstrip(": ")
    eigen = replace(regel, inhoud=(Tekst(tekst),), tekst=tekst, merk="", getypt=0)
    was, wordt = titel.tekst.split()[-1], tekst.split()[-1]
    if was != wordt:
        verslag.anders(regel, was, wordt, "dubbele punt van de inhoudsopgave")
    if titel.bladzijde:
        verslag.weg(regel, "bladzijdenummer", regel.tekst.split()[-1].lstrip(".…·_\u2024"))
    keus = Kopkeus(soort, titel.kop.nummer, RANGEN.get(soort, BESTAND), twijfel=_WAAROM)
    return Knoop(keus, [(titel.regel, eigen)], gegevens=Kopgegevens(status="ontbreekt"))


def _nummer(knoop: Knoop) -> list[tuple[str, str]]:
    for _, regel in knoop.kopregels[:1]:
        if regel.kop.nummer:
            return [nummersleutel(regel.kop)]
    return []


def _naam(knoop: Knoop) -> tuple[str, str]:
    return ("", sleutel(knoop.titel))
