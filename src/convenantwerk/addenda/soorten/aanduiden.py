"""`aanduiden`: the text of an artikel becomes its first lid, or its only lid its text."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import is_lid
from convenantwerk.addenda.addendumwerk import KanNietError
from convenantwerk.addenda.soort import Soort
from convenantwerk.addenda.telwoorden import en, rangen
from convenantwerk.addenda.wijzigingstaal import Zin, bij_nummers, noem_plaats, nummer_van
from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import opgebouwd, parts_of, with_parts
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap
    from convenantwerk.dossier.dossier import Wijziging


def voer_uit(werk: Werk, wijziging: Wijziging) -> Delen:
    """Return the text with a mark put before the text of an artikel, or taken from a lid."""
    place = werk.plaats(wijziging.plaats)
    werk.mag(place)
    part = place.part
    if not wijziging.nieuw:
        if not isinstance(part, Onderdeel):
            raise KanNietError(
                f"'{place.adres}' is geen lid",
                "noem het lid, of zeg met 'nieuw' welke aanduiding er komt",
            )
        return werk.verander(part, parts_of(part.inhoud))
    if isinstance(part, Alinea):
        return werk.verander(part, [Onderdeel(_aanduiding(wijziging.nieuw), (part,))])
    if not isinstance(part, Element):
        raise KanNietError(f"'{place.adres}' heeft geen kop", "noem het artikel, of een alinea")
    own = parts_of(part.inhoud)
    blocks = [one for one in own if not isinstance(one, Element)]
    if not blocks or not isinstance(blocks[0], Alinea):
        raise KanNietError(
            f"'{place.adres}' begint niet met tekst", "noem een artikel zonder leden"
        )
    inhoud = tuple(blok for blok in opgebouwd(blocks) if not isinstance(blok, Element))
    lid = Onderdeel(_aanduiding(wijziging.nieuw), inhoud)
    titled = [one for one in own if isinstance(one, Element)]
    return werk.verander(part, [with_parts(part, [lid, *titled])])


def _aanduiding(nieuw: str) -> str:
    try:
        soort_van(nieuw)
    except ValueError:
        tip = "schrijf de aanduiding zoals zij voor het lid komt te staan: 1."
        raise KanNietError(f"'{nieuw}' is geen aanduiding", tip) from None
    return nieuw


def samen(stap: Wijzigingsstap, later: Sequence[Wijzigingsstap]) -> list[Wijzigingsstap]:
    """Return the alineas of the same artikel that get a mark right after one that does."""
    if not _is_alinea(stap):
        return []
    row = takewhile(lambda o: o.wijziging.soort == "aanduiden" and o.houder == stap.houder, later)
    return list(takewhile(_is_alinea, row))


def _is_alinea(stap: Wijzigingsstap) -> bool:
    return bool(stap.wijziging.nieuw) and all(isinstance(one, Alinea) for one in stap.genoemd)


def _voor_alineas(stappen: Sequence[Wijzigingsstap]) -> Zin:
    """Say which marks come before which alineas; they are derived from the last to the first."""
    stappen = stappen[::-1]
    first = stappen[0]
    merken = [f"“{one.wijziging.nieuw}”" for one in stappen]
    waar = first.wegwijzer.naam(first.houder, first.binnen)
    van = f" van {waar}" if waar else ""
    if len(stappen) == 1:
        return Zin(f"Voor {noem_plaats(first)} wordt de aanduiding {merken[0]} geplaatst.")
    nummers = [one.adressen[0].rpartition("-")[2] for one in stappen]
    worden = "worden onderscheidenlijk de aanduidingen"
    return Zin(f"Voor de {rangen(nummers)} alinea{van} {worden} {en(merken)} geplaatst.")


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say where marks come or go."""
    if _is_alinea(stap):
        return _voor_alineas([stap, *samen])
    adres, nieuw = stap.adressen[0], stap.wijziging.nieuw
    if nieuw:
        waar = noem_plaats(stap)
        tekst = f"de tekst van {waar}" if waar else "de tekst"
        return Zin(f"Voor {tekst} wordt de aanduiding “{nieuw}” geplaatst.")
    lid = stap.genoemd[0]
    soort = "lid" if is_lid(stap.tekst, adres) else "onderdeel"
    naam = noem_plaats(stap) or bij_nummers(soort, [nummer_van(lid)], lidwoord=True)
    merk = lid.merk if isinstance(lid, Onderdeel) else ""
    return Zin(f"De aanduiding “{merk}” voor {naam} vervalt.")


SOORT = Soort(
    edities=("doorlopend",),
    moet=("plaats",),
    mag=("nieuw",),
    voer_uit=voer_uit,
    zin=zin,
    samen=samen,
)
