"""The text of one edition, in which quotations are looked up and their places told."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from convenantwerk.renvooi.waswordtcontrole.woordenreeks import onzichtbaar, reeks, woorden
from convenantwerk.stukken.tekst import remarks
from convenantwerk.tekst.adressen import Plaats, plaatsen_in
from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Onderdeel,
    Tabel,
    Voetnoot,
    alle_inline,
    kopinhoud,
    plain,
)
from convenantwerk.tekst.citeren import Citaten
from convenantwerk.tekst.verschil import rij_adres

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.tekst.boom import Convenant, Inline

_MEEST = 200  # so many places at which words stand are told apart
_DICHTBIJ = 25  # so many places are compared with a quotation that stands nowhere
_MEEST_LETTERS = 2_000  # of a quotation no more is compared
_MEEST_KEER = 500  # of so many quotations is looked for what they are like
_GENOEG = 45  # of 100: what is less alike is no passage that was meant


class Passage(NamedTuple):
    """A part of the text without parts in it: its address, and its words."""

    adres: str
    merk: str
    tekst: str


class Vindplaats(NamedTuple):
    """Where words stand: the addresses of all parts that they are taken from, in order."""

    adressen: tuple[str, ...]


class Editietekst:
    """The text of an edition, to look words up in.

    Args:
        convenant: the edition.
    """

    def __init__(self, convenant: Convenant) -> None:
        self.passages: list[Passage] = []
        self._noten: list[Passage] = []
        self.ouders: dict[str, str] = {}
        self._citaten = Citaten(convenant)
        for deel in convenant.delen:
            self._element(deel, "")
        self.passages += self._noten  # behind the text, which they would part
        self._ruw = "\n".join(passage.tekst for passage in self.passages)
        # With the numbers of leden in it, and without: people quote both ways.
        self._reeksen = [_Reeks(self.passages, merken=merken) for merken in (False, True)]
        self._gezocht = 0
        self._index: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for woord in set(woorden(passage.tekst.casefold())):
                self._index[woord].append(number)

    def _element(self, element: Element, ouder: str) -> None:
        self.ouders[element.anker] = ouder
        merk = "" if element.vooraf else element.aanduiding
        self.passages.append(Passage(element.anker, merk, plain(kopinhoud(element)[1])))
        self._noten += _noten(kopinhoud(element)[1], element.anker)
        for paragraph in remarks(element):  # what is printed of it besides its text
            tekst = "".join(run.text for run in paragraph.runs)
            self.passages.append(Passage(element.anker, "", tekst))
        self._in(plaatsen_in(element, element.anker), element.anker, "")

    def _in(self, places: Iterable[Plaats], ouder: str, merk: str) -> None:
        for place in places:
            match place.part:
                case Element() as element:
                    self._element(element, ouder)
                    continue
                case Onderdeel() as onderdeel:
                    self.ouders[place.adres] = ouder
                    inner = plaatsen_in(onderdeel, place.adres)
                    self._in(inner, place.adres, f"{merk} {onderdeel.merk}".strip())
                    merk = ""
                    continue
                case Alinea(inhoud):
                    self.passages.append(Passage(place.adres, merk, plain(inhoud)))
                    self._noten += _noten(inhoud, place.adres)
                case Tabel() as tabel:
                    for number, rij in enumerate((tabel.kop, *tabel.rijen)):
                        self.ouders[rij_adres(place.adres, number)] = place.adres
                        tekst = " | ".join(plain(cel) for cel in rij)
                        self.passages.append(Passage(place.adres, "", tekst))
                        self._noten += (n for cel in rij for n in _noten(cel, place.adres))
                case _:
                    pass
            self.ouders[place.adres] = ouder
            merk = ""

    def naam(self, adres: str) -> str:
        """Return how a part is cited."""
        return self._citaten.citeer(adres)

    def is_in(self, adres: str, plaats: str) -> bool:
        """Tell whether an address is that of a part, or of one that stands in it."""
        while adres:
            if adres == plaats:
                return True
            adres = self.ouders.get(adres, "")
        return False

    def vreemd(self, tekst: str) -> list[str]:
        """Return the names of what is not to be seen in a text and does not stand so here."""
        return [naam for naam, rondom in onzichtbaar(tekst) if rondom not in self._ruw]

    def zoek(self, stukken: Sequence[str]) -> list[Vindplaats]:
        """Return where pieces of text stand that follow each other, in order; () when nowhere."""
        found = [place for row in self._reeksen for place in row.zoek(stukken)]
        return list(dict.fromkeys(found))

    def lijkt_op(self, tekst: str, bij: Sequence[str] = ()) -> Passage | None:
        """Return the part of the text that is most like a quotation; None when none is.

        Args:
            tekst: the quotation.
            bij: where it should be: what stands there goes before what is as much like it.
        """
        tekst = tekst[:_MEEST_LETTERS]
        self._gezocht += 1
        if self._gezocht > _MEEST_KEER:
            return None
        counts: Counter[int] = Counter()
        for woord in set(woorden(tekst.casefold())):
            numbers = self._index.get(woord, ())
            if len(numbers) * 3 <= len(self.passages) or len(self.passages) < _DICHTBIJ:
                counts.update(numbers)
        near = [self.passages[number] for number, _ in counts.most_common(_DICHTBIJ)]
        near += [p for p in self.passages if any(self.is_in(p.adres, place) for place in bij)][
            :_DICHTBIJ
        ]
        best: tuple[float, Passage] | None = None
        for passage in near:
            score = fuzz.ratio(tekst, passage.tekst)
            if len(tekst) < len(passage.tekst):
                score = max(score, 0.9 * fuzz.partial_ratio(tekst, passage.tekst))
            if any(self.is_in(passage.adres, place) for place in bij):
                score += 5
            if best is None or score > best[0]:
                best = (score, passage)
        return best[1] if best and best[0] >= _GENOEG else None


def _noten(inhoud: Iterable[Inline], adres: str) -> Iterator[Passage]:
    """Yield the notes that a text calls."""
    noten = (one for one in alle_inline(inhoud) if isinstance(one, Voetnoot))
    return (Passage(adres, "", plain(noot.inhoud)) for noot in noten)


def uitsnede(passage: str, tekst: str) -> str:
    """Return of a long passage the stretch that a quotation is like, cut between words."""
    if len(passage) <= len(tekst) * 1.3:
        return passage
    found = fuzz.partial_ratio_alignment(tekst, passage)
    if found is None or found.dest_end - found.dest_start < len(tekst) // 2:
        return passage
    begin = passage.rfind(" ", 0, found.dest_start + 1) + 1
    eind = passage.find(" ", found.dest_end)
    return passage[begin : eind if eind >= 0 else len(passage)]


class _Reeks:
    """All words of an edition in one row, with where each stands."""

    def __init__(self, passages: Sequence[Passage], *, merken: bool) -> None:
        self._begin: list[int] = []
        self._adressen = [passage.adres for passage in passages]
        delen: list[str] = []
        at = 0
        for passage in passages:
            text = reeks(f"{passage.merk} {passage.tekst}" if merken else passage.tekst)[1:]
            self._begin.append(at)
            delen.append(text)
            at += len(text)
        self._tekst = " " + "".join(delen)

    def zoek(self, stukken: Sequence[str]) -> Iterator[Vindplaats]:
        """Yield where the first piece stands with the others somewhere after it."""
        at = self._tekst.find(stukken[0]) if stukken else -1
        for _ in range(_MEEST):
            if at < 0:
                return
            einde = at + len(stukken[0]) - 1
            adressen = self._geraakt(at, einde)
            for stuk in stukken[1:]:
                next_ = self._tekst.find(stuk, einde)
                if next_ < 0:
                    return
                einde = next_ + len(stuk) - 1
                adressen += self._geraakt(next_, einde)
            yield Vindplaats(tuple(dict.fromkeys(adressen)))
            at = self._tekst.find(stukken[0], at + 1)

    def _geraakt(self, at: int, einde: int) -> list[str]:
        """Return the addresses of the parts in which the characters of a piece stand."""
        first, last = (bisect_right(self._begin, place) for place in (at, einde - 1))
        return self._adressen[first - 1 : last]
