"""`convenant ondertekening herinner`: who is late gets a letter, with the paper that is out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.gebeurtenissen import tekenen as soorten
from convenantwerk.dossier.gebeurtenissen import van_partner, van_soort
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.opdrachten.aanbieden import bestanden, papieren, stuksoort
from convenantwerk.opdrachten.ondertekening.ronde import STAND, lees_ronde
from convenantwerk.stukken.brieven.herinnering import Herinnering
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.tekenen.tekenstand import per_partner_stand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.dossier.versie import Versiegegevens
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.opdrachten.ondertekening.ronde import Ronde


@dataclass(frozen=True, slots=True)
class Herinneringsvoorstel:
    """Reminders as they would be made and recorded: nothing is written yet.

    Args:
        voorstel: the gebeurtenissen.
        versie: what is signed.
        aan: who is reminded, and of what.
    """

    voorstel: Voorstel
    versie: Versiegegevens
    aan: tuple[tuple[Partner, tuple[Aanbieding, ...]], ...]

    @property
    def telling(self) -> str:
        """How many there are, in words."""
        aantal = len(self.aan)
        return f"{aantal} {'herinnering' if aantal == 1 else 'herinneringen'}"

    @property
    def nieuw(self) -> bool:
        """Whether any of it has yet to be recorded."""
        return bool(self.voorstel.nieuw.gebeurtenissen)


def stel_herinneringen_voor(geopend: Geopend, gevraagd: Sequence[str]) -> Herinneringsvoorstel:
    """Return what reminding would do.

    Args:
        geopend: the dossier.
        gevraagd: partners by sleutel or name; all who are late when empty.

    Raises:
        ConvenantwerkError: CV912, a partner is not there; CV306, one has nothing to be reminded
            of; as `lees_ronde`.
    """
    ronde = lees_ronde(geopend)
    registers, op = ronde.registers, geopend.op
    wanted = {zoek_partner(geopend.root, registers, asked).sleutel for asked in gevraagd}
    aan = tuple(_uitstaand(ronde, wanted))
    found = {partner.sleutel for partner, _ in aan}
    for partner in registers.partners:
        if partner.sleutel in wanted - found:
            reden = "er staat niets bij deze partner uit om te tekenen"
            raise ConvenantwerkError("CV306", naam=partner.naam, reden=reden, tip=STAND)
    bekend = [g for g in van_soort(registers.gebeurtenissen, soorten.Herinnering) if g.datum == op]
    events = tuple(
        soorten.Herinnering(
            datum=op,
            partner=partner.sleutel,
            ondertekenaar=a.ondertekenaar,
            stuk=a.stuk,
            versie=a.versie,
        )
        for partner, aanbiedingen in aan
        for a in aanbiedingen
        if not any(g.gaat_over(a) for g in bekend)
    )
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=events))
    return Herinneringsvoorstel(voorstel, ronde.editie.versie, aan)


def _uitstaand(ronde: Ronde, wanted: set[str]) -> Iterator[tuple[Partner, tuple[Aanbieding, ...]]]:
    """Yield the partners that are asked for, or are late, and the papers that are out."""
    open_ = [p for p in ronde.plaatsen if p.aanbieding and p.status in ("te laat", "aangeboden")]
    for partner, plaatsen in per_partner_stand(open_):
        laat = not wanted and any(p.status == "te laat" for p in plaatsen)
        if laat or partner.sleutel in wanted:
            papers = {p.aanbieding.sha256: p.aanbieding for p in plaatsen if p.aanbieding}
            yield partner, tuple(papers.values())


def leg_herinneringen_vast(
    geopend: Geopend,
    uit: Path,
    herinneringen: Herinneringsvoorstel,
    formaten: tuple[str, ...],
    klaar: Callable[[Partner], None] | None = None,
) -> tuple[str, ...]:
    """Record the reminders and write them, each with its papers; return their paths below `uit`.

    `klaar` is told of each partner of whom the letter is made; nothing is written yet by then.

    Raises:
        ConvenantwerkError: CV303, a paper is not in the archive any more; a template is no good;
            CV9xx, it cannot be recorded.
    """
    voorstel = herinneringen.voorstel
    sjablonen, instellingen = geopend.briefsjablonen, voorstel.registers.instellingen
    files: dict[str, bytes] = {}
    for partner, aanbiedingen in herinneringen.aan:
        brief = herinneringsbrief(
            voorstel.registers, partner, herinneringen.versie, aanbiedingen, geopend.op
        )
        document = maak_brief(brief, sjablonen, instellingen, geopend.op)
        files |= {b.pad: b.data for b in geopend.maak([document], formaten)}
        bijlagen = papieren(geopend.root, voorstel.registers, partner, aanbiedingen)
        folder = PurePosixPath(brief.pad).parent
        files |= {f"{folder}/{naam}": data for naam, data in bestanden(bijlagen, {}).items()}
        if klaar:
            klaar(partner)
    geopend.leg_vast(voorstel, uit=uit, papieren=files)
    return tuple(files)


def herinneringsbrief(
    registers: Registers,
    partner: Partner,
    versie: Versiegegevens,
    aanbiedingen: Sequence[Aanbieding],
    datum: date,
) -> Herinnering:
    """Return the letter that reminds a partner of papers; it carries `datum`."""
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    named = dict.fromkeys(a.ondertekenaar for a in aanbiedingen)
    return Herinnering(
        partner=partner,
        ondertekenaars=tuple(signers[wie] for wie in named if wie in signers),
        stuk=stuksoort(aanbiedingen),
        versie=versie,
        aangeboden=min(a.datum for a in aanbiedingen),
        uiterlijk=max(a.uiterlijk or a.datum for a in aanbiedingen),
        datum=datum,
    )


def herinnerd_aan(registers: Registers, herinnering: soorten.Herinnering) -> tuple[Aanbieding, ...]:
    """Return the papers of which a partner was reminded that day, in the order of the register.

    Nothing when another reminder of that day comes first: one letter goes with all of them.
    """
    own = van_partner(registers.gebeurtenissen, herinnering.partner)
    same = (herinnering.datum, herinnering.versie)
    dag = [g for g in van_soort(own, soorten.Herinnering) if (g.datum, g.versie) == same]
    if dag[0] != herinnering:
        return ()
    aanbiedingen = list(van_soort(own, soorten.Aanbieding))
    found = ([a for a in aanbiedingen if g.gaat_over(a)][-1:] for g in dag)
    return tuple(a for last in found for a in last)
