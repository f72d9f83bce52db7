"""Lines to paragraphs: a line each, or lines that were broken because the sheet was full."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.invoer.afbreking import afgebroken, is_afgebroken, woordtelling
from convenantwerk.invoer.brok import BOLLEN
from convenantwerk.invoer.platte_tekst.inhoudslijst import is_inhoudsregel
from convenantwerk.tekst.aanduidingen import find_mark, is_twijfel, ook_in_de_zin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.invoer.platte_tekst.regels import Regel

_SMALST, _BREEDST = 40, 130  # columns of a sheet that lines are broken for
_VOL = 0.6  # so many lines that go on must have been full
_GENOEG = 3
_ADRES = 6  # lines of an address, or of a name with what somebody is
_KORT = 60  # characters of such a line
_UITSCHIETERS = 0.02  # lines of a table or an address that are wider than the sheet
_KOP = re.compile(r"(?:Artikel|Hoofdstuk|Paragraaf|Afdeling|Titel|Deel|Bijlage|§)\s+\S{1,8}")
_WACHT = re.compile(
    r"(?:artikel(?:en)?|lid|leden|onder|onderdeel|hoofdstuk|paragraaf|bijlage|deel|en|of|t/m|de"
    r"|[,(])$",
    re.IGNORECASE,
)
_SLOT = re.compile(r"[.:;?!]['\"”\u2019)]*$")
OPSOMTEKEN = re.compile(rf"(?:[{re.escape(BOLLEN)}](?=\s)|o(?=\t))\s*")
BLADEINDE = re.compile(r"([-\u2013—_=~*.·])(?:\s*\1){2,}[\s\-\u2013—_=~*]*")


@dataclass(frozen=True, slots=True)
class Samen:
    """Lines that are one paragraph.

    Args:
        regels: at least one.
        tekst: their words on one line.
        afgebroken: what words were broken at the end of a line: as it stood, as it is, and
            whether that is sure.
    """

    regels: tuple[Regel, ...]
    tekst: str
    afgebroken: tuple[tuple[Regel, str, str, bool], ...] = ()

    @property
    def eerste(self) -> Regel:
        """Its first line."""
        return self.regels[0]

    @property
    def laatste(self) -> Regel:
        """Its last line."""
        return self.regels[-1]


def breedte(regels: Sequence[Regel]) -> int:
    """Return how wide the sheet is that lines were broken for; 0 when a line is a paragraph."""
    einden = sorted(regel.einde for regel in regels if regel.tekst)
    if not einden:
        return 0
    wijd = einden[min(len(einden) - 1, int(len(einden) * (1 - _UITSCHIETERS)))]
    if not _SMALST <= wijd <= _BREEDST:
        return 0
    naden = [
        _is_vol(een, ander, wijd)
        for een, ander in pairwise(regels)
        if een.tekst and ander.tekst and not _begint_opnieuw(een, ander)
    ]
    return wijd if len(naden) >= _GENOEG and sum(naden) >= _VOL * len(naden) else 0


def _is_vol(regel: Regel, volgende: Regel, wijd: int) -> bool:
    """Tell whether the first word of the next line had no room on this one."""
    woord = volgende.tekst.split(maxsplit=1)[0]
    return regel.einde + 1 + len(woord) > wijd or is_afgebroken(regel.tekst)


def _begint_opnieuw(regel: Regel, volgende: Regel) -> bool:
    """Tell whether a line begins something, whatever stands before it."""
    tekst = volgende.tekst
    if is_inhoudsregel(regel.tekst) or is_inhoudsregel(tekst):
        return True
    if BLADEINDE.fullmatch(tekst) or BLADEINDE.fullmatch(regel.tekst):
        return True
    if OPSOMTEKEN.match(tekst):
        return tekst[0] in "-*+•" or bool(_SLOT.search(regel.tekst) or regel.tekst.endswith(","))
    if _KOP.match(tekst):
        return bool(_SLOT.search(regel.tekst))
    gevonden = find_mark(tekst)
    if gevonden is None or is_twijfel(gevonden[1]) or ook_in_de_zin(gevonden[1]):
        return gevonden is not None and bool(_SLOT.search(regel.tekst))
    return not _WACHT.search(regel.tekst)


def alineas_van(regels: Sequence[Regel]) -> Iterator[Samen]:
    """Yield the paragraphs of lines in their order; what is empty parts them."""
    wijd = breedte(regels)
    telling = woordtelling(regel.tekst for regel in regels) if wijd else {}
    samen: list[Regel] = []
    leeg = False
    for regel in regels:
        if not regel.tekst:
            leeg = True
            continue
        if samen and not _loopt_door(samen, regel, wijd, leeg=leeg):
            yield _samen(samen, telling)
            samen = []
        samen.append(regel)
        leeg = False
    if samen:
        yield _samen(samen, telling)


def _loopt_door(samen: Sequence[Regel], regel: Regel, wijd: int, *, leeg: bool) -> bool:
    """Tell whether a line goes on the paragraph of those before it."""
    vorige = samen[-1]
    if not wijd or not _is_vol(vorige, regel, wijd) or _begint_opnieuw(vorige, regel):
        return False
    over_blad = regel.blad > vorige.blad
    if leeg and not over_blad:
        return False
    open_zin = not _SLOT.search(vorige.tekst)
    if over_blad:
        return open_zin and regel.tekst[0].islower()
    # A paragraph may begin with an indent alone; in a list, what hangs under a mark goes on.
    springt_in = regel.kolom > vorige.kolom
    hangt = len(samen) == 1 and (OPSOMTEKEN.match(vorige.tekst) or find_mark(vorige.tekst))
    return open_zin or not springt_in or bool(hangt)


def _samen(regels: Sequence[Regel], telling: Mapping[str, int]) -> Samen:
    if len(regels) == 1:
        return Samen((regels[0],), regels[0].tekst)
    delen = [regels[0].tekst]
    gebroken: list[tuple[Regel, str, str, bool]] = []
    for een, ander in pairwise(regels):
        # A line of one word that was broken twice is not one that people write.
        alleen = " " not in een.tekst and delen[-1] != regels[0].tekst
        if alleen or not is_afgebroken(een.tekst):
            delen.append(f" {ander.tekst}")
            continue
        midden, zeker = afgebroken(een.tekst, ander.tekst, telling)
        if midden == "- ":
            delen.append(f" {ander.tekst}")
            continue
        half, rest = een.tekst.split()[-1], ander.tekst.split(maxsplit=1)[0]
        delen[-1] = delen[-1][:-1]
        delen.append(f"{midden}{ander.tekst}")
        gebroken.append((een, f"{half} {rest}", f"{half[:-1]}{midden}{rest}", zeker))
    return Samen(tuple(regels), "".join(delen), tuple(gebroken))


def vervolgregels(alineas: Sequence[Samen]) -> frozenset[int]:
    """Return which paragraphs are a line of the one before: a name and a function, an address.

    In a file that parts its paragraphs by empty lines, short lines right under each other that end
    in no sign are one, when nothing else stands with them.
    """
    lopend = [
        een.laatste.nummer + 1 < ander.eerste.nummer
        for een, ander in pairwise(alineas)
        if not (_is_opgesomd(een.tekst) or _is_opgesomd(ander.tekst))
    ]
    if 2 * sum(lopend) < len(lopend):
        return frozenset()
    found: set[int] = set()
    begin = 0
    for at in range(1, len(alineas) + 1):
        einde = at == len(alineas) or alineas[at - 1].laatste.nummer + 1 < alineas[at].eerste.nummer
        if einde:
            blok = alineas[begin:at]
            if 1 < len(blok) <= _ADRES and all(map(_is_adresregel, blok)):
                found.update(range(begin + 1, at))
            begin = at
    return frozenset(found)


def _is_adresregel(alinea: Samen) -> bool:
    tekst = alinea.tekst
    kort = len(alinea.regels) == 1 and len(tekst) <= _KORT and "\t" not in tekst
    merk = _is_opgesomd(tekst) or _KOP.match(tekst)
    return kort and not merk and not _SLOT.search(tekst) and not BLADEINDE.fullmatch(tekst)


def _is_opgesomd(tekst: str) -> bool:
    return bool(OPSOMTEKEN.match(tekst) or find_mark(tekst) or is_inhoudsregel(tekst))
