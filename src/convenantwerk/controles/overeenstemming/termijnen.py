"""The controles of terms and dates in words, against the rules of convenant.yaml.

Each row of `_LEZERS` reads one thing from a sentence that speaks of it: its words, what they say,
and what the rule says. A sentence that says something else is a finding; where none at the place
that the rule names says it, and another does, the rule names the wrong place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import MAANDEN, voluit
from convenantwerk.basis.lidwoorden import zonder_lidwoord
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.invoer.voorstellen.getallen import GETAL, PERIODE, getal, periode
from convenantwerk.tekst.boom import titel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.basis.periode import Periode
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.dossier.regel import Regel
    from convenantwerk.dossier.regels import Regels

_LANGST = 3_000  # characters of a sentence; what is longer is none of a convenant
_VOOR = 80  # characters before a period that tell what it is of
_STAMMEN = (
    *("opzeg", "opgezegd", "verleng", "per jaar", "kalenderjaar", "het jaar", "kwartaal"),
    *("halfjaar", "half jaar", "eindigt", "geldt", "loopt", "onbepaalde tijd"),
)


@dataclass(frozen=True, slots=True)
class _Lezing:
    """What words say of a rule: where they begin in the sentence, and what the rule says.

    `strookt` is whether the two agree.
    """

    naam: str
    regel: Regel
    begin: int
    woorden: str
    wat: str
    strookt: bool


@cache
def _zinsgrens() -> re.Pattern[str]:
    return re.compile(r"(?<=[.;?!])\s+(?=[\"'\u201c\u2018(]?[A-Z])")


@cache
def _periode() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{PERIODE}")


@cache
def _keren() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)\b(?:(?P<getal>{GETAL}) ?(?:keer|maal|x|keren|malen)"
        r"|(?P<vast>een|één|twee|drie|vier)maal) (?:per|in het|in een|elk|ieder) (?:kalender)?jaar"
        r"|\b(?P<half>halfjaarlijks|elk half ?jaar)|\b(?P<kwartaal>(?:elk|ieder|per) kwartaal)"
    )


@cache
def _dag() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?P<voor>uiterlijk(?: op)?|vóór|voor|tot en met|tot|op|per|met ingang van)"
        rf" (?P<dag>\d{{1,2}}) (?P<maand>{'|'.join(MAANDEN)})(?: (?P<jaar>\d{{4}}))?\b"
    )


@cache
def _opzegtermijn() -> re.Pattern[str]:
    """What stands before a period that makes it a notice period."""
    return re.compile(
        r"(?i)(?:opzeg(?:gings)?termijn|opzeg\w*[^.;]*\btermijn|opgezegd[^.;]*\btermijn)"
        r"(?: voor partners| voor partijen)?(?: van| bedraagt| is| geldt van| beloopt|:)"
        r"(?: ten minste| tenminste| minimaal| minstens)? ?\Z"
    )


# What stands before a period by which the text is renewed.
_MET = (" met", " voor", " duur van", " periode van", " telkens", " steeds")


def _zelfde(een: Periode, ander: Periode) -> bool:
    """Tell whether two periods are as long: twelve months are a year, four weeks no month."""

    def maten(p: Periode) -> tuple[int, int]:
        return 12 * p.jaren + p.maanden, 7 * p.weken + p.dagen

    return maten(een) == maten(ander)


def _opzegging(zin: str, laag: str, regels: Regels) -> Iterator[_Lezing]:
    regel = regels.opzegging
    if regel is None or not ("opzeg" in laag or "opgezegd" in laag):
        return
    if regel.opzegtermijn and "termijn" in laag:
        for match in _periode().finditer(zin):
            voor = zin[max(match.start() - _VOOR, 0) : match.start()]
            erna = zin[match.end() : match.end() + 15]
            if _opzegtermijn().search(voor) or erna.startswith(" opzegtermijn"):
                strookt = _zelfde(periode(match[0]), regel.opzegtermijn)
                wat = f"een opzegtermijn van {regel.opzegtermijn.voluit}"
                yield _Lezing("opzegging", regel, match.start(), match[0], wat, strookt)
    at = laag.find("aangetekend")
    liever = "voorkeur" in laag or "liefst" in laag
    if regel.vorm not in (None, "aangetekend") and at >= 0 and not liever:
        wat = f"opzeggen {regel.vormzin}"
        yield _Lezing("opzegging", regel, at, zin[at : at + 11], wat, strookt=False)
    kalender, maand = laag.find("kalenderjaar"), _maandeinde().search(zin)
    if regel.per == "maandeinde" and kalender >= 0 and not maand:
        wat = "opzeggen tegen het einde van een maand"
        yield _Lezing("opzegging", regel, kalender, "kalenderjaar", wat, strookt=False)
    if regel.per == "kalenderjaar" and maand and kalender < 0:
        wat = "opzeggen met ingang van een kalenderjaar"
        yield _Lezing("opzegging", regel, maand.start(), maand[0], wat, strookt=False)


@cache
def _maandeinde() -> re.Pattern[str]:
    return re.compile(r"(?i)\b(?:einde?|eerste dag|laatste dag) van (?:de|een|elke) (?:\w+ )?maand")


def _gevolgen(zin: str, laag: str, regels: Regels) -> Iterator[_Lezing]:
    regel = regels.gevolgen
    if regel is None or "regeling" not in laag or "gevolgen" not in laag:
        return
    for match in _periode().finditer(zin):
        if laag[: match.start()].endswith("binnen "):
            strookt = _zelfde(periode(match[0]), regel.binnen)
            wat = f"een regeling binnen {regel.binnen.voluit}"
            yield _Lezing("gevolgen", regel, match.start(), match[0], wat, strookt)


def _looptijd(zin: str, laag: str, regels: Regels) -> Iterator[_Lezing]:
    regel = regels.looptijd
    if regel is None:
        return
    if regel.verlenging and "verleng" in laag and "stilzwijgend" in laag:
        for match in _periode().finditer(zin):
            if laag[max(match.start() - _VOOR, 0) : match.start()].rstrip().endswith(_MET):
                strookt = _zelfde(periode(match[0]), regel.verlenging)
                wat = f"verlenging met {regel.verlenging.voluit}"
                yield _Lezing("looptijd", regel, match.start(), match[0], wat, strookt)
    for woorden in ("onbepaalde tijd", "stilzwijgend"):
        at = laag.find(woorden)
        if at >= 0 and ("verleng" in laag if woorden == "stilzwijgend" else _over_tekst(laag)):
            strookt = regel.soort.startswith(woorden)
            yield _Lezing("looptijd", regel, at, zin[at : at + len(woorden)], regel.soort, strookt)
    if regel.tot is not None and _over_tekst(laag) and "werking" not in laag:
        for match in _dag().finditer(zin):
            if match["jaar"] and (dag := _datum(match)):
                strookt = dag in (regel.tot, regel.tot + timedelta(days=1))
                wat = f"tot en met {voluit(regel.tot)}"
                yield _Lezing("looptijd", regel, match.start("dag"), voluit(dag), wat, strookt)


def _over_tekst(laag: str) -> bool:
    """Tell whether a sentence is about how long the text itself lasts."""
    return any(w in laag for w in ("convenant", "overeenkomst", "regeling", "zij eindigt")) and any(
        w in laag for w in ("geldt", "eindigt", "aangegaan", "gesloten voor", "looptijd", "loopt")
    )


def _datum(match: re.Match[str]) -> date | None:
    try:
        return date(
            int(match["jaar"]), MAANDEN.index(match["maand"].lower()) + 1, int(match["dag"])
        )
    except ValueError:
        return None


def _vergaderingen(zin: str, laag: str, regels: Regels) -> Iterator[_Lezing]:
    regel = regels.vergaderingen
    if regel is None:
        return
    orgaan = zonder_lidwoord(regels.vergadert).lower()
    if regel.aantal and orgaan in laag and any(w in laag for w in ("komt", "komen", "vergader")):
        for match in _keren().finditer(zin):
            strookt = _aantal(match) == regel.aantal
            wat = f"{regel.aantal} vergaderingen per jaar"
            yield _Lezing("vergaderingen", regel, match.start(), match[0], wat, strookt)
    woorden = {woord.strip(".,;:()") for woord in laag.split()}
    for stuk in regel.stukken:
        if stuk.naam.lower() in woorden and "vast" in laag and "ontwerp" not in laag:
            for match in _dag().finditer(zin):
                tussen = laag[laag.rfind(stuk.naam.lower(), 0, match.start()) : match.start()]
                ander = any(w in tussen for w in _STUKKEN if w != stuk.naam.lower())
                if match["jaar"] or ander or match["voor"].lower() not in _UITERLIJK:
                    continue
                bedoeld = str(stuk.uiterlijk)
                strookt = _jaardag(match) == bedoeld
                uiterlijk = date(2000, stuk.uiterlijk.maand, stuk.uiterlijk.dag)
                wat = f"{stuk.naam} uiterlijk {voluit(uiterlijk).removesuffix(' 2000')}"
                yield _Lezing("vergaderingen", regel, match.start(), match[0], wat, strookt)


_STUKKEN = ("jaarplan", "begroting", "jaarverslag", "jaarrekening", "beleidsplan")
_UITERLIJK = ("uiterlijk", "uiterlijk op", "vóór", "voor")


def _jaardag(match: re.Match[str]) -> str:
    """Return the last day of a year that words allow, as month-day: "voor 1 januari" is 12-31."""
    try:
        dag = date(2001, MAANDEN.index(match["maand"].lower()) + 1, int(match["dag"]))
    except ValueError:
        return ""
    if match["voor"].lower() in ("vóór", "voor"):
        dag -= timedelta(days=1)
    return f"{dag.month:02d}-{dag.day:02d}"


def _aantal(match: re.Match[str]) -> int:
    if woord := match["getal"] or match["vast"]:
        return getal(woord)
    return 2 if match["half"] else 4


_LEZERS: tuple[Callable[[str, str, Regels], Iterator[_Lezing]], ...] = (
    _opzegging,
    _gevolgen,
    _looptijd,
    _vergaderingen,
)


def zinnen_van(tekst: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a passage with where they begin; of a very long one its begin."""
    begin = 0
    grenzen = [(m.start(), m.end()) for m in _zinsgrens().finditer(tekst)]
    for einde, volgende in (*grenzen, (len(tekst), 0)):
        yield begin, tekst[begin : min(einde, begin + _LANGST)]
        begin = volgende


def _lezingen(onderzoek: Onderzoek) -> Iterator[tuple[Passage, int, _Lezing]]:
    """Yield what the text says of the rules, with its passage and place in it."""
    regels = onderzoek.registers.instellingen.regels
    if not any((regels.opzegging, regels.gevolgen, regels.looptijd, regels.vergaderingen)):
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
    goed: dict[str, list[tuple[Passage, int, _Lezing]]] = {}
    for deel, at, lezing in _lezingen(onderzoek):
        if lezing.strookt:
            goed.setdefault(lezing.naam, []).append((deel, at, lezing))
            continue
        velden = {"woorden": " ".join(lezing.woorden.split()), "regel": lezing.naam}
        bron = lezing.regel.bron
        yield CODES["CV161"].at(deel.plaats(at), **velden, wat=lezing.wat, bron=bron)
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


CONTROLES = (Controle(check_termijnen, "nalezen"),)
