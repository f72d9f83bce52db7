"""Forms: their fields, and reading what a browser sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.datum import getypte_datum
from convenantwerk.basis.getypt import gevouwen, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Soort = Literal["regel", "tekst", "datum", "getal", "keuze", "meer", "ja", "bestand", "verborgen"]
Waarde = str | date | int | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Keuze:
    """One of the answers that can be chosen: the value, and how it is called."""

    waarde: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """A field of a form.

    Args:
        naam: its key.
        vraag: its label.
        soort: how it is asked; "meer" is a choice of several, "ja" a box to tick.
        nodig: whether it may not be left open.
        uitleg: a sentence below the label.
        keuzes: what can be chosen.
        standaard: what it holds before anything is typed.
        meest: characters, or the greatest number.
        vanaf: the first day that fits.
        past: makes of a line what it stands for, or says by a ValueError why it does not fit.
    """

    naam: str
    vraag: str
    soort: Soort = "regel"
    nodig: bool = False
    uitleg: str = ""
    keuzes: Sequence[Keuze] = ()
    standaard: Waarde = None
    meest: int = 500
    vanaf: date | None = None
    past: Callable[[str], str] = str

    def lees(self, formulier: Formulier) -> Waarde:
        """Return what was filled in, as a value of its kind; None when it was left open.

        Raises:
            ValueError: it does not fit; the message says why, in Dutch.
        """
        if self.soort == "ja":
            return bool(formulier.een(self.naam))
        if self.soort == "meer":
            return self._gekozen(formulier.alle(self.naam))
        getypt = formulier.een(self.naam)
        if not getypt.strip():
            if self.nodig:
                raise ValueError(_LEEG[self.soort])
            return None
        match self.soort:
            case "datum":
                return self._dag(getypte_datum(getypt))
            case "getal":
                return self._getal(getypt.strip())
            case "keuze":
                return self._gekozen((getypt,))[0]
            case "tekst":
                return self._tekst(getypt)
            case _:
                return self._regel(getypt)

    def _gekozen(self, gekozen: Sequence[str]) -> tuple[str, ...]:
        if not gekozen and self.nodig:
            raise ValueError(_LEEG["meer"])
        bekend = {keuze.waarde for keuze in self.keuzes}
        if any(one not in bekend for one in gekozen):
            raise ValueError("deze keuze is er niet (meer): kies opnieuw.")
        return tuple(gekozen)

    def _dag(self, dag: date) -> date:
        if self.vanaf is not None and dag < self.vanaf:
            raise ValueError("deze dag is al voorbij.")
        return dag

    def _getal(self, getypt: str) -> int:
        if not (getypt.isascii() and getypt.isdigit() and len(getypt) < len(str(self.meest)) + 1):
            raise ValueError(f"dit moet een getal zijn van hoogstens {self.meest}.")
        if int(getypt) > self.meest:
            raise ValueError(f"dit mag hoogstens {self.meest} zijn.")
        return int(getypt)

    def _regel(self, getypt: str) -> str:
        regel = gevouwen(zichtbaar(getypt))
        if len(regel) > self.meest:
            raise ValueError(f"dit mag hoogstens {self.meest} tekens hebben.")
        return self.past(regel)

    def _tekst(self, getypt: str) -> str:
        regels = [zichtbaar(regel).rstrip() for regel in getypt.splitlines()]
        tekst = "\n".join(regels).strip("\n")
        if len(tekst) > self.meest:
            raise ValueError(f"dit mag hoogstens {self.meest} tekens hebben.")
        return tekst


_LEEG: Mapping[str, str] = {
    "regel": "vul dit in.",
    "tekst": "vul dit in.",
    "datum": "vul een datum in.",
    "getal": "vul een getal in.",
    "keuze": "kies er een.",
    "meer": "kies er ten minste een.",
    "bestand": "kies een bestand.",
    "verborgen": "dit ontbreekt; begin het formulier opnieuw.",
}


@dataclass(frozen=True, slots=True)
class Formulier:
    """What a browser sent: of each name its values, in order.

    `bestanden` are the keys of files that were kept (`Ontvangst`), by the name of the
    field; they stand in `waarden` too.
    """

    waarden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bestanden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def een(self, naam: str) -> str:
        """Return the last value of a name, "" when there is none."""
        found = self.waarden.get(naam, ())
        return found[-1] if found else ""

    def alle(self, naam: str) -> tuple[str, ...]:
        """Return all values of a name that are not empty."""
        return tuple(one for one in self.waarden.get(naam, ()) if one)


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """A form as it was filled in.

    Args:
        waarden: what fits, by the name of its field.
        fouten: why the others do not.
        getypt: what was typed, to show it again.
    """

    waarden: Mapping[str, Waarde]
    fouten: Mapping[str, str]
    getypt: Formulier


def lees_velden(velden: Sequence[Veld], formulier: Formulier) -> Ingevuld:
    """Read all fields of a form; what does not fit is told of each at once."""
    waarden: dict[str, Waarde] = {}
    fouten: dict[str, str] = {}
    for veld in velden:
        try:
            waarden[veld.naam] = veld.lees(formulier)
        except ValueError as error:
            fouten[veld.naam] = str(error)
    return Ingevuld(waarden, fouten, formulier)
