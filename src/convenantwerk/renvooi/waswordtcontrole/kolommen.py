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
_KORT = 60  # a name of a part has no more characters
_PLAATSELIJK = re.compile(r"\b(artikel|art\.|lid|deel|hoofdstuk|bijlage|onder|gehele)\b|^\W*\d")
_WAS_WORDT = 2
_MET_ONDERDEEL = 3


class Kolommen(NamedTuple):
    """The numbers of the columns, from 0.

    Args:
        was: what stood there.
        wordt: what comes.
        onderdeel: those that together name the part; may be none.
        toelichting: why; None when no column tells.
        kop: whether the first row is a head.
        hoe: how they were found, as one tells a user.
    """

    was: int
    wordt: int
    onderdeel: tuple[int, ...]
    toelichting: int | None
    kop: bool
    hoe: str


def vind_kolommen(tabel: Rooster, namen: tuple[str, str]) -> Kolommen | None:
    """Return which columns are what; None when the table is no was-wordt-tabel.

    Args:
        tabel: all of its rows, equally long.
        namen: what the old and the new edition are called: a head may say just that.
    """
    kop = tabel[0]
    soorten = [_soort(cel, namen) for cel in kop]
    if "was" in soorten and "wordt" in soorten:
        toelichting = soorten.index("toelichting") if "toelichting" in soorten else None
        onderdeel = tuple(i for i, soort in enumerate(soorten) if soort == "onderdeel")
        was, wordt = soorten.index("was"), soorten.index("wordt")
        if not onderdeel and min(was, wordt) > 0:
            onderdeel = tuple(i for i in range(min(was, wordt)) if not soorten[i])
        return Kolommen(
            was, wordt, onderdeel, toelichting, kop=True, hoe=_hoe(kop, was, wordt, onderdeel)
        )
    return _naar_plaats(tabel)


def _hoe(kop: Sequence[str], was: int, wordt: int, onderdeel: Sequence[int]) -> str:
    waar = " en ".join(f"\u201c{_een_regel(kop[i])}\u201d" for i in onderdeel)
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
    if len(text) > _KORT:
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
    kort = sum(len(cel) <= _KORT and bool(_PLAATSELIJK.search(cel.casefold())) for cel in first)
    met = breedte >= _MET_ONDERDEEL and kort * 2 > len(first)
    was = 1 if met else 0
    rest = was + _WAS_WORDT
    hoe = f"geen kop noemt ze: was is kolom {was + 1}, wordt is kolom {was + 2}"
    return Kolommen(
        was, was + 1, (0,) if met else (), rest if breedte > rest else None, kop=False, hoe=hoe
    )
