"""A server that is killed at any moment leaves nothing half, and loses nothing that it told of."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

import httpx2
from tests.kantoor.loket import Bladlezer
from tests.programma import OPDRACHT
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEREN = 8  # that the server is killed
PER_KEER = 25  # posts between two deaths
EERSTE = date(2027, 1, 1)


@contextmanager
def _geopend(root: Path) -> Iterator[tuple[subprocess.Popen[str], httpx2.Client]]:
    """Serve the dossier, and kill the server at the end whatever happened."""
    words = [*OPDRACHT, "--dossier", str(root), "kantoor", "--geen-browser", "--op", "2026-11-24"]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=env) as server:
        try:
            gezegd = server.stdout.readline() if server.stdout else ""
            found = re.search(r"(http://[^/]+)/binnen\?\S+", gezegd)
            assert found is not None, gezegd
            hier = {"origin": found[1]}
            with httpx2.Client(base_url=found[1], headers=hier, timeout=30) as klant:
                klant.get(found[0])
                yield server, klant
        finally:
            server.kill()


def _leg_vast(klant: httpx2.Client, dag: date) -> bool:
    """Record a meeting on a day as a browser does; tell whether the page said that it was done."""
    velden = {"datum": dag.isoformat(), "plaats": "Voorbeeldstad", "stukken": "", "besluit": ""}
    bekeken = klant.post("/doe/vergadering/bekijk", data=velden, follow_redirects=True)
    formulier = next(f for f in Bladlezer(bekeken.text).formulieren if f.wijze == "post")
    answer = klant.post("/doe/vergadering", data=dict(formulier.velden))
    return answer.status_code == 303 and "/gedaan/" in answer.headers["location"]


def test_nothing_is_half_however_often_the_server_is_killed(tmp_path: Path) -> None:
    """Two hundred posts, and a kill -9 in the middle of every twenty-fifth."""
    root = kopie(KLEIN, tmp_path / "klein")
    gezegd: set[date] = set()
    dag = EERSTE
    for keer in range(KEREN):
        with _geopend(root) as (server, klant):
            for nummer in range(PER_KEER):
                dag += timedelta(days=1)
                if nummer == PER_KEER - 1:  # this one is broken off, each time a little later
                    _dood_tijdens(server, klant, dag, 0.002 * keer * keer)
                elif _leg_vast(klant, dag):
                    gezegd.add(dag)
    with _geopend(root) as (_, klant):  # finishes or undoes what was half
        assert klant.get("/").status_code == 200
    registers, fouten = Dossierlezer(root).registers
    assert fouten == ()
    assert registers is not None
    dagen = [g.datum for g in registers.gebeurtenissen]
    assert len(dagen) == len(set(dagen))
    assert gezegd <= set(dagen)
    assert len(gezegd) == KEREN * (PER_KEER - 1)
    assert not (root / ".convenant").exists()


def _dood_tijdens(
    server: subprocess.Popen[str], klant: httpx2.Client, dag: date, wacht: float
) -> None:
    """Kill the server while it deals with a form."""
    code = f"import time, os; time.sleep({0.02 + wacht}); os.kill({server.pid}, 9)"
    with subprocess.Popen([sys.executable, "-c", code]):
        try:
            for _ in range(100):
                _leg_vast(klant, dag)
                time.sleep(0.001)
        except (httpx2.HTTPError, StopIteration):
            pass
