"""The notices that partners gave: how far each is, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, TypeVar

from convenantwerk.basis.datum import voluit
from convenantwerk.dossier.gebeurtenissen import Partnergebeurtenis, van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegbevestiging,
    Opzegging,
    Opzegregeling,
)
from convenantwerk.tijd.deelname import werkt_meteen
from convenantwerk.tijd.opzegtermijn import einddatum, regeling_uiterlijk
from convenantwerk.tijd.stand import op_datum, per_partner, stand
from convenantwerk.tijd.vertrek import vertrekken, vormen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tijd.deelname import Deelname
    from convenantwerk.tijd.uiterste_data import Berekening
    from convenantwerk.tijd.vertrek import Vertrek

Opzegstap = Literal["ontvangen", "bevestigd", "ingetrokken", "instemming", "geregeld"]
Toestand = Literal["gedaan", "nu", "kan", "niet nodig"]
G = TypeVar("G", bound=Partnergebeurtenis)


@dataclass(frozen=True, slots=True)
class Stapstand:
    """A stage of a notice.

    Args:
        stap: which.
        toestand: behind us, at hand, open to whoever wants it, or none of this notice.
        zin: that in words.
    """

    stap: Opzegstap
    toestand: Toestand
    zin: str


@dataclass(frozen=True, slots=True)
class Opzegstand:
    """How far a notice is.

    Args:
        nummer: which notice of its partner it is, from 1.
        deelname: where its partner stands.
        opzegging: the notice.
        bevestiging: that it was confirmed in another form, the last time.
        intrekking: its withdrawal.
        instemming: that the others agreed to that.
        geregeld: that its consequences were settled.
        ingetrokken: whether it counts no more.
        vormgebrek: what form it should have had, "" when it has it.
        einde: the first day on which the partner no longer takes part, None when no rule tells.
        regeling: by when the regeling of the consequences must be there, None when there is none.
    """

    nummer: int
    deelname: Deelname
    opzegging: Opzegging
    bevestiging: Opzegbevestiging | None
    intrekking: Intrekking | None
    instemming: Intrekkingsinstemming | None
    geregeld: Opzegregeling | None
    ingetrokken: bool
    vormgebrek: str
    einde: Berekening | None
    regeling: Berekening | None

    @property
    def partner(self) -> Partner:
        """Who gave it."""
        return self.deelname.partner

    @property
    def loopt(self) -> bool:
        """Whether its partner takes part still, and will not when it works."""
        return not self.ingetrokken and self.deelname.status == "deelnemer"

    @property
    def zin(self) -> str:
        """How far it is, in a few words."""
        if self.ingetrokken:
            return "ingetrokken; de deelname loopt door"
        if self.deelname.tot is not None:
            return f"neemt niet meer deel sinds {voluit(self.deelname.tot)}"
        if self.einde is None:
            return "wanneer de deelname eindigt, is niet te berekenen"
        wacht = "; intrekking wacht op instemming" if self.intrekking else ""
        return f"neemt deel tot {voluit(self.einde.datum)}{wacht}"

    @property
    def stappen(self) -> tuple[Stapstand, ...]:
        """The stages, in their order."""
        ontvangen = f"op {voluit(self.opzegging.datum)}"
        return (
            Stapstand("ontvangen", "gedaan", ontvangen),
            self._bevestigd(),
            self._ingetrokken(),
            self._instemming(),
            self._geregeld(),
        )

    def _bevestigd(self) -> Stapstand:
        if self.bevestiging is not None and not self.vormgebrek:
            return Stapstand("bevestigd", "gedaan", _op(self.bevestiging))
        if not self.vormgebrek:
            return Stapstand("bevestigd", "niet nodig", "niet nodig")
        return Stapstand("bevestigd", "nu" if self.loopt else "kan", "nog niet")

    def _ingetrokken(self) -> Stapstand:
        if self.intrekking is not None:
            return Stapstand("ingetrokken", "gedaan", _op(self.intrekking))
        return Stapstand("ingetrokken", "kan" if self.loopt else "niet nodig", "niet gebeurd")

    def _instemming(self) -> Stapstand:
        if self.instemming is not None:
            return Stapstand("instemming", "gedaan", _op(self.instemming))
        if self.intrekking is None or werkt_meteen(self.intrekking, self.opzegging):
            return Stapstand("instemming", "niet nodig", "niet nodig")
        if not self.loopt:
            return Stapstand("instemming", "niet nodig", "niet gebeurd")
        return Stapstand("instemming", "nu", "nu aan de beurt")

    def _geregeld(self) -> Stapstand:
        if self.geregeld is not None:
            return Stapstand("geregeld", "gedaan", f"op {voluit(self.geregeld.datum)}")
        if self.regeling is None or self.ingetrokken or self.deelname.is_geregeld:
            return Stapstand("geregeld", "niet nodig", "niet nodig")
        return Stapstand("geregeld", "kan", f"uiterlijk op {voluit(self.regeling.datum)}")


def _op(g: Partnergebeurtenis) -> str:
    return f"gedaan op {voluit(g.datum)}"


def opzegstanden(geopend: Geopend) -> tuple[Opzegstand, ...]:
    """Return all notices, by partner in the order of the register, each partner's in their order.

    Raises:
        OnleesbaarError: the registers cannot be read.
    """
    registers = _van_wie_opzegde(geopend.registers)
    regels = registers.instellingen.regels
    alle = op_datum(registers.gebeurtenissen)
    eigen = per_partner(g for g in alle if g.datum <= geopend.op)
    nu = stand(registers, geopend.op)
    return tuple(
        _stand(vertrek, eigen.get(vertrek.deelname.partner.sleutel, ()), regels)
        for vertrek in vertrekken(nu, alle, regels)
    )


def _van_wie_opzegde(registers: Registers) -> Registers:
    """Return the registers with those partners alone that gave a notice: mostly a few."""
    wie = {g.partner for g in van_soort(registers.gebeurtenissen, Opzegging)}
    return replace(registers, partners=tuple(p for p in registers.partners if p.sleutel in wie))


def _stand(vertrek: Vertrek, eigen: Sequence[Partnergebeurtenis], regels: Regels) -> Opzegstand:
    opzegging = vertrek.gebeurtenis
    na = eigen[eigen.index(opzegging) + 1 :]
    erna = [*takewhile(lambda g: not isinstance(g, Opzegging), na)]
    regel = regels.opzegging
    goed = regel is None or any(map(regel.voldoet, vormen(opzegging, eigen)))
    return Opzegstand(
        nummer=vertrek.nummer,
        deelname=vertrek.deelname,
        opzegging=opzegging,
        bevestiging=_laatste(erna, Opzegbevestiging),
        intrekking=_laatste(erna, Intrekking),
        instemming=_laatste(erna, Intrekkingsinstemming),
        geregeld=_laatste(erna, Opzegregeling),
        ingetrokken=vertrek.ingetrokken,
        vormgebrek="" if goed or regel is None else regel.vormzin,
        einde=einddatum(opzegging.datum, regels),
        regeling=regeling_uiterlijk(opzegging.datum, regels),
    )


def _laatste(gebeurtenissen: Sequence[Partnergebeurtenis], soort: type[G]) -> G | None:
    return next(iter(reversed([*van_soort(gebeurtenissen, soort)])), None)
