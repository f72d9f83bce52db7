"""A copy of a dossier on which the commands of scripts/proef_papieren.py run, one after another.

Of each command is kept, in a folder with its number: every file that it made or changed, and
`opdracht.txt` with what it printed, its exit code and what it removed.
"""

from __future__ import annotations

import asyncio
import os
import pty
import re
import shlex
import shutil
import socket
import struct
import subprocess
import sys
import zipfile
import zlib
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from aiosmtpd.controller import Controller

from proefhandtekening import Wijze, maak_ca, teken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiosmtpd.smtp import SMTP, Envelope, Session

ROOT = Path(__file__).parents[2]
# What differs between one machine and another must not differ between their papers.
OMGEVING = {
    "PYTHONPATH": str(ROOT / "src"),
    "COLUMNS": "120",
    "NO_COLOR": "1",
    "LC_ALL": "C.UTF-8",
    "TZ": "Europe/Amsterdam",
}
# The only moments that cannot be chosen: when a message was sent, and recorded as sent.
_MOMENTEN = (
    (re.compile(rb"(?m)^Date: .*$"), b"Date: (nu)"),
    (re.compile(rb"datum: \d{4}-\d\d-\d\d(?=\n    soort: verzending)"), b"datum: (vandaag)"),
)


class Mislukt(Exception):  # noqa: N818  # as the program is in Dutch, so is this
    """A command did not end as the story says."""


