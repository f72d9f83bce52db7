"""Runs the program as a user would: in this process, or in one of its own.

A process of its own takes a second, most of it to load what this one has loaded long since; so
only what nothing else can show is asked of it: encodings, hash seeds, locks between processes,
terminals, pipes that close.
"""

from __future__ import annotations

import gc
import locale
import logging
import os
import subprocess
import sys
from contextlib import ExitStack, chdir, contextmanager, nullcontext
from io import BytesIO, StringIO, TextIOWrapper
from typing import TYPE_CHECKING, NoReturn, TextIO
from unittest import mock

from convenantwerk.basis import journal
from convenantwerk.cli import invoer as vragen
from convenantwerk.cli.main import cli, main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

Uitkomst = subprocess.CompletedProcess[str]


def convenant(
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str | None] | None = None,
    invoer: str = "",
    venster: bool = False,
) -> Uitkomst:
    """Run the command in this process, and return what it printed and its exit code.

    Args:
        arguments: the words behind `convenant`.
        cwd: the folder to run it in.
        env: variables of the environment that differ; None for one that is not there.
        invoer: what is typed at it, a line for each question; nobody is there when empty.
        venster: whether it is typed in a terminal, in which the program asks what it needs.

    An error that would be a traceback for a user comes out as it is, and fails the test.
    """
    stdout, stderr = _stream(), _stream()
    stdin = _Venster(invoer) if venster else StringIO(invoer)
    with _alone(["convenant", *arguments], cwd, env or {}, (stdin, stdout, stderr)):
        try:
            main()
            code: object = 0
        except SystemExit as end:
            code = end.code
    returncode = code if isinstance(code, int) else int(code is not None)
    return subprocess.CompletedProcess(arguments, returncode, _text(stdout), _text(stderr))


def convenant_proces(
    *arguments: str | Path, cwd: Path, env: Mapping[str, str | None] | None = None
) -> Uitkomst:
    """Run the command in a process of its own, with these variables besides.

    A test reaches it by the fixture `proces`, which also marks it.
    """
    return subprocess.run(
        [*OPDRACHT, *arguments],
        cwd=cwd,
        env=_environment(env or {}),
        capture_output=True,
        text=True,
        check=False,
    )


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    changed = {**os.environ, **changes}
    return {name: value for name, value in changed.items() if value is not None}


OPDRACHT = (sys.executable, "-m", "convenantwerk")


class _Venster(StringIO):
    """What a terminal is to who reads from it."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def _stream() -> TextIOWrapper:
    """Return what a pipe is to a program: bytes at the other end, in the encoding of the system."""
    return TextIOWrapper(BytesIO(), encoding=locale.getencoding())


def _text(stream: TextIOWrapper) -> str:
    """Return what was written, as who reads a pipe as text gets it."""
    stream.flush()
    stream.seek(0)
    return TextIOWrapper(stream.detach(), encoding=stream.encoding).read()


@contextmanager
def _alone(
    argv: list[str],
    cwd: Path,
    env: Mapping[str, str | None],
    streams: tuple[TextIO, TextIO, TextIO],
) -> Iterator[None]:
    """Give a command a world of its own, and put everything back that it may change of ours."""
    with ExitStack() as stack:
        stack.enter_context(chdir(cwd))
        stack.enter_context(mock.patch.dict(os.environ, _environment(env), clear=True))
        stack.enter_context(mock.patch.object(sys, "argv", argv))
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            stack.enter_context(mock.patch.object(sys, name, stream))
        # A program that was started has no handler, and then what it logs goes to stderr.
        stack.enter_context(mock.patch.object(logging.root, "handlers", []))
        stack.enter_context(mock.patch.object(os, "_exit", _eindigt(os._exit)))
        # A question is asked on the streams above; those of this process are not a user's.
        stack.enter_context(mock.patch.object(vragen, "hoorbaar", nullcontext))
        stack.enter_context(mock.patch.dict(cli.context_settings))
        # It has recorded nothing yet.
        stack.enter_context(mock.patch.object(journal, "_gedaan", []))
        stack.callback(gc.set_threshold, *gc.get_threshold())
        yield


def _eindigt(echt: Callable[[int], NoReturn]) -> Callable[[int], NoReturn]:
    """Return how a command ends this process at once, which a test survives; a copy of it ends."""
    eigen = os.getpid()

    def exit_(code: int) -> NoReturn:
        if os.getpid() != eigen:
            echt(code)
        raise SystemExit(code)

    return exit_
