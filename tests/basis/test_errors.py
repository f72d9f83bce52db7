"""Errors are values that can go from one process to another."""

import pickle

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError


def test_an_error_is_pickled_whole() -> None:
    """Its findings are the same on the other side."""
    error = ConvenantwerkError("CV020", pad="templates/print.css", regel=3, reden="weg")
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is ConvenantwerkError
    assert (back.diagnostics, str(back)) == (error.diagnostics, str(error))


def test_an_error_of_findings_is_pickled_whole() -> None:
    """Also the one that carries many."""
    found = [CODES["CV020"].at(Position(pad), reden="weg") for pad in ("b", "a")]
    back = pickle.loads(pickle.dumps(OnleesbaarError(found)))
    assert type(back) is OnleesbaarError
    assert back.diagnostics == tuple(sorted(found))
