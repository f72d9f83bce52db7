"""Who signs by a list, beside who signs by the register; whose name history rests on stays."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.namen import naamsleutel, zelfde_persoon
from convenantwerk.basis.opdrachtregel import geciteerd
from convenantwerk.dossier.registers import Ondertekenaar, vrije_sleutel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner


@dataclass(slots=True)
class Tekenlijst:
    """Takes the signatories of a list one partner after another.

    Args:
        registers: of the dossier.
        pad: the list as the user sees it.
        nieuw: rows that come.
        anders: rows as they were, and as they become.
        bevindingen: what somebody must decide.
    """

    registers: Registers
    pad: str
    nieuw: list[Ondertekenaar] = field(default_factory=list)
    anders: list[tuple[Ondertekenaar, Ondertekenaar]] = field(default_factory=list)
    bevindingen: list[Diagnostic] = field(default_factory=list)
    _bezet: set[str] = field(default_factory=set)
    _genoemd: set[str] = field(default_factory=set)
    _van: dict[str, list[Ondertekenaar]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look once who signs for whom, and who is named by what was recorded."""
        self._bezet = {o.sleutel for o in self.registers.ondertekenaars}
        self._genoemd = {getattr(g, "ondertekenaar", "") for g in self.registers.gebeurtenissen}
        for signer in self.registers.ondertekenaars:
            self._van.setdefault(signer.partner, []).append(signer)

    def neem(
        self, rij: int, was: Partner, partner: Partner, lijst: Sequence[Mapping[str, Any]]
    ) -> None:
        """Take who signs for one partner; `was` is the partner as it is in the register."""
        bekend = list(self._van.get(partner.sleutel, ()))
        over: list[Mapping[str, Any]] = []
        for feiten in lijst:
            same = next((o for o in bekend if zelfde_persoon(o.naam, feiten["naam"])), None)
            if same is None:
                over.append(feiten)
                continue
            bekend.remove(same)
            self._wijzig(same, {**feiten, "naam": same.naam}, was, partner)
        if len(over) == len(bekend) == 1 and bekend[0].sleutel not in self._genoemd:
            self._wijzig(bekend.pop(), {"titel": "", **over.pop()}, was, partner)
        for feiten in over:
            if bekend:
                self._opvolger(rij, partner, bekend[0], feiten)
            else:
                self._nieuw(rij, partner, feiten)
        for signer in bekend:
            self._wijzig(signer, {}, was, partner)

    def _nieuw(self, rij: int, partner: Partner, feiten: Mapping[str, Any]) -> None:
        sleutel = vrije_sleutel(partner.sleutel, self._bezet)
        self._bezet.add(sleutel)
        vast = {"partner": partner.sleutel, "organisatie": partner.naam, "titel": ""}
        plek = Position(self.pad, rij)
        self.nieuw.append(Ondertekenaar(sleutel=sleutel, position=plek, **{**vast, **feiten}))

    def _wijzig(
        self, old: Ondertekenaar, feiten: Mapping[str, Any], was: Partner, partner: Partner
    ) -> None:
        """Change a row; the block goes on to name the organisation as it is called."""
        hernoemd = {"organisatie": partner.naam} if old.organisatie == was.naam else {}
        new = replace(old, **{**hernoemd, **anders_gezegd(feiten, old)})
        if new != old:
            self.anders.append((old, new))

    def _opvolger(
        self, rij: int, partner: Partner, old: Ondertekenaar, feiten: Mapping[str, Any]
    ) -> None:
        wat = (
            f"voor {partner.naam} tekent volgens de lijst {feiten['naam']}, volgens het register "
            f"{old.naam}; dat blijft zo"
        )
        tip = (
            f"'convenant wijzig ondertekenaar {old.sleutel} --vanaf DATUM --naam "
            f"{geciteerd(feiten['naam'])} --functie {geciteerd(feiten['functie'])}'"
        )
        self.bevindingen.append(CODES["CV965"].at(Position(self.pad, rij), wat=wat, tip=tip))


def anders_gezegd(feiten: Mapping[str, Any], rij: object) -> dict[str, Any]:
    """Return the facts that say something else than a row does, but for capitals and spaces."""
    return {
        naam: waarde
        for naam, waarde in feiten.items()
        if not (
            isinstance(waarde, str) and naamsleutel(waarde) == naamsleutel(getattr(rij, naam) or "")
        )
    }
