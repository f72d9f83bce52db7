"""Accession: its stages, and the facts that a newcomer brings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from convenantwerk.basis.diagnostics import NERGENS, Position

if TYPE_CHECKING:
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.registers import Ondertekenaar, Partner

Stap = Literal["verzoek", "instemming", "verklaring", "ondertekend", "aangehecht"]
STAPPEN: tuple[Stap, ...] = get_args(Stap)


@dataclass(frozen=True, slots=True)
class Tekenaar:
    """Who signs for a newcomer, as a file with facts says it; the keys are those of the register.

    `organisatie` is how the signature block names the organisation, when that is not its name.
    """

    functie: str
    naam: str
    titel: str = ""
    organisatie: str = ""
    grond: Literal["wet", "mandaat", "volmacht", "statuten"] | None = None
    kenmerk: str = ""
    van: date | None = None
    tot: date | None = None
    besluitdatum: date | None = None
    certificaat: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Instemming:
    """That the Stuurgroep agreed (7.e): when, and under which reference."""

    datum: date
    kenmerk: str
    plaats: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Toetredingsfeiten:
    """What is known of a newcomer: one row of a file with facts.

    Args:
        naam: the organisation; further keys as in the register of partners.
        verzoek: the day on which it asked to join.
        kenmerk: the reference of that request.
        delen: the delen it joins; those that partners of its soort sign when empty.
        overleggen: the overleggen it joins, by their short names.
        ingangsdatum: when it wants to begin; the day of the accession when not said.
        tekenaar: who signs.
        instemming: the consent of the Stuurgroep, when it is there already.
    """

    naam: str
    verzoek: date
    tekenaar: Tekenaar
    sleutel: str = ""
    soort: Literal["ketenpartner", "flexibele schil", "incidenteel"] = "ketenpartner"
    kort: str = ""
    rechtsvorm: str = ""
    kvk: str = ""
    zetel: str = ""
    aard: Literal["publiek", "privaat"] | None = None
    contact: str = ""
    adres: tuple[str, ...] = ()
    email: str = ""
    fg: str = ""
    kenmerk: str = ""
    delen: tuple[str, ...] = ()
    overleggen: tuple[str, ...] = ()
    ingangsdatum: date | None = None
    instemming: Instemming | None = None
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Feitenbestand:
    """A file with facts of newcomers."""

    toetredingen: tuple[Toetredingsfeiten, ...]


@dataclass(frozen=True, slots=True)
class Toetredingsstand:
    """How far the accession of a partner is: the gebeurtenis of each stage, None until it is there.

    Args:
        partner: who joins.
        ondertekenaar: who may sign for it on the day that was asked about.
        verzoek: the request.
        instemming: that the Stuurgroep agreed.
        aanbieding: that the toetredingsverklaring was offered.
        getekend: the signature of the partner.
        tegengetekend: the signature of the voorzitter.
        aangehecht: the accession itself, by which the declaration is bound to the convenant.
    """

    partner: Partner
    ondertekenaar: Ondertekenaar | None = None
    verzoek: Gebeurtenis | None = None
    instemming: Gebeurtenis | None = None
    aanbieding: Gebeurtenis | None = None
    getekend: Gebeurtenis | None = None
    tegengetekend: Gebeurtenis | None = None
    aangehecht: Gebeurtenis | None = None

    def gedaan(self, stap: Stap) -> bool:
        """Tell whether a stage is behind us."""
        done = {
            "verzoek": self.verzoek,
            "instemming": self.instemming,
            "verklaring": self.aanbieding,
            "ondertekend": self.getekend and self.tegengetekend,
            "aangehecht": self.aangehecht,
        }
        return done[stap] is not None

    @property
    def kan_opnieuw(self) -> bool:
        """Whether the declaration can be made anew: it was offered, and nobody has signed."""
        return self.volgende == "ondertekend" and not (self.getekend or self.tegengetekend)

    @property
    def volgende(self) -> Stap | None:
        """The first stage that is not done, None when all are."""
        return next((stap for stap in STAPPEN if not self.gedaan(stap)), None)
