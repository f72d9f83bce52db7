"""The controles of lists of overleggen: against those that the text has a part of its own for.

A list is one of overleggen when at least half of its items are, and two or more; or when it holds
70 % of all overleggen between other things, as a list of contents does. A list of 70 % of them is
taken to name all. Shorter ones of one part count together, such as those that are organised and
those that are facilitated: they are to name all from half on, when the words before them speak of
overleggen.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.addenda.telwoorden import en
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.waarde import waarde
from convenantwerk.controles.lijstplaatsen import kale_naam
from convenantwerk.controles.naamlijst import Naamlijst, letters_van
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.overeenstemming.partnerlijsten import noem, noemt_deel
from convenantwerk.tijd.stand import overleggen_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.lijstplaatsen import Lijst, Punt
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.tijd.stand import Overleg

_MINSTENS = 2
_LANGST = 100  # characters of an item that can be the name of an overleg
_STAM = 5  # letters with which a name begins, of one of the items
_GEHEEL = 0.5
_BIJNA = 0.7
# In a list of contents other parts may follow the overleggen; CV146 is about those.
_GENUMMERD = re.compile(r"(?:Bijlage|Deel|Hoofdstuk|Artikel|Paragraaf)\s[\dIVXA-Z]")
_NIET_BESCHREVEN = "is geen overleg dat in dit convenant is beschreven"
_WIJZEN = {"georganiseerd": "organise", "gefaciliteerd": "facilite"}


@waarde
class _Overleglijst:
    """A list of overleggen: what each item names, and whether all items should be overleggen."""

    lijst: Lijst
    punten: tuple[tuple[Punt, tuple[str, ...]], ...]
    zuiver: bool

    @property
    def sleutels(self) -> frozenset[str]:
        return frozenset(sleutel for _, sleutels in self.punten for sleutel in sleutels)


def _namen(overleggen: Sequence[Overleg]) -> Naamlijst:
    rijen = [(o.sleutel, o.titel) for o in overleggen]
    korter = [(o.sleutel, _zonder_overleg(o.titel)) for o in overleggen]
    return Naamlijst((*rijen, *korter))


def _zonder_overleg(titel: str) -> str:
    return letters_van(titel).replace("overleg", "")


def _genoemd(punt: Punt, namen: Naamlijst) -> tuple[str, ...]:
    """Return the overleggen that an item names: one, or two on both sides of a stroke."""
    naam = kale_naam(punt.tekst)
    if len(naam) > _LANGST:
        return ()
    for stukken in ((naam,), naam.split(" / ")):
        found = tuple(_overleg_van(stuk, namen) for stuk in stukken)
        if all(found):
            return found
    return ()


def _overleg_van(naam: str, namen: Naamlijst) -> str:
    """Return the sleutel of the overleg that is called so, or nearly so; "" for none."""
    return namen.van(naam) or namen.van(_zonder_overleg(naam)) or namen.bijna(naam)[0]


def _overleglijsten(onderzoek: Onderzoek, overleggen: Sequence[Overleg]) -> list[_Overleglijst]:
    namen = _namen(overleggen)
    titels = {letters_van(o.titel) for o in overleggen}
    stammen = {_zonder_overleg(o.titel)[:_STAM] for o in overleggen}
    found = []
    for lijst in onderzoek.lijsten:
        if any(element.soort == "overleg" for element in lijst.pad):
            continue
        laag = [letters_van(punt.tekst) for punt in lijst.punten if len(punt.tekst) <= _LANGST]
        if not any(stam in letters for letters in laag for stam in stammen):
            continue
        # "Casus" among other terms is no Casusoverleg: one of the items has its whole name.
        if not any(letters_van(kale_naam(punt.tekst)) in titels for punt in lijst.punten):
            continue
        punten = tuple((punt, _genoemd(punt, namen)) for punt in lijst.punten)
        aantal = sum(bool(sleutels) for _, sleutels in punten)
        zuiver = 2 * aantal >= len(punten)
        over = "overleg" in lijst.inleiding.lower()
        if aantal >= (1 if over else _MINSTENS) and (zuiver or aantal >= _BIJNA * len(overleggen)):
            found.append(_Overleglijst(lijst, punten, zuiver))
    return found


def check_overleglijsten(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A part that lists the overleggen names all, each as its own part does, and no others."""
    overleggen = overleggen_in(onderzoek.convenant)
    if len(overleggen) >= _MINSTENS:
        lijsten = _overleglijsten(onderzoek, overleggen)
        yield from _ontbrekende(lijsten, overleggen)
        yield from _andere(lijsten, overleggen)


