"""The controles of terms and dates in words, against the rules of convenant.yaml.

Each row of `_LEZERS` reads one thing from a sentence that speaks of it: its words, what they say,
and what the rule says. A sentence that says something else is a finding; where none at the place
that the rule names says it, and another does, the rule names the wrong place.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import MAANDEN, voluit
from convenantwerk.basis.lidwoorden import zonder_lidwoord
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.overeenstemming.lezingen import (
    DE_REGEL,
    Lezing,
    dagvorm,
    zinnen_van,
)
from convenantwerk.controles.overeenstemming.looptijd import lees_inwerking, lees_looptijd
from convenantwerk.controles.overeenstemming.opzegging import lees_gevolgen, lees_opzegging
from convenantwerk.invoer.voorstellen.getallen import GETAL, getal
from convenantwerk.tekst.boom import titel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.dossier.regel import Regel
    from convenantwerk.dossier.regels import Regels, Stuk, Vergaderregel

_STAMMEN = (
    *("opzeg", "opgezegd", "verleng", "per jaar", "kalenderjaar", "het jaar", "kwartaal"),
    *("halfjaar", "half jaar", "eindigt", "geldt", "loopt", "onbepaalde tijd"),
    *("in werking", "aangegaan"),
)


@cache
def _keren() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)\b(?:(?P<getal>{GETAL}) ?(?:keer|maal|x|keren|malen)"
        r"|(?P<vast>een|één|twee|drie|vier)maal) (?:per|in het|in een|elk|ieder) (?:kalender)?jaar"
        r"|\b(?P<half>halfjaarlijks|elk half ?jaar)|\b(?P<kwartaal>(?:elk|ieder|per) kwartaal)"
    )


def _vergaderingen(zin: str, laag: str, regels: Regels) -> Iterator[Lezing]:
    regel = regels.vergaderingen
    if regel is None:
        return
    orgaan = zonder_lidwoord(regels.vergadert).lower()
    if regel.aantal and orgaan in laag and any(w in laag for w in ("komt", "komen", "vergader")):
        for match in _keren().finditer(zin):
            strookt = _aantal(match) == regel.aantal
            wat = f"{regel.aantal} vergaderingen per jaar"
            yield Lezing("vergaderingen", regel, match.start(), match[0], wat, strookt)
    if "vast" in laag and "ontwerp" not in laag:
        yield from _stukken(zin, laag, regel)


def _stukken(zin: str, laag: str, regel: Vergaderregel) -> Iterator[Lezing]:
    """Yield the day before which papers are adopted; one reading for those of one day."""
    woorden = {woord.strip(".,;:()") for woord in laag.split()}
    eigen = [stuk for stuk in regel.stukken if stuk.naam.lower() in woorden]
    for match in dagvorm().finditer(zin) if eigen else ():
        if match["jaar"] or match["voor"].lower() not in _UITERLIJK:
            continue
        hier = [stuk for stuk in eigen if _bij(stuk.naam.lower(), laag, match, eigen)]
        anders = [s for s in hier if str(s.uiterlijk) not in _jaardagen(match)]
        for stuk in anders[:1] or hier[:1]:
            namen = " en ".join(s.naam for s in anders or hier)
            dag = voluit(date(2000, stuk.uiterlijk.maand, stuk.uiterlijk.dag))
            wat = f"{namen} uiterlijk {dag.removesuffix(' 2000')}"
            yield Lezing("vergaderingen", regel, match.start(), match[0], wat, not anders)


def _bij(naam: str, laag: str, match: re.Match[str], eigen: Sequence[Stuk]) -> bool:
    """Tell whether a day is that of a paper: no paper of another rule stands between them."""
    tussen = laag[laag.rfind(naam, 0, match.start()) : match.start()]
    bekend = {stuk.naam.lower() for stuk in eigen}
    return naam not in laag[: match.start()] or not any(
        woord in tussen for woord in _STUKKEN if woord not in bekend
    )


_STUKKEN = ("jaarplan", "begroting", "jaarverslag", "jaarrekening", "beleidsplan")
_UITERLIJK = ("uiterlijk", "uiterlijk op", "vóór", "voor")


def _jaardagen(match: re.Match[str]) -> tuple[str, ...]:
    """Return the last day of a year that words allow, as month-day.

    "Voor 1 januari" is 31 December, and who writes "voor 31 december" may mean either day.
    """
    try:
        dag = date(2001, MAANDEN.index(match["maand"].lower()) + 1, int(match["dag"]))
    except ValueError:
        return ()
    dagen = [dag, dag - timedelta(days=1)] if match["voor"].lower() in ("vóór", "voor") else [dag]
    return tuple(f"{dag.month:02d}-{dag.day:02d}" for dag in dagen)


def _aantal(match: re.Match[str]) -> int:
    if woord := match["getal"] or match["vast"]:
        return getal(woord)
    return 2 if match["half"] else 4


_LEZERS: tuple[Callable[[str, str, Regels], Iterator[Lezing]], ...] = (
    lees_opzegging,
    lees_gevolgen,
    lees_looptijd,
    lees_inwerking,
    _vergaderingen,
)


def _lezingen(onderzoek: Onderzoek) -> Iterator[tuple[Passage, int, Lezing]]:
    """Yield what the text says of the rules, with its passage and place in it."""
    regels = onderzoek.registers.instellingen.regels
    eigen = (regels.opzegging, regels.gevolgen, regels.looptijd, regels.inwerking)
    if not any((*eigen, regels.vergaderingen)):
        return
    stukken = regels.vergaderingen.stukken if regels.vergaderingen else ()
    stammen = (*_STAMMEN, "gevolgen", *(stuk.naam.lower() for stuk in stukken))
    for deel in onderzoek.passages:
        laag = deel.tekst.lower()
        if not any(stam in laag for stam in stammen):
            continue
        for begin, zin in zinnen_van(deel.tekst):
            laag = zin.lower()
            if any(stam in laag for stam in stammen):
                for lees in _LEZERS:
                    for lezing in lees(zin, laag, regels):
                        yield deel, begin + lezing.begin, lezing


def check_termijnen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """What the text says in words of a term or a day, the rule says too; at the place it names."""
    goed: dict[str, list[tuple[Passage, int, Lezing]]] = {}
    for deel, at, lezing in _lezingen(onderzoek):
        if lezing.strookt:
            goed.setdefault(lezing.naam, []).append((deel, at, lezing))
            continue
        velden = {"woorden": " ".join(lezing.woorden.split()), "regel": lezing.naam}
        bron = lezing.regel.bron
        velden |= {"wat": lezing.wat, "bron": bron, "waar": DE_REGEL}
        yield CODES["CV161"].at(deel.plaats(at), **velden)
    for naam, plaatsen in goed.items():
        deel, at, lezing = plaatsen[0]
        if lezing.regel.artikel and not any(_staat_in(d, lezing.regel) for d, _, _ in plaatsen):
            velden = {"regel": naam, "artikel": lezing.regel.artikel}
            waar = titel(deel.omgeving.element)
            yield CODES["CV162"].at(deel.plaats(at), **velden, waar=waar)


def _staat_in(deel: Passage, regel: Regel) -> bool:
    """Tell whether words stand in a part that a rule names, or in one that has no number."""
    element = deel.omgeving.element
    eigen = {element.nummer, deel.omgeving.lid}
    delen = _nummers(regel.artikel)
    return not delen or not element.nummer or bool(eigen & delen)


def _nummers(artikel: str) -> set[str]:
    """Return the numbers that a citation names: of "artikel 7.1" both 7.1 and 7."""
    found = set(re.findall(r"\d+(?:\.\d+)*[a-z]?", artikel))
    return found | {nummer.rpartition(".")[0] for nummer in found if "." in nummer}


CONTROLES = (Controle(check_termijnen, "geldend"),)
