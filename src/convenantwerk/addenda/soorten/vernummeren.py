"""`vernummeren`: one part gets another number, or several at once."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import KanNietError
from convenantwerk.addenda.boom_wijzigen import Delen, verander
from convenantwerk.addenda.soort import Soort
from convenantwerk.addenda.soorten.invoegen import ingevoegd
from convenantwerk.addenda.wijzigingstaal import (
    MEERVOUD,
    Zin,
    bij_nummer,
    cite,
    en,
    is_item,
    noem,
    nummer_van,
    reeksen,
    zinsdeel,
)
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.aanduidingen import getal, met_getal, soort_van
from convenantwerk.tekst.adressen import houder, in_part
from convenantwerk.tekst.boom import Element, Onderdeel
from convenantwerk.tekst.citeren import eerste_groot, rangtelwoord
from convenantwerk.tekst.nummers import NUMMER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.afleider import Afleider
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap
    from convenantwerk.tekst.adressen import Part, Plaats
    from convenantwerk.tekst.verschil import Verschil

_NUMMER = re.compile(NUMMER)


def voer_uit(werk: Werk, wijziging: Wijziging) -> Delen:
    """Return the text with other numbers; given several at once, numbers may change hands."""
    places = [werk.plaats(adres.strip()) for adres in wijziging.plaats.split(",")]
    nummers = [nummer.strip() for nummer in wijziging.nieuw.split(",")]
    if len(places) != len(nummers):
        raise KanNietError(
            f"er zijn {len(places)} plaatsen en {len(nummers)} nummers",
            "noem evenveel nummers als plaatsen, met komma's ertussen",
        )
    delen = werk.delen
    for place, nummer in sorted(zip(places, nummers, strict=True), key=_diepte):
        werk.mag(place)
        delen = verander(delen, place.part, [_genummerd(place, nummer)])
    return delen


def _diepte(pair: tuple[Plaats, str]) -> int:
    """Return what to sort by to change a part before those in it, which then still are there."""
    part = pair[0].part
    return -sum(1 for _ in in_part(part))


def _genummerd(place: Plaats, nieuw: str) -> Part:
    part = place.part
    tip = "schrijf een nummer als 8 of 8a, of een letter als b"
    if isinstance(part, Element) and part.nummer:
        if not _NUMMER.fullmatch(nieuw):
            raise KanNietError(f"'{nieuw}' is geen nummer", tip)
        before, _, after = part.aanduiding.rpartition(part.nummer)
        return replace(part, nummer=nieuw, aanduiding=f"{before}{nieuw}{after}")
    if isinstance(part, Onderdeel) and soort_van(part.merk) != "streep":
        other = replace(part, merk=met_getal(part.merk, nieuw))
        try:
            soort_van(other.merk)
        except ValueError:
            raise KanNietError(f"'{nieuw}' is geen nummer of letter", tip) from None
        return other
    raise KanNietError(f"'{place.adres}' heeft geen nummer", "kies een artikel of een lid")


# --- in words ------------------------------------------------------------------------------


def samen(stap: Wijzigingsstap, later: Sequence[Wijzigingsstap]) -> list[Wijzigingsstap]:
    """Return what comes in where leden or onderdelen make way for it."""
    if not is_item(stap):
        return []
    return [o for o in later if o.wijziging.soort == "invoegen" and o.houder == stap.houder][:1]


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say which numbers become which, or what comes in while they do."""
    if samen:
        return ingevoegd(samen[0], onder_vernummering(stap))
    return Zin(_wordt_vernummerd(stap), stap.parts)


def _wordt_vernummerd(stap: Wijzigingsstap) -> str:
    parts = stap.genoemd
    if len(parts) == 1:
        wordt = bij_nummer(parts[0], stap.wordt[0])
        return f"{eerste_groot(zinsdeel(cite(stap)))} wordt vernummerd tot {wordt}."
    naam = MEERVOUD.get(noem(parts[0]), noem(parts[0]))
    if all(noem(part) == noem(parts[0]) for part in parts):
        was, nu = reeksen([nummer_van(part) for part in parts], list(stap.wordt))
        waar = "" if isinstance(parts[0], Element) else f"van {cite(stap, stap.houder)} "
        return f"De {naam} {was} {waar}worden vernummerd tot {nu}."
    pairs = [
        f"{stap.citaten.citeer(adres)} tot {nummer}"
        for adres, nummer in zip(stap.adressen, stap.wordt, strict=True)
    ]
    return f"Vernummerd worden: {en(pairs)}."


def onder_vernummering(stap: Wijzigingsstap) -> str:
    """Return "onder vernummering van het tweede lid tot derde lid"."""
    parts, wordt = stap.genoemd, stap.wordt
    letters = isinstance(parts[0], Onderdeel) and soort_van(parts[0].merk) == "letter"
    word = "verlettering" if letters else "vernummering"
    nummers = [nummer_van(part) for part in parts]
    if all(nummer.isdigit() for nummer in (*nummers, *wordt)):
        was = en([rangtelwoord(int(nummer)) for nummer in nummers])
        new = en([rangtelwoord(int(nummer)) for nummer in wordt])
        return f"onder {word} van het {was} lid tot {new} lid"
    naam = noem(parts[0])
    if len(parts) == 1:
        lidwoord = "artikel" if naam == "lid" else naam
        return f"onder {word} van {lidwoord} {nummers[0]} tot {lidwoord} {wordt[0]}"
    naam = "artikelen" if naam == "lid" else MEERVOUD.get(naam, naam)
    was, new = reeksen(nummers, list(wordt))
    return f"onder {word} van de {naam} {was} tot {new}"


# --- derived -------------------------------------------------------------------------------


def leid_af(af: Afleider) -> None:
    """Derive new numbers: of titled parts all at once, for their numbers run through a deel."""
    renumbered = [
        verschil
        for verschil in af.in_beide(af.wortels)
        if verschil.vernummerd and not af.is_grof(verschil)
    ]
    titled = [verschil for verschil in renumbered if isinstance(verschil.part, Element)]
    _vernummer(af, titled)
    items = [verschil for verschil in renumbered if isinstance(verschil.part, Onderdeel)]
    for _, group in groupby(items, key=lambda item: houder(item.paar[1])):
        _vernummer(af, list(group))


def _vernummer(af: Afleider, verschillen: list[Verschil]) -> None:
    plaatsen = [af.plaats(verschil) for verschil in verschillen]
    nummers = [_nummer(verschil.wordt) for verschil in verschillen]
    if not all(nummers):
        af.mislukt |= {af.titel(v) for v, n in zip(verschillen, nummers, strict=True) if not n}
    elif plaatsen:
        wijziging = Wijziging("vernummeren", ", ".join(plaatsen), nieuw=", ".join(nummers))
        af.doe(wijziging, verschillen[0])


def _nummer(part: Part | None) -> str:
    if isinstance(part, Element):
        return part.nummer
    return getal(part.merk) if isinstance(part, Onderdeel) else ""


SOORT = Soort(
    edities=("doorlopend",),
    moet=("plaats", "nieuw"),
    voer_uit=voer_uit,
    zin=zin,
    samen=samen,
    leid_af=leid_af,
    beurt=2,
)
