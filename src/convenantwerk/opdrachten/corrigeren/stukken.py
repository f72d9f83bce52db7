"""The papers that belong to what was recorded, as far as they are there."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from convenantwerk.basis.lezer import Lezer
from convenantwerk.dossier.archief import ARCHIEF
from convenantwerk.dossier.gebeurtenissen import van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegging,
    Toetreding,
    Toetredingsinstemming,
    Toetredingsverzoek,
)
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Verlenging
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Herinnering, Verzending
from convenantwerk.dossier.lezen import VERKLARINGEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.geopend.geopend import Geopend

# How the papers begin that a command made when it recorded a soort, below the folder for papers.
_BESLUIT = ("toetreding/{partner}/oplegnotitie.", "toetreding/{partner}/stuurgroepbesluit.")
_VERKLARING = (
    *("toetreding/{partner}/toetredingsverklaring.", "toetreding/{partner}/aanbiedings"),
    *("toetreding/{partner}/convenant-", "toetreding/{partner}/renvooi-"),
    "toetreding/{partner}/agenda.",
)
_INGETROKKEN = "opzegging/{partner}-{opzegging}/intrekkingsbevestiging."
_BLAD = ("ondertekening/{ondertekenaar}.", "ondertekening/{versie}/{partner}/")
_STUKKEN: Mapping[type[Gebeurtenis], tuple[str, ...]] = {
    Opzegging: ("opzegging/{partner}-{datum}/",),
    Intrekking: (_INGETROKKEN, "opzegging/{partner}-{opzegging}/ontvangst-intrekking."),
    Intrekkingsinstemming: (_INGETROKKEN,),
    Verlenging: ("verlenging/{jaar}/",),
    Toetredingsverzoek: _BESLUIT,
    Toetredingsinstemming: _BESLUIT,
    Toetreding: ("toetreding/{partner}/kennisgeving-toetreding.",),
    Aanbieding: (*_VERKLARING, *_BLAD, "pakketten/{partner}."),
    Herinnering: ("herinnering/{partner}-{datum}/",),
    Verzending: ("pakketten/{partner}.",),
}


class Stukken:
    """The papers of a dossier, listed once.

    Args:
        geopend: the dossier.
        uit: the folder in which papers are made.
    """

    def __init__(self, geopend: Geopend, uit: Path) -> None:
        self._gebouwd, _ = Lezer(uit).boom(uit)
        self._bewaard: defaultdict[str, list[Path]] = defaultdict(list)
        kept, _ = geopend.lezer.boom(geopend.root / ARCHIEF)
        for path in kept.values():
            self._bewaard[path.stem].append(path)
        self._gebeurtenissen = geopend.registers.gebeurtenissen
        self._genoemd = Counter(map(_sha256, self._gebeurtenissen))
        verklaringen = geopend.root / "convenant" / VERKLARINGEN
        self._verklaringen = geopend.lezer.entries(verklaringen).bestanden

    def van(self, gebeurtenis: Gebeurtenis) -> Iterator[Path]:
        """Yield what a command made when it recorded this, and what was kept with it."""
        yield from self._gemaakt(gebeurtenis)
        yield from self._bewaard.get(_sha256(gebeurtenis), ())
        yield from self._gebonden(gebeurtenis)

    def die_rusten_op(self, gebeurtenis: Gebeurtenis, *, verplaatst: bool) -> Iterator[Path]:
        """Yield those that mean nothing any more without it: not what others rest on too.

        What was only on another day has other letters, and the same signed originals.
        """
        yield from self._gemaakt(gebeurtenis)
        if verplaatst:
            return
        sha256 = _sha256(gebeurtenis)
        if self._genoemd[sha256] == 1:
            yield from self._bewaard.get(sha256, ())
        yield from self._gebonden(gebeurtenis)

    def _gemaakt(self, gebeurtenis: Gebeurtenis) -> Iterator[Path]:
        velden = {
            naam: str(getattr(gebeurtenis, naam, ""))
            for naam in ("partner", "ondertekenaar", "datum", "jaar", "versie")
        }
        velden["opzegging"] = self._opzegdag(velden["partner"], gebeurtenis.datum)
        begin = tuple(naam.format(**velden) for naam in _STUKKEN.get(type(gebeurtenis), ()))
        return (path for pad, path in self._gebouwd.items() if begin and pad.startswith(begin))

    def _opzegdag(self, partner: str, tot: date) -> str:
        """Return the day of the last notice of a partner through a day, "" when there is none."""
        own = van_soort(van_partner(self._gebeurtenissen, partner), Opzegging)
        return max((str(g.datum) for g in own if g.datum <= tot), default="")

    def _gebonden(self, gebeurtenis: Gebeurtenis) -> Iterator[Path]:
        nummer = getattr(gebeurtenis, "nummer", None)
        begin = f"{nummer}-"
        return (p for p in self._verklaringen if nummer is not None and p.name.startswith(begin))


def _sha256(gebeurtenis: Gebeurtenis) -> str:
    return str(getattr(gebeurtenis, "sha256", ""))
