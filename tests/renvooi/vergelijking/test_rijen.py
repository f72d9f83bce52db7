"""Two rows laid beside each other give both back, also when they are too long to compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq
from tests.wetten import voorbeelden

from convenantwerk.renvooi.vergelijking.rijen import HOOGSTENS, naast_elkaar

rijen = st.lists(st.integers(0, 3), max_size=8)


@voorbeelden(100)
@given(rijen, rijen, st.sampled_from([-1, 0, 20, HOOGSTENS]))
def test_both_rows_are_in_what_comes_out(oud: list[int], nieuw: list[int], hoogstens: int) -> None:
    """What is called equal is; and nothing of either row is passed over."""
    codes = list(naast_elkaar(oud, nieuw, hoogstens))
    assert [n for c in codes for n in oud[c.src_start : c.src_end]] == oud
    assert [n for c in codes for n in nieuw[c.dest_start : c.dest_end]] == nieuw
    for c in codes:
        same = oud[c.src_start : c.src_end] == nieuw[c.dest_start : c.dest_end]
        assert same or c.tag != "equal"


def test_rows_of_a_common_length_are_compared_whole() -> None:
    """Only what no memory holds is compared by its begin and end."""
    oud, nieuw = [1, 2, 3, 4, 5], [1, 9, 3, 9, 5]
    assert naast_elkaar(oud, nieuw) == LCSseq.opcodes(oud, nieuw)
    kort = naast_elkaar(oud, nieuw, hoogstens=10)
    assert [(c.src_start, c.src_end) for c in kort if c.tag == "equal"] == [(0, 1), (4, 5)]


@pytest.mark.parametrize("length", [100_000])
def test_rows_without_end_end(length: int) -> None:
    """Two rows of which the product would be ten times a gigabyte."""
    codes = naast_elkaar([0, 1] * length, [1, 0] * length)
    assert [c.tag for c in codes] == ["delete", "insert"]
