"""Which partner of the register each organisation of a list is; what only looks so is asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.namen import naamsleutel, naamwoorden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.invoer.lijsten.organisaties import Organisatie

NIEUW = "nieuw"
_GELIJK = 0.85  # how much alike two names are that may be one, differently spelled
_MEESTE_PAREN = 250_000  # of names that are held against each other; it takes a few seconds
_LANG = 200  # longer than any name; to compare takes time that grows with its square


@dataclass(frozen=True, slots=True)
class Vraag:
    """An organisation that may be a partner under another name, or not."""

    organisatie: Organisatie
    partner: Partner
    waarom: str

    def bevinding(self, pad: str) -> Diagnostic:
        """Return that somebody must say what it is."""
        return CODES["CV966"].at(
            Position(pad, self.organisatie.rij),
            naam=self.organisatie.naam,
            sleutel=self.partner.sleutel,
            ander=self.partner.naam,
            waarom=self.waarom,
            rij=self.organisatie.rij,
        )


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Who is who.

    Args:
        paren: organisations and the partners that they are.
        nieuw: organisations that are no partner yet.
        vragen: those of which a person must say which of the two.
        over: the partners that the list does not have.
    """

    paren: tuple[tuple[Organisatie, Partner], ...]
    nieuw: tuple[Organisatie, ...]
    vragen: tuple[Vraag, ...]
    over: tuple[Partner, ...]


def koppel(
    organisaties: Sequence[Organisatie], partners: Sequence[Partner], zelfde: Mapping[int, str]
) -> Koppeling:
    """Return which partner each organisation is.

    Args:
        organisaties: of the list.
        partners: of the register.
        zelfde: what a person said: for a row of the list a sleutel, or NIEUW.
    """
    gevonden = dict(_zeker(organisaties, partners, zelfde))
    bezet = {p.sleutel for p in gevonden.values()}
    vrij = [p for p in partners if p.sleutel not in bezet]
    los = [o for o in organisaties if o.rij not in gevonden]
    gelijkenis = _Gelijkenis(vrij, len(los))
    vragen = [
        vraag
        for een in los
        if zelfde.get(een.rij) != NIEUW and (vraag := gelijkenis.vraag(een)) is not None
    ]
    gevraagd = {vraag.organisatie.rij for vraag in vragen}
    mogelijk = {vraag.partner.sleutel for vraag in vragen}
    return Koppeling(
        tuple((een, gevonden[een.rij]) for een in organisaties if een.rij in gevonden),
        tuple(een for een in los if een.rij not in gevraagd),
        tuple(vragen),
        tuple(p for p in vrij if p.sleutel not in mogelijk),
    )


def _zeker(
    organisaties: Sequence[Organisatie], partners: Sequence[Partner], zelfde: Mapping[int, str]
) -> Iterator[tuple[int, Partner]]:
    """Yield what is sure: said by a person, by the sleutel, or by a name that only these have."""
    op_sleutel = {p.sleutel: p for p in partners}
    genoemd: set[int] = set()
    bezet: set[str] = set()
    for een in organisaties:
        partner = op_sleutel.get(zelfde.get(een.rij, "") or een.feiten.get("sleutel", ""))
        if partner is not None and partner.sleutel not in bezet:
            genoemd.add(een.rij)
            bezet.add(partner.sleutel)
            yield een.rij, partner
    rest = [o for o in organisaties if o.rij not in genoemd and zelfde.get(o.rij) != NIEUW]
    groepen: dict[tuple[str, ...], list[Organisatie]] = defaultdict(list)
    for een in rest:
        groepen[tuple(naamwoorden(een.naam))].append(een)
    op_naam: dict[tuple[str, ...], list[Partner]] = defaultdict(list)
    for partner in partners:
        for woorden in {tuple(naamwoorden(naam)) for naam in partner.namen}:
            op_naam[woorden].append(partner)
    for woorden, groep in groepen.items():
        kandidaten = [p for p in op_naam[woorden] if p.sleutel not in bezet]
        for een, partner in _in_groep(groep, kandidaten):
            bezet.add(partner.sleutel)
            yield een.rij, partner


def _in_groep(
    groep: list[Organisatie], kandidaten: list[Partner]
) -> Iterator[tuple[Organisatie, Partner]]:
    """Yield who is who among those of one name: by the place when there are more than one."""
    if len(groep) == len(kandidaten) == 1:
        yield groep[0], kandidaten[0]
        return
    vrij = list(kandidaten)
    for een in groep:
        passend = [p for p in vrij if _op_die_plaats(een, p)]
        if len(passend) == 1:
            vrij.remove(passend[0])
            yield een, passend[0]


def _op_die_plaats(een: Organisatie, partner: Partner) -> bool:
    if een.feiten.get("email") and een.feiten["email"].casefold() == partner.email.casefold():
        return True
    plaats = naamwoorden(een.plaats)
    plekken = (partner.zetel, partner.sleutel, *partner.adres)
    return bool(plaats) and any(set(plaats) <= set(naamwoorden(plek)) for plek in plekken)


class _Gelijkenis:
    """Finds which partner an organisation may be under another name.

    Args:
        partners: those that no other organisation of the list is.
        aantal: how many organisations will be asked about.
    """

    def __init__(self, partners: Sequence[Partner], aantal: int) -> None:
        self.partners = partners
        self.namen = len(partners) * aantal <= _MEESTE_PAREN
        self.bekend: dict[tuple[str, object], Partner] = {}
        for partner in reversed(partners):
            feiten = {"email": partner.email, "kvk": partner.kvk, "adres": partner.adres}
            for wat, kenmerk in _kenmerken(feiten, partner.namen):
                self.bekend[wat, kenmerk] = partner

    def vraag(self, een: Organisatie) -> Vraag | None:
        """Return what must be asked, None when nothing is near."""
        for wat, kenmerk in _kenmerken(een.feiten, (een.naam,)):
            if partner := self.bekend.get((wat, kenmerk)):
                return Vraag(een, partner, wat)
        bijna = (p for p in self.partners if self.namen and _bijna(een.naam, p.naam))
        partner = next(bijna, None)
        return None if partner is None else Vraag(een, partner, "de naam is bijna dezelfde")


def _kenmerken(feiten: Mapping[str, Any], namen: Iterable[str]) -> Iterator[tuple[str, object]]:
    """Yield by what an organisation is known besides its name, the surest first; and its names."""
    if email := feiten.get("email", ""):
        yield "het e-mailadres is hetzelfde", email.casefold()
    if kvk := feiten.get("kvk", ""):
        yield "het KvK-nummer is hetzelfde", kvk
    if adres := _adres(feiten.get("adres", ())):
        yield "het adres is hetzelfde", adres
    for naam in namen:
        yield "de naam is dezelfde, de plaats niet", tuple(naamwoorden(naam))


def _bijna(een: str, ander: str) -> bool:
    if max(len(een), len(ander)) > _LANG:
        return False
    twee = SequenceMatcher(None, naamsleutel(een), naamsleutel(ander))
    return twee.quick_ratio() > _GELIJK and twee.ratio() > _GELIJK


def _adres(regels: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(regel.split()).casefold() for regel in regels)


def zelfde_adres(een: Iterable[str], ander: Iterable[str]) -> bool:
    """Tell whether two addresses are one, but for spaces and capitals; none is nobody's."""
    return bool(_adres(een)) and _adres(een) == _adres(ander)
