"""Findings as who sees no terminal reads them: the place in words, the sentence, the words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.aangehaald import aangehaald, ergens
from convenantwerk.controles.woordplaatsen import passages_van
from convenantwerk.stukken.wegwijzer import Wegwijzer
from convenantwerk.tekst.aanduidingen import merknaam, soort_van
from convenantwerk.tekst.boom import Element, titel
from convenantwerk.tekst.deel import deelnaam

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.tekst.boom import Convenant

_NABIJ = 240  # characters of a sentence before and after its words
_WAARIN: Mapping[str, str] = {
    "noot": ", in een voetnoot",
    "cel": ", in een tabel",
    "kop": ", in de kop",
}


class Zin(NamedTuple):
    """A sentence, cut at the words that a finding is about; those are "" when it names none."""

    voor: str
    woorden: str
    na: str


@dataclass(frozen=True, slots=True)
class Rapportregel:
    """A finding with its place in words.

    Args:
        bevinding: the finding.
        melding: its message, in which places are in words too.
        tip: what to do, in the same way.
        hoofdstuk: the chapter it is in, "" outside the text.
        plaats: the element, lid and onderdeel: "Artikel 8, lid 4, onder b", "" outside the text.
        adres: of the element or the lid, "" outside the text.
        zin: what stands there, None when that is no sentence, or only what `plaats` says already.
    """

    bevinding: Diagnostic
    melding: str
    tip: str
    hoofdstuk: str = ""
    plaats: str = ""
    adres: str = ""
    zin: Zin | None = None


def rapportregels(
    convenant: Convenant, diagnostics: Iterable[Diagnostic]
) -> tuple[Rapportregel, ...]:
    """Return findings with their places in a text, in the order in which they are given."""
    wegwijzer = Wegwijzer(convenant)
    hoofdstukken = dict(_hoofdstukken(convenant))
    woorden = _Woorden(convenant)
    return tuple(_regel(found, wegwijzer, hoofdstukken, woorden) for found in diagnostics)


def hoofdstukken_van(convenant: Convenant) -> tuple[str, ...]:
    """Return the chapters of a text as `rapportregels` names them, in reading order."""
    return tuple(dict.fromkeys(naam for _, naam in _hoofdstukken(convenant)))


def _regel(
    found: Diagnostic, wegwijzer: Wegwijzer, hoofdstukken: Mapping[str, str], woorden: _Woorden
) -> Rapportregel:
    gezegd = wegwijzer.in_woorden(found.melding), wegwijzer.in_woorden(found.tip)
    gevonden = woorden.vind(found.position)
    if gevonden is None:
        plaats = wegwijzer.find(found.position)
        if plaats is None:
            return Rapportregel(found, *gezegd)
        anker = plaats.adres.partition("--")[0]
        return Rapportregel(found, *gezegd, hoofdstukken.get(anker, ""), plaats.naam, plaats.adres)
    passage, offset = gevonden
    omgeving = passage.omgeving
    hoofdstuk = hoofdstukken.get(omgeving.element.anker, "")
    bekend = wegwijzer.bij(omgeving.adres)
    naam = bekend.naam if bekend else titel(omgeving.element) or hoofdstuk
    if passage.soort == "onderdeel" and soort_van(passage.merk) == "letter":
        naam += f", onder {merknaam(passage.merk)}"
    zin = _zin(found, passage, offset)
    naam += _WAARIN.get(passage.soort, "") if zin else ""
    return Rapportregel(found, *gezegd, hoofdstuk, naam, omgeving.adres, zin)


def _zin(found: Diagnostic, passage: Passage, offset: int) -> Zin | None:
    """Return the sentence that a finding is in, cut at its words; of a long one what is near."""
    begin, einde = passage.zin_om(offset)
    voor = passage.gelezen(begin, offset)
    geheel = voor + passage.gelezen(offset, einde)
    first, last = aangehaald(found, geheel, len(voor))
    if first == last:  # they may stand elsewhere in it
        begin, einde = ergens(found, geheel)
        first, last = (begin, einde) if einde else (first, last)
    voor, woorden, na = geheel[:first], geheel[first:last], geheel[last:]
    if passage.soort == "kop" and (not woorden or not (voor + na).strip()):
        return None
    if len(voor) > _NABIJ:
        voor = f"…{voor[-_NABIJ:].partition(' ')[2] or voor[-_NABIJ:]}"
    if len(na) > _NABIJ:
        na = f"{na[:_NABIJ].rpartition(' ')[0] or na[:_NABIJ]}…"
    voor, na = voor.lstrip(), na.rstrip()
    return Zin(*(deel.replace("\n", " ") for deel in (voor, woorden, na)))


class _Woorden:
    """Finds the passage that a position in a source file lies in."""

    def __init__(self, convenant: Convenant) -> None:
        self._passages = list(passages_van(convenant, besluiten=True))
        self._stukken: dict[str, list[tuple[int, int, int, int]]] = {}
        for nummer, passage in enumerate(self._passages):
            for offset, at in passage.stukken:
                stukken = self._stukken.setdefault(at.path, [])
                stukken.append((at.line, at.column, nummer, offset))
        for stukken in self._stukken.values():
            stukken.sort()

    def vind(self, position: Position) -> tuple[Passage, int] | None:
        """Return the passage that a position is in, and where; also one that begins behind it.

        So the mark of an onderdeel is a place of its words.
        """
        stukken = self._stukken.get(position.path, [])
        after = bisect_right(stukken, (position.line, position.column + 1))
        for index in (after - 1, after):
            if 0 <= index < len(stukken) and stukken[index][0] == position.line:
                _, kolom, nummer, offset = stukken[index]
                passage = self._passages[nummer]
                verder = max(position.column - kolom, 0)
                return passage, min(offset + verder, len(passage.tekst))
        return None


def _hoofdstukken(convenant: Convenant) -> Iterator[tuple[str, str]]:
    """Yield of each element by its anker in which chapter it is, or in which deel without one."""
    for deel in convenant.delen:
        kop = deelnaam(deel)
        yield deel.anker, kop
        for kind in deel.inhoud:
            if isinstance(kind, Element):
                yield from _onder(kind, f"{deel.aanduiding}, " if deel.aanduiding else "", kop)


def _onder(element: Element, voor: str, boven: str) -> Iterator[tuple[str, str]]:
    if element.soort == "hoofdstuk":
        genummerd = element.nummer and element.aanduiding == element.nummer
        boven = voor + (f"hoofdstuk {titel(element)}" if genummerd else titel(element))
    yield element.anker, boven
    for kind in element.inhoud:
        if isinstance(kind, Element):
            yield from _onder(kind, voor, boven)
