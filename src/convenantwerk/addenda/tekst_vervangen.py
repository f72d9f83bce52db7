"""Words of parts replaced by others, for every soort of wijziging that does so."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import KanNietError, Werk
from convenantwerk.addenda.boom_wijzigen import Delen, verander
from convenantwerk.tekst.adressen import Part, alle_plaatsen, in_part
from convenantwerk.tekst.boom import Alinea, Convenant, Element, Tabel, plain
from convenantwerk.tekst.citeren import Citaten
from convenantwerk.tekst.inhoud_wijzigen import Inhoud, vervang_alle, zoek

if TYPE_CHECKING:
    from collections.abc import Iterator

_DICHTBIJ = 0.6  # how alike words must be to be offered instead of words that are not there


def vervangen(werk: Werk, found: list[Part], oud: str, nieuw: str) -> Delen:
    """Return the text with all these words replaced in these parts, given in reading order.

    Raises:
        KanNietError: they are there only because this addendum has put them there.
    """
    touched = {id(part) for part in found} & {id(part) for part in werk.geraakt}
    for place in alle_plaatsen(werk.delen) if touched else ():
        before = werk.begin.get(place.adres) if id(place.part) in touched else None
        if before is not None and not telling(before, oud):
            raise KanNietError(
                f"“{oud}” staat er alleen door een eerdere wijziging van dit addendum",
                "voeg de twee wijzigingen samen",
            )
    delen = werk.delen
    for part in found:  # what holds another part comes before it, so each is still there
        changed = _met_inhouden(part, [_vervangen_in(i, oud, nieuw, part) for i in _inhouden(part)])
        if changed == part:
            raise KanNietError(f"“{oud}” wordt door zichzelf vervangen", "haal de wijziging weg")
        werk.geraakt.append(changed)
        delen = verander(delen, part, [changed])
    return delen


def _vervangen_in(inhoud: Inhoud, oud: str, nieuw: str, part: Part) -> Inhoud:
    found = zoek(inhoud, oud)
    return (
        vervang_alle(inhoud, found, oud, nieuw, titel=isinstance(part, Element))
        if found
        else inhoud
    )


def _inhouden(part: Part) -> list[Inhoud]:
    """Return the texts of a part itself."""
    match part:
        case Element():
            return [part.opschrift]
        case Alinea():
            return [part.inhoud]
        case Tabel():
            return [cel for rij in (part.kop, *part.rijen) for cel in rij]
        case _:
            return []


def _met_inhouden(part: Part, inhouden: list[Inhoud]) -> Part:
    match part:
        case Element():
            return replace(part, opschrift=inhouden[0])
        case Alinea():
            return replace(part, inhoud=inhouden[0])
        case Tabel():
            width = len(part.kop)
            rows = [tuple(inhouden[at : at + width]) for at in range(0, len(inhouden), width)]
            return replace(part, kop=rows[0], rijen=tuple(rows[1:]))
        case _:
            return part


def telling(part: Part, woorden: str) -> int:
    """Return how often words stand in a part itself."""
    return sum(len(zoek(inhoud, woorden)) for inhoud in _inhouden(part))


def citaten_van(delen: Delen, found: list[Part]) -> Iterator[str]:
    """Yield how parts of a text are cited."""
    names = Citaten(Convenant(delen, ""))
    wanted = {id(part) for part in found}
    for place in alle_plaatsen(delen):
        if id(place.part) in wanted:
            yield names.citeer(place.adres)


def niet_gevonden(oud: str, waar: str, roots: list[Part]) -> KanNietError:
    """Return the error for words that are not there, with the words most like them that are."""
    length = len(oud.split())
    near: set[str] = set()
    for root in roots:
        for part in in_part(root):
            for inhoud in _inhouden(part):
                words = plain(inhoud).split()
                near |= {" ".join(words[at : at + length]) for at in range(len(words))}
    best = get_close_matches(oud, near, n=1, cutoff=_DICHTBIJ)
    tip = f"bedoelt u “{best[0]}”?" if best else "neem de woorden over zoals ze er staan"
    return KanNietError(f"“{oud}” staat niet in {waar}", tip)
