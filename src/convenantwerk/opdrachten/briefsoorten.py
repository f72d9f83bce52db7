"""Which letters go with what is recorded, each as it can be made again: a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from convenantwerk.dossier.gebeurtenissen import van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegging,
    Toetreding,
    Toetredingsinstemming,
)
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Verlenging
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Herinnering
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.opdrachten.aanbieden import Aanbieder, papieren, samen_met
from convenantwerk.opdrachten.ondertekening.herinneren import herinnerd_aan, herinneringsbrief
from convenantwerk.opdrachten.opzegging import brieven_over
from convenantwerk.opdrachten.toetreding.kennisgeven import kennisgeving
from convenantwerk.opdrachten.toetreding.stappen import instemmingsbrief
from convenantwerk.opdrachten.verlenging import bereid_verlenging, berichten
from convenantwerk.tekenen.tekeneditie import tekeneditie
from convenantwerk.tijd.stand import op_datum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis, Partnergebeurtenis
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.aanbieden import Briefbijlage
    from convenantwerk.stukken.brieven.brief import Partnerbrief

G = TypeVar("G", bound="Partnergebeurtenis")


class Brieven(NamedTuple):
    """Letters that go together, and what is enclosed with them."""

    brieven: tuple[Partnerbrief, ...] = ()
    bijlagen: tuple[Briefbijlage, ...] = ()


class Briefsoort(NamedTuple):
    """Which letters go with which gebeurtenis: a row of the table.

    Attributes:
        naam: what one asks for.
        gebeurtenis: what was recorded.
        maak: makes the letters, of the dossier on the day that they carry.
    """

    naam: str
    gebeurtenis: type[Gebeurtenis]
    maak: Callable[[_Dag, Any], Brieven]


@dataclass(frozen=True, slots=True)
class Verstuurd:
    """The letters that go with one gebeurtenis, as they can be made again.

    Args:
        soort: the row of the table.
        datum: that the letters carry.
        brieven: the letters.
        bijlagen: what is enclosed with them.
    """

    soort: str
    datum: date
    brieven: tuple[Partnerbrief, ...]
    bijlagen: tuple[Briefbijlage, ...] = ()


def verstuurd(geopend: Geopend, soort: str = "") -> Iterator[Verstuurd]:
    """Yield the letters that go with what is recorded, in the order of its days.

    Args:
        geopend: the dossier.
        soort: a row of the table; all of them when empty.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: a version that was offered cannot be read.
    """
    gevraagd = {s.gebeurtenis: s for s in BRIEFSOORTEN if soort in {"", s.naam}}
    dagen: dict[date, _Dag] = {}
    vorige = geopend
    for g in op_datum(geopend.registers.gebeurtenissen):
        rij = gevraagd.get(type(g))
        if rij is not None and g.datum <= geopend.op:
            dag = getattr(g, "brief", None) or g.datum
            if dag not in dagen:
                vorige = vorige.ander(geopend.root, dag)  # which has the frozen versions it read
                dagen[dag] = _Dag(vorige)
            brieven, bijlagen = rij.maak(dagen[dag], g)
            if brieven:
                yield Verstuurd(rij.naam, dag, brieven, bijlagen)


def ontvanger_van(one: Verstuurd) -> str:
    """Return about whom letters are: the name of the partner, or how many there are."""
    wie = dict.fromkeys(brief.partner.naam for brief in one.brieven)
    return next(iter(wie)) if len(wie) == 1 else f"{len(wie)} partners"


def namen_van(one: Verstuurd) -> tuple[str, ...]:
    """Return what letters are called, each once."""
    return tuple(dict.fromkeys(brief.stuknaam for brief in one.brieven))


class _Dag:
    """The dossier on the day of letters, and what the letters of that day share."""

    def __init__(self, geopend: Geopend) -> None:
        self.geopend = geopend

    @cached_property
    def aanbieder(self) -> Aanbieder:
        """What makes letters with papers to sign.

        Raises:
            ConvenantwerkError: as `tekeneditie`.
        """
        editie = tekeneditie(self.geopend)
        return Aanbieder(self.geopend, editie, self.geopend.registers)

    @property
    def regels(self) -> Regels:
        """The rules of the dossier."""
        return self.geopend.registers.instellingen.regels

    def partner(self, sleutel: str) -> Partner:
        """Return a partner by its sleutel.

        Raises:
            ConvenantwerkError: CV912, it is not there.
        """
        return zoek_partner(self.geopend.root, self.geopend.registers, sleutel)


def _over_opzegging(dag: _Dag, g: Opzegging) -> Brieven:
    return Brieven(tuple(brieven_over(dag.partner(g.partner), dag.regels, g)))


def _over_intrekking(dag: _Dag, g: Intrekking) -> Brieven:
    opzegging = _laatste(dag, g, Opzegging)
    if opzegging is None:
        return Brieven()
    partner = dag.partner(g.partner)
    return Brieven(tuple(brieven_over(partner, dag.regels, opzegging, g)))


def _over_ingetrokken(dag: _Dag, g: Intrekkingsinstemming) -> Brieven:
    opzegging, intrekking = _laatste(dag, g, Opzegging), _laatste(dag, g, Intrekking)
    if opzegging is None or intrekking is None:
        return Brieven()
    partner = dag.partner(g.partner)
    return Brieven(tuple(brieven_over(partner, dag.regels, opzegging, intrekking, g)))


def _laatste(dag: _Dag, g: Partnergebeurtenis, soort: type[G]) -> G | None:
    """Return the last gebeurtenis of a soort of this partner through that day."""
    own = van_partner(dag.geopend.registers.gebeurtenissen, g.partner)
    return next((o for o in reversed(op_datum(van_soort(own, soort))) if o.datum <= g.datum), None)


def _over_verlenging(dag: _Dag, g: Verlenging) -> Brieven:
    return Brieven(tuple(berichten(bereid_verlenging(dag.geopend, g.jaar), dag.regels)))


def _over_instemming(dag: _Dag, g: Toetredingsinstemming) -> Brieven:
    brief = instemmingsbrief(dag.geopend, dag.geopend.registers, dag.partner(g.partner))
    return Brieven((brief,))


def _over_aanbieding(dag: _Dag, g: Aanbieding) -> Brieven:
    samen = samen_met(dag.geopend.registers, g)
    if g != samen[0] or g.versie != dag.aanbieder.editie.versie.naam:
        return Brieven()  # one letter goes with all that was offered together
    partner = dag.partner(g.partner)
    brief = dag.aanbieder.brief(partner, samen, g.datum)
    return Brieven((brief,), dag.aanbieder.bijlagen(partner, samen, g.datum))


def _over_herinnering(dag: _Dag, g: Herinnering) -> Brieven:
    registers, versie = dag.geopend.registers, dag.aanbieder.editie.versie
    aanbiedingen = herinnerd_aan(registers, g)
    if not aanbiedingen or g.versie != versie.naam:
        return Brieven()
    partner = dag.partner(g.partner)
    brief = herinneringsbrief(registers, partner, versie, aanbiedingen, g.datum)
    return Brieven((brief,), tuple(papieren(dag.geopend.root, registers, partner, aanbiedingen)))


def _over_toetreding(dag: _Dag, g: Toetreding) -> Brieven:
    if g.nummer is None:  # it was recorded by hand, without a declaration
        return Brieven()
    partner = dag.partner(g.partner)
    return Brieven((kennisgeving(dag.geopend, dag.geopend.registers, partner, g.nummer),))


BRIEFSOORTEN: tuple[Briefsoort, ...] = (
    Briefsoort("opzegging", Opzegging, _over_opzegging),
    Briefsoort("intrekking", Intrekking, _over_intrekking),
    Briefsoort("intrekking", Intrekkingsinstemming, _over_ingetrokken),
    Briefsoort("verlenging", Verlenging, _over_verlenging),
    Briefsoort("instemming", Toetredingsinstemming, _over_instemming),
    Briefsoort("aanbieding", Aanbieding, _over_aanbieding),
    Briefsoort("herinnering", Herinnering, _over_herinnering),
    Briefsoort("toetreding", Toetreding, _over_toetreding),
)
