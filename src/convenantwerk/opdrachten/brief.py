"""`convenant brief`: letters made again from what is recorded; nothing is recorded twice.

Each letter keeps its date and its reference. What it says of partners is as it is recorded now: a
letter is made again because an address or a name was mended.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.mailadres import is_adres
from convenantwerk.dossier.gebeurtenissen import van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.opdrachten.aanbieden import AGENDA, bestanden
from convenantwerk.opdrachten.briefsoorten import verstuurd
from convenantwerk.opdrachten.pakket.plan import Gemaakt
from convenantwerk.opdrachten.termijnen import (
    Kalenders,
    agenda,
    geef_uit_met,
    kalenders,
    partnerkalender,
)
from convenantwerk.papier.formaten.eml import Bericht, to_eml
from convenantwerk.papier.traversal import texts_of
from convenantwerk.stukken.brieven.aanbiedingsbrief import Aanbiedingsbrief
from convenantwerk.stukken.brieven.begeleiding import Begeleiding
from convenantwerk.stukken.brieven.maken import maak_brief, vul_in
from convenantwerk.tijd.stand import stand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.briefsoorten import Verstuurd
    from convenantwerk.papier.document import Document
    from convenantwerk.stukken.brieven.brief import Partnerbrief


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


@dataclass(frozen=True, slots=True)
class Herhaling:
    """How letters are made again.

    Args:
        dag: on which they are sent once more, when they say so.
        voortgang: is called with each letter when it is its turn; what it raises ends the making.
    """

    dag: date | None = None
    voortgang: Callable[[Partnerbrief], None] = lambda _: None


_GEWOON = Herhaling()
OPNIEUW = "Opnieuw gemaakt; er is niets vastgelegd."
NIETS_TE_MAILEN = "Deze stukken zijn voor uw bureau; er is niets te mailen."


def geadresseerden(gekozen: Iterable[Verstuurd]) -> tuple[Partner, ...]:
    """Return the partners to whom letters go."""
    aan = (b for one in gekozen for b in one.brieven if b.ontvanger == "partner")
    return tuple({b.partner.sleutel: b.partner for b in aan}.values())


# --- making them again -----------------------------------------------------------------------


def kies(geopend: Geopend, opdracht: Briefopdracht) -> tuple[Verstuurd, ...]:
    """Return the letters that are asked for, each with its date.

    Raises:
        ConvenantwerkError: CV912, a partner is not there; CV932, there is no such letter.
    """
    registers = geopend.registers
    wanted = {zoek_partner(geopend.root, registers, naam).sleutel for naam in opdracht.partners}
    found: dict[tuple[str, str], Verstuurd] = {}
    for one in verstuurd(geopend, opdracht.soort):
        if opdracht.datum in {None, one.datum}:
            for brief in one.brieven:
                sleutel = brief.partner.sleutel
                if not wanted or sleutel in wanted:
                    # The last of each counts: an earlier notice was withdrawn.
                    found[sleutel, brief.sjabloon] = replace(one, brieven=(brief,))
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
    herhaling: Herhaling = _GEWOON,
) -> tuple[str, ...]:
    """Write letters again; return their paths below `uit`. Nothing is recorded.

    Args:
        geopend: the dossier.
        uit: the folder for the papers.
        gekozen: the letters.
        formaten: of the papers.
        herhaling: how.

    Raises:
        ConvenantwerkError: a template is no good, or the folder cannot be written.
    """
    documents = (document for one in gekozen for document in _documenten(geopend, one, herhaling))
    files = {b.pad: b.data for b in geopend.maak(documents, formaten)}
    agendas = _agendas(geopend, gekozen)
    for one in gekozen:
        for brief in one.brieven:
            folder = PurePosixPath(brief.pad).parent
            for naam, data in _bijlagen(one, brief.partner, agendas).items():
                files[(folder / naam).as_posix()] = data
    geef_uit_met(geopend, uit, files, agendas.bewaren)
    return tuple(files)


def _agendas(geopend: Geopend, gekozen: Sequence[Verstuurd]) -> Kalenders:
    """Return the calendars as they are now, when one of them is enclosed with a letter."""
    if not any(b.naam == AGENDA for one in gekozen for b in one.bijlagen):
        return Kalenders({}, {})
    return kalenders(geopend, agenda(geopend.registers, geopend.op))


def _bijlagen(one: Verstuurd, partner: Partner, agendas: Kalenders) -> dict[str, bytes]:
    """Return what is enclosed with a letter to a partner, by name."""
    own = agendas.bestanden.get(partnerkalender(partner), b"")
    return bestanden(one.bijlagen, {AGENDA: own})


def _documenten(geopend: Geopend, one: Verstuurd, herhaling: Herhaling) -> Iterator[Document]:
    sjablonen, instellingen = geopend.briefsjablonen, geopend.registers.instellingen
    for brief in one.brieven:
        herhaling.voortgang(brief)
        tekst = vul_in(brief, sjablonen, instellingen, one.datum, herhaling.dag)
        yield maak_brief(brief, sjablonen, instellingen, one.datum, tekst)


# --- by mail ---------------------------------------------------------------------------------


def maak_berichten(
    geopend: Geopend, uit: Path, gekozen: Sequence[Verstuurd], herhaling: Herhaling = _GEWOON
) -> tuple[Gemaakt, ...]:
    """Write a draft of a mail for each partner to whom a letter goes, with its letters as PDF.

    A letter to all partners goes to each that takes part. Papers for the office go to nobody.

    Raises:
        ConvenantwerkError: as `maak_opnieuw`.
    """
    made: list[Gemaakt] = []
    files: dict[str, bytes] = {}
    moment = datetime.combine(geopend.op, time(9), UTC)
    agendas = _agendas(geopend, gekozen)
    for one in gekozen:
        for brief, document in zip(one.brieven, _documenten(geopend, one, herhaling), strict=True):
            aan = tuple(_ontvangers(geopend, brief))
            if not aan:
                continue
            (pdf,) = geopend.maak([document], ("pdf",))
            versie = brief.versie.naam if isinstance(brief, Aanbiedingsbrief) else ""
            for partner in aan:
                pad = f"{brief.pad}.eml" if aan == (brief.partner,) else _pad(brief, partner)
                stukken = {f"{brief.sjabloon}.pdf": pdf.data, **_bijlagen(one, partner, agendas)}
                titels = (brief.stuknaam, *(b.titel for b in one.bijlagen))
                bericht = _bericht(geopend, partner, titels, stukken)
                files[pad] = to_eml(bericht, moment, concept=True)
                gemaakt = Gemaakt(partner, (pad,), bericht, brief.kenmerk, one.datum, versie)
                made.append(gemaakt)
    geef_uit_met(geopend, uit, files, agendas.bewaren)
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


def _bericht(
    geopend: Geopend, partner: Partner, titels: tuple[str, ...], stukken: dict[str, bytes]
) -> Bericht:
    """Return the message that carries a letter, called by the first of `titels`."""
    instellingen = geopend.registers.instellingen
    begeleiding = Begeleiding(partner=partner, brieven=titels)
    document = maak_brief(begeleiding, geopend.briefsjablonen, instellingen, geopend.op)
    verband = instellingen.samenwerkingsverband
    return Bericht(
        van=instellingen.afzender.email,
        van_naam=verband,
        aan=partner.email if is_adres(partner.email) else "",
        aan_naam=partner.naam,
        onderwerp=f"{instellingen.titel} {verband}: {titels[0].lower()}",
        tekst="\n\n".join(text for text in texts_of(document.blocks) if text) + "\n",
        bijlagen=stukken,
    )


def al_verzonden(geopend: Geopend, gemaakt: Gemaakt) -> bool:
    """Tell whether this letter was mailed to this partner already, by itself or in a pack."""
    own = van_partner(geopend.registers.gebeurtenissen, gemaakt.partner.sleutel)
    return any(
        g.kenmerk == gemaakt.kenmerk and g.datum >= gemaakt.datum
        for g in van_soort(own, Verzending)
    )
