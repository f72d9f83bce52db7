"""A kantoor that is served for real holds against too much, too slow and too many at once."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import httpx2
import pytest
from tests.kantoor.browser.huis import Huis
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.kantoor import toegang

if TYPE_CHECKING:
    from collections.abc import Iterator

KOP = "multipart/form-data; boundary=x"


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    """The kantoor of the small dossier."""
    huis = Huis(kopie(KLEIN, tmp_path_factory.mktemp("aanval") / "klein"), date(2026, 11, 24))
    yield huis
    huis.sluit()


@pytest.fixture(scope="module")
def klant(huis: Huis) -> Iterator[httpx2.Client]:
    """Who was let in."""
    with httpx2.Client(base_url=huis.basis, headers={"origin": huis.basis}) as klant:
        assert klant.get(huis.adres, follow_redirects=True).status_code == 200
        yield klant


def _verbonden(huis: Huis) -> socket.socket:
    naam, _, poort = huis.basis.removeprefix("http://").partition(":")
    return socket.create_connection((naam, int(poort)), timeout=30)


def _koppen(huis: Huis, klant: httpx2.Client, *extra: str) -> bytes:
    koekje = "; ".join(f"{naam}={waarde}" for naam, waarde in klant.cookies.items())
    return "\r\n".join(
        (
            "POST /doe/opzegging/bekijk HTTP/1.1",
            f"Host: {huis.basis.removeprefix('http://')}",
            f"Origin: {huis.basis}",
            f"Cookie: {koekje}",
            f"Content-Type: {KOP}",
            *extra,
            "",
            "",
        )
    ).encode()


def test_it_is_on_this_computer_only(huis: Huis) -> None:
    """At no address that another computer reaches."""
    assert huis.plaats[0] == "127.0.0.1"
    poort = huis.plaats[1]
    try:
        bekend = socket.getaddrinfo(socket.gethostname(), None)
    except OSError:  # a computer without a name has no other address to try
        bekend = []
    for adres in {info[4][0] for info in bekend}:
        if str(adres).startswith("127.") or ":" in str(adres):
            continue
        with pytest.raises(OSError, match=r"refused|timed out"):
            socket.create_connection((str(adres), poort), timeout=2)


def test_a_gigabyte_is_refused_before_it_is_sent(huis: Huis, klant: httpx2.Client) -> None:
    """By what the request says of itself."""
    with _verbonden(huis) as lijn:
        lijn.sendall(_koppen(huis, klant, "Content-Length: 1000000000"))
        assert b" 413 " in lijn.recv(100)


def test_who_does_not_say_how_much_comes_is_stopped_on_the_way(
    huis: Huis, klant: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In pieces, each of which is small."""
    monkeypatch.setattr(toegang, "MEESTE_BYTES", 2_000_000)
    begin = b'--x\r\nContent-Disposition: form-data; name="bestand"; filename="a"\r\n\r\n'
    with _verbonden(huis) as lijn:
        lijn.sendall(_koppen(huis, klant, "Transfer-Encoding: chunked"))
        lijn.sendall(b"%x\r\n%s\r\n" % (len(begin), begin))
        answer = b""
        try:
            for _ in range(400):
                lijn.sendall(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")
        except OSError:  # the line was cut while we went on
            pass
        try:
            answer = lijn.recv(100)
        except OSError:
            answer = b" 413 "
        assert b" 413 " in answer


def test_who_sends_too_slowly_is_not_waited_for(
    huis: Huis, klant: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the others are served meanwhile."""
    monkeypatch.setattr(toegang, "_GEDULD", 0.5)
    with _verbonden(huis) as lijn:
        lijn.sendall(_koppen(huis, klant, "Content-Length: 1000") + b"--x")
        assert klant.get("/").status_code == 200
        begin = time.monotonic()
        assert b" 408 " in lijn.recv(100)
        assert time.monotonic() - begin < 5


def test_fifty_at_once_are_all_served(huis: Huis, klant: httpx2.Client) -> None:
    """As when a browser opens its tabs of yesterday."""
    with ThreadPoolExecutor(50) as tegelijk:
        codes = list(tegelijk.map(lambda _: klant.get("/", timeout=60).status_code, range(50)))
    assert codes == [200] * 50
    assert huis.kantoor.stand() > 0
