"""Messages of which nobody knows whether they went: a person is asked, and the answer recorded."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.dossier.archief import lees_onderweg
from convenantwerk.kantoor.antwoord import Blad, Knop, Uitslag
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.pakket.onderweg import is_niet_verzonden, is_verzonden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag

MENU = "/ondertekening"


@dataclass(frozen=True, slots=True)
class Onzeker:
    """A message on its way, and the name of whom it is for."""

    bericht: Verzending
    naam: str

    @property
    def afdruk(self) -> str:
        """What tells this message from another one to the same partner."""
        return sha256(as_yaml(self.bericht).encode()).hexdigest()[:32]


def onzeker(dossier: Geopend) -> Iterator[Onzeker]:
    """Yield the messages of which it is not known whether they went."""
    berichten, _ = lees_onderweg(dossier.root, dossier.lezer)
    namen = {p.sleutel: p.naam for p in dossier.registers.partners}
    for bericht in berichten:
        yield Onzeker(bericht, namen.get(bericht.partner, bericht.partner))


def leg_vast(vraag: Vraag) -> Antwoord:
    """Record what a person says of a message, when it is still the one that was asked about."""
    formulier = vraag.formulier
    gevraagd = (formulier.een("partner"), formulier.een("bericht"))
    gevonden = [o for o in onzeker(vraag.dossier) if (o.bericht.partner, o.afdruk) == gevraagd]
    antwoord = formulier.een("antwoord")
    if not gevonden or antwoord not in ("ja", "nee"):
        zin = "Naar dit bericht wordt niet (meer) gevraagd. Er is niets vastgelegd."
        return Blad("zin.html", "Dat is al beantwoord", {"zinnen": [zin]}, 409, MENU)
    (een,) = gevonden
    naar = Knop("Naar de ondertekening", MENU)
    if antwoord == "ja":
        is_verzonden(vraag.dossier, een.bericht)
        zin = f"Vastgelegd is dat het bericht aan {een.naam} is verzonden."
        return Uitslag("Het bericht is verzonden", (zin,), verder=(naar,), menu=MENU)
    is_niet_verzonden(vraag.dossier, een.bericht)
    zin = f"Het bericht aan {een.naam} geldt als niet verzonden; het kan opnieuw worden verstuurd."
    opnieuw = Knop("Verstuur het pakket", f"/doe/pakket?partner={een.bericht.partner}")
    return Uitslag("Het bericht is niet verzonden", (zin,), verder=(opnieuw, naar), menu=MENU)


PAGINA = Pagina((Weg("/ondertekening/onderweg", leg_vast, "POST", wijzigt=True),))
