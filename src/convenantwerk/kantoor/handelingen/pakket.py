"""Packs to sign, made or mailed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from convenantwerk.basis.datum import voluit
from convenantwerk.controles.archief import onzeker
from convenantwerk.dossier.archief import lees_onderweg
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.kantoor.handelingen.ondertekening import MENU, NAAR
from convenantwerk.kantoor.handelingen.versturen import Wijze, kies_wijze, verstuur
from convenantwerk.opdrachten.pakket.inhoud import FOLDER
from convenantwerk.opdrachten.pakket.pakket import maak_pakketten, maak_plan
from convenantwerk.tekenen.tekenstand import per_partner_stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.pakket.plan import Plan


@dataclass(frozen=True, slots=True)
class _Pakketten:
    plan: Plan
    wijze: Wijze


def _velden(vraag: Vraag) -> Sequence[Veld]:
    plan = maak_plan(vraag.dossier, (), None)
    open_ = {
        partner: plaatsen
        for partner, plaatsen in per_partner_stand(plan.ronde.plaatsen)
        if any(p.status != "getekend" and p.ondertekenaar for p in plaatsen)
    }
    return (
        Veld(
            naam="partner",
            vraag="Voor wie?",
            soort="meer",
            nodig=True,
            uitleg="Wie weigerde, is niet vanzelf aangevinkt."
            if open_
            else "Er is niemand die nog moet tekenen.",
            keuzes=[
                Keuze(p.sleutel, f"{p.naam}, {plaatsen[0].status}") for p, plaatsen in open_.items()
            ],
            standaard=tuple(te_maken.partner.sleutel for te_maken in plan.pakketten),
        ),
        Veld(
            naam="uiterlijk",
            vraag="Wanneer moet het stuk terug zijn?",
            soort="datum",
            uitleg=f"Laat u dit leeg, dan vraagt een nieuw stuk het terug op "
            f"{voluit(plan.uiterlijk)}; wat al is aangeboden, houdt zijn dag.",
            vanaf=vraag.dossier.op,
        ),
        *kies_wijze(vraag.dossier, "Maak de pakketten als zip"),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Pakketten]:
    wijze = Wijze.van(vraag.dossier, waarden)
    partners = cast("tuple[str, ...]", waarden["partner"])
    plan = maak_plan(vraag.dossier, partners, cast("date | None", waarden["uiterlijk"]))
    weg: tuple[Partner, ...] = ()
    if wijze.mail:
        from convenantwerk.opdrachten.pakket.verzenden import te_verzenden  # noqa: PLC0415  is big

        plan, weg = te_verzenden(vraag.dossier, plan, opnieuw=bool(waarden.get("opnieuw")))
    zinnen: list[str | tuple[str, ...]] = [f"{plan.telling}."] if plan.pakketten else []
    zinnen.append(tuple(wijze.noem(te_maken.partner) for te_maken in plan.pakketten))
    zinnen += [f"{partner.naam}: al verzonden, overgeslagen." for partner in weg]
    inhoud = _Pakketten(plan, wijze)
    bezwaren = (*plan.diagnostics, *(_onzeker(vraag.dossier, plan) if wijze.mail else ()))
    return Gevolg(inhoud, zinnen, bezwaren, knop=_knop(plan, wijze))


def _onzeker(geopend: Geopend, plan: Plan) -> Iterator[Diagnostic]:
    """Yield of whom it is not known whether an earlier message went: they get none now."""
    aan = {te_maken.partner.sleutel for te_maken in plan.pakketten}
    for bericht in lees_onderweg(geopend.root, geopend.lezer)[0]:
        if bericht.partner in aan:
            yield onzeker(bericht)


def _knop(plan: Plan, wijze: Wijze) -> str:
    """Return what the button says, "" when there is nothing to make."""
    aantal = len(plan.pakketten)
    wat = "het pakket" if aantal == 1 else f"de {aantal} pakketten"
    if not aantal:
        return ""
    return f"Maak en verstuur {wat}" if wijze.mail else f"Maak {wat}"


_VERDER = (
    "Er is nog niets verstuurd. Open van elke partner het bestand dat eindigt op .eml: dat is de "
    "e-mail in concept, met alle stukken erbij. Lees haar na en verstuur haar. In de zip zitten "
    "dezelfde stukken."
)


def _maak(geopend: Geopend, inhoud: _Pakketten, werk: Werk) -> Uitslag:
    aantal = len(inhoud.plan.pakketten)
    totaal = aantal * (2 if inhoud.wijze.mail else 1)
    klaar_: list[Partner] = []

    def klaar(partner: Partner) -> None:
        klaar_.append(partner)
        werk.meld(len(klaar_), totaal, f"Het pakket voor {partner.naam} is gemaakt.")

    werk.meld(0, totaal, "De stukken worden gemaakt.")
    made = maak_pakketten(geopend, geopend.root / "build", inhoud.plan, klaar)
    zinnen = ["Wat nieuw is aangeboden, is vastgelegd."]
    if inhoud.wijze.mail:
        zinnen += verstuur(geopend, made, werk, (aantal, totaal))
    else:
        zinnen.append(_VERDER)
    return Uitslag(
        "Het pakket is gemaakt" if aantal == 1 else f"{aantal} pakketten zijn gemaakt",
        tuple(zinnen),
        papieren_in("build", [pad for gemaakt in made for pad in gemaakt.paden]),
        (Knop("Download alle pakketten als zip", f"/papieren/zip?map=build/{FOLDER}"), NAAR),
        MENU,
    )


HANDELINGEN = (
    Handeling(
        naam="pakket",
        titel="Maak pakketten om te tekenen",
        menu=MENU,
        velden=_velden,
        bekijk=_bekijk,
        werk=_maak,
        inleiding="In elk pakket zitten de brief, het stuk om te tekenen, het convenant, wat er is "
        "veranderd sinds de partner het laatst tekende, en de agenda.",
    ),
)
