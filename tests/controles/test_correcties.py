"""The controle of corrections: each takes back one gebeurtenis that is there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.gebeurtenissen.correctie import aanduiding
from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from pathlib import Path

EERST = "{datum: 2020-01-01, soort: vaststelling, versie: x}"
OPZEGGING = "{datum: 2021-05-01, soort: opzegging, partner: politie, vorm: aangetekend}"


def found(root: Path, *events: str) -> list[tuple[str, int, str]]:
    """The code, line, and message with tip of each finding, for a register of these rows."""
    lines = "".join(f"  - {event}\n" for event in events)
    path = root / "convenant/registers/gebeurtenissen.yaml"
    path.write_text(f"gebeurtenissen:\n{lines}", encoding="utf-8")
    registers, misfits = Dossierlezer(root).registers
    assert registers is not None
    onderzoek = Onderzoek(op=date(2026, 11, 24), registers=registers)
    return [
        (f.code, f.position.line, f"{f.melding} {f.tip}")
        for f in (*misfits, *bevindingen(onderzoek, "registers"))
    ]


def correctie(annuleert: str, dag: str = "2021-06-01") -> str:
    """A row that annuls what is called so."""
    return f"{{datum: {dag}, soort: correctie, annuleert: {annuleert}, reden: vergissing}}"


def naam(root: Path) -> str:
    """What the notice is called."""
    assert found(root, EERST, OPZEGGING) == []
    registers, _ = Dossierlezer(root).registers
    assert registers is not None
    return aanduiding(registers.gebeurtenissen[-1])


def test_one_that_annuls_what_is_there_is_no_finding(klein: Path) -> None:
    """And a correctie needs both what it annuls and why."""
    assert found(klein, EERST, OPZEGGING, correctie(naam(klein))) == []
    [(code, line, text)] = found(klein, EERST, "{datum: 2021-06-01, soort: correctie, reden: x}")
    assert (code, line) == ("CV204", 3)
    assert "heeft een 'annuleert' nodig" in text


def test_one_that_annuls_nothing_is_a_fout_with_the_nearest(klein: Path) -> None:
    """A row that somebody changed after it was annulled is another row."""
    wrong = naam(klein).replace("politie", "polite")
    [(code, line, text)] = found(klein, EERST, OPZEGGING, correctie(wrong))
    assert (code, line) == ("CV224", 4)
    assert naam(klein) in text
    changed = OPZEGGING.replace("aangetekend", "aangetekend, kenmerk: 3S")
    assert [f[:2] for f in found(klein, EERST, changed, correctie(naam(klein)))] == [("CV224", 4)]
    assert "convenant corrigeer" in found(klein, EERST, correctie("iets heel anders"))[0][2]


def test_one_that_annuls_what_was_annulled_is_a_fout(klein: Path) -> None:
    """The first on the day counts no more than the last; the other is named."""
    twee = correctie(naam(klein), "2021-07-01")
    [(code, line, text)] = found(klein, EERST, OPZEGGING, correctie(naam(klein)), twee)
    assert (code, line) == ("CV225", 4)
    assert "al gebeurd op 1 juli 2021" in text
