"""Gebeurtenissen of the Stuurgroep: what it decides and adopts, and when it meets."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gebeurtenissen import Gebeurtenis, van_soort

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@waarde(kw_only=True)
class Besluitvorming(Gebeurtenis):
    """A decision was taken: `besluit` is its sleutel in besluiten.yaml."""

    soort: ClassVar[str] = "besluit"
    besluit: str
    kenmerk: str = ""


@waarde(kw_only=True)
class Vaststelling(Gebeurtenis):
    """A frozen version, by its name, was adopted by a `besluit`."""

    soort: ClassVar[str] = "vaststelling"
    versie: str
    besluit: str = ""


@waarde(kw_only=True)
class Verlenging(Gebeurtenis):
    """The convenant was renewed (7.k); `jaar` is the year in which the renewed term begins."""

    soort: ClassVar[str] = "verlenging"
    jaar: int
    besluit: str = ""


@waarde(kw_only=True)
class Vergadering(Gebeurtenis):
    """The Stuurgroep met, or will meet: the one thing that is recorded before its day.

    Args:
        stukken: what it adopted, or will: "jaarplan 2027".
        plaats: where.
        besluit: the sleutel of a decision it took.
    """

    soort: ClassVar[str] = "vergadering"
    stukken: tuple[str, ...] = ()
    plaats: str = ""
    besluit: str = ""


def vaststeldag(gebeurtenissen: Iterable[Gebeurtenis], versie: str) -> date | None:
    """Return the day on which a version, by its name, was adopted; None when none is recorded."""
    adopted = (g.datum for g in van_soort(gebeurtenissen, Vaststelling) if g.versie == versie)
    return min(adopted, default=None)
