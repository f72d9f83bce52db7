"""Derived addenda: carrying them out on the old edition gives exactly the new one."""

import pytest
from hypothesis import given
from tests.bomen import OP, edities
from tests.wetten import voorbeelden

from convenantwerk.addenda.afleiden import leid_af
from convenantwerk.addenda.afleider import Afgeleid
from convenantwerk.addenda.wijzigingen import pas_toe
from convenantwerk.dossier.dossier import Addendum, Addendumgegevens
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.tekst.adressen import Part
from convenantwerk.tekst.boom import Convenant
from convenantwerk.tekst.lezen import lees_fragment
from convenantwerk.tekst.schrijven import schrijf_fragment


def teksten(afgeleid: tuple[Afgeleid, ...]) -> dict[str, tuple[Part, ...]]:
    """The texts of an addendum, written to files and read back."""
    found = {}
    for one in afgeleid:
        if one.parts:
            path = f"addenda/afgeleid/{one.wijziging.tekst}"
            found[one.wijziging.tekst], _ = lees_fragment(schrijf_fragment(one.parts), path)
    return found


@pytest.mark.traag
@voorbeelden(200)
@given(edities())
def test_derive_then_apply_gives_the_new_edition(paar: tuple[Convenant, Convenant]) -> None:
    """Also after its texts were written to files and read back."""
    oud, nieuw = paar
    afgeleid = leid_af(oud, nieuw, vergelijk(oud, nieuw).delen)
    gegevens = Addendumgegevens("T", "B", OP, tuple(one.wijziging for one in afgeleid))
    delen, found = pas_toe(oud.delen, Addendum("x", gegevens, teksten(afgeleid)), "doorlopend")
    assert found == []
    assert delen == nieuw.delen


@voorbeelden(50)
@given(edities())
def test_equal_editions_need_no_addendum(paar: tuple[Convenant, Convenant]) -> None:
    """Nothing is derived when nothing differs."""
    for convenant in paar:
        assert leid_af(convenant, convenant, vergelijk(convenant, convenant).delen) == ()
