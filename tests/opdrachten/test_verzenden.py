"""What a mail server can answer: each has its own advice, what went is known, and one can go on."""

from __future__ import annotations

import logging
import socket
import threading
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from aiosmtpd.controller import Controller
from tests.proeven import in_de_proef
from tests.programma import convenant
from tests.voorbeelden import kopie

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.archief import lees_onderweg
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.pakket import verzenden
from convenantwerk.opdrachten.pakket.antwoorden import OPNIEUW, lees_antwoord
from convenantwerk.opdrachten.pakket.onderweg import is_niet_verzonden, is_verzonden
from convenantwerk.opdrachten.pakket.pakket import maak_plan
from convenantwerk.opdrachten.pakket.plan import Gemaakt
from convenantwerk.opdrachten.pakket.verzenden import Verzonden, nog_te_verzenden, verzend
from convenantwerk.papier.formaten.eml import Bericht

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from aiosmtpd.smtp import SMTP, Envelope, Session

pytestmark = pytest.mark.traag

OP = date(2026, 11, 24)
MOMENT = datetime(2026, 11, 24, 12, tzinfo=UTC)
EERSTE, TWEEDE = "gemeente-voorbeeldstad", "politie"
DICHT = "DICHT"  # it drops the line, and answers nothing
STIL = "STIL"  # it answers nothing


