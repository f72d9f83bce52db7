"""No reader ends in a traceback, whatever bytes it is given: a finding, or brokken.

A few spoilt files of each format here; scripts/proef_lang tries many more.
"""

import contextlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.invoer.kleine_bestanden import KLEIN, TEKST
from tests.invoer.rekening import verschil

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer import html, markdown, platte_tekst
from convenantwerk.invoer.brok import Ingelezen, Wens
from convenantwerk.invoer.herkennen import herken
from convenantwerk.invoer.odt.lezen import lees as lees_odt

LEZERS: dict[str, tuple[Callable[[bytes, str, Wens], Ingelezen], tuple[bytes, ...]]] = {
    "platte tekst": (platte_tekst.lees, (KLEIN["invoer.txt"], TEKST.encode("utf-16"))),
    "Markdown": (markdown.lees, (KLEIN["invoer.md"],)),
    "webpagina": (html.lees, (KLEIN["invoer.html"],)),
    "OpenDocument": (lees_odt, (KLEIN["invoer.fodt"], KLEIN["invoer.odt"])),
}
BROKKEN = st.binary(max_size=6) | st.sampled_from(
    [b"<", b">", b"<!--", b"]]>", b"\0", b"\xff", b"&", b"&#0;", b"*", b"`", b"\n", b"\f", b"</p>"]
)


@st.composite
def _bedorven(draw: st.DrawFn, bron: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(bron)))
        einde = min(len(bron), begin + draw(st.integers(0, 30)))
        wat = draw(st.sampled_from(("knip", "dubbel", "steek", "eind")))
        bron = {
            "knip": bron[:begin] + bron[einde:],
            "dubbel": bron[:einde] + bron[begin:],
            "steek": bron[:begin] + draw(BROKKEN) + bron[begin:],
            "eind": bron[:begin],
        }[wat]
    return bron


@pytest.mark.parametrize("naam", LEZERS)
@pytest.mark.parametrize(
    "aantal",
    [pytest.param(15, id="enkele"), pytest.param(500, marks=pytest.mark.proef, id="veel")],
)
def test_spoilt_files_are_read_or_refused(naam: str, aantal: int) -> None:
    """With a finding; what is read, is read within its own account of its words."""
    lees, bronnen = LEZERS[naam]

    @settings(max_examples=aantal, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(bronnen).flatmap(_bedorven) | st.binary(max_size=80))
    def elk(data: bytes) -> None:
        for wens in (Wens(), Wens("verwerp")):
            with contextlib.suppress(OnleesbaarError):
                verschil(lees(data, "stuk", wens))
        with contextlib.suppress(OnleesbaarError):
            assert herken(data, "stuk.txt").naam

    elk()
