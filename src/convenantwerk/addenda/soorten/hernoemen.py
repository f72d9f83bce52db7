"""`hernoemen`: a part gets another title, or a term another name throughout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import onderwerp, zinsdeel
from convenantwerk.addenda.addendumwerk import KanNietError
from convenantwerk.addenda.soort import Soort
from convenantwerk.addenda.tekst_vervangen import niet_gevonden, telling, vervangen
from convenantwerk.addenda.wijzigingstaal import Zin, noem_plaats
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.adressen import in_part
from convenantwerk.tekst.boom import Element, Tekst, plain
from convenantwerk.tekst.inhoud_wijzigen import Inhoud, vervang, zoek

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.afleider import Afleider
    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap
    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.verschil import Verschil


def voer_uit(werk: Werk, wijziging: Wijziging) -> Delen:
    """Return the text with another title, or with another name for a term."""
    if not wijziging.plaats:
        if not wijziging.oud:
            raise KanNietError("er staat niet wat een andere naam krijgt", "noem 'plaats' of 'oud'")
        return _begrip(werk, wijziging.oud, wijziging.nieuw)
    place = werk.plaats(wijziging.plaats)
    werk.mag(place)
    part = place.part
    if not isinstance(part, Element):
        raise KanNietError(f"'{place.adres}' heeft geen opschrift", "gebruik 'vervangen-tekst'")
    nieuw = replace(part, opschrift=_opschrift(werk, wijziging, part))
    if wijziging.tekst and (kop := _kop(werk.teksten[wijziging.tekst])).nummer == part.nummer:
        nieuw = replace(nieuw, aanduiding=kop.aanduiding, scheiding=kop.scheiding)
    return werk.verander(part, [nieuw])


def _opschrift(werk: Werk, wijziging: Wijziging, part: Element) -> Inhoud:
    """Return the title that a part gets."""
    opschrift: Inhoud = (Tekst(wijziging.nieuw),)
    if wijziging.tekst:
        opschrift = _kop(werk.teksten[wijziging.tekst]).opschrift
    if wijziging.oud:
        at = zoek(part.opschrift, wijziging.oud)
        if len(at) != 1:
            times = "niet" if not at else f"{len(at)} keer"
            raise KanNietError(
                f"“{wijziging.oud}” staat {times} in het opschrift “{plain(part.opschrift)}”",
                "neem de woorden over zoals ze er staan",
            )
        return vervang(part.opschrift, at[0], wijziging.oud, wijziging.nieuw, titel=True)
    return opschrift


def _kop(parts: Sequence[Part]) -> Element:
    """Return the heading that a text consists of."""
    match parts:
        case [Element(inhoud=()) as kop]:
            return kop
    raise KanNietError("de tekst is niet één kop en verder niets", "schrijf alleen '# opschrift'")


def _begrip(werk: Werk, oud: str, nieuw: str) -> Delen:
    """Return the text in which a term has another name, also where it begins a sentence.

    Raises:
        KanNietError: the term does not occur, or only because this addendum has put it there.
    """
    pairs = {oud: nieuw, _hoofdletter(oud): _hoofdletter(nieuw)}
    if not any(_met(werk, term) for term in pairs):
        raise niet_gevonden(oud, "de tekst", list(werk.delen))
    for term, naam in pairs.items():
        werk.delen = vervangen(werk, _met(werk, term), term, naam)
    return werk.delen


def _met(werk: Werk, woorden: str) -> list[Part]:
    """Return the parts in which words stand."""
    return [part for deel in werk.delen for part in in_part(deel) if telling(part, woorden)]


def _hoofdletter(woord: str) -> str:
    return woord[:1].upper() + woord[1:]


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say what is called otherwise, what loses its title, or gets one."""
    del samen
    wijziging = stap.wijziging
    if not wijziging.plaats:
        oud, nieuw = wijziging.oud, wijziging.nieuw
        return Zin(f"In de gehele tekst wordt “{oud}” telkens vervangen door “{nieuw}”.")
    van = noem_plaats(stap)
    naam = f"het opschrift van {van}" if van else "het opschrift"
    if wijziging.oud:
        return Zin(
            f"In {zinsdeel(naam)} wordt “{wijziging.oud}” vervangen door “{wijziging.nieuw}”."
        )
    part = stap.parts[0] if stap.parts else None
    opschrift = plain(part.opschrift) if isinstance(part, Element) else wijziging.nieuw
    kop = f"de kop van {van}" if van else "de kop"
    if isinstance(part, Element) and not _is_kaal(part.opschrift):
        return Zin(f"{onderwerp(kop)} komt te luiden:", (part,))
    if isinstance(part, Element) and _ander_kopmerk(stap):
        return Zin(f"{onderwerp(kop)} komt te luiden: {f'{part.kopmerk} {opschrift}'.strip()}")
    if not opschrift:
        return Zin(f"{onderwerp(naam)} vervalt.")
    match stap.genoemd:
        case [Element(opschrift=())]:
            aan = f"Aan {zinsdeel(van)} wordt" if van else "Er wordt"
            return Zin(f"{aan} een opschrift toegevoegd, luidende: {opschrift}")
    return Zin(f"{onderwerp(naam)} komt te luiden: {opschrift}")


def _is_kaal(opschrift: Inhoud) -> bool:
    """Tell whether a title is words only: a note or emphasis in it must be seen."""
    return all(isinstance(one, Tekst) for one in opschrift)


def _ander_kopmerk(stap: Wijzigingsstap) -> bool:
    """Tell whether the same number is written otherwise: "Artikel 1:", "ARTIKEL 1"."""
    match (stap.genoemd, stap.parts):
        case ([Element() as was], [Element() as wordt]):
            return was.nummer == wordt.nummer and was.kopmerk != wordt.kopmerk
    return False


def leid_deel_af(af: Afleider, verschil: Verschil) -> None:
    """Derive that a titled part has another title."""
    oud, nieuw = verschil.was, verschil.wordt
    if not isinstance(oud, Element) or not isinstance(nieuw, Element):
        return
    zelfde_kopmerk = oud.scheiding == nieuw.scheiding and (
        oud.aanduiding == nieuw.aanduiding or oud.nummer != nieuw.nummer
    )
    if oud.opschrift == nieuw.opschrift and zelfde_kopmerk:
        return
    match nieuw.opschrift:
        case (Tekst(tekst),) if zelfde_kopmerk:
            af.doe(Wijziging("hernoemen", af.plaats(verschil), nieuw=tekst), verschil)
        case _:
            kop = replace(nieuw, inhoud=(), ontbreekt=False, feiten=None)
            if oud.nummer != nieuw.nummer:  # it gets its other number, if any, by another wijziging
                kop = replace(kop, aanduiding=oud.aanduiding, nummer=oud.nummer)
            af.doe(Wijziging("hernoemen", af.plaats(verschil)), verschil, [af.nieuw(kop)])


SOORT = Soort(
    edities=("doorlopend",),
    een_van=("nieuw", "tekst"),
    mag=("plaats", "oud"),
    voer_uit=voer_uit,
    zin=zin,
    leid_deel_af=leid_deel_af,
)
