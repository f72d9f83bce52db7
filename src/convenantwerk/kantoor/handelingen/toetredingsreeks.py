"""Many accessions at once, from a file with facts; a bad one does not keep the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.files import shown
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.opdrachten.toetreding.reeks import bereid_voor, voer_uit, zin_over_gemaakt
from convenantwerk.opdrachten.toetreding.verklaring import terug_uiterlijk
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.ontvangst import Ontvangen, Ontvangst
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.toetreding.reeks import Batch

MENU = "/toetreding"


@dataclass(frozen=True, slots=True)
class _Reeks:
    """What is recorded, and the file that it came in, which is dropped then."""

    batch: Batch
    bestand: Ontvangen
    ontvangst: Ontvangst


def _velden(vraag: Vraag) -> Sequence[Veld]:
    dossier = vraag.dossier
    return (
        Veld(naam="bestand", vraag="Bestand met de gegevens", soort="bestand", nodig=True),
        Veld(
            naam="uiterlijk",
            vraag="Verklaringen terug uiterlijk",
            soort="datum",
            vanaf=dossier.op,
            standaard=terug_uiterlijk(dossier),
        ),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Reeks]:
    ontvangst = vraag.kantoor.ontvangst
    bestand = ontvangst.geef(str(waarden["bestand"]))
    uiterlijk = cast("date | None", waarden["uiterlijk"])
    try:
        batch = bereid_voor(vraag.dossier, bestand.pad, uiterlijk)
    except OnleesbaarError as error:
        raise OnleesbaarError(_onder_naam(error.diagnostics, bestand)) from error
    found = _onder_naam(batch.diagnostics, bestand)
    inhoud = _Reeks(batch, bestand, ontvangst)
    if not batch.goed:
        return Gevolg(inhoud, (batch.zin,), found, knop="")
    zinnen: list[str | tuple[str, ...]] = [batch.zin, "Deze organisaties staan dan als kandidaat:"]
    zinnen.append(tuple(sorted((p.naam for p in batch.aanbod.nieuw.partners), key=str.casefold)))
    if fouten := [f for f in found if f.ernst == "fout"]:
        zinnen.append("Deze regels van het bestand worden overgeslagen:")
        zinnen.append(tuple(_zin(fout) for fout in fouten))
    letop = [f for f in found if f.ernst != "fout"]  # a fout in one row does not keep the others
    return Gevolg(inhoud, zinnen, letop)


def _onder_naam(bevindingen: Sequence[Diagnostic], bestand: Ontvangen) -> tuple[Diagnostic, ...]:
    """Return findings about the file that was sent under the name that it had there."""
    pad = shown(bestand.pad)
    return tuple(
        replace(b, position=replace(b.position, path=bestand.naam)) if b.position.path == pad else b
        for b in bevindingen
    )


def _zin(fout: Diagnostic) -> str:
    return f"Regel {fout.position.line}: {fout.melding}. {eerste_groot(fout.tip)}."


def _leg_vast(geopend: Geopend, inhoud: _Reeks, werk: Werk) -> Uitslag:
    totaal = len(inhoud.batch.aanbod.standen)
    gedaan = 0

    def klaar() -> None:
        nonlocal gedaan
        gedaan += 1
        werk.meld(gedaan, totaal, f"{gedaan} van {totaal} verklaringen gemaakt.")

    werk.meld(0, totaal, "De verzoeken en de verklaringen worden gemaakt.")
    folder = geopend.root / "build"
    paden = voer_uit(geopend, folder, inhoud.batch, vanzelf("brief"), 1, klaar)
    inhoud.ontvangst.vergeet(inhoud.bestand.sleutel)
    return Uitslag(
        "De toetredingen zijn vastgelegd",
        (zin_over_gemaakt(paden),),
        papieren_in("build", paden),
        (Knop("Naar alle toetredingen", MENU),),
        MENU,
    )


HANDELING = Handeling(
    naam="toetredingen",
    titel="Veel toetredingen tegelijk",
    menu=MENU,
    velden=_velden,
    bekijk=_bekijk,
    werk=_leg_vast,
    inleiding=(
        "Een bestand met van elke organisatie de gegevens, zoals de handleiding het beschrijft bij "
        "toetreden. Wie al instemming heeft, krijgt meteen een verklaring."
    ),
)
