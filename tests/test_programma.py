"""The tests' own tools: a command in this process is that of a user, and the marks are guarded."""

import gc
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from tests.merken import PROEVEN
from tests.proeven import in_de_proef
from tests.programma import Uitkomst, convenant

from convenantwerk.cli.main import cli
from convenantwerk.papier.layout import Press

if TYPE_CHECKING:
    from convenantwerk.papier.document import Document


@pytest.mark.parametrize(
    "arguments",
    in_de_proef(
        [
            (("controleer", "--op", "2019-06-01"),),
            (("partners", "--op", "2019-06-01"),),
            (("--help",),),
            (("bouww",),),
            (("verlenging", "2027", "--op", "2026-11-24"),),  # it asks, and nobody answers
        ],
        om_de=3,
    ),
    ids=" ".join,
)
def test_in_this_process_it_does_what_it_does_in_its_own(
    klein: Path, proces: Callable[..., Uitkomst], arguments: tuple[str, ...]
) -> None:
    """The same exit code, and the same said on both streams."""
    here, there = convenant(*arguments, cwd=klein), proces(*arguments, cwd=klein)
    assert (here.returncode, here.stdout, here.stderr) == (
        there.returncode,
        there.stdout,
        there.stderr,
    )


def wereld() -> tuple[object, ...]:
    """Return what a command could leave behind in this process."""
    return (
        *(Path.cwd(), dict(os.environ), list(sys.argv), sys.stdin, sys.stdout, sys.stderr),
        *(os._exit, gc.get_threshold(), list(logging.root.handlers), dict(cli.context_settings)),
    )


def test_a_command_leaves_nothing_behind(klein: Path, tmp_path: Path) -> None:
    """Neither when it did well, nor when it was refused."""
    before = wereld()
    env = {"NO_COLOR": "1", "HOME": None}
    assert convenant("controleer", "--op", "2019-06-01", cwd=klein, env=env).returncode == 0
    assert convenant("controleer", cwd=tmp_path, env=env).returncode == 2
    assert wereld() == before


def test_who_has_no_mark_starts_no_process_and_lays_nothing_out() -> None:
    """This test has none."""
    with pytest.raises(pytest.fail.Exception, match="mist het merk 'proces'"):
        subprocess.run([sys.executable, "-c", ""], check=True)
    press = object.__new__(Press)
    with pytest.raises(pytest.fail.Exception, match="mist het merk 'pdf'"):
        press.layout(cast("Document", None))


def test_no_file_has_nothing_but_proofs() -> None:
    """What only scripts/proef_lang tries, could break without a word in the suite."""
    assert [path.name for path, proofs in PROEVEN.items() if all(proofs)] == []
