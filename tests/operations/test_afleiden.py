"""Derived addenda: carrying them out on the old edition gives exactly the new one."""

from hypothesis import given, settings
from tests.bomen import OP, edities

from convenantwerk.model.dossier import Addendum, Addendumgegevens
from convenantwerk.model.opbouw import Part
from convenantwerk.model.tekst import Convenant
from convenantwerk.operations.afleiden import Afgeleid, leid_af
from convenantwerk.operations.consolidatie import DOORLOPEND
from convenantwerk.operations.vergelijking import vergelijk
from convenantwerk.operations.wijzigingen import pas_toe
from convenantwerk.sources.schrijver import write_fragment
from convenantwerk.sources.tekst import read_fragment


def teksten(afgeleid: tuple[Afgeleid, ...]) -> dict[str, tuple[Part, ...]]:
    """The texts of an addendum, written to files and read back."""
    found = {}
    for one in afgeleid:
        if one.parts:
            path = f"addenda/afgeleid/{one.wijziging.tekst}"
            found[one.wijziging.tekst], _ = read_fragment(write_fragment(one.parts), path)
    return found


@settings(max_examples=200, deadline=None)
@given(edities())
def test_derive_then_apply_gives_the_new_edition(paar: tuple[Convenant, Convenant]) -> None:
    """Also after its texts were written to files and read back."""
    oud, nieuw = paar
    afgeleid = leid_af(vergelijk(oud, nieuw))
    gegevens = Addendumgegevens("T", "B", OP, tuple(one.wijziging for one in afgeleid))
    delen, found = pas_toe(oud.delen, Addendum("x", gegevens, teksten(afgeleid)), DOORLOPEND)
    assert found == []
    assert delen == nieuw.delen


@settings(max_examples=50, deadline=None)
@given(edities())
def test_equal_editions_need_no_addendum(paar: tuple[Convenant, Convenant]) -> None:
    """Nothing is derived when nothing differs."""
    for convenant in paar:
        assert leid_af(vergelijk(convenant, convenant)) == ()
