"""Whatever stands in the address, a field or the dossier: no page breaks, and none runs it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from tests.kantoor.loket import Loket
from tests.proeven import in_de_proef
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.kantoor.handelingen.tabel import HANDELINGEN
from convenantwerk.kantoor.paginas.tabel import PAGINAS

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
MERK = "<b id=merk>{{ 7*7 }}</b>"
HOSTIEL = (
    MERK,
    "../../../etc/passwd",
    "..\\..\\convenant",
    "%2e%2e%2fconvenant%2fconvenant.yaml",
    "\x00",
    "' OR 1=1 --",
    "x" * 2_000,
    "-1",
    "9999-99-99",
    "0001-01-01",
    "9999-12-31",
    "git:HEAD",
    "\u202ex",
)
# Names of what pages ask behind the question mark; others are passed over.
VRAGEN = (
    *("op", "tot", "jaar", "zoek", "partner", "editie", "soort", "staat", "deel", "blad"),
    *("oud", "nieuw", "van", "naar", "versie", "download", "anker", "pad", "bestand", "dag"),
)
_KAN = {200, 303, 400, 404, 405, 409, 413, 422}
_VOLGEND = re.compile(r"\{(\w+)(?::\w+)?\}")


@pytest.fixture(scope="module")
def loket(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    """The page of the small dossier."""
    return Loket(kopie(KLEIN, tmp_path_factory.mktemp("vijandig") / "klein"), OP)


def _deugt(loket: Loket) -> None:
    assert loket.antwoord.status_code in _KAN, (loket.antwoord.url, loket.blad.tekst)
    assert "<b id=merk>" not in loket.antwoord.text, loket.antwoord.url
    assert "49</b>" not in loket.antwoord.text, loket.antwoord.url


@pytest.mark.traag
@pytest.mark.parametrize("waarde", in_de_proef(HOSTIEL, om_de=6), ids=range(len(HOSTIEL)))
def test_no_address_breaks_a_page(loket: Loket, waarde: str) -> None:
    """In each of its parts, and behind the question mark."""
    for pagina in PAGINAS:
        for weg in pagina.wegen:
            if weg.methode == "GET":
                pad = _VOLGEND.sub(quote(waarde, safe=""), weg.pad)
                loket.open(pad)
                _deugt(loket)
    vragen = "&".join(f"{naam}={quote(waarde)}" for naam in VRAGEN)
    for pagina in PAGINAS:
        for weg in pagina.wegen:
            if weg.methode == "GET" and "{" not in weg.pad:
                loket.open(f"{weg.pad}?{vragen}")
                _deugt(loket)


@pytest.mark.traag
@pytest.mark.parametrize("waarde", in_de_proef(HOSTIEL, om_de=6), ids=range(len(HOSTIEL)))
def test_no_answer_breaks_a_form(loket: Loket, waarde: str) -> None:
    """In all fields of an act at once; what is shown again is shown as it was typed."""
    for naam in HANDELINGEN:
        loket.open(f"/doe/{naam}")
        if loket.antwoord.status_code != 200 or not loket.blad.formulieren:
            continue
        velden = dict(loket.blad.formulieren[0].velden)
        loket.stuur(dict.fromkeys(velden, waarde))
        _deugt(loket)


@pytest.mark.traag
def test_text_of_the_dossier_is_never_markup(tmp_path: Path) -> None:
    """A name with tags in it, on every page that a link leads to."""
    root = kopie(KLEIN, tmp_path / "klein")
    register = root / "convenant/registers/partners.yaml"
    text = register.read_text("utf-8")
    register.write_text(text.replace("Stichting Verzonnen", MERK.replace(" ", "\u00a0")), "utf-8")
    loket = Loket(root, OP)
    todo, gezien = ["/"], {""}
    while todo and len(gezien) < 60:
        adres = todo.pop(0)
        if adres in gezien or not adres.startswith("/"):
            continue
        gezien.add(adres)
        loket.open(adres)
        _deugt(loket)
        todo += loket.blad.koppelingen.values()
    assert len(gezien) > 1