class Dossier:
    """A dossier that is worked on.

    Args:
        root: the folder to make it in.
        uit: the folder for what its commands make.
    """

    def __init__(self, root: Path, uit: Path) -> None:
        root.mkdir()
        self.root = root
        self.stappen = 0
        self._uit = uit
        self._stand: dict[str, str] = {}

    # --- what lies there before a command

    def kopieer(self, bron: str, *delen: str, naar: str = "") -> None:
        """Copy parts of a dossier of this repository, to begin with."""
        for deel in delen:
            shutil.copytree(ROOT / bron / deel, self.root / naar / deel)

    def schrijf(self, pad: str, text: str) -> None:
        """Write a file by hand."""
        path = self.root / pad
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def vul_aan(self, pad: str, text: str) -> None:
        """Write at the end of a file, by hand."""
        self.schrijf(pad, (self.root / pad).read_text("utf-8") + text)

    def wijzig(self, pad: str, oud: str, nieuw: str) -> None:
        """Change words of a file that stand there once, by hand."""
        text = (self.root / pad).read_text("utf-8")
        if text.count(oud) != 1:
            raise Mislukt(f"{pad}: {oud!r} staat er {text.count(oud)} keer")
        self.schrijf(pad, text.replace(oud, nieuw))

    def verwijder(self, pad: str) -> None:
        """Remove a folder, by hand."""
        shutil.rmtree(self.root / pad)

    def git(self) -> None:
        """Put all there is in git, at a fixed moment."""
        wie = {"NAME": "Proef", "EMAIL": "proef@voorbeeld.example", "DATE": "2026-11-01T12:00:00Z"}
        extra = {f"GIT_{rol}_{k}": v for rol in ("AUTHOR", "COMMITTER") for k, v in wie.items()}
        for act in ("init -q", "add .", "commit -q -m Proef"):
            subprocess.run(
                ["git", "-c", "commit.gpgsign=false", *act.split()],
                cwd=self.root,
                env={**os.environ, **extra},
                check=True,
            )

    # --- commands

    def doe(
        self, opdracht: str, code: int = 0, *, antwoord: str = "", venster: bool = False
    ) -> None:
        """Run a command as a user would, and keep what it made.

        Args:
            opdracht: the command without "convenant", quoted as in a shell.
            code: how it must end.
            antwoord: what is typed.
            venster: it is typed in a terminal, so that the program asks its questions.

        Raises:
            Mislukt: it ended otherwise.
        """
        before = self._stand_nu()
        done = self._voer_uit(shlex.split(opdracht), antwoord.encode(), venster=venster)
        if done.returncode != code:
            said = (done.stdout + done.stderr).decode("utf-8", "replace")
            raise Mislukt(f"'{opdracht}' eindigde met {done.returncode}, niet {code}:\n{said}")
        self.stappen += 1
        self._bewaar(opdracht, before, done)

    def _voer_uit(
        self, woorden: list[str], antwoord: bytes, *, venster: bool
    ) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "convenantwerk", *woorden]
        env = {**os.environ, **OMGEVING}
        if not venster:
            return subprocess.run(
                command, cwd=self.root, env=env, input=antwoord, capture_output=True, check=False
            )
        mine, theirs = pty.openpty()
        try:
            os.write(mine, antwoord)
            return subprocess.run(
                command, cwd=self.root, env=env, stdin=theirs, capture_output=True, check=False
            )
        finally:
            os.close(mine)
            os.close(theirs)

    def _stand_nu(self) -> dict[str, str]:
        """Return the sha256 of every file of the dossier."""
        return {
            path.relative_to(self.root).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in self.root.rglob("*")
            if path.is_file() and ".git" not in path.parts
        }

    def _bewaar(
        self, opdracht: str, before: dict[str, str], done: subprocess.CompletedProcess[bytes]
    ) -> None:
        folder = self._uit / f"{self.stappen:02}-{shlex.split(opdracht)[0]}"
        after = self._stand_nu()
        made = [pad for pad, digest in after.items() if before.get(pad) != digest]
        for pad in made:
            path = folder / pad
            path.parent.mkdir(parents=True, exist_ok=True)
            data = (self.root / pad).read_bytes()
            path.write_bytes(
                self._zonder_moment(data)
                if pad.startswith(("post/", "convenant/registers/"))
                else data
            )
        weg = "".join(f"{pad}\n" for pad in sorted(before.keys() - after.keys()))
        parts = (
            f"$ convenant {opdracht}\nexit {done.returncode}\n--- stdout\n".encode(),
            done.stdout,
            b"--- stderr\n",
            done.stderr,
            f"--- weg\n{weg}".encode(),
        )
        folder.mkdir(parents=True, exist_ok=True)
        text = b"".join(parts)
        for path, naam in ((self.root, b"(dossier)"), (ROOT, b"(programma)")):
            text = text.replace(str(path).encode(), naam)
        (folder / "opdracht.txt").write_bytes(text)

    @staticmethod
    def _zonder_moment(data: bytes) -> bytes:
        for pattern, text in _MOMENTEN:
            data = pattern.sub(text, data)
        return data

    # --- what others do

    def maak_ca(self, *ondertekenaars: str) -> None:
        """Give signatories a certificate of an authority that the dossier trusts."""
        path = self.root / "convenant/registers/ondertekenaars.yaml"
        rows = yaml.safe_load(path.read_text("utf-8"))["ondertekenaars"]
        namen = {row["sleutel"]: row["naam"] for row in rows}
        maak_ca(self.root / "ca", [namen.get(s, s) for s in ondertekenaars], vast=True)
        self._nummers = {s: n for n, s in enumerate(ondertekenaars, start=1)}

    def teken(self, pdf: str, wie: str, uit: str, moment: str, veld: str = "") -> None:
        """Let a signatory sign a field of a PDF, with the certificate it was given."""
        p12 = self.root / f"ca/{self._nummers[wie]}.p12"
        wijze = Wijze(veld, datetime.fromisoformat(moment), vast=True)
        teken(self.root / pdf, p12, self.root / uit, wijze)

    def pak_uit(self, zip_: str, eind: str, uit: str) -> None:
        """Take out of a pack the one paper whose name ends so."""
        with zipfile.ZipFile(self.root / zip_) as archive:
            (naam,) = (n for n in archive.namelist() if n.endswith(eind))
            (self.root / uit).write_bytes(archive.read(naam))

    def scan(self, pad: str, breedte: int) -> None:
        """Lay down the scan of a sheet with a stroke on it, another one for each width."""

        def chunk(kind: bytes, data: bytes) -> bytes:
            crc = zlib.crc32(kind + data)
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

        header = struct.pack(">IIBBBBB", breedte, 20, 8, 0, 0, 0, 0)
        wit, streep = (b"\0" + kleur * breedte for kleur in (b"\xff", b"\x20"))
        rows = zlib.compress(wit * 9 + streep * 2 + wit * 9)
        parts = (chunk(b"IHDR", header), chunk(b"IDAT", rows), chunk(b"IEND", b""))
        (self.root / pad).write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))

    @contextmanager
    def postkantoor(self) -> Iterator[int]:
        """Run a mail server that lays what it takes in post/, and give its port."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port: int = listener.getsockname()[1]
        controller = Controller(_Brievenbus(self.root / "post"), hostname="127.0.0.1", port=port)
        controller.start()
        try:
            yield port
        finally:
            controller.stop()


class _Brievenbus:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def handle_DATA(  # noqa: N802  # the name that aiosmtpd asks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep a message as a file."""
        del server, session
        self._folder.mkdir(exist_ok=True)
        number = len(list(self._folder.iterdir())) + 1
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        (self._folder / f"{number}.eml").write_bytes(content)
        await asyncio.sleep(0)
        return "250 OK"
