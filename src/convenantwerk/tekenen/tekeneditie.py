"""The edition that is being signed: a frozen version, and what of it can be signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.dossier import VOORWERK
from convenantwerk.dossier.gebeurtenissen import LANDELIJK, van_soort
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vaststelling, vaststeldag
from convenantwerk.dossier.lezen import VERKLARINGEN
from convenantwerk.dossier.registers import Partnersoort
from convenantwerk.papier.identiteit import Identiteit
from convenantwerk.tekst.deel import deelnaam, mapnaam
from convenantwerk.tijd.stand import overleggen_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.dossier.versie import Versiegegevens
    from convenantwerk.geopend.edities import Gekozen
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tekst.boom import Convenant, Element


_LANDELIJK = "het landelijke privacyprotocol"


@dataclass(frozen=True, slots=True)
class Tekeneditie:
    """A frozen version as papers for signing need it.

    Args:
        versie: what is known of it.
        vastgesteld: the day of its adoption, None when that is not recorded.
        gekozen: its text and registers.
        titels: of its delen, by their folder.
        met_tekst: the delen that have text; a deel without text cannot be signed.
        overleggen: their titles, by their short names.
        leeg: the short names of the overleggen that have no text yet.
        regels: of the dossier, since a version holds none.
    """

    versie: Versiegegevens
    vastgesteld: date | None
    gekozen: Gekozen
    titels: dict[str, str]
    met_tekst: tuple[str, ...]
    overleggen: dict[str, str]
    leeg: frozenset[str]
    regels: Regels

    @property
    def te_tekenen(self) -> tuple[str, ...]:
        """The delen that partners sign and that have text."""
        signed = {
            deel
            for soort in get_args(Partnersoort)
            for deel in self.regels.tekent(soort, self.met_tekst)
        }
        return tuple(deel for deel in self.met_tekst if deel in signed)

    def genoemd(self, delen: Iterable[str]) -> tuple[str, ...]:
        """Return the titles of delen."""
        return tuple(self.titels.get(deel, deel) for deel in delen)

    def overlegnamen(self, overleggen: Iterable[str]) -> tuple[str, ...]:
        """Return the titles of overleggen."""
        return tuple(self.overleggen.get(overleg, overleg) for overleg in overleggen)

    @property
    def mist_voor_meldingen(self) -> str:
        """Why nobody can do a melding on the ground of this version; "" when that is not so.

        Only who signed the deel that the rule names may, and what has no text cannot be signed.
        """
        regel = self.regels.melding
        if regel is None or regel.deel in self.met_tekst:
            return ""
        naam = self.titels.get(regel.deel)
        deel = f"{naam} heeft nog geen tekst" if naam else f"deze versie heeft geen {regel.deel}"
        return f"Wie deze versie tekent, kan nog geen meldingen doen: {deel}."

    def identiteit(self, stuk: str, partner: str) -> Identiteit:
        """Return what a paper for signing of this version says of itself."""
        verband = self.gekozen.dossier.instellingen.samenwerkingsverband
        return Identiteit(verband, stuk, self.versie.naam, self.versie.sha256, partner)


def tekendelen(convenant: Convenant) -> tuple[Element, ...]:
    """Return the delen of a text that can be signed; a text without delen is signed as a whole."""
    delen = tuple(deel for deel in convenant.delen if deel.soort == "deel")
    apart = (VOORWERK, VERKLARINGEN)
    return delen or tuple(deel for deel in convenant.delen if deel.anker not in apart)


def laatste_versie(geopend: Geopend, registers: Registers) -> Versiegegevens | None:
    """Return the version last adopted on the day of a dossier, None when there is none.

    That is the one of the last vaststelling in the register; where nothing is recorded, the last
    version of the chain.
    """
    op = geopend.op
    versies = {v.gegevens.naam: v.gegevens for v in geopend.versies.versies}
    adopted = [g.versie for g in van_soort(registers.gebeurtenissen, Vaststelling) if g.datum <= op]
    named = [naam for naam in adopted if naam in versies]
    if named:
        return versies[named[-1]]
    old = [versie for versie in versies.values() if versie.datum <= op]
    return old[-1] if old and not adopted else None


def tekeneditie(geopend: Geopend) -> Tekeneditie:
    """Return the version that is being signed on the day of a dossier.

    Raises:
        ConvenantwerkError: CV904, nothing was adopted yet; CV906 and CV907, the version is not
            as it was or cannot be read.
    """
    versie = laatste_versie(geopend, geopend.registers)
    if versie is None:
        tip = "stel eerst een tekst vast met 'convenant vaststellen', en leg de vaststelling vast"
        raise ConvenantwerkError("CV904", versie="(nog geen vastgesteld)", tip=tip)
    gekozen = geopend.editie(versie.naam)
    delen = {mapnaam(deel): deel for deel in tekendelen(gekozen.convenant)}
    titels = {naam: deelnaam(deel) for naam, deel in delen.items()}
    overleggen = overleggen_in(gekozen.convenant)
    return Tekeneditie(
        versie,
        vaststeldag(geopend.registers.gebeurtenissen, versie.naam),
        gekozen,
        {**titels, LANDELIJK: _LANDELIJK},
        tuple(n for n, deel in delen.items() if not deel.ontbreekt and deel.inhoud),
        {overleg.sleutel: overleg.titel for overleg in overleggen},
        frozenset(overleg.sleutel for overleg in overleggen if overleg.ontbreekt),
        geopend.registers.instellingen.regels,
    )
