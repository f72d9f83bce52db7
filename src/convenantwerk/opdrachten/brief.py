"""`convenant brief`: letters made again from what is recorded; nothing is recorded twice.

Each letter keeps its date and its reference. What it says of partners is as it is recorded now: a
letter is made again because an address or a name was mended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.mailadres import is_adres
from convenantwerk.basis.stage import write_all
from convenantwerk.dossier.gebeurtenissen import van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegging,
    Toetreding,
    Toetredingsinstemming,
)
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Verlenging
from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.opdrachten.opzegging import brieven_over
from convenantwerk.opdrachten.pakket.plan import Gemaakt
from convenantwerk.opdrachten.toetreding.kennisgeven import kennisgeving
from convenantwerk.opdrachten.toetreding.stappen import instemmingsbrief
from convenantwerk.opdrachten.verlenging import bereid_verlenging, berichten
from convenantwerk.papier.formaten.eml import Bericht, to_eml
from convenantwerk.papier.traversal import texts_of
from convenantwerk.stukken.brieven.begeleiding import Begeleiding
from convenantwerk.stukken.brieven.maken import maak_brief, vul_in
from convenantwerk.tijd.stand import op_datum, stand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis, Partnergebeurtenis
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.papier.document import Document
    from convenantwerk.stukken.brieven.brief import Partnerbrief

G = TypeVar("G", bound="Partnergebeurtenis")


class Briefsoort(NamedTuple):
    """Which letters go with which gebeurtenis: a row of the table.

    Attributes:
        naam: what one asks for.
        gebeurtenis: what was recorded.
        maak: makes the letters, of the dossier on the day that they carry.
    """

    naam: str
    gebeurtenis: type[Gebeurtenis]
    maak: Callable[[Geopend, Any], Iterable[Partnerbrief]]


@dataclass(frozen=True, slots=True)
class Verstuurd:
    """The letters that go with one gebeurtenis, as they can be made again.

    Args:
        soort: the row of the table.
        datum: that the letters carry.
        brieven: the letters.
    """

    soort: str
    datum: date
    brieven: tuple[Partnerbrief, ...]


@dataclass(frozen=True, slots=True)
class Briefopdracht:
    """Which letters to make again.

    Args:
        soort: the row of the table.
        partners: by sleutel or name; all when empty.
        datum: that the letters carry; the last of each partner when None.
    """

    soort: str
    partners: tuple[str, ...] = ()
    datum: date | None = None


def verstuurd(geopend: Geopend) -> Iterator[Verstuurd]:
    """Yield the letters that go with what is recorded, in the order of its days.

    Raises:
        OnleesbaarError: the registers cannot be read.
    """
    soorten = {soort.gebeurtenis: soort for soort in BRIEFSOORTEN}
    for g in op_datum(geopend.registers.gebeurtenissen):
        soort = soorten.get(type(g))
        if soort is not None and g.datum <= geopend.op:
            dag = getattr(g, "brief", None) or g.datum
            brieven = tuple(soort.maak(geopend.ander(geopend.root, dag), g))
            if brieven:
                yield Verstuurd(soort.naam, dag, brieven)


def _over_opzegging(geopend: Geopend, g: Opzegging) -> Iterator[Partnerbrief]:
    yield from brieven_over(_partner(geopend, g.partner), _regels(geopend), g)


def _over_intrekking(geopend: Geopend, g: Intrekking) -> Iterator[Partnerbrief]:
    opzegging = _laatste(geopend, g, Opzegging)
    if opzegging is not None:
        partner = _partner(geopend, g.partner)
        yield from brieven_over(partner, _regels(geopend), opzegging, g)


def _over_ingetrokken(geopend: Geopend, g: Intrekkingsinstemming) -> Iterator[Partnerbrief]:
    opzegging, intrekking = _laatste(geopend, g, Opzegging), _laatste(geopend, g, Intrekking)
    if opzegging is not None and intrekking is not None:
        partner = _partner(geopend, g.partner)
        yield from brieven_over(partner, _regels(geopend), opzegging, intrekking, g)


def _laatste(geopend: Geopend, g: Partnergebeurtenis, soort: type[G]) -> G | None:
    """Return the last gebeurtenis of a soort of this partner through that day."""
    own = van_partner(geopend.registers.gebeurtenissen, g.partner)
    return next((o for o in reversed(op_datum(van_soort(own, soort))) if o.datum <= g.datum), None)


def _over_verlenging(geopend: Geopend, g: Verlenging) -> Iterator[Partnerbrief]:
    yield from berichten(bereid_verlenging(geopend, g.jaar), _regels(geopend))


def _over_instemming(geopend: Geopend, g: Toetredingsinstemming) -> Iterator[Partnerbrief]:
    yield instemmingsbrief(geopend, geopend.registers, _partner(geopend, g.partner))


def _over_toetreding(geopend: Geopend, g: Toetreding) -> Iterator[Partnerbrief]:
    if g.nummer is not None:  # else it was recorded by hand, without a declaration
        partner = _partner(geopend, g.partner)
        yield kennisgeving(geopend, geopend.registers, partner, g.nummer)


BRIEFSOORTEN: tuple[Briefsoort, ...] = (
    Briefsoort("opzegging", Opzegging, _over_opzegging),
    Briefsoort("intrekking", Intrekking, _over_intrekking),
    Briefsoort("intrekking", Intrekkingsinstemming, _over_ingetrokken),
    Briefsoort("verlenging", Verlenging, _over_verlenging),
    Briefsoort("instemming", Toetredingsinstemming, _over_instemming),
    Briefsoort("toetreding", Toetreding, _over_toetreding),
)


def _partner(geopend: Geopend, sleutel: str) -> Partner:
    return zoek_partner(geopend.root, geopend.registers, sleutel)


def _regels(geopend: Geopend) -> Regels:
    return geopend.registers.instellingen.regels


# --- making them again -----------------------------------------------------------------------


def kies(geopend: Geopend, opdracht: Briefopdracht) -> tuple[Verstuurd, ...]:
    """Return the letters that are asked for, each with its date.

    Raises:
        ConvenantwerkError: CV912, a partner is not there; CV932, there is no such letter.
    """
    registers = geopend.registers
    wanted = {zoek_partner(geopend.root, registers, naam).sleutel for naam in opdracht.partners}
    found: dict[tuple[str, str], Verstuurd] = {}
    for one in verstuurd(geopend):
        if one.soort == opdracht.soort and opdracht.datum in {None, one.datum}:
            for brief in one.brieven:
                sleutel = brief.partner.sleutel
                if not wanted or sleutel in wanted:
                    # The last of each counts: an earlier notice was withdrawn.
                    found[sleutel, brief.sjabloon] = Verstuurd(one.soort, one.datum, (brief,))
    missing = wanted - {sleutel for sleutel, _ in found}
    if not found or missing:
        namen = ", ".join(p.naam for p in registers.partners if p.sleutel in missing)
        raise ConvenantwerkError("CV932", soort=opdracht.soort, wie=f" voor {namen}" * bool(namen))
    return tuple(found.values())


def maak_opnieuw(
    geopend: Geopend,
    uit: Path,
    gekozen: Sequence[Verstuurd],
    formaten: tuple[str, ...],
    herhaald: date | None = None,
) -> tuple[str, ...]:
    """Write letters again; return their paths below `uit`. Nothing is recorded.

    Args:
        geopend: the dossier.
        uit: the folder for the papers.
        gekozen: the letters.
        formaten: of the papers.
        herhaald: the day on which they are sent once more, when they say so.

    Raises:
        ConvenantwerkError: a template is no good, or the folder cannot be written.
    """
    documents = [document for one in gekozen for document in _documenten(geopend, one, herhaald)]
    files = {b.pad: b.data for b in geopend.maak(documents, formaten)}
    write_all(uit, files)
    return tuple(files)


def _documenten(geopend: Geopend, one: Verstuurd, herhaald: date | None) -> Iterator[Document]:
    sjablonen, instellingen = geopend.briefsjablonen, geopend.registers.instellingen
    for brief in one.brieven:
        tekst = vul_in(brief, sjablonen, instellingen, one.datum, herhaald)
        yield maak_brief(brief, sjablonen, instellingen, one.datum, tekst)


# --- by mail ---------------------------------------------------------------------------------


def maak_berichten(
    geopend: Geopend, uit: Path, gekozen: Sequence[Verstuurd], herhaald: date | None = None
) -> tuple[Gemaakt, ...]:
    """Write a draft of a mail for each partner to whom a letter goes, with its letters as PDF.

    A letter to all partners goes to each that takes part. Papers for the office go to nobody.

    Raises:
        ConvenantwerkError: as `maak_opnieuw`.
    """
    made: list[Gemaakt] = []
    files: dict[str, bytes] = {}
    moment = datetime.combine(geopend.op, time(9), UTC)
    for one in gekozen:
        for brief, document in zip(one.brieven, _documenten(geopend, one, herhaald), strict=True):
            aan = tuple(_ontvangers(geopend, brief))
            if not aan:
                continue
            (pdf,) = geopend.maak([document], ("pdf",))
            for partner in aan:
                pad = f"{brief.pad}.eml" if aan == (brief.partner,) else _pad(brief, partner)
                bericht = _bericht(geopend, partner, brief, pdf.data)
                files[pad] = to_eml(bericht, moment, concept=True)
                made.append(Gemaakt(partner, (pad,), bericht, brief.kenmerk))
    write_all(uit, files)
    return tuple(made)


def _pad(brief: Partnerbrief, partner: Partner) -> str:
    return f"{brief.pad}/{partner.sleutel}.eml"


def _ontvangers(geopend: Geopend, brief: Partnerbrief) -> Iterator[Partner]:
    if brief.ontvanger == "partner":
        yield brief.partner
    elif brief.ontvanger == "partners":
        for deelname in stand(geopend.registers, geopend.op).deelnames:
            if deelname.status == "deelnemer" and deelname.partner.sleutel != brief.partner.sleutel:
                yield deelname.partner


def _bericht(geopend: Geopend, partner: Partner, brief: Partnerbrief, pdf: bytes) -> Bericht:
    instellingen = geopend.registers.instellingen
    begeleiding = Begeleiding(partner=partner, brieven=(brief.stuknaam,))
    document = maak_brief(begeleiding, geopend.briefsjablonen, instellingen, geopend.op)
    verband = instellingen.samenwerkingsverband
    return Bericht(
        van=instellingen.afzender.email,
        van_naam=verband,
        aan=partner.email if is_adres(partner.email) else "",
        aan_naam=partner.naam,
        onderwerp=f"{instellingen.titel} {verband}: {brief.stuknaam.lower()}",
        tekst="\n\n".join(text for text in texts_of(document.blocks) if text) + "\n",
        bijlagen={f"{brief.sjabloon}.pdf": pdf},
    )


def al_verzonden(geopend: Geopend, gemaakt: Gemaakt) -> bool:
    """Tell whether this letter was mailed to this partner already."""
    own = van_partner(geopend.registers.gebeurtenissen, gemaakt.partner.sleutel)
    return any(g.kenmerk == gemaakt.kenmerk for g in van_soort(own, Verzending))
