"""A page that is a picture: straightened, read twice, and back to lines with their places.

Two readings, one sharper and one with less noise, fail at different places; where they differ a
person must look.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from PIL.Image import Transpose

from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import Bewerkt, Onzeker, Plek
from convenantwerk.invoer.pdf import tesseract
from convenantwerk.invoer.pdf.leesfouten import hersteld
from convenantwerk.invoer.pdf.letters import Strook
from convenantwerk.invoer.pdf.opmaak import Pagina
from convenantwerk.invoer.pdf.rechtzetten import DPI, ontruist, rechtgezet
from convenantwerk.invoer.pdf.zekerheid import Woordlezing, Zekerheid
from convenantwerk.invoer.pdf.zetregels import zetregels_van

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PIL import Image

    from convenantwerk.invoer.pdf.tesseract import Gelezen, Lezing

_KORT = 2  # letters: a word of no more tells little of the height of a line
_SCHERPER = 0.7  # pixels: so much noise is taken away for the second reading
_EEN_VLAK, _VAKKEN = 4, 3  # how tesseract looks for text
_STAART = frozenset("gjpqy,;()[]{}Q/|_")  # letters that reach below the line
_STOK = frozenset("bdfhkltABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[]/'\"!?ij")
_ROMP, _BOVEN, _ONDER = 0.52, 0.25, 0.24  # of the size: x-height, what reaches above it, and below
_LEESBAAR, _LANG = 75.0, 3  # a word is read well: so certain, and longer than this
_HELDER = 0.2  # of the words: a page of which less is read well may lie otherwise
_GELIJK = 0.12  # of the size of most: lines that differ less are of that size
_BETER = 8.0  # so much surer the second reading must be to be taken
_ERBIJ = 40.0  # less sure than this is a spot that only one reading saw
_RIJ = 50  # pixels: words are looked up by bands of this height
_RAND = 4  # pixels: words that touch each other by less do not
_KRAS = "_|~^«»¦"  # what tesseract makes of rules and spots, when stuck to a word


@dataclass(frozen=True, slots=True)
class Scan:
    """A page that was read: its lines, its words by place, and all words by a road of their own."""

    pagina: Pagina
    woorden: dict[Strook, Woordlezing]


def gescand(beeld: Image.Image, nummer: int) -> Scan:
    """Return a page as it was read.

    Args:
        beeld: in greys, at about 300 dpi.
        nummer: of the page, from 1.

    Raises:
        TesseractError: it cannot be read.
    """
    tesseract.programma()  # whoever has none hears it before anything is done
    recht, eerste = _rechtop(beeld)
    tweede = tesseract.gelezen(ontruist(recht, _SCHERPER), DPI, _VAKKEN)
    schaal = 72 / DPI
    keuzes = list(_met_herstel(list(_keuzes(eerste.woorden, tweede.woorden))))
    maten = _maten([keuze.woord for keuze in keuzes])
    per_strook = {_strook(keuze, *maten[keuze.woord.regel], schaal): keuze for keuze in keuzes}
    plek = Plek("bladzijde", nummer)
    erbij = [keuze.erbij for keuze in keuzes if keuze.erbij]
    pagina = Pagina(
        nummer,
        recht.width * schaal,
        recht.height * schaal,
        zetregels_van(per_strook, nummer),
        woorden(" ".join((*map(_zonder_kras, eerste.tekst.split()), *erbij))),
        bewerkt=tuple(
            Bewerkt(keuze.was, keuze.tekst, plek, "anders gelezen, en dit is het zekerst")
            for keuze in keuzes
            if keuze.was != keuze.tekst
        ),
    )
    return Scan(
        pagina,
        {
            strook: Woordlezing(keuze.tekst, keuze.zeker, keuze.anders)
            for strook, keuze in per_strook.items()
        },
    )


def _rechtop(beeld: Image.Image) -> tuple[Image.Image, Lezing]:
    """Return a page as it must be read, which a scanner may have turned, and its first reading."""
    recht = rechtgezet(beeld)
    eerste = tesseract.gelezen(ontruist(recht), DPI, _EEN_VLAK)
    if _helder(eerste) >= _HELDER * len(eerste.woorden):
        return recht, eerste
    klein = beeld.reduce(2)
    draaien = (Transpose.ROTATE_90, Transpose.ROTATE_180, Transpose.ROTATE_270)
    goed = {
        draai: _helder(tesseract.gelezen(klein.transpose(draai), DPI // 2, _EEN_VLAK))
        for draai in draaien
    }
    beste = max(goed, key=goed.__getitem__)
    if goed[beste] <= 2 * _helder(eerste):
        return recht, eerste
    recht = rechtgezet(beeld.transpose(beste))
    return recht, tesseract.gelezen(ontruist(recht), DPI, _EEN_VLAK)


def _helder(lezing: Lezing) -> int:
    """Return how many words are read well, of those that are long enough to tell."""
    return sum(w.zeker > _LEESBAAR and len(w.tekst) > _LANG for w in lezing.woorden)


class _Keuze(NamedTuple):
    """Which of two readings of a word was taken.

    Args:
        woord: where it is.
        tekst: its letters.
        zeker: how certain they are.
        anders: what the other reading made of it; "" when that is the same.
        was: what was read first.
        erbij: the same, when only the second reading saw it.
    """

    woord: Gelezen
    tekst: str
    zeker: float
    anders: str
    was: str
    erbij: str = ""


def _keuzes(eerste: Sequence[Gelezen], tweede: Sequence[Gelezen]) -> Iterator[_Keuze]:
    """Yield the words of a page: those of the first reading, or of the second where it is surer."""
    rijen = _op_hoogte(tweede)
    gezien: set[Gelezen] = set()
    for woord in eerste:
        tekst = _zonder_kras(woord.tekst)
        if not tekst:
            continue
        delen = _op_plek(woord, rijen)
        alleen = [deel for deel in delen if deel not in gezien]
        gezien.update(delen)
        ander = " ".join(filter(None, (_zonder_kras(deel.tekst) for deel in delen)))
        if ander == tekst:
            zeker = max(woord.zeker, min(deel.zeker for deel in delen))
            yield _Keuze(woord, tekst, zeker, "", tekst)
        elif ander and alleen == delen and min(d.zeker for d in delen) > woord.zeker + _BETER:
            yield _Keuze(woord, ander, min(d.zeker for d in delen), tekst, tekst)
        else:
            yield _Keuze(woord, tekst, woord.zeker, ander or "niets", tekst)
    for woord in tweede:
        tekst = _zonder_kras(woord.tekst)
        if woord not in gezien and woord.zeker > _ERBIJ and any(map(str.isalnum, tekst)):
            yield _Keuze(_eigen_regel(woord), tekst, woord.zeker, "niets", tekst, tekst)


def _eigen_regel(woord: Gelezen) -> Gelezen:
    """Return a word of the second reading on a line that the first has not."""
    blok, alinea, regel = woord.regel
    return woord._replace(regel=(-blok, alinea, regel))


def _met_herstel(keuzes: Sequence[_Keuze]) -> Iterator[_Keuze]:
    """Yield words as they were meant, where they were read wrong in a way that is known."""
    for keuze, goed in zip(keuzes, hersteld(k.tekst for k in keuzes), strict=True):
        anders = keuze.anders if goed == keuze.tekst else keuze.tekst
        yield keuze._replace(tekst=goed, anders=anders)


def _strook(keuze: _Keuze, basis: float, grootte: float, schaal: float) -> Strook:
    links, rechts = keuze.woord.links * schaal, (keuze.woord.links + keuze.woord.breed) * schaal
    maat = round(grootte * schaal, 1)
    return Strook(keuze.tekst, links, rechts, basis * schaal, maat, 0, los=True, woord=rechts)


def _zonder_kras(woord: str) -> str:
    """Return a word without what a rule or a spot added to it; "" when it was nothing else."""
    return woord.strip(_KRAS).replace("…", "...").replace("....", "...")


def _maten(woorden: Iterable[Gelezen]) -> dict[tuple[int, int, int], tuple[float, float]]:
    """Return of each line its height on the page and the size of its letters, in pixels."""
    regels: dict[tuple[int, int, int], list[Gelezen]] = {}
    for woord in woorden:
        regels.setdefault(woord.regel, []).append(woord)
    ruw = {regel: _maat(delen) for regel, delen in regels.items()}
    gewoon = median(grootte for _, grootte in ruw.values()) if ruw else 0
    return {
        regel: (basis, gewoon if abs(grootte - gewoon) < _GELIJK * gewoon else grootte)
        for regel, (basis, grootte) in ruw.items()
    }


def _maat(woorden: Sequence[Gelezen]) -> tuple[float, float]:
    groottes = []
    bases = []
    for woord in woorden:
        staart = bool(_STAART & set(woord.tekst))
        stok = bool(_STOK & set(woord.tekst))
        grootte = woord.hoog / (_ROMP + _BOVEN * stok + _ONDER * staart)
        groottes.append(grootte)
        bases.append(woord.boven + woord.hoog - _ONDER * grootte * staart)
    lang = [i for i, woord in enumerate(woorden) if len(woord.tekst) > _KORT]
    lang = lang or list(range(len(woorden)))
    return median(bases[i] for i in lang), median(groottes[i] for i in lang)


def _op_hoogte(woorden: Iterable[Gelezen]) -> dict[int, list[Gelezen]]:
    """Return words by where on the page they are, to find them quickly."""
    rijen: dict[int, list[Gelezen]] = {}
    for woord in woorden:
        for rij in range(woord.boven // _RIJ, (woord.boven + woord.hoog) // _RIJ + 1):
            rijen.setdefault(rij, []).append(woord)
    return rijen


def _op_plek(woord: Gelezen, rijen: dict[int, list[Gelezen]]) -> list[Gelezen]:
    """Return the words of the second reading where a word of the first is."""
    midden = woord.boven + woord.hoog / 2
    return [
        ander
        for ander in rijen.get(int(midden // _RIJ), ())
        if ander.links < woord.links + woord.breed - _RAND
        and ander.links + ander.breed > woord.links + _RAND
        and ander.boven < midden < ander.boven + ander.hoog
    ]


def met_onzeker(scans: Sequence[Scan]) -> None:
    """Say of each page which words a person must see; it takes all pages to know the words."""
    oordeel = Zekerheid(woord for scan in scans for woord in scan.woorden.values())
    for scan in scans:
        scan.pagina.onzeker = tuple(
            Onzeker(woord.tekst, Plek("bladzijde", regel.bladzijde, regel.nummer), reden)
            for regel in scan.pagina.regels
            for i, strook in enumerate(regel.stroken)
            for woord in [scan.woorden[strook._replace(stijl=0, los=True)]]
            if (reden := oordeel.bezwaar(woord, eerste=i == 0))
        )
