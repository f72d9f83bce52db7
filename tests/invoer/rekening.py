"""The account of a reader: what it gives and what it reports are the words that it counted."""

from collections import Counter
from collections.abc import Iterable, Iterator

from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import STREEP, Alineabrok, Beeldbrok, Brok, Ingelezen, Tabelbrok
from convenantwerk.tekst.boom import Inline, Nadruk, Regeleinde, Voetnoot, alle_inline, plain
from convenantwerk.tekst.schrijven import NADRUK


def _woorden(inhoud: tuple[Inline, ...]) -> Iterator[str]:
    yield from woorden(plain(inhoud))
    for deel in alle_inline(inhoud):
        if isinstance(deel, Voetnoot):
            yield from woorden(plain(deel.inhoud))


def woorden_van(brokken: Iterable[Brok]) -> Iterator[str]:
    """Yield the words of brokken, as the proof counts them."""
    for brok in brokken:
        match brok:
            case Alineabrok():
                yield from woorden("" if brok.merk == STREEP else brok.merk)
                yield from _woorden(brok.inhoud)
            case Tabelbrok():
                yield from (w for rij in brok.rijen for cel in rij for w in _woorden(cel))
            case Beeldbrok():
                yield from woorden(brok.alt)
            case _:
                pass


def verschil(gelezen: Ingelezen) -> tuple[dict[str, int], dict[str, int]]:
    """Return which words the brokken have less and more than the file."""
    bron = Counter(woord for rauw in gelezen.woorden for woord in woorden(rauw))
    for bewerkt in gelezen.bewerkt:
        bron.subtract(woorden(bewerkt.was))
        bron.update(woorden(bewerkt.wordt))
    for weg in gelezen.weggelaten:
        bron.subtract(woorden(weg.tekst))
    bron.subtract(woorden_van(gelezen.brokken))
    return dict(+bron), dict(-bron)


def getoond(brokken: Iterable[Brok]) -> list[str]:
    """Return brokken as lines that a person reads; see tests/cases/platte_tekst.md."""
    return [line for brok in brokken for line in _getoond(brok)]


def _getoond(brok: Brok) -> Iterator[str]:
    match brok:
        case Alineabrok():
            voor = "#" * brok.kopniveau + " " * bool(brok.kopniveau)
            voor += "  " * max(0, brok.lijstdiepte) + (f"{{{brok.merk}}} " if brok.merk else "")
            voor += "{inhoud} " * brok.inhoudsopgave + "{midden} " * brok.midden
            yield (voor + _inhoud(brok.inhoud)).rstrip()
        case Tabelbrok():
            for rij in brok.rijen:
                yield " | ".join(["", *map(_inhoud, rij), ""]).strip()
        case Beeldbrok():
            yield f"![{brok.alt}]({len(brok.data)}{brok.suffix})"
        case _:
            yield "---"


def _inhoud(inhoud: Iterable[Inline]) -> str:
    return "".join(map(_inline, inhoud))


def _inline(deel: Inline) -> str:
    match deel:
        case Nadruk():
            ster = NADRUK[deel.soort]
            return f"{ster}{_inhoud(deel.inhoud)}{ster}"
        case Regeleinde():
            return "\\"
        case Voetnoot():
            return f"[^{deel.merk}: {_inhoud(deel.inhoud)}]"
        case _:
            return plain((deel,))
