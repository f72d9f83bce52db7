"""The list of an office of sixty partners comes in right, whatever wrote it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.invoer.lijsten.kantoor import als_csv, als_xlsx, partners, rijen
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie
from tests.vraag_alles import vraag_alles

from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers

OP = "2026-11-24"
LIJSTEN: Mapping[str, Callable[[Sequence[Sequence[str]]], bytes]] = {
    "lijst.xlsx": als_xlsx,
    "cp1252.csv": lambda rows: als_csv(rows, "cp1252"),
    "utf-8.csv": lambda rows: als_csv(rows, "utf-8"),
}


def overgenomen(root: Path, naam: str, rows: Sequence[Sequence[str]]) -> tuple[str, Registers]:
    """Take a list over in an empty register; return what was said, and the registers."""
    for register in ("partners", "ondertekenaars"):
        path = root / f"convenant/registers/{register}.yaml"
        path.write_text(f"# Van het bureau.\n{register}: []\n", encoding="utf-8")
    (root / naam).write_bytes(LIJSTEN[naam](rows))
    done = convenant("partners", "--uit", naam, "--ja", cwd=root)
    assert done.returncode == 0, done.stderr
    found, problems = Dossierlezer(root).registers
    assert found is not None
    assert problems == ()
    return done.stdout, found


@pytest.mark.traag
@pytest.mark.parametrize("naam", LIJSTEN)
def test_sixty_partners_come_in_right(naam: str, tmp_path: Path) -> None:
    """Every field of every partner and of who signs for it, and nothing besides."""
    root = kopie(KLEIN, tmp_path / "klein")
    said, registers = overgenomen(root, naam, rijen())
    wanted = partners()
    assert [
        (p.naam, p.soort, p.rechtsvorm, p.kvk, p.adres, p.email, p.contact, p.ook_bekend_als)
        for p in registers.partners
    ] == [(w.naam, w.soort, w.rechtsvorm, w.kvk, w.adres, w.email, "", ()) for w in wanted]
    assert [
        (o.partner, o.organisatie, o.titel, o.naam, o.functie, o.grond)
        for o in registers.ondertekenaars
    ] == [
        (p.sleutel, w.naam, w.aanhef, w.tekenaar, w.functie, None)
        for p, w in zip(registers.partners, wanted, strict=True)
    ]
    assert len({p.sleutel for p in registers.partners}) == len(wanted)
    assert "rij 65: Totaal" in said
    again = convenant("partners", "--uit", naam, "--ja", cwd=root)
    assert (again.returncode, "niets nieuws" in again.stdout) == (0, True)


@pytest.mark.proef
@pytest.mark.parametrize("naam", LIJSTEN)
def test_every_command_tells_the_same_of_them(naam: str, tmp_path: Path) -> None:
    """Before and after a version is adopted; but for brackets, which are an open invulveld."""
    root = kopie(KLEIN, tmp_path / "klein")
    rows = [[cel.translate(str.maketrans("[]", "()")) for cel in rij] for rij in rijen()]
    overgenomen(root, naam, rows)
    vraag_alles(root, OP)
    done = convenant("vaststellen", "2026", "--besluit", "Besluit", "--datum", OP, cwd=root)
    assert done.returncode == 0, done.stderr
    vraag_alles(root, OP)
