"""Words of inline content replaced by others, as if an editor had typed them in the source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.boom import (
    Inline,
    Invulveld,
    Nadruk,
    Regeleinde,
    Tekst,
    Verwijzing,
    Voetnoot,
    plain,
)
from convenantwerk.tekst.schrijven import NADRUK
from convenantwerk.tekst.uitsnijden import Letters, uitgesneden
from convenantwerk.tekst.verwijzingen import Gevonden, find_verwijzingen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Inhoud = tuple[Inline, ...]

_NOOT = "\ufffc"  # stands for a footnote, so that it takes a place and no words match it


@waarde
class _Stukje:
    """Characters, or a footnote, and all that is around them: (soort, which one of that soort)."""

    tekst: str
    binnen: tuple[tuple[str, int], ...]
    noot: Voetnoot | None = None


def zoek(inhoud: Inhoud, woorden: str) -> list[int]:
    """Return where words begin in inline content; they may go on into emphasis, not into a note.

    Words are only found whole: "partij" is not found in "partijen".
    """
    text = "".join(stukje.tekst for stukje in _plat(inhoud, ()))
    begin = r"(?<!\w)" if woorden[:1].isalnum() else ""
    end = r"(?!\w)" if woorden[-1:].isalnum() else ""
    return [m.start() for m in re.finditer(f"{begin}{re.escape(woorden)}{end}", text)]


def vervang(inhoud: Inhoud, plaats: int, oud: str, nieuw: str, *, titel: bool = False) -> Inhoud:
    """Return inline content with the words at one place replaced; see `vervang_alle`."""
    return vervang_alle(inhoud, [plaats], oud, nieuw, titel=titel)


def vervang_alle(
    inhoud: Inhoud, plaatsen: Iterable[int], oud: str, nieuw: str, *, titel: bool = False
) -> Inhoud:
    """Return inline content with the words at some places replaced.

    What begins and ends alike in the old and the new words keeps its emphasis; what comes instead
    takes that of the first character that goes, or of the one before it when nothing goes.

    Args:
        inhoud: what stands there.
        plaatsen: where the words begin, as `zoek` tells.
        oud: the words that are there.
        nieuw: the words that come instead.
        titel: it is a title, in which there are no verwijzingen.
    """
    same = _gelijk_begin(oud, nieuw)
    tail = _gelijk_begin(oud[same:][::-1], nieuw[same:][::-1])
    spans = [(plaats + same, plaats + len(oud) - tail) for plaats in plaatsen]
    text = nieuw[same : len(nieuw) - tail]
    pieces = list(_geknipt(_plat(inhoud, ()), sorted({edge for span in spans for edge in span})))
    changed: list[_Stukje] = []
    at = 0
    for begin, end in spans:
        while at < len(pieces) and pieces[at][0] <= begin:
            changed.append(pieces[at][1])
            at += 1
        first = at
        while at < len(pieces) and pieces[at][0] <= end:
            at += 1
        model = pieces[first if first < at else max(at - 1, 0)][1]
        changed += [_Stukje(text, model.binnen)] if text else []
    changed += [stukje for _, stukje in pieces[at:]]
    return herlezen(_opgebouwd(changed, 0), titel=titel)


def _gelijk_begin(one: str, other: str) -> int:
    """Return how many whole words two texts begin with alike, in characters."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    whole = re.match(r"(?:.*\W)?", one[:length], re.DOTALL)
    if length in (len(one), len(other)) and _is_edge(one, length) and _is_edge(other, length):
        return length
    return whole.end() if whole else 0


def _is_edge(text: str, at: int) -> bool:
    return not (text[at - 1 : at].isalnum() and text[at : at + 1].isalnum())


def _plat(inhoud: Iterable[Inline], binnen: tuple[tuple[str, int], ...]) -> Iterator[_Stukje]:
    for number, inline in enumerate(inhoud):
        match inline:
            case Tekst(tekst) | Verwijzing(tekst):
                yield _Stukje(tekst, binnen)
            case Regeleinde():
                yield _Stukje("\n", binnen)
            case Nadruk(soort, inner):
                yield from _plat(inner, (*binnen, (soort, number)))
            case Invulveld(inner):
                yield from _plat(inner, (*binnen, ("veld", number)))
            case Voetnoot():
                yield _Stukje(_NOOT, binnen, inline)


