"""Which columns of a table hold what was, what comes, of which part and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.renvooi.waswordtcontrole.inlezen import Rooster

# The words in a head by which a column is known, the first that fits.
_WOORDEN = {
    "toelichting": r"toelichting|reden|motivering|opmerking|waarom|commentaar|uitleg|grond",
    "wordt": r"wordt|worden|nieuwe?|voorstel|voorgestelde?|komt te luiden|na wijziging|gewijzigde",
    "was": r"was|waren|oude?|huidige?|bestaande?|geldende?|luidt|vóór wijziging|voor wijziging",
    "onderdeel": r"onderdeel|artikel|art\.?|lid|leden|plaats|vindplaats|bepaling|paragraaf|"
    r"hoofdstuk|deel|sub|nr\.?|nummer",
}
KORT = 60  # a name of a part has no more characters
_PLAATSELIJK = re.compile(r"\b(artikel|art\.|lid|deel|hoofdstuk|bijlage|onder|gehele)\b|^\W*\d")
_TELBAAR = frozenset(("lid", "onderdeel", "sub", "hoofdstuk"))  # a bare number is an artikel's
_WAS_WORDT = 2
_MEEST_KOPRIJEN = 3  # a head has no more rows, titles above it included
_MET_ONDERDEEL = 3


class Kolommen(NamedTuple):
    """The numbers of the columns, from 0.

    Args:
        was: what stood there.
        wordt: what comes.
        onderdeel: those that together name the part; may be none.
        toelichting: why; None when no column tells.
        kop: how many rows come before the first that quotes: the head, and titles above it.
        hoe: how they were found, as one tells a user.
    """

    was: int
    wordt: int
    onderdeel: tuple[int, ...]
    toelichting: int | None
    kop: int
    hoe: str


def vind_kolommen(tabel: Rooster, namen: tuple[str, str]) -> Kolommen | None:
    """Return which columns are what; None when the table is no was-wordt-tabel.

    Args:
        tabel: all of its rows, equally long.
        namen: what the old and the new edition are called: a head may say just that.
    """
    for number, kop in enumerate(tabel[:_MEEST_KOPRIJEN], start=1):
        if found := _naar_kop(kop, number, namen):
            return found
        if not _is_titel(kop):
            break
    return _naar_plaats(tabel)


def _is_titel(rij: Sequence[str]) -> bool:
    """Tell whether a row is no head yet, but a title over columns: a cell of it spans some."""
    said = [cel for cel in rij if cel.strip()]
    return len(set(said)) < len(rij)


def _naar_kop(kop: Sequence[str], number: int, namen: tuple[str, str]) -> Kolommen | None:
    """Return the columns that a head names, None when it names no was and wordt."""
    soorten = [_soort(cel, namen) for cel in kop]
    if "was" in soorten and "wordt" in soorten:
        toelichting = soorten.index("toelichting") if "toelichting" in soorten else None
        onderdeel = tuple(i for i, soort in enumerate(soorten) if soort == "onderdeel")
        was, wordt = soorten.index("was"), soorten.index("wordt")
        if not onderdeel and min(was, wordt) > 0:
            onderdeel = tuple(i for i in range(min(was, wordt)) if not soorten[i])
        return Kolommen(
            was, wordt, onderdeel, toelichting, kop=number, hoe=_hoe(kop, was, wordt, onderdeel)
        )
    return None


def genoemd(kop: str, naam: str) -> str:
    """Return what a cell names, with the word that its head has for it: "5" under "Lid"."""
    soort = _een_regel(kop).casefold().rstrip(".")
    return f"{soort} {naam}" if soort in _TELBAAR and re.match(r"\d|[a-z]\b", naam) else naam


def _hoe(kop: Sequence[str], was: int, wordt: int, onderdeel: Sequence[int]) -> str:
    waar = " en ".join(
        f"\u201c{naam}\u201d" if (naam := _een_regel(kop[i])) else f"kolom {i + 1}"
        for i in onderdeel
    )
    over = f", onderdeel {waar}" if waar else ""
    return (
        f"was staat in kolom \u201c{_een_regel(kop[was])}\u201d, "
        f"wordt in \u201c{_een_regel(kop[wordt])}\u201d{over}"
    )


def _een_regel(tekst: str) -> str:
    return " ".join(tekst.split())


def _soort(cel: str, namen: tuple[str, str]) -> str:
    """Return what a head says that its column holds, "" when it does not say."""
    text = _een_regel(cel).casefold()
    if len(text) > KORT:
        return ""
    for soort, pattern in _WOORDEN.items():
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text):
            return soort
    oud, nieuw = (naam.casefold() for naam in namen)
    if oud != nieuw and text:
        return "was" if oud in text else "wordt" if nieuw in text else ""
    return ""


def _naar_plaats(tabel: Rooster) -> Kolommen | None:
    """Return the columns by their order, where no head names them."""
    breedte = len(tabel[0])
    if breedte < _WAS_WORDT:
        return None
    first = [_een_regel(rij[0]) for rij in tabel]
    kort = sum(len(cel) <= KORT and bool(_PLAATSELIJK.search(cel.casefold())) for cel in first)
    met = breedte >= _MET_ONDERDEEL and kort * 2 > len(first)
    was = 1 if met else 0
    rest = was + _WAS_WORDT
    hoe = f"geen kop noemt ze: was is kolom {was + 1}, wordt is kolom {was + 2}"
    return Kolommen(
        was, was + 1, (0,) if met else (), rest if breedte > rest else None, kop=0, hoe=hoe
    )


def samen(tabellen: Sequence[tuple[Rooster, Kolommen]]) -> list[tuple[Rooster, Kolommen]]:
    """Return the tables of a file that are one was-wordt-tabel, cut in several.

    Those with a head, each with columns of its own, and those without that go on with the one
    before: as wide, and with a place in the same column. Where no table has a head, the longest.
    """
    if not any(kolommen.kop for _, kolommen in tabellen):
        return [max(tabellen, key=lambda pair: len(pair[0]))] if tabellen else []
    found: list[tuple[Rooster, Kolommen]] = []
    for tabel, kolommen in tabellen:
        if kolommen.kop:
            found.append((tabel, kolommen))
        elif found and len(tabel[0]) == len(found[-1][0][0]):
            last = found[-1][1]
            if kolommen.onderdeel and kolommen.onderdeel == last.onderdeel:
                found.append((tabel, last._replace(kop=0)))
    return found
