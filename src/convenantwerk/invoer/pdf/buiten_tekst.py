"""What is on a page and not in its lines: words that lean, and pictures that are of the paper."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.invoer.brok import Alineabrok, Onzeker, Opmerking, Plek, Weggelaten
from convenantwerk.tekst.boom import Tekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.invoer.pdf.opmaak import Pagina
    from convenantwerk.invoer.pdf.zinnen import Zinnen

_VAST = 3  # pages: a picture at one place on so many belongs to the page, not to the text
_WATERMERKEN = ("concept", "ontwerp", "kopie", "vertrouwelijk", "draft", "copy", "confidential")
_TE_GROOT = "een figuur is niet overgenomen: zij is te groot, of niet te lezen"
_LOGO = "een figuur die op elke bladzijde terugkomt, zoals een logo, is niet overgenomen"


def watermerken(paginas: Sequence[Pagina]) -> frozenset[str]:
    """Return the words that lean on most pages, or that are such as a draft has across it."""
    telling = Counter("".join(pagina.scheef) for pagina in paginas)
    return frozenset(
        tekst
        for tekst, aantal in telling.items()
        if tekst.casefold() in _WATERMERKEN or (aantal > 1 and aantal * 2 >= len(paginas))
    )


def weg_scheef(pagina: Pagina, watermerken: frozenset[str]) -> Iterator[Weggelaten]:
    """Yield the watermark of a page."""
    if "".join(pagina.scheef) in watermerken and pagina.scheef:
        plek = Plek("bladzijde", pagina.nummer)
        yield Weggelaten(" ".join(pagina.scheef), plek, "watermerk")


def scheve(pagina: Pagina, watermerken: frozenset[str], zinnen: Zinnen) -> Iterator[Alineabrok]:
    """Yield words that lean or stand on their side, and are no watermark."""
    if pagina.scheef and "".join(pagina.scheef) not in watermerken:
        tekst = " ".join(pagina.scheef)
        plek = Plek("bladzijde", pagina.nummer)
        zinnen.onzeker.append(Onzeker(tekst, plek, "staat gedraaid op de bladzijde"))
        yield Alineabrok((Tekst(tekst),), plek)


def vaste_beelden(paginas: Iterable[Pagina]) -> frozenset[bytes]:
    """Return the pictures that many pages have at one place, such as a logo."""
    telling: Counter[tuple[bytes, int, int]] = Counter()
    for pagina in paginas:
        for beeld in pagina.beelden:
            telling[beeld.data, round(beeld.vak.links / 4), round(beeld.vak.boven / 4)] += 1
    return frozenset(data for (data, _, _), aantal in telling.items() if aantal >= _VAST)


def over_beelden(paginas: Iterable[Pagina], vast: frozenset[bytes]) -> Iterator[Opmerking]:
    """Yield what a report says of pictures that do not come along."""
    for pagina in paginas:
        for beeld in pagina.beelden:
            if not beeld.data:
                yield Opmerking(_TE_GROOT, Plek("bladzijde", pagina.nummer))
    if vast:
        yield Opmerking(_LOGO, Plek("bladzijde", 1))
