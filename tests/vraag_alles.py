"""Every command asked the same: whatever was recorded, they tell one story."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.programma import convenant

from convenantwerk.basis.datum import voluit

if TYPE_CHECKING:
    from pathlib import Path


def vraag_alles(root: Path, op: str) -> dict[str, Any]:
    """Ask every command that tells how things stand, and see to it that they agree.

    Returns:
        What `stand` says, as JSON.
    """
    stand: dict[str, Any] = _json(root, "stand", "--op", op)
    _versies(root, op, stand)
    _partners(root, op, stand)
    _termijnen(root, op, stand)
    _brieven(root, op, stand)
    _toetredingen(root, op)
    _uitstaand(root, op, stand)
    _register(root, op)
    return stand


def _json(root: Path, *command: str) -> Any:
    done = convenant(*command, "--json", cwd=root)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return json.loads(done.stdout)


def _versies(root: Path, op: str, stand: dict[str, Any]) -> None:
    """The version in force is the one that is signed, packed and kept."""
    versie = stand["versie"]
    namen = [row["naam"] for row in _json(root, "versies")]
    signing = convenant("ondertekening", "--op", op, "--json", cwd=root)
    if versie is None:
        assert signing.returncode == 2  # nothing was adopted, so nothing is signed
        return
    assert versie in namen
    assert json.loads(signing.stdout)["versie"] == versie
    head = convenant("ondertekening", "--op", op, cwd=root).stdout
    assert f"versie {versie}" in head
    assert f"versie: {versie}" in convenant("stand", "--op", op, cwd=root).stdout


def _partners(root: Path, op: str, stand: dict[str, Any]) -> None:
    """Who takes part, and since or until when, is the same in every list."""
    named = {d["partner"]["sleutel"]: d for d in stand["deelnames"]}
    listed = {d["partner"]["sleutel"]: d for d in _json(root, "partners", "--op", op)["partners"]}
    assert named == listed
    plaatsen = _json(root, "overleggen", "--op", op)["plaatsen"]
    assert set(plaatsen) <= {s for s, d in named.items() if d["status"] == "deelnemer"}
    deelnemers = [s for s, d in named.items() if d["status"] == "deelnemer"]
    for sleutel in deelnemers[:2]:
        done = convenant("toetreding", sleutel, "--op", op, cwd=root)
        said = done.stdout + done.stderr
        assert "neemt al deel" in said or "toegetreden" in said, said


def _termijnen(root: Path, op: str, stand: dict[str, Any]) -> None:
    """A notice that runs has its end among the dates, and what was withdrawn has not."""
    data = _json(root, "termijnen", "--op", op, "--tot", "2031-01-01")["data"]
    ends = {
        d["partner"]: d["datum"]
        for d in data
        if d["soort"] == "einde-deelname" and not d["vervallen"]
    }
    running = {
        d["partner"]["sleutel"]: d["einde"]
        for d in stand["deelnames"]
        if d["status"] == "deelnemer" and d["einde"]
    }
    assert {s: dag for s, dag in ends.items() if s in running} == running
    gone = {d["partner"]["sleutel"] for d in stand["deelnames"] if d["status"] == "uitgetreden"}
    assert all(dag <= op for s, dag in ends.items() if s in gone), ends
    renewals = [d for d in data if d["soort"] == "verlenging"]
    assert bool(renewals) == (
        "stilzwijgend" in stand["looptijd"]
        or bool(stand["termijn"] and "lopende termijn" in stand["looptijd"])
    )


def _toetredingen(root: Path, op: str) -> None:
    """Where each accession is; its papers can be made again once they were made."""
    letters = _brievenlijst(root, op)
    agenda = {d["soort"]: d for d in _json(root, "termijnen", "--op", op)["data"]}
    for deelname in _json(root, "partners", "--op", op)["partners"]:
        partner = deelname["partner"]
        if deelname["status"] != "kandidaat":
            continue
        zicht = _json(root, "toetreding", partner["sleutel"], "--op", op)
        said = convenant("toetreding", partner["sleutel"], "--op", op, cwd=root).stdout
        volgende, stand = zicht["volgende"], zicht["stand"]
        # Who comes back has letters of the first time too.
        begin = date.fromisoformat(stand["verzoek"]["datum"]) if stand["verzoek"] else date.min
        eerder = _brievenlijst(root, str(begin - timedelta(days=1))) if stand["verzoek"] else ()
        assert volgende is None or f"{volgende:<13}nu aan de beurt" in said, said
        for stap, soort in (("instemming", "instemming"), ("aanbieding", "aanbieding")):
            made = any(
                rij.startswith(soort) and partner["naam"] in rij and rij not in eerder
                for rij in letters
            )
            assert made == (stand[stap] is not None), (soort, letters)
        if stand["weigering"]:
            assert "geweigerd op" in said, said
        elif volgende == "ondertekend":
            wacht = "tegentekening" if stand["getekend"] else "verklaring"
            assert agenda[wacht]["partner"] == partner["sleutel"]


def _uitstaand(root: Path, op: str, stand: dict[str, Any]) -> None:
    """A paper that is out has its day among the dates, and a reminder is told of alike."""
    if stand["versie"] is None:
        return
    plaatsen = _json(root, "ondertekening", "--op", op)["plaatsen"]
    shown = " ".join(convenant("ondertekening", "--op", op, cwd=root).stdout.split())
    data = _json(root, "termijnen", "--op", op)["data"]
    papers = [d for d in data if d["soort"] in {"blad", "verklaring", "tegentekening"}]
    letters = _brievenlijst(root, op)
    for plaats in plaatsen:
        if plaats["status"] in {"aangeboden", "te laat"}:
            assert plaats["partner"] in {d["partner"] for d in papers}, plaats
        if plaats["herinnering"] and plaats["status"] != "getekend":
            dag = voluit(date.fromisoformat(plaats["herinnering"]["datum"]))
            assert f"herinnerd op {dag}" in shown
            assert any(rij.startswith(f"herinnering {dag}") for rij in letters)
            (own,) = (d for d in papers if d["partner"] == plaats["partner"])
            assert f"Herinnerd op {dag}." in own["uitleg"]


def _register(root: Path, op: str) -> None:
    """What was recorded can be listed, and nothing in the registers is wrong by it."""
    listed = convenant("corrigeer", "--lijst", "--op", op, cwd=root)
    assert listed.returncode == 0, listed.stderr
    checked = convenant("controleer", "--op", op, cwd=root)
    said = checked.stdout + checked.stderr
    assert not re.search(r"registers/\S+: fout", said), said


def _brievenlijst(root: Path, op: str) -> list[str]:
    """The letters that can be made again, a line each, however wide the terminal is."""
    out = convenant("brief", "--op", op, cwd=root, env={"COLUMNS": "300"}).stdout
    return [" ".join(line.split()) for line in out.splitlines()]


def _brieven(root: Path, op: str, stand: dict[str, Any]) -> None:
    """Of each notice that runs the letter can be made again."""
    out = " ".join(convenant("brief", "--op", op, cwd=root).stdout.split())
    for deelname in stand["deelnames"]:
        if deelname["opzegging"]:
            assert "opzegging" in out
