"""Packs that are mailed from the page: stopped half way, and gone on with; none goes twice."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from aiosmtpd.controller import Controller
from tests.kantoor.loket import Loket
from tests.opdrachten.test_verzenden import Server, stel_in
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.pakket.onderweg import neem_op

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from aiosmtpd.smtp import SMTP, Envelope, Session

OP = date(2026, 11, 24)
PARTNERS = ("gemeente-voorbeeldstad", "politie")
pytestmark = [pytest.mark.pdf, pytest.mark.traag]


class _Postkantoor(Server):
    """A mail server that tells when it has taken a message."""

    def __init__(self) -> None:
        super().__init__()
        self.na: Callable[[], None] = lambda: None

    async def handle_DATA(  # noqa: N802  the name that aiosmtpd asks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Answer a message."""
        said = await super().handle_DATA(server, session, envelope)
        self.na()
        return said


@contextmanager
def _open(postkantoor: _Postkantoor) -> Iterator[_Postkantoor]:
    controller = Controller(postkantoor, hostname="127.0.0.1", port=postkantoor.poort)
    controller.start()
    try:
        yield postkantoor
    finally:
        controller.stop()


def _dossier(folder: Path) -> Path:
    """A small dossier of which a version was adopted, and of which the partners have addresses."""
    root = kopie(KLEIN, folder)
    path = root / "convenant/registers/partners.yaml"
    text = path.read_text("utf-8")
    for een in PARTNERS:
        text = text.replace(f"sleutel: {een}\n", f"sleutel: {een}\n    email: info@{een}.example\n")
    path.write_text(text, encoding="utf-8")
    act = ("vaststellen", "2020", "--besluit", "Besluit", "--datum", "2020-01-01")
    assert convenant(*act, cwd=root).returncode == 0
    return root


def _verstuur(loket: Loket, knop: str) -> str:
    """Send to all to whom it has to go, wait until that is done, and return how it ended."""
    loket.open("/doe/pakket")
    loket.stuur({"wijze": "mail"})
    loket.stuur(knop=knop)
    werk = loket.kantoor.werkbank.zoek(loket.antwoord.url.path.rsplit("/", 1)[-1])
    assert werk is not None
    loket.wacht()
    return werk.toestand


@pytest.mark.proef
def test_what_was_stopped_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the register is as the command leaves it that sent all at once."""
    monkeypatch.setattr(logging.getLogger("mail.log"), "handlers", [logging.NullHandler()])
    root = _dossier(tmp_path / "klein")
    with _open(_Postkantoor()) as post:
        stel_in(root, post.poort, "starttls: nee")
        ander = kopie(root, tmp_path / "ander")
        act = ("pakket", "--alle", "--verzend", "--ja", "--op", OP.isoformat())
        assert convenant(*act, cwd=ander).returncode == 0
        post.gekregen.clear()
        loket = Loket(root, OP)
        post.na = loket.kantoor.werkbank.sluit  # stops what runs
        assert _verstuur(loket, "Maak en verstuur de 2 pakketten") == "gestopt"
        assert post.gekregen == ["info@gemeente-voorbeeldstad.example"]
        post.na = lambda: None
        assert _verstuur(loket, "Maak en verstuur het pakket") == "klaar"
        assert "1 van 1 berichten verzonden." in loket.blad.tekst
        assert post.gekregen == [f"info@{een}.example" for een in PARTNERS]
        loket.open("/doe/pakket")
        loket.stuur({"wijze": "mail"})
        assert "Politie Voorbeeld: al verzonden, overgeslagen." in loket.blad.tekst
        assert "Maak en verstuur" not in loket.blad.tekst
    pad = "convenant/registers/gebeurtenissen.yaml"
    assert (root / pad).read_bytes() == (ander / pad).read_bytes()


@pytest.mark.proef
def test_reminders_are_mailed_as_by_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Recorded, made and sent in one; asked once more, nobody gets a second message."""
    monkeypatch.setattr(logging.getLogger("mail.log"), "handlers", [logging.NullHandler()])
    op = datetime.now(UTC).astimezone().date()  # what is sent is recorded under the real day
    root = _dossier(tmp_path / "klein")
    with _open(_Postkantoor()) as post:
        stel_in(root, post.poort, "starttls: nee")
        laat = ("--uiterlijk", "2021-02-01", "--ja", "--op", "2021-01-04")
        assert convenant("pakket", "politie", *laat, cwd=root).returncode == 0
        ander = kopie(root, tmp_path / "ander")
        for act in (("ondertekening", "herinner"), ("brief", "herinnering", "--verzend")):
            done = convenant(*act, "--formaat", "docx", "--ja", "--op", op.isoformat(), cwd=ander)
            assert done.returncode == 0, done.stderr
        loket = Loket(root, op)
        for zin in ("1 van 1 berichten verzonden.", "er is niets opnieuw verzonden"):
            loket.open("/doe/herinnering")
            loket.stuur({"wijze": "mail"})
            assert "Politie Voorbeeld (info@politie.example)" in loket.blad.tekst
            loket.stuur(knop="Herinner Politie Voorbeeld per e-mail")
            loket.wacht()
            assert zin in loket.blad.tekst
        assert post.gekregen == ["info@politie.example"] * 2  # one of them by the commands
    pad = "convenant/registers/gebeurtenissen.yaml"
    assert (root / pad).read_bytes() == (ander / pad).read_bytes()


def test_a_server_that_cannot_be_used_is_told_before_and_after(tmp_path: Path) -> None:
    """Without a sender nothing is begun; when nobody listens, the packs are there all the same."""
    root = _dossier(tmp_path / "klein")
    path = root / "convenant/convenant.yaml"
    eerst = path.read_text("utf-8")
    post = _Postkantoor()  # it is never opened
    stel_in(root, post.poort, "starttls: nee")
    path.write_text(path.read_text("utf-8").split("afzender:")[0], encoding="utf-8")
    loket = Loket(root, OP)
    loket.open("/doe/pakket")
    loket.stuur({"wijze": "mail"})
    assert "afzender.email ontbreekt" in loket.blad.tekst
    path.write_text(eerst, encoding="utf-8")
    stel_in(root, post.poort, "starttls: nee")
    assert _verstuur(loket, "Maak en verstuur de 2 pakketten") == "klaar"
    assert "0 van 2 berichten verzonden." in loket.blad.tekst
    assert "de server is niet bereikbaar" in loket.blad.tekst
    assert (root / "build/pakketten/politie.zip").exists()
    bericht = Verzending(datum=OP, partner="politie", vorm="e-mail")
    assert neem_op(Geopend(root, OP), bericht, ()) == ""
    loket.open("/doe/pakket")
    loket.stuur({"wijze": "mail"})
    assert "van het bericht aan politie" in loket.blad.tekst
    assert "staat niet vast of het is verzonden" in loket.blad.tekst
