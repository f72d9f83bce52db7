"""Who may ask: nobody but the browser that opened the address, and only from our own pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient
from tests.kantoor.loket import HIER, POORT, Loket

from convenantwerk.kantoor.app import maak_app
from convenantwerk.kantoor.kantoor import Kantoor
from convenantwerk.kantoor.toegang import Toegang

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of the small dossier."""
    return Loket(klein, date(2026, 11, 24))


@pytest.mark.parametrize(
    "host",
    ["kwaad.example", "kwaad.example:8710", "127.0.0.1", "127.0.0.1:80", "localhost.:8710", ""],
)
def test_another_name_of_the_host_is_refused(loket: Loket, host: str) -> None:
    """As a site has that lets its own name point to this computer."""
    assert loket.client.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize(
    "koppen",
    [
        {"origin": "http://kwaad.example"},
        {"origin": "null"},
        {"origin": f"https://127.0.0.1:{POORT}"},
        {"origin": HIER, "sec-fetch-site": "cross-site"},
        {"origin": HIER, "sec-fetch-site": "same-site"},
    ],
)
def test_a_change_from_elsewhere_is_refused(loket: Loket, koppen: dict[str, str]) -> None:
    """Whatever else the browser sends with it."""
    answer = loket.client.post("/doe/opzegging", data={"formulier": "x"}, headers=koppen)
    assert answer.status_code == 403


def test_the_address_works_once_and_nothing_works_without_it(loket: Loket) -> None:
    """Who has no cookie gets a sentence that says how to come in, and nothing of the dossier."""
    vreemd = TestClient(loket.toegang, base_url=HIER, headers={"origin": HIER})
    assert vreemd.get("/").status_code == 401
    assert vreemd.get("/statisch/kantoor.css").status_code == 401
    assert vreemd.get("/binnen?sleutel=").status_code == 401
    assert vreemd.get("/binnen?sleutel=é").status_code == 401
    assert "Voorbeeld" not in vreemd.get("/").text


def test_the_cookie_is_for_this_page_only(klein: Path) -> None:
    """No script reads it, and no other site sends it."""
    toegang = Toegang(maak_app(Kantoor(klein, lambda: date(2026, 11, 24))), POORT)
    client = TestClient(toegang, base_url=HIER, follow_redirects=False)
    koekje = client.get(toegang.adres).headers["set-cookie"].lower()
    assert "httponly" in koekje
    assert "samesite=strict" in koekje


def test_every_answer_is_closed_to_what_is_not_ours(loket: Loket) -> None:
    """No inline code, nothing from elsewhere, in no frame of another, kept nowhere."""
    koppen = loket.client.get("/").headers
    assert "unsafe" not in koppen["content-security-policy"]
    assert "default-src 'none'" in koppen["content-security-policy"]
    assert koppen["x-content-type-options"] == "nosniff"
    assert koppen["cache-control"] == "no-store"


def test_what_is_too_large_is_refused_by_its_size_alone(loket: Loket) -> None:
    """Before anything of it is read."""
    koppen = {"content-length": "1000000000", "content-type": "multipart/form-data; boundary=x"}
    answer = loket.client.post("/doe/opzegging", content=b"", headers=koppen)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "pad",
    [
        "convenant/convenant.yaml",
        "build/../convenant/convenant.yaml",
        "build/%2e%2e/convenant/convenant.yaml",
        "build//convenant.yaml",
        "build/..%2f..%2fetc/passwd",
        "../../../etc/passwd",
        "build/%00",
    ],
)
def test_only_papers_are_given(loket: Loket, klein: Path, pad: str) -> None:
    """Nothing of the sources, nothing outside."""
    (klein / "build").mkdir(exist_ok=True)
    answer = loket.client.get(f"/bestand/{pad}")
    assert answer.status_code == 404
