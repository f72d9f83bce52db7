"""`convenant wijzig` and `besluit`: other facts of a partner, an ondertekenaar or a besluit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from convenantwerk.basis.als_yaml import als_waarden
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.basis.lezer import Lezer
from convenantwerk.basis.namen import zelfde_naam, zelfde_persoon
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Besluitvorming
from convenantwerk.dossier.organen import besluit_van, in_register
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.dossier.registers import (
    Besluit,
    Bijschrijving,
    Ondertekenaar,
    Registerrijen,
    vrije_sleutel,
)
from convenantwerk.dossier.registertabel import BESLUITEN, ONDERTEKENAARS, PARTNERS
from convenantwerk.opdrachten.corrigeren.gevolgen import rijverschil, verschillen
from convenantwerk.opdrachten.corrigeren.verplaatsen import genomen_bij, losgeraakt, verplaatst
from convenantwerk.opdrachten.wijzigbaar import PARTNERFEITEN, gelezen
from convenantwerk.tekst.adressen import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.dossier.registertabel import Register
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel


R = TypeVar("R", Besluit, Ondertekenaar)


@dataclass(frozen=True, slots=True)
class Wijzigingsvoorstel:
    """What would become another: nothing is written yet.

    Args:
        voorstel: what would be recorded.
        register: where the facts stand.
        naam: whose facts they are.
        waarden: what the facts were and become, each in a sentence.
        verschillen: what follows from them, each in a sentence.
        let_op: what somebody must do besides, each in a sentence.
    """

    voorstel: Voorstel
    register: Register
    naam: str
    waarden: tuple[str, ...]
    verschillen: tuple[str, ...]
    let_op: tuple[str, ...] = ()


def wijzig_partner(
    geopend: Geopend, uit: Path, asked: str, velden: Mapping[str, Any]
) -> Wijzigingsvoorstel:
    """Return what other facts of a partner would do.

    Args:
        geopend: the dossier.
        uit: the folder in which papers are made.
        asked: the sleutel or the name of the partner.
        velden: the facts that change, by the fields of Partner.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV912, the partner is not there; CV928, nothing would change, or a fact
            does not fit.
    """
    registers = geopend.registers
    old = zoek_partner(geopend.root, registers, asked)
    new = replace(old, **gelezen(PARTNERFEITEN, velden, old.sleutel))
    nieuw = Bijschrijving(gewijzigd=Registerrijen(partners=(new,)))
    let_op = [f"{path} noemt de oude gegevens" for path in _papieren(uit, old.sleutel)]
    if new.naam != old.naam:
        let_op += _tekent_als(registers, old)
    if new.soort != old.soort:
        instellingen = registers.instellingen
        delen = " en ".join(instellingen.regels.tekent(new.soort, instellingen.delen)) or "niets"
        let_op.append(f"een partner van de soort '{new.soort}' tekent {delen}")
    return _voorstel(geopend, PARTNERS, (old, new), nieuw, (old.naam, let_op))


def wijzig_ondertekenaar(
    geopend: Geopend, asked: str, velden: Mapping[str, Any], *, schrijffout: bool = False
) -> Wijzigingsvoorstel:
    """Return what other facts of an ondertekenaar would do; who it is stays the same.

    Args:
        geopend: the dossier.
        asked: the sleutel of the ondertekenaar.
        velden: the facts that change, by the fields of Ondertekenaar.
        schrijffout: another name is the same person, better spelled.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV927, there is no such ondertekenaar; CV928, nothing would change, or
            the name of somebody who has signed.
    """
    registers = geopend.registers
    old = zoek_rij(geopend, ONDERTEKENAARS, registers.ondertekenaars, asked)
    new = replace(old, **velden)
    named = [g for g in registers.gebeurtenissen if _noemt(g, old.sleutel)]
    if named and not schrijffout and not zelfde_persoon(old.naam, new.naam):
        reden = f"{old.persoon} staat bij {named[-1].soort} van {voluit(named[-1].datum)}"
        tip = (
            "is het iemand anders, noem dan met --vanaf de eerste dag; is het dezelfde persoon, "
            "gebruik dan --schrijffout"
        )
        raise _kan_niet(f"de naam van '{old.sleutel}'", reden, tip)
    _eis_bevoegdheid(new)
    nieuw = Bijschrijving(gewijzigd=Registerrijen(ondertekenaars=(new,)))
    return _voorstel(geopend, ONDERTEKENAARS, (old, new), nieuw, (old.persoon, ()))


def volg_op(
    geopend: Geopend, asked: str, velden: Mapping[str, Any], vanaf: date
) -> Wijzigingsvoorstel:
    """Return what a successor of an ondertekenaar would do: a row of its own, for what was stays.

    Of the predecessor are taken the partner, organisatie and functie, unless they are given; on
    what ground somebody may sign is not.

    Args:
        geopend: the dossier.
        asked: the sleutel of who goes.
        velden: the facts of who comes, by the fields of Ondertekenaar.
        vanaf: the first day of the new mandate; the old one ends the day before.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV927, there is no such ondertekenaar; CV928, the facts do not tell
            who comes, or it is the same person.
    """
    registers = geopend.registers
    old = zoek_rij(geopend, ONDERTEKENAARS, registers.ondertekenaars, asked)
    wat = f"'{old.sleutel}'"
    if not velden.get("naam"):
        raise _kan_niet(wat, "de naam van de opvolger ontbreekt", "noem haar of hem met --naam")
    if zelfde_persoon(old.naam, velden["naam"]):
        tip = "laat --vanaf weg, en geef zo nodig --van en --tot"
        raise _kan_niet(wat, "de opvolger is dezelfde persoon", tip)
    if old.van is not None and vanaf <= old.van:
        reden = f"{old.persoon} begon zelf pas op {voluit(old.van)}"
        raise _kan_niet(wat, reden, "noem met --vanaf een latere dag")
    last = vanaf - timedelta(days=1)
    before = replace(old, tot=last if old.tot is None else min(old.tot, last))
    base = {"titel": "", "van": vanaf, "organisatie": old.organisatie, "functie": old.functie}
    sleutel = vrije_sleutel(old.partner, (o.sleutel for o in registers.ondertekenaars))
    new = Ondertekenaar(sleutel=sleutel, partner=old.partner, **{**base, **velden})
    _eis_bevoegdheid(new)
    nieuw = Bijschrijving(ondertekenaars=(new,), gewijzigd=Registerrijen(ondertekenaars=(before,)))
    let_op = []
    if new.grond is None:
        let_op.append(f"op welke grond {new.persoon} mag tekenen, is niet vastgelegd: --grond")
    if old.sleutel in registers.instellingen.ondertekening.voorzitters:
        let_op.append(
            f"{old.persoon} is voorzitter: zet ook '{new.sleutel}' bij ondertekening.voorzitters "
            "in convenant.yaml als de opvolger dat is"
        )
    found = _voorstel(geopend, ONDERTEKENAARS, (old, before), nieuw, (old.persoon, let_op))
    erbij = f"nieuw: {new.persoon}, {new.functie} ('{new.sleutel}'), vanaf {voluit(vanaf)}"
    return replace(found, waarden=(*found.waarden, erbij))


def wijzig_besluit(geopend: Geopend, asked: str, velden: Mapping[str, Any]) -> Wijzigingsvoorstel:
    """Return what other facts of a besluit would do; what it decided moves with its day.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV927, there is no such besluit; CV928, nothing would change, or what
            it decided cannot be of that day.
    """
    registers = geopend.registers
    old = zoek_rij(geopend, BESLUITEN, registers.besluiten, asked)
    new = replace(old, **velden)
    moved = genomen_bij(registers, old) if new.datum != old.datum else []
    reden = f"het besluit is van {voluit(new.datum)}"
    rows = [verplaatst(g, new.datum, geopend.op, reden) for g in moved]
    nieuw = Bijschrijving(
        gebeurtenissen=tuple(row for pair in rows for row in pair),
        gewijzigd=Registerrijen(besluiten=(new,)),
    )
    oud = voluit(old.datum)
    let_op = [f"de titel noemt nog {oud}"] if oud in new.titel and new.datum != old.datum else []
    found = _voorstel(geopend, BESLUITEN, (old, new), nieuw, (old.titel, let_op))
    for g, (_, ander) in zip(moved, rows, strict=True):
        if los := losgeraakt(registers, g, found.voorstel.registers, ander):
            wat, reden = f"de dag van '{old.sleutel}'", f"dan klopt de volgorde niet met '{los[0]}'"
            raise _kan_niet(wat, reden, "kies een andere dag, of zet dat eerst recht")
    return found


def nieuw_besluit(geopend: Geopend, besluit: Besluit) -> Wijzigingsvoorstel:
    """Return what recording a besluit would do: its row, and that it was taken.

    Args:
        geopend: the dossier.
        besluit: the facts; without an orgaan it is of who decides by the rules, without a sleutel
            it gets one of its orgaan and day, without a title that of a decision of its orgaan of
            that day.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV928, it is there already.
    """
    registers = geopend.registers
    known = {b.sleutel for b in registers.besluiten}
    orgaan = besluit.orgaan or in_register(registers.instellingen.regels.beslisser)
    titel = besluit.titel or f"{besluit_van(orgaan)} van {voluit(besluit.datum)}"
    stem = f"{slug(orgaan)}-{besluit.datum.isoformat()}"
    sleutel = besluit.sleutel or vrije_sleutel(stem, known)
    new = replace(besluit, orgaan=orgaan, titel=titel, sleutel=sleutel)
    same = next(
        (
            b
            for b in registers.besluiten
            if b.sleutel == sleutel
            or (b.datum, b.orgaan, b.titel, b.kenmerk)
            == (new.datum, new.orgaan, new.titel, new.kenmerk)
        ),
        None,
    )
    if same is not None:
        reden = f"het is er al, als '{same.sleutel}'"
        tip = f"gebruik 'convenant wijzig besluit {same.sleutel}', of geef een ander kenmerk"
        raise _kan_niet(f"besluit '{titel}'", reden, tip)
    g = Besluitvorming(datum=new.datum, besluit=sleutel)
    voorstel = geopend.stel_voor(Bijschrijving(besluiten=(new,), gebeurtenissen=(g,)))
    waarden = tuple(f"{naam}: {value}" for naam, value in als_waarden(new).items())
    return Wijzigingsvoorstel(voorstel, BESLUITEN, titel, waarden, ())


def zinnen_over_nieuw(gevonden: Wijzigingsvoorstel) -> tuple[str | tuple[str, ...], ...]:
    """Return what a new row would hold, in sentences."""
    return f"Nieuw {gevonden.register.wat}, {gevonden.naam}:", gevonden.waarden


def _voorstel(
    geopend: Geopend,
    register: Register,
    rij: tuple[Any, Any],
    nieuw: Bijschrijving,
    over: tuple[str, Iterable[str]],
) -> Wijzigingsvoorstel:
    """Return the proposal for a row that was and becomes; `over` is its name, and what to mind."""
    naam, let_op = over
    waarden = tuple(rijverschil(*rij))
    if not waarden:
        tip = "noem met een optie wat er anders wordt"
        raise _kan_niet(f"'{rij[0].sleutel}'", "er verandert niets", tip)
    voorstel = geopend.stel_voor(nieuw)
    # The facts of a partner are told already; nothing is worked out from them.
    before = replace(geopend.registers, partners=voorstel.registers.partners)
    gevolg = verschillen(before, voorstel.registers, geopend.op)
    return Wijzigingsvoorstel(voorstel, register, naam, waarden, tuple(gevolg), tuple(let_op))


def zoek_rij(geopend: Geopend, register: Register, rijen: Iterable[R], asked: str) -> R:
    """Return the row of this sleutel.

    Raises:
        ConvenantwerkError: CV927, there is none.
    """
    rows = {rij.sleutel: rij for rij in rijen}
    if asked in rows:
        return rows[asked]
    tip = bedoelde(asked, rows) or f"bekend zijn: {', '.join(list(rows)[:10]) or 'nog geen'}"
    pad = shown(geopend.root / register.pad)
    raise ConvenantwerkError("CV927", pad=pad, wat=register.wat, naam=asked, tip=tip)


def _kan_niet(wat: str, reden: str, tip: str) -> ConvenantwerkError:
    return ConvenantwerkError("CV928", wat=wat, reden=reden, tip=tip)


def _eis_bevoegdheid(wie: Ondertekenaar) -> None:
    if wie.van is not None and wie.tot is not None and wie.tot < wie.van:
        reden = f"de bevoegdheid van {wie.naam} eindigt voordat zij begint"
        raise _kan_niet(f"'{wie.sleutel}'", reden, "verbeter van of tot")


def _noemt(g: Gebeurtenis, ondertekenaar: str) -> bool:
    return getattr(g, "ondertekenaar", "") == ondertekenaar


def _tekent_als(registers: Registers, partner: Partner) -> Iterator[str]:
    """Yield who still signs for a partner under the name that it had."""
    for o in registers.ondertekenaars:
        if o.partner == partner.sleutel and zelfde_naam(o.organisatie, partner.naam):
            yield (
                f"{o.persoon} tekent nog voor {o.organisatie}: 'convenant wijzig ondertekenaar "
                f"{o.sleutel} --organisatie NAAM'"
            )


def _papieren(uit: Path, sleutel: str) -> Iterator[str]:
    """Yield the letters and packs for a partner that lie ready, as the user sees them."""
    post = re.compile(
        r"(?:toetreding|pakketten|opzegging|herinnering|ondertekening/[^/]+)/"
        rf"{re.escape(sleutel)}(?:-\d{{4}}-\d\d-\d\d)?[/.].*"
    )
    made, _ = Lezer(uit).boom(uit)
    return (shown(path) for pad, path in made.items() if post.fullmatch(pad))