class Server:
    """A mail server on this machine, that answers what a test says at a step of a message."""

    def __init__(self) -> None:
        self.gekregen: list[str] = []
        self.antwoorden: dict[tuple[str, str], str] = {}  # by address, and step
        self.poort = vrije_poort()
        self.wacht = threading.Event()
        self._aan = ""

    async def _zegt(self, server: SMTP, stap: str, gewoon: str = "250 OK") -> str:
        found = self.antwoorden.get((self._aan, stap)) or self.antwoorden.get(("", stap), gewoon)
        if found in (DICHT, STIL):
            if found == DICHT:
                server.transport.abort()  # type: ignore[union-attr]  # it is there while one talks
            else:
                self.wacht.wait(5)
            return "451 te laat"
        return found

    async def handle_MAIL(  # noqa: N802  the names and forms that aiosmtpd asks for, here and below
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Answer who sends; to whom is not known yet."""
        del session, options
        self._aan = ""
        envelope.mail_from = address
        return await self._zegt(server, "MAIL")

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Answer to whom."""
        del session, options
        self._aan = address
        envelope.rcpt_tos.append(address)
        return await self._zegt(server, "RCPT")

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Answer a message."""
        del session
        said = await self._zegt(server, "DATA")
        if said.startswith("250"):
            self.gekregen += envelope.rcpt_tos
        return said

    async def handle_QUIT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Answer goodbye."""
        del session, envelope
        self._aan = ""
        return await self._zegt(server, "QUIT", "221 tot ziens")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A running mail server that asks neither TLS nor a name."""
    monkeypatch.setattr(logging.getLogger("mail.log"), "handlers", [logging.NullHandler()])
    made = Server()
    controller = Controller(made, hostname="127.0.0.1", port=made.poort)
    controller.start()
    try:
        yield made
    finally:
        made.wacht.set()
        controller.stop()


def vrije_poort() -> int:
    """A port on which nobody listens now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture
def root(twee_versies: Path, tmp_path: Path) -> Path:
    """A copy of the dossier with two versions, that a test may spoil."""
    return kopie(twee_versies, tmp_path / "klein")


def stel_in(root: Path, poort: int, *meer: str) -> None:
    """Name a server in the settings of a dossier."""
    path = root / "convenant/convenant.yaml"
    lines = ("  host: 127.0.0.1", f"  poort: {poort}", *(f"  {line}" for line in meer))
    post = "\n".join(("post:", *lines))
    text = f"{path.read_text('utf-8')}{post}\nafzender:\n  email: kantoor@huis.example\n"
    path.write_text(text, encoding="utf-8")


def ronde(root: Path) -> Verzonden:
    """Send to all to whom nothing went yet, as the command does, with a small message each."""
    geopend = Geopend(root, OP)
    plan = maak_plan(geopend, (), None)
    todo = nog_te_verzenden(plan)
    made = [
        Gemaakt(
            p.partner,
            (),
            Bericht("kantoor@huis.example", "Kantoor", p.partner.email, "", "Stuk", "Tekst", {}),
            "ondertekening/2020",
            OP,
            plan.ronde.editie.versie.naam,
        )
        for p in plan.pakketten
        if p.partner.sleutel in todo
    ]
    return verzend(geopend, made, MOMENT)


def vastgelegd(root: Path) -> list[str]:
    """The partners to whom the register says something was sent."""
    found = van_soort(Geopend(root, OP).registers.gebeurtenissen, Verzending)
    return [g.partner for g in found]


def onderweg(root: Path) -> list[str]:
    """The partners of whom nobody knows whether the message went."""
    geopend = Geopend(root, OP)
    return [b.partner for b in lees_onderweg(root, geopend.lezer)[0]]


def codes(uitslag: Verzonden) -> list[str]:
    """The codes of what was found."""
    return [d.code for d in uitslag.diagnostics]


def adres(sleutel: str) -> str:
    """The address of a partner."""
    return f"info@{sleutel}.example"


# --- one message is refused, the other goes ----------------------------------------------------


@pytest.mark.parametrize(
    ("stap", "antwoord", "reden", "tip"),
    in_de_proef(
        [
            ("RCPT", "450 4.2.1 bezig", "nu nog niet aan", "wacht een kwartier"),
            ("RCPT", "451 4.7.1 greylisted", "nu nog niet aan", "wacht een kwartier"),
            ("DATA", "451 local error", "nu nog niet aan", "wacht een kwartier"),
            ("RCPT", "452 4.2.2 over quota", "mailbox van de ontvanger is vol", "bel de partner"),
            ("RCPT", "552 5.2.2 over quota", "mailbox van de ontvanger is vol", "bel de partner"),
            (
                "DATA",
                "552 5.3.4 too big",
                "te groot voor de mailserver",
                "hoe groot een bericht mag",
            ),
            (
                "DATA",
                "552 too much",
                "te groot voor de mailserver, of",
                "hoe groot een bericht mag",
            ),
            ("DATA", "554 no", "als ongewenste post", "vraag uw ICT-afdeling waarom"),
            ("DATA", "550 5.7.1 content", "laat dit bericht niet door", "beveiligde post"),
            ("RCPT", "554 5.7.1 relay denied", "laat dit bericht niet door", "naar dit adres mag"),
            ("RCPT", "550 5.1.1 unknown", "kent het adres niet", "'email' in partners.yaml"),
            ("RCPT", "550 onbekend", "kent het adres niet", "'email' in partners.yaml"),
            ("RCPT", "553 wat is dit", "kent het adres niet", "'email' in partners.yaml"),
        ],
        om_de=4,
    ),
)
def test_a_message_that_is_refused_does_not_keep_the_next(  # noqa: PLR0913  a row of a table
    *, root: Path, server: Server, stap: str, antwoord: str, reden: str, tip: str
) -> None:
    """Why and what to do are said with the words of the server; afterwards only that one goes."""
    stel_in(root, server.poort, "starttls: nee")
    server.antwoorden[adres(EERSTE), stap] = antwoord
    uitslag = ronde(root)
    (found,) = uitslag.diagnostics
    assert (found.code, reden in found.melding, antwoord in found.melding) == ("CV307", True, True)
    assert tip in (found.tip or "")
    assert (vastgelegd(root), onderweg(root)) == ([TWEEDE], [])
    server.antwoorden.clear()
    assert codes(ronde(root)) == []
    assert server.gekregen == [adres(TWEEDE), adres(EERSTE)]


# --- the server wants no more ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stap", "antwoord", "reden", "tip"),
    in_de_proef(
        [
            ("MAIL", "421 bye", "houdt ermee op", "probeer het later"),
            ("RCPT", "421 4.3.2 shutting down", "houdt ermee op", "probeer het later"),
            ("DATA", "421 bye", "houdt ermee op", "probeer het later"),
            ("RCPT", "452 4.5.3 too many", "te veel berichten", "wacht een uur"),
            ("DATA", "452 insufficient storage", "geen ruimte", "wacht een uur"),
            ("MAIL", "452 4.3.1 full", "geen ruimte", "wacht een uur"),
            ("MAIL", "530 5.7.0 authenticate first", "eerst inlogt", "'gebruiker' bij 'post'"),
            ("MAIL", "550 not yours", "namens het adres van de afzender", "'afzender'"),
            ("MAIL", "553 5.1.8 no such domain", "namens het adres van de afzender", "'afzender'"),
            ("MAIL", DICHT, "verbrak de verbinding", OPNIEUW),
            ("RCPT", DICHT, "verbrak de verbinding", OPNIEUW),
            ("RCPT", STIL, "antwoordt niet", OPNIEUW),
        ],
        om_de=4,
    ),
)
def test_a_server_that_wants_no_more_is_asked_no_more(  # noqa: PLR0913  a row of a table
    *,
    root: Path,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    stap: str,
    antwoord: str,
    reden: str,
    tip: str,
) -> None:
    """Who was not tried is named; nothing is in doubt, and the next run sends to both."""
    monkeypatch.setattr(verzenden, "_GEDULD", 0.3)
    stel_in(root, server.poort, "starttls: nee")
    server.antwoorden["" if stap == "MAIL" else adres(EERSTE), stap] = antwoord
    uitslag = ronde(root)
    found, rest = uitslag.diagnostics
    assert (found.code, rest.code) == ("CV307", "CV923")
    assert reden in found.melding
    assert tip in (found.tip or "")
    assert "Politie" in rest.melding
    assert (server.gekregen, vastgelegd(root), onderweg(root)) == ([], [], [])
    server.antwoorden.clear()
    server.wacht.set()
    assert codes(ronde(root)) == []
    assert server.gekregen == [adres(EERSTE), adres(TWEEDE)]


