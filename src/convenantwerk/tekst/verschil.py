"""The difference between two texts as a value: one tree in which both stand.

Taking what is `gelijk`, `gewijzigd`, `ingevoegd` and `aangekomen` gives the new text; taking what
is `gelijk`, `gewijzigd`, `vervallen` and `vertrokken` gives the old one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import field, replace
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.adressen import maak_adres
from convenantwerk.tekst.boom import Element, Onderdeel
from convenantwerk.tekst.schijn import zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.boom import Alinea, Verwijzing

# What became of a part. "aangekomen": it came here from elsewhere in the text; "vertrokken": it
# stood here and went elsewhere. A part that only got another number is "gewijzigd".
Lot = Literal["gelijk", "gewijzigd", "ingevoegd", "vervallen", "vertrokken", "aangekomen"]


@waarde
class Nootverschil:
    """A footnote that is called in both editions, or in the one that holds the word it is at."""

    merk: str
    stukken: tuple[Woordgroep, ...]


@waarde
class Woord:
    """The smallest unit that is compared: a word, a number, a space or a mark of punctuation.

    `veld` says that it belongs to an invulveld. A footnote is a Woord without letters.
    """

    tekst: str
    vet: bool = False
    cursief: bool = False
    veld: bool = False
    noot: Nootverschil | None = None
    verwijzing: Verwijzing | None = field(default=None, compare=False)
    hoogte: Literal["", "hoog", "laag"] = ""


@waarde
class Woordgroep:
    """Words that follow each other and share a fate; "" for words that are in both editions."""

    wijziging: Literal["", "ingevoegd", "vervallen"]
    woorden: tuple[Woord, ...]

    @property
    def tekst(self) -> str:
        """The characters, footnotes left out."""
        return "".join(woord.tekst for woord in self.woorden)


@waarde
class Rij:
    """A row of a Tabel, the header included, as a part that can be compared."""

    cellen: tuple[Alinea, ...]


@waarde
class Plek:
    """Where a part stands in one edition: its address and the part itself."""

    adres: str
    part: Part | Rij


@waarde
class Verschil:
    """A part of the text and what became of it.

    Args:
        lot: what became of it.
        oud: where it stood; None for what is new.
        nieuw: where it stands; None for what is gone.
        merk: what stands before its text: the aanduiding of an element, the merk of an onderdeel.
        tekst: its own text: the opschrift of an element (`kopinhoud`), the words of an alinea.
        kinderen: the parts in it, of both editions in reading order; the rows of a Tabel and the
            cells (each an Alinea) of a Rij too. Those of a part that is "vertrokken" are all
            its old ones, and "vertrokken" like it.
        opmaak: what differs that no word shows, each as a clause in Dutch: "de tweede kolom staat
            rechts in plaats van links".
    """

    lot: Lot
    oud: Plek | None
    nieuw: Plek | None
    merk: tuple[Woordgroep, ...] = ()
    tekst: tuple[Woordgroep, ...] = ()
    kinderen: tuple[Verschil, ...] = ()
    opmaak: tuple[str, ...] = ()

    @property
    def part(self) -> Part | Rij:
        """The part as it is now, or as it was when it is gone or has left this place."""
        hier = self.oud if self.lot in ("vervallen", "vertrokken") else self.nieuw
        if hier is None:  # one of the two is there, by what `lot` means
            raise ValueError(self.lot)
        return hier.part

    @property
    def was(self) -> Part | None:
        """The part as it was; None when it was not there, or is a row of a table."""
        return _part(self.oud)

    @property
    def wordt(self) -> Part | None:
        """The part as it is now; None when it is not there, or is a row of a table."""
        return _part(self.nieuw)

    @property
    def paar(self) -> tuple[str, str]:
        """Its old and its new address, "" where it is not."""
        return (self.oud.adres if self.oud else "", self.nieuw.adres if self.nieuw else "")

    @property
    def merk_ervoor(self) -> tuple[Woordgroep, ...]:
        """The merk as it stands before the text.

        A heading that begins with an open choice has its number in its text (`kopinhoud`), so
        where the choice came, the number before the text went.
        """
        kanten: tuple[tuple[Literal["ingevoegd", "vervallen"], Part | None], ...]
        kanten = (("vervallen", self.was), ("ingevoegd", self.wordt))
        if not any(_met_keuze(part) for _, part in kanten):
            return self.merk
        return tuple(
            replace(stuk, wijziging=kant)
            for kant, part in kanten
            if part is not None and not _met_keuze(part)
            for stuk in self.merk
            if stuk.wijziging in ("", kant)
        )

    @property
    def is_rij(self) -> bool:
        """Whether it is a row of a table."""
        return isinstance(self.part, Rij)

    @property
    def is_kop(self) -> bool:
        """Whether it has a heading."""
        return isinstance(self.part, Element)

    @property
    def is_slot(self) -> bool:
        """Whether it is the closing lines of a file."""
        return isinstance(self.part, Element) and self.part.soort == "slot"

    @property
    def alleen_opmaak(self) -> bool:
        """Whether something differs, and a reader sees none of it in the words."""
        if self.lot != "gewijzigd" or self.aanduiding:
            return False
        seen = (*zichtbaar(self.merk), *zichtbaar(self.tekst))
        if any(stuk.wijziging or _noot_gewijzigd(stuk) for stuk in seen):
            return False
        changed = [kind for kind in self.kinderen if kind.lot != "gelijk"]
        return bool(self.opmaak or changed) and all(kind.alleen_opmaak for kind in changed)

    @property
    def aanduiding(self) -> Literal["", "erbij", "weg"]:
        """Whether an alinea became a lid ("erbij"), or a lid an alinea: only the mark tells.

        What stands in the lid are the `kinderen`, also where the alinea stood for itself.
        """
        if not (self.oud and self.nieuw):
            return ""
        was, wordt = isinstance(self.oud.part, Onderdeel), isinstance(self.nieuw.part, Onderdeel)
        return "" if was == wordt else "erbij" if wordt else "weg"

    @property
    def vernummerd(self) -> bool:
        """Whether its number, letter or label changed."""
        marked = any(stuk.wijziging for stuk in self.merk) and not self.zelfde_nummer
        return marked and self.lot in ("gewijzigd", "aangekomen") and not self.aanduiding

    @property
    def zelfde_nummer(self) -> bool:
        """Whether it is a titled part that kept its number, however that is written.

        "ARTIKEL 1" that became "Artikel 1", "3 Organisatie" that became "Hoofdstuk 3 Organisatie".
        """
        was, wordt = self.was, self.wordt
        if not isinstance(was, Element) or not isinstance(wordt, Element):
            return False
        return (was.soort, was.nummer) == (wordt.soort, wordt.nummer)


def rij_adres(tabel: str, rij: int) -> str:
    """Return the address of a row of the table at an address; its header is row 0."""
    return maak_adres(tabel, f"rij-{rij}")


def verschillen(wortels: Iterable[Verschil]) -> Iterator[Verschil]:
    """Yield parts and all that stand under them, in reading order."""
    for verschil in wortels:
        yield verschil
        yield from verschillen(verschil.kinderen)


def bewaard(verschil: Verschil) -> float:
    """Return which share of the words of a part is in both editions, 0 to 1; numbers count.

    Measured against the longer of the two editions, all that stands in the part included, so that
    neither much that goes nor much that comes looks like a small change. 1 when there are no words.
    """
    gelijk = Counter[str]()
    for kind in verschillen([verschil]):
        for stuk in zichtbaar(kind.tekst):
            # The text of a part that is gone or new as a whole may be one Woord.
            woorden = (one for woord in stuk.woorden for one in woord.tekst.split())
            gelijk[stuk.wijziging] += sum(any(map(str.isalnum, one)) for one in woorden)
    langste = gelijk[""] + max(gelijk["vervallen"], gelijk["ingevoegd"])
    return gelijk[""] / langste if langste else 1.0


def opmaak_in(verschil: Verschil) -> tuple[str, ...]:
    """Return what differs in a part, or under it, that no word shows."""
    clauses = (clause for kind in verschillen([verschil]) for clause in kind.opmaak)
    return tuple(dict.fromkeys(clauses))


def _noot_gewijzigd(stuk: Woordgroep) -> bool:
    noten = (woord.noot for woord in stuk.woorden if woord.noot)
    return any(inner.wijziging for noot in noten for inner in zichtbaar(noot.stukken))


def _met_keuze(part: Part | None) -> bool:
    return isinstance(part, Element) and bool(part.vooraf)


def _part(plek: Plek | None) -> Part | None:
    return None if plek is None or isinstance(plek.part, Rij) else plek.part
