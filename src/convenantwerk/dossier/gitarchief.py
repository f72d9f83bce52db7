"""Where the git repository of a folder is, and what of it may be used.

Git finds a repository by itself, and then does what its configuration says; and a repository can
lead to anywhere. So here it is found, and refused when it leads outside the folder it is of. Its
refs are copied into the repository that git is run in (`gitproces`), its objects are read in place.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from convenantwerk.basis.files import is_there, read_bytes
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gitproces import GEEN_ARCHIEF, MB, UITBREIDINGEN, GitWeigeringError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.dossier.gitproces import Git

_GIT = ".git"
_HEAD = "HEAD"
_NAAR = "gitdir:"  # what a file .git says
_REGEL = 8_192  # bytes of a file that holds a path, or one ref
_REFS = 20_000  # files of refs, and their bytes together
_REFGROOTTE = 50 * MB
# What all work trees of a repository share, and what each has of its own.
_GEDEELD = ("packed-refs", "shallow", "refs", "reftable")
_EIGEN = (_HEAD, "ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD", "refs")
_LOGBOEK = "logs"
_VEILIG = ("--type=path", "--get-all", "safe.directory")
_BUITEN = "het git-archief leidt met '{pad}' naar iets buiten de map van het dossier"
_KLOON = "maak met 'git clone' een gewone kopie van het git-archief, en werk daarin"


@waarde
class Gitarchief:
    """A repository.

    Args:
        top: the folder whose files it keeps.
        eigen: where it keeps what is of that folder alone: HEAD.
        gedeeld: where it keeps objects and refs; the same, unless `top` is a linked work tree.
    """

    top: Path
    eigen: Path
    gedeeld: Path


def zoek(folder: Path, git: Git) -> Gitarchief:
    """Return the repository that a folder is in.

    Only what is called .git counts: a bare repository that lies in a dossier is none of it.

    Args:
        folder: its real path.
        git: to read settings with.

    Raises:
        GitWeigeringError: there is none, it leads outside its folder, or it is of another user.
    """
    for top in (folder, *folder.parents):
        eigen = _eigen(top)
        if eigen is not None:
            archief = Gitarchief(top, eigen, _gedeeld(top, eigen, git))
            _van_ons(archief, git)
            return archief
    raise GitWeigeringError(*GEEN_ARCHIEF)


def leen(archief: Gitarchief, git: Git, *, logboek: bool) -> None:
    """Let git use the objects and refs of a repository.

    Args:
        archief: the repository.
        git: gets copies of the refs.
        logboek: and of what they were before.

    Raises:
        GitWeigeringError: it holds links, what is no file, or objects of another repository.
    """
    objects = archief.gedeeld / "objects"
    for _ in _bestanden(objects):
        pass
    borrowed = objects / "info/alternates"
    if is_there(borrowed) and _inhoud(borrowed).strip():
        reden = "het git-archief leent objecten van een ander"
        raise GitWeigeringError(reden, _KLOON)
    logs = (_LOGBOEK,) if logboek else ()
    copied = [0, 0]
    _kopieer(archief.gedeeld, (*_GEDEELD, *logs), git, copied)
    _kopieer(archief.eigen, (*_EIGEN, *logs), git, copied)
    found = _instellingen(git, archief.gedeeld)
    named = {key: found.get(f"extensions.{key}", "").lower() for key in UITBREIDINGEN}
    git.stel_in({k: value for k, value in named.items() if value in UITBREIDINGEN[k]}, objects)


def _eigen(top: Path) -> Path | None:
    """Return the repository that a folder has, None when it has none."""
    entry = top / _GIT
    if _gewoon(entry):
        found = _verwijst(top, entry)
        if found is None or not is_there(found / _HEAD):
            raise GitWeigeringError(f"'{_GIT}' leidt niet naar een git-archief", _KLOON)
        return found
    inside = entry.is_dir() and is_there(entry / _HEAD)
    return Path(os.path.realpath(entry)) if inside else None


def _gewoon(path: Path) -> bool:
    """Tell whether it is a file, and not a link to one."""
    return path.is_file() and not path.is_symlink()


def _verwijst(start: Path, file: Path) -> Path | None:
    """Return the real path that a file holds, from a folder on; None when there is no such file."""
    if not _gewoon(file) or file.stat().st_size > _REGEL:
        return None
    path = os.fsdecode(_inhoud(file)).removeprefix(_NAAR).strip("\r\n\t ")
    return Path(os.path.realpath(start / path)) if path and "\0" not in path else None


def _gedeeld(top: Path, eigen: Path, git: Git) -> Path:
    """Return where a repository keeps what all its work trees share.

    Raises:
        GitWeigeringError: it lies outside the folder it should be of, and does not say that it is.
    """
    inside = eigen.is_relative_to(top)
    if not inside and not _wijst_terug(eigen, top, git):
        raise GitWeigeringError(_BUITEN.format(pad=_GIT), _KLOON)
    gedeeld = _verwijst(eigen, eigen / "commondir") or eigen
    if not gedeeld.is_relative_to(top) and (inside or gedeeld not in (eigen, eigen.parents[1])):
        raise GitWeigeringError(_BUITEN.format(pad="commondir"), _KLOON)
    return gedeeld


def _wijst_terug(eigen: Path, top: Path, git: Git) -> bool:
    """Tell whether a repository elsewhere says that it is of a folder.

    That of a linked work tree does so in a file, that of a submodule in a setting. Whoever sends a
    dossier can write neither in a repository of somebody else; of no other file there is read.
    """
    if eigen.parent.name == "worktrees":
        return _verwijst(eigen, eigen / "gitdir") == top / _GIT
    if "modules" in eigen.parts:
        worktree = _instellingen(git, eigen).get("core.worktree", "")
        return bool(worktree) and os.path.realpath(eigen / worktree) == str(top)
    return False


def _van_ons(archief: Gitarchief, git: Git) -> None:
    """Refuse a repository of another user, as git does, unless the settings say it is safe."""
    if sys.platform == "win32":
        return
    ours = {os.geteuid()}
    if ours == {0}:  # as root by sudo one is still who one was
        ours.add(int(os.environ.get("SUDO_UID") or 0))
    if {path.stat().st_uid for path in (archief.top, archief.eigen, archief.gedeeld)} <= ours:
        return
    safe: list[str] = []
    for value in git.instellingen(*_VEILIG, van_gebruiker=True):
        safe = [*safe, value] if value else []
    if not any(_noemt(value, archief.top) for value in safe):
        reden = "git vertrouwt deze map niet, omdat zij van een andere gebruiker is"
        raise GitWeigeringError(reden, "laat de eigenaar van de map deze opdracht geven")


def _noemt(value: str, top: Path) -> bool:
    """Tell whether a setting names a folder: itself, by the one above it and a star, or as any."""
    if value.endswith("/*"):
        return top.is_relative_to(os.path.realpath(value.removesuffix("/*")))
    return value == "*" or os.path.realpath(value) == str(top)


def _instellingen(git: Git, folder: Path) -> dict[str, str]:
    """Return the settings of a repository, and of no file that it includes."""
    file = folder / "config"
    if not _gewoon(file) or file.stat().st_size > MB:
        return {}
    rows = git.instellingen("--file", str(file), "--no-includes", "--list")
    return {key: value for key, _, value in (row.partition("\n") for row in rows)}


def _bestanden(start: Path) -> Iterator[Path]:
    """Yield a file, or all files below a folder; nothing when there is nothing.

    Raises:
        GitWeigeringError: what is there is a link, or neither a file nor a folder.
    """
    with os.scandir(start.parent) as entries:
        waiting = [entry for entry in entries if entry.name == start.name]
    while waiting:
        entry = waiting.pop()
        if entry.is_dir(follow_symlinks=False):
            with os.scandir(entry) as entries:
                waiting += entries
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry)
        elif entry.is_symlink():
            raise GitWeigeringError(_BUITEN.format(pad=entry.name), _KLOON)
        else:
            reden = f"in het git-archief is '{entry.name}' geen gewoon bestand"
            raise GitWeigeringError(reden, _KLOON)


def _kopieer(source: Path, namen: tuple[str, ...], git: Git, copied: list[int]) -> None:
    """Copy files, and what is in folders; `copied` counts files and bytes."""
    for path in (path for naam in namen for path in _bestanden(source / naam)):
        copied[0] += 1
        copied[1] += path.stat().st_size
        if copied[0] > _REFS or copied[1] > _REFGROOTTE:
            raise GitWeigeringError("het git-archief heeft te veel takken en labels", _KLOON)
        git.bewaar(path.relative_to(source), _inhoud(path))


def _inhoud(file: Path) -> bytes:
    data, _ = read_bytes(file)
    if data is None:
        raise GitWeigeringError(f"in het git-archief is '{file.name}' niet te lezen", _KLOON)
    return data
