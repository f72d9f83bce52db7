"""What stands at the edge of each page and belongs to no text: headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.brok import Plek, Weggelaten
from convenantwerk.invoer.pdf.letters import AFGEBROKEN
from convenantwerk.invoer.pdf.merken import heeft_merk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from convenantwerk.invoer.brok import WegReden
    from convenantwerk.invoer.pdf.zetregels import Zetregel

_DIEP = 4  # lines from the edge that are looked at
_RAND = 0.17  # of the height of the page: no header reaches further
_GELIJK = 3  # points: so near to each other is the same height
_MEESTE = 0.6  # of the lines: so many have the number of their page at one place
_MAAT = 0.4  # points: letters of the same size
_LOS = 2.0  # times its letters: so far from the text stands what is no part of it
_VEEL = 0.5  # of the pages: what stands on fewer tells nothing of another line at its height
_NUMMER = re.compile(
    r"\W*(?:(?:pagina|bladzijde|blz\.?|pag\.?|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:van|/|-|uit)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)


class Pagina(NamedTuple):
    """The lines of a page, and its height in points."""

    regels: Sequence[Zetregel]
    hoog: float


class _Plaats(NamedTuple):
    """A line at an edge: of which page, which line of it, and the height from that edge."""

    bladzijde: int
    regel: int
    afstand: float


def zonder_kopvoet(paginas: Sequence[Pagina]) -> tuple[list[list[Zetregel]], list[Weggelaten]]:
    """Return the lines of each page without its headers and footers, and what these were.

    A line belongs to the edge when the same words, but for numbers, stand there on other pages at
    the same height; or when it stands in their place, in letters of their size.
    """
    weg: dict[tuple[int, int], WegReden] = {}
    gewoon = _gewone_maat(paginas)
    for kant in (0, 1):
        sporen: defaultdict[str, list[_Plaats]] = defaultdict(list)
        for nummer, pagina in enumerate(paginas):
            for plaats in _aan_rand(pagina, nummer, kant):
                sporen[_spoor(pagina.regels[plaats.regel].tekst)].append(plaats)
        vast = [
            plaats
            for plaatsen in sporen.values()
            for groep in _op_hoogte(plaatsen)
            if _vaak(groep, len(paginas))
            and _is_gelijk(groep, paginas)
            and (_overal(groep, paginas) or not _gaat_door(groep, paginas))
            and sum(_staat_los(paginas, p, kant, gewoon) for p in groep) > _MEESTE * len(groep)
            for plaats in groep
        ]
        for plaats in (*vast, *_zelfde_plaats(paginas, vast, kant)):
            regel = paginas[plaats.bladzijde].regels[plaats.regel]
            weg[plaats.bladzijde, plaats.regel] = _waarom(regel.tekst, kant)
    over = [
        [regel for i, regel in enumerate(pagina.regels) if (nummer, i) not in weg]
        for nummer, pagina in enumerate(paginas)
    ]
    return over, [
        Weggelaten(
            regel.tekst.replace(AFGEBROKEN, "-"),
            Plek("bladzijde", regel.bladzijde, regel.nummer),
            waarom,
        )
        for (nummer, i), waarom in sorted(weg.items())
        for regel in [paginas[nummer].regels[i]]
    ]


def is_nummer(tekst: str) -> bool:
    """Tell whether a line is nothing but the number of a page."""
    return _NUMMER.fullmatch(tekst) is not None


def _waarom(tekst: str, kant: int) -> WegReden:
    if is_nummer(tekst):
        return "bladzijdenummer"
    return "voettekst" if kant else "koptekst"


def _aan_rand(pagina: Pagina, nummer: int, kant: int) -> Iterable[_Plaats]:
    aantal = len(pagina.regels)
    wie = range(max(0, aantal - _DIEP), aantal) if kant else range(min(_DIEP, aantal))
    for i in wie:
        basis = pagina.regels[i].basis
        afstand = pagina.hoog - basis if kant else basis
        if afstand < _RAND * pagina.hoog:
            yield _Plaats(nummer, i, afstand)


def _spoor(tekst: str) -> str:
    """Return a line with its numbers alike; a number in roman only when it is all of the line."""
    return "#" if is_nummer(tekst) else re.sub(r"\d+", "#", tekst).casefold()


def _op_hoogte(plaatsen: list[_Plaats]) -> list[list[_Plaats]]:
    groepen: list[list[_Plaats]] = []
    for plaats in sorted(plaatsen, key=lambda plaats: plaats.afstand):
        if groepen and plaats.afstand - groepen[-1][-1].afstand <= _GELIJK:
            groepen[-1].append(plaats)
        else:
            groepen.append([plaats])
    return groepen


def _vaak(groep: Sequence[_Plaats], bladzijden: int) -> bool:
    aantal = len({plaats.bladzijde for plaats in groep})
    return aantal >= min(3, max(2, bladzijden))


def _overal(groep: Sequence[_Plaats], paginas: Sequence[Pagina]) -> bool:
    return len({plaats.bladzijde for plaats in groep}) >= _VEEL * len(paginas)


def _gaat_door(groep: Sequence[_Plaats], paginas: Sequence[Pagina]) -> bool:
    """Tell whether lines go on in the middle of a sentence, as no header does."""
    return any(paginas[p.bladzijde].regels[p.regel].tekst[:1].islower() for p in groep)


def _is_gelijk(groep: Sequence[_Plaats], paginas: Sequence[Pagina]) -> bool:
    """Tell whether lines are the same, but for the number of their page.

    "Artikel 1" at the top of one page and "Artikel 2" at that of another are text.
    """
    teksten = [paginas[plaats.bladzijde].regels[plaats.regel].tekst for plaats in groep]
    if len(set(teksten)) == 1 or all(map(is_nummer, teksten)):
        return True
    if any(map(heeft_merk, teksten)):
        return False
    rijen = [re.findall(r"\d{1,6}", tekst) for tekst in teksten]
    verschil = [
        Counter(int(rij[i]) - plaats.bladzijde for rij, plaats in zip(rijen, groep, strict=True))
        for i in range(min(map(len, rijen)))
    ]
    return any(max(telling.values()) > _MEESTE * len(groep) for telling in verschil)


def _staat_los(paginas: Sequence[Pagina], plaats: _Plaats, kant: int, gewoon: float) -> bool:
    """Tell whether a line is set apart: by the size of its letters, or by room before the text.

    A sentence that begins several pages stands at the same height on each, and is text.
    """
    regels = paginas[plaats.bladzijde].regels
    if abs(regels[plaats.regel].grootte - gewoon) >= _MAAT:
        return True
    stap = -1 if kant else 1
    for hier in range(plaats.regel, plaats.regel + stap * _DIEP, stap):
        verder = hier + stap
        if not 0 <= verder < len(regels):
            return True
        letters = max(regels[hier].grootte, regels[verder].grootte)
        if abs(regels[verder].basis - regels[hier].basis) > _LOS * letters:
            return True
    return False


def _gewone_maat(paginas: Sequence[Pagina]) -> float:
    """Return the size of most letters, in points."""
    telling: Counter[float] = Counter()
    for pagina in paginas:
        for regel in pagina.regels:
            telling[regel.grootte] += len(regel.tekst)
    return max(telling, key=lambda maat: telling[maat], default=0)


def _zelfde_plaats(
    paginas: Sequence[Pagina], vast: Sequence[_Plaats], kant: int
) -> Iterable[_Plaats]:
    """Yield lines that stand where other pages have a header that changes with the chapter."""
    bekend: Mapping[tuple[int, int], None] = {(een.bladzijde, een.regel): None for een in vast}
    hoogten = [
        (groep[0].afstand, groep[-1].afstand, _maat(paginas, groep[0]))
        for groep in _op_hoogte(list(vast))
        if _overal(groep, paginas)
    ]
    for nummer, pagina in enumerate(paginas):
        for plaats in _aan_rand(pagina, nummer, kant):
            maat = _maat(paginas, plaats)
            if (nummer, plaats.regel) not in bekend and any(
                laag - 1 <= plaats.afstand <= hoog + 1 and abs(maat - van) < _MAAT
                for laag, hoog, van in hoogten
            ):
                yield plaats


def _maat(paginas: Sequence[Pagina], plaats: _Plaats) -> float:
    return paginas[plaats.bladzijde].regels[plaats.regel].grootte
