"""The language of a besluit that amends a text: "Na artikel 8 wordt een artikel ingevoegd".

The forms are those of Dutch amending practice (Aanwijzingen voor de regelgeving, chapter 6): what
comes is given whole after "luidende:", words are quoted, articles keep their number on repeal.
Here is what the sentences share; each soort of wijziging makes its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import Wegwijzer, is_lid_van
from convenantwerk.addenda.telwoorden import cijfers, en, rangen, reeks, telwoord
from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.aanduidingen import form, merknaam, soort_van
from convenantwerk.tekst.adressen import Part, houder
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel, Tabel
from convenantwerk.tekst.omgeving import LIDVORMEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.dossier.dossier import Wijziging
    from convenantwerk.tekst.citeren import Citaten

MEERVOUD = {
    "artikel": "artikelen",
    "boek": "boeken",
    "titel": "titels",
    "afdeling": "afdelingen",
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


@waarde
class Zin:
    """One sentence of a besluit, the text that it puts in after it, and why.

    `onder` are the sentences that it opens: "Artikel 5 wordt als volgt gewijzigd:" 1, 2 and on.
    `hernummert` says that titled parts have other numbers from here on.
    """

    tekst: str
    parts: tuple[Part, ...] = ()
    toelichting: str = ""
    onder: tuple[Zin, ...] = ()
    hernummert: bool = False

    @property
    def regels(self) -> Iterator[str]:
        """The sentence, and those under it with their numbers."""
        yield self.tekst
        for number, zin in enumerate(self.onder, start=1):
            yield f"{number}. {zin.tekst}"


@dataclass(frozen=True)
class Wijzigingsstap:
    """A wijziging with the text as it is just before it, and the parts that it names there.

    `parts` are what it puts in, `tekst` the text by address, and `binnen` the place that the
    opening words of its sentence name already, "" when there are none.
    """

    wijziging: Wijziging
    parts: tuple[Part, ...]
    citaten: Citaten
    tekst: Mapping[str, Part]
    wordt: tuple[str, ...] = ()
    binnen: str = ""

    @property
    def adressen(self) -> tuple[str, ...]:
        """The addresses that it names, of the parts that change."""
        return tuple(adres.strip() for adres in self.wijziging.plaats.split(","))

    @property
    def genoemd(self) -> tuple[Part, ...]:
        """The parts that it names."""
        return tuple(self.tekst[adres] for adres in self.adressen if adres in self.tekst)

    @property
    def houder(self) -> str:
        """The address of what holds the lid or onderdeel that it changes, or puts in."""
        wijziging = self.wijziging
        beside = wijziging.na or wijziging.voor or self.adressen[0]
        return wijziging.in_ or houder(beside)

    @cached_property
    def wegwijzer(self) -> Wegwijzer:
        """What names the places of the text."""
        return Wegwijzer(self.citaten, self.tekst)


def noem_plaats(stap: Wijzigingsstap, adres: str = "") -> str:
    """Return how the place of a step, or another, is named; "" when that was done already."""
    return stap.wegwijzer.naam(adres or stap.adressen[0], stap.binnen)


def wat(parts: Sequence[Part], boven: Part | None = None) -> str:
    """Return what is put in somewhere: "een artikel", "twee leden", "een lid en een tabel"."""
    names = []
    for naam, group in groupby(parts, key=lambda part: noem(part, boven)):
        aantal = len(list(group))
        names.append(f"{telwoord(aantal)} {naam if aantal == 1 else MEERVOUD.get(naam, naam)}")
    return en(names)


def noem(part: Part, boven: Part | None = None) -> str:
    """Return what a part is called in general, in what holds it if that is known."""
    match part:
        case Element(soort=soort, nummer=nummer):
            return soort if soort in MEERVOUD and (nummer or soort == "overleg") else "onderdeel"
        case Onderdeel(merk=merk):
            in_artikel = form(merk) in LIDVORMEN if boven is None else is_lid_van(boven, part)
            nummer = "lid" if in_artikel else "onderdeel"
            soorten = {"lid": "lid", "nummer": nummer, "letter": "onderdeel", "streep": "streepje"}
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
    """Return the number or letter of a part as it is called, "1°"; "" when it has none."""
    if isinstance(part, Element):
        return part.nummer
    if not isinstance(part, Onderdeel) or soort_van(part.merk) == "streep":
        return ""
    return merknaam(part.merk)


def bij_nummers(
    soort: str, nummers: Sequence[str], *, lidwoord: bool = False, kort: bool = True
) -> str:
    """Return what parts of one kind are called: "tweede en derde lid", "de onderdelen b en c".

    Args:
        soort: what one of them is called.
        nummers: the numbers they have, or get.
        lidwoord: "de" or "het" is put before it, where a name needs one.
        kort: a row of numbers may be named by its first and last.
    """
    if soort == "lid" and any("." in nummer for nummer in nummers):
        soort = "artikel"
    if soort == "lid" and all(map(cijfers, nummers)):
        return f"{'het ' if lidwoord else ''}{rangen(nummers, kort=kort)} lid"
    if len(nummers) == 1:
        return f"{soort} {nummers[0]}"
    names = f"{MEERVOUD.get(soort, soort)} {reeks(nummers, kort=kort)}"
    return f"de {names}" if lidwoord else names
