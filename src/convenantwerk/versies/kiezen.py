"""`convenant versies`: the frozen versions; and the reading of any edition by its name."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import iso_date
from convenantwerk.basis.diagnostics import Diagnostic, bedoelde
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import DOSSIERBESTAND, shown
from convenantwerk.dossier.git import checkout
from convenantwerk.versies.gelezen import Gelezen, lees
from convenantwerk.versies.opslag import VERSIES, lees_versiemappen
from convenantwerk.versies.zegels import geoordeeld, op_volgorde

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from convenantwerk.dossier.dossier import Dossier, Editie
    from convenantwerk.dossier.versie import Versie
    from convenantwerk.tekst.boom import Convenant

WERK = "werk"
GIT = "git:"


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
    versies, found = lees_versiemappen(root)
    geoordeelde, bezwaren = geoordeeld(op_volgorde(versies))
    return geoordeelde, (*found, *bezwaren)


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
    versies, _ = lees_versies(root)
    named = {versie.gegevens.naam: versie for versie in versies}
    if asked in named:
        return _bevroren(root, named[asked])
    if asked == WERK:
        return _gelezen(root, WERK, op, editie)
    if asked.startswith(GIT):
        return _uit_git(root, asked, op, editie)
    try:
        return _gelezen(root, asked, iso_date(asked), editie)
    except ValueError:
        pass
    folder = Path(asked)
    if asked and _is_dir(folder):
        if not (folder / DOSSIERBESTAND).is_file():
            raise ConvenantwerkError("CV900", pad=shown(folder))
        return _gelezen(folder, folder.resolve().name, op, editie)
    known = ", ".join(named) or "nog geen"
    anders = f"versies: {known}; of noem een datum, 'werk', git:REVISIE of een map"
    tip = bedoelde(asked, named) or anders
    raise ConvenantwerkError("CV904", versie=asked, tip=tip)


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that no disk can hold
        return False


def _bevroren(root: Path, versie: Versie) -> Gekozen:
    gegevens = versie.gegevens
    if not versie.gaaf:
        raise ConvenantwerkError("CV906", pad=versie.pad, versie=gegevens.naam)
    gekozen = _gelezen(root / VERSIES / gegevens.naam, gegevens.naam, gegevens.datum, "met-addenda")
    return replace(gekozen, sha256=gegevens.sha256)


def _uit_git(root: Path, asked: str, op: date, editie: Editie) -> Gekozen:
    with tempfile.TemporaryDirectory(prefix="convenant-") as temporary:
        # Under its own name: the folder's name is what a dossier is called.
        folder = Path(temporary) / (root.resolve().name or "dossier")
        folder.mkdir()
        commit = checkout(root, asked.removeprefix(GIT), folder)
        if not (folder / DOSSIERBESTAND).is_file():
            reden = "in die revisie staat hier geen dossier"
            tip = "kies een revisie waarin convenant/convenant.yaml er al was"
            raise ConvenantwerkError("CV905", versie=asked, reden=reden, tip=tip)

        def there(text: str) -> str:
            """Return text in which a file is named as in the revision, not where it lies now."""
            return text.replace(f"{shown(folder)}/", f"{commit}:")

        try:
            gekozen = _gelezen(folder, f"git-{commit}", op, editie)
        except ConvenantwerkError as error:
            # CV907 is all it can be: the dossier was there.
            velden = {name: there(value) for name, value in error.velden.items()}
            raise ConvenantwerkError("CV907", pad=there(error.pad), regel=0, **velden) from error
        found = tuple(_elders(found, there) for found in gekozen.diagnostics)
        return replace(gekozen, diagnostics=found)


def _elders(found: Diagnostic, there: Callable[[str], str]) -> Diagnostic:
    """Return a finding with the names of files in it changed."""
    position = replace(found.position, path=there(found.position.path))
    return replace(found, position=position, melding=there(found.melding), tip=there(found.tip))


def _gelezen(root: Path, naam: str, op: date, editie: Editie) -> Gekozen:
    gelezen = lees(root, op, editie)
    if isinstance(gelezen, Gelezen):
        return Gekozen(naam, gelezen.dossier, gelezen.convenant, gelezen.diagnostics, op)
    first = next(f for f in gelezen if f.ernst == "fout")
    raise ConvenantwerkError("CV907", pad=str(first.position), versie=naam, reden=first.melding)
