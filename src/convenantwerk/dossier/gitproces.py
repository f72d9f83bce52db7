"""Runs git where nothing but our own settings count, with a limit on time and memory.

Git reads the configuration of a repository before it does anything, and many keys of it start a
program. So git is run in a repository of our own, which is empty, and is told only where to find
objects. It then knows no configuration, attributes, hooks, index or work tree but ours.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from threading import Timer
from time import monotonic
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MB = 1_000_000
SECONDEN = 15  # for all that is asked of git together
_ANTWOORD = 100_000  # bytes of an answer that is one line
_KLACHT = 2_000  # bytes of what git says when it fails
# No object and no base of one may take more memory: half as much again as all files of a dossier.
_GEHEUGEN = 150 * MB
_INSTELLINGEN = """\
[core]
	repositoryformatversion = {versie}
	bare = true
	commitGraph = false
	multiPackIndex = false
	bigFileThreshold = 1m
	deltaBaseCacheLimit = 16m
	packedGitWindowSize = 1m
	packedGitLimit = 64m
"""
GEEN_ARCHIEF = (
    "het dossier staat niet in een git-archief",
    "noem een versie, een datum of een map",
)
# What a repository may be like, besides how it began; git must know it to read its objects.
UITBREIDINGEN = {"objectformat": ("sha1", "sha256"), "refstorage": ("files", "reftable")}


class GitWeigeringError(Exception):
    """Git, or a repository, does not give what was asked; in Dutch, with a tip."""

    def __init__(self, reden: str, tip: str) -> None:
        super().__init__(reden)
        self.reden = reden
        self.tip = tip


class GitFoutError(GitWeigeringError):
    """Git fails and says why; what that means depends on what it was asked."""

    def __init__(self, said: str) -> None:
        super().__init__(f"git meldt '{said}'", "controleer het git-archief met 'git fsck'")
        self.said = said


class Git:
    """Asks git things.

    Args:
        own: an empty folder, which becomes the repository that git is run in.
    """

    def __init__(self, own: Path) -> None:
        self.own = own
        self._einde = monotonic() + SECONDEN
        self._programma = _programma()
        self._objecten = own / "objects"
        for folder in ("objects", "refs", "tussen"):
            (own / folder).mkdir()
        (own / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
        self.stel_in({})

    def stel_in(self, uitbreidingen: dict[str, str], objecten: Path | None = None) -> None:
        """Say what the repository is like that the objects are of, and where they are."""
        settings = _INSTELLINGEN.format(versie=1 if uitbreidingen else 0)
        rows = "".join(f"\t{key} = {value}\n" for key, value in uitbreidingen.items())
        (self.own / "config").write_text(f"{settings}[extensions]\n{rows}", encoding="utf-8")
        self._objecten = objecten or self._objecten

    def bewaar(self, naam: Path, data: bytes) -> None:
        """Keep a file in the repository that git is run in."""
        file = self.own / naam
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def naam(self, wat: str) -> str:
        """Return the hash of what is meant, "" when git finds nothing and has nothing to say."""
        verify = ("rev-parse", "--verify", "--quiet", "--end-of-options")  # none is an option
        try:
            return self.vraag(*verify, wat).decode().strip()
        except GitFoutError as error:
            if error.said:
                raise
            return ""

    def instellingen(self, *asked: str, van_gebruiker: bool = False) -> list[str]:
        """Return the settings that are asked for: of the user, or of the one file that is named."""
        try:
            found = self.vraag("config", "-z", *asked, van_gebruiker=van_gebruiker)
        except GitFoutError:  # so says git when there are none
            return []
        return os.fsdecode(found).split("\0")[:-1]

    def vraag(
        self,
        *arguments: str,
        invoer: bytes = b"",
        hoogstens: int = _ANTWOORD,
        van_gebruiker: bool = False,
    ) -> bytes:
        """Return what git answers.

        Args:
            arguments: a command that reads.
            invoer: what it is given to read.
            hoogstens: the bytes that an answer may have.
            van_gebruiker: the settings of who runs this count too.

        Raises:
            GitWeigeringError: git fails, or takes too much.
        """
        asked = self.own / "tussen/vraag"
        asked.write_bytes(invoer)
        with asked.open("rb") as stdin, (self.own / "tussen/klacht").open("w+b") as stderr:
            data, code = self._antwoord(
                arguments, stdin, stderr, hoogstens=hoogstens, van_gebruiker=van_gebruiker
            )
            stderr.seek(0)
            said = stderr.read(_KLACHT).decode(errors="replace").strip()
        if len(data) > hoogstens or monotonic() > self._einde:
            reden = "git geeft te veel, of is er te lang mee bezig"
            raise GitWeigeringError(reden, "zet het dossier in een kleiner git-archief")
        if code:
            raise _weigering(said)
        return data

    def _antwoord(
        self,
        arguments: Sequence[str],
        vraag: IO[bytes],
        klacht: IO[bytes],
        *,
        hoogstens: int,
        van_gebruiker: bool,
    ) -> tuple[bytes, int]:
        with subprocess.Popen(  # noqa: S603  git, in a folder of ours; nothing is an option
            [self._programma, *arguments],
            cwd=self.own,
            env=self._omgeving(van_gebruiker=van_gebruiker),
            stdin=vraag,
            stdout=subprocess.PIPE,
            stderr=klacht,
        ) as process:
            timer = Timer(max(0, self._einde - monotonic()), process.kill)
            timer.start()
            try:
                data = process.stdout.read(hoogstens + 1) if process.stdout else b""
                if len(data) > hoogstens:
                    process.kill()
                return data, process.wait()
            finally:
                timer.cancel()

    def _omgeving(self, *, van_gebruiker: bool) -> dict[str, str]:
        """Return an environment in which only our settings count, and git speaks English."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        if not van_gebruiker:
            # The first two are for git before 2.32.
            here = str(self.own / "tussen")
            own |= {"HOME": here, "XDG_CONFIG_HOME": here, "GIT_CONFIG_NOSYSTEM": "1"}
            own |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        return {
            **own,
            "GIT_DIR": str(self.own),
            "GIT_OBJECT_DIRECTORY": str(self._objecten),
            "GIT_ALLOC_LIMIT": str(_GEHEUGEN),
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "LC_ALL": "C",
            "LANGUAGE": "",
        }


def _programma() -> str:
    """Return where git is installed; never in the folder that one happens to be in."""
    naam = "git.exe" if os.name == "nt" else "git"
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and os.access(folder / naam, os.X_OK):
            return str(folder / naam)
    tip = "installeer git, of noem een versie of datum"
    raise GitWeigeringError("git is niet geïnstalleerd", tip)


def _weigering(said: str) -> GitWeigeringError:
    """Return what it means that git failed."""
    if "not a git repository" in said:
        return GitWeigeringError(*GEEN_ARCHIEF)
    if "unknown repository extension" in said or "Expected git repo version" in said:
        return GitWeigeringError(
            "dit git is te oud voor het git-archief", "installeer een nieuwer git"
        )
    return GitFoutError(said)
