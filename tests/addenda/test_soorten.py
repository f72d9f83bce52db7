"""The table of soorten: what the schema allows and what the files hold are the same."""

from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from convenantwerk.addenda import soorten
from convenantwerk.addenda.soorten import alle_soorten, soort_van
from convenantwerk.dossier.dossier import Editie, Wijziging, WijzigingSoort

SLEUTELS = {spec.name.rstrip("_") for spec in fields(Wijziging)} - {"soort", "position"}
BRONFORMAAT = Path(__file__).parents[2] / "docs" / "bronformaat.md"


def test_every_file_is_a_soort_of_the_table() -> None:
    """A file that the table does not name would never be asked."""
    assert soorten.__file__ is not None
    files = {path.stem for path in Path(soorten.__file__).parent.glob("[a-z]*.py")}
    assert files == {naam.replace("-", "_") for naam in get_args(WijzigingSoort)}


@pytest.mark.parametrize("naam", get_args(WijzigingSoort))
def test_a_soort_has_keys_that_exist_and_counts_somewhere(naam: WijzigingSoort) -> None:
    """Its keys are those of a Wijziging, none twice, and docs/bronformaat.md tells of it."""
    soort = soort_van(naam)
    keys = [*soort.moet, *soort.een_van, *soort.mag]
    assert set(keys) <= SLEUTELS
    assert len(keys) == len(set(keys))
    assert soort.edities
    assert set(soort.edities) <= set(get_args(Editie))
    assert f"`{naam}`" in BRONFORMAAT.read_text(encoding="utf-8")


def test_what_is_derived_over_the_whole_has_its_turn() -> None:
    """Numbers go after what vanishes and before what appears, or they would collide."""
    turns = {soort.beurt for soort in alle_soorten() if soort.leid_af}
    assert turns == {1, 2, 3}
    assert not any(soort.beurt for soort in alle_soorten() if not soort.leid_af)
