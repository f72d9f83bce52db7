"""The sentences that open the was-wordt-tabel: how much changes, and what above all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.renvooi.waswordt.noemen import opsomming, samen
from convenantwerk.tekst.boom import Element
from convenantwerk.tekst.citeren import SLOTREGELS
from convenantwerk.tekst.verschil import verschillen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.renvooi.renvooi import Renvooi
    from convenantwerk.renvooi.waswordt.noemen import Namen
    from convenantwerk.renvooi.waswordt.rijen import Waswordt
    from convenantwerk.renvooi.waswordt.slotlijst import Slotregel
    from convenantwerk.tekst.verschil import Lot

_GETALLEN = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_MEERVOUD = {
    "artikel": "artikelen",
    "bijlage": "bijlagen",
    "deel": "delen",
    "hoofdstuk": "hoofdstukken",
    "onderdeel": "onderdelen",
    "paragraaf": "paragrafen",
}
_VEEL = 20  # headings are named one by one up to so many


def zinnen(renvooi: Renvooi, tabel: Waswordt, slot: Sequence[Slotregel]) -> Iterator[str]:
    """Yield what changes, in a few sentences."""
    vervangingen = tabel.overzicht.vervangingen.alle
    plaatsen = sum(len(rij.verschillen) for rij in tabel.rijen if not rij.woorden)
    if plaatsen:
        waar = "één plaats" if plaatsen == 1 else f"{getal(plaatsen)} plaatsen"
        yield f"De tekst verandert op {waar} inhoudelijk."
    elif not vervangingen:
        yield "Inhoudelijk verandert de tekst niet."
    namen = tabel.overzicht.namen
    for lot, een, meer in _KOPPEN:
        yield from _koppen(renvooi, namen, lot, (een, meer))
    if vervangingen:
        done = [
            f"\u201c{v.oud}\u201d door \u201c{v.nieuw}\u201d ({getal(v.aantal)} keer)"
            for v in vervangingen
        ]
        wordt = "wordt" if len(done) == 1 else "worden"
        yield f"In het gehele document {wordt} vervangen: {samen(done)}."
    for herkomst in renvooi.herkomst:
        van, naar = namen.oud_adres(herkomst.van), namen.nieuw_adres(herkomst.naar)
        if herkomst.soort == "gesplitst":
            yield f"Van {van} is {naar} afgesplitst."
        else:
            yield f"Samengevoegd is {van} met {naar}."
    yield from _achteraan(slot)
    if renvooi.registers:
        aantal = len(renvooi.registers)
        wat = "één wijziging" if aantal == 1 else f"{getal(aantal)} wijzigingen"
        yield f"De registers hebben {wat}; die staan in het renvooi."


# What became of parts, and how that is said of one of them, and of more; "vervalt" comes last.
_KOPPEN: tuple[tuple[Lot, str, str], ...] = (
    ("ingevoegd", "Nieuw is", "Nieuw zijn"),
    ("vervallen", "vervalt", "vervallen"),
    ("aangekomen", "Een andere plaats krijgt", "Een andere plaats krijgen"),
)


def _koppen(renvooi: Renvooi, namen: Namen, lot: Lot, begin: tuple[str, str]) -> Iterator[str]:
    """Yield the sentence about the parts of one fate, those that stand in one of them left out."""
    found = [
        v
        for v in verschillen(renvooi.delen)
        if v.lot == lot and (v.is_kop or (lot == "aangekomen" and not v.is_rij))
    ]
    under = {id(kind) for v in found for kind in verschillen(v.kinderen)}
    names = [namen.naam(v) for v in found if id(v) not in under]
    if not names:
        return
    if len(names) > _VEEL:
        soorten = Counter(
            v.part.soort if isinstance(v.part, Element) else "onderdeel" for v in found
        )
        geteld = samen([_geteld(n, soort) for soort, n in soorten.items()])
        zin = (begin[1], geteld)
        yield f"{eerste_groot(' '.join(zin[::-1] if lot == 'vervallen' else zin))}."
        return
    zin = (begin[len(names) > 1 or names[0].startswith(SLOTREGELS)], opsomming(names))
    yield f"{eerste_groot(' '.join(zin[::-1] if lot == 'vervallen' else zin))}."


def _geteld(aantal: int, soort: str) -> str:
    """Return how many parts of a kind there are: "één hoofdstuk", "14 artikelen"."""
    if aantal == 1:
        return f"één {soort}"
    return f"{getal(aantal)} {_MEERVOUD.get(soort, f'keer een {soort}')}"


def _achteraan(slot: Sequence[Slotregel]) -> Iterator[str]:
    """Yield what the closing list holds."""
    counts: Counter[str] = Counter()
    for line in slot:
        counts[line.aard] += len(line.verschillen)
    wat = [
        ("redactioneel", "redactionele wijziging", "redactionele wijzigingen"),
        ("vernummering", "vernummering", "vernummeringen"),
        ("opmaak", "wijziging van de opmaak", "wijzigingen van de opmaak"),
    ]
    named = [
        f"{getal(counts[kind])} {een if counts[kind] == 1 else meer}"
        for kind, een, meer in wat
        if counts[kind]
    ]
    if named:
        begin = "staat" if len(named) == 1 and sum(counts.values()) == 1 else "staan"
        yield f"Achter de tabel {begin} {samen(named)}."


def getal(aantal: int) -> str:
    """Return a number as one writes it in a sentence: in letters up to ten."""
    return _GETALLEN[aantal] if aantal < len(_GETALLEN) else str(aantal)
