"""What a tip proposes for a name that is not known."""

import pytest

from convenantwerk.basis.diagnostics import bedoelde


@pytest.mark.parametrize(
    ("naam", "bekend", "tip"),
    [
        ("2018", ("2017", "2018-06-18"), "bedoelt u '2018-06-18'?"),
        ("2016", ("2017", "2018-06-18"), "bedoelt u '2017'?"),
        ("201", ("2017", "2018-06-18"), "bedoelt u '2017'?"),
        ("gemeente-", ("gemeente-gouda", "gemeente-leiden"), "bedoelt u 'gemeente-gouda'?"),
        ("adrse", ("adres", "email"), "bedoelt u 'adres'?"),
        ("x", ("xyz", "email"), ""),
        ("a" * 300, ("a" * 301,), ""),
    ],
)
def test_the_nearest_name_is_proposed(naam: str, bekend: tuple[str, ...], tip: str) -> None:
    """The one that goes on where what was typed ends, before one with other letters."""
    assert bedoelde(naam, bekend) == tip
