"""In which form a text numbers its chapters: "1 Doel", "1. Doel", or only with a word before it.

"1." may be a chapter, a lid and an item of a list, all in one file. Which of them is told by the
whole: chapters look like headings and count on through the text, leden begin anew.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.bouwen.inhoudsopgave import nummersleutel, sleutel
from convenantwerk.invoer.bouwen.regel import is_streep, is_titelachtig
from convenantwerk.tekst.nummers import sluit_aan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.invoer.bouwen.inhoudsopgave import Inhoudsopgave
    from convenantwerk.invoer.bouwen.regel import Beeld, Regel

_KORT = 60
_WOORDEN = 8


class Vormen(NamedTuple):
    """What forms of chapters the text has.

    Args:
        kaal: "1 Doel" is a chapter.
        punt_sterk: "1. Doel" is one when it looks like a heading.
        punt_zwak: and when it does not.
        sterk: the kinds of headings with a word, "artikel", that look like headings in this text.
    """

    kaal: bool
    punt_sterk: bool
    punt_zwak: bool
    sterk: dict[str, bool]

    def mag(self, klasse: str, regel: Regel, beeld: Beeld, inhoud: Inhoudsopgave) -> bool:
        """Tell whether a line of this class may be a chapter."""
        if klasse == "N":
            return self.kaal
        kop = regel.kop
        genoemd = inhoud.nummers.get(nummersleutel(kop), "")
        if genoemd and sleutel(genoemd) == sleutel(regel.opschrift) and not self.kaal:
            return True
        if beeld.is_sterk(regel):
            return self.punt_sterk
        return self.punt_zwak and _is_kort(regel)


def klasse_van(regel: Regel) -> str:
    """Return by what a line is numbered: "artikel", "N.N", "N", "N."; "" when it is no heading."""
    kop = regel.kop
    if not kop.nummer:
        return ""
    if not kop.aanduiding[:1].isdigit():
        return kop.soort
    if kop.soort == "paragraaf":
        return "N.N"
    return {"": "N", ".": "N.", ":": "N.", " -": "N", " \u2013": "N"}.get(kop.scheiding, "")


def vormen_van(regels: Sequence[Regel], beeld: Beeld, inhoud: Inhoudsopgave) -> Vormen:
    """Return the forms of chapters of a whole text."""
    benoemd, sterk = Counter[str](), Counter[str]()
    kaal: list[Regel] = []
    punt: list[Regel] = []
    per_deel: list[list[Regel]] = [[]]
    for at, regel in enumerate(regels):
        klasse = klasse_van(regel)
        if is_streep(regel.merk) or not klasse or not is_titelachtig(regel.opschrift or "X"):
            continue
        if klasse == "N":
            kaal.append(regel)
        elif klasse == "N.":
            volgende = regels[at + 1] if at + 1 < len(regels) else None
            if volgende is None or klasse_van(volgende) != "N." or beeld.is_sterk(regel):
                punt.append(regel)
                per_deel[-1].append(regel)
        elif klasse != "N.N":
            benoemd[klasse] += 1
            sterk[klasse] += beeld.is_sterk(regel)
            if klasse in ("deel", "bijlage"):
                per_deel.append([])
    gewoon = [regel for regel in kaal if beeld.plat or beeld.is_sterk(regel)]
    mag_kaal = not benoemd["hoofdstuk"] and _is_reeks([r.kop.nummer for r in gewoon], inhoud)
    vet = [[r for r in deel if beeld.is_sterk(r)] for deel in per_deel]
    zwak = [[r for r in deel if _is_kort(r)] for deel in per_deel]
    geen_ander = not benoemd["hoofdstuk"] and not mag_kaal
    return Vormen(
        mag_kaal,
        geen_ander and any(vet) and all(map(_telt_door, vet)),
        geen_ander and beeld.plat and sum(map(len, zwak)) > 1 and all(map(_telt_door, zwak)),
        {soort: sterk[soort] > 1 and benoemd[soort] < 2 * sterk[soort] for soort in _SOORTEN},
    )


_SOORTEN = ("deel", "boek", "hoofdstuk", "titel", "afdeling", "paragraaf", "artikel", "bijlage")


def _is_kort(regel: Regel) -> bool:
    opschrift = regel.opschrift
    return is_titelachtig(opschrift, _KORT) and len(opschrift.split()) <= _WOORDEN


def _is_reeks(nummers: Sequence[str], inhoud: Inhoudsopgave) -> bool:
    """Tell whether numbers are those of chapters: in the contents, from the first, in a row."""
    genoemd = [nummer for nummer in nummers if ("hoofdstuk", nummer) in inhoud.nummers]
    in_een_rij = bool(nummers) and all(map(sluit_aan, nummers[1:], nummers))
    return bool(genoemd) or "1" in nummers or in_een_rij


def _telt_door(deel: Sequence[Regel]) -> bool:
    """Tell whether numbers count on, and do not begin anew as those of leden do."""
    nummers = [regel.kop.nummer for regel in deel]
    return all(sluit_aan(een, vorige) for vorige, een in pairwise(nummers))
