"""The files that come to a dossier that is there: a deel, an overleg, an addendum."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import DOSSIERBESTAND, shown
from convenantwerk.basis.yaml_wijzigen import GeenPlaatsError, vervang_waarden
from convenantwerk.dossier.dossier import Addendumgegevens, Wijziging
from convenantwerk.opdrachten.importeren.schrift import opmerking
from convenantwerk.tekst.adressen import afgeleid_anker, slug, wijkt_uit
from convenantwerk.tekst.boom import Element, Figuur, Opsomming, elementen

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.invoer.gebouwd import Als
    from convenantwerk.opdrachten.importeren.feiten import Importfeiten
    from convenantwerk.tekst.boom import Blok, Tekstbestand

_VOLGORDE = ("voorwerk", "deel-1", "deel-2", "deel-3")
_LANG = 40  # characters of the name of the folder of an addendum


def bezet(folder: Path, pad: str, reden: str, tip: str) -> ConvenantwerkError:
    """Return the error for what cannot come into a dossier."""
    return ConvenantwerkError("CV961", pad=shown(folder / pad), reden=reden, tip=tip)


def eis_geen_tweede(
    geopend: Geopend, als: Als, feiten: Importfeiten, teksten: Mapping[str, bytes]
) -> None:
    """Let no overleg or addendum come that is there already, to the letter or by its besluit.

    Args:
        geopend: the dossier.
        als: what comes.
        feiten: what is known of it.
        teksten: what would be written, by path below the dossier.

    Raises:
        ConvenantwerkError: CV961, with where it is.
    """
    tip = "kijk of u het al had ingelezen; verwijder anders eerst wat er staat"
    if als == "addendum":
        nieuw = (feiten.titel, feiten.besluit, feiten.ingangsdatum)
        for een in geopend.addenda:
            if (een.gegevens.titel, een.gegevens.besluit, een.gegevens.ingangsdatum) == nieuw:
                reden = "dit addendum is er al, met dezelfde titel, dag en besluit"
                raise bezet(geopend.root, f"addenda/{een.naam}", reden, tip)
    elif als == "overleg":
        map_ = next(iter(teksten)).rpartition("/")[0]
        for path in geopend.lezer.entries(geopend.root / map_).paden:
            if path.suffix == ".md" and geopend.lezer.data(path)[0] in teksten.values():
                reden = "dit overleg is er al, woord voor woord"
                raise bezet(geopend.root, f"{map_}/{path.name}", reden, tip)


def met_delen(text: str, delen: tuple[str, ...], nieuw: Iterable[str], path: Path) -> str:
    """Return convenant.yaml with more folders in `delen`, each at its place.

    Raises:
        ConvenantwerkError: CV961, its form leaves no place for them.
    """
    namen = [*delen, *(naam for naam in nieuw if naam not in delen)]
    rang = {naam: nummer for nummer, naam in enumerate(_VOLGORDE)}
    nieuwe = [naam for naam in namen if naam not in delen]
    for naam in nieuwe:
        namen.remove(naam)
        lager = [at for at, een in enumerate(namen) if rang.get(een, -1) > rang.get(naam, 99)]
        namen.insert(min(lager, default=len(namen)), naam)
    if not nieuwe:
        return text
    try:
        return vervang_waarden(text, {"delen": namen}, ["delen"])
    except GeenPlaatsError:
        reden = "in 'delen' staat een opmerking, die verloren zou gaan"
        tip = f"zet zelf {', '.join(nieuwe)} in de lijst 'delen'; importeer daarna opnieuw"
        raise bezet(path, DOSSIERBESTAND.as_posix(), reden, tip) from None


def overlegpad(pad: str, bestaand: Iterable[str]) -> str:
    """Return where an overleg comes: behind those that are there.

    Args:
        pad: as it would be in a folder of its own: "deel-3/01-briefing.md".
        bestaand: the names of the files in the folder.
    """
    map_, _, naam = pad.rpartition("/")
    kaal = naam.split("-", 1)[1] if naam.split("-", 1)[0].isdigit() and "-" in naam else naam
    nummers = [int(een[:2]) for een in bestaand if een[:2].isdigit()]
    return f"{map_ or 'deel-3'}/{max(nummers, default=0) + 1:02}-{kaal}"


def deelkop(map_: str) -> bytes:
    """Return the file that begins a deel of which the text gives no title: "# Deel 3"."""
    return f"# Deel {map_.rpartition('-')[2]}\n".encode()


def met_eigen_ankers(bestand: Tekstbestand, stam: str) -> Tekstbestand:
    """Return a text of an addendum in which each numbered part has an anker of its own.

    An addendum counts its artikelen from 1, as the deel does that it is bound to: without these
    two parts of that deel would go by one name.

    Args:
        bestand: of the addendum.
        stam: that no other text has: "addendum-2018-06-18-aanpassingen".
    """
    namen = Counter(map(afgeleid_anker, elementen([bestand.element])))
    enige = {naam for naam, aantal in namen.items() if aantal == 1}
    return replace(bestand, element=_met_ankers(bestand.element, stam, enige))


def _met_ankers(element: Element, stam: str, enige: Container[str]) -> Element:
    naam = afgeleid_anker(element)
    nieuw = naam in enige and bool(element.nummer) and not wijkt_uit(element)
    if nieuw and not element.eigen_anker:
        element = replace(element, anker=f"{stam}-{naam}", eigen_anker=True)
    kinderen = (
        # What closes a text goes by the name of that.
        replace(kind, anker=f"{element.anker}-slot")
        if isinstance(kind, Element) and kind.soort == "slot"
        else kind
        for kind in element.inhoud
    )
    inhoud = tuple(
        _met_ankers(kind, stam, enige) if isinstance(kind, Element) else kind for kind in kinderen
    )
    return replace(element, inhoud=inhoud)


def met_beeldnamen(element: Element, namen: Mapping[str, str]) -> Element:
    """Return an element in which pictures have other names, as a text calls them."""
    inhoud = tuple(
        met_beeldnamen(kind, namen) if isinstance(kind, Element) else _met_namen(kind, namen)
        for kind in element.inhoud
    )
    return replace(element, inhoud=inhoud)


def _met_namen(blok: Blok, namen: Mapping[str, str]) -> Blok:
    match blok:
        case Figuur():
            return replace(blok, pad=namen.get(blok.pad, blok.pad))
        case Opsomming():
            onderdelen = tuple(
                replace(een, inhoud=tuple(_met_namen(kind, namen) for kind in een.inhoud))
                for een in blok.onderdelen
            )
            return replace(blok, onderdelen=onderdelen)
        case _:
            return blok


def addendummap(feiten: Importfeiten, bezette: Iterable[str]) -> str:
    """Return the folder of a new addendum: "2018-06-18-aanpassingen"."""
    heel = slug(feiten.titel)
    kort = heel if len(heel) <= _LANG else heel[:_LANG].rpartition("-")[0] or heel[:_LANG]
    kort = kort or "addendum"
    stam = f"{feiten.ingangsdatum}-{kort}"
    taken = set(bezette)
    namen = (stam if nummer == 1 else f"{stam}-{nummer}" for nummer in count(1))
    return next(naam for naam in namen if naam not in taken)


def addendum_yaml(feiten: Importfeiten, teksten: Iterable[str], bron: str) -> bytes:
    """Return addendum.yaml of an addendum that binds texts to the convenant as they are.

    Args:
        feiten: its titel, besluit, ingangsdatum and where it is bound.
        teksten: their names, in order.
        bron: the name of the file that was imported.
    """
    if feiten.ingangsdatum is None:
        raise ValueError(feiten)  # the face asks for it
    wijzigingen = tuple(Wijziging("aanhechten", in_=feiten.bij, tekst=naam) for naam in teksten)
    gegevens = Addendumgegevens(feiten.titel, feiten.besluit, feiten.ingangsdatum, wijzigingen)
    kop = (
        f"Gemaakt van '{bron}'. De stukken worden aangehecht zoals ze zijn. Wat zij in de tekst "
        "wijzigen, leest het programma niet: schrijf die wijzigingen erbij, of laat ze afleiden."
    )
    return f"{opmerking(kop)}\n{as_yaml(gegevens)}".encode()
