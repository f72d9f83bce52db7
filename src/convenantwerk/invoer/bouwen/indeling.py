"""Which files a text is written in: a folder for each deel, a file for each chapter."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.bouwen.knopen import Bouwer, Knoop, is_bijlage, neem_slot
from convenantwerk.invoer.bouwen.kopkeus import BESTAND
from convenantwerk.invoer.bouwen.kopwoorden import OVERLEG, SUBKOP
from convenantwerk.tekst.adressen import slug
from convenantwerk.tekst.frontmatter import Kopgegevens
from convenantwerk.tekst.nummers import is_romeins_nummer, ontleed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.invoer.bouwen.knopen import Plaatsregel
    from convenantwerk.invoer.bouwen.regel import Regel
    from convenantwerk.invoer.bouwen.verslag import Verslag
    from convenantwerk.tekst.boom import Element

_NAAMLENGTE = 60


@dataclass
class Bestand:
    """A file to be: its element, and which lines came in which element of it."""

    pad: str
    element: Element
    regels: list[list[Regel]]


@dataclass
class Map:
    """A folder to be: one deel, or what stands before the delen.

    Args:
        naam: the folder; "" for files in none.
        deel: its heading; None when it has none.
        aanhef: lines before the first heading.
        knopen: the headings that begin its files.
    """

    naam: str
    deel: Knoop | None = None
    aanhef: list[Plaatsregel] = field(default_factory=list)
    knopen: list[Knoop] = field(default_factory=list)

    @property
    def is_overleg(self) -> bool:
        """Whether its files are overleggen: its heading says so, or it is the third deel."""
        return bool(self.deel and OVERLEG.search(self.deel.titel))


def mapnaam(deel: Knoop) -> str:
    """Return the folder of a deel: "deel-1", also for "Deel I"."""
    nummer = deel.kop.nummer if deel.kop else ""
    if is_romeins_nummer(nummer) and (ontleding := ontleed(nummer, romeins=True)):
        nummer = f"{ontleding.getal}{ontleding.toevoeging}"
    return slug(f"deel {nummer}")


def bestanden_van(deel: Map, verslag: Verslag, *, overleg: bool, genummerd: bool) -> list[Bestand]:
    """Return the files of a folder.

    Args:
        deel: the folder.
        verslag: told of what is in doubt.
        overleg: whether its parts are overleggen.
        genummerd: whether files are numbered in order, or named for what they are (an addendum).
    """
    gevonden: list[Bestand] = []
    if deel.deel is not None:
        bouwer = Bouwer(verslag)
        kop = replace(deel.deel, kinderen=[])
        leeg = not kop.regels and (kop.gegevens or not deel.knopen)
        kop.gegevens = Kopgegevens(status="ontbreekt") if leeg and not overleg else None
        gevonden.append(Bestand(_pad(deel.naam, "00-deel"), bouwer.element(kop, 1), bouwer.regels))
    knopen = _met_subkoppen(deel.knopen) if overleg else deel.knopen
    groepen = list(_groepen(deel.aanhef, knopen))
    breedte = max(2, len(str(len(groepen))))
    namen: set[str] = set()
    for nummer, (aanhef, groep) in enumerate(groepen, start=1):
        naam = "artikelen" if aanhef or len(groep) > 1 else _naam(groep)
        if genummerd:
            naam = f"{nummer:0{breedte}}-{naam}"
        elif (eigen := groep[0].kop) and len(groep) == 1 and eigen.nummer.isdigit():
            naam = f"{int(eigen.nummer):02}-{naam}" if eigen.soort == "hoofdstuk" else naam
        while naam in namen:
            naam += "-2"
        namen.add(naam)
        bouwer = Bouwer(verslag)
        slot = neem_slot(groep[-1])
        if overleg and len(groep) == 1 and groep[0].soort in ("", "bijlage"):
            groep[0].gegevens = _overleggegevens(groep[0])
        elif is_bijlage(groep[0]):
            groep[0].gegevens = replace(groep[0].gegevens or Kopgegevens(), soort="bijlage")
        if len(groep) == 1 and not (aanhef and groep[0].soort == "artikel"):
            element = bouwer.element(groep[0], 1)
        else:
            element = bouwer.artikelen(aanhef, groep)
        element = bouwer.met_slot(element, slot)
        gevonden.append(Bestand(_pad(deel.naam, naam), element, bouwer.regels))
    return gevonden


def _pad(map_: str, naam: str) -> str:
    return f"{map_}/{naam}.md" if map_ else f"{naam}.md"


def _naam(groep: Sequence[Knoop]) -> str:
    """Return the name of a file: its title, cut between words."""
    kop = groep[0].kop
    naam = slug(groep[0].titel)
    if not naam and kop:
        naam = slug(f"{kop.soort} {kop.nummer}")
    naam = naam or "tekst"
    if len(naam) > _NAAMLENGTE:
        naam = naam[: _NAAMLENGTE + 1].rpartition("-")[0] or naam[:_NAAMLENGTE]
    return naam


def _groepen(
    aanhef: list[Plaatsregel], knopen: Iterable[Knoop]
) -> Iterator[tuple[list[Plaatsregel], list[Knoop]]]:
    """Yield what makes one file: a part, or artikelen that follow each other under nothing."""
    groep: list[Knoop] = []
    for knoop in knopen:
        if knoop.soort == "artikel":
            groep.append(knoop)
            continue
        if groep:
            yield aanhef, groep
            aanhef, groep = [], []
        yield [], [knoop]
    if groep:
        yield aanhef, groep


def _overleggegevens(knoop: Knoop) -> Kopgegevens:
    leeg = not any(een.regels for een in knoop.alle())
    gegevens = knoop.gegevens or Kopgegevens()
    return replace(gegevens, soort="overleg", status="ontbreekt" if leeg else None)


def _met_subkoppen(knopen: Sequence[Knoop]) -> list[Knoop]:
    """Return overleggen, with headings as "Doel" and "Deelnemers" under the one they follow."""
    gevonden: list[Knoop] = []
    for knoop in knopen:
        kop = knoop.kop
        vermoed = kop and not kop.soort and (kop.rang > BESTAND or kop.twijfel)
        if gevonden and vermoed and SUBKOP.match(knoop.titel):
            gevonden[-1].kinderen.append(knoop)
        else:
            gevonden.append(knoop)
    return gevonden
