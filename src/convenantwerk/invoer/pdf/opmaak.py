"""Pages, as lines, back to brokken in reading order, with the account of every word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.afbreking import woordtelling
from convenantwerk.invoer.brok import (
    Beeldbrok,
    Bewerkt,
    Brok,
    Ingelezen,
    Lijnbrok,
    Onzeker,
    Opmerking,
    Plek,
    Tabelbrok,
)
from convenantwerk.invoer.pdf import kopvoet, noten
from convenantwerk.invoer.pdf.alineas import Maten, alineas, maten_van
from convenantwerk.invoer.pdf.beelden import Beeld
from convenantwerk.invoer.pdf.buiten_tekst import (
    over_beelden,
    scheve,
    vaste_beelden,
    watermerken,
    weg_scheef,
)
from convenantwerk.invoer.pdf.kolommen import in_leesvolgorde
from convenantwerk.invoer.pdf.nootplaatsen import nootplaatsen
from convenantwerk.invoer.pdf.tabellen import Getekend, getabelleerd
from convenantwerk.invoer.pdf.zetregels import Zetregel
from convenantwerk.invoer.pdf.zinnen import Zinnen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.invoer.pdf.letters import Geknipt
    from convenantwerk.invoer.pdf.noten import Noot
    from convenantwerk.invoer.pdf.vormen import Vak

_SMAL = 0.7  # of the width within equal margins: text that is no wider has no full lines
_KOLOM = 6  # lines, of which most are full to so much of the width, and with so many letters
_VOL, _LETTERS = 0.8, 20
_LEEG = 0.25  # of the height: a page that ends so far above its foot was ended on purpose
_AANEEN = "staat in het bestand aan elkaar"


@dataclass(slots=True)
class Pagina:
    """A page as it was read, of whatever kind.

    Args:
        nummer: from 1.
        breed: in points.
        hoog: in points.
        regels: from above to below.
        woorden: all its words, by a road of their own.
        scheef: words that lean or stand on their side.
        geknipt: words of the file that are more words on the page.
        vakken: rules and rectangles.
        beelden: its pictures.
        onzeker: words of which a person must see whether they are right.
        bewerkt: words that are otherwise than the first reading had them.
    """

    nummer: int
    breed: float
    hoog: float
    regels: list[Zetregel]
    woorden: tuple[str, ...]
    scheef: tuple[str, ...] = ()
    geknipt: tuple[Geknipt, ...] = ()
    vakken: tuple[Vak, ...] = ()
    beelden: tuple[Beeld, ...] = ()
    onzeker: tuple[Onzeker, ...] = ()
    bewerkt: tuple[Bewerkt, ...] = ()


def ingelezen(
    formaat: str, paginas: Sequence[Pagina], opmerkingen: Iterable[Opmerking] = ()
) -> Ingelezen:
    """Return pages as what was read of a file.

    Args:
        formaat: what the file is, in words for a reader.
        paginas: in order.
        opmerkingen: what else is told of the file.
    """
    schoon, weg = kopvoet.zonder_kopvoet([kopvoet.Pagina(p.regels, p.hoog) for p in paginas])
    zonder, noten_van = _zonder_noten(schoon, _grootte(schoon))
    vlakken = _met_randen(paginas, zonder)
    zinnen = Zinnen(
        woordtelling(regel.tekst for regels in schoon for regel in regels),
        nootplaatsen([vlak.regels for vlak in vlakken], noten_van),
    )
    scheef = watermerken(paginas)
    vast = vaste_beelden(paginas)
    stroom = list(_stroom(paginas, vlakken, vast))
    brokken = tuple(_brokken(stroom, zinnen, maten_van(_regels(stroom))))
    losse = [brok for pagina in paginas for brok in scheve(pagina, scheef, zinnen)]
    return Ingelezen(
        formaat,
        (*brokken, *losse),
        tuple(woord for pagina in paginas for woord in pagina.woorden),
        weggelaten=(*weg, *(w for p in paginas for w in weg_scheef(p, scheef))),
        bewerkt=(*(b for p in paginas for b in _geknipt(p)), *zinnen.bewerkt),
        onzeker=tuple(
            sorted([*zinnen.onzeker, *(o for p in paginas for o in p.onzeker)], key=_plek)
        ),
        opmerkingen=(*opmerkingen, *over_beelden(paginas, vast)),
    )


class Vlak(NamedTuple):
    """The text of a page: its lines as they are read, and its tables."""

    regels: list[Zetregel]
    tabellen: list[Getekend]


def _plek(onzeker: Onzeker) -> Plek:
    return onzeker.plek


def _geknipt(pagina: Pagina) -> Iterator[Bewerkt]:
    plek = Plek("bladzijde", pagina.nummer)
    yield from pagina.bewerkt
    yield from (Bewerkt(een.was, een.wordt, plek, _AANEEN) for een in pagina.geknipt)


def _grootte(paginas: Iterable[Iterable[Zetregel]]) -> float:
    """Return the size of most letters of a file."""
    telling: Counter[float] = Counter()
    for regels in paginas:
        for regel in regels:
            telling[regel.grootte] += len(regel.tekst)
    return telling.most_common(1)[0][0] if telling else 0


def _zonder_noten(
    paginas: Iterable[Sequence[Zetregel]], grootte: float
) -> tuple[list[list[Zetregel]], list[Noot]]:
    """Return the pages without notes, and all notes; one may go on on the next page."""
    over: list[list[Zetregel]] = []
    alle: list[Noot] = []
    for regels in paginas:
        lopend = bool(alle) and bool(regels) and alle[-1].bladzijde >= regels[0].bladzijde - 1
        voet = noten.zonder_noten(regels, grootte, lopend=lopend)
        if voet.vervolg:
            alle[-1] = alle[-1]._replace(regels=(*alle[-1].regels, *voet.vervolg))
        alle += voet.noten
        over.append(voet.regels)
    return over, alle


def _met_randen(paginas: Sequence[Pagina], schoon: Iterable[Sequence[Zetregel]]) -> list[Vlak]:
    """Return the pages with their tables apart, and each line with the edges of its column."""
    vlakken = []
    for pagina, regels in zip(paginas, schoon, strict=True):
        over, tabellen = getabelleerd(regels, pagina.vakken)
        vlakken.append(Vlak(in_leesvolgorde(over), tabellen))
    randen: dict[int, tuple[float, float]] = {}
    for pagina, vlak in zip(paginas, vlakken, strict=True):
        for regel in vlak.regels:
            if not regel.rechts:
                links, rechts = randen.get(round(pagina.breed), (pagina.breed, 0.0))
                randen[round(pagina.breed)] = (min(links, regel.x0), max(rechts, regel.x1))
    for breed, (links, rechts) in randen.items():
        if rechts - links < _SMAL * (breed - 2 * links):  # short lines only tell no edge
            randen[breed] = (links, breed - links)
    return [
        vlak._replace(
            regels=[
                regel if regel.rechts else replace(regel, links=rand[0], rechts=rand[1])
                for rand in [_rand(vlak.regels, *randen.get(round(pagina.breed), (0.0, 0.0)))]
                for regel in vlak.regels
            ]
        )
        for pagina, vlak in zip(paginas, vlakken, strict=True)
    ]


def _rand(regels: Sequence[Zetregel], links: float, rechts: float) -> tuple[float, float]:
    """Return the edges of a page; a column that stands alone on its last page is narrower."""
    breed = [regel.x1 - links for regel in regels if not regel.rechts]
    vol = max(breed, default=0)
    if len(breed) >= _KOLOM and vol < _SMAL * (rechts - links):
        lang = sum(een > _VOL * vol for een in breed)
        if lang * 2 >= len(breed) and sum(len(r.tekst) for r in regels) > _LETTERS * len(regels):
            return links, links + vol
    return links, rechts


_Ding = Zetregel | Getekend | Beeld | Lijnbrok


def _stroom(
    paginas: Sequence[Pagina], vlakken: Sequence[Vlak], vast: frozenset[bytes]
) -> Iterator[tuple[int, _Ding]]:
    """Yield all that a file shows, in reading order, with its page."""
    for pagina, vlak in zip(paginas, vlakken, strict=True):
        dingen: list[tuple[float, Getekend | Beeld]] = [
            (tabel.raster.ys[0], tabel) for tabel in vlak.tabellen
        ]
        dingen += [
            (beeld.vak.boven, beeld)
            for beeld in pagina.beelden
            if beeld.data and beeld.data not in vast
        ]
        dingen.sort(key=lambda paar: paar[0])
        for regel in vlak.regels:
            while dingen and dingen[0][0] < regel.basis - regel.grootte:
                yield pagina.nummer, dingen.pop(0)[1]
            yield pagina.nummer, regel
        yield from ((pagina.nummer, ding) for _, ding in dingen)
        onder = [regel.basis for regel in vlak.regels]
        onder += [tabel.raster.ys[-1] for tabel in vlak.tabellen]
        if pagina is not paginas[-1] and max(onder, default=0) < (1 - _LEEG) * pagina.hoog:
            yield pagina.nummer, Lijnbrok(Plek("bladzijde", pagina.nummer))


def _regels(stroom: Iterable[tuple[int, _Ding]]) -> list[Zetregel]:
    return [ding for _, ding in stroom if isinstance(ding, Zetregel)]


def _brokken(stroom: Iterable[tuple[int, _Ding]], zinnen: Zinnen, maten: Maten) -> Iterator[Brok]:
    """Yield the brokken; a note that nothing calls comes behind the paragraph its page ends in."""
    losse = dict(zinnen.losse_noten)
    lopend: list[Zetregel] = []
    for nummer, ding in stroom:
        if isinstance(ding, Zetregel):
            lopend.append(ding)
            continue
        yield from _alineas(lopend, zinnen, maten, losse)
        lopend = []
        match ding:
            case Getekend():
                yield _tabel(ding, zinnen)
            case Beeld():
                yield Beeldbrok(ding.data, ding.suffix, "", Plek("bladzijde", nummer))
            case Lijnbrok():
                yield ding
    yield from _alineas(lopend, zinnen, maten, losse)
    for rest in losse.values():
        yield from map(zinnen.losse_noot, rest)


def _alineas(
    regels: Sequence[Zetregel],
    zinnen: Zinnen,
    maten: Maten,
    losse: dict[int, list[Noot]],
) -> Iterator[Brok]:
    for alinea in alineas(regels, maten):
        yield zinnen.brok(alinea, maten.inhoud)
        blad = alinea.regels[-1].bladzijde
        for eerder in [nummer for nummer in losse if nummer < blad]:
            yield from map(zinnen.losse_noot, losse.pop(eerder))


def _tabel(tabel: Getekend, zinnen: Zinnen) -> Tabelbrok:
    plek = Plek("bladzijde", tabel.bladzijde, tabel.nummer)
    randen = [
        max(
            (strook.rechts for rij in tabel.cellen for regel in rij[i] for strook in regel),
            default=0,
        )
        for i in range(len(tabel.cellen[0]))
    ]
    return Tabelbrok(
        tuple(
            tuple(
                zinnen.cel(cel, min(rechts, tabel.raster.rechts_van(cel)), plek)
                for cel, rechts in zip(rij, randen, strict=True)
            )
            for rij in tabel.cellen
        ),
        plek,
    )
