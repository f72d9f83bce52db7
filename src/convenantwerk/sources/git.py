"""The files of a folder as they were in a git revision; git itself is run, without a shell."""

from __future__ import annotations

import subprocess
import tarfile
from io import BytesIO
from typing import TYPE_CHECKING

from convenantwerk.errors import ConvenantwerkError

if TYPE_CHECKING:
    from pathlib import Path


def checkout(folder: Path, revision: str, to: Path) -> str:
    """Put the files that a folder had in a revision into another folder.

    Args:
        folder: a folder in a git repository.
        revision: what names a commit: a hash, a tag, a branch, "HEAD~3".
        to: an empty folder.

    Returns:
        The short hash of the commit.

    Raises:
        ConvenantwerkError: CV905, there is no git, no repository or no such revision.
    """
    asked = f"git:{revision}"
    commit = _git(
        folder,
        asked,
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        f"{revision}^{{commit}}",
    )
    name = commit.decode().strip()
    archive = _git(folder, asked, "archive", "--format=tar", name)
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        tar.extractall(to, filter="data")
    return name[:7]


def _git(folder: Path, asked: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # a fixed program; no argument is taken for an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607  # wherever git is installed
            capture_output=True,
            check=False,
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
    else:
        reden = "die revisie is er niet"
        tip = "'git log' toont de revisies; noem er één bij haar code, label of tak"
    raise ConvenantwerkError("CV905", versie=asked, reden=reden, tip=tip)
