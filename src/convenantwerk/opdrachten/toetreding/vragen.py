"""What is asked about a newcomer: one table for options, for questions and for a form."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.mailadres import is_adres
from convenantwerk.dossier.partnerkeuze import gelijkende_partners, noem_partner
from convenantwerk.dossier.registers import KVK
from convenantwerk.dossier.toetreding import Feitenrij, Tekenaarrij, uit_rij

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.toetreding import Toetredingsfeiten
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht

Antwoordsoort = Literal["regel", "keuze", "lijst", "datum", "kvk", "email"]


class Feit(NamedTuple):
    """A fact: its option, its field in a row of facts, and the question for it."""

    optie: str
    veld: str
    vraag: str
    rij: type = Feitenrij

    @property
    def naam(self) -> str:
        """Its name among the answers."""
        return self.optie.removeprefix("--").replace("-", "_")

    @property
    def soort(self) -> Antwoordsoort:
        """What kind of answer it has."""
        return _soort(self.rij, self.veld)[0]

    @property
    def keuzes(self) -> tuple[str, ...]:
        """The answers that can be chosen, when it has those only."""
        return _soort(self.rij, self.veld)[1]

    @property
    def standaard(self) -> object:
        """What it is when nobody says."""
        return "" if self.nodig else self._default

    @property
    def nodig(self) -> bool:
        """Whether a request cannot do without."""
        return self._default is MISSING

    @property
    def _default(self) -> object:
        return next(spec.default for spec in fields(self.rij) if spec.name == self.veld)


_EIGEN: Mapping[str, Antwoordsoort] = {"kvk": "kvk", "email": "email"}


@cache
def _soort(rij: type, veld: str) -> tuple[Antwoordsoort, tuple[str, ...]]:
    """Return how a field of a dataclass is answered, and by what."""
    hint = get_type_hints(rij)[veld]
    parts = (hint, *get_args(hint))
    values = [v for part in parts for v in get_args(part) if isinstance(v, str)]
    if veld in _EIGEN:
        return _EIGEN[veld], ()
    if values:
        return "keuze", tuple(dict.fromkeys(values))
    if get_origin(hint) is tuple:
        return "lijst", ()
    return "datum" if date in parts else "regel", ()


FEITEN: tuple[Feit, ...] = (
    Feit("--naam", "naam", "Naam van de organisatie"),
    Feit("--sleutel", "sleutel", "Sleutel (leeg: afgeleid van de naam)"),
    Feit("--soort", "soort", "Soort partner"),
    Feit("--rechtsvorm", "rechtsvorm", "Rechtsvorm (gemeente, stichting, …)"),
    Feit("--kvk", "kvk", "KvK-nummer"),
    Feit("--zetel", "zetel", "Zetel (plaats)"),
    Feit("--aard", "aard", "Publiek of privaat"),
    Feit("--contact", "contact", "Aanspreekpunt voor brieven (functie)"),
    Feit("--adres", "adres", "Postadres (regels met komma's ertussen)"),
    Feit("--email", "email", "Algemeen e-mailadres"),
    Feit("--fg", "fg", "Functionaris gegevensbescherming, bereikbaar via"),
    Feit("--tekenaar", "naam", "Wie tekent (voorletters en naam)", Tekenaarrij),
    Feit("--tekenaar-titel", "titel", "Aanhef van deze persoon (Mw., Dhr.)", Tekenaarrij),
    Feit("--functie", "functie", "Functie van deze persoon", Tekenaarrij),
    Feit("--grond", "grond", "Grond om te tekenen", Tekenaarrij),
    Feit("--grond-kenmerk", "kenmerk", "Kenmerk van die grond", Tekenaarrij),
    Feit("--besluitdatum", "besluitdatum", "Dag waarop de organisatie besloot", Tekenaarrij),
    Feit("--bevoegd-van", "van", "Bevoegd vanaf", Tekenaarrij),
    Feit("--bevoegd-tot", "tot", "Bevoegd tot en met", Tekenaarrij),
    Feit("--delen", "delen", "Delen (leeg: wat deze soort partner tekent)"),
    Feit("--overleggen", "overleggen", "Overleggen (korte namen, met komma's)"),
    Feit("--ingangsdatum", "ingangsdatum", "Dag waarop de deelname begint"),
)


def lees_kvk(getypt: str) -> str:
    """Return the eight digits of the handelsregister; spaces between them are left out.

    Raises:
        ValueError: there are not eight; the message says so, in Dutch.
    """
    digits = "".join(getypt.split())
    if digits and not KVK.fullmatch(digits):
        raise ValueError(f"'{getypt}' is geen KvK-nummer; dat heeft acht cijfers.")
    return digits


def lees_mailadres(getypt: str) -> str:
    """Return an address for mail.

    Raises:
        ValueError: it is none; the message says so, in Dutch.
    """
    adres = getypt.strip()
    if adres and not is_adres(adres):
        tip = "schrijf bijvoorbeeld info@voorbeeld.example"
        raise ValueError(f"'{getypt}' is geen e-mailadres; {tip}.")
    return adres


def eis_nieuw(registers: Registers, naam: str) -> None:
    """See to it that a name is not that of somebody who seems to be there already.

    Raises:
        ConvenantwerkError: CV921, it seems a partner that is there.
    """
    gelijkend = gelijkende_partners(registers, naam)
    if gelijkend:
        wie = ", ".join(map(noem_partner, gelijkend))
        raise ConvenantwerkError("CV921", naam=naam, wie=wie, sleutel=gelijkend[0].sleutel)


def eis_buiten(zicht: Overzicht) -> None:
    """See to it that a partner does not take part already.

    Raises:
        ConvenantwerkError: CV301, it does.
    """
    if zicht.neemt_deel:
        raise ConvenantwerkError(
            "CV301",
            naam=zicht.stand.partner.naam,
            reden=f"deze partner neemt al deel ({zicht.neemt_deel})",
            tip="wie al deelneemt, hoeft niet toe te treden",
        )


def feiten_uit(waarden: Mapping[str, Any], op: date) -> Toetredingsfeiten:
    """Return the facts that answers give; `op` is the day of a request of which no day is said.

    Args:
        waarden: the answers, by the names of `FEITEN`, and `datum` and `kenmerk` of the request.
        op: the day on which it is recorded.
    """

    def van(rij: type) -> dict[str, Any]:
        return {
            f.veld: (waarden[f.naam] if waarden[f.naam] is not None else f.standaard)
            for f in FEITEN
            if f.rij is rij
        }

    return uit_rij(
        Feitenrij(
            verzoek=waarden["datum"] or op,
            tekenaar=Tekenaarrij(**van(Tekenaarrij)),
            kenmerk=waarden["kenmerk"].strip(),
            **van(Feitenrij),
        )
    )


def zin_over_verzoek(wie: str, verzoek: date) -> str:
    """Return what a request is, in a sentence; `wie` is who asks."""
    return f"Verzoek om toetreding van {wie}, van {voluit(verzoek)}."
