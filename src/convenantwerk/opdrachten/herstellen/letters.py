"""Letters of a list put in order, where nothing in the text or an addendum names one of them."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING, TypeGuard

from convenantwerk.controles.verwijzingen import adresboek_van
from convenantwerk.tekst.aanduidingen import form, getal, met_getal
from convenantwerk.tekst.adressen import anker_van
from convenantwerk.tekst.boom import (
    Opsomming,
    Verwijzing,
    alle_blokken,
    blokken,
    elementen,
    inhouden,
    is_besluit,
    plain,
)
from convenantwerk.tekst.omgeving import omgevingen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.opdrachten.herstellen.ingreep import Ingreep, Vraag
    from convenantwerk.tekst.boom import Blok

_GENOEMD = re.compile(r"\bonder(?:deel|delen)? [a-z]\b|\bletters? [a-z]\b")


def herstel_letters(vraag: Vraag) -> Iterator[Ingreep]:
    """Yield the marks of lists "a., b., d." as "a., b., c.".

    Only of lists that begin with a, are in one piece, and of which no letter is named anywhere: a
    reader who has written "onder d" down must find there what stood there.
    """
    gevonden = {one.position for one in vraag.bevindingen}
    genoemd: set[str] | None = None
    for element in elementen(vraag.onderzoek.convenant.delen):
        lijsten = [b for b in alle_blokken(blokken(element)) if _is_letterlijst(b)]
        te_doen = [one for one in lijsten if gevonden & {item.position for item in one.onderdelen}]
        if not te_doen or is_besluit(element) or not all(map(_is_heel, lijsten)):
            continue
        if genoemd is None:
            genoemd = set(_genoemd(vraag.onderzoek))
        if element.anker in genoemd or _noemt_letters(tuple(blokken(element))):
            continue
        for lijst in te_doen:
            for item, letter in zip(lijst.onderdelen, ascii_lowercase, strict=False):
                yield from vraag.ingreep(item.position, item.merk, met_getal(item.merk, letter))


def _is_letterlijst(blok: Blok) -> TypeGuard[Opsomming]:
    return isinstance(blok, Opsomming) and blok.soort == "letter"


def _is_heel(lijst: Opsomming) -> bool:
    """Tell whether a list begins at its begin, and has letters of one form only."""
    merken = [item.merk for item in lijst.onderdelen]
    return (
        getal(merken[0]) == "a"
        and len(merken) <= len(ascii_lowercase)
        and len({form(merk) for merk in merken}) == 1
        and all(len(getal(merk)) == 1 for merk in merken)
    )


def _genoemd(onderzoek: Onderzoek) -> Iterator[str]:
    """Yield the ankers of parts in which something is named: by a verwijzing, or in an addendum."""
    adresboek = adresboek_van(onderzoek)
    for context, inline in omgevingen(onderzoek.convenant):
        if isinstance(inline, Verwijzing) and not adresboek.elders(inline.naar):
            yield from (
                anker_van(adres)
                for adres in adresboek.resolve(inline, context)
                if inline.naar.onderdeel or adres != anker_van(adres)
            )
    for addendum in onderzoek.addenda:
        for wijziging in addendum.gegevens.wijzigingen:
            for adres in (wijziging.plaats, wijziging.na, wijziging.voor, wijziging.in_):
                yield anker_van(adres)


def _noemt_letters(bloks: Sequence[Blok]) -> bool:
    return any(
        _GENOEMD.search(plain(inhoud)) for blok in alle_blokken(bloks) for inhoud in inhouden(blok)
    )
