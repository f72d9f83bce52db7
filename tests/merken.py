"""Which tests start a process or lay out a PDF, and the guard that keeps those two marks true.

`scripts/test --snel` leaves out laws, and tests marked `proces`, `pdf` or `traag`. A test is marked
by hand, or because it asks for the fixture that does it. One that starts a process or lays
out a PDF without its mark fails, so that the quick tests stay quick. Of each file it is kept which
tests are proofs; one with nothing else fails (`tests/test_programma.py`).
"""

from __future__ import annotations

import subprocess
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from tests.programma import convenant_proces

from convenantwerk.papier.layout import Press

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

# What is watched, and the marks of which one allows it. To load WeasyPrint starts a process too: it
# asks the system where its libraries are.
BEWAAKT: tuple[tuple[type, str, tuple[str, ...]], ...] = (
    (subprocess.Popen, "__init__", ("proces", "pdf")),
    (BaseProcess, "start", ("proces",)),
    (Press, "layout", ("pdf",)),
)
# What a fixture does, whoever asks for it, directly or not, does.
DOET = {
    "proces": "proces",
    "gebouwd": "pdf",
    "gemaakt": "pdf",
    "proef": "pdf",
    "ronde": "pdf",
    "verhaal": "pdf",
}
_bezig: list[pytest.Item] = []  # the test that runs now
PROEVEN: dict[Path, list[bool]] = {}  # for each file, of each of its tests whether it is a proof


@pytest.fixture(scope="session")
def proces() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command in a process of its own; see `tests.programma`."""
    return convenant_proces


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that ask for a fixture that is in the table; begin with what takes long."""
    for item in items:
        for merk in {DOET[naam] for naam in getattr(item, "fixturenames", ()) if naam in DOET}:
            item.add_marker(merk)
    for item in items:
        PROEVEN.setdefault(item.path, []).append(item.get_closest_marker("proef") is not None)
    traag = {item.path for item in items if item.get_closest_marker("traag")}
    items.sort(key=lambda item: item.path not in traag)  # else one worker ends long after another


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Know which test runs, its fixtures included."""
    _bezig[:] = [item]
    try:
        return (yield)
    finally:
        _bezig.clear()


@pytest.fixture(scope="session", autouse=True)
def _wacht(_warme_pers: None) -> Iterator[None]:  # around it: what is kept counts as laid out
    patches = [
        mock.patch.object(kind, name, _bewaakt(getattr(kind, name), merken))
        for kind, name, merken in BEWAAKT
    ]
    for patch in patches:
        patch.start()
    yield
    for patch in patches:
        patch.stop()


def _bewaakt(act: Callable[..., Any], merken: tuple[str, ...]) -> Callable[..., Any]:
    def bewaakt(*args: Any, **kwargs: Any) -> Any:
        for item in _bezig:
            if not any(item.get_closest_marker(merk) for merk in merken):
                pytest.fail(f"{item.nodeid} mist het merk '{merken[0]}'")
        return act(*args, **kwargs)

    return bewaakt
