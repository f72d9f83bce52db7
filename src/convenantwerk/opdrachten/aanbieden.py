"""The aanbiedingsbrief and what is enclosed with it: one of each for what was offered together.

`toetreding … verklaring`, `pakket` and `brief` all ask here, so that they make the same letter, and
it names what really is enclosed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.archief import lees_gaaf
from convenantwerk.dossier.gebeurtenissen import BLAD, VERKLARING, van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
from convenantwerk.opdrachten.renvooi import marked_text
from convenantwerk.opdrachten.toetreding.waarden import instemmingsbesluit
from convenantwerk.stukken.brieven.aanbiedingsbrief import Aanbiedingsbrief
from convenantwerk.stukken.convenant import maak_convenant, met_vermelding
from convenantwerk.stukken.versievermelding import versievermelding
from convenantwerk.tekenen import toetreding
from convenantwerk.tekenen.tekenstand import laatst_getekend
from convenantwerk.tijd.toetreding import toetredingsstand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Tekenstuk
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.dossier.versie import Versiegegevens
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.papier.document import Document
    from convenantwerk.tekenen.tekeneditie import Tekeneditie

AGENDA = "agenda.ics"
VERKLARING_PDF = f"{VERKLARING}.pdf"


class Briefbijlage(NamedTuple):
    """What is enclosed with a letter.

    Attributes:
        naam: of its file.
        titel: what the letter calls it.
        maak: gives its bytes; None of the agenda, which who gives out agendas has.
    """

    naam: str
    titel: str
    maak: Callable[[], bytes] | None = None


class Aanbieder:
    """Composes letters and makes enclosures, for one partner after the other.

    It keeps what they share.

    Args:
        geopend: the dossier.
        editie: the version that is signed.
        registers: those of the dossier, with what is recorded along with the offer.
    """

    def __init__(self, geopend: Geopend, editie: Tekeneditie, registers: Registers) -> None:
        self.geopend = geopend
        self.editie = editie
        self.registers = registers
        self._signers = {o.sleutel: o for o in registers.ondertekenaars}
        self._vermelding = versievermelding(editie.versie, editie.vastgesteld)
        self._gemaakt: dict[str, bytes] = {}
        self._eerste: dict[date, toetreding.Eerstedata] = {}

    def brief(
        self, partner: Partner, aanbiedingen: Sequence[Aanbieding], datum: date
    ) -> Aanbiedingsbrief:
        """Return the letter with papers that are offered together; it carries `datum`."""
        begin = aanbiedingen[0].ingangsdatum or datum
        verlenging, vertrek, opzegdag = self.eerste_data(begin)
        stand = toetredingsstand(self.registers, partner, datum)
        return Aanbiedingsbrief(
            verlenging=verlenging,
            vertrek=vertrek,
            opzegdag=opzegdag,
            partner=partner,
            ondertekenaars=tuple(
                self._signers[a.ondertekenaar]
                for a in aanbiedingen
                if a.ondertekenaar in self._signers
            ),
            stuk=stuksoort(aanbiedingen),
            versie=self.editie.versie,
            delen=self.editie.genoemd(dict.fromkeys(d for a in aanbiedingen for d in a.delen)),
            uiterlijk=terug(aanbiedingen),
            vorige=self._vorige(partner, datum),
            instemming=instemmingsbesluit(self.registers, stand),
            voorzitter=stand.vraagt_tegen,
            ingangsdatum=begin,
            bijlagen=tuple(b.titel for b in self.bijlagen(partner, aanbiedingen, datum)),
        )

    def bijlagen(
        self, partner: Partner, aanbiedingen: Sequence[Aanbieding], datum: date
    ) -> tuple[Briefbijlage, ...]:
        """Return what is enclosed: the papers to sign first, the agenda last."""
        versie, vorige = self.editie.versie.naam, self._vorige(partner, datum)
        renvooi = vorige and Briefbijlage(
            f"renvooi-{vorige.naam}--{versie}.pdf",
            f"Renvooi: wat er is veranderd sinds versie {vorige.naam}",
            partial(self._renvooi, vorige.naam),
        )
        return (
            *papieren(self.geopend.root, self.registers, partner, aanbiedingen),
            Briefbijlage(f"convenant-{versie}.pdf", "Het convenant", self._convenant),
            *([renvooi] if renvooi else []),
            Briefbijlage(AGENDA, "Agenda met de uiterste data"),
        )

    def _vorige(self, partner: Partner, datum: date) -> Versiegegevens | None:
        versies = self.geopend.versies.versies
        return laatst_getekend(versies, self.registers, partner, self.editie.versie, datum)

    def eerste_data(self, begin: date) -> toetreding.Eerstedata:
        """Return what follows for who takes part from a day on, reckoned once for each day."""
        if begin not in self._eerste:
            self._eerste[begin] = toetreding.eerste_data(begin, self.registers.instellingen.regels)
        return self._eerste[begin]

    def _convenant(self) -> bytes:
        gekozen = self.editie.gekozen
        return self._eenmaal(
            "",
            lambda: met_vermelding(
                maak_convenant(
                    gekozen.dossier, gekozen.convenant, (), self.editie.versie.datum, concept=False
                ),
                self._vermelding,
            ),
        )

    def _renvooi(self, naam: str) -> bytes:
        oud, op = self.geopend.editie(naam), self.geopend.op
        return self._eenmaal(naam, lambda: marked_text(oud, self.editie.gekozen, op))

    def _eenmaal(self, naam: str, maak: Callable[[], Document]) -> bytes:
        """Return a paper as PDF that goes to more than one partner, made once."""
        if naam not in self._gemaakt:
            self._gemaakt[naam] = self.pdf(maak())
        return self._gemaakt[naam]

    def pdf(self, document: Document) -> bytes:
        """Return a paper as PDF."""
        (made,) = self.geopend.maak([document], ("pdf",))
        return made.data


def papieren(
    root: Path, registers: Registers, partner: Partner, aanbiedingen: Iterable[Aanbieding]
) -> Iterator[Briefbijlage]:
    """Yield papers to sign as enclosures, each as it was offered."""
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    for aanbieding in aanbiedingen:
        maak = partial(eis_aangeboden, root, aanbieding.sha256, partner)
        if aanbieding.stuk == VERKLARING:
            yield Briefbijlage(VERKLARING_PDF, "Toetredingsverklaring", maak)
            continue
        wie = signers.get(aanbieding.ondertekenaar)
        titel = f"Ondertekeningsblad {wie.organisatie if wie else partner.naam}"
        yield Briefbijlage(f"{BLAD}-{aanbieding.ondertekenaar}.pdf", titel, maak)


def bestanden(bijlagen: Iterable[Briefbijlage], gemaakt: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return enclosures as files, by name.

    Args:
        bijlagen: what is enclosed.
        gemaakt: what was made already, by name: the agenda, and papers that are new.

    Raises:
        ConvenantwerkError: CV303, a paper that was offered is not in the archive any more.
    """
    return {
        b.naam: b.maak() if b.maak and b.naam not in gemaakt else gemaakt[b.naam] for b in bijlagen
    }


