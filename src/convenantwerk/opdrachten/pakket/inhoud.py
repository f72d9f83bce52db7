"""What a pack holds: the papers to sign, the letter, the text, what changed, and the calendar."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.dossier.archief import lees_aangeboden
from convenantwerk.dossier.gebeurtenissen import BLAD, VERKLARING, Gebeurtenis
from convenantwerk.opdrachten.renvooi import marked_text
from convenantwerk.opdrachten.termijnen import agenda, kalenders
from convenantwerk.papier.document import texts_of
from convenantwerk.stukken.convenant import maak_convenant
from convenantwerk.stukken.ondertekeningsblad import maak_blad
from convenantwerk.tekenen.toetreding import eerste_data
from convenantwerk.versies.kiezen import lees_versie, lees_versies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.basis.files import Stage
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Ondertekenaar, Partner
    from convenantwerk.dossier.versie import Versiegegevens
    from convenantwerk.opdrachten.ondertekening.ronde import Ronde
    from convenantwerk.papier.document import Document
    from convenantwerk.papier.formaten.eml import Bericht
    from convenantwerk.papier.layout import Press
    from convenantwerk.stukken.brieven.schrijven import Brieven
    from convenantwerk.tekenen.ondertekening import Tekenplaats

FOLDER = "pakketten"


@dataclass(frozen=True, slots=True)
class Stuk:
    """A paper to sign in a pack: its PDF, who signs it, and the delen.

    `nieuw` says that it is offered now; otherwise it was, and is sent once more as it was.
    `uiterlijk` is the day by which it is asked back.
    """

    soort: str
    ondertekenaar: Ondertekenaar
    delen: tuple[str, ...]
    data: bytes = field(repr=False)
    nieuw: bool
    uiterlijk: date | None


@dataclass(frozen=True, slots=True)
class TeMaken:
    """A pack to be made: for whom, and the signatures that are open."""

    partner: Partner
    plaatsen: tuple[Tekenplaats, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The packs that would be made; nothing is written yet.

    Args:
        ronde: how far the signing is.
        uiterlijk: by when papers are asked back.
        gekozen: whether that day was asked for; then a paper with another day is made anew.
        pakketten: the packs.
        diagnostics: for whom none can be made, and why.
    """

    ronde: Ronde
    uiterlijk: date
    gekozen: bool
    pakketten: tuple[TeMaken, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A pack that was made: its files below the folder, and the message that carries it."""

    partner: Partner
    paden: tuple[str, ...]
    bericht: Bericht


class Pakketmaker:
    """Makes packs one after the other, and keeps what they share."""

    def __init__(self, root: Path, plan: Plan, brieven: Brieven, press: Press, op: date) -> None:
        self.root = root
        self.plan = plan
        self.brieven = brieven
        self.press = press
        self.op = op
        self.editie = plan.ronde.editie
        self._renvooien: dict[str, bytes] = {}
        self._convenant: bytes | None = None
        self._agendas: dict[str, bytes] | None = None

    def stukken(self, te_maken: TeMaken) -> Iterator[Stuk]:
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
                sheet = maak_blad(
                    *(self.brieven, signer, self.editie.genoemd(delen), self._editienaam),
                    versie=self.editie.versie,
                    uiterlijk=self.plan.uiterlijk,
                    identiteit=self.editie.identiteit(BLAD, te_maken.partner.sleutel),
                )
                yield Stuk(
                    BLAD,
                    signer,
                    delen,
                    self._pdf(sheet),
                    nieuw=True,
                    uiterlijk=self.plan.uiterlijk,
                )

    @property
    def _editienaam(self) -> str:
        return self.editie.gekozen.convenant.editie

    def _eerder(
        self, plaatsen: Sequence[Tekenplaats], signer: Ondertekenaar, delen: tuple[str, ...]
    ) -> Stuk | None:
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
        data, _ = lees_aangeboden(self.root, offered.sha256)
        if data is None or sha256(data).hexdigest() != offered.sha256:
            return None
        return Stuk(
            offered.stuk or BLAD,
            signer,
            offered.delen,
            data,
            nieuw=False,
            uiterlijk=offered.uiterlijk,
        )

    def aanbieding(self, partner: Partner, stuk: Stuk) -> Gebeurtenis:
        """Return that a paper was offered."""
        return Gebeurtenis(
            *(self.op, "aanbieding", partner.sleutel, stuk.ondertekenaar.sleutel, stuk.delen),
            versie=self.editie.versie.naam,
            stuk=BLAD,
            sha256=sha256(stuk.data).hexdigest(),
            uiterlijk=self.plan.uiterlijk,
        )

    def pakket(self, te_maken: TeMaken, stukken: Sequence[Stuk], out: Stage) -> Gemaakt:
        """Write the pack of one partner as a zip and as a draft."""
        from convenantwerk.papier.formaten.eml import to_eml  # noqa: PLC0415  few need it
        from convenantwerk.papier.formaten.zip import zipped  # noqa: PLC0415  the same

        partner = te_maken.partner
        files = self._bestanden(te_maken, stukken)
        bericht = self._bericht(partner, stukken, files)
        moment = datetime.combine(self.op, time(9), UTC)
        paden = (f"{FOLDER}/{partner.sleutel}.zip", f"{FOLDER}/{partner.sleutel}.eml")
        out.add(paden[0], zipped(files))
        out.add(paden[1], to_eml(bericht, moment, concept=True))
        return Gemaakt(partner, paden, bericht)

    def _bestanden(self, te_maken: TeMaken, stukken: Sequence[Stuk]) -> dict[str, bytes]:
        partner = te_maken.partner
        vorige = laatst_getekend(self.root, self.brieven.registers, partner, self.editie.versie)
        named: list[tuple[str, bytes, str]] = [
            (f"{stuk.soort}-{stuk.ondertekenaar.sleutel}.pdf", stuk.data, _titel(stuk))
            for stuk in stukken
        ]
        named.append((f"convenant-{self.editie.versie.naam}.pdf", self._tekst(), _CONVENANT))
        if vorige:
            naam = f"renvooi-{vorige.naam}--{self.editie.versie.naam}.pdf"
            titel = f"Renvooi: wat er is veranderd sinds versie {vorige.naam}"
            named.append((naam, self._renvooi(vorige.naam), titel))
        named.append(("agenda.ics", self._agenda(partner), "Agenda met de uiterste data"))
        brief = self._brief(te_maken, stukken, vorige, tuple(titel for *_, titel in named))
        rows = [("aanbiedingsbrief.pdf", self._pdf(brief)), *((n, d) for n, d, _ in named)]
        return {f"{number:02d}-{naam}": data for number, (naam, data) in enumerate(rows, start=1)}

    def _brief(
        self,
        te_maken: TeMaken,
        stukken: Sequence[Stuk],
        vorige: Versiegegevens | None,
        bijlagen: tuple[str, ...],
    ) -> Document:
        regels = self.brieven.registers.instellingen.regels
        offered = next((p.aanbieding for p in te_maken.plaatsen if p.aanbieding), None)
        begin = offered.ingangsdatum if offered and offered.ingangsdatum else self.op
        verlenging, vertrek, opzegdag = eerste_data(begin, regels)
        partner = te_maken.partner
        waarden = {
            **self._gemeen(partner, stukken),
            "ondertekenaars": tuple(stuk.ondertekenaar for stuk in stukken),
            "delen": self.editie.genoemd(dict.fromkeys(d for s in stukken for d in s.delen)),
            "vorige": vorige,
            "instemming": self._instemming(partner),
            "ingangsdatum": begin,
            "verlenging": verlenging,
            "vertrek": vertrek,
            "opzegdag": opzegdag,
            "bijlagen": bijlagen,
        }
        naam = f"{FOLDER}/{partner.sleutel}/aanbiedingsbrief"
        return self.brieven.schrijf(
            "aanbiedingsbrief", naam, f"Aanbiedingsbrief {partner.naam}", waarden
        )

    def _gemeen(self, partner: Partner, stukken: Sequence[Stuk]) -> dict[str, object]:
        is_verklaring = any(stuk.soort == VERKLARING for stuk in stukken)
        return {
            "partner": partner,
            "stuk": VERKLARING if is_verklaring else BLAD,
            "versie": self.editie.versie,
            "uiterlijk": min((s.uiterlijk for s in stukken if s.uiterlijk), default=self.op),
        }

    def _instemming(self, partner: Partner) -> object:
        registers = self.brieven.registers
        named = [
            g.besluit
            for g in registers.gebeurtenissen
            if g.soort == "instemming" and g.partner == partner.sleutel
        ]
        return next((b for b in registers.besluiten if named and b.sleutel == named[-1]), None)

    def _bericht(
        self, partner: Partner, stukken: Sequence[Stuk], files: dict[str, bytes]
    ) -> Bericht:
        from convenantwerk.papier.formaten.eml import Bericht, is_adres  # noqa: PLC0415  few need it

        instellingen = self.brieven.registers.instellingen
        verband = instellingen.samenwerkingsverband
        document = self.brieven.schrijf("bericht", "bericht", "", self._gemeen(partner, stukken))
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
            self._convenant = self._pdf(document)
        return self._convenant

    def _renvooi(self, naam: str) -> bytes:
        """Return what changed since a version, made once for each."""
        if naam not in self._renvooien:
            oud = lees_versie(self.root, naam, self.op, "met-addenda")
            marked = marked_text(oud, self.editie.gekozen, self.op)
            self._renvooien[naam] = self._pdf(marked)
        return self._renvooien[naam]

    def _agenda(self, partner: Partner) -> bytes:
        if self._agendas is None:
            self._agendas = kalenders(agenda(self.brieven.registers, self.op))
        return self._agendas[f"partners/{partner.sleutel}.ics"]

    def _pdf(self, document: Document) -> bytes:
        from convenantwerk.papier.formaten.pdf import to_pdf  # noqa: PLC0415  heavy

        return to_pdf(document, self.press)


_CONVENANT = "Het convenant"


def _titel(stuk: Stuk) -> str:
    if stuk.soort == VERKLARING:
        return "Toetredingsverklaring"
    return f"Ondertekeningsblad {stuk.ondertekenaar.organisatie}"


def laatst_getekend(
    root: Path, registers: Registers, partner: Partner, versie: Versiegegevens
) -> Versiegegevens | None:
    """Return the version that a partner signed before this one, None when none is known."""
    versies = {v.gegevens.naam: v.gegevens for v in lees_versies(root)[0] if v.gaaf}
    signed = [
        g.versie
        for g in registers.gebeurtenissen
        if g.soort == "ondertekening" and g.partner == partner.sleutel and g.versie in versies
    ]
    earlier = [naam for naam in signed if naam != versie.naam]
    return versies[earlier[-1]] if earlier else None
