"""Differences that no reader sees in the words: another kind of space, a sign without width, bold.

Struck and inserted they would be two identical words; so they are told in a sentence of Dutch.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.tekst.verschil import Woord, Woordgroep

# Signs without width, and those that come over the letter before them. They are part of the word.
ONZICHTBAAR = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
LOSSE_ACCENTEN = "\u0300-\u036f"
_WEG = {
    ordinal: None
    for begin, end in (
        *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F)),
        *((0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), (0xFEFF, 0xFEFF)),
    )
    for ordinal in range(begin, end + 1)
}
_NAMEN = {
    " ": "een spatie",
    "\u00a0": "een vaste spatie",
    "\u202f": "een smalle vaste spatie",
    "\u2009": "een smalle spatie",
    "\t": "een tab",
    "\u00ad": "een zacht afbreekstreepje",
}
_WIT = re.compile(r"[^\S\n]+")
_WOORDEN = re.compile(r"(\s+)")
_SPATIE, _ZONDER_BREEDTE = "een andere soort spatie", "een teken zonder breedte"
_OMGEVING = 12  # characters on either side, of the place where a space is another


def zoals_gelezen(tekst: str) -> str:
    """Return a text as a reader sees it: accents on their letters, one kind of space."""
    if tekst.isascii():
        return tekst if tekst.isprintable() and "  " not in tekst else _spaties(tekst)
    return _spaties(unicodedata.normalize("NFC", tekst).translate(_WEG))


def _spaties(tekst: str) -> str:
    return _WIT.sub(" ", tekst)


def lijkt_gelijk(oud: Woordgroep, nieuw: Woordgroep) -> bool:
    """Tell whether words that went and words that came in their place are the same for a reader."""
    if (oud.wijziging, nieuw.wijziging) != ("vervallen", "ingevoegd"):
        return False
    woorden = (*oud.woorden, *nieuw.woorden)
    if any(woord.noot is not None for woord in woorden):
        return False
    same = [woord.veld for woord in oud.woorden] == [woord.veld for woord in nieuw.woorden]
    return same and zoals_gelezen(oud.tekst) == zoals_gelezen(nieuw.tekst)


def even_geknipt(oud: Woordgroep, nieuw: Woordgroep) -> tuple[Woordgroep, Woordgroep]:
    """Return stretches of as many words each, when the same letters are cut in other places.

    "m2" is one word, and two once its figure stands high.
    """
    if len(oud.woorden) == len(nieuw.woorden) or oud.tekst != nieuw.tekst:
        return oud, nieuw
    return _op_letters(oud), _op_letters(nieuw)


def _op_letters(stuk: Woordgroep) -> Woordgroep:
    letters = (
        replace(woord, tekst=letter) for woord in stuk.woorden for letter in woord.tekst or ("",)
    )
    return replace(stuk, woorden=tuple(letters))


def is_onzichtbaar(stuk: Woordgroep) -> bool:
    """Tell whether words that went or came are nothing that a reader sees."""
    noted = any(woord.noot is not None for woord in stuk.woorden)
    return bool(stuk.wijziging and stuk.tekst) and not noted and not zoals_gelezen(stuk.tekst)


def paren(stukken: Sequence[Woordgroep]) -> Iterator[tuple[Woordgroep | None, Woordgroep | None]]:
    """Yield stretches with what they were: two that look the same together, others alone.

    What is in both editions, or came, is (None, it); what went is (it, None).
    """
    at = 0
    while at < len(stukken):
        een = stukken[at]
        ander = stukken[at + 1] if at + 1 < len(stukken) else None
        pair = even_geknipt(een, ander) if ander is not None else None
        if pair and lijkt_gelijk(*pair):
            yield pair
            at += 1
        elif een.wijziging == "vervallen":
            yield een, None
        else:
            yield None, een
        at += 1


def zichtbaar(stukken: Sequence[Woordgroep]) -> tuple[Woordgroep, ...]:
    """Return stretches of which only what a reader sees to differ is marked."""
    found = []
    for oud, nieuw in paren(stukken):
        stuk = nieuw or oud
        if stuk is None:
            continue
        gelijk = bool(oud and nieuw) or is_onzichtbaar(stuk)
        found.append(replace(stuk, wijziging="") if gelijk else stuk)
    return tuple(found)


def schijnverschillen(stukken: Sequence[Woordgroep]) -> tuple[str, ...]:
    """Return what differs without being seen in the words, a clause each, footnotes included."""
    return tuple(dict.fromkeys(_zinnen(stukken)))


def _zinnen(stukken: Sequence[Woordgroep]) -> Iterator[str]:
    pairs = list(paren(stukken))
    before = ""
    for at, (oud, nieuw) in enumerate(pairs):
        after = next((stuk.tekst for _, stuk in pairs[at + 1 :] if stuk), "")
        if oud and nieuw:
            yield from _anders(oud.woorden, nieuw.woorden, (before, after))
        for stuk in (oud, nieuw):
            if stuk and not (oud and nieuw) and is_onzichtbaar(stuk):
                come = "erbij" if stuk.wijziging == "ingevoegd" else "minder"
                waar = _citaat(f"{before[-_OMGEVING:]}{after[:_OMGEVING]}")
                yield f"{_noem(stuk.tekst)} {come} bij {waar}"
        if nieuw:
            before = nieuw.tekst
            for woord in nieuw.woorden:
                if woord.noot is not None:
                    yield from _zinnen(woord.noot.stukken)


def _anders(oud: Sequence[Woord], nieuw: Sequence[Woord], rond: tuple[str, str]) -> Iterator[str]:
    """Yield how words that look the same differ: first their emphasis, then their signs."""
    if len(oud) != len(nieuw):
        yield f"{_citaat(_tekst(nieuw))} is anders opgemaakt"
        return
    pairs = list(zip(oud, nieuw, strict=True))
    for was, wordt in dict.fromkeys((_nadruk(a), _nadruk(b)) for a, b in pairs):
        if was != wordt:
            words = [b for a, b in pairs if (_nadruk(a), _nadruk(b)) == (was, wordt)]
            yield f"{_citaat(_tekst(words))} is {_andere_nadruk(was, wordt)}"
    for at, (een, ander) in enumerate(pairs):
        if een.tekst != ander.tekst:
            voor = f"{rond[0]}{_tekst(nieuw[:at])}"
            na = f"{_tekst(nieuw[at + 1 :])}{rond[1]}"
            yield _ander_teken(een.tekst, ander.tekst, voor, na)


def schijnverschil(oud: str, nieuw: str) -> str:
    """Return how words differ that look the same, "" when one sees that they differ."""
    if oud == nieuw or zoals_gelezen(oud) != zoals_gelezen(nieuw):
        return ""
    was, wordt = (_WOORDEN.split(tekst) for tekst in (oud, nieuw))
    if len(was) != len(wordt):
        return "andere tekens, die men niet ziet"
    return "; ".join(
        _ander_teken(een, ander, "".join(wordt[:at]), "".join(wordt[at + 1 :]))
        for at, (een, ander) in enumerate(zip(was, wordt, strict=True))
        if een != ander
    )


def _tekst(woorden: Iterable[Woord]) -> str:
    return "".join(woord.tekst for woord in woorden)


def _nadruk(woord: Woord) -> tuple[bool, ...]:
    return (woord.vet, woord.cursief, woord.hoogte == "hoog", woord.hoogte == "laag")


def _andere_nadruk(was: tuple[bool, ...], wordt: tuple[bool, ...]) -> str:
    names = ("vet", "cursief", "hoog gezet", "laag gezet")
    come = [name for name, a, b in zip(names, was, wordt, strict=True) if b and not a]
    gone = [name for name, a, b in zip(names, was, wordt, strict=True) if a and not b]
    told = (
        f"nu {' en '.join(come)}" if come else "",
        f"niet meer {' en '.join(gone)}" if gone else "",
    )
    return " en ".join(filter(None, told))


def _ander_teken(oud: str, nieuw: str, voor: str, na: str) -> str:
    if nieuw.isspace() or oud.isspace():
        waar = _citaat(f"{_laatste(voor)}{nieuw}{_eerste(na)}")
        return f"{_noem(nieuw)} in plaats van {_noem(oud)} in {waar}"
    waar = _citaat(nieuw)
    if unicodedata.normalize("NFC", oud) == unicodedata.normalize("NFC", nieuw):
        heel, los = "een letter met accent als één teken", "een letter met een los accent"
        was, wordt = (los, heel) if len(nieuw) < len(oud) else (heel, los)
        return f"{wordt} in plaats van {was} in {waar}"
    come = [teken for teken in nieuw if ord(teken) in _WEG]
    gone = [teken for teken in oud if ord(teken) in _WEG]
    if len(come) > len(gone):
        return f"{_noem(come[0])} erbij in {waar}"
    if len(come) < len(gone):
        return f"{_noem(gone[0])} minder in {waar}"
    return f"{_noem(come[0]) if come else 'een ander teken'} op een andere plaats in {waar}"


def _noem(tekst: str) -> str:
    if len(tekst) > 1 and tekst.isspace():
        return "meer dan één spatie"
    teken = tekst[:1]
    if teken in _NAMEN:
        return _NAMEN[teken]
    return _SPATIE if teken.isspace() else _ZONDER_BREEDTE


def _laatste(tekst: str) -> str:
    return zoals_gelezen(tekst).rsplit(" ", 1)[-1]


def _eerste(tekst: str) -> str:
    return zoals_gelezen(tekst).split(" ", 1)[0].rstrip(".,;:")


def _citaat(tekst: str) -> str:
    return f"“{' '.join(zoals_gelezen(tekst).split())}”"
