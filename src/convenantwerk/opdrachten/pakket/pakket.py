"""`convenant pakket`: all that a partner needs to sign, in one zip and as a message to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.stage import Stage
from convenantwerk.dossier.archief import aangeboden
from convenantwerk.dossier.gebeurtenissen import VERKLARING
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.opdrachten.adressering import zonder_adres
from convenantwerk.opdrachten.ondertekening.ronde import lees_ronde
from convenantwerk.opdrachten.pakket.inhoud import Pakketmaker
from convenantwerk.opdrachten.pakket.plan import Gemaakt, Plan, TeMaken
from convenantwerk.opdrachten.termijnen import agenda, kalenders
from convenantwerk.tekenen.tekenstand import per_partner_stand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.opdrachten.ondertekening.ronde import Ronde
    from convenantwerk.tijd.tekenplaatsen import Tekenplaats


def maak_plan(geopend: Geopend, gevraagd: Sequence[str], uiterlijk: date | None) -> Plan:
    """Return for which partners a pack would be made: those asked for, or all who must sign.

    Raises:
        ConvenantwerkError: CV912, a partner is not there; as `lees_ronde`.
    """
    ronde = lees_ronde(geopend)
    registers = ronde.registers
    wanted = {zoek_partner(geopend.root, registers, asked).sleutel for asked in gevraagd}
    found: list[Diagnostic] = []
    packs: list[TeMaken] = []
    seen = set()
    for partner, plaatsen in per_partner_stand(ronde.plaatsen):
        if wanted and partner.sleutel not in wanted:
            continue
        seen.add(partner.sleutel)
        todo = tuple(p for p in plaatsen if p.status != "getekend" and p.ondertekenaar)
        if not wanted and any(p.status == "geweigerd" for p in todo):
            continue  # who refused is asked again only by name
        if todo:
            packs.append(TeMaken(partner, todo))
        elif wanted or any(p.ondertekenaar is None for p in plaatsen):
            found.append(_niets(partner, plaatsen))
    known = {p.sleutel: p for p in registers.partners}
    found += [_niets(known[sleutel], ()) for sleutel in sorted(wanted - seen)]
    termijn = registers.instellingen.ondertekening.reactietermijn
    dag = uiterlijk or termijn.na(geopend.op)
    found += _kanttekeningen(ronde, packs)
    return Plan(ronde, dag, uiterlijk is not None, tuple(packs), tuple(found))


def _kanttekeningen(ronde: Ronde, packs: Sequence[TeMaken]) -> Iterator[Diagnostic]:
    """Yield what one should know before a pack goes out; none of it keeps it from going."""
    versie = ronde.editie.versie
    if packs and versie.open_fouten:
        velden = {"naam": versie.naam, "aantal": versie.open_fouten}
        yield CODES["CV310"].at(NERGENS, **velden)
    yield from zonder_adres(pack.partner for pack in packs)
    zonder = [pack.partner.naam for pack in packs if not pack.partner.email]
    if zonder:
        yield CODES["CV311"].at(NERGENS, namen=", ".join(zonder))


def _niets(partner: Partner, plaatsen: Sequence[Tekenplaats]) -> Diagnostic:
    if any(p.aanbieding and p.aanbieding.stuk == VERKLARING for p in plaatsen):
        reden = "deze partner heeft zijn toetredingsverklaring getekend"
        tip = f"'convenant toetreding {partner.sleutel}' zegt wie er nog moet tekenen"
    elif any(p.ondertekenaar is None for p in plaatsen):
        reden, tip = "niemand mag voor deze partner tekenen", "vul ondertekenaars.yaml aan"
    elif plaatsen:
        reden, tip = "alles is getekend", "'convenant ondertekening' toont hoe het ervoor staat"
    else:
        reden = "deze versie heeft geen deel met tekst dat deze partner tekent"
        tip = "wie wat tekent, staat in convenant.yaml bij de regel 'tekenen'"
    return CODES["CV306"].at(NERGENS, naam=partner.naam, reden=reden, tip=tip)


def maak_pakketten(
    geopend: Geopend, uit: Path, plan: Plan, klaar: Callable[[Partner], None] | None = None
) -> tuple[Gemaakt, ...]:
    """Make the packs, and record what is offered for the first time; all is written or nothing.

    Raises:
        ConvenantwerkError: a template is no good, or something cannot be written.
    """
    maker = Pakketmaker(geopend, plan)
    made: list[Gemaakt] = []
    events: list[Aanbieding] = []
    with Stage(uit) as out, Stage(geopend.root) as kept:
        papers = []
        for te_maken in plan.pakketten:
            papers.append((te_maken, list(maker.stukken(te_maken))))
            for stuk in papers[-1][1]:
                if stuk.nieuw:
                    events.append(stuk.aanbieding)
                    kept.add(aangeboden(stuk.aanbieding.sha256), stuk.data)
        voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=tuple(events)))
        _geen_fout(voorstel)
        # The agenda in a pack tells by when its sheet is asked back, so it rests on the offer.
        agendas = kalenders(geopend, agenda(voorstel.registers, geopend.op))
        for te_maken, stukken in papers:
            made.append(maker.pakket(te_maken, stukken, agendas.bestanden, out))
            if klaar:
                klaar(te_maken.partner)
        geopend.leg_vast(voorstel, klaargezet=(out, kept), bewaren=agendas.bewaren)
    return tuple(made)


def _geen_fout(voorstel: Voorstel) -> None:
    for found in voorstel.bezwaren:
        if found.ernst == "fout":
            raise ConvenantwerkError(
                "CV306", naam="de partners", reden=found.melding, tip=found.tip
            )
