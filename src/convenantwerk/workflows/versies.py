"""`convenant vaststellen` and `convenant versies`; and the reading of any edition by its name."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from convenantwerk.errors import ConvenantwerkError
from convenantwerk.model.codes import CODES
from convenantwerk.model.datum import iso_date
from convenantwerk.model.diagnostics import Diagnostic, Position, bedoelde, has_fout
from convenantwerk.model.versie import Versie, Versiegegevens
from convenantwerk.operations.consolidatie import check_tegen, tekst_op
from convenantwerk.operations.zegels import (
    check_bestanden,
    check_keten,
    op_volgorde,
    verzegeld,
    zegels,
)
from convenantwerk.sources.files import DOSSIERBESTAND, shown, write_all
from convenantwerk.sources.git import checkout
from convenantwerk.sources.versies import (
    GEGEVENS,
    VERSIES,
    bevroren,
    load_versies,
    write_gegevens,
)
from convenantwerk.workflows.lezen import Gelezen, lees

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from convenantwerk.model.dossier import Addendum, Dossier, Editie
    from convenantwerk.model.tekst import Convenant

_NAAM = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
WERK = "werk"
GIT = "git:"


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What is to be adopted: the text in force on `datum`, under a name, by a besluit."""

    naam: str
    besluit: str
    datum: date
    editie: Editie = "met-addenda"
    ondanks_fouten: bool = False


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """The outcome: the findings, and the version, None when it was refused."""

    diagnostics: tuple[Diagnostic, ...]
    versie: Versie | None = None


@dataclass(frozen=True, slots=True)
class Gekozen:
    """An edition that was asked for by name, date, revision or folder.

    `datum` is the day of its text, None when that is not known; `sha256` the seal of a version.
    """

    naam: str
    dossier: Dossier
    convenant: Convenant
    diagnostics: tuple[Diagnostic, ...]
    datum: date | None = None
    sha256: str = ""


def lees_versies(root: Path) -> tuple[list[Versie], tuple[Diagnostic, ...]]:
    """Return the versions of a dossier in the order of their chain, and what is wrong with them."""
    versies, found = load_versies(root, check_bestanden)
    ordered = op_volgorde(versies)
    return ordered, (*found, *check_keten([versie.gegevens for versie in ordered]))


def check_versies(root: Path, addenda: Iterable[Addendum]) -> list[Diagnostic]:
    """Return what is wrong with the versions, and the addenda written against another text."""
    versies, found = lees_versies(root)
    known = {versie.gegevens.naam: versie.gegevens.sha256 for versie in versies}
    return [*found, *(f for addendum in addenda for f in check_tegen(addendum, known))]


# --- adopting a version --------------------------------------------------------------------


def vaststellen(root: Path, opdracht: Opdracht) -> Vaststelling:
    """Freeze the text in force on a day; everything is written or nothing.

    Raises:
        ConvenantwerkError: CV901, it cannot be written.
    """
    gelezen = lees(root, opdracht.datum, opdracht.editie)
    if isinstance(gelezen, tuple):
        return Vaststelling(gelezen)
    versies, found = lees_versies(root)
    fouten = [f for f in gelezen.diagnostics if f.ernst == "fout" and f not in found]
    bezwaar = _bezwaar(opdracht, versies, found, fouten)
    if bezwaar:
        return Vaststelling((*gelezen.diagnostics, bezwaar))
    convenant = tekst_op(gelezen.dossier, opdracht.datum, opdracht.editie).convenant
    try:
        bestanden = bevroren(gelezen.dossier, convenant)
    except ValueError as deel:
        tip = "meld dit met het dossier erbij: de tekst is niet zo te bewaren als zij is gelezen"
        return Vaststelling((_weigering(opdracht, f"'{deel}' verandert bij het bewaren", tip),))
    vorige = versies[-1].gegevens if versies else None
    gegevens = verzegeld(
        Versiegegevens(
            naam=opdracht.naam,
            besluit=opdracht.besluit,
            datum=opdracht.datum,
            editie=convenant.editie,
            bestanden=zegels(bestanden),
            sha256="",
            vorige=vorige.naam if vorige else "",
            vorige_sha256=vorige.sha256 if vorige else "",
            open_fouten=str(len(fouten)) if fouten else "",
        )
    )
    folder = root / VERSIES / opdracht.naam
    write_all(folder, {**bestanden, GEGEVENS: write_gegevens(gegevens)})
    return Vaststelling(gelezen.diagnostics, Versie(gegevens, shown(folder), gaaf=True))


