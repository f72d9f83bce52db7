"""Changes are shown as a person would point them out, and still give both texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.wetten import voorbeelden

from convenantwerk.renvooi.vergelijking.frasen import gaten
from convenantwerk.renvooi.vergelijking.woorden import tekens
from convenantwerk.tekst.schijn import zoals_gelezen
from convenantwerk.tekst.verschil import Woord

WOORDEN = ["de", "van", "en", "Kunst", "Handel", "lid", "a", "b", ",", ".", ":", " ", "\n"]
zinnen = st.lists(st.sampled_from(WOORDEN), max_size=14).map(" ".join)


def gelezen(woord: Woord) -> str:
    """A word as a reader sees it."""
    return zoals_gelezen(woord.tekst)


@voorbeelden(300)
@given(zinnen, zinnen)
def test_what_lies_between_the_changes_is_the_same_in_both(een: str, ander: str) -> None:
    """So both texts can be read back; and no two changes touch."""
    oud, nieuw = tekens(een, Woord("")), tekens(ander, Woord(""))
    found = gaten(oud, nieuw)
    at, to = 0, 0
    for begin, end, start, stop in [*found, (len(oud), len(oud), len(nieuw), len(nieuw))]:
        assert [*map(gelezen, oud[at:begin])] == [*map(gelezen, nieuw[to:start])]
        at, to = end, stop
    assert all(one.end < other.begin for one, other in pairwise(found))
    assert found == gaten(oud, nieuw)


@voorbeelden(100)
@given(zinnen, zinnen, zinnen)
def test_what_was_put_in_at_one_place_is_one_insertion(voor: str, erbij: str, na: str) -> None:
    """Whatever words stand in it and around it; the other way round it is one deletion."""
    begin, midden, eind = (tekens(zin, Woord("")) for zin in (voor, erbij, na))
    oud, nieuw = begin + eind, begin + midden + eind
    assert len(gaten(oud, nieuw)) <= 1
    assert len(gaten(nieuw, oud)) <= 1


@pytest.mark.parametrize("stuk", ["a b ", "a, ", "x en y van ", "een twee drie vier vijf en "])
def test_long_texts_take_no_longer_than_their_length(stuk: str) -> None:
    """A thousand times the same phrase, against itself with a little between."""
    oud = tekens(stuk * 1_000, Woord(""))
    nieuw = tekens((stuk + "q ") * 900, Woord(""))
    assert gaten(oud, nieuw)
