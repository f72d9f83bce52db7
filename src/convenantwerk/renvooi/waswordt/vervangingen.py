"""Words that are replaced throughout: told once, of the whole document, not place by place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.renvooi.toelichtingen import sleutel
from convenantwerk.renvooi.waswordt.aard import aard_van_wissel
from convenantwerk.renvooi.waswordt.wissels import wissels
from convenantwerk.tekst.verschil import verschillen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.renvooi.waswordt.wissels import Wissel
    from convenantwerk.tekst.verschil import Verschil

_VAAK = 3  # so often words are replaced before that is told once; an invulveld:
_VAAK_VELD = 2
# Words of which each place counts: a jurist wants to see what becomes of it there.
_ELK_APART = frozenset(
    {
        *("een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
        *("elf", "twaalf", "veertien", "twintig", "dertig", "niet", "geen", "wel", "en", "of"),
        *("kan", "kunnen", "moet", "moeten", "mag", "mogen", "zal", "zullen", "dient", "dienen"),
    }
)
_HELFT = 2  # and they stay at no more than one in so many places


@dataclass(frozen=True, slots=True)
class Vervanging:
    """Words that were replaced by the same others in many places.

    Args:
        oud: the words.
        nieuw: what came instead.
        aantal: how often.
        plaatsen: the parts in which it was done, in reading order, each once.
        gebleven: the parts of the new edition in which the old words still stand.
    """

    oud: str
    nieuw: str
    aantal: int
    plaatsen: tuple[Verschil, ...]
    gebleven: tuple[Verschil, ...] = ()

    @property
    def sleutel(self) -> str:
        """The name under which a toelichting on it is kept."""
        return sleutel(self.oud)


class _Paar(NamedTuple):
    oud: str
    nieuw: str


class Vervangingen:
    """The replacements throughout two editions.

    Args:
        delen: what became of the parts of the text.
    """

    def __init__(self, delen: Sequence[Verschil]) -> None:
        alle = [v for v in verschillen(delen) if v.lot in ("gewijzigd", "aangekomen") and v.tekst]
        counts: Counter[_Paar] = Counter()
        delen_met: dict[_Paar, set[int]] = defaultdict(set)
        velden: set[_Paar] = set()
        for verschil in alle:
            for wissel in wissels(verschil.tekst):
                if _telt(wissel):
                    counts[_Paar(wissel.was, wissel.wordt)] += 1
                    delen_met[_Paar(wissel.was, wissel.wordt)].add(id(verschil))
                    if all(w.veld for w in wissel.oud if w.tekst.strip()):
                        velden.add(_Paar(wissel.was, wissel.wordt))
        nieuwe = [(v, _nieuwe_tekst(v)) for v in verschillen(delen)]
        nieuwe = [(v, tekst) for v, tekst in nieuwe if tekst]
        self._paren: dict[str, str] = {}
        found = []
        for paar, aantal in counts.most_common():
            familie = any(_is_vorm(paar, _Paar(*known)) for known in self._paren.items())
            vaak = _VAAK_VELD if paar in velden else _VAAK
            vaak_genoeg = aantal >= vaak and len(delen_met[paar]) > 1
            if paar.oud in self._paren or not (familie or vaak_genoeg):
                continue
            gebleven = _met(nieuwe, paar.oud)
            if familie or len(gebleven) * _HELFT <= aantal:
                self._paren[paar.oud] = paar.nieuw
                found.append((paar, gebleven))
        self._woorden = _een_van(self._paren) if self._paren else None
        self.alle = tuple(self._vervanging(paar, alle, gebleven) for paar, gebleven in found)

    def verklaart(self, wissel: Wissel) -> bool:
        """Tell whether a change of words is nothing but replacements that are told once."""
        if self._woorden is None or not (wissel.oud and wissel.nieuw) or not _een_stijl(wissel):
            return False
        return bool(wissel.was) and self._vervangen(wissel.was) == wissel.wordt

    def _vervangen(self, tekst: str) -> str:
        if self._woorden is None:
            return tekst
        return self._woorden.sub(lambda found: self._paren[found.group()], tekst)

    def _vervanging(
        self, paar: _Paar, alle: Iterable[Verschil], gebleven: tuple[Verschil, ...]
    ) -> Vervanging:
        plaatsen: list[Verschil] = []
        aantal = 0
        pattern, after = _heel_woord(paar.oud), _heel_woord(paar.nieuw)
        for verschil in alle:
            hier = sum(
                min(len(pattern.findall(wissel.was)), len(after.findall(wissel.wordt)))
                for wissel in wissels(verschil.tekst)
            )
            aantal += hier
            plaatsen += [verschil] if hier else []
        return Vervanging(paar.oud, paar.nieuw, aantal, tuple(plaatsen), gebleven)


def _telt(wissel: Wissel) -> bool:
    """Tell whether a change may be one of many: words by words, of one look, in substance."""
    return (
        not {wissel.was.casefold(), wissel.wordt.casefold()} & _ELK_APART
        and _is_tekst(wissel.was)
        and _is_tekst(wissel.wordt)
        and _een_stijl(wissel)
        and aard_van_wissel(wissel) == "inhoudelijk"
    )


def _is_tekst(tekst: str) -> bool:
    return any(teken.isalpha() for teken in tekst)


def _een_stijl(wissel: Wissel) -> bool:
    """Tell whether words look alike before and after, but that an invulveld is filled."""
    words = (*wissel.oud, *wissel.nieuw)
    looks = {(w.vet, w.cursief, w.hoogte) for w in words if w.tekst.strip() and not w.veld}
    return len(looks) <= 1 and not any(w.noot for w in words)


def _is_vorm(paar: _Paar, van: _Paar) -> bool:
    """Tell whether a replacement is another form of one: "Aanbieders" of "Aanbieder"."""
    oud, nieuw = (tekst.casefold() for tekst in van)
    was, wordt = (tekst.casefold() for tekst in paar)
    return oud in was and was.replace(oud, nieuw) == wordt


def _een_van(woorden: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of these words, the longest first, each whole."""
    found = sorted(woorden, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)")


def _heel_woord(woorden: str) -> re.Pattern[str]:
    return _een_van([woorden])


def _nieuwe_tekst(verschil: Verschil) -> str:
    """Return the words of a part in the new edition that no replacement put there."""
    if verschil.lot == "ingevoegd":
        return "".join(stuk.tekst for stuk in verschil.tekst)
    if verschil.lot in ("vervallen", "vertrokken"):
        return ""
    return "\0".join(stuk.tekst for stuk in verschil.tekst if not stuk.wijziging)


def _met(nieuwe: Iterable[tuple[Verschil, str]], oud: str) -> tuple[Verschil, ...]:
    """Return the parts of the new edition in which the old words still stand."""
    pattern = _heel_woord(oud)
    return tuple(verschil for verschil, tekst in nieuwe if oud in tekst and pattern.search(tekst))
