"""Adopting the text in force on a day as a version, sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import telling
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.opdrachten.vaststellen import (
    Vaststelling,
    Vaststelopdracht,
    Vaststelvoorstel,
    bereid_vaststelling,
    leg_vaststelling_vast,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde

_MENU = "/ondertekening"
_ANDERS = "-"  # no sleutel of a besluit is this
_MEEST = 20  # fouten that are named; the rest is counted


def _velden(vraag: Vraag) -> Sequence[Veld]:
    besluiten = sorted(vraag.dossier.registers.besluiten, key=lambda b: b.datum, reverse=True)
    return (
        Veld(
            naam="naam",
            vraag="Hoe heet deze versie?",
            nodig=True,
            uitleg="Kleine letters, cijfers, punten en streepjes: 2027, 2027-01-01.",
            meest=60,
        ),
        Veld(
            naam="besluit",
            vraag="Bij welk besluit is de tekst vastgesteld?",
            soort="keuze",
            nodig=True,
            keuzes=[
                *(Keuze(b.sleutel, b.titel) for b in besluiten),
                Keuze(_ANDERS, "Een besluit dat niet in deze lijst staat"),
            ],
            standaard=None if besluiten else _ANDERS,
        ),
        Veld(
            naam="anders",
            vraag="Of: het besluit in uw woorden",
            uitleg="Op één regel, zoals: Stuurgroepbesluit van 14 december 2026.",
        ),
        Veld(
            naam="datum",
            vraag="Van welke dag is de tekst?",
            soort="datum",
            nodig=True,
            uitleg="De tekst die op deze dag geldt, wordt bewaard.",
            standaard=vraag.dossier.op,
        ),
        Veld(
            naam="vastgesteld",
            vraag="Dag van het besluit",
            soort="datum",
            uitleg="Laat u dit leeg, dan geldt de dag die bij het besluit is vastgelegd; anders "
            "de dag van de tekst, of vandaag als die nog komt.",
        ),
        Veld(
            naam="editie",
            vraag="Hoe staan de addenda erin?",
            soort="keuze",
            nodig=True,
            keuzes=[
                Keuze("vanzelf", "Erachter, tenzij er een is die alleen verwerkt kan worden"),
                Keuze("met-addenda", "Achter de tekst"),
                Keuze("doorlopend", "Verwerkt in de tekst"),
            ],
            standaard="vanzelf",
        ),
        Veld(
            naam="ondanks_fouten",
            vraag="Stel vast met de fouten die er nog in staan",
            soort="ja",
            uitleg="Alleen als deze tekst werkelijk zo is vastgesteld.",
        ),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Vaststelvoorstel | None]:
    gegeven = cast("dict[str, Any]", dict(waarden))
    anders = gegeven.pop("anders") or ""
    if gegeven["besluit"] == _ANDERS:
        gegeven["besluit"] = anders
    elif anders:
        tip = "laat uw eigen woorden weg, of kies het besluit dat niet in de lijst staat"
        reden = "u koos een besluit uit de lijst en schreef er ook een"
        raise ConvenantwerkError("CV033", naam=gegeven["naam"], reden=reden, tip=tip)
    found = bereid_vaststelling(vraag.dossier, Vaststelopdracht(**gegeven))
    if isinstance(found, Vaststelling):
        fouten = tuple(d for d in found.diagnostics if d.ernst == "fout")
        return Gevolg(None, ("Zo kan de tekst niet worden vastgesteld.",), fouten)
    gegevens = found.gegevens
    zinnen: list[str | tuple[str, ...]] = [
        f"De tekst van {voluit(gegevens.datum)} ({gegevens.editie}) wordt versie {gegevens.naam}, "
        f"bij besluit: {gegevens.besluit}.",
        f"Zijn {len(gegevens.bestanden)} bestanden worden bewaard onder een zegel dat begint met "
        f"{gegevens.kort}. Een vastgestelde tekst verandert niet meer.",
    ]
    if found.dag:
        zinnen.append(f"Vastgelegd wordt: vaststelling op {voluit(found.dag)}.")
    if gegevens.open_fouten:
        open_ = [d.melding for d in found.diagnostics if d.ernst == "fout"]
        rest = (f"en nog {len(open_) - _MEEST} fouten",) if len(open_) > _MEEST else ()
        zinnen.append(f"Let op: vastgesteld met {telling(found.diagnostics)}:")
        zinnen.append((*open_[:_MEEST], *rest))
    return Gevolg(found, zinnen, found.voorstel.bezwaren, knop=f"Stel versie {gegevens.naam} vast")


def _leg_vast(geopend: Geopend, voorstel: Vaststelvoorstel | None) -> Uitslag:
    assert voorstel is not None  # noqa: S101  what is refused has a fout, which stops it
    gedaan = leg_vaststelling_vast(geopend, voorstel)
    naam = voorstel.gegevens.naam
    zinnen = [f"De tekst is bewaard in {gedaan.versie.pad}."] if gedaan.versie else []
    return Uitslag(
        f"Versie {naam} is vastgesteld",
        tuple(zinnen),
        verder=(
            Knop("Maak de pakketten om te tekenen", "/doe/pakket"),
            Knop("Versies", "/versies"),
        ),
        menu=_MENU,
    )


HANDELINGEN = (
    Handeling(
        naam="vaststellen",
        titel="Stel een versie vast",
        menu=_MENU,
        velden=_velden,
        bekijk=_bekijk,
        leg_vast=_leg_vast,
        inleiding="Doe dit als het besluit is genomen. Vanaf dan kan deze versie worden getekend.",
    ),
)
