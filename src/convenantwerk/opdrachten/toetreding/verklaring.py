"""The toetredingsverklaring: how it is made and offered, one or a thousand; and how it is bound."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import Stage
from convenantwerk.controles.voorstel import (
    bijgewerkt,
    leg_klaargezet_vast,
    stel_voor,
)
from convenantwerk.dossier.archief import aangeboden
from convenantwerk.dossier.gebeurtenissen import VERKLARING, Gebeurtenis
from convenantwerk.papier.escaping import literal
from convenantwerk.papier.huisstijl import lees_huisstijl
from convenantwerk.papier.uitgeven import export_stream
from convenantwerk.stukken.brieven.schrijven import Brieven
from convenantwerk.stukken.tekenblokken import signature_block
from convenantwerk.tekenen.tekenstand import DELEN
from convenantwerk.tekenen.toetreding import (
    eerste_data,
    ontbreekt_aan_verklaring,
    voorzitter_op,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.controles.voorstel import Gelezen, Voorstel
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Besluit, Bijschrijving, Ondertekenaar, Partner
    from convenantwerk.dossier.toetreding import Toetredingsstand
    from convenantwerk.papier.document import Document
    from convenantwerk.papier.uitgeven import Bestand
    from convenantwerk.tekenen.tekeneditie import Tekeneditie

FOLDER = "toetreding"
BRIEF = "aanbiedingsbrief"
_KOP = re.compile(r"\A\s*#[^\n]*\n")
_PLAATS = re.compile(r"^::: ondertekenaars[ \t]*\n?", re.MULTILINE)

Voortgang = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Aanbod:
    """How declarations are offered.

    Args:
        editie: the version that is joined.
        op: the day.
        uiterlijk: by when the declaration is asked back.
        formaten: of the papers; the declaration is always a PDF too, for that is what is signed.
        werkers: how many processes make the papers.
    """

    editie: Tekeneditie
    op: date
    uiterlijk: date
    formaten: tuple[str, ...]
    werkers: int = 1


def bied_aan(  # noqa: PLR0913, PLR0917  # what is offered, of what, and where it goes
    root: Path,
    uit: Path,
    gelezen: Gelezen,
    nieuw: Bijschrijving,
    standen: Sequence[Toetredingsstand],
    aanbod: Aanbod,
    voortgang: Voortgang | None = None,
) -> tuple[str, ...]:
    """Make the declarations and their letters, and record that they were offered.

    All is written or nothing; papers go to the disk one by one, so a thousand need no memory.

    Args:
        root: the folder of the dossier.
        uit: the folder for the papers.
        gelezen: the registers as they are.
        nieuw: what else is to be recorded with it, such as the requests.
        standen: of each newcomer how far it is, `nieuw` included.
        aanbod: how they are offered.
        voortgang: is told how many are done.

    Returns:
        The paths of the papers below `uit`.

    Raises:
        ConvenantwerkError: CV303, a fact is missing; CV301, the registers would not be right; a
            template is no good; something cannot be written.
    """
    huisstijl, _ = lees_huisstijl(root)
    registers = bijgewerkt(gelezen.registers, nieuw)
    schrijver = _Schrijver(Brieven(huisstijl, registers, aanbod.op), aanbod)
    formaten = tuple(dict.fromkeys(("pdf", *aanbod.formaten)))
    events: list[Gebeurtenis] = []
    with Stage(uit) as out, Stage(root) as kept:
        stream = export_stream(schrijver.documenten(standen), huisstijl, formaten, aanbod.werkers)
        for done, files in enumerate(stream, start=1):
            for bestand in files:
                _klaargezet(bestand, aanbod, out)
            stand = standen[(done - 1) // 2]
            if _is_verklaring(files[0].document):
                events.append(_vast(files[0], stand, aanbod, schrijver, kept))
            if voortgang:
                voortgang(done // 2)
        alles = replace(nieuw, gebeurtenissen=(*nieuw.gebeurtenissen, *events))
        voorstel = stel_voor(gelezen, alles, aanbod.op)
        _geen_fout(voorstel)
        leg_klaargezet_vast(root, voorstel, (out, kept))
        return out.names


def _klaargezet(bestand: Bestand, aanbod: Aanbod, out: Stage) -> None:
    if bestand.formaat in aanbod.formaten or _is_verklaring(bestand.document):
        out.add(bestand.pad, bestand.data)


def _is_verklaring(document: Document) -> bool:
    return document.identiteit is not None


def _vast(
    bestand: Bestand, stand: Toetredingsstand, aanbod: Aanbod, schrijver: _Schrijver, kept: Stage
) -> Gebeurtenis:
    """Keep a declaration in the archive, with its text, and return that it was offered."""
    signer, _, verzoek = _zeker(stand, schrijver.brieven.registers, aanbod)
    digest = sha256(bestand.data).hexdigest()
    kept.add(aangeboden(digest), bestand.data)
    kept.add(aangeboden(digest, "md"), schrijver.tekst(stand).encode())
    return Gebeurtenis(
        *(aanbod.op, "aanbieding", stand.partner.sleutel, signer.sleutel),
        delen=_delen(stand.partner, verzoek, aanbod.editie),
        versie=aanbod.editie.versie.naam,
        overleggen=verzoek.overleggen,
        ingangsdatum=verzoek.ingangsdatum,
        stuk=VERKLARING,
        sha256=digest,
        uiterlijk=aanbod.uiterlijk,
    )


def _geen_fout(voorstel: Voorstel) -> None:
    for found in voorstel.bezwaren:
        if found.ernst == "fout":
            naam = voorstel.nieuw.gebeurtenissen[0].partner
            raise ConvenantwerkError("CV301", naam=naam, reden=found.melding, tip=found.tip)


class _Schrijver:
    """Writes declarations and the letters that go with them."""

    def __init__(self, brieven: Brieven, aanbod: Aanbod) -> None:
        self.brieven = brieven
        self.aanbod = aanbod
        self._data: dict[date, dict[str, object]] = {}
        self._teksten: dict[str, str] = {}

    def documenten(self, standen: Sequence[Toetredingsstand]) -> Iterator[Document]:
        """Yield of each newcomer the declaration and then its letter."""
        for stand in standen:
            yield self._verklaring(stand)
            yield self._brief(stand)

    def tekst(self, stand: Toetredingsstand) -> str:
        """Return the declaration that was made as Markdown, and forget it."""
        return self._teksten.pop(stand.partner.sleutel)

    def _verklaring(self, stand: Toetredingsstand) -> Document:
        signer, voorzitter, _ = _zeker(stand, self.brieven.registers, self.aanbod)
        partner = stand.partner
        verband = self.brieven.registers.instellingen.samenwerkingsverband
        blokken = (
            signature_block(signer),
            signature_block(voorzitter, f"Stuurgroep {verband}", "Voorzitter"),
        )
        tekst = self.brieven.tekst(VERKLARING, self._waarden(stand))
        self._teksten[partner.sleutel] = tekst
        identiteit = self.aanbod.editie.identiteit(VERKLARING, partner.sleutel)
        return self.brieven.schrijf(
            VERKLARING,
            f"{FOLDER}/{partner.sleutel}/{VERKLARING}",
            f"Toetredingsverklaring {partner.naam}",
            {},
            blokken,
            tekst=tekst,
            identiteit=replace(identiteit, tekst=sha256(tekst.encode()).hexdigest()),
        )

    def _brief(self, stand: Toetredingsstand) -> Document:
        signer, _, _ = _zeker(stand, self.brieven.registers, self.aanbod)
        waarden = {
            **self._waarden(stand),
            "stuk": VERKLARING,
            "ondertekenaars": (signer,),
            "uiterlijk": self.aanbod.uiterlijk,
            "vorige": None,
            "bijlagen": ("Toetredingsverklaring",),
        }
        naam = f"{FOLDER}/{stand.partner.sleutel}/{BRIEF}"
        titel = f"Aanbiedingsbrief {stand.partner.naam}"
        return self.brieven.schrijf(BRIEF, naam, titel, waarden)

    def _waarden(self, stand: Toetredingsstand) -> dict[str, object]:
        _, _, verzoek = _zeker(stand, self.brieven.registers, self.aanbod)
        begin = verzoek.ingangsdatum or self.aanbod.op
        if begin not in self._data:
            regels = self.brieven.registers.instellingen.regels
            verlenging, vertrek, opzegdag = eerste_data(begin, regels)
            dates = {"verlenging": verlenging, "vertrek": vertrek, "opzegdag": opzegdag}
            self._data[begin] = dict(dates)
        return {
            **tekstwaarden(self.brieven.registers, stand, self.aanbod.editie),
            **self._data[begin],
            "versie": self.aanbod.editie.versie,
        }


def _zeker(
    stand: Toetredingsstand, registers: Registers, aanbod: Aanbod
) -> tuple[Ondertekenaar, Ondertekenaar, Gebeurtenis]:
    """Return who signs, who countersigns, and the request.

    Raises:
        ConvenantwerkError: CV303, one of them, or a fact that the declaration states, is missing.
    """
    missing = voor_verklaring(stand, registers, aanbod.editie, aanbod.op)
    voorzitter = voorzitter_op(registers, aanbod.op)
    if missing or stand.ondertekenaar is None or voorzitter is None or stand.verzoek is None:
        naam = stand.partner.naam
        raise ConvenantwerkError("CV303", naam=naam, wat="; ".join(missing), tip=AANVULLEN)
    return stand.ondertekenaar, voorzitter, stand.verzoek


def voor_verklaring(
    stand: Toetredingsstand, registers: Registers, editie: Tekeneditie, op: date
) -> list[str]:
    """Return what a declaration still lacks, each in a few words."""
    found = [*ontbreekt_aan_verklaring(stand, registers, editie.versie.naam, op)]
    if not _delen(stand.partner, stand.verzoek, editie):
        found.append("een deel met tekst dat deze partner tekent (delen, bij het verzoek)")
    return found


AANVULLEN = (
    "vul het aan in partners.yaml, ondertekenaars.yaml of bij het verzoek in gebeurtenissen.yaml"
)


def _delen(partner: Partner, verzoek: Gebeurtenis | None, editie: Tekeneditie) -> tuple[str, ...]:
    """Return what a newcomer signs: what it asked for, else what partners of its soort sign."""
    asked = verzoek.delen if verzoek else ()
    return asked or tuple(deel for deel in DELEN[partner.soort] if deel in editie.te_tekenen)


def tekstwaarden(
    registers: Registers, stand: Toetredingsstand, editie: Tekeneditie
) -> dict[str, object]:
    """Return what every letter about an accession may use."""
    verzoek = stand.aanbieding or stand.verzoek
    return {
        "partner": stand.partner,
        "ondertekenaar": stand.ondertekenaar,
        "verzoek": stand.verzoek,
        "instemming": _besluit(registers, stand.instemming),
        "delen": editie.genoemd(_delen(stand.partner, verzoek, editie)),
        "overleggen": editie.overlegnamen(verzoek.overleggen if verzoek else ()),
        "ingangsdatum": verzoek.ingangsdatum if verzoek else None,
    }


def _besluit(registers: Registers, instemming: Gebeurtenis | None) -> Besluit | None:
    if instemming is None:
        return None
    return next((b for b in registers.besluiten if b.sleutel == instemming.besluit), None)


# --- bound behind the convenant ------------------------------------------------------------


def aangehechte_tekst(
    tekst: str, nummer: int, stand: Toetredingsstand, registers: Registers
) -> str:
    """Return the text of a declaration as a part of the convenant.

    Its words are those that were signed; before them comes the number under which it is bound,
    and after them, instead of the room for signatures, who signed when.
    """
    body = _PLAATS.sub("", _KOP.sub("", tekst, count=1)).strip("\n")
    naam = " ".join(stand.partner.naam.split())
    regels = [
        _getekend(stand.getekend, registers, f"namens {naam}"),
        _getekend(stand.tegengetekend, registers, "namens de Stuurgroep"),
    ]
    slot = "\\\n".join(literal(regel) for regel in regels if regel)
    kop = f"# Toetredingsverklaring {nummer} {literal(naam)}"
    return f"---\nsoort: bijlage\n---\n{kop}\n\n{body}\n\n---\n\n{slot}\n"


def _getekend(g: Gebeurtenis | None, registers: Registers, namens: str) -> str:
    signer = next((o for o in registers.ondertekenaars if g and o.sleutel == g.ondertekenaar), None)
    if g is None or signer is None:
        return ""
    bewaard = f", origineel bewaard onder sha256 {g.sha256[:12]}" if g.sha256 else ""
    return f"Getekend {namens}: {signer.persoon}, {voluit(g.datum)}{bewaard}"
