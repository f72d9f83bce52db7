"""The list that closes the was-wordt-tabel: what changed, but not in substance, in few words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.papier import document as d
from convenantwerk.renvooi.waswordt.aard import Aard, aard_van_wissel
from convenantwerk.renvooi.waswordt.noemen import opsomming
from convenantwerk.renvooi.waswordt.wissels import wissels
from convenantwerk.tekst.boom import Element, Onderdeel
from convenantwerk.tekst.schijn import zoals_gelezen
from convenantwerk.tekst.verschil import verschillen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.renvooi.renvooi import Renvooi
    from convenantwerk.renvooi.waswordt.noemen import Namen
    from convenantwerk.renvooi.waswordt.rijen import Waswordt
    from convenantwerk.renvooi.waswordt.wissels import Wissel
    from convenantwerk.tekst.verschil import Verschil

KOPPEN: dict[Aard, str] = {
    "redactioneel": "Redactioneel",
    "vernummering": "Vernummerd",
    "opmaak": "Opmaak",
}
_NUMMER = re.compile(r"\d+(?=\D*$)")


class Slotregel(NamedTuple):
    """One line of the closing list: of what kind, what it says, and of which parts.

    `mee` are parts that it is also about, though it does not name them: the leden of an artikel
    that got another number.
    """

    aard: Aard
    tekst: str
    verschillen: tuple[Verschil, ...]
    mee: tuple[Verschil, ...] = ()


def slotlijst(renvooi: Renvooi, tabel: Waswordt) -> list[Slotregel]:
    """Return the lines, by kind; parts in which the same changed are named together."""
    namen = tabel.overzicht.namen
    found: dict[tuple[Aard, str], list[Verschil]] = {}
    numbered: list[Verschil] = []
    for verschil, getoond in tabel.licht:
        for kind, tekst in _zinnen(verschil, tabel, getoond=getoond):
            if kind == "vernummering" and not tekst:
                numbered.append(verschil)
            else:
                found.setdefault((kind, tekst), []).append(verschil)
    for verschil in verschillen(renvooi.delen):
        if verschil.lot in ("gewijzigd", "aangekomen"):  # no word shows it, so no row does
            for zin in verschil.opmaak:
                found.setdefault(("opmaak", zin), []).append(verschil)
    lines = [
        Slotregel(kind, f"{eerste_groot(opsomming(namen.kort(parts)))}: {tekst}", tuple(parts))
        for (kind, tekst), parts in found.items()
    ]
    lines += _reeksen(numbered, namen)
    order = list(KOPPEN)
    return sorted(lines, key=lambda line: order.index(line.aard))


def slotblokken(lines: Sequence[Slotregel]) -> Iterator[d.Block]:
    """Yield the list as blocks, under a heading for each kind."""
    for kind, kop in KOPPEN.items():
        items = [
            d.Item("", (d.Paragraph((d.Run(line.tekst),)),)) for line in lines if line.aard == kind
        ]
        if items:
            yield d.Paragraph((d.Run(kop, bold=True),))
            yield d.ItemList("streep", tuple(items))


def _zinnen(verschil: Verschil, tabel: Waswordt, *, getoond: bool) -> Iterator[tuple[Aard, str]]:
    """Yield for every light change in a part its kind and what changed; "" for its number.

    What stands in a row shows its number there.
    """
    for wissel in wissels(verschil.merk):
        if getoond or verschil.zelfde_nummer:  # how that is written otherwise is told as a whole
            continue
        if _is_nummer(wissel):
            yield "vernummering", ""
        else:
            yield "opmaak", _woorden(wissel)
    for wissel in wissels(verschil.tekst):
        kind = tabel.overzicht.uitleg(verschil, wissel) or aard_van_wissel(wissel)
        if kind == "vernummering":
            yield kind, f"noot {_noten(wissel)}"
        elif kind == "redactioneel" and not _ziet_men_niet(wissel):
            yield kind, _woorden(wissel)


def _ziet_men_niet(wissel: Wissel) -> bool:
    """Tell whether words look as they did: how they differ is told in words, as opmaak."""
    return zoals_gelezen(_rauw(wissel.oud)) == zoals_gelezen(_rauw(wissel.nieuw))


def _is_nummer(wissel: Wissel) -> bool:
    letters = ["".join(filter(str.isalnum, side)).casefold() for side in (wissel.was, wissel.wordt)]
    return letters[0] != letters[1]


def _woorden(wissel: Wissel) -> str:
    """Return what came instead of what, with the word that a sign hangs on.

    Of a reference the whole is shown: not the number that changed in it alone.
    """
    verwijzingen = [{id(w.verwijzing): w.verwijzing for w in side} for side in wissel[:2]]
    one, other = (list(refs.values()) for refs in verwijzingen)
    if len(one) == len(other) == 1 and one[0] and other[0]:
        return f"\u201c{one[0].tekst}\u201d wordt \u201c{other[0].tekst}\u201d"
    was, wordt = (
        f"{wissel.ervoor}{side}{wissel.erna}" for side in (_rauw(wissel.oud), _rauw(wissel.nieuw))
    )
    was, wordt = was.strip(), wordt.strip()
    if not was:
        return f"\u201c{wordt}\u201d ingevoegd"
    return f"\u201c{was}\u201d wordt \u201c{wordt}\u201d" if wordt else f"\u201c{was}\u201d vervalt"


def _rauw(woorden: Iterable[object]) -> str:
    return "".join(getattr(woord, "tekst", "") for woord in woorden)


def _noten(wissel: Wissel) -> str:
    pairs = zip(wissel.oud, wissel.nieuw, strict=False)
    return " en ".join(
        f"{a.noot.merk} wordt noot {b.noot.merk}" for a, b in pairs if a.noot and b.noot
    )


# --- numbers -------------------------------------------------------------------------------


def _reeksen(parts: Sequence[Verschil], namen: Namen) -> Iterator[Slotregel]:
    """Yield the renumbered parts, those that follow each other as a range."""
    heads = {v.oud.adres: v for v in parts if v.oud and isinstance(v.part, Element)}
    reeks: list[Verschil] = []
    mee: list[Verschil] = []
    for verschil in parts:
        if _volgt_kop(verschil, heads):
            mee.append(verschil)
            continue
        if reeks and not _sluit_aan(reeks[-1], verschil):
            yield _reeks(reeks, mee, namen)
            reeks, mee = [], []
        reeks.append(verschil)
    if reeks:
        yield _reeks(reeks, mee, namen)


def _reeks(reeks: Sequence[Verschil], mee: Sequence[Verschil], namen: Namen) -> Slotregel:
    first, last = reeks[0], reeks[-1]
    was, wordt = namen.was(first), namen.wordt(first)
    if last is not first:
        was += f" tot en met {_einde(was, namen.was(last))}"
        wordt += f" tot en met {_einde(wordt, namen.wordt(last))}"
    text = eerste_groot(f"{was}: nu {wordt}{', ook de leden' if mee else ''}")
    return Slotregel("vernummering", text, tuple(reeks), tuple(mee))


def _einde(begin: str, eind: str) -> str:
    """Return the last of a range without the words that it begins with like the first."""
    head = begin.rpartition(" ")[0]
    return eind[len(head) + 1 :] if head and eind.startswith(f"{head} ") else eind


def _volgt_kop(verschil: Verschil, heads: dict[str, Verschil]) -> bool:
    """Tell whether a lid has another number only for its artikel has: 6.2 that became 7.2."""
    was, wordt = verschil.was, verschil.wordt
    if verschil.oud is None or not isinstance(was, Onderdeel) or not isinstance(wordt, Onderdeel):
        return False
    head = heads.get(verschil.oud.adres.partition("--")[0])
    if head is None or not isinstance(head.was, Element) or not isinstance(head.wordt, Element):
        return False
    tails = (_staart(was.merk, head.was.nummer), _staart(wordt.merk, head.wordt.nummer))
    return tails[0] == tails[1] is not None


def _staart(merk: str, nummer: str) -> str | None:
    return merk.removeprefix(f"{nummer}.") if merk.startswith(f"{nummer}.") else None


def _sluit_aan(one: Verschil, other: Verschil) -> bool:
    """Tell whether a renumbered part comes right after another, before and after."""
    for a, b in ((one.was, other.was), (one.wordt, other.wordt)):
        if type(a) is not type(b) or not _volgend(_nummer(a), _nummer(b)):
            return False
    pairs = ((one.oud, other.oud), (one.nieuw, other.nieuw))
    if isinstance(one.part, Element):
        return True
    return all(a and b and _houder(a.adres) == _houder(b.adres) for a, b in pairs)


def _houder(adres: str) -> str:
    return adres.rpartition("--")[0]


def _nummer(part: object) -> str:
    if isinstance(part, Element):
        return f"{part.soort} {part.nummer}"
    return part.merk.rstrip(".)") if isinstance(part, Onderdeel) else ""


def _volgend(one: str, other: str) -> bool:
    """Tell whether a number or letter is the next one: "5.3" and "5.4", "a" and "b"."""
    numbers = [_NUMMER.search(text) for text in (one, other)]
    a, b = numbers
    if a and b:
        return one[: a.start()] == other[: b.start()] and int(a.group()) + 1 == int(b.group())
    return len(one) == len(other) == 1 and ord(one) + 1 == ord(other)
