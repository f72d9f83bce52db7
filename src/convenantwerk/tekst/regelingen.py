"""Names of laws and other texts, as they stand behind or before a reference.

Where such a name begins is certain: "Wet", "AVG", "Instellingswet Y". Where it ends is not; no more
is asked of it than that a reader knows which text is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import MAANDEN
from convenantwerk.tekst.nummers import is_romeins_nummer
from convenantwerk.tekst.verwijswoorden import (
    AFKORTINGEN,
    BIJVOEGLIJK,
    DIT,
    GEEN_NAAM,
    KALE_SOORTEN,
    LIDWOORDEN,
    REGELINGSWOORD,
    STUKKEN,
    TERUG,
    TOESPITSING,
    VERBINDING,
    ZELF,
    ZELF_BIJ_DIT,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.tekst.verwijstekens import Teken

_HOOFDLETTERS = 2  # a word with so many, and no more than ten letters, is an abbreviation
_AFKORTING = re.compile(r"[A-Z][A-Za-z]{1,9}(?:-?\d{2,4})?\Z")
_VOORWAARDEN = "voorwaarden"  # a text only with a word before it: "Algemene Voorwaarden"
_JAAR = re.compile(r"(?:19|20)\d\d\Z")
_VOOR_HET_WOORD = 3  # "Europees Verdrag", "Algemene wet …": so far the kind of text may stand
_LANGSTE = 12  # signs of a name
_WOORDEN = 2  # small words in a name that say what a law is about: "Wet bijzondere opnemingen"
_SLUIT_AF = GEEN_NAAM - LIDWOORDEN
_AANHALING = frozenset("\"'\u2018\u2019\u201c\u201d\u201e")
_TERUG = 6  # signs that are looked back over for the beginning of a name


class Naam(NamedTuple):
    """A name of a text: the signs from `start` up to `end`.

    `hier` when it is surely this text; not `zeker` when it may be the name of anything.
    """

    start: int
    end: int
    hier: bool = False
    zeker: bool = True


def is_afkorting(teken: Teken, *, ruim: bool) -> bool:
    """Tell whether a word is an abbreviation of a law.

    Args:
        teken: the word.
        ruim: whether any word with capitals will do, or only one that is known.
    """
    if teken.tekst in AFKORTINGEN:
        return True
    return (
        ruim
        and bool(_AFKORTING.match(teken.tekst))
        and sum(letter.isupper() for letter in teken.tekst) >= _HOOFDLETTERS
        and not is_romeins_nummer(teken.tekst)
    )


def lees_naam(tekens: Sequence[Teken], at: int, *, ruim: bool = False) -> Naam | None:
    """Return the name of a text that begins at a sign, without an article before it.

    Args:
        tekens: the signs of the text.
        at: where.
        ruim: whether an abbreviation that is not known will do.
    """
    eerste = tekens[at]
    if eerste.soort != "woord" or not eerste.tekst[:1].isupper():
        return None
    if REGELINGSWOORD.match(eerste.tekst) or eerste.klein in STUKKEN:
        return Naam(at, _einde(tekens, at + 1, klein=eerste.klein in KALE_SOORTEN))
    if is_afkorting(eerste, ruim=ruim):
        return Naam(at, at + 1 + bool(_JAAR.match(tekens[at + 1].tekst)))
    for plaats in range(at + 1, at + 1 + _VOOR_HET_WOORD):
        teken = tekens[plaats]
        bijvoeglijk = tekens[plaats - 1].klein
        if teken.soort != "woord" or not teken.los or not _is_bijvoeglijk(bijvoeglijk):
            return None
        if REGELINGSWOORD.match(teken.tekst) or teken.klein.endswith(_VOORWAARDEN):
            return Naam(at, _einde(tekens, plaats + 1))
    return None


def _is_bijvoeglijk(woord: str) -> bool:
    return woord in BIJVOEGLIJK or (woord.endswith("e") and woord not in GEEN_NAAM)


def na_voorzetsel(tekens: Sequence[Teken], at: int, voorzetsel: str) -> Naam | None:
    """Return the name of a text that stands after "van", "bij", "uit" or "in".

    After "van de" anything is another text, unless it is surely this one; after "in de" it must
    look like one.
    """
    eerste = tekens[at].klein
    ruim = voorzetsel in {"van", "uit"}
    if eerste in DIT:
        return _dit(tekens, at)
    if eerste in TERUG:
        return Naam(at, min(at + 2, len(tekens) - 1))
    if eerste in LIDWOORDEN:
        soort = at + 2 if tekens[at + 1].klein in DIT else at + 1
        if (hier := _zelf(tekens, at, soort)) is not None:
            return hier
        if (naam := lees_naam(tekens, soort, ruim=True)) is not None:
            return naam
        if ruim or _is_soort(tekens[soort]):
            zeker = _is_soort(tekens[soort])
            return Naam(soort, _einde(tekens, soort, ruim=True), zeker=zeker)
        return None
    if (naam := lees_naam(tekens, at, ruim=ruim)) is not None:
        return naam
    if _is_soort(tekens[at]):  # "van verordening 2016/679"
        return Naam(at, _einde(tekens, at + 1))
    if ruim and tekens[at].soort == "woord" and tekens[at].tekst[:1].isupper():
        return Naam(at, _einde(tekens, at + 1), zeker=False)
    return None


def _is_soort(teken: Teken) -> bool:
    return teken.soort == "woord" and bool(REGELINGSWOORD.match(teken.tekst))


def _dit(tekens: Sequence[Teken], at: int) -> Naam | None:
    """Return what "dit convenant" or "deze wet" names; "dit artikel" is no text."""
    soort = tekens[at + 1]
    if soort.klein in ZELF_BIJ_DIT:
        return Naam(at, at + 2, hier=True)
    return Naam(at, at + 2) if _is_soort(soort) or soort.klein in STUKKEN else None


def _zelf(tekens: Sequence[Teken], at: int, soort: int) -> Naam | None:
    """Return "het convenant" and its like, when no name comes after it."""
    if tekens[soort].klein not in ZELF:
        return None
    end = soort + 1
    while tekens[end].klein in ({"en"} | ZELF) and tekens[end - 1].klein.endswith("-"):
        end += 1  # "het samenwerkings- en privacyconvenant"
    naam = tekens[end]
    if naam.klein == "van" and tekens[end + 1].soort == "nummer":  # "het convenant van 2011"
        return Naam(soort, _na_datum(tekens, end + 1))
    if naam.los and (naam.soort == "nummer" or naam.tekst[:1].isupper()):
        return None
    return Naam(at, end, hier=True)


def _na_datum(tekens: Sequence[Teken], at: int) -> int:
    """Return the sign after "2011" or "1 mei 2011"."""
    is_dag = tekens[at + 1].klein in MAANDEN and tekens[at + 2].soort == "nummer"
    return at + 3 if is_dag else at + 1


def _einde(tekens: Sequence[Teken], at: int, *, ruim: bool = False, klein: bool = True) -> int:
    """Return where a name ends of which all before `at` is read.

    "Wet maatschappelijke ondersteuning 2015", "Verordening (EU) 2016/679", "Wetboek van
    Strafrecht": words with a capital, words that say what a law is about, a number, a year. Of
    "Jeugdwet", which says that itself, no small words are part: `klein`.
    """
    last, woorden = at, 0
    while last < at + _LANGSTE:
        teken = tekens[last]
        if teken.tekst == "(" and tekens[last + 2].tekst == ")":
            last += 3
            continue
        if teken.tekst == "/" and not teken.los:
            last += 1
            continue
        if not teken.los and teken.soort != "nummer" and tekens[last - 1].tekst != "/":
            break
        if teken.soort == "nummer" or teken.tekst[:1].isupper():
            klein = klein or teken.klein in KALE_SOORTEN or teken.klein.endswith("e")
            last += 1
            continue
        if not klein or teken.soort != "woord" or teken.klein in _SLUIT_AF or woorden > _WOORDEN:
            break
        if teken.klein in VERBINDING | LIDWOORDEN:
            if tekens[last + 1].soort != "woord" or tekens[last + 1].klein in _SLUIT_AF:
                break
            last += 1
            continue
        if not _is_soort(teken):
            woorden += 1 if teken.klein.endswith("e") else 3
        last += 1
    return max(last, at + ruim)


# --- before it -----------------------------------------------------------------------------------


def naam_ervoor(tekens: Sequence[Teken], at: int) -> Naam | None:
    """Return the name of a text just before a reference: "Nota X, deel 4", "AVG (artikel 6)".

    Args:
        tekens: the signs of the text.
        at: where the reference begins.
    """
    end = _zonder_toespitsing(tekens, at)
    if end and tekens[end - 1].tekst in {",", "("}:
        end -= 1
    bij_elkaar = tekens[end].tekst not in {",", "("}
    if end and tekens[end - 1].tekst in _AANHALING and not bij_elkaar:
        return _geciteerd(tekens, end)
    kleine = 0
    for plaats in range(end - 1, max(end - _TERUG, 0) - 1, -1):
        teken = tekens[plaats]
        if teken.soort not in {"woord", "nummer"} or teken.klein in GEEN_NAAM:
            return None
        if plaats == end - 1 and is_afkorting(teken, ruim=False):
            return Naam(plaats, end)
        groot = teken.tekst[:1].isupper()
        if groot and (REGELINGSWOORD.match(teken.tekst) or teken.klein in STUKKEN):
            return _begin_ervoor(tekens, plaats, end)
        if not groot and teken.soort == "woord" and teken.klein not in VERBINDING:
            kleine += 1
            if bij_elkaar or kleine > _WOORDEN:
                return None
    return None


def _geciteerd(tekens: Sequence[Teken], end: int) -> Naam | None:
    """Return the name that ends in quotes, behind what kind of paper it is: Nota "Beter", deel 4.

    The kind has a capital: in 'hoofdstuk "Duur", artikel 2' the quotes are of a heading.
    """
    for plaats in range(end - 2, max(end - _LANGSTE, 0), -1):
        if tekens[plaats].tekst in _AANHALING:
            soort = tekens[plaats - 1]
            return Naam(plaats - 1, end) if soort.tekst[:1].isupper() else None
    return None


def _zonder_toespitsing(tekens: Sequence[Teken], at: int) -> int:
    """Return the sign before which a name ends: ", met name" and its like are no part of it."""
    for groep in TOESPITSING:
        begin = max(at - len(groep), 0)
        if tuple(teken.klein for teken in tekens[begin:at]) == groep:
            return begin
    return at


def _begin_ervoor(tekens: Sequence[Teken], at: int, end: int) -> Naam | None:
    """Return the name that begins with the kind of text at a sign: "dit Convenant" is this one."""
    soort = tekens[at].klein
    if at and tekens[at - 1].klein in DIT:
        return Naam(at - 1, end, hier=soort in ZELF_BIJ_DIT)
    return None if soort in ZELF and at == end - 1 else Naam(at, end)


# --- whose name it is ----------------------------------------------------------------------------


def is_deze_tekst(naam: str) -> bool:
    """Tell whether words say that the text they stand in is meant: "dit convenant"."""
    woorden = _woorden(naam)
    if len(woorden) > 1 and woorden[0] in DIT:
        return woorden[1] in ZELF_BIJ_DIT
    rest = [woord for woord in woorden[1:] if woord not in DIT | {"en"}]
    return bool(rest) and woorden[0] in LIDWOORDEN and all(woord in ZELF for woord in rest)


def naam_is(naam: str, namen: Iterable[str]) -> bool:
    """Tell whether a name is one of these, or begins one of them: people shorten titles.

    "deze regeling" is any of them that is called a regeling.
    """
    woorden = _woorden(naam)
    if len(woorden) > 1 and woorden[0] in DIT:
        return any(_noemt(eigen, woorden[1]) for eigen in namen)
    while woorden and woorden[0] in LIDWOORDEN | DIT:
        woorden = woorden[1:]
    for eigen in map(_woorden, namen):
        kort = eigen[1:] if eigen and eigen[0] in LIDWOORDEN else eigen
        if woorden and kort[: len(woorden)] == woorden:
            return True
    return False


def _noemt(naam: str, soort: str) -> bool:
    return any(woord.endswith(soort) for woord in _woorden(naam))


def _woorden(naam: str) -> list[str]:
    return naam.casefold().split()
