"""The toetredingsverklaring: how it is made and offered, one or a thousand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.basis.stage import Stage
from convenantwerk.dossier.archief import aangeboden
from convenantwerk.dossier.bijschrijven import bijgewerkt
from convenantwerk.dossier.gebeurtenissen import (
    VERKLARING,
    Partnergebeurtenis,
    van_soort,
)
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.opdrachten.aanbieden import AGENDA, VERKLARING_PDF, Aanbieder, bestanden
from convenantwerk.opdrachten.termijnen import agenda, kalenders, partnerkalender
from convenantwerk.opdrachten.toetreding.waarden import (
    instemmingsbesluit,
    te_tekenen,
    tekstwaarden,
)
from convenantwerk.papier.uitgeven import export_stream
from convenantwerk.stukken.brieven.aanbiedingsbrief import Aanbiedingsbrief
from convenantwerk.stukken.brieven.maken import maak_brief, vul_in
from convenantwerk.stukken.brieven.toetredingsverklaring import Toetredingsverklaring
from convenantwerk.stukken.versievermelding import versievermelding
from convenantwerk.tekenen.tekeneditie import tekeneditie
from convenantwerk.tekenen.toetreding import eis_stap, ontbreekt_aan_verklaring
from convenantwerk.tijd.toetreding import voorzitter_op

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Instellingen, Registers
    from convenantwerk.dossier.gebeurtenissen.deelname import Toetredingsverzoek
    from convenantwerk.dossier.registers import Ondertekenaar, Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.papier.document import Document
    from convenantwerk.papier.uitgeven import Bestand
    from convenantwerk.tekenen.tekeneditie import Tekeneditie
    from convenantwerk.tijd.toetreding import Toetredingsstand

Voortgang = Callable[[], None]
_NIETS = Bijschrijving()


@dataclass(frozen=True, slots=True)
class Aanbod:
    """Declarations that would be offered, and how.

    Args:
        editie: the version that is joined.
        op: the day.
        uiterlijk: by when the declaration is asked back.
        formaten: of the papers; the declaration is always a PDF too, for that is what is signed.
        standen: of each newcomer how far it is, `nieuw` included.
        nieuw: what is to be recorded with it, such as the requests.
        werkers: how many processes make the papers.
    """

    editie: Tekeneditie
    op: date
    uiterlijk: date
    formaten: tuple[str, ...]
    standen: tuple[Toetredingsstand, ...]
    nieuw: Bijschrijving = _NIETS
    werkers: int = 1


def bereid_aanbod(
    geopend: Geopend, stand: Toetredingsstand, uiterlijk: date | None, formaten: tuple[str, ...]
) -> Aanbod:
    """Return how the declaration of a newcomer would be offered.

    Args:
        geopend: the dossier.
        stand: how far the newcomer is.
        uiterlijk: by when it is asked back; by the term of the dossier when None.
        formaten: of the papers.

    Raises:
        ConvenantwerkError: CV302, it is not the turn of this stage; CV303, a fact is missing.
    """
    eis_stap(stand, "verklaring")
    registers = geopend.registers
    editie = tekeneditie(geopend)
    missing = voor_verklaring(stand, registers, editie, geopend.op)
    if missing:
        naam = stand.partner.naam
        raise ConvenantwerkError("CV303", naam=naam, wat="; ".join(missing), tip=AANVULLEN)
    uiterlijk = uiterlijk or terug_uiterlijk(geopend)
    return Aanbod(editie, geopend.op, uiterlijk, formaten, (stand,))


def terug_uiterlijk(geopend: Geopend) -> date:
    """Return by when a paper that is offered now is asked back, by the term of the dossier."""
    return geopend.registers.instellingen.ondertekening.reactietermijn.na(geopend.op)


def zinnen_over(aanbod: Aanbod) -> tuple[str, ...]:
    """Return of the offer of one declaration what it is, in sentences."""
    versie, (stand,) = aanbod.editie.versie, aanbod.standen
    mist = aanbod.editie.mist_voor_meldingen
    return (
        f"Toetredingsverklaring van {stand.partner.naam} bij versie {versie.naam} "
        f"({versie.kort}), terug uiterlijk {voluit(aanbod.uiterlijk)}.",
        *([mist] if mist else []),
    )


def bied_aan(
    geopend: Geopend, uit: Path, aanbod: Aanbod, voortgang: Voortgang | None = None
) -> tuple[str, ...]:
    """Make the declarations and their letters, and record that they were offered.

    All is written or nothing; papers go to the disk one by one, so a thousand need no memory.

    Args:
        geopend: the dossier.
        uit: the folder for the papers.
        aanbod: what is offered, and how.
        voortgang: is called when the papers of one are done.

    Returns:
        The paths of the papers below `uit`.

    Raises:
        ConvenantwerkError: CV303, a fact is missing; CV301, the registers would not be right; a
            template is no good; something cannot be written.
    """
    nieuw = aanbod.nieuw
    registers = bijgewerkt(geopend.registers, nieuw)
    schrijver = _Schrijver(geopend, registers, aanbod)
    formaten = tuple(dict.fromkeys(("pdf", *aanbod.formaten)))
    events: list[Aanbieding] = []
    with Stage(uit) as out, Stage(geopend.root) as kept:
        stream = export_stream(schrijver.documenten(), geopend.pers, formaten, aanbod.werkers)
        for files in stream:
            verklaring = schrijver.verklaringen.pop(files[0].document.name, None)
            for bestand in files:
                if verklaring or bestand.formaat in aanbod.formaten:
                    out.add(bestand.pad, bestand.data)
            if verklaring:
                events.append(_vast(files[0], verklaring, aanbod, registers, kept))
            elif voortgang:  # the letter comes last
                voortgang()
        alles = replace(nieuw, gebeurtenissen=(*nieuw.gebeurtenissen, *events))
        voorstel = geopend.stel_voor(alles)
        _geen_fout(voorstel)
        # The agenda tells by when the declaration is asked back, so it rests on the offer.
        agendas = kalenders(geopend, agenda(voorstel.registers, aanbod.op))
        for stand, event in zip(aanbod.standen, events, strict=True):
            _voeg_bij(schrijver.aanbieder, stand.partner, event, agendas.bestanden, out)
        geopend.leg_vast(voorstel, klaargezet=(out, kept), bewaren=agendas.bewaren)
        return out.names


def _voeg_bij(
    aanbieder: Aanbieder,
    partner: Partner,
    event: Aanbieding,
    agendas: Mapping[str, bytes],
    out: Stage,
) -> None:
    """Write what is enclosed beside the letter; the declaration is there."""
    folder = Aanbiedingsbrief.map
    gemaakt = {AGENDA: agendas[partnerkalender(partner)]}
    bijlagen = [
        b for b in aanbieder.bijlagen(partner, (event,), event.datum) if b.naam != VERKLARING_PDF
    ]
    for naam, data in bestanden(bijlagen, gemaakt).items():
        out.add(f"{folder}/{partner.sleutel}/{naam}", data)


class _Verklaring(NamedTuple):
    """A declaration that was made: of whom, and its text as Markdown."""

    stand: Toetredingsstand
    tekst: str


def _vast(
    bestand: Bestand, verklaring: _Verklaring, aanbod: Aanbod, registers: Registers, kept: Stage
) -> Aanbieding:
    """Keep a declaration in the archive, with its text, and return that it was offered."""
    digest = sha256(bestand.data).hexdigest()
    kept.add(aangeboden(digest), bestand.data)
    kept.add(aangeboden(digest, "md"), verklaring.tekst.encode())
    return replace(_aanbieding(verklaring.stand, registers, aanbod), sha256=digest)


def _aanbieding(stand: Toetredingsstand, registers: Registers, aanbod: Aanbod) -> Aanbieding:
    """Return that a declaration is offered; of a paper that has yet to be made."""
    signer, _, verzoek = _zeker(stand, registers, aanbod)
    return Aanbieding(
        datum=aanbod.op,
        partner=stand.partner.sleutel,
        ondertekenaar=signer.sleutel,
        delen=te_tekenen(stand.partner, verzoek, aanbod.editie),
        versie=aanbod.editie.versie.naam,
        overleggen=verzoek.overleggen,
        ingangsdatum=verzoek.ingangsdatum,
        stuk=VERKLARING,
        sha256="",
        uiterlijk=aanbod.uiterlijk,
    )


def _geen_fout(voorstel: Voorstel) -> None:
    for found in voorstel.bezwaren:
        if found.ernst == "fout":
            wie = next(van_soort(voorstel.nieuw.gebeurtenissen, Partnergebeurtenis))
            raise ConvenantwerkError("CV301", naam=wie.partner, reden=found.melding, tip=found.tip)


class _Schrijver:
    """Writes declarations and the letters that go with them."""

    def __init__(self, geopend: Geopend, registers: Registers, aanbod: Aanbod) -> None:
        self.sjablonen = geopend.briefsjablonen
        self.registers = registers
        self.aanbod = aanbod
        self.aanbieder = Aanbieder(geopend, aanbod.editie, registers)
        # Those on their way to become a file, by the name of their document.
        self.verklaringen: dict[str, _Verklaring] = {}

    def documenten(self) -> Iterator[Document]:
        """Yield of each newcomer the declaration and then its letter."""
        for stand in self.aanbod.standen:
            yield self._verklaring(stand)
            yield self._brief(stand)

    def _verklaring(self, stand: Toetredingsstand) -> Document:
        signer, voorzitter, verzoek = _zeker(stand, self.registers, self.aanbod)
        begin = verzoek.ingangsdatum or self.aanbod.op
        verlenging, vertrek, opzegdag = self.aanbieder.eerste_data(begin)
        instellingen, editie = self.registers.instellingen, self.aanbod.editie
        waarden = tekstwaarden(stand, editie)
        vermelding = versievermelding(editie.versie, editie.vastgesteld)
        brief = Toetredingsverklaring(
            partner=stand.partner,
            ondertekenaar=signer,
            verzoek=verzoek,
            delen=waarden["delen"],
            overleggen=waarden["overleggen"],
            zonder_tekst=waarden["zonder_tekst"],
            ingangsdatum=waarden["ingangsdatum"],
            verlenging=verlenging,
            vertrek=vertrek,
            opzegdag=opzegdag,
            instemming=instemmingsbesluit(self.registers, stand),
            versie=editie.versie,
            versievermelding=vermelding.zin,
            voorzitter=voorzitter,
            namens=_zonder_lidwoord(instellingen),
        )
        tekst = vul_in(brief, self.sjablonen, instellingen, self.aanbod.op)
        self.verklaringen[brief.pad] = _Verklaring(stand, tekst)
        identiteit = editie.identiteit(VERKLARING, stand.partner.sleutel)
        return replace(
            maak_brief(brief, self.sjablonen, instellingen, self.aanbod.op, tekst),
            identiteit=replace(identiteit, tekst=sha256(tekst.encode()).hexdigest()),
            voet=vermelding.voet,
        )

    def _brief(self, stand: Toetredingsstand) -> Document:
        aanbieding = _aanbieding(stand, self.registers, self.aanbod)
        brief = self.aanbieder.brief(stand.partner, (aanbieding,), self.aanbod.op)
        return maak_brief(brief, self.sjablonen, self.registers.instellingen, self.aanbod.op)


def _zeker(
    stand: Toetredingsstand, registers: Registers, aanbod: Aanbod
) -> tuple[Ondertekenaar, Ondertekenaar | None, Toetredingsverzoek]:
    """Return who signs, who countersigns (None when nobody has to), and the request.

    Raises:
        ConvenantwerkError: CV303, one of them, or a fact that the declaration states, is missing.
    """
    missing = voor_verklaring(stand, registers, aanbod.editie, aanbod.op)
    voorzitter = voorzitter_op(registers, aanbod.op)
    if missing or stand.ondertekenaar is None or stand.verzoek is None:
        naam = stand.partner.naam
        raise ConvenantwerkError("CV303", naam=naam, wat="; ".join(missing), tip=AANVULLEN)
    return stand.ondertekenaar, voorzitter if stand.vraagt_tegen else None, stand.verzoek


def _zonder_lidwoord(instellingen: Instellingen) -> str:
    """Return the body for which the voorzitter signs, as a block names it."""
    orgaan = instellingen.regels.beslisser
    naam = orgaan.removeprefix("de ").removeprefix("het ")
    return f"{eerste_groot(naam)} {instellingen.samenwerkingsverband}"


def voor_verklaring(
    stand: Toetredingsstand, registers: Registers, editie: Tekeneditie, op: date
) -> list[str]:
    """Return what a declaration still lacks, each in a few words."""
    found = [*ontbreekt_aan_verklaring(stand, registers, editie.versie.naam, op)]
    if not te_tekenen(stand.partner, stand.verzoek, editie):
        found.append("een deel met tekst dat deze partner tekent (delen, bij het verzoek)")
    return found


AANVULLEN = (
    "vul het aan in partners.yaml, ondertekenaars.yaml of bij het verzoek in gebeurtenissen.yaml"
)