def _ontbrekende(
    gevonden: Sequence[_Overleglijst], overleggen: Sequence[Overleg]
) -> Iterator[Diagnostic]:
    per: dict[tuple[str, int], list[_Overleglijst]] = {}
    for number, one in enumerate(gevonden):
        heel = len(one.sleutels) >= _BIJNA * len(overleggen)  # then it stands by itself
        per.setdefault((one.lijst.pad[-1].anker, number if heel else -1), []).append(one)
    for lijsten in per.values():
        groep, genoemd = _groep(lijsten, overleggen)
        if ontbreekt := [o.titel for o in groep if o.sleutel not in genoemd]:
            velden = {
                "ontbreekt": "ontbreekt" if len(ontbreekt) == 1 else "ontbreken",
                "namen": noem(ontbreekt),
                "wie": en(ontbreekt),
            }
            yield CODES["CV158"].at(lijsten[0].lijst.position, **velden)


def _groep(
    lijsten: Sequence[_Overleglijst], overleggen: Sequence[Overleg]
) -> tuple[Sequence[Overleg], frozenset[str]]:
    """Return which overleggen the lists of one part are to name, and which they do."""
    genoemd = frozenset(sleutel for one in lijsten for sleutel in one.sleutels)
    woorden = " ".join(one.lijst.inleiding for one in lijsten)
    if noemt_deel(woorden):
        return (), genoemd
    over = "overleg" in woorden.lower()
    wijze = _wijze_van(woorden)
    groep = [o for o in overleggen if not wijze or o.feiten.wijze == wijze]
    raak = sum(o.sleutel in genoemd for o in groep)
    if raak < (_GEHEEL if over else _BIJNA) * len(groep):
        return (), genoemd
    return groep, genoemd


def _wijze_van(woorden: str) -> str:
    """Return who organises the overleggen that words announce; "" when they say both or none."""
    laag = woorden.lower()
    found = [w for w, stam in _WIJZEN.items() if w in laag or stam in laag]
    return found[0] if len(found) == 1 else ""


def _andere(
    lijsten: Sequence[_Overleglijst], overleggen: Sequence[Overleg]
) -> Iterator[Diagnostic]:
    per = {o.sleutel: o for o in overleggen}
    for one in lijsten:
        wijze = _wijze_van(one.lijst.inleiding)
        for punt, sleutels in one.punten:
            naam = kale_naam(punt.tekst)
            wat = ""
            if len(sleutels) > 1:
                wat = f"noemt er {len(sleutels)}: {noem([per[s].titel for s in sleutels])}"
            elif not sleutels and one.zuiver and naam and not _GENUMMERD.match(naam):
                wat = _NIET_BESCHREVEN
            elif sleutels and letters_van(naam) != letters_van(per[sleutels[0]].titel):
                wat = f"heet elders '{per[sleutels[0]].titel}'"
            elif sleutels and wijze and per[sleutels[0]].feiten.wijze not in (wijze, None):
                wat = f"wordt elders {per[sleutels[0]].feiten.wijze}, niet {wijze}"
            if wat:
                yield CODES["CV159"].at(punt.position, naam=naam, wat=wat)


@cache
def _rij() -> re.Pattern[str]:
    """Three words or more that are names of overleggen: "het casusoverleg, de weegtafel en …"."""
    naam = r"(?:(?:het|de) )?[\w-]{3,40}(?:overleg|tafel|beraad)"
    return re.compile(rf"(?i)\b{naam}(?:, {naam})+,? en {naam}\b")


def check_zinnen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A sentence that lists overleggen of the text, two or more, names no other beside them."""
    overleggen = overleggen_in(onderzoek.convenant)
    namen = _namen(overleggen)
    for deel in onderzoek.passages_met(("overleg en", "tafel en", "beraad en")):
        if deel.omgeving.element.soort == "overleg":
            continue
        for rij in _rij().finditer(deel.tekst):
            woorden = [
                (rij.start() + match.start(), match[0])
                for match in re.finditer(r"[\w-]+(?:overleg|tafel|beraad)\b", rij[0])
            ]
            vreemd = [(at, naam) for at, naam in woorden if not _overleg_van(naam, namen)]
            if len(woorden) - len(vreemd) >= _MINSTENS:
                for at, naam in vreemd:
                    yield CODES["CV159"].at(deel.plaats(at), naam=naam, wat=_NIET_BESCHREVEN)


CONTROLES = (
    Controle(check_overleglijsten, "nalezen"),
    Controle(check_zinnen, "nalezen"),
)
