"""A vastgestelde versie: what was decided, and a seal over the text as it then was."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from convenantwerk.basis.diagnostics import NERGENS, Position

KORT = 12  # characters of a sha256


@dataclass(frozen=True, slots=True)
class Zegel:
    """The sha256 of one file of a version, by its path in the folder of that version."""

    pad: str
    sha256: str
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Versiegegevens:
    """The file versie.yaml.

    Args:
        naam: what the version is called; the name of its folder too.
        besluit: the decision by which it was adopted.
        datum: the day on which the text was in force that is frozen here.
        editie: how the edition is called on paper.
        bestanden: the seals of its files.
        sha256: the seal over all of the above, and what it is chained to.
        vorige: the name of the version before it; "" for the first.
        vorige_sha256: the seal of that version.
        open_fouten: how many fouten it had when it was adopted nonetheless; "" for none.
    """

    naam: str
    besluit: str
    datum: date
    editie: str
    bestanden: tuple[Zegel, ...]
    sha256: str
    vorige: str = ""
    vorige_sha256: str = ""
    open_fouten: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)

    @property
    def kort(self) -> str:
        """As much of the seal as is enough to tell versions apart by eye."""
        return self.sha256[:KORT]


@dataclass(frozen=True, slots=True)
class Versie:
    """A version and whether it is still as it was adopted; `pad` is its folder, as shown."""

    gegevens: Versiegegevens
    pad: str
    gaaf: bool
