"""Where a hostile dossier stands: with, beside it, what must be left alone.

```text
<geval>/dossier/   a copy of the example, spoiled
        buiten/    canaries: what no command may read, change, or add to
        thuis/     the home of who gives the command; stays empty
        uit/ tmp/  where papers and temporary files may come
```
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import zlib
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
# What the canaries hold; found in anything a command makes, it was read.
GEHEIM = "KANARIE-geheim-7f3a"
# What hostile files hold that must never reach a paper; found in one, it was taken over.
KWAAD = "KWAAD-lading-7f3a"
SJABLONEN = ROOT / "templates"
TEKST = "convenant/deel-1/02-artikelen.md"
PARTNERS = "convenant/registers/partners.yaml"
GEBEURTENISSEN = "convenant/registers/gebeurtenissen.yaml"
INSTELLINGEN = "convenant/convenant.yaml"
FIGUUR = "convenant/deel-1/schema.png"
ADDENDUM = "addenda/2020-01-01-uitbreiding"
_WIE = ("-c", "user.name=V. Voorbeeld", "-c", "user.email=v@voorbeeld.example")


@dataclass(frozen=True, slots=True)
class Plek:
    """The folder of one case; `poort` is a port of this machine on which somebody listens."""

    wortel: Path
    poort: int = 0

    @property
    def dossier(self) -> Path:
        """The dossier to spoil."""
        return self.wortel / "dossier"

    @property
    def buiten(self) -> Path:
        """What lies beside it."""
        return self.wortel / "buiten"

    @property
    def uit(self) -> Path:
        """Where papers may come."""
        return self.wortel / "uit"

    @property
    def web(self) -> str:
        """An address that must not be asked for anything."""
        return f"http://127.0.0.1:{self.poort}/{KWAAD}"

    def schrijf(self, pad: str, inhoud: str | bytes) -> Path:
        """Write a file of the dossier."""
        path = self.dossier / pad
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
        return path

    def lees(self, pad: str) -> str:
        """Return the text of a file of the dossier."""
        return (self.dossier / pad).read_text("utf-8")

    def erbij(self, pad: str, inhoud: str) -> None:
        """Add to the end of a file of the dossier."""
        self.schrijf(pad, self.lees(pad) + inhoud)

    def vervang(self, pad: str, oud: str, nieuw: str) -> None:
        """Replace words in a file of the dossier, which must be there."""
        text = self.lees(pad)
        if oud not in text:
            raise ValueError(oud)
        self.schrijf(pad, text.replace(oud, nieuw, 1))

    def sjabloon(self, naam: str) -> str:
        """Return the text of a template of the program, to make a hostile one of."""
        return (SJABLONEN / naam).read_text("utf-8")

    def programma(self) -> Path:
        """Return a program that leaves a file outside when it is run."""
        path = self.buiten / "kwaad.sh"
        path.write_text(f"#!/bin/sh\ntouch '{self.buiten}/uitgevoerd'\ncat\n", "utf-8")
        path.chmod(0o755)
        return path

    def git(self, *woorden: str, invoer: bytes = b"") -> str:
        """Run git in the dossier, with nobody's settings, and return what it says."""
        env = {"PATH": os.environ["PATH"], "HOME": str(self.wortel), "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", *_WIE, *woorden],
            cwd=self.dossier,
            env=env,
            input=invoer,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def gitobject(self, soort: str, data: bytes) -> str:
        """Put an object into the repository that git itself might refuse, and return its name."""
        whole = f"{soort} {len(data)}\0".encode() + data
        name = sha1(whole, usedforsecurity=False).hexdigest()
        path = self.dossier / ".git" / "objects" / name[:2] / name[2:]
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_bytes(zlib.compress(whole, 1))
        return name

    def gitboom(self, *regels: tuple[str, bytes, str]) -> str:
        """Put a tree into the repository: (mode, name, object) for each of its entries."""
        rows = (f"{mode} ".encode() + name + b"\0" + bytes.fromhex(of) for mode, name, of in regels)
        return self.gitobject("tree", b"".join(rows))

    def githoofd(self, tree: str) -> None:
        """Make a commit of a tree, and let HEAD be it."""
        who = b"V. Voorbeeld <v@voorbeeld.example> 1700000000 +0000"
        text = f"tree {tree}\nauthor ".encode() + who + b"\ncommitter " + who + b"\n\nx\n"
        head = self.gitobject("commit", text)
        self.schrijf(".git/HEAD", head + "\n")


@dataclass(frozen=True, slots=True)
class Geval:
    """A hostile dossier.

    Args:
        naam: its name: the subject, a dash, and what is hostile.
        bederf: what spoils a copy of the example.
        opdrachten: the commands that touch what is hostile (`opdrachten`).
        noemt: what at least one of them must name: the file that is hostile.
        wortel: only root can make it.
        verandert: a command may change sources, for what is hostile is a change that is ready.
        onschuldig: what it holds may be printed: it is a text like any other.
    """

    naam: str
    bederf: Callable[[Plek], None]
    opdrachten: tuple[str, ...] = ("controleer", "bouw-md")
    noemt: str = ""
    wortel: bool = False
    verandert: bool = False
    onschuldig: bool = False


def maak_plek(wortel: Path, voorbeeld: Path, poort: int = 0) -> Plek:
    """Make the folder of a case, with a copy of the example that is not spoiled yet."""
    plek = Plek(wortel, poort)
    shutil.copytree(voorbeeld, plek.dossier)
    for folder in ("buiten", "thuis", "uit", "tmp"):
        (wortel / folder).mkdir()
    (plek.buiten / "geheim.md").write_text(f"# 4 Geheim\n\n{GEHEIM}\n", "utf-8")
    (plek.buiten / "geheim.txt").write_text(f"{GEHEIM}\n", "utf-8")
    (plek.buiten / "geheim.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><text>{GEHEIM}</text></svg>', "utf-8"
    )
    (plek.buiten / "geheim.png").write_bytes(kanarieplaat())
    return plek


def plaat(*stukken: tuple[bytes, bytes], breed: int = 1, hoog: int = 1) -> bytes:
    """Return a PNG of white, with these chunks (name, data) after the first."""
    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 0, 0, 0, 0)
    beeld = (b"IDAT", zlib.compress((b"\0" + b"\xff" * breed) * hoog))
    return pngbestand((b"IHDR", kop), *stukken, beeld)


def nullen(aantal: int) -> bytes:
    """Return so many millions of zeros as zlib packs them, without packing each of them."""
    million = bytes(1_000_000)
    packer = zlib.compressobj(9)
    first = packer.compress(million) + packer.flush(zlib.Z_FULL_FLUSH)
    rest = packer.compress(million) + packer.flush(zlib.Z_FULL_FLUSH)
    adler = 1
    for _ in range(aantal):
        adler = zlib.adler32(million, adler)
    return first + rest * (aantal - 1) + b"\x03\0" + struct.pack(">I", adler)


def reuzenplaat() -> bytes:
    """Return a small PNG that says it has 500 million pixels."""
    kop = struct.pack(">IIBBBBB", 25_000, 20_000, 8, 0, 0, 0, 0)
    return pngbestand((b"IHDR", kop), (b"IDAT", zlib.compress(bytes(100))))


def pngbestand(*stukken: tuple[bytes, bytes]) -> bytes:
    """Return a PNG of these chunks (name, data), and its end."""
    rows = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in (*stukken, (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(rows)


def kanarieplaat() -> bytes:
    """Return a picture that holds the secret."""
    return plaat((b"tEXt", b"Comment\0" + GEHEIM.encode()))
