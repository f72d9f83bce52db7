"""`convenant addendum afleiden`: the addendum and besluit that make one edition of another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.afleiden import leid_af
from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.addenda.wijzigingen import pas_toe
from convenantwerk.addenda.zinnen import zinnen
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.basis.stage import Stage, commit
from convenantwerk.basis.yaml import bind_text
from convenantwerk.basis.yaml_schrijven import as_yaml
from convenantwerk.dossier.dossier import Addendum, Addendumgegevens, Tegen
from convenantwerk.geopend.edities import kies_samen
from convenantwerk.papier.formaten.tabel import formaten
from convenantwerk.renvooi.kant import Kant
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.renvooi.wijzigingsbesluit import maak_wijzigingsbesluit
from convenantwerk.tekst.adressen import slug
from convenantwerk.tekst.lezen import lees_fragment
from convenantwerk.tekst.schrijven import schrijf_fragment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from convenantwerk.addenda.afleider import Afgeleid
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.edities import Gekozen
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.boom import Convenant

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
    zinnen: tuple[str, ...] = ()


def afleiden(geopend: Geopend, uit: Path, opdracht: Afleidopdracht) -> Afleiding:
    """Derive an addendum, prove it, and write it with its besluit: all of it or nothing.

    Raises:
        OnleesbaarError: an edition cannot be read whole.
        ConvenantwerkError: an edition that is not there, a folder that cannot be written; CV908
            when the folder of the addendum is there already, or no addendum can do it.
    """
    left, right = kies_samen(geopend, (opdracht.oud, opdracht.nieuw), opdracht.editie)
    oud, nieuw = (_tekst(version, geopend.op) for version in (left, right))
    derived = _benoemd(_leid_af(oud, nieuw))
    if not derived:
        return Afleiding()
    ingang = opdracht.ingangsdatum or right.datum or geopend.op
    folder = geopend.root / "addenda" / f"{ingang.isoformat()}-{slug(opdracht.naam)}"
    if folder.exists():
        tip = "kies een andere naam met --naam; een addendum wordt nooit overschreven"
        raise ConvenantwerkError("CV908", reden=f"{shown(folder)} is er al", tip=tip)
    gegevens = Addendumgegevens(
        titel=opdracht.titel or f"Wijziging van {voluit(ingang)}",
        besluit=opdracht.besluit or "[het besluit]",
        ingangsdatum=ingang,
        wijzigingen=tuple(one.wijziging for one in derived),
        tegen=Tegen(left.naam, left.sha256) if left.sha256 else None,
    )
    files = _bestanden(gegevens, derived)
    _prove(files, oud, nieuw)
    teksten = {one.wijziging.tekst: one.parts for one in derived if one.parts}
    sentences = zinnen(oud.delen, gegevens.wijzigingen, teksten)
    document = maak_wijzigingsbesluit(
        sentences,
        Kant(left.naam, left.dossier, oud),
        Kant(right.naam, right.dossier, nieuw),
        geopend.op,
        titel=gegevens.titel,
        ingangsdatum=opdracht.ingangsdatum,
    )
    made = geopend.maak([document], formaten(document.zonder))
    besluit = uit / folder.name
    with Stage(besluit) as papieren, Stage(folder) as bron:
        for bestand in made:
            papieren.add(bestand.pad, bestand.data)
        for naam, text in files.items():
            bron.add(naam, text.encode())
        commit(papieren, bron)
    return Afleiding(
        shown(folder),
        shown(besluit),
        (*files, *(bestand.pad for bestand in made)),
        tuple(sentence.tekst for sentence in sentences),
    )


def _tekst(gekozen: Gekozen, op: date) -> Convenant:
    """Return the text of an edition with its invulvelden open: filling in is no amendment."""
    return tekst_op(gekozen.dossier, gekozen.datum or op, gekozen.editie).convenant


def _leid_af(oud: Convenant, nieuw: Convenant) -> tuple[Afgeleid, ...]:
    try:
        return leid_af(oud, nieuw, vergelijk(oud, nieuw).delen)
    except ValueError as plaats:
        tip = "controleer of elke kop een eigen anker heeft; 'convenant controleer' zegt het"
        reden = f"'{plaats}' is niet met wijzigingen te bereiken"
        raise ConvenantwerkError("CV908", reden=reden, tip=tip) from plaats


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
    """Read the files as they will be written, apply them, and hold the outcome against the text."""
    gegevens, found = bind_text(Addendumgegevens, files[_GEGEVENS], _GEGEVENS)
    teksten: dict[str, tuple[Part, ...]] = {}
    for naam, text in files.items():
        if naam != _GEGEVENS:
            teksten[naam], problems = lees_fragment(text, f"addendum/{naam}")
            found += tuple(problem for problem in problems if problem.ernst == "fout")
    delen = oud.delen
    if gegevens is not None:
        delen, problems_found = pas_toe(oud.delen, Addendum("x", gegevens, teksten), "doorlopend")
        found += tuple(problems_found)
    if found or delen != nieuw.delen:
        reden = found[0].melding if found else "toegepast geeft het niet precies de nieuwe tekst"
        tip = "dit is een fout in convenantwerk; meld haar, met de twee edities erbij"
        raise ConvenantwerkError("CV908", reden=reden, tip=tip)
