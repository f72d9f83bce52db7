"""How things stand on a day: worked out of the registers, never stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.dossier.gebeurtenissen import REGIONAAL

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.dossier.gebeurtenissen.deelname import Opzegging
    from convenantwerk.dossier.registers import Ondertekenaar, Partner
    from convenantwerk.tekst.boom import Overlegfeiten

Deelnamestatus = Literal["deelnemer", "kandidaat", "uitgetreden", "nog niet"]
# What a cell of the overlegmatrix says.
Plaatsing = Literal["neemt deel", "handtekening ontbreekt", "ander protocol", "nee", "onbekend"]


@dataclass(frozen=True, slots=True)
class Handtekening:
    """That a deel was signed for a partner; `bevoegd` whether the signatory might that day."""

    deel: str
    datum: date
    ondertekenaar: str
    versie: str
    bevoegd: bool


@dataclass(frozen=True, slots=True)
class Deelname:
    """Where one partner stands.

    Args:
        partner: who.
        status: in, asking to be let in, or out; "nog niet" before anything is known.
        sinds: the first day of the participation or request, None when not recorded.
        vanaf: the day on which it will take part, when that is known and has yet to come.
        grond: on what that rests, in words.
        tot: the first day on which it no longer takes part.
        opzegging: the notice under way, or that led to the end.
        einde: the day on which that notice ends the participation.
        bevestigd: the uittreding was recorded too.
        handtekeningen: the last of each deel.
        overleggen: those it joined by toetreding.
    """

    partner: Partner
    status: Deelnamestatus
    sinds: date | None = None
    grond: str = ""
    vanaf: date | None = None
    tot: date | None = None
    opzegging: Opzegging | None = None
    einde: date | None = None
    bevestigd: bool = False
    handtekeningen: tuple[Handtekening, ...] = ()
    overleggen: tuple[str, ...] = ()

    def tekende(self, deel: str) -> bool:
        """Tell whether a deel was signed by someone who might."""
        return any(h.deel == deel and h.bevoegd for h in self.handtekeningen)

    @property
    def mag_melden(self) -> bool:
        """Whether it may do a melding: only who signed the privacyprotocol may (besluit e)."""
        return self.status == "deelnemer" and self.tekende(REGIONAAL)


@dataclass(frozen=True, slots=True)
class Mandaat:
    """Someone who may sign; `geldig` on this day, `tot` the last day when that is known."""

    ondertekenaar: Ondertekenaar
    geldig: bool
    tot: date | None


@dataclass(frozen=True, slots=True)
class Overleg:
    """An overleg of Deel 3; `sleutel` is the last word of its address."""

    sleutel: str
    titel: str
    feiten: Overlegfeiten
    ontbreekt: bool
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Overlegplaatsen:
    """A row of the overlegmatrix: for each overleg, by its sleutel, where a partner stands."""

    deelname: Deelname
    plaatsen: tuple[tuple[str, Plaatsing], ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """How things stand on `op`.

    Args:
        op: the day.
        versie: the version last adopted, "" when none was.
        termijn: first and last day of the term that runs, None before the first vaststelling.
        verlengd_voor: the last year for which a verlenging was recorded, None when never.
        deelnames: one for each partner, in the order of the register.
        mandaten: one for each ondertekenaar.
        vergaderingen: days of meetings in the calendar year of `op`, those to come too.
    """

    op: date
    versie: str
    termijn: tuple[date, date] | None
    verlengd_voor: int | None
    deelnames: tuple[Deelname, ...]
    mandaten: tuple[Mandaat, ...]
    vergaderingen: tuple[date, ...]
