"""Where a paragraph ends and the next begins: by space, indent, how full a line is, and marks."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.invoer.afbreking import is_afgebroken
from convenantwerk.invoer.pdf.inhoudsregels import inhoudsregels
from convenantwerk.invoer.pdf.merken import los_merk, merk_van, tekst_x

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from convenantwerk.invoer.pdf.zetregels import Zetregel

_RUIM = 1.16  # times the usual distance between lines: more than that is a new paragraph
_ANDERS = 0.7  # points: letters that differ so much are of another paragraph
_RUIMTE = 0.1  # of the width: so much is left free at the end of a paragraph, not within one
_SPELING = 3.0  # points: so near is the same indent
_GAT = 2.5  # of the size: no space between words of a sentence is so wide
_NAAST_ELKAAR = "staat naast elkaar op de regel: een tabel, of twee stukken tekst?"
_SLOT = (".", "!", "?", ";", ":")
# A point of these ends no sentence: titles before a name, initials, and "d.d.", "o.a.", "c.q.".
_KORT = 12  # letters: no such word is longer
_AFKORTING = re.compile(
    r"(?<!\w)(?:mw|mevr|dhr|mr|drs?|ir|ing|prof|ds|jhr|nrs?|artt?|blz|pag|bijv|jl|resp|ca|incl|excl|St"
    r"|[A-Z]|(?:\w\.)+\w)\.$"
)
_MIDDEN = 6.0  # points: so far the middle of a line may be from the middle of its column
_HANGT = 60.0  # points: no text hangs further behind its mark
_VEEL = 4  # lines that begin at one place: that is a margin
_VRIJ = 12.0  # points: so far at least a line that is centred stays from both edges


@dataclass(slots=True)
class Alinearegels:
    """The lines of a paragraph; `onzeker` says why it may be wrong where it ends."""

    regels: list[Zetregel] = field(default_factory=list)
    merk: str = ""
    midden: bool = False
    onzeker: str = ""


@dataclass(frozen=True, slots=True)
class Maten:
    """What is usual in a file.

    Args:
        afstanden: from line to line, in points, for each size of letters in half points.
        kantlijnen: where many lines begin, in whole points: what begins there is not centred.
        inhoud: the lines of contents lists, by page and number: each ends a paragraph.
    """

    afstanden: Mapping[int, float]
    kantlijnen: frozenset[int]
    inhoud: frozenset[tuple[int, int]]


def maten_van(regels: Sequence[Zetregel]) -> Maten:
    """Return what is usual in lines, which are in reading order."""
    telling = Counter(round(regel.x0) for regel in regels)
    veel = max(_VEEL, len(regels) // 100)
    return Maten(
        regelafstanden(regels),
        frozenset(x for x in telling if sum(telling[x + naast] for naast in (-1, 0, 1)) >= veel),
        inhoudsregels(regels),
    )


def regelafstanden(regels: Sequence[Zetregel]) -> dict[int, float]:
    """Return the usual distance between lines of each size of letters, in points.

    The keys are sizes in half points.
    """
    tellingen: dict[int, Counter[float]] = {}
    for voor, na in itertools.pairwise(regels):
        ver = na.basis - voor.basis
        if _op_een_blad(voor, na) and _maat(voor) == _maat(na) and 0 < ver < 2.2 * na.grootte:
            tellingen.setdefault(_maat(na), Counter())[round(ver * 2) / 2] += 1
    return {maat: telling.most_common(1)[0][0] for maat, telling in tellingen.items()}


def alineas(regels: Iterable[Zetregel], maten: Maten) -> list[Alinearegels]:
    """Return lines in reading order as paragraphs; one may go on on the next page."""
    uit: list[Alinearegels] = []
    for regel in regels:
        merk = merk_van(regel)
        midden = _is_midden(regel) and round(regel.x0) not in maten.kantlijnen
        if uit:
            lopend = uit[-1]
            nieuw, onzeker = _begint(lopend, regel, merk, midden, maten)
            if not nieuw:
                lopend.regels.append(regel)
                lopend.midden = lopend.midden and midden
                lopend.onzeker = lopend.onzeker or onzeker
                continue
            lopend.onzeker = lopend.onzeker or onzeker
        naast = _NAAST_ELKAAR if _is_naast(regel, merk, maten) else ""
        uit.append(Alinearegels([regel], merk, midden, naast))
    return uit


def _maat(regel: Zetregel) -> int:
    return round(regel.grootte * 2)


def _op_een_blad(voor: Zetregel, na: Zetregel) -> bool:
    return voor.bladzijde == na.bladzijde and voor.kolom == na.kolom and na.basis > voor.basis


def _is_midden(regel: Zetregel) -> bool:
    ruimte_links, ruimte_rechts = regel.x0 - regel.links, regel.rechts - regel.x1
    return (
        min(ruimte_links, ruimte_rechts) > _VRIJ and abs(ruimte_links - ruimte_rechts) < 2 * _MIDDEN
    )


def _begint(
    lopend: Alinearegels,
    regel: Zetregel,
    merk: str,
    midden: bool,  # noqa: FBT001
    maten: Maten,
) -> tuple[bool, str]:
    """Tell whether a line begins a paragraph, and why that is unsure."""
    voor = lopend.regels[-1]
    if (voor.bladzijde, voor.nummer) in maten.inhoud:
        return True, ""
    if lopend.onzeker == _NAAST_ELKAAR or _is_naast(regel, merk, maten):
        return True, ""
    if abs(voor.grootte - regel.grootte) > _ANDERS or voor.vet != regel.vet:
        return True, ""
    samen = _op_een_blad(voor, regel)
    gewoon = maten.afstanden.get(_maat(regel), 1.2 * regel.grootte)
    if samen and regel.basis - voor.basis > _RUIM * max(gewoon, regel.grootte):
        return True, ""
    if samen and not merk and (regel.bladzijde, regel.nummer) in maten.inhoud:
        hangt = regel.x0 - regel.links - (voor.x0 - voor.links)
        return not -_SPELING < hangt < _HANGT, ""  # its title began on the line before
    gebroken = is_afgebroken(voor.tekst) and regel.tekst[:1].islower()
    past = not gebroken and _past_erbij(voor, regel)
    if lopend.midden and midden:
        return past, ""
    if merk and _is_nieuw_merk(lopend, regel, merk, past=past):
        return True, ""
    if past or not _springt_gelijk(lopend, regel):
        return True, ""
    if not samen and _eindigt_zin(voor.tekst):
        zin = regel.tekst[:1].islower()
        return not zin, "" if zin else "de bladzijde eindigt met een volle regel en een punt"
    return False, ""


def _is_naast(regel: Zetregel, merk: str, maten: Maten) -> bool:
    """Tell whether a line is words beside each other, far apart, such as two who sign."""
    if (regel.bladzijde, regel.nummer) in maten.inhoud:
        return False
    eerste = 1 if los_merk(regel, merk) else 0
    delen = regel.stroken[eerste:]
    return any(na.links - voor.rechts > _GAT * regel.grootte for voor, na in pairwise(delen))


def _eindigt_zin(tekst: str) -> bool:
    return tekst.endswith(_SLOT) and not _AFKORTING.search(tekst[-_KORT:])


def _past_erbij(voor: Zetregel, na: Zetregel) -> bool:
    """Tell whether a line ended on purpose: the first word of the next had fitted on it.

    Within a sentence words may be kept together ("18 juni"), so there it must be far from full.
    """
    eerste = na.stroken[0]
    rechts = max(voor.rechts, voor.x1)
    over = rechts - voor.x1 - (eerste.woord - eerste.links) - 0.35 * na.grootte - 1
    if _eindigt_zin(voor.tekst):
        return over > 0
    return over > _RUIMTE * (rechts - voor.links)


def _is_nieuw_merk(lopend: Alinearegels, regel: Zetregel, merk: str, *, past: bool) -> bool:
    """Tell whether a mark begins an item, and is no number or dash within a sentence."""
    eerste = lopend.regels[0]
    if past or los_merk(regel, merk):
        return True
    if lopend.merk and abs(tekst_x(eerste, lopend.merk) - regel.x0) < _SPELING < (
        tekst_x(eerste, lopend.merk) - eerste.x0
    ):
        return False  # it stands where the text of the item goes on
    voor = lopend.regels[-1].tekst
    if voor.endswith(".") and not _eindigt_zin(voor):
        return False  # "mw." and then "mr. A. Voorbeeld"
    return voor.endswith((*_SLOT, ",", " en", " of")) or (
        bool(lopend.merk) and abs(regel.x0 - eerste.x0) < _SPELING
    )


def _springt_gelijk(lopend: Alinearegels, regel: Zetregel) -> bool:
    """Tell whether a line begins where the paragraph goes on; columns and pages may differ."""
    eerste, laatste = lopend.regels[0], lopend.regels[-1]
    hier = regel.x0 - regel.links
    if len(lopend.regels) > 1:
        return abs(hier - (laatste.x0 - laatste.links)) < _SPELING
    begin = eerste.x0 - eerste.links
    if abs(hier - begin) < _SPELING:
        return True
    if lopend.merk:  # its text stands behind the mark, or where no tab is seen
        tekst = tekst_x(eerste, lopend.merk) - eerste.links
        speling = max(_SPELING, 0.4 * regel.grootte)
        return abs(hier - tekst) < speling or (tekst == begin and begin < hier < begin + _HANGT)
    return begin < _HANGT and hier < begin  # the first line was indented
