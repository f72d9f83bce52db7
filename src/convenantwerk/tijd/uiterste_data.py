"""Dates with the reasons for them, and what the rules that find them look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.waarde import waarde

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.tijd.stand import Stand
    from convenantwerk.tijd.vertrek import Vertrek


@waarde
class Berekening:
    """A date, and the steps by which it was found, one sentence each."""

    datum: date
    uitleg: tuple[str, ...]


@waarde
class UitersteDatum:
    """A day on which, or before which, something must be done, or happens by itself.

    Args:
        sleutel: its name, which stays the same when the day moves: a calendar updates by it.
        soort: what kind of day it is: a row of `termijnen.tabel`.
        datum: the day; None for a duty that never ends, or when nobody named one.
        titel: what it is, in one line.
        uitleg: the steps by which the day was found, one sentence each.
        partner: the sleutel of the partner it is about, "" when it is about all.
        te_laat: the day has passed and what should be done is not.
        vervallen: the day no longer counts, because a notice was withdrawn or it is gone.
        ook: other partners that have something to do by it.
    """

    sleutel: str
    soort: str
    datum: date | None
    titel: str
    uitleg: tuple[str, ...]
    partner: str = ""
    te_laat: bool = False
    vervallen: bool = False
    ook: tuple[str, ...] = ()


@waarde
class Vooruitblik:
    """What a rule looks at to find its dates.

    Args:
        registers: of the dossier.
        op: the day from which one looks.
        tot: the last day that is asked for; a rule may yield later ones.
        nu: how things stand on `op`.
        gebeurtenissen: all that is recorded, of later days too, in order of date.
        vertrekken: the notices that were given by `op`.
    """

    registers: Registers
    op: date
    tot: date
    nu: Stand
    gebeurtenissen: Sequence[Gebeurtenis]
    vertrekken: Sequence[Vertrek]

    @property
    def regels(self) -> Regels:
        """The rules of the convenant."""
        return self.registers.instellingen.regels
