"""Replaced words as a besluit says it: "Na “x” wordt “y” ingevoegd", "In artikel 5 vervalt “x”".

What is quoted stands in the place named once (Aanwijzingen voor de regelgeving, chapter 6), so the
words around a change are quoted with it where they must.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import onderwerp, zinsdeel
from convenantwerk.addenda.tekst_vervangen import telling
from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap, noem_plaats
from convenantwerk.tekst.adressen import in_part
from convenantwerk.tekst.boom import Alinea, plain

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
    waar = noem_plaats(stap) if wijziging.plaats else "de gehele tekst"
    oud, nieuw = wijziging.oud, wijziging.nieuw
    if wijziging.overal == "ja":
        if not nieuw:
            return _zin(waar, f"“{oud}”", "vervalt", "telkens")
        return _zin(waar, f"“{oud}”", "wordt", f"telkens vervangen door “{nieuw}”")
    if slot := slotteken(stap):
        van = f"{slot[0]} aan het slot" + (f" van {waar}" if waar else "")
        return f"{onderwerp(van)} wordt vervangen door {slot[1]}."
    if come := _erbij(oud, nieuw):
        return _ingevoegd(waar, f"Na “{oud}”", come)
    if come := _ervoor(oud, nieuw):
        return _ingevoegd(waar, f"Voor “{oud}”", come)
    gone = _erbij(nieuw, oud) or _ervoor(nieuw, oud) if nieuw else oud
    if gone and _staat_eenmaal(stap.genoemd, gone):
        return _zin(waar, f"“{gone}”", "vervalt", "")
    return _zin(waar, f"“{oud}”", "wordt", f"vervangen door “{nieuw}”")


def zegt_overal(stappen: Sequence[Wijzigingsstap]) -> str:
    """Return the sentence for the same words in artikelen: "In de artikelen 1, 3 en 5 wordt …"."""
    *names, last = [noem_plaats(stap).removeprefix("artikel ") for stap in stappen]
    komma = "," if "," in names[-1] else ""
    waar = f"de artikelen {', '.join(names)}{komma} en {zinsdeel(last)}"
    oud, nieuw = stappen[0].wijziging.oud, stappen[0].wijziging.nieuw
    return f"In {waar} wordt “{oud}” telkens vervangen door “{nieuw}”."


def _zin(waar: str, wat: str, wordt: str, rest: str) -> str:
    """Return "In artikel 5 wordt “x” vervangen", or "“x” wordt vervangen" when that was named."""
    woorden = [f"In {zinsdeel(waar)}", wordt, wat] if waar else [wat, wordt]
    return " ".join(filter(None, [*woorden, rest])) + "."


def _ingevoegd(waar: str, naast: str, come: str) -> str:
    in_ = f" in {zinsdeel(waar)}" if waar else ""
    return f"{naast} wordt{in_} “{come}” ingevoegd."


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
