"""Two text trees held against each other, as a person would check an import: line by line.

A line is a heading or a block with how deep it stands, what it is, its mark, and its words with
their emphasis. What differs must be in the report of the import: as unsure, as left out, or as
written otherwise.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.tekst.boom import (
    Alinea,
    Blok,
    Element,
    Figuur,
    Inline,
    Invulveld,
    Nadruk,
    Opsomming,
    Regeleinde,
    Registerplaats,
    Tabel,
    Tekst,
    Verwijzing,
    Voetnoot,
)
from convenantwerk.tekst.deel import samengesteld
from convenantwerk.tekst.schrijven import NADRUK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.invoer.brok import Ingelezen
    from convenantwerk.invoer.gebouwd import Gebouwd

_WOORD = re.compile(r"[^\W_]+")


class Lijn(NamedTuple):
    """A heading or block: what is compared, and the words a report finds it by."""

    tekst: str
    woorden: str
    rij: bool = False  # of a table, which the report names as a whole


class Plek(NamedTuple):
    """Where two trees differ: lines of the one, lines of the other, and what the report says."""

    hand: tuple[Lijn, ...]
    gemaakt: tuple[Lijn, ...]
    gemeld: tuple[str, ...]


def delen_van(gebouwd: Gebouwd) -> list[Element]:
    """Return the delen of a text that was imported."""
    return [
        samengesteld(
            naam,
            [b.element for pad, b in gebouwd.bestanden.items() if pad.startswith(f"{naam}/")],
            NERGENS,
        )
        for naam in gebouwd.delen
    ]


def lijnen(delen: Iterable[Element]) -> list[Lijn]:
    """Return a text as lines."""
    return [lijn for deel in delen for lijn in _van_element(deel, 0)]


def _van_element(element: Element, diep: int) -> Iterator[Lijn]:
    if element.niveau:
        kop = " ".join(filter(None, (element.kopmerk, _inhoud(element.opschrift))))
        status = " (ontbreekt)" if element.ontbreekt else ""
        soort = f"{'#' * diep} [{element.soort}]"
        yield Lijn(f"{soort} {_inhoud(element.vooraf)}{kop}{status}", kop)
    elif element.soort == "slot":
        yield Lijn(f"{'#' * diep} [slot]", "")
    for deel in element.inhoud:
        if isinstance(deel, Element):
            yield from _van_element(deel, diep + 1)
        else:
            yield from _van_blok(deel, "", "")


def _van_blok(blok: Blok, diep: str, merk: str) -> Iterator[Lijn]:
    begin = f"{diep}{merk} " if merk else diep
    match blok:
        case Alinea(inhoud):
            yield Lijn(f"{begin}{_inhoud(inhoud)}", f"{merk} {_inhoud(inhoud)}")
        case Opsomming():
            for deel in blok.onderdelen:
                eerste, *rest = deel.inhoud
                yield from _van_blok(eerste, f"{diep}  ", deel.merk)
                for binnen in rest:
                    yield from _van_blok(binnen, f"{diep}    ", "")
        case Tabel():
            for rij in (blok.kop, *blok.rijen):
                cellen = " | ".join(map(_inhoud, rij))
                yield Lijn(f"{begin}| {cellen} |", cellen, rij=True)
        case Figuur():
            yield Lijn(f"{begin}![{blok.alt}]", blok.alt)
        case Registerplaats():
            yield Lijn(f"{begin}::: {blok.register}", "")


def _inhoud(inhoud: Iterable[Inline]) -> str:
    return "".join(map(_inline, inhoud))


def _inline(deel: Inline) -> str:
    match deel:
        case Tekst(tekst) | Verwijzing(tekst):
            return tekst
        case Nadruk(soort, binnen):
            return f"{NADRUK[soort]}{_inhoud(binnen)}{NADRUK[soort]}"
        case Invulveld(binnen):
            return f"[{_inhoud(binnen)}]"
        case Voetnoot(merk, binnen):
            return f"[^{merk}: {_inhoud(binnen)}]"
        case Regeleinde():
            return " \\ "


def verschilplekken(
    hand: Sequence[Element], ingelezen: Ingelezen, gebouwd: Gebouwd
) -> Iterator[Plek]:
    """Yield where an imported text differs from the one that was made by hand."""
    een, ander = lijnen(hand), lijnen(delen_van(gebouwd))
    meldingen = _meldingen(ingelezen, gebouwd)
    matcher = SequenceMatcher(
        None, [lijn.tekst for lijn in een], [lijn.tekst for lijn in ander], autojunk=False
    )
    for soort, a1, a2, b1, b2 in matcher.get_opcodes():
        if soort != "equal":
            yield _plek(tuple(een[a1:a2]), tuple(ander[b1:b2]), meldingen)


def _plek(
    hand: tuple[Lijn, ...], gemaakt: tuple[Lijn, ...], meldingen: list[tuple[str, str]]
) -> Plek:
    """Return a difference with what is said of it; nothing when a line of it is passed over."""
    gemeld: list[str] = []
    for lijn in gemaakt or hand:
        kern = _kern(lijn.woorden)
        gevonden = [waarom for tekst, waarom in meldingen if tekst and _raakt(tekst, kern, lijn)]
        if not gevonden and kern:
            return Plek(hand, gemaakt, ())
        gemeld += gevonden[:1]
    return Plek(hand, gemaakt, tuple(dict.fromkeys(gemeld)))


def _raakt(melding: str, kern: str, lijn: Lijn) -> bool:
    """Tell whether a report is of a line: it names its first words, or all of its table."""
    return kern.startswith(melding) or (lijn.rij and kern in melding)


def _meldingen(ingelezen: Ingelezen, gebouwd: Gebouwd) -> list[tuple[str, str]]:
    """Return what the report says: words, and why."""
    onzeker = (*ingelezen.onzeker, *gebouwd.onzeker)
    weg = (*ingelezen.weggelaten, *gebouwd.weggelaten)
    bewerkt = (*ingelezen.bewerkt, *gebouwd.bewerkt)
    return [
        *((_kern(een.tekst), f"onzeker, {een.plek}: {een.waarom}") for een in onzeker),
        *((_kern(een.tekst), f"weggelaten, {een.plek}: {een.waarom}") for een in weg),
        *((_kern(een.wordt), f"bewerkt, {een.plek}: {een.waarom}") for een in bewerkt),
    ]


def _kern(tekst: str) -> str:
    return " ".join(_WOORD.findall(tekst.casefold()))
