"""`convenant vergadering`: a meeting is recorded, completed, moved or called off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.correctie import Correctie, aanduiding
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vergadering
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.opdrachten.corrigeren.gevolgen import verschillen

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel


@dataclass(frozen=True, slots=True)
class Vergaderopdracht:
    """A meeting, and what becomes of it.

    Args:
        datum: its day, as it is recorded or will be.
        plaats: where.
        stukken: what it adopts.
        besluit: the sleutel of a decision that it took.
        naar: the day to which it is moved.
        vervalt: it is called off.
        reden: why it is moved or called off.
    """

    datum: date
    plaats: str = ""
    stukken: tuple[str, ...] = ()
    besluit: str = ""
    naar: date | None = None
    vervalt: bool = False
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Vergadervoorstel:
    """What would be recorded, in a sentence `wat`, and what follows from it."""

    voorstel: Voorstel
    wat: str
    verschillen: tuple[str, ...]


def stel_vergadering_voor(geopend: Geopend, opdracht: Vergaderopdracht) -> Vergadervoorstel:
    """Return what recording this of a meeting would do.

    What is recorded already is not overwritten: it is annulled, and recorded as it is now.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV928, there is no meeting on that day to move or call off, there is
            one already on the day to which it is moved, or nothing would change.
    """
    registers = geopend.registers
    known = {g.datum: g for g in van_soort(registers.gebeurtenissen, Vergadering)}
    old = known.get(opdracht.datum)
    dag = voluit(opdracht.datum)
    if (opdracht.naar or opdracht.vervalt) and old is None:
        tip = "'convenant termijnen' toont de vergaderingen die nog komen"
        raise _kan_niet(dag, "er staat geen vergadering op die dag", tip)
    if opdracht.naar in known:
        raise _kan_niet(
            dag,
            f"op {voluit(known[opdracht.naar].datum)} staat er al een",
            "kies een andere dag, of laat deze vervallen met --vervalt",
        )
    new = _wordt(opdracht, old)
    if new is None:
        wat, reden = f"De vergadering van {dag} vervalt.", opdracht.reden or "gaat niet door"
    elif old is None:
        wat, reden = f"Vergadering op {dag}.", ""
    elif opdracht.naar:
        naar = voluit(opdracht.naar)
        wat = f"De vergadering van {dag} gaat naar {naar}."
        reden = opdracht.reden or f"verplaatst naar {naar}"
    else:
        wat, reden = f"De vergadering van {dag} wordt aangevuld.", opdracht.reden or "aangevuld"
    if new == old:
        raise _kan_niet(dag, "zij staat er al zo", "noem met een optie wat er anders is")
    rows: list[Correctie | Vergadering] = []
    if old is not None:
        rows.append(Correctie(datum=geopend.op, annuleert=aanduiding(old), reden=reden))
    if new is not None:
        rows.append(new)
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=tuple(rows)))
    gevolg = verschillen(registers, voorstel.registers, geopend.op)
    return Vergadervoorstel(voorstel, wat, tuple(gevolg))


def zinnen_over(gevonden: Vergadervoorstel) -> tuple[str | tuple[str, ...], ...]:
    """Return what would be recorded, and what follows from it, in sentences."""
    gevolg = ("Daardoor:", gevonden.verschillen) if gevonden.verschillen else ()
    return (gevonden.wat, *gevolg)


def _wordt(opdracht: Vergaderopdracht, old: Vergadering | None) -> Vergadering | None:
    """Return the meeting as it becomes, None when it is called off."""
    if opdracht.vervalt:
        return None
    base = old or Vergadering(datum=opdracht.datum)
    return replace(
        base,
        datum=opdracht.naar or opdracht.datum,
        plaats=opdracht.plaats or base.plaats,
        stukken=tuple(dict.fromkeys((*base.stukken, *opdracht.stukken))),
        besluit=opdracht.besluit or base.besluit,
        position=NERGENS,
    )


def _kan_niet(dag: str, reden: str, tip: str) -> ConvenantwerkError:
    wat = f"de vergadering van {dag}"
    return ConvenantwerkError("CV928", wat=wat, reden=reden, tip=tip)
