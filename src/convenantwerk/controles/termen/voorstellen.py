"""Which words of a text seem to mean what another means: proposals, for a person to judge."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.controles.termen.gebruik import Woord, woorden_in
from convenantwerk.controles.termen.woordvormen import VERWANT, grondvorm, rol_van

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.controles.termen.gebruik import Termgebruik

_VAN_EN_AAN = 3  # words of "plan van aanpak"
_LANG = 4  # letters of what somebody has a task in
_DIT = r"\b[Dd](?:it (?P<een>convenant)|eze (?P<ander>overeenkomst))\b"


class Voorstel(NamedTuple):
    """Words that seem to mean what another means.

    Args:
        woorden: by their grondvorm, each where it stands first and with how often.
        term: the other word, which is defined or stands there more often.
        andere: how often that does.
    """

    woorden: Mapping[str, Woord]
    term: str
    andere: int


def voorstellen(gebruik: Termgebruik) -> list[Voorstel]:
    """Return which words seem to mean what another means; each of them once."""
    gezien: set[str] = set()
    found: list[Voorstel] = []
    for one in (
        *_uit_tabel(gebruik),
        *_staarten(gebruik),
        *_rollen(gebruik),
        *_langer(gebruik),
        *_omgekeerd(gebruik),
        *_dit(gebruik),
    ):
        nieuw = {grond: woord for grond, woord in one.woorden.items() if grond not in gezien}
        gezien.update(nieuw)
        if nieuw:
            found.append(one._replace(woorden=nieuw))
    return found


def _kies(gebruik: Termgebruik, gronden: Sequence[str]) -> Iterator[Voorstel]:
    """Yield of words for one thing those that nothing explains, for the one that is meant."""
    termen = [grond for grond in gronden if grond in gebruik.termen]
    beschreven = [grond for grond in gronden if grond in gebruik.koppen]
    meest = max(termen or beschreven or gronden, key=gebruik.aantal, default="")
    woorden = [grond for grond in gronden if grond not in (meest, *termen, *beschreven)]
    if woorden:
        yield _voorstel(gebruik, woorden, meest)


def _voorstel(gebruik: Termgebruik, gronden: Sequence[str], term: str) -> Voorstel:
    """Return the proposal to say one word for others, all by their grondvorm."""
    woorden = {grond: woord for grond in gronden if (woord := _als_woord(gebruik, grond))}
    definitie = gebruik.termen.get(term)
    staat = [one for one in (gebruik.kleine(term), gebruik.grote(term)) if one]
    meest = max(staat, key=lambda one: one.aantal, default=None)
    naam = definitie.term if definitie else meest.woord if meest else ""
    return Voorstel(woorden, naam, gebruik.aantal(term))


def _als_woord(gebruik: Termgebruik, grond: str) -> Woord | None:
    """Return the words of a grondvorm together, preferably as they stand in mid-sentence."""
    woord = gebruik.kleine(grond) or gebruik.grote(grond)
    return replace(woord, aantal=gebruik.aantal(grond)) if woord else None


def _uit_tabel(gebruik: Termgebruik) -> Iterator[Voorstel]:
    """Yield words that often are used for one thing: "partij" and "partner"."""
    for rij in VERWANT:
        yield from _kies(
            gebruik,
            [
                grondvorm(woord.removeprefix("="))
                for woord in rij
                if (
                    woord[1:] in gebruik.klein
                    if woord[0] == "="
                    else gebruik.aantal(grondvorm(woord))
                )
            ],
        )


def _staarten(gebruik: Termgebruik) -> Iterator[Voorstel]:
    """Yield "de Manager" where the text speaks of the "ketenmanager"."""
    langer: dict[str, set[str]] = defaultdict(set)
    for naam in (*gebruik.klein, *gebruik.termen):
        van, rol = rol_van(naam) or ("", "")
        if van and " " not in naam:
            langer[grondvorm(rol)].add(grondvorm(naam))
    for grond, langere in langer.items():
        if len(langere) > 1 or grond in gebruik.termen or grond in gebruik.koppen:
            continue
        (lang,) = langere
        los = [one for one in gebruik.groot.get(grond, ()) if one.los and one.bepaald]
        if los:
            een = Woord(los[0].woord, len(gebruik.groot[grond]), los[0].passage, los[0].begin)
            yield _voorstel(gebruik, [], lang)._replace(woorden={grond: een})
        elif lang in gebruik.termen and gebruik.aantal(grond):
            yield _voorstel(gebruik, [grond], lang)


def _rollen(gebruik: Termgebruik) -> Iterator[Voorstel]:
    """Yield "casushouder" beside "casusregisseur"."""
    van: dict[str, list[str]] = defaultdict(list)
    for naam in (*gebruik.klein, *gebruik.hoofd, *gebruik.termen):
        waarvan, _ = rol_van(naam) or ("", "")
        grond = grondvorm(naam)
        if len(waarvan) >= _LANG and " " not in naam and grond not in van[waarvan]:
            van[waarvan].append(grond)
    for gronden in van.values():
        yield from _kies(gebruik, gronden)


def _langer(gebruik: Termgebruik) -> Iterator[Voorstel]:
    """Yield "zorg- en veiligheidshuis" where the text speaks of the "Veiligheidshuis"."""
    namen = {grondvorm(woord) for woord in woorden_in(gebruik.verband)} | set(gebruik.termen)
    for grond in gebruik.gronden:
        kort = grond.rpartition(" ")[2]
        if "- " in grond and kort in namen and grond not in namen and gebruik.aantal(kort):
            yield _voorstel(gebruik, [grond], kort)


def _omgekeerd(gebruik: Termgebruik) -> Iterator[Voorstel]:
    """Yield "aanpakplan" where the text has a "plan van aanpak"."""
    for definitie in gebruik.definities:
        woorden = woorden_in(definitie.term)
        if len(woorden) == _VAN_EN_AAN and woorden[1].lower() in ("van", "voor"):
            wat, waarvan = woorden[0].lower(), woorden[2].lower()
            for naam in (f"{waarvan}{wat}", f"{waarvan}s{wat}"):
                if gebruik.aantal(grondvorm(naam)):
                    woord = _voorstel(gebruik, [grondvorm(naam)], "").woorden
                    rij = gebruik.vindplaatsen.get(tuple(map(grondvorm, woorden)), {})
                    aantal = sum(one.aantal for one in rij.values())
                    yield Voorstel(woord, definitie.term, aantal)


def _dit(gebruik: Termgebruik) -> Iterator[Voorstel]:
    """Yield "deze overeenkomst" in a text that calls itself "dit convenant", or the reverse."""
    found: dict[str, Woord] = {}
    for number, passage in enumerate(gebruik.passages):
        if "vereenkomst" in passage.tekst or "onvenant" in passage.tekst:
            for match in re.finditer(_DIT, passage.tekst):
                eerste = Woord(match[0], 0, number, match.start())
                found.setdefault(match.lastgroup or "", eerste).aantal += 1
    if len(found) > 1:
        minst, meest = sorted(found.values(), key=lambda one: one.aantal)
        yield Voorstel({minst.woord.lower(): minst}, meest.woord, meest.aantal)
