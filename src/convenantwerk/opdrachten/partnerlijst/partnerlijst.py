"""What the list of an office would do to the registers: nothing is written yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, get_args

from convenantwerk.basis.bestandsnaam import gereserveerd
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.namen import naamsleutel, naamwoorden
from convenantwerk.basis.opdrachtregel import geciteerd
from convenantwerk.dossier.registers import (
    Bijschrijving,
    Partner,
    Partnersoort,
    Registerrijen,
    vrije_sleutel,
)
from convenantwerk.dossier.toetreding import sleutel_van
from convenantwerk.opdrachten.corrigeren.gevolgen import rijverschil
from convenantwerk.opdrachten.partnerlijst.koppelen import koppel, zelfde_adres
from convenantwerk.opdrachten.partnerlijst.ondertekenaars import Tekenlijst, anders_gezegd
from convenantwerk.tijd.stand import eerste_vaststelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.invoer.lijsten.organisaties import Organisatie
    from convenantwerk.opdrachten.partnerlijst.koppelen import Koppeling, Vraag


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What a person says besides the list.

    Args:
        soort: of who is new and of whom the list does not say it; "" when nobody says.
        zelfde: for a row of the list the partner that it is, or NIEUW.
    """

    soort: Partnersoort | None = None
    zelfde: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lijstvoorstel:
    """What a list would change.

    Args:
        voorstel: what would be recorded.
        nieuw: the partners that come, and who signs for each.
        anders: for each partner or ondertekenaar whose facts change, its name and each fact.
        erbij: the ondertekenaars that come for partners that are there.
        gelijk: of how many partners nothing changes.
        over: the partners that the list does not have; they stay.
        vragen: what a person must say first.
        zonder_soort: the new partners of whom nobody says the soort.
        bevindingen: what is wrong, and what is not taken over.
    """

    voorstel: Voorstel
    nieuw: tuple[tuple[Partner, tuple[Ondertekenaar, ...]], ...]
    anders: tuple[tuple[str, tuple[str, ...]], ...]
    erbij: tuple[Ondertekenaar, ...]
    gelijk: int
    over: tuple[Partner, ...]
    vragen: tuple[Vraag, ...]
    zonder_soort: tuple[Organisatie, ...]
    bevindingen: tuple[Diagnostic, ...]

    @property
    def leeg(self) -> bool:
        """Whether there is nothing to record."""
        return not (self.nieuw or self.anders or self.erbij)


def vergelijk(
    geopend: Geopend, organisaties: tuple[Organisatie, ...], pad: str, keuzes: Keuzes
) -> Lijstvoorstel:
    """Return what a list would change in the registers.

    Args:
        geopend: the dossier.
        organisaties: of the list.
        pad: the list as the user sees it.
        keuzes: what a person said besides.

    Raises:
        OnleesbaarError: the registers cannot be read.
    """
    registers = geopend.registers
    koppeling = koppel(organisaties, registers.partners, keuzes.zelfde)
    found: list[Diagnostic] = [vraag.bevinding(pad) for vraag in koppeling.vragen]
    found += _onbekend(keuzes, koppeling, organisaties, registers, pad)
    tekenlijst = Tekenlijst(registers, pad)
    paren = [(een, old, _gewijzigd(een, old)) for een, old in koppeling.paren]
    for een, old, new in paren:
        tekenlijst.neem(een.rij, old, new, een.tekenaars)
    erbij = tuple(tekenlijst.nieuw)
    los, bezwaren = _toelaatbaar(koppeling, registers, pad)
    zonder = tuple(een for een in los if not (een.feiten.get("soort") or keuzes.soort))
    nieuw = [] if zonder else _nieuwe(los, registers, keuzes, pad)
    for een, partner in nieuw:
        tekenlijst.neem(een.rij, partner, partner, een.tekenaars)
    anders = [(old, new) for _, old, new in paren if new != old]
    voorstel = geopend.stel_voor(
        Bijschrijving(
            partners=tuple(partner for _, partner in nieuw),
            ondertekenaars=tuple(tekenlijst.nieuw),
            gewijzigd=Registerrijen(
                partners=tuple(new for _, new in anders),
                ondertekenaars=tuple(new for _, new in tekenlijst.anders),
            ),
        )
    )
    if zonder:
        bezwaren.append(_zonder_soort(zonder, pad))
    found += (*bezwaren, *tekenlijst.bevindingen, *voorstel.bezwaren)
    return Lijstvoorstel(
        voorstel,
        tuple((p, tuple(o for o in tekenlijst.nieuw if o.partner == p.sleutel)) for _, p in nieuw),
        (
            *((old.naam, tuple(rijverschil(old, new))) for old, new in anders),
            *(
                (f"{old.organisatie}, {old.naam}", tuple(rijverschil(old, new)))
                for old, new in tekenlijst.anders
            ),
        ),
        erbij,
        len(paren) - len(anders),
        koppeling.over,
        koppeling.vragen,
        zonder,
        tuple(sorted(set(found))),
    )


