"""All that there is to know of one partner: facts, history, what it signed, where it sits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.dossier.gebeurtenissen.stuurgroep import Verlenging
from convenantwerk.opdrachten.briefsoorten import BRIEFSOORTEN
from convenantwerk.opdrachten.overlegzetels import zetel
from convenantwerk.opdrachten.stand import overleggen_van
from convenantwerk.opdrachten.tijdlijn import momenten
from convenantwerk.tekst.deel import mapnaam_leesbaar
from convenantwerk.tijd.stand import stand
from convenantwerk.tijd.termijnen.tabel import soort_van, standaard_tot, termijnen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.overlegzetels import Zetel
    from convenantwerk.opdrachten.tijdlijn import Moment
    from convenantwerk.tijd.deelname import Deelname, Handtekening
    from convenantwerk.tijd.stand import Mandaat
    from convenantwerk.tijd.uiterste_data import UitersteDatum


@dataclass(frozen=True, slots=True)
class Kaart:
    """A partner.

    Args:
        deelname: where it stands, with its facts.
        mandaten: who signs for it, of before and of now.
        delen: each deel that is signed, as it is called, and its signature if there is one.
        zetels: the overleggen in which it sits.
        onbekend: the titles of overleggen of which no deelnemers are recorded.
        momenten: what was recorded, the last day first.
        termijnen: what falls due for it.
        brieven: the soorten of letters that can be made again for it.
        versie: that was last adopted, and can be signed; "" when none was.
    """

    deelname: Deelname
    mandaten: tuple[Mandaat, ...]
    delen: tuple[tuple[str, Handtekening | None], ...]
    zetels: tuple[Zetel, ...]
    onbekend: tuple[str, ...]
    momenten: tuple[Moment, ...]
    termijnen: tuple[UitersteDatum, ...]
    brieven: tuple[str, ...]
    versie: str


def lees_kaart(geopend: Geopend, uit: Path, sleutel: str) -> Kaart | None:
    """Return all of one partner, None when there is no such partner.

    Args:
        geopend: the dossier.
        uit: the folder in which papers are made.
        sleutel: of the partner.

    Raises:
        OnleesbaarError: convenant.yaml or a register cannot be read.
    """
    registers, op = geopend.registers, geopend.op
    nu = stand(registers, op)
    deelname = next((d for d in nu.deelnames if d.partner.sleutel == sleutel), None)
    if deelname is None:
        return None
    zetels = [zetel(deelname, overleg) for overleg in overleggen_van(geopend)]
    gebeurd = momenten(geopend, uit, sleutel)
    return Kaart(
        deelname,
        tuple(m for m in nu.mandaten if m.ondertekenaar.partner == sleutel),
        tuple(
            (
                mapnaam_leesbaar(deel),
                next((h for h in deelname.handtekeningen if h.deel == deel), None),
            )
            for deel in nu.delen
        ),
        tuple(z for z in zetels if z.zit_erin),
        tuple(z.overleg.titel for z in zetels if z.plaatsing == "onbekend"),
        gebeurd,
        tuple(
            d
            for d in termijnen(registers, op, standaard_tot(op))
            if soort_van(d).is_voor(d, sleutel)
        ),
        tuple(dict.fromkeys(_brieven(geopend, gebeurd))),
        nu.versie,
    )


def _brieven(geopend: Geopend, gebeurd: Sequence[Moment]) -> Iterator[str]:
    """Yield the letters that go with what is recorded of a partner, or of all."""
    telt = {type(m.gebeurtenis) for m in gebeurd if m.correctie is None}
    telt |= {type(g) for g in geopend.registers.gebeurtenissen if isinstance(g, Verlenging)}
    return (soort.naam for soort in BRIEFSOORTEN if soort.gebeurtenis in telt)
