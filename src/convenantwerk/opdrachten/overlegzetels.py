"""Who sits in which overleg, and what is missing for that, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.dossier.gebeurtenissen import LANDELIJK, REGIONAAL
from convenantwerk.tekst.deel import mapnaam_leesbaar
from convenantwerk.tijd.stand import plaatsing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.opdrachten.stand import Opname
    from convenantwerk.tijd.deelname import Deelname
    from convenantwerk.tijd.stand import Overleg, Plaatsing

# What a place says to who reads it; `deel` is what the overleg uses.
_ZINNEN: Mapping[Plaatsing, str] = {
    "neemt deel": "neemt deel en tekende {deel}",
    "handtekening ontbreekt": "zit erin, maar tekende {deel} nog niet",
    "ander protocol": "zit erin, maar tekende een ander protocol dan {deel}",
    "nee": "neemt niet deel",
    "onbekend": "niet vastgelegd wie deelneemt",
}
_ZIT: tuple[Plaatsing, ...] = ("neemt deel", "handtekening ontbreekt", "ander protocol")


@dataclass(frozen=True, slots=True)
class Zetel:
    """Where a partner stands in an overleg, in a word and in a sentence."""

    deelname: Deelname
    overleg: Overleg
    plaatsing: Plaatsing
    zin: str

    @property
    def zit_erin(self) -> bool:
        """Whether it takes part, whatever is missing."""
        return self.plaatsing in _ZIT

    @property
    def volledig(self) -> bool:
        """Whether it takes part and nothing is missing."""
        return self.plaatsing == "neemt deel"


@dataclass(frozen=True, slots=True)
class Bezetting:
    """An overleg, and who sits in it; in the order of the register."""

    overleg: Overleg
    zetels: tuple[Zetel, ...]

    @property
    def ontbreekt(self) -> tuple[Zetel, ...]:
        """Those of whom something is missing."""
        return tuple(z for z in self.zetels if not z.volledig)

    @property
    def per_zin(self) -> tuple[tuple[str, tuple[Zetel, ...]], ...]:
        """Those of whom the same is to be said, under what that is; who lacks something first."""
        zinnen = dict.fromkeys(z.zin for z in sorted(self.zetels, key=lambda z: z.volledig))
        return tuple((zin, tuple(z for z in self.zetels if z.zin == zin)) for zin in zinnen)


def zetel(deelname: Deelname, overleg: Overleg) -> Zetel:
    """Return where a partner stands in an overleg."""
    plaats = plaatsing(deelname, overleg)
    if plaats == "neemt deel" and not overleg.nodig:
        return Zetel(
            deelname, overleg, plaats, "neemt deel; er hoeft geen protocol te zijn getekend"
        )
    return Zetel(deelname, overleg, plaats, _ZINNEN[plaats].format(deel=protocol(overleg.nodig)))


def bezettingen(opname: Opname) -> tuple[Bezetting, ...]:
    """Return who sits in each overleg; of `lees_overleggen`."""
    return tuple(
        Bezetting(overleg, tuple(z for z in zetels if z.zit_erin))
        for overleg in opname.overleggen
        for zetels in [[zetel(rij.deelname, overleg) for rij in opname.plaatsen]]
    )


def protocol(deel: str) -> str:
    """Return how the protocol is called that an overleg uses: "het regionale protocol"."""
    return _PROTOCOLLEN.get(deel) or mapnaam_leesbaar(deel)


_PROTOCOLLEN: Mapping[str, str] = {
    REGIONAAL: "het regionale privacyprotocol",
    LANDELIJK: "het landelijke privacyprotocol",
}
