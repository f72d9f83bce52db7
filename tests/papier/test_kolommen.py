"""How wide the columns of a table are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papier.harde_namen import FUNCTIE, K09, KOPPEN, SAMEN, TABELLEN, tabel

from convenantwerk.papier.kolommen import kolommen

STAAND, LIGGEND = 76, 154  # characters on a page, as in templates/print.html


@pytest.mark.parametrize("ruimte", [STAAND, LIGGEND, 40])
def test_columns_fill_the_width_and_no_more(ruimte: int) -> None:
    """Whatever stands in them."""
    for table in TABELLEN:
        breedtes = kolommen(table, ruimte).breedtes
        assert sum(breedtes) == pytest.approx(ruimte)
        assert min(breedtes) > 3


def test_four_long_heads_share_the_width() -> None:
    """L03: no column leaves the page, and the words are broken."""
    found = kolommen(tabel(KOPPEN, KOPPEN[::-1]), STAAND)
    assert found.krap
    assert found.breedtes == pytest.approx((STAAND / 4,) * 4)


def test_what_must_stay_whole_gets_its_room() -> None:
    """Also where the table asked for less; other columns keep their proportions."""
    table = tabel(("a", "b", "c"), ("x", "18 september 2018", "y"), widths=(45, 10, 45))
    breedtes = kolommen(table, STAAND).breedtes
    assert breedtes[1] >= len("18 september 2018") + 1
    assert breedtes[0] == pytest.approx(breedtes[2])
    genoeg = tabel(("a", "b"), ("x", "18 juni 2018"), widths=(1, 1))
    assert kolommen(genoeg, STAAND).breedtes == pytest.approx((STAAND / 2,) * 2)
    assert not kolommen(genoeg, STAAND).krap


def test_more_amounts_than_fit_are_known() -> None:
    """Then a date may be broken: leaving the page would be worse."""
    assert kolommen(tabel(("a", "b"), SAMEN[:2]), STAAND).heel
    assert not kolommen(tabel(("a",) * 9, (SAMEN[1],) * 9), STAAND).heel


CEL = st.sampled_from(["", "x", "! tekenen", K09, FUNCTIE, *SAMEN, "X" * 200])


@given(st.integers(1, 14).flatmap(lambda n: st.lists(st.tuples(*[CEL] * n), min_size=1)))
def test_every_table_is_divided(rijen: list[tuple[str, ...]]) -> None:
    """The shares are positive, add up, and are always found."""
    breedtes = kolommen(tabel(*rijen), LIGGEND).breedtes
    assert sum(breedtes) == pytest.approx(LIGGEND)
    assert min(breedtes) > 0
