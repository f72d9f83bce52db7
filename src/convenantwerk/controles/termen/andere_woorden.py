"""The controles of another word for the same: by the list of a dossier, and by what is alike."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.termen.gebruik import woorden_in, woordplaatsen_in
from convenantwerk.controles.termen.woordvormen import grondvorm, keer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.termen.gebruik import Woord


def check_begrippen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No word stands in the text that the dossier has another for."""
    begrippen = onderzoek.registers.instellingen.begrippen
    if not begrippen:
        return
    voor = {
        woord: begrip.term for begrip in begrippen for woord in begrip.niet if woord != begrip.term
    }
    waar = _vindplaatsen(onderzoek, voor)
    for woord, plaatsen in waar.items():
        meer = len(plaatsen) - 1
        ook = f", en nog {keer(meer)}, zoals op {plaatsen[1]}" if meer else ""
        yield CODES["CV135"].at(plaatsen[0], woord=woord, term=voor[woord], ook=ook)
    staat = _vindplaatsen(onderzoek, [begrip.term for begrip in begrippen])
    for begrip in begrippen:
        if begrip.term not in staat:
            yield CODES["CV139"].at(begrip.position, term=begrip.term)


def _vindplaatsen(onderzoek: Onderzoek, woorden: Iterable[str]) -> dict[str, list[Position]]:
    """Return where words stand, also in the plural; one with a capital only with that capital."""
    rijen: dict[tuple[str, ...], str] = {}
    lengtes: dict[str, set[int]] = defaultdict(set)  # of what is looked for, by the first word
    for woord in woorden:
        if rij := tuple(map(grondvorm, woorden_in(woord))):
            rijen[rij] = woord
            lengtes[rij[0]].add(len(rij))
    found: dict[str, list[Position]] = defaultdict(list)
    for passage in onderzoek.passages:
        plaatsen = woordplaatsen_in(passage.tekst)
        gronden = [grondvorm(match[0]) for match in plaatsen]
        for at, grond in enumerate(gronden):
            for lengte in lengtes.get(grond, ()):
                woord = rijen.get(tuple(gronden[at : at + lengte]), "")
                if woord and (woord[0].islower() or plaatsen[at][0][0].isupper()):
                    found[woord].append(passage.plaats(plaatsen[at].start()))
    return found


def check_verwant(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Two words that seem to mean the same are not both used."""
    begrippen = onderzoek.registers.instellingen.begrippen
    gezegd = {grondvorm(woord) for begrip in begrippen for woord in begrip.niet}
    gebruik = onderzoek.termgebruik
    for one in onderzoek.verwant:
        woorden = [woord for grond, woord in one.woorden.items() if grond not in gezegd]
        if woorden:
            eerste, *rest = sorted(woorden, key=lambda woord: -woord.aantal)
            yield CODES["CV136"].at(
                gebruik.plaats(eerste),
                woord=eerste.woord,
                aantal=keer(eerste.aantal),
                ook=_net_als(rest),
                niet=", ".join(woord.woord for woord in (eerste, *rest)),
                term=one.term,
                andere=keer(one.andere),
            )


def _net_als(woorden: Sequence[Woord]) -> str:
    """Return words that mean the same as the one that was named: ", net als 'x' (3 keer),"."""
    genoemd = [f"'{woord.woord}' ({keer(woord.aantal)})" for woord in woorden]
    eerste, laatste = ", ".join(genoemd[:-1]), "".join(genoemd[-1:])
    return f", net als {eerste}{' en ' if eerste else ''}{laatste}," if genoemd else ""


CONTROLES = (
    Controle(check_begrippen, "nalezen"),
    Controle(check_verwant, "nalezen"),
)
