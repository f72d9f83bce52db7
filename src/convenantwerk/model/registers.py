"""The registers: who takes part, and who signs for whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from convenantwerk.model.diagnostics import Position
from convenantwerk.model.tekst import NERGENS


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that takes part (2.1 and 7 of the 2018 text).

    Args:
        sleutel: its short name in the dossier, which never changes.
        naam: its full name.
        soort: what it is to the Veiligheidshuis.
        ook_bekend_als: other names under which lists in the text may mention it.
        kort: the name used where room is scarce.
        rechtsvorm: its legal form ("gemeente", "stichting").
        kvk: its number in the Handelsregister, eight digits.
        zetel: the place of its seat.
        aard: public or private; only public ones are joint controllers (WGS).
        contact: the function and general address for letters; no private data.
        fg: how its functionaris gegevensbescherming is reached; no private data.
        opmerking: free text.
    """

    sleutel: str
    naam: str
    soort: Literal["ketenpartner", "flexibele schil", "incidenteel"]
    ook_bekend_als: tuple[str, ...] = ()
    kort: str = ""
    rechtsvorm: str = ""
    kvk: str = ""
    zetel: str = ""
    aard: Literal["publiek", "privaat"] | None = None
    contact: str = ""
    fg: str = ""
    opmerking: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ondertekenaar:
    """Who signs for a partner, as printed in the signature block (hoofdstuk 8).

    `partner` is the sleutel of the partner; `organisatie` is how the block names it, which may
    be a part of that partner. `grond` is why this person may sign, `kenmerk` the reference of
    that mandate, volmacht or statute; `van` and `tot` the first and last day of it.
    """

    sleutel: str
    partner: str
    organisatie: str
    functie: str
    titel: str
    naam: str
    grond: Literal["wet", "mandaat", "volmacht", "statuten"] | None = None
    kenmerk: str = ""
    van: date | None = None
    tot: date | None = None
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Besluit:
    """A decision of the Stuurgroep, or of another body."""

    sleutel: str
    datum: date
    titel: str
    orgaan: str = "Stuurgroep"
    plaats: str = ""
    kenmerk: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Partners:
    """The file partners.yaml."""

    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class Ondertekenaars:
    """The file ondertekenaars.yaml."""

    ondertekenaars: tuple[Ondertekenaar, ...]


@dataclass(frozen=True, slots=True)
class Besluiten:
    """The file besluiten.yaml."""

    besluiten: tuple[Besluit, ...] = ()
