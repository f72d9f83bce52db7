"""What was recorded, the newest first: each with its papers, and by what it does not count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.dossier.archief import ARCHIEF
from convenantwerk.dossier.gebeurtenissen.correctie import Correctie, aanduiding
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Besluitvorming, Vaststelling
from convenantwerk.dossier.gebeurtenissen.tekenen import Mandaateinde
from convenantwerk.opdrachten.corrigeren.corrigeer import vastleggingen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


def geschiedenis(geopend: Geopend) -> Sequence[Vastgelegd]:
    """Return all that was recorded, the last day first.

    Raises:
        OnleesbaarError: the registers cannot be read.
    """
    registers = geopend.registers
    bewaard, _ = geopend.lezer.boom(geopend.root / ARCHIEF)
    stukken: dict[str, list[str]] = {}
    for pad, path in bewaard.items():
        if path.suffix != ".md":  # the text of a paper, which lies beside it
            stukken.setdefault(path.stem, []).append(f"{ARCHIEF}/{pad}")
    alle = sorted(vastleggingen(registers), key=lambda v: v.gebeurtenis.datum, reverse=True)
    namen = {aanduiding(v.gebeurtenis): _noem(registers, v.gebeurtenis) for v in alle}
    return [
        Vastgelegd(
            v.gebeurtenis,
            naam,
            _met_correctie(v.gebeurtenis, namen) or namen[naam],
            tuple(stukken.get(getattr(v.gebeurtenis, "sha256", ""), ())),
            v.correctie,
        )
        for v in alle
        for naam in (aanduiding(v.gebeurtenis),)
    ]


def _met_correctie(g: Gebeurtenis, namen: Mapping[str, str]) -> str:
    """Return what a correctie annuls, in the words of that; "" for all else."""
    return f"Correctie van {namen.get(g.annuleert, 'iets')}" if isinstance(g, Correctie) else ""


def _noem(registers: Registers, g: Gebeurtenis) -> str:
    """Return what happened in a few words, by the names of people and decisions."""
    match g:
        case Correctie():
            return "een correctie"
        case Besluitvorming():
            titels = {b.sleutel: b.titel for b in registers.besluiten}
            return f"besluit: {titels.get(g.besluit, g.besluit)}"
        case Vaststelling():
            return f"vaststelling: versie {g.versie}"
        case Mandaateinde():
            namen = {o.sleutel: o.persoon for o in registers.ondertekenaars}
            return f"einde van het mandaat: {namen.get(g.ondertekenaar, g.ondertekenaar)}"
        case _:
            return registers.noem(g)
