"""Which artikel answers which eis: found by words, confirmed by a mark in the source."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from convenantwerk.basis.waarde import waarde
from convenantwerk.controles.volledigheid.lijsten import EISENLIJSTEN
from convenantwerk.controles.volledigheid.woorden import woordvinder
from convenantwerk.dossier.dossier import VOORWERK
from convenantwerk.tekst.boom import elementen, is_besluit, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.controles.volledigheid.eisen import Eis, Eisenlijst
    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.tekst.boom import Convenant, Element

# By words and mark; by words alone; by a mark alone, where the words are not those we look for.
Bewijs = Literal["bevestigd", "gevonden", "gemerkt"]
# Headings over words that say what something means, or what was decided of the text itself.
_ZEGT_NIETS = re.compile(r"\b(?:begrip\w*|definitie\w*|\w*besluit|toelichting)\b", re.IGNORECASE)


class Cel(NamedTuple):
    """How an artikel answers an eis, and the places of the alinea's in which the words stand."""

    bewijs: Bewijs
    plaatsen: tuple[Position, ...] = ()


@waarde
class Dekking:
    """A coverage matrix.

    Args:
        lijsten: the lists of eisen that the dossier names, in its order.
        artikelen: the titled parts that answer an eis, in the order of the text.
        cellen: by the key of the eis and the anker of the artikel.
        ontbrekend: the parts of the text that are missing: an eis may be answered there.
    """

    lijsten: tuple[Eisenlijst, ...]
    artikelen: tuple[Element, ...]
    cellen: Mapping[tuple[str, str], Cel]
    ontbrekend: tuple[Element, ...]

    @property
    def eisen(self) -> Iterator[Eis]:
        """All that is asked, in the order of the lists."""
        for lijst in self.lijsten:
            yield from lijst.eisen

    def artikelen_van(self, lijst: Eisenlijst) -> tuple[Element, ...]:
        """Return the artikelen that answer an eis of one of the lists."""
        return tuple(a for a in self.artikelen if any(self.cel(eis, a) for eis in lijst.eisen))

    def cel(self, eis: Eis, artikel: Element) -> Cel | None:
        """Return how an artikel answers an eis, None when it does not."""
        return self.cellen.get((eis.sleutel, artikel.anker))

    def van(self, eis: Eis) -> tuple[tuple[Element, Cel], ...]:
        """Return where an eis is answered, in the order of the text."""
        return tuple((a, cel) for a in self.artikelen if (cel := self.cel(eis, a)) is not None)


def dekking(convenant: Convenant, passages: Iterable[Passage], namen: Sequence[str]) -> Dekking:
    """Return which artikel answers which eis of the lists of these names.

    What stands before the convenant, what defines words, and what decides on the text itself is no
    answer; a heading is none either, for it may stay when the words under it are gone.

    Args:
        convenant: the text.
        passages: its words.
        namen: the keys of the lists.
    """
    lijsten = tuple(EISENLIJSTEN[naam] for naam in dict.fromkeys(namen))
    gevraagd = {eis.sleutel for lijst in lijsten for eis in lijst.eisen}
    gevonden = _gevonden(passages, tuple(lijst.sleutel for lijst in lijsten))
    cellen: dict[tuple[str, str], Cel] = {}
    artikelen: list[Element] = []
    for element in _antwoorden(convenant):
        woorden = gevonden.get(element.anker, {})
        merken = [eis for eis in element.dekt if eis in gevraagd]
        binnen = _binnen(element, gevonden) if merken else set()
        for eis in merken:
            bewijs: Bewijs = "bevestigd" if eis in binnen else "gemerkt"
            cellen[eis, element.anker] = Cel(bewijs, tuple(woorden.get(eis, ())))
        for eis, plaatsen in woorden.items():
            cellen.setdefault((eis, element.anker), Cel("gevonden", tuple(plaatsen)))
        if merken or woorden:
            artikelen.append(element)
    missing = tuple(e for e in elementen(convenant.delen) if e.ontbreekt)
    return Dekking(lijsten, tuple(artikelen), cellen, missing)


def _antwoorden(convenant: Convenant) -> Iterator[Element]:
    """Yield the titled parts that can answer an eis."""
    for deel in convenant.delen:
        if deel.anker == VOORWERK:
            continue
        for element in elementen([deel]):
            if not is_besluit(element):
                yield element


def _gevonden(
    passages: Iterable[Passage], lijsten: tuple[str, ...]
) -> Mapping[str, Mapping[str, Sequence[Position]]]:
    """Return by anker of a titled part the eisen that its words answer, with the places."""
    vinder = woordvinder(lijsten)
    found: defaultdict[str, dict[str, list[Position]]] = defaultdict(dict)
    for passage in passages:
        omgeving = passage.omgeving
        if passage.soort in ("kop", "noot") or _regelt_niets(omgeving.element):
            continue
        for eis in vinder.eisen_in(passage.tekst):
            found[omgeving.element.anker].setdefault(eis, []).append(passage.plaats(0))
    return found


def _regelt_niets(element: Element) -> bool:
    return bool(_ZEGT_NIETS.search(plain(element.opschrift)))


def _binnen(element: Element, gevonden: Mapping[str, Mapping[str, object]]) -> set[str]:
    """Return the eisen that the words of a titled part answer, or those of a part under it."""
    return {eis for one in elementen([element]) for eis in gevonden.get(one.anker, ())}
