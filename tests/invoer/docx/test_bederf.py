"""However a Word file is spoilt: it is read with every word accounted for, or it is refused."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from tests.invoer.docx.bederf import bedorven
from tests.invoer.docx.test_lezen import gelezen
from tests.proeven import in_de_proef

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.brok import Wens

_GANG = 20  # files
_SECONDEN = 2  # of work for one of them


@pytest.mark.traag
@pytest.mark.parametrize("zaad", in_de_proef(range(0, 3000, _GANG), behalve=[0]))
def test_no_spoilt_file_loses_a_word(zaad: int) -> None:
    """Nor does it end in another error than a finding, or take long."""
    for nummer in range(zaad, zaad + _GANG):
        data = bedorven(nummer)
        begin = time.process_time()
        with suppress(OnleesbaarError):
            gelezen(data, Wens("aanvaard" if nummer % 2 else "verwerp"))
        assert time.process_time() - begin < _SECONDEN


def test_what_is_not_spoilt_is_read() -> None:
    """Most are: the reader does not refuse what it can read."""
    heel = gelezen(bedorven(0, keer=0), Wens("aanvaard"))
    assert len(heel.brokken) > 15
    assert heel.opmerkingen
