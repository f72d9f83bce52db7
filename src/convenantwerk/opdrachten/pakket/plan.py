"""Packs as they would be made, and as they were."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.registers import Ondertekenaar, Partner
    from convenantwerk.opdrachten.ondertekening.ronde import Ronde
    from convenantwerk.papier.formaten.eml import Bericht
    from convenantwerk.tijd.tekenplaatsen import Tekenplaats


@dataclass(frozen=True, slots=True)
class Tekenpapier:
    """A paper to sign in a pack: its PDF, who signs it, and the delen.

    `nieuw` says that it is offered now; otherwise it was, and is sent once more as it was.
    `uiterlijk` is the day by which it is asked back.
    """

    soort: str
    ondertekenaar: Ondertekenaar
    delen: tuple[str, ...]
    data: bytes = field(repr=False)
    nieuw: bool
    uiterlijk: date | None


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


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A pack or letter that was made: its files below the folder, and the message that carries it.

    `kenmerk` is the reference of the letter, "" for a pack.
    """

    partner: Partner
    paden: tuple[str, ...]
    bericht: Bericht
    kenmerk: str = ""
