"""The facts of a newcomer: what may keep it from being recorded, and the rows they become."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.bestandsnaam import gereserveerd
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.basis.namen import naamsleutel, zelfde_naam
from convenantwerk.dossier.organen import besluit_van, in_register
from convenantwerk.dossier.registers import KVK, SLEUTEL, Besluit, vrije_sleutel
from convenantwerk.tekst.adressen import slug
from convenantwerk.tijd.stand import stand

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Ondertekenaar, Partner
    from convenantwerk.dossier.toetreding import Instemming, Toetredingsfeiten


def check_feiten(
    feiten: Toetredingsfeiten,
    registers: Registers,
    delen: Collection[str],
    overleggen: Collection[str],
    op: date,
) -> Iterator[Diagnostic]:
    """Yield what keeps a newcomer from being recorded.

    Args:
        feiten: what is known of it.
        registers: of the dossier.
        delen: the delen that can be joined.
        overleggen: the overleggen of the convenant, by their short names.
        op: the day on which it is recorded.
    """
    bezwaren = (
        *_organisatie(feiten.partner, registers, op),
        *_dagen(feiten, op),
        *_onbekend("deel", feiten.delen, delen),
        *_onbekend("overleg", feiten.overleggen, overleggen),
    )
    for reden, tip in bezwaren:
        yield CODES["CV301"].at(feiten.position, naam=feiten.partner.naam, reden=reden, tip=tip)


def namen_van(partners: Iterable[Partner]) -> dict[str, str]:
    """Return the sleutels of partners by the keys of all their names, as `check_naam` asks them."""
    return {naamsleutel(naam): p.sleutel for p in partners for naam in p.namen}


def check_naam(feiten: Toetredingsfeiten, namen: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield that a newcomer has the name of somebody else: who asks for it must mean one."""
    naam = feiten.partner.naam
    ander = namen.get(naamsleutel(naam), feiten.partner.sleutel)
    if ander != feiten.partner.sleutel:
        reden = f"partner '{ander}' heet ook zo"
        tip = f"is het deze partner, noem haar dan met --sleutel {ander}"
        yield CODES["CV301"].at(feiten.position, naam=naam, reden=reden, tip=tip)


def _organisatie(partner: Partner, registers: Registers, op: date) -> Iterator[tuple[str, str]]:
    if not partner.naam.strip():
        yield "de organisatie heeft geen naam", "noem haar naam"
    if reden := gereserveerd(partner.sleutel):
        tip = "kies een andere: --sleutel stichting-voorbeeld"
        yield f"'{partner.sleutel}' kan geen sleutel zijn: {reden}", tip
    elif not SLEUTEL.fullmatch(partner.sleutel):
        tip = "gebruik kleine letters, cijfers en streepjes: --sleutel stichting-voorbeeld"
        yield f"'{partner.sleutel}' kan geen sleutel zijn", tip
    known = next((p for p in registers.partners if p.sleutel == partner.sleutel), None)
    if known is not None:
        yield from _al_bekend(partner, known, registers, op)
    if partner.kvk and not KVK.fullmatch(partner.kvk):
        tip = "schrijf de acht cijfers uit het handelsregister, in YAML tussen aanhalingstekens"
        yield f"KvK-nummer '{partner.kvk}' heeft geen acht cijfers", tip


def _dagen(feiten: Toetredingsfeiten, op: date) -> Iterator[tuple[str, str]]:
    instemming = feiten.instemming.datum if feiten.instemming else None
    for wat, dag in (("het verzoek", feiten.verzoek), ("de instemming", instemming)):
        if dag is not None and dag > op:
            reden = f"{wat} zou van {voluit(dag)} zijn, en die dag moet nog komen"
            yield reden, "leg het vast als het zover is, of verbeter de datum"
    if instemming is not None and instemming < feiten.verzoek:
        yield "de instemming is van voor het verzoek", "verbeter een van de twee datums"
    if feiten.ingangsdatum is not None and feiten.ingangsdatum < feiten.verzoek:
        yield "de deelname zou beginnen voor het verzoek", "verbeter de ingangsdatum"
    wie = feiten.tekenaar
    if wie.van is not None and wie.tot is not None and wie.tot < wie.van:
        yield f"de bevoegdheid van {wie.naam} eindigt voordat zij begint", "verbeter van of tot"


def _onbekend(
    wat: str, gevraagd: Collection[str], bekend: Collection[str]
) -> Iterator[tuple[str, str]]:
    for naam in gevraagd:
        if naam not in bekend:
            tip = bedoelde(naam, bekend) or f"kies uit: {', '.join(bekend)}"
            yield f"{wat} '{naam}' is er niet", tip


def _al_bekend(
    nieuw: Partner, known: Partner, registers: Registers, op: date
) -> Iterator[tuple[str, str]]:
    if not zelfde_naam(known.naam, nieuw.naam):
        tip = "geef de nieuwe partner een eigen sleutel met --sleutel"
        yield f"de sleutel '{known.sleutel}' is al van {known.naam}", tip
        return
    deelname = next(d for d in stand(registers, op).deelnames if d.partner is known)
    if deelname.status == "deelnemer":
        yield (
            f"deze partner neemt al deel ({deelname.grond})",
            "wie al deelneemt, hoeft niet toe te treden",
        )
    elif deelname.status == "kandidaat":
        yield (
            f"er loopt al een toetreding ({deelname.grond})",
            f"'convenant toetreding {known.sleutel}' toont hoever het is",
        )


def als_ondertekenaar(feiten: Toetredingsfeiten, registers: Registers) -> Ondertekenaar:
    """Return the row for ondertekenaars.yaml, under a sleutel that is free."""
    taken = (o.sleutel for o in registers.ondertekenaars)
    return replace(feiten.tekenaar, sleutel=vrije_sleutel(feiten.tekenaar.sleutel, taken))


def als_besluit(instemming: Instemming, registers: Registers) -> tuple[Besluit, bool]:
    """Return the besluit by which the Stuurgroep agreed, and whether it is new to the register.

    One besluit may be about several newcomers: it is the same when day and reference are.
    """
    known = next(
        (
            b
            for b in registers.besluiten
            if (b.datum, b.kenmerk) == (instemming.datum, instemming.kenmerk)
        ),
        None,
    )
    if known:
        return known, False
    taken = (b.sleutel for b in registers.besluiten)
    orgaan = in_register(registers.instellingen.regels.beslisser)
    besluit = Besluit(
        vrije_sleutel(f"{slug(orgaan)}-{instemming.datum.isoformat()}", taken),
        instemming.datum,
        f"{besluit_van(orgaan)} van {voluit(instemming.datum)}",
        orgaan,
        plaats=instemming.plaats,
        kenmerk=instemming.kenmerk,
    )
    return besluit, True
