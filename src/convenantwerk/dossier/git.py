"""The files of a folder as they were in a git revision; git itself is run, without a shell."""

from __future__ import annotations

import os
import subprocess
import tarfile
from io import BytesIO
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError

if TYPE_CHECKING:
    from pathlib import Path

KORT = 7  # characters of a commit, as git itself shortens it
# What makes git look at another repository than that of the folder; a hook runs with them.
_ELDERS = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"),
    *("GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
)


def checkout(folder: Path, revision: str, to: Path) -> str:
    """Put the files that a folder had in a revision into another folder.

    Args:
        folder: a folder in a git repository.
        revision: what names a commit: a hash, a tag, a branch, "HEAD~3".
        to: an empty folder.

    Returns:
        The short hash of the commit; `to` stays empty when the folder held no files then.

    Raises:
        ConvenantwerkError: CV905, there is no git, no repository or no such revision, or the
            folder was not there yet or holds a link that leads out of it.
    """
    asked = f"git:{revision}"
    verify = ("rev-parse", "--verify", "--quiet", "--end-of-options")  # none is an option
    name = _git(folder, asked, *verify, f"{revision}^{{commit}}").decode().strip()
    # The folder as git knows it: "" when it is the whole repository.
    prefix = os.fsdecode(_git(folder, asked, "rev-parse", "--show-prefix")).removesuffix("\n")
    if prefix and not _git(folder, asked, "ls-tree", "--full-tree", name, "--", prefix):
        return name[:KORT]
    archive = _git(folder, asked, "archive", "--format=tar", name)
    try:
        with tarfile.open(fileobj=BytesIO(archive)) as tar:
            tar.extractall(to, filter="data")
    except tarfile.FilterError as error:
        reden = f"'{error.tarinfo.name}' is een koppeling naar iets buiten het dossier"
        tip = "haal de koppeling weg en leg dat vast, of kies een andere revisie"
        raise ConvenantwerkError("CV905", versie=asked, reden=reden, tip=tip) from error
    except tarfile.ReadError:  # how git gives a revision without files
        pass
    return name[:KORT]


def _git(folder: Path, asked: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # a fixed program; no argument is taken for an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607  # wherever git is installed
            capture_output=True,
            check=False,
            env=_environment(),
        )
    except OSError as error:
        reden, tip = "git is niet geïnstalleerd", "installeer git, of noem een versie of datum"
        raise ConvenantwerkError("CV905", versie=asked, reden=reden, tip=tip) from error
    if done.returncode == 0:
        return done.stdout
    if b"not a git repository" in done.stderr:
        reden = "het dossier staat niet in een git-archief"
        tip = "noem een versie, een datum of een map"
    elif b"dubious ownership" in done.stderr:
        reden = "git vertrouwt deze map niet, omdat zij van een andere gebruiker is"
        tip = "laat de eigenaar van de map deze opdracht geven"
    elif "--verify" in arguments:
        reden = "die revisie is er niet"
        tip = "'git log' toont de revisies; noem er één bij haar code, label of tak"
    else:
        reden = f"git meldt '{done.stderr.decode(errors='replace').strip()}'"
        tip = "controleer het git-archief met 'git fsck'"
    raise ConvenantwerkError("CV905", versie=asked, reden=reden, tip=tip)


def _environment() -> dict[str, str]:
    """Return an environment in which git looks at the folder it is told, and speaks English."""
    own = {name: value for name, value in os.environ.items() if name not in _ELDERS}
    return {**own, "LC_ALL": "C", "LANGUAGE": ""}
