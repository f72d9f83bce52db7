"""From an element to the file that holds it: written, read back, and the same, or made simpler.

What the source format cannot hold (emphasis that touches a letter, a list of one "A.") is written
in a form that it can, without a word less, and reported.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.invoer.bouwen.lopend import geknipt, gelijk, op_een_regel, zonder
from convenantwerk.invoer.bouwen.noten import Notenkenner
from convenantwerk.invoer.bouwen.regel import is_streep
from convenantwerk.tekst.adressen import parts_of
from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Nadruk,
    Onderdeel,
    Opsomming,
    Tabel,
    Tekst,
    Tekstbestand,
    Voetnoot,
    alle_inline,
    blokken,
    elementen,
    plain,
)
from convenantwerk.tekst.lezen import lees_fragment, lees_tekst
from convenantwerk.tekst.schrijven import front_matter, schrijf_fragment, schrijf_tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.tekst.boom import Blok

NOODKOP = "Tekst"  # above words that no heading could be kept for
_ZONDER_NADRUK = "nadruk weggelaten die het bronformaat hier niet kan houden"
_PLAT = "opsomming die het bronformaat zo niet kan houden; nu losse alinea's"


class NietTeSchrijvenError(ConvenantwerkError):
    """An element that no file can hold as it stands; a fault of the program (CV960)."""

    def __init__(self, pad: str) -> None:
        super().__init__("CV960", pad=pad, reden="geen bestand kan het houden")


def vastgelegd(element: Element, pad: str, meld: Callable[[Position, str], None]) -> Tekstbestand:
    """Return the file of an element, as it reads when it is read again.

    Args:
        element: with positions whose lines are the places of what it was made of.
        pad: of the file.
        meld: told where something was made simpler, and what.

    Raises:
        NietTeSchrijvenError: it does not read back as it is, however simple.
    """
    element = Notenkenner(meld).element(element)
    pogingen: tuple[Callable[[Element], Element], ...] = (
        lambda e: e,
        lambda e: _doorlopen(e, lambda blok: _houdbaar(blok, meld)),
        lambda e: _doorlopen(e, lambda blok: _plat(blok, meld)),
        lambda e: _onder_een_kop(e, meld),
    )
    for poging in pogingen:
        element = poging(element)
        kandidaat = Tekstbestand(front_matter(element), element)
        gelezen, bevindingen = lees_tekst(schrijf_tekst(kandidaat), pad)
        if gelezen and _goed(bevindingen) and _zelfde(gelezen.element, element):
            return gelezen
    raise NietTeSchrijvenError(pad)


def _goed(bevindingen: Iterable[Diagnostic]) -> bool:
    return not any(bevinding.ernst == "fout" for bevinding in bevindingen)


# --- the same --------------------------------------------------------------------------------


def _zelfde(een: Element | Blok | Onderdeel, ander: Element | Blok | Onderdeel) -> bool:
    """Tell whether a reader sees the same in two parts of a text, references apart."""
    match een, ander:
        case Element(), Element():
            kop = (een.soort, een.kopmerk, een.niveau, een.ontbreekt, een.feiten)
            return (
                kop == (ander.soort, ander.kopmerk, ander.niveau, ander.ontbreekt, ander.feiten)
                and gelijk(een.opschrift, ander.opschrift)
                and gelijk(een.vooraf, ander.vooraf)
                and _zelfde_inhoud(een.inhoud, ander.inhoud)
            )
        case Alinea(), Alinea():
            return gelijk(een.inhoud, ander.inhoud)
        case Opsomming(), Opsomming():
            return _zelfde_inhoud(een.onderdelen, ander.onderdelen)
        case Onderdeel(), Onderdeel():
            return een.merk == ander.merk and _zelfde_inhoud(een.inhoud, ander.inhoud)
        case Tabel(), Tabel():
            rijen, andere = (een.kop, *een.rijen), (ander.kop, *ander.rijen)
            return len(rijen) == len(andere) and all(
                len(a) == len(b) and all(map(gelijk, a, b))
                for a, b in zip(rijen, andere, strict=True)
            )
        case _:
            return een == ander


def _zelfde_inhoud(
    een: Sequence[Element | Blok | Onderdeel], ander: Sequence[Element | Blok | Onderdeel]
) -> bool:
    return len(een) == len(ander) and all(map(_zelfde, een, ander))


# --- simpler ---------------------------------------------------------------------------------


def _doorlopen(element: Element, maak: Callable[[Blok], Iterable[Blok]]) -> Element:
    """Return an element with each block made anew, in it and under it."""
    inhoud: list[Element | Blok] = []
    for deel in element.inhoud:
        if isinstance(deel, Element):
            inhoud.append(_doorlopen(deel, maak))
        else:
            inhoud += maak(deel)
    kop = replace(element, inhoud=())
    if element.niveau and not _kop_houdbaar(kop):
        kop = replace(kop, opschrift=zonder(kop.opschrift, "vet", "cursief", "hoog", "laag"))
    return replace(kop, inhoud=tuple(inhoud))


def _kop_houdbaar(kop: Element) -> bool:
    gelezen, bevindingen = lees_fragment(schrijf_fragment([replace(kop, feiten=None)]), "")
    if not _goed(bevindingen) or len(gelezen) != 1 or not isinstance(gelezen[0], Element):
        return False
    return gelijk(gelezen[0].opschrift, kop.opschrift)


def _is_houdbaar(blok: Blok) -> bool:
    delen = parts_of([blok])
    gelezen, bevindingen = lees_fragment(schrijf_fragment(delen), "")
    return _goed(bevindingen) and _zelfde_inhoud(gelezen, delen)


def _houdbaar(blok: Blok, meld: Callable[[Position, str], None]) -> Iterator[Blok]:
    """Yield a block in the first of ever simpler forms that reads back as it is written."""
    if _is_houdbaar(blok):
        yield blok
        return
    if isinstance(blok, Opsomming):
        onderdelen = tuple(
            replace(
                deel, inhoud=tuple(b for binnen in deel.inhoud for b in _houdbaar(binnen, meld))
            )
            for deel in blok.onderdelen
        )
        nieuw = replace(blok, onderdelen=onderdelen)
        if _is_houdbaar(nieuw):
            yield nieuw
            return
        yield from _plat(nieuw, meld)
        return
    if isinstance(blok, Alinea) and (beter := _met_minder_nadruk(blok)):
        meld(blok.position, _ZONDER_NADRUK)
        yield beter
        return
    yield from _plat(blok, meld)


def _met_minder_nadruk(alinea: Alinea) -> Alinea | None:
    """Return an alinea without the emphasis that keeps it from reading back; None if none does."""
    for at, deel in enumerate(alinea.inhoud):
        if isinstance(deel, Nadruk):
            inhoud = geknipt((*alinea.inhoud[:at], *deel.inhoud, *alinea.inhoud[at + 1 :]), 0)
            if _is_houdbaar(minder := replace(alinea, inhoud=inhoud)):
                return minder
    kaal = replace(alinea, inhoud=zonder(alinea.inhoud, "vet", "cursief", "hoog", "laag"))
    return kaal if _is_houdbaar(kaal) else None


def _plat(blok: Blok, meld: Callable[[Position, str], None]) -> Iterator[Blok]:
    """Yield the words of a block as alineas, without emphasis, on one line each."""
    match blok:
        case Opsomming():
            meld(blok.position, _PLAT)
            for deel in blok.onderdelen:
                yield from _plat_onderdeel(deel, meld)
        case Tabel() if not _is_houdbaar(blok):
            meld(blok.position, "tabel die het bronformaat niet kan houden; nu losse alinea's")
            for rij in (blok.kop, *blok.rijen):
                cellen = [deel for cel in rij if cel for deel in (Tekst(" "), *cel)]
                if cellen:
                    yield _kaal(Alinea(tuple(cellen), blok.position))
        case Alinea():
            if plain(blok.inhoud).strip() or any(isinstance(i, Voetnoot) for i in blok.inhoud):
                yield _kaal(blok)
        case _:
            yield blok


def _plat_onderdeel(deel: Onderdeel, meld: Callable[[Position, str], None]) -> Iterator[Blok]:
    """Yield an item so, its mark before its first words."""
    eerste, *rest = deel.inhoud or (Alinea((), deel.position),)
    merk = () if is_streep(deel.merk) else (Tekst(f"{deel.merk} "),)
    if isinstance(eerste, Alinea):
        eerste = replace(eerste, inhoud=(*merk, *eerste.inhoud))
    elif merk:
        yield Alinea((Tekst(deel.merk),), deel.position)
    for binnen in (eerste, *rest):
        yield from _plat(binnen, meld)


def _onder_een_kop(element: Element, meld: Callable[[Position, str], None]) -> Element:
    """Return the words of an element under its heading alone, or under NOODKOP when that fails."""
    alineas: list[Blok] = []
    for deel in elementen([element]):
        if deel is not element or not (kop_goed := _kop_houdbaar(replace(element, inhoud=()))):
            merk = (Tekst(f"{deel.kopmerk} "),) if deel.kopmerk else ()
            kop = Alinea((*deel.vooraf, Tekst(" "), *merk, *deel.opschrift), deel.position)
            alineas += _plat(kop, meld) if deel.niveau else ()
        for blok in blokken(deel):
            alineas += _plat(blok, meld)
    meld(element.position, "koppen die het bronformaat zo niet kan houden; nu gewone alinea's")
    if kop_goed and element.niveau:
        return replace(element, inhoud=tuple(map(_letterlijk, alineas)))
    kop_ = replace(element, soort="hoofdstuk", aanduiding="", nummer="", scheiding="", vooraf=())
    nieuw = replace(kop_, opschrift=(Tekst(NOODKOP),), niveau=1, ontbreekt=False, feiten=None)
    return replace(nieuw, inhoud=tuple(map(_letterlijk, alineas)))


def _letterlijk(blok: Blok) -> Blok:
    """Return an alinea that does not read back otherwise as mere characters."""
    if not isinstance(blok, Alinea) or _is_houdbaar(blok):
        return blok
    noten = [
        Tekst(f" {plain(noot.inhoud)}")
        for noot in alle_inline(blok.inhoud)
        if isinstance(noot, Voetnoot)
    ]
    return replace(blok, inhoud=(Tekst(" ".join(plain((*blok.inhoud, *noten)).split())),))


def _kaal(alinea: Alinea) -> Alinea:
    inhoud = zonder(op_een_regel(alinea.inhoud), "vet", "cursief", "hoog", "laag")
    return replace(alinea, inhoud=inhoud)
