"""The tables of codes: each code stands once, in the file of its hundred, in order."""

import pytest

from convenantwerk.basis import codes
from convenantwerk.basis.codes import bestanden, omgeving, registers, tekenen, tekst
from convenantwerk.basis.diagnostics import Code


@pytest.mark.parametrize(
    ("tabel", "begin"),
    [
        (bestanden.CODES, "CV0"),
        (tekst.CODES, "CV1"),
        (registers.CODES, "CV2"),
        (tekenen.CODES, "CV3"),
        (omgeving.CODES, "CV9"),
    ],
)
def test_a_code_stands_in_the_file_of_its_hundred(tabel: tuple[Code, ...], begin: str) -> None:
    """Rising, so none is given out twice; and it can be looked up."""
    names = [code.code for code in tabel]
    assert names == sorted(set(names))
    assert all(name.startswith(begin) for name in names)
    assert [codes.CODES[name] for name in names] == list(tabel)
