"""Replaced words as a besluit says it: "Na “x” wordt “y” ingevoegd", "In artikel 5 vervalt “x”".

What is quoted stands in the place named once (Aanwijzingen voor de regelgeving, chapter 6), so the
words around a change are quoted with it where they must.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import onderwerp, zinsdeel
from convenantwerk.addenda.tekst_vervangen import telling
from convenantwerk.addenda.telwoorden import cijfers, reeks, volgt_op
from convenantwerk.addenda.wijzigingstaal import (
    Wijzigingsstap,
    bij_nummers,
    noem,
    noem_plaats,
    nummer_van,
)
from convenantwerk.tekst.adressen import anker_van, houder, in_part
from convenantwerk.tekst.boom import Alinea, Onderdeel, plain
from convenantwerk.tekst.schijn import schijnverschil

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.tekst.adressen import Part

# Words that say nothing by themselves; a quotation of these alone could stand anywhere.
_FUNCTIE = frozenset(
    (
        *("aan", "al", "als", "bij", "daar", "dan", "dat", "de", "deze", "die", "dit", "door"),
        *("een", "en", "er", "het", "hun", "ik", "in", "is", "met", "na", "naar", "niet", "of"),
        *("om", "onder", "ook", "op", "over", "te", "ten", "ter", "tot", "uit", "van", "voor"),
        *("waar", "was", "wat", "wel", "werd", "wie", "wordt", "worden", "zal", "zich", "zijn"),
        *("zo", "zonder"),
    )
)
_LANG = 3  # a number of so many digits names itself; a shorter one goes with the word before it
_LEESTEKENS = {".": "punt", ",": "komma", ";": "puntkomma", ":": "dubbele punt"}
_WOORDEN = re.compile(r"\w+")


def is_citeerbaar(woorden: str) -> bool:
    """Tell whether a quotation says something: not only "," or "en", and not a bare "6"."""
    return any(
        woord.lower() not in _FUNCTIE
        and (len(woord) >= _LANG or (woord.isalpha() and len(woord) > 1))
        for woord in _WOORDEN.findall(woorden)
    )


def zegt_woorden(stap: Wijzigingsstap) -> str:
    """Return the sentence for words that become other words in a place."""
    wijziging = stap.wijziging
    plaats = noem_plaats(stap) if wijziging.plaats else "de gehele tekst"
    waar = zinsdeel(plaats)
    oud, nieuw = wijziging.oud, wijziging.nieuw
    if wijziging.overal == "ja":
        return _telkens(waar, oud, nieuw)
    if anders := schijnverschil(oud, nieuw):
        return _zin(waar, f"“{oud}”", "wordt", f"vervangen door “{nieuw}” ({anders})")
    if slot := slotteken(stap):
        van = f"{slot[0]} aan het slot" + (f" van {plaats}" if plaats else "")
        return f"{onderwerp(van)} wordt vervangen door {slot[1]}."
    if come := _erbij(oud, nieuw):
        return _ingevoegd(waar, f"Na “{oud}”", f"“{come}”")
    if come := _ervoor(oud, nieuw):
        return _ingevoegd(waar, f"Voor “{oud}”", f"“{come}”")
    if gone := wat_vervalt(stap):
        return _zin(waar, f"“{gone}”", "vervalt", "")
    return _zin(waar, f"“{oud}”", "wordt", f"vervangen door “{nieuw}”")


def zegt_overal(stappen: Sequence[Wijzigingsstap]) -> str:
    """Return the sentence for the same words in artikelen, or in leden or onderdelen of one.

    Returns:
        "In de artikelen 1, 3 en 5 wordt …", "In artikel 5, eerste en derde lid, wordt …".
    """
    oud, nieuw = stappen[0].wijziging.oud, stappen[0].wijziging.nieuw
    if gone := wat_vervalt(stappen[0]):
        oud, nieuw = gone, ""
    if all(map(is_woord_in_lid, stappen)) and len({anker_van(s.adressen[0]) for s in stappen}) == 1:
        return _telkens(_in_leden(stappen), oud, nieuw)
    names = [noem_plaats(stap).removeprefix("artikel ") for stap in stappen]
    if volgt_op(names):
        return _telkens(f"de artikelen {reeks(names)}", oud, nieuw)
    *names, last = names
    komma = "," if "," in names[-1] else ""
    return _telkens(f"de artikelen {', '.join(names)}{komma} en {zinsdeel(last)}", oud, nieuw)


def wat_vervalt(stap: Wijzigingsstap) -> str:
    """Return the words that a besluit says to go, "" when others come or they stand there twice.

    What is replaced may have more words, around those, so that it stands in its place once.
    """
    oud, nieuw = stap.wijziging.oud, stap.wijziging.nieuw
    if stap.wijziging.overal == "ja":
        return ""
    gone = _erbij(nieuw, oud) or _ervoor(nieuw, oud) if nieuw else oud
    return gone if gone and _staat_eenmaal(stap.genoemd, gone) else ""


def is_woord_in_lid(stap: Wijzigingsstap) -> bool:
    """Tell whether words are replaced in a lid or onderdeel that has a number and no more text."""
    adres = stap.adressen[0]
    lid = stap.tekst.get(houder(adres))
    return (
        stap.wijziging.soort == "vervangen-tekst"
        and bool(nummer_van(lid) if isinstance(lid, Onderdeel) else "")
        and stap.wegwijzer.is_enige(adres)
        and not slotteken(stap)
    )


def _in_leden(stappen: Sequence[Wijzigingsstap]) -> str:
    """Return in which leden or onderdelen of one part: "artikel 5, eerste en derde lid"."""
    stap = stappen[0]
    adressen = [houder(one.adressen[0]) for one in stappen]
    boven = houder(adressen[0])
    parts = [stap.tekst[adres] for adres in adressen]
    soort = noem(parts[0], stap.tekst.get(boven))
    nummers = [nummer_van(part) for part in parts]
    waar = noem_plaats(stap, boven)
    if soort == "lid" and not all(map(cijfers, nummers)):
        return bij_nummers("artikel" if "." in nummers[0] else soort, nummers, lidwoord=True)
    if not waar:
        return bij_nummers(soort, nummers, lidwoord=True)
    if soort == "lid":
        return f"{waar}, {bij_nummers(soort, nummers)},"
    return f"{waar}, onder {reeks(nummers)},"


def _telkens(waar: str, oud: str, nieuw: str) -> str:
    if not nieuw:
        return _zin(waar, f"“{oud}”", "vervalt telkens", "")
    if come := _erbij(oud, nieuw):
        return _ingevoegd(waar, f"Na “{oud}”", f"telkens “{come}”")
    if come := _ervoor(oud, nieuw):
        return _ingevoegd(waar, f"Voor “{oud}”", f"telkens “{come}”")
    return _zin(waar, f"“{oud}”", "wordt", f"telkens vervangen door “{nieuw}”")


def _zin(waar: str, wat: str, wordt: str, rest: str) -> str:
    """Return "In artikel 5 wordt “x” vervangen", or "“x” wordt vervangen" when that was named."""
    woorden = [f"In {waar}", wordt, wat] if waar else [wat, wordt]
    return " ".join(filter(None, [*woorden, rest])) + "."


def _ingevoegd(waar: str, naast: str, come: str) -> str:
    in_ = f" in {waar}" if waar else ""
    return f"{naast} wordt{in_} {come} ingevoegd."


def _erbij(kort: str, lang: str) -> str:
    """Return what the longer words have after the shorter ones; "" when that is no whole word."""
    if not kort or len(lang) <= len(kort) or not lang.startswith(kort):
        return ""
    rest = lang[len(kort) :]
    whole = not (kort[-1].isalnum() and rest[0].isalnum())
    return _gezegd(rest) if whole else ""


def _ervoor(kort: str, lang: str) -> str:
    """Return what the longer words have before the shorter ones; "" when that is no whole word."""
    if not kort or len(lang) <= len(kort) or not lang.endswith(kort):
        return ""
    rest = lang[: -len(kort)]
    whole = not (kort[0].isalnum() and rest[-1].isalnum())
    return _gezegd(rest) if whole else ""


def _gezegd(rest: str) -> str:
    """Return words that come or go; "" when they say nothing by themselves."""
    return rest.strip() if is_citeerbaar(rest) else ""


def slotteken(stap: Wijzigingsstap) -> tuple[str, ...]:
    """Return which mark ends an alinea and what comes instead; () when that is not the change.

    Returns:
        "de punt" and "een puntkomma".
    """
    oud, nieuw = stap.wijziging.oud, stap.wijziging.nieuw
    match stap.genoemd:
        case [Alinea(inhoud=inhoud)] if plain(inhoud).endswith(oud) and oud[-1] in _LEESTEKENS:
            rest = nieuw.removeprefix(oud[:-1])
            if nieuw.startswith(oud[:-1]) and rest and not is_citeerbaar(rest):
                naam = _LEESTEKENS.get(rest)
                return f"de {_LEESTEKENS[oud[-1]]}", f"een {naam}" if naam else f"“{rest}”"
    return ()


def _staat_eenmaal(parts: Iterable[Part], woorden: str) -> bool:
    return sum(telling(inner, woorden) for part in parts for inner in in_part(part)) == 1
