"""`convenant renvooi`: every paper about what differs between two editions."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.stage import write_all
from convenantwerk.dossier.toelichtingen import eis_toelichtingen
from convenantwerk.geopend.edities import kies_samen
from convenantwerk.papier.document import TableOfContents
from convenantwerk.papier.oud_en_nieuw import accepted, rejected, same_blocks
from convenantwerk.renvooi.afleiding import leid_besluit_af, te_wijzigen
from convenantwerk.renvooi.concordantie import maak_concordantie
from convenantwerk.renvooi.gegevens import renvooi_gegevens
from convenantwerk.renvooi.kant import Kant
from convenantwerk.renvooi.renvooistuk import (
    FORMATEN,
    GEGEVENS,
    NAAM,
    maak_renvooi,
    with_samenvatting,
)
from convenantwerk.renvooi.toelichtingen import toelichtingen
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.renvooi.vergelijking.registers import vergelijk_registers
from convenantwerk.renvooi.waswordt import maak_waswordt, waswordt
from convenantwerk.renvooi.wijzigingsbesluit import eigen_instellingen, maak_wijzigingsbesluit
from convenantwerk.stukken.convenant import maak_convenant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Addendum, Editie, Instellingen
    from convenantwerk.dossier.toelichtingen import Toelichting
    from convenantwerk.geopend.edities import Gekozen
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.papier.document import Block, Document
    from convenantwerk.renvooi.renvooi import Renvooi
    from convenantwerk.renvooi.waswordt import Tabelregel, Waswordt

    Meld = Callable[[int, int, str], None]

MAP = "renvooi"


@dataclass(frozen=True, slots=True)
class Vergelijkopdracht:
    """What is asked: two editions, in which formats.

    `alleen_tekst` leaves registers and settings out: a file that was read has none of its own.
    """

    oud: str
    nieuw: str
    editie: Editie = "vanzelf"
    formaten: tuple[str, ...] = FORMATEN
    alleen_tekst: bool = False


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """What differs, and the files that were written.

    `map` is the folder of these two editions, under the folder that was asked for; `rijen` are
    those of the was-wordt-tabel.
    """

    renvooi: Renvooi
    map: str
    bestanden: tuple[str, ...]
    rijen: tuple[Tabelregel, ...] = ()


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """Two editions, held against each other.

    Args:
        oud: the old edition.
        nieuw: the new one.
        renvooi: what differs.
        redenen: why parts changed, by place.
        tabel: the was-wordt-tabel.
        tekst: the marked text, proved against both editions.
        met_samenvatting: that text behind the sheet that sums up what changed.
    """

    oud: Gekozen
    nieuw: Gekozen
    renvooi: Renvooi
    redenen: Mapping[str, str]
    tabel: Waswordt
    tekst: Document
    met_samenvatting: Document

    @property
    def map(self) -> str:
        """The folder of papers about these two, below that for papers about comparing."""
        return f"{self.oud.naam}--{self.nieuw.naam}"

    def tabelstuk(self, op: date) -> Document:
        """Return the was-wordt-tabel as a paper, made on a day."""
        return maak_waswordt(self.renvooi, self.tabel, _kant(self.oud), _kant(self.nieuw), op)


def lees_vergelijking(geopend: Geopend, opdracht: Vergelijkopdracht) -> Vergeleken:
    """Return two editions, compared; nothing is written.

    Raises:
        OnleesbaarError: an edition cannot be read whole.
        ConvenantwerkError: an edition that is not there; CV909, the marked text does not hold both.
    """
    left, right = kies_samen(geopend, (opdracht.oud, opdracht.nieuw), opdracht.editie)
    difference = vergelijken(left, right)
    if opdracht.alleen_tekst:
        difference = replace(difference, registers=())
    oud, nieuw = _kant(left), _kant(right)
    why = redenen(geopend, left, right)
    text = maak_renvooi(difference, oud, nieuw, geopend.op)
    _prove(text, oud, nieuw, geopend.op)
    sheet = with_samenvatting(text, difference, oud.naam, nieuw.naam)
    return Vergeleken(left, right, difference, why, waswordt(difference, why), text, sheet)


def renvooi(
    geopend: Geopend, uit: Path, opdracht: Vergelijkopdracht, meld: Meld | None = None
) -> Vergelijking:
    """Compare two editions, and write the papers about it: all of them or none.

    Args:
        geopend: the dossier.
        uit: the folder for papers about comparing.
        opdracht: what is asked.
        meld: is told before each paper how many are made, of how many, and which comes.

    Raises:
        OnleesbaarError: an edition cannot be read whole.
        ConvenantwerkError: an edition that is not there, a template that is no good, a folder
            that cannot be written; CV909 when a paper does not hold both editions.
    """
    found = lees_vergelijking(geopend, opdracht)
    oud, nieuw = _kant(found.oud), _kant(found.nieuw)
    documents = list(_documents(found, oud, nieuw, geopend.op))
    instellingen = eigen_instellingen(found.oud.dossier, geopend.dossier)
    documents += _besluit(found.renvooi, nieuw, geopend.op, instellingen)
    made = geopend.maak(_gemeld(documents, meld), opdracht.formaten)
    files = {bestand.pad: bestand.data for bestand in made}
    if GEGEVENS in opdracht.formaten:
        data = renvooi_gegevens(found.renvooi, oud, nieuw, found.redenen)
        files[f"{NAAM}.{GEGEVENS}"] = (
            json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        ).encode()
    write_all(uit / found.map, files)
    return Vergelijking(found.renvooi, found.map, tuple(files), found.tabel.rijen)


def _gemeld(documents: Sequence[Document], meld: Meld | None) -> Iterator[Document]:
    for number, document in enumerate(documents):
        if meld is not None:
            meld(number, len(documents), document.title)
        yield document


def tabelrijen(
    geopend: Geopend, opdracht: Vergelijkopdracht
) -> tuple[tuple[Tabelregel, ...], list[Toelichting]]:
    """Return the rows of the was-wordt-tabel about two editions, without any paper.

    With them come the toelichtingen of the dossier at hand that are about these editions and
    stand in no row: a place that was mistyped, or one that did not change.

    Raises:
        OnleesbaarError: an edition cannot be read whole.
        ConvenantwerkError: an edition that is not there.
    """
    left, right = kies_samen(geopend, (opdracht.oud, opdracht.nieuw), opdracht.editie)
    rows = waswordt(vergelijken(left, right), redenen(geopend, left, right)).rijen
    used = {rij.toelichting for rij in rows}
    hier = eis_toelichtingen(geopend.root, geopend.lezer)
    loose = [
        row
        for row in _tussen_edities(hier, left, right)
        if row.toelichting.strip() and row.toelichting.strip() not in used
    ]
    return rows, loose


def redenen(geopend: Geopend, oud: Gekozen, nieuw: Gekozen) -> dict[str, str]:
    """Return why parts changed between two editions, by place.

    The addenda tell it, then the files with toelichtingen of either edition, and last that of the
    dossier at hand, which goes before all.
    """
    addenda = (*geopend.addenda, *(a for a in nieuw.dossier.addenda if a not in geopend.addenda))
    hier = eis_toelichtingen(geopend.root, geopend.lezer)
    eigen = (*oud.dossier.toelichtingen, *nieuw.dossier.toelichtingen, *hier)
    rows = _tussen_edities(eigen, oud, nieuw)
    return toelichtingen(_tussen(addenda, oud, nieuw), nieuw.convenant, rows)


def _tussen_edities(
    rijen: Iterable[Toelichting], oud: Gekozen, nieuw: Gekozen
) -> list[Toelichting]:
    """Return the toelichtingen that are not about other editions than these."""
    return [row for row in rijen if row.van in {"", oud.naam} and row.naar in {"", nieuw.naam}]


def vergelijken(oud: Gekozen, nieuw: Gekozen) -> Renvooi:
    """Return what differs between two editions, their figures and registers included."""
    return vergelijk(
        oud.convenant,
        nieuw.convenant,
        figuren=(oud.dossier.figuren, nieuw.dossier.figuren),
        registers=vergelijk_registers(
            (oud.dossier, oud.convenant), (nieuw.dossier, nieuw.convenant)
        ),
    )


def marked_text(oud: Gekozen, nieuw: Gekozen, op: date) -> Document:
    """Return the marked text of two editions with its summary, proved against both.

    Raises:
        ConvenantwerkError: CV909, it does not hold both editions.
    """
    left, right = _kant(oud), _kant(nieuw)
    difference = vergelijken(oud, nieuw)
    text = maak_renvooi(difference, left, right, op)
    _prove(text, left, right, op)
    return with_samenvatting(text, difference, left.naam, right.naam)


def _kant(gekozen: Gekozen) -> Kant:
    return Kant(gekozen.naam, gekozen.dossier, gekozen.convenant)


def _tussen(addenda: Iterable[Addendum], oud: Gekozen, nieuw: Gekozen) -> list[Addendum]:
    """Return the addenda that came into force after the one edition, up to the other."""
    return [
        addendum
        for addendum in addenda
        if (oud.datum is None or oud.datum < addendum.gegevens.ingangsdatum)
        and (nieuw.datum is None or addendum.gegevens.ingangsdatum <= nieuw.datum)
    ]


def _documents(found: Vergeleken, oud: Kant, nieuw: Kant, op: date) -> Iterator[Document]:
    yield found.tekst
    yield found.met_samenvatting
    yield found.tabelstuk(op)
    concordantie = maak_concordantie(found.renvooi, oud, nieuw, op)
    if concordantie is not None:
        yield concordantie


def _besluit(
    difference: Renvooi, nieuw: Kant, op: date, instellingen: Instellingen
) -> Iterator[Document]:
    """Yield the wijzigingsbesluit; none when nothing changed, or not by wijzigingen alone."""
    oud = te_wijzigen(difference.oud)
    try:
        sentences = leid_besluit_af(oud, te_wijzigen(difference.nieuw)).zinnen
    except ValueError:
        return
    if sentences:
        yield maak_wijzigingsbesluit(
            sentences,
            oud,
            nieuw,
            op,
            instellingen=instellingen,
            citeertitel="",
            ingangsdatum=None,
        )


def _prove(marked: Document, oud: Kant, nieuw: Kant, op: date) -> None:
    """Hold the marked text against the two editions' own documents, before anything is made of it.

    The Word file is held against it once more by its exporter, as it is written.

    Raises:
        ConvenantwerkError: CV909, it does not hold both editions word for word.
    """
    for kant, edition in ((oud, rejected(marked)), (nieuw, accepted(marked))):
        own = maak_convenant(kant.dossier, kant.convenant, (), op, concept=False)
        if not same_blocks(_text(edition), _text(own)):
            reden = f"de gemarkeerde tekst is niet die van {kant.naam}"
            raise ConvenantwerkError("CV909", reden=reden)


def _text(document: Document) -> list[Block]:
    """Return a document without its table of contents, which a renvooi does not have."""
    return [block for block in document.blocks if not isinstance(block, TableOfContents)]