@pytest.mark.parametrize("antwoord", ["421 bye", DICHT, "452 full"])
def test_what_went_before_it_stopped_is_on_record(
    root: Path, server: Server, antwoord: str
) -> None:
    """The second was refused: the first has it and gets no other."""
    stel_in(root, server.poort, "starttls: nee")
    server.antwoorden[adres(TWEEDE), "RCPT"] = antwoord
    uitslag = ronde(root)
    assert ([p.sleutel for p in uitslag.partners], codes(uitslag)) == ([EERSTE], ["CV307"])
    server.antwoorden.clear()
    assert codes(ronde(root)) == []
    assert server.gekregen == [adres(EERSTE), adres(TWEEDE)]


# --- nobody knows ------------------------------------------------------------------------------


@pytest.mark.proef
@pytest.mark.parametrize("ging", [True, False])
@pytest.mark.parametrize(
    ("antwoord", "reden"), [(DICHT, "verbrak de verbinding"), (STIL, "antwoordt niet")]
)
def test_a_message_without_an_answer_is_in_doubt(  # noqa: PLR0913  a row of a table
    *,
    root: Path,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    antwoord: str,
    reden: str,
    ging: bool,
) -> None:
    """All of it was handed over: it may have gone, and no other goes until a person says so."""
    monkeypatch.setattr(verzenden, "_GEDULD", 0.3)
    stel_in(root, server.poort, "starttls: nee")
    server.antwoorden[adres(EERSTE), "DATA"] = antwoord
    uitslag = ronde(root)
    assert codes(uitslag) == ["CV924", "CV315", "CV923"]
    assert reden in uitslag.diagnostics[0].melding
    assert (vastgelegd(root), onderweg(root)) == ([], [EERSTE])
    server.antwoorden.clear()
    server.wacht.set()
    assert codes(ronde(root)) == ["CV307"]
    assert (server.gekregen, onderweg(root)) == ([adres(TWEEDE)], [EERSTE])
    geopend = Geopend(root, OP)
    (bericht,) = lees_onderweg(root, geopend.lezer)[0]
    (is_verzonden if ging else is_niet_verzonden)(geopend, bericht)
    assert codes(ronde(root)) == []
    assert server.gekregen == [adres(TWEEDE), *([] if ging else [adres(EERSTE)])]
    assert sorted(vastgelegd(root)) == [EERSTE, TWEEDE]


@pytest.mark.parametrize("antwoord", ["500 wat", "421 bye", DICHT])
def test_how_a_server_says_goodbye_changes_nothing(
    root: Path, server: Server, antwoord: str
) -> None:
    """All went by then, and all is on record."""
    stel_in(root, server.poort, "starttls: nee")
    server.antwoorden["", "QUIT"] = antwoord
    assert codes(ronde(root)) == []
    assert vastgelegd(root) == [EERSTE, TWEEDE]


# --- no connection -----------------------------------------------------------------------------


