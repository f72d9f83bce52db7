"""Notes in plain text: a raised number in the text, and a paragraph that begins with the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.brok import Alineabrok, Bewerkt
from convenantwerk.invoer.tekenvormen import als_bewerkt
from convenantwerk.tekst.boom import Nadruk, Tekst, Voetnoot, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.invoer.brok import Brok
    from convenantwerk.tekst.boom import Inline

_HOOG = "\u2070\xb9\xb2\xb3\u2074-\u2079"
# Behind a word, and not the square of a measure: "m²", "km³".
_ROEP = re.compile(
    rf"(?<=[\w.,;:?!)\"'”\u2019%])(?<!\bm)(?<!\b[kcdh]m)[{_HOOG}]{{1,3}}(?![{_HOOG}])"
)
_NOOT = re.compile(rf"([{_HOOG}]{{1,3}})\s+(?=\S)")
_WAAROM = "het hoge cijfer is een noot geworden"


def met_noten(brokken: Sequence[Brok]) -> tuple[list[Brok], list[Bewerkt]]:
    """Return brokken in which each note stands where it is called, and what became of the figures.

    Only when a figure begins one paragraph, and stands in one place before it: else it stays text.
    """
    teksten = dict(_noten(brokken))
    if not teksten:
        return list(brokken), []
    telling = Counter(merk for merk, _ in teksten.values())
    roepen = Counter(
        merk for at, brok in enumerate(brokken) for merk in _geroepen(brok, at, teksten)
    )
    noten = {
        merk: at for at, (merk, _) in teksten.items() if telling[merk] == 1 and roepen[merk] == 1
    }
    bewerkt: list[Bewerkt] = []
    gebruikt: set[int] = set()
    nieuw: dict[int, Alineabrok] = {}
    for at, brok in enumerate(brokken):
        if not isinstance(brok, Alineabrok):
            continue
        eigen = {merk: teksten[n][1] for merk, n in noten.items() if n > at}
        inhoud = _met(brok.inhoud, eigen) if at not in teksten else brok.inhoud
        if inhoud != brok.inhoud:
            nieuw[at] = replace(brok, inhoud=inhoud)
            gebruikt |= {noten[merk] for merk in _geroepen(brok, at, teksten) if merk in eigen}
            bewerkt += als_bewerkt(plain(brok.inhoud), plain(inhoud), brok.plek, _WAAROM)
    bewerkt += [Bewerkt(teksten[at][0], "", brokken[at].plek, _WAAROM) for at in sorted(gebruikt)]
    blijft = [nieuw.get(at, brok) for at, brok in enumerate(brokken) if at not in gebruikt]
    return blijft, bewerkt


def _noten(brokken: Sequence[Brok]) -> Iterator[tuple[int, tuple[str, tuple[Inline, ...]]]]:
    """Yield which brokken are the text of a note, its figure and its words."""
    for at, brok in enumerate(brokken):
        if not isinstance(brok, Alineabrok) or brok.merk or not brok.inhoud:
            continue
        eerste, *rest = brok.inhoud
        if isinstance(eerste, Tekst) and (match := _NOOT.match(eerste.tekst)):
            yield at, (match[1], (Tekst(eerste.tekst[match.end() :]), *rest))


def _geroepen(brok: Brok, at: int, teksten: Mapping[int, object]) -> list[str]:
    if not isinstance(brok, Alineabrok) or at in teksten:
        return []
    return [m for deel in _letters(brok.inhoud) for m in _ROEP.findall(deel)]


def _letters(inhoud: Sequence[Inline]) -> Iterator[str]:
    for deel in inhoud:
        if isinstance(deel, Tekst):
            yield deel.tekst
        elif isinstance(deel, Nadruk):
            yield from _letters(deel.inhoud)


def _met(inhoud: Sequence[Inline], noten: Mapping[str, tuple[Inline, ...]]) -> tuple[Inline, ...]:
    delen: list[Inline] = []
    for deel in inhoud:
        if isinstance(deel, Nadruk):
            delen.append(replace(deel, inhoud=_met(deel.inhoud, noten)))
        elif isinstance(deel, Tekst):
            delen += _geknipt(deel.tekst, noten)
        else:
            delen.append(deel)
    return tuple(delen)


def _geknipt(tekst: str, noten: Mapping[str, tuple[Inline, ...]]) -> Iterator[Inline]:
    einde = 0
    for match in _ROEP.finditer(tekst):
        if match[0] in noten:
            if match.start() > einde:
                yield Tekst(tekst[einde : match.start()])
            yield Voetnoot(unicodedata.normalize("NFKC", match[0]), noten[match[0]])
            einde = match.end()
    if einde < len(tekst):
        yield Tekst(tekst[einde:])
