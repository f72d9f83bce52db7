"""`vervangen-tekst`: words come in the place of words, here or throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import ligt_in, pad
from convenantwerk.addenda.addendumwerk import KanNietError
from convenantwerk.addenda.soort import Soort
from convenantwerk.addenda.soorten.invoegen import ingevoegd
from convenantwerk.addenda.tekst_vervangen import citaten_van, niet_gevonden, telling, vervangen
from convenantwerk.addenda.wijzigingstaal import Zin
from convenantwerk.addenda.woordzinnen import slotteken, zegt_overal, zegt_woorden
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.adressen import Part, alle_plaatsen, houder, in_part
from convenantwerk.tekst.boom import Alinea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.afleider import Afleider
    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap
    from convenantwerk.tekst.verschil import Verschil


def voer_uit(werk: Werk, wijziging: Wijziging) -> Delen:
    """Return the text with words replaced, in one place and all under it or in the whole text.

    Raises:
        KanNietError: the words are not there, are there more often than was said, or are there
            only because this addendum has put them there.
    """
    oud = wijziging.oud
    roots: list[Part] = list(werk.delen)
    waar = "de tekst"
    if wijziging.plaats:
        place = werk.plaats(wijziging.plaats)
        werk.mag(place)
        roots, waar = [place.part], f"'{place.adres}'"
    found = [part for root in roots for part in in_part(root) if telling(part, oud)]
    total = sum(telling(part, oud) for part in found)
    if not found:
        raise niet_gevonden(oud, waar, roots)
    if total > 1 and wijziging.overal == "nee":
        places = ", ".join(dict.fromkeys(citaten_van(werk.delen, found)))
        raise KanNietError(
            f"“{oud}” staat {total} keer in {waar}: {places}",
            "noem een kleinere 'plaats' of meer woorden, of schrijf 'overal: ja'",
        )
    return vervangen(werk, found, oud, wijziging.nieuw)


def samen(stap: Wijzigingsstap, later: Sequence[Wijzigingsstap]) -> list[Wijzigingsstap]:
    """Return what is added for whose sake an onderdeel ends in another mark.

    Behind a colon that is what comes in it, behind any other mark what comes after it.
    """
    if not slotteken(stap):
        return []
    onderdeel = houder(stap.adressen[0])
    nieuw = [o for o in later if o.wijziging.soort == "invoegen"]
    if _opent(stap):
        return [o for o in nieuw if onderdeel in (o.wijziging.in_, houder(o.wijziging.na))][:1]
    row = [o for o in nieuw if o.wijziging.na == onderdeel]
    return row[:1] if houder(onderdeel) else []


def _opent(stap: Wijzigingsstap) -> bool:
    """Tell whether what comes instead announces a list."""
    return stap.wijziging.nieuw.endswith(":")


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say which words come instead of which."""
    if samen and samen[0].wijziging.soort == "vervangen-tekst":
        return Zin(zegt_overal([stap, *samen]), stap.parts)
    if samen:
        teken, nieuw = slotteken(stap)
        naam = stap.wegwijzer.naam(stap.adressen[0], houder(houder(stap.adressen[0])))
        van = "" if _opent(stap) else f" van {naam}"
        return ingevoegd(samen[0], f"onder vervanging van {teken} aan het slot{van} door {nieuw}")
    return Zin(zegt_woorden(stap), stap.parts)


def leid_deel_af(af: Afleider, verschil: Verschil) -> None:
    """Derive which words of an alinea are replaced; the alinea as a whole if those are many."""
    oud, nieuw = verschil.was, verschil.wordt
    if not isinstance(oud, Alinea) or not isinstance(nieuw, Alinea) or oud == nieuw:
        return
    plaats = af.plaats(verschil)
    phrases = af.woorden(verschil)
    for one, other in phrases or ():
        af.doe(Wijziging("vervangen-tekst", plaats, oud=one, nieuw=other), verschil)
    if phrases is None:
        af.vervang(verschil, nieuw)


def leid_af(af: Afleider) -> None:
    """Derive what is replaced every time: in one titled part, and in the whole text."""
    for verschil in af.in_beide(af.wortels):
        for one, other in af.telkens.get(verschil.paar[1], ()):
            plaats = _nauwste(af, af.plaats(verschil), one)
            wijziging = Wijziging("vervangen-tekst", plaats, oud=one, nieuw=other, overal="ja")
            af.doe(wijziging, verschil)
    for one, other in af.overal:
        wijziging = Wijziging("vervangen-tekst", oud=one, nieuw=other, overal="ja")
        af.doe(wijziging, af.wortels[0])


def _nauwste(af: Afleider, plaats: str, woorden: str) -> str:
    """Return the smallest place in another that holds words every time they stand in that one."""
    places = alle_plaatsen(af.werk.delen)
    paden = [pad(p.adres) for p in places if ligt_in(p.adres, plaats) and telling(p.part, woorden)]
    gelijk = [one[0] for one in zip(*paden, strict=False) if len(set(one)) == 1]
    return gelijk[-1] if gelijk else plaats


SOORT = Soort(
    edities=("doorlopend",),
    moet=("oud",),
    mag=("plaats", "nieuw", "overal"),
    voer_uit=voer_uit,
    zin=zin,
    samen=samen,
    leid_deel_af=leid_deel_af,
    leid_af=leid_af,
    beurt=1,
)
