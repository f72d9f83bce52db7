"""`vervangen`: text comes in the place of a whole part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import onderwerp, zinsdeel
from convenantwerk.addenda.boom_wijzigen import Delen, Doel, niveau_van
from convenantwerk.addenda.soort import Soort
from convenantwerk.addenda.wijzigingstaal import Zin, bij_nummers, noem, noem_plaats, nummer_van
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.tekst.adressen import with_parts
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.afleider import Afleider
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap
    from convenantwerk.dossier.dossier import Wijziging
    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.verschil import Verschil


def voer_uit(werk: Werk, wijziging: Wijziging) -> Delen:
    """Return the text with a part replaced."""
    place = werk.plaats(wijziging.plaats)
    werk.mag(place, ook_geraakt=True)
    match place.part:
        case Element(soort="artikelen") as heel:  # it has no heading, so its text is what it holds
            inhoud = werk.tekst(wijziging, Doel(heel, "in").niveau)
            return werk.verander(heel, [with_parts(heel, inhoud)])
    return werk.verander(place.part, werk.tekst(wijziging, niveau_van(place.part)))


def samen(stap: Wijzigingsstap, later: Sequence[Wijzigingsstap]) -> list[Wijzigingsstap]:
    """Return the leden or onderdelen right after it that are written anew too."""
    row: list[Wijzigingsstap] = []
    beside = [place.adres for place in stap.wegwijzer.naast(stap.adressen[0])]
    at = beside.index(stap.adressen[0]) if stap.adressen[0] in beside else len(beside)
    for other, adres in zip(later, beside[at + 1 :], strict=False):
        if other.wijziging.soort != "vervangen" or other.adressen != (adres,):
            break
        if not all(nummer_van(one.genoemd[0]) for one in (stap, other)):
            break
        row.append(other)
    return row


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say what is replaced; an alinea that is all there is under a heading is its text."""
    if samen:
        parts = tuple(part for one in (stap, *samen) for part in one.parts)
        soort = noem(stap.genoemd[0], stap.tekst.get(stap.houder))
        nummers = [nummer_van(one.genoemd[0]) for one in (stap, *samen)]
        wat = bij_nummers(soort, nummers, lidwoord=True)
        waar = noem_plaats(stap, stap.houder)
        if waar:
            return Zin(f"In {zinsdeel(waar)} komen {wat} te luiden:", parts)
        return Zin(f"{eerste_groot(wat)} komen te luiden:", parts)
    naam = noem_plaats(stap)
    if naam and all(map(_is_vervallen, stap.parts)):
        return Zin(f"{onderwerp(naam)} vervalt.")
    zelf = stap.wegwijzer.stuk(stap.adressen[0], stap.binnen)
    match stap.genoemd:
        case [Element(soort="artikelen")]:
            zelf = "de tekst van aanhef tot en met slot"
    return Zin(f"{onderwerp(zelf)} komt te luiden:", stap.parts)


def _is_vervallen(part: Part) -> bool:
    """Tell whether a part keeps its number with a mark that it is gone: "[Vervallen]".

    The mark is no text of the convenant; "vervallen;" without brackets is.
    """
    match part:
        case Element(inhoud=(Alinea(inhoud),)) | Onderdeel(inhoud=(Alinea(inhoud),)):
            return plain(inhoud).lower().rstrip(".;") in ("[vervallen]", "(vervallen)")
    return False


def leid_deel_af(af: Afleider, verschil: Verschil) -> None:
    """Derive that a table or a figure is replaced: its words cannot be."""
    oud, nieuw = verschil.was, verschil.wordt
    if nieuw is not None and oud != nieuw and not isinstance(nieuw, Element | Onderdeel | Alinea):
        af.vervang(verschil, nieuw)


SOORT = Soort(
    edities=("doorlopend",),
    moet=("plaats", "tekst"),
    voer_uit=voer_uit,
    zin=zin,
    samen=samen,
    leid_deel_af=leid_deel_af,
)
