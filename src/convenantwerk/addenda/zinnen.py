"""Wijzigingen in words, as a besluit says them, in the order in which they are carried out.

Every sentence speaks of the text as the sentences before it left it, as the wijzigingen do.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from string import ascii_uppercase
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import ligt_in, onderwerp, pad, vorm
from convenantwerk.addenda.addendumwerk import Werk
from convenantwerk.addenda.soorten import soort_van
from convenantwerk.addenda.wijzigingen import voer_uit
from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap, Zin, noem_plaats
from convenantwerk.addenda.woordzinnen import is_woord_in_lid, wat_vervalt
from convenantwerk.tekst.adressen import Part, alle_plaatsen, anker_van, houder
from convenantwerk.tekst.boom import Alinea, Convenant, Element
from convenantwerk.tekst.citeren import Citaten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.dossier.dossier import Wijziging

_ELDERS = 3  # from so many artikelen on the same replacement is said once
_LOS = "-"  # begins the name of the place of a sentence that stands alone; no anker does


def zinnen(
    delen: Delen, wijzigingen: Iterable[Wijziging], teksten: Mapping[str, tuple[Part, ...]]
) -> tuple[Zin, ...]:
    """Return what wijzigingen do, in the order in which they do it.

    Those of one titled part that follow each other are said under one opening sentence: "Artikel 5
    wordt als volgt gewijzigd:" (Aanwijzingen voor de regelgeving, chapter 6).

    Args:
        delen: the text that they change.
        wijzigingen: those of an addendum; each can be carried out.
        teksten: what they put in, by what they call it.
    """
    return tuple(
        _geopend(list(group))
        for _, group in groupby(_samen(list(_stappen(delen, wijzigingen, teksten))), key=_eigen)
    )


def letters_van(zinnen: Sequence[Zin]) -> Iterator[tuple[str, Zin]]:
    """Yield the sentences of a besluit with their letters: A to Z, then AA, AB and on."""
    for number, zin in enumerate(zinnen):
        first, last = divmod(number, len(ascii_uppercase))
        yield (ascii_uppercase[first - 1] if first else "") + ascii_uppercase[last], zin


def _samen(
    stappen: list[Wijzigingsstap],
) -> Iterator[tuple[str, tuple[Wijzigingsstap, list[Wijzigingsstap]]]]:
    """Yield steps with those that are said with them, and the place in which they work."""
    number = 0
    alleen = Counter(anker_van(_werkplaats(stap)) for stap in stappen)
    while stappen:
        stap = stappen.pop(0)
        leden = _leden(stap, stappen)
        samen = leden or _elders(stap, stappen, alleen)
        samen = samen or soort_van(stap.wijziging.soort).samen(stap, stappen)
        for other in samen:
            stappen.remove(other)
        number += 1
        about = samen[0] if samen and samen[0].wijziging.soort == "invoegen" else stap
        plaats = houder(_werkplaats(stap)) if leden else _werkplaats(about)
        yield plaats or f"{_LOS}{number}", (stap, samen)


def _leden(stap: Wijzigingsstap, later: Sequence[Wijzigingsstap]) -> list[Wijzigingsstap]:
    """Return the leden or onderdelen beside one in which the same words become the same.

    Not past a step that gives any of them another number, or changes anything but words there.
    """
    boven = houder(_werkplaats(stap))
    words = _gezegd(stap)
    if not boven or not is_woord_in_lid(stap):
        return []
    same: list[Wijzigingsstap] = []
    eerst: list[str] = []  # places where something else is changed before
    for other in later:
        plaats = _werkplaats(other)
        if anker_van(plaats) == anker_van(boven) and other.wijziging.soort != "vervangen-tekst":
            break
        gelijk = _gezegd(other) == words and is_woord_in_lid(other) and houder(plaats) == boven
        if gelijk and not any(ligt_in(plaats, one) for one in eerst):
            same.append(other)
        else:
            eerst.append(plaats)
    return same


def _gezegd(stap: Wijzigingsstap) -> tuple[str, str]:
    """Return which words a sentence says to become which, "" for those that go."""
    if stap.wijziging.soort != "vervangen-tekst":
        return "", ""
    gone = wat_vervalt(stap)
    return (gone, "") if gone else (stap.wijziging.oud, stap.wijziging.nieuw)


def _elders(
    stap: Wijzigingsstap, later: Sequence[Wijzigingsstap], alleen: Mapping[str, int]
) -> list[Wijzigingsstap]:
    """Return the artikelen in which the same words are replaced by the same, and nothing else.

    Not past a step that numbers or moves titled parts: what is said after it names other numbers.
    """
    row = [stap]
    for other in later:
        if not _werkplaats(other) and other.wijziging.soort in ("vernummeren", "verplaatsen"):
            break
        if other.wijziging.soort == "vervangen-tekst" and other.wijziging.plaats:
            row.append(other)
    words = (stap.wijziging.oud, stap.wijziging.nieuw)
    same = [
        one
        for one in row
        if one.wijziging.plaats
        and (one.wijziging.oud, one.wijziging.nieuw) == words
        and alleen[anker_van(_werkplaats(one))] == 1
        and noem_plaats(one).startswith("artikel ")
    ]
    return same[1:] if stap in same and len(same) >= _ELDERS and all(words) else []


def _eigen(one: tuple[str, tuple[Wijzigingsstap, list[Wijzigingsstap]]]) -> str:
    """Return the anker of the titled part that a sentence is about, or what it alone has."""
    return anker_van(one[0])


def _geopend(group: Sequence[tuple[str, tuple[Wijzigingsstap, list[Wijzigingsstap]]]]) -> Zin:
    """Return the sentence of one change, or the one that opens several."""
    if len(group) == 1:
        return _zin(*group[0][1])
    paden = [pad(plaats) for plaats, _ in group]
    gelijk = [one[0] for one in zip(*paden, strict=False) if len(set(one)) == 1]
    first = group[0][1][0]
    naam = first.wegwijzer.naam(gelijk[-1])
    opening = f"{onderwerp(naam)} {vorm(naam, 'wordt', 'worden')} als volgt gewijzigd:"
    onder = tuple(
        _zin(replace(stap, binnen=gelijk[-1]), [replace(one, binnen=gelijk[-1]) for one in samen])
        for _, (stap, samen) in group
    )
    return Zin(opening, onder=onder)


def _werkplaats(stap: Wijzigingsstap) -> str:
    """Return the place in which a step changes something; "" when that is more than one part."""
    wijziging, adres = stap.wijziging, stap.adressen[0]
    named = stap.tekst.get(wijziging.na or wijziging.voor or wijziging.in_ or adres)
    match wijziging.soort:
        case "hernoemen" | "aanduiden" if adres:
            return anker_van(adres)
        case "vervangen-tekst" if adres:
            return houder(adres) if isinstance(named, Alinea) else adres
        case "vervallen" | "vervangen" | "vernummeren" if not isinstance(named, Element):
            return houder(adres)
        case "invoegen" if not any(isinstance(part, Element) for part in stap.parts):
            return stap.houder
    return ""


def _stappen(
    delen: Delen, wijzigingen: Iterable[Wijziging], teksten: Mapping[str, tuple[Part, ...]]
) -> Iterator[Wijzigingsstap]:
    werk = Werk(delen, teksten)
    for wijziging in wijzigingen:
        citaten = Citaten(Convenant(werk.delen, ""))
        known = {place.adres: place.part for place in alle_plaatsen(werk.delen)}
        parts = tuple(teksten.get(wijziging.tekst, ()))
        wordt = tuple(nummer.strip() for nummer in wijziging.nieuw.split(","))
        yield Wijzigingsstap(wijziging, parts, citaten, known, wordt)
        voer_uit(werk, wijziging)


def _zin(stap: Wijzigingsstap, samen: list[Wijzigingsstap]) -> Zin:
    reasons = dict.fromkeys(s.wijziging.toelichting for s in (stap, *samen))
    toelichting = " ".join(reason for reason in reasons if reason)
    return replace(soort_van(stap.wijziging.soort).zin(stap, samen), toelichting=toelichting)
