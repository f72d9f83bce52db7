"""`convenant addendum afleiden`: the addendum and besluit that make one edition of another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from convenantwerk.addenda.afleider import Afgeleid
from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.addenda.wijzigingen import pas_toe
from convenantwerk.addenda.zinnen import letters_van
from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.basis.stage import Stage, commit
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.dossier import Addendum, Addendumgegevens, Tegen, Wijziging
from convenantwerk.geopend.edities import WERK, kies_samen
from convenantwerk.papier.formaten.tabel import formaten
from convenantwerk.renvooi.afleiding import leid_besluit_af, te_wijzigen
from convenantwerk.renvooi.besluitstuk import besluit_element
from convenantwerk.renvooi.kant import Kant
from convenantwerk.renvooi.wijzigingsbesluit import (
    NAAM,
    aanhef,
    besluit_titel,
    eigen_instellingen,
    maak_wijzigingsbesluit,
    opening,
    over_nummers,
)
from convenantwerk.tekst.adressen import anker_van, slug
from convenantwerk.tekst.boom import BESLUIT, elementen
from convenantwerk.tekst.lezen import lees_fragment
from convenantwerk.tekst.schrijven import schrijf_fragment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.addenda.wijzigingstaal import Zin
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.edities import Gekozen
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.papier.document import Document
    from convenantwerk.renvooi.afleiding import Besluitinhoud
    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.boom import Convenant, Element

_GEGEVENS = "addendum.yaml"
_NAAM = 40  # characters of an address that a file name takes


@dataclass(frozen=True, slots=True)
class Afleidopdracht:
    """What is asked: the two editions, and what is known of the besluit."""

    oud: str
    nieuw: str
    editie: Editie = "vanzelf"
    titel: str = ""
    besluit: str = ""
    ingangsdatum: date | None = None
    naam: str = "wijziging"


@dataclass(frozen=True, slots=True)
class Afleiding:
    """What was written; no sentences, no change."""

    addendum: str = ""
    besluit: str = ""
    bestanden: tuple[str, ...] = ()
    zinnen: tuple[Zin, ...] = ()


@dataclass(frozen=True, slots=True)
class Afleidvoorstel:
    """An addendum and its besluit as they would be written, proved; nothing is written yet.

    Args:
        opdracht: what was asked.
        map: the name of the folder of the addendum, "" when nothing changed.
        zinnen: what the besluit says.
        bestanden: the files of the addendum, by name.
        document: the besluit as a paper, None when nothing changed.
    """

    opdracht: Afleidopdracht
    map: str = ""
    zinnen: tuple[Zin, ...] = ()
    bestanden: Mapping[str, str] = field(default_factory=dict)
    document: Document | None = None


def stel_afleiding_voor(geopend: Geopend, opdracht: Afleidopdracht) -> Afleidvoorstel:
    """Derive an addendum with its besluit, and prove it.

    Raises:
        OnleesbaarError: an edition cannot be read whole.
        ConvenantwerkError: an edition that is not there; CV908 when the folder of the addendum is
            there already, or no addendum can do it.
    """
    left, right = kies_samen(geopend, (opdracht.oud, opdracht.nieuw), opdracht.editie)
    oud, nieuw = (_tekst(version, geopend.op) for version in (left, right))
    derived = _leid_af(oud, nieuw)
    if not derived.wijzigingen:
        return Afleidvoorstel(opdracht)
    ingang = opdracht.ingangsdatum or right.datum or geopend.op
    folder = geopend.root / "addenda" / f"{ingang.isoformat()}-{slug(opdracht.naam)}"
    if folder.exists():
        tip = "kies een andere naam met --naam; een addendum wordt nooit overschreven"
        raise ConvenantwerkError("CV908", reden=f"{shown(folder)} is er al", tip=tip)
    instellingen = eigen_instellingen(left.dossier, geopend.dossier)
    stuk = besluit_element(
        besluit_titel(instellingen),
        f"{BESLUIT}{folder.name}",
        (*aanhef(instellingen), opening(instellingen)),
        derived.zinnen,
        over_nummers(derived.zinnen),
    )
    wijzigingen = _benoemd((_aangehecht(stuk, oud, nieuw, derived), *derived.wijzigingen))
    gegevens = Addendumgegevens(
        titel=opdracht.titel or f"Wijziging van {voluit(ingang)}",
        besluit=opdracht.besluit or "[het besluit]",
        ingangsdatum=ingang,
        wijzigingen=tuple(one.wijziging for one in wijzigingen),
        tegen=Tegen(left.naam, left.sha256) if left.sha256 else None,
        volgorde=_volgorde(geopend, ingang),
    )
    files = _bestanden(gegevens, wijzigingen)
    _prove(files, oud, nieuw)
    document = maak_wijzigingsbesluit(
        derived.zinnen,
        oud,
        Kant(right.naam, right.dossier, nieuw),
        geopend.op,
        instellingen=instellingen,
        citeertitel=opdracht.titel,
        ingangsdatum=opdracht.ingangsdatum,
    )
    return Afleidvoorstel(opdracht, folder.name, derived.zinnen, files, document)


def schrijf_afleiding(geopend: Geopend, uit: Path, voorstel: Afleidvoorstel) -> Afleiding:
    """Write an addendum and its besluit: all of it or nothing; nothing when nothing changed.

    Raises:
        ConvenantwerkError: a template is no good, or a folder cannot be written.
    """
    if voorstel.document is None:
        return Afleiding()
    made = geopend.maak([voorstel.document], formaten(voorstel.document.zonder))
    folder, besluit = geopend.root / "addenda" / voorstel.map, uit / voorstel.map
    with Stage(besluit) as papieren, Stage(folder) as bron:
        for bestand in made:
            papieren.add(bestand.pad, bestand.data)
        for naam, text in voorstel.bestanden.items():
            bron.add(naam, text.encode())
        commit(papieren, bron)
    return Afleiding(
        shown(folder),
        shown(besluit),
        (*voorstel.bestanden, *(bestand.pad for bestand in made)),
        voorstel.zinnen,
    )


def afleiden(geopend: Geopend, uit: Path, opdracht: Afleidopdracht) -> Afleiding:
    """Derive an addendum, prove it, and write it with its besluit: all of it or nothing.

    Raises:
        OnleesbaarError: as `stel_afleiding_voor`.
        ConvenantwerkError: as `stel_afleiding_voor` and `schrijf_afleiding`.
    """
    return schrijf_afleiding(geopend, uit, stel_afleiding_voor(geopend, opdracht))


GELIJK = (
    "In de tekst verandert niets: er valt niets te besluiten. "
    "Of een titel of een register verschilt, toont 'convenant renvooi'."
)
BEWEZEN = "Toegepast op de oude tekst geeft het precies de nieuwe."


def besluitzinnen(zinnen: Sequence[Zin]) -> Iterator[str | tuple[str, ...]]:
    """Yield what a besluit says, with its letters; what stands below a sentence is a tuple."""
    for letter, zin in letters_van(zinnen):
        first, *others = zin.regels
        yield f"{letter}. {first}"
        if others:
            yield tuple(others)


def let_op(opdracht: Afleidopdracht) -> str:
    """Return what must be thought of once an addendum was derived, "" when that is nothing."""
    if opdracht.nieuw == WERK:
        return (
            "Let op: de wijzigingen staan nu ook nog in de bronnen. Zet die terug (git checkout), "
            "dan werkt het addendum ze erin."
        )
    if Path(opdracht.nieuw).is_dir():
        return ""
    return (
        f"Let op: {opdracht.nieuw} komt uit dit dossier, en heeft deze wijzigingen al. Het "
        "addendum past op de tekst van ervoor, niet op die van nu."
    )


def _tekst(gekozen: Gekozen, op: date) -> Convenant:
    """Return the text of an edition with its invulvelden open: filling in is no amendment."""
    return te_wijzigen(tekst_op(gekozen.dossier, gekozen.datum or op, gekozen.editie).convenant)


def _volgorde(geopend: Geopend, ingang: date) -> str:
    """Return the order among the addenda that take effect on a day, "" when there are no others."""
    others = [one.gegevens for one in geopend.addenda if one.gegevens.ingangsdatum == ingang]
    taken = {one.volgorde for one in others}
    free = (str(number) for number in range(len(others) + 1, 2 * len(others) + 2))
    return next(number for number in free if number not in taken) if others else ""


def _leid_af(oud: Convenant, nieuw: Convenant) -> Besluitinhoud:
    try:
        return leid_besluit_af(oud, nieuw)
    except ValueError as plaats:
        tip = "controleer of elke kop een eigen anker heeft; 'convenant controleer' zegt het"
        reden = f"'{plaats}' is niet met wijzigingen te bereiken"
        raise ConvenantwerkError("CV908", reden=reden, tip=tip) from plaats


def _aangehecht(
    stuk: Element, oud: Convenant, nieuw: Convenant, derived: Besluitinhoud
) -> Afgeleid:
    """Return that the besluit is bound behind the first deel with a heading that it changes."""
    changed = {anker_van(one.oud or one.nieuw) for one in derived.wijzigingen}
    touched = {
        deel.anker
        for deel in (*oud.delen, *nieuw.delen)
        if changed & {element.anker for element in elementen([deel])}
    }
    delen = [deel for deel in oud.delen if deel.anker in touched] or list(oud.delen)
    deel = next((one for one in delen if one.niveau), delen[-1])
    return Afgeleid(Wijziging("aanhechten", in_=deel.anker), (stuk,), nieuw=NAAM)


def _benoemd(derived: Iterable[Afgeleid]) -> list[Afgeleid]:
    """Return wijzigingen whose texts have the names of what they hold: "artikel-8a.md"."""
    found: list[Afgeleid] = []
    taken: set[str] = set()
    for one in derived:
        if one.parts:
            base = slug((one.nieuw or one.oud).partition("-")[2] or "tekst")
            stem = slug(one.nieuw or one.oud)[-_NAAM:].strip("-") or base
            name = next(
                name
                for number in range(1, len(taken) + 2)
                if (name := f"{stem}{f'-{number}' if number > 1 else ''}.md") not in taken
            )
            taken.add(name)
            found.append(replace(one, wijziging=replace(one.wijziging, tekst=name)))
        else:
            found.append(one)
    return found


def _bestanden(gegevens: Addendumgegevens, derived: Iterable[Afgeleid]) -> dict[str, str]:
    texts = {one.wijziging.tekst: schrijf_fragment(one.parts) for one in derived if one.parts}
    return {_GEGEVENS: as_yaml(gegevens), **texts}


def _prove(files: dict[str, str], oud: Convenant, nieuw: Convenant) -> None:
    """Read the files as they will be written, apply them, and hold the outcome against the text.

    In the edition with addenda nothing may keep the paper from being bound.
    """
    gegevens, found = bind_text(Addendumgegevens, files[_GEGEVENS], _GEGEVENS)
    teksten: dict[str, tuple[Part, ...]] = {}
    for naam, text in files.items():
        if naam != _GEGEVENS:
            teksten[naam], problems = lees_fragment(text, f"addendum/{naam}")
            found += tuple(problem for problem in problems if problem.ernst == "fout")
    delen = oud.delen
    if gegevens is not None:
        addendum = Addendum("x", gegevens, teksten)
        delen, worked_in = pas_toe(oud.delen, addendum, "doorlopend")
        _, bound = pas_toe(oud.delen, addendum, "met-addenda")
        found += (*worked_in, *bound)
    if found or delen != nieuw.delen:
        reden = found[0].melding if found else "toegepast geeft het niet precies de nieuwe tekst"
        tip = "dit is een fout in convenantwerk; meld haar, met de twee edities erbij"
        raise ConvenantwerkError("CV908", reden=reden, tip=tip)
