"""The report of an import has words for whatever a reader can tell."""

from typing import get_args

from convenantwerk.invoer.brok import WegReden
from convenantwerk.opdrachten.importeren.rapport import REDENEN


def test_every_reason_has_a_name() -> None:
    """One of it, and more of it."""
    assert set(get_args(WegReden)) <= REDENEN.keys()
    assert all(len(namen) == 2 for namen in REDENEN.values())
