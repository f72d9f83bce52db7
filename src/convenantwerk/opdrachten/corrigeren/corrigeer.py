"""Annulling one gebeurtenis by a correctie: nothing is erased, and everything else follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import NERGENS, bedoelde
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.dossier.gebeurtenissen import Gebeurtenis, van_soort
from convenantwerk.dossier.gebeurtenissen.correctie import Correctie, aanduiding
from convenantwerk.dossier.gebeurtenissen.deelname import Toetreding, Toetredingsverzoek
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vaststelling
from convenantwerk.dossier.gebeurtenissen.tekenen import Tekening
from convenantwerk.dossier.lezen import VERKLARINGEN
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.dossier.registertabel import PARTNERS
from convenantwerk.opdrachten.corrigeren.gevolgen import (
    berichten_na,
    tekenverschillen,
    verschillen,
)
from convenantwerk.opdrachten.corrigeren.steun import rust_op
from convenantwerk.opdrachten.corrigeren.stukken import Stukken
from convenantwerk.opdrachten.corrigeren.verplaatsen import losgeraakt
from convenantwerk.tekst.adressen import slug
from convenantwerk.tekst.boom import titel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending
    from convenantwerk.dossier.versie import Versie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.tekst.boom import Element


@dataclass(frozen=True, slots=True)
class Correctieopdracht:
    """What is to be annulled.

    Args:
        aanduiding: which gebeurtenis, or the digest at the end of it.
        reden: why.
        door: who decided that.
        datum: the day on which it did happen, when only its day is wrong.
    """

    aanduiding: str
    reden: str
    door: str = ""
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class Correctievoorstel:
    """What would follow: nothing is written yet.

    Args:
        voorstel: what would be recorded.
        gebeurtenis: what would count no more.
        correctie: the row that says so.
        verschillen: what becomes another, each in a sentence.
        stukken: the papers that rest on it, as the user sees them.
        berichten: what was sent of it.
    """

    voorstel: Voorstel
    gebeurtenis: Gebeurtenis
    correctie: Correctie
    verschillen: tuple[str, ...]
    stukken: tuple[str, ...]
    berichten: tuple[Verzending, ...]


@dataclass(frozen=True, slots=True)
class Vastlegging:
    """A row of the register, and the correctie by which it does not count, if any."""

    gebeurtenis: Gebeurtenis
    correctie: Correctie | None


def vastleggingen(registers: Registers) -> list[Vastlegging]:
    """Return all that was recorded, the last first, in the order of the register."""
    weg = {id(a.gebeurtenis): a.correctie for a in registers.geannuleerd}
    return [Vastlegging(g, weg.get(id(g))) for g in reversed(registers.alles)]


def stel_correctie_voor(
    geopend: Geopend, uit: Path, opdracht: Correctieopdracht
) -> Correctievoorstel:
    """Return what annulling a gebeurtenis would do.

    Args:
        geopend: the dossier.
        uit: the folder in which papers are made.
        opdracht: what is to be annulled.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV926, there is no such gebeurtenis; CV925, it cannot be annulled: it
            was already, or something rests on it.
    """
    registers = geopend.registers
    g = zoek_gebeurtenis(registers, opdracht.aanduiding)
    ander = _op_andere_dag(g, opdracht.datum)
    if not ander:
        _eis_niets_rust(registers, g)
    _eis_niet_bevroren(geopend, g, verplaatst=bool(ander))
    _eis_niet_dubbel(registers, g)
    correctie = Correctie(
        datum=geopend.op, annuleert=aanduiding(g), reden=opdracht.reden, door=opdracht.door
    )
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=(correctie, *ander)))
    _eis_kloppend(registers, g, voorstel)
    _eis_zelfde_verband(registers, g, voorstel)
    return Correctievoorstel(
        voorstel,
        g,
        correctie,
        (
            *verschillen(registers, voorstel.registers, geopend.op),
            *tekenverschillen(geopend, voorstel.registers),
        ),
        tuple(map(shown, Stukken(geopend, uit).die_rusten_op(g, verplaatst=bool(ander)))),
        tuple(berichten_na(registers, g)),
    )


def zinnen_over(
    registers: Registers, gevonden: Correctievoorstel, *, met_aanduiding: bool = False
) -> tuple[str | tuple[str, ...], ...]:
    """Return what would count no more, what comes instead and what follows, in sentences."""
    g = gevonden.gebeurtenis
    zo = f" ({aanduiding(g)})" if met_aanduiding else ""
    sent = tuple(
        f"op {voluit(b.datum)} aan {b.geadresseerde or b.partner}" for b in gevonden.berichten
    )
    kop = "Stukken die hierop rusten; zij blijven liggen, maar gelden niet meer:"
    return (
        f"Wordt geannuleerd: {omschrijving(registers, g)}{zo}.",
        f"Reden: {gevonden.correctie.reden}",
        *(
            f"Daarvoor in de plaats: {omschrijving(registers, ander)}."
            for ander in gevonden.voorstel.nieuw.gebeurtenissen
            if ander is not gevonden.correctie
        ),
        *(
            ("Dit verandert:", gevonden.verschillen)
            if gevonden.verschillen
            else ("Er verandert niets in stand, ondertekening en termijnen.",)
        ),
        *((kop, gevonden.stukken) if gevonden.stukken else ()),
        *(("Al verzonden; laat weten dat het niet klopt:", sent) if sent else ()),
        *_over_register(gevonden),
    )


def _over_register(gevonden: Correctievoorstel) -> Iterator[str]:
    """Yield what else there is to do when a partner would have asked nothing any more.

    One in the register that never asked to join is one that the convenant itself names.
    """
    na, g = gevonden.voorstel.registers, gevonden.gebeurtenis
    soorten = Toetreding | Toetredingsverzoek
    if not isinstance(g, soorten):
        return
    for partner in na.partners:
        own = (e for e in na.gebeurtenissen if isinstance(e, soorten))
        if partner.sleutel == g.partner and all(e.partner != g.partner for e in own):
            yield (
                f"Let op: {partner.naam} blijft in het partnerregister staan, en wie daar zonder "
                "verzoek in staat, geldt als partner die het convenant zelf noemt. Klopt dat niet, "
                f"haal dan ook haar rij weg uit {PARTNERS.pad.as_posix()}."
            )


def omschrijving(registers: Registers, g: Gebeurtenis) -> str:
    """Return what happened, and when, in a few words."""
    return f"{voluit(g.datum)}, {registers.noem(g)}"


def zoek_gebeurtenis(registers: Registers, asked: str) -> Gebeurtenis:
    """Return the gebeurtenis of that aanduiding, or of that digest, which counts.

    Raises:
        ConvenantwerkError: CV926, there is none; CV925, it was annulled already.
    """
    alle = [(v, aanduiding(v.gebeurtenis)) for v in vastleggingen(registers)]
    found = [(v, naam) for v, naam in alle if asked in (naam, naam.rpartition(" ")[2])]
    open_ = {naam: v.gebeurtenis for v, naam in found if v.correctie is None}
    if len(open_) == 1:
        return next(iter(open_.values()))
    if not found or open_:
        known = [naam for _, naam in alle]
        tip = bedoelde(asked, known) or "'convenant corrigeer' toont hoe zij heten"
        raise ConvenantwerkError("CV926", aanduiding=asked, tip=tip)
    correctie = next(v.correctie for v, _ in found if v.correctie)
    reden = f"dat is al gebeurd op {voluit(correctie.datum)} ({correctie.reden})"
    tip = "wilt u haar toch laten tellen, annuleer dan de correctie"
    raise ConvenantwerkError("CV925", aanduiding=found[0][1], reden=reden, tip=tip)


def _op_andere_dag(g: Gebeurtenis, dag: date | None) -> tuple[Gebeurtenis, ...]:
    """Return the same on another day, when that is asked."""
    if dag is None:
        return ()
    naam = aanduiding(g)
    if dag == g.datum:
        reden, tip = "dat is dezelfde dag", "noem met --datum de dag waarop het wel was"
    elif isinstance(g, Correctie):
        reden, tip = "de dag van een correctie is die waarop u haar vastlegt", "laat --datum weg"
    elif isinstance(g, Tekening) and g.wijze == "digitaal":
        reden, tip = "de dag staat in de digitale handtekening", "laat --datum weg"
    else:
        return (replace(g, datum=dag, position=NERGENS),)
    raise ConvenantwerkError("CV925", aanduiding=naam, reden=reden, tip=tip)


def _eis_niets_rust(registers: Registers, g: Gebeurtenis) -> None:
    rust = [aanduiding(later) for later in rust_op(registers, g)]
    if rust:
        reden = f"hierop rust wat daarna is vastgelegd ({len(rust)})"
        tip = f"annuleer eerst, de laatste het eerst: {', '.join(map(_quoted, reversed(rust)))}"
        raise ConvenantwerkError("CV925", aanduiding=aanduiding(g), reden=reden, tip=tip)


def _quoted(naam: str) -> str:
    return f"'{naam}'"


def _eis_niet_bevroren(geopend: Geopend, g: Gebeurtenis, *, verplaatst: bool) -> None:
    """Let nothing be annulled that a frozen version holds: a text that was adopted stays."""
    if isinstance(g, Vaststelling) and not verplaatst:
        others = van_soort(geopend.registers.gebeurtenissen, Vaststelling)
        dubbel = any(other.versie == g.versie and other is not g for other in others)
        names = () if dubbel else (v.gegevens.naam for v in geopend.versies.versies)
        if g.versie in names:
            reden = f"versie '{g.versie}' is bevroren, en een vastgestelde tekst blijft bestaan"
            tip = (
                "klopt alleen de dag niet, noem dan de goede met --datum; klopt de tekst niet, "
                "stel dan een nieuwe versie vast"
            )
            raise ConvenantwerkError("CV925", aanduiding=aanduiding(g), reden=reden, tip=tip)
    if isinstance(g, Toetreding) and g.nummer is not None:
        for versie in geopend.versies.versies:
            if _houdt(versie, geopend.dossier.verklaringen.get(g.nummer)):
                naam = versie.gegevens.naam
                reden = f"de verklaring hoort bij versie '{naam}', en die is vastgesteld"
                tip = "wie eenmaal deelneemt, kan opzeggen: 'convenant opzegging'"
                raise ConvenantwerkError("CV925", aanduiding=aanduiding(g), reden=reden, tip=tip)


def _houdt(versie: Versie, verklaring: Element | None) -> bool:
    """Tell whether a frozen version holds a declaration: its files are named after their titles."""
    if verklaring is None:
        return False
    naam = slug(titel(verklaring))
    begin = f"convenant/{VERKLARINGEN}/"
    paden = (z.pad.removeprefix(begin) for z in versie.gegevens.bestanden if begin in z.pad)
    return any(naam.startswith(pad.partition("-")[2].removesuffix(".md")) for pad in paden)


def _eis_niet_dubbel(registers: Registers, g: Gebeurtenis) -> None:
    """Let nothing count again that was recorded anew since it was annulled."""
    weg = [a.gebeurtenis for a in registers.geannuleerd if a.correctie is g]
    if any(een in registers.gebeurtenissen for een in weg):
        reden = "wat zij annuleerde, is daarna opnieuw vastgelegd en zou twee keer tellen"
        raise ConvenantwerkError("CV925", aanduiding=aanduiding(g), reden=reden, tip="laat het zo")


def _eis_kloppend(registers: Registers, g: Gebeurtenis, voorstel: Voorstel) -> None:
    """Let nothing be annulled when what stays cannot be without it."""
    fouten = [f for f in voorstel.bezwaren if f.ernst == "fout"]
    if not fouten:
        return
    geraakt = [*_op_plaats(registers, {f.position for f in fouten})]
    first = f"annuleer eerst: {', '.join(map(_quoted, geraakt))}"
    reden = f"dan klopt niet meer wat blijft staan: {fouten[0].melding}"
    tip = first if geraakt else fouten[0].tip
    raise ConvenantwerkError("CV925", aanduiding=aanduiding(g), reden=reden, tip=tip)


def _eis_zelfde_verband(registers: Registers, g: Gebeurtenis, voorstel: Voorstel) -> None:
    """Let nothing pass what rests on it, or what it rests on, when its day moves."""
    for ander in voorstel.nieuw.gebeurtenissen:
        if isinstance(ander, Correctie):
            continue
        los = losgeraakt(registers, g, voorstel.registers, ander)
        if los:
            bij = ", ".join(map(_quoted, los))
            reden = f"op {voluit(ander.datum)} past zij niet meer bij {bij}"
            tip = "kies een dag waarop de volgorde klopt, of annuleer eerst wat erop rust"
            raise ConvenantwerkError("CV925", aanduiding=aanduiding(g), reden=reden, tip=tip)


def _op_plaats(registers: Registers, plaatsen: set[object]) -> Iterator[str]:
    for g in registers.alles:
        if g.position in plaatsen and g.position != NERGENS:
            yield aanduiding(g)
