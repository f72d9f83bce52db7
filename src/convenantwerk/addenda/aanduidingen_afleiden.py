"""An artikel of bare text that gets leden, and one of leden that becomes bare text again.

Its text stays where it is: only a mark comes before it, or goes (Aanwijzingen voor de regelgeving,
chapter 6). So this comes first, and what else differs is looked for in what comes of it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import merknaam
from convenantwerk.addenda.addendumwerk import KanNietError, Werk
from convenantwerk.addenda.afleider import Afgeleid
from convenantwerk.addenda.boom_wijzigen import PastNietError
from convenantwerk.addenda.telwoorden import cijfers
from convenantwerk.addenda.wijzigingen import voer_uit
from convenantwerk.addenda.wijzigingstaal import nummer_van
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import in_part, maak_adres, parts_of, plaatsen_in
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel, elementen, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.tekst.adressen import Part

_ZELFDE = 0.6  # the share of words from which a text is the same, put before others


def leid_aanduidingen_af(oud: Delen, nieuw: Delen) -> tuple[tuple[Afgeleid, ...], Delen]:
    """Return the marks that come or go in artikelen that keep their text, and the old text then."""
    now = {element.anker: element for element in elementen(nieuw) if element.soort == "artikel"}
    werk, found = Werk(oud, {}), []
    for element in elementen(oud):
        other = now.get(element.anker)
        for wijziging in _aanduidingen(element, other) if other is not None else ():
            try:
                voer_uit(werk, wijziging)
            except (KanNietError, PastNietError):
                break  # then it is derived as any other change
            found.append(Afgeleid(wijziging, oud=element.anker, nieuw=element.anker))
    return tuple(found), werk.delen


def _aanduidingen(oud: Element, nieuw: Element) -> list[Wijziging]:
    """Return the marks that come or go in an artikel: those of alineas from the last on.

    So that each is still counted as it was: the second alinea is the second.
    """
    parts, wordt = parts_of(oud.inhoud), _leden(nieuw)
    alineas = [one for one in parts if isinstance(one, Alinea)]
    if len(alineas) == len(parts) and len(parts) > 1 and wordt:
        if len(wordt) < len(alineas) or not all(
            _is_zelfde([alinea], [lid]) for alinea, lid in zip(alineas, wordt, strict=False)
        ):
            return []
        places = plaatsen_in(oud, oud.anker)
        marks = zip(places, wordt, strict=False)
        return [Wijziging("aanduiden", place.adres, nieuw=lid.merk) for place, lid in marks][::-1]
    one = _aanduiding(oud, nieuw)
    return [one] if one is not None else []


def _aanduiding(oud: Element, nieuw: Element) -> Wijziging | None:
    was, wordt = _leden(oud), _leden(nieuw)
    for lid in wordt if not was else ():
        first = _is_eerste(lid, nieuw) or (lid is not wordt[0] and cijfers(nummer_van(lid)))
        if first and _is_zelfde(parts_of(oud.inhoud), [lid]):
            return Wijziging("aanduiden", oud.anker, nieuw=lid.merk)
    for lid in was if not wordt else ():
        if _is_zelfde([lid], parts_of(nieuw.inhoud)):
            return Wijziging("aanduiden", maak_adres(oud.anker, merknaam(lid.merk)))
    return None


def _is_eerste(lid: Onderdeel, artikel: Element) -> bool:
    return nummer_van(lid) in ("1", f"{artikel.nummer}.1")


def _leden(artikel: Element) -> list[Onderdeel]:
    """Return the leden of an artikel that has nothing beside them."""
    parts = parts_of(artikel.inhoud)
    leden = [one for one in parts if isinstance(one, Onderdeel)]
    alle = len(leden) == len(parts)
    return leden if alle and all(soort_van(one.merk) in ("lid", "nummer") for one in leden) else []


def _is_zelfde(parts: Iterable[Part], other: Iterable[Part]) -> bool:
    """Tell whether two pieces of text share most of their words."""
    one, two = _woorden(parts), _woorden(other)
    most = max(one.total(), two.total())
    return bool(most) and (one & two).total() / most >= _ZELFDE


def _woorden(parts: Iterable[Part]) -> Counter[str]:
    texts = (
        plain(inner.inhoud)
        for part in parts
        for inner in in_part(part)
        if isinstance(inner, Alinea)
    )
    return Counter(word for text in texts for word in text.split())