@contextmanager
def luisterend(*zegt: bytes) -> Iterator[int]:
    """Listen on a port, and say something for each line that comes; the first at once."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def praat() -> None:
            with suppress(ConnectionError), listener.accept()[0] as line:
                for said in zegt:
                    line.sendall(said)
                    line.recv(1000)

        thread = threading.Thread(target=praat, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(5)


ESMTP = b"250-huis.example\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n"


@pytest.mark.parametrize(
    ("zegt", "reden", "tip"),
    in_de_proef(
        [
            ((b"421 straks\r\n",), "houdt ermee op", "probeer het later"),
            ((b"554 ga weg\r\n",), "weigert", "vraag uw ICT-afdeling waarom"),
            ((), "verbrak de verbinding", "465 werkt hier niet"),
            ((b"",), "antwoordt niet", "465 werkt hier niet"),
            ((b"220 dag\r\n", b"250 huis.example\r\n"), "kent geen STARTTLS", "welke poort"),
            ((b"220 dag\r\n", ESMTP, b"454 4.7.0 nu niet\r\n"), "nu nog niet aan", "kwartier"),
            (
                (b"220 dag\r\n", ESMTP, b"220 ga\r\n", b"hallo\r\n"),
                "geen beveiligde verbinding",
                "uit",
            ),
        ],
        om_de=3,
    ),
)
def test_without_a_connection_nothing_goes(
    root: Path, monkeypatch: pytest.MonkeyPatch, zegt: tuple[bytes, ...], reden: str, tip: str
) -> None:
    """CV307 with what is wrong with it, and that nothing was sent."""
    monkeypatch.setattr(verzenden, "_GEDULD", 0.5)
    with luisterend(*zegt) as port:
        stel_in(root, port)
        with pytest.raises(ConvenantwerkError) as raised:
            ronde(root)
    (found,) = raised.value.diagnostics
    assert (found.code, reden in found.melding) == ("CV307", True)
    assert (found.tip or "").startswith("er is niets verzonden; ")
    assert tip in (found.tip or "")
    assert (vastgelegd(root), onderweg(root)) == ([], [])


def test_a_port_on_which_nobody_listens_is_said(root: Path) -> None:
    """Nothing was sent, and nothing is in doubt."""
    stel_in(root, vrije_poort())
    with pytest.raises(ConvenantwerkError) as raised:
        ronde(root)
    (found,) = raised.value.diagnostics
    assert (found.code, "de server is niet bereikbaar" in found.melding) == ("CV307", True)
    assert (vastgelegd(root), onderweg(root)) == ([], [])


@pytest.mark.parametrize(
    ("code", "tekst", "reden"),
    [
        (599, b"", "als ongewenste post (599)"),
        (400, b"\xff\x00\nregel twee", "nu nog niet aan (400 \ufffd regel twee)"),
        (550, b"5.1.1\x1b[31m rood" + b"x" * 500, "kent het adres niet (550 5.1.1 [31m rood"),
        (450, b"4.99.99 ?", "nu nog niet aan"),
        (550, b"5.99.99 ?", "als ongewenste post"),
    ],
)
def test_whatever_a_server_says_is_one_short_line(code: int, tekst: bytes, reden: str) -> None:
    """Also what no table knows, and what would change the colours of a terminal."""
    found = lees_antwoord(code, tekst, "bericht")
    assert reden in found.reden
    assert len(found.reden) < 220
    assert found.reden.isprintable()
    assert found.tip


# --- letters that are no pack ---------------------------------------------------------------


@pytest.mark.proef
@pytest.mark.pdf
def test_letters_go_by_mail_once(root: Path, server: Server) -> None:
    """Each is recorded with its reference; a second run sends the rest, and `--opnieuw` all."""
    stel_in(root, server.poort, "starttls: nee")
    brief = ("brief", "verlenging", "--formaat", "md", "--verzend", "--ja")
    op = ("--op", "2026-11-24")
    assert convenant("verlenging", "2027", "--formaat", "md", "--ja", *op, cwd=root).returncode == 0
    done = convenant(*brief, *op, cwd=root)
    assert "2 van 3 berichten verzonden" in done.stdout, done.stderr
    assert "CV307" in done.stderr  # one partner has no address for mail
    registers, _ = Dossierlezer(root).registers
    assert registers is not None
    sent = [g for g in van_soort(registers.gebeurtenissen, Verzending) if g.kenmerk]
    assert [(g.partner, g.kenmerk, g.versie) for g in sent] == [
        (sleutel, f"verlenging/2027/{sleutel}", "")
        for sleutel in ("gemeente-voorbeeldstad", "politie")
    ]
    again = convenant(*brief, *op, cwd=root)
    assert "2 al verzonden, overgeslagen." in again.stdout
    assert "verzonden aan" not in again.stdout
    opnieuw = convenant(*brief, "--opnieuw", *op, cwd=root)
    assert opnieuw.stdout.count("verzonden aan") == 2
