"""Messages: any mail program reads them, and no name can add a header."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.basis.mailadres import is_adres
from convenantwerk.papier.formaten.eml import Bericht, to_eml

MOMENT = datetime(2026, 11, 24, 9, tzinfo=UTC)


def bericht(naam: str = "Stichting Voorbeeld", tekst: str = "Geacht bestuur,\n") -> Bericht:
    """A message to an organisation of this name."""
    return Bericht(
        *("bureau@huis.example", "Veiligheidshuis Één", "info@zorg.example", naam),
        *(f"Ter ondertekening: {naam}", tekst, {"01-brief.pdf": b"%PDF", "02-a.ics": b"BEGIN"}),
    )


@given(st.text(min_size=1, max_size=60), st.text(max_size=200))
def test_headers_are_those_that_were_meant(naam: str, tekst: str) -> None:
    """Whatever a name or a text holds: one sender, one addressee, and no header besides."""
    data = to_eml(bericht(naam, tekst.replace("\ud800", "")), MOMENT, concept=True)
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert sorted(message.keys()) == sorted(
        ["Subject", "From", "To", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"]
    )
    assert [a.addr_spec for a in message["To"].addresses] == ["info@zorg.example"]
    assert [a.addr_spec for a in message["From"].addresses] == ["bureau@huis.example"]


@pytest.mark.parametrize(
    "naam",
    ['Stichting "A&B" *Zorg*', "Regel\neinde\r\nBcc: x@y.example", "Zorg, Noord; Zuid <x>", "Één"],
)
def test_a_name_comes_out_as_written_on_one_line(naam: str) -> None:
    """Quotes, commas and accents stay; a line break becomes a space."""
    message = email.message_from_bytes(
        to_eml(bericht(naam), MOMENT, concept=False), policy=email.policy.default
    )
    assert message["To"].addresses[0].display_name == " ".join(naam.split())
    assert message["Bcc"] is None
    assert message["X-Unsent"] is None


def test_the_same_message_gives_the_same_bytes_and_another_not() -> None:
    """No clock and no chance; its name tells one message from another."""
    one = to_eml(bericht(), MOMENT, concept=True)
    assert to_eml(bericht(), MOMENT, concept=True) == one
    assert to_eml(bericht("Ander"), MOMENT, concept=True) != one


@pytest.mark.parametrize(
    ("adres", "goed"),
    [
        ("info@zorg.example", True),
        ("", False),
        ("info", False),
        ("info@zorg", False),
        ("a@b.example, c@d.example", False),
        ("info@zorg.example\nBcc: x@y.example", False),
        ("<info@zorg.example>", False),
    ],
)
def test_what_is_an_address(adres: str, *, goed: bool) -> None:
    """One address, and nothing else."""
    assert is_adres(adres) is goed
