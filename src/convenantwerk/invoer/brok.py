"""What the reader of any format makes of a file: brokken in reading order, and what is not in them.

A reader decides nothing about the text: whether a bold line is a heading of an artikel, or "1." a
lid, is for `bouwen`, which sees the whole. It says what a person sees on the paper, and where.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from convenantwerk.tekst.aanduidingen import ALLE_STREPEN
from convenantwerk.tekst.boom import Nadruk, Tekst, plain

if TYPE_CHECKING:
    from convenantwerk.tekst.boom import Inline

Pleksoort = Literal["regel", "bladzijde", "alinea", "rij"]
STREEP = "-"  # the mark of a bullet, however it is drawn
# What a typed line may begin with as a bullet: also signs of ticks, and of the fonts of symbols.
BOLLEN = f"{ALLE_STREPEN}\u2217\u2219\u2043✓✔\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076"


@dataclass(frozen=True, slots=True, order=True)
class Plek:
    """Where something stands in the file, as its reader can find it.

    Args:
        soort: what is counted: lines of a text file, pages of a PDF, paragraphs of a Word file.
        nummer: counts from 1.
        regel: for a page, the line on it; 0 for none.
    """

    soort: Pleksoort
    nummer: int
    regel: int = 0

    def __str__(self) -> str:
        """Return it as a report says it: "bladzijde 3, regel 12"."""
        regel = f", regel {self.regel}" if self.regel else ""
        return f"{self.soort} {self.nummer}{regel}"


@dataclass(frozen=True, slots=True)
class Alineabrok:
    """A paragraph as it is seen.

    Args:
        inhoud: its words; without the mark that a list sets before it, when the format knows that
            the mark is one. Text that somebody typed ("a. het doel") stays in `inhoud`.
        merk: what the list sets before it, as shown: "Artikel 1.", "1.1", "a.", "i°"; STREEP for a
            bullet of any look; "" for none.
        lijstdiepte: the level of that list, 0 for the outermost; -1 when there is none.
        inspringing: how far its first word (or mark) stands from the margin, in points.
        kopniveau: the level of a heading by its style, from 1; 0 for ordinary text.
        grootte: of most of its letters, in points; 0 when the format does not tell.
        midden: whether it is centred.
        inhoudsopgave: the format says that it is a line of a contents list.
    """

    inhoud: tuple[Inline, ...]
    plek: Plek
    merk: str = ""
    lijstdiepte: int = -1
    inspringing: float = 0
    kopniveau: int = 0
    grootte: float = 0
    midden: bool = False
    inhoudsopgave: bool = False

    @property
    def vet(self) -> bool:
        """Whether all its words are bold."""
        return bool(self.inhoud) and all(
            (isinstance(deel, Nadruk) and deel.soort == "vet")
            or (isinstance(deel, Tekst) and not deel.tekst.strip())
            for deel in self.inhoud
        )


@dataclass(frozen=True, slots=True)
class Tabelbrok:
    """A table, each cell with its words; what a merged cell covers is empty.

    Args:
        rijen: from above to below; all rows have as many cells.
        kop: whether the format says that the first row is a heading.
    """

    rijen: tuple[tuple[tuple[Inline, ...], ...], ...]
    plek: Plek
    kop: bool = False


@dataclass(frozen=True, slots=True)
class Beeldbrok:
    """A picture: its bytes, the suffix of its file (".png"), and the text that stands for it."""

    data: bytes
    suffix: str
    alt: str
    plek: Plek


@dataclass(frozen=True, slots=True)
class Lijnbrok:
    """A line across the text, or a page that is begun anew: something ends here."""

    plek: Plek


Brok = Alineabrok | Tabelbrok | Beeldbrok | Lijnbrok


def tekst_van(brok: Brok) -> str:
    """Return the words of a brok as one text, with the mark of its list."""
    match brok:
        case Alineabrok():
            return f"{brok.merk} {plain(brok.inhoud)}".strip()
        case Tabelbrok():
            return " ".join(plain(cel) for rij in brok.rijen for cel in rij).strip()
        case Beeldbrok():
            return brok.alt
        case _:
            return ""


WegReden = Literal[
    "koptekst",
    "voettekst",
    "bladzijdenummer",
    "inhoudsopgave",
    "titelblad",  # on the first page, and no part of the title
    "redactie",  # what a paper of this program says besides its text
    "doorgehaald",  # deleted in a tracked change that is accepted
    "ingevoegd",  # inserted in a tracked change that is rejected
    "verborgen",
    "watermerk",
    "navigatie",  # menus, headers and footers of a web page
    "webadres",  # where a link leads to; its text is kept
    "bestandsgegevens",  # what a file of text says of itself, above its text
]


@dataclass(frozen=True, slots=True)
class Weggelaten:
    """Words of the file that are not in the text, and why."""

    tekst: str
    plek: Plek
    waarom: WegReden


@dataclass(frozen=True, slots=True)
class Bewerkt:
    """Words that are written otherwise than they stand in the file, though they are the same.

    Args:
        was: as they stand: "infor- matie", "veiligheids\u00adhuis", "ﬁnancieel".
        wordt: as they are kept: "informatie".
        waarom: in words for the report: "afgebroken aan het eind van een regel".
    """

    was: str
    wordt: str
    plek: Plek
    waarom: str


@dataclass(frozen=True, slots=True)
class Onzeker:
    """Words that were kept, of which a person must see whether they are right, and why."""

    tekst: str
    plek: Plek
    waarom: str


@dataclass(frozen=True, slots=True)
class Opmerking:
    """A comment in the margin: it is no text of the convenant, and stands in the report only."""

    tekst: str
    plek: Plek
    door: str = ""
    bij: str = ""


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """A file as it was read.

    Args:
        formaat: what it is, in words for a reader: "Word", "PDF", "scan".
        brokken: in reading order.
        woorden: all words of the file, of whatever part, counted by a road of their own and not
            from `brokken`: against these `bewijs` holds what came of it. Marks of a list count as
            shown, bullets do not.
    """

    formaat: str
    brokken: tuple[Brok, ...]
    woorden: tuple[str, ...]
    weggelaten: tuple[Weggelaten, ...] = ()
    bewerkt: tuple[Bewerkt, ...] = ()
    onzeker: tuple[Onzeker, ...] = ()
    opmerkingen: tuple[Opmerking, ...] = ()


@dataclass(frozen=True, slots=True)
class Wens:
    """What the user says beforehand about how a file is read.

    Args:
        wijzigingen: what happens with tracked changes; "" when the user did not choose, and then a
            file that has them is refused.
    """

    wijzigingen: Literal["", "aanvaard", "verwerp"] = ""
