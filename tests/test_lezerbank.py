"""The mutation bench has faults of every kind for the clean text, and knows one that is found."""

import pytest
from benchmarks.lezer import SCHOON, Bank, gekozen
from benchmarks.lezersoorten import SOORTEN
from benchmarks.zaaien import Soort


@pytest.fixture(scope="module")
def bank() -> Bank:
    """The clean text, read."""
    return Bank(SCHOON)


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.naam)
def test_each_kind_makes_faults_that_differ_from_the_clean_text(bank: Bank, soort: Soort) -> None:
    """At least six, each in a file that is there, with places in files that are there."""
    fouten = {fout.regels: fout for fout in soort.zaai(bank.teksten)}
    assert len(fouten) >= 6
    for fout in fouten.values():
        assert fout.regels != bank.teksten[fout.pad]
        assert {pad for pad, _ in fout.plaatsen} <= set(bank.teksten)


def test_the_same_faults_are_chosen_each_time(bank: Bank) -> None:
    """So that a run can be held against the one before; and no more than are asked for."""
    first, second = (gekozen(bank.teksten, SOORTEN, 100) for _ in range(2))
    assert first == second
    assert sum(len(fouten) for fouten in first.values()) == 100


def test_a_fault_is_found_where_it_was_made(bank: Bank) -> None:
    """A number that comes twice is; the same finding somewhere else would not count."""
    (soort,) = (soort for soort in SOORTEN if soort.naam == "nummer dubbel")
    fout = gekozen(bank.teksten, [soort], 1)[soort.naam][0]
    uitkomst = bank.probeer(soort, fout)
    assert uitkomst.gevonden
    assert "CV103" in {one.code for one in uitkomst.nieuw}
