"""`controleer --sinds`: what is new, by address and words; lines do not count."""

import json
from datetime import date
from pathlib import Path

from tests.opdrachten.test_controleer import ARTIKELEN, OP, PARTNERS, VOORWOORD, spoil
from tests.programma import Uitkomst, convenant

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.vaststellen import Vaststelopdracht, vaststellen

EERSTE = Vaststelopdracht("2019", "Besluit 1", OP, ondanks_fouten=True)


def sinds(root: Path, *rest: str, naam: str = "2019") -> Uitkomst:
    """Ask what is new since a version."""
    return convenant("controleer", "--op", OP.isoformat(), "--sinds", naam, *rest, cwd=root)


def codes(root: Path) -> list[str]:
    """Return the codes and lines of what is new."""
    found = json.loads(sinds(root, "--json").stdout)["bevindingen"]
    return [f"{een['code']}:{een['regel']}" for een in found]


def test_only_what_is_new_since_a_version(klein: Path) -> None:
    """What moved within its lid is not; the same words elsewhere, or once more there, are."""
    spoil(klein, ARTIKELEN, "samen zoals", "thans samen zoals")
    vaststellen(Geopend(klein, OP), EERSTE)
    assert sinds(klein).stdout == "Nieuw sinds 2019: geen bevindingen; 1 was er toen al.\n"
    spoil(klein, ARTIKELEN, "# 2 Artikelen\n", "# 2 Artikelen\n\nEen aanhef.\n")
    spoil(klein, ARTIKELEN, "Partijen werken", "Alle\n   partijen werken")
    assert codes(klein) == []
    spoil(klein, ARTIKELEN, "behouden zij", "behouden zij thans")
    spoil(klein, ARTIKELEN, "thans samen", "thans en thans samen")
    assert codes(klein) == ["CV121:8", "CV121:10"]
    spoil(klein, PARTNERS, "sleutel: politie", "sleutel: agent")
    done = sinds(klein)
    assert done.stdout.endswith("waren er toen al.\n") or "1 was er toen al." in done.stdout
    assert "CV203" in done.stdout


def test_what_only_got_another_number_is_not_new(klein: Path) -> None:
    """An artikel that is put in before others renumbers them; what is put in is looked at."""
    spoil(klein, ARTIKELEN, "vanaf de ondertekening", "thans vanaf de ondertekening")
    vaststellen(Geopend(klein, OP), EERSTE)
    spoil(klein, ARTIKELEN, "## Artikel 2 Duur", "## Artikel 3 Duur")
    spoil(
        klein,
        ARTIKELEN,
        "## Artikel 3 Duur",
        "## Artikel 2 Nu\n\n1. Momenteel.\n\n## Artikel 3 Duur",
    )
    spoil(klein, ARTIKELEN, " {#duur}", "")
    assert [code for code in codes(klein) if "CV121" in code] == ["CV121:11"]


def test_what_was_there_and_is_gone_is_not_told(klein: Path) -> None:
    """And without a fout that is new the command succeeds, whatever was there."""
    spoil(klein, VOORWOORD, "is verzonnen", "is [open] verzonnen, thans")
    vaststellen(Geopend(klein, OP), EERSTE)
    spoil(klein, VOORWOORD, ", thans", "")
    done = sinds(klein)
    assert (done.returncode, done.stdout) == (
        0,
        "Nieuw sinds 2019: geen bevindingen; 1 was er toen al.\n",
    )
    spoil(klein, VOORWOORD, "[open]", "[open] en [meer]")
    done = sinds(klein)
    assert done.returncode == 1
    assert "open invulveld [meer]" in done.stdout
    assert "open invulveld [open]" not in done.stdout


def test_any_edition_can_be_named(klein: Path) -> None:
    """A day, the sources themselves; one that is not there is told."""
    spoil(klein, VOORWOORD, "is verzonnen", "is thans verzonnen")
    assert "geen bevindingen; 1 was er toen al" in sinds(klein, naam="werk").stdout
    assert "geen bevindingen" in sinds(klein, naam=date(2019, 1, 1).isoformat()).stdout
    done = sinds(klein, naam="2031")
    assert done.returncode != 0
    assert "CV904" in done.stderr
