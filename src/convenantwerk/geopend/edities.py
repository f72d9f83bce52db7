"""Any edition by its name: a frozen version, a date, the sources, a revision, another dossier."""

from __future__ import annotations

import tempfile
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from convenantwerk.addenda.consolidatie import gekozen_editie
from convenantwerk.basis.datum import getypte_datum, lijkt_datum
from convenantwerk.basis.diagnostics import Diagnostic, bedoelde, onleesbaar_in
from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.basis.files import is_dossier, mapnaam, shown
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.git import checkout
from convenantwerk.versies.opslag import VERSIES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Dossier, Editie
    from convenantwerk.dossier.versie import Versie
    from convenantwerk.geopend.gelezen import Gelezen
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tekst.boom import Convenant

WERK = "werk"
GIT = "git:"


@waarde
class Gekozen:
    """An edition that was asked for by name, date, revision or folder.

    `datum` is the day of its text, None when that is not known; `sha256` the seal of a version;
    `editie` says how its addenda are in it; `gelezen` is what was read, for who asks more of it.
    """

    naam: str
    dossier: Dossier
    convenant: Convenant
    diagnostics: tuple[Diagnostic, ...]
    datum: date | None = None
    sha256: str = ""
    editie: Editie = "vanzelf"
    gelezen: Gelezen | None = field(default=None, compare=False, repr=False)


def kies(geopend: Geopend, asked: str, editie: Editie) -> Gekozen:
    """Return the edition that is asked for.

    Args:
        geopend: the dossier; its day is that for which "werk", a revision or another dossier is
            read.
        asked: the name of a version, a date (the text in force that day), "werk" (the sources as
            they are), "git:REV", or the folder of another dossier. A version's name goes first.
        editie: for all but a version, which is what it is.

    Returns:
        The edition; its findings may hold a CV0xx, and then its text is not whole.

    Raises:
        ConvenantwerkError: CV900 and CV904 to CV907, it is not there or cannot be trusted.
    """
    named = {versie.gegevens.naam: versie for versie in geopend.versies.versies}
    if asked in named:
        return _bevroren(geopend, named[asked])
    if asked == WERK:
        return _gelezen(geopend, WERK, editie)
    if asked.startswith(GIT):
        return _uit_git(geopend, asked, editie)
    dag = _dag(asked)
    if dag:
        return _gelezen(geopend, dag.isoformat(), editie, dag)
    folder = Path(asked)
    if asked and _is_dir(folder):
        if not is_dossier(folder):
            raise ConvenantwerkError("CV900", pad=shown(folder))
        return _gelezen(geopend.ander(folder, geopend.op), mapnaam(folder), editie)
    known = ", ".join(named) or "nog geen"
    anders = f"versies: {known}; of noem een datum, 'werk', git:REVISIE of een map"
    tip = _geen_dag(asked) or bedoelde(asked, named) or anders
    raise ConvenantwerkError("CV904", versie=asked, tip=tip)


def kies_samen(geopend: Geopend, namen: Sequence[str], editie: Editie) -> list[Gekozen]:
    """Return editions to compare, with the addenda in all of them in one way.

    Raises:
        OnleesbaarError: a file of one of them cannot be read, so text is missing.
        ConvenantwerkError: as `kies`.
    """
    gekozen = [geopend.editie(naam, editie) for naam in namen]
    if editie == "vanzelf":  # or what is worked in on one side is bound behind the other
        made = {one.editie for one in gekozen if not one.sha256}
        samen: Editie = "doorlopend" if "doorlopend" in made else "met-addenda"
        gekozen = [geopend.editie(naam, samen) for naam in namen]
    onleesbaar = [fout for one in gekozen for fout in onleesbaar_in(one.diagnostics)]
    if onleesbaar:
        raise OnleesbaarError(onleesbaar)
    return gekozen


def _dag(asked: str) -> date | None:
    try:
        return getypte_datum(asked)
    except ValueError:
        return None


def _geen_dag(asked: str) -> str:
    """Return why what looks like a date is none, "" when it does not look like one."""
    try:
        getypte_datum(asked)
    except ValueError as error:
        return str(error) if lijkt_datum(asked) else ""
    return ""


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that no disk can hold
        return False


def _bevroren(geopend: Geopend, versie: Versie) -> Gekozen:
    gegevens = versie.gegevens
    if not versie.gaaf:
        raise ConvenantwerkError("CV906", pad=versie.pad, versie=gegevens.naam)
    bevroren = geopend.ander(geopend.root / VERSIES / gegevens.naam, gegevens.datum)
    return replace(_gelezen(bevroren, gegevens.naam, "vanzelf"), sha256=gegevens.sha256)


def _uit_git(geopend: Geopend, asked: str, editie: Editie) -> Gekozen:
    with tempfile.TemporaryDirectory(prefix="convenant-") as temporary:
        # Under its own name: the folder's name is what a dossier is called.
        folder = Path(temporary) / (geopend.root.resolve().name or "dossier")
        folder.mkdir()
        commit = checkout(geopend.root, asked.removeprefix(GIT), folder)
        if not is_dossier(folder):
            reden = "in die revisie staat hier geen dossier"
            tip = "kies een revisie waarin convenant/convenant.yaml er al was"
            raise ConvenantwerkError("CV905", versie=asked, reden=reden, tip=tip)

        def there(text: str) -> str:
            """Return text in which a file is named as in the revision, not where it lies now."""
            return text.replace(f"{shown(folder)}/", f"{commit}:")

        try:
            gekozen = _gelezen(geopend.ander(folder, geopend.op), f"git-{commit}", editie)
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


def _gelezen(geopend: Geopend, naam: str, editie: Editie, dag: date | None = None) -> Gekozen:
    op = dag or geopend.op
    try:
        gelezen = geopend.tekst(editie, op)
    except OnleesbaarError as error:
        first = next(f for f in error.diagnostics if f.ernst == "fout")
        reden = first.melding
        raise ConvenantwerkError(
            "CV907", pad=str(first.position), versie=naam, reden=reden
        ) from error
    geldend = [a for a in gelezen.dossier.addenda if a.gegevens.ingangsdatum <= op]
    made = gekozen_editie(geldend, editie)
    dossier, found = gelezen.dossier, gelezen.diagnostics
    return Gekozen(naam, dossier, gelezen.convenant, found, op, editie=made, gelezen=gelezen)
