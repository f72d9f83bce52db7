"""No reader ends in a traceback, whatever bytes it is given: a finding, or brokken.

A few spoilt files of each format here; scripts/proef_lang tries many more.
"""

import contextlib
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.invoer.odt.platte_odt import NUMMERINGEN
from tests.invoer.rekening import verschil

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer import html, markdown, platte_tekst
from convenantwerk.invoer.brok import Ingelezen, Wens
from convenantwerk.invoer.herkennen import herken
from convenantwerk.invoer.odt.lezen import lees as lees_odt

TEKST = (
    "Inhoud\nDoel ..... 3\n\n# Kop\n- a. *het* **doel**¹ infor-\nmatie\n\f1) een\n===\n"
    "| a | b |\n|--|--|\n| c | d |\n[^1]: noot\n[x](http://y) <b>z</b> &amp;"
    "\u00a0ﬁ\u00ad\n¹ noot\n"
).encode()
PAGINA = (
    b"<ol type=a start=3><li>x<li value=9><p hidden>y</ol><table><tr><td rowspan=2>a<td>b</table>"
    b"<a href='#n' id=r>1</a><p id=n><a href='#r'>1</a> noot"
    b"<img alt=p src='data:image/png;base64,aa'><p style='mso-list:l0 level2'><![if x]>"
    b"<span style='mso-list:Ignore'>1.</span><![endif]>w<!-- c -->"
)


def _zip(data: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("content.xml", data)
    return made.getvalue()


ODT = NUMMERINGEN["eigen vorm"]
LEZERS: dict[str, tuple[Callable[[bytes, str, Wens], Ingelezen], tuple[bytes, ...]]] = {
    "platte tekst": (platte_tekst.lees, (TEKST, TEKST.decode().encode("utf-16"))),
    "Markdown": (markdown.lees, (TEKST,)),
    "webpagina": (html.lees, (PAGINA,)),
    "OpenDocument": (lees_odt, (ODT, _zip(ODT))),
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