def eis_aangeboden(root: Path, digest: str, partner: Partner) -> bytes:
    """Return a paper that was offered, from the archive.

    Raises:
        ConvenantwerkError: CV303, it is not there any more, or not as it was.
    """
    data = lees_gaaf(root, digest)
    if data is None:
        wat = "het aangeboden stuk in archief/aangeboden/, zoals het was"
        tip = "zet de map archief terug (git checkout, of uw reservekopie)"
        raise ConvenantwerkError("CV303", naam=partner.naam, wat=wat, tip=tip)
    return data


def stuksoort(aanbiedingen: Iterable[Aanbieding]) -> Tekenstuk:
    """Return how a letter calls papers: a declaration goes before a sheet."""
    return VERKLARING if any(a.stuk == VERKLARING for a in aanbiedingen) else BLAD


def terug(aanbiedingen: Iterable[Aanbieding]) -> date:
    """Return by when the first of the papers is asked back."""
    return min(a.uiterlijk or a.datum for a in aanbiedingen)


def samen_met(registers: Registers, aanbieding: Aanbieding) -> tuple[Aanbieding, ...]:
    """Return what was offered to a partner with a paper: that day, of that version, in order.

    Of declarations only the last counts: another took its place.
    """
    own = van_soort(van_partner(registers.gebeurtenissen, aanbieding.partner), Aanbieding)
    dag = [g for g in own if (g.datum, g.versie) == (aanbieding.datum, aanbieding.versie)]
    verklaringen = [g for g in dag if g.stuk == VERKLARING]
    return tuple(verklaringen[-1:] or dag)


def briefdatum(registers: Registers, aanbiedingen: Sequence[Aanbieding], op: date) -> date:
    """Return the date of the letter with papers: a letter that goes again keeps its own.

    With other papers than went together before, it is another letter.
    """
    eerder = samen_met(registers, aanbiedingen[0])
    return aanbiedingen[0].datum if set(eerder) == set(aanbiedingen) else op
