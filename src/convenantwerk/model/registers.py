"""The registers: who takes part, and who signs for whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from convenantwerk.model.diagnostics import Position
from convenantwerk.model.tekst import NERGENS


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that takes part (2.1 and 7 of the 2018 text).

    `sleutel` is its short name in the dossier, which never changes; `ook_bekend_als` are other
    names under which lists in the text may mention it.
    """

    sleutel: str
    naam: str
    soort: Literal["ketenpartner", "flexibele schil"]
    ook_bekend_als: tuple[str, ...] = ()
    opmerking: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ondertekenaar:
    """Who signs for a partner, as printed in the signature block (hoofdstuk 8).

    `partner` is the sleutel of the partner; `organisatie` is how the block names it, which may
    be a part of that partner.
    """

    sleutel: str
    partner: str
    organisatie: str
    functie: str
    titel: str
    naam: str
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Partners:
    """The file partners.yaml."""

    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class Ondertekenaars:
    """The file ondertekenaars.yaml."""

    ondertekenaars: tuple[Ondertekenaar, ...]
