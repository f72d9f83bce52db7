"""Packs as they would be made, and as they were."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.opdrachten.ondertekening.ronde import Ronde
    from convenantwerk.papier.formaten.eml import Bericht
    from convenantwerk.tijd.tekenplaatsen import Tekenplaats


@dataclass(frozen=True, slots=True)
class Tekenpapier:
    """A paper to sign in a pack: that it is offered, and its PDF.

    `nieuw` says that it is offered now; otherwise it was, and is sent once more as it was.
    """

    aanbieding: Aanbieding
    data: bytes = field(repr=False)
    nieuw: bool


@dataclass(frozen=True, slots=True)
class TeMaken:
    """A pack to be made: for whom, and the signatures that are open."""

    partner: Partner
    plaatsen: tuple[Tekenplaats, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The packs that would be made; nothing is written yet.

    Args:
        ronde: how far the signing is.
        uiterlijk: by when papers are asked back.
        gekozen: whether that day was asked for; then a paper with another day is made anew.
        pakketten: the packs.
        diagnostics: for whom none can be made, and why.
    """

    ronde: Ronde
    uiterlijk: date
    gekozen: bool
    pakketten: tuple[TeMaken, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def telling(self) -> str:
        """How many packs of which version, and by when they are asked back, in words."""
        versie, aantal = self.ronde.editie.versie, len(self.pakketten)
        return (
            f"{aantal} {'pakket' if aantal == 1 else 'pakketten'} van versie {versie.naam} "
            f"({versie.kort}), terug uiterlijk {voluit(self.uiterlijk)}"
        )


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A letter that was made with all that goes with it, to be mailed.

    Args:
        partner: to whom it goes.
        paden: its files below the folder.
        bericht: the message that carries it.
        kenmerk: the reference of the letter.
        datum: that the letter carries.
        versie: the name of the version that is offered with it, "" when none is.
    """

    partner: Partner
    paden: tuple[str, ...]
    bericht: Bericht
    kenmerk: str
    datum: date
    versie: str = ""
