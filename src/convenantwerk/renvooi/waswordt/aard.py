"""What kind of change something is: in substance, of wording, of number, or of look.

A table of rules, from the mildest kind to the heaviest: a change is of the first kind whose rule
it satisfies. What no rule knows is a change in substance, so that nothing is made small by mistake.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal

from convenantwerk.renvooi.waswordt.wissels import wissels
from convenantwerk.tekst.boom import Element, Figuur, Registerplaats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from convenantwerk.renvooi.waswordt.wissels import Wissel
    from convenantwerk.tekst.verschil import Verschil, Woord, Woordgroep

    Uitleg = Callable[["Verschil", "Wissel"], "Aard | None"]

Aard = Literal["vervanging", "opmaak", "vernummering", "redactioneel", "inhoudelijk"]
# From light to heavy: a part in which several things change is of the heaviest kind. What is a
# "vervanging" is told once, of the whole document.
AARDEN: tuple[Aard, ...] = ("vervanging", "opmaak", "vernummering", "redactioneel", "inhoudelijk")

_LEESTEKEN = re.compile(
    r"[\s.,;:!?'\"\u2018\u2019\u201a\u201c\u201d\u201e\u2010-\u2015()\u00ad\u200b-\u200d\u2060-]"
)
_GETAL = re.compile(r"\d+(?:[.,:]\d+)*\w*")
# Two spellings of one thing: what people write, and what counts for it here (letters only).
_SPELLING: Mapping[str, str] = {
    "artt": "artikelen",
    "art": "artikel",
    "bijv": "bijvoorbeeld",
    "bv": "bijvoorbeeld",
    "dmv": "doormiddelvan",
    "dwz": "datwilzeggen",
    "ivm": "inverbandmet",
    "mbt": "metbetrekkingtot",
    "mbv": "metbehulpvan",
    "nav": "naaraanleidingvan",
    "oa": "onderandere",
    "obv": "opbasisvan",
    "resp": "respectievelijk",
    "tav": "tenaanzienvan",
    "tbv": "tenbehoevevan",
    "zgn": "zogenaamd",
    "aktie": "actie",
    "akties": "acties",
    "kontakt": "contact",
    "kontrole": "controle",
    "kontrakt": "contract",
    "lokatie": "locatie",
    "lokaties": "locaties",
    "produkt": "product",
    "produkten": "producten",
}
_WOORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")


def geen(_verschil: Verschil, _wissel: Wissel) -> Aard | None:
    """Know nothing of a change but its words."""
    return None


def aard(verschil: Verschil, uitleg: Uitleg = geen) -> Aard | None:
    """Return the heaviest kind of change in a part and all under it; None when nothing changed.

    Args:
        verschil: the part.
        uitleg: what kind a change of words in a part is by what is known of the whole text (a
            reference goes where it went, by its new number); None when that does not tell.
    """
    kinds = {eigen_aard(verschil, uitleg), *(aard(kind, uitleg) for kind in verschil.kinderen)}
    return max((k for k in kinds if k), key=AARDEN.index, default=None)


def eigen_aard(verschil: Verschil, uitleg: Uitleg = geen) -> Aard | None:
    """Return the kind of the change in a part itself: its merk, its own words, what it holds."""
    if verschil.lot == "gelijk":
        return None
    if verschil.lot != "gewijzigd":
        return "inhoudelijk"
    kinds: list[Aard] = [
        uitleg(verschil, wissel) or aard_van_wissel(wissel) for wissel in wissels(verschil.tekst)
    ]
    kinds += [
        "opmaak" if verschil.zelfde_nummer else _aard_van_merk(wissel)
        for wissel in wissels(verschil.merk)
    ]
    if verschil.opmaak:
        kinds.append("opmaak")
    if _ander_ding(verschil):
        kinds.append("inhoudelijk")
    return max(kinds, key=AARDEN.index, default=None)


def aard_van_wissel(wissel: Wissel) -> Aard:
    """Return the kind of one change of words."""
    return next((kind for kind, rule in _REGELS if rule(wissel)), "inhoudelijk")


def _aard_van_merk(wissel: Wissel) -> Aard:
    """Return the kind of a changed number, letter or label: its signs only, or the number too."""
    was, wordt = (_LEESTEKEN.sub("", tekst).casefold() for tekst in (wissel.was, wissel.wordt))
    return "opmaak" if was == wordt else "vernummering"


# --- the rules -----------------------------------------------------------------------------


def _alleen_opmaak(wissel: Wissel) -> bool:
    """The same characters: bold or italic came or went. Of an invulveld the brackets count."""
    same = _tekens(wissel.oud) == _tekens(wissel.nieuw)
    velden = [[w.veld for w in side for _ in w.tekst] for side in wissel[:2]]
    return same and velden[0] == velden[1]


def _andere_noot(wissel: Wissel) -> bool:
    """A footnote with the same text got another mark."""
    one, other = ([w.noot for w in side] for side in wissel[:2])
    return (
        bool(one)
        and len(one) == len(other)
        and all(
            a and b and _noottekst(a.stukken) == _noottekst(b.stukken)
            for a, b in zip(one, other, strict=True)
        )
    )


def _alleen_schrijfwijze(wissel: Wissel) -> bool:
    """Capitals, punctuation or the spelling of a word; every number and other sign the same."""
    if any(woord.noot or woord.veld for side in wissel[:2] for woord in side):
        return False
    was, wordt = wissel.was, wissel.wordt
    return _GETAL.findall(was) == _GETAL.findall(wordt) and _kaal(was) == _kaal(wordt)


_REGELS: tuple[tuple[Aard, Callable[[Wissel], bool]], ...] = (
    ("opmaak", _alleen_opmaak),
    ("vernummering", _andere_noot),
    ("redactioneel", _alleen_schrijfwijze),
)


def _tekens(woorden: Iterable[Woord]) -> list[tuple[str, object]]:
    """Return the characters of words, runs of one kind joined, and their footnotes."""
    return [("".join(w.tekst for w in woorden), tuple(w.noot for w in woorden if w.noot))]


def _noottekst(stukken: Iterable[Woordgroep]) -> str:
    return "".join(stuk.tekst for stuk in stukken)


def _kaal(tekst: str) -> str:
    """Return text without capitals, punctuation and spaces, each word in one spelling."""
    text = unicodedata.normalize("NFC", tekst).casefold()
    text = _WOORD.sub(lambda found: _spelling(found.group().replace(".", "")), text)
    return _LEESTEKEN.sub("", text)


def _spelling(woord: str) -> str:
    return _SPELLING.get(woord, woord)


def _ander_ding(verschil: Verschil) -> bool:
    """Tell whether a part holds something else that is not told in words: a figure, known facts."""
    match verschil.was, verschil.wordt:
        case Element() as was, Element() as wordt:
            known = ((e.soort, e.ontbreekt, e.feiten) for e in (was, wordt))
            one, other = known
            return one != other
        case ((Figuur() | Registerplaats()), _):
            return True
    return False


def gewijzigden(verschil: Verschil, uitleg: Uitleg = geen) -> Iterator[tuple[Verschil, Aard]]:
    """Yield every part in and under this one that changed itself, with the kind of its change."""
    kind = eigen_aard(verschil, uitleg)
    if kind:
        yield verschil, kind
    for child in verschil.kinderen:
        yield from gewijzigden(child, uitleg)
