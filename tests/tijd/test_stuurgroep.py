"""The yearly papers of the Stuurgroep: what is overdue is told, however long, and in few words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.tijd.termijnen.tabel import soort_van, termijnen

if TYPE_CHECKING:
    from pathlib import Path

BASIS = "gebeurtenissen:\n  - {datum: 2020-02-01, soort: vaststelling, versie: x}\n"


def stukken(klein: Path, op: date, events: str = "", basis: str = BASIS) -> list[tuple[str, bool]]:
    """Return what is to be adopted, each with whether it is overdue, in order of its day."""
    path = klein / "convenant/registers/gebeurtenissen.yaml"
    path.write_text(basis + events, encoding="utf-8")
    registers, _ = Dossierlezer(klein).registers
    assert registers is not None
    found = [d for d in termijnen(registers, op, date(op.year, 12, 31)) if d.soort == "stuk"]
    return [(soort_van(d).korte_naam(d), d.te_laat) for d in found]


def test_what_was_due_before_the_first_meeting_is_overdue(klein: Path) -> None:
    """From the first year with a version in force, whether meetings were recorded or not."""
    meeting = "  - {datum: 2021-06-01, soort: vergadering, stukken: [jaarverslag 2020]}\n"
    for events in ("", meeting):
        found = dict(stukken(klein, date(2021, 11, 1), events))
        assert found.pop("jaarverslag 2020", None) is (None if events else True)
        assert found == {
            "begroting 2021": True,  # on the last day of 2020
            "jaarplan 2021": True,
            "begroting 2022": False,
            "jaarplan 2022": False,
        }


@pytest.mark.parametrize(
    ("gedaan", "oud"),
    [
        ((), "jaarverslag 2020 tot en met 2024"),
        ((2022,), "jaarverslag 2020, 2021, 2023 en 2024"),
        ((2021, 2022, 2023), "jaarverslag 2020 en 2024"),
        ((2020, 2021, 2022, 2023), ""),
    ],
)
def test_many_years_are_one_line(klein: Path, gedaan: tuple[int, ...], oud: str) -> None:
    """The last of them stands by itself: that can still be done in time for the next."""
    events = "".join(
        f"  - {{datum: {jaar + 1}-06-01, soort: vergadering, stukken: [jaarverslag {jaar}]}}\n"
        for jaar in gedaan
    )
    found = [naam for naam, laat in stukken(klein, date(2026, 11, 1), events) if laat]
    own = [naam for naam in found if naam.startswith("jaarverslag")]
    assert own == ([oud] if oud else ["jaarverslag 2024"]) + ["jaarverslag 2025"]


def test_without_a_version_nothing_is_overdue(klein: Path) -> None:
    """Nothing was in force."""
    found = stukken(klein, date(2026, 11, 1), basis="gebeurtenissen: []\n")
    assert found
    assert not any(laat for _, laat in found)
