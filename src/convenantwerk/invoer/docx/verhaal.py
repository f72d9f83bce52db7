"""Paragraphs, tables and pictures of a Word file in reading order, as brokken."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.brok import (
    STREEP,
    Alineabrok,
    Beeldbrok,
    Lijnbrok,
    Onzeker,
    Opmerking,
    Plek,
    Tabelbrok,
    Weggelaten,
)
from convenantwerk.invoer.docx.alinea import Alinealezer
from convenantwerk.invoer.docx.letters import aaneen
from convenantwerk.invoer.docx.nummering import Telraam
from convenantwerk.invoer.docx.ooxml import W, aan, getal, onder, waarde
from convenantwerk.invoer.docx.plaatsen import EIGENSCHAPPEN
from convenantwerk.invoer.docx.velden import Velden
from convenantwerk.invoer.grenzen import KLEINER, weiger
from convenantwerk.tekst.boom import Regeleinde, Tekst, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.invoer.brok import Brok
    from convenantwerk.invoer.docx.bestand import Wordbestand
    from convenantwerk.invoer.docx.noten import Nootsoort, Noten
    from convenantwerk.invoer.docx.ooxml import Xml
    from convenantwerk.invoer.docx.stijlen import Stijlen
    from convenantwerk.tekst.boom import Inline

_HERHAALD = 1_000_000  # characters
_KOLOMMEN = 100  # of a table; a wider one fits no page
_INHOUDSOPGAVE = "Table of Contents"
_VREEMD = {
    W + "altChunk": "een ingesloten bestand, dat niet is ingelezen",
    W + "subDoc": "een deeldocument, dat niet is ingelezen",
}


@dataclass(slots=True)
class Verslag:
    """What is reported besides the brokken, and how far the reading is."""

    weggelaten: list[Weggelaten] = field(default_factory=list)
    onzeker: list[Onzeker] = field(default_factory=list)
    opmerkingen: list[Opmerking] = field(default_factory=list)
    beschrijvingen: list[str] = field(default_factory=list)  # of pictures, and watermarks
    beelden: int = 0
    alinea: int = 0

    @property
    def plek(self) -> Plek:
        """Where the reading is: the paragraph, counted as Word counts them, also in tables."""
        return Plek("alinea", max(self.alinea, 1))

    def twijfel(self, tekst: str, waarom: str) -> None:
        """Report words that somebody must look at."""
        self.onzeker.append(Onzeker(tekst, self.plek, waarom))


class Verhaal:
    """Reads one story of a file: the text, a header, or the words of a note.

    Args:
        bestand: the file.
        stijlen: of the file.
        noten: by their kind; a note calls none.
        verslag: shared by all stories of the file.
        deel: the part it is in, whose relationships its pictures use.
    """

    def __init__(
        self,
        bestand: Wordbestand,
        stijlen: Stijlen,
        noten: dict[Nootsoort, Noten],
        verslag: Verslag,
        deel: str,
    ) -> None:
        self.bestand, self.stijlen, self.noten, self.verslag = bestand, stijlen, noten, verslag
        self.deel = deel
        self.velden = Velden()
        self.gelezen_noten: list[Xml] = []
        self._aangehaald: set[Xml] = set()
        self._herhaald = 0  # characters of notes that were read before
        comments = bestand.los("comments") if noten else None
        self._opmerkingen = {
            comment.get(W + "id", ""): comment
            for comment in (() if comments is None else comments.iterchildren(W + "comment"))
        }
        self._telraam = Telraam(bestand.nummering, stijlen)

    def brokken(self, container: Xml) -> Iterator[Brok]:
        """Yield what stands in a body, cell, note, header or text box."""
        for element in container.iterchildren("*"):
            if element.tag == W + "p":
                yield from self._alinea(element)
            elif element.tag == W + "tbl":
                yield from self._tabel(element)
            elif element.tag == W + "sdt":
                toc = waarde(onder(element, "sdtPr", "docPartObj"), "docPartGallery")
                yield from self._gemerkt(element, is_toc=toc == _INHOUDSOPGAVE)
            elif element.tag in _VREEMD:
                self.verslag.twijfel("", _VREEMD[element.tag])
            elif element.tag not in EIGENSCHAPPEN:  # it only wraps what is in it
                yield from self.brokken(element)

    def _gemerkt(self, inhoud: Xml, *, is_toc: bool) -> Iterator[Brok]:
        for brok in self.brokken(inhoud):
            if is_toc and isinstance(brok, Alineabrok):
                yield replace(brok, inhoudsopgave=True)
            else:
                yield brok

    def _alinea(self, element: Xml) -> Iterator[Brok]:
        self.verslag.alinea += 1
        ppr = element.find(W + "pPr")
        stijl = self.stijlen.alinea(ppr)
        lezer = Alinealezer(self, stijl)
        was_toc = self.velden.in_inhoudsopgave
        lezer.lees(element)
        inhoud = lezer.woorden.inhoud
        toc = was_toc or self.velden.in_inhoudsopgave or stijl.naam.lower().startswith("toc ")
        if lezer.zichtbaar or not stijl.verborgen:
            merk = self._telraam.merk(ppr)
            if (
                plain(inhoud).strip()
                or lezer.heeft_noot
                or (merk and merk.tekst not in ("", STREEP))
            ):
                if merk and merk.onzeker:
                    self.verslag.twijfel(merk.tekst, "het nummer van deze lijst schrijft Word zo?")
                yield Alineabrok(
                    inhoud,
                    self.verslag.plek,
                    merk=merk.tekst if merk else "",
                    lijstdiepte=merk.diepte if merk and merk.tekst else -1,
                    inspringing=merk.links if merk else max(stijl.links + stijl.eerste, 0),
                    kopniveau=0 if stijl.outline is None else stijl.outline + 1,
                    grootte=lezer.woorden.meest or stijl.grootte,
                    midden=stijl.midden,
                    inhoudsopgave=toc,
                )
        yield from lezer.beelden
        for vak in lezer.vakken:
            self.verslag.twijfel(_letters(vak)[:60], "stond in een tekstvak naast de tekst")
            yield from self.brokken(vak)
        if lezer.nieuw_blad:
            yield Lijnbrok(self.verslag.plek)

    # --- what a paragraph asks for

    def opmerking(self, nummer: str) -> Xml | None:
        """Return the comment of a number, once."""
        return self._opmerkingen.pop(nummer, None)

    def nootinhoud(self, noot: Xml) -> tuple[Inline, ...]:
        """Return the words of a note; its paragraphs follow each other on one line."""
        if noot in self._aangehaald:
            self._herhaald += sum(len(t.text or "") + 1 for t in noot.iter(W + "p", W + "t"))
            if self._herhaald > _HERHAALD:
                weiger(self.bestand.path, "een noot ervan wordt telkens weer aangehaald", KLEINER)
        self._aangehaald.add(noot)
        self.gelezen_noten.append(noot)
        soort = "footnotes" if noot.tag == W + "footnote" else "endnotes"
        deel = self.bestand.deel(soort) or self.deel
        verhaal = Verhaal(self.bestand, self.stijlen, {}, self.verslag, deel)
        was, delen = self.verslag.alinea, []
        for brok in verhaal.brokken(noot):
            match brok:
                case Alineabrok():
                    merk = (Tekst(f"{brok.merk} "),) if brok.merk else ()
                    delen.append((*merk, *brok.inhoud))
                case Tabelbrok():
                    delen += [cel for rij in brok.rijen for cel in rij]
                case _:
                    self.verslag.twijfel("", "een figuur in een noot; zij is niet overgenomen")
        self.verslag.alinea = was
        if len(delen) > 1:
            self.verslag.twijfel(plain(delen[0])[:60], "een noot van meer dan een alinea")
        return aaneen(delen, Tekst(" "))

    # --- tables

    def _tabel(self, tabel: Xml) -> Iterator[Brok]:
        rijen: list[list[tuple[Inline, ...]]] = []
        binnen: list[Brok] = []
        kop = False
        for rij in _rijen(tabel):
            if not rijen:
                kop = bool(aan(rij.find(W + "trPr"), "tblHeader"))
            rijen.append(list(self._rij(rij, binnen)))
        breed = max(map(len, rijen), default=0)
        if breed == 1 or breed > _KOLOMMEN:  # a frame round text is no table
            for rij in rijen:
                for cel in rij:
                    if cel:
                        yield Alineabrok(cel, self.verslag.plek)
        elif breed:
            vol = tuple((*rij, *[()] * (breed - len(rij))) for rij in rijen)
            yield Tabelbrok(vol, self.verslag.plek, kop)
        yield from binnen

    def _rij(self, rij: Xml, binnen: list[Brok]) -> Iterator[tuple[Inline, ...]]:
        """Yield the cells of a row; what is no words goes behind the table."""
        voor = getal(waarde(rij.find(W + "trPr"), "gridBefore")) or 0
        yield from [()] * min(voor, _KOLOMMEN)
        for cel in _cellen(rij):
            delen: list[tuple[Inline, ...]] = []
            for brok in self.brokken(cel):
                match brok:
                    case Alineabrok():
                        merk = (Tekst(f"{brok.merk} "),) if brok.merk else ()
                        delen.append((*merk, *brok.inhoud))
                    case Tabelbrok():
                        waarom = "een tabel in een cel; haar cellen staan onder elkaar"
                        inhoud = [c for r in brok.rijen for c in r]
                        self.verslag.twijfel(plain(aaneen(inhoud, Tekst(" ")))[:60], waarom)
                        delen += inhoud
                    case Beeldbrok():
                        binnen.append(brok)
                    case Lijnbrok():
                        pass
            yield aaneen(delen, Regeleinde())
            span = getal(waarde(cel.find(W + "tcPr"), "gridSpan")) or 1
            yield from [()] * min(max(span - 1, 0), _KOLOMMEN)


def _rijen(tabel: Xml) -> Iterator[Xml]:
    for child in tabel.iterchildren("*"):
        if child.tag == W + "tr":
            yield child
        elif child.tag not in EIGENSCHAPPEN:
            yield from _rijen(child)


def _cellen(rij: Xml) -> Iterator[Xml]:
    for child in rij.iterchildren("*"):
        if child.tag == W + "tc":
            yield child
        elif child.tag not in EIGENSCHAPPEN:
            yield from _cellen(child)


def _letters(element: Xml) -> str:
    return " ".join(
        "".join(t.text or "" for t in alinea.iter(W + "t")) for alinea in element.iter(W + "p")
    )
