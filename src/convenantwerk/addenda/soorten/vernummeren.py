"""`vernummeren`: one part gets another number, or several at once."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import onderwerp, zinsdeel
from convenantwerk.addenda.addendumwerk import KanNietError
from convenantwerk.addenda.boom_wijzigen import Delen, verander
from convenantwerk.addenda.soort import Soort
from convenantwerk.addenda.soorten.invoegen import ingevoegd
from convenantwerk.addenda.telwoorden import cijfers, reeks, volgt_op
from convenantwerk.addenda.wijzigingstaal import (
    Zin,
    bij_nummers,
    is_item,
    noem,
    noem_plaats,
    nummer_van,
)
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.aanduidingen import getal, merknaam, met_getal, soort_van
from convenantwerk.tekst.adressen import houder, in_part
from convenantwerk.tekst.boom import Element, Onderdeel
from convenantwerk.tekst.nummers import NUMMER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    """Return what comes in where others make way for it."""
    if not is_een_soort(stap):
        return []
    if not is_item(stap):
        row = [o for o in later[:1] if o.wijziging.soort == "invoegen" and not o.wijziging.in_]
        return [o for o in row if all(isinstance(part, Element) for part in o.parts)]
    row = [o for o in later if o.wijziging.soort == "invoegen" and o.houder == stap.houder][:1]
    # Beside what has another number itself, a sentence of its own: else which number is meant?
    return [o for o in row if _nummer(o.tekst.get(o.wijziging.na)) not in stap.wordt]


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say which numbers become which, or what comes in while they do."""
    if samen:
        said = ingevoegd(samen[0], onder_vernummering(stap))
        return replace(said, hernummert=not is_item(stap))
    return Zin(_wordt_vernummerd(stap), stap.parts, hernummert=not is_item(stap))


def _wordt_vernummerd(stap: Wijzigingsstap) -> str:
    parts = stap.genoemd
    if not is_een_soort(stap):
        return " ".join(_wordt_vernummerd(one) for one in _per_soort(stap))
    was, nu = _was_en_nu(stap, lidwoord=True)
    hoe = f"{_hoe(parts[0])} tot {nu}"
    if len(parts) == 1:
        return f"{onderwerp(noem_plaats(stap))} wordt {hoe}."
    waar = "" if isinstance(parts[0], Element) else noem_plaats(stap, stap.houder)
    if waar and not was.startswith("de artikelen"):
        return f"In {zinsdeel(waar)} worden {was} {hoe}."
    return f"{eerste_groot(was)} worden {hoe}."


def _per_soort(stap: Wijzigingsstap) -> Iterator[Wijzigingsstap]:
    """Yield what a step does to the parts of each kind: no kind takes the numbers of another."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for part, pair in zip(stap.genoemd, zip(stap.adressen, stap.wordt, strict=True), strict=True):
        rows.setdefault(_soort(stap, part), []).append(pair)
    for pairs in rows.values():
        plaats = ", ".join(adres for adres, _ in pairs)
        wordt = tuple(nummer for _, nummer in pairs)
        yield replace(stap, wijziging=replace(stap.wijziging, plaats=plaats), wordt=wordt)


def is_een_soort(stap: Wijzigingsstap) -> bool:
    """Tell whether what gets another number is of one kind."""
    return len({_soort(stap, part) for part in stap.genoemd}) == 1


def _soort(stap: Wijzigingsstap, part: Part) -> str:
    """Return what a part is called by its number: a lid that names its artikel is "artikel"."""
    if isinstance(part, Element):
        return part.soort
    soort = noem(part, stap.tekst.get(stap.houder))
    return "artikel" if soort == "lid" and "." in nummer_van(part) else soort


def _hoe(part: Part) -> str:
    letters = isinstance(part, Onderdeel) and soort_van(part.merk) == "letter"
    return "verletterd" if letters else "vernummerd"


def _was_en_nu(stap: Wijzigingsstap, *, lidwoord: bool) -> tuple[str, str]:
    """Return the old and the new numbers as they are named, both in full or both shortened."""
    part = stap.genoemd[0]
    soort = _soort(stap, part)
    nummers = [nummer_van(one) for one in stap.genoemd]
    nieuw = [_nieuw_nummer(*pair) for pair in zip(stap.genoemd, stap.wordt, strict=True)]
    kort = volgt_op(nummers) and volgt_op(nieuw)
    was = bij_nummers(soort, nummers, lidwoord=lidwoord, kort=kort)
    if soort == "lid" and all(map(cijfers, [*nummers, *nieuw])):
        return was, bij_nummers(soort, nieuw, kort=kort)
    if len(nummers) > 1:  # "tot 4 en 5", not "tot de artikelen 4 en 5"
        return was, reeks(nieuw, kort=kort)
    return was, bij_nummers(soort, nieuw)


def _nieuw_nummer(part: Part, nieuw: str) -> str:
    """Return what a part is called with its new number: "2°" for the 2 of what was "3°."."""
    return merknaam(met_getal(part.merk, nieuw)) if isinstance(part, Onderdeel) else nieuw


def onder_vernummering(stap: Wijzigingsstap) -> str:
    """Return "onder vernummering van het tweede lid tot derde lid"."""
    was, nu = _was_en_nu(stap, lidwoord=True)
    return f"onder {_hoe(stap.genoemd[0]).removesuffix('d')}ing van {was} tot {nu}"


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
