"""`convenant controleer --volg`: every save is looked at, and tells what came and what went."""

from __future__ import annotations

import threading
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from tests.programma import convenant

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.opdrachten.volgen import volg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic

OP = date(2026, 6, 1)
VOORWOORD = "convenant/voorwerk/01-voorwoord.md"
KOP = "# Voorwoord\n\n"


def rondes(klein: Path, *stappen: Callable[[], object]) -> list[tuple[list[str], list[str]]]:
    """What came and went at each look, when these things happen one after another."""

    def seinen() -> Iterator[int]:
        for nummer, stap in enumerate(stappen, 1):
            stap()
            yield nummer

    return [
        (_kort(ronde.gekomen), _kort(ronde.verdwenen))
        for ronde in volg(Geopend(klein, OP), controleer, seinen())
    ]


def _kort(found: tuple[Diagnostic, ...]) -> list[str]:
    return [d.code for d in found if d.code in ("CV001", "CV102", "CV110", "CV121")]


def test_each_save_tells_what_came_and_went(klein: Path) -> None:
    """What moved to another line is no news, and a save of the same bytes is no save."""
    path = klein / VOORWOORD
    path.write_text(f"{KOP}Thans.\n", encoding="utf-8")
    assert rondes(
        klein,
        lambda: path.write_text(f"{KOP}Een regel.\n\nThans.\n\nEen [plek].\n", encoding="utf-8"),
        lambda: path.write_bytes(path.read_bytes()),
        lambda: path.write_text(f"{KOP}Een [plek].\n", encoding="utf-8"),
    ) == [(["CV121"], []), (["CV110"], []), ([], ["CV121"])]


def test_a_file_may_go_come_back_and_be_half_saved(klein: Path) -> None:
    """What cannot be read is a finding until it can."""
    path, instellingen = klein / VOORWOORD, klein / "convenant/convenant.yaml"
    heel, yaml = path.read_bytes(), instellingen.read_bytes()
    found = rondes(
        klein,
        lambda: path.write_bytes(b""),
        path.unlink,
        lambda: path.write_bytes(heel),
        instellingen.unlink,
        lambda: instellingen.write_bytes(yaml[:100]),
        lambda: instellingen.write_bytes(yaml),
    )
    assert len(found) == 7
    assert found[4][0] == ["CV001"]


def test_a_save_is_seen_at_once(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system tells of it: nobody looks at the files over and over."""
    monkeypatch.setattr("convenantwerk.opdrachten.volgen._VANZELF", 60.0)
    path = klein / VOORWOORD
    path.write_text(f"{KOP}Tekst.\n", encoding="utf-8")
    volgend = volg(Geopend(klein, OP), controleer)
    assert not _kort(next(volgend).gekomen)
    gezien = threading.Event()

    def bewaar() -> None:
        nummer = 0
        while not gezien.wait(0.1):  # a save before the system is asked to tell, is not told
            nummer += 1
            path.write_text(f"{KOP}Thans {nummer}.\n", encoding="utf-8")

    threading.Thread(target=bewaar).start()
    try:
        assert any("CV121" in _kort(ronde.gekomen) for ronde in islice(volgend, 9))
    finally:
        gezien.set()


def test_it_stops_quietly(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is how it ends: no message, and no error."""
    path = klein / VOORWOORD

    def seinen(_: Path) -> Iterator[int]:
        path.write_text(KOP + "".join(f"Plek [{n}].\n\n" for n in range(15)), encoding="utf-8")
        yield 1
        raise KeyboardInterrupt

    monkeypatch.setattr("convenantwerk.opdrachten.volgen._seinen", seinen)
    done = convenant("controleer", "--volg", "--op", "2026-06-01", cwd=klein)
    assert done.returncode == 0
    assert "Stop met Ctrl-C." in done.stdout
    assert "15 fouten" in done.stdout
    assert "En nog" in done.stdout
    assert done.stdout.count("open invulveld") == 10
    assert not done.stderr


@pytest.mark.parametrize("optie", [("--json",), ("--sarif",), ("--sinds", "2017")])
def test_what_has_one_answer_cannot_be_asked_besides(klein: Path, optie: tuple[str, ...]) -> None:
    """This has no end."""
    done = convenant("controleer", "--volg", *optie, cwd=klein)
    assert done.returncode == 2
    assert "--volg" in done.stderr.splitlines()[-1]