def _geknipt(stukjes: Iterable[_Stukje], edges: Sequence[int]) -> Iterator[tuple[int, _Stukje]]:
    """Yield pieces cut at some places, which rise, with where each ends."""
    at = 0
    for stukje in stukjes:
        stop = at + len(stukje.tekst)
        inside = edges[bisect_right(edges, at) : bisect_left(edges, stop)]
        for left, right in pairwise([at, *inside, stop] if stop > at else []):
            yield right, replace(stukje, tekst=stukje.tekst[left - at : right - at])
        at = stop


def _opgebouwd(stukjes: list[_Stukje], depth: int) -> Inhoud:
    parts: list[Inline] = []
    for around, group in groupby(stukjes, key=lambda one: one.binnen[depth : depth + 1]):
        members = list(group)
        if not around:
            parts += (inline for stukje in members for inline in _los(stukje))
            continue
        inner = _opgebouwd(members, depth + 1)
        soort = around[0][0]
        if soort == "veld":
            parts.append(Invulveld(inner))
        else:
            parts.append(Nadruk(soort, inner))
    return tuple(parts)


def _los(stukje: _Stukje) -> Iterator[Inline]:
    if stukje.noot:
        yield stukje.noot
        return
    for number, line in enumerate(stukje.tekst.split("\n")):
        if number:
            yield Regeleinde()
        if line:
            yield Tekst(line)


# --- verwijzingen --------------------------------------------------------------------------


def herlezen(inhoud: Inhoud, *, titel: bool = False) -> Inhoud:
    """Return inline content with its verwijzingen found anew, as the reader would find them."""
    text = "".join(_ruw(inhoud))
    found = [] if titel else find_verwijzingen(text)
    return _Herlezer(found).read(inhoud)


def _ruw(inhoud: Iterable[Inline]) -> Iterator[str]:
    """Yield content as it stands in a source, but for escapes: verwijzingen are found in that."""
    for inline in inhoud:
        match inline:
            case Tekst(tekst) | Verwijzing(tekst):
                yield tekst
            case Regeleinde():
                yield "\\\n"
            case Nadruk(soort, inner):
                yield from (NADRUK[soort], *_ruw(inner), NADRUK[soort])
            case Invulveld(inner):
                yield from ("[", *_ruw(inner), "]")
            case Voetnoot(merk):
                yield f"[^{merk}]"


def _is_text(inline: Inline) -> bool:
    return isinstance(inline, Tekst | Verwijzing)


class _Herlezer:
    """Walks along a text with what was found in it."""

    def __init__(self, found: list[Gevonden]) -> None:
        self.found = found
        self.at = 0

    def read(self, inhoud: Inhoud) -> Inhoud:
        """Return what comes next in the text, its verwijzingen set apart."""
        parts: list[Inline] = []
        for is_text, group in groupby(inhoud, key=_is_text):
            if not is_text:
                parts += (self._one(inline) for inline in group)
                continue
            tekst = plain(group)
            parts += uitgesneden([Letters(tekst, self.at, tekst)], self.found, lambda _: NERGENS)
            self.at += len(tekst)
        return tuple(parts)

    def _one(self, inline: Inline) -> Inline:
        match inline:
            case Nadruk(soort, inner):
                return replace(inline, inhoud=self._inside(NADRUK[soort], inner, NADRUK[soort]))
            case Invulveld(inner):
                return replace(inline, inhoud=self._inside("[", inner, "]"))
            case _:
                self.at += len("".join(_ruw([inline])))
                return inline

    def _inside(self, before: str, inner: Inhoud, after: str) -> Inhoud:
        self.at += len(before)
        found = self.read(inner)
        self.at += len(after)
        return found
