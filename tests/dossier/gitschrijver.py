"""Writes git repositories by hand: what git itself would not write, and without starting it."""

import hashlib
import os
import stat
import subprocess
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.git import checkout

BESTAND, MAP, KOPPELING, SUBMODULE = "100644", "40000", "120000", "160000"
WIE = "proef <proef@voorbeeld.nl> 1764068400 +0000"
EERLIJK = "[core]\n\trepositoryformatversion = 0\n\tbare = false\n"


@dataclass(frozen=True)
class Schrijver:
    """A repository that is written object by object.

    Args:
        git: its folder, as .git is.
    """

    git: Path

    def object(self, soort: str, data: bytes) -> str:
        """Write an object and return its hash."""
        whole = b"%s %d\0%s" % (soort.encode(), len(data), data)
        code = hashlib.sha1(whole, usedforsecurity=False).hexdigest()
        file = self.git / "objects" / code[:2] / code[2:]
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_bytes(zlib.compress(whole, 1))
        return code

    def boom(self, *regels: tuple[str, str | bytes, str]) -> str:
        """Write a tree of: mode, name, hash."""
        rows = (
            b"%s %s\0%s" % (mode.encode(), os.fsencode(naam), bytes.fromhex(code))
            for mode, naam, code in regels
        )
        return self.object("tree", b"".join(rows))

    def bestanden(self, **inhoud: str) -> str:
        """Write a tree of files."""
        rows = ((BESTAND, n, self.object("blob", t.encode())) for n, t in sorted(inhoud.items()))
        return self.boom(*rows)

    def revisie(self, boom: str, *ouders: str, tak: str = "main") -> str:
        """Write a commit, to which a branch then leads."""
        parents = "".join(f"parent {ouder}\n" for ouder in ouders)
        text = f"tree {boom}\n{parents}author {WIE}\ncommitter {WIE}\n\nproef\n"
        code = self.object("commit", text.encode())
        ref = self.git / "refs/heads" / tak
        ref.parent.mkdir(exist_ok=True, parents=True)
        ref.write_text(f"{code}\n")
        return code


def begin(git: Path, config: str = EERLIJK) -> Schrijver:
    """Make an empty repository."""
    for folder in ("objects/info", "objects/pack", "refs/heads", "refs/tags"):
        (git / folder).mkdir(parents=True)
    (git / "HEAD").write_text("ref: refs/heads/main\n")
    (git / "config").write_text(config)
    return Schrijver(git)


def git(folder: Path, *arguments: str) -> str:
    """Run git itself, with the settings of nobody and a user of its own."""
    env = {naam: value for naam, value in os.environ.items() if not naam.startswith("GIT_")}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    user = ("-c", "user.name=proef", "-c", "user.email=proef@voorbeeld.nl")
    allowed = ("-c", "protocol.file.allow=always")
    done = subprocess.run(
        ["git", *user, *allowed, *arguments],
        cwd=folder,
        check=False,
        env=env,
        text=True,
        capture_output=True,
    )
    return done.stdout


@dataclass(frozen=True)
class Val:
    """A program that leaves a trace when it is run.

    Args:
        programma: it.
        spoor: the file that it makes.
    """

    programma: Path
    spoor: Path

    @property
    def liep(self) -> bool:
        """Whether it was run."""
        return self.spoor.exists()


def zet_val(folder: Path, naam: str = "val") -> Val:
    """Write the program into a folder."""
    val = Val(folder / naam, folder / f"{naam}.spoor")
    val.programma.write_text(f"#!/bin/sh\necho \"$0 $*\" >>'{val.spoor}'\ncat 2>/dev/null\n")
    val.programma.chmod(val.programma.stat().st_mode | stat.S_IXUSR)
    return val


def haal(folder: Path, tmp_path: Path, revisie: str = "HEAD") -> dict[str, str]:
    """Return the files of a revision."""
    to = Path(tempfile.mkdtemp(dir=tmp_path))
    checkout(folder, revisie, to)
    return {
        path.relative_to(to).as_posix(): path.read_text()
        for path in to.rglob("*")
        if not path.is_dir()
    }


def geweigerd(folder: Path, tmp_path: Path, revisie: str = "HEAD") -> str:
    """Return why a revision is not read."""
    with pytest.raises(ConvenantwerkError) as raised:
        haal(folder, tmp_path, revisie)
    assert raised.value.code == "CV905"
    return raised.value.velden["reden"]