def _onbekend(
    keuzes: Keuzes,
    koppeling: Koppeling,
    organisaties: tuple[Organisatie, ...],
    registers: Registers,
    pad: str,
) -> Iterator[Diagnostic]:
    """Yield what a person said of a row or partner that is not there."""
    rijen = {een.rij for een in organisaties}
    gekoppeld = {een.rij: partner.sleutel for een, partner in koppeling.paren}
    known = {p.sleutel for p in registers.partners}
    for rij, sleutel in keuzes.zelfde.items():
        if rij not in rijen:
            wat, tip = f"noemt rij {rij} geen organisatie", "tel de rijen zoals Excel ze nummert"
        elif sleutel not in (*known, "nieuw"):
            wat, tip = (
                f"kan rij {rij} niet '{sleutel}' zijn",
                "'convenant partners' toont wie er zijn",
            )
        elif sleutel in known and gekoppeld.get(rij) != sleutel:
            wat, tip = f"zijn twee rijen partner '{sleutel}'", "noem elke partner bij één rij"
        else:
            continue
        yield CODES["CV964"].at(Position(pad, rij), wat=wat, tip=tip)


def _toelaatbaar(
    koppeling: Koppeling, registers: Registers, pad: str
) -> tuple[tuple[Organisatie, ...], list[Diagnostic]]:
    """Return who may come into the register by a list: nobody once a version was adopted.

    Who stands there without an accession counts as named in the convenant itself.
    """
    if eerste_vaststelling(registers.gebeurtenissen) is None:
        return koppeling.nieuw, []
    return (), [
        CODES["CV967"].at(Position(pad, een.rij), naam=een.naam, geciteerd=geciteerd(een.naam))
        for een in koppeling.nieuw
    ]


def _zonder_soort(zonder: tuple[Organisatie, ...], pad: str) -> Diagnostic:
    wie = f"van {zonder[0].naam}" if len(zonder) == 1 else f"van {len(zonder)} nieuwe partners"
    tip = f"noem met --soort wat zij zijn: {', '.join(get_args(Partnersoort))}"
    wat = f"staat {wie} niet wat voor partner zij zijn"
    return CODES["CV964"].at(Position(pad, zonder[0].rij), wat=wat, tip=tip)


def _nieuwe(
    los: tuple[Organisatie, ...], registers: Registers, keuzes: Keuzes, pad: str
) -> list[tuple[Organisatie, Partner]]:
    """Return the partners that come, each under a sleutel that is free."""
    namen = Counter(tuple(naamwoorden(een.naam)) for een in los)
    namen.update({tuple(naamwoorden(p.naam)) for p in registers.partners})
    bezet = {naam for p in registers.partners for naam in p.namen}
    nieuw = []
    for een in los:
        dubbel = namen[tuple(naamwoorden(een.naam))] > 1
        sleutel = een.feiten.get("sleutel", "")
        if not sleutel or sleutel in bezet:
            sleutel = _sleutel(een, bezet, dubbel=dubbel)
        bezet.add(sleutel)
        feiten: dict[str, Any] = {"soort": keuzes.soort, **een.feiten, "sleutel": sleutel}
        nieuw.append((een, Partner(naam=een.naam, position=Position(pad, een.rij), **feiten)))
    return nieuw


def _sleutel(een: Organisatie, bezet: set[str], *, dubbel: bool) -> str:
    """Return the sleutel of a new partner: its name, with its place when another is called so."""
    stam = sleutel_van(een.naam) or "partner"
    if dubbel and een.plaats:
        stam = "-".join(filter(None, (stam, sleutel_van(een.plaats))))
    if gereserveerd(stam):
        stam = f"partner-{stam}"
    return vrije_sleutel(stam, bezet)


def _gewijzigd(een: Organisatie, old: Partner) -> Partner:
    """Return a partner with the facts of the list; what the list does not tell stays."""
    feiten = anders_gezegd(een.feiten, old)
    feiten.pop("sleutel", None)
    if zelfde_adres(feiten.get("adres", ()), old.adres):
        del feiten["adres"]
    if "ook_bekend_als" in feiten:
        feiten["ook_bekend_als"] = tuple(
            dict.fromkeys((*old.ook_bekend_als, *feiten["ook_bekend_als"]))
        )
    if naamwoorden(een.naam) not in map(naamwoorden, old.namen):
        bekend = feiten.get("ook_bekend_als", old.ook_bekend_als)
        feiten["naam"] = een.naam
        feiten["ook_bekend_als"] = tuple(
            n for n in dict.fromkeys((*bekend, old.naam)) if naamsleutel(n) != naamsleutel(een.naam)
        )
    return replace(old, **feiten)
