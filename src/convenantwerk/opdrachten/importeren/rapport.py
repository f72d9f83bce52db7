"""What is told of an import: every brok with where it came, what is left out, what is unsure."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.als_yaml import als_waarden
from convenantwerk.basis.periode import periode
from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import Onzeker
from convenantwerk.papier.huisstijl import engine_huisstijl
from convenantwerk.papier.sjablonen import Pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.invoer.brok import Ingelezen, Plek, Weggelaten
    from convenantwerk.invoer.gebouwd import Als, Gebouwd
    from convenantwerk.invoer.voorstellen.alles import Voorstellen
    from convenantwerk.invoer.voorstellen.voorstel import Voorstel
    from convenantwerk.opdrachten.importeren.feiten import Importfeiten

_RAND = ("koptekst", "voettekst")
SJABLOON = "importrapport.html"
# For each WegReden, one and more of it.
REDENEN: Mapping[str, tuple[str, str]] = {
    "koptekst": ("kopregel", "kopregels"),
    "voettekst": ("voetregel", "voetregels"),
    "bladzijdenummer": ("bladzijdenummer", "bladzijdenummers"),
    "inhoudsopgave": ("regel van de inhoudsopgave", "regels van de inhoudsopgave"),
    "titelblad": ("regel van het titelblad", "regels van het titelblad"),
    "redactie": ("regel die dit programma zelf schrijft", "regels die dit programma zelf schrijft"),
    "doorgehaald": ("doorgehaald stuk", "doorgehaalde stukken"),
    "ingevoegd": ("ingevoegd stuk", "ingevoegde stukken"),
    "verborgen": ("verborgen stuk", "verborgen stukken"),
    "watermerk": ("watermerk", "watermerken"),
    "navigatie": ("stuk van de webpagina", "stukken van de webpagina"),
    "webadres": ("adres van een link", "adressen van links"),
    "bestandsgegevens": (
        "regel met gegevens van het bestand",
        "regels met gegevens van het bestand",
    ),
}


@dataclass(frozen=True, slots=True)
class Importrapport:
    """An import, for whoever tells of it.

    Args:
        bestand: the name of the file.
        als: what it was imported as.
        nieuw: whether a dossier began with it.
        feiten: what the text is called.
        paden: what it wrote, below the folder of the dossier, without the report itself.
    """

    bestand: str
    als: Als
    op: date
    nieuw: bool
    feiten: Importfeiten
    ingelezen: Ingelezen
    gebouwd: Gebouwd
    voorstellen: Voorstellen
    paden: tuple[str, ...]

    @property
    def weggelaten(self) -> tuple[Any, ...]:
        """What the reader and the builder left out."""
        return (*self.ingelezen.weggelaten, *self.gebouwd.weggelaten)

    @property
    def bewerkt(self) -> tuple[Any, ...]:
        """What they wrote otherwise."""
        return (*self.ingelezen.bewerkt, *self.gebouwd.bewerkt)

    @property
    def onzeker(self) -> tuple[Any, ...]:
        """What a person must look at, in the order of the file."""
        alle = (*self.ingelezen.onzeker, *self.gebouwd.onzeker, *eenmalig(self.weggelaten))
        return tuple(sorted(alle, key=lambda o: o.plek))

    @property
    def tellingen(self) -> dict[str, int]:
        """How many words the file has, how many are left out and how many came in the text."""
        weg = sum(len(woorden(een.tekst)) for een in self.weggelaten)
        anders = sum(len(woorden(een.wordt)) - len(woorden(een.was)) for een in self.bewerkt)
        alle = len(self.ingelezen.woorden)
        return {"bestand": alle, "weggelaten": weg, "anders": anders, "tekst": alle - weg + anders}

    @property
    def redenen(self) -> dict[str, int]:
        """How many pieces were left out for each reason, as a reader calls it."""
        telling = Counter(een.waarom for een in self.weggelaten)
        return {REDENEN[reden][n != 1]: n for reden, n in telling.most_common()}


def eenmalig(weggelaten: Sequence[Weggelaten]) -> Iterator[Onzeker]:
    """Yield what was left out as the header or footer of a page, and stands on no other page.

    It may be the title of a chapter; it may be text that only stands where headers do.
    """
    rand = [een for een in weggelaten if een.waarom in _RAND and een.plek.soort == "bladzijde"]
    telling = Counter(_zonder_cijfers(een.tekst) for een in rand)
    for een in rand:
        if telling[_zonder_cijfers(een.tekst)] == 1:
            naam = REDENEN[een.waarom][0]
            waarom = f"weggelaten als {naam}, en staat op geen andere bladzijde: is het tekst?"
            yield Onzeker(een.tekst, een.plek, waarom)


def _zonder_cijfers(tekst: str) -> str:
    return re.sub(r"\d+", "#", " ".join(tekst.split()).casefold())


def als_gegevens(rapport: Importrapport) -> dict[str, Any]:
    """Return an import as docs/bronformaat.md describes it; the keys do not change."""
    return {
        "bestand": rapport.bestand,
        "formaat": rapport.ingelezen.formaat,
        "als": rapport.als,
        "op": rapport.op.isoformat(),
        "woorden": rapport.tellingen,
        "stukken": _stukken(rapport),
        "weggelaten": [
            {"waarom": een.waarom, "plek": _plek(een.plek), "tekst": een.tekst}
            for een in rapport.weggelaten
        ],
        "bewerkt": [
            {"was": e.was, "wordt": e.wordt, "plek": _plek(e.plek), "waarom": e.waarom}
            for e in rapport.bewerkt
        ],
        "onzeker": [
            {"tekst": een.tekst, "plek": _plek(een.plek), "waarom": een.waarom}
            for een in rapport.onzeker
        ],
        "opmerkingen": [
            {"tekst": een.tekst, "plek": _plek(een.plek), "door": een.door, "bij": een.bij}
            for een in rapport.ingelezen.opmerkingen
        ],
        "voorstellen": _voorstellen(rapport.voorstellen),
        "geschreven": list(rapport.paden),
    }


def _stukken(rapport: Importrapport) -> list[dict[str, Any]]:
    """Return every brok with where it stood and came, and why a person must look at it."""
    twijfel: dict[Plek, list[str]] = defaultdict(list)
    for een in rapport.onzeker:
        twijfel[een.plek].append(een.waarom)
    return [
        {
            "plek": _plek(p.plek),
            "pad": p.pad,
            "anker": p.anker,
            "woorden": p.woorden,
            "begin": p.begin,
            "onzeker": twijfel.get(p.plek, []),
        }
        for p in rapport.gebouwd.plaatsingen
    ]


def _plek(plek: Plek) -> dict[str, Any]:
    return {"soort": plek.soort, "nummer": plek.nummer, "regel": plek.regel, "tekst": str(plek)}


def _voorstellen(voorstellen: Voorstellen) -> dict[str, Any]:
    return {
        "partners": [{**_bron(v), "waarde": als_waarden(v.partner)} for v in voorstellen.partners],
        "ondertekenaars": [
            {**_bron(v), "waarde": als_waarden(v.ondertekenaar)} for v in voorstellen.ondertekenaars
        ],
        "overleggen": [
            {
                "anker": v.anker,
                "naam": v.naam,
                "waarde": als_waarden(v.feiten),
                "twijfels": list(v.twijfels),
            }
            for v in voorstellen.overleggen
        ],
        "regels": [
            {"regel": v.naam, **_bron(v), "waarde": als_waarden(v.regel) if v.regel else None}
            for v in voorstellen.regels
        ],
    }


def _bron(voorstel: Voorstel) -> dict[str, Any]:
    return {
        "zeker": voorstel.zeker,
        "twijfel": voorstel.twijfel,
        "adres": voorstel.adres,
        "vindplaats": voorstel.citaat,
        "woorden": voorstel.woorden,
    }


# --- files


def als_json(rapport: Importrapport) -> str:
    """Return an import as JSON."""
    return json.dumps(_gewoon(als_gegevens(rapport)), ensure_ascii=False, indent=2)


def _gewoon(value: Any) -> Any:  # noqa: ANN401  any value of a register
    if isinstance(value, dict):
        return {key: _gewoon(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_gewoon(item) for item in value]
    return value if isinstance(value, str | int | bool | None) else str(value)


def als_html(rapport: Importrapport) -> str:
    """Return an import as one page that needs nothing from elsewhere.

    It is made with the templates of the engine: a dossier that is there may be a stranger's.
    """
    gegevens = _gewoon(als_gegevens(rapport))
    for soort in gegevens["voorstellen"].values():
        for een in soort:
            een["waarde"] = _in_woorden(een["waarde"])
    per_pad: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for stuk in gegevens["stukken"]:
        per_pad[stuk["pad"]].append(stuk)
    twijfels: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for een in gegevens["onzeker"]:
        twijfels[een["waarom"]].append(een)
    waarden = {
        "v": gegevens,
        "bestanden": dict(per_pad),
        "twijfels": dict(twijfels),
        "redenen": rapport.redenen,
        "op": rapport.op,
    }
    return Pages(engine_huisstijl()).render(SJABLOON, waarden)


def _in_woorden(waarde: object) -> object:
    """Return a value with its periods as a person says them: "3 maanden" for P3M."""
    if isinstance(waarde, dict):
        return {sleutel: _in_woorden(een) for sleutel, een in waarde.items()}
    if isinstance(waarde, str):
        with suppress(ValueError):
            return periode(waarde).voluit
    return waarde


def rapportbestanden(
    rapport: Importrapport, map_: str, bestaand: Iterable[str]
) -> dict[str, bytes]:
    """Return the files of the report, under names that no earlier report has."""
    taken = set(bestaand)
    namen = ("rapport" if number == 1 else f"rapport-{number}" for number in count(1))
    stam = next(n for n in namen if not {f"{n}.html", f"{n}.json"} & taken)
    return {
        f"{map_}/{stam}.html": als_html(rapport).encode(),
        f"{map_}/{stam}.json": f"{als_json(rapport)}\n".encode(),
    }
