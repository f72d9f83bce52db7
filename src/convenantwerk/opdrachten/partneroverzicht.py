"""The partners as one looks them up: where each stands, who signs for it, what it signed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from convenantwerk.basis.namen import naamwoorden
from convenantwerk.tekst.deel import mapnaam_leesbaar
from convenantwerk.tijd.stand import stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tijd.deelname import Deelname
    from convenantwerk.tijd.stand import Mandaat

Groep = Literal["deelnemer", "opgezegd", "aan het toetreden", "nog niet", "uitgetreden"]
GROEPEN: tuple[Groep, ...] = get_args(Groep)


@dataclass(frozen=True, slots=True)
class Partnerrij:
    """A partner in the list.

    Args:
        deelname: where it stands.
        groep: the same in a word, by which one chooses.
        tekenaars: who may sign for it on that day.
        getekend: the delen that it signed, as they are called.
        ontbreekt: the delen that it did not sign, of those that are signed at all.
    """

    deelname: Deelname
    groep: Groep
    tekenaars: tuple[Ondertekenaar, ...]
    getekend: tuple[str, ...]
    ontbreekt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overzicht:
    """The partners that were looked for.

    Args:
        rijen: those of the page that was asked for.
        gevonden: how many there are on all pages.
        telling: how many partners there are in each group, whatever was looked for.
        bladzijde: which page, from 1.
        bladzijden: how many there are; 1 when there is nobody.
    """

    rijen: tuple[Partnerrij, ...]
    gevonden: int
    telling: Mapping[Groep, int]
    bladzijde: int
    bladzijden: int


def overzicht(
    geopend: Geopend, zoek: str = "", groep: str = "", bladzijde: int = 1, per: int = 100
) -> Overzicht:
    """Return the partners of which the register tells what is looked for.

    Args:
        geopend: the dossier.
        zoek: words that all must be found: in names, places, addresses, or those of who signs.
        groep: one of GROEPEN; all when it is anything else.
        bladzijde: which page; the nearest there is when it is not.
        per: how many stand on a page.

    Raises:
        OnleesbaarError: the registers cannot be read.
    """
    nu = stand(geopend.registers, geopend.op)
    mandaten: defaultdict[str, list[Mandaat]] = defaultdict(list)
    for mandaat in nu.mandaten:
        mandaten[mandaat.ondertekenaar.partner].append(mandaat)
    gezocht = naamwoorden(zoek)
    found = [
        d
        for d in nu.deelnames
        if (groep not in GROEPEN or groep_van(d) == groep)
        and _past(d, mandaten[d.partner.sleutel], gezocht)
    ]
    bladzijden = max(1, -(-len(found) // per))
    deze = min(max(1, bladzijde), bladzijden)
    return Overzicht(
        tuple(
            _rij(d, mandaten[d.partner.sleutel], nu.delen)
            for d in found[(deze - 1) * per : deze * per]
        ),
        len(found),
        Counter(map(groep_van, nu.deelnames)),
        deze,
        bladzijden,
    )


def groep_van(deelname: Deelname) -> Groep:
    """Return where a partner stands, in a word by which one chooses."""
    match deelname.status:
        case "deelnemer":
            return "opgezegd" if deelname.opzegging else "deelnemer"
        case "kandidaat":
            return "aan het toetreden"
        case status:
            return status


def _rij(deelname: Deelname, mandaten: Sequence[Mandaat], delen: Sequence[str]) -> Partnerrij:
    getekend = [deel for deel in delen if deelname.tekende(deel)]
    return Partnerrij(
        deelname,
        groep_van(deelname),
        tuple(m.ondertekenaar for m in mandaten if m.geldig),
        tuple(map(mapnaam_leesbaar, getekend)),
        tuple(mapnaam_leesbaar(deel) for deel in delen if deel not in getekend),
    )


def _past(deelname: Deelname, mandaten: Sequence[Mandaat], gezocht: Sequence[str]) -> bool:
    if not gezocht:
        return True
    tekst = " ".join(naamwoorden(" ".join(_vindbaar(deelname, mandaten))))
    return all(woord in tekst for woord in gezocht)


def _vindbaar(deelname: Deelname, mandaten: Sequence[Mandaat]) -> Iterator[str]:
    partner = deelname.partner
    yield from (*partner.namen, partner.zetel, *partner.adres, partner.email)
    for mandaat in mandaten:
        wie = mandaat.ondertekenaar
        yield from (wie.naam, wie.functie, wie.organisatie)
