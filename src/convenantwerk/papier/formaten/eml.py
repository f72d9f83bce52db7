"""Messages as files that any mail program opens, and as a server takes them (RFC 5322)."""

from __future__ import annotations

import mimetypes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

# What the system's own table may not know, or call otherwise on another computer.
_SOORTEN = {".ics": "text/calendar", ".pdf": "application/pdf"}


class Bericht(NamedTuple):
    """A message with attachments.

    Args:
        van: the address of the sender.
        van_naam: the name of the sender.
        aan: the address it goes to, "" when it is not known.
        aan_naam: the name of who gets it.
        onderwerp: the subject.
        tekst: the message itself, as plain text.
        bijlagen: the attachments by their names.
    """

    van: str
    van_naam: str
    aan: str
    aan_naam: str
    onderwerp: str
    tekst: str
    bijlagen: Mapping[str, bytes]


def to_eml(bericht: Bericht, moment: datetime, *, concept: bool) -> bytes:
    """Return a message; the same message and moment give the same bytes.

    Args:
        bericht: the message; names may hold any character, addresses must be `is_adres`.
        moment: the date it carries.
        concept: it has yet to be sent, and a mail program opens it for that.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _regel(bericht.onderwerp)
    if bericht.van:
        message["From"] = Address(_regel(bericht.van_naam), addr_spec=bericht.van)
    if bericht.aan:
        message["To"] = Address(_regel(bericht.aan_naam), addr_spec=bericht.aan)
    message["Date"] = format_datetime(moment)
    digest = _digest(bericht)
    domain = bericht.van.rpartition("@")[2] or "convenantwerk.invalid"
    message["Message-ID"] = f"<{digest[:32]}@{domain}>"
    if concept:
        message["X-Unsent"] = "1"
    message.set_content(bericht.tekst)
    for naam, data in bericht.bijlagen.items():
        suffix = f".{naam.rpartition('.')[2]}"
        kind = _SOORTEN.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
        main, _, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=naam)
    message.set_boundary(f"=={digest[32:56]}==")
    return message.as_bytes()


def _regel(text: str) -> str:
    """Return text on one line: a line break in a name would begin another header."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _digest(bericht: Bericht) -> str:
    parts = (bericht.van, bericht.aan, bericht.onderwerp, bericht.tekst)
    data = [sha256(part.encode()).digest() for part in parts]
    data += [sha256(part).digest() for part in bericht.bijlagen.values()]
    return sha256(b"".join(data)).hexdigest()