def _bezwaar(
    opdracht: Opdracht,
    versies: list[Versie],
    found: tuple[Diagnostic, ...],
    fouten: list[Diagnostic],
) -> Diagnostic | None:
    """Return why a text cannot be adopted, None when it can."""
    names = [versie.gegevens.naam for versie in versies]
    if not _NAAM.fullmatch(opdracht.naam) or opdracht.naam == WERK:
        tip = "gebruik kleine letters, cijfers, punten en streepjes: 2027, 2027-01-01"
        return _weigering(opdracht, "dat is geen naam voor een map", tip)
    if opdracht.naam in names:
        return _weigering(
            opdracht, "die versie is er al", "een vastgestelde tekst verandert niet; kies een naam"
        )
    if has_fout(found):
        tip = "herstel eerst de versies die er zijn; 'convenant controleer' noemt wat eraan schort"
        return _weigering(opdracht, "een eerdere versie is niet meer gaaf", tip)
    if versies and opdracht.datum < versies[-1].gegevens.datum:
        tip = f"versie '{names[-1]}' is van {versies[-1].gegevens.datum.isoformat()}"
        return _weigering(opdracht, "er is al een versie van een latere dag", tip)
    if any(f.code.startswith("CV0") for f in fouten):
        tip = "verbeter eerst de fouten hierboven"
        return _weigering(opdracht, "niet alle bestanden zijn te lezen", tip)
    if fouten and not opdracht.ondanks_fouten:
        tip = "verbeter ze; is deze tekst werkelijk zo vastgesteld, gebruik dan --ondanks-fouten"
        return _weigering(opdracht, f"er staan nog fouten open ({len(fouten)})", tip)
    return None


def _weigering(opdracht: Opdracht, reden: str, tip: str) -> Diagnostic:
    return CODES["CV033"].at(Position(""), naam=opdracht.naam, reden=reden, tip=tip)


# --- any edition by its name ---------------------------------------------------------------


def lees_versie(root: Path, asked: str, op: date, editie: Editie) -> Gekozen:
    """Return the edition that is asked for.

    Args:
        root: the folder of the dossier.
        asked: the name of a version, a date (the text in force that day), "werk" (the sources as
            they are), "git:REV", or the folder of another dossier. A version's name goes first.
        op: the day for which "werk", a revision or another dossier is read.
        editie: for all but a version, which is what it is.

    Returns:
        The edition; its findings may hold a CV0xx, and then its text is not whole.

    Raises:
        ConvenantwerkError: CV900 and CV904 to CV906, it is not there or cannot be trusted.
    """
    versies, found = lees_versies(root)
    named = {versie.gegevens.naam: versie for versie in versies}
    if asked in named:
        return _bevroren(root, named[asked], found)
    if asked == WERK:
        return _gelezen(root, WERK, op, editie)
    if asked.startswith(GIT):
        return _uit_git(root, asked, op, editie)
    try:
        return _gelezen(root, asked, iso_date(asked), editie)
    except ValueError:
        pass
    folder = Path(asked)
    if folder.is_dir():
        if not (folder / DOSSIERBESTAND).is_file():
            raise ConvenantwerkError("CV900", pad=shown(folder))
        return _gelezen(folder, folder.resolve().name, op, editie)
    known = ", ".join(named) or "nog geen"
    tip = bedoelde(asked, named) or f"versies: {known}; of een datum, werk, git:REVISIE, een map"
    raise ConvenantwerkError("CV904", versie=asked, tip=tip)


def _bevroren(root: Path, versie: Versie, found: tuple[Diagnostic, ...]) -> Gekozen:
    gegevens = versie.gegevens
    broken = any(f.code == "CV032" and f.position == gegevens.position for f in found)
    if not versie.gaaf or broken:
        raise ConvenantwerkError("CV906", pad=versie.pad, versie=gegevens.naam)
    gekozen = _gelezen(root / VERSIES / gegevens.naam, gegevens.naam, gegevens.datum, "met-addenda")
    return replace(gekozen, sha256=gegevens.sha256)


def _uit_git(root: Path, asked: str, op: date, editie: Editie) -> Gekozen:
    with tempfile.TemporaryDirectory(prefix="convenant-") as temporary:
        folder = Path(temporary)
        commit = checkout(root, asked.removeprefix(GIT), folder)
        if not (folder / DOSSIERBESTAND).is_file():
            reden = "in die revisie staat hier geen dossier"
            tip = "kies een revisie waarin convenant/convenant.yaml er al was"
            raise ConvenantwerkError("CV905", versie=asked, reden=reden, tip=tip)
        gekozen = _gelezen(folder, f"git-{commit}", op, editie)
        found = tuple(_in_revisie(f, shown(folder), commit) for f in gekozen.diagnostics)
        return replace(gekozen, diagnostics=found)


def _in_revisie(found: Diagnostic, folder: str, commit: str) -> Diagnostic:
    """Return a finding with its path as it is in the revision, not where that was unpacked."""
    path = found.position.path.removeprefix(folder).lstrip("/")
    return replace(found, position=replace(found.position, path=f"{commit}:{path}"))


def _gelezen(root: Path, naam: str, op: date, editie: Editie) -> Gekozen:
    gelezen = lees(root, op, editie)
    if isinstance(gelezen, Gelezen):
        return Gekozen(naam, gelezen.dossier, gelezen.convenant, gelezen.diagnostics, op)
    first = next(f for f in gelezen if f.ernst == "fout")
    raise ConvenantwerkError("CV907", pad=str(first.position), versie=naam, reden=first.melding)
