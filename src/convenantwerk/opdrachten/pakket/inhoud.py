"""What a pack holds: the papers to sign, the letter, the text, what changed, and the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.mailadres import is_adres
from convenantwerk.dossier.archief import lees_gaaf
from convenantwerk.dossier.gebeurtenissen import BLAD, VERKLARING
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
from convenantwerk.opdrachten.aanbieden import (
    AGENDA,
    Aanbieder,
    bestanden,
    briefdatum,
    eis_aangeboden,
    stuksoort,
    terug,
)
from convenantwerk.opdrachten.pakket.plan import Gemaakt, Tekenpapier
from convenantwerk.opdrachten.termijnen import partnerkalender
from convenantwerk.papier.formaten.eml import Bericht, to_eml
from convenantwerk.papier.formaten.zip import zipped
from convenantwerk.papier.traversal import texts_of
from convenantwerk.stukken.brieven.bericht import Pakketbericht
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.stukken.brieven.ondertekeningsblad import Ondertekeningsblad
from convenantwerk.stukken.versievermelding import versievermelding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.basis.stage import Stage
    from convenantwerk.dossier.registers import Ondertekenaar, Partner
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
        self._aanbieder = Aanbieder(geopend, self.editie, self.registers)
        self._vermelding = versievermelding(self.editie.versie, self.editie.vastgesteld)

    def stukken(self, te_maken: TeMaken) -> Iterator[Tekenpapier]:
        """Yield the papers to sign: as they were offered already, or made now.

        Raises:
            ConvenantwerkError: CV303, a declaration that was offered is not in the archive.
        """
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
        data = self._aanbieder.pdf(document)
        aanbieding = Aanbieding(
            datum=self.op,
            partner=partner.sleutel,
            ondertekenaar=signer.sleutel,
            delen=delen,
            versie=self.editie.versie.naam,
            stuk=BLAD,
            sha256=sha256(data).hexdigest(),
            uiterlijk=self.plan.uiterlijk,
        )
        return Tekenpapier(aanbieding, data, nieuw=True)

    def _document(self, brief: Brief, datum: date | None = None) -> Document:
        sjablonen, instellingen = self.geopend.briefsjablonen, self.registers.instellingen
        return maak_brief(brief, sjablonen, instellingen, datum or self.op)

    def _eerder(
        self, plaatsen: Sequence[Tekenplaats], signer: Ondertekenaar, delen: tuple[str, ...]
    ) -> Tekenpapier | None:
        """Return the paper that was offered already, when it still serves.

        A declaration is offered by `toetreding … verklaring` alone; here it goes as it was.
        """
        offered = plaatsen[0].aanbieding
        if offered is not None and offered.stuk == VERKLARING:
            data = eis_aangeboden(self.geopend.root, offered.sha256, plaatsen[0].partner)
            return Tekenpapier(offered, data, nieuw=False)
        if (
            offered is None
            or offered.ondertekenaar != signer.sleutel
            or not set(delen) <= set(offered.delen)
            or plaatsen[0].status == "geweigerd"
            or (self.plan.gekozen and offered.uiterlijk != self.plan.uiterlijk)
        ):
            return None
        blad = lees_gaaf(self.geopend.root, offered.sha256)
        return None if blad is None else Tekenpapier(offered, blad, nieuw=False)

    def pakket(
        self,
        te_maken: TeMaken,
        stukken: Sequence[Tekenpapier],
        agendas: Mapping[str, bytes],
        out: Stage,
    ) -> Gemaakt:
        """Write the pack of one partner as a zip and as a draft."""
        partner = te_maken.partner
        aanbiedingen = [stuk.aanbieding for stuk in stukken]
        datum = briefdatum(self.registers, aanbiedingen, self.op)
        brief = self._aanbieder.brief(partner, aanbiedingen, datum)
        bijlagen = self._aanbieder.bijlagen(partner, aanbiedingen, datum)
        gemaakt = {
            AGENDA: agendas[partnerkalender(partner)],
            **{b.naam: stuk.data for b, stuk in zip(bijlagen, stukken, strict=False)},
        }
        pdf = self._aanbieder.pdf(self._document(brief, datum))
        files = {"aanbiedingsbrief.pdf": pdf, **bestanden(bijlagen, gemaakt)}
        files = {f"{n:02d}-{naam}": data for n, (naam, data) in enumerate(files.items(), start=1)}
        bericht = self._bericht(partner, aanbiedingen, files)
        moment = datetime.combine(self.op, time(9), UTC)
        paden = (f"{FOLDER}/{partner.sleutel}.zip", f"{FOLDER}/{partner.sleutel}.eml")
        out.add(paden[0], zipped(files))
        out.add(paden[1], to_eml(bericht, moment, concept=True))
        return Gemaakt(partner, paden, bericht, brief.kenmerk, datum, self.editie.versie.naam)

    def _bericht(
        self, partner: Partner, aanbiedingen: Sequence[Aanbieding], files: dict[str, bytes]
    ) -> Bericht:

        instellingen = self.registers.instellingen
        verband = instellingen.samenwerkingsverband
        document = self._document(
            Pakketbericht(
                partner=partner,
                stuk=stuksoort(aanbiedingen),
                versie=self.editie.versie,
                uiterlijk=terug(aanbiedingen),
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
