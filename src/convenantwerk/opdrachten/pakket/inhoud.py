"""What a pack holds: the papers to sign, the letter, the text, what changed, and the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.mailadres import is_adres
from convenantwerk.dossier.archief import lees_aangeboden
from convenantwerk.dossier.gebeurtenissen import BLAD, VERKLARING, van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import Toetredingsinstemming
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
from convenantwerk.opdrachten.pakket.plan import Gemaakt, Tekenpapier
from convenantwerk.opdrachten.renvooi import marked_text
from convenantwerk.opdrachten.termijnen import partnerkalender
from convenantwerk.papier.formaten.eml import Bericht, to_eml
from convenantwerk.papier.formaten.zip import zipped
from convenantwerk.papier.traversal import texts_of
from convenantwerk.stukken.brieven.aanbiedingsbrief import Aanbiedingsbrief
from convenantwerk.stukken.brieven.bericht import Pakketbericht
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.stukken.brieven.ondertekeningsblad import Ondertekeningsblad
from convenantwerk.stukken.convenant import maak_convenant, met_vermelding
from convenantwerk.stukken.versievermelding import versievermelding
from convenantwerk.tekenen.tekenstand import laatst_getekend
from convenantwerk.tekenen.toetreding import eerste_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.basis.stage import Stage
    from convenantwerk.dossier.gebeurtenissen import Tekenstuk
    from convenantwerk.dossier.registers import Besluit, Ondertekenaar, Partner
    from convenantwerk.dossier.versie import Versiegegevens
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.pakket.plan import Plan, TeMaken
    from convenantwerk.papier.document import Document
    from convenantwerk.stukken.brieven.brief import Brief
    from convenantwerk.tijd.tekenplaatsen import Tekenplaats

FOLDER = "pakketten"


class Pakketmaker:
    """Makes packs one after the other, and keeps what they share."""

    def __init__(self, geopend: Geopend, plan: Plan) -> None:
        self.geopend = geopend
        self.plan = plan
        self.registers = plan.ronde.registers
        self.op = geopend.op
        self.editie = plan.ronde.editie
        self._vermelding = versievermelding(self.editie.versie, self.editie.vastgesteld)
        self._renvooien: dict[str, bytes] = {}
        self._convenant: bytes | None = None

    def stukken(self, te_maken: TeMaken) -> Iterator[Tekenpapier]:
        """Yield the papers to sign: as they were offered already, or made now."""
        by_signer: dict[str, list[Tekenplaats]] = {}
        for plaats in te_maken.plaatsen:
            if plaats.ondertekenaar:
                by_signer.setdefault(plaats.ondertekenaar.sleutel, []).append(plaats)
        for plaatsen in by_signer.values():
            signer = plaatsen[0].ondertekenaar
            if signer is None:
                continue
            delen = tuple(plaats.deel for plaats in plaatsen)
            known = self._eerder(plaatsen, signer, delen)
            if known:
                yield known
            else:
                yield self._blad(te_maken.partner, signer, delen)

    def _blad(self, partner: Partner, signer: Ondertekenaar, delen: tuple[str, ...]) -> Tekenpapier:
        blad = Ondertekeningsblad(
            partner=partner,
            ondertekenaar=signer,
            editie=self.editie.gekozen.convenant.editie,
            versie=self.editie.versie,
            versievermelding=self._vermelding.zin,
            delen=self.editie.genoemd(delen),
            uiterlijk=self.plan.uiterlijk,
        )
        document = replace(
            self._document(blad),
            identiteit=self.editie.identiteit(BLAD, partner.sleutel),
            voet=self._vermelding.voet,
        )
        data = self._pdf(document)
        return Tekenpapier(BLAD, signer, delen, data, nieuw=True, uiterlijk=self.plan.uiterlijk)

    def _document(self, brief: Brief) -> Document:
        return maak_brief(brief, self.geopend.briefsjablonen, self.registers.instellingen, self.op)

    def _eerder(
        self, plaatsen: Sequence[Tekenplaats], signer: Ondertekenaar, delen: tuple[str, ...]
    ) -> Tekenpapier | None:
        """Return the paper that was offered already, when it still serves."""
        offered = plaatsen[0].aanbieding
        if (
            offered is None
            or offered.ondertekenaar != signer.sleutel
            or not set(delen) <= set(offered.delen)
            or plaatsen[0].status == "geweigerd"
            or (
                self.plan.gekozen
                and offered.stuk == BLAD
                and offered.uiterlijk != self.plan.uiterlijk
            )
        ):
            return None
        data = lees_aangeboden(self.geopend.root, offered.sha256)
        if data is None or sha256(data).hexdigest() != offered.sha256:
            return None
        return Tekenpapier(
            offered.stuk,
            signer,
            offered.delen,
            data,
            nieuw=False,
            uiterlijk=offered.uiterlijk,
        )

    def aanbieding(self, partner: Partner, stuk: Tekenpapier) -> Aanbieding:
        """Return that a paper was offered."""
        return Aanbieding(
            datum=self.op,
            partner=partner.sleutel,
            ondertekenaar=stuk.ondertekenaar.sleutel,
            delen=stuk.delen,
            versie=self.editie.versie.naam,
            stuk=BLAD,
            sha256=sha256(stuk.data).hexdigest(),
            uiterlijk=self.plan.uiterlijk,
        )

    def pakket(
        self,
        te_maken: TeMaken,
        stukken: Sequence[Tekenpapier],
        agendas: Mapping[str, bytes],
        out: Stage,
    ) -> Gemaakt:
        """Write the pack of one partner as a zip and as a draft."""
        partner = te_maken.partner
        files = self._bestanden(te_maken, stukken, agendas[partnerkalender(partner)])
        bericht = self._bericht(partner, stukken, files)
        moment = datetime.combine(self.op, time(9), UTC)
        paden = (f"{FOLDER}/{partner.sleutel}.zip", f"{FOLDER}/{partner.sleutel}.eml")
        out.add(paden[0], zipped(files))
        out.add(paden[1], to_eml(bericht, moment, concept=True))
        return Gemaakt(partner, paden, bericht)

    def _bestanden(
        self, te_maken: TeMaken, stukken: Sequence[Tekenpapier], agenda: bytes
    ) -> dict[str, bytes]:
        partner = te_maken.partner
        vorige = laatst_getekend(
            self.geopend.versies.versies, self.registers, partner, self.editie.versie
        )
        named: list[tuple[str, bytes, str]] = [
            (f"{stuk.soort}-{stuk.ondertekenaar.sleutel}.pdf", stuk.data, _titel(stuk))
            for stuk in stukken
        ]
        named.append((f"convenant-{self.editie.versie.naam}.pdf", self._tekst(), _CONVENANT))
        if vorige:
            naam = f"renvooi-{vorige.naam}--{self.editie.versie.naam}.pdf"
            titel = f"Renvooi: wat er is veranderd sinds versie {vorige.naam}"
            named.append((naam, self._renvooi(vorige.naam), titel))
        named.append(("agenda.ics", agenda, "Agenda met de uiterste data"))
        brief = self._brief(te_maken, stukken, vorige, tuple(titel for *_, titel in named))
        rows = [
            ("aanbiedingsbrief.pdf", self._pdf(self._document(brief))),
            *((n, d) for n, d, _ in named),
        ]
        return {f"{number:02d}-{naam}": data for number, (naam, data) in enumerate(rows, start=1)}

    def _brief(
        self,
        te_maken: TeMaken,
        stukken: Sequence[Tekenpapier],
        vorige: Versiegegevens | None,
        bijlagen: tuple[str, ...],
    ) -> Aanbiedingsbrief:
        regels = self.registers.instellingen.regels
        offered = next((p.aanbieding for p in te_maken.plaatsen if p.aanbieding), None)
        begin = offered.ingangsdatum if offered and offered.ingangsdatum else self.op
        verlenging, vertrek, opzegdag = eerste_data(begin, regels)
        partner = te_maken.partner
        return Aanbiedingsbrief(
            verlenging=verlenging,
            vertrek=vertrek,
            opzegdag=opzegdag,
            partner=partner,
            ondertekenaars=tuple(stuk.ondertekenaar for stuk in stukken),
            stuk=_stuksoort(stukken),
            versie=self.editie.versie,
            delen=self.editie.genoemd(dict.fromkeys(d for s in stukken for d in s.delen)),
            uiterlijk=self._uiterlijk(stukken),
            vorige=vorige,
            instemming=self._instemming(partner),
            ingangsdatum=begin,
            bijlagen=bijlagen,
        )

    def _uiterlijk(self, stukken: Sequence[Tekenpapier]) -> date:
        """Return by when the first of the papers is asked back."""
        return min((stuk.uiterlijk for stuk in stukken if stuk.uiterlijk), default=self.op)

    def _instemming(self, partner: Partner) -> Besluit | None:
        registers = self.registers
        own = van_partner(registers.gebeurtenissen, partner.sleutel)
        named = [g.besluit for g in van_soort(own, Toetredingsinstemming)]
        return next((b for b in registers.besluiten if named and b.sleutel == named[-1]), None)

    def _bericht(
        self, partner: Partner, stukken: Sequence[Tekenpapier], files: dict[str, bytes]
    ) -> Bericht:

        instellingen = self.registers.instellingen
        verband = instellingen.samenwerkingsverband
        document = self._document(
            Pakketbericht(
                partner=partner,
                stuk=_stuksoort(stukken),
                versie=self.editie.versie,
                uiterlijk=self._uiterlijk(stukken),
            )
        )
        tekst = "\n\n".join(text for text in texts_of(document.blocks) if text) + "\n"
        return Bericht(
            van=instellingen.afzender.email,
            van_naam=verband,
            aan=partner.email if is_adres(partner.email) else "",
            aan_naam=partner.naam,
            onderwerp=f"{instellingen.titel} {verband}: ter ondertekening",
            tekst=tekst,
            bijlagen=files,
        )

    def _tekst(self) -> bytes:
        """Return the convenant itself, made once."""
        if self._convenant is None:
            gekozen = self.editie.gekozen
            document = maak_convenant(
                gekozen.dossier, gekozen.convenant, (), self.editie.versie.datum, concept=False
            )
            self._convenant = self._pdf(met_vermelding(document, self._vermelding))
        return self._convenant

    def _renvooi(self, naam: str) -> bytes:
        """Return what changed since a version, made once for each."""
        if naam not in self._renvooien:
            oud = self.geopend.editie(naam)
            marked = marked_text(oud, self.editie.gekozen, self.op)
            self._renvooien[naam] = self._pdf(marked)
        return self._renvooien[naam]

    def _pdf(self, document: Document) -> bytes:
        (made,) = self.geopend.maak([document], ("pdf",))
        return made.data


_CONVENANT = "Het convenant"


def _stuksoort(stukken: Sequence[Tekenpapier]) -> Tekenstuk:
    """Return how a letter calls papers: a declaration goes before a sheet."""
    return VERKLARING if any(stuk.soort == VERKLARING for stuk in stukken) else BLAD


def _titel(stuk: Tekenpapier) -> str:
    if stuk.soort == VERKLARING:
        return "Toetredingsverklaring"
    return f"Ondertekeningsblad {stuk.ondertekenaar.organisatie}"
