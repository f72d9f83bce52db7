"""What a text says of notice: its period, moment, form and addressee, and what follows from it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import MAANDEN
from convenantwerk.basis.lidwoorden import zonder_lidwoord
from convenantwerk.controles.overeenstemming.lezingen import (
    VOOR,
    Lezing,
    even_lang,
    periodevorm,
)
from convenantwerk.invoer.voorstellen.getallen import periode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.dossier.regels import Opzegregel, Regels


@cache
def _opzegtermijn() -> re.Pattern[str]:
    """What stands before a period that makes it a notice period."""
    return re.compile(
        r"(?i)(?:opzeg(?:gings)?termijn|opzeg\w*[^.;]*\btermijn|opgezegd[^.;]*\btermijn)"
        r"(?: voor partners| voor partijen)?(?: van| bedraagt| is| geldt van| beloopt|:)"
        r"(?: ten minste| tenminste| minimaal| minstens)? ?\Z"
    )


def lees_opzegging(zin: str, laag: str, regels: Regels) -> Iterator[Lezing]:
    """Yield what a sentence says of giving notice; `laag` is it in small letters."""
    regel = regels.opzegging
    if regel is None or not ("opzeg" in laag or "opgezegd" in laag):
        return
    if any(woorden in laag for woorden in _ANDERS):
        return
    if regel.opzegtermijn and "termijn" in laag:
        for match in periodevorm().finditer(zin):
            voor = zin[max(match.start() - VOOR, 0) : match.start()]
            erna = zin[match.end() : match.end() + 15]
            if _opzegtermijn().search(voor) or erna.startswith(" opzegtermijn"):
                strookt = even_lang(periode(match[0]), regel.opzegtermijn)
                wat = f"een opzegtermijn van {regel.opzegtermijn.voluit}"
                yield Lezing("opzegging", regel, match.start(), match[0], wat, strookt)
    yield from _wijze(zin, laag, regel)
    jaar, maand = _jaareinde().search(zin), _maandeinde().search(zin)
    if regel.per == "maandeinde" and jaar and not maand:
        wat = "opzeggen tegen het einde van een maand"
        yield Lezing("opzegging", regel, jaar.start(), jaar[0], wat, strookt=False)
    if regel.per == "kalenderjaar" and maand and not jaar:
        wat = "opzeggen met ingang van een kalenderjaar"
        yield Lezing("opzegging", regel, maand.start(), maand[0], wat, strookt=False)


def _wijze(zin: str, laag: str, regel: Opzegregel) -> Iterator[Lezing]:
    """Yield in what form, and to whom, a sentence has a partner give notice."""
    at, mail = laag.find("aangetekend"), laag.find("per e-mail")
    liever = "voorkeur" in laag or "liefst" in laag
    if regel.vorm not in (None, "aangetekend") and at >= 0 and not liever:
        wat = f"opzeggen {regel.vormzin}"
        yield Lezing("opzegging", regel, at, zin[at : at + 11], wat, strookt=False)
    if regel.vorm == "aangetekend" and mail >= 0 and at < 0 and laag.startswith(_OPZEGGING):
        wat = f"opzeggen {regel.vormzin}"
        yield Lezing("opzegging", regel, mail, zin[mail : mail + 10], wat, strookt=False)
    wie = zonder_lidwoord(regel.aan.lower())
    if not wie or not laag.startswith(_OPZEGGING):
        return
    for woorden in _GERICHT:
        begin = laag.find(woorden)
        aan = laag[begin + len(woorden) :]
        ander = aan.startswith(("de ", "het ")) and not zonder_lidwoord(aan).startswith(wie)
        if begin >= 0 and ander:
            at = begin + len(woorden)
            naar = " ".join(zin[at:].split()[:2]).rstrip(".,;")
            wat = f"opzeggen aan {regel.aan}"
            yield Lezing("opzegging", regel, at, naar, wat, strookt=False)


# Of another agreement, in another case, or by who is no partner.
_ANDERS = (
    *("erkersovereenkomst", "arbeidsovereenkomst", "huurovereenkomst", "verleningsovereenkomst"),
    *(
        "de huur ",
        "huurcontract",
        "lease",
        "verzekering",
        "abonnement",
        "lidmaatschap",
        "dienstverband",
        "zwaarwegend",
        "in afwijking",
        "in geval van",
    ),
    *("stuurgroep kan", "stuurgroep mag", "bestuur kan", "manager kan"),
)
_OPZEGGING = ("de opzegging", "een opzegging", "opzegging", "opzeggen")
_GERICHT = ("brief aan ", "e-mail aan ", "gericht aan ", "gericht tot ", "schriftelijk aan ")


@cache
def _maandeinde() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?:einde?|eerste dag|laatste dag) van (?:de|een|elke|iedere) (?:\w+ )?"
        rf"(?:kalender)?maand(?! (?:{'|'.join(MAANDEN)})\b)|\bmaandeinde"
    )


@cache
def _jaareinde() -> re.Pattern[str]:
    """The day on which a calendar year begins or ends."""
    return re.compile(
        r"(?i)\bkalenderjaar|\b(?:op|per|tegen|met ingang van)(?: het| de)? (?:31 december"
        r"|1 januari|einde?|eerste dag|laatste dag) van (?:het|een|elk|ieder|enig) (?:\w+ )?jaar"
    )


def lees_gevolgen(zin: str, laag: str, regels: Regels) -> Iterator[Lezing]:
    """Yield within which time a sentence has the regeling of a notice drawn up."""
    regel = regels.gevolgen
    if regel is None or "regeling" not in laag or "gevolgen" not in laag:
        return
    for match in periodevorm().finditer(zin):
        if laag[: match.start()].endswith("binnen "):
            strookt = even_lang(periode(match[0]), regel.binnen)
            wat = f"een regeling binnen {regel.binnen.voluit}"
            yield Lezing("gevolgen", regel, match.start(), match[0], wat, strookt)
