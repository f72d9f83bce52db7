"""Packs and sending: what is in them, that they are the same each time, and a real mail server."""

from __future__ import annotations

import asyncio
import email
import email.policy
import logging
import re
import shutil
import socket
import ssl
import zipfile
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from tests.programma import convenant
from tests.voorbeelden import kopie

from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending
from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from pathlib import Path

    from aiosmtpd.smtp import SMTP, Envelope, Session

pytestmark = pytest.mark.traag
OP = "2026-11-24"


@pytest.fixture
def root(twee_versies: Path, tmp_path: Path) -> Path:
    """A copy of the dossier with two versions, that a test may spoil."""
    return kopie(twee_versies, tmp_path / "klein")


def pak(root: Path, *more: str) -> tuple[int, str, str]:
    """Run the command for all who must sign."""
    done = convenant("pakket", "--alle", "--ja", "--op", OP, *more, cwd=root)
    return done.returncode, done.stdout, done.stderr


def inhoud(root: Path, sleutel: str) -> dict[str, bytes]:
    """What a pack holds."""
    with zipfile.ZipFile(root / f"build/pakketten/{sleutel}.zip") as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.pdf
def test_a_pack_has_all_that_one_needs_to_sign(root: Path) -> None:
    """Letter, sheet, text and calendar; the renvooi for who signed an earlier version."""
    assert pak(root)[0] == 0
    gemeente, politie = inhoud(root, "gemeente-voorbeeldstad"), inhoud(root, "politie")
    assert list(gemeente) == [
        "01-aanbiedingsbrief.pdf",
        "02-ondertekeningsblad-gemeente-voorbeeldstad.pdf",
        "03-convenant-2020.pdf",
        "04-agenda.ics",
    ]
    assert list(politie)[2:4] == ["03-convenant-2020.pdf", "04-renvooi-2019--2020.pdf"]
    assert b"Ondertekeningsblad van Gemeente Voorbeeldstad" in gemeente["04-agenda.ics"].replace(
        b"\r\n ", b""
    )
    assert politie["03-convenant-2020.pdf"] == gemeente["03-convenant-2020.pdf"]


@pytest.mark.pdf
@pytest.mark.parametrize("pers", ["warm", pytest.param("koud", marks=pytest.mark.proef)])
def test_the_same_pack_comes_again_and_is_offered_once(
    root: Path, request: pytest.FixtureRequest, pers: str
) -> None:
    """The same bytes and no second aanbieding: the paper that is out is the one that counts."""
    if pers == "koud":
        request.getfixturevalue(pers)
    pak(root)
    first = {p.name: p.read_bytes() for p in (root / "build/pakketten").iterdir()}
    register = (root / "convenant/registers/gebeurtenissen.yaml").read_bytes()
    shutil.rmtree(root / "build")
    pak(root)
    assert {p.name: p.read_bytes() for p in (root / "build/pakketten").iterdir()} == first
    assert (root / "convenant/registers/gebeurtenissen.yaml").read_bytes() == register
    assert register.count(b"soort: aanbieding") == 2


@pytest.mark.pdf
def test_the_draft_opens_in_a_mail_program(root: Path) -> None:
    """From, to, subject and the same files as in the zip; marked as not sent."""
    pak(root)
    data = (root / "build/pakketten/politie.eml").read_bytes()
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message["To"].addresses[0].addr_spec == "info@politie.example"
    assert message["X-Unsent"] == "1"
    assert "ter ondertekening" in message["Subject"]
    attached = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    files = inhoud(root, "politie")
    assert list(attached) == list(files)
    assert attached["01-aanbiedingsbrief.pdf"] == files["01-aanbiedingsbrief.pdf"]
    body = message.get_body(("plain",))
    assert body is not None
    assert "dinsdag 22 december 2026" in body.get_content()


def test_without_a_yes_nothing_is_made(root: Path) -> None:
    """Asked, and no one to answer."""
    done = convenant("pakket", "politie", "--op", OP, cwd=root)
    assert (done.returncode, (root / "build").exists()) == (1, False)


def test_who_has_nothing_to_sign_is_told_why(root: Path) -> None:
    """A partner of the flexibele schil signs the privacyprotocol, and this text has none."""
    done = convenant("pakket", "verzonnen", "--ja", "--op", OP, cwd=root)
    assert (done.returncode, "CV306" in done.stderr) == (1, True)
    assert "geen deel met tekst" in done.stderr
    assert convenant("pakket", cwd=root).returncode == 2  # neither a partner nor --alle


def test_without_a_version_there_is_nothing_to_sign(klein: Path) -> None:
    """CV904, with what to do first."""
    done = convenant("pakket", "--alle", "--ja", cwd=klein)
    assert (done.returncode, "CV904" in done.stderr) == (2, True)


# --- sending -------------------------------------------------------------------------------


