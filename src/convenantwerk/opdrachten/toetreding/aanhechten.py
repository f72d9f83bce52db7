"""The last stage of an accession: a signed declaration becomes a part of the convenant (7.e)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.controles.voorstel import stel_voor
from convenantwerk.dossier.archief import lees_aangeboden, lees_aangeboden_tekst
from convenantwerk.dossier.gebeurtenissen import REGIONAAL, Gebeurtenis
from convenantwerk.dossier.lezen import VERKLARINGEN
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.opdrachten.termijnen import agenda, kalenders
from convenantwerk.opdrachten.toetreding.stappen import FOLDER, KALENDER, Overzicht, eis_stap
from convenantwerk.opdrachten.toetreding.verklaring import aangehechte_tekst, tekstwaarden
from convenantwerk.papier.huisstijl import lees_huisstijl
from convenantwerk.papier.uitgeven import export_documents
from convenantwerk.stukken.brieven.schrijven import Brieven
from convenantwerk.tekenen.handtekeningen import lees_getekend
from convenantwerk.tekenen.tekeneditie import lees_tekeneditie
from convenantwerk.tekenen.toetreding import toetredingsstand, volgend_nummer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.controles.voorstel import Voorstel
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.dossier.toetreding import Toetredingsstand


@dataclass(frozen=True, slots=True)
class Aanhechting:
    """An accession as it would be recorded: nothing is written yet.

    Args:
        voorstel: the gebeurtenis.
        nummer: under which the declaration is bound.
        papieren: the notice to the partners, and the calendars.
        bewaren: the text of the declaration, for the dossier itself.
    """

    voorstel: Voorstel
    nummer: int
    papieren: Mapping[str, bytes]
    bewaren: Mapping[str, bytes]


def hecht_aan(root: Path, zicht: Overzicht, op: date, formaten: tuple[str, ...]) -> Aanhechting:
    """Return what binding a signed declaration to the convenant does (7.e).

    Raises:
        ConvenantwerkError: CV302, it is not the turn of this stage; CV303, the text that was
            offered is not in the archive any more; a template is no good.
    """
    stand, registers = zicht.stand, zicht.gelezen.registers
    eis_stap(stand, "aangehecht")
    aanbieding, getekend, instemming = _gedaan(stand)
    nummer = volgend_nummer(registers)
    partner = stand.partner
    tekst = _aangeboden_tekst(root, aanbieding, partner)
    toetreding = Gebeurtenis(
        *(op, "toetreding", partner.sleutel),
        ingangsdatum=aanbieding.ingangsdatum,
        besluit=instemming.besluit,
        overleggen=aanbieding.overleggen,
        nummer=nummer,
        sha256=(stand.tegengetekend or getekend).sha256,
    )
    voorstel = stel_voor(zicht.gelezen, Bijschrijving((toetreding,)), op)
    naam = f"convenant/{VERKLARINGEN}/{nummer}-{partner.sleutel}.md"
    bewaren = {naam: aangehechte_tekst(tekst, nummer, stand, voorstel.registers).encode()}
    papieren = _na_toetreding(root, voorstel.registers, partner, nummer, op, formaten)
    return Aanhechting(voorstel, nummer, papieren, bewaren)


def _aangeboden_tekst(root: Path, aanbieding: Gebeurtenis, partner: Partner) -> str:
    """Return the text of a declaration, once it is sure that it is the one that was signed.

    The register knows the PDF that was offered, and that PDF knows its text.
    """
    tekst, _ = lees_aangeboden_tekst(root, aanbieding.sha256)
    pdf, _ = lees_aangeboden(root, aanbieding.sha256)
    known = lees_getekend(pdf, ()).identiteit if pdf else None
    if tekst is None or pdf is None or sha256(pdf).hexdigest() != aanbieding.sha256:
        wat = "de aangeboden verklaring in archief/aangeboden/, zoals zij was"
    elif known is None or sha256(tekst.encode()).hexdigest() != known.tekst:
        wat = "de tekst van de verklaring zoals zij is getekend: die in het archief is veranderd"
    else:
        return tekst
    tip = "zet de map archief terug (git checkout, of uw reservekopie)"
    raise ConvenantwerkError("CV303", naam=partner.naam, wat=wat, tip=tip)


def _gedaan(stand: Toetredingsstand) -> tuple[Gebeurtenis, Gebeurtenis, Gebeurtenis]:
    """Return what `eis_stap` has made sure of: offer, signature and consent."""
    if stand.aanbieding is None or stand.getekend is None or stand.instemming is None:
        raise AssertionError(stand)
    return stand.aanbieding, stand.getekend, stand.instemming


def _na_toetreding(  # noqa: PLR0913, PLR0917  # what a notice tells
    root: Path,
    registers: Registers,
    partner: Partner,
    nummer: int,
    op: date,
    formaten: tuple[str, ...],
) -> dict[str, bytes]:
    """Return the notice to the other partners, and all calendars anew."""
    huisstijl, _ = lees_huisstijl(root)
    editie = lees_tekeneditie(root, registers, op)
    stand = toetredingsstand(registers, partner, op)
    getekend = stand.getekend.delen if stand.getekend else ()
    waarden = {
        **tekstwaarden(registers, stand, editie),
        "nummer": nummer,
        "mag_melden": REGIONAAL in getekend,
    }
    document = Brieven(huisstijl, registers, op).schrijf(
        "kennisgeving-toetreding",
        f"{FOLDER}/{partner.sleutel}/kennisgeving-toetreding",
        f"Kennisgeving toetreding {partner.naam}",
        waarden,
    )
    made = {b.pad: b.data for b in export_documents([document], huisstijl, formaten)}
    agendas = kalenders(agenda(registers, op))
    return {**made, **{f"{KALENDER}/{pad}": data for pad, data in agendas.items()}}
