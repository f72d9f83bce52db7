"""A gebeurtenis that was on another day: its rows, and what it may not pass on its way there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.dossier.gebeurtenissen import Partnergebeurtenis, van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.correctie import Correctie, aanduiding
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekkingsinstemming,
    Toetredingsinstemming,
)
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Besluitvorming, Vaststelling
from convenantwerk.opdrachten.corrigeren.steun import rust_op

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.registers import Besluit


def verplaatst(g: Gebeurtenis, dag: date, op: date, reden: str) -> tuple[Correctie, Gebeurtenis]:
    """Return the rows by which a gebeurtenis comes to stand on another day."""
    correctie = Correctie(datum=op, annuleert=aanduiding(g), reden=reden)
    return correctie, replace(g, datum=dag, position=NERGENS)


def genomen_bij(registers: Registers, besluit: Besluit) -> list[Gebeurtenis]:
    """Return what counts that was decided by a besluit: what is of its day by nature."""
    soorten = Besluitvorming | Toetredingsinstemming | Intrekkingsinstemming | Vaststelling
    return [
        g
        for g in registers.gebeurtenissen
        if isinstance(g, soorten)
        and g.besluit == besluit.sleutel
        and (g.datum == besluit.datum or isinstance(g, Besluitvorming))
    ]


def losgeraakt(
    voor: Registers, was: Gebeurtenis, na: Registers, wordt: Gebeurtenis
) -> tuple[str, ...]:
    """Return what a gebeurtenis passes that rests on it, or on which it rests, by its aanduiding.

    What was recorded of an accession counts only in its order: a signature from before its paper
    would stand in one list and be missing in another.

    Args:
        voor: the registers as they are.
        was: the gebeurtenis in them.
        na: the registers as they would be.
        wordt: the same gebeurtenis, on its other day, in those.
    """
    blijft = _verbanden(na, wordt)
    return tuple(aanduiding(g) for g in _verbanden(voor, was) if g not in blijft)


def _verbanden(registers: Registers, gebeurtenis: Gebeurtenis) -> list[Partnergebeurtenis]:
    """Return what rests on a gebeurtenis that counts, and what that rests on."""
    if isinstance(gebeurtenis, Vaststelling):  # a text is offered and signed once it is adopted
        return [
            g
            for g in van_soort(registers.gebeurtenissen, Partnergebeurtenis)
            if getattr(g, "versie", "") == gebeurtenis.versie and g.datum >= gebeurtenis.datum
        ]
    if not isinstance(gebeurtenis, Partnergebeurtenis):
        return []
    own = van_partner(registers.gebeurtenissen, gebeurtenis.partner)
    onder = [g for g in own if any(rust is gebeurtenis for rust in rust_op(registers, g))]
    return [*onder, *rust_op(registers, gebeurtenis)]
