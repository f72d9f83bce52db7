"""The last stage of an accession: a signed declaration becomes a part of the convenant (7.e)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.archief import lees_aangeboden, lees_aangeboden_tekst
from convenantwerk.dossier.gebeurtenissen.deelname import Toetreding
from convenantwerk.dossier.lezen import VERKLARINGEN
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.opdrachten.termijnen import KALENDER, agenda, kalenders
from convenantwerk.opdrachten.toetreding.kennisgeven import kennisgeving
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.tekenen.toetreding import eis_stap, volgend_nummer
from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Regeleinde,
    Registerplaats,
    Tekst,
    Tekstbestand,
)
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.schrijven import schrijf_tekst

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Ondertekening, Tekening
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht
    from convenantwerk.tekst.boom import Inline
    from convenantwerk.tijd.toetreding import Toetredingsstand


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


def hecht_aan(geopend: Geopend, zicht: Overzicht, formaten: tuple[str, ...]) -> Aanhechting:
    """Return what binding a signed declaration to the convenant does (7.e).

    Raises:
        ConvenantwerkError: CV302, it is not the turn of this stage; CV303, the text that was
            offered is not in the archive any more; a template is no good.
    """
    stand, registers, op = zicht.stand, geopend.registers, geopend.op
    eis_stap(stand, "aangehecht")
    aanbieding, getekend = _gedaan(stand)
    nummer = volgend_nummer(registers)
    partner = stand.partner
    tekst = _aangeboden_tekst(geopend.root, aanbieding, partner)
    toetreding = Toetreding(
        datum=op,
        partner=partner.sleutel,
        ingangsdatum=aanbieding.ingangsdatum,
        besluit=stand.instemming.besluit if stand.instemming else "",
        overleggen=aanbieding.overleggen,
        nummer=nummer,
        sha256=(stand.tegengetekend or getekend).sha256,
    )
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=(toetreding,)))
    naam = f"convenant/{VERKLARINGEN}/{nummer}-{partner.sleutel}.md"
    verklaring = aangehecht(tekst, nummer, stand, voorstel.registers).encode()
    agendas = kalenders(geopend, agenda(voorstel.registers, geopend.op))
    papieren = _kennisgeving(geopend, voorstel.registers, partner, nummer, formaten)
    papieren |= {f"{KALENDER}/{pad}": data for pad, data in agendas.bestanden.items()}
    return Aanhechting(voorstel, nummer, papieren, {naam: verklaring, **agendas.bewaren})


def zin_over(stand: Toetredingsstand, made: Aanhechting) -> str:
    """Return what becomes of a declaration, in a sentence."""
    naam = stand.partner.naam
    return f"De verklaring van {naam} wordt als nummer {made.nummer} bij het convenant gevoegd."


def _aangeboden_tekst(root: Path, aanbieding: Aanbieding, partner: Partner) -> str:
    """Return the text of a declaration, once it is sure that it is the one that was signed.

    The register knows the PDF that was offered, and that PDF knows its text.
    """
    from convenantwerk.tekenen.handtekeningen import lees_getekend  # noqa: PLC0415  heavy

    tekst = lees_aangeboden_tekst(root, aanbieding.sha256)
    pdf = lees_aangeboden(root, aanbieding.sha256)
    known = lees_getekend(pdf, ()).identiteit if pdf else None
    if tekst is None or pdf is None or sha256(pdf).hexdigest() != aanbieding.sha256:
        wat = "de aangeboden verklaring in archief/aangeboden/, zoals zij was"
    elif known is None or sha256(tekst.encode()).hexdigest() != known.tekst:
        wat = "de tekst van de verklaring zoals zij is getekend: die in het archief is veranderd"
    else:
        return tekst
    tip = "zet de map archief terug (git checkout, of uw reservekopie)"
    raise ConvenantwerkError("CV303", naam=partner.naam, wat=wat, tip=tip)


def aangehecht(tekst: str, nummer: int, stand: Toetredingsstand, registers: Registers) -> str:
    """Return the text of a declaration as a file of the convenant.

    Its words are those that were signed; its heading tells the number under which it is bound, and
    instead of the room for signatures it says who signed when.
    """
    bestand, _ = lees_tekst(f"---\n{_SOORT}\n---\n{tekst}", "verklaring")
    if bestand is None:
        raise AssertionError(tekst)  # it was read when it was offered
    element, naam = bestand.element, " ".join(stand.partner.naam.split())
    orgaan = registers.instellingen.regels.beslisser
    getekend = [
        _getekend(stand.getekend, registers, f"namens {naam}"),
        _getekend(stand.tegengetekend, registers, f"namens {orgaan}"),
    ]
    regels: list[Inline] = []
    for regel in filter(None, getekend):
        regels += [Regeleinde(), Tekst(regel)]
    slot = Alinea(tuple(regels[1:]))
    return schrijf_tekst(
        Tekstbestand(
            _SOORT,
            replace(
                element,
                opschrift=(Tekst(f"Toetredingsverklaring {nummer} {naam}"),),
                inhoud=(
                    *(deel for deel in element.inhoud if not isinstance(deel, Registerplaats)),
                    Element("slot", "", "", (), "", (slot,), niveau=0),
                ),
            ),
        )
    )


_SOORT = "soort: bijlage"


def _getekend(g: Tekening | None, registers: Registers, namens: str) -> str:
    signer = next((o for o in registers.ondertekenaars if g and o.sleutel == g.ondertekenaar), None)
    if g is None or signer is None:
        return ""
    bewaard = f", origineel bewaard onder sha256 {g.sha256[:12]}" if g.sha256 else ""
    return f"Getekend {namens}: {signer.persoon}, {voluit(g.datum)}{bewaard}"


def _gedaan(stand: Toetredingsstand) -> tuple[Aanbieding, Ondertekening]:
    """Return what `eis_stap` has made sure of: offer and signature."""
    if stand.aanbieding is None or stand.getekend is None:
        raise AssertionError(stand)
    return stand.aanbieding, stand.getekend


def _kennisgeving(
    geopend: Geopend,
    registers: Registers,
    partner: Partner,
    nummer: int,
    formaten: tuple[str, ...],
) -> dict[str, bytes]:
    """Return the notice to the other partners."""
    op = geopend.op
    brief = kennisgeving(geopend, registers, partner, nummer)
    document = maak_brief(brief, geopend.briefsjablonen, registers.instellingen, op)
    return {b.pad: b.data for b in geopend.maak([document], formaten)}
