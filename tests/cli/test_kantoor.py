"""`convenant kantoor`: where it is open, and what keeps it shut."""

import socket
import sys
from pathlib import Path

import pytest
from tests.programma import convenant

from convenantwerk import kantoor


def test_a_port_that_is_taken_is_told(klein: Path) -> None:
    """With a reason, and what to do."""
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = str(bezet.getsockname()[1])
        uitkomst = convenant("kantoor", "--poort", poort, "--geen-browser", cwd=klein)
    assert uitkomst.returncode == 1
    assert "CV940" in uitkomst.stderr


def test_without_its_packages_it_says_what_to_install(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are an extra."""
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "convenantwerk.kantoor.server", raising=False)
    monkeypatch.delattr(kantoor, "server", raising=False)
    uitkomst = convenant("kantoor", "--geen-browser", cwd=klein)
    assert uitkomst.returncode == 1
    assert "CV944" in uitkomst.stderr