class Server:
    """A mail server on this machine that keeps what it gets, and may refuse an address."""

    def __init__(self, folder: Path) -> None:
        self.taken: list[tuple[list[str], EmailMessage]] = []
        self.weigert = ""
        self.stopt_na = 99
        self.stopt_bij = "RCPT"
        self.certificate = _certificate(folder)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.certificate)
        self.controller = Controller(
            self,
            hostname="127.0.0.1",
            port=_free_port(),
            tls_context=context,
            require_starttls=True,
            auth_required=True,
            authenticator=_authenticate,
        )

    async def handle_RCPT(  # noqa: N802  # the name and form that aiosmtpd asks
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        """Refuse one address, take all others."""
        del session, options
        if address == self.weigert:
            return "550 onbekend adres"
        if self._weg(server, "RCPT"):
            return "421 weg"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def _weg(self, server: SMTP, stap: str) -> bool:
        """Drop the line at a step, when it has had enough."""
        if len(self.taken) < self.stopt_na or self.stopt_bij != stap:
            return False
        server.transport.close()  # type: ignore[union-attr]  # it is there while one talks
        return True

    async def handle_DATA(  # noqa: N802  # the name that aiosmtpd asks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep a message, or fail when it has had enough."""
        del session
        if self._weg(server, "DATA"):
            return "421 weg"
        assert isinstance(envelope.content, bytes)
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.taken.append((list(envelope.rcpt_tos), message))
        await asyncio.sleep(0)
        return "250 OK"


def _authenticate(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, auth_data: object
) -> AuthResult:
    del server, session, envelope, mechanism
    good = getattr(auth_data, "password", b"") == b"geheim"
    return AuthResult(success=good, handled=False)


def _free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _certificate(folder: Path) -> Path:
    """Write a certificate for this machine with its key."""
    from cryptography import x509  # noqa: PLC0415
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415
    from cryptography.x509.oid import NameOID  # noqa: PLC0415

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName(
        [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    )
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A running mail server."""
    monkeypatch.setattr(logging.getLogger("mail.log"), "handlers", [logging.NullHandler()])
    made = Server(tmp_path)
    made.controller.start()
    try:
        yield made
    finally:
        made.controller.stop()


def instellen(root: Path, server: Server, gebruiker: str = "kantoor") -> None:
    """Name the server in the settings of a dossier."""
    path = root / "convenant/convenant.yaml"
    port = server.controller.port
    path.write_text(
        path.read_text("utf-8")
        + f"post:\n  host: 127.0.0.1\n  poort: {port}\n  gebruiker: {gebruiker}\n"
        "afzender:\n  email: kantoor@veiligheidshuis.example\n",
        encoding="utf-8",
    )


def verzend(
    root: Path, server: Server, *more: str, wachtwoord: str = "geheim"
) -> tuple[int, str, str]:
    """Send packs, trusting the server's certificate."""
    done = convenant(
        *("pakket", "--alle", "--verzend", "--ja", "--op", OP, *more),
        cwd=root,
        env={
            "SSL_CERT_FILE": str(server.certificate),
            "CONVENANT_SMTP_WACHTWOORD": wachtwoord or None,
        },
    )
    return done.returncode, done.stdout, done.stderr


def verzonden(root: Path) -> list[str]:
    """The partners to whom the register says something was sent."""
    registers, _ = Dossierlezer(root).registers
    assert registers is not None
    return [g.partner for g in van_soort(registers.gebeurtenissen, Verzending)]


@pytest.mark.pdf
def test_one_message_goes_to_each_partner_and_is_recorded(root: Path, server: Server) -> None:
    """Over STARTTLS, after logging in; with the attachments."""
    instellen(root, server)
    code, out, err = verzend(root, server)
    assert (code, set(re.findall(r"CV\d+", err))) == (0, {"CV325"}), err  # no address is known
    assert "2 van 2 berichten verzonden" in out
    assert [to for to, _ in server.taken] == [
        ["info@gemeente-voorbeeldstad.example"],
        ["info@politie.example"],
    ]
    assert verzonden(root) == ["gemeente-voorbeeldstad", "politie"]
    message = server.taken[1][1]
    assert message["X-Unsent"] is None
    assert len(list(message.iter_attachments())) == 5


@pytest.mark.proef
@pytest.mark.pdf
def test_a_second_run_sends_nothing_again(root: Path, server: Server) -> None:
    """Who has it is passed over, unless one says so."""
    instellen(root, server)
    verzend(root, server)
    code, out, _ = verzend(root, server)
    assert (code, out.count("al verzonden, overgeslagen")) == (0, 2)
    assert len(server.taken) == 2
    verzend(root, server, "--opnieuw")
    assert len(server.taken) == 4


@pytest.mark.proef
@pytest.mark.pdf
@pytest.mark.parametrize("stap", ["RCPT", pytest.param("DATA", marks=pytest.mark.proef)])
def test_a_run_that_was_broken_off_goes_on_where_it_stopped(
    root: Path, server: Server, stap: str
) -> None:
    """The line was dropped: the next run takes the second; it asks when that may have gone."""
    instellen(root, server)
    server.stopt_na, server.stopt_bij = 1, stap
    code, out, err = verzend(root, server)
    assert (code, "1 van 2 berichten" in out) == (1, True)
    assert ("CV307" in err, "CV924" in err) == (stap == "RCPT", stap == "DATA")
    assert ("CV315" in err) == (stap == "DATA")
    assert verzonden(root) == ["gemeente-voorbeeldstad"]
    server.stopt_na = 99
    answer = ("--niet-verzonden", "politie") if stap == "DATA" else ()
    assert verzend(root, server, *answer)[0] == 0
    assert [to[0] for to, _ in server.taken] == [
        "info@gemeente-voorbeeldstad.example",
        "info@politie.example",
    ]


class Dood(BaseException):
    """The program is killed: nothing of it runs any more."""


@pytest.mark.pdf
@pytest.mark.parametrize(
    "antwoord",
    ["--wel-verzonden", pytest.param("--niet-verzonden", marks=pytest.mark.proef)],
)
def test_a_message_of_which_nobody_knows_is_not_sent_again(
    root: Path, server: Server, monkeypatch: pytest.MonkeyPatch, antwoord: str
) -> None:
    """Killed between sending and recording: CV315 until a person says whether it went."""
    instellen(root, server)

    def dood(*_: object) -> None:
        raise Dood

    with monkeypatch.context() as patch:
        patch.setattr("convenantwerk.opdrachten.pakket.verzenden.is_verzonden", dood)
        with pytest.raises(Dood):
            verzend(root, server)
    eerste = "gemeente-voorbeeldstad"
    assert (len(server.taken), verzonden(root)) == (1, [])
    assert "CV315" in convenant("controleer", "--op", OP, cwd=root).stdout
    code, _, err = verzend(root, server)
    assert (code, "CV307" in err, verzonden(root)) == (1, True, ["politie"])
    verzend(root, server, antwoord, eerste)
    assert sorted(verzonden(root)) == [eerste, "politie"]
    assert len(server.taken) == (2 if antwoord == "--wel-verzonden" else 3)
    assert "CV315" not in convenant("controleer", "--op", OP, cwd=root).stdout


@pytest.mark.pdf
def test_a_refused_address_does_not_keep_the_others(root: Path, server: Server) -> None:
    """CV307 for that partner, with what the server said; the other one got it."""
    instellen(root, server)
    server.weigert = "info@gemeente-voorbeeldstad.example"
    code, _, err = verzend(root, server)
    assert (code, "CV307" in err, "550 onbekend adres" in err) == (1, True, True)
    assert verzonden(root) == ["politie"]


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("wachtwoord", "verwacht"),
    [
        # The packs are on record as offered by then, and the exit says so.
        ("fout", (3, "CV307", "het wachtwoord klopt niet")),
        ("", (1, "CV308", "CONVENANT_SMTP_WACHTWOORD")),
    ],
)
def test_without_the_right_password_nothing_goes(
    root: Path,
    server: Server,
    wachtwoord: str,
    verwacht: tuple[int, str, str],
) -> None:
    """The password comes from the environment, and is never shown."""
    instellen(root, server)
    exit_code, _, err = verzend(root, server, wachtwoord=wachtwoord)
    code, *words = verwacht
    assert (exit_code, [word in err for word in words]) == (code, [True, True]), err
    assert server.taken == []


@pytest.mark.proef
@pytest.mark.pdf
def test_a_certificate_that_is_not_trusted_stops_it(root: Path, server: Server) -> None:
    """STARTTLS is no formality: before it is secret, nothing is said."""
    instellen(root, server)
    done = convenant(
        *("pakket", "--alle", "--verzend", "--ja"),
        cwd=root,
        env={"CONVENANT_SMTP_WACHTWOORD": "geheim"},
    )
    assert "niet te vertrouwen" in done.stderr
    assert server.taken == []


def test_no_server_in_the_settings_is_said_before_anything_is_made(root: Path) -> None:
    """CV308; no pack, nothing recorded."""
    done = convenant("pakket", "--alle", "--verzend", "--ja", cwd=root)
    assert (done.returncode, "CV308" in done.stderr) == (1, True)
    assert not (root / "build").exists()


@pytest.mark.pdf
def test_a_partner_without_an_address_is_told(root: Path, server: Server) -> None:
    """Its pack is made, to be sent in another way."""
    instellen(root, server)
    path = root / "convenant/registers/partners.yaml"
    text = path.read_text("utf-8").replace("    email: info@politie.example\n", "")
    path.write_text(text, encoding="utf-8")
    code, _, err = verzend(root, server)
    assert (code, "staat geen (goed) e-mailadres" in err) == (1, True)
    assert verzonden(root) == ["gemeente-voorbeeldstad"]
    assert (root / "build/pakketten/politie.zip").exists()
