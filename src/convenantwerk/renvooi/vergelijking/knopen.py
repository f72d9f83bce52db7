"""The parts of one edition as nodes that can be paired with those of another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.renvooi.vergelijking.functiewoorden import FUNCTIEWOORDEN
from convenantwerk.renvooi.vergelijking.woorden import platte_tekst, woordenrij
from convenantwerk.tekst.adressen import Plaats, plaatsen_in
from convenantwerk.tekst.boom import (
    ZONDER_KOP,
    Alinea,
    Element,
    Figuur,
    Inline,
    Onderdeel,
    Registerplaats,
    Tabel,
    kopinhoud,
)
from convenantwerk.tekst.verschil import Plek, Rij, rij_adres

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(slots=True, eq=False)
class Knoop:
    """A part of one edition on its way to being paired.

    Args:
        plek: the part and where it stands.
        groep: only parts of one group can be a pair.
        merk: what stands before its text.
        inhoud: its own text.
        kinderen: the nodes under it.
        zonder_merk: a number that is the same for all that holds the same, `merk` apart.
        geheel: the same, with `merk` as it is written, and what parts it from a title.
        gewicht: the number of characters it holds, as a measure of how much it matters.
        paar: the node of the other edition it is the same part as.
        feiten: what it holds besides text.
    """

    plek: Plek
    groep: str
    merk: str
    inhoud: tuple[Inline, ...]
    kinderen: list[Knoop]
    zonder_merk: int
    geheel: int
    gewicht: int
    ouder: Knoop | None = None
    index: int = 0
    paar: Knoop | None = None
    feiten: tuple[object, ...] = ()
    _telling: Counter[str] | None = field(default=None, repr=False)
    _kerntelling: Counter[str] | None = field(default=None, repr=False)
    _rij: tuple[str, ...] | None = field(default=None, repr=False)
    _kern: tuple[str, ...] | None = field(default=None, repr=False)

    @property
    def telling(self) -> Counter[str]:
        """How often each word occurs in it and under it; counted when first asked."""
        if self._telling is None:
            self._telling = Counter(self.rij)
        return self._telling

    @property
    def rij(self) -> tuple[str, ...]:
        """The words in it and under it, in order, whatever their case and appearance."""
        if self._rij is None:
            under = (word for kind in self.kinderen for word in kind.rij)
            self._rij = (*woordenrij(self.inhoud), *under)
        return self._rij

    @property
    def kern(self) -> tuple[str, ...]:
        """Those of them that carry meaning."""
        if self._kern is None:
            self._kern = tuple(word for word in self.rij if word not in FUNCTIEWOORDEN)
        return self._kern

    @property
    def kerntelling(self) -> Counter[str]:
        """How often each of those occurs."""
        if self._kerntelling is None:
            self._kerntelling = Counter(self.kern)
        return self._kerntelling

    @property
    def woorden(self) -> int:
        """The number of words in it and under it."""
        return self.telling.total()


class Bladen:
    """Gives equal contents equal numbers, for both editions."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}

    def nummer(self, inhoud: object) -> int:
        """Return the number of a content."""
        return self._numbers.setdefault(inhoud, len(self._numbers))


def knopen(
    delen: Iterable[Element], bladen: Bladen, figuren: Mapping[tuple[str, str], bytes]
) -> Knoop:
    """Return the nodes of an edition under one root.

    Args:
        delen: the text.
        bladen: shared by the two editions that are compared.
        figuren: the bytes of the figures, by text file and path.
    """
    maker = _Maker(bladen, figuren)
    kinderen = [maker.knoop(Plaats(deel.anker, deel)) for deel in delen]
    root = Element("voorwerk", "", "", (), "", ())
    return maker.make(Plek("", root), "", "wortel", (), kinderen)


class _Maker:
    def __init__(self, bladen: Bladen, figuren: Mapping[tuple[str, str], bytes]) -> None:
        self.bladen = bladen
        self.figuren = figuren

    def knoop(self, place: Plaats) -> Knoop:
        """Return the node of a part, and those under it."""
        part, plek = place.part, Plek(place.adres, place.part)
        match part:
            case Element():
                kinderen = [self.knoop(child) for child in plaatsen_in(part, place.adres)]
                titled = part.soort if part.soort in _APART else "element"
                known = (part.soort, part.ontbreekt, part.feiten)
                # What parts a number from its title makes no other part of it (see `geheel`).
                merk = " ".join(part.aanduiding.split())
                inhoud = kopinhoud(part)[1]
                return self.make(plek, merk, titled, inhoud, kinderen, known)
            case Onderdeel():
                kinderen = [self.knoop(child) for child in plaatsen_in(part, place.adres)]
                return self.make(plek, part.merk, "onderdeel", (), kinderen)
            case Alinea():
                return self.make(plek, "", "alinea", part.inhoud, [])
            case Tabel():
                kinderen = list(self._rijen(place.adres, part))
                return self.make(
                    plek, "", f"tabel {len(part.kop)}", (), kinderen, (part.uitlijning,)
                )
            case Figuur():
                data = self.figuren.get((part.position.path, part.pad), b"")
                facts = (part.pad, part.alt, sha256(data).digest())
                return self.make(plek, "", "figuur", (), [], facts)
            case Registerplaats():
                return self.make(plek, "", "register", (), [], (part.register,))

    def _rijen(self, adres: str, tabel: Tabel) -> Iterator[Knoop]:
        for number, rij in enumerate((tabel.kop, *tabel.rijen)):
            cellen = tuple(Alinea(cel) for cel in rij)
            naam = rij_adres(adres, number)
            kinderen = [self.make(Plek(naam, cel), "", "cel", cel.inhoud, []) for cel in cellen]
            groep = "rij" if number else "kop"
            yield self.make(Plek(naam, Rij(cellen)), "", groep, (), kinderen)

    def make(  # noqa: PLR0913, PLR0917  # one argument for each of its sides
        self,
        plek: Plek,
        merk: str,
        groep: str,
        inhoud: tuple[Inline, ...],
        kinderen: list[Knoop],
        facts: tuple[object, ...] = (),
    ) -> Knoop:
        """Return a node; `facts` are what it holds besides text."""
        text = platte_tekst(inhoud)
        own = (groep, facts, text, tuple(kind.geheel for kind in kinderen))
        zonder_merk = self.bladen.nummer(own)
        size = sum(len(run) for run, _ in text[0]) + 1  # type: ignore[misc, attr-defined]
        knoop = Knoop(
            plek=plek,
            groep=groep,
            merk=merk,
            inhoud=inhoud,
            kinderen=kinderen,
            zonder_merk=zonder_merk,
            geheel=self.bladen.nummer((zonder_merk, _kopmerk(plek) or merk)),
            gewicht=size + sum(kind.gewicht for kind in kinderen),
            feiten=facts,
        )
        for index, kind in enumerate(kinderen):
            kind.ouder, kind.index = knoop, index
        return knoop


def _kopmerk(plek: Plek) -> str:
    """Return what a heading begins with, exactly as it is written."""
    return plek.part.kopmerk if isinstance(plek.part, Element) else ""


# These are only ever the same part as one of their own kind.
_APART = ("deel", *ZONDER_KOP)


def onder(knoop: Knoop) -> Iterator[Knoop]:
    """Yield a node and all under it, in reading order."""
    yield knoop
    for kind in knoop.kinderen:
        yield from onder(kind)
