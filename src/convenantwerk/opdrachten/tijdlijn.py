"""What was recorded, in words and with its papers: a history that a person can read."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.dossier.gebeurtenissen.correctie import aanduiding
from convenantwerk.opdrachten.corrigeren.corrigeer import vastleggingen
from convenantwerk.opdrachten.corrigeren.stukken import Stukken
from convenantwerk.tekst.deel import mapnaam_leesbaar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.gebeurtenissen.correctie import Correctie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.corrigeren.corrigeer import Vastlegging

# What each soort is called where it stands by itself; one that is not here goes by its own name.
_TITELS: Mapping[str, str] = {
    "verzoek-toetreding": "Verzoek om toe te treden",
    "instemming": "Instemming met de toetreding",
    "intrekking-opzegging": "Intrekking van de opzegging",
    "instemming-intrekking": "Instemming met de intrekking",
    "bevestiging-opzegging": "Bevestiging van de opzegging",
    "regeling-opzegging": "Regeling van de gevolgen van de opzegging",
    "aanbieding": "Ter ondertekening aangeboden",
    "tegentekening": "Ondertekening door de voorzitter",
    "weigering": "Weigering om te tekenen",
    "mandaat-einde": "Einde van een mandaat",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that was recorded, in words.

    Args:
        gebeurtenis: what.
        aanduiding: by which it is taken back.
        titel: what it is called.
        feiten: what more was recorded, each in a few words.
        stukken: its papers, as far as they are there.
        correctie: by which it does not count any more, if any.
    """

    gebeurtenis: Gebeurtenis
    aanduiding: str
    titel: str
    feiten: tuple[str, ...]
    stukken: tuple[Path, ...]
    correctie: Correctie | None


def momenten(geopend: Geopend, uit: Path, partner: str) -> tuple[Moment, ...]:
    """Return what was recorded of a partner, and of who signs for it: the last day first.

    Args:
        geopend: the dossier.
        uit: the folder in which papers are made.
        partner: its sleutel.

    Raises:
        OnleesbaarError: the registers cannot be read.
    """
    registers = geopend.registers
    tekenaars = {o.sleutel for o in registers.ondertekenaars if o.partner == partner}
    own = [
        v
        for v in vastleggingen(registers)
        if getattr(v.gebeurtenis, "partner", "") == partner
        or (
            not hasattr(v.gebeurtenis, "partner")
            and getattr(v.gebeurtenis, "ondertekenaar", "") in tekenaars
        )
    ]
    own.sort(key=lambda v: v.gebeurtenis.datum, reverse=True)
    return als_momenten(geopend, uit, own)


def als_momenten(geopend: Geopend, uit: Path, gekozen: Sequence[Vastlegging]) -> tuple[Moment, ...]:
    """Return what was recorded in words, in the order given; other arguments as `momenten`."""
    if not gekozen:
        return ()
    stukken = Stukken(geopend, uit)
    woorden = Woorden(geopend.registers)
    return tuple(
        Moment(
            v.gebeurtenis,
            aanduiding(v.gebeurtenis),
            titel_van(v.gebeurtenis),
            tuple(woorden.feiten(v.gebeurtenis)),
            tuple(stukken.van(v.gebeurtenis)),
            v.correctie,
        )
        for v in gekozen
    )


def titel_van(gebeurtenis: Gebeurtenis) -> str:
    """Return what a gebeurtenis is called: "Verzoek om toe te treden"."""
    return _TITELS.get(gebeurtenis.soort) or eerste_groot(gebeurtenis.soort.replace("-", " "))


class Woorden:
    """Tells the facts of gebeurtenissen in the words of who reads them."""

    def __init__(self, registers: Registers) -> None:
        self._tekenaars = {o.sleutel: o for o in registers.ondertekenaars}
        self._partners = {p.sleutel: p.naam for p in registers.partners}
        self._besluiten = {b.sleutel: b for b in registers.besluiten}
        self._geannuleerd = {id(a.correctie): a.gebeurtenis for a in registers.geannuleerd}

    def feiten(self, g: Gebeurtenis) -> Iterator[str]:
        """Yield each fact that was recorded; the day and the hash of a paper speak elsewhere."""
        for spec in sorted(fields(g), key=lambda spec: spec.name == "opmerking"):
            waarde = getattr(g, spec.name)
            if spec.name in _ELDERS or waarde in (None, "", ()):
                continue
            if spec.name == "annuleert":
                yield self._weg(g) or str(waarde)
                continue
            zin = _FEITEN.get(spec.name, f"{spec.name.replace('_', ' ')}: {{}}")
            yield zin.format(self._waarde(spec.name, waarde))

    def _weg(self, g: Gebeurtenis) -> str:
        """Return what a correctie annuls, "" when there is no such thing."""
        weg = self._geannuleerd.get(id(g))
        if weg is None:
            return ""
        naam = self._partners.get(getattr(weg, "partner", ""), "")
        wie = f", {naam}" if naam else ""
        return f"{titel_van(weg).lower()}{wie}, van {voluit(weg.datum)}"

    def _waarde(self, naam: str, waarde: object) -> str:
        if naam == "ondertekenaar" and (wie := self._tekenaars.get(str(waarde))):
            return f"{wie.persoon}, {wie.functie}"
        if naam == "besluit" and (besluit := self._besluiten.get(str(waarde))):
            return besluit.titel + (f" ({besluit.kenmerk})" if besluit.kenmerk else "")
        if isinstance(waarde, date):
            return voluit(waarde)
        if isinstance(waarde, tuple):
            leesbaar: Callable[[str], str] = mapnaam_leesbaar if naam == "delen" else str
            return ", ".join(leesbaar(str(een)) for een in waarde)
        return str(waarde)


_ELDERS = ("datum", "position", "partner", "sha256")
_FEITEN: Mapping[str, str] = {
    "besluit": "besluit: {}",
    "brief": "brieven van {}",
    "delen": "{}",
    "geadresseerde": "gericht aan {}",
    "ingangsdatum": "met ingang van {}",
    "kenmerk": "kenmerk {}",
    "jaar": "voor {}",
    "nummer": "verklaring nummer {}",
    "ondertekenaar": "{}",
    "opmerking": "{}",
    "reden": "reden: {}",
    "overleggen": "overleggen: {}",
    "stuk": "{}",
    "stukken": "vastgesteld: {}",
    "uiterlijk": "terug uiterlijk {}",
    "versie": "versie {}",
    "verzonden": "verzonden op {}",
    "vorm": "{}",
    "wijze": "{} getekend",
}
