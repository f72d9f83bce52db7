"""The controles of lists of partners: who is missing in one, and who stands in it too much.

A list is one of partners when at least half of its items are, and two or more. It is compared with
the partners that the convenant itself named, of one soort or of all soorten, whichever it looks
like most; who joined later signed a declaration of its own, and is expected in no list.

It claims to be whole when the words before it say that these are the partners ("De partijen
zijn:"); then who is missing is nearly certain, if it holds half of them. Of another list, that
holds at least 70 % of them, it is a suspicion. Lists in what describes an overleg name who takes
part in that, and lists "onder andere" of some are no lists of all: those say nothing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.addenda.telwoorden import en
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.basis.waarde import waarde
from convenantwerk.controles.lijstplaatsen import Lijst, Punt, kale_naam
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.dossier.gebeurtenissen.deelname import Opzegging, Toetreding, Toetredingsverzoek

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.naamlijst import Naamlijst, Treffer
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner

_MINSTENS = 2  # partners, and half of the items
_GEHEEL = 0.5  # of a set, in a list that claims to be whole
_BIJNA = 0.7  # of a set, in another list; and so much of a list is in the set that it is about
_VEEL = 8  # partners, of which a sentence that names all but one seems to mean all
_GENOEMD = 4  # names in a message; of more only how many there are


# Words before a list that say that it is that of the partners, and that it names only some.
_STELT = ("partijen", "partners", "ondergetekenden", "deelnemende organisaties", "deelnemende gem")
_DEELS = (
    *("onder andere", "onder meer", "o.a.", "o.m.", "bijvoorbeeld", "zoals", "waaronder"),
    *("niet-limitati", "niet limitati", "een deel van", "enkele", "sommige", "in elk geval"),
    *("in ieder geval", "ten minste", "minimaal"),
)
# What stands between the names that a sentence lists, besides commas.
_TUSSEN = frozenset(("en", "de", "het", "alsmede", "evenals", "ook"))
_TUSSENRUIMTE = 30  # characters of that


def noemt_deel(inleiding: str) -> bool:
    """Tell whether the words before a list say that it names some."""
    laag = inleiding.lower()
    return any(woorden in laag for woorden in _DEELS)


@waarde
class Partnerlijst:
    """A list of partners: the sleutels in it with their items."""

    lijst: Lijst
    leden: tuple[tuple[str, Punt], ...]

    @property
    def sleutels(self) -> frozenset[str]:
        """The partners in it."""
        return frozenset(sleutel for sleutel, _ in self.leden)


@waarde
class _Groep:
    """Partners that a list can be about, and how that is called."""

    naam: str
    sleutels: frozenset[str]


def partnerlijsten(onderzoek: Onderzoek) -> list[Partnerlijst]:
    """Return the lists of partners of a text, those in what describes an overleg left out."""
    namen = onderzoek.partnernamen
    found = []
    for lijst in (*onderzoek.lijsten, *_in_zinnen(onderzoek)):
        if not any(namen.kan_beginnen(punt.tekst) for punt in lijst.punten):
            continue
        bekend = [(lid_van(punt.tekst, namen), punt) for punt in lijst.punten]
        aantal = sum(bool(sleutel) for sleutel, _ in bekend)
        if aantal < _MINSTENS or 2 * aantal < len(bekend):
            continue
        if any(element.soort == "overleg" for element in lijst.pad):
            continue
        leden = (
            (sleutel or namen.bijna(kale_naam(punt.tekst))[0], punt) for sleutel, punt in bekend
        )
        found.append(Partnerlijst(lijst, tuple((s, punt) for s, punt in leden if s)))
    return found


def lid_van(item: str, namen: Naamlijst) -> str:
    """Return the sleutel of the partner that an item names; "" for none.

    What a contract puts behind a name counts not: "Gemeente Leiden, vertegenwoordigd door …".
    """
    naam = kale_naam(item)
    end = len(naam)
    while end > 0:
        if sleutel := namen.van(kale_naam(naam[:end])):
            return sleutel
        end = naam.rfind(", ", 0, end)
    return ""


def _in_zinnen(onderzoek: Onderzoek) -> Iterator[Lijst]:
    """Yield the partners that a sentence lists, three or more: "A, B en C"."""
    for deel, treffers in onderzoek.genoemd:
        rij: list[Treffer] = []
        eigen = [treffer for treffer in treffers if not treffer.verwant]
        for treffer in (*eigen, None):
            if rij and not (treffer and _samen(deel.tekst[rij[-1].einde : treffer.begin])):
                if len(rij) > _MINSTENS:
                    yield _zin(deel, rij)
                rij = []
            if treffer is not None:
                rij.append(treffer)


def _samen(tussen: str) -> bool:
    """Tell whether names with this between them are of one list."""
    woorden = tussen.replace(",", " ").replace(";", " ").split()
    return len(tussen) <= _TUSSENRUIMTE and _TUSSEN.issuperset(woorden)


def _zin(deel: Passage, rij: Sequence[Treffer]) -> Lijst:
    punten = (Punt(deel.tekst[t.begin : t.einde], deel.plaats(t.begin)) for t in rij)
    return Lijst(tuple(punten), deel.zin(rij[0].begin), (deel.omgeving.element,), "zin")


def van_het_begin(registers: Registers) -> list[Partner]:
    """Return the partners that the convenant itself named, and that do not leave."""
    soorten = (Opzegging, Toetreding, Toetredingsverzoek)
    later = {g.partner for g in registers.gebeurtenissen if isinstance(g, soorten)}
    return [partner for partner in registers.partners if partner.sleutel not in later]


def _groepen(registers: Registers) -> list[_Groep]:
    """Return the partners that the convenant named from the beginning: all, and by soort."""
    partners = van_het_begin(registers)
    soorten = {
        "partners": partners,
        "ketenpartners": [p for p in partners if p.soort == "ketenpartner"],
        "partners van de flexibele schil": [p for p in partners if p.soort == "flexibele schil"],
        "gemeenten": [p for p in partners if p.is_gemeente],
    }
    return [
        _Groep(naam, frozenset(p.sleutel for p in leden))
        for naam, leden in soorten.items()
        if len(leden) >= _MINSTENS
    ]


def _bedoeld(lijst: Partnerlijst, groepen: Sequence[_Groep]) -> _Groep | None:
    """Return which partners a list is about; None when it looks like none."""
    sleutels = lijst.sleutels

    def gelijkenis(groep: _Groep) -> float:
        return len(sleutels & groep.sleutels) / len(sleutels | groep.sleutels)

    passend = [g for g in groepen if len(sleutels & g.sleutels) >= _BIJNA * len(sleutels)]
    return max(passend, key=gelijkenis, default=None)


def check_lijsten(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """In a list of the partners, none is missing; each stands in it once, and is of its soort."""
    if onderzoek.registers.partners:
        lijsten = partnerlijsten(onderzoek)
        yield from _ontbrekende(onderzoek, lijsten)
        yield from _verkeerde(onderzoek, lijsten)


def _ontbrekende(onderzoek: Onderzoek, lijsten: Sequence[Partnerlijst]) -> Iterator[Diagnostic]:
    groepen = _groepen(onderzoek.registers) if lijsten else []
    namen = {p.sleutel: p.naam for p in onderzoek.registers.partners}
    for one in lijsten:
        groep = _bedoeld(one, groepen)
        ontbreekt = groep.sleutels - one.sleutels if groep else frozenset()
        if groep is None or not ontbreekt or noemt_deel(one.lijst.inleiding):
            continue
        aandeel = 1 - len(ontbreekt) / len(groep.sleutels)
        inleiding = one.lijst.inleiding.lower()
        stelt = any(woorden in inleiding for woorden in _STELT)
        zeker = stelt and one.lijst.vorm != "zin"
        een_na_alle = len(ontbreekt) == 1 and len(groep.sleutels) >= _VEEL
        telt = stelt or een_na_alle or one.lijst.vorm != "zin"
        if aandeel < (_GEHEEL if zeker else _BIJNA) or not telt:
            continue
        velden = {
            "groep": groep.naam,
            "ontbreekt": "ontbreekt" if len(ontbreekt) == 1 else "ontbreken",
            "namen": noem(wie := [naam for s, naam in namen.items() if s in ontbreekt]),
            "wie": en(wie),
            "wel": _wel(ontbreekt, one, lijsten),
            "aantal": len(one.sleutels & groep.sleutels),
            "alle": len(groep.sleutels),
        }
        yield CODES["CV150" if zeker else "CV151"].at(one.lijst.position, **velden)


def noem(namen: Sequence[str]) -> str:
    """Return names in quotes, as they are listed; of many the first and how many more."""
    stukken = [f"'{naam}'" for naam in namen[:_GENOEMD]]
    rest = len(namen) - len(stukken)
    return en([*stukken, f"nog {rest}"] if rest else stukken)


def _wel(ontbreekt: frozenset[str], lijst: Partnerlijst, lijsten: Sequence[Partnerlijst]) -> str:
    """Return where those that are missing do stand."""
    for ander in lijsten:
        if ander is not lijst and ontbreekt <= ander.sleutels and ander.lijst.waar:
            return f"in de lijst bij '{ander.lijst.waar}'"
    return "in het register van partners"


def _verkeerde(onderzoek: Onderzoek, lijsten: Sequence[Partnerlijst]) -> Iterator[Diagnostic]:
    partners = {p.sleutel: p for p in onderzoek.registers.partners}
    for one in lijsten:
        if one.lijst.vorm != "opsomming":
            continue
        soort = _soort_van(one.lijst.inleiding)
        seen: Counter[str] = Counter()
        for sleutel, punt in one.leden:
            naam = kale_naam(punt.tekst)
            eigen = naamsleutel(naam) in map(naamsleutel, partners[sleutel].namen)
            seen[sleutel] += eigen
            wat = ""
            if eigen and seen[sleutel] > 1:
                wat = "al eerder in deze lijst"
            elif soort and partners[sleutel].soort != soort:
                eigen_soort = partners[sleutel].soort
                wat = f"in een lijst van '{soort}', en in het register bij '{eigen_soort}'"
            if wat:
                velden = {"naam": naam, "wat": wat, "waar": "het register"}
                yield CODES["CV152"].at(punt.position, **velden)


def _soort_van(inleiding: str) -> str:
    """Return the soort of partners that the words before a list name; "" for none or two."""
    laag = inleiding.lower()
    named = [s for s in ("ketenpartner", "flexibele schil") if s in laag]
    return named[0] if len(named) == 1 and "niet" not in laag else ""


CONTROLES = (Controle(check_lijsten, "nalezen"),)
