"""What the Stuurgroep, or another body, does: a meeting, a decision, and that the term goes on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from convenantwerk.basis.datum import voluit, weekdag
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vergadering
from convenantwerk.dossier.registers import Besluit
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.opdrachten import verlenging
from convenantwerk.opdrachten.adressering import zonder_adres
from convenantwerk.opdrachten.termijnen import leg_vast_met_agenda
from convenantwerk.opdrachten.vergadering import (
    Vergaderopdracht,
    stel_vergadering_voor,
    zinnen_over,
)
from convenantwerk.opdrachten.wijzigen import nieuw_besluit
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.vergadering import Vergadervoorstel
    from convenantwerk.opdrachten.verlenging import Verlengingsvoorstel
    from convenantwerk.opdrachten.wijzigen import Wijzigingsvoorstel

_MENU = "/termijnen"
_VERDER = (Knop("Naar Vandaag", "/"), Knop("Naar de termijnen", _MENU))


def _gegeven(waarden: Mapping[str, Waarde]) -> dict[str, Any]:
    """Return what was filled in; what was left open keeps the default of the command."""
    return cast("dict[str, Any]", {k: v for k, v in waarden.items() if v is not None})


# --- a meeting


def _vergadering(vraag: Vraag) -> Sequence[Veld]:
    besluiten = [Keuze(b.sleutel, b.titel) for b in vraag.dossier.registers.besluiten]
    return (
        Veld(naam="datum", vraag="Dag", soort="datum", nodig=True),
        Veld(naam="plaats", vraag="Waar"),
        Veld(
            naam="stukken",
            vraag="Stukken die worden vastgesteld",
            soort="tekst",
            uitleg=f"Elk op een regel, zoals: jaarplan {vraag.dossier.op.year + 1}",
            meest=5_000,
        ),
        Veld(
            naam="besluit",
            vraag="Besluit dat is genomen",
            soort="keuze",
            keuzes=besluiten,
            uitleg="" if besluiten else "Er staat nog geen besluit in het register.",
        ),
    )


def _bestaande(vraag: Vraag, *velden: Veld) -> Sequence[Veld]:
    """Return the choice of a meeting that is recorded, and what else is asked."""
    bekend = van_soort(vraag.dossier.registers.gebeurtenissen, Vergadering)
    dagen = sorted({g.datum for g in bekend}, reverse=True)
    keuze = Veld(
        naam="datum",
        vraag="Welke vergadering",
        soort="keuze",
        nodig=True,
        keuzes=[Keuze(dag.isoformat(), weekdag(dag)) for dag in dagen],
        uitleg="" if dagen else "Er staat nog geen vergadering in het register.",
    )
    return keuze, *velden, Veld(naam="reden", vraag="Reden")


def _verzetten(vraag: Vraag) -> Sequence[Veld]:
    return _bestaande(
        vraag,
        Veld(naam="naar", vraag="Nieuwe dag", soort="datum", nodig=True),
        Veld(naam="plaats", vraag="Waar, als dat ook anders wordt"),
    )


def _bekijk_vergadering(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Vergadervoorstel]:
    gegeven = _gegeven(waarden)
    if isinstance(gegeven["datum"], str):  # chosen among those that are recorded
        gegeven["datum"] = date.fromisoformat(gegeven["datum"])
    regels = (regel.strip() for regel in gegeven.pop("stukken", "").splitlines())
    opdracht = Vergaderopdracht(**gegeven, stukken=tuple(filter(None, regels)))
    found = stel_vergadering_voor(vraag.dossier, opdracht)
    return Gevolg(found, zinnen_over(found), found.voorstel.bezwaren)


def _vervalt(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Vergadervoorstel]:
    return _bekijk_vergadering(vraag, {**waarden, "vervalt": True})


def _leg_vergadering_vast(geopend: Geopend, found: Vergadervoorstel) -> Uitslag:
    agendas = leg_vast_met_agenda(geopend, geopend.root / "build", found.voorstel)
    bij = ("De agenda's in build/kalender zijn bijgewerkt.",) if agendas else ()
    return Uitslag("De vergadering is vastgelegd", (found.wat, *bij), verder=_VERDER, menu=_MENU)


# --- a decision


def _besluit(vraag: Vraag) -> Sequence[Veld]:
    return (
        Veld(
            naam="datum",
            vraag="Dag van het besluit",
            soort="datum",
            nodig=True,
            standaard=vraag.dossier.op,
        ),
        Veld(
            naam="titel",
            vraag="Hoe het heet",
            uitleg="Anders heet het naar het orgaan en de dag.",
        ),
        Veld(
            naam="orgaan",
            vraag="Wie het nam",
            uitleg=f"Anders {vraag.dossier.registers.instellingen.regels.beslisser}.",
        ),
        Veld(naam="plaats", vraag="Waar het is genomen"),
        Veld(naam="kenmerk", vraag="Kenmerk"),
    )


def _bekijk_besluit(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Wijzigingsvoorstel]:
    tekst = {naam: waarde for naam, waarde in waarden.items() if isinstance(waarde, str)}
    leeg = {"titel": "", "orgaan": "", "plaats": "", "kenmerk": ""}
    gegeven: dict[str, Any] = {"sleutel": "", "datum": waarden["datum"], **leeg, **tekst}
    found = nieuw_besluit(vraag.dossier, Besluit(**gegeven))
    kop = f"Nieuw besluit van {voluit(gegeven['datum'])}, {found.naam}:"
    feiten = tuple(w for w in found.waarden if not w.startswith(("sleutel:", "datum:")))
    return Gevolg(found, (kop, feiten), found.voorstel.bezwaren)


def _leg_besluit_vast(geopend: Geopend, found: Wijzigingsvoorstel) -> Uitslag:
    geopend.leg_vast(found.voorstel)
    zin = "Op andere bladzijden kunt u het nu kiezen."
    return Uitslag(f"{found.naam} is vastgelegd", (zin,), verder=_VERDER, menu="/geschiedenis")


# --- the term goes on


def _verlenging(vraag: Vraag) -> Sequence[Veld]:
    jaar = verlenging.eerstvolgend_jaar(vraag.dossier)
    geen = "Volgens de regels van het convenant begint er niet vanzelf een nieuwe termijn."
    return (
        Veld(
            naam="jaar",
            vraag="Jaar waarin de termijn begint",
            soort="getal",
            nodig=True,
            standaard=jaar,
            meest=2200,
            uitleg="" if jaar else geen,
        ),
    )


def _bekijk_verlenging(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Verlengingsvoorstel]:
    jaar = cast("int", waarden["jaar"])
    found = verlenging.bereid_verlenging(vraag.dossier, jaar)
    berichten = [f"Verlengingsbericht aan elk van de {len(found.partners)} partners"]
    if found.eerder is not None:
        zinnen = (
            f"De verlenging voor {jaar} is al vastgelegd, op {voluit(found.eerder.datum)}.",
            "De brieven worden opnieuw gemaakt; er wordt niets vastgelegd.",
        )
        return Gevolg(found, zinnen, papieren=berichten, knop="Maak de brieven opnieuw")
    bezwaren = (*found.bezwaren, *zonder_adres(found.partners))
    return Gevolg(found, verlenging.zinnen_over(found), bezwaren, berichten)


def _leg_verlenging_vast(geopend: Geopend, found: Verlengingsvoorstel, werk: Werk) -> Uitslag:
    build, formaten = geopend.root / "build", vanzelf("brief")
    klaar = 0

    def volgende(partner: Partner) -> None:
        nonlocal klaar
        werk.meld(klaar, len(found.partners), f"Het bericht aan {partner.naam} wordt gemaakt.")
        klaar += 1

    if found.eerder is not None:
        paden = verlenging.herhaal_berichten(geopend, build, found.eerder, formaten, volgende)
        titel, zin = "De brieven zijn opnieuw gemaakt", "Er is niets vastgelegd."
    else:
        paden = verlenging.leg_verlenging_vast(geopend, build, found, formaten, volgende)
        titel = f"De verlenging per {voluit(found.begin)} is vastgelegd"
        zin = "De berichten aan de partners liggen klaar in build/verlenging."
    return Uitslag(titel, (zin,), papieren_in("build", paden), _VERDER, _MENU)


HANDELINGEN: tuple[Handeling[Any], ...] = (
    Handeling(
        naam="vergadering",
        titel="Een vergadering vastleggen",
        menu=_MENU,
        velden=_vergadering,
        bekijk=_bekijk_vergadering,
        leg_vast=_leg_vergadering_vast,
        inleiding="Een die is geweest of die nog komt. Staat er op die dag al een, dan wordt zij "
        "aangevuld met wat u invult.",
    ),
    Handeling(
        naam="vergadering-verzetten",
        titel="Een vergadering verzetten",
        menu=_MENU,
        velden=_verzetten,
        bekijk=_bekijk_vergadering,
        leg_vast=_leg_vergadering_vast,
    ),
    Handeling(
        naam="vergadering-vervalt",
        titel="Een vergadering laten vervallen",
        menu=_MENU,
        velden=_bestaande,
        bekijk=_vervalt,
        leg_vast=_leg_vergadering_vast,
    ),
    Handeling(
        naam="besluit",
        titel="Een besluit vastleggen",
        menu="/geschiedenis",
        velden=_besluit,
        bekijk=_bekijk_besluit,
        leg_vast=_leg_besluit_vast,
        inleiding="Dat een besluit is genomen. Wat ervan komt, legt u daarna vast bij de "
        "vergadering, de toetreding of de tekst waar het over gaat.",
    ),
    Handeling(
        naam="verlenging",
        titel="Een verlenging vastleggen",
        menu=_MENU,
        velden=_verlenging,
        bekijk=_bekijk_verlenging,
        werk=_leg_verlenging_vast,
        inleiding="Elke partner die doorgaat, krijgt een bericht. Wie heeft opgezegd en dan niet "
        "meer deelneemt, krijgt er geen.",
    ),
)
