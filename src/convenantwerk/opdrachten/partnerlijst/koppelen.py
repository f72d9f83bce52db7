"""Which partner of the register each organisation of a list is; what only looks so is asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

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
    vragen = [
        vraag
        for een in los
        if zelfde.get(een.rij) != NIEUW and (vraag := _gelijkend(een, vrij)) is not None
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


def _gelijkend(een: Organisatie, partners: Iterable[Partner]) -> Vraag | None:
    """Return what an organisation may be under another name, None when nothing is near."""
    for partner in partners:
        if waarom := _waarom(een, partner):
            return Vraag(een, partner, waarom)
    return None


def _waarom(een: Organisatie, partner: Partner) -> str:
    email = een.feiten.get("email", "")
    if email and email.casefold() == partner.email.casefold():
        return "het e-mailadres is hetzelfde"
    kvk = een.feiten.get("kvk", "")
    if kvk and kvk == partner.kvk:
        return "het KvK-nummer is hetzelfde"
    if zelfde_adres(een.feiten.get("adres", ()), partner.adres):
        return "het adres is hetzelfde"
    if naamwoorden(een.naam) in map(naamwoorden, partner.namen):
        return "de naam is dezelfde, de plaats niet"
    if max(len(een.naam), len(partner.naam)) < _LANG:
        twee = SequenceMatcher(None, naamsleutel(een.naam), naamsleutel(partner.naam))
        if twee.quick_ratio() > _GELIJK and twee.ratio() > _GELIJK:
            return "de naam is bijna dezelfde"
    return ""


def zelfde_adres(een: Iterable[str], ander: Iterable[str]) -> bool:
    """Tell whether two addresses are one, but for spaces and capitals; none is nobody's."""
    lines = [[" ".join(regel.split()).casefold() for regel in regels] for regels in (een, ander)]
    return bool(lines[0]) and lines[0] == lines[1]
