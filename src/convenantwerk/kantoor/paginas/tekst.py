"""Tekst: the convenant as it reads on a day, with its findings at their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from convenantwerk.kantoor.antwoord import Blad, Deelblad
from convenantwerk.kantoor.formulier import Keuze
from convenantwerk.kantoor.leestekst.weergave import weergave
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.papier.document import Heading, ItemList
from convenantwerk.papier.traversal import all_blocks
from convenantwerk.tekst.adressen import anker_van
from convenantwerk.tekst.boom import titel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.leestekst.bladen import Leesdeel, Tekstblad
    from convenantwerk.kantoor.leestekst.weergave import Weergave
    from convenantwerk.papier.document import Block

_EDITIES = (
    Keuze("met-addenda", "met addenda erachter"),
    Keuze("doorlopend", "addenda erin verwerkt"),
)
_DIEPTE = 3  # levels of headings that the contents show of the page that is open


@dataclass(frozen=True, slots=True)
class Ingang:
    """A line of the contents.

    Args:
        titel: what it says.
        adres: where it leads.
        aantal: how many findings are there.
        diep: how far it stands below a chapter.
        hier: whether it is the page that is open.
    """

    titel: str
    adres: str
    aantal: int
    diep: int = 0
    hier: bool = False


def toon(vraag: Vraag) -> Blad:
    """Show the first page of the text, or all places with a finding, or with a fout."""
    beeld, bezwaar = weergave(vraag.dossier, vraag.zoek)
    if beeld.alleen:
        leesdelen = [
            leesdeel
            for blad in beeld.bladen.bladen
            for leesdeel in blad.leesdelen
            if leesdeel.begint and beeld.geplaatst.bij(leesdeel.element.anker)
        ]
        return _blad(beeld, None, leesdelen, bezwaar)
    eerste = next(iter(beeld.bladen.bladen), None)
    return _blad(beeld, eerste, eerste.leesdelen if eerste else (), bezwaar)


def toon_blad(vraag: Vraag) -> Blad:
    """Show one page of the text; an older link may name any part on it."""
    beeld, bezwaar = weergave(vraag.dossier, vraag.zoek)
    sleutel = vraag.pad["blad"]
    blad = beeld.bladen.zoek(sleutel) or beeld.bladen.met(sleutel)
    if blad is None:
        raise HTTPException(404)
    return _blad(beeld, blad, blad.leesdelen, bezwaar)


def kijk(vraag: Vraag) -> Deelblad:
    """Give the text that a verwijzing leads to, to look at beside it."""
    beeld, _ = weergave(vraag.dossier, vraag.zoek)
    adres = vraag.zoek.get("adres", "")
    leesdeel = beeld.bladen.leesdeel(anker_van(adres))
    if leesdeel is None:
        raise HTTPException(404)
    rij = beeld.rij(leesdeel)
    onderdeel = next(_lijst_met(rij.blokken, adres), None)
    if onderdeel is not None:
        koppen = (block for block in rij.blokken if isinstance(block, Heading))
        rij = replace(rij, blokken=(*koppen, onderdeel))
    return Deelblad("tekst_kijk.html", {"rij": rij})


def _lijst_met(blocks: Iterable[Block], adres: str) -> Iterator[ItemList]:
    """Yield the item of a list that has an address, in a list of its own."""
    for block in all_blocks(blocks):
        if isinstance(block, ItemList):
            yield from (replace(block, items=(i,)) for i in block.items if i.anchor == adres)


def _blad(
    beeld: Weergave, blad: Tekstblad | None, leesdelen: Sequence[Leesdeel], bezwaar: str
) -> Blad:
    bladen = beeld.bladen.bladen
    plaats = bladen.index(blad) if blad else -1
    fouten = sum(een.ernst == "fout" for een in beeld.gelezen.nagelezen)
    waarden = {
        "beeld": beeld,
        "bezwaar": bezwaar,
        "rijen": [beeld.rij(leesdeel) for leesdeel in leesdelen],
        "inhoud": _inhoud(beeld, blad),
        "los": beeld.geplaatst.los,
        "fouten": fouten,
        "overige": len(beeld.gelezen.nagelezen) - fouten,
        "edities": _EDITIES,
        "vorige": bladen[plaats - 1] if plaats > 0 else None,
        "volgende": bladen[plaats + 1] if 0 <= plaats < len(bladen) - 1 else None,
    }
    return Blad("tekst.html", "Tekst", waarden, 422 if bezwaar else 200, "/tekst")


def _inhoud(beeld: Weergave, hier: Tekstblad | None) -> list[tuple[str, list[Ingang]]]:
    """Return the contents: the pages of each deel, and of the page that is open its headings."""
    bladen = groupby(beeld.bladen.bladen, lambda blad: blad.deel)
    return [
        (deel, [ingang for blad in blads for ingang in _ingangen(beeld, blad, hier)])
        for deel, blads in bladen
    ]


def _ingangen(beeld: Weergave, blad: Tekstblad, hier: Tekstblad | None) -> Iterator[Ingang]:
    """Yield the chapters on a page, and when it is open what stands in them."""
    leesdelen = [one for one in blad.leesdelen if one.begint]
    if leesdelen[0].element.soort == "deel" and len(leesdelen) > 1:
        leesdelen = leesdelen[1:]  # its name stands above these already
    is_hier = hier is not None and blad.sleutel == hier.sleutel
    top = leesdelen[0].niveau
    for nummer, leesdeel in enumerate(leesdelen):
        if leesdeel.niveau == top:
            onder = list(takewhile(lambda one: one.niveau > top, leesdelen[nummer + 1 :]))
            samen = [leesdeel, *([] if is_hier else onder)]
            ingang = _ingang(beeld, leesdeel, samen, blad.deel)
            yield replace(ingang, hier=is_hier and nummer == 0)
        elif is_hier and leesdeel.niveau - top < _DIEPTE and titel(leesdeel.element):
            yield replace(_ingang(beeld, leesdeel, [leesdeel]), diep=leesdeel.niveau - top)


def _ingang(
    beeld: Weergave, leesdeel: Leesdeel, samen: Sequence[Leesdeel], anders: str = ""
) -> Ingang:
    anker = leesdeel.element.anker
    aantal = sum(len(beeld.geplaatst.bij(one.element.anker)) for one in samen)
    return Ingang(titel(leesdeel.element) or anders, beeld.adres(anker), aantal)


def _fouten(geopend: Geopend) -> int:
    """Return how many findings hold up a definitive edition."""
    return sum(een.ernst == "fout" for een in geopend.tekst().nagelezen)


PAGINA = Pagina(
    (
        Weg("/tekst", toon),
        Weg("/tekst/kijk", kijk),
        Weg("/tekst/{blad}", toon_blad),
    ),
    "Tekst",
    _fouten,
)
