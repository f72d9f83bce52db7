"""The watcher of hostile dossiers: a check that cannot fail would be a defect."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from tests.vijandig.gevallen import GEVALLEN, LANG
from tests.vijandig.koppelingen import koppel
from tests.vijandig.plek import GEHEIM, TEKST, Geval
from tests.vijandig.proef import START, Regels, proef
from tests.voorbeelden import KLEIN

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.proces

# Everything that a command must never do, and what the watcher must say of it.
_ONVEILIG = """
import os, pathlib, socket, subprocess, sys
buiten = pathlib.Path("../buiten").resolve()
tekst = pathlib.Path("convenant/deel-1/02-artikelen.md")
if tekst.is_symlink():
    pathlib.Path("../uit/stuk.md").write_text(tekst.read_text())
os.close(os.open("geheim.txt", os.O_RDONLY, dir_fd=os.open("../buiten", os.O_RDONLY)))
os.rename(buiten / "geheim.md", buiten / "anders.md")
(buiten / "nieuw").write_text("x")
os.remove("convenant/convenant.yaml")
subprocess.run(["touch", "../buiten/uitgevoerd"])
subprocess.run([sys.executable, "-c", "open('../buiten/geheim.svg')"])
socket.socket().connect_ex(("127.0.0.1", 9))
print("the file could not be found")
sys.exit(70)
"""
_VERWACHT = (
    *(
        "lezen: {buiten}/02-artikelen.md",
        "lezen: {buiten}/geheim.txt",
        "lezen: {buiten}/geheim.svg",
    ),
    *("schrijven: {buiten}/nieuw", "schrijven: {buiten}/anders.md"),
    *("start: touch ../buiten/uitgevoerd", "net: socket", "net: (('127.0.0.1', 9),)"),
    *("buiten veranderd: buiten/uitgevoerd", "buiten veranderd: buiten/geheim.md"),
    *("bron veranderd: 'convenant/convenant.yaml'", "geheim in stuk.md"),
    *("exit 70", "Engels: the file could not be found", "noemt '02-artikelen.md' niet"),
)


def _regels(folder: Path, *start: str, seconden: float = 20) -> Regels:
    (folder / "werk").mkdir()
    return Regels(folder / "werk", KLEIN, seconden, start=start or START)


def test_what_a_command_must_not_do_is_reported(tmp_path: Path) -> None:
    """Each unsafe act of a program has its line, also what a process that it starts does."""
    program = tmp_path / "onveilig.py"
    program.write_text(_ONVEILIG, "utf-8")
    geval = Geval("onveilig", partial(koppel, TEKST), noemt="02-artikelen.md")
    (loop,) = proef(geval, ("controleer",), _regels(tmp_path, sys.executable, str(program)))
    buiten = tmp_path / "werk/onveilig/buiten"
    said = "\n".join(loop.overtredingen)
    missing = [line for line in _VERWACHT if line.format(buiten=buiten) not in said]
    assert not missing, said


def test_what_takes_too_long_is_ended_and_reported(tmp_path: Path) -> None:
    """A command that waits for ever is killed when its time is over."""
    program = ("-c", "import time; time.sleep(60)")
    regels = _regels(tmp_path, sys.executable, *program, seconden=0.3)
    (loop,) = proef(Geval("traag", _niets), ("controleer",), regels)
    assert loop.overtredingen == ("exit -9", "duurde 1 s")
    assert not loop.alleen_laat


def test_what_ends_by_itself_but_late_is_told_apart(tmp_path: Path) -> None:
    """It is a breach as well, and one that a busy machine can make."""
    program = ("-c", "import time; time.sleep(0.6)")
    regels = _regels(tmp_path, *START[:1], *program, seconden=0.5)
    (loop,) = proef(Geval("laat", _niets), ("controleer",), regels)
    assert loop.overtredingen == ("duurde 1 s",)
    assert loop.alleen_laat


def test_a_process_that_is_not_watched_is_reported(tmp_path: Path) -> None:
    """Python that leaves out what watches it does not pass for one that did nothing."""
    regels = _regels(tmp_path, sys.executable, "-I", "-c", "")
    (loop,) = proef(Geval("stil", _niets), ("controleer",), regels)
    assert loop.overtredingen == ("niet bewaakt: controleer",)


def test_a_worker_that_is_not_watched_is_reported(tmp_path: Path) -> None:
    """Nor does a process that a watched one starts."""
    code = "import subprocess, sys; subprocess.run([sys.executable, '-I', '-c', ''])"
    regels = _regels(tmp_path, sys.executable, "-c", code)
    (loop,) = proef(Geval("werker", _niets), ("controleer",), regels)
    assert loop.overtredingen == ("niet bewaakt: een werker",)


def test_the_example_itself_breaches_nothing(tmp_path: Path) -> None:
    """A dossier that is not hostile goes through a command without a word of the watcher."""
    (loop,) = proef(Geval("gewoon", _niets), ("controleer",), _regels(tmp_path))
    assert loop.overtredingen == ()
    assert GEHEIM not in loop.tekst


def test_there_are_many_hostile_dossiers_and_each_has_a_name() -> None:
    """At least ninety, no two of one name; what only the long form tries is among them."""
    names = [geval.naam for geval in GEVALLEN]
    assert len(names) == len(set(names)) > 90
    assert set(names) > LANG


def _niets(_: object) -> None:
    """Leave the dossier as it is."""
