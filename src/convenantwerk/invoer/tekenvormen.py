"""Signs that are not what they seem to the ordinary ones, with an account of it.

A convenant that was copied from a PDF or pasted from a web page brings along soft hyphens, letters
that are tied together, accents beside their letters and spaces of five kinds. What a reader sees
stays; by what signs, becomes ordinary, and is reported word by word.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.basis.schijntekens import schijntekens
from convenantwerk.basis.tekens import GEWOON, LIJKT_LATIJN
from convenantwerk.invoer.brok import Bewerkt
from convenantwerk.invoer.codering import STUURTEKEN
from convenantwerk.tekst.boom import Invulveld, Nadruk, Tekst, Voetnoot, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.invoer.brok import Plek
    from convenantwerk.tekst.boom import Inline

# How the report calls what `schijntekens` tells of one sign.
_REDENEN = (
    ("zacht afbreekstreepje", "een zacht afbreekstreepje"),
    ("losse vorm", "een accent naast zijn letter"),
    ("voor de letters", "letters die als één teken zijn opgeslagen"),
    ("siervorm", "een siervorm van een letter"),
    ("spatie", "een bijzondere spatie"),
)
_ONZICHTBAAR = "een onzichtbaar teken"
_ANDERE_SPATIE = re.compile(r"[^\S \t\n]")
_STUK = 4000  # characters that are looked at together, so that a file of one line takes no longer


def gewone_tekens(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a line with ordinary signs, and what was made ordinary, in words.

    Letters of another script stay as they are: whether one is meant, its author must say.
    """
    if GEWOON.fullmatch(text):
        return text, ()
    redenen: dict[str, None] = {}
    if STUURTEKEN.search(text):
        redenen["een stuurteken"] = None
        text = STUURTEKEN.sub("", text)
    stukken = (text[at : at + _STUK] for at in range(0, len(text), _STUK))
    return "".join(_gewoon_stuk(stuk, redenen) for stuk in stukken), tuple(redenen)


def _gewoon_stuk(text: str, redenen: dict[str, None]) -> str:
    for _ in range(2):  # of the letters of a ligature the last may bear an accent
        delen: list[str] = []
        einde = 0
        for teken in schijntekens(text):
            plek = teken.begin
            if plek < einde or teken.gewoon is None or ord(text[plek]) in LIJKT_LATIJN:
                continue
            delen += (text[einde:plek], teken.gewoon)
            einde = teken.einde
            redenen[_reden(teken.wat)] = None
        if not einde:
            break
        text = "".join((*delen, text[einde:]))
    return text


def _reden(wat: str) -> str:
    return next((reden for deel, reden in _REDENEN if deel in wat), _ONZICHTBAAR)


def als_bewerkt(was: str, wordt: str, plek: Plek, waarom: str) -> Iterator[Bewerkt]:
    """Yield what became of the words of a text, a word each when they are as many."""
    if was == wordt:
        return
    oud, nieuw = was.split(), wordt.split()
    if len(oud) != len(nieuw):
        yield Bewerkt(was.strip(), wordt.strip(), plek, waarom)
        return
    for een, ander in zip(oud, nieuw, strict=True):
        if een != ander:
            yield Bewerkt(een, ander, plek, waarom)
    yield from _spaties(oud, was, plek, waarom)


def _spaties(woorden: list[str], was: str, plek: Plek, waarom: str) -> Iterator[Bewerkt]:
    """Yield the words between which stood another space."""
    if not _ANDERE_SPATIE.search(was):
        return
    at = 0
    for voor, na in pairwise(woorden):
        begin = was.index(voor, at) + len(voor)
        at = was.index(na, begin)
        tussen = was[begin:at]
        if tussen.strip(" \t\n"):
            yield Bewerkt(f"{voor}{tussen}{na}", f"{voor} {na}", plek, waarom)


def met_gewone_tekens(
    inhoud: tuple[Inline, ...], plek: Plek
) -> tuple[tuple[Inline, ...], tuple[Bewerkt, ...]]:
    """Return inline content with ordinary signs, and the words that were made so."""
    redenen: dict[str, None] = {}  # in their order
    nieuw = tuple(_gewoon(deel, redenen) for deel in inhoud)
    if not redenen:
        return inhoud, ()
    waarom = "; ".join(redenen)
    bewerkt = [*als_bewerkt(plain(inhoud), plain(nieuw), plek, waarom)]
    for oud, deel in zip(_noten(inhoud), _noten(nieuw), strict=True):
        bewerkt += als_bewerkt(plain(oud.inhoud), plain(deel.inhoud), plek, waarom)
    return nieuw, tuple(bewerkt)


def _gewoon(deel: Inline, redenen: dict[str, None]) -> Inline:
    match deel:
        case Tekst():
            tekst, waarom = gewone_tekens(deel.tekst)
            redenen.update(dict.fromkeys(waarom))
            return Tekst(tekst)
        case Nadruk() | Invulveld() | Voetnoot():
            return replace(deel, inhoud=tuple(_gewoon(binnen, redenen) for binnen in deel.inhoud))
        case _:
            return deel


def _noten(inhoud: Iterable[Inline]) -> Iterator[Voetnoot]:
    for deel in inhoud:
        if isinstance(deel, Voetnoot):
            yield deel
        elif isinstance(deel, Nadruk | Invulveld):
            yield from _noten(deel.inhoud)
