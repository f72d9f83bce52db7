"""The language of a besluit that amends a text: "Na artikel 8 wordt een artikel ingevoegd".

The forms are those of Dutch amending practice (Aanwijzingen voor de regelgeving, chapter 6): what
comes is given whole after "luidende:", words are quoted, articles keep their number on repeal.
Here is what the sentences share; each soort of wijziging makes its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import Part, houder
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel, Tabel
from convenantwerk.tekst.citeren import Citaten, rangtelwoord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.dossier.dossier import Wijziging

_LID = re.compile(r", lid (?P<nummer>\d+)")
_RIJ = 3  # from so many on, numbers that follow each other are named by the first and the last
_GETALLEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
MEERVOUD = {
    "artikel": "artikelen",
    "hoofdstuk": "hoofdstukken",
    "paragraaf": "paragrafen",
    "deel": "delen",
    "bijlage": "bijlagen",
    "lid": "leden",
    "onderdeel": "onderdelen",
    "streepje": "streepjes",
    "alinea": "alinea\u2019s",
    "tabel": "tabellen",
    "figuur": "figuren",
    "overleg": "overleggen",
}


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence of a besluit, the text that it puts in after it, and why."""

    tekst: str
    parts: tuple[Part, ...] = ()
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Wijzigingsstap:
    """A wijziging with the text as it is just before it, and the parts that it names there."""

    wijziging: Wijziging
    parts: tuple[Part, ...]
    citaten: Citaten
    genoemd: tuple[Part, ...]
    wordt: tuple[str, ...] = ()

    @property
    def adressen(self) -> tuple[str, ...]:
        """The addresses that it names, of the parts that change."""
        return tuple(adres.strip() for adres in self.wijziging.plaats.split(","))

    @property
    def houder(self) -> str:
        """The address of what holds the lid or onderdeel that it changes, or puts in."""
        wijziging = self.wijziging
        beside = wijziging.na or wijziging.voor or self.adressen[0]
        return wijziging.in_ or houder(beside)


def cite(stap: Wijzigingsstap, adres: str = "") -> str:
    """Return how a part is cited in a besluit: "artikel 2, tweede lid"."""
    return _LID.sub(_rang, stap.citaten.citeer(adres or stap.adressen[0]))


def _rang(match: re.Match[str]) -> str:
    return f", {rangtelwoord(int(match['nummer']))} lid"


def zinsdeel(citaat: str) -> str:
    """Return a citation as it goes before a verb: one with a comma in it is closed by one."""
    return f"{citaat}," if "," in citaat else citaat


def waar(stap: Wijzigingsstap) -> str:
    """Return where something comes: "na artikel 8", "aan het slot van hoofdstuk 7"."""
    wijziging = stap.wijziging
    if wijziging.na:
        return f"na {cite(stap, wijziging.na)}"
    if wijziging.voor:
        return f"vóór {cite(stap, wijziging.voor)}"
    return f"aan het slot van {cite(stap, wijziging.in_)}"


def wat(parts: Sequence[Part]) -> str:
    """Return what is put in: "een artikel", "twee leden", "een lid en een tabel"."""
    names = []
    for naam, group in groupby(parts, key=noem):
        aantal = len(list(group))
        telwoord = _GETALLEN[aantal - 1] if aantal <= len(_GETALLEN) else str(aantal)
        names.append(f"{telwoord} {naam if aantal == 1 else MEERVOUD.get(naam, naam)}")
    return en(names)


def noem(part: Part) -> str:
    """Return what a part is called in general."""
    match part:
        case Element(soort=soort, nummer=nummer):
            return soort if soort in MEERVOUD and (nummer or soort == "overleg") else "onderdeel"
        case Onderdeel(merk=merk):
            soorten = {"lid": "lid", "nummer": "lid", "letter": "onderdeel", "streep": "streepje"}
            return soorten[soort_van(merk)]
        case Alinea():
            return "alinea"
        case Tabel():
            return "tabel"
        case _:
            return type(part).__name__.lower()


def is_item(stap: Wijzigingsstap) -> bool:
    """Tell whether a step names leden or onderdelen only."""
    return all(isinstance(part, Onderdeel) for part in stap.genoemd)


def nummer_van(part: Part) -> str:
    """Return the number or letter of a part, "" when it has none."""
    if isinstance(part, Element):
        return part.nummer
    return part.merk.rstrip("°.)").lstrip("-*+") if isinstance(part, Onderdeel) else ""


def bij_nummer(part: Part, nummer: str) -> str:
    """Return what a part is called under a number: "artikel 8", "onderdeel b"."""
    if isinstance(part, Element):
        return f"{part.soort} {nummer}"
    if noem(part) == "lid":
        return f"artikel {nummer}" if "." in nummer else f"lid {nummer}"
    return f"onderdeel {nummer}"


def en(names: Sequence[str]) -> str:
    """Return names as they are listed: "a, b en c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def reeks(nummers: list[str]) -> str:
    """Return numbers as they are listed: "5 en 6", "5 tot en met 8", "5, 6 en 9"."""
    if len(nummers) >= _RIJ and all(nummer.isdigit() for nummer in nummers):
        first, last = int(nummers[0]), int(nummers[-1])
        if [int(nummer) for nummer in nummers] == list(range(first, last + 1)):
            return f"{first} tot en met {last}"
    return en(nummers)


def reeksen(was: list[str], nu: list[str]) -> tuple[str, str]:
    """Return two rows of numbers that go with each other, both in full or both shortened."""
    one, other = reeks(was), reeks(nu)
    return (
        (one, other) if (" tot en met " in one) == (" tot en met " in other) else (en(was), en(nu))
    )
