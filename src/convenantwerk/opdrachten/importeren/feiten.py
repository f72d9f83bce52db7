"""What a text says of itself: how it is called, of whom it is, from when."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import MAANDEN, getypte_datum, voluit
from convenantwerk.invoer.voorstellen.bepalingen import gewoon
from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.boom import Alinea, alle_blokken, blokken, elementen, plain, titel
from convenantwerk.tekst.deel import deelnaam

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from convenantwerk.dossier.dossier import Dossier
    from convenantwerk.invoer.gebouwd import Als, Gebouwd

_EIGENNAAM = r"[A-ZÀ-Ý][\w\u2019'-]+(?:[ -](?:(?:en|aan|de|den|het|op|in) )?[A-ZÀ-Ý][\w\u2019'-]+)*"
_VERBAND = re.compile(
    rf"\b(?:(?:[Rr]egionaal )?(?:Zorg- en |Zorg en )?Veiligheidshuis|Samenwerkingsverband|Netwerk"
    rf"|Ketensamenwerking) {_EIGENNAAM}(?![\w\u2019'-]*:)"  # "Onderwerp:" is no part of it
)
_CITEER = re.compile(
    r"\baangehaald als:? *(?:[\u201c\"\u2018'\u201e](?P<tussen>[^\u201d\"\u2019]{3,200})"
    r"|(?P<kaal>[A-Z][^.;]{3,200}))"
)
_DEEL = re.compile(r"deel (?:\d+|[IVX]+|[A-D])\b", re.IGNORECASE)
# By the value of --als, what the first heading of such a file says.
_LIJKT: Mapping[Als, re.Pattern[str]] = {
    "addendum": re.compile(r"^(?:addendum|erratum|aanvulling op|wijziging van)\b", re.IGNORECASE),
    "overleg": re.compile(
        r"^(?!.*(?:convenant|overeenkomst|regeling))(?:bijlage\b.*)?(?:\w+[ -]){0,4}\w*overleg\b",
        re.IGNORECASE,
    ),
}
_MAAND = rf"(?P<maand>{'|'.join(MAANDEN)}) (?P<jaar>[12]\d{{3}})"
_EDITIE = re.compile(
    rf"(?:^|\b(?:de dato|d\.d\.|opgemaakt|aldus|versie|vastgesteld)\b[^.]{{0,80}}?\s)"
    rf"(?:\d{{1,2}} )?{_MAAND}\b",
    re.IGNORECASE,
)
_INGANG = re.compile(
    rf"\b(?:met ingang van|treedt in werking op|ingangsdatum:?) (?P<dag>\d{{1,2}} {_MAAND})",
    re.IGNORECASE,
)
_BESLUIT = re.compile(
    rf"\b(?:vastgesteld (?:bij|door|in)|besluit van|stuurgroepbesluit)\b[^.;\n]{{0,160}}?"
    rf"\b(?P<dag>\d{{1,2}} {_MAAND})(?: te (?P<plaats>{_EIGENNAAM}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Importfeiten:
    """What a dossier must know of its text; "" or None when it is not known.

    Args:
        naam: the samenwerkingsverband.
        titel: of the convenant, or of the addendum.
        citeertitel: how the text is cited.
        editie: what the text is called.
        ingangsdatum: from when an addendum counts.
        besluit: by which it was adopted.
        bij: the anker of the deel that an addendum is bound to.
    """

    naam: str = ""
    titel: str = ""
    citeertitel: str = ""
    editie: str = ""
    ingangsdatum: date | None = None
    besluit: str = ""
    bij: str = ""


def lijkt(gebouwd: Gebouwd, als: Als) -> str:
    """Return what a file looks like that it is not imported as: "addendum"; "" for nothing."""
    elementen_ = [e for b in gebouwd.bestanden.values() for e in elementen([b.element])]
    namen = [gewoon(gebouwd.titel), *(gewoon(titel(e)) for e in elementen_)]
    delen = {m.group().lower() for naam in namen if (m := _DEEL.match(naam))}
    if als != "vanzelf":
        return "heel convenant" if len(delen) > 1 else ""
    eerste = next(filter(None, namen), "")
    return next((wat for wat, p in _LIJKT.items() if p.search(eerste)), "") if not delen else ""


def lees_feiten(gebouwd: Gebouwd) -> Importfeiten:
    """Return what a text says of itself."""
    regels = [
        gebouwd.titel,
        *(weg.tekst for weg in gebouwd.weggelaten if weg.waarom != "inhoudsopgave"),
        *_regels(gebouwd),
    ]
    los = not gebouwd.delen  # an addendum, which is called by its heading
    eerste = next((b.element for b in gebouwd.bestanden.values()), None)
    return Importfeiten(
        naam=_naam(regels),
        titel=gewoon(gebouwd.titel) or (gewoon(titel(eerste)) if los and eerste else ""),
        citeertitel=_citeertitel(regels),
        editie=_editie(regels),
        ingangsdatum=_datum(regels, _INGANG),
        besluit=_besluit(regels),
    )


def met_antwoorden(gelezen: Importfeiten, gegeven: Importfeiten, op: date) -> Importfeiten:
    """Return what the user said of a text, else what it says of itself; `op` names its edition."""
    return replace(
        gelezen,
        naam=gegeven.naam or gelezen.naam,
        citeertitel=gegeven.citeertitel or gelezen.citeertitel,
        editie=gegeven.editie or gelezen.editie or voluit(op).partition(" ")[2],
        ingangsdatum=gegeven.ingangsdatum or gelezen.ingangsdatum,
        besluit=gegeven.besluit or gelezen.besluit,
        bij=gegeven.bij,
    )


def hechtbare_delen(dossier: Dossier) -> dict[str, str]:
    """Return what an addendum can be bound to: the ankers of delen, and what they are called."""
    delen = with_ankers(dossier.delen)
    return {deel.anker: naam for deel in delen if (naam := deelnaam(deel))}


def _regels(gebouwd: Gebouwd) -> Iterator[str]:
    for bestand in gebouwd.bestanden.values():
        for element in elementen([bestand.element]):
            yield titel(element)
            for blok in alle_blokken(blokken(element)):
                if isinstance(blok, Alinea):
                    yield gewoon(plain(blok.inhoud))


def _naam(regels: list[str]) -> str:
    """Return the name that stands in the title, else the one that occurs most."""
    in_titel = _VERBAND.search(gewoon(regels[0]))
    if in_titel:
        return in_titel.group()
    telling = Counter(match.group() for regel in regels for match in _VERBAND.finditer(regel))
    return telling.most_common(1)[0][0] if telling else ""


def _citeertitel(regels: list[str]) -> str:
    for regel in regels:
        if match := _CITEER.search(regel):
            return gewoon(match["tussen"] or match["kaal"])
    return ""


def _editie(regels: list[str]) -> str:
    """Return the month that the text calls its own: the last that it names so."""
    found = [match for regel in regels if (match := _EDITIE.search(gewoon(regel)))]
    return f"{found[-1]['maand'].lower()} {found[-1]['jaar']}" if found else ""


def _datum(regels: list[str], patroon: re.Pattern[str]) -> date | None:
    """Return the one day that is named so; None when there are more."""
    found: set[date] = set()
    for regel in regels:
        for match in patroon.finditer(regel):
            with suppress(ValueError):  # 31 february
                found.add(getypte_datum(match["dag"]))
    return found.pop() if len(found) == 1 else None


def _besluit(regels: list[str]) -> str:
    for regel in regels:
        if match := _BESLUIT.search(regel):
            zin = gewoon(match.group())
            return zin[:1].upper() + zin[1:]
    return ""
