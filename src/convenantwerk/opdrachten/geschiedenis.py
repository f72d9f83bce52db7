"""What was recorded, the last day first: each with its papers, and by what it does not count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import voluit
from convenantwerk.dossier.archief import ARCHIEF
from convenantwerk.dossier.gebeurtenissen.correctie import Correctie, aanduiding, over
from convenantwerk.dossier.gebeurtenissen.stuurgroep import (
    Besluitvorming,
    Vaststelling,
    Vergadering,
    Verlenging,
)
from convenantwerk.dossier.gebeurtenissen.tekenen import Mandaateinde
from convenantwerk.opdrachten.corrigeren.corrigeer import vastleggingen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.geopend.geopend import Geopend


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """Something that was recorded.

    Args:
        gebeurtenis: what.
        aanduiding: by what it is annulled.
        wat: what it is, in a few words.
        stukken: its papers in the archive, by their path below the folder of the dossier.
        correctie: by which it does not count any more, if any.
    """

    gebeurtenis: Gebeurtenis
    aanduiding: str
    wat: str
    stukken: tuple[str, ...]
    correctie: Correctie | None


class Geschiedenis(NamedTuple):
    """A piece of what was recorded, and how much there is of it in all."""

    rijen: Sequence[Vastgelegd]
    aantal: int


def geschiedenis(
    geopend: Geopend, *, zoek: str = "", begin: int = 0, meest: int, tot: date | None = None
) -> Geschiedenis:
    """Return what was recorded.

    Args:
        geopend: the dossier.
        zoek: words that all stand in what is told of it, its day or its reference.
        begin: how many of the last are passed over.
        meest: how many are told.
        tot: the last day that is told of; without it also of meetings to come.

    Raises:
        OnleesbaarError: the registers cannot be read.
    """
    woorden = _Woorden(geopend.registers)
    gevraagd = zoek.casefold().split()
    alle = [
        v
        for v in sorted(
            vastleggingen(geopend.registers), key=lambda v: v.gebeurtenis.datum, reverse=True
        )
        if (tot is None or v.gebeurtenis.datum <= tot)
        and (not gevraagd or woorden.staan_bij(v.gebeurtenis, gevraagd))
    ]
    stukken = _stukken(geopend)
    rijen = [
        Vastgelegd(
            v.gebeurtenis,
            aanduiding(v.gebeurtenis),
            woorden.over(v.gebeurtenis),
            stukken.get(getattr(v.gebeurtenis, "sha256", ""), ()),
            v.correctie,
        )
        for v in alle[begin : begin + meest]
    ]
    return Geschiedenis(rijen, len(alle))


def _stukken(geopend: Geopend) -> Mapping[str, tuple[str, ...]]:
    """Return the papers of the archive by their hash, but for the texts that lie beside them."""
    bewaard, _ = geopend.lezer.boom(geopend.root / ARCHIEF)
    found: dict[str, tuple[str, ...]] = {}
    for pad, path in bewaard.items():
        if path.suffix != ".md":
            found[path.stem] = (*found.get(path.stem, ()), f"{ARCHIEF}/{pad}")
    return found


class _Woorden:
    """Tells what was recorded by the names of partners, people and decisions."""

    def __init__(self, registers: Registers) -> None:
        self._namen = {p.sleutel: p.naam for p in registers.partners}
        self._personen = {o.sleutel: o.persoon for o in registers.ondertekenaars}
        self._besluiten = {b.sleutel: b for b in registers.besluiten}
        self._geannuleerd = {id(a.correctie): a.gebeurtenis for a in registers.geannuleerd}

    def over(self, g: Gebeurtenis) -> str:
        """Return what happened in a few words."""
        wie = over(g)
        match g:
            case Correctie():
                weg = self._geannuleerd.get(id(g))
                return f"correctie van {self._kort(weg)}" if weg else "correctie"
            case Besluitvorming():
                besluit = self._besluiten.get(g.besluit)
                return f"besluit: {besluit.titel if besluit else g.besluit}"
            case Vaststelling():
                return f"vaststelling: versie {g.versie}"
            case Verlenging():
                return f"verlenging voor {g.jaar}"
            case Vergadering():
                waar = f" in {g.plaats}" if g.plaats else ""
                stukken = f" ({', '.join(g.stukken)})" if g.stukken else ""
                return f"vergadering{waar}{stukken}"
            case Mandaateinde():
                return f"einde van het mandaat: {self._personen.get(wie, wie)}"
            case _:
                return f"{g.soort}: {self._namen.get(wie, wie)}" if wie else g.soort

    def _kort(self, g: Gebeurtenis) -> str:
        """Return what was annulled; of another correctie no more than that it was one."""
        return (
            f"{'een correctie' if isinstance(g, Correctie) else self.over(g)} ({voluit(g.datum)})"
        )

    def staan_bij(self, g: Gebeurtenis, woorden: Sequence[str]) -> bool:
        """Tell whether all of these words are said of it."""
        gezegd = "\n".join(self._gezegd(g)).casefold()
        return all(woord in gezegd for woord in woorden)

    def _gezegd(self, g: Gebeurtenis) -> Iterator[str]:
        yield self.over(g)
        yield voluit(g.datum)
        yield g.datum.isoformat()
        for naam in ("reden", "door", "kenmerk", "opmerking", "plaats", "versie"):
            yield getattr(g, naam, "") or ""
        yield from getattr(g, "stukken", ())
        if besluit := self._besluiten.get(getattr(g, "besluit", "")):
            yield f"{besluit.titel} {besluit.kenmerk}"
